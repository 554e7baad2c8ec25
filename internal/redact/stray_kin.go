package redact

import (
	"strings"
	"unicode"

	"firsthand/internal/redact/ledger"
)

// What the names that were found give away: the forms and the parts by which people speak of the same things.

// kindred are the forms that a stray may have to be a name: in lower case.
type kindred struct {
	parts  [2]ledger.Book[match] // by pass: names, and parts of them that stand for the whole
	own    ledger.Book[bool]     // labels of domains
	firsts [2]ledger.Book[Kind]  // by pass: first parts of names that are asked about
	octets ledger.Book[bool]     // last parts of addresses
	nets   ledger.Book[bool]     // names of nobody knows what
}

// A lesson is one form that a name gives away.
type lesson struct {
	of    shelf
	form  string
	as    match
	first bool // unless another gave it away before
}

// shelf is where among the kindred a lesson belongs.
type shelf int

const (
	onParts shelf = iota
	onOwn
	onFirsts
	onOctets
	onNets
)

// fill has all texts tell what was found in them gives away.
func (n *kindred) fill(texts []*trail) {
	flags := func(on shelf) func(map[string]bool) {
		return func(m map[string]bool) {
			for _, t := range texts {
				for _, l := range t.strays.lessons {
					if l.of == on {
						m[l.form] = true
					}
				}
			}
		}
	}
	n.own.Fill(flags(onOwn))
	n.octets.Fill(flags(onOctets))
	n.nets.Fill(flags(onNets))
	n.fillParts(0, texts, nil)
}

// fillAsked has them tell what is given away by what is asked about after the first pass as well.
func (n *kindred) fillAsked(texts []*trail) {
	last := map[string]match{}
	var order []string
	for _, t := range texts {
		for _, a := range t.strays.passes[0].asks {
			if _, ok := last[a.word]; !ok {
				order = append(order, a.word)
			}
			last[a.word] = a.as
		}
	}
	var more []lesson
	for _, w := range order {
		more = learnAsked(more, w, last[w])
	}
	n.fillParts(1, texts, more)
}

func (n *kindred) fillParts(pass int, texts []*trail, more []lesson) {
	n.parts[pass].Fill(func(parts map[string]match) {
		n.firsts[pass].Fill(func(firsts map[string]Kind) {
			for _, t := range texts {
				teach(parts, firsts, t.strays.lessons)
			}
			teach(parts, firsts, more)
		})
	})
}

func teach(parts map[string]match, firsts map[string]Kind, ls []lesson) {
	for _, l := range ls {
		switch l.of {
		case onParts:
			if _, ok := parts[l.form]; !ok || !l.first {
				parts[l.form] = l.as
			}
		case onFirsts:
			if _, ok := firsts[l.form]; !ok || !l.first {
				firsts[l.form] = l.as.kind
			}
		}
	}
}

// learn appends what a name that was found gives away: itself, and the parts of it by which people speak of it.
func learn(n []lesson, s *scan, m match) []lesson {
	if m.end-m.start > longestEcho {
		return n
	}
	t := s.low[m.start:m.end]
	switch m.kind {
	case Email, URL, Host:
		n = learnOwner(n, t)
	case IP:
		if k := strings.LastIndexByte(t, '.'); k > 0 && isIPv4(t) {
			n = append(n, lesson{of: onOctets, form: t[k+1:]})
		}
	}
	switch m.kind {
	case Person:
		if m.certain {
			return n
		}
	case Host, URL, Codename, Org, Team, Repo, Channel, Handle, User, Ticket, Account, CloudID, Other:
	default:
		return n
	}
	if m.kind == URL || m.kind == Host {
		n = learnLabel(n, t)
	}
	if m.kind == URL {
		return n
	}
	whole := strings.Trim(t, "@#/\\[]()\"'")
	if k := strings.IndexByte(whole, '.'); k > 2 && m.kind == Host {
		whole = whole[:k] // the machine of a name with its domain
	}
	if m.kind == Host {
		n = learnStem(n, strings.TrimRight(whole, "0123456789"))
	}
	if head, rest, ok := strings.Cut(whole, "_"); ok && m.kind == Host && m.certain && strings.Contains(rest, "_") && s.text[m.start:m.end] == strings.ToUpper(s.text[m.start:m.end]) {
		n = append(n, lesson{of: onFirsts, form: head + "_", as: match{kind: Host}})
	}
	words := strings.Fields(whole)
	switch {
	case m.kind == Person && len(words) == 1:
		n = append(n, lesson{of: onNets, form: whole})
	case len(whole) > 2 && len(words) == 1 && !strings.Contains(whole, "/"):
		if first, _, ok := strings.Cut(whole, "-"); ok && len(first) > 3 && strange(first) && !commonName(first) {
			n = append(n, lesson{of: onParts, form: first, as: match{kind: m.kind, rule: rulePart}, first: true})
		}
		n = append(n, lesson{of: onParts, form: whole, as: match{kind: m.kind, rule: rulePart, same: m.same, certain: m.certain}})
	case len(words) < 5 && (m.kind == Codename || m.kind == Org || !m.certain):
		for _, w := range words {
			if len(w) > 4 && !knownWord(w) {
				n = append(n, lesson{of: onParts, form: w, as: match{kind: m.kind, rule: rulePart}})
			}
		}
	}
	for _, p := range strings.FieldsFunc(t, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		digits := strings.TrimLeft(p, "abcdefghijklmnopqrstuvwxyz")
		if len(digits) > 3 && len(digits) < 9 && strings.Trim(digits, "0123456789") == "" && !yearLike(digits) && !round(digits) {
			n = append(n, lesson{of: onParts, form: digits, as: match{kind: Other, rule: rulePart}, first: true})
		}
	}
	return n
}

