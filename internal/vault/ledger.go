package vault

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"firsthand/internal/journal"
)

// A Backup is a file that this journal was backed up to, as the journal remembers it, sealed.
type Backup struct {
	Folder    string    `json:"folder,omitempty"`  // absolute; empty: backups/ in the journal's own folder
	Name      string    `json:"name"`              // see backupName
	Sequence  int       `json:"sequence"`          // counts the journal's backups from 1
	Made      time.Time `json:"made"`              // the moment it shows
	Size      int64     `json:"size"`              // bytes
	Sum       string    `json:"sum"`               // SHA-256 of the file, in hexadecimal digits
	Checked   time.Time `json:"checked"`           // when it was last read and found unchanged
	Changed   bool      `json:"changed,omitempty"` // it was not, when it was last read
	Unread    bool      `json:"-"`                 // it is there, and could not be read just now; see CheckBackups
	Accounts  int       `json:"accounts"`
	Entries   int       `json:"entries"`
	Epoch     uint32    `json:"epoch"`
	Recipient string    `json:"recipient"` // of the recovery key that opens it
	Next      int64     `json:"next"`      // number of the first record that it does not hold
}

// A ledger is what a journal knows of its backups. It is in every backup too, as it stood before that one.
type ledger struct {
	Folder string   `json:"folder,omitempty"` // where backups go, as in Backup
	Made   []Backup `json:"made,omitempty"`   // by sequence
}

// BackupsDir is the folder, within that of the journal, where backups go where nobody chose one.
const BackupsDir = "backups"

var errBackupName = errors.New("not the name of a backup")

// A backup's name says when it was made, in UTC, and which one it is of its journal. It ends in .age, because any
// program of that format opens it.
var backupNames = regexp.MustCompile(`^(\d{8}T\d{6}Z)-(\d{4,9})\.age$`)

const backupTime = "20060102T150405Z"

func backupName(made time.Time, sequence int) string {
	return fmt.Sprintf("%s-%04d.age", made.UTC().Format(backupTime), sequence)
}

// path is where a backup lies, for the journal in dir. It fails for a name that no backup has, so that a list which
// came out of a file never names anything else.
func (b Backup) path(dir string) (string, error) {
	if !backupNames.MatchString(b.Name) {
		return "", errBackupName
	}
	return filepath.Join(folderIn(dir, b.Folder), b.Name), nil
}

func folderIn(dir, folder string) string {
	if folder == "" {
		return filepath.Join(dir, BackupsDir)
	}
	return folder
}

// ledger reads it. The caller holds mu.
func (v *Vault) ledger() (l ledger, err error) {
	_, err = v.one(ref{kindBackups, ""}, &l)
	return l, err
}

// changeLedger reads it, changes it and writes it.
func (v *Vault) changeLedger(ctx context.Context, change func(*ledger)) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil {
		return err
	}
	l, err := v.ledger()
	if err != nil {
		return err
	}
	change(&l)
	return v.write(ctx, func(w *writing) error { return w.other(head{ref: ref{kindBackups, ""}}, l) })
}

// Backups are those that the journal knows of, the newest first, and the folder that the next one goes to.
func (v *Vault) Backups() (folder string, made []Backup, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return "", nil, err
	}
	l, err := v.ledger()
	if err != nil {
		return "", nil, err
	}
	made = l.Made
	slices.Reverse(made)
	for i := range made {
		made[i].Folder = folderIn(v.dir, made[i].Folder)
	}
	return folderIn(v.dir, l.Folder), made, nil
}

// KeepBackupsIn says where backups go from now on; empty for backups/ in the journal's own folder. The folder must be
// there: ErrNoFolder. What the journal knew to be in it and is not there any more is forgotten.
func (v *Vault) KeepBackupsIn(ctx context.Context, folder string) error {
	if folder != "" {
		abs, err := filepath.Abs(folder)
		if err != nil {
			return explain("choose folder", err)
		}
		if folder = abs; folder == filepath.Join(v.dir, BackupsDir) {
			folder = ""
		} else if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return ErrNoFolder
		}
	}
	return v.changeLedger(ctx, func(l *ledger) {
		l.Folder = folder
		l.Made = slices.DeleteFunc(l.Made, func(b Backup) bool { return b.Folder == folder && b.missing(v.dir) })
	})
}

// missing reports whether the file is certainly not there.
func (b Backup) missing(dir string) bool {
	path, err := b.path(dir)
	if err == nil {
		_, err = os.Lstat(path)
	}
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, errBackupName)
}

// week is how long a journal goes without a backup of what was not told.
const week = 7 * 24 * time.Hour

