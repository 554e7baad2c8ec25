package home

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// TestBin: opening the journal erases what has lain in the bin for thirty days, and nothing sooner.
func TestBin(t *testing.T) {
	ctx := context.Background()
	now := time.Date(2026, 11, 21, 3, 42, 0, 0, time.UTC)
	h, err := At(filepath.Join(t.TempDir(), "journal"), Options{Keys: t.TempDir(), Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	if err := h.MakeWithoutPassphrase(); err != nil {
		t.Fatal(err)
	}
	var id journal.AccountID
	// opened runs f on the journal, opened at that moment.
	opened := func(f func(*Journal) error) {
		t.Helper()
		j, err := h.Open(ctx, func() (string, error) { return "", ErrNoPassphrase }, nil)
		if err == nil {
			err = errors.Join(f(j), j.Close())
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	opened(func(j *Journal) error {
		e, err := j.Record(ctx, journal.Line{Text: "errors climb"})
		id = e.Account
		if err == nil {
			_, err = j.Bin(ctx, id)
		}
		return err
	})
	began := now
	for _, c := range []struct {
		after time.Duration
		there int
	}{{journal.BinFor - time.Minute, 1}, {journal.BinFor, 0}} {
		now = began.Add(c.after)
		opened(func(j *Journal) error {
			binned, err := j.Binned(ctx)
			if len(binned) != c.there {
				t.Errorf("after %v: %d in the bin", c.after, len(binned))
			}
			return err
		})
	}
}

// TestEraseDuringBackup erases while a backup is being written: it ends, and nothing of it comes to lie where something
// was erased.
func TestEraseDuringBackup(t *testing.T) {
	for _, c := range []struct {
		what  string
		erase func(t *testing.T, d *Desk, id journal.AccountID)
	}{
		{"the journal", func(t *testing.T, d *Desk, _ journal.AccountID) {
			if _, err := d.Erase(); err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(d.Dir); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the folder is left, %v", err)
			}
		}},
		{"an account", func(t *testing.T, d *Desk, id journal.AccountID) {
			holding, err := d.Journal().Erase(t.Context(), id)
			ok(t, err)
			made, err := os.ReadDir(d.BackupFolder())
			if ok(t, err); len(made) != len(holding) {
				t.Errorf("%d files, %d named: %q", len(made), len(holding), holding)
			}
		}},
	} {
		t.Run(c.what, func(t *testing.T) {
			p := newPatient(t)
			d := p.Desk(nil)
			ok(t, d.Unlock(t.Context(), opensPatient))
			defer d.Close()
			j := d.Journal()
			var id journal.AccountID
			for i := range 30 {
				e, err := j.Record(t.Context(), journal.Line{Text: fmt.Sprint(i, strings.Repeat(" the replica lags", 10_000))})
				ok(t, err)
				id = e.Account
			}
			ended := make(chan error)
			for seen := false; !seen; {
				go func() {
					_, err := j.Backup(t.Context(), "")
					ended <- err
				}()
				for over := false; !seen && !over; {
					select {
					case err := <-ended: // it was faster than this look
						ok(t, err)
						over = true
					case <-time.After(time.Millisecond):
						begun, _ := filepath.Glob(filepath.Join(d.BackupFolder(), ".new-*"))
						seen = len(begun) > 0
					}
				}
			}
			finished := make(chan error, 1)
			go func() { finished <- <-ended }()
			c.erase(t, d, id)
			if err := <-finished; err != nil && !errors.Is(err, journal.ErrClosed) {
				t.Error(err)
			}
			if begun, _ := filepath.Glob(filepath.Join(d.BackupFolder(), ".new-*")); len(begun) > 0 {
				t.Errorf("left by the backup: %q", begun)
			}
		})
	}
}
