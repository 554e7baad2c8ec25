package redact

import (
	"slices"
	"strings"
)

// Two people may have one name, and a person and a database too. What the person says of one place of a name holds for
// that place alone: it is a thing of its own from then on, with decisions of its own, until they merge it with another.

// PartAt returns the ties by which what stands at one place is a thing of its own from now on, old ones included.
// ErrNoEntity means that nothing was found there, ErrNotTied that things of its kind are one with no other, or that it
// is the only place of its thing.
func (s *Survey) PartAt(ties []Tie, at Span) ([]Tie, error) {
	i := slices.IndexFunc(s.Findings, func(f Finding) bool { return f.Source == at.Source && f.Start <= at.Start && at.End <= f.End })
	if i < 0 || at.Start >= at.End {
		return nil, ErrNoEntity
	}
	f := s.Findings[i]
	e, ok := s.Entity(f.Entity)
	switch {
	case !ok:
		return nil, ErrNoEntity
	case !Tied(e.Kind) || !Tied(f.Kind) || len(e.Spans) < 2:
		return nil, ErrNotTied
	}
	name := Name{Kind: f.Kind, Form: strings.Join(strings.Fields(unwrap(s.text(f.Span))), " ")}
	place := placeOf(s.Sources[f.Source], f.Span)
	ties = without(ties, func(t Tie) bool { return t.Place == place && t.Names[0].is(name) })
	other := name
	for other.Part = 2; slices.ContainsFunc(ties, func(t Tie) bool { return t.Names[1].is(other) || t.Names[0].is(other) }); {
		other.Part++
	}
	return append(ties, Tie{Names: [2]Name{name, other}, Apart: true, Place: place}), nil
}

// aroundPlace is how many letters and digits tell a place from others, on either side.
const aroundPlace = 24

// placeOf is where a span stands.
func placeOf(src Source, at Span) Where {
	before := squeeze(src.Text[max(0, at.Start-8*aroundPlace):at.Start]).b
	after := squeeze(src.Text[at.End:min(len(src.Text), at.End+8*aroundPlace)]).b
	return Where{Source: src.ID, Before: lastRunes(string(before), aroundPlace), After: firstRunes(string(after), aroundPlace)}
}

// firstRunes are the first n letters of a text.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// placed are the places that the person took from their things, by text and name.
type placed struct {
	sources []Source
	places  map[string][]Tie
}

func placedBy(sources []Source, ties []Tie) placed {
	p := placed{sources: sources}
	for _, t := range ties {
		if t.Place != (Where{}) {
			if p.places == nil {
				p.places = map[string][]Tie{}
			}
			key := t.Place.Source + "\x00" + groupKey(t.Names[0].Kind, formKey(t.Names[0].Kind, t.Names[0].Form), 0)
			p.places[key] = append(p.places[key], t)
		}
	}
	return p
}

// at is the part of its form that a match is; 0 where nobody said anything of its place.
func (p placed) at(r *reading, m match, fold string) int {
	if p.places == nil || r.source >= len(p.sources) {
		return 0
	}
	src := p.sources[r.source]
	list := p.places[src.ID+"\x00"+groupKey(m.kind, fold, 0)]
	if list == nil {
		return 0
	}
	at := placeOf(src, r.span(m.start, m.end))
	for _, t := range list {
		if t.Place == at {
			return t.Names[1].Part
		}
	}
	return 0
}
