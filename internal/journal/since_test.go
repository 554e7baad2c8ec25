package journal_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func TestSince(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	stays, changes, goes := d.record(t, "stays", ""), d.record(t, "the replica was behind", ""), d.record(t, "goes", "")
	if got := journal.Since(nil, nil); got != nil {
		t.Errorf("without a telling %v", got)
	}
	if _, err := d.Tell(ctx, stays.Account); err != nil {
		t.Fatal(err)
	}
	text := "the second replica was behind by far"
	if _, err := d.Amend(ctx, changes.ID, journal.Amendment{Text: &text}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Remove(ctx, goes.ID); err != nil {
		t.Fatal(err)
	}
	comes, err := d.Record(ctx, journal.Line{Account: stays.Account, Text: "comes", Recorded: d.now.Add(time.Minute)})
	ok(t, comes, err)
	a, es, err := d.Account(ctx, stays.Account)
	a = ok(t, a, err)
	var got []string
	for _, l := range journal.Since(a.Telling, es) {
		s := fmt.Sprintf("%v %s", map[journal.EntryID]string{changes.ID: "changes", goes.ID: "goes", comes.ID: "comes"}[l.Entry], l.Is)
		for _, w := range l.Words {
			s += fmt.Sprintf(" [%s %q]", w.Is, w.Text)
		}
		got = append(got, s)
	}
	want := `changes reworded [same "the "] [after "second "] [same "replica was behind"] [after " by far"]; goes taken out; comes added`
	if strings.Join(got, "; ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), want)
	}
}

func TestDiffer(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"a", "b", "Größe", " ", " ", " ", "\n", ".", "日本", "\xff", ""}
	text := func() string {
		var s strings.Builder
		for range r.IntN(30) {
			s.WriteString(words[r.IntN(len(words))])
		}
		return s.String()
	}
	for range 3000 {
		a, b := text(), text()
		var before, after strings.Builder
		last := journal.DiffIs("")
		for _, d := range journal.Differ(a, b) {
			if d.Is == last || d.Text == "" {
				t.Fatalf("%q, %q: %v", a, b, journal.Differ(a, b))
			}
			last = d.Is
			if d.Is != journal.After {
				before.WriteString(d.Text)
			}
			if d.Is != journal.Before {
				after.WriteString(d.Text)
			}
		}
		if before.String() != a || after.String() != b {
			t.Fatalf("%q, %q make %q, %q", a, b, before.String(), after.String())
		}
	}
	long := strings.Repeat("word ", 100_000)
	if d := journal.Differ(long+"a "+long, long+"b "+long); len(d) != 4 {
		t.Errorf("a change in the middle of a long text is %d stretches", len(d))
	}
}
