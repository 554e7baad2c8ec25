package redact

import (
	"errors"
	"slices"
	"strings"
)

// A Tie is what the person said of two names: that they are one thing, or that they are not, whatever the rules make of
// them.
type Tie struct {
	Names [2]Name `json:"names"`
	Apart bool    `json:"apart,omitempty"`
	Place Where   `json:"place,omitzero"` // not zero: what stands there is the second name, not the first
}

// A Where is where a form stands: a text, and the letters around it there. Where the text around it has changed, the
// place is no more, so that nothing that was said of it can come to hold for another.
type Where struct {
	Source string `json:"source"` // as Source.ID
	Before string `json:"before"`
	After  string `json:"after"`
}

// A Name is a form of a thing as it was written. It stands for every spelling that folds to the same.
type Name struct {
	Kind Kind   `json:"kind"`
	Form string `json:"form"`
	// Part is not 0 for a thing that has only some places of the form, as the person said.
	Part int `json:"part,omitempty"`
}

// What the person cannot say of what was found.
var (
	// ErrNoEntity means that the survey has no such entity, or the entity no such form.
	ErrNoEntity = errors.New("no such entity or form")
	// ErrNotTied means that a thing of that kind is one with no other: a secret, a date, a time, a zone, a role; or that
	// it would be taken from itself.
	ErrNotTied = errors.New("things of that kind have no names of their own")
)

// Tied reports whether things of a kind may be said to be one, or two, and may be of another class: whether they have
// pseudonyms.
func Tied(k Kind) bool { return k != Secret && k != Role && !timely(k) }

// Merge returns the ties by which two entities are one from now on, old ones included.
func (s *Survey) Merge(ties []Tie, a, b EntityID) ([]Tie, error) {
	one, is := s.Entity(a)
	other, too := s.Entity(b)
	switch {
	case !is || !too:
		return nil, ErrNoEntity
	case a == b || !Tied(one.Kind) || !Tied(other.Kind):
		return nil, ErrNotTied
	}
	ours, theirs := s.names(a), s.names(b)
	ties = without(ties, func(t Tie) bool { return t.Apart && t.between(ours, theirs) })
	return append(ties, Tie{Names: [2]Name{ours[0], theirs[0]}}), nil
}

// Part returns the ties by which a form of an entity is a thing of its own from now on, old ones included.
func (s *Survey) Part(ties []Tie, id EntityID, form string) ([]Tie, error) {
	e, ok := s.Entity(id)
	switch {
	case !ok:
		return nil, ErrNoEntity
	case !Tied(e.Kind):
		return nil, ErrNotTied
	}
	var out, rest []Name
	for _, n := range s.names(id) {
		if n.is(Name{n.Kind, form, n.Part}) {
			out = append(out, n)
		} else {
			rest = append(rest, n)
		}
	}
	switch {
	case out == nil:
		return nil, ErrNoEntity
	case rest == nil:
		return nil, ErrNotTied
	}
	ties = without(ties, func(t Tie) bool { return t.between(out, rest) })
	for _, a := range out {
		for _, b := range rest {
			ties = append(ties, Tie{Names: [2]Name{a, b}, Apart: true})
		}
	}
	return ties, nil
}

// Parts are the forms of an entity that can be parted from it, one spelling of each in order of appearance; none of a
// thing that has one name.
func (s *Survey) Parts(id EntityID) []string {
	var forms []string
	if e, ok := s.Entity(id); !ok || !Tied(e.Kind) {
		return nil
	}
	names := s.names(id)
	for i, n := range names {
		if !slices.ContainsFunc(names[:i], func(o Name) bool { return o.is(Name{o.Kind, n.Form, o.Part}) }) {
			forms = append(forms, n.Form)
		}
	}
	if len(forms) < 2 {
		return nil
	}
	return forms
}

// names are the names of an entity, one spelling of each, in order of appearance.
func (s *Survey) names(id EntityID) []Name {
	i, ok := s.index[id]
	if !ok {
		return nil
	}
	var names []Name
	seen := map[Name]bool{}
	for _, k := range s.places[i] {
		f := &s.Findings[k]
		n := Name{Kind: f.Kind, Form: strings.Join(strings.Fields(unwrap(s.text(f.Span))), " "), Part: f.part}
		if seen[n] {
			continue
		}
		seen[n] = true
		if key := (Name{n.Kind, "\x00" + formKey(n.Kind, n.Form), n.Part}); !seen[key] {
			seen[key] = true
			names = append(names, n)
		}
	}
	return names
}

// is reports whether two names are spellings of one.
func (n Name) is(o Name) bool {
	return n.Kind == o.Kind && n.Part == o.Part && formKey(n.Kind, n.Form) == formKey(o.Kind, o.Form)
}

// between reports whether the tie is between a name of the one list and a name of the other.
func (t Tie) between(a, b []Name) bool {
	return slices.ContainsFunc(a, t.Names[0].is) && slices.ContainsFunc(b, t.Names[1].is) ||
		slices.ContainsFunc(a, t.Names[1].is) && slices.ContainsFunc(b, t.Names[0].is)
}

func without(ties []Tie, drop func(Tie) bool) []Tie {
	return slices.DeleteFunc(slices.Clone(ties), drop)
}

// tie carries out what the person said, before any rule does: what is apart stays so whatever the rules find.
func (c *crowd) tie(ties []Tie) {
	for _, t := range ties {
		if a, b := c.group(t.Names[0]), c.group(t.Names[1]); t.Apart && a >= 0 && b >= 0 {
			c.apart = append(c.apart, [2]int{a, b})
		}
	}
	for _, t := range ties {
		if a, b := c.group(t.Names[0]), c.group(t.Names[1]); !t.Apart && a >= 0 && b >= 0 {
			c.join(a, b)
		}
	}
}

// group is the group of a name; -1 where it stands nowhere any more.
func (c *crowd) group(n Name) int {
	if g, ok := c.index[groupKey(n.Kind, formKey(n.Kind, n.Form), n.Part)]; ok {
		return g
	}
	return -1
}

// keptApart reports whether the person said that something of one root is apart from something of the other.
func (c *crowd) keptApart(a, b int) bool {
	return slices.ContainsFunc(c.apart, func(p [2]int) bool {
		x, y := c.root(p[0]), c.root(p[1])
		return x == a && y == b || x == b && y == a
	})
}
