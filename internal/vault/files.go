package vault

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// What lies in a journal's folder. SQLite adds vault.db-wal and vault.db-shm while the journal is open.
const (
	dbFile   = "vault.db"
	newFile  = "vault.new" // a journal being made; renamed to vault.db when complete
	lockFile = "vault.lock"
	markFile = "vault.erase" // there from before an account is erased until the file was written anew
	cardFile = "inbox.key"
	inboxDir = "inbox"
)

// lockPatience is how long to wait for another program to let go of the journal:
// a "firsthand note" that drains is done long before, a window never is.
const lockPatience = time.Second

// holdLock takes vault.lock, whose holder alone may open vault.db. The system releases it when the process ends.
func holdLock(dir string) (*flock.Flock, error) {
	if f, err := openOnly(filepath.Join(dir, lockFile), fs.FileMode.IsRegular); err == nil {
		f.Close()
	} else if errors.Is(err, ErrOdd) {
		return nil, explain("lock journal", err)
	}
	lock := flock.New(filepath.Join(dir, lockFile), flock.SetPermissions(0o600))
	ctx, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	held, err := lock.TryLockContext(ctx, 20*time.Millisecond)
	switch {
	case held:
		return lock, nil
	case err == nil || errors.Is(err, context.DeadlineExceeded):
		return nil, ErrInUse
	}
	return nil, explain("lock journal", err)
}

// writeFile makes data durable under dir/name, or leaves what was there: temp file, fsync, rename, fsync of the folder.
func writeFile(dir, name string, data []byte) error {
	return writeMade(dir, func() (string, []byte, error) { return name, data, nil })
}

// writeMade is writeFile for what is made after the temp file is there for others to see.
func writeMade(dir string, content func() (name string, data []byte, err error)) (err error) {
	f, err := os.CreateTemp(dir, tempPrefix+"*") // made with mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	name, data, err := content()
	if err != nil {
		return err
	}
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), filepath.Join(dir, name)); err != nil {
		return err
	}
	return syncFolder(dir)
}

// tempPrefix marks files not yet renamed; no reader looks at them.
const tempPrefix = ".new-"

// tighten takes from others what an unpacked copy or a careless umask gave them.
func tighten(path string, mode fs.FileMode) {
	if info, err := os.Stat(path); err == nil && info.Mode().Perm()&^mode != 0 {
		os.Chmod(path, mode)
	}
}

// exists reports whether there is a file; it fails where the folder may not be read.
func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

// ErrOdd means that something else stands where a file or a folder should be; a *fs.PathError with it says where.
var ErrOdd = errors.New("neither file nor folder")

// openOnly opens what is there for reading if it is of the right kind. A pipe would block for ever, a device never end.
func openOnly(path string, right func(fs.FileMode) bool) (*os.File, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, syscall.ELOOP): // a link to itself
	case err != nil:
		return nil, err
	case right(info.Mode()):
		return os.Open(path)
	}
	return nil, &fs.PathError{Op: "open", Path: path, Err: ErrOdd}
}

// ownFolder makes a folder in that of the journal, or finds it there; ErrOdd where something else is.
func ownFolder(path string) error {
	err := os.Mkdir(path, 0o700)
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return &fs.PathError{Op: "make", Path: path, Err: ErrOdd}
	}
	return nil
}

// readFolder is os.ReadDir, for folders only.
func readFolder(path string) ([]fs.DirEntry, error) {
	f, err := openOnly(path, fs.FileMode.IsDir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// readUpTo reads a file, and no more than n bytes of it.
func readUpTo(path string, n int64) ([]byte, error) {
	f, err := openOnly(path, fs.FileMode.IsRegular)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, n))
}
