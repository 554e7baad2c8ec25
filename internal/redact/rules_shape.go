package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Machines by the shape of their names alone: parts joined by hyphens, of which one is no word of any list, or says
// what a machine is for and counts it.

var shapeRules = []rule{
	{
		id: "host.shape", kind: Host, reason: "the name of a machine, by its shape",
		needs: "0-", least: 4, pattern: `[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+`,
		check: shapedHost,
		finds: []string{
			"on ⟦faro-web2⟧ and", "in ⟦plc-p4-dosage⟧.", "`--to-revisions ⟦api-00417-kuz⟧=100`", "⟦gnb-kdk-0417-a⟧ | x", "node ⟦liath-g19⟧,", "the ⟦AP-H3-Nord-02⟧ was", "between ⟦SRV-DC01⟧ and", "(⟦kst-sap-db2⟧)", "⟦esx-krn-11⟧:443",
			"via ⟦HALFS-CL1⟧ x", "box ⟦p4-edge⟧ was", "restarted ⟦simorgh-3⟧ by", "the ⟦edge-k4⟧ one",
		},
		leaves: []string{
			"utf-8, sha-256, x86-64, top-10, p-256, iso-8859-1", "phase-2 step-3 5-minute 2-node python3-dev rfc-2119 http-2", "read-after-write", "edit nginx-1.25.tgz", "--max-conns-2", "replica_03", "2026-01-21", "apt install libfoo3-dev",
			"DVB-S2 and GPT-4o", "feature/foo-web2", "ge-0/0/12", "l7-proxy", "mid-2023", "v2-api", "int8-quantized", "Schicht-3", "i-1", "e2e-tests", "half-life2", "backup-2024-03", "ecdhe-rsa-aes128", "col-md-6", "len-1", "Rel-15", "AVX-512", "MTU-9000", "mp-3", "x-2",
		},
	},
	{
		id: "host.dotted", kind: Host, asks: true, reason: "the name of a machine and where it is",
		needs: ".0a", least: 7, pattern: `[a-z][a-z0-9-]*[a-z]\d{1,3}(?:\.[a-z]{2,8}\d{1,3})+`,
		check: func(s *scan, m *match) bool {
			if !hostPlace(s, m) {
				return false
			}
			t := s.text[m.start:m.end]
			for l := range strings.SplitSeq(t, ".") {
				letters := strings.TrimRight(l, "0123456789")
				if technical[l] || shapeTerms[l] || shapeTerms[letters] || versionPart(letters) || numberedTerms[letters] || fileEnds[l] {
					return false
				}
			}
			_, m.certain = hostCues[s.wordBefore(m.start)]
			last := strings.TrimRight(t[strings.LastIndexByte(t, '.')+1:], "0123456789")
			m.certain = m.certain || s.partAt(m.start) == prose && strange(last)
			m.same = "host:" + t
			return true
		},
		finds:  []string{"and ⟦bdr1.lnz3⟧ too", "on ⟦edge12.fra2⟧,"},
		leaves: []string{"file1.mp3", "python3.py3", "bdr1.lnz3.txt", "x.bdr1.lnz3", "sha256.md5", "step1.part2", "Foo1.bar2()"},
	},
	{
		id: "host.braces", kind: Host, reason: "the names of machines, counted",
		needs: "{}0", pattern: `[A-Za-z][A-Za-z0-9-]*\{\d+(?:\.\.|,)[\d,.]+\}[A-Za-z0-9-]*`,
		check: func(s *scan, m *match) bool {
			c, t := s.before(m.start), s.text[m.start:m.end]
			name, _, _ := strings.Cut(t, "{")
			return !isWordByte(c) && strings.IndexByte("./$\\-])", c) < 0 && s.after(m.end) != '.' && s.after(m.end) != '/' &&
				(strings.Contains(t, "..") || strings.Contains(name, "-") || machineWords[strings.ToLower(name)]) && !shapeTerms[name]
		},
		finds:  []string{"for h in ⟦web{1..4}-ams⟧; do", "⟦node{1,2}⟧"},
		leaves: []string{"/var/log/x{1..3}", "a{2,3}.log", "${x1}", "{1..4}", "[]int{1,5}"},
	},
	{
		id: "host.joined", kind: Host, reason: "the name of a machine, counted",
		needs: "0", least: 3, pattern: `[A-Za-z]{2,14}\d{1,6}\b`,
		check:  joinedHost,
		finds:  []string{"on ⟦zrhdb01⟧ and", "⟦WRTPACS01⟧", "⟦SRVFILE03⟧,", "⟦pve3⟧ and idle", "from ⟦melnas2⟧ too", "⟦kex01⟧ was slow", "⟦WS0417⟧ auch", "⟦zk2⟧ lost", "on ⟦sapprd2⟧.", "| ⟦vps48213⟧ | x"},
		leaves: []string{"sha256", "covid19", "STEP020", "log4j2", "python3", "int64", "IEF450", "es2022", "utf8mb4", "base64", "libssl3", "test01.py", "foo_web01", "web2.0", "Win32", "part12", "EXT4", "RTX4090", "error500"},
	},
}

