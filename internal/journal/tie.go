package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"firsthand/internal/redact"
)

// Merge says that two entities found in the account are one thing: one label stands for both. It returns that thing.
// ErrNotFound means that the account has no such entity, redact.ErrNotTied that things of its kind are no other's.
func (j *Journal) Merge(ctx context.Context, id AccountID, one, other Target) (redact.Entity, error) {
	return j.tie(ctx, id, one, WasMerged, func(s *survey, e redact.Entity) (a, b redact.Span, err error) {
		o, ok := s.target(other)
		if !ok {
			return a, b, redact.ErrNoEntity
		}
		if s.review.Ties, err = s.found.Merge(s.review.Ties, e.ID, o.ID); err != nil {
			return a, b, err
		}
		return e.Spans[0], o.Spans[0], nil
	})
}

// Part says that one form of an entity is another thing's: it gets a label of its own. It returns that other thing.
// Errors as Merge; redact.ErrNotTied also where the entity has no other form.
func (j *Journal) Part(ctx context.Context, id AccountID, t Target, form string) (redact.Entity, error) {
	return j.tie(ctx, id, t, WasParted, func(s *survey, e redact.Entity) (a, b redact.Span, err error) {
		if s.review.Ties, err = s.found.Part(s.review.Ties, e.ID, form); err != nil {
			return a, b, err
		}
		a, b = s.part(e, form)
		return a, b, nil
	})
}

// PartPlace says that what stands at one place of an entity is another thing: it gets a label and decisions of its own.
// The place is counted from 0 as Found.Places has them. It returns that other thing. Errors as Merge.
func (j *Journal) PartPlace(ctx context.Context, id AccountID, t Target, place int) (redact.Entity, error) {
	return j.tie(ctx, id, t, WasParted, func(s *survey, e redact.Entity) (a, b redact.Span, err error) {
		if place < 0 || place >= len(e.Spans) {
			return a, b, redact.ErrNoEntity
		}
		if s.review.Ties, err = s.found.PartAt(s.review.Ties, e.Spans[place]); err != nil {
			return a, b, err
		}
		return e.Spans[place], e.Spans[(place+1)%len(e.Spans)], nil
	})
}

// tie changes what is said of the names of an entity, and keeps it. The change returns a place of each of the two things
// that are to be one, or two, from now on; the thing at the first is returned.
func (j *Journal) tie(ctx context.Context, id AccountID, t Target, what What, change func(*survey, redact.Entity) (a, b redact.Span, err error)) (redact.Entity, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	s, err := j.survey(ctx, id)
	if err != nil {
		return redact.Entity{}, err
	}
	e, ok := s.target(t)
	if !ok || e.ID == "" {
		return redact.Entity{}, fmt.Errorf("entity of that account: %w", ErrNotFound)
	}
	return j.retie(ctx, s, e, what, change)
}

// retie is tie of an entity that is found, while no other change is under way.
func (j *Journal) retie(ctx context.Context, s *survey, e redact.Entity, what What, change func(*survey, redact.Entity) (a, b redact.Span, err error)) (redact.Entity, error) {
	ties, decisions, hidden := s.review.Ties, slices.Clone(s.review.Decisions), slices.Clone(s.hidden)
	a, b, err := change(s, e)
	if errors.Is(err, redact.ErrNoEntity) {
		err = ErrNotFound
	}
	if err != nil {
		return redact.Entity{}, fmt.Errorf("entity of that account: %w", err)
	}
	s.examine()
	one, other := s.standing(a), s.standing(b)
	if (one.ID == other.ID) != (what == WasMerged) {
		return redact.Entity{}, fmt.Errorf("entity of that account: %w", redact.ErrNotTied)
	}
	if e := known(one); what == WasMerged && slices.ContainsFunc(s.hidden, func(k redact.Known) bool { return k.Kind == e.Kind && sharesForm(k, e) }) {
		s.hidden = Hide(s.hidden, e) // the name that was added is hidden wherever the others are
	}
	step := Step{What: what, Account: s.account.ID, Ties: between(ties, s.review.Ties),
		Review: between(decisions, s.review.Decisions), Hidden: between(hidden, s.hidden)}
	if err := j.keep(ctx, Change{Reviews: []Review{s.review}, Hidden: &s.hidden}, step); err != nil {
		return redact.Entity{}, fmt.Errorf("keep what is one: %w", err)
	}
	return one, nil
}

// answer keeps whether two names are one thing, as the person said.
func (j *Journal) answer(ctx context.Context, s *survey, q redact.Alike, one bool) error {
	e, is := s.found.Entity(q.Entities[0])
	o, too := s.found.Entity(q.Entities[1])
	if !is || !too {
		return fmt.Errorf("entity of that account: %w", ErrNotFound)
	}
	what := WasParted
	if one {
		what = WasMerged
	}
	_, err := j.retie(ctx, s, e, what, func(s *survey, e redact.Entity) (a, b redact.Span, err error) {
		if s.review.Ties, err = s.found.Answer(s.review.Ties, q, one); err != nil {
			return a, b, err
		}
		if q.Joined && !one {
			a, b = s.part(e, q.Names[0].Form)
			return a, b, nil
		}
		return e.Spans[0], o.Spans[0], nil
	})
	return err
}

// standing is the entity that stands at a place.
func (s *survey) standing(at redact.Span) redact.Entity {
	for _, f := range s.found.Findings {
		if f.Source == at.Source && f.Start < at.End && at.Start < f.End {
			e, _ := s.found.Entity(f.Entity)
			return e
		}
	}
	return redact.Entity{}
}

// part takes a form out of what was decided about its entity: it stays hidden, but under a label of its own, and in
// other accounts too the two are no longer one. It returns a place of the form, and one of the rest.
func (s *survey) part(e redact.Entity, form string) (a, b redact.Span) {
	is := func(text string) bool { return redact.Key(e.Kind, text) == redact.Key(e.Kind, form) }
	for _, span := range e.Spans {
		if is(s.sources[span.Source].Text[span.Start:span.End]) {
			a = span
		} else {
			b = span
		}
	}
	for i, d := range s.review.Decisions {
		if d.Kind == e.Kind && d.Action == redact.As && is(d.Key) {
			s.review.Decisions[i].Decision = redact.Decision{Kind: d.Kind, Key: d.Key, Action: redact.Hide}
		}
	}
	var list []redact.Known
	for _, k := range s.hidden {
		rest := slices.DeleteFunc(slices.Clone(k.Forms), is)
		if n := len(rest); n == 0 || n == len(k.Forms) {
			list = append(list, k)
			continue
		}
		out := slices.DeleteFunc(slices.Clone(k.Forms), func(f string) bool { return !is(f) })
		list = append(list, redact.Known{Kind: k.Kind, Forms: out}, redact.Known{Kind: k.Kind, Forms: rest, Author: k.Author})
	}
	s.hidden = list
	return a, b
}
