package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Numbers beside what they are of, whatever the system is called: GLPI 0014472, ext. 4417, job 4481223, changelist 918842.

// The rules of paths, of which nothing is left out where a login stands in the middle.
const rulePathData, rulePathDrive = "path.data", "path.drive"

var systemRules = []rule{
	{
		id: "ticket.system", kind: Ticket, reason: "the number of a ticket, beside the name of its system",
		needs: "A0", passage: true,
		pattern: `\b[A-Z]{2,8}[ ](?:[Nn][or]\.?[ ]?)?(\d{2,}-\d{3,}|0\d{4,}|\d{7,}|\d{1,2}-\d{5,})\b`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start-1), s.after(m.end)
			t := s.text[m.start:m.end]
			from := m.start - 1
			for from > 0 && isUpperByte(s.text[from-1]) {
				from--
			}
			sys := strings.TrimSuffix(strings.TrimSpace(s.text[from:m.start]), ".")
			if c == ' ' || sys == "" {
				from = m.start
				for from > 0 && (isWordByte(s.text[from-1]) || s.text[from-1] == ' ' || s.text[from-1] == '.') && m.start-from < 14 {
					from--
				}
				sys = strings.Fields(s.text[from:m.start] + " x")[0]
			}
			if notTicket[sys] || strings.ToUpper(sys) != sys || d == '-' || d == ':' || d == '.' && isDigit(s.after(m.end+1)) || isWordByte(d) || d == '/' || isDate(t) || stampDigits(t) && len(t) == 8 || counted(s, m.end) || isPlainMeasure[sys] || isWordByte(s.before(from)) || s.before(from) == '_' || round(t) {
				return false
			}
			m.certain = !lexicon.Acronym(sys) && t[0] == '0' || strings.Contains(t, "-")
			sameTicket(s, m)
			if k := strings.LastIndex(s.text[from:m.start], sys); k >= 0 {
				m.start = from + k
			}
			return true
		},
		finds:  []string{"is ⟦GLPI 0014472⟧, the", "change ⟦WHMCS 77-310942⟧ was", "⟦SR 4-118820931⟧, opened", "⟦OTRS 2025110310000481⟧."},
		leaves: []string{"RFC 5424 and ISO 27001", "HTTP 502", "PID 1234567", "ORA 00600-1", "SQLSTATE 40001", "UTC 2025-11-03", "UID 1000", "TS 123456789 rows", "HEAD 20251103", "AND 10000000 times", "LSN 0014472"},
	},
	{
		id: "ticket.words", kind: Ticket, reason: "the number of a ticket",
		cues: append(wholeWords(`ticket tickets case sr incident change störung vorgang auftrag chamado caso bug bugzilla pr mr issue request problem record notification meldung
			remedy zendesk freshdesk otrs redmine jira topdesk glpi whmcs servicenow iserv helpdesk anfrage az aktenzeichen parte aviso zgłoszenie sprawa sag sak ärende melding tiket demande dossier bon rfc`), "work order", "pull request", "merge request"), after: true,
		pattern: `\.?(?:[ ]?(?i:ticket|case|no\.?|nr\.?|n[°º]|number|nummer|número|numéro|id|ref\.?|record|#|is|was|:))*[ ]?[#:]?[ ]*((?:[A-Z]{1,4}[- ]?)?\d{2,8}(?:[-./]\d{1,8}){1,3}|[A-Z]\d{4}[ ]\d{3,4}|[A-Z]-\d{4}-\d{3,8}|[A-Z]-\d{4,6}|\d{4,16})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			c, d := s.before(m.start), s.after(m.end)
			if isWordByte(c) || c == '.' || c == '-' || c == '$' || isWordByte(d) || d == '%' || d == '-' || (d == '.' || d == ',' || d == ':') && isDigit(s.after(m.end+1)) || isDate(t) || counted(s, m.end) {
				return false
			}
			n := countDigits(t)
			defer func() {
				if k := deskBefore.FindString(s.text[max(0, m.start-9):m.start]); k != "" && !notTicket[strings.TrimSpace(k)] {
					m.start -= len(k) // PR 1181
				}
			}()
			if n == len(t) && (n == 4 && (t[:2] == "19" || t[:2] == "20") || n == 8 && stampDigits(t) || n < 5 && !ticketNumbered.MatchString(s.lineBefore(m.start, 28)) || rfcBefore(s, m.start) && n < 5) {
				return false
			}
			if strings.Count(t, ".") > 1 || n < 5 && strings.ContainsAny(t, "./") || strings.Contains(t, ".") && !strings.ContainsAny(t, "/-") {
				return false // a version, an address, an amount
			}
			return sameTicket(s, m)
		},
		finds: []string{
			"ticket no. ⟦20251103-0044⟧ and case number ⟦00918822⟧", "bug ⟦1884120⟧ in", "⟦PR 1181⟧, then", "Auftrag ⟦A-2025-11873⟧ wurde", "Störung Nr. ⟦4471902⟧.", "chamado ⟦448-2210⟧ aberto", "TOPdesk ⟦M2511 0398⟧ and",
			"Az. ⟦12.4-0451/2025⟧ ; Vorgang ⟦V-33019⟧", "work order ⟦4500118822⟧ ,", "incident ⟦2025-0417⟧ ,", "QM notification ⟦200417733⟧.",
		},
		leaves: []string{"case 2025", "change 2025-11-03", "issue 3.4.2", "RFC 5424", "request 4512 ms", "PR 12", "bug 10.4.2.1", "case 30000 rows", "ticket price 1200", "incident at 02:14", "change 99.95%", "problem 0.25", "issue 1.2-3", "request 200"},
	},
	{
		id: "phone.extension", kind: Phone, reason: "an extension",
		cues: append(wholeWords(`ext extension durchwahl dw dect bleep pager anexo interno ramal toestel linja klappe nebenstelle apparat extensión dahili anknytning lokal wewn wewnętrzny interna extn bleeped shortcode kurzwahl rufnummer poste`), " x", "(x"), after: true,
		pattern: `^(?:[ ]?(?:no\.?|nr\.?|number|is|was|ist|es|la|on|:|\.)){0,4}[ ]?(-?\d{3,6})\b`,
		check: func(s *scan, m *match) bool {
			d := s.after(m.end)
			t := s.text[m.start:m.end]
			before := strings.TrimRight(s.lineBefore(m.start, 12), " ")
			short := strings.HasSuffix(before, " x") || strings.HasSuffix(before, "(x")
			if digits := strings.TrimRight(before, " x("); t[0] == '-' && s.before(m.start) != ' ' || short && digits != "" && isDigit(digits[len(digits)-1]) {
				return false
			}
			if isWordByte(d) || d == '%' || d == ':' || (d == '.' || d == ',') && isDigit(s.after(m.end+1)) || counted(s, m.end) || countFollows(s.lineAfter(m.end, 14)) {
				return false
			}
			if short && (len(t) < 4 || len(t) > 5 || s.partAt(m.start) == code || round(t) || d == ' ' && strings.HasPrefix(strings.TrimLeft(s.lineAfter(m.end, 8), " "), "x")) {
				return false
			}
			m.same = phoneKey(t)
			m.certain = !short
			return true
		},
		finds:  []string{"119, ext. ⟦4417⟧ and", "rang extension ⟦4471⟧ and", "su extensión es la ⟦3318⟧)", "Durchwahl ⟦-417⟧ ;", "DECT ⟦6612⟧.", "desk x⟦7731⟧\n", "bleep ⟦0417⟧,"},
		leaves: []string{"ext4 and extension 12", "extension .tar", "poste 30 ms", "a x264 file", "0 x80004005", "ext 4417 rows", "pager 300 s", "1920 x 1080 px", "lokal 8080:80", "extension was 2.1"},
	},
	{
		id: "number.beside", kind: Other, reason: "a number beside what it is of",
		cues: append(wholeWords(`job jobs jobid vmid stan changelist changelists cl train zug heat charge pass flight depot appid app_id batch lot serial imsi sim bed ward crate pallet parcel container order ref trace
			journey booking user account customer policy visit episode specimen sample accession run conference conf meeting slab coil`), "array job", "user id", "with id", "stan="), after: true,
		pattern: `^(?:[ ]?(?:no\.?|nr\.?|number|id|is|was|:|=|#))*[ =]?["'(` + "`" + `]?([A-Z]{0,4}_?\d{5,10}(?:_\d{1,5})?|[a-z]_\d{5,12})\b`,
		check: func(s *scan, m *match) bool {
			d := s.after(m.end)
			t := s.text[m.start:m.end]
			if isWordByte(d) || d == '%' || d == ':' && isDigit(s.after(m.end+1)) || d == '-' || d == '/' || (d == '.' || d == ',') && isDigit(s.after(m.end+1)) || counted(s, m.end) || stampDigits(t) && len(t) == 8 || strings.HasSuffix(t, "000") {
				return false
			}
			m.certain = len(t) > 5
			return true
		},
		finds:  []string{"job ⟦4481223⟧ on", "array job ⟦4481230_17⟧ as", "STAN=⟦771204⟧ PAN", "pass ⟦20417⟧ of", "a user with id ⟦u_7731902⟧,", "depot ⟦2148830⟧ on", "(heat ⟦H261733⟧)", "changelist ⟦918842⟧."},
		leaves: []string{"job 12", "jobs 44812 rows", "batch 20251103", "order 10000", "pass 12345 tests", "user 1000:1000", "run 30000 ms", "train 12345.6"},
	},
	{
		id: "thing.named", kind: Codename, asks: true, reason: "the name of a queue, a service or a store of your own",
		cues: append(wholeWords(`topic topics namespace index exchange vhost queue chart schema keyspace dataset microservice service bucket release deployment statefulset daemonset configmap cronjob workflow pipeline dag
			stream lambda image database db sid tablespace collection cluster context partition`), "consumer group", "replica set", "queue manager", "helm rollback", "helm upgrade", "service_name=", "service account"), after: true,
		pattern: `^[ =]["'` + "`" + `]?(/?[A-Za-z][A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)+|[A-Z][A-Z0-9]{2,11}|/[a-z]{3,20})["'` + "`" + `]?(?:[ ,.;:)(\n]|$)`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			raw := s.text[m.start:m.end]
			switch d := s.after(m.end); {
			case d == '(' || d == '=' || s.before(m.start) == '=' && s.partAt(m.start) == prose:
				return false
			}
			if raw[0] == '/' {
				return strings.HasSuffix(strings.TrimRight(s.lineBefore(m.start, 10), " "), "vhost")
			}
			if !strings.ContainsAny(t, "-._") {
				before := strings.TrimRight(s.lineBefore(m.start, 12), " \"'`")
				return (strings.HasSuffix(before, "sid") || strings.HasSuffix(before, "database") || strings.HasSuffix(before, " db")) && !knownWord(t) && !knownCapitals[t] && !notTicket[raw]
			}
			if product(t) || technical[t] || regionPattern.MatchString(t) || fileLike(t) || strings.Count(t, "_") == strings.Count(t, "-")+strings.Count(t, "_")+strings.Count(t, ".") && !hasDigit(t) {
				return false
			}
			parts := strings.FieldsFunc(t, func(c rune) bool { return c == '-' || c == '.' || c == '_' })
			ends := compoundEnds[parts[len(parts)-1]] || compoundEnds[parts[0]]
			odd := false
			for _, p := range parts {
				odd = odd || len(p) > 2 && !knownWord(strings.TrimRight(p, "0123456789")) && !machineWords[p]
			}
			return (!ends || strings.Contains(t, ".")) && !plainStarts[parts[0]] && !shapeTerms[parts[0]] && (odd || hasDigit(t) && !looksLikeAmount(parts[0]) && !technical[parts[0]] || strings.Contains(t, "."))
		},
		finds:  []string{"consumer group ⟦quoter-v3⟧ lagged", "topic ⟦seats.sold.v2⟧ ,", "index ⟦seats-2025.11⟧ ;", "SID ⟦FINP⟧, x", "exchange ⟦press.out⟧ had", "vhost ⟦/druck⟧\n"},
		leaves: []string{"index read-only", "queue length", "service side-effects", "table of", "function foo_bar(", "job end-to-end", "stream v2-beta", "release 1.2.3", "branch up-to-date", "image nginx-1.25.tgz", "database pg_stat_activity", "context.Context", "service http2-only", "queue depth-first"},
	},
	{
		id: "user.passed", kind: User, reason: "a login, beside its password",
		cues: wholeWords("user username login usr benutzer benutzername usuario utilisateur account konto notfallkonto compte cuenta conta"), after: true,
		pattern: `(?i)^(?:name)?[ ]?(?:is|was|ist|war|:|=)?[ ]?["'` + "`" + `]?([A-Za-z][\w.-]{2,30})["'` + "`" + `]?(?:[ ,;/]+(?:with |and |und |mit (?:dem )?|avec |con |com )?(?:the |le |la |a )?(?:pass|pw|passwort|password|kennwort|mdp|contraseña|psw)\b|[ ]?$|[ ]?\n)`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			said := strings.TrimRight(s.lineBefore(m.start, 6), " \"'`")
			pass := strings.Contains(s.lineAfter(m.end, 12), "pas") || strings.Contains(s.lineAfter(m.end, 12), "pw")
			if genericUsers[t] || littleWords[t] || secretTalk[t] || notSecret[t] || strings.HasSuffix(said, "user") || strings.HasSuffix(said, "login") {
				return false
			}
			m.same = "user:" + t
			pass = pass || passAfter.MatchString(s.lineAfter(m.end, 24))
			if accountSaid.MatchString(s.lineBefore(m.start, 16)) {
				return pass && (!ordinary(t) || s.before(m.start) != ' ')
			}
			return pass || !ordinary(t) && (strings.HasSuffix(said, "was") || strings.HasSuffix(said, "is") || strings.HasSuffix(said, ":") || strings.HasSuffix(said, "=")) && s.partAt(m.start) == prose && !product(t) && !lexicon.Given(t)
		},
		finds:  []string{"Notfallkonto `⟦notbetrieb⟧` mit Passwort `x`", "user: ⟦leser⟧ pass: x", "and the username was ⟦qzuchtw⟧\n"},
		leaves: []string{"user root password x", "account takeover with password reset", "login was slow", "user is logged", "the user: me\n", "username was wrong\n"},
	},
	{
		id: rulePathData, kind: Other, asks: true, reason: "a path with names of your own",
		needs: "/", least: 12, pattern: `(?:^|["'(` + "`" + `=:])(/(?:scratch|gpfs|lustre|beegfs|netscratch|projects?|groups?|nfs|export|work|share|shares|shared|vol|volumes|data|mnt|srv|archive|archiv|u|net|cluster|lab|store|storage|backup)\d*(?:/[\w.@+-]+){2,})`,
		check:  func(s *scan, m *match) bool { return oddPath(s.low[m.start:m.end], "/") },
		finds:  []string{"find ⟦/scratch2/grp-abe/wostermeier⟧ -type"},
		leaves: []string{"/mnt/data/backup", "/srv/www/html", "/data/db/journal", "/var/lib/x/y", "/api/projects/list"},
	},
	{
		id: rulePathDrive, kind: Other, asks: true, reason: "a path with names of your own",
		needs: "\\", least: 8, pattern: `(?:^|["'(` + "`" + `=])((?:[A-Z]:\\|\\{1,2}[A-Za-z][\w.-]*\\)[^\s"'<>|:*?` + "`" + `]+)`,
		check: func(s *scan, m *match) bool {
			for m.end > m.start && strings.IndexByte(".,;)", s.text[m.end-1]) >= 0 {
				m.end--
			}
			t := s.low[m.start:m.end]
			if strings.Contains(t, `\users\`) || strings.HasPrefix(t, `\`) && !strings.HasPrefix(s.text[m.start:m.end], `\\`) && s.src[max(0, s.at[m.start+1]-2):s.at[m.start+1]] != `\\` {
				return false
			}
			return oddPath(strings.TrimPrefix(t[1:], ":"), `\`) && (t[1] == ':' || strings.Count(t, `\`) > 2)
		},
		finds:  []string{`copied to ⟦Z:\Rentas\IBI2026\incidencia\⟧ by`},
		leaves: []string{`C:\Windows\System32\drivers`, `C:\Program Files`, `D:\data\logs\backup`, `\n\t\x`},
	},
	{
		id: "cloud.upper", kind: CloudID, reason: "the id of a zone or a distribution",
		needs: "A0", least: 12, pattern: `\b[ZE][A-Z0-9]{11,20}\b`,
		check: func(s *scan, m *match) bool {
			near := s.lineBefore(m.start, 40) + " " + s.lineAfter(m.end, 24)
			return hasDigit(s.text[m.start:m.end]) && (strings.Contains(near, "zone") || strings.Contains(near, "distribution") || strings.Contains(near, "cloudfront") || strings.Contains(near, "route53") || strings.Contains(near, "route 53"))
		},
		finds:  []string{"zone id ⟦Z0FAKE12ABCDEF⟧ ;", "⟦E2FAKEDIST99Q⟧ distribution"},
		leaves: []string{"ERROR50012345X", "zone EUROPEWEST"},
	},
	{
		id: "id.letters", kind: Other, asks: true, reason: "an id of letters and digits",
		needs: "A0", least: 10, pattern: `[A-Z0-9]{10,34}`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			c, d := s.before(m.start), s.after(m.end)
			n := countDigits(t)
			if isWordByte(c) || isWordByte(d) || strings.IndexByte("-./@#$%\\=&", c) >= 0 && c != '=' || strings.IndexByte("-.(/@=", d) >= 0 && !(d == '.' && !isWordByte(s.after(m.end+1))) || n < 3 || len(t)-n < 2 || kindChanges(t) < 2 || strings.HasPrefix(t, "0X") || hexadecimal(s.low[m.start:m.end]) {
				return false
			}
			odd := false
			for p := range strings.FieldsFuncSeq(t, func(c rune) bool { return c >= '0' && c <= '9' }) {
				odd = odd || !lexicon.Acronym(p) && !notTicket[p]
			}
			m.certain = len(t) >= 16 && kindChanges(t) > 3
			return odd
		},
		finds:  []string{"catastral ⟦9872023VH5797S0001WX⟧ y", "plate ⟦EVKM021199A8⟧ ,"},
		leaves: []string{"TLS13AES256", "CONNECTION12", "0123456789", "DEADBEEF0123", "A1B2C3", "SHA256RSA4096"},
	},
	{
		id: "handle.network", kind: Handle, reason: "a handle in a network of servers",
		needs: "@.", least: 8, pattern: `@[A-Za-z0-9][\w.-]*[@:][A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)*\.[A-Za-z]{2,}|!\w{3,}:[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}`,
		check:  func(s *scan, m *match) bool { return !isWordByte(s.before(m.start)) },
		finds:  []string{"matrix ⟦@setzer:morgen.chat⟧ ; mastodon ⟦@blei@druck.social⟧ ;"},
		leaves: []string{"@types/node@4.1", "x@y.org"},
	},
	{
		id: "handle.said", kind: Handle, reason: "a handle in a chat",
		cues: []string{"discord", "telegram", "t.me/", "signal", "skype", "battle.net", "steam"}, reach: 48,
		pattern: `t\.me/(?P<handle>[\w+]{4,32})|(?:^|[\s(:])(?P<handle>[\w.]{2,32}#\d{4})\b`,
		check:   func(s *scan, m *match) bool { return m.end > m.start },
		finds:   []string{"discord ⟦setzer#4417⟧ ;"},
		leaves:  []string{"discord is down"},
	},
	{
		id: "channel.other", kind: Channel, reason: "a chat channel",
		needs: "#", least: 4, pattern: `##[a-z][\w-]{2,40}`,
		check: func(s *scan, m *match) bool {
			return s.before(m.start) == ' ' && !s.startsLine(m.start) && s.partAt(m.start) == prose && s.after(m.end) != '#'
		},
		finds:  []string{"irc ⟦##druckops⟧ and"},
		leaves: []string{"## heading", "a##b"},
	},
	{
		id: "channel.tilde", kind: Channel, asks: true, reason: "a chat channel",
		needs: "~", least: 5, pattern: `^~([a-z][a-z0-9-]{3,40})`,
		check: func(s *scan, m *match) bool {
			d := s.after(m.end)
			return s.partAt(m.start) == prose && d != '/' && d != '~' && !isWordByte(d) && !lexicon.Word(s.text[m.start:m.end]) && !lexicon.ForeignWord(s.text[m.start:m.end])
		},
		finds:  []string{"and ~⟦spaetdienst⟧ ; then"},
		leaves: []string{"~50 rows", "~/bin", "~half of", "~bob/bin"},
	},
	{
		id: "repo.path", kind: Repo, reason: "a repository",
		cues: []string{".git"}, reach: 96, pattern: `[:/]([\w.-]+/[\w.-]+\.git)\b`,
		check: func(s *scan, m *match) bool {
			before := s.lineBefore(m.start, 60)
			return strings.Contains(before, "git@") || strings.Contains(before, "ssh://")
		},
		finds:  []string{"ssh://git@code.x.de:7999/⟦fach/wahl.git⟧"},
		leaves: []string{"cd /srv/a/b.git", ".gitignore"},
	},
	{
		id: "number.account", kind: Account, reason: "the number of a customer, a contract or a person",
		cues: wholeWords("customer contract policy invoice booking member employee badge meter acct account client tenant subscriber patient kunde kundin vertrag rechnung mitarbeiter ausweis zähler cliente contrato factura póliza client contrat facture licence license plate serial anydesk teamviewer"), after: true,
		pattern: `^(?:[ ]?(?i:no\.?|nr\.?|n[°º]|number|nummer|id|ref\.?|was|is|:|#))*[ ]?[#:]?[ ]*([A-Z]{1,4}[-/]?\d{2,8}(?:[-/]\d{2,8}){0,3}|\d{2,6}(?:[-/]\d{1,8}){1,3}|\d{1,3}(?:[ ]\d{3}){2,3}|[A-Z]{1,3}-[A-Z]{1,2}[ ]\d{2,4})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			d := s.after(m.end)
			n := countDigits(t)
			if isWordByte(d) || d == '%' || d == '-' || d == '/' || (d == '.' || d == ':' || d == ',') && isDigit(s.after(m.end+1)) || isDate(t) || counted(s, m.end) || n < 4 || technical[lower(t)] || versionWord(lower(t)) || !strings.ContainsAny(t, "-/") && len(t)-n > 1 && notTicket[strings.TrimRight(t, "0123456789")] {
				return false
			}
			return strings.ContainsAny(t, "-/ ") && n >= 5 && !(n < 7 && strings.Contains(t, "/")) || hasLetter(t) && n >= 4
		},
		finds:  []string{"customer no. ⟦K-118-2290⟧, contract ⟦4711-88-2⟧, x", "policy ⟦PL/2025/448812⟧ was", "badge ⟦B-7781⟧ ;", "acct ⟦0098-22187⟧ ;", "employee ⟦P0044812⟧ ;", "anydesk ⟦448 119 203⟧\n"},
		leaves: []string{"customer 1-2", "account 2025-11-03", "contract v2", "client HTTP2", "invoice 12/16 shards", "tenant t3", "client 10.4.7.12", "license GPL-2", "account EC2", "patient 120/80"},
	},
	{
		id: "number.said", kind: Other, asks: true, reason: "a number that something has",
		cues: wholeWords("no nr number numbers nummer num numéro número numero numer ref lfd"), after: true,
		pattern: `^(?:\.[ ]?|[ ](?:is |was |ist )?|: ?|# ?)([A-Z]{0,4}\d{1,6}[/-][A-Z]{0,2}\d{2,8}(?:[/-]\d{1,8})*)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			d := s.after(m.end)
			return !isWordByte(d) && d != '-' && d != '/' && d != '%' && !isDate(t) && countDigits(t) > 4 && !counted(s, m.end)
		},
		finds:  []string{"charge no. ⟦26/0388⟧.", "Vorgang Nr. ⟦2026-0418/7⟧ ;"},
		leaves: []string{"no 12/16 shards", "number 1-2", "no. 2026-02-14", "nr 3/4"},
	},
	{
		id: "org.small", kind: Org, asks: true, reason: "perhaps a company, in small letters",
		cues: wholeWords("mart mutual depot lines sacco school clinic travel tours ferries supermarket stores pharmacy motors press farms bakery foundation trust college bank insurance logistics hospital airlines airways telecom telekom energy pharma foods gmbh ltd versicherung sparkasse stadtwerke klinik klinikum logistik seguros banque banco"), reach: 40,
		pattern: `\b([a-z][a-z'’]{3,20} (?:mart|mutual|depot|lines|school|clinic|travel|tours|ferries|supermarket|sacco|stores|pharmacy|motors|press|farms|bakery|foundation|trust|college|bank|insurance|logistics|hospital|airlines|airways|telecom|telekom|energy|pharma|foods|gmbh|ltd|logistik))\b`,
		check: func(s *scan, m *match) bool {
			w, _, _ := strings.Cut(s.low[m.start:m.end], " ")
			return s.partAt(m.start) == prose && !ordinary(w) && !product(w) && !lexicon.Given(w) && strangeWord(w)
		},
		finds:  []string{"issuer at ⟦kolanut bank⟧ and"},
		leaves: []string{"the bank", "power bank", "central bank", "a new hospital", "renewable energy"},
	},
	{
		id: "number.masked", kind: Account, reason: "the number of a card, masked",
		needs: "*0", least: 10, pattern: `\b\d{4,6}[*xX•]{4,9}\d{2,4}\b|\b\d{4}[ -]?[*xX•]{2,4}[ -]?[*xX•]{4}[ -]?\d{2,4}\b`,
		check:  func(s *scan, m *match) bool { return !isWordByte(s.before(m.start)) },
		finds:  []string{"PAN=⟦506105******4417⟧ RC"},
		leaves: []string{"12**34", "2*1024*1024"},
	},
	{
		id: "commit.changelist", kind: Commit, reason: "the number of a change in version control",
		cues: wholeWords("change changelist cl p4 svn rev revision submitted shelved perforce"), after: true,
		pattern: `^[ ](?:change |changelist |#|@)?(r?\d{5,8})\b`,
		check: func(s *scan, m *match) bool {
			rest := s.lineAfter(m.end, 24)
			t := s.text[m.start:m.end]
			if isWordByte(s.after(m.end)) || s.after(m.end) == '.' && isDigit(s.after(m.end+1)) || counted(s, m.end) || stampDigits(t) && len(t) == 8 {
				return false
			}
			m.same = "commit:" + t
			return t[0] == 'r' || strings.HasPrefix(rest, " on 20") || strings.HasPrefix(rest, " by ") || !strings.Contains(s.lineBefore(m.start, 8), "change ")
		},
		finds:  []string{"Change ⟦918842⟧ on 2026/04/07 by", "svn ⟦r44812⟧\n", "CL ⟦918640⟧ had"},
		leaves: []string{"change 20251103", "rev 12", "change 50618 x", "p4 12345 files"},
	},
	{
		id: "thing.namespace", kind: Codename, asks: true, reason: "a namespace of your own",
		cues: wholeWords("kubectl oc helm stern k9s argocd flux kubens istioctl"), after: true, reach: 120,
		pattern: `[^\n|;]{0,90}?[ \t](?:-n|--namespace)[ =]([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:[ \n"'` + "`" + `]|$)`,
		check: func(s *scan, m *match) bool {
			for _, w := range strings.Split(s.low[m.start:m.end], "-") {
				if !ordinary(w) && !product(w) && !shapeTerms[w] && !machineWords[w] && !technical[w] && !hasDigit(w) && len(w) > 3 && !lexicon.Acronym(strings.ToUpper(w)) {
					return true
				}
			}
			return false
		},
		finds:  []string{"$ kubectl -n ⟦chacana⟧ get pods", "helm upgrade x --namespace ⟦tarnbeck-core⟧ y"},
		leaves: []string{"kubectl -n kube-system get pods", "kubectl -n monitoring logs x", "kubectl get -n ingest pods", "kubectl -n x"},
	},
	{
		id: "user.sid", kind: User, reason: "the id of a login in Windows",
		needs: "-0", least: 16, pattern: `\bS-1-5-21(?:-\d{4,12}){3}(?:-\d{3,10})?`,
		finds:  []string{"SID ⟦S-1-5-21-1180699209-877415012-3182924384-1104⟧ ;"},
		leaves: []string{"S-1-5-18"},
	},
	{
		id: "host.iscsi", kind: Host, reason: "the name of a store of blocks",
		needs: ".0", least: 16, pattern: `\b(?:iqn\.\d{4}-\d{2}\.[a-z0-9.-]+(?::[\w.:-]+)?|(?:eui|naa)\.[0-9A-Fa-f]{16,32})`,
		check: func(s *scan, m *match) bool {
			for m.end > m.start && strings.IndexByte(".:,", s.text[m.end-1]) >= 0 {
				m.end--
			}
			return true
		},
		finds:  []string{"iscsi ⟦iqn.2019-04.de.hoppsoft:san2.lun4⟧\n", "disk ⟦naa.600508b1001c4d7e8f9a0b1c2d3e4f50⟧."},
		leaves: []string{"iqn.com", "eui.12"},
	},
	{
		id: "host.wrapped", kind: Host, reason: "the name of a machine, over the end of a line",
		needs: "-0", passage: true, pattern: `[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-\n[ \t>]*[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\b`,
		check: func(s *scan, m *match) bool {
			k := strings.IndexByte(s.text[m.start:m.end], '\n')
			head := s.low[m.start : m.start+k]
			tail := strings.TrimLeft(s.low[m.start+k:m.end], " \n\t>")
			name := head + tail
			v := hostName(name)
			h, ok := outlineOf(name)
			if c := s.before(m.start); isWordByte(c) || strings.IndexByte("-./@#", c) >= 0 || v == not && !(ok && h.verdict() == sure) || !hasDigit(tail) || s.after(m.end) == '-' || s.after(m.end) == '.' && isWordByte(s.after(m.end+1)) {
				return false
			}
			m.same = hostKey(name)
			return true
		},
		finds:  []string{"connected to ⟦prod-cheese-\nfactory-01⟧ because"},
		leaves: []string{"read-\nonly mode", "well-\nknown 2", "step-\n2"},
	},
	{
		id: "address.wrapped", kind: IP, reason: "an address, over the end of a line",
		needs: "0.", passage: true, pattern: `\b\d{1,3}(?:\.\d{1,3}){0,2}\.\n[ \t>]*\d{1,3}(?:\.\d{1,3}){0,2}\b`,
		check: func(s *scan, m *match) bool {
			bare := strings.Map(func(c rune) rune {
				if c == '.' || c >= '0' && c <= '9' {
					return c
				}
				return -1
			}, s.text[m.start:m.end])
			c, d := s.before(m.start), s.after(m.end)
			if !isIPv4(bare) || wellKnownIP(bare) || isWordByte(c) || c == '.' || c == '-' || isWordByte(d) || d == '.' && isDigit(s.after(m.end+1)) {
				return false
			}
			m.same = "ip:" + bare
			return true
		},
		finds:  []string{"IP is ⟦10.61.\n7.12⟧ on"},
		leaves: []string{"1.2.\n3", "took 10.\n12.3.4.5"},
	},
	{
		id: "org.joined", kind: Org, reason: "a company, by its legal form or its two names",
		needs: "A", passage: true,
		pattern: `(?:\p{Lu}[\p{L}\p{N}.'’-]*|[A-Z]\d{1,2})(?:[ ](?:(?:&|\+|und|y|e|et|i|og|och|og|de|do|da|du|del)[ ])?(?:\p{Lu}[\p{L}\p{N}.'’-]*))*(?:[ ]&[ ]\p{Lu}[\p{L}\p{N}'’-]*(?:[ ]\p{Lu}[\p{L}\p{N}'’-]*)*)?,?[ ](?:GmbH(?: & Co\. KG)?|AG & Co\. KG|S\.A\. de C\.V\.|S\.A\.S\.?|S\.A\.|S\.R\.L\.?|S\.r\.l\.|S\.p\.A\.|S\.L\.U?\.?|A/S|A\.S\.|A\.Ş\.|K\.K\.|G\.K\.|Co\., Ltd\.?|Co\.,? Ltd\.?|Pty\.? Ltd\.?|Pte\.? Ltd\.?|Pvt\.? Ltd\.?|Ltda\.?|Ltd\.?|Inc\.?|LLC|LLP|Sdn\.? Bhd\.?|Sp\. z o\.o\.|s\.r\.o\.|d\.o\.o\.|Oy(?: Ab)?|Oyj|ApS|AB|ASA|AS|SF|N\.V\.|B\.V\.|BV|NV|KG|OHG|e\.V\.|e\.G\.|PLC|plc|Corp\.?|Tbk|JSC|OÜ|UAB|SIA|Kft\.?|Zrt\.?|EHF|ehf\.?|SARL|SAS|SpA|Ltée)(?:[^\p{L}\p{N}-]|$)`,
		check: func(s *scan, m *match) bool {
			return trimOrg(s, m)
		},
		finds: []string{
			"⟦Ferrante & Söhne GmbH⟧ called", "then ⟦Q8 Logistik A/S⟧ and", "and ⟦Bao Minh Textile Co., Ltd.⟧\n", "; ⟦Kobayashi Seiki K.K.⟧ was", "⟦Constructora Andina S.A. de C.V.⟧ and", "⟦Zakłady Mięsne Radwan Sp. z o.o.⟧ too", "⟦H. Brandt KG⟧ ;", "⟦S7 Kargo A.Ş.⟧ ;",
		},
		leaves: []string{"The AB test", "GmbH law", "as AS 64500", "Node AG", "PLC stopped", "Inc. 5", "we use Rust AS IS"},
	},
	{
		id: "org.and-small", kind: Org, asks: true, reason: "perhaps a company of two names, in small letters",
		needs: "&a", passage: true, pattern: `\b[a-z]{3,16} & [a-z]{3,16}\b`,
		check: func(s *scan, m *match) bool {
			a, b, _ := strings.Cut(s.text[m.start:m.end], " & ")
			known := func(w string) bool {
				return ordinary(w) || product(w) || technical[w] || machineWords[w] || strings.HasSuffix(w, "s") && ordinary(strings.TrimSuffix(w, "s"))
			}
			return s.partAt(m.start) == prose && !(known(a) && known(b)) && !isWordByte(s.before(m.start)) && (strangeWord(a) && strangeWord(b))
		},
		finds:  []string{"and ⟦harrow & pike⟧ are asking"},
		leaves: []string{"trial & error", "copy & paste", "search & replace", "`foo & bar`", "redis & kafka"},
	},
	{
		id: "org.and", kind: Org, reason: "a company of two names",
		needs: "A&", passage: true, pattern: `\b\p{Lu}[\p{L}'’-]*[ ]?&(?:amp;)?[ ]?\p{Lu}[\p{L}'’-]*(?:[ ]\p{Lu}\p{Ll}[\p{L}'’-]*)?`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			a, b, _ := strings.Cut(strings.ReplaceAll(t, "&amp;", "&"), "&")
			a, b = strings.TrimSpace(a), strings.TrimSpace(b)
			if s.partAt(m.start) == code || lexicon.Acronym(a+"&"+b) || len(a) == 1 && len(b) == 1 || s.after(m.end) == '&' || s.before(m.start-1) == '&' {
				return false
			}
			first, _, _ := strings.Cut(b, " ")
			known := func(w string) bool {
				w = strings.ToLower(w)
				return ordinary(w) || product(w) || lexicon.Acronym(strings.ToUpper(w))
			}
			if known(a) && known(first) && !strings.Contains(b, " ") || product(strings.ToLower(a)) || strings.ToUpper(a) == a && len(a) > 1 && strings.ToUpper(first) == first {
				return false
			}
			m.certain = !(lexicon.Given(strings.ToLower(a)) && lexicon.Given(strings.ToLower(first))) && (len(a) > 1 || strings.Contains(b, " "))
			return true
		},
		finds:  []string{"⟦Hexham & Voss⟧ sent", "with ⟦P & T Freight⟧ ;"},
		leaves: []string{"Q&A", "R&D", "Trust & Safety", "S & P", "AT & T", "Power & Network", "`A & B`", "Search & Replace"},
	},
}

// isPlainMeasure are words in capitals before a number that count or number something of the system itself.
var isPlainMeasure = wordSet("PID TID LSN SCN UID GID PPID INODE OFFSET LIMIT SEQ XID TXID EPOCH HEAD AND OR NOT THE FROM TO IN ON AT IS WAS BY FOR UTC RC LEN SIZE COUNT BUILD VLAN ASN AS MTU PORT SLOT CPU GPU RAM OK ERROR WARN INFO DEBUG FATAL LINE ROW ROWS PAGE STEP LOT VALUES SET MAX MIN SUM")

// ticketNumbered says that a number follows that is of a ticket, though it be short.
var ticketNumbered = newPattern(`(?:ticket|case|pr|mr|bug|issue|pull request|merge request|vorgang|auftrag|chamado|caso|parte|incident)s?[ ]?(?:no\.?|nr\.?|number|n[°º]|id|ref|#|:)?[ ]?[#:]?[ ]?$`)

func rfcBefore(s *scan, i int) bool { return strings.HasSuffix(s.lineBefore(i, 5), "rfc ") }

// trimOrg takes off what precedes a company's name in its sentence, and the mark after its form.
func trimOrg(s *scan, m *match) bool {
	for m.end > m.start && strings.IndexByte(" \n;:!?)\"'", s.text[m.end-1]) >= 0 {
		m.end--
	}
	t := s.text[m.start:m.end]
	if strings.HasSuffix(t, ",") {
		m.end--
		t = t[:len(t)-1]
	}
	words := strings.Fields(t)
	for len(words) > 2 && (ordinary(words[0]) && sentenceStarts[strings.ToLower(words[0])]) {
		cut := len(words[0])
		for s.text[m.start+cut] == ' ' {
			cut++
		}
		m.start += cut
		words = words[1:]
	}
	if len(words) < 2 || isWordByte(s.before(m.start)) {
		return false
	}
	form := words[len(words)-1]
	name := strings.ToLower(strings.Trim(words[0], ".,"))
	if len(words) == 2 && (ordinary(name) || product(name) || lexicon.Acronym(strings.ToUpper(name)) || sentenceStarts[name]) && !strings.ContainsAny(form, "./") {
		return false
	}
	switch form {
	case "AS", "AB", "SF", "NV", "BV", "PLC", "SAS", "SIA", "AG":
		return len(words) > 2 && !ordinary(words[len(words)-2]) || len(words) == 2 && !ordinary(name) && len(name) > 3
	}
	return true
}

var sentenceStarts = wordSet(`the our customer kunde client then and also when after before at for with from by to in on we i they he she it is was but so if as a an supplier vendor die der das
	unser unsere el la los las le les called told asked`)

// fileLike says whether a name ends as files do.
func fileLike(t string) bool {
	ext := t[strings.LastIndexByte(t, '.')+1:]
	switch ext {
	case "go", "py", "js", "ts", "java", "rb", "rs", "c", "h", "cpp", "sh", "yaml", "yml", "json", "toml", "ini", "conf", "cfg", "log", "txt", "md", "csv", "xml", "html", "css", "sql", "gz", "tgz", "zip", "tar", "bak", "pem", "crt", "key", "jar", "war", "php", "tf", "lock", "out", "err", "pdf", "xlsx", "service", "timer", "socket", "vcl", "hcl", "tfvars", "proto", "sock":
		return strings.Contains(t, ".") && !(ext == "out" || ext == "err")
	}
	return false
}

// pathWords are parts of paths that every system has.
var pathWords = wordSet(`windows system32 programdata appdata roaming local temp tmp bin sbin lib lib64 etc opt usr var log logs cache spool www html htdocs public static assets src dist build target release
	debug config conf cfg data db backup backups archive share shares shared home users user root mnt media srv volumes vol docker containerd kubelet kubernetes overlay2 postgresql mysql pgdata redis elasticsearch
	inetpub wwwroot program files x86 drivers microsoft apache nginx jenkins journal snapshots export exports import imports incoming outgoing scratch projects project groups group work jobs run lock mail crontabs`)

// oddPath says whether a path has a part that is no word and no usual folder.
func oddPath(path, sep string) bool {
	parts := strings.Split(strings.Trim(path, `/\`), sep)
	for i, p := range parts {
		if i == 0 && sep == "/" || p == "" {
			continue
		}
		stem := p
		if i == len(parts)-1 {
			stem, _, _ = strings.Cut(p, ".")
		}
		for _, w := range strings.FieldsFunc(stem, func(c rune) bool { return c == '-' || c == '_' || c == '.' || c >= '0' && c <= '9' }) {
			if len(w) > 2 && !pathWords[w] && !ordinary(w) && !product(w) && !shapeTerms[w] && !machineWords[w] && !lexicon.Acronym(strings.ToUpper(w)) {
				return true
			}
		}
	}
	return false
}

// passAfter says that a password comes after a login.
var passAfter = newPattern("^[\"'`]?[ ,;/]+(?:with|and|und|mit|avec|con|com)?[ ]?(?:the |dem |le |la |a )?(?:pass|pw|kennwort|mdp|contraseña|psw|senha|mot de passe)")

// accountSaid ends what goes before a login that is called an account.
var accountSaid = newPattern("(?:account|konto|compte|cuenta|conta)(?: is| was| ist| war|:|=)?[ ]?[\"'`]?$")
