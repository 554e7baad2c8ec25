package redact

// Words that decide about names by their shape.

// shapeTerms are parts of names that are terms, units, formats or abbreviations of programmers: they name no machine.
var shapeTerms = wordSet(`adler32 vmxnet3 vmxnet e1000 lz4 zstd bzip2 gzip crc32 crc32c murmur3 xxh3 xxh64 fnv1a blake2 blake3 sm2 sm3 sm4 sse2 sse3 sse4 avx avx2 avx512 fp8 bf16 int4
	h100 h200 a100 v100 l40s rtx mi300 cuda11 cuda12 cu118 cu121 cu124 py2 py27 py36 py37 py38 py39 py310 py311 py312 py313 cp39 cp310
	cp311 cp312 el6 el7 el8 el9 fc39 fc40 deb10 deb11 deb12 win7 win10 win11 ps4 ps5 dx11 dx12 es2015 es2020 es2022 i686 i586 x32
	mips64 ppc64 ppc64le s390x riscv64 armv6 armv7 armv8 armhf u2 m1 m2 pcie3 pcie4 pcie5 usb2 usb3 wifi5 wifi6 cat5 cat6 cat6a
	dot1x dot1q dot11 qos1 qos2 o11y g11n p13n k6 s6 n8n 1g 10g 25g 40g 50g 100g 400g 2g 3g 4g 5g 6g lte4 e1 t1 ds3 oc3 stm1 stm4
	hz khz mhz ghz kb mb gb tb kib mib gib kbps mbps gbps ms us ns sec min hr hrs bit bits byte bytes px em rem rpm rps qps tps iops
	cfg conf ctx tmp src dst req res resp max num idx len str env arg args init exec lib libs util utils devel dbg cmd msg pkg repo impl
	param params attr attrs async sync mutex malloc alloc realloc calloc free stdin stdout stderr eof nan inf nil null bool char ptr ref
	refs obj objs var vars const enum struct func fn def decl stmt expr eval regex regexp glob json yaml yml toml xml html css csv tsv sql
	http https tcp udp tls ssl ssh dns url uri uuid guid crud ui ux api apis sdk cli gui ide os vm jvm gc io cpu gpu ram ssd hdd nic
	nfs smb rpc grpc rest soap amqp mqtt psk qam qpsk ofdm mimo dbm db snr ber rtt ttl mtu mss sla slo sli kpi rca eta etd tbd wip
	rollout rollback failover failback hotfix bugfix backoff fallback opt in out up down auto semi multi anti pre post non re un co de sub inter intra
	cross well self ex quasi pseudo e t x y z a b c k n m gen ver rel sp cu hf fix feat chore wip gtk qt bash zsh dev doc docs bin common
	alpine bullseye bookworm buster trixie focal jammy noble bionic xenial slim musl glibc lts rc final snapshot nightly
	stationery webkit mozilla vscode systemd initramfs vmlinuz btrfs xfs zfs ext iso img qcow raw vmdk ova deb rpm tar tgz zip gz`)

// hostSides are parts of names that tell one of several machines from the others.
var hostSides = wordSet(`east west north south left right old new main prod prd stg stage staging test tst dev qa uat int dr live spare hot cold warm
	primary secondary standby active passive master slave blue green red black white alpha beta gamma delta inner outer inside outside front back top bottom
	upper lower a b c d e f g h i ii iii nord sud süd ost norte sur este oeste sud est ouest`)

