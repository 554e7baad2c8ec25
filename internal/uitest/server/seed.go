package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/sample"
	"firsthand/internal/vault"
)

// many is how much there is of what there can be too much of.
const many = 10_000

// seed puts into a journal without a passphrase what a test begins with:
//
//	night     the sample accounts
//	lines     one account of 10,000 lines
//	accounts  10,000 accounts of a line each
func seed(ctx context.Context, what string, h *home.Home, keys string, d *home.Desk) error {
	if what == "night" {
		if err := d.Begin(ctx); err != nil {
			return err
		}
		for _, a := range sample.Night() {
			in, err := archive.Read([]byte(a.Plain()), archive.Options{Name: a.Name, Now: h.Now()})
			if err != nil {
				return err
			}
			if _, _, err := d.Journal().Import(ctx, in.Account, in.Entries); err != nil {
				return err
			}
		}
		return d.Lock()
	}
	var c journal.Change
	switch what {
	case "lines":
		c = lines(h.Now())
	case "accounts":
		c = accounts(h.Now())
	default:
		return fmt.Errorf("no seed %q", what)
	}
	if err := h.MakeWithoutPassphrase(); err != nil {
		return err
	}
	v, err := vault.Open(h.Dir, vault.Device(keys))
	if err != nil {
		return err
	}
	return errors.Join(v.Apply(ctx, c), v.Close())
}

func lines(now time.Time) journal.Change {
	at := now.Add(-many * time.Second)
	c := journal.Change{Accounts: []journal.Account{account("lines", at)}}
	for i := range many {
		text := fmt.Sprintf("look %d: errors climb, the queue is %d deep and nobody answers", i, 17*i)
		c.Entries = append(c.Entries, entry("lines", i, at.Add(time.Duration(i)*time.Second), text))
	}
	return c
}

func accounts(now time.Time) (c journal.Change) {
	for i := range many {
		at := now.Add(-time.Duration(i+1) * 7 * time.Hour)
		id := journal.AccountID(fmt.Sprintf("account%05d", i))
		c.Accounts = append(c.Accounts, account(id, at))
		c.Entries = append(c.Entries, entry(id, 0, at, fmt.Sprintf("paged, checkout errors for the %dth time", i)))
	}
	return c
}

func account(id journal.AccountID, at time.Time) journal.Account {
	return journal.Account{ID: id, State: journal.Open, Zone: at.Location().String(), Started: at.UTC()}
}

func entry(account journal.AccountID, position int, at time.Time, text string) journal.Entry {
	return journal.Entry{
		ID: journal.EntryID(fmt.Sprintf("%s-%d", account, position)), Account: account, Text: text,
		Moment: journal.At(at), Share: journal.Private, Recorded: at.UTC(), Position: position, Revision: 1,
	}
}
