package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// Held reports whether a program holds the journal in dir now. A lock file that nobody holds means nothing.
func Held(dir string) (bool, error) {
	path := filepath.Join(dir, lockFile)
	f, err := openOnly(path, fs.FileMode.IsRegular)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, explain("look at the lock", err)
	}
	f.Close()
	lock := flock.New(path, flock.SetFlag(os.O_RDONLY)) // makes nothing, and works in a folder that may not be written
	free, err := lock.TryLock()
	if err != nil {
		return false, explain("look at the lock", err)
	}
	return !free, lock.Unlock()
}

// abandoned is the age from which a file that was begun and never given its name is nobody's work any more.
const abandoned = time.Hour

// Leftovers names what killed programs left in dir and nobody needs, by path in it. A log, which may hold lines, is none
// of it. While a program holds the journal, they may be its work. Begun is how many files in the inbox are being written
// in this moment, or were left there within the hour.
func Leftovers(dir string) (left []string, begun int, err error) {
	entries, err := readFolder(dir)
	if err != nil {
		return nil, 0, explain("look for leftovers", err)
	}
	p, err := look(dir)
	if err != nil {
		return nil, 0, explain("look for leftovers", err)
	}
	for _, e := range entries {
		n := e.Name()
		temp := strings.HasPrefix(n, tempPrefix) && e.Type().IsRegular()
		// Where there is no journal yet, vault.new says why: see look.
		unfinished := strings.HasPrefix(n, newFile) && e.Type().IsRegular() && p == present
		if temp || unfinished || n == restoringDir && e.IsDir() {
			left = append(left, n)
		}
	}
	copies, err := os.ReadDir(filepath.Join(dir, asideDir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, 0, explain("look for leftovers", err)
	}
	for _, e := range copies {
		// A copy that a migration began, see copyAside.
		n := filepath.Join(asideDir, e.Name())
		if there, err := exists(filepath.Join(dir, n, newFile)); err == nil && there {
			left = append(left, n)
		}
	}
	for _, folder := range []string{inboxDir, BackupsDir} {
		if !isFolder(filepath.Join(dir, folder)) {
			continue
		}
		entries, err := readFolder(filepath.Join(dir, folder))
		if err != nil {
			return nil, 0, explain("look for leftovers", err)
		}
		for _, e := range entries {
			info, err := e.Info()
			switch {
			case err != nil || !strings.HasPrefix(e.Name(), tempPrefix) || !e.Type().IsRegular():
			// Whoever holds the lock backs up; anybody may add a line.
			case folder == BackupsDir || time.Since(info.ModTime()) >= abandoned:
				left = append(left, filepath.Join(folder, e.Name()))
			default:
				begun++
			}
		}
	}
	return left, begun, nil
}

// Tidy removes the leftovers under the lock, and returns how many. Errors: ErrInUse, ErrReadOnly.
func Tidy(dir string) (removed int, err error) {
	lock, err := holdLock(dir)
	if err != nil {
		return 0, err
	}
	defer lock.Unlock()
	left, _, err := Leftovers(dir)
	for _, n := range left {
		if gone := os.RemoveAll(filepath.Join(dir, n)); gone != nil {
			err = errors.Join(err, gone)
		} else {
			removed++
		}
	}
	return removed, explain("remove leftovers", err)
}

// TryWrite writes a file into each of the journal's folders that are there, and takes it away again: permissions say
// nothing to an administrator, nor of a disk that is mounted for reading only, or full.
// Errors: ErrReadOnly, ErrFull, ErrDisk.
func TryWrite(dir string) error {
	for _, folder := range []string{dir, filepath.Join(dir, inboxDir), filepath.Join(dir, BackupsDir)} {
		if folder != dir && !isFolder(folder) {
			continue
		}
		if err := tryWrite(folder); err != nil {
			return explain("try to write", err)
		}
	}
	return nil
}

func tryWrite(folder string) error {
	f, err := os.CreateTemp(folder, tempPrefix+"*")
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, 4096)) // a page of SQLite's: a full disk may still take a name
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	// Whoever opens the journal in this very moment takes it away too.
	if gone := os.Remove(f.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	return err
}

// RestoreLeft reports whether a restore was begun and has not come to its end.
func RestoreLeft(dir string) bool { return isFolder(filepath.Join(dir, restoringDir)) }

// LogLeft reports whether SQLite's log is there.
func LogLeft(dir string) bool {
	there, err := exists(filepath.Join(dir, dbFile+"-wal"))
	return err == nil && there
}
