package redact

import (
	"math/bits"
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Machines by the form of their names: full names, bare names, pods.

var hostRules = []rule{
	{
		id: "host.full", kind: Host, reason: "the full name of a machine or a domain",
		needs: ".", pattern: `[\p{L}\p{N}_][\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_][\p{L}\p{N}_-]*)+`,
		check: fullHost,
		finds: []string{
			"⟦pg-ledger-01.fra.tarnbeck.internal⟧ (10.44", "⟦db-prod-03.eu-west-1.example.internal⟧ and", "⟦status.acme.io⟧ and", "⟦orders.payments.svc.cluster.local⟧ timed", "at ⟦git.quillmark.lan⟧.",
			"(⟦sftp.hansefrucht.de⟧).", "⟦mm-state.kpx4f.0001.eun1.cache.amazonaws.com⟧ info", "⟦es-lb.simorgh.bzr.lan⟧:9200", "⟦vara-01.ferdaskip.is⟧:", "⟦wiki.vahanika.in⟧,", "⟦sftp.unitycrest.com.ng⟧ as",
			"⟦ip-10-2-3-4.eu-west-1.compute.internal⟧ rebooted", "⟦ingest.haneul-meter.net⟧:8883", "⟦Alices-MacBook-Pro.local⟧", "the mail of ⟦acme.io⟧", "⟦acme.slack.com/archives/C01⟧",
			"⟦wiki.acme.io/x/AwBz⟧ says", "⟦brückwerk.de⟧",
		},
		leaves: []string{
			"edit values.yaml, main.go and README.md", "context.Context leaked in http.Client and os.Exit", "e.g. this i.e. that etc.Then more", "github.com", "kubernetes.io/hostname", "app.kubernetes.io/name",
			"deploy.sh and foo.py", "user.name is", "self.app.run", "Node.js", "ASP.NET", "docs.python.org", "localhost.localdomain", "seatmap.render", "com.acme.pay", ".env.local", "osd.41", "done.no more", "request.user.name",
			"std.io", "max.poll.interval.ms is", "the end.It was", "p99.9", "1.2.3", "org.apache.kafka.clients", "order.items.id", "quay.io/x/y", "java.net.SocketException", "a.m.", "conf.d", "lib.so", "in v1.2.io",
		},
	},
	{
		id: "host.bare", kind: Host, reason: "the name of a machine",
		needs: "0", pattern: `[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*`,
		check: func(s *scan, m *match) bool { return bareHost(s, m, sure) },
		finds: []string{
			"⟦db-prod-03⟧ and ⟦DB-PROD-03⟧", "statefulset ⟦kafka-broker-7⟧ lagged", "on ⟦web-nbo-4⟧ and", "⟦ci-run-mad-01⟧ .. ⟦ci-run-mad-06⟧", "says ⟦sw-r3-a⟧ port", "⟦bastion-fra2⟧", "(⟦stor-r3-07⟧,", "⟦etl-runner-3⟧",
			"⟦bwl-dispo-02⟧ 88%", "⟦sttl-bat02⟧", "target ⟦bk-spare-2⟧`", "⟦ip-10-2-3-4⟧ was", "⟦es-data-09⟧ 81", "⟦web01⟧ and ⟦WEB-01⟧", "⟦ntp-tmp-2⟧", "⟦pg-ledger-03⟧\"", "⟦ledger-w3⟧,",
		},
		leaves: []string{
			"utf-8, sha-256, x86-64, top-10 and iso-8859-1 stay", "read-after-write and end-to-end-tests", "us-east-1", "phase-2", "covid-19", "log4j-2", "s3-compatible", "l7-proxy", "ipv6-only", "p99-latency",
			"t3-large", "postgres-14", "v1-beta1", "5-minute", "step-3", "feature/foo-bar-2", "app-v2", "i-0abcd1234ef567890", "ubuntu-22", "eth0", "pod payments-api-7d9c6b5f4d-x8k2z", "2024-03-12", "x86-64-v3",
			"kafka-3", "E2E-tests", "day-to-day", "vol-0a1b2c3d", "gpt-4", "sse4-2", "http-2", "24-7", "--max-old-space-size-2", "RAID-6",
		},
	},
	{
		id: "host.maybe", kind: Host, asks: true, reason: "perhaps the name of a machine",
		needs: "0", pattern: `[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*`,
		check:  func(s *scan, m *match) bool { return bareHost(s, m, maybe) },
		finds:  []string{"restarted ⟦simorgh-3⟧ by hand", "⟦node-2⟧ left"},
		leaves: []string{"utf-8", "db-prod-03", "phase-2", "top-10", "sha-256"},
	},
	{
		id: "host.range", kind: Host, reason: "the names of machines, counted",
		needs: "[]0", pattern: `[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*-?\[\d+(?:[-,]\d+)+\]`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			return !isWordByte(c) && c != '.' && c != '$' && d != '(' && d != '[' && d != '.'
		},
		finds:  []string{"drained ⟦liath-g[01-18]⟧ and", "⟦node[1,4-7]⟧"},
		leaves: []string{"ceph-osd[9911]:", "arr[0]", "a[1:3]"},
	},
	{
		id: "host.lettered", kind: Host, reason: "the name of a machine, one of several",
		needs: "-", least: 4, pattern: `[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*-[a-hA-H]\b`,
		check:  letteredHost,
		finds:  []string{"on ⟦akw-bridge-b⟧ only", "on ⟦IXL-ZAW-A⟧ first.", "⟦gru1-lb-a⟧ was", "⟦gpu-a⟧ was full, ⟦gpu-b⟧ was not"},
		leaves: []string{"the mark-and-sweep-a", "plan-b", "vitamin-type-b", "x-y-a_b", "us-east-a", "hepatitis-b", "end-to-end-a", "gpu-a alone", "plan-a and plan-b"},
	},
}