// An outline is what the parts of a name are, counted.
type outline struct {
	parts   int
	strange int // letters that no list knows
	machine int // what a machine is for
	code    int // letters with a number: g19, web2
	weak    int // of these, one letter with a number
	number  int // nothing but digits
	zero    int // of these or the codes, with a zero in front, as machines are counted
	term    int // technical terms, units, versions, years
	words   int
	year    bool
}

// outlineOf counts the parts of a name in lower case; ok is false if it can be no machine's.
func outlineOf(t string) (h outline, ok bool) {
	parts := strings.Split(t, "-")
	h.parts = len(parts)
	if len(parts) > 8 || len(t) < 4 || len(t) > 63 {
		return h, false
	}
	for _, p := range parts {
		if p == "" || len(p) > 24 {
			return h, false
		}
		letters := strings.TrimRight(p, "0123456789")
		digits := p[len(letters):]
		switch {
		case letters == "":
			if len(p) > 8 || len(p) > 6 && len(parts) < 3 {
				return h, false
			}
			if len(p) == 8 && stampDigits(p) || len(p) == 4 && (p[:2] == "19" || p[:2] == "20") {
				h.term, h.year = h.term+1, true
				continue
			}
			h.number++
		case isDigit(p[0]):
			if len(p) < 3 || shapeTerms[strings.TrimLeft(p, "0123456789")] || shapeTerms[p] {
				h.term++
			} else {
				h.code++
			}
		case digits == "":
			h.letters(p)
		case machineWords[letters] && len(letters) > 1 && !technical[p]:
			h.machine++
			h.code++
		case technical[p] || shapeTerms[p] || len(letters) > 1 && shapeTerms[letters] || versionPart(letters):
			// p4 may be a place of a plant, so may l3 after what a machine is for; v2 never is.
			if letters == "p" && len(p) <= 3 && !technical[p] || letters == "l" && h.machine > 0 {
				h.code++
				h.weak++
				continue
			}
			h.term++
		case len(letters) == 1:
			h.code++
			h.weak++
		case strings.ContainsAny(letters, "0123456789"):
			h.code++
		case plainStarts[letters] || lexicon.Acronym(strings.ToUpper(letters)) || product(p):
			h.term++
		case ordinary(letters) || product(letters):
			h.words++
			h.code++
		default:
			h.strange++
			h.code++
		}
		if len(digits) > 1 && digits[0] == '0' {
			h.zero++
		}
	}
	return h, true
}

// letters counts a part without digits.
func (h *outline) letters(p string) {
	switch {
	case len(p) == 1:
	case hasDigit(p) && !technical[p] && !shapeTerms[p]:
		h.code++ // eu1a
	case machineWords[p]:
		h.machine++
	case shapeTerms[p]:
		h.term++
	case knownWord(p):
		h.words++
	default:
		h.strange++
	}
}

// knownWord says whether some list knows a word in lower case, other than those of names.
func knownWord(p string) bool {
	return technical[p] || ordinary(p) || product(p) || lexicon.Acronym(strings.ToUpper(p))
}

// verdict is what a shape with a digit says of a name.
func (h outline) verdict() verdict {
	switch counted := h.number + h.code; {
	case counted == 0:
		return not
	case h.strange+h.machine == 0:
		if h.zero > 0 && h.code > 0 && h.parts > 2 && h.term == 0 {
			return maybe
		}
		return not
	case h.year && h.strange == 0:
		return not
	case h.term > 0 && h.strange+h.machine < 2 && h.zero == 0 && h.code <= h.weak:
		return not // base64-foo, v2-api
	case h.zero > 0 || h.strange > 0 && h.code > 0,
		h.parts > 2 && (h.strange > 0 || h.code > 0),
		h.machine > 1:
		return sure
	case h.strange > 0 || h.code > 0:
		return maybe
	}
	return not
}

// shapedHost decides about parts joined by hyphens.
func shapedHost(s *scan, m *match) bool {
	raw := s.text[m.start:m.end]
	t := s.low[m.start:m.end]
	if severityCode.MatchString(raw) || facilityCode.MatchString(raw) || !hasDigit(raw) || !hostPlace(s, m) || regionPattern.MatchString(t) || cloudPrefix(t) {
		return false
	}
	h, ok := outlineOf(t)
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(t, "-")
	v := h.verdict()
	cue, cued := hostCues[s.wordBefore(m.start)]
	switch lower := raw == t; {
	case v == not:
		return false
	case plainStarts[first] || technical[first] || shapeTerms[first] && !machineWords[first]:
		// The place of a plant before what stands there, and nothing else.
		if h.machine == 0 || h.weak == 0 || technical[first] || len(first) < 2 || !isDigit(first[len(first)-1]) {
			return false
		}
		v = maybe
	case !lower && (notTicket[strings.ToUpper(first)] || lexicon.Acronym(strings.ToUpper(first))) && !machineWords[first]:
		return false // the name of a standard
	case !lower && h.parts == 2 && (h.code == 0 && h.zero == 0 || h.code == h.weak && len(first) < 5):
		return false // a ticket, a product
	case !lower && raw != strings.ToUpper(raw) && (h.machine == 0 || h.parts < 3) && h.zero == 0:
		return false
	case lower && h.parts == 2 && h.number == 1 && s.partAt(m.start) == code && !cued:
		return false // an expression
	}
	if v == maybe && cued && (cue || h.machine > 0 && h.code > 0) {
		v = sure
	}
	m.certain, m.same = v == sure, hostKey(t)
	return true
}

