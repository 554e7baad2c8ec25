package vault

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"firsthand/internal/journal"

	"filippo.io/age"
)

// begun is a journal of ten accounts with one entry each, and a snapshot of it.
func begun(t *testing.T) (*Vault, *snapshot) {
	t.Helper()
	v, _, err := Create(filepath.Join(t.TempDir(), "journal"), Options{Passphrase: "six cheap words", KDF: CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	for i := range 10 {
		id := journal.AccountID(fmt.Sprint("a", i))
		say(t, v, journal.Account{ID: id, Started: time.Unix(int64(i), 0)}, "first")
	}
	s, err := v.snapshot(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.end)
	return v, s
}

func say(t *testing.T, v *Vault, a journal.Account, text string) {
	t.Helper()
	e := journal.Entry{ID: journal.EntryID(text + string(a.ID)), Account: a.ID, Text: text, Revision: 1}
	if err := v.Apply(context.Background(), journal.Change{Accounts: []journal.Account{a}, Entries: []journal.Entry{e}}); err != nil {
		t.Fatal(err)
	}
}

func TestSnapshot(t *testing.T) {
	t.Run("writes go on beside it and are not in it", func(t *testing.T) {
		v, s := begun(t)
		n := 0
		for full, err := range s.fulls(context.Background()) {
			if err != nil || len(full.Entries) != 1 || full.Entries[0].Text != "first" {
				t.Fatal(full, err)
			}
			n++
			say(t, v, full.Account, "meanwhile")
			changed := full.Entries[0]
			changed.Text, changed.Revision = "changed", 2
			if err := v.Apply(context.Background(), journal.Change{Entries: []journal.Entry{changed}}); err != nil {
				t.Fatal(err)
			}
		}
		if n != 10 {
			t.Errorf("%d accounts", n)
		}
	})
	for name, ends := range map[string]func(v *Vault) error{
		"closing ends it":     func(v *Vault) error { return v.Close() },
		"a re-keying ends it": func(v *Vault) error { return v.Rekey("six cheap words") },
		"new settings of keys": func(v *Vault) error {
			key, err := DrawRecovery()
			return errors.Join(err, v.SetRecovery(key))
		},
	} {
		t.Run(name, func(t *testing.T) {
			v, s := begun(t)
			n := 0
			for _, err := range s.fulls(context.Background()) {
				if n++; n == 3 {
					if err := ends(v); err != nil {
						t.Fatal(err)
					}
				}
				if n > 3 && !errors.Is(err, ErrClosed) || n <= 3 && err != nil {
					t.Fatal(n, err)
				}
			}
			if n != 4 {
				t.Errorf("it went on for %d accounts", n)
			}
			for _, left := range []string{dbFile + "-wal", dbFile + "-shm"} {
				if _, err := os.Stat(filepath.Join(v.dir, left)); v.closed && err == nil {
					t.Errorf("%s is left", left)
				}
			}
		})
	}
}

// Whatever byte of a backup turns on its way to the disk, it does not count.
func TestReadBack(t *testing.T) {
	_, s := begun(t)
	to, err := age.ParseX25519Recipient(s.secrets.Recipient)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "x")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	k, plain, sealed := &keeper{Recipient: to}, sha256.New(), sha256.New()
	b := Backup{Made: time.Unix(0, 0), Accounts: 10, Entries: 10}
	if err := s.write(context.Background(), f, plain, k, b); err != nil {
		t.Fatal(err)
	}
	f.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sealed.Write(whole)
	try := func(file []byte) error {
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := readBack(context.Background(), path, k, sealed, plain, b)
		return err
	}
	if err := try(whole); err != nil {
		t.Fatal("the whole one:", err)
	}
	for at := 0; at < len(whole); at += 97 {
		changed := append([]byte{}, whole...)
		changed[at] ^= 1
		if err := try(changed); !errors.Is(err, ErrUnlike) {
			t.Fatalf("byte %d turned: %v", at, err)
		}
		if err := try(whole[:at]); !errors.Is(err, ErrUnlike) {
			t.Fatalf("cut at %d: %v", at, err)
		}
	}
	if err := try(append(whole[:len(whole):len(whole)], 0)); !errors.Is(err, ErrUnlike) {
		t.Errorf("one byte more: %v", err)
	}
}

func TestThinned(t *testing.T) {
	// One or two a day for three years, each time thinned as a backup would.
	var made []Backup
	day := time.Date(2024, 1, 1, 4, 0, 0, 0, time.UTC)
	for n := 1; n <= 3*365; n++ {
		now := day.AddDate(0, 0, n)
		made = append(made, Backup{Name: fmt.Sprint(n), Sequence: n, Made: now})
		for _, gone := range thinned(made, now) {
			if gone.Sequence > n-keptLatest {
				t.Fatalf("day %d: %d went, one of the latest", n, gone.Sequence)
			}
			for i, b := range made {
				if b == gone {
					made = append(made[:i:i], made[i+1:]...)
					break
				}
			}
		}
	}
	now := day.AddDate(0, 0, 3*365)
	var ages []int
	for _, b := range made {
		ages = append(ages, int(now.Sub(b.Made).Hours()/24))
	}
	// Two whole years before, a dozen months, eight or nine weeks, seven days.
	count := func(from, to int) (n int) {
		for _, age := range ages {
			if age >= from && age < to {
				n++
			}
		}
		return n
	}
	if latest, weekly, monthly, yearly := count(0, 7), count(7, 63), count(63, 367), count(367, 9999); latest != 7 || weekly < 7 || weekly > 9 ||
		monthly < 9 || monthly > 12 || yearly < 2 || yearly > 3 {
		t.Errorf("of the days before, these are left: %v", ages)
	}

	t.Run("a changed one is neither counted nor touched", func(t *testing.T) {
		var made []Backup
		for n := 1; n <= 9; n++ {
			made = append(made, Backup{Sequence: n, Made: day, Changed: n > 6})
		}
		if gone := thinned(made, day); len(gone) != 0 {
			t.Errorf("gone: %v", gone)
		}
	})
	t.Run("a clock that was set back takes nothing away", func(t *testing.T) {
		made := []Backup{{Sequence: 1, Made: day.AddDate(5, 0, 0)}}
		for n := 2; n <= 8; n++ {
			made = append(made, Backup{Sequence: n, Made: day.Add(time.Duration(n))})
		}
		if gone := thinned(made, day); len(gone) != 0 {
			t.Errorf("gone: %v", gone)
		}
	})
}
