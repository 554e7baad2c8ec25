package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Met says whether an expectation was met.
type Met string

// What can become of an expectation.
const (
	WasMet     Met = "met"
	NotMet     Met = "not met"
	NeverKnown Met = "never known"
)

// Mets are all of them.
var Mets = []Met{WasMet, NotMet, NeverKnown}

// An Outcome is what became of an expectation: the effects that answered it, and whether it was met. An expectation that
// was not met is a gap; what its author says of the gap is among the answers of the expectation.
type Outcome struct {
	Effects []EntryID `json:"effects,omitempty"`
	Met     Met       `json:"met,omitempty"`
	// Before says that the expectation was written down, as it stands, before the first of the effects came about.
	Before bool `json:"capturedBeforeOutcome,omitempty"`
}

// A Gap is an expectation that was not met, and what was said of the difference.
type Gap struct {
	Expectation Entry
	Effects     []Entry // that are still there, in order of time
	Direction   Choice
	Why         []Choice
	Level       []Choice
	Noticed     string
	Surprise    Choice
	Words       string // of the explanation
}

// Gaps are the gaps of an account's entries, in order of time.
func Gaps(es []Entry) []Gap {
	byID := map[EntryID]Entry{}
	for _, e := range es {
		if e.Removed.IsZero() {
			byID[e.ID] = e
		}
	}
	var gaps []Gap
	for _, e := range es {
		if !e.Removed.IsZero() || e.Kind != Expectation || e.Outcome == nil || e.Outcome.Met != NotMet {
			continue
		}
		g := Gap{
			Expectation: e,
			Direction:   e.Answers[FieldDirection].One(),
			Why:         e.Answers[FieldWhy].Choices,
			Level:       e.Answers[FieldLevel].Choices,
			Noticed:     e.Answers[FieldNoticed].Words,
			Surprise:    e.Answers[FieldSurprise].One(),
			Words:       e.Answers[FieldWhy].Words,
		}
		for _, id := range e.Outcome.Effects {
			if effect, ok := byID[id]; ok {
				g.Effects = append(g.Effects, effect)
			}
		}
		InOrder(g.Effects)
		gaps = append(gaps, g)
	}
	return gaps
}

// reason is what the author of an expectation that was not met said in words of why; else empty.
func (e Entry) reason() string {
	if e.Kind != Expectation || e.Outcome == nil || e.Outcome.Met != NotMet {
		return ""
	}
	return e.Answers[FieldWhy].Words
}

// ErrNotExpected means that an entry is no expectation, so that nothing can answer it.
var ErrNotExpected = errors.New("entry is no expectation")

// Conclude says what became of an expectation: the effects of its account that answered it, and whether it was met.
// No effects and an empty Met take the outcome away. It can be undone.
// The error is ErrNotExpected, ErrNoChoice, ErrSelf or ErrNotFound.
func (j *Journal) Conclude(ctx context.Context, id EntryID, effects []EntryID, met Met) (Entry, error) {
	if met != "" && !slices.Contains(Mets, met) {
		return Entry{}, ErrNoChoice
	}
	expectation, err := j.store.Entry(ctx, id)
	if err != nil {
		return Entry{}, fmt.Errorf("read entry: %w", err)
	}
	if expectation.Kind != Expectation {
		return Entry{}, ErrNotExpected
	}
	o := Outcome{Met: met}
	var first time.Time
	for _, effect := range effects {
		if effect == id {
			return Entry{}, ErrSelf
		}
		if slices.Contains(o.Effects, effect) {
			continue
		}
		e, err := j.store.Entry(ctx, effect)
		if err == nil && e.Account != expectation.Account {
			err = ErrNotFound
		}
		if err != nil {
			return Entry{}, fmt.Errorf("read effect: %w", err)
		}
		o.Effects = append(o.Effects, effect)
		if at := e.Moment.Earliest; !at.IsZero() && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	o.Before = !first.IsZero() && expectation.wordedAt().Before(first)
	return j.change(ctx, id, 0, WasConcluded, func(e *Entry) {
		if e.Outcome = &o; len(o.Effects) == 0 && o.Met == "" {
			e.Outcome = nil
		}
	})
}

// wordedAt is when the text of the entry came to be as it is.
func (e Entry) wordedAt() time.Time {
	at := e.Recorded
	for _, r := range e.Revisions {
		if r.Text != e.Text && r.Until.After(at) {
			at = r.Until
		}
	}
	return at
}

// same reports whether two outcomes say the same.
func (o *Outcome) same(p *Outcome) bool {
	if o == nil || p == nil {
		return o == p
	}
	return o.Met == p.Met && o.Before == p.Before && slices.Equal(o.Effects, p.Effects)
}
