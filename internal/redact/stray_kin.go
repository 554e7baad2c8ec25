package redact

import (
	"strings"
	"unicode"
)

// What the names that were found give away: the forms and the parts by which people speak of the same things.

// kindred are the forms that a stray may have to be a name: in lower case.
type kindred struct {
	parts  map[string]match // names, and parts of them that stand for the whole
	own    map[string]bool  // labels of domains
	firsts map[string]Kind  // first parts of names that are asked about
	octets map[string]bool  // last parts of addresses
	nets   map[string]bool  // names of nobody knows what
}

func newKindred() kindred {
	return kindred{map[string]match{}, map[string]bool{}, map[string]Kind{}, map[string]bool{}, map[string]bool{}}
}

// learn remembers a name that was found, and the parts of it by which people speak of it.
func (n *kindred) learn(s *scan, m match) {
	if m.end-m.start > longestEcho {
		return
	}
	t := s.low[m.start:m.end]
	switch m.kind {
	case Email, URL, Host:
		n.owner(t)
	case IP:
		if k := strings.LastIndexByte(t, '.'); k > 0 && isIPv4(t) {
			n.octets[t[k+1:]] = true
		}
	}
	switch m.kind {
	case Person:
		if m.certain {
			return
		}
	case Host, URL, Codename, Org, Team, Repo, Channel, Handle, User, Ticket, Account, CloudID, Other:
	default:
		return
	}
	if m.kind == URL || m.kind == Host {
		n.label(t, m)
	}
	if m.kind == URL {
		return
	}
	whole := strings.Trim(t, "@#/\\[]()\"'")
	if k := strings.IndexByte(whole, '.'); k > 2 && m.kind == Host {
		whole = whole[:k] // the machine of a name with its domain
	}
	if m.kind == Host {
		n.stem(strings.TrimRight(whole, "0123456789"))
	}
	if head, rest, ok := strings.Cut(whole, "_"); ok && m.kind == Host && m.certain && strings.Contains(rest, "_") && s.text[m.start:m.end] == strings.ToUpper(s.text[m.start:m.end]) {
		n.firsts[head+"_"] = Host
	}
	words := strings.Fields(whole)
	switch {
	case m.kind == Person && len(words) == 1:
		n.nets[whole] = true
	case len(whole) > 2 && len(words) == 1 && !strings.Contains(whole, "/"):
		if first, _, ok := strings.Cut(whole, "-"); ok && len(first) > 3 && strange(first) && !commonName(first) && n.parts[first].kind == "" {
			n.parts[first] = match{kind: m.kind, rule: rulePart}
		}
		n.parts[whole] = match{kind: m.kind, rule: rulePart, same: m.same, certain: m.certain}
	case len(words) < 5 && (m.kind == Codename || m.kind == Org || !m.certain):
		for _, w := range words {
			if len(w) > 4 && !knownWord(w) {
				n.parts[w] = match{kind: m.kind, rule: rulePart}
			}
		}
	}
	for _, p := range strings.FieldsFunc(t, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		digits := strings.TrimLeft(p, "abcdefghijklmnopqrstuvwxyz")
		if _, ok := n.parts[digits]; !ok && len(digits) > 3 && len(digits) < 9 && strings.Trim(digits, "0123456789") == "" && !yearLike(digits) && !round(digits) {
			n.parts[digits] = match{kind: Other, rule: rulePart}
		}
	}
}

// learnAsked remembers what a name that is asked about gives away: kri of kri2, teach of teach-norm.
func (n *kindred) learnAsked(w string, m match) {
	if m.kind == Host || m.rule == ruleCode {
		n.stem(strings.TrimRight(w, "0123456789"))
	}
	if head, rest, ok := strings.Cut(w, "_"); ok && m.rule != rulePart && m.kind != Codename && strings.Contains(rest, "_") && hasDigit(w) && len(head) > 1 {
		n.firsts[head+"_"] = m.kind
	}
	first, _, ok := strings.Cut(w, "-")
	if !ok || len(first) < 3 || commonName(first) || cloudPrefix(w) || m.rule == rulePart {
		return
	}
	if n.firsts[first] == "" {
		n.firsts[first] = m.kind
	}
	if len(first) > 3 && !knownWord(first) && n.parts[first].kind == "" {
		n.parts[first] = match{kind: m.kind, rule: rulePart}
	}
}

// stem remembers a name without its number.
func (n *kindred) stem(stem string) {
	if len(stem) > 2 && !knownWord(stem) && !machineWords[stem] && !shapeTerms[stem] && !strings.HasSuffix(stem, "-") && n.parts[stem].kind == "" {
		n.parts[stem] = match{kind: Host, rule: rulePart}
	}
}

