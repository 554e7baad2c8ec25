package vault

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

// TestStoredBackups restores a backup of every format version there ever was. Each is of the journal stored beside it,
// whose recovery key opens it; -update writes the one of the present version anew.
func TestStoredBackups(t *testing.T) {
	if *update {
		dir := filepath.Join(t.TempDir(), "journal")
		if err := os.CopyFS(dir, os.DirFS("testdata/journal1")); err != nil {
			t.Fatal(err)
		}
		v, err := Open(dir, Passphrase("six cheap words for a test"))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		b, err := v.Backup(t.Context(), t.TempDir(), vectorEntry.Recorded)
		if err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(filepath.Join(b.Folder, b.Name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(fmt.Sprintf("testdata/backup%d.age", archive.BackupVersion), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := filepath.Glob("testdata/backup?.age")
	if err != nil || len(stored) != archive.BackupVersion {
		t.Fatal(stored, err)
	}
	for _, file := range stored {
		recovery, err := os.ReadFile("testdata/journal1.recovery")
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), "journal")
		o := RestoreOptions{Passphrase: "another", KDF: CheapKDF, Now: vectorEntry.Recorded}
		if _, err := Restore(t.Context(), dir, file, strings.TrimSpace(string(recovery)), o); err != nil {
			t.Fatal(file, err)
		}
		// A line that was sealed for the journal before it was backed up.
		waiting, err := filepath.Glob("testdata/journal1/inbox/*.line")
		if err != nil || len(waiting) != 1 {
			t.Fatal(waiting, err)
		}
		line, err := os.ReadFile(waiting[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "inbox", filepath.Base(waiting[0])), line, 0o600); err != nil {
			t.Fatal(err)
		}
		v, err := Open(dir, Passphrase("another"))
		if err != nil {
			t.Fatal(file, err)
		}
		defer v.Close()
		a, err := v.Account(t.Context(), "a")
		if err != nil || a.Title != "A night" || len(a.Telling.Entries) != 1 {
			t.Errorf("%s: account %+v, %v", file, a, err)
		}
		if e, err := v.Entry(t.Context(), "e"); err != nil || !reflect.DeepEqual(e, vectorEntry) {
			t.Errorf("%s: entry %+v, %v", file, e, err)
		}
		lines := 0
		problems, err := v.Drain(t.Context(), func(l []journal.Line) error { lines += len(l); return nil })
		if err != nil || lines != 1 || len(problems) != 0 {
			t.Errorf("%s: %d lines, %v, %v", file, lines, problems, err)
		}
	}
}
