package app

import (
	"context"
	"errors"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// Erase is the bin, and what ends for ever: bound as window.go.app.Erase. But for Journal and Anew every method answers
// with how the bin stands then.
type Erase struct {
	room   *room
	drafts *drafts
}

// Bin is how the bin of the journal stands, and what erasing leaves behind.
type Bin struct {
	Accounts  []Binned `json:"accounts"`  // those that are erased first before the others
	Releases  int      `json:"releases"`  // made so far: their files are where the person saved them
	Own       int      `json:"own"`       // backups in the journal's own folder
	Elsewhere []string `json:"elsewhere"` // backups in other folders
	Holding   []string `json:"holding"`   // the backups that hold what was erased just now, or may
	Traces    bool     `json:"traces"`    // of that, sealed bytes may be left in the journal's file until it is opened again
}

// Binned is an account in the bin.
type Binned struct {
	Account Account `json:"account"`
	Erased  string  `json:"erased"` // when it is erased for ever: the next time that the journal is opened after that
}

// Erased is what is left once the journal is gone.
type Erased struct {
	Elsewhere []string `json:"elsewhere"` // backups, by path
}

// Read returns how the bin stands.
func (e *Erase) Read() (Bin, error) {
	return e.after(func(context.Context, *home.Journal, *Bin) error { return nil })
}

// Bin puts accounts into the bin, for 30 days.
func (e *Erase) Bin(accounts []string) (Bin, error) {
	return e.after(func(ctx context.Context, open *home.Journal, _ *Bin) error {
		e.drafts.end() // what was prepared may be of one of them
		return each(accounts, func(id journal.AccountID) error { _, err := open.Bin(ctx, id); return err })
	})
}

// TakeBack takes accounts out of the bin, as they were.
func (e *Erase) TakeBack(accounts []string) (Bin, error) {
	return e.after(func(ctx context.Context, open *home.Journal, _ *Bin) error {
		return each(accounts, func(id journal.AccountID) error { _, err := open.TakeBack(ctx, id); return err })
	})
}

// Now erases an account for ever. It need not lie in the bin.
func (e *Erase) Now(account string) (Bin, error) {
	return e.after(func(ctx context.Context, open *home.Journal, bin *Bin) (err error) {
		e.drafts.end()
		bin.Holding, err = open.Erase(ctx, journal.AccountID(account))
		if bin.Traces = errors.Is(err, journal.ErrTraces); bin.Traces {
			return nil
		}
		return err
	})
}

// Journal erases the whole journal for ever: all that is in its folder, the backups there too, and the key on this
// computer. This process still holds what was read; Anew, or closing the window, ends that.
func (e *Erase) Journal() (Erased, error) {
	return asked(e.room, func(context.Context) (Erased, error) {
		e.drafts.end()
		e.room.spot.Store(&Spot{})
		elsewhere, err := e.room.desk.Erase()
		return Erased{Elsewhere: append([]string{}, elsewhere...)}, err
	})
}

// Anew replaces this process by a fresh one, once the journal is erased: it answers only where that cannot be.
func (e *Erase) Anew() (Start, error) {
	return asked(e.room, func(ctx context.Context) (Start, error) {
		_ = e.room.desktop.Restart(ctx, Spot{}, false, 0)
		return e.room.start()
	})
}

func each(accounts []string, f func(journal.AccountID) error) error {
	for _, id := range accounts {
		if err := f(journal.AccountID(id)); err != nil {
			return err
		}
	}
	return nil
}

func (e *Erase) after(do func(context.Context, *home.Journal, *Bin) error) (Bin, error) {
	return asked(e.room, func(ctx context.Context) (Bin, error) {
		open := e.room.desk.Journal()
		if open == nil {
			return Bin{}, ErrLocked
		}
		var bin Bin
		if err := do(ctx, open, &bin); err != nil {
			return Bin{}, err
		}
		return bin, bin.read(ctx, open)
	})
}

// read fills in how the bin stands.
func (b *Bin) read(ctx context.Context, open *home.Journal) error {
	b.Accounts, b.Elsewhere, b.Holding = []Binned{}, []string{}, append([]string{}, b.Holding...)
	binned, err := open.Binned(ctx)
	if err != nil {
		return err
	}
	for _, a := range binned {
		full, es, err := open.Account(ctx, a.ID)
		if err := readable(full, err); err != nil {
			return err
		}
		b.Accounts = append(b.Accounts, Binned{Account: wireAccount(a, es), Erased: rfc3339(a.ErasedOn().Local())})
	}
	wake, err := open.Wake(ctx)
	if err != nil {
		return err
	}
	b.Releases, b.Own, b.Elsewhere = wake.Released, wake.Own, append(b.Elsewhere, wake.Elsewhere...)
	return nil
}
