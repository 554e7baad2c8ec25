package journal_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func TestTimeline(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	line := func(text string, kind journal.Kind, when string) journal.Entry {
		t.Helper()
		l := journal.Line{Text: text, Kind: kind}
		if when != "" {
			m, err := journal.ParseWhen(when, d.now)
			l.Moment = ok(t, m, err)
		}
		e, err := d.Record(ctx, l)
		return ok(t, e, err)
	}
	expected := line("errors should fall", journal.Expectation, "02:10")
	rose := line("errors rose", journal.Effect, "about 02:20")
	earlier := line("they had risen before", journal.Effect, "01:00")
	told := line("the deploy had been at nine", journal.Condition, "21:00")
	if _, err := d.Answer(ctx, told.ID, journal.FieldKnownFrom, journal.Answer{Choices: []journal.Choice{"from others"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Conclude(ctx, expected.ID, []journal.EntryID{rose.ID}, journal.NotMet); err != nil {
		t.Fatal(err)
	}
	gone := line("taken out", "", "")
	if _, err := d.Remove(ctx, gone.ID); err != nil {
		t.Fatal(err)
	}
	marks := func() map[journal.EntryID]journal.Mark {
		_, es, err := d.Account(ctx, expected.Account)
		out := map[journal.EntryID]journal.Mark{}
		for _, m := range journal.Timeline(ok(t, es, err)) {
			out[m.Entry.ID] = m
		}
		return out
	}
	all := marks()
	if len(all) != 4 {
		t.Fatalf("%d marks", len(all))
	}
	if m := all[expected.ID]; m.Side != journal.Mine || m.Met != journal.NotMet || !slices.Equal(m.Effects, []journal.EntryID{rose.ID}) || m.Band {
		t.Errorf("expectation: %+v", m)
	}
	if m := all[rose.ID]; m.Side != journal.Happened || !m.Band {
		t.Errorf("effect: %+v", m)
	}
	if m := all[told.ID]; !m.Entry.Hindsight() || !m.Known.Equal(m.Entry.Recorded) {
		t.Errorf("hindsight: known at %v", m.Known)
	}

	t.Run("only what was known by then", func(t *testing.T) {
		at := d.now.Add(-15 * time.Minute) // 02:15
		_, es, err := d.Account(ctx, expected.Account)
		var known []journal.EntryID
		for _, m := range journal.KnownBy(journal.Timeline(ok(t, es, err)), at) {
			known = append(known, m.Entry.ID)
		}
		if !slices.Equal(known, []journal.EntryID{earlier.ID, expected.ID}) {
			t.Errorf("known: %v", known)
		}
	})
	t.Run("what answers something that it came before is marked", func(t *testing.T) {
		if _, err := d.Conclude(ctx, expected.ID, []journal.EntryID{earlier.ID}, journal.WasMet); err != nil {
			t.Fatal(err)
		}
		if all := marks(); !all[expected.ID].Backwards || all[rose.ID].Backwards {
			t.Error("it is not")
		}
	})
	t.Run("an end before a beginning is marked, not refused", func(t *testing.T) {
		held := line("the replica is in sync", journal.Assumption, "02:00")
		for f, w := range map[journal.Field]string{journal.FieldHeldFrom: "02:20", journal.FieldHeldUntil: "02:05"} {
			if _, err := d.Answer(ctx, held.ID, f, journal.Answer{Words: w}); err != nil {
				t.Fatal(err)
			}
		}
		if !marks()[held.ID].Backwards {
			t.Error("it is not")
		}
	})
}
