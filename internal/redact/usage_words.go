package redact

import "strings"

// The words by which a use shows, in the languages that engineers write in.

// leads are phrases before a name, with the use that they show.
var leads = func() map[string]use {
	m := map[string]use{}
	add := func(u use, phrases string) {
		for _, p := range strings.Split(phrases, ",") {
			m[strings.Join(strings.Fields(p), " ")] |= u
		}
	}
	add(useReach, `ssh, ssh to, ssh into, sshed to, sshed into, sshd to, ssh-ed to, ssh in to, d to, d into, console on, console of, rdp to, rdp into, rdp, ping, pinged, telnet, telnet to, mosh, proxyjump, traceroute, traceroute to, arp from, arp for`)
	add(useEnter, ` logged into, logged in to, logged in on, logged onto, logged on to, log into, log in to, log on to,
		login to, login on, logging into, logging in to, shell on, shell into, a shell on, logged in,
		jump through, jumped through, jump via, hop via,
		auf die konsole von, angemeldet auf, einloggen auf, eingeloggt auf, angemeldet an, connecté sur, connecté à, connectée sur, connecté au, conecté a, conecté en, conectado a, entré en, entré a, loguei no, loguei na, conectei no, conectei na, entrei no, entrei na,
		entrei em, zalogowałem się na, zalogowałam się na, zalogowany na, collegato a, collegato su, loggato su, entrato su, inloggad på, loggade in på, logget på, logget inn på, logget ind på, ingelogd op, ingelogd bij, зашёл на, зашел на, зашла на, подключился к,
		залогинился на, bağlandım, exec into, attached to`)
	add(usePower, `rebooted, reboot, rebooting, reboots, power-cycled, power cycled, powercycled, power-cycle, hard-rebooted, cordoned, cordon, uncordoned, uncordon, drained, drain, draining, undrained, fenced, fence, reimaged, re-imaged, reimage, reinstalled, rebuilt,
		racked, unracked, decommissioned, evacuated, power to, powered off, powered on, powered down, switched off, shut down, netbooted, kickstarted, repaved, pxe-booted, resumed, down for, stonith, stonithed, ipmi on, bmc of, bmc on, ilo of, ilo on, idrac of, idrac on, ipmitool on,
		neu gebootet, rebootet, neugestartet, durchgestartet, redémarré, redémarrée, j'ai redémarré, reinicié, reiniciado, reiniciei o, reiniciei a, reiniciei, riavviato, riavviata, перезагрузил, перезагрузила, restart maszyny, zrestartowałem, zrestartowałam,
		startade om, startet på nytt, herstart, zrebootowałem, gebootet`)
	add(useAct, `restarted, restart, restarting, bounced, bounce, stopped, started, killed, kicked, promoted, demoted, upgraded, patched, rolled, disabled, enabled, isolated, locked, unlocked, paused, unpaused, parked, checked, looked at, look at, looking at, healed, swapped, unmounted, mounted, remounted, replaced,
		stopping, starting, promote, watched, neu gestartet, gestoppt, arrêté, relancé, detuve, parei o, parei, fermato, stoppade`)
	add(useMove, `failed over to, fail over to, failing over to, failover to, failed back to, fell over to, switched to, switched over to, swapped to, swapped over to, moved to, moved it to, moved over to, moved the vip to, the vip to, vip to, rerouted to, re-routed to, migrated to, migrated from, moved from,
		swapped out, swapped in, roamed to, pointed at, point at, pointed to, replicating to, replicating from, replicate from, replicates from, replica of, rsynced to, rsync to, copied to, copied from, restored to, restored from, handed over to, took over from, over to, back to, in favour of, backups go to,
		backup to, restore on, restored on, restore to, dns to, traffic to, traffic from, traffic off, umgezogen auf, gewechselt auf, umgeschaltet auf, geschwenkt auf, basculé sur, bascule sur, basculement sur, cambié a, cambiado a, przełączenie na, passato a, växlade till, överkört till, requeued on, rescheduled on, rescheduled to, ran on, runs on, running on, lives on, hosted on, landed on, scheduled on, died on, failed on, ran out on, between,
		out of, connected to, connect to, connecting to, connection to, connections to, connect from, reach, couldn't reach, can't reach, cannot reach, could not reach, unable to reach, lost contact with, contact to, talk to, talking to, talks to`)
	add(useCalled, `we call, we all call, we call it, they call it, call it, calls it, everybody calls it, everyone calls`)
	add(useServe, `also known as, known as, nicknamed, wir nennen, nennen wir, genannt, heisst, heißt, se llama, s'appelle, si chiama, chama-se, nazywa się, heter, hedder, heet`)
	add(useOn, `on, from, via, onto, through, behind, into, to, off, against, auf, sur, depuis, von, zu, nach, en, desde, no, na, em, su, da, på, från, till, fra, til, op, van, naar, z, ze, do, с, на, к`)
	add(useUnit, `systemctl status, systemctl restart, systemctl stop, systemctl start, systemctl reload, systemctl enable, systemctl disable, systemctl show, systemctl cat, journalctl -u, journalctl -fu, supervisorctl restart, supervisorctl status,
		docker restart, docker logs, docker exec, docker stop, docker inspect, docker logs -f, docker start, docker kill, sc query, sc stop, sc start, restart-service, get-service, stop-service, start-service, pm2 restart, pm2 logs, nomad job, nomad alloc, rc-service, launchctl kickstart, podman logs, podman restart`)
	add(useServe, `deployed, deploy, deploying, redeployed, redeploy, scaled, scale, scaled up, scaled down, scaled out, rolled back, roll back, rollback, rollout of, rollback of, rolled out, release of, helm upgrade, helm rollback, helm install, systemctl restart, systemctl stop, systemctl start,
		systemctl status, journalctl -u, docker restart, docker logs, docker exec, docker stop, pods of, instances of, replicas of, logs of, the service, service, microservice, daemon, deployment, statefulset, daemonset, deployment of, version of, owners of, owner of, requests to, calls to, calls from, call to, published to, consumer group, topic, namespace, queue, exchange, index,
		repo, bucket, chart, database, schema, keyspace, dag, pipeline, job, cronjob, feature flag, flag`)
	for _, noun := range strings.Fields(`box host node server machine vm router switch one rechner cluster firewall shard world realm robot bot press`) {
		for _, how := range [...]string{" called", " named", " nicknamed", " genannt", " namens"} {
			m[noun+how] |= useNamed
		}
	}
	for _, noun := range strings.Fields(`service app application system tool program queue job daemon project database repo library dashboard`) {
		for _, how := range [...]string{" called", " named", " is called", " nicknamed", " genannt", " namens"} {
			m[noun+how] |= useServe
		}
	}
	return m
}()

