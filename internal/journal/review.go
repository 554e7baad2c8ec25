package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"firsthand/internal/redact"
)

// ErrKeepSecret means that a secret was to be kept; secrets always go.
var ErrKeepSecret = errors.New("a secret cannot be kept")

// ErrNoLabel means that something was to be called by no word.
var ErrNoLabel = errors.New("label is empty")

// ErrNoClass means that there is no such class of pseudonyms.
var ErrNoClass = errors.New("no such class")

// A survey is what was found in one account, or in those of a case file, with all that a plan is made from.
type survey struct {
	account  Account   // of a case file, its id and name alone
	book     *casebook // nil of one account
	entries  []Entry   // that are not removed, in order; source i is entry i
	sources  []redact.Source
	codename int // index of the source that is the codename, -1 without one
	// reasons are the indices of the sources that explain gaps, by expectation; closing those of the last page, -1 where
	// a part of it is empty. They lie behind the entries and the codename.
	reasons  map[EntryID]int
	closing  [3]int
	sheet    [2]int // likewise what the meeting sheet says beside its turning points
	found    *redact.Survey
	hidden   []redact.Known
	review   Review
	examiner *redact.Examiner

	linesOnly bool // nothing of what was said beside the lines leaves
	lastPage  bool // the last page leaves
}

// leave takes from a request what leaves beside the lines. What the review withholds stays.
func (s *survey) leave(r Request) {
	s.linesOnly = s.linesOnly || r.LinesOnly
	s.lastPage = s.lastPage || r.Closing
}

// survey examines every entry of the account that is not removed: a name is recognised by all that is said of it,
// also in lines that stay.
func (j *Journal) survey(ctx context.Context, id AccountID) (*survey, error) {
	s, err := j.gather(ctx, id)
	if err != nil {
		return nil, err
	}
	s.examine()
	return s, nil
}

// gather is a survey of an account or a case file before anything was looked for.
func (j *Journal) gather(ctx context.Context, id AccountID) (*survey, error) {
	if c, err := j.store.Case(ctx, id); err == nil {
		return j.casebook(ctx, c)
	} else if !errors.Is(err, ErrNotFound) {
		return nil, fmt.Errorf("read case file: %w", err)
	}
	a, es, err := j.Account(ctx, id)
	if err != nil {
		return nil, err
	}
	s := &survey{account: a, codename: -1, reasons: map[EntryID]int{}, closing: [3]int{-1, -1, -1}, sheet: [2]int{-1, -1}, examiner: &j.examiner}
	es = slices.DeleteFunc(es, func(e Entry) bool { return !e.Removed.IsZero() })
	s.entries = es
	last := a.Started
	zones := map[string]*time.Location{} // reading one from the disk takes as long as reading an entry
	in := func(name string) *time.Location {
		if zones[name] == nil {
			zones[name] = location(name)
		}
		return zones[name]
	}
	zone := in(a.Zone)
	for _, e := range es {
		if !e.Moment.IsZero() {
			last, zone = e.Moment.Best, in(e.Moment.Zone)
		}
		s.sources = append(s.sources, redact.Source{ID: string(e.ID), Text: e.Text, At: last.In(zone)})
	}
	if a.Codename != "" {
		s.codename = len(s.sources)
		s.sources = append(s.sources, redact.Source{ID: "codename", Text: a.Codename})
	}
	for i, e := range es {
		if words := e.reason(); words != "" {
			s.reasons[e.ID] = len(s.sources)
			s.sources = append(s.sources, redact.Source{ID: string(e.ID) + " reason", Text: words, At: s.sources[i].At})
		}
	}
	for i, text := range a.Closing.texts() {
		if text != "" {
			s.closing[i] = len(s.sources)
			s.sources = append(s.sources, redact.Source{ID: "closing " + strconv.Itoa(i), Text: text, At: last.In(zone)})
		}
	}
	for i, text := range a.Sheet.texts() {
		if text != "" {
			s.sheet[i] = len(s.sources)
			s.sources = append(s.sources, redact.Source{ID: "sheet " + strconv.Itoa(i), Text: text, At: last.In(zone)})
		}
	}
	if err := j.decided(ctx, s); err != nil {
		return nil, err
	}
	s.linesOnly, s.lastPage = s.review.LinesOnly, a.Closing != nil && a.Closing.Share
	return s, nil
}

