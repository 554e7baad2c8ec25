package redact

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Choice is what a person wants of a release: which texts, how much they show, and what was decided.
type Choice struct {
	Sources   []int   // the chosen sources in the order in which the release shows them
	Again     []int   // those of them that it may show once more, such as an effect beside what was expected
	Profile   Profile // "" is ByRole
	Decisions []Decision
	Zero      time.Time // time zero, T+00:00; without it, the first clock time that the chosen texts tell
	// Zeros, if not nil, are the times zero of sources that do not share one, because they are of several accounts. In a
	// source that has none every time is withheld: no distance between two accounts is told.
	Zeros map[int]time.Time
	Extra []string // further texts that may not leave: a private title, ids
}

// Treatment is what becomes of an entity in a release.
type Treatment string

// The treatments.
const (
	Replace    Treatment = "replace"    // a pseudonym of its own stands for it
	Generalise Treatment = "generalise" // its kind, or a distance in time, stands for it
	Withhold   Treatment = "withhold"   // a note of what was taken out stands for it
	Kept       Treatment = "keep"       // it stays
	Undecided  Treatment = "undecided"  // the person must say
)

// Treated is an entity of a release and what becomes of it.
type Treated struct {
	Entity    Entity
	Treatment Treatment
	Label     string // what stands for it in prose; of a clock time, at its first place; empty where it is kept or undecided
	Class     Class  // what sort of label that is; empty where it gets none, or one that the person chose
	Count     int    // its places in the chosen sources
	// Single says that its class has no other member in this release, so that the class alone points at it.
	Single bool
}

// A Plan is a treatment for everything found in the chosen sources. It is made once and never changes.
type Plan struct {
	survey *Survey
	kept   *kept
	choice Choice
	things map[EntityID]*thing
	order  []*thing       // in order of appearance in the release
	drafts map[int]*draft // the chosen sources, ready to be rewritten
	hide   *Forbidden     // what may not leave
	zero   time.Time      // time zero: the chosen one, or the first clock time of the texts
	// rounding is how figures are rounded, in the profile that rounds them.
	rounding rounding
	last     time.Time // the clock time treated last, where no line has a moment to be near
}

// thing is an entity in a plan.
type thing struct {
	Treated
	label  label // the label; zero unless it is replaced or generalised
	chosen bool  // it stands in a chosen source
	noise  int   // places that are labels of ours, or words of labels
}

// NotDecided says that nothing can leave yet.
type NotDecided struct{ Count int }

func (e *NotDecided) Error() string { return fmt.Sprintf("%d undecided", e.Count) }

// Plan combines what was found, what was decided and a profile into a treatment for everything in the chosen sources.
// Sources out of range are left out.
func (s *Survey) Plan(c Choice) *Plan {
	if c.Profile == "" {
		c.Profile = ByRole
	}
	c.Sources = slices.DeleteFunc(slices.Clone(c.Sources), func(i int) bool { return i < 0 || i >= len(s.Sources) })
	p := &Plan{survey: s, kept: cmp.Or(s.kept, &kept{}), choice: c, zero: c.Zero, things: make(map[EntityID]*thing, len(s.Entities)), drafts: map[int]*draft{}}
	decided := decisionsByKey(c.Decisions)
	for _, e := range s.Entities {
		t := &thing{Treated: Treated{Entity: e}}
		t.Treatment, t.Label, t.Class = treatment(e, decided, c.Profile)
		if c.Profile == Named && e.Kind == Person && t.Treatment == Kept {
			t.label.named = true
		}
		p.things[e.ID] = t
	}
	for _, f := range s.Findings {
		if t := p.things[f.Entity]; t != nil && t.label.named && f.Kind == Person && f.End-f.Start > len(t.label.prose) {
			t.label.prose = s.text(f.Span) // the fullest name stands for handles and addresses
		}
	}
	p.draft()
	if c.Profile == Generalised {
		found := make([][]figure, len(c.Sources))
		text := func(i int) string { return s.Sources[c.Sources[i]].Text }
		for i := range found {
			found[i] = p.kept.figures.of(text(i), figuresIn)
		}
		p.rounding = roundingOf(found, text)
	}
	p.name()
	for _, i := range p.choice.Sources {
		if c.Zeros != nil {
			p.last = time.Time{} // it is of another account, perhaps
		}
		p.treatDraft(p.drafts[i])
	}
	p.hide = p.forbid()
	return p
}

