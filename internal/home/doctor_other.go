//go:build !linux && !darwin

package home

import (
	"errors"
	"io/fs"
)

func freeSpace(string) (uint64, error) { return 0, errors.ErrUnsupported }

func foreign(fs.FileInfo) bool { return false }
