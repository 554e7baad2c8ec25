package journal_test

import (
	"context"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func TestDue(t *testing.T) {
	told := time.Date(2025, 8, 31, 4, 10, 0, 0, berlin())
	at := func(s string) time.Time {
		d, err := time.ParseInLocation("2006-01-02 15:04", s, berlin())
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		now    string
		looked journal.Looked
		n      int
		ok     bool
	}{
		{"2025-09-06 14:00", journal.Looked{}, 0, false}, // six days
		{"2025-09-07 06:00", journal.Looked{}, 0, true},  // a week, with the morning
		{"2025-09-07 05:59", journal.Looked{}, 0, false}, // night
		{"2025-09-07 22:00", journal.Looked{}, 0, false},
		{"2025-09-07 21:59", journal.Looked{}, 0, true},
		{"2025-09-07 14:00", journal.Looked{Times: 1}, 0, false}, // it came up once
		{"2025-09-07 14:00", journal.Looked{Never: true}, 0, false},
		{"2025-09-27 14:00", journal.Looked{}, 0, true},
		{"2025-09-28 14:00", journal.Looked{}, 0, false}, // passed unseen
		{"2025-09-29 14:00", journal.Looked{}, 0, false},
		{"2025-09-30 14:00", journal.Looked{}, 1, true}, // a month: September has no 31st
		{"2025-09-30 14:00", journal.Looked{Times: 1}, 1, true},
		{"2026-02-28 14:00", journal.Looked{}, 2, true}, // nor has February
		{"2026-02-27 14:00", journal.Looked{Times: 2}, 0, false},
		{"2026-08-31 14:00", journal.Looked{Times: 3}, 3, true},
		{"2026-08-31 14:00", journal.Looked{Times: 4}, 0, false},
		{"2029-01-01 14:00", journal.Looked{}, 0, false},
		{"2024-01-01 14:00", journal.Looked{}, 0, false}, // a clock that was put back
	} {
		if n, ok := journal.Due(told, c.looked, at(c.now)); ok != c.ok || ok && n != c.n {
			t.Errorf("%s after %+v: %d, %v, want %d, %v", c.now, c.looked, n, ok, c.n, c.ok)
		}
	}
	if _, ok := journal.Due(time.Time{}, journal.Looked{}, told); ok {
		t.Error("what was never told comes up")
	}
	// Each distance comes up once and only once, whoever looks every day.
	var looked journal.Looked
	var seen []int
	for day := told; day.Before(told.AddDate(3, 0, 0)); day = day.AddDate(0, 0, 1) {
		noon := time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, berlin())
		if n, ok := journal.Due(told, looked, noon); ok {
			seen, looked.Times = append(seen, n), n+1
		}
	}
	if len(seen) != len(journal.LookAfter) {
		t.Errorf("came up: %v", seen)
	}
}

func TestLookBack(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	d.now = time.Date(2026, 1, 21, 14, 0, 0, 0, berlin())
	e := d.record(t, "the queue stood still", journal.Effect)
	lesson := d.record(t, "watch the queue", journal.Learning)
	if _, err := d.Tell(ctx, e.Account); err != nil {
		t.Fatal(err)
	}
	up := func() []journal.Memory {
		t.Helper()
		m, err := d.LookBack(ctx)
		if err != nil || m == nil {
			t.Fatal(m, err)
		}
		return m
	}
	d.now = d.now.AddDate(0, 0, 7)
	if len(up()) != 0 {
		t.Fatal("nobody asked for it")
	}
	if _, err := d.Set(ctx, journal.Settings{LookBack: true}); err != nil {
		t.Fatal(err)
	}
	all := up()
	if len(all) != 2 || all[0].Text != "watch the queue" && all[1].Text != "watch the queue" {
		t.Fatalf("got %+v", all)
	}
	var told, learned journal.Memory
	for _, m := range all {
		if m.Entry == "" {
			told = m
		} else {
			learned = m
		}
	}
	if told.Account != e.Account || told.From.Words != "the queue stood still" || learned.Entry != lesson.ID || told.Time != 0 {
		t.Errorf("got %+v, %+v", told, learned)
	}
	for _, m := range all {
		if err := d.LookedBack(ctx, m, m.Entry != ""); err != nil {
			t.Fatal(err)
		}
	}
	if len(up()) != 0 {
		t.Error("what was looked at comes up again")
	}
	d.now = d.now.AddDate(0, 1, 0)
	if all := up(); len(all) != 1 || all[0].Entry != "" || all[0].Time != 1 {
		t.Errorf("after a month: %+v", all)
	}
	d.now = time.Date(d.now.Year(), d.now.Month(), d.now.Day(), 23, 0, 0, 0, berlin())
	if len(up()) != 0 {
		t.Error("it comes up at night")
	}
	if a, _, _ := d.Account(ctx, e.Account); a.Telling == nil || a.State != journal.Told {
		t.Errorf("looking back changed the account: %+v", a)
	}
}

func TestSimilar(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	similar := func(text string, account journal.AccountID) []journal.Kin {
		t.Helper()
		k, err := d.Similar(ctx, text, account)
		if err != nil || k == nil {
			t.Fatal(k, err)
		}
		return k
	}
	old := d.record(t, "The watchdog restarted Postgres twice", journal.Effect)
	d.record(t, "the disk was full, and it was the night of the backup", journal.Effect)
	for range 10 { // words that stand everywhere
		d.record(t, "and it was restarted in the night", journal.Action)
	}
	d.now = d.now.AddDate(0, 3, 0)
	now := d.record(t, "the watchdog again, postgres", journal.Effect)
	got := similar("postgres: the WATCHDOG again?", now.Account)
	if len(got) != 1 || got[0].ID != old.ID || got[0].From.Account != old.Account {
		t.Fatalf("got %+v", got)
	}
	if len(got[0].Words) != 2 || got[0].Words[0] != "watchdog" && got[0].Words[0] != "Postgres" {
		t.Errorf("why: %q", got[0].Words)
	}
	for i, m := range got[0].Marks {
		if word := got[0].Text[m.Start:m.End]; word != "watchdog" && word != "Postgres" {
			t.Errorf("mark %d: %q", i, word)
		}
	}
	for text, why := range map[string]string{
		"":                          "nothing was written",
		"and it was the":            "words that only join others",
		"the watchdog is fine":      "one word of two that are known", // fine is not known: the only telling one
		"nothing that stands there": "no word in common",
	} {
		n := 0
		if why == "one word of two that are known" {
			n = 1
		}
		if got := similar(text, now.Account); len(got) != n {
			t.Errorf("%q, %s: %+v", text, why, got)
		}
	}
	if _, err := d.Bin(ctx, old.Account); err != nil {
		t.Fatal(err)
	}
	if got := similar("postgres: the watchdog again?", now.Account); len(got) != 0 {
		t.Errorf("in the bin: %+v", got)
	}
	if got := similar("postgres: the watchdog again?", "another"); len(got) != 1 || got[0].ID != now.ID {
		t.Errorf("a line that was just written: %+v", got)
	}
}
