package journal

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

var (
	// ErrNoField means that entries have no such field.
	ErrNoField = errors.New("no such field")
	// ErrNoChoice means that the field has no such choice, or holds only one.
	ErrNoChoice = errors.New("no such choice")
)

// Answers are what was said of an entry beside its text, by field.
type Answers map[Field]Answer

// An Answer is choices, words, or both; or that the question is not to be asked again.
type Answer struct {
	Choices []Choice `json:"choices,omitempty"` // in the order of the question
	Words   string   `json:"words,omitempty"`
	Skipped bool     `json:"skipped,omitempty"` // for good; what was said before stays
}

// isEmpty reports whether nothing was said, not even that nothing will be.
func (a Answer) isEmpty() bool { return len(a.Choices) == 0 && a.Words == "" && !a.Skipped }

// Said reports whether something was answered.
func (a Answer) Said() bool { return len(a.Choices) > 0 || a.Words != "" }

// Is reports whether the answer holds the choice.
func (a Answer) Is(c Choice) bool { return slices.Contains(a.Choices, c) }

// One is the only choice of the answer; empty where there is none.
func (a Answer) One() Choice {
	if len(a.Choices) == 0 {
		return ""
	}
	return a.Choices[0]
}

// same reports whether two sets of answers say the same.
func (as Answers) same(bs Answers) bool {
	return maps.EqualFunc(as, bs, func(a, b Answer) bool {
		return slices.Equal(a.Choices, b.Choices) && a.Words == b.Words && a.Skipped == b.Skipped
	})
}

// with is a copy in which the field is answered; an empty answer takes the field out. It is nil where nothing is left.
func (as Answers) with(f Field, a Answer) Answers {
	out := maps.Clone(as)
	if out == nil {
		out = Answers{}
	}
	if out[f] = a; a.isEmpty() {
		delete(out, f)
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// settled puts an answer into the order of its question and takes the space around its words away.
// The error is ErrNoChoice, ErrTooLong or ErrNotText.
func (q Question) settled(a Answer) (Answer, error) {
	out := Answer{Words: strings.TrimSpace(a.Words), Skipped: a.Skipped}
	if err := CheckText(out.Words); err != nil && !errors.Is(err, ErrEmpty) {
		return Answer{}, err
	}
	offered := q.Offered()
	for _, c := range a.Choices {
		if !slices.Contains(offered, c) {
			return Answer{}, ErrNoChoice
		}
	}
	for _, c := range offered {
		if a.Is(c) {
			out.Choices = append(out.Choices, c)
		}
	}
	if len(out.Choices) > 1 && q.Shape != SomeOf {
		return Answer{}, ErrNoChoice
	}
	return out, nil
}

// Answer keeps what was said of an entry in one field; an empty answer takes it away again. It can be undone.
// A field is kept whatever the entry's kind is now: a kind is a guess, and may come back.
// The error is ErrNoField, ErrNoChoice, ErrTooLong, ErrNotText or ErrNotFound.
func (j *Journal) Answer(ctx context.Context, id EntryID, f Field, a Answer) (Entry, error) {
	q, ok := QuestionOf(f)
	if !ok {
		return Entry{}, ErrNoField
	}
	a, err := q.settled(a)
	if err != nil {
		return Entry{}, fmt.Errorf("answer %q: %w", f, err)
	}
	return j.change(ctx, id, 0, WasAnswered, func(e *Entry) {
		e.Answers = e.Answers.with(f, a)
		if f == FieldHolds {
			e.hold(j.now())
		}
	})
}

// Line returns one entry, and the account that it is of, with its telling.
func (j *Journal) Line(ctx context.Context, id EntryID) (Account, Entry, error) {
	e, err := j.store.Entry(ctx, id)
	if err != nil {
		return Account{}, Entry{}, fmt.Errorf("read entry: %w", err)
	}
	a, err := j.store.Account(ctx, e.Account)
	if unlessDamaged(err) != nil || a.ID == "" {
		return Account{}, Entry{}, fmt.Errorf("read account: %w", err)
	}
	return a, e, nil
}

// Asked are the questions that fit an entry, whether they have been answered or not.
func (a Account) Asked(e Entry) []Question {
	pivot := slices.Contains(a.Pivots, e.ID)
	var out []Question
	for _, q := range Questions {
		if q.asks(e, pivot) || e.Answers[q.Field].Said() {
			out = append(out, q)
		}
	}
	return out
}

// Next is the first question of an entry that was neither answered nor skipped; ok is false where there is none.
func (a Account) Next(e Entry) (q Question, ok bool) {
	for _, q := range a.Asked(e) {
		if e.Answers[q.Field].isEmpty() {
			return q, true
		}
	}
	return Question{}, false
}

// A Relation says how one entry bears on another.
type Relation string

// The relations. The entry that has the link is meant first: it leads to the other, it supersedes the other.
const (
	Sees       Relation = "see"
	LeadsTo    Relation = "led to"
	Supersedes Relation = "supersedes" // a later understanding, beside the earlier one
	Resolves   Relation = "answers"    // an open question
)

// Relations are all of them.
var Relations = []Relation{Sees, LeadsTo, Supersedes, Resolves}

// A Link is from one entry to another, of any account.
type Link struct {
	To EntryID  `json:"to"`
	As Relation `json:"as"`
}

var (
	// ErrSelf means that an entry was to be linked to itself.
	ErrSelf = errors.New("entry and itself")
	// ErrNoRelation means that there is no such relation.
	ErrNoRelation = errors.New("no such relation")
)

// Link says how an entry bears on another; Unlink takes that back. Both can be undone.
// The error is ErrSelf, ErrNoRelation or ErrNotFound.
func (j *Journal) Link(ctx context.Context, from EntryID, l Link) (Entry, error) {
	switch {
	case from == l.To:
		return Entry{}, ErrSelf
	case !slices.Contains(Relations, l.As):
		return Entry{}, ErrNoRelation
	}
	if _, err := j.store.Entry(ctx, l.To); err != nil {
		return Entry{}, fmt.Errorf("read entry: %w", err)
	}
	return j.change(ctx, from, 0, WasLinked, func(e *Entry) {
		if !slices.Contains(e.Links, l) {
			e.Links = append(slices.Clone(e.Links), l)
		}
	})
}

// Unlink takes a link away. One that is not there is no error.
func (j *Journal) Unlink(ctx context.Context, from EntryID, l Link) (Entry, error) {
	return j.change(ctx, from, 0, WasLinked, func(e *Entry) {
		e.Links = slices.DeleteFunc(slices.Clone(e.Links), func(x Link) bool { return x == l })
		if len(e.Links) == 0 {
			e.Links = nil
		}
	})
}
