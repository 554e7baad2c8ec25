package journal_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// leave releases what is asked for, as Markdown, and returns its record and its bytes.
func (d *desk) leave(t *testing.T, r journal.Request) (journal.Release, string) {
	t.Helper()
	md, draft := d.markdownOf(t, r)
	rel, err := d.Release(context.Background(), draft, func(map[journal.Format]redact.Verified) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	return rel, md
}

// addressed says for whom the next release is.
func (d *desk) addressed(t *testing.T, id journal.AccountID, audience string) {
	t.Helper()
	if err := d.Address(context.Background(), id, redact.ByRole, audience); err != nil {
		t.Fatal(err)
	}
}

func (d *desk) overlaps(t *testing.T, r journal.Release) []journal.Overlap {
	t.Helper()
	os, err := d.Overlaps(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return os
}

func TestReleasesAreKept(t *testing.T) {
	ctx := context.Background()
	t.Run("a release can be shown again exactly, whatever was written since", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, "action|0|I asked Priya Patel to restart db-prod-03", "effect|4|errors fell")
		r, md := d.leave(t, journal.Request{Account: id})
		text := "I restarted it"
		if _, err := d.Amend(ctx, es[0].ID, journal.Amendment{Text: &text}); err != nil {
			t.Fatal(err)
		}
		again, err := d.Again(ctx, r, journal.Markdown)
		if err != nil || string(again.Bytes()) != md {
			t.Errorf("%v, the same bytes: %v", err, string(again.Bytes()) == md)
		}
		if _, err := d.Again(ctx, r, journal.PDF); !errors.Is(err, journal.ErrNoCopy) {
			t.Errorf("a file that never left: %v", err)
		}
	})
	t.Run("a secret is in no copy, not even beside the file", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, "action|0|the password is Winter2024!x and it worked")
		r, _ := d.leave(t, journal.Request{Account: id})
		c, err := d.Copy(ctx, r.ID)
		if err != nil || len(c.Things) != 1 || c.Things[0].Forms != nil || strings.Contains(c.Lines[0].Text(), "Winter") {
			t.Errorf("%+v, %v", c.Things, err)
		}
	})
	t.Run("the same document for the same audience is one release, however often it leaves", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, "action|0|I restarted the queue", "effect|4|errors fell")
		first, _ := d.leave(t, journal.Request{Account: id})
		d.now = d.now.Add(time.Hour)
		again, _ := d.leave(t, journal.Request{Account: id})
		if again.ID != first.ID || !again.At.Equal(first.At) || len(again.Left) != 2 || !again.Left[1].At.Equal(d.now) {
			t.Errorf("%+v, then %+v", first, again)
		}
		d.addressed(t, id, "the team")
		if other, _ := d.leave(t, journal.Request{Account: id}); other.ID == first.ID {
			t.Error("another audience, and the same release")
		}
		if less, _ := d.leave(t, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}}); less.ID == first.ID {
			t.Error("other lines, and the same release")
		}
		if rs, err := d.Releases(ctx, id); err != nil || len(rs) != 3 {
			t.Errorf("%d releases, %v", len(rs), err)
		}
	})
	t.Run("erasing the account takes its releases and their copies along", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, "action|0|restarted it")
		r, _ := d.leave(t, journal.Request{Account: id})
		if err := d.Erase(ctx, id); err != nil {
			t.Fatal(err)
		}
		if _, err := d.store.Copy(ctx, r.ID); !errors.Is(err, journal.ErrNotFound) {
			t.Errorf("got %v", err)
		}
	})
}

