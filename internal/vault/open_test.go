package vault_test

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/vault"

	_ "github.com/mattn/go-sqlite3"
)

// wantFiles checks what lies in the journal's folder, and that nobody else may read it.
func wantFiles(t testing.TB, dir string, want ...string) {
	t.Helper()
	var got []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
		info, err := e.Info()
		if err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: mode %v, %v", e.Name(), info.Mode(), err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
}

// tamper changes the database of a closed journal by SQL.
func tamper(t testing.TB, dir string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func overwrite(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestOpenRefuses(t *testing.T) {
	db := func(dir string) string { return filepath.Join(dir, "vault.db") }
	other, otherDir, otherRecovery := newJournal(t)
	other.Close()
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, dir string)
		key   func(recovery string) vault.Key
		want  error
		part  vault.Part
	}{
		{name: "wrong passphrase", key: func(string) vault.Key { return vault.Passphrase(passphrase + " ") }, want: vault.ErrWrongKey},
		{name: "empty passphrase", key: func(string) vault.Key { return vault.Passphrase("") }, want: vault.ErrWrongKey},
		{name: "half a recovery key", key: func(r string) vault.Key { return vault.Recovery(r[:len(r)/2]) }, want: vault.ErrWrongKey},
		{name: "mistyped recovery key", key: func(r string) vault.Key { return vault.Recovery(r[:30] + "QP" + r[32:]) }, want: vault.ErrWrongKey},
		{name: "another journal's recovery key", key: func(string) vault.Key { return vault.Recovery(otherRecovery) }, want: vault.ErrWrongKey},
		{name: "device key where there is a passphrase", key: func(string) vault.Key { return vault.Device(t.TempDir()) }, want: vault.ErrNoSuchKey},
		{name: "no folder", spoil: func(t *testing.T, dir string) { os.RemoveAll(dir) }, want: vault.ErrNoJournal},
		{name: "no database", spoil: func(t *testing.T, dir string) { os.Remove(db(dir)) }, want: vault.ErrLost, part: vault.PartFile},
		{name: "a folder for the database", spoil: func(t *testing.T, dir string) {
			os.Remove(db(dir))
			os.Mkdir(db(dir), 0o700)
		}, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "empty file", spoil: func(t *testing.T, dir string) { overwrite(t, db(dir), nil) }, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "garbage", spoil: func(t *testing.T, dir string) { overwrite(t, db(dir), []byte(strings.Repeat("garbage ", 4096))) }, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "garbage after the header", spoil: func(t *testing.T, dir string) {
			overwrite(t, db(dir), append(read(t, db(dir))[:100], strings.Repeat("garbage ", 4096)...))
		}, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "another database", spoil: func(t *testing.T, dir string) { tamper(t, dir, `PRAGMA application_id = 7`) }, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "newer", spoil: func(t *testing.T, dir string) { tamper(t, dir, `PRAGMA user_version = 2`) }, want: vault.ErrNewer},
		{name: "no version", spoil: func(t *testing.T, dir string) { tamper(t, dir, `PRAGMA user_version = 0`) }, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "no vault id", spoil: func(t *testing.T, dir string) { tamper(t, dir, `DELETE FROM meta WHERE name = 'vault'`) }, want: vault.ErrDamaged, part: vault.PartMeta},
		{name: "no table", spoil: func(t *testing.T, dir string) { tamper(t, dir, `DROP TABLE meta`) }, want: vault.ErrDamaged, part: vault.PartFile},
		{name: "no passphrase slot", spoil: func(t *testing.T, dir string) { tamper(t, dir, `DELETE FROM slot WHERE kind = 'passphrase'`) }, want: vault.ErrNoSuchKey},
		{name: "the slot of another journal", spoil: func(t *testing.T, dir string) {
			tamper(t, dir, `ATTACH '`+db(otherDir)+`' AS other`, `REPLACE INTO slot SELECT * FROM other.slot`)
		}, want: vault.ErrDamaged, part: vault.PartPassphrase},
		{name: "the recovery slot of another journal", spoil: func(t *testing.T, dir string) {
			tamper(t, dir, `ATTACH '`+db(otherDir)+`' AS other`, `REPLACE INTO slot SELECT * FROM other.slot`)
		}, key: func(string) vault.Key { return vault.Recovery(otherRecovery) }, want: vault.ErrDamaged, part: vault.PartRecovery},
		{name: "recovery slot cut short", spoil: func(t *testing.T, dir string) {
			tamper(t, dir, `UPDATE slot SET value = substr(value, 1, length(value) - 9) WHERE kind = 'recovery'`)
		}, key: func(r string) vault.Key { return vault.Recovery(r) }, want: vault.ErrDamaged, part: vault.PartRecovery},
		{name: "KDF of 2 TiB", spoil: func(t *testing.T, dir string) { hugeKDF(t, dir) }, want: vault.ErrDamaged, part: vault.PartPassphrase},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, dir, recovery := newJournal(t)
			fill(t, v, 3)
			v.Close()
			if c.spoil != nil {
				c.spoil(t, dir)
			}
			key := vault.Passphrase(passphrase)
			if c.key != nil {
				key = c.key(recovery)
			}
			v, err := vault.Open(dir, key)
			if err == nil {
				v.Close()
			}
			wantErr(t, err, c.want)
			if c.part != "" {
				wantPart(t, err, c.part)
			}
			for _, word := range []string{"restarted", "night of a", passphrase} {
				if err != nil && strings.Contains(err.Error(), word) {
					t.Errorf("the error says %q", word)
				}
			}
			for _, name := range []string{"vault.db-wal", "vault.db-shm"} {
				if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s is left, %v", name, err)
				}
			}
			// The lock is free again: a second try says the same.
			_, err = vault.Open(dir, key)
			wantErr(t, err, c.want)
		})
	}
}

