package journal

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"time"

	"firsthand/internal/redact"
)

// History is what can be taken back, and what was taken back and can be made again; the latest last.
// It is kept sealed with the journal, so that undo survives a restart.
type History struct {
	Done   []Step `json:"done,omitempty"`
	Undone []Step `json:"undone,omitempty"`
}

// maxSteps is how many changes can be taken back.
const maxSteps = 50

// A Step is one change of a person, held as what has to be written to take it back.
// Texts are no part of it: while one is typed the field itself undoes, and every earlier wording stays with its entry.
type Step struct {
	What    What                `json:"what"`
	Account AccountID           `json:"account,omitempty"`
	Was     []Was               `json:"was,omitempty"`
	T0      *EntryID            `json:"t0,omitempty"` // the account's time zero before
	Review  *Swap[Decided]      `json:"review,omitempty"`
	Hidden  *Swap[redact.Known] `json:"hidden,omitempty"`
	Ties    *Swap[redact.Tie]   `json:"ties,omitempty"`
	Settled *Swap[Settled]      `json:"settled,omitempty"`
	Release *Release            `json:"release,omitempty"` // as it was before
	Chosen  *Swap[EntryID]      `json:"chosen,omitempty"`  // of a case file
}

// What says in a word what a step did.
type What string

// What can be taken back.
const (
	WasRemoved    What = "removed"    // a line was taken out
	WasRestored   What = "restored"   // a line was put back
	WasKind       What = "kind"       // a line's kind was changed
	WasMoment     What = "moment"     // a line's moment was changed
	WasShare      What = "share"      // a line was made background, or was so
	WasChosen     What = "chosen"     // lines were chosen for a release
	WasLeft       What = "left"       // lines were left out of a release
	WasZero       What = "zero"       // another line became time zero
	WasDecided    What = "decided"    // something found was decided about
	WasMarked     What = "marked"     // a text was marked by hand
	WasMerged     What = "merged"     // two things found were said to be one
	WasParted     What = "parted"     // a name was said to be another thing's
	WasListed     What = "listed"     // names were added to those always hidden
	WasUnlisted   What = "unlisted"   // a name was taken off them
	WasMoved      What = "moved"      // lines went to another account
	WasAnswered   What = "answered"   // something was said of a line beside its text
	WasLinked     What = "linked"     // a line was linked to another, or no longer
	WasConcluded  What = "concluded"  // it was said what became of an expectation
	WasSettled    What = "settled"    // an indirect question was answered
	WasWithdrawn  What = "withdrawn"  // a release was withdrawn, or no longer
	WasSuperseded What = "superseded" // a release took the place of another, or of none
)

// Whats are all of them.
var Whats = []What{WasRemoved, WasRestored, WasKind, WasMoment, WasShare, WasChosen, WasLeft, WasZero, WasDecided, WasMarked,
	WasMerged, WasParted, WasListed, WasUnlisted, WasMoved, WasAnswered, WasLinked, WasConcluded, WasSettled,
	WasWithdrawn, WasSuperseded}

// Was is what an entry was before a step; nil fields were not changed.
type Was struct {
	Entry    EntryID    `json:"entry"`
	Kind     *Kind      `json:"kind,omitempty"`
	Moment   *Moment    `json:"moment,omitempty"`
	Share    *Share     `json:"share,omitempty"`
	Removed  *time.Time `json:"removed,omitempty"`
	Account  *AccountID `json:"account,omitempty"`
	Position *int       `json:"position,omitempty"`
	Answers  *Answers   `json:"answers,omitempty"`
	Links    *[]Link    `json:"links,omitempty"`
	Outcome  *Outcome   `json:"outcome,omitempty"` // the zero Outcome: there was none
	Held     *[]Holding `json:"held,omitempty"`
}

// A Swap takes some members of a list out and puts others in.
type Swap[T any] struct {
	Out []T `json:"out,omitempty"`
	In  []T `json:"in,omitempty"`
}

// Without is the history but for the steps that speak of an account or of its entries.
func (h History) Without(id AccountID, entries map[EntryID]bool) History {
	speaks := func(s Step) bool {
		return s.Account == id || slices.ContainsFunc(s.Was, func(w Was) bool {
			return entries[w.Entry] || w.Account != nil && *w.Account == id
		})
	}
	return History{
		Done:   slices.DeleteFunc(slices.Clone(h.Done), speaks),
		Undone: slices.DeleteFunc(slices.Clone(h.Undone), speaks),
	}
}