// learnAsked appends what a name that is asked about gives away: kri of kri2, teach of teach-norm.
func learnAsked(n []lesson, w string, m match) []lesson {
	if m.kind == Host || m.rule == ruleCode {
		n = learnStem(n, strings.TrimRight(w, "0123456789"))
	}
	if head, rest, ok := strings.Cut(w, "_"); ok && m.rule != rulePart && m.kind != Codename && strings.Contains(rest, "_") && hasDigit(w) && len(head) > 1 {
		n = append(n, lesson{of: onFirsts, form: head + "_", as: match{kind: m.kind}})
	}
	first, _, ok := strings.Cut(w, "-")
	if !ok || len(first) < 3 || commonName(first) || cloudPrefix(w) || m.rule == rulePart {
		return n
	}
	n = append(n, lesson{of: onFirsts, form: first, as: match{kind: m.kind}, first: true})
	if len(first) > 3 && !knownWord(first) {
		n = append(n, lesson{of: onParts, form: first, as: match{kind: m.kind, rule: rulePart}, first: true})
	}
	return n
}

// learnStem appends a name without its number.
func learnStem(n []lesson, stem string) []lesson {
	if len(stem) > 2 && !knownWord(stem) && !machineWords[stem] && !shapeTerms[stem] && !strings.HasSuffix(stem, "-") {
		n = append(n, lesson{of: onParts, form: stem, as: match{kind: Host, rule: rulePart}, first: true})
	}
	return n
}

// learnLabel appends the first label of a machine with a domain, by which people speak of it: argos of argos.narae.example.
func learnLabel(n []lesson, t string) []lesson {
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
		n = append(n, lesson{of: onParts, form: l, as: match{kind: Codename, rule: rulePart, certain: true}, first: true})
	}
	return n
}

// learnOwner appends the label of a domain.
func learnOwner(n []lesson, t string) []lesson {
	if _, after, ok := strings.Cut(t, "://"); ok {
		t = after
	}
	if _, after, ok := strings.Cut(t, "@"); ok {
		t = after
	}
	t = t[:len(t)-len(strings.TrimLeft(t, "abcdefghijklmnopqrstuvwxyz0123456789.-"))]
	label := registered(t)
	if len(label) > 3 && !genericLogins[label] && !machineWords[label] && !shapeTerms[label] && !product(label) {
		n = append(n, lesson{of: onOwn, form: label})
	}
	return n
}

// part finds a word that is a name found elsewhere, or one of whose parts is.
func (p *strayPlace) part() (match, bool) {
	t, s, w := p.t, p.scan, p.w
	within := strings.IndexByte("/\\", s.before(t.start)) >= 0 && (isWordByte(s.before(t.start-1)) || strings.IndexByte("/.~:", s.before(t.start-1)) >= 0)
	if m := p.kin(w); m.kind != "" && len(w) > 2 {
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
	if p.own(w) && (!ordinary(w) || within || t.bare && !t.determined && !commonName(w) && !articles[s.wordBefore(t.start)]) {
		if d := s.after(t.end); d == '/' && isWordByte(s.after(t.end+1)) && s.before(t.start) != '/' {
			t.end = s.nameEnd(t.end + 1)
			return match{kind: Repo, rule: rulePart}, true // the repository of the owner of a domain
		}
		return match{kind: Org, rule: rulePart}, true
	}
	if !strings.ContainsAny(w, "-_") {
		return match{}, false
	}
	if first, number, ok := strings.Cut(w, "-"); ok && t.bare && p.kin(first).kind == Host && strings.Trim(number, "0123456789") == "" && !commonName(first) {
		return match{kind: Host, rule: rulePart}, true // mangle-2 beside mangle
	}
	if first, _, ok := strings.Cut(w, "-"); ok && p.first(first) != "" && t.bare {
		return match{kind: p.first(first), rule: rulePart}, true
	}
	if first, rest, ok := strings.Cut(w, "_"); ok && p.first(first+"_") != "" && strings.Contains(rest, "_") && p.raw == strings.ToUpper(p.raw) && hasDigit(w) {
		return match{kind: p.first(first + "_"), rule: rulePart}, true // CT_ZAK_2 beside CT_SOR_1
	}
	for piece := range strings.FieldsFuncSeq(w, func(c rune) bool { return c == '-' || c == '_' }) {
		if len(piece) < 4 || commonName(piece) {
			continue
		}
		if p.own(piece) {
			return match{kind: Codename, rule: rulePart}, true
		}
		if p.y.kin.nets.Ask(p.notes, piece) && strings.IndexByte(w, '-') > 0 {
			return match{kind: Codename, rule: rulePart}, true // barnacle-sync beside Barnacle
		}
		if m := p.kin(piece); m.kind != "" && (!ordinary(piece) && !product(piece) || m.kind == Codename && (m.certain || strings.IndexByte(w, '-') > 0)) {
			m.same = ""
			return m.asked(), true
		}
	}
	return match{}, false
}

// kin is the name that a form was given away by, of no kind where there is none.
func (p *strayPlace) kin(form string) match { return p.y.kin.parts[p.pass].Ask(p.notes, form) }

// own says whether a word is the label of a domain.
func (p *strayPlace) own(w string) bool { return p.y.kin.own.Ask(p.notes, w) }

// first is the kind of what begins with a first part of a name, "" where nothing does.
func (p *strayPlace) first(part string) Kind { return p.y.kin.firsts[p.pass].Ask(p.notes, part) }

// asked is the match as one that is asked about.
func (m match) asked() match {
	m.certain = false
	return m
}
