package app

import (
	"context"
	"errors"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// Check reads all of the journal, or what is left of one that does not open: bound as window.go.app.Check.
type Check struct {
	room *room
}

// Checkup is what was found when everything was read. Where nothing is damaged, all is whole but perhaps a backup.
type Checkup struct {
	Damage   []home.Part `json:"damage"`   // what is damaged
	Lines    int         `json:"lines"`    // that can be read
	Accounts int         `json:"accounts"` // that they are in
	Lost     []Lost      `json:"lost"`     // the accounts that are not whole, newest first
	Unplaced int         `json:"unplaced"` // records lost of which nothing says what account they were in
	Waiting  int         `json:"waiting"`  // lines in the inbox that can be read, where the journal does not open
	Stuck    int         `json:"stuck"`    // files in the inbox that are no lines
	Backups  int         `json:"backups"`
	Changed  int         `json:"changed"` // backups that are not what they were, or could not be read
	Backup   string      `json:"backup"`  // when the newest good one was made; empty where there is none
}

// Lost is what one account lacks.
type Lost struct {
	Started string `json:"started"`
	Lines   int    `json:"lines"`   // that can be read
	Missing int    `json:"missing"` // that cannot
	Older   int    `json:"older"`   // that are there only as earlier worded
	Title   bool   `json:"title"`   // its title is lost
	Other   bool   `json:"other"`   // of its review, releases and first telling something is lost
}

// Run reads all of the open journal, its inbox and its backups. Damage is in the answer, not a refusal.
func (c *Check) Run() (Checkup, error) {
	return asked(c.room, func(ctx context.Context) (Checkup, error) {
		open := c.room.desk.Journal()
		if open == nil {
			return Checkup{}, ErrLocked
		}
		found, err := open.Verify(ctx)
		return checkupOf(found), err
	})
}

// Left reads what is left of a journal that did not open for damage, by the recovery key, or where that is empty by the
// passphrase, and says what that is. Refused with "passphrase" if that is not it, or is empty where it takes one, and with
// "mistyped" or "otherkey". What is left stays open for the methods below until Secure.Lock.
func (c *Check) Left(passphrase, recovery string) (Checkup, error) {
	return asked(c.room, func(context.Context) (out Checkup, err error) {
		if err := c.room.desk.Salvage(passphrase, recovery); err != nil {
			return Checkup{}, err
		}
		err = c.room.desk.Left(func(r *home.Rescue) error {
			out = checkupOf(r.Checkup)
			out.Waiting = r.Waiting()
			return nil
		})
		return out, err
	})
}

// LeftAccounts are the accounts of which something is left, the newest first, lines that wait before them as one.
func (c *Check) LeftAccounts() ([]Account, error) {
	return asked(c.room, func(ctx context.Context) (all []Account, err error) {
		err = c.room.desk.Left(func(r *home.Rescue) error {
			all = []Account{}
			for _, id := range r.Accounts() {
				a, es, err := r.Account(ctx, id)
				if err != nil {
					return err
				}
				all = append(all, wireAccount(a, es))
			}
			return nil
		})
		return all, err
	})
}

// LeftAccount is one of them, with those of its lines that can be read.
func (c *Check) LeftAccount(account string) (opened Opened, err error) {
	return asked(c.room, func(ctx context.Context) (Opened, error) {
		err = c.room.desk.Left(func(r *home.Rescue) error {
			a, es, err := r.Account(ctx, journal.AccountID(account))
			if err != nil {
				return err
			}
			opened = wireOpened(a, es)
			for _, rest := range r.Checkup.Accounts {
				opened.Damaged = opened.Damaged || rest.Account == a.ID && !rest.Whole()
			}
			return nil
		})
		return opened, err
	})
}

// Export asks for a folder and writes all that is left into it in the clear. Files that are there are never overwritten:
// refused with "exists". The title is the dialog's.
func (c *Check) Export(title string) (Exported, error) {
	return asked(c.room, func(ctx context.Context) (out Exported, err error) {
		folder, err := c.room.desktop.Folder(ctx, title)
		if err != nil || folder == "" {
			return Exported{}, err
		}
		err = c.room.desk.Left(func(r *home.Rescue) error {
			paths, err := r.Export(ctx, folder, false)
			out = Exported{Folder: folder, Accounts: len(paths) / 2, Files: len(paths)}
			return err
		})
		return out, err
	})
}

func checkupOf(c home.Checkup) Checkup {
	out := Checkup{
		Damage: append([]home.Part{}, c.Damage...), Accounts: len(c.Accounts), Lost: []Lost{},
		Unplaced: c.Unplaced, Stuck: c.Stuck, Backups: len(c.Backups),
	}
	out.Lines, _ = c.Lines()
	for _, a := range c.Accounts {
		if !a.Whole() {
			out.Lost = append(out.Lost, Lost{
				Started: a.Started.Local().Format(time.RFC3339), Lines: a.Readable, Missing: a.Missing, Older: a.Older,
				Title: a.Nameless, Other: a.Other > 0,
			})
		}
	}
	for _, b := range c.Backups {
		if b.Changed || b.Unread {
			out.Changed++
		}
	}
	if best := c.Best(); best.Path != "" {
		out.Backup = best.Made.Local().Format(time.RFC3339)
	}
	return out
}

// readable is nil for an error that leaves an account to be shown: what can be read of a damaged one.
func readable(a journal.Account, err error) error {
	if errors.Is(err, journal.ErrDamaged) && a.ID != "" {
		return nil
	}
	return err
}
