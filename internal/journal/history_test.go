package journal_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// ok fails the test where a call that has to succeed did not.
func ok[T any](t *testing.T, out T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestUndo(t *testing.T) {
	ctx := context.Background()
	kind, share := journal.Effect, journal.Background
	moment := journal.At(night.Add(-time.Hour))
	for name, c := range map[string]struct {
		what journal.What
		do   func(*desk, journal.Entry) error
	}{
		"a line taken out": {journal.WasRemoved, func(d *desk, e journal.Entry) error {
			_, err := d.Remove(ctx, e.ID)
			return err
		}},
		"a kind": {journal.WasKind, func(d *desk, e journal.Entry) error {
			_, err := d.Amend(ctx, e.ID, journal.Amendment{Kind: &kind})
			return err
		}},
		"a moment": {journal.WasMoment, func(d *desk, e journal.Entry) error {
			_, err := d.Amend(ctx, e.ID, journal.Amendment{Moment: &moment})
			return err
		}},
		"an answer": {journal.WasAnswered, func(d *desk, e journal.Entry) error {
			_, err := d.Answer(ctx, e.ID, journal.FieldOwn, journal.Answer{Choices: []journal.Choice{"my call"}, Words: "nobody else was up"})
			return err
		}},
		"a link": {journal.WasLinked, func(d *desk, e journal.Entry) error {
			d.now = d.now.Add(24 * time.Hour) // another account's, which the state does not speak of
			_, err := d.Link(ctx, e.ID, journal.Link{To: d.record(t, "errors went up", journal.Effect).ID, As: journal.LeadsTo})
			return err
		}},
		"a share level": {journal.WasShare, func(d *desk, e journal.Entry) error {
			_, err := d.Amend(ctx, e.ID, journal.Amendment{Share: &share})
			return err
		}},
		"a choice": {journal.WasChosen, func(d *desk, e journal.Entry) error {
			return d.Choose(ctx, e.Account, []journal.EntryID{e.ID}, true)
		}},
		"time zero": {journal.WasZero, func(d *desk, e journal.Entry) error { return d.SetT0(ctx, e.Account, e.ID) }},
		"a decision": {journal.WasDecided, func(d *desk, e journal.Entry) error {
			_, err := d.Decide(ctx, e.Account, found(t, d, e.Account, redact.Person), redact.Hide, "")
			return err
		}},
		"a mark": {journal.WasMarked, func(d *desk, e journal.Entry) error {
			_, err := d.Decide(ctx, e.Account, journal.Target{Pattern: "the orange door"}, redact.Hide, "")
			return err
		}},
		"a listed name": {journal.WasListed, func(d *desk, _ journal.Entry) error {
			return d.HideAlways(ctx, []redact.Known{{Kind: redact.Org, Forms: []string{"Initech"}}})
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			e := d.record(t, "Priya restarted payments-db-3 by the orange door", journal.Action)
			before := state(t, d, e.Account)
			if err := c.do(d, e); err != nil {
				t.Fatal(err)
			}
			after := state(t, d, e.Account)
			if before == after {
				t.Fatal("nothing changed")
			}
			s, h, err := d.Undo(ctx)
			if err != nil || s.What != c.what || len(h.Done) != 0 || len(h.Undone) != 1 {
				t.Fatalf("undid %q, %d and %d left, %v", s.What, len(h.Done), len(h.Undone), err)
			}
			if got := state(t, d, e.Account); got != before {
				t.Errorf("after undo\n%s\nnot\n%s", got, before)
			}
			if s, _, err = d.Redo(ctx); err != nil || s.What != c.what {
				t.Fatalf("redid %q, %v", s.What, err)
			}
			if got := state(t, d, e.Account); got != after {
				t.Errorf("after redo\n%s\nnot\n%s", got, after)
			}
		})
	}
}

// found is the first thing of that kind in the account.
func found(t *testing.T, d *desk, a journal.AccountID, kind redact.Kind) journal.Target {
	t.Helper()
	treated, err := d.Review(context.Background(), a)
	for _, x := range ok(t, treated, err) {
		if x.Entity.Kind == kind {
			return journal.Target{Entity: string(x.Entity.ID)}
		}
	}
	t.Fatalf("no %s in the account", kind)
	return journal.Target{}
}

// state is all that undo speaks of, without revisions.
func state(t *testing.T, d *desk, id journal.AccountID) string {
	t.Helper()
	ctx := context.Background()
	a, es, err := d.Account(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	s := fmt.Sprint(a.T0)
	for _, e := range es {
		s += fmt.Sprintf("\n%s %s %v %s %v %v %v", e.Text, e.Kind, e.Moment, e.Share, e.Removed, e.Answers, e.Links)
		if e.Outcome != nil {
			s += fmt.Sprintf(" %v", *e.Outcome)
		}
	}
	hidden, err := d.Hidden(ctx)
	s += fmt.Sprintf("\n%v", ok(t, hidden, err))
	r, err := d.store.Review(ctx, id)
	r = ok(t, r, err)
	return s + fmt.Sprintf("\n%v %v", r.Decisions, r.Ties)
}

func TestUndo_order(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	if s, _, err := d.Undo(ctx); err != nil || s.What != "" {
		t.Errorf("undid %q in a new journal, %v", s.What, err)
	}
	e := d.record(t, "errors climb", "")
	for i := range 60 {
		kind := journal.Kinds[i%len(journal.Kinds)]
		_, err := d.Amend(ctx, e.ID, journal.Amendment{Kind: &kind})
		ok(t, 0, err)
	}
	_, err := d.Remove(ctx, e.ID)
	ok(t, 0, err)
	text := "errors climb still"
	_, err = d.Amend(ctx, e.ID, journal.Amendment{Text: &text})
	ok(t, 0, err)

	s, h, err := d.Undo(ctx)
	if err != nil || s.What != journal.WasRemoved || len(h.Done) != 49 {
		t.Errorf("undid %q, %d left, %v: typing is no step, and 50 are kept", s.What, len(h.Done), err)
	}
	back, err := d.store.Entry(ctx, e.ID)
	if ok(t, back, err); back.Text != text || !back.Removed.IsZero() {
		t.Errorf("undo took the text along: %+v", back)
	}
	n := 0
	for {
		s, _, err := d.Undo(ctx)
		if ok(t, s, err); s.What == "" {
			break
		}
		n++
	}
	if n != 49 {
		t.Errorf("%d further steps", n)
	}
	_, err = d.Remove(ctx, e.ID)
	ok(t, 0, err)
	if s, _, err := d.Redo(ctx); err != nil || s.What != "" {
		t.Errorf("redid %q after something else, %v", s.What, err)
	}
}

func TestChoose(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	one := d.record(t, "restarted it", journal.Action)
	two := d.record(t, "Priya said to wait", journal.Effect)
	behind := d.record(t, "between us", "")
	share := journal.Background
	_, err := d.Amend(ctx, behind.ID, journal.Amendment{Share: &share})
	ok(t, 0, err)

	r, err := d.Read(ctx, one.Account)
	for _, l := range ok(t, r, err).Lines {
		if l.Chosen || l.Pieces != nil {
			t.Errorf("chosen from the start: %+v", l)
		}
	}
	if len(r.Found) != 0 {
		t.Errorf("found %v in lines that nobody chose", r.Found)
	}
	if _, err := d.PrepareChosen(ctx, one.Account, journal.Markdown); !errors.Is(err, journal.ErrNothingChosen) {
		t.Errorf("prepared nothing: %v", err)
	}
	if err := d.Choose(ctx, one.Account, []journal.EntryID{one.ID, behind.ID}, true); !errors.Is(err, journal.ErrWithheld) {
		t.Errorf("background chosen: %v", err)
	}
	ok(t, 0, d.Choose(ctx, one.Account, []journal.EntryID{two.ID}, true))
	r, err = d.Read(ctx, one.Account)
	if ok(t, r, err); r.Lines[0].Chosen || !r.Lines[1].Chosen || len(r.Found) == 0 || r.Zero != two.ID {
		t.Errorf("read %+v", r)
	}
	if len(r.Found[0].Entries) != 1 || r.Found[0].Entries[0] != two.ID {
		t.Errorf("found in %v", r.Found[0].Entries)
	}
}

func TestSettings(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	s, err := d.Settings(ctx)
	if !reflect.DeepEqual(ok(t, s, err), journal.DefaultSettings) {
		t.Errorf("at first %+v", s)
	}
	set, err := d.Set(ctx, journal.Settings{TextSize: 99, Night: "perhaps", SecondZone: "Nowhere/At_All", LockAfter: -3})
	want := journal.Settings{TextSize: journal.LargestText, Night: journal.NightByClock}
	if !reflect.DeepEqual(ok(t, set, err), want) {
		t.Errorf("kept %+v", set)
	}
	if s, err = d.Settings(ctx); !reflect.DeepEqual(ok(t, s, err), want) {
		t.Errorf("read back %+v", s)
	}
}

// TestWhen: a clock time typed by day for a line of the night is that night's.
func TestWhen(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "restarted it", "")
	d.now = night.Add(11 * time.Hour)
	for typed, want := range map[string]time.Time{
		"02:10":      night.Add(-20 * time.Minute),
		"23:50":      night.Add(-2*time.Hour - 40*time.Minute),
		"10 min ago": d.now.Add(-10 * time.Minute),
		" ":          e.Recorded,
	} {
		m, err := d.When(ctx, e.ID, typed)
		if ok(t, m, err); !m.Best.Equal(want) {
			t.Errorf("%q is %v, want %v", typed, m.Best.In(want.Location()), want)
		}
	}
	if _, err := d.When(ctx, e.ID, "soonish"); !errors.Is(err, journal.ErrWhen) {
		t.Errorf("soonish: %v", err)
	}
}

// TestWhen_besides: another line of the account can bound a moment.
func TestWhen_besides(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	at := func(text string, minute int) journal.Entry {
		e, err := d.Record(ctx, journal.Line{Text: text, Moment: journal.At(night.Add(time.Duration(minute) * time.Minute))})
		return ok(t, e, err)
	}
	first := at("restarted the cache", -30)
	at("errors went up", -10)
	at("Restarted the cache again", 20)
	e := d.record(t, "somebody rang", "")
	for typed, want := range map[string][2]time.Duration{
		"after the restart":                    {20, 50}, // the nearer one
		"before the errors":                    {-40, -10},
		"after the errors, before the restart": {-10, 20},
		"between the errors and 02:28":         {-10, -2},
		"after restarting the cache again":     {20, 50},
	} {
		m, err := d.When(ctx, e.ID, typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		if m.Earliest.Sub(night) != want[0]*time.Minute || m.Latest.Sub(night) != want[1]*time.Minute || m.Typed != typed {
			t.Errorf("%q: %v to %v", typed, m.Earliest, m.Latest)
		}
		if m.Best.Before(m.Earliest) || m.Latest.Before(m.Best) {
			t.Errorf("%q is out of order", typed)
		}
	}
	if _, err := d.Remove(ctx, first.ID); err != nil {
		t.Fatal(err)
	}
	for _, typed := range []string{"after the deploy", "after", "before the", "after somebody rang"} {
		if m, err := d.When(ctx, e.ID, typed); !errors.Is(err, journal.ErrWhen) {
			t.Errorf("%q: %+v, %v", typed, m, err)
		}
	}
}
