package app

import (
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

func TestSheet(t *testing.T) {
	a, p := begun(t)
	account, ids := wrote(t, a, "I asked Priya Patel to fail over", "412 jobs were waiting", "I thought the index was being built", "I stopped the job")
	s, err := a.Sheet.Read(account)
	if s = must(t, s, err); len(s.Turns)+len(s.Points)+len(s.Open) != 0 || s.Words != 0 {
		t.Errorf("%+v", s)
	}
	prepared, err := a.Sheet.Prepare(account)
	if must(t, prepared, err).Stopped != Nothing {
		t.Errorf("%+v", prepared)
	}
	_, err = a.Sheet.Keep(account, ids, "", "")
	refusedWith(t, err, "turns")

	s, err = a.Sheet.Keep(account, ids[:2], "the call with Thornfield", "who was asleep")
	if s = must(t, s, err); len(s.Points) != 2 || !strings.Contains(s.Points[0].Read, "Engineer A") || len(s.Open) != 1 || s.Left != "who was asleep" || s.Words != 18 || s.Seconds != 8 || s.TooMany != 0 {
		t.Fatalf("%+v", s)
	}
	prepared, err = a.Sheet.Prepare(account)
	if must(t, prepared, err).Stopped != Undecided {
		t.Errorf("%+v", prepared)
	}
	s, err = a.Sheet.Decide(account, s.Open[0].ID, redact.Hide)
	if s = must(t, s, err); len(s.Open) != 0 || strings.Contains(s.Asked, "Thornfield") {
		t.Errorf("%+v", s)
	}
	prepared, err = a.Sheet.Prepare(account)
	if prepared = must(t, prepared, err); prepared.Draft == "" || prepared.Receipt.Files[0].Name != "sheet.md" || prepared.Receipt.Files[1].Name != "sheet.pdf" {
		t.Fatalf("%+v", prepared)
	}
	p.path = filepath.Join(t.TempDir(), "sheet.pdf")
	saved, err := a.Release.Save(prepared.Draft, journal.PDF, "Save")
	must(t, saved, err)
	if p.offered[len(p.offered)-1] != "sheet.pdf" {
		t.Errorf("offered %v", p.offered)
	}
	list, err := a.Releases.List(account)
	if list = must(t, list, err); len(list) != 1 || !list[0].Sheet {
		t.Errorf("%+v", list)
	}

	// A word more ends the draft; what does not fit is said.
	s, err = a.Sheet.Keep(account, ids[:2], strings.Repeat("what the graph said then ", 200), "")
	if s = must(t, s, err); s.TooMany == 0 {
		t.Errorf("%+v", s)
	}
	_, err = a.Release.Save(prepared.Draft, journal.PDF, "Save")
	refusedWith(t, err, "gone")
	prepared, err = a.Sheet.Prepare(account)
	if must(t, prepared, err).Stopped != Overfull || prepared.Cut == 0 {
		t.Errorf("%+v", prepared)
	}
}