// hugeKDF asks for 2 TiB, with a checksum that is right.
func hugeKDF(t testing.TB, dir string) {
	changeSlot(t, dir, func(slot []byte) { binary.BigEndian.PutUint32(slot[44:], 1<<31) })
}

func wantPart(t testing.TB, err error, part vault.Part) {
	t.Helper()
	var broken *vault.DamageError
	if !errors.As(err, &broken) || !slices.ContainsFunc(broken.Damage, func(d vault.Damage) bool { return d.Part == part }) {
		t.Errorf("error %v does not name %s", err, part)
	}
}

func TestCreateRefuses(t *testing.T) {
	v, dir, _ := newJournal(t)
	_, _, err := vault.Create(dir, vault.Options{Passphrase: "other", KDF: vault.CheapKDF})
	wantErr(t, err, vault.ErrInUse)
	v.Close()
	_, _, err = vault.Create(dir, vault.Options{Passphrase: "other", KDF: vault.CheapKDF})
	wantErr(t, err, vault.ErrExists)
	if _, _, err := vault.Create(t.TempDir(), vault.Options{}); err == nil {
		t.Error("a journal without any key")
	}
	file := filepath.Join(t.TempDir(), "file")
	overwrite(t, file, nil)
	if _, _, err := vault.Create(file, vault.Options{Passphrase: "x", KDF: vault.CheapKDF}); err == nil {
		t.Error("a journal in a file")
	}
}

func TestCreateAfterCrash(t *testing.T) {
	// What a program leaves that ended before the journal had its name.
	dir := t.TempDir()
	overwrite(t, filepath.Join(dir, "vault.new"), []byte("half"))
	overwrite(t, filepath.Join(dir, "vault.new-wal"), []byte("half"))
	overwrite(t, filepath.Join(dir, "inbox.key"), []byte("half"))
	wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrNoJournal)
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	reopen(t, v, dir, vault.Passphrase(passphrase)).Close()
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")
}

func TestFiles(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 10)
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.db-shm", "vault.db-wal", "vault.lock")
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("folder: %v, %v", info.Mode(), err)
	}
	v.Close()
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")
	os.Chmod(filepath.Join(dir, "vault.db"), 0o644)
	reopen(t, v, dir, vault.Passphrase(passphrase))
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.db-shm", "vault.db-wal", "vault.lock")
}

func TestProbe(t *testing.T) {
	if info, err := vault.Probe(filepath.Join(t.TempDir(), "nothing")); err != nil || info.Exists {
		t.Error(info, err)
	}
	v, dir, _ := newJournal(t)
	want := vault.Info{Exists: true, ID: v.ID(), FormatVersion: 1, HasPassphrase: true, HasRecovery: true}
	if info, err := vault.Probe(dir); err != nil || info != want { // while it is held
		t.Error(info, err)
	}
	card := filepath.Join(dir, "inbox.key")
	overwrite(t, card, []byte("garbage"))
	_, err := vault.Probe(dir)
	wantErr(t, err, vault.ErrInUse)
	v.Close()
	want.InboxDamaged = true
	if info, err := vault.Probe(dir); err != nil || info != want {
		t.Error(info, err)
	}
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")

	d, dir, _ := newDeviceJournal(t)
	want = vault.Info{Exists: true, ID: d.ID(), FormatVersion: 1, HasDeviceKey: true}
	if info, err := vault.Probe(dir); err != nil || info != want {
		t.Error(info, err)
	}
}

func TestDeviceKey(t *testing.T) {
	other, _, otherDevice := newDeviceJournal(t)
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, file string)
		want  error
	}{
		{"missing", func(t *testing.T, file string) { os.Remove(file) }, vault.ErrNoDeviceKey},
		{"empty", func(t *testing.T, file string) { overwrite(t, file, nil) }, vault.ErrDamaged},
		{"a flipped bit", func(t *testing.T, file string) {
			b := read(t, file)
			b[50] ^= 1
			overwrite(t, file, b)
		}, vault.ErrDamaged},
		{"of another journal", func(t *testing.T, file string) {
			overwrite(t, file, read(t, filepath.Join(otherDevice, other.ID().String()+".key")))
		}, vault.ErrDamaged},
		{"newer", func(t *testing.T, file string) {
			b := read(t, file)
			b[16] = 2
			overwrite(t, file, b)
		}, vault.ErrNewer},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, dir, device := newDeviceJournal(t)
			v.Close()
			c.spoil(t, filepath.Join(device, v.ID().String()+".key"))
			_, err := vault.Open(dir, vault.Device(device))
			wantErr(t, err, c.want)
			_, err = vault.Open(dir, vault.Passphrase(passphrase))
			wantErr(t, err, vault.ErrNoSuchKey)
		})
	}
}
