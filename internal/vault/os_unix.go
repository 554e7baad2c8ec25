//go:build unix

package vault

import (
	"os"
	"syscall"
)

var (
	fullNumbers     = []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}
	diskNumbers     = []syscall.Errno{syscall.EIO, syscall.ENXIO, syscall.ENODEV}
	readOnlyNumbers = []syscall.Errno{syscall.EACCES, syscall.EPERM, syscall.EROFS}
)

// syncFolder makes the names in a folder durable: without it a power cut may take back a rename.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
