package home

import (
	"context"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// Restorable are the backups that the journal can be made of again, the newest first, as far as they are known: the
// open journal knows those in other folders too, and what is in them.
func (d *Desk) Restorable() ([]Backup, error) {
	var known []Backup
	if open := d.Journal(); open != nil {
		b, err := open.Backups()
		if err != nil {
			return nil, err
		}
		for _, made := range b.Made {
			if !made.Missing {
				known = append(known, made)
			}
		}
	}
	paths := make(map[string]bool)
	for _, b := range known {
		paths[b.Path] = true
	}
	found, err := vault.FindBackups(d.BackupFolder())
	if err != nil {
		return nil, err
	}
	for _, f := range found {
		if !paths[f.Path] {
			known = append(known, Backup{Path: f.Path, Made: f.Made, Size: f.Size})
		}
	}
	return known, nil
}

// Newer is how many lines the journal here holds that a backup lacks; known is false where it cannot be read. The recovery key reads it where it is not open; lines that wait stay where they are.
func (d *Desk) Newer(ctx context.Context, than Read, recovery string) (n int, known bool) {
	count := func(entries []journal.Entry) {
		for _, e := range entries {
			if than.Lacks(e) {
				n++
			}
		}
	}
	if open := d.Journal(); open != nil {
		all, err := open.Accounts(ctx)
		for _, a := range all {
			_, es, damage := open.Account(ctx, a.ID)
			count(es)
			known = known || damage == nil
		}
		return n, err == nil && (known || len(all) == 0)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	r := d.left
	if r == nil {
		var err error
		if r, err = d.Rescue(recovery, nil, nil); err != nil {
			return 0, false
		}
		defer r.Close()
	}
	for _, rest := range r.Checkup.Accounts {
		_, es, err := r.remains.Account(ctx, rest.Account)
		if err != nil {
			return 0, false
		}
		count(es)
	}
	return n, true
}

// Restore makes the journal what a backup holds, as Home's does, and opens it. What was open is closed, also where it
// fails; but a backup that cannot be read closes nothing.
func (d *Desk) Restore(ctx context.Context, file, recovery, next string) (Restored, error) {
	if _, err := ReadBackup(ctx, file, recovery); err != nil {
		return Restored{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.shut(); err != nil {
		return Restored{}, err
	}
	restored, err := d.Home.Restore(ctx, file, recovery, next)
	if err != nil {
		return Restored{}, err
	}
	d.damage = nil
	return restored, d.unlockHeld(ctx, func() (string, error) { return next, nil })
}

// GoBack closes what is open and exchanges it with the journal that was set aside last, which is locked then.
// Errors are those of Home's.
func (d *Desk) GoBack() (aside string, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.shut(); err != nil {
		return "", err
	}
	return d.Home.GoBack()
}

// Confirm removes what was set aside, whether the journal is open or not, and returns how many journals that were.
func (d *Desk) Confirm() (n int, err error) {
	if d.Journal() == nil {
		return d.Home.Confirm()
	}
	err = d.withOpen(func(v *vault.Vault) error {
		n, err = v.Confirm()
		return err
	})
	return n, err
}

// LastAside is when a journal was set aside the last time; zero where none was.
func (h *Home) LastAside() (time.Time, error) {
	aside, err := h.Aside()
	if err != nil || len(aside) == 0 {
		return time.Time{}, err
	}
	return vault.AsideAt(aside[len(aside)-1]), nil
}
