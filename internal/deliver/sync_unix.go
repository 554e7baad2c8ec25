//go:build !windows

package deliver

import (
	"errors"
	"os"
	"syscall"
)

// syncDir makes the new name durable. Some network folders cannot; the bytes are on disk there all the same.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil // a folder that may be written but not read
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
