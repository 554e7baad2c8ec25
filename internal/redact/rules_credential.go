package redact

import (
	"strings"
)

// Credentials in headers, commands and addresses.

var credentialRules = []rule{
	{
		id: "credential.header", kind: Secret, reason: "the credentials of a request header",
		cues:    []string{"authorization", "bearer", "basic "},
		pattern: `(?i)(?:authorization["']?[ \t]*[:=][ \t]*["']?(?:(?:bearer|basic|token|apikey|digest|negotiate|ntlm|aws4-hmac-sha256|key|bot|splunk)[ \t]+)?|\bbearer[ \t:]+)([^\s"'` + "`" + `,;]{6,}(?:,[ ]?\w+=[^\s"']+)*)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return possibleSecret(t) && (strings.Contains(s.lineBefore(m.start, 40), "authorization") && !ordinary(t) || secretLooking(t) && len(t) >= 10)
		},
		finds: []string{
			"Authorization: Bearer ⟦Z8s‹›1Kq0vX3mP7tR2uW9yB4nL6cD5eF1g⟧", "Authorization: Basic ⟦YWx‹›pY2U6OWZLMm1RN3pMcA==⟧",
			"-H 'authorization: token ⟦abc‹›def1234567⟧'", "a bearer ⟦abc‹›DEF123456789⟧ token", `"Authorization": "⟦abc‹›def1234567⟧"`,
		},
		leaves: []string{"Authorization: Bearer $TOKEN", "the bearer token was old", "authorization: required", "bearer of bad news"},
	},
	{
		id: "credential.key-header", kind: Secret, reason: "the credentials of a request header",
		cues:    []string{"-key", "-token", "-secret", "-auth", "-session", "-password", "-signature"},
		pattern: `(?i)\b[\w-]+-(?:key|token|secret|auth|session|password|signature)(?:-id)?["']?:[ \t]*["']?([^\s"'` + "`" + `,;]{6,})`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return possibleSecret(t) && (secretLooking(t) || randomLooking(t))
		},
		finds:  []string{"X-Api-Key: ⟦9f8e7d‹›6c5b4a⟧", `-H "PRIVATE-TOKEN: ⟦abc‹›DEF123456⟧"`, "x-vault-token: ⟦s.FAKE‹›fake0000FAKE⟧"},
		leaves: []string{"x-api-key: missing", "primary-key: true"},
	},
	{
		id: "credential.cookie", kind: Secret, reason: "a cookie",
		cues:    []string{"cookie"},
		pattern: `(?i)\b(?:set-)?cookie["']?[ \t]*[:=][ \t]*["']?([\w.%-]+=[^\s"'` + "`" + `,;]+(?:;[ ]?[\w.%-]+=[^\s"'` + "`" + `,;]+)*)`,
		check: func(s *scan, m *match) bool {
			// What ends it may be a setting that says nothing: theme=dark.
			for {
				i := strings.LastIndexByte(s.text[m.start:m.end], ';')
				if i < 0 {
					_, v, _ := strings.Cut(s.text[m.start:m.end], "=")
					return len(v) > 5 || secretLooking(v)
				}
				if _, v, _ := strings.Cut(s.low[m.start+i:m.end], "="); !ordinary(v) {
					return true
				}
				m.end = m.start + i
			}
		},
		finds:  []string{"Cookie: ⟦session=abc‹›def⟧; theme=dark", "set-cookie: ⟦JSESSIONID=F00‹›DF00D;Path=/⟧"},
		leaves: []string{"Cookie: cur=USD", "cookie: none", "the cookie banner"},
	},
	{
		id: "credential.cookie-name", kind: Secret, reason: "a session id",
		needs: "=", pattern: `(?i)\b(?:jsessionid|phpsessid|asp\.net_sessionid|sessionid|session_id|sess|sid|connect\.sid|csrf(?:_?token)?|xsrf-token)=([\w%.+/-]{6,})`,
		check:  func(s *scan, m *match) bool { return secretLooking(s.text[m.start:m.end]) },
		finds:  []string{"GET /x;jsessionid=⟦F00D‹›F00D12⟧ 500", "sid=⟦a8f5f1‹›67f44f⟧"},
		leaves: []string{"sess=default", "sid=1234"},
	},
	{
		id: "credential.map", reason: "the login and password of a relay",
		passage: true, needs: "]:", pattern: `(?:\]|\]:\d{2,5}|:(?:25|465|587|2525|3128|8080|1080))[ \t]+(?P<user>[\w.+@-]{2,40}):(?P<secret>[^\s"'` + "`" + `$<\[,;|)]{6,})`,
		check: func(s *scan, m *match) bool {
			if m.kind == User {
				m.same = "user:" + s.low[m.start:m.end]
				return !genericUsers[s.low[m.start:m.end]]
			}
			trimValue(s, m, false)
			return secretLooking(s.text[m.start:m.end])
		},
		finds:  []string{"sasl: [relay.acme.io]:587 ⟦siparis⟧:⟦Sah‹›te-608x⟧, changed"},
		leaves: []string{"[db]:5432 and x:y", "a:80 it:was", "[x]: note:nothing"},
	},
	{
		id: "credential.curl", kind: Secret, reason: "the user and password of a command",
		cues:    []string{"curl", "wget", "http "},
		pattern: `\b(?:curl|http|https|xh|wget)[ \t][^\n|]{0,300}?(?:-u|--user|--proxy-user|-a|--auth)[ \t=]*["']?(?P<user>[^\s:"'$<\[][^\s:"'$<]*):(?P<secret>[^\s"'$<\[][^\s"'$<]*)`,
		finds:   []string{"curl -u ⟦alice⟧:⟦9fK2‹›mQ7zLp⟧ https://api.acme.io", "curl -s --user '⟦svc⟧:⟦hun‹›ter2⟧' -XPOST x"},
		leaves:  []string{"curl -u $USER:$PASS x", "curl -s https://a.b/c:d", "curl -u [user-1]:[secret removed] x", "curl -u svc:[secret removed] x"},
	},
	{
		id: "credential.option", kind: Secret, reason: "the password of a command",
		cues:    []string{"-pass", "--password", "--token", "--secret", "--api-key", "--apikey", "--key", "-storepass", "--pw", "--auth-token", "--client-secret"},
		pattern: `(?i)(?:^|[\s` + "`" + `(])--?(?:[\w-]*password|[\w-]*passphrase|pass|passwd|pw|[\w-]*token|[\w-]*secret(?:-string|-key|-access-key)?|[\w-]*api-?key|storepass|keypass)(?:[ \t]+|=)("[^"\n]+"|'[^'\n]+'|[^\s"'` + "`" + `<]+)`,
		check: func(s *scan, m *match) bool {
			quoted := unquote(s, m)
			t := s.text[m.start:m.end]
			return possibleSecret(t) && !strings.HasPrefix(t, "-") && !strings.HasPrefix(t, "@") && !strings.HasPrefix(t, "/") &&
				(quoted || !ordinary(t) || len(s.lineBefore(m.start, 80)) > 12)
		},
		finds: []string{
			"mysql --password=⟦hun‹›ter2⟧ -h x", "vault login --token ⟦s.abc‹›def⟧", "keytool -storepass '⟦change‹›it now⟧'",
			"aws secretsmanager put --secret-string \"⟦a b‹› c⟧\"",
		},
		leaves: []string{"--password-file /run/x", "--token $T", "--password-stdin"},
	},
	{
		id: "credential.value", kind: Secret, reason: "the value of a stored secret",
		cues:    []string{"securestring", "put-secret", "create-secret", "set-secret", "secret set", "secrets set", "put-parameter", "from-literal", "kv put", "keyvault secret"},
		pattern: `(?:--value|--secret-string|--body|-b|--from-literal=[\w.-]+|--from-literal [\w.-]+)[ \t=]+("[^"\n]+"|'[^'\n]+'|[^\s"'` + "`" + `]+)`,
		check: func(s *scan, m *match) bool {
			unquote(s, m)
			return possibleSecret(s.text[m.start:m.end])
		},
		finds:  []string{"put-parameter --type SecureString --value ⟦abc‹›123⟧ --overwrite", "kubectl create secret generic x --from-literal=db=⟦hun‹›ter⟧"},
		leaves: []string{"put-parameter --type String --value $V"},
	},
	{
		id: "credential.short-option", kind: Secret, reason: "the password of a command",
		cues: []string{"mysql", "mariadb", "sshpass", "redis-cli", "ldapsearch", "ldapmodify", "docker login", "podman login", "helm registry", "mongo", "snmp", "-p'", "-p\"", "7z", "zip", "ftp", "sqlcmd", "rabbitmqadmin", "mosquitto", "htpasswd", "smbclient", "unzip", "net use", "influx", "cqlsh", "nmcli", "ipmitool", "plink", "pscp", "psftp", "putty", "winscp", "-pw "},
		pattern: `(?:\b(?:mysql\w*|mariadb[\w-]*|7z\w?)\b[^\n]{0,200}?[ \t]-p|\b(?:sshpass|docker login|podman login|helm registry login|mongo\w*|rabbitmqadmin|cqlsh)\b[^\n]{0,200}?[ \t]-p[ \t]+|\bredis-cli\b[^\n]{0,200}?[ \t]-a[ \t]+|\bldap\w+\b[^\n]{0,200}?[ \t]-w[ \t]+|\bsqlcmd\b[^\n]{0,200}?[ \t]-P[ \t]*|\bmosquitto_\w+\b[^\n]{0,200}?[ \t]-P[ \t]+|\bsnmp\w*\b[^\n]{0,100}?[ \t]-[cAX][ \t]+|\bsnmp-server community[ \t]+|[ \t]-p(?:["'])|[ \t]-pw[ \t]+|\bipmitool\b[^\n]{0,200}?[ \t]-P[ \t]+)` +
			`["']?([^\s"'-][^\s"']*)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if !possibleSecret(t) || strings.Trim(t, "0123456789:./") == "" && !strings.Contains(s.lineBefore(m.start, 200), "sshpass") {
				return false // a port
			}
			return t != "public" && !strings.HasPrefix(t, "--")
		},
		finds: []string{
			"mysql -uroot -p'⟦hun‹›ter2⟧' ledger", "mysqldump -u x -p⟦Sekr‹›it1⟧ db", "sshpass -p ⟦hun‹›ter2⟧ ssh x", "redis-cli -h c -a ⟦p4s‹›sw⟧ info",
			"ldapsearch -D cn=x -w ⟦Sec‹›ret9⟧ -b y", "docker login -u bot -p ⟦abc‹›123⟧ r", "plink -ssh op@x -pw ⟦Po‹›zo77⟧", "ipmitool -H x -U ADMIN -P ⟦kned‹›lik.5⟧ raw",
		},
		leaves: []string{"ssh -p 2222 x", "mysql -u root -p ledger_db -h", "mkdir -p /x/y", "redis-cli -p 6379", "docker run -p 8080:80 x"},
	},
	{
		id: "credential.sql", kind: Secret, reason: "the password of a database user",
		cues:    []string{"identified by", "password '", "password \"", "requirepass", "auth ", "masterauth", "enable secret", "password 7", "key-string", "community "},
		pattern: `(?i)(?:identified(?: with \w+)? by|(?:with|encrypted|set)? ?password(?: for \S+)?(?: =| to)?)[ \t]+'([^'\n]+)'`,
		finds:   []string{"ALTER ROLE x WITH PASSWORD '⟦hun‹›ter2⟧';", "CREATE USER a IDENTIFIED BY '⟦pw‹›1⟧'"},
		leaves:  []string{"set password to something"},
	},
	{
		id: "credential.config", kind: Secret, reason: "a password in a configuration",
		cues:    []string{"requirepass", "masterauth", "enable secret", "enable password", "password 0", "password 7", "secret 5", "secret 9", "key-string", "snmp-server community", "passin", "passout", "psk "},
		pattern: `(?im)\b(?:requirepass|masterauth|enable (?:secret|password)(?: \d)?|(?:password|secret) [05789]|key-string(?: \d)?|snmp-server community|pass(?:in|out) pass:|wpa-psk|psk)[ \t"]*([^\s"]{3,})`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return possibleSecret(t) && t != "public" && (!ordinary(t) || s.partAt(m.start) == code)
		},
		finds:  []string{"requirepass ⟦p4s‹›sw0rd⟧", "username x password 7 ⟦0822‹›455D0A16⟧", "openssl -passin pass:⟦hun‹›ter2⟧"},
		leaves: []string{"requirepass is not set", "psk was wrong"},
	},
	{
		id: "credential.url", reason: "the user, password and host of an address",
		needs: ":/@", look: urlCredentials,
		finds: []string{
			"postgres://⟦payments_rw⟧:⟦Hun‹›ter2!pass⟧@⟦db-prod-03.internal⟧:5432/ledger", "redis://:⟦p4s‹›sw0rd⟧@⟦cache-1⟧:6379",
			"amqp://⟦guest⟧:⟦guest⟧@⟦mq⟧", "https://⟦admin⟧:⟦s3c‹›r3t⟧@⟦wiki.acme.io/x⟧", "mongodb://⟦u⟧:⟦ps‹›/s#w⟧@⟦m1.lan⟧/db", "https://⟦robot⟧@⟦git.acme.io/x.git⟧",
			"jdbc:mysql://⟦app⟧:⟦pw‹›1⟧@⟦10.0.0.5⟧:3306/x",
		},
		leaves: []string{"https://acme.io/a@b", "http://x:8080/p@q", "ssh://git@github.com/a/b", "https://$USER:$PASS@host/"},
	},
	{
		id: "credential.oracle", kind: Secret, reason: "the user and password of a command",
		cues:    []string{"sqlplus", "expdp", "impdp", "sqlldr", "rman ", "tnsping", "sqlcl", "connect ", "conn "},
		pattern: `(?i:\b(?:sqlplus|expdp|impdp|sqlldr|rman|sqlcl|connect|conn)\b)[^\n]{0,80}?[ \t"'](?P<user>[A-Za-z][\w$]*)/(?P<secret>[^\s@/"']+)@(?://)?(?P<host>[A-Za-z0-9][\w.-]*)`,
		check: func(s *scan, m *match) bool {
			if m.kind == Host {
				m.same = hostKey(s.text[m.start:m.end])
			}
			return possibleSecret(s.text[m.start:m.end])
		},
		finds:  []string{"sqlplus -s ⟦fc_ops⟧/⟦Egu‹›si77⟧@//⟦scan-a.corp⟧:1521/orcl", "SQL> connect ⟦GENREC_LEC⟧/⟦Cigue-‹›XY-2026⟧@⟦trib_pro⟧"},
		leaves: []string{"sqlplus / as sysdba", "sqlplus $USER/$PW@db"},
	},
	{
		id: "credential.signed-url", kind: Secret, reason: "the signature of a link that opens without a password",
		needs: "=", pattern: `(?i)[?&;](?:sig|signature|access_token|refresh_token|id_token|token|x-amz-(?:signature|credential|security-token)|x-goog-(?:signature|credential)|x-ms-signature|api_?key|apikey|key|auth|password|passwd|pwd|secret|client_secret|code|awsaccesskeyid|hmac|jwt|sas|invite|reset_token|st|otp)=([^\s&"'<>` + "`" + `)]{4,})`,
		check: func(s *scan, m *match) bool { return possibleSecret(s.text[m.start:m.end]) },
		finds: []string{
			"https://x.blob.core.windows.net/c?sv=2022-11-02&sig=⟦a‹›B3dE9fK2mQ7zLpX0vR5tW8yN1cG4hJ6kM9oP2sU%3D⟧", "GET /cb?code=⟦4/P7q‹›7W91⟧&state=x",
			"?access_token=⟦abc‹›def⟧",
		},
		leaves: []string{"?page=2&sort=asc", "?key=", "&token=$T"},
	},
	{
		id: "credential.webhook", kind: Secret, reason: "an address that posts without a password",
		needs: ":/.", pattern: `\bhttps?://(?:hooks\.slack\.com/(?:services|workflows)/[\w/-]+|(?:ptb\.|canary\.)?discord(?:app)?\.com/api/webhooks/[\w/-]+|[\w.-]+\.webhook\.office\.com/[\w/@-]+|[\w-]+:[0-9a-f]{32}@[\w.]*sentry[\w.]*/\d+|api\.telegram\.org/bot[\w:-]+|maker\.ifttt\.com/[\w/-]+|hc-ping\.com/[\w-]+)`,
		finds:  []string{"⟦https://hooks.slack.com/ser‹›vices/T000/B000/FAKEfake⟧", "⟦https://hc-ping.com/00000000-fake⟧"},
		leaves: []string{"https://api.slack.com/docs"},
	},
}

