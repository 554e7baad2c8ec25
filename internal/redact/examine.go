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
}

// Entity is the entity of that id.
func (s *Survey) Entity(id EntityID) (Entity, bool) {
	i, ok := s.index[id]
	if !ok {
		return Entity{}, false
	}
	return s.Entities[i], true
}

// Examine finds what identifies somebody or something in the sources, and resolves it into entities. Known is what
// the person has told before; it is found wherever it stands, and is certain.
//
// Equal input gives an equal survey. It takes time linear in the length of the texts.
func Examine(sources []Source, known []Known) *Survey {
	s := &Survey{Sources: sources, index: map[EntityID]int{}}
	for i, src := range sources {
		s.readings = append(s.readings, read(i, src.Text))
	}
	taken := findForms(s.readings)
	told := findKnown(s.readings, known)
	people := findPeople(s.readings, taken, known)
	all := make([][]match, len(s.readings))
	for i := range s.readings {
		var ms []match
		ms = append(ms, told[i]...)
		ms = append(ms, taken[i]...)
		if i < len(people) {
			ms = append(ms, people[i]...)
		}
		all[i] = cover(s.readings[i], ms)
	}
	s.Findings, s.Entities = resolve(sources, s.readings, all, known)
	separate(s.Findings)
	for i, e := range s.Entities {
		s.index[e.ID] = i
	}
	return s
}

// separate orders findings, and moves the beginning of one that overlaps the one before: two halves of a word may be
// parted by a mark of emphasis, and both be widened over it.
func separate(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	for i := 1; i < len(fs); i++ {
		if p := fs[i-1]; p.Source == fs[i].Source && fs[i].Start < p.End {
			fs[i].Start = p.End
			fs[i].End = max(fs[i].End, p.End)
		}
	}
}
