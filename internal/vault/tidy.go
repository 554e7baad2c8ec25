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

// Leftovers names what killed programs left in dir and nobody needs. A log, which may hold lines, is none of it. While a
// program holds the journal, they may be its work.
func Leftovers(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, explain("look for leftovers", err)
	}
	var left []string
	for _, e := range entries {
		n := e.Name()
		temp := strings.HasPrefix(n, tempPrefix) && e.Type().IsRegular()
		if temp || n == restoringDir && e.IsDir() || strings.HasPrefix(n, newFile) && e.Type().IsRegular() {
			left = append(left, n)
		}
	}
	return left, nil
}

// Tidy removes the leftovers under the lock, and from the inbox what was begun an hour ago or more. Errors: ErrInUse, ErrReadOnly.
func Tidy(dir string) error {
	lock, err := holdLock(dir)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	left, err := Leftovers(dir)
	for _, n := range left {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, n)))
	}
	sweep(filepath.Join(dir, inboxDir), time.Hour)
	return explain("remove leftovers", err)
}

// LogLeft reports whether SQLite's log is there.
func LogLeft(dir string) bool {
	there, err := exists(filepath.Join(dir, dbFile+"-wal"))
	return err == nil && there
}
