package redact

import (
	"cmp"
	"slices"
)

// A resolution is what an account was resolved to, and all that this was made of. It is that of an account again in which
// other words have come between the same names: of the texts themselves resolve reads the names, what the words between
// two of them say, and whether the account is Slavic.
type resolution struct {
	rs     []*reading
	ms     [][]match
	known  []Known
	ties   []Tie
	slavic bool

	findings []Finding // by mention, in order
	entities []Entity
	alike    []Alike
	done     bool
}

// resolve is the function resolve. What it gives may be written into, but for what entities hold.
func (x *resolution) resolve(sources []Source, rs []*reading, ms [][]match, known []Known, ties []Tie, kept bool) ([]Finding, []Entity, []Alike) {
	slavic := (&crowd{rs: rs}).slavic()
	if x.done && x.slavic == slavic && slices.EqualFunc(x.known, known, sameKnown) && slices.Equal(x.ties, ties) && x.sameNames(rs, ms) {
		x.rs, x.ms = rs, ms
		return x.again(), slices.Clone(x.entities), x.alike
	}
	findings, entities, alike := resolve(sources, rs, ms, known, ties...)
	*x = resolution{}
	if kept && !slices.ContainsFunc(ties, func(t Tie) bool { return t.Place != Where{} }) { // a place is a matter of the text
		*x = resolution{rs: rs, ms: ms, known: slices.Clone(known), ties: slices.Clone(ties), slavic: slavic, findings: slices.Clone(findings), entities: slices.Clone(entities), alike: alike}
		x.done = slices.Equal(x.again(), findings)
	}
	return findings, entities, alike
}

// again is the findings with the places that their mentions have now.
func (x *resolution) again() []Finding {
	out := make([]Finding, 0, len(x.findings))
	for i, r := range x.rs {
		for _, m := range x.ms[i] {
			if len(out) == len(x.findings) {
				return nil
			}
			f := x.findings[len(out)]
			f.Span = r.span(m.start, m.end)
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start))
	})
	return out
}

// sameNames says whether every text holds the same names as then, and says the same of them.
func (x *resolution) sameNames(rs []*reading, ms [][]match) bool {
	if len(rs) != len(x.rs) {
		return false
	}
	for i, r := range rs {
		if r.page == x.rs[i].page && slices.Equal(ms[i], x.ms[i]) {
			continue
		}
		now, then := newCrowd(nil, []*reading{r}, [][]match{ms[i]}, nil), newCrowd(nil, []*reading{x.rs[i]}, [][]match{x.ms[i]}, nil)
		if len(now.mentions) != len(ms[i]) || !slices.EqualFunc(now.mentions, then.mentions, sameMention) || !slices.Equal(now.sayings(), then.sayings()) {
			return false
		}
	}
	return true
}

// sameMention says whether two mentions differ in their places alone.
func sameMention(a, b mention) bool {
	a.m.start, a.m.end, b.m.start, b.m.end = 0, 0, 0, 0
	return a.r == b.r && a.m == b.m && a.text == b.text
}

// sayings are what the words between neighbours say of them, in the order in which joinStatements asks.
func (c *crowd) sayings() (out []saying) {
	c.neighbours(func(a, b int, s saying) { out = append(out, s) })
	return out
}