// fullHost decides about words joined by dots.
func fullHost(s *scan, m *match) bool {
	c := s.before(m.start)
	if c == '@' && !(s.before(m.start-1) == ' ' && askers.MatchString(s.lineBefore(m.start, 120))) || c == '.' && s.before(m.start-1) != ' ' && s.before(m.start-1) != '.' && s.before(m.start-1) != '*' || c == '$' || c == '%' || c == '\\' {
		return false
	}
	if c == '.' && s.before(m.start-1) == ' ' || c == '~' {
		return false // .env.local
	}
	t := strings.TrimRight(s.text[m.start:m.end], "_-")
	m.end = m.start + len(t)
	if s.after(m.end) == '(' || s.after(m.end) == '=' && s.after(m.end+1) != '"' && s.partAt(m.start) == code {
		return false
	}
	low := strings.ToLower(t)
	labels := strings.Split(low, ".")
	tld := labels[len(labels)-1]
	raw := strings.Split(t, ".")
	if versionWord(labels[0]) && isDigit(labels[1][0]) {
		return false
	}
	if len(labels) == 2 && (raw[0] == "e" || raw[0] == "i") || strings.Trim(low, "0123456789.") == "" {
		return false
	}
	if publicHost(low) || localHost(low) {
		return false
	}
	// In code each part of a name may begin with a capital; hosts are in small letters, or in capitals all through.
	if last := raw[len(raw)-1]; last != strings.ToLower(last) && t != strings.ToUpper(t) {
		return false
	}
	if t == strings.ToUpper(t) && hasLetter(t) && len(labels) == 2 && len(t) < 8 && !innerTLD[tld] {
		return false // ASP.NET
	}
	switch v := tldVerdict(s, m, labels, tld); v {
	case not:
		return false
	case maybe:
		m.certain = false
	}
	if reverseDomain(labels) && !sureTLD[tld] {
		return false
	}
	if product(low) || product(t) {
		return false
	}
	m.same = hostKey(low)
	// With a path behind it it is a link without its scheme.
	if s.after(m.end) == '/' && isWordByte(s.after(m.end+1)) && s.before(m.start) != '/' {
		end := m.end
		for end < len(s.text) && s.text[end] > ' ' && strings.IndexByte("\"'`<>|", s.text[end]) < 0 {
			end++
		}
		m.end = trimURL(s.text, m.start, end)
		m.kind, m.same = URL, ""
		linkTarget(s, m)
	}
	return true
}

