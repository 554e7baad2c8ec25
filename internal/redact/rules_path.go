package redact

import (
	"strings"
)

// Names of people in paths, and of machines in network paths.

var pathRules = []rule{
	{
		id: "path.home", kind: User, reason: "the name of a user in a path",
		needs: "/", pattern: `(?i)/(?:home|users|export/home|var/spool/cron(?:/crontabs)?|var/mail|var/spool/mail|mnt/[a-z]/users|run/user|documents and settings)/([\p{L}\p{N}_][\p{L}\p{N}_.@+-]*)`,
		check: pathUser,
		finds: []string{
			"cat /home/⟦alice⟧/.kube/config", "/Users/⟦priya.p⟧/dev", "file:///home/⟦bob⟧/x", "C:/Users/⟦Bob⟧/x", "/var/spool/cron/⟦dispo⟧", "cd /home/⟦jürgen⟧.",
		},
		leaves: []string{"/root/x", "/home/ubuntu/x", "/Users/Shared", "/home/runner/work", "api/users/list", "/home/$USER", "GET /users/12", "/home"},
	},
	{
		id: "path.windows", kind: User, reason: "the name of a user in a path",
		cues:    []string{`\users\`, `\documents and settings\`, `\profiles\`, `\home\`},
		pattern: `(?i)\\{1,2}(?:users|documents and settings|profiles|home)\\{1,2}([^\\/:*?"<>|\n\t]{1,40})`,
		check: func(s *scan, m *match) bool {
			// Without a backslash after it the name ends with its word.
			if s.after(m.end) != '\\' {
				if i := strings.IndexAny(s.text[m.start:m.end], " ,;)'`"); i >= 0 {
					m.end = m.start + i
				}
			}
			return pathUser(s, m)
		},
		finds:  []string{`and C:\Users\⟦Alice Smith⟧\notes.txt`, `C:\Users\⟦bob⟧ is full`, `"C:\\Users\\⟦bob⟧\\x"`},
		leaves: []string{`C:\Users\Public\x`, `C:\Users\Administrator\x`, `C:\Windows\System32`},
	},
	{
		id: "path.tilde", kind: User, reason: "the name of a user in a path",
		needs: "~", pattern: `(?:^|[\s:"'=(` + "`" + `])~([a-z_][\w.-]*)/`,
		check:  pathUser,
		finds:  []string{"and ~⟦bob⟧/bin and"},
		leaves: []string{"~/bin", "~root/x", "about ~50/s", "~3/4"},
	},
	{
		id: "path.share", kind: Host, reason: "a machine in a network path",
		needs: `\`, pattern: `(?:^|[\s"'(` + "`" + `])(\\{1,2}[A-Za-z][\w.-]*)\\{1,2}[A-Za-z][\w$.-]*`,
		check: func(s *scan, m *match) bool {
			t := strings.TrimLeft(s.low[m.start:m.end], `\`)
			at := s.at[m.end-len(t)]
			if s.src[max(0, at-2):at] != `\\` || localHost(t) || genericHosts[t] || len(t) < 2 {
				return false
			}
			m.same = hostKey(t)
			return true
		},
		finds:  []string{`on \⟦\fs01⟧\share x`, `\⟦\Nas-Buero⟧\daten`},
		leaves: []string{`\n\t`, `C:\x\y`, `\\.\pipe`, `\alpha\beta`},
	},
	{
		id: "path.domain-user", kind: User, reason: "a login with its domain",
		needs: `\`, pattern: `\b([A-Z][A-Za-z0-9-]{1,14}\\[A-Za-z][\w.-]*\$?)`,
		check:  domainUser,
		finds:  []string{`⟦ACME\jsmith⟧ logged in`, `(⟦CORP\svc_backup⟧)`, `⟦Contoso\anna.berg⟧.`},
		leaves: []string{`C:\Users`, `HKLM\Software`, `NT AUTHORITY\SYSTEM`, `ERROR\nfoo`, `BUILTIN\Administrators`, `A\b`},
	},
	{
		id: "path.ldap", reason: "a name in a directory",
		cues:    []string{"cn=", "uid=", "ou=", "dc=", "o=", "emailaddress=", "cn ="},
		pattern: `(?i)(?:^|[\s,;/"'(` + "`" + `])(?:(?:cn|uid|sn|givenname|samaccountname)[ ]?=[ ]?(?P<person>[\p{L}\p{N}][\p{L}\p{N} ._'-]*)|ou[ ]?=[ ]?(?P<team>[\p{L}\p{N}][\p{L}\p{N} ._&'-]*)|(?P<host>dc[ ]?=[ ]?[\w-]+(?:,[ ]?dc[ ]?=[ ]?[\w-]+)*)|o[ ]?=[ ]?(?P<org>[\p{L}\p{N}][\p{L}\p{N} ._&'-]*)|l[ ]?=[ ]?(?P<place>[\p{L}][\p{L} .'-]*))`,
		check:   directoryName,
		finds:   []string{"via CN=⟦Jane Doe⟧,OU=⟦SRE⟧,⟦DC=acme,DC=local⟧", "subject=C = DE, O = ⟦Acme Ltd⟧, CN = ⟦Jane Doe⟧, x", "uid=⟦jdoe⟧,ou=⟦people-eu⟧,⟦dc=acme⟧"},
		leaves:  []string{"cn=admin,ou=users", "ago=1", "cn=config"},
	},
}

func pathUser(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(".-@", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.low[m.start:m.end]
	if t == "" || genericUsers[t] || isDigit(t[0]) && strings.Trim(t, "0123456789") == "" || t == "list" || t == "me" || t == "search" || t == "login" {
		return false
	}
	// /api/users/x is a route, /Users/x a folder.
	if strings.HasSuffix(s.text[:m.start-1], "/users") {
		i := m.start - 1 - len("/users")
		drive := i >= 1 && (s.text[i-1] == ':' || i >= 5 && s.text[i-5:i-1] == "mnt/" || i >= 6 && s.low[i-6:i-2] == "/mnt")
		if !drive {
			return false
		}
	}
	m.same = "user:" + t
	return true
}

var notDomains = wordSet(`hklm hkcu hkey hkey_local_machine hkey_current_user hkcr hku builtin authority nt system32 windows program files users
	microsoft software system currentcontrolset services`)

func domainUser(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(".-", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.text[m.start:m.end]
	domain, user, _ := strings.Cut(t, `\`)
	low := strings.ToLower(domain)
	if c := s.before(m.start); c == '\\' || c == '/' || c == ':' && s.partAt(m.start) == code {
		return false
	}
	if notDomains[low] || logLevel[low] || s.after(m.end) == '\\' || domain != strings.ToUpper(domain) && !(s.partAt(m.start) == prose && !ordinary(domain)) {
		return false
	}
	// \n, \t, \r and \b before a word are breaks in a string of a program.
	if len(user) < 2 || strings.IndexByte("ntrbdwsfv", user[0]) >= 0 && ordinary(user[1:]) && !ordinary(user) {
		return false
	}
	m.same = "user:" + strings.ToLower(user)
	return true
}

var genericNames = wordSet(`admin administrator administrators config users people groups root services service accounts computers localhost monitor
	schema system configuration manager replication subschema accesslog ldap bind readonly default domain controllers users. services.`)

func directoryName(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(" .'-", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.low[m.start:m.end]
	if genericNames[t] || m.end-m.start < 2 {
		return false
	}
	switch m.kind {
	case Person:
		if strings.Contains(t, ".") && !strings.Contains(t, " ") {
			m.kind, m.same = Host, hostKey(t)
		} else if !strings.Contains(t, " ") && strings.HasPrefix(s.lineBefore(m.start, 4), "uid") {
			m.kind, m.same = User, "user:"+t
		}
	case Host:
		var parts []string
		for _, p := range strings.Split(t, ",") {
			_, v, _ := strings.Cut(p, "=")
			parts = append(parts, strings.TrimSpace(v))
		}
		m.same = "host:" + strings.Join(parts, ".")
	case Team:
		return !genericNames[t]
	case Org, Place:
		// One letter and a sign: only within a subject of a certificate or a name in a directory.
		line := s.lineBefore(m.start, 200) + s.lineAfter(m.end, 100)
		return strings.Contains(line, "cn=") || strings.Contains(line, "cn =") || strings.Contains(line, "subject") || strings.Contains(line, "issuer")
	}
	return true
}
