package journal_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// TestPatternsAgainstEveryEntry counts random accounts of several zones one by one, from their texts and answers.
func TestPatternsAgainstEveryEntry(t *testing.T) {
	ctx := context.Background()
	r := rand.New(rand.NewPCG(5, 5))
	d := open(t)
	want := map[string]map[string]map[string]bool{} // list, name, id
	put := func(list, name, id string) {
		if want[list] == nil {
			want[list] = map[string]map[string]bool{}
		}
		if want[list][name] == nil {
			want[list][name] = map[string]bool{}
		}
		want[list][name][id] = true
	}
	zones := []string{"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "America/Los_Angeles"}
	choose := func(f journal.Field) (out []journal.Choice) {
		q, _ := journal.QuestionOf(f)
		for _, c := range q.Offered() {
			if r.IntN(6) == 0 && (q.Shape == journal.SomeOf || len(out) == 0) {
				out = append(out, c)
			}
		}
		return out
	}
	entries, gaps := 0, 0
	said := map[journal.EntryID]journal.Entry{}
	for i := range 40 {
		zone, err := time.LoadLocation(zones[r.IntN(len(zones))])
		if err != nil {
			t.Fatal(err)
		}
		// The ends of months and years, and the nights on which clocks change.
		began := []time.Time{time.Date(2025, 12, 31, 22, 30, 0, 0, time.UTC), time.Date(2026, 3, 29, 1, 30, 0, 0, time.UTC), time.Date(2025, 10, 31, 23, 0, 0, 0, time.UTC)}[r.IntN(3)]
		began = began.Add(time.Duration(r.IntN(60*48)) * time.Minute).In(zone)
		a := journal.Account{ID: journal.AccountID(fmt.Sprint("a", i)), State: journal.Open, Zone: zone.String(), Started: began.Add(time.Hour),
			Type: append(journal.Types, "")[r.IntN(len(journal.Types)+1)]}
		id := string(a.ID)
		var es []journal.Entry
		awake := 0
		for n := range 1 + r.IntN(8) {
			e := journal.Entry{ID: journal.EntryID(fmt.Sprint(id, "-", n)), Account: a.ID, Text: "nothing", Share: journal.Private, Revision: 1, Position: n,
				Kind: journal.Kinds[r.IntN(len(journal.Kinds))], Recorded: began.Add(time.Duration(n) * time.Minute), Answers: journal.Answers{}}
			if n == 0 || r.IntN(2) == 0 {
				e.Moment = journal.At(began.Add(time.Duration(n) * time.Minute))
			}
			gone := r.IntN(6) == 0 && n > 0
			if gone {
				e.Removed = began
			} else {
				entries++
			}
			say := func(f journal.Field, list string, counts bool, of string) {
				choices := choose(f)
				e.Answers[f] = journal.Answer{Choices: choices}
				for _, c := range choices {
					if counts && !gone && !(f == journal.FieldCondition && c == journal.NotSure) {
						put(list, string(c), of)
					}
				}
			}
			is := e.Kind == journal.Condition
			say(journal.FieldCondition, "conditions", is, id)
			say(journal.FieldSide, "sides", is, string(e.ID))
			say(journal.FieldRole, "roles", is, string(e.ID))
			e.Outcome = &journal.Outcome{Met: journal.Mets[r.IntN(3)]}
			is = e.Kind == journal.Expectation && e.Outcome.Met == journal.NotMet
			if is && !gone {
				gaps++
			}
			say(journal.FieldWhy, "why", is, string(e.ID))
			say(journal.FieldDirection, "directions", is, string(e.ID))
			say(journal.FieldLevel, "levels", is, string(e.ID))
			say(journal.FieldSurprise, "surprises", is, string(e.ID))
			if e.Kind == journal.Reaction {
				h := 1 + r.IntN(30)
				e.Answers[journal.FieldAwake] = journal.Answer{Words: fmt.Sprintf("about %d h", h)}
				if !gone {
					awake = max(awake, h)
				}
			}
			if r.IntN(3) == 0 {
				name := fmt.Sprintf("db-0%d", r.IntN(4))
				e.Text = "on " + name + " again"
				if !gone {
					put("systems", name, id)
				}
			}
			es = append(es, e)
			said[e.ID] = e
		}
		if err := d.store.Apply(ctx, journal.Change{Accounts: []journal.Account{a}, Entries: es}); err != nil {
			t.Fatal(err)
		}
		put("months", began.Format("2006-01"), id)
		put("weekdays", began.Weekday().String(), id)
		put("hours", strconv.Itoa(began.Hour()), id)
		name := string(a.Type)
		if name == "" {
			name = journal.Unsaid
		}
		put("types", name, id)
		switch {
		case awake >= 20:
			put("awake", "20 and more", id)
		case awake >= 16:
			put("awake", "16 to 20", id)
		case awake >= 12:
			put("awake", "12 to 16", id)
		case awake >= 8:
			put("awake", "8 to 12", id)
		case awake > 0:
			put("awake", "under 8", id)
		}
	}
	p, err := d.Patterns(ctx)
	if err != nil || p.Accounts != 40 || p.Entries != entries || p.Gaps != gaps {
		t.Fatalf("%d accounts, %d entries of %d, %d gaps of %d, %v", p.Accounts, p.Entries, entries, p.Gaps, gaps, err)
	}
	months := []journal.Count{}
	for i, m := range p.Months {
		months = append(months, m.Count)
		if i > 0 {
			before, _ := time.Parse("2006-01", p.Months[i-1].Name)
			if m.Name != before.AddDate(0, 1, 0).Format("2006-01") {
				t.Errorf("after %s comes %s", before, m.Name)
			}
		}
	}
	for list, got := range map[string][]journal.Count{"months": months, "weekdays": p.Weekdays, "hours": p.Hours, "types": p.Types, "awake": p.Awake,
		"conditions": p.Conditions, "sides": p.Sides, "roles": p.Roles, "why": p.Why, "directions": p.Directions, "levels": p.Levels,
		"surprises": p.Surprises, "systems": p.Systems} {
		left := want[list]
		for _, c := range got {
			ids := left[c.Name]
			delete(left, c.Name)
			have := plain(c.Entries)
			if slices.Contains([]string{"months", "weekdays", "hours", "types", "awake", "conditions", "systems"}, list) {
				have = plain(c.Accounts)
			}
			// A point leads to what says so: to the lines themselves, where lines do.
			for _, id := range c.Entries {
				e := said[id]
				if list == "conditions" && !(e.Kind == journal.Condition && e.Answers[journal.FieldCondition].Is(journal.Choice(c.Name))) ||
					list == "systems" && !strings.Contains(e.Text, c.Name) || list == "awake" && e.Kind != journal.Reaction {
					t.Errorf("%s %q leads to %+v", list, c.Name, e)
				}
			}
			if c.Count != len(ids) || len(have) != len(ids) || slices.ContainsFunc(have, func(id string) bool { return !ids[id] }) {
				t.Errorf("%s %q: %d, %v, want %d, %v", list, c.Name, c.Count, have, len(ids), ids)
			}
			if c.Accounts == nil || c.Entries == nil {
				t.Errorf("%s %q: null for a script", list, c.Name)
			}
		}
		if len(left) > 0 {
			t.Errorf("%s: not counted: %v", list, left)
		}
	}
	if len(p.Weekdays) != 7 || len(p.Hours) != 24 || p.Weekdays[0].Name != "Monday" {
		t.Errorf("%d weekdays, %d hours", len(p.Weekdays), len(p.Hours))
	}
}

func plain[T ~string](in []T) (out []string) {
	for _, s := range in {
		out = append(out, string(s))
	}
	return out
}

func TestPatternsOfNothing(t *testing.T) {
	d := open(t)
	p, err := d.Patterns(context.Background())
	if err != nil || p.Accounts != 0 || len(p.Weekdays) != 7 || p.Months == nil || p.Conditions == nil || p.Systems == nil {
		t.Errorf("%+v, %v", p, err)
	}
}

func TestCountsFollowEveryWrite(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	counted := func() int {
		t.Helper()
		p, err := d.Patterns(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return p.Entries
	}
	e := d.record(t, "one", "")
	if counted() != 1 {
		t.Error("a line is not counted")
	}
	if _, err := d.Remove(ctx, e.ID); err != nil || counted() != 0 {
		t.Error("a line that was taken out is counted", err)
	}
	if _, _, err := d.Undo(ctx); err != nil || counted() != 1 {
		t.Error("a line that was put back is not counted", err)
	}
	if err := d.Erase(ctx, e.Account); err != nil || counted() != 0 {
		t.Error("a line that was erased is counted", err)
	}
}

// expect writes an expectation with its certainty and its outcome, as if it had been captured before it, or not.
func (d *desk) expect(t testing.TB, sure journal.Choice, met journal.Met, before bool) journal.EntryID {
	t.Helper()
	e := d.record(t, "it will be fine", journal.Expectation)
	if sure != "" {
		d.answer(t, e.ID, journal.FieldThen, "", sure)
	}
	old, err := d.store.Entry(context.Background(), e.ID)
	if err != nil {
		t.Fatal(err)
	}
	old.Outcome = &journal.Outcome{Met: met, Before: before}
	old.Revision++
	if err := d.store.Apply(context.Background(), journal.Change{Entries: []journal.Entry{old}}); err != nil {
		t.Fatal(err)
	}
	return e.ID
}

func TestCalibration(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	d.record(t, "still open", journal.Expectation)
	for i := range 12 {
		met := journal.WasMet
		if i < 3 {
			met = journal.NotMet
		}
		d.expect(t, "sure", met, true)
	}
	d.expect(t, "sure", journal.NeverKnown, true)
	after := d.expect(t, "sure", journal.NotMet, false)
	d.expect(t, "certain", journal.WasMet, true)
	d.expect(t, "", journal.WasMet, true)
	c, err := d.Calibration(ctx)
	if err != nil {
		t.Fatal(err)
	}
	level := func(name string) journal.Level {
		i := slices.IndexFunc(c.Levels, func(l journal.Level) bool { return l.Certainty == name })
		return c.Levels[i]
	}
	sure := level("sure")
	if f := sure.Forecast; f.Known != 12 || len(f.Met) != 9 || len(f.NeverKnown) != 1 || !f.Enough || f.Share != 0.75 {
		t.Errorf("forecasts: %+v", f)
	}
	// Wilson's interval of 9 of 12, by hand: 0.468 to 0.911.
	if f := sure.Forecast; math.Abs(f.Low-0.468) > 0.001 || math.Abs(f.High-0.911) > 0.001 {
		t.Errorf("between %.4f and %.4f", f.Low, f.High)
	}
	if r := sure.Remembered; r.Known != 1 || r.Enough || !slices.Equal(r.NotMet, []journal.EntryID{after}) {
		t.Errorf("what was told afterwards: %+v", r)
	}
	if f := level("certain").Forecast; f.Enough || f.Known != 1 || f.Share != 1 || f.Low > 0.21 || f.High != 1 {
		t.Errorf("one case: %+v", f)
	}
	if f := level(journal.Unsaid).Forecast; f.Known != 1 {
		t.Errorf("not said: %+v", f)
	}
	if f := level("guess").Forecast; f.Low != 0 || f.High != 1 || f.Met == nil {
		t.Errorf("no case: %+v", f)
	}
	if c.Open != 1 || c.Few != journal.FewCases {
		t.Errorf("%d open, few is %d", c.Open, c.Few)
	}
}
