package journal

import (
	"slices"
	"time"
)

// Side says on which side of a timeline an entry stands.
type Side string

// The two sides.
const (
	Mine     Side = "mine"     // what I did and thought
	Happened Side = "happened" // what happened
)

// SideOf is the side of a kind. What nobody has sorted yet is what its author thought worth writing down: it is theirs.
func SideOf(k Kind) Side {
	switch k {
	case Effect, Condition:
		return Happened
	}
	return Mine
}

// A Mark is an entry on the timeline of its account.
type Mark struct {
	Entry Entry
	Side  Side
	// Timed says that somebody said when. An entry without a moment stands where it was written, and has no place on the axis.
	Timed bool
	// Band says that it may have been at any time from Moment.Earliest to Moment.Latest.
	Band bool
	// Known is when its author came to know of it, as far as they said; zero where it has no moment.
	Known time.Time
	// Met is what became of an expectation; Effects are those of its effects that are on the timeline.
	Met     Met
	Effects []EntryID
	// Backwards says that it is told to have answered something that it came before, or to have ended before it began.
	Backwards bool
}

// Timeline lays the entries of one account on a line, in order of time, without the removed ones.
func Timeline(es []Entry) []Mark {
	es = slices.DeleteFunc(slices.Clone(es), func(e Entry) bool { return !e.Removed.IsZero() })
	InOrder(es)
	byID := map[EntryID]Entry{}
	for _, e := range es {
		byID[e.ID] = e
	}
	marks := make([]Mark, 0, len(es))
	for _, e := range es {
		m := Mark{Entry: e, Side: SideOf(e.Kind), Timed: !e.Moment.IsZero(), Known: e.KnownAt()}
		m.Band = m.Timed && e.Moment.Earliest.Before(e.Moment.Latest)
		m.Backwards = e.heldBackwards()
		if o := e.Outcome; o != nil && e.Kind == Expectation {
			m.Met = o.Met
			for _, id := range o.Effects {
				effect, ok := byID[id]
				if !ok {
					continue
				}
				m.Effects = append(m.Effects, id)
				if m.Timed && !effect.Moment.IsZero() && effect.Moment.Latest.Before(e.Moment.Earliest) {
					m.Backwards = true
				}
			}
		}
		marks = append(marks, m)
	}
	return marks
}

// KnownAt is when the author came to know of what the entry says, as far as they said: at its moment, unless they said
// that it was later; then when it was written down at the latest. It is zero where the entry has no moment.
func (e Entry) KnownAt() time.Time {
	if e.Moment.IsZero() {
		return time.Time{}
	}
	from := e.Answers[FieldKnownFrom]
	later := from.Said() && !from.Is(AtTheTime) && !from.Is(NotSure)
	if source := e.Answers[FieldSource]; !from.Said() && (source.Is(ToldLater) || source.Is(Inferred)) {
		later = true
	}
	if later && e.Recorded.After(e.Moment.Best) {
		return e.Recorded
	}
	return e.Moment.Best
}

// Hindsight reports whether the author came to know of what the entry says only later than the moment it speaks of.
func (e Entry) Hindsight() bool { return e.KnownAt().After(e.Moment.Best) }

// KnownBy are the marks of what was known at an instant. Marks without a time are left out: nobody knows whether they were.
func KnownBy(marks []Mark, at time.Time) []Mark {
	return slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return !m.Timed || m.Known.After(at) })
}

// heldBackwards reports whether an assumption is told to have ended before it began.
func (e Entry) heldBackwards() bool {
	held, ended := e.Answers[FieldHeldFrom].Words, e.Answers[FieldHeldUntil].Words
	if held == "" || ended == "" {
		return false // as of nearly every entry; where it was would be looked up on disk
	}
	at := near(e, e.Recorded)
	from, errFrom := ParseWhen(held, at)
	until, errUntil := ParseWhen(ended, at)
	return errFrom == nil && errUntil == nil && until.Latest.Before(from.Earliest)
}