// askers are commands that ask a name server, which stands after an @.
var askers = newPattern(`\b(?:dig|kdig|drill|dog|delv)\b[^|;]*@$`)

// hostStarts are first parts of names that only a machine has.
var hostStarts = wordSet(`www wiki git svn mail mx smtp imap ftp sftp api vpn portal login auth sso id status mon monitor monitoring grafana prometheus kibana
	jenkins ci build registry repo nexus sentry jira confluence docs help support intranet extranet cdn static assets img media
	app apps web db ns ns1 ns2 dns ntp proxy gw gateway dashboard admin console test dev staging stage qa prod sandbox demo shop
	store pay payments billing ingest mqtt ws wss stream live m mobile crm erp hr chat meet files share cloud s3 backup logs
	metrics alerts ops infra k8s vault consul argo argocd rancher harbor gitlab bitbucket sonar painel mein my account accounts`)

// tldVerdict judges a name by its last part.
func tldVerdict(s *scan, m *match, labels []string, tld string) verdict {
	n := len(labels)
	name := s.low[m.start:m.end]
	switch {
	case innerTLD[tld]:
		if first := labels[0]; n == 2 && (first == "env" || first == "config" || first == "settings" || first == "docker-compose" || first == "application" || first == "values") {
			return not
		}
		if tld == "local" || tld == "internal" || tld == "lan" || tld == "localdomain" || tld == "corp" || tld == "intranet" || tld == "svc" && n > 2 {
			if n == 2 && tld == "internal" && s.partAt(m.start) == code && s.after(m.end) == '/' {
				return not
			}
			return sure
		}
		if n > 2 && (hasDigit(labels[0]) || strings.Contains(name, "-") || hostStarts[labels[0]]) {
			return sure
		}
		if n == 2 && strings.Contains(labels[0], "-") && hasDigit(labels[0]) {
			return sure
		}
		return not
	case sureTLD[tld]:
		if reverseDomain(labels) && n > 2 && tld != "com" && tld != "net" && tld != "org" && tld != "io" {
			return not
		}
		for i, p := range labels[:n-1] {
			if strings.Contains(p, "_") && i == n-2 {
				return not
			}
		}
		if n == 2 && (tld == "com" || tld == "net" || tld == "org" || tld == "edu" || tld == "gov") {
			return sure
		}
		if n == 2 && (tld == "id" || tld == "es" || tld == "de" || tld == "by" || tld == "so" || tld == "no" || len(tld) > 3 || tld == "io" || tld == "int") {
			// Two words that may be code, or a sentence without a space after its full stop.
			if code := codeWord(labels[0]); code || s.partAt(m.start) == prose && s.after(m.end) == ' ' && ordinary(labels[0]) && lexicon.Word(tld) {
				return not
			}
			if lexicon.Word(labels[0]) && len(tld) > 3 {
				return maybe
			}
		}
		if n == 2 && len(tld) == 2 && tld != "io" && tld != "co" && lexicon.Word(labels[0]) && lexicon.Word(tld) {
			return not
		}
		return sure
	case wordTLD[tld]:
		if n == 2 {
			if strings.Contains(labels[0], "-") && hasDigit(labels[0]) && tld != "md" && tld != "sh" && tld != "py" && tld != "zip" && tld != "rs" && tld != "pl" && tld != "cc" && tld != "so" && tld != "ps" && tld != "in" && tld != "name" && tld != "id" && tld != "mov" && tld != "pm" && tld != "tf" && tld != "info" {
				return sure
			}
			if knownDomain(s, name) {
				return sure
			}
			if (tld == "is" || tld == "it" || tld == "ai" || tld == "dev" || tld == "app" || tld == "me" || tld == "be" || tld == "at" || tld == "no" || tld == "pl" || tld == "rs" || tld == "in") &&
				!ordinary(labels[0]) && len(labels[0]) > 4 && s.partAt(m.start) == prose && !strings.Contains(labels[0], "_") && !codeWord(labels[0]) && tld != "pl" && tld != "rs" && tld != "in" {
				return maybe
			}
			return not
		}
		if codeWord(labels[0]) {
			return not
		}
		if tld == "ms" && n > 2 && !slices.ContainsFunc(labels[:n-1], func(p string) bool { return !lexicon.Word(p) }) {
			return not // max.poll.interval.ms, a setting in milliseconds
		}
		if hostStarts[labels[0]] || hasDigit(labels[0]) && strings.Contains(labels[0], "-") || knownDomain(s, strings.Join(labels[n-2:], ".")) || s.after(m.end) == ':' && isDigit(s.after(m.end+1)) {
			if (tld == "md" || tld == "sh" || tld == "py" || tld == "zip") && !hostStarts[labels[0]] {
				return maybe
			}
			return sure
		}
		if len(tld) == 2 && tld != "md" && tld != "sh" && tld != "py" && tld != "id" && tld != "is" && tld != "so" && tld != "do" && tld != "my" && tld != "to" && tld != "rs" && tld != "cc" && tld != "ps" && tld != "tf" && tld != "pm" {
			for _, p := range labels[:n-1] {
				if strings.Contains(p, "_") {
					return not
				}
			}
			if s.partAt(m.start) == code {
				return maybe
			}
			return maybe
		}
		return not
	}
	// An ending that no list knows, of a name that code does not have: lernen.gs-lindau.schule.
	if n > 2 && len(tld) > 2 && strings.Trim(tld, "abcdefghijklmnopqrstuvwxyz") == "" && s.partAt(m.start) == prose && !fileLike(name) {
		for _, p := range labels[1 : n-1] {
			if strings.Contains(p, "-") && !strings.Contains(p, "_") && !isDigit(p[0]) && len(labels[0]) > 1 && !codeWord(labels[0]) {
				return maybe
			}
		}
	}
	return not
}

