package redact

import (
	"strings"
	"unicode"
)

// E-mail addresses, user@host, shell prompts.

var mailRules = []rule{
	{
		id: "mail.address", kind: Email, reason: "an e-mail address",
		needs: "@.", pattern: `(?:mailto:)?([\p{L}\p{N}][\p{L}\p{N}._%+'&~-]*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}-]*[\p{L}])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			i := strings.LastIndexByte(t, '@')
			domain := strings.ToLower(t[i+1:])
			tld := domain[strings.LastIndexByte(domain, '.')+1:]
			if c := s.before(m.start); fileLike(domain) && strings.Count(domain, ".") == 1 && (s.partAt(m.start) == code || c == '`') {
				return false // curl --data-urlencode content@bypass.vcl
			}
			if hasDigit(s.text[m.end:min(len(s.text), m.end+1)]) || unitSuffix[tld] || innerTLD[tld] || s.before(m.start) == '/' && s.before(m.start-1) == '/' {
				return false // a unit of systemd; a login, found as such
			}
			if c := s.after(m.end); c == '>' && s.after(m.end+1) == ' ' && s.startsLine(m.start) {
				return false // a prompt
			} else if c == ':' && (s.after(m.end+1) == '~' || s.after(m.end+1) == '/') || t[:i] == "git" {
				return false
			}
			m.same = "mail:" + strings.ToLower(t)
			return !strings.HasPrefix(domain, "localhost")
		},
		finds: []string{
			"mail ⟦Alice.Smith+oncall@sub.example.co.uk⟧ now", "<⟦bt@kapadokyatekstil.com.tr⟧>;", "to ⟦jürgen@brückwerk.de⟧.", "[x](mailto:⟦a.b@c.io⟧)",
			"⟦O'Brien@acme.com⟧",
		},
		leaves: []string{"git@github.com:acme/pay.git", "react@18.2.0", "getty@tty1.service", "ceph@osd.41", "actions/checkout@v4", "user@web-1.acme.internal", "@babel/core"},
	},
	{
		id: "mail.reversed", kind: Person, reason: "whose address follows, family name first",
		passage: true, needs: "@,", pattern: `((?:\p{Lu}[\p{L}'’-]+ ){0,2}\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)?)"?[ ]<[\w.+-]+@`,
		finds:  []string{"\"⟦Quirke, Aoife⟧\" <aq@brightmill.example>", "From: ⟦Nguyễn, Văn An⟧ <an@acme.io>"},
		leaves: []string{"Thanks, Priya", "Dear all, <x@y.io>"},
	},
	{
		id: "mail.spelt", kind: Email, reason: "an e-mail address, spelt out",
		cues:    []string{"(at)", "[at]", "{at}", "<at>", "(dot)", "[dot]", " dot ", "_at_"},
		pattern: `(?i)\b([\p{L}\p{N}][\p{L}\p{N}._%+-]*(?:[ ]?(?:\.|\[dot\]|\(dot\)|\{dot\})[ ]?[\p{L}\p{N}_%+-]+){0,3}[ ]?(?:\(at\)|\[at\]|\{at\}|<at>|_at_)[ ]?[\p{L}\p{N}-]+(?:[ ]?(?:\(dot\)|\[dot\]|\{dot\}|<dot>|_dot_|\.| dot )[ ]?[\p{L}\p{N}-]+)+|[\p{L}\p{N}._+-]+(?: (?:dot|\.) [\p{L}\p{N}_+-]+){0,3} at [\p{L}\p{N}-]+(?: dot [\p{L}\p{N}-]+)+)\b`,
		finds:   []string{"⟦jane(at)example(dot)com⟧ and", "⟦jane [at] example.com⟧", "⟦vesna [dot] horvat [at] oakline [dot] example⟧ or", "write to ⟦bob at acme dot io⟧", "⟦ana dot eze at acme dot example⟧, by radio", "⟦ivo . marchetti AT brightmill DOT example⟧, or"},
		leaves:  []string{"look at example", "at 10 dot 30", "arrived at port.com"},
	},
	{
		id: "mail.login", reason: "a login on a machine",
		needs: "@a", pattern: `(?P<user>[\p{L}\p{N}_][\p{L}\p{N}_.$+-]*)@(?P<host>[A-Za-z0-9](?:[\w.-]*\w)?)`,
		check: login,
		finds: []string{
			"⟦alice⟧@⟦web-1⟧:~$ kubectl get pods", "⟦nab⟧@⟦agg2.kdk.yakamoz.net.tr⟧> show", "ssh ⟦alice⟧@⟦10.2.3.4⟧ -p 2222", "[root@⟦db-prod-03⟧ ~]# x", "⟦dkowal⟧@⟦bastion-fra2⟧:~$", "scp x ⟦ana⟧@⟦gw⟧:/tmp/",
			"⟦k.ono⟧@⟦sttl-bat02⟧:~$", "⟦bob⟧@⟦jump.acme.internal⟧", "from ⟦etl⟧@⟦ledger⟧ on", "root@⟦h⟧:/# ", "⟦tarja⟧@laptop ~ % ls",
		},
		leaves: []string{
			"git@github.com:acme/x", "react@18.2.0", "lodash@latest", "actions/checkout@v4", "acme/pay@sha256:3f2a9c0d", "jane@acme.io", "user@host", "admin@localhost",
			"ceph-1c9f2a60-7ed4-11ee-b6c1-3cecef0a11d2@osd.41", "getty@tty1.service", "postgresql@14-main", "wg-quick@wg0", "HEAD@{1}", "x@y.service",
		},
	},
	{
		id: "mail.prompt", kind: Host, reason: "the machine of a shell prompt",
		needs: "a", cues: []string{"#", "$ ", "> ", "% "},
		pattern: `(?m)^[ \t]*([A-Za-z][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*)(?:\([\w-]+\))?(?::[~/][\w./-]*)?[ ]?(?:\([\w-]+\))?[#$%>](?:[ \t]+\S|$)`,
		check: func(s *scan, m *match) bool {
			t := strings.ToLower(s.text[m.start:m.end])
			if strings.HasPrefix(t, "bash") || strings.HasPrefix(t, "sh-") || shellNames[t] {
				return false
			}
			path := s.after(m.end) == ':'
			m.same = hostKey(t)
			return hasDigit(t) && strings.IndexByte(t, '-') >= 0 || path && !ordinary(t) || s.partAt(m.start) == code && (hasDigit(t) || path)
		},
		finds:  []string{"⟦db-prod-03⟧:~ # systemctl", "⟦sw-core-1⟧(config)# int vlan 3", "⟦sw-r3-a1⟧> show lldp"},
		leaves: []string{"bash-5.1$ ls", "mysql> select", "Step 3 > x", "postgres=# \\d", "redis> get"},
	},
	{
		id: "mail.message-id", kind: Other, reason: "the id of a message, which names its server",
		cues:    []string{"message-id", "in-reply-to", "references:"},
		pattern: `(?i)\b(?:message-id|in-reply-to|references):[ \t]*(<[^>\s]+>)`,
		finds:   []string{"Message-ID: ⟦<abc.123@mx1.acme.io>⟧"},
		leaves:  []string{"message-id missing"},
	},
}