// decided reads into a survey what is hidden and what was decided.
func (j *Journal) decided(ctx context.Context, s *survey) (err error) {
	if s.hidden, err = j.store.Hidden(ctx); err != nil {
		return fmt.Errorf("read hidden names: %w", err)
	}
	if s.review, err = j.store.Review(ctx, s.account.ID); err != nil {
		return fmt.Errorf("read decisions: %w", err)
	}
	s.review.Account = s.account.ID
	return nil
}

// examine finds what identifies, given all that is hidden by now and what was said of names.
func (s *survey) examine() {
	changed, _ := s.review.changed()
	s.found = s.examiner.Examine(s.sources, slices.Concat(s.hidden, changed), s.review.Ties...)
}

// location is the zone of that name, or UTC where the machine does not know it.
func location(name string) *time.Location {
	if l, err := time.LoadLocation(name); err == nil {
		return l
	}
	return time.UTC
}

// Review returns what identifies in the lines that a release of the account would hold by default,
// and what is to become of each.
func (j *Journal) Review(ctx context.Context, id AccountID) ([]Found, error) {
	s, err := j.survey(ctx, id)
	if err != nil {
		return nil, err
	}
	sel, err := s.choose(nil)
	if err != nil {
		return nil, err
	}
	p, _ := s.plan(sel, redact.ByRole)
	return s.places(p), nil
}

// A Target says what a decision is about: an entity by its id or by one of its forms, or a text marked by hand.
type Target struct {
	Entity  string
	Pattern string
	Kind    redact.Kind // of a text that no rule found; empty is redact.Other
}

// Decide keeps what the person decided about an entity of the account, or about a text that no rule found.
//
// To hide holds for every later release of every account; to keep holds for one release of this account.
// ErrNotFound means that the account has no such entity, ErrKeepSecret that a secret was to be kept, ErrNoLabel and
// those of redact.Plan.CheckLabel that it cannot be called that.
func (j *Journal) Decide(ctx context.Context, id AccountID, t Target, action redact.Action, label string) (redact.Entity, error) {
	return j.decide(ctx, id, t, redact.Decision{Action: action, Label: label})
}

// Classify hides an entity of the account, or a text that no rule found, under a pseudonym of that class, one of
// redact.Classes. Errors as Decide; redact.ErrNotTied where things of its kind have no pseudonym, ErrNoClass.
func (j *Journal) Classify(ctx context.Context, id AccountID, t Target, class redact.Class) (redact.Entity, error) {
	if !slices.Contains(redact.Classes, class) {
		return redact.Entity{}, ErrNoClass
	}
	return j.decide(ctx, id, t, redact.Decision{Action: redact.Hide, Class: class})
}

func (j *Journal) decide(ctx context.Context, id AccountID, t Target, d redact.Decision) (redact.Entity, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	s, err := j.survey(ctx, id)
	if err != nil {
		return redact.Entity{}, err
	}
	e, ok := s.target(t)
	if !ok {
		return redact.Entity{}, fmt.Errorf("entity of that account: %w", ErrNotFound)
	}
	switch {
	case d.Action == redact.Keep && e.Kind == redact.Secret:
		return redact.Entity{}, ErrKeepSecret
	case d.Action == redact.As && strings.TrimSpace(d.Label) == "":
		return redact.Entity{}, ErrNoLabel
	case d.Class != "" && !redact.Tied(e.Kind):
		return redact.Entity{}, redact.ErrNotTied
	case d.Action == redact.As:
		p, _ := s.plan(s.everything(), s.profile())
		if err := p.CheckLabel(e, d.Label); err != nil {
			return redact.Entity{}, err
		}
	}
	step := Step{What: WasDecided, Account: id}
	if t.Entity == "" {
		step.What = WasMarked
	}
	decisions, settled, hidden := slices.Clone(s.review.Decisions), slices.Clone(s.review.Settled), slices.Clone(s.hidden)
	if !s.review.resettle(e, d) {
		s.decide(e, d)
	}
	step.Review, step.Settled, step.Hidden = between(decisions, s.review.Decisions), between(settled, s.review.Settled), between(hidden, s.hidden)
	change := Change{Reviews: []Review{s.review}, Hidden: &s.hidden}
	if err := j.keep(ctx, change, step); err != nil {
		return redact.Entity{}, fmt.Errorf("keep decision: %w", err)
	}
	return e, nil
}