// draft prepares the chosen sources and puts the entities into the order in which they appear.
func (p *Plan) draft() {
	byS := make(map[int][]Finding)
	for _, f := range p.survey.Findings {
		byS[f.Source] = append(byS[f.Source], f)
	}
	words := 0
	for _, s := range p.survey.Sources {
		words += p.kept.foreignness.of(s.Text, foreignness)
	}
	for _, i := range p.choice.Sources {
		if p.drafts[i] != nil {
			continue
		}
		d := newDraft(p.survey, i, byS[i])
		d.foreign, d.kept = words > 1, p.kept
		p.drafts[i] = d
		for _, f := range d.noise {
			if t := p.things[f.Entity]; t != nil {
				t.noise++
			}
		}
		for _, f := range d.findings {
			t := p.things[f.Entity]
			if t == nil {
				continue
			}
			t.Count++
			if !t.chosen && !d.drops(f.Span) {
				t.chosen = true
				p.order = append(p.order, t)
			}
		}
	}
	// What stands only in comments, titles and unused definitions is treated too, but gets no label.
	var rest []*thing
	for _, e := range p.survey.Entities {
		if t := p.things[e.ID]; t.Count > 0 && !t.chosen {
			rest = append(rest, t)
		}
	}
	p.order = append(p.order, rest...)
}

// treatDraft makes the edits of a draft, and takes from them what stands for each clock time at its first place.
func (p *Plan) treatDraft(d *draft) {
	if d.treats != nil {
		return
	}
	d.treats = p.treat(d)
	for _, e := range d.treats {
		if t := e.thing; t.Entity.Kind == Time && t.Label == "" && !e.keep {
			t.Label = e.text
		}
	}
}

// Undecided returns the entities in the chosen sources that the person must decide about.
func (p *Plan) Undecided() []Entity {
	var open []Entity
	for _, t := range p.order {
		if t.Treatment == Undecided {
			open = append(open, t.Entity)
		}
	}
	return open
}

// Treated returns what becomes of every entity in the chosen sources, in order of appearance.
func (p *Plan) Treated() []Treated {
	out := make([]Treated, len(p.order))
	for i, t := range p.order {
		out[i] = t.Treated
	}
	return out
}

// Receipt counts the places that were replaced, generalised or withheld in the chosen sources, by kind.
func (p *Plan) Receipt() map[Kind]int {
	counts := map[Kind]int{}
	for _, t := range p.order {
		switch t.Treatment {
		case Replace, Generalise, Withhold:
			counts[t.Entity.Kind] += t.Count
		}
	}
	return counts
}

// Forbidden returns what may not be in a file made from this plan.
func (p *Plan) Forbidden() *Forbidden { return p.hide }

// Fingerprint names the release: hex SHA-256 of the chosen texts, the profile, time zero and what is hidden.
// Decisions to keep do not count, so that the same release made again has the same fingerprint after they were spent.
func (p *Plan) Fingerprint() string {
	h := sha256.New()
	zero := ""
	if !p.choice.Zero.IsZero() {
		zero = p.choice.Zero.Truncate(time.Minute).UTC().Format(time.RFC3339)
	}
	fmt.Fprintf(h, "release 1\n%s\n%s\n%d\n", p.choice.Profile, zero, len(p.choice.Sources))
	for _, i := range p.choice.Sources {
		s := p.survey.Sources[i]
		fmt.Fprintf(h, "%d %s %q\n", len(s.Text), s.At.Format(time.RFC3339), s.Text)
		if zero := p.choice.Zeros[i]; !zero.IsZero() {
			fmt.Fprintf(h, "from %s\n", zero.Truncate(time.Minute).UTC().Format(time.RFC3339))
		}
	}
	var lines []string
	plain := decisionsByKey(slices.DeleteFunc(slices.Clone(p.choice.Decisions), func(d Decision) bool { return d.Action == Keep }))
	for _, t := range p.order {
		what, label, class := treatment(t.Entity, plain, p.choice.Profile)
		line := fmt.Sprintf("%q %s %q", t.Entity.ID, what, label)
		if class != "" {
			line += " " + string(class)
		}
		lines = append(lines, line+"\n")
	}
	slices.Sort(lines)
	for _, extra := range slices.Sorted(slices.Values(p.choice.Extra)) {
		lines = append(lines, fmt.Sprintf("not %q\n", extra))
	}
	fmt.Fprint(h, strings.Join(lines, ""))
	return hex.EncodeToString(h.Sum(nil))
}

// text is what stands at a span.
func (s *Survey) text(sp Span) string { return s.Sources[sp.Source].Text[sp.Start:sp.End] }
