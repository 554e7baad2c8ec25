package redact

import (
	"regexp"
	"slices"
	"sort"
	"strings"
)

// A rule finds one class of things by its form. It carries its proof: examples of what it finds and of what it leaves
// alone stand beside the pattern, and one test runs them all.
//
// A rule looks at one word at a time, a word being what stands between white space, unless passage is set; then at a
// run of lines without an empty one between them. Needs and cues are there for speed: a pattern is tried only where
// they are met.
type rule struct {
	id      string
	kind    Kind
	asks    bool   // uncertain: the person is asked
	reason  string // what it has found, in words for a person: "an address on your network"
	passage bool
	needs   string   // characters that a word (or passage) must have: as they are, but 0 any digit, A a capital, a a small letter, é a letter beyond ASCII
	cues    []string // in lower case; one of them must stand in the passage
	// pattern finds it. Groups named after kinds are findings of these kinds; else the first group is what is found,
	// else the whole match.
	pattern string
	// look finds it where a pattern cannot. It is called with the passage or word.
	look func(s *scan, start, end int) []match
	// check decides whether a match stands, and may narrow it, widen it or change what it is.
	check func(s *scan, m *match) bool
	// finds are texts in which the rule finds what stands between ⟦ and ⟧; in leaves it finds nothing. Secrets are split
	// by ‹›, which is taken out.
	finds, leaves []string

	re     *regexp.Regexp
	groups []group
	mask   feature
}

type group struct {
	index int
	kind  Kind
}

// rules are all rules of form, made ready.
var rules = slices.Concat(secretRules, secretCueRules, credentialRules, mailRules, chatRules, ticketRules, commitRules,
	addressRules, hostRules, hostCueRules, cloudRules, phoneRules, urlRules, repoRules, pathRules, userRules, fieldRules,
	codeRules, dateRules, timeRules, zoneRules)

// reasons are the words for what a rule found, by id. Other finders add theirs.
var reasons = map[string]string{}

// Reason says in words what the rule of that id finds, such as "an address on your network".
func Reason(rule string) string { return reasons[rule] }

// cueIndex is the list of all cues, each with the rules that wait for it.
var cueIndex []cue

type cue struct {
	text  string
	rules []int
}

func init() {
	byText := map[string]int{}
	for i := range rules {
		u := &rules[i]
		u.prepare()
		reasons[u.id] = u.reason
		for _, c := range u.cues {
			k, ok := byText[c]
			if !ok {
				k = len(cueIndex)
				byText[c] = k
				cueIndex = append(cueIndex, cue{text: c})
			}
			cueIndex[k].rules = append(cueIndex[k].rules, i)
		}
	}
}

func (u *rule) prepare() {
	for i := 0; i < len(u.needs); {
		n := 1
		if u.needs[i] >= 0x80 {
			n = len("é")
		}
		u.mask |= features[u.needs[i]]
		i += n
	}
	if u.pattern == "" {
		return
	}
	u.re = regexp.MustCompile(u.pattern)
	for i, name := range u.re.SubexpNames() {
		if slices.Contains(Kinds, Kind(name)) {
			u.groups = append(u.groups, group{i, Kind(name)})
		}
	}
	if u.groups == nil {
		u.groups = []group{{min(1, u.re.NumSubexp()), u.kind}}
	}
}

// feature is a set of kinds of characters.
type feature uint64

// features are the features of a byte.
var features = func() (f [256]feature) {
	bit := feature(1)
	set := func(from, to byte) {
		for c := int(from); c <= int(to); c++ {
			f[c] |= bit
		}
		bit <<= 1
	}
	set('0', '9')
	set('A', 'Z')
	set('a', 'z')
	set(0x80, 0xFF)
	for _, c := range []byte("!\"#$%&'()*+,-./:;<=>@[\\]^_`{|}~") {
		set(c, c)
	}
	return f
}()

// A word is a stretch without white space.
type word struct {
	start, end int
	has        feature
}

// A passage is a run of lines without an empty one, cut between words where it is long.
type passage struct {
	start, end  int
	first, last int // words[first:last]
	has         feature
}

// longestPassage is where a passage is cut: no form is that long, and patterns may look at every letter many times.
const longestPassage = 2048

// A scan is a reading made ready for the rules.
type scan struct {
	*reading
	low      string // text, ASCII letters in lower case
	words    []word
	passages []passage
	due      [][]int // by passage, the rules whose cue stands in it
}

