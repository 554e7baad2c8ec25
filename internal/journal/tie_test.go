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

// things are what was found in the lines that leave by default, by name, with the labels they would get.
func things(t *testing.T, d *desk, a journal.AccountID) map[string]string {
	t.Helper()
	out := map[string]string{}
	treated, err := d.Review(context.Background(), a)
	for _, x := range ok(t, treated, err) {
		out[x.Entity.Name] = string(x.Treatment) + " " + x.Label
	}
	return out
}

func TestMergeAndPart(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	e := d.record(t, "Sam Lee paged me, Sam Park joined. I asked Sam.", journal.Action)
	a := e.Account
	sam, lee := journal.Target{Entity: "Sam"}, journal.Target{Entity: "Sam Lee"}
	before := state(t, d, a)
	if got := things(t, d, a); got["Sam"] != "undecided " {
		t.Fatalf("two Sams, and nobody is asked: %v", got)
	}

	one, err := d.Merge(ctx, a, sam, lee)
	if one = ok(t, one, err); one.Name != "Sam Lee" || !slices.Equal(one.Forms, []string{"Sam Lee", "Sam"}) {
		t.Fatalf("merged to %+v", one)
	}
	merged := state(t, d, a)
	if got := things(t, d, a); len(got) != 2 || got["Sam Lee"] != "replace Engineer A" || got["Sam Park"] != "replace Engineer B" {
		t.Fatalf("merged: %v", got)
	}
	// A label of their own choice does not go with the name that is another's.
	_, err = d.Decide(ctx, a, lee, redact.As, "the colleague on call")
	ok(t, 0, err)
	h, err := d.Hidden(ctx)
	if ok(t, h, err); len(h) != 1 || len(h[0].Forms) != 2 {
		t.Fatalf("hidden %+v", h)
	}
	other, err := d.Part(ctx, a, lee, "sam")
	if other = ok(t, other, err); other.Name != "Sam" {
		t.Fatalf("parted %+v", other)
	}
	if got := things(t, d, a); got["Sam Lee"] != "replace the colleague on call" || !strings.HasPrefix(got["Sam"], "replace Engineer") {
		t.Errorf("parted: %v", got)
	}
	h, err = d.Hidden(ctx)
	if ok(t, h, err); len(h) != 2 {
		t.Errorf("hidden together still: %+v", h)
	}

	for range 2 {
		_, _, err = d.Undo(ctx)
		ok(t, 0, err)
	}
	if got := state(t, d, a); got != merged {
		t.Errorf("after undo\n%s\nnot\n%s", got, merged)
	}
	s, _, err := d.Undo(ctx)
	if s = ok(t, s, err); s.What != journal.WasMerged || state(t, d, a) != before {
		t.Errorf("undid %q", s.What)
	}
	_, _, err = d.Redo(ctx)
	if ok(t, 0, err); state(t, d, a) != merged {
		t.Error("redo made something else")
	}
}

// TestMergeHidesTheNewName: where one name is hidden in every release, one that is said to be the same is hidden too.
func TestMergeHidesTheNewName(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	a := d.record(t, "I asked Zlatko, who is always awake. Then Beata Wolska joined.", journal.Action).Account
	_, err := d.Decide(ctx, a, journal.Target{Entity: "Beata Wolska"}, redact.Hide, "")
	ok(t, 0, err)
	_, err = d.Merge(ctx, a, journal.Target{Entity: "Zlatko"}, journal.Target{Entity: "Beata Wolska"})
	ok(t, 0, err)
	h, err := d.Hidden(ctx)
	if ok(t, h, err); len(h) != 1 || !slices.Contains(h[0].Forms, "Zlatko") {
		t.Errorf("hidden %+v", h)
	}
}

func TestReleaseOfAMergedPair(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	a, _ := d.told(t, "effect|0|Sam Lee paged me, Sam Park joined.", "action|1|I asked Sam.")
	_, err := d.Merge(ctx, a, journal.Target{Entity: "Sam"}, journal.Target{Entity: "Sam Park"})
	ok(t, 0, err)
	_, err = d.Classify(ctx, a, journal.Target{Entity: "Sam Lee"}, "Manager")
	ok(t, 0, err)
	r := journal.Request{Account: a}
	text, first := d.markdownOf(t, r)
	if !strings.Contains(text, "Manager A paged me, Engineer A joined") || !strings.Contains(text, "I asked Engineer A") {
		t.Errorf("reads\n%s", text)
	}
	_, again := d.markdownOf(t, r)
	for f := range first.Files {
		if string(first.Files[f].Bytes()) != string(again.Files[f].Bytes()) {
			t.Errorf("the same %s twice differs", f)
		}
	}
	if first.Release.Fingerprint != again.Release.Fingerprint {
		t.Error("the same release twice has two fingerprints")
	}
}

func TestTiesRefused(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	a := d.record(t, "At 03:42 I asked Priya.", journal.Action).Account
	priya := journal.Target{Entity: "Priya"}
	for what, c := range map[string]struct{ got, want error }{
		"with nothing":    {second(d.Merge(ctx, a, priya, journal.Target{Entity: "nobody"})), journal.ErrNotFound},
		"of nothing":      {second(d.Merge(ctx, a, journal.Target{Pattern: "nobody"}, priya)), journal.ErrNotFound},
		"with a time":     {second(d.Merge(ctx, a, priya, journal.Target{Entity: "03:42"})), redact.ErrNotTied},
		"its only name":   {second(d.Part(ctx, a, priya, "Priya")), redact.ErrNotTied},
		"no such class":   {second(d.Classify(ctx, a, priya, "culprit")), journal.ErrNoClass},
		"a time as class": {second(d.Classify(ctx, a, journal.Target{Entity: "03:42"}, "host")), redact.ErrNotTied},
	} {
		if !errors.Is(c.got, c.want) {
			t.Errorf("%s: %v, want %v", what, c.got, c.want)
		}
	}
	if _, h, err := d.Undo(ctx); err != nil || len(h.Undone) != 0 {
		t.Error("what was refused can be undone")
	}
}

func second[T any](_ T, err error) error { return err }