// codeWord says whether a name is one that programs give to things.
func codeWord(w string) bool {
	switch w {
	case "self", "this", "user", "req", "res", "request", "response", "order", "event", "obj", "item", "node", "window", "document", "console", "system", "sys", "os", "std",
		"config", "settings", "data", "err", "ctx", "app", "logger", "log", "math", "file", "path", "index", "main", "test", "foo", "bar", "x", "y", "a", "b", "i", "e", "n", "p", "row", "rec", "msg", "props", "state",
		"java", "javax", "kotlin", "scala", "lib", "util", "module", "package", "process", "django", "numpy", "pandas", "spring", "import", "session", "client", "conn", "db", "context", "values", "customer", "account", "device", "job", "task":
		return true
	}
	return false
}

// knownDomain says whether the domain stands elsewhere in the text after an @ or a scheme.
func knownDomain(s *scan, domain string) bool {
	return strings.Contains(s.low, "@"+domain) || strings.Contains(s.low, "//"+domain) || strings.Contains(s.low, "."+domain+"/")
}

// threadName says whether a name is one that a program gives its threads: pool-3-thread-1, exec-14.
func threadName(t string) bool {
	for p := range strings.SplitSeq(t, "-") {
		switch p {
		case "thread", "pool", "exec", "executor", "nio", "task", "timer", "scheduling", "dispatcher", "akka", "eventloop", "consumer", "listener":
			return true
		}
	}
	return false
}

