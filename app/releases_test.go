package app

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

func TestReleases(t *testing.T) {
	a, p := begun(t)
	account, ids := wrote(t, a, "I asked Priya Patel to fail over the primary of the queue")
	r, err := a.Review.Choose(account, ids, true)
	must(t, r, err)
	r, err = a.Review.Address(account, redact.ByRole, "the team")
	must(t, r, err)
	prepared, err := a.Release.Prepare(account)
	prepared = must(t, prepared, err)
	if len(prepared.Overlaps) != 0 || len(prepared.Before) != 0 {
		t.Errorf("beside nothing: %+v, %+v", prepared.Overlaps, prepared.Before)
	}
	seen := get(a, prepared.PDF).Body.String()
	text := get(a, prepared.Markdown).Body.String()
	p.path = filepath.Join(t.TempDir(), "pages.pdf")
	saved, err := a.Release.Save(prepared.Draft, journal.PDF, "Save")
	must(t, saved, err)
	copied, err := a.Release.Copy(prepared.Draft)
	must(t, copied, err)

	list, err := a.Releases.List(account)
	list = must(t, list, err)
	if len(list) != 1 || len(list[0].Files) != 2 || len(list[0].Left) != 2 || list[0].Audience != "the team" || len(list[0].Takes) != 0 {
		t.Fatalf("%+v", list)
	}
	first := list[0].ID

	// A year later the very pages are shown, and saved, again.
	shown, err := a.Releases.Show(first)
	shown = must(t, shown, err)
	if get(a, shown.PDF).Body.String() != seen || get(a, shown.Markdown).Body.String() != text || len(shown.Lines) != 1 || len(shown.Things) != 1 || shown.Things[0].Label != "Engineer A" {
		t.Errorf("%+v", shown)
	}
	if err := a.Release.Discard(); err != nil || get(a, shown.PDF).Code != http.StatusOK {
		t.Errorf("a draft that is done with takes the release off the screen: %v", err)
	}
	p.path = filepath.Join(t.TempDir(), "again.pdf")
	saved, err = a.Releases.Save(first, journal.PDF, "Save")
	must(t, saved, err)
	if b, err := os.ReadFile(p.path); err != nil || string(b) != seen {
		t.Errorf("saved again: %v", err)
	}
	found, err := a.Releases.Recognise("Open")
	if found = must(t, found, err); !found.Exact || len(found.Releases) != 1 || found.Releases[0].ID != first || found.Name != "again.pdf" {
		t.Errorf("%+v", found)
	}

	// What a named one unmasks is said while it is a draft; it may take the place of the one for the same people.
	r, err = a.Review.Address(account, redact.Named, "The team")
	must(t, r, err)
	r, err = a.Review.Decide(account, finding(t, r, "Priya").ID, redact.Keep, "")
	must(t, r, err)
	prepared, err = a.Release.Prepare(account)
	prepared = must(t, prepared, err)
	if len(prepared.Overlaps) != 1 || len(prepared.Overlaps[0].Unmasked) != 1 || prepared.Overlaps[0].Unmasked[0].Name != "Priya Patel" || !prepared.Overlaps[0].Unmasked[0].Earlier {
		t.Errorf("%+v", prepared.Overlaps)
	}
	if len(prepared.Before) != 1 || prepared.Before[0].ID != first {
		t.Fatalf("%+v", prepared.Before)
	}
	if err := a.Release.TakePlace(prepared.Draft, true); err != nil {
		t.Fatal(err)
	}
	copied, err = a.Release.Copy(prepared.Draft)
	if !strings.Contains(must(t, copied, err).Text, "Priya") {
		t.Error("a named release without the name")
	}
	list, err = a.Releases.List(account)
	if list = must(t, list, err); len(list) != 2 || list[0].Supersedes != first || list[1].SupersededBy != list[0].ID || len(list[0].Takes) != 1 {
		t.Errorf("%+v", list)
	}
	refusedWith(t, a.Release.TakePlace("no such draft", true), "gone")
	_, err = a.Releases.Supersede(first, list[0].ID)
	refusedWith(t, err, "audience")
	list, err = a.Releases.Supersede(list[0].ID, "")
	if list = must(t, list, err); list[0].Supersedes != "" {
		t.Errorf("%+v", list)
	}
	list, err = a.Releases.Withdraw(first, true)
	if list = must(t, list, err); list[1].Withdrawn == "" {
		t.Errorf("%+v", list)
	}
	_, err = a.Releases.Show("no such release")
	refusedWith(t, err, "missing")
	_, err = a.Releases.Save(list[0].ID, journal.PDF, "Save")
	refusedWith(t, err, "nocopy")
}