// keep makes a change durable together with the step that takes it back. The caller holds j.changing.
func (j *Journal) keep(ctx context.Context, c Change, s Step) error {
	h, err := j.store.History(ctx)
	if err != nil {
		return fmt.Errorf("read what can be undone: %w", err)
	}
	h.Done = append(h.Done, s)
	h.Done = h.Done[max(0, len(h.Done)-maxSteps):]
	h.Undone = nil
	c.History = &h
	return j.store.Apply(ctx, c)
}

// Undo takes back the latest change that can be, and returns its step and what is left to undo and redo.
// Where there is nothing the step is zero. It is a write like any other: it survives a restart.
func (j *Journal) Undo(ctx context.Context) (Step, History, error) {
	return j.step(ctx, func(h *History) (from, to *[]Step) { return &h.Done, &h.Undone })
}

// Redo makes again what Undo took back last.
func (j *Journal) Redo(ctx context.Context) (Step, History, error) {
	return j.step(ctx, func(h *History) (from, to *[]Step) { return &h.Undone, &h.Done })
}

func (j *Journal) step(ctx context.Context, ends func(*History) (from, to *[]Step)) (Step, History, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	h, err := j.store.History(ctx)
	if err != nil {
		return Step{}, History{}, fmt.Errorf("read what can be undone: %w", err)
	}
	from, to := ends(&h)
	if len(*from) == 0 {
		return Step{}, h, nil
	}
	s := (*from)[len(*from)-1]
	change, inverse, err := j.reverse(ctx, s)
	if err != nil {
		return Step{}, History{}, err
	}
	*from = (*from)[:len(*from)-1]
	*to = append(*to, inverse)
	change.History = &h
	if err := j.store.Apply(ctx, change); err != nil {
		return Step{}, History{}, fmt.Errorf("undo: %w", err)
	}
	return s, h, nil
}

// reverse is the change that takes a step back, and the step that takes that change back.
func (j *Journal) reverse(ctx context.Context, s Step) (c Change, inverse Step, err error) {
	inverse = Step{What: s.What, Account: s.Account}
	for _, w := range s.Was {
		e, err := j.store.Entry(ctx, w.Entry)
		if err != nil {
			return c, inverse, fmt.Errorf("read entry: %w", err)
		}
		old := e
		inverse.Was = append(inverse.Was, w.swap(&e))
		c.Entries = append(c.Entries, j.revised(old, e))
	}
	if s.T0 != nil {
		a, err := j.store.Account(ctx, s.Account)
		if err != nil {
			return c, inverse, fmt.Errorf("read account: %w", err)
		}
		zero := a.T0
		inverse.T0, a.T0 = &zero, *s.T0
		c.Accounts = append(c.Accounts, a)
	}
	if s.Review != nil || s.Ties != nil || s.Settled != nil {
		r, err := j.store.Review(ctx, s.Account)
		if err != nil {
			return c, inverse, fmt.Errorf("read decisions: %w", err)
		}
		r.Account = s.Account
		if s.Review != nil {
			list, back := s.Review.in(r.Decisions, aboutOneThing)
			r.Decisions, inverse.Review = list, &back
		}
		if s.Ties != nil {
			list, back := s.Ties.in(r.Ties, sameJSON[redact.Tie])
			r.Ties, inverse.Ties = list, &back
		}
		if s.Settled != nil {
			list, back := s.Settled.in(r.Settled, func(a, b Settled) bool { return a.Question == b.Question })
			r.Settled, inverse.Settled = list, &back
		}
		c.Reviews = append(c.Reviews, r)
	}
	if s.Release != nil {
		now, err := j.ReleaseNamed(ctx, s.Release.ID)
		if err != nil {
			return c, inverse, err
		}
		was := now // another file of it may have left since
		was.Supersedes, was.Withdrawn = s.Release.Supersedes, s.Release.Withdrawn
		inverse.Release = &now
		c.Releases = append(c.Releases, was)
	}
	if s.Chosen != nil {
		of, err := j.store.Case(ctx, s.Account)
		if err != nil {
			return c, inverse, fmt.Errorf("read case file: %w", err)
		}
		list, back := s.Chosen.in(of.Chosen, func(a, b EntryID) bool { return a == b })
		of.Chosen, inverse.Chosen = list, &back
		c.Cases = append(c.Cases, of)
	}
	if s.Hidden != nil {
		list, err := j.store.Hidden(ctx)
		if err != nil {
			return c, inverse, fmt.Errorf("read hidden names: %w", err)
		}
		list, back := s.Hidden.in(list, sameJSON[redact.Known])
		inverse.Hidden = &back
		c.Hidden = &list
	}
	return c, inverse, nil
}

