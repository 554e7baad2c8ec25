package journal_test

import (
	"context"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// twoNights are accounts of January and of March, with the same people in them.
func twoNights(t *testing.T) (d *desk, first, second []journal.Entry) {
	t.Helper()
	d = open(t)
	write := func(texts ...string) (es []journal.Entry) {
		for i, text := range texts {
			kind := []journal.Kind{journal.Effect, journal.Action, journal.Learning}[i]
			es = append(es, d.record(t, text, kind))
			d.now = d.now.Add(7 * time.Minute)
		}
		return es
	}
	first = write("at 02:31 Priya Patel saw pg-replica-07 fall behind", "restarted pg-replica-07 with Priya", "drain pg-replica-07 first")
	d.now = d.now.AddDate(0, 2, 3).Add(5 * time.Hour)
	second = write("Jonas Weber called, pg-replica-07 again", "Priya Patel had drained it by 09:20", "ask Jonas first")
	return d, first, second
}

func ids(es ...journal.Entry) (out []journal.EntryID) {
	for _, e := range es {
		out = append(out, e.ID)
	}
	return out
}

func TestCaseFile(t *testing.T) {
	ctx := context.Background()
	prepare := func(t *testing.T, d *desk, name string, lines ...journal.Entry) (journal.Draft, string) {
		t.Helper()
		c, err := d.BeginCase(ctx, journal.NewCase{Name: name, Chosen: ids(lines...)})
		if err != nil {
			t.Fatal(err)
		}
		draft, err := d.Prepare(ctx, journal.Request{Account: c.ID, Profile: redact.ByRole, Formats: []journal.Format{journal.Markdown}, HideUndecided: true})
		if err != nil {
			t.Fatal(err)
		}
		return draft, string(draft.Files[journal.Markdown].Bytes())
	}
	t.Run("one thing has one label in all accounts, and nobody is named", func(t *testing.T) {
		d, first, second := twoNights(t)
		_, md := prepare(t, d, "", slices.Concat(first, second)...)
		for _, name := range []string{"Priya", "Patel", "Jonas", "Weber", "replica-07"} {
			if strings.Contains(md, name) {
				t.Errorf("%s is in it:\n%s", name, md)
			}
		}
		one, two, found := strings.Cut(md, "Case 2")
		if !found || !strings.Contains(one, "Case 1") {
			t.Fatalf("an account has no heading:\n%s", md)
		}
		labels := func(s string) map[string]bool {
			out := map[string]bool{}
			for _, l := range regexp.MustCompile(`Engineer [A-Z]|host \d`).FindAllString(s, -1) {
				out[l] = true
			}
			return out
		}
		if a, b := labels(one), labels(two); len(a) != 2 || len(b) != 3 || slices.ContainsFunc(slices.Collect(maps.Keys(a)), func(l string) bool { return !b[l] }) {
			t.Errorf("labels %v and %v\n%s", a, b, md)
		}
	})
	t.Run("each account counts from a time zero of its own, and the distance between them is not told", func(t *testing.T) {
		d, first, second := twoNights(t)
		_, md := prepare(t, d, "", slices.Concat(first, second)...)
		if n := strings.Count(md, "T+00:00"); n < 2 {
			t.Errorf("T+00:00 stands there %d times\n%s", n, md)
		}
		for _, clock := range regexp.MustCompile(`T[+-](\d\d+):\d\d`).FindAllStringSubmatch(md, -1) {
			if clock[1] > "01" || len(clock[1]) > 2 {
				t.Errorf("%s tells how far apart they are\n%s", clock[0], md)
			}
		}
	})
	t.Run("it holds the chosen lines and no other, and never one that may not be quoted", func(t *testing.T) {
		d, first, second := twoNights(t)
		_, md := prepare(t, d, "", first[2], second[2])
		if !strings.Contains(md, "drain") || !strings.Contains(md, "ask") || strings.Contains(md, "restarted") || strings.Contains(md, "fall behind") {
			t.Error(md)
		}
		background := journal.Background
		if _, err := d.Amend(ctx, first[1].ID, journal.Amendment{Share: &background}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.BeginCase(ctx, journal.NewCase{Chosen: ids(first[1], first[2])}); !errors.Is(err, journal.ErrWithheld) {
			t.Error(err)
		}
		c, err := d.BeginCase(ctx, journal.NewCase{Lines: ids(first[1], first[2])}) // one that is only offered is left out
		if err != nil || len(c.Lines) != 1 {
			t.Error(c, err)
		}
		if _, err := d.BeginCase(ctx, journal.NewCase{}); !errors.Is(err, journal.ErrNothingChosen) {
			t.Error(err)
		}
		if _, err := d.BeginCase(ctx, journal.NewCase{Lines: ids(first[1])}); !errors.Is(err, journal.ErrWithheld) {
			t.Error(err)
		}
	})
	t.Run("what was kept for one release of one account is asked about again", func(t *testing.T) {
		d, first, second := twoNights(t)
		if _, err := d.Decide(ctx, first[0].Account, journal.Target{Pattern: "drain"}, redact.Keep, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Decide(ctx, second[0].Account, journal.Target{Pattern: "Jonas"}, redact.Keep, ""); err != nil {
			t.Fatal(err)
		}
		draft, md := prepare(t, d, "", second[2])
		if strings.Contains(md, "Jonas") || len(draft.Treated) == 0 {
			t.Error(md)
		}
	})
	t.Run("its title is treated as a line, and an account's own is hidden", func(t *testing.T) {
		d, first, second := twoNights(t)
		if _, err := d.Describe(ctx, first[0].Account, journal.About{Title: "The Marmalade night"}); err != nil {
			t.Fatal(err)
		}
		_, md := prepare(t, d, "What Priya Patel taught us", first[2], second[2])
		if !strings.Contains(md, "taught us") || strings.Contains(md, "Priya") {
			t.Error(md)
		}
	})
	t.Run("it is kept as any release, and every account knows what left of it, and only of it", func(t *testing.T) {
		d, first, second := twoNights(t)
		draft, md := prepare(t, d, "", first[2], second[1], second[2])
		save := func(map[journal.Format]redact.Verified) error { return nil }
		rel, err := d.Release(ctx, draft, save)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Release(ctx, draft, save); err != nil { // once more: the same release
			t.Fatal(err)
		}
		kept, err := d.Releases(ctx, rel.Account)
		if err != nil || len(kept) != 1 || !kept[0].CaseFile || len(kept[0].Left) != 2 || len(kept[0].Entries) != 3 {
			t.Fatalf("%+v, %v", kept, err)
		}
		if v, err := d.Again(ctx, kept[0], journal.Markdown); err != nil || string(v.Bytes()) != md {
			t.Error("not byte for byte", err)
		}
		if found, err := d.Recognise(ctx, []byte(md)); err != nil || len(found) != 1 || found[0].Release.ID != rel.ID {
			t.Errorf("%+v, %v", found, err)
		}
		for i, want := range [][]journal.EntryID{ids(first[2]), ids(second[1], second[2])} {
			account := []journal.Entry{first[0], second[0]}[i].Account
			parts, err := d.Releases(ctx, account)
			if err != nil || len(parts) != 1 || !slices.Equal(parts[0].Entries, want) || parts[0].Part == nil || parts[0].Part.Release != rel.ID {
				t.Fatalf("account %d: %+v, %v", i, parts, err)
			}
			c, err := d.Copy(ctx, parts[0].ID)
			if err != nil || len(c.Lines) != len(want) || len(c.Files) != 0 {
				t.Errorf("account %d keeps %+v, %v", i, c, err)
			}
			if a, _, _ := d.Account(ctx, account); a.State != journal.Released {
				t.Errorf("state %s", a.State)
			}
		}
		// What becomes of the whole becomes of its parts.
		parts, _ := d.Releases(ctx, first[0].Account)
		if _, err := d.Withdraw(ctx, parts[0].ID, true); err != nil {
			t.Fatal(err)
		}
		if parts, _ = d.Releases(ctx, second[0].Account); parts[0].Withdrawn.IsZero() {
			t.Error("a part is not withdrawn")
		}
	})
	t.Run("nothing is recorded that was not saved", func(t *testing.T) {
		d, first, second := twoNights(t)
		draft, _ := prepare(t, d, "", first[2], second[2])
		full := errors.New("disk full")
		if _, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return full }); !errors.Is(err, full) {
			t.Error(err)
		}
		for _, id := range []journal.AccountID{first[0].Account, draft.Release.Account} {
			if kept, err := d.Releases(ctx, id); len(kept) != 0 || err != nil {
				t.Error(kept, err)
			}
		}
	})
	t.Run("who holds it and a release of one of its accounts is told what the two say together", func(t *testing.T) {
		d, first, second := twoNights(t)
		own, err := d.Prepare(ctx, journal.Request{Account: second[0].Account, Profile: redact.Named, Formats: []journal.Format{journal.Markdown}, HideUndecided: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.Release(ctx, own, func(map[journal.Format]redact.Verified) error { return nil }); err != nil {
			t.Fatal(err)
		}
		draft, _ := prepare(t, d, "", slices.Concat(first, second)...)
		if len(draft.Overlaps) != 1 || len(draft.Overlaps[0].Unmasked) == 0 {
			t.Errorf("%+v", draft.Overlaps)
		}
	})
	t.Run("to erase one of its accounts is to erase it, and what undo remembers of it", func(t *testing.T) {
		d, first, second := twoNights(t)
		draft, md := prepare(t, d, "", first[2], second[2])
		rel, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Choose(ctx, rel.Account, ids(first[2]), false); err != nil {
			t.Fatal(err)
		}
		if err := d.Erase(ctx, first[0].Account); err != nil {
			t.Fatal(err)
		}
		if all, err := d.Cases(ctx); err != nil || len(all) != 0 {
			t.Error(all, err)
		}
		if found, err := d.Recognise(ctx, []byte(md)); err != nil || len(found) != 0 {
			t.Error(found, err)
		}
		if s, _, err := d.Undo(ctx); err != nil || s.Account == rel.Account {
			t.Error(s, err)
		}
		// The other account still knows what left of it.
		if parts, err := d.Releases(ctx, second[0].Account); err != nil || len(parts) != 1 {
			t.Error(parts, err)
		}
	})
}

func TestReviewOfACaseFile(t *testing.T) {
	ctx := context.Background()
	d, first, second := twoNights(t)
	c, err := d.BeginCase(ctx, journal.NewCase{Lines: ids(slices.Concat(first, second)...), Chosen: ids(first[2])})
	if err != nil {
		t.Fatal(err)
	}
	read := func() journal.Reading {
		t.Helper()
		r, err := d.Read(ctx, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := read(); len(r.Lines) != 6 || len(r.Accounts) != 2 || r.Lines[0].Entry.ID != first[0].ID || !r.Lines[2].Chosen || r.Lines[3].Chosen {
		t.Fatalf("%+v", r)
	}
	// Lines are taken, and left again by undo, and stay as they are in their accounts.
	if err := d.Choose(ctx, c.ID, ids(second[0], second[1]), true); err != nil {
		t.Fatal(err)
	}
	if r := read(); !r.Lines[3].Chosen || !r.Lines[4].Chosen || r.Lines[4].Clock.Minutes != 7 || r.Lines[2].Clock.Minutes != 0 {
		t.Errorf("%+v", r.Lines)
	}
	if own, err := d.Read(ctx, second[0].Account); err != nil || own.Lines[0].Chosen {
		t.Error("it is chosen in its account", err)
	}
	if _, _, err := d.Undo(ctx); err != nil || read().Lines[3].Chosen {
		t.Error("undo", err)
	}
	if _, _, err := d.Redo(ctx); err != nil || !read().Lines[3].Chosen {
		t.Error("redo", err)
	}
	// A decision is the case file's own, and one to hide travels.
	if _, err := d.Decide(ctx, c.ID, journal.Target{Pattern: "Jonas"}, redact.As, "the caller"); err != nil {
		t.Fatal(err)
	}
	if text := read().Lines[3].Pieces[0].Text; text != "The caller" {
		t.Errorf("%q", text)
	}
	if _, err := d.Decide(ctx, second[0].Account, journal.Target{Pattern: "Jonas"}, redact.As, "a colleague"); err != nil {
		t.Fatal(err)
	}
	again, err := d.BeginCase(ctx, journal.NewCase{Lines: ids(slices.Concat(second, first)...)})
	if err != nil || again.ID != c.ID || len(again.Chosen) != 3 {
		t.Fatal("another one was begun", again, err)
	}
	if text := read().Lines[3].Pieces[0].Text; text != "The caller" {
		t.Errorf("%q", text)
	}
	// It has a name, which is treated too, and can be put aside.
	if err := d.Address(ctx, c.ID, redact.Generalised, "the guild"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.NameCase(ctx, c.ID, " Two nights "); err != nil {
		t.Fatal(err)
	}
	if r := read(); r.Account.Codename != "Two nights" || r.Audience != "the guild" || r.Profile != redact.Generalised {
		t.Errorf("%+v", r)
	}
	all, err := d.Cases(ctx)
	if err != nil || len(all) != 1 || all[0].Words != "drain pg-replica-07 first" {
		t.Errorf("%+v, %v", all, err)
	}
	if _, err := d.PutAside(ctx, c.ID, true); err != nil {
		t.Fatal(err)
	}
	if all, err := d.Cases(ctx); err != nil || len(all) != 0 {
		t.Error(all, err)
	}
	// What is not there any more is not offered.
	if _, err := d.Remove(ctx, first[2].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Bin(ctx, second[0].Account); err != nil {
		t.Fatal(err)
	}
	if r := read(); len(r.Lines) != 2 || len(r.Accounts) != 1 {
		t.Errorf("%+v", r)
	}
	if _, err := d.PrepareChosen(ctx, c.ID, journal.Markdown); !errors.Is(err, journal.ErrNothingChosen) {
		t.Error(err)
	}
}
