// Package deliver brings finished bytes into a file: all of them or none.
//
// Save takes only bytes that have passed the search of a release. Export takes the person's own data in the clear.
// Both write a temporary file beside the target (0600), flush it to the disk, and only then give it the name;
// whatever fails, at the name there is either the whole file or what was there before.
package deliver

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"firsthand/internal/redact"
)

// ErrExists means that there is a file at the path already; it was not touched.
var ErrExists = errors.New("a file is there already")

// Save writes a verified release to path, readable by its owner only.
// Without overwrite an existing file is never touched: the error is ErrExists.
// Other errors wrap those of the system, such as fs.ErrPermission and syscall.ENOSPC; nothing is left behind then.
func Save(path string, v redact.Verified, overwrite bool) error {
	if len(v.Bytes()) == 0 {
		return errors.New("save release: no verified bytes")
	}
	if err := write(path, v.Bytes(), overwrite); err != nil {
		return fmt.Errorf("save release: %w", err)
	}
	return nil
}

// Export writes the person's own data, in the clear, as Save does.
func Export(path string, data []byte, overwrite bool) error {
	if err := write(path, data, overwrite); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func write(path string, data []byte, overwrite bool) (err error) {
	if info, statErr := os.Lstat(path); statErr == nil && (!overwrite || info.IsDir()) {
		return ErrExists // before any work; placing the file asks again, without a race
	}
	dir := filepath.Dir(path)
	// CreateTemp makes it 0600. The name says nothing of what it holds.
	f, err := os.CreateTemp(dir, ".firsthand-*.tmp")
	if err != nil {
		return withoutPath(err)
	}
	temp := f.Name()
	placed := false
	defer func() {
		if !placed {
			f.Close()
			os.Remove(temp)
		}
	}()
	if _, err := f.Write(data); err != nil {
		return withoutPath(err)
	}
	if err := f.Sync(); err != nil {
		return withoutPath(err)
	}
	if err := f.Close(); err != nil {
		return withoutPath(err)
	}
	if err := place(temp, path, overwrite); err != nil {
		return withoutPath(err)
	}
	placed = true
	return withoutPath(syncDir(dir))
}

// place gives the temporary file its name. Without overwrite it links, which fails where the name is taken:
// a rename would replace a file that appeared since we looked.
func place(temp, path string, overwrite bool) error {
	if overwrite {
		return os.Rename(temp, path)
	}
	err := os.Link(temp, path)
	switch {
	case err == nil:
		os.Remove(temp) // the file has its name; a second one left behind loses nothing
		return nil
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case errors.Is(err, fs.ErrPermission), errors.Is(err, errors.ErrUnsupported):
		return reserve(temp, path) // FAT and some network folders have no links
	}
	return err
}

// reserve takes the name with an empty file, which fails where it is taken, and moves the temporary file over it.
func reserve(temp, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return ErrExists
	}
	if err != nil {
		return err
	}
	f.Close()
	if err := os.Rename(temp, path); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

// withoutPath keeps what the system said and drops the path, which may name a person or a customer: an error may be logged.
func withoutPath(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", p.Op, p.Err)
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return fmt.Errorf("%s: %w", l.Op, l.Err)
	}
	return err
}