// swap gives e what it was, and returns what it is now.
func (w Was) swap(e *Entry) Was {
	now := Was{Entry: e.ID}
	exchange(&e.Kind, w.Kind, &now.Kind)
	exchange(&e.Moment, w.Moment, &now.Moment)
	exchange(&e.Share, w.Share, &now.Share)
	exchange(&e.Removed, w.Removed, &now.Removed)
	exchange(&e.Account, w.Account, &now.Account)
	exchange(&e.Position, w.Position, &now.Position)
	if w.Answers != nil {
		now.Answers, e.Answers = e.Answers.held(), *w.Answers
	}
	if w.Links != nil {
		now.Links, e.Links = heldLinks(e.Links), *w.Links
	}
	if w.Outcome != nil {
		now.Outcome, e.Outcome = e.Outcome.held(), w.Outcome
		if e.Outcome.same(&Outcome{}) {
			e.Outcome = nil
		}
	}
	exchange(&e.Held, w.Held, &now.Held)
	return now
}

// exchange sets field to what it was, if that was held, and holds what it is.
func exchange[T any](field *T, was *T, now **T) {
	if was == nil {
		return
	}
	is := *field
	*field, *now = *was, &is
}

// was is what has to be written to make e the old entry again, its text apart.
func was(old, e Entry) Was {
	w := Was{Entry: e.ID}
	if old.Kind != e.Kind {
		w.Kind = &old.Kind
	}
	if old.Moment != e.Moment {
		w.Moment = &old.Moment
	}
	if old.Share != e.Share {
		w.Share = &old.Share
	}
	if !old.Removed.Equal(e.Removed) {
		w.Removed = &old.Removed
	}
	if old.Account != e.Account {
		w.Account = &old.Account
	}
	if old.Position != e.Position {
		w.Position = &old.Position
	}
	if !old.Answers.same(e.Answers) {
		w.Answers = old.Answers.held()
	}
	if !slices.Equal(old.Links, e.Links) {
		w.Links = heldLinks(old.Links)
	}
	if !old.Outcome.same(e.Outcome) {
		w.Outcome = old.Outcome.held()
	}
	if !slices.Equal(old.Held, e.Held) {
		held := append([]Holding{}, old.Held...)
		w.Held = &held
	}
	return w
}

// What a step holds of a field that was empty is not nil, which would be written as if nothing had been changed.

func (as Answers) held() *Answers {
	out := Answers{}
	maps.Copy(out, as)
	return &out
}

func heldLinks(links []Link) *[]Link {
	out := append([]Link{}, links...)
	return &out
}

func (o *Outcome) held() *Outcome {
	if o == nil {
		return &Outcome{}
	}
	out := *o
	return &out
}

// in carries a swap out on a list, and returns the swap that takes it back. Members that are the same as one that goes
// or comes are taken out whatever else they say.
func (s Swap[T]) in(list []T, same func(a, b T) bool) ([]T, Swap[T]) {
	back := Swap[T]{Out: s.In}
	var rest []T
	for _, x := range list {
		is := func(y T) bool { return same(x, y) }
		if slices.ContainsFunc(s.Out, is) || slices.ContainsFunc(s.In, is) {
			back.In = append(back.In, x)
			continue
		}
		rest = append(rest, x)
	}
	return append(rest, s.In...), back
}

// between is the swap that makes the list before of the list after.
func between[T any](before, after []T) *Swap[T] {
	var s Swap[T]
	was, is := written(before), written(after)
	s.Out, s.In = without(after, is, was), without(before, was, is)
	if s.Out == nil && s.In == nil {
		return nil
	}
	return &s
}

func aboutOneThing(a, b Decided) bool { return a.Kind == b.Kind && a.Key == b.Key }

// written is each of a list as it is written out, "" where it cannot be: instants are equal whatever location they carry,
// and nil is empty.
func written[T any](list []T) []string {
	out := make([]string, len(list))
	for i, x := range list {
		if b, err := json.Marshal(x); err == nil {
			out[i] = string(b)
		}
	}
	return out
}

// without are those of a list that another has not, each as it is written out.
func without[T any](list []T, texts, others []string) (out []T) {
	there := make(map[string]bool, len(others))
	for _, text := range others {
		there[text] = true
	}
	for i, text := range texts {
		if text == "" || !there[text] {
			out = append(out, list[i])
		}
	}
	return out
}

// sameJSON compares by what is written out: instants are equal whatever location they carry, and nil is empty.
func sameJSON[T any](a, b T) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}
