package home

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A Look is the little about the window that is needed before the journal is open: it says nothing of the person.
// Empty fields are the system's choice.
type Look struct {
	Theme    string `json:"theme,omitempty"`
	Language string `json:"language,omitempty"`
}

// maxLookFile is how much of that file is read, in bytes.
const maxLookFile = 4096

// lookFile lies with the settings, beside the folder of the device keys.
func (h *Home) lookFile() string { return filepath.Join(filepath.Dir(h.options.Keys), "window.json") }

// Look reads how the window looks. What cannot be read is the system's choice: nothing may keep the window from opening.
func (h *Home) Look() Look {
	f, err := openFile(h.lookFile())
	if err != nil {
		return Look{}
	}
	defer f.Close()
	var l Look
	if json.NewDecoder(io.LimitReader(f, maxLookFile)).Decode(&l) != nil {
		return Look{}
	}
	return l
}

// SetLook keeps how the window looks.
func (h *Home) SetLook(l Look) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	file := h.lookFile()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	// Two windows may write at once; the one that renames last is heard.
	f, err := os.CreateTemp(filepath.Dir(file), ".window-*.tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(append(b, '\n'))
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		if gone := os.Remove(f.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}
