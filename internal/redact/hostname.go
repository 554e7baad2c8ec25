package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// What the name of a machine looks like.

// innerTLD are last parts of names that only an own network has.
var innerTLD = wordSet(`internal lan local localdomain corp home intra intranet private svc consul lcl ad domain localnet inet prod stg
	cluster priv int mgmt infra vpn loc intern`)

// sureTLD are public suffixes that are hardly ever the end of anything but a host.
var sureTLD = wordSet(`com net org edu gov mil int biz io co de fr uk nl eu ch se dk fi cz sk hu ro bg gr tr ua ru kz by lt lv ee pt es jp cn kr tw hk
	sg th vn ph au nz ca us mx br ar cl pe ec uy za ke ng gh tz ug et eg ma tn ae sa il ir iq pk lk bd np ie lu li ax fo mc ad
	si hr ba mk al ge az uz kg mn kh bn mo cat tech cloud online site store shop xyz software systems services solutions digital
	agency company bank finance insure health hospital clinic energy games gmbh berlin hamburg koeln wien swiss paris london nyc
	tokyo africa asia lat moscow rio amsterdam global international network computer engineering consulting industries logistics
	travel hotel airline media news press jobs careers team education university school academy institute aero museum coop travel
	arpa onion invalid example test`)

// wordTLD are public suffixes that are also words, extensions of files or parts of names in code.
var wordTLD = wordSet(`id my md sh py rs pl so ps cc in is it to me at no be as am name info app dev ai ml do tf la pm zip mov st link run work live
	host page pub pro fm tv im ws gg sc vc mn ink plus today world zone one group support help tools codes space ly gl
	ac la nu re mu ms ga cf gq tk cx ist art blog design studio club fun life love ninja rocks social video wiki email`)

// publicDomains are services and projects that everybody uses: naming them gives nothing away.
var publicDomains = wordSet(`github.com gitlab.com bitbucket.org google.com www.google.com slack.com docker.com docker.io hub.docker.com quay.io
	gcr.io ghcr.io k8s.io kubernetes.io registry.k8s.io npmjs.com npmjs.org pypi.org rubygems.org crates.io
	golang.org go.dev pkg.go.dev maven.org apache.org debian.org ubuntu.com archlinux.org
	fedoraproject.org redhat.com centos.org alpinelinux.org kernel.org wikipedia.org en.wikipedia.org stackoverflow.com
	serverfault.com superuser.com stackexchange.com reddit.com news.ycombinator.com medium.com youtube.com twitter.com x.com
	linkedin.com facebook.com amazon.com aws.amazon.com docs.aws.amazon.com amazonaws.com azure.com microsoft.com
	learn.microsoft.com windows.net cloud.google.com googleapis.com cloudflare.com fastly.com akamai.com heroku.com vercel.com
	netlify.com postgresql.org mysql.com mariadb.org redis.io mongodb.com elastic.co grafana.com prometheus.io istio.io
	envoyproxy.io helm.sh terraform.io hashicorp.com ansible.com jenkins.io sentry.io datadoghq.com pagerduty.com newrelic.com
	letsencrypt.org acme-v02.api.letsencrypt.org ietf.org rfc-editor.org www.rfc-editor.org w3.org mozilla.org
	developer.mozilla.org python.org docs.python.org nodejs.org nginx.org haproxy.org openssl.org openssh.com man7.org
	sourceforge.net oracle.com docs.oracle.com java.com spring.io jetbrains.com apple.com zoom.us atlassian.com atlassian.net
	notion.so figma.com openai.com anthropic.com claude.ai chatgpt.com ntp.org pool.ntp.org time.google.com iana.org icann.org
	nvd.nist.gov cve.org mitre.org argoproj.io cert-manager.io opentelemetry.io cncf.io fluxcd.io kafka.apache.org
	confluent.io snowflake.com databricks.com statuspage.io localhost.localdomain svc.cluster.local cluster.local schema.org json.org`)

