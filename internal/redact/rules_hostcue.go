package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Machines by the place where they are named: after ssh, in a line of syslog.

var hostCueRules = []rule{
	{
		id: "host.syslog", kind: Host, reason: "the machine that wrote a line of a log",
		needs: ":0", cues: append([]string{"]:", "kernel:", "systemd:", "sshd:", "cron:", "sudo:", "kubelet:", ")[", "): "}, wholeWords("jan feb mar mär apr may mai jun jul aug sep oct okt nov dec dez")...),
		pattern: `(?m)^[ \t>|]*\p{Lu}\p{L}{2,3}\.? {1,2}\d{1,2} \d\d:\d\d:\d\d[ \t]+(?P<host>[\pL0-9][\w\pL.-]*)[ \t]+[\w./@-]+(?:\[\d+\])?: ` +
			`|(?:^|[\s>|T` + "`" + `])\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[ ]?[+-]\d\d:?\d\d)?[ \t]+(?P<host>[\pL0-9][\w\pL.-]*)[ \t]+(?:[\w./@:-]+?(?:\[\d+\])|kernel|systemd|sshd|CRON|sudo|dockerd|kubelet|containerd|NetworkManager|rsyslogd|[a-z][\w-]+\([\w-]+\)):?[ :]`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if logLevel[strings.ToLower(t)] || genericHosts[strings.ToLower(t)] || strings.Trim(t, "0123456789.") == "" || localHost(t) {
				return false
			}
			m.same = hostKey(t)
			return true
		},
		finds: []string{
			"Mar 12 14:32:07 ⟦web-1⟧ sshd[123]: x", "Jan 21 00:10:03 ⟦stor-r3-07⟧ kernel: bnxt_en", "2026-01-21T00:09:31.004+0300 ⟦gamma⟧ app[7]: x", "Mär 29 01:59:58 ⟦bwl-dispo-02⟧ CRON[41877]: (dispo) CMD",
			"Jan 21 00:10:44 ⟦Rechner⟧ systemd[1]: ceph", "Mar 14 20:19:03 ⟦saúva⟧ orchestrator[871]: done", "Feb  4 03:12:55 ⟦gm-east⟧ gnssd: almanac",
		},
		leaves: []string{"14:32:07 ERROR app[3]: x", "14:32:07 main thread[2] x", "12:00:01 INFO kernel: x"},
	},
	{
		id: "host.command", kind: Host, reason: "the machine that a command names",
		cues: wholeWords("ssh mosh ping ping6 mtr traceroute traceroute6 tracepath telnet nslookup dig nc rdp sftp drain cordon uncordon"), after: true,
		pattern: `[ \t]+(?:node/|-[46tvnzACXNfq]+[ \t]+|-[pioLlRDJcWbIw][ \t]*[^\s]+[ \t]+|\+\w+[ \t]+)*([A-Za-z][\w.-]*\w)`,
		check:   commandHost,
		finds: []string{
			"ssh ⟦simorgh⟧ and", "`ping ⟦gamma3⟧`", "kubectl drain ⟦worker-b⟧ --force", "ssh -p 2222 ⟦mm-jump⟧", "drain node/⟦blue-7b⟧",
		},
		leaves: []string{"ssh into the box", "ping me later", "I ping him", "ssh keys were", "dig deeper", "nc the line", "drain the queue", "ssh user@x"},
	},
	{
		id: "host.client", kind: Host, reason: "the machine that a command names",
		cues: wholeWords("psql mysql mysqldump mysqladmin redis-cli mongo mongosh mongodump pg_dump pg_restore pg_basebackup cqlsh ldapsearch ldapmodify clickhouse-client mariadb influx smbclient"), after: true,
		pattern: `[^\n|;]{0,80}?[ \t](?:-h[ \t]*|--host[= ])([A-Za-z][\w.-]*\w)`,
		check:   commandHost,
		finds:   []string{"psql -h ⟦ledgerdb⟧ -U postgres", "redis-cli -h ⟦c1⟧ info"},
		leaves:  []string{"psql -h localhost", "psql -c x; ls -h y"},
	},
	{
		id: "host.option", kind: Host, reason: "the machine that a command names",
		cues: wholeWords("--host --server --hostname --target --node --node-name --bootstrap-server --broker-list --endpoint --master --controller"), after: true,
		pattern: `[= \t]+["']?([A-Za-z][\w.-]*\w)`,
		check:   commandHost,
		finds:   []string{"x --host ⟦mq⟧ y", "--target ⟦bk-spare-2⟧`", "--bootstrap-server ⟦kaf3.lan⟧:9092"},
		leaves:  []string{"--host localhost", "--target=all"},
	},
	{
		id: "host.said", kind: Host, reason: "the name of a machine",
		cues: wholeWords(`host hosts node nodes server servers box boxes machine machines vm vms broker brokers rechner switch switches router routers
			bastion hostname instance instances pod pods worker workers runner runners firewall firewalls hypervisor hypervisors servidor
			serveur laptop laptops gateway gateways primary replica replicas`), after: true,
		pattern: `(?:[ \t]+(?:named|called|is|was)|:|[ \t]*=)?[ \t]+["'` + "`" + `]?([A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)+|[A-Za-z]+\d+)\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if !hasDigit(t) && (ordinaryParts(t) || strings.Contains(t, ".")) || strings.Contains(t, ".") && !strings.Contains(t, "-") || technical[t] || plainStarts[strings.TrimRight(t, "0123456789")] || regionPattern.MatchString(t) || product(t) {
				return false
			}
			if head, tail, ok := strings.Cut(t, "-"); ok && (plainStarts[head] || technical[head]) || strings.HasPrefix(tail, "based") || strings.HasSuffix(t, "-side") || strings.HasSuffix(t, "-level") {
				return false
			}
			if len(t) < 3 || s.after(m.end) == '(' || s.after(m.end) == '/' || cloudPrefix(t) || versionWord(t) {
				return false
			}
			if !hasDigit(t) {
				m.certain = false
			}
			m.same = hostKey(t)
			return true
		},
		finds:  []string{"on node ⟦x7-blue⟧ we", "the switch ⟦zrh4⟧ flapped", "server ⟦gamma3⟧ is"},
		leaves: []string{"server side-effects", "the node v14", "host 3", "machine x86-64", "pods restarted", "node read-only", "server http2", "instance t3-large", "node.js", "replica set"},
	},
}

var logLevel = wordSet(`error warn warning info debug trace fatal notice critical crit alert emerg err severe fine finer finest config main stdout
	stderr i w e d f pid`)

func versionWord(t string) bool { return len(t) > 1 && t[0] == 'v' && isDigit(t[1]) }

// commandHost decides about a word in the place of a host: in prose "ssh keys" is no command.
func commandHost(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	if s.after(m.end) == '@' || s.after(m.end) == '=' || localHost(t) || genericHosts[t] || publicHost(t) || s.after(m.end) == '\'' {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.text[m.end:]); unicode.IsLetter(r) {
		return false
	}
	if isIPv4(t) || strings.HasPrefix(t, "$") {
		return false
	}
	option := strings.Contains(s.lineBefore(m.start, 24), " -")
	if !hasDigit(t) && !option {
		if ordinary(t) || lexicon.Acronym(strings.ToUpper(t)) || lexicon.Given(t) {
			return s.partAt(m.start) == code && strings.IndexAny(t, "-.") > 0 && !ordinaryParts(t)
		}
		if s.partAt(m.start) == prose && !strings.ContainsAny(t, "-.") {
			m.certain = false
		}
	}
	if strings.Contains(t, ".") && product(t) || strings.HasSuffix(t, ".sh") || strings.HasSuffix(t, ".py") || strings.HasSuffix(t, ".txt") {
		return false
	}
	m.same = hostKey(t)
	return true
}