// hostCues are words before the name of a machine: sure says that nothing else is likely to follow.
var hostCues = map[string]bool{
	"ssh": true, "ping": true, "host": true, "hosts": true, "node": true, "nodes": true, "server": true, "box": true, "machine": true, "vm": true, "hypervisor": true, "router": true, "switch": true, "firewall": true,
	"rebooted": true, "reboot": true, "rebooting": true, "cordoned": true, "fenced": true, "power-cycled": true, "reimaged": true, "bastion": true, "drained": true, "grandmaster": true, "plc": true, "rechner": true, "servidor": true, "serveur": true, "maschine": true, "nodo": true,
	"on": false, "from": false, "to": false, "onto": false, "into": false, "off": false, "via": false, "behind": false, "restarted": false, "auf": false, "von": false, "nach": false, "en": false, "sur": false, "restart": false, "and": false, "em": false, "na": false,
	"patched": false, "upgraded": false, "between": false, "replaced": false, "at": false, "against": false, "gateway": true, "appliance": true, "ap": true, "bridge": false, "sensor": true, "sensors": true, "camera": true, "printer": true,
}

// knownCapitals are words that programs print in capitals: errors of operating systems and databases, states, formats.
var knownCapitals = wordSet(`eacces eaddrinuse eaddrnotavail eagain ebadf ebusy ecancelled econnaborted econnrefused econnreset edestaddrreq edquot eexist
	efault efbig ehostdown ehostunreach einprogress eintr einval eisconn eisdir eloop emfile emsgsize enametoolong enetdown enetunreach
	enfile enobufs enodev enoent enomem enospc enosys enotconn enotdir enotempty enotfound enotsock enotsup eopnotsupp eperm epipe eproto
	erange erofs espipe esrch estale etimedout etxtbsy ewouldblock exdev nxdomain servfail noerror formerr notimp refused sigabrt sigalrm
	sigbus sigchld sigcont sigfpe sighup sigill sigint sigio sigkill sigpipe sigquit sigsegv sigstop sigterm sigtrap sigusr1 sigusr2
	wsaeconnreset wsaetimedout hresult ntstatus holdover freerun noop pageout timedout nodata nokey nogroup crossslot moved moderr readonly loading wrongtype busykey noscript noauth noperm noreplicas masterdown misconf
	unlogged autocommit autoincrement autovacuum varchar nvarchar smallint bigint tinyint boolean bytea jsonb sysdate rownum rowid nextval coalesce
	substr substring upsert returning explain analyze vacuum reindex rollback savepoint sqlcode sqlstate sqlerrm abend dicom mirth hl7v2 fhir x509 pkcs11 pkcs12 xmlrpc ipsec macsec lldp bgpls ospfv3 mpls evpn vxlan gnss netconf yang
	lorawan modbus profinet ethercat canopen bacnet opcua zigbee sctp diameter gtpv2 volte vonr ipmi redfish uefi nvram sysctl cics racf jcl vsam vtam
	rabbitmq postgresql etimeout enodata nullptr printk syslog systemd xhtml toctou csprng vtable cflags ldflags gomaxproc gomaxprocs ssha sparc kyber lorem ipsum asap fyi imho tldr lgtm wontfix readme changelog makefile dockerfile license todo fixme xxx hack`)

// countedNouns follow a number that counts something.
var countedNouns = wordSet(`tests passes failures pods nodes hosts steps b kb mb gb tb pb kib mib gib tib k m bn bytes byte bit bits ms us ns µs s sec secs second seconds minute minutes min mins hours hour days day weeks months years
	rows row messages message msgs msg requests request reqs users user events event keys key records record entries entry lines line files file items item objects object errors error
	times packets packet frames frame blocks block pages page documents document docs queries query transactions calls call jobs job tasks orders customers accounts subscribers sessions connections
	tokens samples points series metrics spans traces logs images pixels cells tuples offsets partitions chunks segments inodes descriptors operations ops iops writes reads inserts updates deletes
	hits misses cycles iterations retries attempts votes people inhabitants visits views clicks impressions euro euros eur usd dollars pounds yen won kr pln czk huf rub inr ngn kes idr brl mxn ticks
	per percent total left remaining old new unread pending failed duplicate distinct unique more fewer different small tiny big zeilen nachrichten dateien sätze stück mal benutzer filas mensajes registros linhas mensagens lignes octets fichiers messages`)