// articles before a word make it a common thing.
var articles = wordSet(`the a an this that these those my our your his her its their each every any some no another one both all which what whose
	der die das den dem des ein eine einen einem einer unser unsere unserem unseren le la les l un une des notre nos mon ma mes el los las unos una nuestro nuestra o os as um uma
	nosso nossa il lo gli uno den det en ett de het een two three four five six several many few more most other new old same whole entire next last first second`)

// machineParts are what a machine has.
var machineParts = wordSet(`disk disks fan fans power psu cpu cpus memory ram nic nics bmc ipmi ilo idrac console kernel clock uptime filesystem load ip vip root raid bios firmware uplink
	switchport hdd ssd nvme swap syslog dmesg crontab sshd interface interfaces address arp mac rack cable cables controller backplane battery temperature partition mount mounts
	volume volumes swapfile journal lun luns network`)

// stateWord are states that machines, and programs, are in.
var stateWord = wordSet(`down up dark slow dead hung hanging unreachable reachable unresponsive responsive offline online read-only readonly ok okay fine green red idle bored stuck frozen full overloaded fenced
	drained stale degraded healthy unhealthy melted toast gone answering responding rebooting restarting booting lagging lag flapping wedged unavailable available silent alive crashed rebooted restarted
	dying swapping saturated primary secondary standby leader master follower cordoned idling hot busy unusable maintenance broken
	tot weg langsam voll erreichbar läuft lief hängt hing erreichte arriba abajo caído caída muerto lento planté lento fuera`)

