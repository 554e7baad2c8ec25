package vault_test

import (
	"context"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// keepLines is what a journal does with drained lines, in short.
func keepLines(v *vault.Vault) func([]journal.Line) error {
	return func(lines []journal.Line) error {
		change := journal.Change{Accounts: []journal.Account{account("inbox")}}
		for i, l := range lines {
			change.Entries = append(change.Entries, journal.Entry{
				ID: l.ID, Account: "inbox", Text: l.Text, Kind: l.Kind, Moment: l.Moment, Share: journal.Private,
				Recorded: l.Recorded, Position: i, Locked: l.Locked, Revision: 1,
			})
		}
		return v.Apply(context.Background(), change)
	}
}

func TestDrop(t *testing.T) {
	t.Run("beside an open journal", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		for _, id := range []string{"x", "y"} {
			if err := vault.Drop(dir, line(id, "line "+id)); err != nil {
				t.Fatal(err)
			}
		}
		problems, err := v.Drain(context.Background(), keepLines(v))
		if err != nil || len(problems) != 0 {
			t.Fatal(problems, err)
		}
		if got := texts(t, v, "inbox"); len(got) != 2 {
			t.Errorf("entries %q", got)
		}
		if n, err := vault.Waiting(dir); n != 0 || err != nil {
			t.Errorf("%d lines still wait, %v", n, err)
		}
	})
}
