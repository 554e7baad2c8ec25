package vault_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// copyJournal copies a closed journal.
func copyJournal(t testing.TB, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func opens(t testing.TB, dir string, key vault.Key) error {
	t.Helper()
	v, err := vault.Open(dir, key)
	if err != nil {
		return err
	}
	return errors.Join(v.Verify(background), v.Close())
}

func TestFirstPassphrase(t *testing.T) {
	v, dir, device := newDeviceJournal(t)
	fill(t, v, 50)
	drop(t, dir, line("before", "sealed to the older key"))
	v.Close()
	older := copyJournal(t, dir)
	keyFile := filepath.Join(device, v.ID().String()+".key")
	deviceKey := read(t, keyFile)

	v, err := vault.Open(dir, vault.Device(device))
	if err != nil {
		t.Fatal(err)
	}
	olderCard := read(t, filepath.Join(dir, "inbox.key"))
	recovery, err := v.SetPassphrase(passphrase, vault.CheapKDF)
	if err != nil || recovery == "" {
		t.Fatal(recovery, err)
	}
	if slices.Equal(olderCard, read(t, filepath.Join(dir, "inbox.key"))) {
		t.Error("the inbox key is the older one")
	}
	if _, err := os.Stat(keyFile); err == nil {
		t.Error("the device key is still there")
	}
	e := entry("a", "later", "written later", 99)
	apply(t, v, journal.Change{Entries: []journal.Entry{e}})
	v = reopen(t, v, dir, vault.Recovery(recovery))
	if got := drain(t, v, 0); !slices.Equal(got, []string{"sealed to the older key"}) {
		t.Errorf("entries %q", got)
	}
	if got := texts(t, v, "a"); len(got) != 51 || got[50] != "written later" {
		t.Errorf("entries %q", got)
	}
	v.Close()
	if info, err := vault.Probe(dir); err != nil || !info.HasPassphrase || info.HasDeviceKey || !info.HasRecovery {
		t.Error(info, err)
	}

	// Nothing that the device key could open is left in the file.
	file := read(t, filepath.Join(dir, "vault.db"))
	for _, ct := range sealedRows(t, older) {
		if bytes.Contains(file, ct[24:88]) {
			t.Error("a row under the older key is left")
		}
	}

	// With the device key of then: the copy of then opens, the present journal does not, whatever is put back.
	overwrite(t, keyFile, deviceKey)
	if err := opens(t, older, vault.Device(device)); err != nil {
		t.Error(err)
	}
	wantErr(t, opens(t, dir, vault.Device(device)), vault.ErrNoSuchKey)
	tamper(t, dir, `ATTACH '`+filepath.Join(older, "vault.db")+`' AS old`, `INSERT INTO slot SELECT * FROM old.slot`)
	wantErr(t, opens(t, dir, vault.Device(device)), vault.ErrDamaged)
	wantErr(t, opens(t, older, vault.Recovery(recovery)), vault.ErrNoSuchKey)
}

// sealedRows are all sealed rows of a closed journal.
func sealedRows(t testing.TB, dir string) (all [][]byte) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(`SELECT ct FROM head UNION ALL SELECT ct FROM body UNION ALL SELECT ct FROM root`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var ct []byte
		if err := rows.Scan(&ct); err != nil {
			t.Fatal(err)
		}
		all = append(all, ct)
	}
	return all
}

func TestCrashAfterFirstPassphrase(t *testing.T) {
	// The program ended after the commit: card and device key are those of before.
	v, dir, device := newDeviceJournal(t)
	card := read(t, filepath.Join(dir, "inbox.key"))
	if _, err := v.SetPassphrase(passphrase, vault.CheapKDF); err != nil {
		t.Fatal(err)
	}
	v.Close()
	overwrite(t, filepath.Join(dir, "inbox.key"), card)
	drop(t, dir, line("x", "meanwhile"))
	wantErr(t, opens(t, dir, vault.Device(device)), vault.ErrNoSuchKey)
	if info, err := vault.Probe(dir); err != nil || !info.HasPassphrase || info.HasDeviceKey {
		t.Error("still asks for the wrong key", info, err)
	}
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if damage := v.Repaired(); len(damage) != 0 {
		t.Errorf("taken for damage: %v", damage)
	}
	drain(t, v, 0)
}

