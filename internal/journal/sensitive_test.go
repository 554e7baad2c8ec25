package journal_test

import (
	"context"
	"testing"

	"firsthand/internal/journal"
)

// TestSensitive: what the review will find is marked in the lines by day, and nothing at night.
func TestSensitive(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	for night, want := range map[journal.Night][]string{journal.NightOff: {"Priya Patel"}, journal.NightOn: nil} {
		e, err := d.Record(ctx, journal.Line{Text: "🐶 Priya Patel rang"})
		ok(t, e, err)
		s, err := d.Settings(ctx)
		ok(t, s, err)
		s.Night = night
		s, err = d.Set(ctx, s)
		ok(t, s, err)
		found, err := d.Sensitive(ctx, e.Account)
		ok(t, found, err)
		var got []string
		for _, each := range found {
			if each.Entry.ID != e.ID {
				continue
			}
			for _, f := range each.Findings {
				got = append(got, each.Entry.Text[f.Start:f.End])
			}
		}
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] {
			t.Errorf("night %s: marked %q, want %q", night, got, want)
		}
	}
}
