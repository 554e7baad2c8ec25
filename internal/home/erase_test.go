package home

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"firsthand/internal/journal"
)

func TestEraseBesideWindow(t *testing.T) {
	h, err := At(filepath.Join(t.TempDir(), "journal"), Options{Keys: filepath.Join(t.TempDir(), "keys")})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Erase(); !errors.Is(err, ErrNoJournal) {
		t.Errorf("without a journal: %v", err)
	}
	if _, err := h.Drop(journal.Line{Text: "a line"}); err != nil {
		t.Fatal(err)
	}
	release, err := h.ClaimWindow() // it is open, and locked
	if err != nil {
		t.Fatal(err)
	}
	if err := h.Erase(); !errors.Is(err, journal.ErrInUse) {
		t.Errorf("beside a window: %v", err)
	}
	if s, err := h.State(); s != WithDevice || err != nil {
		t.Errorf("state %q, %v", s, err)
	}
	release()
	if err := h.Erase(); err != nil {
		t.Error(err)
	}
	if keys, err := os.ReadDir(h.options.Keys); len(keys) > 0 || err != nil {
		t.Errorf("keys %v, %v", keys, err)
	}
	if _, err := os.Stat(h.Dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is left, %v", err)
	}
}
