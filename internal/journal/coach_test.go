package journal_test

import (
	"context"
	"testing"
	"time"

	"firsthand/internal/coach"
	"firsthand/internal/journal"
)

// TestCoach: by day it asks about lines as they will be read; never at night, nor about what was put aside.
func TestCoach(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	noon := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	d.now = noon
	lines := []journal.Spoken{{Entry: "e1", Text: "I ran it."}, {Entry: "e2", Text: "Obviously I should have looked."}, {Entry: "e3", Text: "I should have looked."}}
	kinds := func() (out [3][]coach.Kind) {
		t.Helper()
		all, err := d.Coach(ctx, lines)
		for i, rs := range ok(t, all, err) {
			for _, r := range rs {
				out[i] = append(out[i], r.Kind)
			}
		}
		return out
	}
	want := func(what string, of ...[]coach.Kind) {
		t.Helper()
		got := kinds()
		for i := range of {
			if len(of[i]) != len(got[i]) || len(of[i]) > 0 && of[i][0] != got[i][0] {
				t.Errorf("%s: asked about %v", what, got)
				return
			}
		}
	}
	both, one := []coach.Kind{coach.Hindsight, coach.Counterfactual}, []coach.Kind{coach.Counterfactual}
	want("at first", nil, both, one)

	if err := d.Pass(ctx, "e2", coach.Hindsight, "Obviously"); err != nil {
		t.Fatal(err)
	}
	want("after one was put aside", nil, one, one)
	lines[1].Text = "Of course I should have looked."
	want("in other words", nil, both, one)

	s, err := d.Settings(ctx)
	s = ok(t, s, err)
	s.Coaching.Quiet = []coach.Kind{coach.Counterfactual, "no such kind"}
	if s, err = d.Set(ctx, s); len(ok(t, s, err).Coaching.Quiet) != 1 {
		t.Errorf("kept %v", s.Coaching.Quiet)
	}
	want("after a kind was put aside for good", nil, []coach.Kind{coach.Hindsight}, nil)

	for _, c := range []struct {
		night journal.Night
		hour  int
		asks  bool
	}{
		{journal.NightByClock, 12, true}, {journal.NightByClock, 23, false}, {journal.NightByClock, 5, false}, {journal.NightByClock, 6, true},
		{journal.NightOn, 12, false}, {journal.NightOff, 3, true},
	} {
		s.Night = c.night
		if _, err := d.Set(ctx, s); err != nil {
			t.Fatal(err)
		}
		d.now = time.Date(2026, 11, 21, c.hour, 0, 0, 0, time.UTC)
		if got := kinds(); (got[1] != nil) != c.asks {
			t.Errorf("night %s at %d: asked about %v", c.night, c.hour, got)
		}
	}
}
