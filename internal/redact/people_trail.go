package redact

import (
	"cmp"
	"slices"

	"firsthand/internal/redact/ledger"
)

// The search for names goes through all texts of an account in stages: a text may ask in one stage what all texts said in
// those before, and what the texts before it said in the same. What it asked is noted, so that in the next examination
// its stage is gone through again only where it begins elsewhere, or where an answer is another.
type stage int

// The stages.
const (
	stageChat stage = iota
	stageFirst
	stageFull
	stageNames
	stagePaths
	stageConfirm
	stageInitials
	stageSpread
	stageBare
	stageSettle
	stageLast
	stages
)

// A trail is the way of one text through the stages.
type trail struct {
	reading *reading
	gist    *gist
	now     *progress
	doc     *nameDoc // of an account that is examined once, to go on with

	kept  bool // for further examinations
	steps [stages]step

	spreads [2]drawn[[]spreadForm] // of what is asked, and of what is certain
	sure    drawn[[]sureWord]
	words   drawn[[]string]
	letters drawn[firstLettered]

	used   usedTrail
	echoes echoTrail
	strays strayTrail
	covers [3]covered
}

// cover is the function cover in the text.
func (t *trail) cover(ms []match) []match { return cover(t.reading, ms) }

// drawn is something that was drawn from how far a text had come.
type drawn[T any] struct {
	from *progress
	of   T
}

// by is make(), made once for where the text is now.
func (m *drawn[T]) by(t *trail, make func() T) T {
	if !t.kept || m.from != t.now {
		m.from, m.of = t.now, make()
	}
	return m.of
}

// covered is what was made of matches of a text, such as their cover.
type covered struct{ in, out []match }

// by is make(in), made once for the same matches. In is kept.
func (c *covered) by(in []match, make func([]match) []match) []match {
	if len(in) == 0 {
		return nil
	}
	if !slices.Equal(c.in, in) {
		c.in, c.out = slices.Clone(in), make(in)
	}
	return c.out
}

// A step is the way through one stage.
type step struct {
	from, to *progress
	notes    ledger.Notes

	finder *matcher // by which seen was found
	seen   []sighting
	told   []sighting // what of that the step knew
}

// newTrails are the trails of texts that are examined once.
func newTrails(rs []*reading) []*trail {
	texts := make([]*trail, len(rs))
	for i, r := range rs {
		texts[i] = &trail{reading: r}
	}
	return texts
}

// languages says whether stretches of a text are German, and neither that nor English.
func (t *trail) languages(words memory) (german, foreign bool) {
	p := t.reading.page
	if p.tongues == nil {
		p.tongues = &[2]bool{}
		for _, w := range t.reading.tokens(words) {
			p.tongues[0], p.tongues[1] = p.tongues[0] || w.german, p.tongues[1] || w.foreign
		}
	}
	return p.tongues[0], p.tongues[1]
}

// sight notes where the forms of a finder stand in a text.
func (t *trail) sight(s stage, f finder) {
	if st := &t.steps[s]; st.finder != f.matcher {
		st.finder, st.seen = f.matcher, f.in(t.reading)
	}
}

// each goes through a stage with every text.
func (p *search) each(s stage, do func(d *nameDoc)) {
	for _, t := range p.texts {
		st := &t.steps[s]
		if !t.kept {
			t.unkept(p.account)
			t.doc.seen = st.seen
			do(t.doc)
			continue
		}
		if st.from == t.now && slices.Equal(st.told, st.seen) && st.notes.Hold() {
			st.notes.Retell()
			t.now = st.to
			continue
		}
		st.notes.Empty()
		d := &nameDoc{progress: t.now.shared(), account: p.account, notes: &st.notes, seen: st.seen, sharedFound: true, sharedToks: true}
		d.rs[0], d.taken[0] = t.reading, t.gist.taken
		do(d)
		to := &d.progress
		switch {
		case to.equal(t.now):
			to = t.now
		case st.to != nil && to.equal(st.to):
			to = st.to
		}
		st.from, st.to, st.told, t.now = t.now, to, st.seen, to
	}
}

// unkept makes the one nameDoc of a text that is examined once.
func (t *trail) unkept(a *account) {
	if t.doc == nil {
		t.doc = &nameDoc{progress: *t.now, account: a}
		t.doc.rs[0], t.doc.taken[0] = t.reading, t.gist.taken
		t.now = &t.doc.progress
	}
}

// shared is progress that is gone on with elsewhere.
func (n *progress) shared() progress {
	s := *n
	s.found[0], s.pending, s.labels, s.cued = slices.Clip(s.found[0]), slices.Clip(s.pending), slices.Clip(s.labels), slices.Clip(s.cued)
	return s
}

// equal says whether two texts have come equally far, from one beginning.
func (n *progress) equal(o *progress) bool {
	a, b := n.toks[0], o.toks[0]
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) && slices.Equal(n.found[0], o.found[0]) && slices.Equal(n.owner[0], o.owner[0]) &&
		slices.Equal(n.pending, o.pending) && slices.Equal(n.labels, o.labels) && slices.Equal(n.cued, o.cued)
}

// found is what was found in every text, in order.
func (p *search) found() [][]match {
	out := make([][]match, len(p.texts))
	for i, t := range p.texts {
		out[i] = slices.Clone(t.now.found[0])
		slices.SortStableFunc(out[i], func(a, b match) int { return cmp.Compare(a.start, b.start) })
	}
	return out
}
