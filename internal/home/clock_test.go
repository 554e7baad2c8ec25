package home_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// TestClockSetBack writes while the clock is set back again and again, by hours and by years: nothing is refused, every
// line keeps the time that the clock showed, lines stay in the order of their times, and a change still follows on the last.
func TestClockSetBack(t *testing.T) {
	ctx := context.Background()
	clock := time.Date(2026, 3, 29, 3, 30, 0, 0, time.UTC)
	h, err := home.At(filepath.Join(t.TempDir(), "journal"), home.Options{
		Keys: t.TempDir(), Now: func() time.Time { return clock }, CheapPassphrase: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.MakeWithoutPassphrase(); err != nil {
		t.Fatal(err)
	}
	want := make(map[journal.EntryID]time.Time)
	for i, back := range []time.Duration{0, time.Hour, -time.Minute, 40 * 365 * 24 * time.Hour, -80 * 365 * 24 * time.Hour, time.Nanosecond} {
		clock = clock.Add(-back)
		id, err := h.Drop(journal.Line{Text: fmt.Sprint("waited ", i)})
		if err != nil {
			t.Fatal(err)
		}
		want[id] = clock
		j, err := h.Open(ctx, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(j.Notices) > 0 {
			t.Errorf("notices %q", j.Notices)
		}
		e, err := j.Record(ctx, journal.Line{Text: fmt.Sprint("written ", i)})
		if err != nil {
			t.Fatal(err)
		}
		clock = clock.Add(-time.Second)
		if _, err := j.Amend(ctx, e.ID, journal.Amendment{Revision: e.Revision, Text: &e.Text}); err != nil {
			t.Errorf("amend: %v", err)
		}
		want[e.ID] = e.Recorded
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
	}
	j, err := h.Open(ctx, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	accounts, err := j.Accounts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		_, entries, err := j.Account(ctx, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range entries {
			if at := want[e.ID]; !e.Recorded.Equal(at) || !e.Moment.Best.Equal(at.Truncate(time.Second)) && !e.Moment.Best.Equal(at) {
				t.Errorf("%q was recorded at %v, moment %v, want %v", e.Text, e.Recorded, e.Moment.Best, at)
			}
			if i > 0 && e.Moment.Best.Before(entries[i-1].Moment.Best) {
				t.Errorf("%q stands after a later line", e.Text)
			}
			delete(want, e.ID)
		}
	}
	if len(want) > 0 {
		t.Errorf("%d lines are missing", len(want))
	}
}