func newScan(r *reading) *scan {
	s := &scan{reading: r, low: lower(r.text)}
	s.split()
	s.due = make([][]int, len(s.passages))
	for _, c := range cueIndex {
		for at, p := 0, 0; p < len(s.passages); p++ {
			i := strings.Index(s.low[at:], c.text)
			if i < 0 {
				break
			}
			i += at
			p += sort.Search(len(s.passages)-p-1, func(k int) bool { return i < s.passages[p+k].end })
			s.due[p] = append(s.due[p], c.rules...)
			at = max(i+1, s.passages[p].end)
		}
	}
	return s
}

// lower is s with ASCII letters in lower case: it keeps every offset.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// split cuts the text into passages and words.
func (s *scan) split() {
	text := s.text
	p := passage{}
	finish := func(at int) {
		p.end, p.last = at, len(s.words)
		if p.last > p.first {
			s.passages = append(s.passages, p)
		}
		p = passage{start: at, first: len(s.words)}
	}
	lines := 0 // line breaks since the last word
	for i := 0; i < len(text); {
		if c := text[i]; c <= ' ' {
			if c == '\n' {
				if lines++; lines == 2 {
					finish(i)
				}
			}
			i++
			continue
		}
		w := word{start: i}
		for i < len(text) && text[i] > ' ' {
			w.has |= features[text[i]]
			i++
		}
		w.end = i
		if w.end-p.start > longestPassage && lines > 0 || w.end-p.start > 2*longestPassage {
			finish(w.start)
		}
		lines = 0
		s.words = append(s.words, w)
		p.has |= w.has
	}
	finish(len(text))
}

// matches are what the rules of form find.
func (s *scan) matches() []match {
	var out []match
	for pi := range s.passages {
		p := &s.passages[pi]
		due := s.due[pi]
		for i := range rules {
			u := &rules[i]
			if p.has&u.mask != u.mask || u.cues != nil && !slices.Contains(due, i) {
				continue
			}
			if u.passage {
				out = u.run(s, p.start, p.end, out)
				continue
			}
			for _, w := range s.words[p.first:p.last] {
				if w.has&u.mask == u.mask {
					out = u.run(s, w.start, w.end, out)
				}
			}
		}
	}
	return out
}

// run appends what the rule finds in text[start:end].
func (u *rule) run(s *scan, start, end int, out []match) []match {
	if u.look != nil {
		for _, m := range u.look(s, start, end) {
			out = u.keep(s, m, out)
		}
		return out
	}
	for _, loc := range u.re.FindAllStringSubmatchIndex(s.text[start:end], -1) {
		for _, g := range u.groups {
			from, to := loc[2*g.index], loc[2*g.index+1]
			if from < to {
				out = u.keep(s, match{start: start + from, end: start + to, kind: g.kind}, out)
			}
		}
	}
	return out
}

func (u *rule) keep(s *scan, m match, out []match) []match {
	if m.kind == "" {
		m.kind = u.kind
	}
	m.rule, m.certain = u.id, !u.asks
	if u.check != nil && !u.check(s, &m) || m.start >= m.end {
		return out
	}
	return append(out, m)
}

// before is the byte before i, a space at the beginning.
func (s *scan) before(i int) byte {
	if i <= 0 {
		return ' '
	}
	return s.text[i-1]
}

// after is the byte at i, a space at the end.
func (s *scan) after(i int) byte {
	if i >= len(s.text) {
		return ' '
	}
	return s.text[i]
}

// wordBefore is the word before i on the same line, in lower case, without punctuation around it; "" if there is none.
func (s *scan) wordBefore(i int) string {
	for i > 0 && strings.IndexByte(" \t\"'`(*[", s.low[i-1]) >= 0 {
		i--
	}
	end := i
	for i > 0 && s.low[i-1] > ' ' && end-i < 40 {
		i--
	}
	return strings.Trim(s.low[i:end], "\"'`()[],;:*")
}

// lineStart is the offset at which the line of i begins.
func (s *scan) lineStart(i int) int {
	return strings.LastIndexByte(s.text[max(0, i-longestPassage):i], '\n') + 1 + max(0, i-longestPassage)
}

// lineBefore is what stands before i on its line, at most n bytes, in lower case.
func (s *scan) lineBefore(i, n int) string { return s.low[max(s.lineStart(i), i-n):i] }

// lineAfter is what stands after i on its line, at most n bytes, in lower case.
func (s *scan) lineAfter(i, n int) string {
	t := s.low[i:min(len(s.low), i+n)]
	if k := strings.IndexByte(t, '\n'); k >= 0 {
		t = t[:k]
	}
	return t
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= 0x80
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
