package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Machines without a number, by the place where they are named, and words in capitals that no list knows.

var namedRules = []rule{
	{
		id: "host.named", kind: Host, asks: true, reason: "perhaps the name of a machine, by what stands before it",
		needs: "-a", least: 6, pattern: `[a-z][a-z0-9]*(?:-[a-z0-9]+)+`,
		check: namedHost,
		finds: []string{
			"ssh ⟦brenner-core⟧ and", "logged in to ⟦nm-modem-east⟧ and", "from ⟦hmk-settle⟧ to ⟦hmk-ledger⟧", "host  cpu\n⟦hl-rtb-east⟧   93    88", "rebooted ⟦gm-west⟧.", "flapped, ⟦oslo-edge⟧ did not", "Router, ⟦rt-wels⟧, geht nach", "context was ⟦weu-prod-blue⟧, x",
		},
		leaves: []string{
			"on read-only mode", "from end-to-end tests", "to re-index", "on call-site", "via k-means", "to de-dupe it", "on non-prod", "to co-locate", "from x-ray", "on self-healing", "to nginx-ingress", "on U-Bahn", "from http-only", "on gp3-backed",
			"to faro-web2", "von E-Mail",
		},
	},
	{
		id: "name.capitals", kind: Other, asks: true, reason: "letters in capitals that no list knows",
		needs: "A", least: 5, pattern: `[A-Z][A-Z0-9]{4,15}`,
		check: capitals,
		finds: []string{"reach ⟦KLBPACS⟧; it", "⟦WRTRIS⟧ sent", "Job ⟦LNPBT07⟧ ended", "id ⟦ZZZ0016⟧.", "Trunk ⟦TGACC41⟧ up"},
		leaves: []string{
			"TOO_MANY_REQUESTS and CONFIG_SET", "HTTPS SELECT VARCHAR", "ECONNREFUSED", "SIGKILL", "HALFOPEN", "IEF450I", "SQLCODE", "STEP020", "WARNING", "SHA256", "CRASHLOOP", "`MAXCONN`", "ERROR500", "the A1B2C3D4E5", "STÖRUNG", "RTX4090", "DEADBEEF",
			"KB5034439",
		},
	},
	{
		id: "name.initial", kind: Person, asks: true, reason: "a name in capitals with an initial",
		needs: "A", passage: true, pattern: `\p{Lu}[\p{Lu}'-]{2,20} \p{Lu}\b`,
		check: func(s *scan, m *match) bool {
			w := s.text[m.start : m.end-2]
			c, d := s.before(m.start), s.after(m.end)
			return (c == '"' || c == '\'' || c == '|' || c == '=') && (d == '"' || d == '\'' || d == '|') && !ordinary(w) && !product(strings.ToLower(w)) && !lexicon.Acronym(w)
		},
		finds:  []string{`dest="⟦ROLLIN B⟧" tpl`, "|⟦QUILTY N⟧|"},
		leaves: []string{`"PLAN B"`, "OPTION A", `"VITAMIN C"`, `"ROLLIN BB"`},
	},
	{
		id: "name.dataset", kind: Other, asks: true, reason: "the name of a data set",
		needs: "A.", least: 9, pattern: `[A-Z@#$][A-Z0-9@#$-]{0,7}(?:\.[A-Z@#$][A-Z0-9@#$-]{0,7}){2,}(?:\([A-Z0-9+-]+\))?`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if isWordByte(s.before(m.start)) || isWordByte(s.after(m.end)) || s.before(m.start) == '.' || s.after(m.end) == '(' {
				return false
			}
			long := 0
			for _, p := range strings.Split(t, ".") {
				if len(p) > 2 {
					long++
				}
			}
			return long > 1 && !strings.HasPrefix(t, "SYS1.")
		},
		finds:  []string{"Dataset ⟦LNP.PROD.LOANS.G0417V00⟧ was", "⟦HRP.PAY.LOAD(0)⟧"},
		leaves: []string{"U.S.A. and", "E.G.B.X", "SYS1.PARMLIB.X", "Foo.BAR.BAZ", "A.B.C"},
	},
}

// namedHost decides about words joined by hyphens, without a number: the first must be no word, and a word for what one
// does with machines must stand before, or columns of numbers after.
func namedHost(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if !hostPlace(s, m) || s.after(m.end) == '=' || s.after(m.end) == ':' || hasDigit(t) {
		return false
	}
	cue, cued := hostCues[s.wordBefore(m.start)]
	tail := t[strings.LastIndexByte(t, '-')+1:]
	first, rest, _ := strings.Cut(t, "-")
	if headRoles[first] && s.partAt(m.start) == prose && (lexicon.Place(rest) || strange(rest) && !inflected(rest) && !lexicon.ForeignWord(rest) && !lexicon.GermanWord(rest)) {
		m.same = hostKey(t)
		return true // rt-wels
	}
	if !cued && !(s.startsLine(m.start) && columnsFollow(s, m.end)) && !sitedRoles[tail] && !staged(t) {
		return false
	}
	if len(first) < 2 || machineWords[first] || shapeTerms[first] || hostSides[first] || plainStarts[first] {
		return false
	}
	// Two letters are an acronym of something as often as the beginning of the names of a network.
	if short := len(first) == 2 && !littleWords[first] && !lexicon.ForeignWord(first); knownWord(first) && !(short && hostSides[tail]) {
		return false
	}
	for _, p := range strings.Split(rest, "-") {
		switch p {
		case "based", "like", "only", "side", "free", "style", "aware", "ish", "level", "wide", "ready", "band", "backed", "driven", "time", "safe", "enabled", "related", "specific", "compatible", "native":
			return false
		}
	}
	h, ok := outlineOf(t)
	m.certain = cue && ok && (h.machine > 0 || hostSides[tail])
	m.same = hostKey(t)
	return ok
}

