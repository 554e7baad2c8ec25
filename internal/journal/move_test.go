package journal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"firsthand/internal/journal"
)

func texts(t *testing.T, d *desk, id journal.AccountID) (out string) {
	t.Helper()
	_, es, err := d.Account(context.Background(), id)
	for _, e := range ok(t, es, err) {
		out += e.Text
	}
	return out
}

func TestJoinAndSplit(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	a := d.record(t, "a", "")
	d.now = night.Add(5 * time.Hour)
	b, c := d.record(t, "b", ""), d.record(t, "c", "")
	if a.Account == b.Account {
		t.Fatal("a long pause ended nothing")
	}
	ok(t, 0, d.Join(ctx, b.Account, a.Account))
	if got := texts(t, d, a.Account); got != "abc" {
		t.Errorf("joined %q", got)
	}
	next, err := d.Split(ctx, c.ID)
	if ok(t, next, err); texts(t, d, a.Account) != "ab" || texts(t, d, next) != "c" {
		t.Errorf("split %q and %q", texts(t, d, a.Account), texts(t, d, next))
	}
	if same, err := d.Split(ctx, a.ID); err != nil || same != a.Account {
		t.Errorf("split at the first line into %s, %v", same, err)
	}
	for _, want := range [][2]string{{"abc", ""}, {"a", "bc"}} {
		s, _, err := d.Undo(ctx)
		if ok(t, s, err); s.What != journal.WasMoved || texts(t, d, a.Account) != want[0] || texts(t, d, b.Account) != want[1] {
			t.Errorf("undid %q: %q and %q", s.What, texts(t, d, a.Account), texts(t, d, b.Account))
		}
	}
	_, err = d.Tell(ctx, b.Account)
	ok(t, 0, err)
	if err := d.Join(ctx, b.Account, a.Account); !errors.Is(err, journal.ErrTold) {
		t.Errorf("joined an account that was told: %v", err)
	}
}
