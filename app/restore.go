package app

import (
	"context"
	"path/filepath"
	"time"

	"firsthand/internal/home"
)

// Restore makes the journal again of a backup: bound as window.go.app.Restore. It works on a journal that is open,
// locked, damaged or lost.
type Restore struct {
	room   *room
	drafts *drafts
}

// Restorable is what the journal can be made of again.
type Restorable struct {
	Backups []BackupFile `json:"backups"` // the newest first
	Aside   string       `json:"aside"`   // when a journal was set aside the last time; empty where none was
}

// BackupFile is a backup, as far as it is known before the recovery key is.
type BackupFile struct {
	Path     string `json:"path"`
	Name     string `json:"name"`
	Made     string `json:"made"`
	Size     int    `json:"size"`  // bytes
	Lines    int    `json:"lines"` // in it; 0 where that is not known
	Accounts int    `json:"accounts"`
	Changed  bool   `json:"changed"` // it is not what it was when it was made
}

// Inside is what a backup holds.
type Inside struct {
	Made     string `json:"made"`
	Lines    int    `json:"lines"`
	Accounts int    `json:"accounts"`
	Newer    int    `json:"newer"` // lines here that it lacks, or has as they were before; -1 where that cannot be told
}

// List returns what there is.
func (r *Restore) List() (Restorable, error) {
	return asked(r.room, func(context.Context) (Restorable, error) { return r.list() })
}

func (r *Restore) list() (Restorable, error) {
	all, err := r.room.desk.Restorable()
	if err != nil {
		return Restorable{}, err
	}
	out := Restorable{Backups: []BackupFile{}}
	for _, b := range all {
		out.Backups = append(out.Backups, BackupFile{
			Path: b.Path, Name: filepath.Base(b.Path), Made: b.Made.Local().Format(time.RFC3339), Size: int(b.Size),
			Lines: b.Entries, Accounts: b.Accounts, Changed: b.Changed,
		})
	}
	aside, err := r.room.desk.LastAside()
	if !aside.IsZero() {
		out.Aside = aside.Local().Format(time.RFC3339)
	}
	return out, err
}

// Choose asks for the file of a backup; empty where the person gave up. The title is the dialog's.
func (r *Restore) Choose(title string) (string, error) {
	return asked(r.room, func(ctx context.Context) (string, error) { return r.room.desktop.OpenFile(ctx, title) })
}

// Read reads a backup whole by the recovery key, and says what it holds. Refused with "mistyped", "otherkey",
// "notbackup" or "newer".
func (r *Restore) Read(path, recovery string) (Inside, error) {
	return asked(r.room, func(ctx context.Context) (Inside, error) {
		is, err := home.ReadBackup(ctx, path, recovery)
		if err != nil {
			return Inside{}, err
		}
		in := Inside{Made: is.Made.Local().Format(time.RFC3339), Lines: is.Entries, Accounts: is.Accounts, Newer: -1}
		if n, known := r.room.desk.Newer(ctx, is, recovery); known {
			in.Newer = n
		}
		return in, nil
	})
}

// Run makes the journal what the backup holds, sets the one that is here aside, and opens it: by the passphrase next and
// the recovery key from then on. Refused with "weak", as Read, and with "otherjournal".
func (r *Restore) Run(path, recovery, next string) (Start, error) {
	return asked(r.room, func(ctx context.Context) (Start, error) {
		if !home.StrengthOf(next).Enough {
			return Start{}, errWeak
		}
		r.drafts.end()
		r.room.spot.Store(&Spot{}) // it is another journal that the person comes to
		if _, err := r.room.desk.Restore(ctx, path, recovery, next); err != nil {
			return Start{}, err
		}
		return r.room.start()
	})
}

// Back takes the journal again that was set aside last, and sets this one aside. It is locked then.
// Refused with "notaside" or "waiting".
func (r *Restore) Back() (Start, error) {
	return asked(r.room, func(context.Context) (Start, error) {
		r.drafts.end()
		r.room.spot.Store(&Spot{})
		if _, err := r.room.desk.GoBack(); err != nil {
			return Start{}, err
		}
		return r.room.start()
	})
}

// Confirm removes what was set aside, for ever.
func (r *Restore) Confirm() (Restorable, error) {
	return asked(r.room, func(context.Context) (Restorable, error) {
		if _, err := r.room.desk.Confirm(); err != nil {
			return Restorable{}, err
		}
		return r.list()
	})
}
