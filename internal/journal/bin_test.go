package journal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// told is an account with a first telling, and a step to take back.
func told(t *testing.T, d *desk, text string) journal.Entry {
	t.Helper()
	e := d.record(t, text, journal.Action)
	ok(t, e, d.SetT0(context.Background(), e.Account, e.ID))
	a, err := d.Tell(context.Background(), e.Account)
	ok(t, a, err)
	return e
}

func TestBin(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	kept := told(t, d, "the replica answered")
	d.now = d.now.Add(journal.Pause)
	e := d.record(t, "I restarted the replica", "")
	a, err := d.Bin(ctx, e.Account)
	if ok(t, a, err); !a.ErasedOn().Equal(night.Add(journal.Pause + journal.BinFor)) {
		t.Errorf("erased on %v", a.ErasedOn())
	}
	all, err := d.Accounts(ctx)
	if ok(t, all, err); len(all) != 1 || all[0].ID != kept.Account {
		t.Errorf("listed: %+v", all)
	}
	found, err := d.Search(ctx, "replica", 1)
	if ok(t, found, err); len(found) != 1 || found[0].ID != kept.ID {
		t.Errorf("found: %+v", found)
	}
	// No line joins it: neither the next one, nor one that was written for it.
	for _, to := range []journal.AccountID{"", e.Account} {
		l, err := d.Record(ctx, journal.Line{Account: to, Text: "errors fall"})
		if ok(t, l, err); l.Account == e.Account {
			t.Error("a new line lies in the bin")
		}
	}
	binned, err := d.Binned(ctx)
	if ok(t, binned, err); len(binned) != 1 || binned[0].ID != e.Account {
		t.Errorf("in the bin: %+v", binned)
	}
	a, err = d.TakeBack(ctx, e.Account)
	if ok(t, a, err); !a.ErasedOn().IsZero() {
		t.Error("still to be erased")
	}
	_, es, err := d.Account(ctx, e.Account)
	if ok(t, es, err); len(es) != 1 || es[0].Text != e.Text {
		t.Errorf("taken back: %+v", es)
	}
	_, err = d.Bin(ctx, "no such account")
	if !errors.Is(err, journal.ErrNotFound) {
		t.Error(err)
	}
}

func TestEraseDue(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	first := told(t, d, "first")
	d.now = d.now.Add(journal.Pause)
	second := told(t, d, "second")
	for _, e := range []journal.Entry{second, first} {
		a, err := d.Bin(ctx, e.Account)
		ok(t, a, err)
		d.now = d.now.Add(24 * time.Hour)
	}
	d.now = d.now.Add(journal.BinFor - 36*time.Hour)
	for i, want := range []int{1, 0} {
		if n, err := d.EraseDue(ctx); n != want || err != nil {
			t.Errorf("look %d: %d erased, %v", i, n, err)
		}
	}
	if _, _, err := d.Account(ctx, second.Account); !errors.Is(err, journal.ErrNotFound) {
		t.Error(err)
	}
	if binned, err := d.Binned(ctx); err != nil || len(binned) != 1 || binned[0].ID != first.Account {
		t.Errorf("left in the bin: %+v, %v", binned, err)
	}
}

func TestErase(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	kept := told(t, d, "the replica answered")
	d.now = d.now.Add(journal.Pause)
	gone := told(t, d, "I restarted it")
	ok(t, 0, d.Erase(ctx, gone.Account))
	if err := d.Erase(ctx, gone.Account); !errors.Is(err, journal.ErrNotFound) {
		t.Error(err)
	}
	// What is left to take back is of the other account.
	step, h, err := d.Undo(ctx)
	if ok(t, h, err); step.Account != kept.Account || len(h.Done) != 0 {
		t.Errorf("%+v, then %+v", step, h)
	}
	all, err := d.Accounts(ctx)
	if ok(t, all, err); len(all) != 1 {
		t.Errorf("%d accounts", len(all))
	}
	ok(t, 0, d.store.Verify(ctx))
}
