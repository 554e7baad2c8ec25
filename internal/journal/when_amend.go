package journal

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// When reads a moment that is typed for an entry which is there already. A clock time is the one nearest to when the
// entry was: "03:42" typed at noon for a line of the night is that night's. Words that count from now, such as
// "10 min ago" and "yesterday", count from now. Another line of the account can be a bound: "after the restart". Nothing
// typed is when the entry was written down. The error is ErrWhen or ErrNotFound.
func (j *Journal) When(ctx context.Context, id EntryID, typed string) (Moment, error) {
	e, err := j.store.Entry(ctx, id)
	if err != nil {
		return Moment{}, fmt.Errorf("read entry: %w", err)
	}
	now := j.now()
	if strings.TrimSpace(typed) == "" {
		return At(e.Recorded.In(zoneOf(e, now))), nil
	}
	p := reader{s: strings.TrimSpace(typed), whole: true}
	if t, ok := p.when(); ok && (t.now || t.ago > 0 || t.dayword || t.weekday >= 0) {
		return ParseWhen(typed, now)
	}
	if m, err := ParseWhen(typed, near(e, now)); err == nil || len(typed) > longestTyped {
		return m, err
	}
	return bounded(strings.TrimSpace(typed), j.besides(ctx, e, near(e, now)))
}

// near is the "now" from which the most recent occurrence of a clock time is the one nearest to when e was.
func near(e Entry, now time.Time) time.Time {
	if e.Moment.IsZero() {
		return e.Recorded.In(now.Location())
	}
	at := e.Moment.Best.Add(12*time.Hour - ahead)
	if !e.Recorded.IsZero() && e.Recorded.After(e.Moment.Best.Add(-ahead)) && e.Recorded.Before(at) {
		at = e.Recorded // nothing was lived after it was written down
	}
	return at.In(zoneOf(e, now))
}

// zoneOf is the zone that e was lived in, or that of now where it is not known.
func zoneOf(e Entry, now time.Time) *time.Location {
	if zone, err := time.LoadLocation(e.Moment.Zone); err == nil && e.Moment.Zone != "" {
		return zone
	}
	return now.Location()
}
