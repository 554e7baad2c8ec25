package redact

import (
	"cmp"
	"slices"
	"strings"

	"firsthand/internal/redact/ledger"
	"firsthand/internal/redact/lexicon"
)

// Strays are words that no rule has taken, and that stand where the name of something would, or are a part of a name that
// was found: the value of a field, what follows "store" or "called", a number out of the name of a machine. What they are
// nobody can say but the author, so every one of them is asked about, once a word.

// The rules of strays.
const (
	ruleField  = "stray.field"
	ruleNoun   = "stray.noun"
	ruleCode   = "stray.code"
	rulePart   = "stray.part"
	ruleNear   = "stray.near"
	ruleEdge   = "stray.edge"
	rulePath   = "stray.path"
	ruleTheme  = "stray.theme"
	ruleLogin  = "stray.login"
	ruleNumber = "stray.number"
	rulePrompt = "stray.prompt"

	ruleOwned = "repo.of-domain" // of these alone nobody need be asked
)

func init() {
	reasons[ruleField] = "the value of a field that may name something"
	reasons[ruleNoun] = "the word beside it says what it is the name of"
	reasons[ruleCode] = "letters and digits that no list knows"
	reasons[rulePart] = "a part of a name found elsewhere"
	reasons[ruleNear] = "it stands beside the name of a machine"
	reasons[ruleEdge] = "it belongs to the name beside it"
	reasons[rulePath] = "a part of a path of your own"
	reasons[ruleTheme] = "a word that machines and projects are named after, used as a name"
	reasons[ruleOwned] = "a repository of whoever owns a domain"
	reasons[ruleLogin] = "perhaps a login, made of a name"
	reasons[ruleNumber] = "a number that may name something"
	reasons[rulePrompt] = "the prompt of a database"
}

// strays is the search for what is left in all texts of an account, one after another. A text reads what the account says
// with its notes alone: see the package ledger.
type strays struct {
	kin   kindred
	asked ledger.Book[bool]  // in lower case: what is asked about so far
	calls ledger.Book[match] // what is asked about, and as what
	// times are the places of each number, and places those of each word, of all that nothing has taken.
	times, places ledger.Counts
}

// A strayTrail is the way of one text through the search for strays.
type strayTrail struct {
	scan    *scan
	found   []match // what all other rules found, covered
	english bool    // the account is
	begun   bool
	untaken []term // the words that nothing has taken
	lessons []lesson
	numbers []string

	passes [2]strayPass
	last   strayPass
	out    []match
}

// A strayPass is the way once through the words of a text.
type strayPass struct {
	from, to []term // some of which it has widened
	asks     []stray
	notes    ledger.Notes
	done     bool
}

// A stray is a word in lower case that is asked about, and as what.
type stray struct {
	word string
	as   match
}

// find finds them in all texts. Found is what all other rules found, covered.
func (y *strays) find(texts []*trail, found [][]match) [][]match {
	var whole tongue
	for i, t := range texts {
		s, _ := t.reading.forms()
		t.strays.begin(s, found[i])
		l := s.lexis().tongue
		whole.english, whole.foreign = whole.english+l.english, whole.foreign+l.foreign
	}
	y.kin.fill(texts)
	for _, t := range texts {
		t.strays.take(whole.english >= whole.foreign)
	}
	y.times.Fill(func(m map[string]int) {
		for _, t := range texts {
			for _, w := range t.strays.numbers {
				m[w]++
			}
		}
	})
	y.places.Later(func(m map[string]int) {
		for _, t := range texts {
			for _, u := range t.strays.untaken {
				m[t.strays.scan.low[u.start:u.end]]++
			}
		}
	})
	y.asked.Fill(func(map[string]bool) {})
	for _, t := range texts {
		y.pass(t, 0, t.strays.untaken, (*strayPlace).judge)
	}
	y.kin.fillAsked(texts)
	for _, t := range texts {
		y.pass(t, 1, t.strays.passes[0].to, (*strayPlace).part)
	}
	y.calls.Fill(func(m map[string]match) {
		for pass := range 2 {
			for _, t := range texts {
				for _, a := range t.strays.passes[pass].asks {
					m[a.word] = a.as
				}
			}
		}
	})
	out := make([][]match, len(texts))
	for i, t := range texts {
		out[i] = y.again(t)
	}
	return out
}

