package app

import (
	"context"
	"errors"
	"io/fs"
	"syscall"
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// Backup is the backups of the journal: bound as window.go.app.Backup. Every method answers with how they stand then.
type Backup struct {
	room *room
}

// Backups is how the backups of the journal stand.
type Backups struct {
	Possible bool          `json:"possible"` // the journal has a recovery key to open them
	Folder   string        `json:"folder"`
	Own      bool          `json:"own"`     // it is the journal's own folder
	Count    int           `json:"count"`   // those that are there
	Made     string        `json:"made"`    // when the newest whole one was made; empty where there is none
	Checked  string        `json:"checked"` // when it was last read and found whole
	Lines    int           `json:"lines"`   // in it
	Late     bool          `json:"late"`    // there has been none for more than two weeks
	Trouble  BackupTrouble `json:"trouble"` // why the last attempt failed
}

// BackupTrouble is why there is no new backup.
type BackupTrouble string

// What can keep a backup from being made. The journal is unharmed by any.
const (
	NoTrouble      BackupTrouble = ""
	FolderGone     BackupTrouble = "gone"     // the folder is not there, or is not the one it was
	FolderFull     BackupTrouble = "full"     // there is no room
	FolderReadOnly BackupTrouble = "readonly" // the folder may not be written
	BackupUnlike   BackupTrouble = "unlike"   // it did not read back as it was written
	OtherTrouble   BackupTrouble = "other"
)

// BackupTroubles are all of them.
var BackupTroubles = []BackupTrouble{NoTrouble, FolderGone, FolderFull, FolderReadOnly, BackupUnlike, OtherTrouble}

// Read returns how the backups stand.
func (b *Backup) Read() (Backups, error) {
	return b.after(func(context.Context, *home.Journal) error { return nil })
}

// Now makes a backup. Why there is none is in the answer, not a refusal.
func (b *Backup) Now() (Backups, error) {
	return b.after(func(ctx context.Context, j *home.Journal) error {
		_, err := j.Backup(ctx, "")
		if errors.Is(err, journal.ErrClosed) {
			return err
		}
		return nil
	})
}

// Choose asks for the folder that backups go to from now on. The title is the dialog's.
func (b *Backup) Choose(title string) (Backups, error) {
	return b.after(func(ctx context.Context, j *home.Journal) error {
		folder, err := b.room.desktop.Folder(ctx, title)
		if err != nil || folder == "" {
			return err
		}
		return j.KeepBackupsIn(ctx, folder)
	})
}

// Own makes them go to the journal's own folder from now on.
func (b *Backup) Own() (Backups, error) {
	return b.after(func(ctx context.Context, j *home.Journal) error { return j.KeepBackupsIn(ctx, "") })
}

func (b *Backup) after(do func(context.Context, *home.Journal) error) (Backups, error) {
	return asked(b.room, func(ctx context.Context) (Backups, error) {
		open := b.room.desk.Journal()
		if open == nil {
			return Backups{}, ErrLocked
		}
		if err := do(ctx, open); err != nil {
			return Backups{}, err
		}
		stand, err := open.Backups()
		if err != nil {
			return Backups{}, err
		}
		return backupsOf(stand), nil
	})
}

func backupsOf(b home.Backups) Backups {
	out := Backups{Possible: b.Possible, Folder: b.Folder, Own: b.Own, Late: b.Late, Trouble: backupTrouble(b.Trouble)}
	for _, m := range b.Made {
		if !m.Missing {
			out.Count++
		}
	}
	if last := b.Last(); last.Path != "" {
		out.Made, out.Checked = last.Made.Local().Format(time.RFC3339), last.Checked.Local().Format(time.RFC3339)
		out.Lines = last.Entries
	}
	return out
}

func backupTrouble(err error) BackupTrouble {
	switch {
	case err == nil, errors.Is(err, home.ErrNoRecovery):
		return NoTrouble // Possible says it
	case errors.Is(err, home.ErrNoFolder):
		return FolderGone
	case errors.Is(err, journal.ErrFull):
		return FolderFull
	case errors.Is(err, journal.ErrReadOnly), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return FolderReadOnly
	case errors.Is(err, home.ErrUnlike):
		return BackupUnlike
	}
	return OtherTrouble
}