// openDomains are those of which a part before the domain names no customer either: docs.k8s.io, app.kubernetes.io.
var openDomains = wordSet(`kubernetes.io k8s.io wikipedia.org apache.org debian.org ubuntu.com redhat.com golang.org go.dev python.org mozilla.org
	stackexchange.com stackoverflow.com kernel.org postgresql.org mysql.com docker.com npmjs.org npmjs.com pypi.org microsoft.com
	istio.io argoproj.io cert-manager.io hashicorp.com terraform.io grafana.com prometheus.io elastic.co redis.io mongodb.com
	ietf.org w3.org man7.org nginx.org oracle.com jenkins.io ntp.org iana.org github.io.invalid archlinux.org fedoraproject.org
	letsencrypt.org nist.gov mitre.org cncf.io opentelemetry.io helm.sh fluxcd.io google.com aws.amazon.com github.com gitlab.com`)

// longestDomain is the length in bytes that no name of a domain exceeds (RFC 1035).
const longestDomain = 255

// publicHost says whether a name is of a public service.
func publicHost(name string) bool {
	name = strings.TrimPrefix(strings.ToLower(name), "www.")
	if publicDomains[name] || vendorHost(name) {
		return true
	}
	name = name[max(0, len(name)-longestDomain):]
	for i := strings.IndexByte(name, '.'); i >= 0; i = strings.IndexByte(name, '.') {
		name = name[i+1:]
		if openDomains[name] {
			return true
		}
	}
	return false
}

// vendorHost says whether a name is one that a product has for all its customers: api.fastly.com.
func vendorHost(name string) bool {
	first, rest, ok := strings.Cut(name, ".")
	label, top, two := strings.Cut(rest, ".")
	return ok && two && vendorSides[first] && (top == "com" || top == "io" || top == "net" || top == "org" || top == "dev") && lexicon.Product(label) && label != "example"
}

// vendorSides are the first parts of such names.
var vendorSides = wordSet("api www docs doc status help support blog cdn registry download downloads get packages updates update mirror static assets rest developer developers")

// localHost says whether a name means this machine.
func localHost(name string) bool {
	return name == "localhost" || strings.HasPrefix(name, "localhost.") || strings.HasPrefix(name, "127.") || name == "0.0.0.0" || name == "[::1]" || name == "[::]" ||
		name == "host.docker.internal" || name == "kubernetes.default.svc" || name == "metadata.google.internal" || name == "kubernetes.default"
}

// hostKey joins the forms of one machine: its full name, its first part, any case.
func hostKey(name string) string {
	name = strings.ToLower(name)
	if short, _, ok := strings.Cut(name, "."); ok && machineName(short) {
		name = short
	}
	if ip := dashedIP(name); ip != "" {
		return "ip:" + ip
	}
	return "host:" + name
}

// machineName says whether the first part of a name is a machine's own: www and db are not.
func machineName(s string) bool {
	return len(s) >= 4 && hasDigit(s) && hasLetter(s)
}

// dashedIP is the address in a name such as ip-10-2-3-4, "" if there is none.
func dashedIP(name string) string {
	for _, p := range [...]string{"ip-", "ec2-", "host-", "node-", "static-", "vm-", "srv-"} {
		if rest, ok := strings.CutPrefix(name, p); ok {
			rest, _, _ = strings.Cut(rest, ".")
			if ip := strings.ReplaceAll(rest, "-", "."); strings.Count(rest, "-") == 3 && isIPv4(ip) {
				return ip
			}
		}
	}
	return ""
}

