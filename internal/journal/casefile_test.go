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
	prepare := func(t *testing.T, d *desk, c journal.Case) (journal.CaseDraft, string) {
		t.Helper()
		c.Formats, c.HideUndecided = []journal.Format{journal.Markdown}, true
		draft, err := d.PrepareCase(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		return draft, string(draft.Files[journal.Markdown].Bytes())
	}
	t.Run("one thing has one label in all accounts, and nobody is named", func(t *testing.T) {
		d, first, second := twoNights(t)
		_, md := prepare(t, d, journal.Case{Entries: ids(slices.Concat(first, second)...)})
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
		_, md := prepare(t, d, journal.Case{Entries: ids(slices.Concat(first, second)...)})
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
		_, md := prepare(t, d, journal.Case{Entries: ids(first[2], second[2])})
		if !strings.Contains(md, "drain") || !strings.Contains(md, "ask") || strings.Contains(md, "restarted") || strings.Contains(md, "fall behind") {
			t.Error(md)
		}
		background := journal.Background
		if _, err := d.Amend(ctx, first[1].ID, journal.Amendment{Share: &background}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.PrepareCase(ctx, journal.Case{Entries: ids(first[1], first[2]), Formats: []journal.Format{journal.Markdown}}); !errors.Is(err, journal.ErrWithheld) {
			t.Error(err)
		}
		if _, err := d.PrepareCase(ctx, journal.Case{}); !errors.Is(err, journal.ErrNothingChosen) {
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
		var open *journal.Undecided
		_, err := d.PrepareCase(ctx, journal.Case{Entries: ids(second[2]), Formats: []journal.Format{journal.Markdown}})
		if err != nil && !errors.As(err, &open) {
			t.Fatal(err)
		}
		if draft, md := prepare(t, d, journal.Case{Entries: ids(second[2])}); strings.Contains(md, "Jonas") || len(draft.Treated) == 0 {
			t.Error(md)
		}
	})
	t.Run("its title is treated as a line, and an account's own is hidden", func(t *testing.T) {
		d, first, second := twoNights(t)
		if _, err := d.Describe(ctx, first[0].Account, journal.About{Title: "The Marmalade night"}); err != nil {
			t.Fatal(err)
		}
		_, md := prepare(t, d, journal.Case{Name: "What Priya Patel taught us", Entries: ids(first[2], second[2])})
		if !strings.Contains(md, "taught us") || strings.Contains(md, "Priya") {
			t.Error(md)
		}
	})
	t.Run("every account knows what left of it, and only of it", func(t *testing.T) {
		d, first, second := twoNights(t)
		draft, _ := prepare(t, d, journal.Case{Entries: ids(first[2], second[1], second[2])})
		saved := false
		rs, err := d.ReleaseCase(ctx, draft, func(files map[journal.Format]redact.Verified) error {
			saved = len(files) == 1
			return nil
		})
		if err != nil || !saved || len(rs) != 2 {
			t.Fatalf("%v, saved %v, %d releases", err, saved, len(rs))
		}
		for i, want := range [][]journal.EntryID{ids(first[2]), ids(second[1], second[2])} {
			kept, err := d.Releases(ctx, rs[i].Account)
			if err != nil || len(kept) != 1 || !slices.Equal(kept[0].Entries, want) || kept[0].Checksums["md"] == "" {
				t.Errorf("account %d: %+v, %v", i, kept, err)
			}
			c, err := d.Copy(ctx, rs[i].ID)
			if err != nil || len(c.Lines) != len(want) || len(c.Files) != 0 {
				t.Errorf("account %d keeps %+v, %v", i, c, err)
			}
		}
		if a, _, _ := d.Account(ctx, first[0].Account); a.State != journal.Released {
			t.Errorf("state %s", a.State)
		}
		full := errors.New("disk full")
		if _, err := d.ReleaseCase(ctx, draft, func(map[journal.Format]redact.Verified) error { return full }); !errors.Is(err, full) {
			t.Error(err)
		}
		if kept, _ := d.Releases(ctx, rs[0].Account); len(kept) != 1 {
			t.Error("what was not saved is recorded")
		}
	})
}
