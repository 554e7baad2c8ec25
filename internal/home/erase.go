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

// Erase removes an account for ever, with the lines that wait for it; see journal.Journal.
func (j *Journal) Erase(ctx context.Context, id journal.AccountID) error {
	// A line that waits for it would join another account else, and stay.
	if _, _, err := j.takeIn(ctx); err != nil {
		return err
	}
	return j.Journal.Erase(ctx, id)
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
