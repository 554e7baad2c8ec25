package vault_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"firsthand/internal/journal"
	"firsthand/internal/search"
)

// canary stands in every text that the tests of crashes and failing disks write; it may be in no file.
const canary = "canary-Zürich-\U0001F426-4711"

// forms are what plaintext could look like in a file: the canary's beginning in every encoding that a program might
// give it, and what other tests write.
var forms = func() [][]byte {
	text := canary[:12]
	var little, big []byte
	for _, u := range utf16.Encode([]rune(text)) {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	digits := hex.EncodeToString([]byte(text))
	forms := [][]byte{[]byte(text), little, big, []byte(digits), []byte(strings.ToUpper(digits)), []byte("I restarted number"), []byte("The night of")}
	for shift := range 3 {
		// Without the last digits: what follows decides about them.
		forms = append(forms, []byte(base64.StdEncoding.EncodeToString([]byte(text[shift:]))[:10]))
	}
	return forms
}()

// noPlaintext looks for the canary in every file of the journal, in the encodings it could survive in.
func noPlaintext(t testing.TB, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		for _, form := range forms {
			if bytes.Contains(data, form) || strings.Contains(path, canary[:12]) {
				t.Errorf("%s holds plaintext: %q", path, form)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNoPlaintext looks into every file while the journal is in use. It reads the files by name only after closing:
// closing a file that SQLite has open drops SQLite's locks, so the look meanwhile is at a copy made by another program.
func TestNoPlaintext(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 200)
	hidden := account("b")
	hidden.Title, hidden.Telling = canary, &journal.Telling{At: night, Entries: []journal.Entry{entry("b", "t", canary, 0)}}
	apply(t, v, journal.Change{Accounts: []journal.Account{hidden}, Entries: []journal.Entry{entry("b", canary, canary, 0)}})
	drop(t, dir, line(canary, canary))
	if found, err := v.Search(background, search.Parse("canary"), nil, 10); err != nil || len(found) != 1 {
		t.Error(found, err)
	}
	inUse := filepath.Join(t.TempDir(), "copy")
	if out, err := exec.Command("cp", "-r", dir, inUse).CombinedOutput(); err != nil {
		t.Skip(string(out), err)
	}
	if names, _ := filepath.Glob(filepath.Join(inUse, "*")); !slices.Contains(names, filepath.Join(inUse, "vault.db-wal")) {
		t.Errorf("no log to look into: %q", names)
	}
	noPlaintext(t, inUse)
	v.Close()
	noPlaintext(t, dir)
	// The look itself sees plaintext where there is some.
	for _, form := range forms {
		overwrite(t, filepath.Join(inUse, "leak"), slices.Concat([]byte("x"), form, []byte("x")))
		if !holdsPlaintext(inUse) {
			t.Errorf("the look does not see %q", form)
		}
	}
}

func holdsPlaintext(dir string) bool {
	var seen failures
	noPlaintext(&seen, dir)
	return seen.count > 0
}

// failures counts the errors of a check instead of failing.
type failures struct {
	testing.TB
	count int
}

func (f *failures) Helper()               {}
func (f *failures) Errorf(string, ...any) { f.count++ }
func (f *failures) Fatal(...any)          { f.count++ }
