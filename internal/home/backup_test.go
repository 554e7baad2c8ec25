package home

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// told is an open journal with one account that was told, at a clock that the test sets.
func told(t *testing.T, clock *time.Time) (*Journal, string) {
	t.Helper()
	root := t.TempDir()
	h, err := At(filepath.Join(root, "journal"), Options{
		Keys: filepath.Join(root, "keys"), CheapPassphrase: true, Now: func() time.Time { return *clock },
	})
	if err != nil {
		t.Fatal(err)
	}
	var recovery string
	keep := func(key string) error { recovery = key; return nil }
	if _, err := h.Make(t.Context(), "several cheap words in a row", keep); err != nil {
		t.Fatal(err)
	}
	j, err := h.Open(t.Context(), func() (string, error) { return "several cheap words in a row", nil }, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { j.Close() })
	e, err := j.Record(t.Context(), journal.Line{Text: "the replica lags"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := j.Tell(t.Context(), e.Account); err != nil {
		t.Fatal(err)
	}
	return j, recovery
}

func TestBackUpIfDue(t *testing.T) {
	clock := time.Date(2026, 4, 17, 4, 0, 0, 0, time.UTC)
	j, _ := told(t, &clock)
	stick := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(stick, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := j.KeepBackupsIn(t.Context(), stick); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(stick, stick+" away"); err != nil {
		t.Fatal(err)
	}
	tries := func(want bool, wantErr error) {
		t.Helper()
		if tried, err := j.BackUpIfDue(t.Context()); tried != want || !errors.Is(err, wantErr) {
			t.Errorf("tried %v, %v; want %v, %v", tried, err, want, wantErr)
		}
	}
	tries(true, ErrNoFolder)
	tries(false, nil) // not every ten seconds
	if b, err := j.Backups(); !errors.Is(b.Trouble, ErrNoFolder) || b.Late || err != nil {
		t.Errorf("%+v, %v", b, err)
	}
	clock = clock.Add(LateAfter + time.Hour)
	if b, err := j.Backups(); !b.Late || err != nil {
		t.Errorf("%+v, %v", b, err)
	}
	if err := os.Rename(stick+" away", stick); err != nil {
		t.Fatal(err)
	}
	tries(true, nil)
	tries(false, nil)
	b, err := j.Backups()
	if err != nil || b.Trouble != nil || b.Late || b.Own || filepath.Dir(b.Last().Path) != stick || !b.Last().Made.Equal(clock) {
		t.Errorf("%+v, %v", b, err)
	}
	clock = clock.Add(8 * 24 * time.Hour)
	tries(true, nil)
}

func TestRestoredJournalOpensInTheWindow(t *testing.T) {
	clock := time.Date(2026, 4, 17, 4, 0, 0, 0, time.UTC)
	j, recovery := told(t, &clock)
	b, err := j.Backup(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadBackup(t.Context(), b.Path, recovery); err != nil {
		t.Error(err)
	}
	h := j.home
	j.Close()
	d := h.Desk(nil)
	if _, err := h.Restore(context.Background(), b.Path, recovery, "another cheap passphrase"); err != nil {
		t.Fatal(err)
	}
	if err := d.Unlock(t.Context(), "several cheap words in a row"); !errors.Is(err, journal.ErrWrongKey) {
		t.Error(err)
	}
	if err := d.Unlock(t.Context(), "another cheap passphrase"); err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	accounts, err := d.Journal().Accounts(t.Context())
	if err != nil || len(accounts) != 1 {
		t.Error(accounts, err)
	}
}