// begin begins with what was found in a text.
func (t *strayTrail) begin(s *scan, found []match) {
	if t.begun && t.scan.page == s.page && slices.Equal(t.found, found) {
		t.scan = s
		return
	}
	*t = strayTrail{scan: s, found: found, passes: t.passes, last: t.last, out: t.out}
	for _, m := range found {
		t.lessons = learn(t.lessons, s, m)
	}
}

// take takes the words that nothing has taken, in an account that is English or is not.
func (t *strayTrail) take(english bool) {
	if t.begun && t.english == english {
		return
	}
	t.begun, t.english = true, english
	t.untaken, t.numbers = t.scan.untaken(t.found, english), nil
	for _, u := range t.untaken {
		if w := t.scan.text[u.start:u.end]; isDigit(w[0]) {
			t.numbers = append(t.numbers, w)
		}
	}
}

// pass asks about the words of a text that a judgement takes for a name.
func (y *strays) pass(t *trail, n int, from []term, judge func(*strayPlace) (match, bool)) {
	s, pass := &t.strays, &t.strays.passes[n]
	if t.kept && pass.done && sameTerms(pass.from, from) && pass.notes.Hold() {
		pass.notes.Retell()
		return
	}
	pass.notes.Empty()
	pass.from, pass.to, pass.asks, pass.done = from, from, nil, true
	p := &strayPlace{scan: s.scan, found: s.found, y: y, pass: n, row: -2} // row is nowhere
	if t.kept {
		p.notes = &pass.notes
	}
	widened := false
	done := 0
	for k := range from {
		p.here = pass.to[k]
		p.t = &p.here
		p.raw, p.w = s.scan.text[p.t.start:p.t.end], s.scan.low[p.t.start:p.t.end]
		if p.t.start < done || y.asked.Ask(p.notes, p.w) {
			continue
		}
		m, ok := judge(p)
		if p.here != pass.to[k] {
			if !widened {
				pass.to, widened = slices.Clone(pass.to), true
			}
			pass.to[k] = p.here
		}
		if !ok {
			continue
		}
		w := s.scan.low[p.t.start:p.t.end]
		done = p.t.end
		y.asked.Tell(p.notes, w, true)
		pass.asks = append(pass.asks, stray{w, m})
		if m.rule == ruleNear {
			p.row = p.t.end
		}
	}
}

func sameTerms(a, b []term) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// again asks about every place of what is asked about.
func (y *strays) again(t *trail) []match {
	terms, pass := t.strays.passes[1].to, &t.strays.last
	if t.kept && pass.done && sameTerms(pass.from, terms) && pass.notes.Hold() {
		return t.strays.out
	}
	pass.notes.Empty()
	pass.from, pass.done = terms, true
	var notes *ledger.Notes
	if t.kept {
		notes = &pass.notes
	}
	s := t.strays.scan
	var out []match
	for _, t := range terms {
		w := s.low[t.start:t.end]
		n := y.calls.Ask(notes, w)
		if n.kind == "" {
			continue
		}
		n.start, n.end = t.start, t.end
		if strings.IndexByte("$\\.", s.before(t.start)) >= 0 || s.after(t.end) == '(' {
			continue
		}
		if (ordinary(w) || product(w)) && t.start > 0 && articles[s.wordBefore(t.start)] {
			continue
		}
		if n.kind == Host {
			n.same = cmp.Or(n.same, hostKey(w))
		}
		out = append(out, n)
	}
	t.strays.out = out
	return out
}

