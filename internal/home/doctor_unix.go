//go:build linux || darwin

package home

import (
	"io/fs"
	"os"
	"syscall"
)

// freeSpace is how many bytes this login may still write where dir lies.
func freeSpace(dir string) (uint64, error) {
	var s syscall.Statfs_t
	err := syscall.Statfs(dir, &s)
	return s.Bavail * uint64(s.Bsize), err
}

// foreign reports whether another login owns the file.
func foreign(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(s.Uid) != os.Geteuid()
}
