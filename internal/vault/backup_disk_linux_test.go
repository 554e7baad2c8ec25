package vault_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"syscall"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// TestBackupDisk keeps backups on a disk that is full, that may not be written, and that is well again.
func TestBackupDisk(t *testing.T) {
	mount, remount := smallDisk(t, "256k")
	v, _, _ := newJournal(t)
	fill(t, v, 3)
	if err := v.KeepBackupsIn(background, mount); err != nil {
		t.Fatal(err)
	}
	backUp(t, v, noon)
	had := namesIn(t, mount)
	apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "long", strings.Repeat("a whole log ", 50_000), 7)}})
	refused := func(want error) {
		t.Helper()
		_, err := v.Backup(background, "", noon)
		wantErr(t, err, want)
		if left := namesIn(t, mount); !reflect.DeepEqual(left, had) {
			t.Errorf("left on the disk: %v", left)
		}
		apply(t, v, journal.Change{Accounts: []journal.Account{account("b")}}) // the journal is unharmed
	}
	refused(vault.ErrFull)
	remount(syscall.MS_RDONLY, "size=256k")
	refused(vault.ErrReadOnly)
	remount(0, "size=16m")
	backUp(t, v, noon)
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
}

// TestRestoreOnAFullDisk finds no room for the journal that it would make: the one that is there stays.
func TestRestoreOnAFullDisk(t *testing.T) {
	mount, remount := smallDisk(t, "8m")
	dir := filepath.Join(mount, "journal")
	v, recovery, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, v, 3)
	apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "long", strings.Repeat("a whole log ", 50_000), 7)}})
	b, err := v.Backup(background, t.TempDir(), noon)
	if err != nil {
		t.Fatal(err)
	}
	want := dump(t, v)
	v.Close()
	file := filepath.Join(b.Folder, b.Name)
	free := fillDisk(t, mount)
	_, err = vault.Restore(background, dir, file, recovery, restoreOptions)
	wantErr(t, err, vault.ErrFull)
	if _, err := os.Stat(filepath.Join(dir, "restoring")); err == nil {
		t.Error("it left what it had begun")
	}
	free()
	if v, err = vault.Open(dir, vault.Passphrase(passphrase)); err != nil {
		t.Fatal(err)
	}
	if got := dump(t, v); got != want {
		t.Error("the journal is not as it was")
	}
	v.Close()
	remount(0, "size=32m")
	restore(t, dir, file, recovery)
}
