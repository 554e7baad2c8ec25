package journal_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/search"
)

func (d *desk) found(t testing.TB, query string) (texts []string) {
	t.Helper()
	found, err := d.Search(context.Background(), query, 100)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	for _, m := range found {
		texts = append(texts, m.Text)
	}
	slices.Sort(texts)
	return texts
}

func TestFilters(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	d.record(t, "restarted it with Sam", journal.Action)
	gap := d.record(t, "it drains", journal.Expectation)
	effect := d.record(t, "it did not", journal.Effect)
	if _, err := d.Conclude(ctx, gap.ID, []journal.EntryID{effect.ID}, journal.NotMet); err != nil {
		t.Fatal(err)
	}
	d.answer(t, gap.ID, journal.FieldWhy, "", "information", "interface")
	d.answer(t, gap.ID, journal.FieldSurprise, "", "broke my model")
	met := d.record(t, "it comes back", journal.Expectation)
	d.answer(t, met.ID, journal.FieldWhy, "", "timing")
	tired := d.record(t, "awake for long", journal.Condition)
	d.answer(t, tired.ID, journal.FieldCondition, "", "look-alike names")
	d.answer(t, tired.ID, journal.FieldRole, "", "hid it")
	d.answer(t, effect.ID, journal.FieldThings, "Checkout, the blue one")
	d.now = d.now.AddDate(0, 2, 0) // another account, in March
	later := d.record(t, "nothing of the sort", "")
	if _, err := d.Tell(ctx, later.Account); err != nil {
		t.Fatal(err)
	}
	if err := d.HideAlways(ctx, []redact.Known{{Kind: redact.Person, Forms: []string{"Sam", "Samantha Okafor"}}, {Kind: redact.Codename, Forms: []string{"drains", "Project Sam"}}}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"kind:action":                              "restarted it with Sam",
		"kind:action kind:condition":               "awake for long|restarted it with Sam",
		"kind:none":                                "nothing of the sort",
		"it -kind:action -kind:effect":             "it comes back|it drains",
		"gap:any":                                  "it drains",
		"gap:information":                          "it drains",
		"gap:timing":                               "", // it was met
		"gap:timing gap:interface":                 "it drains",
		"-gap:any kind:expectation":                "it comes back",
		"surprise:broke-my-model":                  "it drains",
		"surprise:any":                             "it drains",
		"condition:look-alike-names":               "awake for long",
		`condition:"hid it"`:                       "awake for long",
		"condition:fatigue":                        "",
		"condition:any":                            "awake for long",
		"who:okafor":                               "restarted it with Sam",
		"who:sam":                                  "restarted it with Sam",
		"-who:sam kind:action":                     "",
		`who:"samantha okafor"`:                    "restarted it with Sam",
		"who:nobody":                               "",
		"who:aw":                                   "awake for long", // a word as well as any
		"system:checkout":                          "it did not",     // named beside the text
		`system:"project sam"`:                     "it drains",
		"system:checkout kind:action":              "",
		"is:open":                                  "awake for long|it comes back|it did not|it drains|restarted it with Sam",
		"is:told":                                  "nothing of the sort",
		"is:told is:open kind:none":                "nothing of the sort",
		"before:2026-03":                           "awake for long|it comes back|it did not|it drains|restarted it with Sam",
		"after:2026-01-21":                         "nothing of the sort",
		"after:2026-01-20 before:2026-01-22 aw":    "awake for long",
		"on:2026-01-21 kind:action":                "restarted it with Sam",
		"on:2026":                                  "awake for long|it comes back|it did not|it drains|nothing of the sort|restarted it with Sam",
		"after:1month":                             "nothing of the sort",
		"before:2-weeks kind:action":               "restarted it with Sam",
		"on:today":                                 "nothing of the sort",
		`-"the sort" -kind:action -kind:effect of`: "",
		`-"it" kind:action`:                        "",
		"after:2026-03-21":                         "",
	} {
		if got := strings.Join(d.found(t, query), "|"); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
	if _, err := d.Bin(ctx, later.Account); err != nil {
		t.Fatal(err)
	}
	if got := d.found(t, "kind:none"); len(got) != 0 {
		t.Errorf("in the bin: %q", got)
	}
	t.Run("a value that is not taken finds nothing, an unfinished one what the rest finds", func(t *testing.T) {
		for query, n := range map[string]int{"kind:x it": 0, "it kind:act": 4, "kind:": 0, "before:2026-13": 0} {
			found, err := d.Search(ctx, query, 10)
			var wrong *search.Error
			if !errors.As(err, &wrong) || len(found) != n {
				t.Errorf("%s: %d, %v", query, len(found), err)
			}
		}
	})
	t.Run("every value that is offered is taken", func(t *testing.T) {
		for _, f := range journal.Filters {
			for _, v := range f.Values {
				d.found(t, f.Name+":"+strings.ReplaceAll(v, " ", "-"))
				d.found(t, fmt.Sprintf("-%s:%q", f.Name, v))
			}
		}
	})
}

// TestFiltersAgainstEveryEntry asks for random filters and compares with a look at each entry.
func TestFiltersAgainstEveryEntry(t *testing.T) {
	ctx := context.Background()
	r := rand.New(rand.NewPCG(8, 8))
	d := open(t)
	zones := []string{"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"}
	type line struct {
		text string
		kind journal.Kind
		day  string // on the clock it was lived by
	}
	var all []line
	for i := range 200 {
		zone, err := time.LoadLocation(zones[r.IntN(len(zones))])
		if err != nil {
			t.Fatal(err)
		}
		// Around new year, the ends of months and the change of clocks.
		at := []time.Time{time.Date(2025, 12, 31, 23, 0, 0, 0, time.UTC), time.Date(2026, 2, 28, 12, 0, 0, 0, time.UTC), time.Date(2026, 3, 29, 0, 30, 0, 0, time.UTC)}[r.IntN(3)]
		at = at.Add(time.Duration(r.IntN(40*60)-20*60) * time.Minute).In(zone)
		l := line{fmt.Sprint("line ", i), journal.Kinds[r.IntN(len(journal.Kinds))], at.Format(time.DateOnly)}
		all = append(all, l)
		if _, err := d.Record(ctx, journal.Line{Text: l.text, Kind: l.kind, Moment: journal.At(at), Recorded: night}); err != nil {
			t.Fatal(err)
		}
	}
	for range 150 {
		day := all[r.IntN(len(all))].day[:[]int{4, 7, 10}[r.IntN(3)]]
		kind, not := journal.Kinds[r.IntN(len(journal.Kinds))], r.IntN(2) == 0
		filter := []string{"before", "after", "on"}[r.IntN(3)]
		query := fmt.Sprintf("%s:%s kind:%s", filter, day, kind)
		if not {
			query = fmt.Sprintf("%s:%s -kind:%s", filter, day, kind)
		}
		var want []string
		for _, l := range all {
			cut := l.day[:len(day)]
			in := map[string]bool{"before": cut < day, "after": cut > day, "on": cut == day}[filter]
			if in && (l.kind == kind) != not {
				want = append(want, l.text)
			}
		}
		slices.Sort(want)
		got, err := d.Search(ctx, query, 1000)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, m := range got {
			texts = append(texts, m.Text)
		}
		slices.Sort(texts)
		if !slices.Equal(texts, want) {
			t.Fatalf("%s: %d, want %d", query, len(texts), len(want))
		}
	}
}

func TestNamesThatAReviewSaidAreOne(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	first := d.record(t, "Aisha called, the disk is full", "")
	d.record(t, "asked A. Bello to look at orders-db-03", "")
	d.record(t, "odb3 is orders-db-03, they say", "")
	d.now = d.now.AddDate(0, 2, 0)
	d.record(t, "met A. Bello again", "")
	d.record(t, "Áisha sends a graph", "")
	check := func(wants map[string]string) {
		t.Helper()
		for query, want := range wants {
			if got := strings.Join(d.found(t, query), "|"); got != want {
				t.Errorf("%s finds %q, want %q", query, got, want)
			}
		}
	}
	check(map[string]string{"who:aisha": "Aisha called, the disk is full|Áisha sends a graph"})
	if _, err := d.Merge(ctx, first.Account, journal.Target{Pattern: "Aisha"}, journal.Target{Pattern: "A. Bello"}); err != nil {
		t.Fatal(err)
	}
	all := "Aisha called, the disk is full|asked A. Bello to look at orders-db-03|met A. Bello again|Áisha sends a graph"
	check(map[string]string{
		"who:aisha": all, "who:ais": all, `who:"A. Bello"`: all, "who:bello": all, "who:AÏSHA": all,
		"-who:aisha": "odb3 is orders-db-03, they say",
		"aisha":      "Aisha called, the disk is full|Áisha sends a graph", // a word is a word
		// Somebody is no system.
		"system:aisha": "Aisha called, the disk is full|Áisha sends a graph",
	})
	// What is hidden under one of the names goes by all of them.
	if err := d.HideAlways(ctx, []redact.Known{{Kind: redact.Person, Forms: []string{"Bello-Adeyemi", "A. Bello"}}}); err != nil {
		t.Fatal(err)
	}
	check(map[string]string{"who:adeyemi": all})
	if _, _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.Undo(ctx); err != nil { // they are two after all
		t.Fatal(err)
	}
	check(map[string]string{"who:aisha": "Aisha called, the disk is full|Áisha sends a graph"})
}