var schemePattern = newPattern(`[A-Za-z][A-Za-z0-9+.-]*://`)

// urlCredentials finds user, password and host of addresses that hold credentials. A password may hold any character,
// @ and / too. Of a web address the path is found with the host; of a database the path is the database.
func urlCredentials(s *scan, start, end int) []match {
	var out []match
	for start < end {
		loc := schemePattern.FindStringIndex(s.text[start:end])
		if loc == nil {
			break
		}
		scheme := strings.ToLower(s.text[start+loc[0] : start+loc[1]-3])
		from := start + loc[1]
		to := from
		for to < end && strings.IndexByte("\"'`<>|", s.text[to]) < 0 {
			to++
		}
		start = max(to, from)
		rest := s.text[from:to]
		at := credentialEnd(rest)
		if at < 0 {
			continue
		}
		user, secret, has := strings.Cut(rest[:at], ":")
		if strings.HasPrefix(secret, "$") || strings.HasPrefix(secret, "{") || strings.HasPrefix(user, "$") || strings.HasPrefix(user, "{") {
			continue
		}
		if has {
			out = append(out, match{start: from, end: from + len(user), kind: User})
			if secret != "" && strings.Trim(secret, "*x") != "" {
				out = append(out, match{start: from + len(user) + 1, end: from + at, kind: Secret})
			}
		} else if user != "git" && user != "hg" {
			kind := User
			if len(user) >= 16 && (randomLooking(user) || strings.ContainsAny(user, "0123456789")) {
				kind = Secret
			}
			out = append(out, match{start: from, end: from + at, kind: kind})
		}
		host := hostEnd(rest[at+1:])
		name := rest[at+1 : at+1+host]
		if localHost(name) || publicHost(name) || name == "" {
			continue
		}
		m := match{start: from + at + 1, end: from + at + 1 + host, kind: Host}
		switch {
		case strings.HasPrefix(scheme, "http") || scheme == "git+https" || scheme == "ftp":
			m.kind = URL
			m.end = trimURL(s.text, m.start, to)
		case isIPv4(name):
			m.kind = IP
		}
		out = append(out, m)
	}
	return out
}

// credentialEnd is the offset of the @ that ends the credentials of an address without its scheme, -1 without any.
func credentialEnd(rest string) int {
	authority := rest
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		authority = rest[:i]
	}
	if i := strings.LastIndexByte(authority, '@'); i > 0 {
		return i
	}
	// A password with a slash in it: user:pa/ss@host. Not host:8080/path@x, and not a path.
	colon := strings.IndexByte(authority, ':')
	at := strings.IndexByte(rest, '@')
	if colon < 0 || at < 0 || colon > at || strings.Trim(authority[colon+1:], "0123456789") == "" {
		return -1
	}
	return at
}

// hostEnd is the length of the host that s begins with.
func hostEnd(s string) int {
	if strings.HasPrefix(s, "[") {
		if i := strings.IndexByte(s, ']'); i > 0 {
			return i + 1
		}
	}
	n := 0
	for n < len(s) && (isWordByte(s[n]) || s[n] == '-' || s[n] == '.') {
		n++
	}
	return len(strings.TrimRight(s[:n], ".-"))
}
