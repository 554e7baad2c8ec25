package journal_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

func TestSheet(t *testing.T) {
	ctx := context.Background()
	lines := []string{"action|0|I asked Priya Patel to fail over", "effect|14|412 jobs were waiting", "understanding|20|I thought the index was being built", "decision|30|I stopped the job"}
	t.Run("three turning points in order of time, and what is said beside them, through the same gate", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		_, err := d.SetSheet(ctx, id, journal.Sheet{Turns: []journal.EntryID{es[3].ID, es[0].ID, es[0].ID}, Ask: "why I asked Priya first ", Rather: "how Tom Berger was told"})
		if err != nil {
			t.Fatal(err)
		}
		md, draft := d.markdownOf(t, journal.Request{Account: id, Sheet: true, HideUndecided: true})
		want := "## Turning points\n\n**1 · T+00:00** I asked Engineer A to fail over\n\n**2 · T+00:30** I stopped the job\n\n" +
			"## Ask me about\n\nwhy I asked Engineer A first\n\n## I would rather not go into\n\nhow Engineer C was told\n"
		if !strings.HasSuffix(md, want) || !strings.HasPrefix(md, "# To speak from\n") {
			t.Errorf("got\n%s", md)
		}
		if draft.Words != 7+4+6+5 {
			t.Errorf("%d words", draft.Words)
		}
		r, err := d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil })
		if err != nil || !r.Sheet || len(r.Entries) != 2 {
			t.Errorf("%+v, %v", r, err)
		}
		if c, err := d.Copy(ctx, r.ID); err != nil || len(c.Lines) != 4 || c.Lines[2].Text() != "why I asked Engineer A first" {
			t.Errorf("%+v, %v", c.Lines, err)
		}
	})
	t.Run("words of it that may point at somebody are asked about, and none of the lines that stay", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, append(lines, "effect|40|4,123,882 orders were lost")...)
		_, err := d.SetSheet(ctx, id, journal.Sheet{Turns: []journal.EntryID{es[1].ID}, Rather: "my accent"})
		if err != nil {
			t.Fatal(err)
		}
		r, err := d.ReadSheet(ctx, id)
		i := slices.IndexFunc(r.Questions, func(q journal.IndirectQuestion) bool { return q.Entry == "" })
		if err != nil || i < 0 || slices.ContainsFunc(r.Questions, func(q journal.IndirectQuestion) bool { return strings.Contains(q.Words, "882") }) {
			t.Fatalf("%+v, %v", r.Questions, err)
		}
		next, err := d.NextSheet(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = d.Settle(ctx, next, r.Questions[i].ID, "how I spoke"); err != nil {
			t.Fatal(err)
		}
		if md, _ := d.markdownOf(t, journal.Request{Account: id, Sheet: true, HideUndecided: true}); !strings.Contains(md, "how I spoke") {
			t.Errorf("got\n%s", md)
		}
	})
	t.Run("what it says beside its turning points is decided about like a line", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		if _, err := d.SetSheet(ctx, id, journal.Sheet{Turns: []journal.EntryID{es[1].ID}, Ask: "the call with Thornfield"}); err != nil {
			t.Fatal(err)
		}
		var open *journal.Undecided
		if _, err := d.PrepareSheet(ctx, id, journal.Markdown); !errors.As(err, &open) || len(open.Entities) != 1 {
			t.Fatalf("got %v", err)
		}
		r, err := d.ReadSheet(ctx, id)
		if err != nil || len(r.Found) != 1 || r.Found[0].Treatment != redact.Undecided || len(r.Turns) != 1 || r.Words != 8 {
			t.Fatalf("%+v, %v", r, err)
		}
		if _, err := d.Prepare(ctx, journal.Request{Account: id, Profile: redact.ByRole, Formats: []journal.Format{journal.Markdown}}); err != nil {
			t.Errorf("the account waits for words of its sheet: %v", err)
		}
		if _, err := d.Decide(ctx, id, journal.Target{Entity: "Thornfield"}, redact.Hide, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := d.PrepareSheet(ctx, id, journal.Markdown); err != nil {
			t.Error(err)
		}
	})
	t.Run("what cannot stand on it is refused, and nothing is kept", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		background := journal.Background
		if _, err := d.Amend(ctx, es[3].ID, journal.Amendment{Share: &background}); err != nil {
			t.Fatal(err)
		}
		for name, c := range map[string]struct {
			turns []journal.EntryID
			want  error
		}{
			"a background line":       {[]journal.EntryID{es[3].ID}, journal.ErrWithheld},
			"a line that is nowhere":  {[]journal.EntryID{"nowhere"}, journal.ErrNotFound},
			"more than can be told":   {[]journal.EntryID{es[0].ID, es[1].ID, es[2].ID, d.record(t, "four", "").ID}, journal.ErrNotFound},
			"a line of nobody's sort": {[]journal.EntryID{""}, journal.ErrNotFound},
		} {
			if _, err := d.SetSheet(ctx, id, journal.Sheet{Turns: c.turns}); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
		}
		if _, err := d.PrepareSheet(ctx, id, journal.Markdown); !errors.Is(err, journal.ErrNothingChosen) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a turning point that was taken out since is not on it any more", func(t *testing.T) {
		d := open(t)
		id, es := d.told(t, lines...)
		if _, err := d.SetSheet(ctx, id, journal.Sheet{Turns: []journal.EntryID{es[0].ID, es[1].ID}}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Remove(ctx, es[0].ID); err != nil {
			t.Fatal(err)
		}
		if md, _ := d.markdownOf(t, journal.Request{Account: id, Sheet: true}); strings.Contains(md, "fail over") || !strings.Contains(md, "**1 · T+00:00** 412 jobs") {
			t.Errorf("got\n%s", md)
		}
	})
}
