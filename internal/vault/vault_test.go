package vault_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

const passphrase = "six cheap words for a test"

var night = time.Date(2025, 3, 9, 3, 42, 0, 0, time.FixedZone("", 3600))

// newJournal makes a journal with a passphrase in a temporary folder, closed at the end of the test.
func newJournal(t testing.TB) (v *vault.Vault, dir, recovery string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "journal")
	v, recovery, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v, dir, recovery
}

func newDeviceJournal(t testing.TB) (v *vault.Vault, dir, device string) {
	t.Helper()
	dir, device = filepath.Join(t.TempDir(), "journal"), filepath.Join(t.TempDir(), "settings")
	v, recovery, err := vault.Create(dir, vault.Options{DeviceDir: device})
	if err != nil {
		t.Fatal(err)
	}
	if recovery != "" {
		t.Error("a recovery key without a passphrase")
	}
	t.Cleanup(func() { v.Close() })
	return v, dir, device
}

func reopen(t testing.TB, v *vault.Vault, dir string, key vault.Key) *vault.Vault {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	v, err := vault.Open(dir, key)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	return v
}

func account(id string) journal.Account {
	return journal.Account{ID: journal.AccountID(id), Title: "The night of " + id, State: journal.Open, Zone: "Europe/Berlin", Started: night}
}

func entry(account, id, text string, position int) journal.Entry {
	return journal.Entry{
		ID: journal.EntryID(id), Account: journal.AccountID(account), Text: text, Kind: journal.Action, Share: journal.Private,
		Moment: journal.At(night.Add(time.Duration(position) * time.Minute)), Recorded: night, Position: position, Revision: 1,
	}
}

func line(id, text string) journal.Line {
	return journal.Line{ID: journal.EntryID(id), Text: text, Moment: journal.At(night), Recorded: night}
}

func apply(t testing.TB, v *vault.Vault, change journal.Change) {
	t.Helper()
	if err := v.Apply(context.Background(), change); err != nil {
		t.Fatal(err)
	}
}

// fill writes one account with n entries.
func fill(t testing.TB, v *vault.Vault, n int) {
	t.Helper()
	change := journal.Change{Accounts: []journal.Account{account("a")}}
	for i := range n {
		change.Entries = append(change.Entries, entry("a", fmt.Sprintf("e%d", i), fmt.Sprintf("I restarted number %d", i), i))
	}
	apply(t, v, change)
}

func texts(t testing.TB, v *vault.Vault, id string) (texts []string) {
	t.Helper()
	entries, err := v.Entries(context.Background(), journal.AccountID(id))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		texts = append(texts, e.Text)
	}
	return texts
}

func wantErr(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}

func TestOpen(t *testing.T) {
	t.Run("each of the keys opens it", func(t *testing.T) {
		v, dir, recovery := newJournal(t)
		fill(t, v, 3)
		typed := strings.ToLower(recovery[:20]) + " \n" + recovery[20:]
		for _, key := range []vault.Key{vault.Passphrase(passphrase), vault.Recovery(recovery), vault.Recovery(typed)} {
			v = reopen(t, v, dir, key)
			if got := texts(t, v, "a"); len(got) != 3 || got[2] != "I restarted number 2" {
				t.Errorf("entries %q", got)
			}
		}
	})
	t.Run("the same passphrase from another keyboard", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "j")
		v, _, err := vault.Create(dir, vault.Options{Passphrase: "caf\u00e9 \ufb01ve", KDF: vault.CheapKDF})
		if err != nil {
			t.Fatal(err)
		}
		reopen(t, v, dir, vault.Passphrase("cafe\u0301 five"))
	})
	t.Run("device key", func(t *testing.T) {
		v, dir, device := newDeviceJournal(t)
		fill(t, v, 1)
		v = reopen(t, v, dir, vault.Device(device))
		if got := texts(t, v, "a"); len(got) != 1 {
			t.Errorf("entries %q", got)
		}
		info, err := os.Stat(filepath.Join(device, v.ID().String()+".key"))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("device key: %v, %v", info, err)
		}
	})
	t.Run("a folder with an odd name", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "a b#c?d%20é&mode=ro")
		v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
		if err != nil {
			t.Fatal(err)
		}
		reopen(t, v, dir, vault.Passphrase(passphrase))
	})
}