// machineWords are parts of names that say what a machine is for.
var machineWords = wordSet(`sps mes wms lis hist scada vps gpu tpu tpv pos till caisse kasse kassa caja plc rtu hmi kiosk atm cam
	db pg psql postgres mysql maria mongo redis es elastic kafka zk zookeeper etcd consul vault rabbit rabbitmq mq nats
	broker queue cache memcache memcached node worker master control cp leader replica primary secondary standby slave web www app
	api be fe bff front frontend back backend gw gateway edge lb elb alb nlb proxy haproxy nginx ingress egress router rt sw switch
	core spine leaf tor fw firewall vpn bastion jump jumphost jumpbox jmp mgmt admin adm ops mon monitor prom grafana log logs
	logging syslog splunk elk kibana mail mx smtp imap dns ns ntp dhcp ldap ad dc kdc radius pki ca nfs nas san stor storage
	store ceph osd gluster minio s3gw backup bk bkp bak dr vm vms esx esxi hv hyp hypervisor kvm xen pve proxmox vcenter k8s kube
	k3s ocp okd rancher docker swarm nomad ci cd build builder runner agent jenkins gitlab git svn nexus artifactory repo
	registry harbor sonar etl batch cron job jobs sched scheduler spark hadoop hdfs yarn hive presto trino airflow dwh bi report
	reporting sql mssql ora oracle db2 sap erp crm ftp sftp file files fs print ts rds citrix vdi desktop laptop ws pc mac host hst
	srv server svr svc box rack chassis blade gpu cpu hpc compute data dn nn rm jn search solr idx index ml train infer game
	match lobby auth sso idp iam pay payment payments billing order orders checkout cart ledger ingest stream relay tracker
	collector agg aggregator shard coord coordinator bat sttl prod prd stg stage staging test tst uat qa dev int sbx sandbox
	pre preprod perf lab pod ns1 ntp1 pos kiosk sensor iot plc scada hmi cam tv pbx voip sip sbc wlc ap wifi cdn origin
	mirror apt yum wsus sccm puppet chef ansible salt foreman sat satellite spare tmp temp canary`)

// plainStarts are words that with a number after them are no machine: phase-2, top-10, utf-8.
var plainStarts = wordSet(`draft p3 p4 n1 n2 e2 f1 z1 t2 t3 m5 c5 r5 utf sha md aes rsa ecdsa iso iec rfc cve cwe p x x86 top phase step tier level layer day week month year quarter half stage
	part section chapter version v rev rc beta alpha priority prio sev severity covid gpt claude llama llava mistral qwen http https tcp udp ip ipv
	tls ssl ssh raid cat usb ddr pcie mp h vp av base log2 log4j log java jdk python go node.js php ruby perl rust openjdk
	windows win ubuntu debian centos rhel fedora macos ios android iphone pixel galaxy airbus boeing formula team group wave
	round attempt try retry run take page figure fig table item option plan case question answer rule point number no nr
	season episode act scene level lvl lane track channel port slot disk bay door room floor building gate terminal
	platform seat row col column line paragraph note bullet hour minute second q fy h1 h2 q1 q2 q3 q4 mid pre post non re
	under over sub co multi single double triple one two three four five six seven eight nine ten first last next max min
	area zone region sector section shard partition replica osd thread core cpu gpu socket queue cohort batch group bucket
	plus minus exit code error err status type class mode gen form list set map vlan vrf asn as eth en ens lag
	ae ge xe te po bond vxlan vni iso9 dash vitamin omega area route highway bus flight gate catch apollo falcon soyuz`)

type verdict int

const (
	not verdict = iota
	maybe
	sure
)

// hostName says whether a name without dots, in lower case, is a machine's.
func hostName(t string) verdict {
	if dashedIP(t) != "" {
		return sure
	}
	parts := strings.Split(t, "-")
	if len(parts) == 1 {
		return joinedHostName(t)
	}
	if len(parts) > 8 || plainStarts[parts[0]] && !countedGroup(parts) || len(t) < 4 {
		return not
	}
	var machine, index, mixed, words, known int
	for i, p := range parts {
		if p == "" || len(p) > 24 {
			return not
		}
		letters := strings.TrimRight(p, "0123456789")
		switch {
		case isDigit(p[0]) && strings.Trim(p, "0123456789") == "":
			if len(p) > 5 || i == 0 {
				return not
			}
			index++
			continue
		case isDigit(p[0]):
			if len(p) > 4 || i == 0 {
				return not
			}
			mixed++
			continue
		}
		if machineWords[letters] || machineWords[p] {
			machine++
		}
		if letters != p {
			if technical[p] || versionPart(letters) && (i == len(parts)-1 || len(letters) > 1) {
				words++
				continue
			}
			if strings.ContainsAny(letters, "0123456789") {
				mixed++ // r3b2
			}
			index++
			continue
		}
		if len(p) > 1 && lexicon.Word(p) {
			words++
		}
		if product(p) {
			known++
		}
	}
	last := parts[len(parts)-1]
	switch {
	case index == 0 && mixed == 0:
		return not
	case len(parts) == 2 && product(parts[0]) && strings.Trim(last, "0123456789") == "" && last[0] != '0':
		return not // postgres-14, kafka-3: as likely a version
	case machine > 0 && (index > 0 || mixed > 0):
		if words == len(parts)-1 && len(parts) == 2 && strings.Trim(last, "0123456789") == "" && len(last) == 1 && !hardMachine(parts[0]) {
			return maybe // node-2, worker-3: a machine, and any machine
		}
		return sure
	case known > 0 && index > 0 && strings.Trim(last, "0123456789") == "":
		if len(parts) > 2 || len(last) > 1 && last[0] == '0' {
			return sure
		}
		return not // postgres-14, kafka-3: a version
	case len(last) > 1 && last[0] == '0' && strings.Trim(last, "0123456789") == "":
		return sure // -01 is how machines are counted
	case len(parts) > 2 && words < len(parts)-1 && index > 0:
		return sure
	case words >= len(parts)-1:
		return not
	}
	return maybe
}