// sitedRoles are what a machine is for, as it stands after a place or a company: oslo-edge.
var sitedRoles = wordSet(`edge gw fw lb sw rtr rt router switch firewall bastion jump jumphost db pg nas san esx vm dc core spine leaf tor agg pe vpn mx ns srv server
	web cache hv hypervisor prod prd stg staging primary standby`)

// headRoles are what a machine is for, as it stands before a place.
var headRoles = wordSet("rt rtr sw fw gw ap srv nas vpn dc rack ups pdu cam plc hv esx esxi lb nvr wlc olt cpe bng pos")

// staged says whether a name of three parts has that of an environment in its middle: weu-prod-blue.
func staged(t string) bool {
	parts := strings.Split(t, "-")
	if len(parts) < 3 {
		return false
	}
	for _, p := range parts[1 : len(parts)-1] {
		switch p {
		case "prod", "prd", "stage", "stg", "staging", "live", "dev", "test", "uat", "qa", "int", "dr":
			return true
		}
	}
	return false
}

// columnsFollow says whether after i comes what stands beside a machine in a table: wide space and a number.
func columnsFollow(s *scan, i int) bool {
	rest := s.lineAfter(i, 40)
	value := strings.TrimLeft(rest, " \t|")
	return len(rest)-len(value) > 1 && value != "" && isDigit(value[0])
}

// capitals decides about a word in capitals.
func capitals(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || strings.IndexByte("-./@#$%&\\<={", c) >= 0 || isWordByte(d) || strings.IndexByte("-/(=@>}'", d) >= 0 || (d == '.' || d == ':') && isWordByte(s.after(m.end+1)) {
		return false
	}
	t, low := s.text[m.start:m.end], s.low[m.start:m.end]
	letters := strings.TrimRight(t, "0123456789")
	digits := t[len(letters):]
	// Message ids of mainframes end in a letter after their number: IEF450I.
	if strings.ContainsAny(letters, "0123456789") || hexadecimal(low) || len(letters) > 12 {
		return false
	}
	if lexicon.Acronym(t) || lexicon.Acronym(letters) || notTicket[letters] || notTicket[t] || technical[low] || knownCapitals[low] || unlisted(s, low) {
		return false
	}
	lowLetters := strings.ToLower(letters)
	if digits != "" {
		// A model of hardware has a number too, but none that begins with a zero.
		if len(digits) > 3 && digits[0] != '0' || len(letters) < 2 || plainStarts[lowLetters] || knownWord(lowLetters) || len(letters) == 2 && digits[0] != '0' {
			return false
		}
		if hostRole(lowLetters) {
			m.kind = Host
		}
		m.same = hostKeyIf(m.kind, t)
		return len(letters) >= 4 || digits[0] == '0' && len(digits) >= 3
	}
	if len(letters) < 5 || lexicon.Given(low) || lexicon.Family(low) || lexicon.Place(low) || s.partAt(m.start) == code && !s.nearHostWord(m.start) || twoWords(low) {
		return false
	}
	// Among other words in capitals somebody shouts, or it is a heading.
	if shouted(s, m.start, m.end) {
		return false
	}
	if hostRole(low) || s.nearHostWord(m.start) {
		m.kind = Host
	}
	m.same = hostKeyIf(m.kind, t)
	return true
}

func hostKeyIf(k Kind, t string) string {
	if k == Host {
		return hostKey(t)
	}
	return ""
}

// unlisted says whether a word in lower case is in a list after all.
func unlisted(s *scan, low string) bool {
	return ordinary(low) || product(low) || shapeTerms[low] || lexicon.GermanWord(low)
}

// hostRole says whether letters end in what a machine is for.
func hostRole(low string) bool {
	for i := 2; i <= len(low)-2; i++ {
		if joinedRoles[low[i:]] {
			return true
		}
	}
	return false
}

// twoWords says whether letters are two words in one, as the states and errors of programs are.
func twoWords(low string) bool {
	for i := 2; i <= len(low)-2; i++ {
		if partWord(low[:i]) && partWord(low[i:]) {
			return true
		}
	}
	return false
}

// partWord says whether letters are a word that programs put together with others.
func partWord(w string) bool {
	if len(w) < 3 {
		switch w {
		case "no", "in", "on", "up", "to", "is", "by", "ok", "or", "re", "un", "id", "io", "of", "db":
			return true
		}
		return false
	}
	return shapeTerms[w] || lexicon.Word(w) || len(w) > 2 && lexicon.Acronym(strings.ToUpper(w))
}

func hexadecimal(low string) bool { return strings.Trim(low, "0123456789abcdef") == "" }

// shouted says whether the words around text[start:end] are in capitals too.
func shouted(s *scan, start, end int) bool {
	line := s.text[max(0, start-24):start]
	line = strings.TrimRight(line[strings.LastIndexByte(line, '\n')+1:], " ,")
	before := line[strings.LastIndexAny(line, " |(")+1:]
	after := s.text[end:min(len(s.text), end+24)]
	after = strings.TrimLeft(after, " ,.:")
	if i := strings.IndexAny(after, " \n,.:;"); i >= 0 {
		after = after[:i]
	}
	loud := func(w string) bool {
		return len(w) > 2 && w == strings.ToUpper(w) && strings.Trim(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	}
	return loud(before) || loud(after)
}

// nearHostWord says whether a word for a machine or for reaching one stands shortly before i.
func (s *scan) nearHostWord(i int) bool {
	near := s.lineBefore(i, 28)
	for _, w := range [...]string{"host", "node", "server", "ssh ", "ping ", "reach", "->", "lpar", "title", "aet", "machine", "job ", "switch", "router"} {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}