// label remembers the first label of a machine with a domain, by which people speak of it: argos of argos.narae.example.
func (n *kindred) label(t string, m match) {
	if _, after, ok := strings.Cut(t, "://"); ok {
		t = after
	}
	if k := strings.IndexAny(t, "/:?#"); k >= 0 {
		t = t[:k]
	}
	if _, after, ok := strings.Cut(t, "@"); ok {
		t = after
	}
	l, rest, ok := strings.Cut(t, ".")
	if ok && len(l) > 3 && strings.Contains(rest, ".") && !commonName(l) && !publicHost(t) && !product(l) && !hasDigit(l) {
		if _, ok := n.parts[l]; !ok {
			n.parts[l] = match{kind: Codename, rule: rulePart, certain: true}
		}
	}
}

// owner remembers the label of a domain.
func (n *kindred) owner(t string) {
	if _, after, ok := strings.Cut(t, "://"); ok {
		t = after
	}
	if _, after, ok := strings.Cut(t, "@"); ok {
		t = after
	}
	t = t[:len(t)-len(strings.TrimLeft(t, "abcdefghijklmnopqrstuvwxyz0123456789.-"))]
	label := registered(t)
	if len(label) > 3 && !genericLogins[label] && !machineWords[label] && !shapeTerms[label] && !product(label) {
		n.own[label] = true
	}
}

// part finds a word that is a name found elsewhere, or one of whose parts is.
func (p *strayPlace) part() (match, bool) {
	t, s, w, kin := p.t, p.scan, p.w, &p.y.kin
	within := strings.IndexByte("/\\", s.before(t.start)) >= 0 && (isWordByte(s.before(t.start-1)) || strings.IndexByte("/.~:", s.before(t.start-1)) >= 0)
	if m, ok := kin.parts[w]; ok && len(w) > 2 {
		known := ordinary(w) || product(w)
		switch {
		case !known:
			return m.asked(), true
		case m.kind == Codename && within && len(w) > 3 && !commonName(w):
			return m.asked(), true
		case (m.kind == Host || m.kind == Codename) && m.certain && len(w) > 3 && !commonName(w) && (within || t.bare && !t.determined && !articles[s.wordBefore(t.start)]):
			return m.asked(), true
		}
	}
	if kin.own[w] && (!ordinary(w) || within || t.bare && !t.determined && !commonName(w) && !articles[s.wordBefore(t.start)]) {
		if d := s.after(t.end); d == '/' && isWordByte(s.after(t.end+1)) && s.before(t.start) != '/' {
			t.end = s.nameEnd(t.end + 1)
			return match{kind: Repo, rule: rulePart}, true // the repository of the owner of a domain
		}
		return match{kind: Org, rule: rulePart}, true
	}
	if !strings.ContainsAny(w, "-_") {
		return match{}, false
	}
	if first, number, ok := strings.Cut(w, "-"); ok && t.bare && kin.parts[first].kind == Host && strings.Trim(number, "0123456789") == "" && !commonName(first) {
		return match{kind: Host, rule: rulePart}, true // mangle-2 beside mangle
	}
	if first, _, ok := strings.Cut(w, "-"); ok && kin.firsts[first] != "" && t.bare {
		return match{kind: kin.firsts[first], rule: rulePart}, true
	}
	if first, rest, ok := strings.Cut(w, "_"); ok && kin.firsts[first+"_"] != "" && strings.Contains(rest, "_") && p.raw == strings.ToUpper(p.raw) && hasDigit(w) {
		return match{kind: kin.firsts[first+"_"], rule: rulePart}, true // CT_ZAK_2 beside CT_SOR_1
	}
	for piece := range strings.FieldsFuncSeq(w, func(c rune) bool { return c == '-' || c == '_' }) {
		if len(piece) < 4 || commonName(piece) {
			continue
		}
		if kin.own[piece] {
			return match{kind: Codename, rule: rulePart}, true
		}
		if kin.nets[piece] && strings.IndexByte(w, '-') > 0 {
			return match{kind: Codename, rule: rulePart}, true // barnacle-sync beside Barnacle
		}
		if m, ok := kin.parts[piece]; ok && (!ordinary(piece) && !product(piece) || m.kind == Codename && (m.certain || strings.IndexByte(w, '-') > 0)) {
			m.same = ""
			return m.asked(), true
		}
	}
	return match{}, false
}

// asked is the match as one that is asked about.
func (m match) asked() match {
	m.certain = false
	return m
}
