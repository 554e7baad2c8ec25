package redact

import (
	"cmp"
	"slices"
)

// A Survey is what Examine found in the texts of an account.
type Survey struct {
	Sources  []Source
	Findings []Finding // in order of source and start; no two overlap
	Entities []Entity

	readings []*reading
	index    map[EntityID]int // of Entities
	places   [][]int          // by entity, indices into Findings
	kept     *kept
	alike    []Alike
}

// Alike are the names that may be one thing or two, in the order in which the rules came upon them.
func (s *Survey) Alike() []Alike { return s.alike }

// Entity is the entity of that id.
func (s *Survey) Entity(id EntityID) (Entity, bool) {
	i, ok := s.index[id]
	if !ok {
		return Entity{}, false
	}
	return s.Entities[i], true
}

// Examine finds what identifies somebody or something in the sources, and resolves it into entities. Known is what
// the person has told before; it is found wherever it stands, and is certain. Ties are what they said of its names.
//
// Equal input gives an equal survey. It takes time linear in the length of the texts.
func Examine(sources []Source, known []Known, ties ...Tie) *Survey {
	s := &Survey{Sources: sources, kept: &kept{}}
	texts := make([]*trail, len(sources))
	for i, src := range sources {
		texts[i] = &trail{reading: read(i, src.Text)}
	}
	s.examine(newAccount(), texts, known, ties)
	return s
}

// examine finds what identifies in texts that were perhaps examined before, in an account whose ledger was kept.
func (s *Survey) examine(a *account, texts []*trail, known []Known, ties []Tie) {
	for _, t := range texts {
		s.readings = append(s.readings, t.reading)
	}
	taken := a.findForms(texts)
	told := findKnown(s.readings, known)
	people := findPeopleBy(a, texts, taken, known)
	all := make([][]match, len(s.readings))
	for i := range s.readings {
		var ms []match
		ms = append(ms, told[i]...)
		ms = append(ms, taken[i]...)
		if i < len(people) {
			ms = append(ms, people[i]...)
		}
		all[i] = texts[i].covers[0].by(ms, texts[i].cover)
	}
	for i, left := range a.strays.find(texts, all) {
		if len(left) > 0 {
			all[i] = texts[i].covers[1].by(slices.Concat(all[i], left), texts[i].cover)
		}
	}
	for i, t := range texts {
		all[i] = t.covers[2].by(all[i], t.reading.wholeNames)
	}
	s.Findings, s.Entities, s.alike = a.resolution.resolve(s.Sources, s.readings, all, known, ties, len(texts) > 0 && texts[0].kept)
	s.Findings = separate(s.Findings)
	s.index = make(map[EntityID]int, len(s.Entities))
	for i := range s.Entities {
		s.index[s.Entities[i].ID] = i
		s.Entities[i].Spans = nil
	}
	s.places = make([][]int, len(s.Entities))
	for k, f := range s.Findings {
		if i, ok := s.index[f.Entity]; ok {
			s.Entities[i].Spans = append(s.Entities[i].Spans, f.Span)
			s.places[i] = append(s.places[i], k)
		}
	}
}

// separate orders findings and makes them disjoint: halves of a word may be parted by a mark of emphasis, and both be
// widened over it.
func separate(fs []Finding) []Finding {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	out := fs[:0]
	for _, f := range fs {
		if n := len(out); n > 0 && out[n-1].Source == f.Source && f.Start < out[n-1].End {
			f.Start = out[n-1].End
		}
		if f.Start < f.End {
			out = append(out, f)
		}
	}
	return out
}