// BackupDue reports whether it is time for a backup: an account was told since the last one, the keys have changed,
// the folder has none yet, a week has gone by, or the journal's file was taken away while it is open. A journal without a recovery key has none, and none is due.
func (v *Vault) BackupDue(now time.Time) (bool, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(true); err != nil || v.secrets.Recipient == "" {
		return false, err
	}
	if errors.Is(v.inPlace(), ErrLost) {
		return !v.saved.Load(), nil // nothing can be added meanwhile
	}
	l, err := v.ledger()
	if err != nil {
		return false, err
	}
	var last *Backup
	for i, b := range l.Made {
		if b.Folder == l.Folder && b.Recipient == v.secrets.Recipient && b.Epoch == v.keys.epoch && !b.Changed {
			last = &l.Made[i]
		}
	}
	told, oldest := false, now
	for _, r := range v.catalogue.byID {
		switch {
		case r.kind == kindTelling && (last == nil || r.id >= last.Next):
			told = true // by the number of the record: a clock may be set back
		case r.kind == kindEntry && time.UnixMilli(r.when).Before(oldest):
			oldest = time.UnixMilli(r.when)
		}
	}
	switch {
	case told:
		return true, nil
	case last != nil:
		return now.Sub(last.Made).Abs() >= week, nil
	}
	return len(l.Made) > 0 || now.Sub(oldest) >= week, nil
}

// Unprotected is since when the journal has lines that no backup holds: since the last one, or since its first line
// where there is none. It is zero for a journal without a line, or without a recovery key.
func (v *Vault) Unprotected() (since time.Time, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil || v.secrets.Recipient == "" {
		return time.Time{}, err
	}
	l, err := v.ledger()
	if err != nil {
		return time.Time{}, err
	}
	for _, r := range v.catalogue.byID {
		if at := time.UnixMilli(r.when); r.kind == kindEntry && (since.IsZero() || at.Before(since)) {
			since = at
		}
	}
	if since.IsZero() {
		return since, nil
	}
	for _, b := range l.Made {
		if b.Recipient == v.secrets.Recipient && !b.Changed {
			since = b.Made
		}
	}
	return since, nil
}

// HasRecovery reports whether a recovery key opens the journal, and its backups.
func (v *Vault) HasRecovery() bool {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return !v.closed && v.secrets.Recipient != ""
}

// Holding names the files, by path, of the backups that hold something of an account or may: what erasing it has to
// speak of. Among them are files in the folders of backups which this journal does not know, those made before a
// restore, and the folders of journals that restores have set aside. What is not there any more is left out.
func (v *Vault) Holding(id journal.AccountID) (paths []string, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	l, err := v.ledger()
	if err != nil {
		return nil, err
	}
	first := int64(0)
	for _, r := range v.catalogue.byID {
		if (r.name == string(id) && r.kind != kindEntry || r.owner == string(id)) && (first == 0 || r.id < first) {
			first = r.id
		}
	}
	if first == 0 {
		return nil, journal.ErrNotFound
	}
	known, folders := make(map[string]bool), map[string]bool{folderIn(v.dir, l.Folder): true}
	for _, b := range l.Made {
		path, err := b.path(v.dir)
		if err != nil {
			continue
		}
		known[path], folders[filepath.Dir(path)] = true, true
		if b.Next > first && !b.missing(v.dir) {
			paths = append(paths, path)
		}
	}
	for folder := range folders {
		found, _ := FindBackups(folder) // a folder that cannot be read shows nothing
		for _, f := range found {
			if !known[f.Path] {
				paths = append(paths, f.Path)
			}
		}
	}
	aside, err := Aside(v.dir)
	if err != nil {
		return nil, err
	}
	paths = append(paths, aside...)
	slices.Sort(paths)
	return paths, nil
}

// A Found is a file that by its name is a backup. Nothing of it was read: whose it is, no key says.
type Found struct {
	Path     string
	Sequence int
	Made     time.Time
	Size     int64 // bytes
}

// FindBackups looks for backups in a folder, without a key, the newest first. A folder that is not there has none.
func FindBackups(folder string) ([]Found, error) {
	entries, err := readFolder(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("look for backups", err)
	}
	var found []Found
	for _, e := range entries {
		parts := backupNames.FindStringSubmatch(e.Name())
		if parts == nil || !e.Type().IsRegular() {
			continue
		}
		made, err := time.Parse(backupTime, parts[1])
		sequence, _ := strconv.Atoi(parts[2]) // nine digits at most
		info, infoErr := e.Info()
		if err != nil || infoErr != nil {
			continue
		}
		found = append(found, Found{filepath.Join(folder, e.Name()), sequence, made, info.Size()})
	}
	slices.SortFunc(found, func(a, b Found) int {
		if c := b.Made.Compare(a.Made); c != 0 {
			return c
		}
		return strings.Compare(b.Path, a.Path)
	})
	return found, nil
}