// untaken are the words of a text that no match meets, with how each is used.
func (s *scan) untaken(found []match, english bool) []term {
	var out []term
	k := 0
	for _, t := range s.usedTerms(english) {
		for k < len(found) && found[k].end <= t.start {
			k++
		}
		if k < len(found) && found[k].start < t.end && !s.cutShort(t, found[k]) || littleWords[s.low[t.start:t.end]] || s.partAt(t.start) == unseen {
			continue
		}
		out = append(out, t)
	}
	return out
}

// cutShort says whether a match is only a part of a word whose other parts tell as much: KUDAM of KUDAM_INT.
func (s *scan) cutShort(t term, m match) bool {
	if m.start < t.start || m.end > t.end || m.end-m.start == t.end-t.start || m.kind == Person && !m.certain {
		return false
	}
	return m.start > t.start && strings.IndexByte("-_", s.text[m.start-1]) >= 0 || m.end < t.end && strings.IndexByte("-_", s.text[m.end]) >= 0
}

// A strayPlace is a word where it stands.
type strayPlace struct {
	*scan
	y      *strays
	notes  *ledger.Notes
	found  []match // in this text
	here   term
	t      *term  // here
	raw, w string // as written, and in lower case
	pass   int
	row    int // where the last word ends that was asked about because it stands beside a machine
}

// judge decides about a word in one place. It may widen the word.
func (p *strayPlace) judge() (match, bool) {
	for _, look := range [...]func(*strayPlace) (match, bool){(*strayPlace).part, (*strayPlace).prompted, (*strayPlace).slashed, (*strayPlace).inPath, (*strayPlace).octet, (*strayPlace).dotted, (*strayPlace).inList} {
		if m, ok := look(p); ok {
			return m, true
		}
	}
	if len(p.w) < 2 || len(p.w) > 40 || p.inside() {
		return match{}, false
	}
	if m, field := p.value(); field {
		return m, m.rule != ""
	}
	for _, look := range [...]func(*strayPlace) (match, bool){(*strayPlace).login, (*strayPlace).contrast, (*strayPlace).noun, (*strayPlace).gloss, (*strayPlace).site, (*strayPlace).edge, (*strayPlace).near, (*strayPlace).number, (*strayPlace).code, (*strayPlace).theme} {
		if m, ok := look(p); ok {
			return m, true
		}
	}
	return match{}, false
}

// inside says whether a word is a part of a path, an address, an option, a call, an assignment, or a shortened form: isn't.
func (p *strayPlace) inside() bool {
	b, d := p.before(p.t.start), p.after(p.t.end)
	return strings.IndexByte(`.@$%\/~&+_-#`, b) >= 0 || b == '\'' && isWordByte(p.before(p.t.start-1)) ||
		d == '(' || d == '=' || (d == '.' || d == '/' || d == '\'') && isWordByte(p.after(p.t.end+1))
}

// theme asks about a word that machines are named after, used as a name; and about what looks like a login.
func (p *strayPlace) theme() (match, bool) {
	switch {
	case themes[p.w] && p.t.bare && p.t.use != 0 && !p.t.determined && p.sort() != strayNone:
		kind := Host
		if p.t.use&^(useServe|useCalled|useLabel) == 0 {
			kind = Codename
		}
		return match{kind: kind, rule: ruleTheme}, true
	case p.raw == p.w && p.sort() == strayOdd && loginLike(p.w):
		return match{kind: User, rule: ruleLogin}, true
	}
	return match{}, false
}

// loginLike says whether letters are the first letter of a given name and a family name in one: jmota.
func loginLike(w string) bool {
	return len(w) > 4 && isASCII(w) && strings.IndexByte("aeiou", w[0]) < 0 && lexicon.Family(w[1:]) && strings.IndexByte("aeiouy", w[1]) < 0 && strangeWord(w)
}