// genericUsers are names of users that every machine has.
var genericUsers = wordSet(`root admin administrator ubuntu ec2-user user users runner localhost vagrant centos debian fedora core pi
	postgres mysql redis nginx apache www-data http nobody daemon bin sys sync mail news backup operator guest public default
	git hg svn jenkins node vscode circleci travis app web system service systemd-network systemd-resolve messagebus sshd ntp
	me you username youruser your-user name myuser someone shared linuxbrew homebrew opc azureuser cloud-user rocky almalinux
	kubernetes docker elasticsearch kafka zookeeper rabbitmq hdfs spark airflow prometheus grafana consul vault nomad haproxy
	ftp anonymous test all everyone domain local network sa dba oracle minio etcd chrony rpc dbus polkitd tomcat solr rabbit celery beat worker`)

var genericHosts = wordSet(`localhost host hostname server example domain remote target machine box somehost myhost yourhost ip address
	node remotehost latest main master next beta alpha canary stable edge dev head upstream develop rc lts`)

// ownMachines are what people call the machine they sit at, which names none.
var ownMachines = wordSet(`laptop desktop notebook macbook imac thinkpad workstation pc devbox vm container toolbox raspberrypi penguin`)

var shellNames = wordSet(`mysql redis sqlite sqlite3 psql postgres ftp sftp gdb lldb irb pry python python3 node mongo mongosh cqlsh hive
	spark-sql zsh fish ksh csh tcsh ash dash sh telnet nslookup openssl ldb lua ghci scala iex erl julia octave r test admin
	mariadb rs0 primary secondary console note warning quote step total error info debug http https go ok not-ok`)