func TestRecognise(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	id, _ := d.told(t, "action|0|I restarted the queue", "effect|4|errors fell")
	r, md := d.leave(t, journal.Request{Account: id})
	for name, c := range map[string]struct {
		file         string
		found, exact bool
	}{
		"the very file":                         {md, true, true},
		"with other line ends":                  {strings.ReplaceAll(md, "\n", "\r\n"), true, false},
		"with a mark at its head and no end":    {"\ufeff" + strings.TrimSpace(md), true, false},
		"with a word more":                      {md + "\nby me", false, false},
		"nothing at all":                        {"", false, false},
		"bytes that are no text":                {"\x00\xff", false, false},
		"another document of the same headings": {strings.Replace(md, "queue", "cache", 1), false, false},
	} {
		got, err := d.Recognise(ctx, []byte(c.file))
		if err != nil || (len(got) == 1) != c.found || c.found && (got[0].Release.ID != r.ID || got[0].Exact != c.exact || got[0].Format != journal.Markdown) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestSupersede(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	id, es := d.told(t, "action|0|I restarted the queue", "effect|4|errors fell")
	d.addressed(t, id, "Payments review")
	first, _ := d.leave(t, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}})
	d.now = d.now.Add(time.Hour)
	d.addressed(t, id, "payments review ")
	_, draft := d.markdownOf(t, journal.Request{Account: id})
	if draft.Before.ID != first.ID {
		t.Fatalf("offered %q, want the one for the same people", draft.Before.ID)
	}
	draft.Release.Supersedes = first.ID
	second, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil })
	if err != nil || second.Supersedes != first.ID {
		t.Fatalf("%+v, %v", second, err)
	}
	if rs, _ := d.Releases(ctx, id); len(rs) != 2 {
		t.Errorf("%d releases, want both", len(rs))
	}
	if _, again := d.markdownOf(t, journal.Request{Account: id, Entries: []journal.EntryID{es[1].ID}}); again.Before.ID != second.ID {
		t.Error("one whose place is taken is offered again")
	}
	if r, err := d.Supersede(ctx, second.ID, ""); err != nil || r.Supersedes != "" {
		t.Errorf("%+v, %v", r, err)
	}
	if _, _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if r, _ := d.ReleaseNamed(ctx, second.ID); r.Supersedes != first.ID {
		t.Error("undo did not bring it back")
	}
	d.addressed(t, id, "the board")
	other, _ := d.leave(t, journal.Request{Account: id})
	for name, pair := range map[string][2]journal.ReleaseID{
		"for others": {other.ID, second.ID}, "itself": {second.ID, second.ID}, "the earlier of the later": {first.ID, second.ID},
	} {
		if _, err := d.Supersede(ctx, pair[0], pair[1]); !errors.Is(err, journal.ErrOtherAudience) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, draft = d.markdownOf(t, journal.Request{Account: id, Entries: []journal.EntryID{es[1].ID}})
	draft.Release.Supersedes = first.ID
	saved := false
	if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { saved = true; return nil }); !errors.Is(err, journal.ErrOtherAudience) || saved {
		t.Errorf("a release that may not take that place: %v, saved %v", err, saved)
	}
}

