package redact

import "sort"

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
	people := findPeople(s.readings, taken, known)
	told := findKnown(s.readings, known)
	all := make([][]match, len(s.readings))
	for i := range s.readings {
		var ms []match
		ms = append(ms, told[i]...)
		ms = append(ms, taken[i]...)
		if i < len(people) {
			ms = append(ms, people[i]...)
		}
		all[i] = cover(ms)
	}
	s.Findings, s.Entities = resolve(sources, s.readings, all, known)
	sort.SliceStable(s.Findings, func(i, j int) bool {
		a, b := s.Findings[i], s.Findings[j]
		if a.Source != b.Source {
			return a.Source < b.Source
		}
		return a.Start < b.Start
	})
	for i, e := range s.Entities {
		s.index[e.ID] = i
	}
	return s
}