// hostPlace says whether a machine may be named there: within no path, file, option, address or branch.
func hostPlace(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || strings.IndexByte("-.#@%$\\~&", c) >= 0 || d == '_' || isWordByte(d) || d == '(' || d == '@' || d == '-' || c == '<' && d == '>' || c == '{' && d == '}' {
		return false
	}
	if d == '.' && isWordByte(s.after(m.end+1)) || d == '/' && isWordByte(s.after(m.end+1)) || c == ':' && isWordByte(s.before(m.start-1)) || c == '+' || c == '=' && s.before(m.start-1) == '=' {
		return false
	}
	before := s.lineBefore(m.start, 40)
	if c == '/' {
		for _, w := range [...]string{"node/", "nodes/", "pod/", "pods/", "host/", "vm/"} {
			if strings.HasSuffix(before, w) {
				return true
			}
		}
		return false
	}
	if strings.Contains(before, " install ") || strings.Contains(before, "docker pull") {
		return false
	}
	switch s.wordBefore(m.start) {
	case "branch", "tag", "package", "version", "release", "chart", "image", "model", "cipher", "codec", "checkout", "standard", "class", "flag", "rfc", "option", "locale", "import", "require":
		return false
	}
	return true
}

// joinedHost decides about letters and a number in one: what a machine is for at the end or the beginning of letters
// that are no word, or a role counted with two digits.
func joinedHost(s *scan, m *match) bool {
	if !hostPlace(s, m) || s.before(m.start) == '[' && s.partAt(m.start) == code {
		return false
	}
	raw, t := s.text[m.start:m.end], s.low[m.start:m.end]
	letters := strings.TrimRight(t, "0123456789")
	digits := t[len(letters):]
	if raw != t && raw != strings.ToUpper(raw) || technical[t] || shapeTerms[t] || plainStarts[letters] || shapeTerms[letters] || product(t) {
		return false
	}
	m.same = hostKey(t)
	cue, cued := hostCues[s.wordBefore(m.start)]
	if machineWords[letters] || pairedHost[letters] {
		if (t == "web2" || t == "web3") && !cued {
			return false // kinds of the web
		}
		if digits[0] == '0' && len(digits) > 2 && len(letters) > 1 {
			return true
		}
		if len(digits) > 3 && raw == t && (digits[0] < '1' || digits[0] > '2' || len(digits) > 4) { // no year
			m.certain = cued
			return true
		}
		return raw == t && (len(digits) == 2 && len(letters) > 2 && s.partAt(m.start) == prose || pairedHost[letters]) && (len(digits) < 3 || digits[0] == '0')
	}
	if len(letters) < 4 && len(digits) > 2 && digits[0] == '0' && !ordinary(letters) && s.partAt(m.start) == prose {
		m.certain = cued
		return true
	}
	if knownWord(letters) || notTicket[strings.ToUpper(letters)] {
		return false
	}
	role := ""
	for i := 2; i <= len(letters)-2; i++ {
		if joinedRoles[letters[i:]] || joinedRoles[letters[:i]] && len(letters) > i+2 {
			role = letters[:i]
			break
		}
	}
	switch {
	case role != "" && len(digits) >= 2 && (digits[0] == '0' || raw != t):
		return true
	case role != "" && cued:
		return true
	case cue && len(letters) >= 3:
		return true
	case digits[0] == '0' && len(digits) > 1 && len(digits) < 5 && (raw == t || s.partAt(m.start) == prose && len(letters) < 4), role != "" && raw == t && len(letters) > 4 && s.partAt(m.start) == prose:
		m.certain = cued
		return true
	}
	return false
}

// pairedHost are roles that with a single digit are a machine in any sentence.
var pairedHost = wordSet(`pve esx esxi nas dc lb fw gw sw hv kvm vm ns mx srv web kdc bastion zk nuc mds`)

// joinedRoles are what a machine is for, as it is joined to a place: zrhdb01, SRVFILE03.
var joinedRoles = wordSet(`db pg web app api srv svr file fs nas san dc ad sql mq esx vm hv gw fw lb sw rt vpn ns dns mx mail prt print pacs ris kis his bkp bak
	mon log proxy cache edge node core agg pe ws rds ctx term jump mgmt build git ci
	prd prod tst stg qas cs`)
