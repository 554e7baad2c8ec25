package app

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
	reportjson "firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

var now = time.Date(2026, 11, 21, 3, 42, 0, 0, time.FixedZone("CET", 3600))

// newDesk is a real journal in a temporary folder, with documents.
func newDesk(t *testing.T) *home.Desk {
	t.Helper()
	return newDeskBy(t, func() time.Time { return now })
}

// newDeskBy is newDesk with a clock that the test sets.
func newDeskBy(t *testing.T, clock func() time.Time) *home.Desk {
	t.Helper()
	h, err := home.At(t.TempDir(), home.Options{
		Keys: filepath.Join(t.TempDir(), "keys"), CheapPassphrase: true, Now: clock,
	})
	if err != nil {
		t.Fatal(err)
	}
	d := h.Desk(map[journal.Format]report.Renderer{journal.PDF: pdf.Renderer{}, journal.Markdown: markdown.Renderer{}, journal.JSON: reportjson.Renderer{}})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// window joins a desk as Run does, to a page that is not there.
func window(d *home.Desk) *Journal { return newApp(d, &page{}).Journal }

func newApp(d *home.Desk, p *page) *App {
	a := New(Options{Desk: d, Version: "test"}, p)
	a.room.nonce = "nonce"
	return a
}

func line(t *testing.T, account, text string) Line {
	t.Helper()
	id, err := journal.NewID(strings.NewReader(text + strings.Repeat(".", 16)))
	if err != nil {
		t.Fatal(err)
	}
	return Line{ID: id, Account: account, Text: text}
}

func refusedWith(t *testing.T, err error, code string) {
	t.Helper()
	if f, ok := errors.AsType[Failure](err); !ok || f.Code != code {
		t.Errorf("error is %v, want code %s", err, code)
	}
}

// must is for calls that have to succeed.
func must[T any](t *testing.T, out T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestALineIsKeptAndShown(t *testing.T) {
	j := window(newDesk(t))
	if s, err := j.Start(); err != nil || s.Vault != NoVault {
		t.Fatalf("start: %+v, %v", s, err)
	}
	s, err := j.Begin()
	if s = must(t, s, err); s.Vault != Open || s.Secured || s.Nonce != "nonce" {
		t.Errorf("begun: %+v", s)
	}
	typed := line(t, "", "errors climb\n  and do not stop")
	k, err := j.Record(typed)
	k = must(t, k, err)
	if k.Entry.Text != typed.Text || k.Entry.ID != typed.ID || k.Entry.At != "2026-11-21T03:42:00+01:00" || k.Entry.Revision != 1 {
		t.Errorf("kept %+v", k.Entry)
	}
	// 03:42 is the night of the 20th: the day is the one the person was awake in.
	if k.Account.Day != "2026-11-20" || k.Account.First != "errors climb and do not stop" || k.Account.Lines != 1 {
		t.Errorf("account %+v", k.Account)
	}
	again, err := j.Record(typed)
	if again = must(t, again, err); again.Account.Lines != 1 {
		t.Error("trying again kept the line twice")
	}
	all, err := j.Accounts()
	if all = must(t, all, err); len(all) != 1 || !reflect.DeepEqual(all[0], k.Account) {
		t.Errorf("accounts %+v", all)
	}
}

func TestChanges(t *testing.T) {
	j := window(newDesk(t))
	_, err := j.Begin()
	must(t, 0, err)
	k, err := j.Record(line(t, "", "restarted it"))
	k = must(t, k, err)

	amended, err := j.Amend(k.Entry.ID, 1, "restarted payments-db-3")
	if amended = must(t, amended, err); amended.Entry.Revision != 2 || amended.Account.First != "restarted payments-db-3" {
		t.Errorf("amended %+v", amended)
	}
	_, err = j.Amend(k.Entry.ID, 1, "something else")
	refusedWith(t, err, "stale")
	_, err = j.Record(Line{Text: " \n"})
	refusedWith(t, err, "empty")
	_, err = j.Open("no such account")
	refusedWith(t, err, "missing")

	removed, err := j.Remove(k.Entry.ID)
	must(t, removed, err)
	o, err := j.Open(k.Account.ID)
	if o = must(t, o, err); len(o.Entries) != 0 || o.Account.Lines != 0 {
		t.Errorf("a removed line still shows: %+v", o)
	}
	restored, err := j.Restore(k.Entry.ID)
	must(t, restored, err)
	told, err := j.Tell(k.Account.ID)
	if told = must(t, told, err); !told.Account.Told || len(told.Entries) != 1 {
		t.Errorf("told %+v", told)
	}
}

func TestALockedJournalTakesLines(t *testing.T) {
	b := newDesk(t)
	if _, err := b.Make(t.Context(), "seven quiet herons at the weir", nil); err != nil {
		t.Fatal(err)
	}
	j := window(b)
	s, err := j.Start()
	if s = must(t, s, err); s.Vault != Locked || !s.Secured {
		t.Fatalf("start: %+v", s)
	}
	_, err = j.Accounts()
	refusedWith(t, err, "locked")
	_, err = j.Record(line(t, "", "too early"))
	refusedWith(t, err, "locked")
	_, err = j.Unlock("not this one")
	refusedWith(t, err, "passphrase")

	at, err := j.Drop(line(t, "", "paged again"))
	if at = must(t, at, err); at != "2026-11-21T03:42:00+01:00" {
		t.Errorf("dropped at %s", at)
	}
	_, err = j.Drop(Line{})
	refusedWith(t, err, "empty")

	s, err = j.Unlock("seven quiet herons at the weir")
	if s = must(t, s, err); s.Vault != Open {
		t.Fatalf("unlocked: %+v", s)
	}
	all, err := j.Accounts()
	if all = must(t, all, err); len(all) != 1 {
		t.Fatalf("accounts %+v", all)
	}
	o, err := j.Open(all[0].ID)
	if o = must(t, o, err); len(o.Entries) != 1 || o.Entries[0].Text != "paged again" || !o.Entries[0].Locked {
		t.Errorf("opened %+v", o)
	}
}

// TestNothingCrossesAsNull: the page takes every list for a list.
func TestNothingCrossesAsNull(t *testing.T) {
	j := window(newDesk(t))
	_, err := j.Begin()
	must(t, 0, err)
	all, err := j.Accounts()
	all = must(t, all, err)
	k, err := j.Record(line(t, "", "one"))
	k = must(t, k, err)
	removed, err := j.Remove(k.Entry.ID)
	must(t, removed, err)
	o, err := j.Open(k.Account.ID)
	for _, v := range []any{all, k, must(t, o, err)} {
		if b, _ := json.Marshal(v); strings.Contains(string(b), "null") {
			t.Errorf("crosses with null: %s", b)
		}
	}
}

func TestFirstWords(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		" \n one\ttwo \n\n three ": "one two three",
		strings.Repeat("ж", 90):    strings.Repeat("ж", 80) + "…",
		strings.Repeat("ж", 80):    strings.Repeat("ж", 80),
	} {
		if got := first(text); got != want {
			t.Errorf("first(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestWhatNobodySaidWhenStaysBlank: the time at which a line was recorded is not the time it speaks of.
func TestWhatNobodySaidWhenStaysBlank(t *testing.T) {
	lived := journal.At(time.Date(2026, 3, 14, 2, 50, 0, 0, time.FixedZone("EAT", 3*3600)))
	a := journal.Account{Zone: "Africa/Nairobi", Started: lived.Best}
	o := wireOpened(a, []journal.Entry{
		{Text: "Writing this before it blurs.", Recorded: now},
		{Text: "Paged.", Moment: lived, Recorded: now},
	})
	if o.Entries[0].At != "" || o.Entries[1].At != "2026-03-14T02:50:00+03:00" {
		t.Errorf("times %q and %q", o.Entries[0].At, o.Entries[1].At)
	}
	if o.Account.Day != "2026-03-13" || o.Account.Started != "2026-03-14T02:50:00+03:00" {
		t.Errorf("account %+v", o.Account)
	}
}

func TestASearchMarksWhatItFound(t *testing.T) {
	j := window(newDesk(t))
	_, err := j.Begin()
	must(t, 0, err)
	_, err = j.Record(line(t, "", "🐶 restarted the Cafe\u0301 🐶 café"))
	must(t, 0, err)
	found, err := j.Search(`CAFÉ rest`)
	if found = must(t, found, err); len(found.Entries) != 1 || found.Partly {
		t.Fatalf("found %+v", found)
	}
	if want := []Span{{3, 7}, {17, 22}, {26, 30}}; !slices.Equal(found.Entries[0].Marks, want) {
		t.Errorf("marks %v, want %v", found.Entries[0].Marks, want)
	}
	found, err = j.Search("nowhere")
	if found = must(t, found, err); found.Entries == nil || len(found.Entries) != 0 {
		t.Errorf("found %+v", found)
	}
}

func TestJoinSplitAndBack(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "paged", "restarted it", "it came back")
	split, err := a.Journal.Split(ids[1])
	if split = must(t, split, err); split.Account.ID == account || len(split.Entries) != 2 {
		t.Fatalf("split %+v", split)
	}
	joined, err := a.Journal.Join(split.Account.ID, account)
	if joined = must(t, joined, err); joined.Account.ID != account || len(joined.Entries) != 3 {
		t.Fatalf("joined %+v", joined)
	}
	// Taken back, it says where the lines are now: the window goes there.
	for _, want := range []string{split.Account.ID, account} {
		u, err := a.Journal.Undo()
		if u = must(t, u, err); u.What != journal.WasMoved || u.Account != want {
			t.Errorf("undid %+v, want the account %s", u, want)
		}
	}
	u, err := a.Journal.Redo()
	if u = must(t, u, err); u.Account != split.Account.ID {
		t.Errorf("made again %+v", u)
	}
}

func TestLinesOfAKind(t *testing.T) {
	a, _ := begun(t)
	_, ids := wrote(t, a, "paged", "restarted it", "it came back", "restarted it again")
	for _, id := range []string{ids[1], ids[3]} {
		k, err := a.Journal.AmendKind(id, journal.Action)
		must(t, k, err)
	}
	k, err := a.Journal.Remove(ids[1])
	must(t, k, err)
	found, err := a.Journal.OfKind(journal.Action)
	if found = must(t, found, err); len(found) != 1 || found[0].ID != ids[3] {
		t.Errorf("found %+v", found)
	}
	none, err := a.Journal.OfKind(journal.Idea)
	if none = must(t, none, err); none == nil || len(none) != 0 {
		t.Errorf("found %+v", none)
	}
}
