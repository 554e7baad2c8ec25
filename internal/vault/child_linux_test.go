package vault_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"firsthand/internal/vault"
)

// TestFullDisk fills a small file system of its own.
func TestFullDisk(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=1m"); err != nil {
		t.Skip("cannot mount a small file system here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(mount, syscall.MNT_DETACH) })
	dir := filepath.Join(mount, "journal")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	testFull(t, dir, "0", func() {
		if err := syscall.Mount("tmpfs", mount, "tmpfs", syscall.MS_REMOUNT, "size=8m"); err != nil {
			t.Fatal(err)
		}
	})

	// No room to open it: it says so, leaves nothing behind, and opens when there is room again.
	other := filepath.Join(mount, "other")
	os.WriteFile(other, make([]byte, 16<<20), 0o600)
	_, err = vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrFull)
	wantErr(t, vault.Drop(dir, line("full", "text")), vault.ErrFull)
	os.Remove(other)
	if err := opens(t, dir, vault.Passphrase(passphrase)); err != nil {
		t.Error(err)
	}
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")

	// No room from the first byte on.
	for _, full := range []bool{false, true} {
		small := t.TempDir()
		if err := syscall.Mount("tmpfs", small, "tmpfs", 0, "size=64k"); err != nil {
			t.Skip(err)
		}
		t.Cleanup(func() { syscall.Unmount(small, syscall.MNT_DETACH) })
		if full {
			os.WriteFile(filepath.Join(small, "other"), make([]byte, 1<<20), 0o600)
		}
		_, _, err = vault.Create(filepath.Join(small, "journal"), vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
		wantErr(t, err, vault.ErrFull)
		if info, err := vault.Probe(filepath.Join(small, "journal")); err != nil || info.Exists {
			t.Error("half a journal is there", info, err)
		}
	}
}