// countedGroup says whether a name of three parts and more is counted as machines are, with a zero in front: gpu-h-07.
func countedGroup(parts []string) bool {
	last := parts[len(parts)-1]
	return len(parts) > 2 && machineWords[parts[0]] && len(last) > 1 && last[0] == '0' && strings.Trim(last, "0123456789") == ""
}

// hardMachine are words that with a number are a machine and nothing else.
func hardMachine(w string) bool {
	switch w {
	case "web", "db", "pg", "bastion", "kafka", "esx", "esxi", "srv", "sw", "fw", "lb", "gw", "dc", "vm", "mx", "ns", "jump", "app", "cache", "redis", "mysql", "mongo", "etcd", "proxy", "runner":
		return true
	}
	return false
}

// technical are parts with digits that are terms.
var technical = wordSet(`s3 ec2 k8s k3s i18n l10n a11y e2e b2b b2c p2p m2m x86 x64 x509 arm64 amd64 aarch64 i386 ipv4 ipv6 http2 http3 h2 h2c h3 utf8 utf16
	sha1 sha2 sha256 sha512 md5 base64 base32 oauth2 oidc2 log4j log4j2 win32 win64 p50 p90 p95 p99 p999 l2 l3 l4 l7 mp3 mp4 woff2 ext4 zfs2 v1 v2 v3
	v4 v5 v6 grpc2 tls1 tls12 tls13 ssl3 rfc822 raid0 raid1 raid5 raid6 raid10 nvme0 nvme1 eth0 eth1 ens3 ens5 lo0 utf32 fp16 fp32 int8 int16 int32 int64
	uint8 uint16 uint32 uint64 float32 float64 pg14 py3 python3 java8 java11 java17 es6 es5 ed25519 curve25519 p256 secp256k1 rs256 hs256 c10k y2k covid19 co2 h264 h265 av1 vp9 3d 2d
	t2 t3 t3a t4g m5 m6i m6g c5 c6i c6g dns01 http01 r5 r6g r6i i3 i3en g4dn n2d gp2 gp3 io1 io2 st1 sc1 `)

// versionPart says whether letters before a number make it a version or the like: v2, rc1, beta3.
func versionPart(letters string) bool {
	switch letters {
	case "v", "rc", "beta", "alpha", "rev", "ver", "p", "sp", "gen", "m", "preview", "patch", "hotfix", "build", "release", "step", "phase", "part", "tier", "sev", "q", "h", "fy", "wave", "round", "lvl", "level", "day", "week", "utf", "ipv", "http", "sha":
		return true
	}
	return false
}

// joinedHostName is hostName for names without a dash: web01, dc1, sttlbat02.
func joinedHostName(t string) verdict {
	letters := strings.TrimRight(t, "0123456789")
	digits := t[len(letters):]
	if letters == "" || digits == "" || len(digits) > 3 || t == "web2" || t == "web3" || technical[t] || !machineWords[letters] || product(t) || strings.Contains(letters, "_") {
		return not
	}
	switch {
	case len(digits) >= 2 && len(letters) >= 2:
		return sure
	case hardMachine(letters) && letters != "app":
		return maybe
	}
	return not
}

// product says whether a word in lower case is a product. ACME is a protocol, and everybody's name for some company.
func product(w string) bool { return w != "acme" && lexicon.Product(w) }
