package vault

import (
	"bytes"
	"database/sql"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// openTables opens the database of a journal so that it can at least be read: on a disk without room for -shm alone, where
// the folder may not be written a copy of it. Then frozen says why nothing can be written.
func openTables(path string) (db *sql.DB, frozen, err error) {
	if err := settleLog(path + "-wal"); err != nil {
		// Even closing it would write from a log that may not be on the disk.
		db, failed := openCopy(path)
		return db, explain("open journal", err), failed
	}
	if db, err = openDB(path); errors.Is(err, ErrFull) {
		db, err = openAlone(path)
	}
	for _, frozen := range []error{ErrFull, ErrReadOnly} {
		if errors.Is(err, frozen) {
			db, err = openCopy(path)
			return db, frozen, err
		}
	}
	return db, nil, err
}

// settleLog writes a log that was left behind once more, as it is, and syncs it. A sync of it may have failed: then Linux
// shows what was written, and holds it for written, though it is not on the disk. SQLite would take it for committed and
// write on behind it, and a power cut would take what it wrote there, for all its syncs.
func settleLog(path string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return nil // none; or what SQLite will say something about
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrPermission) || errors.Is(explain("open", err), ErrReadOnly) {
		return nil // nobody will write on
	}
	if err != nil {
		return err
	}
	defer f.Close()
	part := make([]byte, 1<<20)
	for at := int64(0); ; at += int64(len(part)) {
		n, err := f.ReadAt(part, at)
		if err != nil && err != io.EOF {
			return err
		}
		if len(bytes.Trim(part[:n], "\x00")) == 0 {
			break // its end, or nothing that could be of a log
		}
		if _, err := f.WriteAt(part[:n], at); err != nil {
			return err
		}
	}
	return f.Sync()
}

// openAlone opens the database by one connection, which needs no -shm. Whoever holds that connection must not wait for
// another one, or for whoever waits for it.
func openAlone(path string) (*sql.DB, error) {
	os.Remove(path + "-shm") // of a program that was killed: nobody would take it away
	return connect(path, aloneParameters, 1)
}

// openCopy copies a database and its log out of a folder where SQLite can make no file, and so not even read a log, and
// opens the copy alone. It holds only what is sealed.
func openCopy(path string) (db *sql.DB, err error) {
	for _, parent := range []string{os.Getenv("XDG_RUNTIME_DIR"), os.TempDir()} { // the first is often not on a disk
		if parent == "" {
			continue
		}
		if db, err = openCopyIn(parent, path); err == nil {
			return db, nil
		}
	}
	return nil, explain("open journal", err)
}

func openCopyIn(parent, path string) (*sql.DB, error) {
	dir, err := os.MkdirTemp(parent, "firsthand-")
	if err != nil {
		return nil, err
	}
	// SQLite has its files open by then: what has no name any more is gone when the program ends, however it ends.
	defer os.RemoveAll(dir)
	for _, ending := range []string{"", "-wal"} {
		err := copyFile(path+ending, filepath.Join(dir, dbFile+ending))
		if err != nil && !(ending != "" && errors.Is(err, fs.ErrNotExist)) {
			return nil, err
		}
	}
	return openAlone(filepath.Join(dir, dbFile))
}

func copyFile(from, to string) error {
	in, err := openOnly(from, fs.FileMode.IsRegular)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