func TestChangePassphrase(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 3)
	v.Close()
	older := copyJournal(t, dir)
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := v.SetPassphrase("the new one", vault.KDF{}); err != nil || again != "" {
		t.Fatal(again, err)
	}
	if err := v.CheckPassphrase("the new one"); err != nil {
		t.Error(err)
	}
	wantErr(t, v.CheckPassphrase(passphrase), vault.ErrWrongKey)
	if _, err := v.SetPassphrase("", vault.CheapKDF); err == nil {
		t.Error("an empty passphrase")
	}
	v.Close()
	for key, want := range map[vault.Key]error{vault.Passphrase("the new one"): nil, vault.Recovery(recovery): nil, vault.Passphrase(passphrase): vault.ErrWrongKey} {
		wantErr(t, opens(t, dir, key), want)
	}
	// The older copy opens with the older passphrase: the screen says so, and offers to re-key.
	if err := opens(t, older, vault.Passphrase(passphrase)); err != nil {
		t.Error(err)
	}
}

func TestRekey(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 20)
	v.Close()
	older := copyJournal(t, dir)
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	wantErr(t, v.Rekey("wrong"), vault.ErrWrongKey)
	drop(t, dir, line("x", "before"))
	if err := v.Rekey(passphrase); err != nil {
		t.Fatal(err)
	}
	drop(t, dir, line("y", "after"))
	if err := v.Rekey(passphrase); err != nil {
		t.Fatal(err)
	}
	if got := drain(t, v, 0); len(got) != 2 {
		t.Errorf("entries %q", got)
	}
	v.Close()
	for _, key := range []vault.Key{vault.Passphrase(passphrase), vault.Recovery(recovery)} {
		if err := opens(t, dir, key); err != nil {
			t.Error(err)
		}
	}
	for _, table := range []string{"head", "body", "root", "slot"} {
		spoiled := copyJournal(t, dir)
		tamper(t, spoiled, `ATTACH '`+filepath.Join(older, "vault.db")+`' AS old`, `REPLACE INTO `+table+` SELECT * FROM old.`+table)
		wantErr(t, opens(t, spoiled, vault.Passphrase(passphrase)), vault.ErrDamaged)
	}
}

// setRecovery puts a new recovery key into a journal.
func setRecovery(t testing.TB, v *vault.Vault) string {
	t.Helper()
	recovery, err := vault.DrawRecovery()
	if err == nil {
		err = v.SetRecovery(recovery)
	}
	if err != nil {
		t.Fatal(err)
	}
	return recovery
}

func TestNewRecovery(t *testing.T) {
	v, dir, recovery := newJournal(t)
	other := setRecovery(t, v)
	v.Close()
	wantErr(t, opens(t, dir, vault.Recovery(recovery)), vault.ErrWrongKey)
	if err := opens(t, dir, vault.Recovery(other)); err != nil {
		t.Error(err)
	}
	d, _, _ := newDeviceJournal(t)
	wantErr(t, d.SetRecovery(other), vault.ErrNoSuchKey)
	wantErr(t, d.SetRecovery(other[:40]), vault.ErrMistyped)

	dir = filepath.Join(t.TempDir(), "without")
	v, recovery, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF, WithoutRecovery: true})
	if err != nil || recovery != "" {
		t.Fatal(recovery, err)
	}
	recovery = setRecovery(t, v)
	v.Close()
	if err := opens(t, dir, vault.Recovery(recovery)); err != nil {
		t.Error(err)
	}
}

// TestStockAge opens the recovery slot with the age of the distribution.
func TestStockAge(t *testing.T) {
	age, err := exec.LookPath("age")
	if err != nil {
		t.Skip("age is not installed")
	}
	v, dir, recovery := newJournal(t)
	id := v.ID()
	v.Close()
	slot := filepath.Join(t.TempDir(), "slot.age")
	overwrite(t, slot, slotValue(t, dir, "recovery"))
	identity := filepath.Join(t.TempDir(), "key.txt")
	overwrite(t, identity, []byte(recovery+"\n"))
	plain, err := exec.Command(age, "--decrypt", "--identity", identity, slot).Output()
	if err != nil {
		t.Fatal(err)
	}
	if len(plain) != 68 || string(plain[:16]) != "firsthand/vault1" || string(plain[16:32]) != string(id[:]) || string(plain[32:36]) != "\x00\x00\x00\x01" {
		t.Errorf("%d bytes: %x", len(plain), plain)
	}
}
