package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Logins where a command, a log or a sentence names one; values of fields.

var userRules = []rule{
	{
		id: "user.command", kind: User, reason: "the user that a command names",
		cues: wholeWords(`sudo psql pg_dump pg_restore vacuumdb createdb dropdb rabbitmqctl smbclient rpcclient mysql mysqldump mysqladmin mariadb
			mongo mongosh cqlsh ldapsearch crontab ps pkill pgrep sqlcmd influx redis-cli clickhouse-client`), after: true,
		pattern: `[^\n|;]{0,100}?[ \t]-[uU][ \t]*["']?([A-Za-z_][\w.-]*)`,
		check: func(s *scan, m *match) bool {
			return !unitOf.MatchString(s.lineBefore(m.start, 100)) && commandUser(s, m)
		},
		finds: []string{
			"sudo -u ⟦dispo⟧ /opt/x", "sudo -n -u ⟦dispo⟧ x", "psql -h x -U ⟦ledger_rw⟧ -c", "mysql -u ⟦appuser⟧ -p", "ps -u ⟦kbo⟧",
		},
		leaves: []string{"psql -U postgres", "sudo -u root x", "curl -u alice:pw x", "sudo systemctl status x"},
	},
	{
		id: "user.named", kind: User, reason: "the user that a command names",
		cues: wholeWords(`su --user --username --owner useradd adduser usermod userdel passwd chage kinit runuser gpasswd finger chown`), after: true,
		pattern: `[= \t]+(?:-\w*[ \t]+)*(?:--login[ \t]+)?["']?([A-Za-z_][\w.-]*)`,
		check: func(s *scan, m *match) bool {
			before := s.lineBefore(m.start, 24)
			if strings.HasSuffix(before, "su ") || strings.HasSuffix(before, "passwd ") || strings.HasSuffix(before, "finger ") {
				return s.partAt(m.start) == code && commandUser(s, m) // su and passwd are words of sentences too
			}
			return commandUser(s, m)
		},
		finds: []string{
			"`su - ⟦etl⟧`", "chown -R ⟦bob⟧:staff /x", "--user=⟦kbo⟧ x", "useradd -m ⟦alice⟧", "`passwd ⟦alice⟧`",
		},
		leaves: []string{"passwd was", "--user $X", "su - the", "chown root:root x", "su casa"},
	},
	{
		id: "user.log", kind: User, reason: "the user in a line of a log",
		cues: []string{"accepted ", "failed password", "session opened", "session closed", "invalid user", "new session", "cmd (", "user=", "user ", "logname=", "removed session", "authentication failure", "pam_unix", "command=", "disconnected from", "triggered by", "owner:", "uid="},
		pattern: `(?:\bAccepted \w+ for |\bFailed \w+ for (?:invalid user )?|\binvalid user |\bInvalid user |\bsession (?:opened|closed) for user |\bof user |\bDisconnected from (?:authenticating |invalid )?user |\bcron\[?\d*\]?:? ?\(|\bCRON\[\d+\]: \(|\bCROND\[\d+\]: \(|\b(?:r?user|USER|LOGNAME|SUDO_USER|logname|acct|User Id|UID|Uid|usr|login|LOGIN|username|USERNAME|db_user|DB_USER|PGUSER|POSTGRES_USER|MYSQL_USER|AS USER)=["']?|\buid=\d+\(|\bgid=\d+\()` +
			`([A-Za-z_][\w.-]*)`,
		check: func(s *scan, m *match) bool {
			for m.end > m.start && strings.IndexByte(".-", s.text[m.end-1]) >= 0 {
				m.end--
			}
			t := s.low[m.start:m.end]
			if genericUsers[t] || len(t) < 2 || s.after(m.end) == '(' || notSecret[t] {
				return false
			}
			m.same = "user:" + t
			return true
		},
		finds: []string{
			"CRON[41877]: (⟦dispo⟧) CMD (/opt/x)", "Accepted publickey for ⟦alice⟧ from", "session opened for user ⟦etl⟧ by", "user=⟦replicator⟧ password=x", "uid=1001(⟦alice⟧) gid=1001(⟦staff2⟧)", "Failed password for invalid user ⟦bob⟧ from", "USER=⟦kbo⟧ ;",
		},
		leaves: []string{"session opened for user root by", "user=$USER", "Server=db;User Id=sa;", "the user was", "CRON[1]: (root) CMD"},
	},
	{
		id: "user.grant", kind: User, reason: "the account of a database",
		needs: "'@", pattern: `'([A-Za-z_][\w.$-]*)'@'[^'\s]*'`,
		check: func(s *scan, m *match) bool {
			m.same = "user:" + s.low[m.start:m.end]
			return !genericUsers[s.low[m.start:m.end]]
		},
		finds:  []string{"ALTER USER '⟦rpt_tukaram⟧'@'%' IDENTIFIED BY 'x'"},
		leaves: []string{"'root'@'localhost'", "'a' @ 'b'"},
	},
	{
		id: "user.netuse", reason: "the login and password of a share",
		cues:    []string{"/user:", "/USER:"},
		pattern: `(?i)/user:(?P<user>[\w.-]+\\[\w.$-]+|[\w.$-]+)(?:[ ](?P<secret>[^\s/"]\S{5,}))?`,
		check: func(s *scan, m *match) bool {
			if m.kind == Secret {
				return secretLooking(s.text[m.start:m.end]) && possibleSecret(s.text[m.start:m.end])
			}
			m.same = "user:" + s.low[m.start:m.end]
			return !genericUsers[s.low[m.start:m.end]]
		},
		finds:  []string{"net use P: \\\\fs\\x /user:⟦BILLABONG\\svc-print⟧ ⟦Lamin‹›gton!3350⟧"},
		leaves: []string{"runas /user:administrator cmd"},
	},
	{
		id: "user.blame", kind: User, reason: "the login of whoever changed it",
		cues: wholeWords("blame git"), after: true,
		pattern: `(?:[ ](?:says|shows|gives|names|is|was|points (?:at|to))|[ ](?:he|she|they|i)(?:['’]s|['’]m|['’]re| is| am| are))[: ]{1,2}["'` + "`" + `]?([a-z][a-z0-9]*(?:[._-][a-z0-9]+)*)["'` + "`" + `]?(?:$|[\s,.;:)—–-])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			m.same = "user:" + t
			return !genericUsers[t] && !ordinary(t) && !product(t) && !lexicon.Given(t) && len(t) > 2 && !lexicon.ForeignWord(t)
		},
		finds:  []string{"blame says ⟦gtal⟧ — she left", "in git he's ⟦jp-sikka⟧.) he"},
		leaves: []string{"git is slow", "blame is not", "git blame shows nothing", "in git he's careful"},
	},
	{
		id: "user.near-id", kind: User, reason: "the login beside its number, or before the address it came from",
		needs: "a", cues: []string{"uid", "gid", " from ", " von ", " desde ", " depuis ", " da ", " de ", " z ", "@"},
		pattern: `(?:^|[\s"'` + "`" + `(])([a-z_][a-z0-9_-]{2,31})(?:["'` + "`" + `]?[ ]\((?:UID|uid|euid)[ =:]?\d+|["'` + "`" + `]?[ ](?:from|von|desde|depuis|da|de|z)[ ]\d{1,3}(?:\.\d{1,3}){3}\b)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			m.same = "user:" + t
			return !genericUsers[t] && !ordinary(t) && !technical[t] && !littleWords[t] && (!lexicon.Product(t) || strings.ContainsAny(t, "_")) && !lexicon.ForeignWord(t) && !lexicon.GermanWord(t)
		},
		finds:  []string{"locked on x by ⟦resticsvc⟧ (UID 1009, GID 1009)", "session: ⟦bi_nacht⟧ von 10.120.8.31, ein", "as ⟦kbo-rw⟧ from 10.1.2.3"},
		leaves: []string{"connections from 10.1.2.3", "root (UID 0", "traffic von 10.1.2.3", "moved from 10.1.2.3"},
	},
	{
		id: "user.listing", kind: User, reason: "the owner of a file",
		cues:    []string{"rw-r", "rwxr", "rw----", "rwx---", "r--r--", "rwxrwx"},
		pattern: `(?m)^[ \t]*[-dlbcps][rwxsStT-]{9}[.+@]?[ \t]+\d+[ \t]+(?P<user>[A-Za-z_][\w.-]*)[ \t]+(?P<user>[A-Za-z_][\w.-]*)[ \t]+\d`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			m.same = "user:" + t
			return !genericUsers[t] && !(ordinary(t) && groupOf.MatchString(s.lineBefore(m.start, 60)) && !strings.HasSuffix(strings.TrimRight(s.lineBefore(m.start, 60), " "), " "+t)) && t != "staff" && t != "wheel" && t != "users" && t != "adm" && t != "games"
		},
		finds:  []string{"-rw-r--r-- 1 ⟦alice⟧ ⟦payops⟧ 1234 Mar 12 14:32 f"},
		leaves: []string{"-rw-r--r-- 1 root root 1234 Mar 12 14:32 f"},
	},
	{
		id: "user.account-name", kind: User, reason: "the name of an account for programs",
		needs: "_", pattern: `\b(svc_\w+|sa_\w+|usr_\w+|srv_\w+|bot_\w+|[a-z][a-z0-9]*(?:_[a-z0-9]+)*_(?:ro|rw|svc|bot|rev|ops|ddl|dml|usr))\b`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			d := s.after(m.end)
			first, rest, _ := strings.Cut(t, "_")
			last := t[strings.LastIndexByte(t, '_')+1:]
			if d == '(' || d == '=' || d == '.' && isWordByte(s.after(m.end+1)) || s.before(m.start) == '.' || s.before(m.start) == '$' || rest == "" {
				return false
			}
			if last == "ops" || last == "rev" || last == "bot" || last == "dml" || last == "ddl" {
				// Slow ops and git revisions are called so too.
				return !lexicon.Word(first) && len(first) > 3
			}
			m.same = "user:" + t
			return first != "is" && first != "mount" && first != "force" && t != "read_only_ro"
		},
		finds:  []string{"open as ⟦svc_marmalade_ro⟧. x", "as ⟦ledger_rw⟧ from", "as ⟦kobopath_rev⟧."},
		leaves: []string{"slow_ops", "is_ro", "bnxt_en", "pg_stat_replication", "max_ops", "svc_"},
	},
	{
		id: "user.by", kind: User, reason: "the login of whoever did it",
		cues: wholeWords("by as am login user username"), after: true,
		pattern: `(?:[ ]is)?[ \t]+["'` + "`" + `]?([a-z][a-z0-9]*(?:[._-]?[a-z0-9]+)*)["'` + "`" + `]?(?:$|[\s,.;:)])`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if genericUsers[t] || len(t) < 3 || ordinary(t) || product(t) || strings.Contains(t, "-") && ordinaryParts(t) || looksLikeAmount(t) || technical[t] {
				return false
			}
			if joined := strings.ContainsAny(t, "._"); lexicon.Given(t) && !joined {
				return false // somebody's name, found as such
			} else if joined && ordinaryParts(strings.NewReplacer(".", "-", "_", "-").Replace(t)) && !lexicon.Given(t[:strings.IndexAny(t, "._")]) {
				return false
			}
			before := s.lineBefore(m.start, 48)
			if !byWhom.MatchString(before) {
				return false
			}
			if strings.HasSuffix(strings.TrimRight(before, "`\"' "), "i am") && s.partAt(m.start) == prose && !hasDigit(t) && s.after(m.end) != ',' {
				return false
			}
			m.same = "user:" + t
			return true
		},
		finds:  []string{"manual one triggered 20:51 by ⟦skarthik⟧. asked", "logged in as ⟦dkowal⟧", "started by `⟦k.ono⟧`"},
		leaves: []string{"user experience", "triggered by kafka", "started by hand", "logged in as root", "i am unsure", "caused by http2", "owned by the team", "login screen"},
	},
	{
		id: "user.owner", kind: User, reason: "a login, by what belongs to it",
		needs: "'", pattern: `^["'(` + "`" + `]?([a-z][a-z0-9]*(?:[._-]?[a-z0-9]+)*)'s?$`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			w, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(s.lineAfter(m.end, 24), "'s"), "'"), ",")
			w, _, _ = strings.Cut(strings.TrimSpace(w), " ")
			m.same = "user:" + t
			return ownedThings[strings.Trim(w, ".;:)")] && len(t) > 2 && !ordinary(t) && !product(t) && !genericUsers[t] && !lexicon.Given(t) && !machineWords[t]
		},
		finds:  []string{"from ⟦sigurjonb⟧'s shell on", "in ⟦kdvorak2⟧'s crontab."},
		leaves: []string{"in kafka's session", "the server's account", "priya's laptop", "postgres's home"},
	},
	{
		id: "user.bracket", kind: User, asks: true, reason: "perhaps the login of whoever is named before it",
		needs: "a(", pattern: `^\(([a-z][a-z0-9]*(?:[._-]?[a-z0-9]+)*)\)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			name := strings.TrimRight(s.text[:m.start-1], " *_")
			name = name[strings.LastIndexAny(name, " \n(")+1:]
			if len(t) < 3 || name == "" || ordinary(t) || product(t) || genericUsers[t] || technical[t] || lexicon.Acronym(strings.ToUpper(t)) || looksLikeAmount(t) {
				return false
			}
			c, _ := utf8.DecodeRuneInString(name)
			m.same = "user:" + t
			return unicode.IsUpper(c) && strings.ToUpper(name) != name && !product(strings.ToLower(name)) && (!ordinary(name) || lexicon.Given(lexicon.Fold(name)))
		},
		finds:  []string{"drive with Bolanle (⟦bolanlex⟧) on"},
		leaves: []string{"Kafka (kafka)", "the Box (here)", "Linux (arm64)", "Priya (again)"},
	},
}

// commandUser decides about a word in the place of a user.
func commandUser(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	if b := s.lineBefore(m.start, 60); strings.Contains(b, "journalctl ") || strings.Contains(b, "systemctl ") {
		return false // the unit of a service
	}
	if genericUsers[t] || littleWords[t] || s.after(m.end) == '@' || s.after(m.end) == '/' || s.before(m.start) == '$' || len(t) < 2 {
		return false
	}
	if s.partAt(m.start) == prose && ordinary(t) && !strings.Contains(s.lineBefore(m.start, 12), " -") {
		return false
	}
	m.same = "user:" + t
	return true
}

var numberWord = newPattern(`(?:no\.?|number|nr\.?|nummer|[^a-z]id|ref|is|was|customer ?)$`)

var accountWord = newPattern(`(?:account|acct|merchant|member|konto|cuenta|conta|compte|rekening) $`)

// unitOf goes before the unit whose journal is shown: journalctl -u sssd.
var unitOf = newPattern(`\b(?:journalctl|systemd-run|systemd-analyze)\b[^|;]*-[uU][ \t]*["']?$`)

// groupOf goes before the group of a file, which follows its owner.
var groupOf = newPattern(`\d+[ \t]+[a-z_][\w.-]*[ \t]+$`)

// byWhom is what stands before the login of whoever did something.
var byWhom = newPattern(`(?:(?:triggered|started|launched|created|submitted|scheduled|killed|deployed|pushed|executed|owned|requested|initiated|cancell?ed|locked|modified|changed)(?: [\w:.]+)? by|(?:logged (?:in|on)|connected|ran|runs?|running|authenticated|signed in|open(?:ed)?(?: since \S+)?) as|(?:^|[^a-z])(?:i am|login|user(?:name)?(?: is)?))[ \t]+["'` + "`" + `]?$`)

// ownedThings are what a login owns on a machine.
var ownedThings = wordSet(`shell session home account crontab cron login prompt terminal tmux screen history bashrc dotfiles key keys token branch
	fork commit commits pr mr job jobs process processes query queries script notebook workspace vm container namespace sandbox`)

// fieldKinds are names of fields, as in JSON and in logs, with the kind of their values.
var fieldKinds = map[string]Kind{
	"host": Host, "hostname": Host, "node": Host, "nodename": Host, "server": Host, "servername": Host, "machine": Host, "pod": Host, "pod_name": Host, "podname": Host, "instance": Host, "container": Host, "peer": Host, "broker": Host, "src_host": Host, "dst_host": Host, "fqdn": Host,
	"user": User, "username": User, "user_name": User, "login": User, "actor": User, "principal": User, "owner": User, "author": User, "assignee": User, "reporter": User, "created_by": User, "updated_by": User, "committer": User, "requester": User, "operator": User, "triggered_by": User, "sub": User,
	"customer": Org, "tenant": Org, "client": Org, "company": Org, "organization": Org, "organisation": Org, "org": Org, "merchant": Org, "partner": Org, "vendor": Org, "kunde": Org, "mandant": Org, "var-tenant": Org,
	"cluster": CloudID, "cluster_name": CloudID, "bucket": CloudID, "project": CloudID, "project_id": CloudID, "subscription": CloudID, "resource_group": CloudID,
	"account_id": Account, "customer_id": Account, "tenant_id": Account, "client_id": Account, "user_id": Account, "userid": Account, "merchant_id": Account, "org_id": Account, "account": Account, "accountid": Account, "customerid": Account,
	"id": Other, "order_id": Other, "orderid": Other, "invoice_id": Other, "booking_id": Other, "payment_id": Other, "device_id": Other, "employee_id": Other, "patient_id": Other, "contract_id": Other, "policy_id": Other, "case_id": Ticket, "ticket_id": Ticket, "ticket": Ticket, "incident_id": Ticket,
	"team": Team, "squad": Team, "site": Place, "office": Place, "city": Place, "location": Place, "country": Place, "datacenter": Place, "region": Region, "zone": Region,
}

var fieldRules = []rule{
	{
		id: "field.value", kind: Other, reason: "the value of a field that names somebody or something",
		cues: []string{"=", ":"}, after: true,
		look: fieldValue,
		finds: []string{
			`{"user":"⟦dkowal⟧","host":"⟦edgebox⟧","status":429}`, "host=⟦edgebox⟧ level=info customer_id=⟦48213⟧", `"tenant": "⟦kapadokya⟧"`, "level=warn pod=⟦pay-x⟧ msg=x", "order_id=⟦20418⟧", "  user: ⟦wiesel_agv⟧", `{"id":"⟦2210-1768869-417⟧"}`,
		},
		leaves: []string{`{"type":"x","status":429}`, "user=root host=localhost", "host=$HOST", "node=1", `"region": true`, "server=true", "client=http2", "the host: dbx", "user: me", "id=42", "Host: dbx"},
	},
	{
		id: "field.serial", kind: Other, reason: "the number of a device, a card or a person",
		cues: wholeWords(`guid sim wwn wwpn wwnn serial serials s/n sn imei imsi iccid msisdn norad eui deveui devaddr mrn nhi ssn nino vin pesel bsn cpf
			cnpj iban nif vat tracking waybill asset meter seriennummer serienummer`), after: true,
		pattern: `(?i)(?:[ ](?:no\.?|number|nr\.?|id|tag|is|was))?[ \t]*[:=#]?[ \t]*["'` + "`" + `]?((?:0x)?[A-Z0-9]+(?:[-:.][A-Z0-9]+)*)`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			return countDigits(t) >= 5 && !isWordByte(s.after(m.end)) && !countFollows(s.lineAfter(m.end, 14)) && !isDate(t)
		},
		finds:  []string{"card, guid ⟦0x506b4b0300c2a9f4⟧, x", "norad ⟦99127⟧.", "IMSI ⟦286990000041773⟧", "serial no. ⟦YKM-77E1-0C2B01⟧"},
		leaves: []string{"serial 9600 baud", "vat 19 %", "the meter 2024-03-12", "asset 123", "meter 12345 rows"},
	},
	{
		id: "field.number", kind: Account, reason: "the number of a customer, an order or an account",
		cues: wholeWords(`customer tenant client merchant member meter mrn anydesk teamviewer order invoice contract policy patient booking account acct employee shop store user
			konto cuenta conta compte rekening kundennummer kundennr kontonummer vertragsnummer bestellnummer auftragsnummer rechnungsnummer
			personalnummer mitgliedsnummer cliente pedido`), after: true,
		pattern: `(?:[ :=]+|[ ]?(?i:no\.?|number|nr\.?|id|#|№|ref)[ :#=]*(?:is |was )?)([A-Z]{0,4}-?\d{3,18}(?:-\d{1,8}){0,3}|\d{1,4}[A-Z]{2,4}\d{5,14})\b`,
		check: func(s *scan, m *match) bool {
			before := s.lineBefore(m.start, 24)
			t := s.text[m.start:m.end]
			if isWordByte(s.before(m.start)) || countFollows(s.lineAfter(m.end, 14)) {
				return false
			}
			if k := strings.TrimRight(before, " :="); k != strings.TrimRight(before, " ") || numberWord.MatchString(strings.TrimRight(k, "#")) {
				return true
			}
			// Beside the word itself only a number as long as that of an account.
			return len(t) >= 6 && accountWord.MatchString(before)
		},
		finds:  []string{"customer id ⟦48213⟧ saw", "order no. ⟦A-99231⟧", "Customer #⟦48213⟧", "account ⟦2099143307⟧.", "merchant ⟦ID1020304⟧"},
		leaves: []string{"order 4155550132999", "customers 500", "customer 12", "account 12345"},
	},
}

var fieldAfter = newPattern(`^["']?[ \t]{0,8}["']?([^\s"'` + "`" + `,;{}\[\]()<>&|]+)`)

// fieldValue finds the value after a sign, if the name before it is of a field that says what it is.
func fieldValue(s *scan, start, end int) []match {
	at := start - 1 // the sign
	stop := at
	for stop > 0 && strings.IndexByte("\"' ", s.text[stop-1]) >= 0 && at-stop < 3 {
		stop--
	}
	begin := stop
	for begin > 0 && stop-begin < 24 && (isWordByte(s.text[begin-1]) || s.text[begin-1] == '-') {
		begin--
	}
	name := strings.TrimLeft(s.low[begin:stop], "-")
	kind, ok := fieldKinds[strings.ReplaceAll(name, "-", "_")]
	if !ok {
		return nil
	}
	loc := fieldAfter.FindStringSubmatchIndex(s.text[start:end])
	if loc == nil {
		return nil
	}
	m := match{start: start + loc[2], end: start + loc[3], kind: kind}
	// Without quotes a colon may be of a sentence, unless the name begins the line, as in YAML.
	quoted := stop < at && s.text[stop] != ' ' || strings.ContainsAny(s.text[start:m.start], "\"'")
	if s.text[at] == ':' && !quoted && (!s.startsLine(begin) || ordinary(s.text[m.start:m.end]) || s.text[begin] < 'a' || s.after(start) != ' ') {
		return nil
	}
	if s.text[at] == '=' && (stop < at && !quoted || m.start > start && !quoted) {
		return nil
	}
	for m.end > m.start && strings.IndexByte(".,:\\", s.text[m.end-1]) >= 0 {
		m.end--
	}
	if !fieldFits(s, &m, name) {
		return nil
	}
	return []match{m}
}

// fieldFits decides whether a value can be what the name of its field says.
func fieldFits(s *scan, m *match, name string) bool {
	t, kind := s.low[m.start:m.end], m.kind
	if t == "" || notSecret[t] || strings.IndexByte("$%*#", t[0]) >= 0 || localHost(t) || genericHosts[t] || strings.Contains(t, "://") || strings.Contains(t, "@") || technical[t] || product(t) ||
		looksLikeAmount(t) && kind != Account && kind != Other && kind != Ticket {
		return false
	}
	number := strings.Trim(t, "0123456789") == ""
	switch kind {
	case User:
		if genericUsers[t] || number || len(t) < 2 || s.partAt(m.start) == prose && ordinary(t) {
			return false
		}
		m.same = "user:" + t
	case Host:
		if number || len(t) < 3 || ordinary(t) || isIPv4(t) || strings.Contains(t, ":") && !strings.Contains(t, ".") {
			return false
		}
		if i := strings.IndexByte(t, ':'); i > 0 {
			m.end = m.start + i
			t = t[:i]
		}
		if isIPv4(t) || publicHost(t) {
			return false
		}
		m.same = hostKey(t)
	case Account, Other, Ticket:
		if !hasDigit(t) || len(t) < 3 || name == "id" && countDigits(t) < 5 {
			return false
		}
	case Region, Place:
		if !hasLetter(t) || ordinary(t) {
			return false
		}
	default:
		if number || ordinary(t) && s.partAt(m.start) == prose {
			return false
		}
	}
	return true
}
