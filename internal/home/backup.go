package home

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// What the window and the command line have words for.
var (
	// ErrNoRecovery means that the journal has no recovery key, so that nothing could open a backup.
	ErrNoRecovery = vault.ErrNoRecovery
	// ErrNoFolder means that the folder of backups is not there, or is not the one it was.
	ErrNoFolder = vault.ErrNoFolder
	// ErrUnlike means that a backup did not read back as it was written.
	ErrUnlike = vault.ErrUnlike
	// ErrNotBackup means that a file is no backup, or was cut or changed.
	ErrNotBackup = vault.ErrNotBackup
	// ErrOtherJournal means that a backup is of another journal than the one in the folder.
	ErrOtherJournal = vault.ErrOtherJournal
	// ErrNothingAside means that no journal was set aside by a restore.
	ErrNothingAside = vault.ErrNothingAside
	// ErrWaiting means that lines wait which only the present journal can open.
	ErrWaiting = vault.ErrWaiting
)

// LateAfter is how long lines may be in no backup before the person is told.
const LateAfter = 14 * 24 * time.Hour

// A Backup is a file that the journal was backed up to.
type Backup struct {
	Path     string
	Made     time.Time // the moment that it shows
	Checked  time.Time // when it was last read and found unchanged
	Size     int64     // bytes
	Accounts int
	Entries  int
	Changed  bool // it was not, when it was last read
	Missing  bool // it is not where it was made
	Unread   bool // it is there and could not be read just now; only CheckBackups tells
}

// Backups is how the backups of a journal stand.
type Backups struct {
	Possible bool // the journal has a recovery key to open them
	Folder   string
	Own      bool     // it is the journal's own, not one that the person chose
	Made     []Backup // the newest first
	Late     bool     // lines have been in no backup for longer than LateAfter
	Trouble  error    // why the last attempt of this program failed; nil if it did not
}

// Last is the newest one that is whole, as far as the journal knows; its Path is empty where there is none.
func (b Backups) Last() Backup {
	for _, made := range b.Made {
		if !made.Changed && !made.Missing && !made.Unread {
			return made
		}
	}
	return Backup{}
}

// attempts are the backups that this program tried to make.
type attempts struct {
	mu      sync.Mutex
	at      time.Time // of the last one
	trouble error
}

// patience is how long after a failure the next automatic attempt is made: a disk may have been connected again.
const patience = 10 * time.Minute

// Backup makes a backup now, in the folder that was chosen, or for this once in another one. Saving goes on meanwhile.
// Errors: ErrNoRecovery, ErrNoFolder, ErrUnlike, journal.ErrFull, journal.ErrReadOnly; the journal is unharmed by any.
func (j *Journal) Backup(ctx context.Context, folder string) (Backup, error) {
	made, err := j.vault.Backup(ctx, folder, j.Now())
	if folder == "" && !errors.Is(err, journal.ErrClosed) && ctx.Err() == nil {
		j.attempts.mu.Lock()
		j.attempts.at, j.attempts.trouble = j.Now(), err
		j.attempts.mu.Unlock()
	}
	if err != nil {
		return Backup{}, err
	}
	return backupOf(made), nil
}

// BackUpIfDue makes a backup if it is time for one, and says whether it tried. After a failure it waits for a while.
func (j *Journal) BackUpIfDue(ctx context.Context) (tried bool, err error) {
	defer func() {
		if recover() != nil { // nothing of the window may end for a backup
			err = errors.New("back up: panic")
		}
	}()
	due, err := j.vault.BackupDue(j.Now())
	if err != nil || !due {
		return false, err
	}
	j.attempts.mu.Lock()
	wait := j.attempts.trouble != nil && j.Now().Sub(j.attempts.at).Abs() < patience
	j.attempts.mu.Unlock()
	if wait {
		return false, nil
	}
	_, err = j.Backup(ctx, "")
	return true, err
}

// keepBackedUp makes backups as they come due, beside whatever the person does.
func (j *Journal) keepBackedUp(ctx context.Context, stop <-chan struct{}) {
	every := time.NewTicker(10 * time.Second)
	defer every.Stop()
	for {
		select {
		case <-stop:
			return
		case <-every.C:
			_, _ = j.BackUpIfDue(ctx) // Backups says what went wrong
		}
	}
}