// target finds the entity meant; a pattern that no entity answers to is one of its own.
func (s *survey) target(t Target) (redact.Entity, bool) {
	want := t.Entity
	if want == "" {
		want = t.Pattern
	}
	for _, e := range s.found.Entities {
		if t.Entity != "" && string(e.ID) == t.Entity {
			return e, true
		}
	}
	for _, e := range s.found.Entities {
		for _, f := range e.Forms {
			if strings.EqualFold(f, want) {
				return e, true
			}
		}
	}
	if t.Pattern != "" {
		kind := t.Kind
		if kind == "" {
			kind = redact.Other
		}
		return redact.Entity{Kind: kind, Name: t.Pattern, Forms: []string{t.Pattern}}, true
	}
	return redact.Entity{}, false
}

// decide puts a decision about every form of e into the review, and what is to be hidden into the list that travels.
func (s *survey) decide(e redact.Entity, what redact.Decision) {
	for _, form := range e.Forms {
		d := Decided{Decision: what}
		d.Kind, d.Key = e.Kind, e.Key(form)
		if d.Action == redact.Keep {
			d.Count = len(e.Spans)
		}
		s.review.Decisions = slices.DeleteFunc(s.review.Decisions, func(old Decided) bool {
			return old.Kind == d.Kind && old.Key == d.Key
		})
		s.review.Decisions = append(s.review.Decisions, d)
	}
	if what.Action == redact.Keep || !e.Kind.Lasts() {
		return // a secret needs no list to be found again and does not belong into one; 17 is a time in this account alone
	}
	s.hidden = Hide(s.hidden, known(e))
}

// known is an entity as the list of what is hidden holds it.
func known(e redact.Entity) redact.Known {
	return redact.Known{Kind: e.Kind, Forms: e.Forms, Author: e.Author}
}

// Hide adds k to the list of what is hidden; things of one kind that share a form are one thing.
func Hide(list []redact.Known, k redact.Known) []redact.Known {
	out := make([]redact.Known, 0, len(list)+1)
	forms := slices.Clone(k.Forms)
	keys := map[string]bool{}
	for _, f := range k.Forms {
		keys[redact.Key(k.Kind, f)] = true
	}
	for _, old := range list {
		if old.Kind != k.Kind || !slices.ContainsFunc(old.Forms, func(f string) bool { return keys[redact.Key(k.Kind, f)] }) {
			out = append(out, old)
			continue
		}
		k.Author = k.Author || old.Author
		for _, f := range old.Forms {
			if !slices.Contains(forms, f) {
				forms = append(forms, f)
			}
		}
	}
	k.Forms = forms
	return append(out, k)
}

func sharesForm(a, b redact.Known) bool {
	for _, f := range a.Forms {
		for _, g := range b.Forms {
			if redact.Key(a.Kind, f) == redact.Key(b.Kind, g) {
				return true
			}
		}
	}
	return false
}

// Hidden returns the names that are hidden in every release, whether listed or decided.
func (j *Journal) Hidden(ctx context.Context) ([]redact.Known, error) {
	return j.store.Hidden(ctx)
}

// HideAlways adds names to those that are hidden in every release.
func (j *Journal) HideAlways(ctx context.Context, names []redact.Known) error {
	return j.list(ctx, WasListed, func(list []redact.Known) []redact.Known {
		for _, k := range names {
			list = Hide(list, k)
		}
		return list
	})
}

// HideNoMore takes the thing of that kind which has this form off the list of names that are hidden in every release.
// What was decided for an account stays decided there.
func (j *Journal) HideNoMore(ctx context.Context, kind redact.Kind, form string) error {
	return j.list(ctx, WasUnlisted, func(list []redact.Known) []redact.Known {
		return slices.DeleteFunc(slices.Clone(list), func(k redact.Known) bool {
			return k.Kind == kind && sharesForm(k, redact.Known{Kind: kind, Forms: []string{form}})
		})
	})
}

func (j *Journal) list(ctx context.Context, what What, f func([]redact.Known) []redact.Known) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	before, err := j.store.Hidden(ctx)
	if err != nil {
		return fmt.Errorf("read hidden names: %w", err)
	}
	after := f(before)
	swap := between(before, after)
	if swap == nil {
		return nil
	}
	if err := j.keep(ctx, Change{Hidden: &after}, Step{What: what, Hidden: swap}); err != nil {
		return fmt.Errorf("keep names: %w", err)
	}
	return nil
}
