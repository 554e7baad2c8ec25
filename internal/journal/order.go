package journal

import (
	"cmp"
	"slices"
	"time"
)

// InOrder sorts the entries of one account by the moment they speak of. An entry without one stays behind
// the entry it was written after.
func InOrder(es []Entry) {
	slices.SortStableFunc(es, func(a, b Entry) int { return cmp.Compare(a.Position, b.Position) })
	when := effective(es)
	slices.SortStableFunc(es, func(a, b Entry) int { return when[a.ID].Compare(when[b.ID]) })
}

// effective is the instant each entry sorts by, given the entries by position: its own, or that of the nearest entry
// before it that has one, or else of the first that has one.
func effective(es []Entry) map[EntryID]time.Time {
	var last time.Time
	for _, e := range es {
		if !e.Moment.IsZero() {
			last = e.Moment.Best
			break
		}
	}
	when := make(map[EntryID]time.Time, len(es))
	for _, e := range es {
		if !e.Moment.IsZero() {
			last = e.Moment.Best
		}
		when[e.ID] = last
	}
	return when
}
