package vault_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// TestCut cuts each file of a small journal at many lengths ("make crash": at every one): the journal opens as it was, or
// it is said what is damaged. A log that was cut is one of an earlier moment.
func TestCut(t *testing.T) {
	v, dir, device := newDeviceJournal(t)
	var moments []string // what the journal said after each change, in short
	said := func(v *vault.Vault) string { return fmt.Sprint(texts(t, v, "a")) }
	fill(t, v, 3)
	v = reopen(t, v, dir, vault.Device(device))
	for i := range 4 {
		moments = append(moments, said(v))
		apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", fmt.Sprint("later", i), fmt.Sprint("written later ", i), 10+i)}})
	}
	moments = append(moments, said(v))
	drop(t, dir, line("waits", "a waiting line"))
	killed := filepath.Join(t.TempDir(), "killed")
	if out, err := child("copy", dir, killed).Output(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	v.Close()
	key := filepath.Join(device, v.ID().String()+".key")
	waits, err := filepath.Glob(filepath.Join(killed, "inbox", "*.line"))
	if err != nil || len(waits) != 1 {
		t.Fatal(waits, err)
	}
	before := make(map[string][]byte)
	for _, path := range []string{key, waits[0], filepath.Join(killed, "vault.db"), filepath.Join(killed, "vault.db-wal"), filepath.Join(killed, "inbox.key")} {
		before[path] = read(t, path)
	}
	for _, c := range []struct {
		path  string
		check func(v *vault.Vault, err error) string // what is wrong with the answer
	}{
		{key, func(v *vault.Vault, err error) string { return unless(errors.Is(err, vault.ErrDamaged), "not noticed") }},
		{filepath.Join(killed, "inbox.key"), func(v *vault.Vault, err error) string {
			return unless(err == nil && said(v) == moments[4] && len(v.Repaired()) == 1, "not repaired, or not said")
		}},
		{waits[0], func(v *vault.Vault, err error) string {
			if err != nil {
				return "does not open"
			}
			problems, err := v.Drain(background, func([]journal.Line) error { return errors.New("half a line was taken in") })
			return unless(err == nil && len(problems) == 1, "not named")
		}},
		{filepath.Join(killed, "vault.db-wal"), func(v *vault.Vault, err error) string {
			if err != nil {
				return "does not open"
			}
			for _, m := range moments {
				if said(v) == m {
					return unless(v.Verify(background) == nil, "half a change")
				}
			}
			return "says what it never said: " + said(v)
		}},
		{filepath.Join(killed, "vault.db"), func(v *vault.Vault, err error) string {
			if err == nil { // the log brings back all that was cut off
				return unless(said(v) == moments[4] && v.Verify(background) == nil, "another text, or damage that was not noticed")
			}
			return unless(errors.Is(err, vault.ErrDamaged), "an error without a reason")
		}},
	} {
		whole := before[c.path]
		step := 1
		if *faults > 0 {
			step = max(1, len(whole)/80)
		}
		for size := rand.IntN(step); size < len(whole); size += step {
			for path, data := range before {
				overwrite(t, path, data)
			}
			os.Remove(filepath.Join(killed, "vault.db-shm"))
			if err := os.WriteFile(c.path, whole[:size], 0o600); err != nil {
				t.Fatal(err)
			}
			v, err := vault.Open(killed, vault.Device(device))
			wrong := c.check(v, err)
			if wrong != "" {
				t.Errorf("%s, %d of %d bytes: %s: %v", filepath.Base(c.path), size, len(whole), wrong, err)
			}
			if v != nil {
				v.Close()
			}
		}
	}
}

func unless(ok bool, wrong string) string {
	if ok {
		return ""
	}
	return wrong
}