// bareHost decides about a name without dots; only those of the given verdict pass.
func bareHost(s *scan, m *match, want verdict) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || c == '-' || c == '.' && m.start > 1 && isWordByte(s.text[m.start-2]) || c == '#' || c == '@' || c == '%' || c == '$' || c == '\\' || isWordByte(d) && d != '_' || d == '_' || c == '/' && d == '/' ||
		c == '<' && d == '>' {
		return false
	}
	for m.end > m.start && s.text[m.end-1] == '-' {
		m.end--
	}
	if t := s.text[m.start:m.end]; strings.HasPrefix(t, "T-") && looksLikeAmount(strings.ToLower(t[2:])) {
		return false // T-30s, before a moment
	}
	if d == '.' && isWordByte(s.after(m.end+1)) {
		return false // part of a longer name
	}
	if d == '(' || d == '/' && isDigit(s.after(m.end+1)) {
		return false
	}
	raw := s.text[m.start:m.end]
	t := strings.ToLower(raw)
	if c == '[' && d == ']' && threadName(t) || severityCode.MatchString(raw) || facilityCode.MatchString(raw) {
		return false
	}
	mixed := raw != t && raw != strings.ToUpper(raw) && !(raw[0] != t[0] && raw[1:] == t[1:])
	if mixed && strings.Count(raw, "-") < 2 || !hasDigit(t) || regionPattern.MatchString(t) || cloudPrefix(t) {
		return false
	}
	v := hostName(t)
	if mixed && !(v == sure && !ordinaryParts(t)) {
		return false
	}
	if raw != t && raw == strings.ToUpper(raw) {
		if i := strings.IndexByte(raw, '-'); i < 0 || v == maybe {
			if i >= 0 && v == maybe || len(raw) < 4 {
				return false // left to the rule for tickets
			}
		} else if notTicket[raw[:i]] || lexicon.Acronym(raw[:i]) && strings.Count(raw, "-") == 1 && raw[i+1] != '0' {
			return false
		} else if strings.Count(raw, "-") == 1 && raw[i+1] != '0' && !machineWords[t[:i]] {
			return false
		}
	}
	if v == sure && (c == '/' || strings.Contains(s.lineBefore(m.start, 30), "branch ")) && !strings.Contains(s.lineBefore(m.start, 5), "pod/") && !strings.Contains(s.lineBefore(m.start, 6), "node/") {
		v = maybe // perhaps a part of a path or a branch
		if !hasDigit(t[len(t)-1:]) || !machineName(t) || strings.Contains(s.lineBefore(m.start, 40), "feature/") {
			v = not
		}
	}
	if v == maybe && (ordinaryParts(t) || d == '=') {
		return false
	}
	if v != want {
		return false
	}
	m.same = hostKey(t)
	return true
}

// severityCode is how systems number their messages: their own name, a letter for how bad it is, a number.
var severityCode = newPattern(`^[A-Z]{2,5}-[IWESFADT]-\d{2,6}$`)

// facilityCode is how routers name what they log: SYS-5-RESTART.
var facilityCode = newPattern(`^[A-Z][A-Z0-9_]{1,15}-[0-7]-[A-Z][A-Z0-9_]{3,}$`)

// letteredHost decides about a name that ends in one letter: with a word for a machine in it, or none that is a word.
func letteredHost(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	t := s.low[m.start:m.end]
	if isWordByte(c) || c == '-' || c == '.' || c == '/' || c == '#' || c == '@' || isWordByte(d) || d == '-' || d == '.' && isWordByte(s.after(m.end+1)) || d == '/' || d == '(' || regionPattern.MatchString(t) {
		return false
	}
	parts := strings.Split(t, "-")
	if len(parts) == 2 {
		// A kind of machine and a letter are names where there are several of them.
		m.certain = false
		m.same = hostKey(t)
		return machineWords[parts[0]] && len(parts[0]) > 1 && bits.OnesCount8(s.lettersBehind(parts[0])) > 1
	}
	machine, strange := false, false
	for _, p := range parts[:len(parts)-1] {
		letters := strings.TrimRight(p, "0123456789")
		machine = machine || machineWords[letters] && len(letters) > 1
		strange = strange || !lexicon.Word(p) && !product(p) && len(p) > 1
	}
	if plainStarts[parts[0]] || !strange {
		return false
	}
	upper := s.text[m.start:m.end] == strings.ToUpper(s.text[m.start:m.end])
	m.certain = machine || upper || s.wordBefore(m.start) == "on"
	m.same = hostKey(t)
	return true
}

// ordinaryParts says whether all parts of a name that have no digit are words that count things, not names of machines.
func ordinaryParts(t string) bool {
	for _, p := range strings.Split(t, "-") {
		letters := strings.TrimRight(p, "0123456789")
		if letters != "" && (machineWords[letters] || !lexicon.Word(letters) && !lexicon.GermanWord(letters)) {
			return false
		}
	}
	return true
}
