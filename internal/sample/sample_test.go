package sample_test

import (
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/sample"
)

func TestNight(t *testing.T) {
	loc, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range sample.Night() {
		t.Run(a.Name, func(t *testing.T) {
			plain, marks := sample.Marks(a.Marked)
			if strings.ContainsAny(plain, "⟦⟧⟪⟫‹›") {
				t.Error("a mark is left")
			}
			if n := len(strings.Fields(plain)); n < 400 || n > 700 {
				t.Errorf("%d words", n)
			}
			if len(marks) < 20 {
				t.Errorf("%d marks", len(marks))
			}
			known := map[string]bool{"keep": true}
			for _, k := range redact.Kinds {
				known[string(k)] = true
			}
			for _, m := range marks {
				if !known[m.Type] || m.Start >= m.End || strings.TrimSpace(plain[m.Start:m.End]) != plain[m.Start:m.End] {
					t.Errorf("mark %s at %d", m.Type, m.Start)
				}
			}
			im, err := archive.Read([]byte(plain), archive.Options{Name: a.Name, Now: time.Date(2026, 4, 17, 14, 0, 0, 0, loc)})
			if err != nil {
				t.Fatal(err)
			}
			if len(im.Entries) < 15 || a.Name != "two-chains.txt" && im.Account.Title == "" {
				t.Errorf("%d entries, title %q", len(im.Entries), im.Account.Title)
			}
			home, err := journal.LoadZone(im.Account.Zone, im.Account.Started)
			if err != nil {
				t.Fatal(err)
			}
			var last time.Time
			kinds := map[journal.Kind]bool{}
			for _, e := range im.Entries {
				kinds[e.Kind] = true
				if e.Moment.IsZero() {
					continue
				}
				if e.Moment.Best.Before(last.Add(-time.Hour)) || !last.IsZero() && e.Moment.Best.Sub(last) > 4*time.Hour {
					t.Errorf("%s is out of order", e.Moment.Typed)
				}
				last = e.Moment.Best
			}
			if len(kinds) < 2 || last.IsZero() || im.Account.Started.In(home).Day() == last.In(home).Day() {
				t.Errorf("%d kinds, from %v to %v", len(kinds), im.Account.Started, last)
			}
		})
	}
}
