package journal_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func (d *desk) answer(t testing.TB, id journal.EntryID, f journal.Field, words string, choices ...journal.Choice) {
	t.Helper()
	if _, err := d.Answer(context.Background(), id, f, journal.Answer{Choices: choices, Words: words}); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) learnings(t testing.TB) journal.Learnings {
	t.Helper()
	l, err := d.Learnings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLearnings(t *testing.T) {
	ctx := context.Background()
	t.Run("a learning knows where it came from, and stands with its systems and conditions", func(t *testing.T) {
		d := open(t)
		d.record(t, "pager went off for db-03", journal.Effect)
		c := d.record(t, "awake since six", journal.Condition)
		d.answer(t, c.ID, journal.FieldCondition, "", "fatigue")
		e, err := d.Learn(ctx, journal.NewLesson{Text: "drain web-07 before a restart", Sort: "solution", Wanted: "whoever is on call"})
		if err != nil {
			t.Fatal(err)
		}
		l := d.learnings(t)
		if len(l.All) != 1 {
			t.Fatalf("got %+v", l)
		}
		got := l.All[0]
		if got.Entry.ID != e.ID || got.Sort != "solution" || got.Wanted != "whoever is on call" || got.From.Words != "pager went off for db-03" || !got.From.At.Equal(night) {
			t.Errorf("got %+v", got)
		}
		if len(l.Systems) != 1 || l.Systems[0].Name != "web-07" || len(l.Conditions) != 1 || l.Conditions[0].Name != "fatigue" {
			t.Errorf("systems %v, conditions %v", l.Systems, l.Conditions)
		}
	})
	t.Run("one that names no system stands with what led to it, or with those of its account", func(t *testing.T) {
		d := open(t)
		d.record(t, "db-03 and db-03 and web-07", journal.Effect)
		from := d.record(t, "restarted web-07", journal.Action)
		e := d.record(t, "ask before restarting", journal.Learning)
		if got := d.learnings(t).All[0].Systems; !slices.Equal(got, []string{"web-07", "db-03"}) {
			t.Errorf("got %v", got)
		}
		if _, err := d.Link(ctx, from.ID, journal.Link{To: e.ID, As: journal.LeadsTo}); err != nil {
			t.Fatal(err)
		}
		if got := d.learnings(t).All[0]; !slices.Equal(got.Systems, []string{"web-07"}) || !slices.Equal(got.LedTo, []journal.EntryID{from.ID}) {
			t.Errorf("got %v, led to by %v", got.Systems, got.LedTo)
		}
	})
	t.Run("whether it holds is said with a date, and what was said before stays", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "the cache is safe to drop", journal.Learning)
		first := d.now
		for _, holds := range []journal.Choice{"still holds", "still holds", journal.NoLonger} {
			if _, err := d.MarkHolds(ctx, e.ID, holds); err != nil {
				t.Fatal(err)
			}
			d.now = d.now.Add(24 * time.Hour)
		}
		got := d.learnings(t).All[0]
		if got.Holds != journal.NoLonger || len(got.Entry.Held) != 2 || !got.Entry.Held[0].At.Equal(first) || got.Entry.Held[1].Is != journal.NoLonger {
			t.Errorf("got %+v", got.Entry.Held)
		}
		if _, _, err := d.Undo(ctx); err != nil {
			t.Fatal(err)
		}
		if got := d.learnings(t).All[0]; got.Holds != "still holds" || len(got.Entry.Held) != 1 {
			t.Errorf("undone: %+v", got.Entry.Held)
		}
	})
	t.Run("an open question is answered by a later line", func(t *testing.T) {
		d := open(t)
		q, err := d.Learn(ctx, journal.NewLesson{Text: "why does it fail over twice?", Sort: journal.OpenQuestion})
		if err != nil {
			t.Fatal(err)
		}
		if !d.learnings(t).All[0].Open() {
			t.Error("not open")
		}
		d.now = d.now.Add(30 * 24 * time.Hour)
		by := d.record(t, "the watchdog has its own timer", journal.Effect)
		if _, err := d.Resolve(ctx, q.ID, by.ID); err != nil {
			t.Fatal(err)
		}
		got := d.learnings(t).All[0]
		if got.Open() || len(got.Answers) != 1 || got.Answers[0].ID != by.ID {
			t.Errorf("got %+v", got)
		}
		if _, err := d.Remove(ctx, by.ID); err != nil {
			t.Fatal(err)
		}
		if !d.learnings(t).All[0].Open() {
			t.Error("a line that was taken out answers nothing")
		}
	})
	t.Run("what is no learning is not marked, and what is no question not answered", func(t *testing.T) {
		d := open(t)
		e, s := d.record(t, "restarted", journal.Action), d.record(t, "a solution", journal.Learning)
		if _, err := d.MarkHolds(ctx, e.ID, "still holds"); !errors.Is(err, journal.ErrNotLearned) {
			t.Error(err)
		}
		if _, err := d.Resolve(ctx, s.ID, e.ID); !errors.Is(err, journal.ErrNotAsked) {
			t.Error(err)
		}
		if _, err := d.Learn(ctx, journal.NewLesson{Text: "x", Sort: "wisdom"}); !errors.Is(err, journal.ErrNoChoice) {
			t.Error(err)
		}
		if l := d.learnings(t); len(l.All) != 1 {
			t.Errorf("a refused one was kept: %d", len(l.All))
		}
	})
	t.Run("what was taken out or lies in the bin is not there", func(t *testing.T) {
		d := open(t)
		e := d.record(t, "gone", journal.Learning)
		if _, err := d.Bin(ctx, e.Account); err != nil {
			t.Fatal(err)
		}
		if l := d.learnings(t); len(l.All) != 0 || l.Systems == nil {
			t.Errorf("got %+v", l)
		}
	})
}