func TestWithdraw(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	id, _ := d.told(t, "action|0|I restarted the queue")
	d.addressed(t, id, "the team")
	first, md := d.leave(t, journal.Request{Account: id})
	d.now = d.now.Add(time.Hour)
	if r, err := d.Withdraw(ctx, first.ID, true); err != nil || !r.Withdrawn.Equal(d.now) {
		t.Fatalf("%+v, %v", r, err)
	}
	if again, err := d.Again(ctx, first, journal.Markdown); err != nil || string(again.Bytes()) != md {
		t.Errorf("what was withdrawn is gone: %v", err)
	}
	if found, _ := d.Recognise(ctx, []byte(md)); len(found) != 1 || found[0].Release.Withdrawn.IsZero() {
		t.Error("a file of it is not known any more")
	}
	later, _ := d.leave(t, journal.Request{Account: id})
	if later.ID == first.ID {
		t.Error("it left again under the record of a withdrawn release")
	}
	if o := d.overlaps(t, later); len(o) != 1 || !o[0].Same {
		t.Errorf("a withdrawn one is out all the same: %+v", o)
	}
	if _, _, err := d.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if r, _ := d.ReleaseNamed(ctx, first.ID); !r.Withdrawn.IsZero() {
		t.Error("undo left it withdrawn")
	}
	if _, err := d.Withdraw(ctx, "nothing", true); !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

func TestOverlaps(t *testing.T) {
	lines := []string{
		"action|0|I asked Priya Patel to fail over the primary of the payment queue",
		"effect|14|412 jobs were waiting in the payment queue by then",
		"understanding|20|Tom Berger and I thought that the index was being built",
	}
	t.Run("a named release takes the mask off an earlier one, and that is known before it leaves", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		d.leave(t, journal.Request{Account: id})
		_, draft := d.markdownOf(t, journal.Request{Account: id, Profile: redact.Named, Entries: []journal.EntryID{es[0].ID, es[1].ID}})
		if len(draft.Overlaps) != 1 {
			t.Fatalf("%+v", draft.Overlaps)
		}
		o := draft.Overlaps[0]
		if len(o.Lines) != 2 || o.Intervals != 2 || strings.Join(o.Figures, " ") != "412" || !o.Kept || o.Same || !o.Tells() {
			t.Errorf("%+v", o)
		}
		if len(o.Unmasked) != 1 || o.Unmasked[0].Name != "Priya Patel" || o.Unmasked[0].Label != "Engineer A" || !o.Unmasked[0].Earlier || len(o.Unmasked[0].Lines) != 1 {
			t.Errorf("%+v", o.Unmasked)
		}
	})
	t.Run("what an earlier release told already cannot be hidden by this one", func(t *testing.T) {
		d := open(t)
		id, _ := d.told(t, lines...)
		d.leave(t, journal.Request{Account: id, Profile: redact.Named})
		later, _ := d.leave(t, journal.Request{Account: id})
		o := d.overlaps(t, later)[0]
		if len(o.Lines) != 3 || len(o.Unmasked) != 2 || o.Unmasked[0].Earlier || o.Unmasked[0].Name != "Priya Patel" {
			t.Errorf("%+v", o)
		}
	})
	t.Run("two labels of one person are brought together by a line that stands in both", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		d.leave(t, journal.Request{Account: id})
		later, _ := d.leave(t, journal.Request{Account: id, Entries: []journal.EntryID{es[2].ID}})
		o := d.overlaps(t, later)[0]
		if len(o.Joined) != 1 || o.Joined[0].Label != "Engineer A" || o.Joined[0].Before != "Engineer C" || len(o.Unmasked) != 0 {
			t.Errorf("%+v", o)
		}
	})
	t.Run("releases without a line in common tell nothing of each other", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		d.leave(t, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}})
		later, _ := d.leave(t, journal.Request{Account: id, Profile: redact.Named, Entries: []journal.EntryID{es[1].ID, es[2].ID}})
		if o := d.overlaps(t, later)[0]; len(o.Lines) != 0 || o.Tells() {
			t.Errorf("%+v", o)
		}
	})
	t.Run("a line that was written anew is another line for who reads both", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		d.leave(t, journal.Request{Account: id})
		text := "Somebody moved the database over"
		if _, err := d.Amend(context.Background(), es[0].ID, journal.Amendment{Text: &text}); err != nil {
			t.Fatal(err)
		}
		moment := journal.At(night.Add(5 * time.Hour))
		if _, err := d.Amend(context.Background(), es[0].ID, journal.Amendment{Moment: &moment}); err != nil {
			t.Fatal(err)
		}
		later, _ := d.leave(t, journal.Request{Account: id, Entries: []journal.EntryID{es[0].ID}})
		if o := d.overlaps(t, later)[0]; len(o.Lines) != 0 {
			t.Errorf("%+v", o)
		}
	})
	t.Run("of a release without a copy only the lines that both hold are known", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		old := journal.Release{ID: "old", Account: id, At: night, Profile: redact.ByRole, Entries: []journal.EntryID{es[0].ID}, Fingerprint: "f", Checksums: map[string]string{}}
		if err := d.store.Apply(context.Background(), journal.Change{Releases: []journal.Release{old}}); err != nil {
			t.Fatal(err)
		}
		_, draft := d.markdownOf(t, journal.Request{Account: id})
		if o := draft.Overlaps[0]; o.Kept || len(o.Lines) != 1 || o.Tells() {
			t.Errorf("%+v", o)
		}
	})
}

// What is kept of a release is the file, not a picture of it: the bytes that a person would compare.
func TestCopyHoldsTheBytes(t *testing.T) {
	d := open(t)
	id, _ := d.told(t, "action|0|I restarted the queue")
	r, md := d.leave(t, journal.Request{Account: id})
	c, err := d.Copy(context.Background(), r.ID)
	if err != nil || !bytes.Equal(c.Files[journal.Markdown], []byte(md)) {
		t.Errorf("%v", err)
	}
}
