package redact

import (
	"cmp"
	"strings"

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

// strays is the search for what is left in all texts of an account.
type strays struct {
	scans []*scan
	found [][]match
	terms [][]term // by text, the words that nothing has taken

	kin   kindred
	asked map[string]match // in lower case: what is asked about so far
	order []string         // of asked
	sorts map[string]straySort
	times map[string]int // places of each number

	places map[string]int // by word in lower case, in how many places it stands; nil until somebody asks

	row int // where the last word ends that was asked about because it stands beside a machine
}

// findStrays finds them in all readings. Found is what all other rules found, covered.
func findStrays(rs []*reading, found [][]match) [][]match {
	y := &strays{found: found, kin: newKindred(), asked: map[string]match{}, sorts: map[string]straySort{}, times: map[string]int{}}
	var whole tongue
	for i, r := range rs {
		s, _ := r.forms()
		y.scans = append(y.scans, s)
		for _, m := range found[i] {
			y.kin.learn(s, m)
		}
		t := s.lexis().tongue
		whole.english, whole.foreign = whole.english+t.english, whole.foreign+t.foreign
	}
	for i, s := range y.scans {
		y.terms = append(y.terms, s.untaken(found[i], whole.english >= whole.foreign))
		for _, t := range y.terms[i] {
			if w := s.text[t.start:t.end]; isDigit(w[0]) {
				y.times[w]++
			}
		}
	}
	y.each((*strayPlace).judge)
	for _, w := range y.order {
		y.kin.learnAsked(w, y.asked[w])
	}
	y.each((*strayPlace).part)
	out := make([][]match, len(rs))
	for i := range y.scans {
		out[i] = y.again(i)
	}
	return out
}

// each asks about the words that a judgement takes for a name.
func (y *strays) each(judge func(*strayPlace) (match, bool)) {
	p := &strayPlace{y: y} // one for all words
	for i, s := range y.scans {
		done := 0
		y.row = -2 // nowhere
		for k := range y.terms[i] {
			t := &y.terms[i][k]
			w := s.low[t.start:t.end]
			if _, ok := y.asked[w]; ok || t.start < done {
				continue
			}
			p.scan, p.found, p.t, p.raw, p.w = s, y.found[i], t, s.text[t.start:t.end], w
			m, ok := judge(p)
			if !ok {
				continue
			}
			w, done = s.low[t.start:t.end], t.end
			if _, ok := y.asked[w]; !ok {
				y.order = append(y.order, w)
			}
			y.asked[w] = m
			if m.rule == ruleNear {
				y.row = t.end
			}
		}
	}
}

// again asks about every place of what is asked about.
func (y *strays) again(i int) []match {
	s := y.scans[i]
	var out []match
	for _, t := range y.terms[i] {
		w := s.low[t.start:t.end]
		n, ok := y.asked[w]
		if !ok {
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
	found  []match // in this text
	t      *term
	raw, w string // as written, and in lower case
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