// unitSuffix are the last parts of names that look like addresses and are units of systemd.
var unitSuffix = wordSet(`service socket timer target mount slice scope device path swap automount`)

// login decides about user@host.
func login(s *scan, m *match) bool {
	if m.kind == User {
		at := m.end
		host := s.text[at+1 : at+1+hostEnd(s.text[at+1:])]
		t := s.text[m.start:m.end]
		if !loginHost(s, at, host) || s.before(m.start) == '/' {
			return false
		}
		// Of ceph-<id>@unit only the last part was taken for a user.
		if c := s.before(m.start); isWordByte(c) || c == '-' || c == '.' || c == '/' && s.before(m.start-1) != '/' {
			return false
		}
		m.same = "user:" + strings.ToLower(t)
		return !genericUsers[strings.ToLower(t)]
	}
	host := s.text[m.start:m.end]
	if !loginHost(s, m.start-1, host) {
		return false
	}
	if ownMachines[strings.ToLower(host)] {
		return false
	}
	m.same = hostKey(host)
	if isIPv4(host) {
		m.kind = IP
		m.same = "ip:" + host
	}
	return !publicHost(host)
}

// loginHost decides whether the name after the @ at that offset is a machine.
func loginHost(s *scan, at int, host string) bool {
	low := strings.ToLower(host)
	if genericHosts[low] || low == "" || localHost(low) {
		return false
	}
	end := at + 1 + len(host)
	tld := low[strings.LastIndexByte(low, '.')+1:]
	dots := strings.Count(low, ".")
	prompt := s.after(end) == '>' && s.after(end+1) == ' ' || s.after(end) == ':' && strings.IndexByte("~/ ", s.after(end+1)) >= 0 || s.after(end) == ' ' && (s.after(end+1) == '~' || s.after(end+1) == '/')
	switch {
	case unitSuffix[tld] || strings.HasPrefix(low, "sha256") || strings.HasPrefix(low, "sha512"):
		return false
	case isIPv4(low):
		return true
	case low[0] == 'v' && len(low) > 1 && isDigit(low[1]), isDigit(low[0]) && !prompt:
		return false // a version
	case dots == 0 && len(low) <= 5 && (strings.HasPrefix(low, "tty") || strings.HasPrefix(low, "wg") || strings.HasPrefix(low, "eth")):
		return false
	case dots > 0 && isDigit(tld[0]):
		return false
	case dots > 0 && !innerTLD[tld]:
		// With a public suffix it is an e-mail address, unless the place says that it is a shell.
		return prompt || shellCue(s.lineBefore(at, 60))
	}
	user := at
	for user > 0 && (isWordByte(s.text[user-1]) || s.text[user-1] == '-' || s.text[user-1] == '.') {
		user--
	}
	if strings.HasPrefix(s.text[user:at], "-") || user == at {
		return false
	}
	return true
}

func shellCue(before string) bool {
	for _, w := range [...]string{"ssh ", "scp ", "sftp ", "rsync ", "mosh ", "autossh ", "ssh-copy-id "} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }
