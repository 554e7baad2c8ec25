package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/search"
)

// people are the kinds of what was found that are somebody; the others that a name can be of are systems.
var people = []redact.Kind{redact.Person, redact.Handle, redact.Email, redact.Phone, redact.User}

// A namesake is one thing with all the names that the person ever said it has, in this journal: those it is hidden
// under, and those that a review of some account said are one.
type namesake struct {
	forms  []string
	person bool // somebody, or else a system
}

// namesakes reads them, or takes those of before if nothing was written since. What one account said is one is one in
// every search: a line too many is soon passed over, and one that is missing is missed. What stands at some places only
// of a name is left out.
func (j *Journal) namesakes(ctx context.Context) ([]namesake, error) {
	j.naming.Lock()
	defer j.naming.Unlock()
	written, err := j.store.Written()
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	if j.named != nil && j.namedAt == written {
		return j.named, nil
	}
	hidden, err := j.store.Hidden(ctx)
	if err != nil {
		return nil, fmt.Errorf("read hidden names: %w", err)
	}
	accounts, err := j.Accounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	g := gathering{of: map[string]int{}}
	for _, k := range hidden {
		g.one(k.Forms, k.Kind)
	}
	for _, a := range accounts {
		r, err := j.store.Review(ctx, a.ID)
		if unlessDamaged(err) != nil {
			return nil, fmt.Errorf("read decisions: %w", err)
		}
		for _, t := range r.Ties {
			if !t.Apart && t.Names[0].Part == 0 && t.Names[1].Part == 0 {
				g.one([]string{t.Names[0].Form, t.Names[1].Form}, t.Names[0].Kind, t.Names[1].Kind)
			}
		}
	}
	j.named, j.namedAt = g.all(), written
	return j.named, nil
}

// A gathering puts names together that are of one thing.
type gathering struct {
	things []namesake
	of     map[string]int // which of them a name is of, by its words; people and systems apart
}

// one says that these forms are names of one thing, of these kinds.
func (g *gathering) one(forms []string, kinds ...redact.Kind) {
	one := namesake{person: slices.ContainsFunc(kinds, func(k redact.Kind) bool { return slices.Contains(people, k) })}
	at := len(g.things)
	key := func(form string) string {
		words := string(search.AppendWords(nil, []byte(form)))
		if one.person {
			return "who" + words
		}
		return words
	}
	for _, form := range forms {
		old, there := g.of[key(form)]
		if !there {
			one.forms = append(one.forms, form)
			continue
		}
		// What that name was of is this one.
		for _, f := range g.things[old].forms {
			if !slices.Contains(one.forms, f) {
				one.forms = append(one.forms, f)
			}
			g.of[key(f)] = at
		}
		g.things[old].forms = nil
		if !slices.Contains(one.forms, form) {
			one.forms = append(one.forms, form)
		}
	}
	for _, form := range one.forms {
		g.of[key(form)] = at
	}
	g.things = append(g.things, one)
}

// all are the things; never nil.
func (g *gathering) all() []namesake {
	return append([]namesake{}, slices.DeleteFunc(g.things, func(n namesake) bool { return len(n.forms) == 0 })...)
}

// named are the terms of one of which a line speaks of the thing meant: the name as typed, and every name of each thing
// that goes by it.
func (k look) named(c search.Condition) []search.Term {
	typed, ok := search.NewTerm(c.Value, !c.Exact)
	if !ok {
		return nil
	}
	terms := []search.Term{typed}
	goesBy := search.Query{}.With(typed).Finder()
	is := func(form string) bool { return goesBy(search.AppendWords(nil, []byte(form))) }
	for _, n := range k.names {
		if n.person != (c.Filter == "who") || !slices.ContainsFunc(n.forms, is) {
			continue
		}
		for _, form := range n.forms {
			if t, ok := search.NewTerm(strings.TrimSpace(form), false); ok && !slices.Contains(terms, t) {
				terms = append(terms, t)
			}
		}
	}
	return terms
}
