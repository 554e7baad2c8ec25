package home

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// Erase removes the journal from this machine: all of it that lies in its folder, backups there included, and its device
// key. Files that are not ours stay. It needs no key.
// Errors: ErrNoJournal; journal.ErrInUse while a window or a command has it open; those of the system.
func (h *Home) Erase() error {
	if _, err := os.Stat(h.Dir); errors.Is(err, fs.ErrNotExist) {
		return ErrNoJournal // to claim the window would make the folder
	}
	release, err := h.ClaimWindow()
	if err != nil {
		return err
	}
	err = vault.Erase(h.Dir, h.options.Keys)
	release()
	// A lock that nobody holds: whoever comes makes another one.
	if gone := os.Remove(filepath.Join(h.Dir, windowLock)); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	os.Remove(h.Dir) // unless something that is not ours lies in it
	return err
}

// Erase removes the open journal, as Home's does, and names the backups that lie elsewhere: nothing else would know of
// them. The window stays, in front of nothing. journal.ErrClosed where it is not open. Where it fails the journal is
// closed all the same.
func (d *Desk) Erase() (elsewhere []string, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return nil, journal.ErrClosed
	}
	// What cannot be read of a damaged journal keeps nobody from erasing it.
	if elsewhere, err = d.open.Elsewhere(); err != nil && !errors.Is(err, journal.ErrDamaged) {
		return nil, err
	}
	v := d.open.vault
	if err := d.shut(); err != nil {
		return nil, err
	}
	defer v.HoldBackups()() // a file that a backup is writing would come to lie where the journal was
	return elsewhere, vault.Erase(d.Dir, d.options.Keys)
}

// Erase removes an account for ever, with the lines that wait for it, and names the backups that hold something of it, or
// may: by path, also with journal.ErrTraces. For errors see journal.Journal.
func (j *Journal) Erase(ctx context.Context, id journal.AccountID) (holding []string, err error) {
	// A line that waits for it would join another account else, and stay.
	if _, _, err := j.takeIn(ctx); err != nil {
		return nil, err
	}
	defer j.vault.HoldBackups()() // one that is made meanwhile would hold it too
	if holding, err = j.vault.Holding(id); err != nil {
		return nil, err // afterwards nothing says what it was
	}
	return holding, j.Journal.Erase(ctx, id)
}

// A Wake is what erasing the journal takes along, and what it leaves behind.
type Wake struct {
	Own       int      // backups in the journal's own folder, which go too
	Elsewhere []string // backups in other folders, which stay
	Released  int      // how many times something was released: those files stay where the person saved them
}

// Wake says what erasing the journal would take along and leave behind.
func (j *Journal) Wake(ctx context.Context) (w Wake, err error) {
	all, err := j.Accounts(ctx)
	if err != nil {
		return w, err
	}
	binned, err := j.Binned(ctx)
	if err != nil {
		return w, err
	}
	for _, a := range append(all, binned...) {
		releases, err := j.vault.Releases(ctx, a.ID)
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return w, err
		}
		for _, r := range releases {
			if r.Part == nil { // the case file it left in is counted itself
				w.Released++
			}
		}
	}
	cases, err := j.Cases(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return w, err
	}
	for _, c := range cases {
		w.Released += len(c.Left)
	}
	own, err := vault.FindBackups(j.home.BackupFolder())
	if err != nil {
		return w, err
	}
	w.Own = len(own)
	if w.Elsewhere, err = j.Elsewhere(); errors.Is(err, journal.ErrDamaged) {
		err = nil
	}
	return w, err
}

// Elsewhere names the backups outside the journal's folder, by path: what erasing the journal leaves behind. Among them
// are files in their folders that this journal does not know, which may be of another one.
func (j *Journal) Elsewhere() ([]string, error) {
	b, err := j.Backups()
	if err != nil {
		return nil, err
	}
	var paths []string
	folders := []string{b.Folder}
	for _, made := range b.Made {
		folders = append(folders, filepath.Dir(made.Path))
		if !made.Missing {
			paths = append(paths, made.Path)
		}
	}
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		found, _ := vault.FindBackups(folder) // a folder that cannot be read shows nothing
		for _, f := range found {
			paths = append(paths, f.Path)
		}
	}
	own := j.home.BackupFolder() + string(filepath.Separator)
	paths = slices.DeleteFunc(paths, func(path string) bool { return strings.HasPrefix(path, own) })
	slices.Sort(paths)
	return slices.Compact(paths), nil
}