// stateVerbs follow a machine, or a program.
var stateVerbs = wordSet(`rebooted crashed hung panicked froze flapped oomed buffered evicted lagged swapped booted stopped went fell recovered choked melted disagreed hangs crashes flaps lags
	lost timed missed rebooting lagging flapping refused dropped failed came restarted fenced died kept neu läuft lief hängt hing meldet stürzte tombé répond responde volvió volvio cayó voltou caiu wróciło padł upadł svarar svarte reagiert reagierte`)

// serveVerbs follow a program.
var serveVerbs = wordSet(`calls consumes publishes subscribes polls retries emits ingests enqueues dequeues writes reads returns throws logs crashed crash-looped crashlooped oomkilled eats leaks serves`)

// copulas stand between a name and its state.
var copulas = wordSet(`is was are were went came got stays stayed looks looked still had has seems seemed remained remains kept turned stood did says said showed shows ran
	ist war blieb est était es está estaba estava era è era jest był är var er isn wasn aren weren didn doesn hadn`)

// stateAdverbs may stand between a copula and a state.
var stateAdverbs = wordSet(`not t n't never already still now then just again completely totally fully mostly almost back also very too so no longer finally suddenly partly half nearly really quite only
	nicht noch wieder schon ganz pas ne no não ya già ikke inte nie slow dead been being running in as going`)

// machineNouns end what a machine is said to be.
var machineNouns = wordSet(`nodo noeud serwer máquina knoten box host node server machine vm hypervisor router switch firewall bastion jumphost jumpbox broker laptop workstation printer appliance gateway primary replica standby spare witness master leader
	nas filer controller proxy balancer loadbalancer backup mirror relay rechner maschine servidor serveur knoten twin`)

// hostFields are the names of fields that hold a machine.
var hostFields = wordSet(`host hostname host_name node nodename node_name server servername server_name instance machine computername computer target src_host dst_host dest_host source_host target_host peer_host agent.hostname host.name
	agent_host vm vmname lpar sysname broker upstream worker cluster kubernetes.node kubernetes_node nodelist`)

// hostFieldsSure hold one also after a colon without quotes.
var hostFieldsSure = wordSet("hostname nodename servername computername host_name node_name server_name")

// ansibleStates stand before a machine in brackets.
var ansibleStates = wordSet("changed fatal ok skipping failed unreachable rescued included")

// columnHeads head a column of machines.
var columnHeads = wordSet(`host hosts hostname node nodes server servers machine machines instance instances box vm vms rechner knoten servidor serveur nodo máquina machine-name serwer broker device devices
	switch router target`)

// bootVerbs are what machines alone do.
var bootVerbs = wordSet("rebooted booted boots reboots panicked oomed rebooting booting")

// systemNouns are nouns for what a machine, or a program, is to its users.
var systemNouns = wordSet(`monitoring metadata database management managementsystem system scheduler historian storage mail controller firewall cluster hypervisor login logins planets names archive mirror monitor
	ldap dns backup backups master slave head frontend backend filesystem`)

// listNouns are what a machine has or writes, before of.
var listNouns = wordSet("list logs log alarms messages entries dashboard graph graphs output metrics load uptime status syslog journal side")

// deviceCommands follow the prompt of a device.
var deviceCommands = wordSet("show sh conf configure exit quit ping enable display write reload copy no clear debug undebug traceroute commit rollback request set get end sys reboot uptime df top ps tail ls cat")
