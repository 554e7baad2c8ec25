package redact

import (
	"regexp"
	"slices"
	"sync"
)

// A rule finds one class of things by its form. It carries its proof: examples of what it finds and of what it leaves
// alone stand beside the pattern, and one test runs them all.
//
// A rule looks at one word at a time, a word being what stands between white space; or, with passage, at a run of lines
// without an empty one between them; or, with cues, at the surroundings of each cue. Needs and least are there for
// speed: a pattern is tried only where they are met.
type rule struct {
	id      string
	kind    Kind
	asks    bool   // uncertain: the person is asked
	reason  string // what it has found, in words for a person: "an address on your network"
	passage bool
	// needs are characters that a word or passage must have: as they are, but 0 any digit, A a capital, a a small letter.
	needs string
	least int      // bytes that a word must have
	cues  []string // in lower case; with a capital first letter a cue is found only as a whole word
	reach int      // how far around a cue it looks, 0 for the usual
	after bool     // the pattern begins where a cue ends
	// pattern finds it. Groups named after kinds are findings of these kinds; else the first group is what is found,
	// else the whole match.
	pattern string
	// look finds it where a pattern cannot. It is called with the word, the passage or the surroundings of a cue.
	look func(s *scan, start, end int) []match
	// check decides whether a match stands, and may narrow it, widen it or change what it is.
	check func(s *scan, m *match) bool
	// finds are texts in which the rule finds what stands between ⟦ and ⟧; in leaves it finds nothing. Secrets are split
	// by ‹›, which is taken out.
	finds, leaves []string

	sieve func() *sieve
	ready func() readyPattern
	mask  feature
}

// A readyPattern is the pattern of a rule, compiled.
type readyPattern struct {
	re     *regexp.Regexp
	groups []group
}

type group struct {
	index int
	kind  Kind
}

// rules are all rules of form, made ready.
var rules = slices.Concat(secretRules, secretCueRules, secretValueRules, secretNearRules, credentialRules, mailRules, chatRules, ticketRules, commitRules,
	addressRules, hostRules, podRules, hostCueRules, hostRoleRules, locatorRules, cloudRules, phoneRules, urlRules, repoRules, repoCueRules, pathRules, userRules, fieldRules,
	codeRules, recordRules, sqlRules, dateRules, feastRules, timeRules, zoneRules, shapeRules, namedRules, numberRules, idRules, systemRules, roomRules)

func init() {
	for i := range rules {
		rules[i].prepare()
		reasons[rules[i].id] = rules[i].reason
	}
}

func (u *rule) prepare() {
	for i := range len(u.needs) {
		u.mask |= features[u.needs[i]]
	}
	if u.pattern == "" {
		return
	}
	if u.after {
		u.pattern = "^(?:" + u.pattern + ")"
	}
	expr, kind := u.pattern, u.kind
	u.sieve = sync.OnceValue(func() *sieve { return newSieve(expr) })
	u.ready = sync.OnceValue(func() readyPattern { return compile(expr, kind) }) // when first used: most commands need none
}

// compile makes the pattern of a rule ready, for a kind.
func compile(expr string, kind Kind) readyPattern {
	f := readyPattern{re: regexp.MustCompile(expr)}
	for i, name := range f.re.SubexpNames() {
		if slices.Contains(Kinds, Kind(name)) {
			f.groups = append(f.groups, group{i, Kind(name)})
		}
	}
	if f.groups == nil {
		f.groups = []group{{min(1, f.re.NumSubexp()), kind}}
	}
	return f
}

// matches are what the rules of form find.
func (s *scan) matches() []match {
	var out []match
	for i, around := range s.surroundings() {
		for _, w := range around {
			out = rules[i].run(s, w[0], w[1], out)
		}
	}
	for pi := range s.passages {
		p := &s.passages[pi]
		for i := range rules {
			if u := &rules[i]; u.cues == nil && p.has&u.mask == u.mask {
				out = u.inPassage(s, p, out)
			}
		}
	}
	return out
}

// inPassage appends what a rule without cues finds in a passage.
func (u *rule) inPassage(s *scan, p *passage, out []match) []match {
	if u.passage {
		return u.run(s, p.start, p.end, out)
	}
	for _, w := range s.words[p.first:p.last] {
		if w.has&u.mask == u.mask && w.end-w.start >= u.least {
			out = u.run(s, w.start, w.end, out)
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
	if !u.sieve().passes(s.text[start:end]) {
		return out
	}
	f := u.ready()
	for _, loc := range f.re.FindAllStringSubmatchIndex(s.text[start:end], -1) {
		for _, g := range f.groups {
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