// Backups says how they stand. It looks whether the files are there, and reads none.
func (j *Journal) Backups() (Backups, error) {
	folder, made, err := j.vault.Backups()
	if err != nil {
		return Backups{}, err
	}
	since, err := j.vault.Unprotected()
	if err != nil {
		return Backups{}, err
	}
	b := Backups{
		Possible: j.vault.HasRecovery(), Folder: folder, Own: folder == j.home.BackupFolder(),
		Late: !since.IsZero() && j.Now().Sub(since) > LateAfter,
	}
	for _, m := range made {
		b.Made = append(b.Made, backupOf(m))
	}
	j.attempts.mu.Lock()
	defer j.attempts.mu.Unlock()
	b.Trouble = j.attempts.trouble
	return b, nil
}

func backupOf(b vault.Backup) Backup {
	return Backup{
		Path: filepath.Join(b.Folder, b.Name), Made: b.Made, Checked: b.Checked, Size: b.Size, Accounts: b.Accounts, Entries: b.Entries,
		Changed: b.Changed, Missing: b.Missing(), Unread: b.Unread,
	}
}

// KeepBackupsIn says where backups go from now on; empty for the journal's own folder. ErrNoFolder means that the
// folder is not there.
func (j *Journal) KeepBackupsIn(ctx context.Context, folder string) error {
	if err := j.vault.KeepBackupsIn(ctx, folder); err != nil {
		return err
	}
	j.attempts.mu.Lock()
	defer j.attempts.mu.Unlock()
	j.attempts.trouble = nil
	return nil
}

// CheckBackups reads every backup whole, without a key, and remembers which are unchanged since they were made; the newest
// first. Where that cannot be remembered, they come with the error.
func (j *Journal) CheckBackups(ctx context.Context) ([]Backup, error) {
	made, err := j.vault.CheckBackups(ctx, j.Now())
	var read []Backup
	for _, b := range made {
		read = append(read, backupOf(b))
	}
	return read, err
}

// BackupFolder is where backups go where nobody chose a folder.
func (h *Home) BackupFolder() string { return filepath.Join(h.Dir, vault.BackupsDir) }

// A Read is what a backup says of itself, once all of it was read.
type Read struct {
	Made     time.Time
	Accounts int
	Entries  int

	revisions map[journal.EntryID]int // of every entry that it holds
}

// Lacks reports whether the backup has not got the entry, or only as it was before its latest change.
func (r Read) Lacks(e journal.Entry) bool {
	revision, has := r.revisions[e.ID]
	return !has || revision < e.Revision
}

// ReadBackup reads a backup whole by the recovery key.
// Errors: ErrMistyped, ErrOtherRecovery, ErrNotBackup, journal.ErrNewer, those of the system.
func ReadBackup(ctx context.Context, file, recovery string) (Read, error) {
	revisions := map[journal.EntryID]int{}
	m, err := vault.ReadBackup(ctx, file, recovery, func(full archive.Full) error {
		for _, e := range full.Entries {
			revisions[e.ID] = e.Revision
		}
		return nil
	})
	return Read{m.Made, m.Accounts, m.Entries, revisions}, otherRecovery(err)
}

// Restored is what a restore did.
type Restored = vault.Restored

// Restore makes the journal what a backup holds; it opens with the passphrase next and with the recovery key from then
// on. The journal that was there is set aside whole: GoBack takes it again, Confirm removes it.
// Errors: those of ReadBackup, ErrOtherJournal, journal.ErrInUse; the journal is as it was after any.
func (h *Home) Restore(ctx context.Context, file, recovery, next string) (Restored, error) {
	restored, err := vault.Restore(ctx, h.Dir, file, recovery, vault.RestoreOptions{Passphrase: next, KDF: h.kdf(), Now: h.Now()})
	return restored, otherRecovery(err)
}

// otherRecovery tells a key that is whole from one that is not.
func otherRecovery(err error) error {
	if errors.Is(err, vault.ErrWrongKey) && !errors.Is(err, ErrMistyped) {
		return fmt.Errorf("%w: of a backup", ErrOtherRecovery)
	}
	return err
}

// Aside names the folders of the journals that restores have set aside, the latest last.
func (h *Home) Aside() ([]string, error) { return vault.Aside(h.Dir) }

// GoBack exchanges the journal with the one that was set aside last, and returns the folder in which it now lies.
// Errors: ErrNothingAside, ErrWaiting, journal.ErrInUse.
func (h *Home) GoBack() (aside string, err error) { return vault.GoBack(h.Dir, h.Now()) }

// Confirm removes what was set aside, and returns how many journals that were.
func (h *Home) Confirm() (int, error) { return vault.Confirm(h.Dir) }
