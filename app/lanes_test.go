package app

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// released writes a released account with one part to a file.
func released(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "theirs.md")
	text := "# " + report.Caption + "\n\n*" + report.Opening + "*\n\n## What I did\n\n" + strings.Join(lines, "\n\n") + "\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLanes(t *testing.T) {
	a, p := begun(t)
	opened := func(path string) Compared {
		t.Helper()
		p.path = path
		c, err := a.Lanes.Open("Open")
		return must(t, c, err)
	}
	opened(released(t, "**T+00:00** Restarted host 1.", "**T+00:09** Engineer A came."))
	c := opened(released(t, "**T+00:05** I called Priya Patel.", "**T+00:16** Engineer B came."))
	if len(c.Lanes) != 2 || len(c.Rows) != 4 || c.Lanes[1].File != "theirs.md" || !slices.Equal(c.Lanes[0].Labels, []string{"host 1", "Engineer A"}) {
		t.Fatalf("%+v", c)
	}

	// The person gives up choosing, or chooses something else: what is open stays.
	if c = opened(""); len(c.Lanes) != 2 {
		t.Errorf("%d lanes", len(c.Lanes))
	}
	p.path = filepath.Join(t.TempDir(), "notes.md")
	if err := os.WriteFile(p.path, []byte("# Notes\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := a.Lanes.Open("Open")
	refusedWith(t, err, "notreleased")

	// What the reader says; what is not so is refused and changes nothing.
	c, err = a.Lanes.Count(1, 7)
	if c = must(t, c, err); c.Lanes[1].Moved != -7 || len(c.Rows) != 3 {
		t.Errorf("%+v", c)
	}
	c, err = a.Lanes.Call([]LaneName{{0, "Engineer A"}, {1, "Engineer B"}}, "responder two")
	if c = must(t, c, err); c.Rows[2].Lines[0].Text != "responder two came." || c.Rows[2].Lines[1].Text != "responder two came." {
		t.Errorf("%+v", c.Rows)
	}
	_, err = a.Lanes.Call([]LaneName{{0, "Engineer Z"}, {1, "Engineer B"}}, "nobody")
	refusedWith(t, err, "said")
	c, err = a.Lanes.Say(LaneMoment{Places: []LanePlace{{0, 1}, {1, 1}}, Differ: true, Words: "one of us was late"})
	if c = must(t, c, err); len(c.Moments) != 1 || len(c.Same) != 1 {
		t.Errorf("%+v", c)
	}

	// Nothing is saved while something is undecided.
	p.path = filepath.Join(t.TempDir(), "out.md")
	saved, err := a.Lanes.Save(journal.Markdown, "Save")
	if saved = must(t, saved, err); saved.Stopped != Undecided || len(saved.Undecided) != 1 || saved.Path != "" {
		t.Fatalf("%+v", saved)
	}
	if _, err := os.Stat(p.path); err == nil {
		t.Error("a file was written")
	}
	c, err = a.Lanes.Decide(saved.Undecided[0].Kind, saved.Undecided[0].Key, redact.Hide)
	must(t, c, err)
	saved, err = a.Lanes.Save(journal.Markdown, "Save")
	text, readErr := os.ReadFile(must(t, saved, err).Path)
	if readErr != nil || strings.Contains(string(text), "Priya") || !strings.Contains(string(text), "one of us was late") {
		t.Errorf("%v\n%s", readErr, text)
	}
	_, err = a.Lanes.Save(journal.JSON, "Save")
	refusedWith(t, err, "internal")

	// A lane that goes takes with it what was said of it.
	c, err = a.Lanes.Close(0)
	if c = must(t, c, err); len(c.Lanes) != 1 || c.Lanes[0].Moved != -7 || len(c.Same)+len(c.Moments) != 0 {
		t.Errorf("%+v", c)
	}

	// Nothing of them is in the journal, and nothing is left of them once it is locked.
	accounts, err := a.Journal.Accounts()
	if must(t, accounts, err); len(accounts) != 0 {
		t.Errorf("%+v", accounts)
	}
	if _, err := a.Secure.Lock(Leaving{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	if len(a.room.beside.lanes) != 0 {
		t.Error("they outlive the lock")
	}
	_, err = a.Lanes.Show()
	refusedWith(t, err, "locked")
}

// What was set beside each other can be gone on with after the lock, until it is removed.
func TestLanesKept(t *testing.T) {
	a, p := begun(t)
	does := func(c Compared, err error) Compared {
		t.Helper()
		return must(t, c, err)
	}
	p.path = released(t, "**T+00:00** Restarted host 1.", "**T+00:09** Engineer A came.")
	does(a.Lanes.Open("Open"))
	does(a.Lanes.Open("Open"))
	does(a.Lanes.Count(1, 7))
	before := does(a.Lanes.Say(LaneMoment{Places: []LanePlace{{0, 1}, {1, 1}}, Words: "she says so too"}))
	a.room.beside.clear() // as the lock does

	c := does(a.Lanes.Show())
	if len(c.Lanes) != 0 || len(c.Kept) != 1 || !slices.Equal(c.Kept[0].Names, []string{"theirs.md", "theirs.md"}) {
		t.Fatalf("%+v", c)
	}
	id := c.Kept[0].ID
	if c = does(a.Lanes.Reopen(id)); !reflect.DeepEqual(c, before) {
		t.Errorf("got %+v, want %+v", c, before)
	}
	does(a.Lanes.Nearness(2))
	if c = does(a.Lanes.PutAway()); len(c.Kept) != 1 || c.Kept[0].ID != id {
		t.Errorf("%+v", c.Kept)
	}
	if c = does(a.Lanes.Reopen(id)); c.Near != 2 {
		t.Errorf("near is %d", c.Near)
	}
	does(a.Lanes.Close(0))
	if c = does(a.Lanes.Close(0)); len(c.Kept) != 0 {
		t.Errorf("a comparison of nothing is kept: %+v", c.Kept)
	}

	does(a.Lanes.Open("Open"))
	c = does(a.Lanes.PutAway())
	if c = does(a.Lanes.Erase(c.Kept[0].ID)); len(c.Kept) != 0 {
		t.Errorf("%+v", c.Kept)
	}
	_, err := a.Lanes.Reopen(id)
	refusedWith(t, err, "missing")
}
