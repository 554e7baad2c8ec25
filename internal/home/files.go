package home

import (
	"io/fs"
	"os"
)

// openFile opens a file for reading. ErrOdd means that something else stands there: a pipe would block for ever.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrOdd}
	}
	return os.Open(path)
}
