package journal

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// Looked is how far looking back on an account or a learning has come.
type Looked struct {
	Times int  `json:"times,omitempty"` // how many of LookAfter have come up or were passed over
	Never bool `json:"never,omitempty"` // not this one, for ever
}

// A Distance is a stretch of calendar time.
type Distance struct {
	Days, Months int
}

// LookAfter are the distances at which something told or learned comes up again: each of them once.
var LookAfter = []Distance{{Days: 7}, {Months: 1}, {Months: 6}, {Months: 12}}

// lookFor is for how many days it waits to be seen. What was not looked at by then has passed: whoever comes back after
// a year finds one thing, not a year of them.
const lookFor = 21

// After is the same time of day that much later; where a month is shorter, on its last day.
func (d Distance) After(t time.Time) time.Time {
	if d.Months != 0 {
		day := t.Day()
		first := time.Date(t.Year(), t.Month()+time.Month(d.Months), 1, t.Hour(), t.Minute(), t.Second(), 0, t.Location())
		last := first.AddDate(0, 1, -1).Day()
		t = first.AddDate(0, 0, min(day, last)-1)
	}
	return t.AddDate(0, 0, d.Days)
}

// A Memory is something that is looked back on.
type Memory struct {
	Account AccountID `json:"account"`
	Entry   EntryID   `json:"entry"` // of a learning; empty for a told account
	Text    string    `json:"text"`  // of the learning, or the title or first line of the account
	From    Origin    `json:"from"`
	Since   time.Time `json:"since"` // when it was told or learned
	Time    int       `json:"time"`  // which of LookAfter this is, from 0
}

// Due is which of LookAfter comes up at an instant for something of that time; ok is false where none does. At night
// nothing does: on the clock of now, between 22:00 and 06:00.
func Due(since time.Time, looked Looked, now time.Time) (n int, ok bool) {
	if looked.Never || since.IsZero() || now.Hour() >= 22 || now.Hour() < 6 {
		return 0, false
	}
	// By days: what was told at four in the morning comes up with the morning.
	day := func(t time.Time) time.Time {
		y, m, d := t.In(now.Location()).Date()
		return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	}
	for n = len(LookAfter) - 1; n >= looked.Times; n-- {
		from := LookAfter[n].After(day(since))
		if today := day(now); !today.Before(from) {
			return n, today.Before(from.AddDate(0, 0, lookFor))
		}
	}
	return 0, false
}

// LookBack returns what comes up now, what is longest ago first; nothing where the person did not ask for it. It stays
// until LookedBack, or until its time has passed.
func (j *Journal) LookBack(ctx context.Context) ([]Memory, error) {
	s, err := j.Settings(ctx)
	if err != nil || !s.LookBack {
		return []Memory{}, err
	}
	l, err := j.ledger(ctx)
	if err != nil {
		return nil, err
	}
	now := j.now()
	out := []Memory{}
	for _, a := range l.chapters {
		if a.ToldAt.IsZero() || a.first == nil {
			continue
		}
		if n, ok := Due(a.ToldAt, looked(a.Looked), now); ok {
			out = append(out, Memory{Account: a.ID, Since: a.ToldAt, Time: n})
		}
	}
	for _, f := range l.facts {
		if f.Kind != Learning {
			continue
		}
		if n, ok := Due(f.Recorded, f.Looked, now); ok {
			out = append(out, Memory{Account: f.Account, Entry: f.ID, Since: f.Recorded, Time: n})
		}
	}
	var ids []EntryID
	for _, m := range out {
		ids = append(ids, l.of[m.Account].first.ID)
		if m.Entry != "" {
			ids = append(ids, m.Entry)
		}
	}
	es, damage := j.store.Pick(ctx, unique(ids))
	if err := unlessDamaged(damage); err != nil {
		return nil, fmt.Errorf("read what comes up: %w", err)
	}
	read := map[EntryID]Entry{}
	for _, e := range es {
		read[e.ID] = e
	}
	out = slices.DeleteFunc(out, func(m Memory) bool { return m.Entry != "" && read[m.Entry].ID == "" })
	for i := range out {
		m := &out[i]
		m.From = l.of[m.Account].origin(read)
		if m.Text = m.From.Title; m.Text == "" {
			m.Text = m.From.Words
		}
		if m.Entry != "" {
			m.Text = read[m.Entry].Text
		}
	}
	slices.SortStableFunc(out, func(a, b Memory) int { return a.Since.Compare(b.Since) })
	return out, damage
}

func looked(l *Looked) Looked {
	if l == nil {
		return Looked{}
	}
	return *l
}

// LookedBack says that what came up was looked at: it comes up again at the next distance only. Never is "not this one",
// for ever. The error is ErrNotFound.
func (j *Journal) LookedBack(ctx context.Context, m Memory, never bool) error {
	seen := func(old *Looked) *Looked {
		l := looked(old)
		l.Times = max(l.Times, min(m.Time, len(LookAfter)-1)+1)
		l.Never = l.Never || never
		return &l
	}
	if m.Entry == "" {
		_, err := j.describe(ctx, m.Account, func(a *Account) error {
			a.Looked = seen(a.Looked)
			return nil
		})
		return err
	}
	j.changing.Lock()
	defer j.changing.Unlock()
	e, err := j.store.Entry(ctx, m.Entry)
	if err != nil {
		return fmt.Errorf("read entry: %w", err)
	}
	e.Looked = seen(e.Looked)
	e.Revision++
	if err := j.store.Apply(ctx, Change{Entries: []Entry{e}}); err != nil {
		return fmt.Errorf("keep what was looked at: %w", err)
	}
	return nil
}
