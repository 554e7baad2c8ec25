package journal_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// asked are the questions about what leaves by default, by their words.
func asked(t *testing.T, d *desk, r journal.Request) map[string]journal.IndirectQuestion {
	t.Helper()
	qs, err := d.Questions(context.Background(), r)
	out := map[string]journal.IndirectQuestion{}
	for _, q := range ok(t, qs, err) {
		out[q.Words] = q
	}
	return out
}

// released is the Markdown of a release, and the draft it came from.
func released(t *testing.T, d *desk, r journal.Request) (string, journal.Draft) {
	t.Helper()
	r.Formats, r.HideUndecided = []journal.Format{journal.Markdown}, true
	draft, err := d.Prepare(context.Background(), r)
	ok(t, 0, err)
	return string(draft.Files[journal.Markdown].Bytes()), draft
}

func TestSettle(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "Priya Patel and a team of three lost 4,217,933 payments. She was calm, her team too.", journal.Effect)
	r := journal.Request{Account: e.Account}

	qs := asked(t, d, r)
	if got := slices.Sorted(maps.Keys(qs)); strings.Join(got, "|") != "4,217,933|She was|a team of three" {
		t.Fatalf("asked about %q", got)
	}
	for words, q := range qs {
		if got := e.Text[q.Start:q.End]; got != words || q.Entry != e.ID {
			t.Errorf("%q is said to stand where %q does", words, got)
		}
	}
	before := state(t, d, e.Account)

	// The suggestion, other words, every place of a pronoun: all stand in the file, and nothing is asked twice.
	for words, with := range map[string]string{"4,217,933": "", "a team of three": "some of us", "She was": ""} {
		_, err := d.Settle(ctx, r, qs[words].ID, with)
		ok(t, 0, err)
	}
	if left := asked(t, d, r); len(left) != 0 {
		t.Errorf("asked again: %v", left)
	}
	text, _ := released(t, d, r)
	if want := "Engineer A and some of us lost about 4 million payments. They were calm, their team too."; !strings.Contains(text, want) {
		t.Errorf("%q is not in\n%s", want, text)
	}
	if hidden, err := d.Hidden(ctx); len(ok(t, hidden, err)) != 0 {
		t.Errorf("an answer for one account is hidden in all: %+v", hidden)
	}

	// It is a decision like others: another label, or the words stay after all.
	target := journal.Target{Entity: "a team of three"}
	_, err := d.Decide(ctx, e.Account, target, redact.As, "a few people")
	ok(t, 0, err)
	if text, _ := released(t, d, r); !strings.Contains(text, "and a few people lost") {
		t.Errorf("another label is not in\n%s", text)
	}
	_, err = d.Decide(ctx, e.Account, target, redact.Keep, "")
	ok(t, 0, err)
	if text, _ := released(t, d, r); !strings.Contains(text, "and a team of three lost") {
		t.Errorf("what was to stay is not in\n%s", text)
	}
	if left := asked(t, d, r); len(left) != 0 {
		t.Errorf("asked again: %v", left)
	}

	// All of it can be taken back.
	for range 5 {
		_, _, err := d.Undo(ctx)
		ok(t, 0, err)
	}
	if after := state(t, d, e.Account); after != before || len(asked(t, d, r)) != len(qs) {
		t.Errorf("taken back to\n%s\nnot\n%s", after, before)
	}
}

// TestLeave: words that were left stay in one release; the next one, of other lines, asks again.
func TestLeave(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "We are a team of three.", journal.Note)
	more := d.record(t, "The queue was empty then.", journal.Effect)
	r := journal.Request{Account: e.Account, Entries: []journal.EntryID{e.ID}}
	_, err := d.Leave(ctx, r, asked(t, d, r)["a team of three"].ID)
	ok(t, 0, err)
	text, draft := released(t, d, r)
	if len(asked(t, d, r)) != 0 || !strings.Contains(text, "a team of three") {
		t.Error("what was left is asked about, or gone")
	}
	_, err = d.Release(ctx, draft, func(map[journal.Format]redact.Verified) error { return nil })
	ok(t, 0, err)
	if len(asked(t, d, r)) != 0 {
		t.Error("the same release asks again")
	}
	r.Entries = append(r.Entries, more.ID)
	if len(asked(t, d, r)) != 1 {
		t.Error("another release does not ask again")
	}
	_, err = d.Settle(ctx, r, "q-none", "")
	if !errors.Is(err, journal.ErrNotFound) {
		t.Errorf("no such question: %v", err)
	}
}
