package archive

import (
	"strings"
	"time"

	"firsthand/internal/journal"
)

// A calendar lays the clock times of an account on days, in the order in which they were written.
type calendar struct {
	loc   *time.Location
	limit time.Time // for dates without a year: the latest day they may be
	day   time.Time // noon of the current day
	prev  time.Time // the moment before
}

const (
	nextDay  = 6 * time.Hour  // a clock that drops by more than this has passed midnight; by less, the story went back
	tooFar   = 18 * time.Hour // a leap ahead by more than this may be a step back over midnight
	stepBack = 2 * time.Hour
	leeway   = 5 * time.Minute // that ParseWhen gives a clock that runs behind
)

func noon(t time.Time, loc *time.Location) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 12, 0, 0, 0, loc)
}

// endOf is the end of the day, less the leeway.
func endOf(day time.Time) time.Time {
	y, m, d := day.Date()
	return time.Date(y, m, d, 23, 59, 59, 0, day.Location()).Add(-leeway)
}

// moment places a typed time; ok is false for a day that no calendar has.
func (c *calendar) moment(typed string) (m journal.Moment, ok bool) {
	word := strings.ToLower(typed)
	on := func(day time.Time) (journal.Moment, bool) {
		m, err := journal.ParseWhen(typed, endOf(day))
		return m, err == nil
	}
	if mayHoldDate(typed) && dateAnywhere.MatchString(typed) {
		m, err := journal.ParseWhen(typed, c.limit)
		if err != nil {
			return journal.Moment{}, false
		}
		c.day, c.prev = noon(m.Best.In(c.loc), c.loc), m.Best
		return m, true
	}
	if m, ok = on(c.day); !ok {
		return m, false
	}
	if c.prev.IsZero() || strings.ContainsAny(word[:1], "lhgyt") || weekday(word) { // yesterday, last night, gestern, today, heute
		c.prev = m.Best
		return m, true
	}
	switch gone := m.Best.Sub(c.prev); {
	case gone < -nextDay:
		if later, ok := on(c.day.AddDate(0, 0, 1)); ok {
			m, c.day = later, c.day.AddDate(0, 0, 1)
		}
	case gone > tooFar:
		if before, ok := on(c.day.AddDate(0, 0, -1)); ok && before.Best.Sub(c.prev) > -stepBack {
			m = before
		}
	}
	c.firstPass(&m)
	c.prev = m.Best
	return m, true
}

func weekday(word string) bool {
	for _, w := range []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun", "die", "mit", "don", "sam", "son"} {
		if strings.HasPrefix(word, w) {
			return true
		}
	}
	return false
}

// firstPass takes the earlier reading in the hour that a clock change repeats, as long as that does not go back in time.
func (c *calendar) firstPass(m *journal.Moment) {
	early, late := m.Earliest.In(c.loc), m.Latest.In(c.loc)
	repeated := m.Certainty == journal.Doubtful && late.After(early) && early.Format("15:04:05") == late.Format("15:04:05")
	if repeated && m.Best.Equal(m.Latest) && !m.Earliest.Before(c.prev) {
		m.Best = m.Earliest
		_, m.Offset = early.Zone()
	}
}
