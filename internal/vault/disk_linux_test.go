package vault_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

// smallDisk is a file system of its own, gone at the end of the test.
func smallDisk(t *testing.T, size string) (dir string, remount func(flags uintptr, options string)) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("a small file system needs root:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir, func(flags uintptr, options string) {
		t.Helper()
		if err := syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options); err != nil {
			t.Fatal(err)
		}
	}
}

// fillDisk takes the last byte, until free is called.
func fillDisk(t *testing.T, dir string) (free func()) {
	t.Helper()
	path := filepath.Join(dir, "other")
	if err := os.WriteFile(path, make([]byte, 64<<20), 0o600); err == nil {
		t.Fatal("the disk is not small")
	}
	return func() { os.Remove(path) }
}

// crashedCopy is a copy of an open journal, as a program that was killed leaves it: with a log.
func crashedCopy(t *testing.T, dir, to string) {
	t.Helper()
	if info, err := os.Stat(filepath.Join(dir, "vault.db-wal")); err != nil || info.Size() == 0 {
		t.Fatal("no log: ", err)
	}
	if out, err := child("copy", dir, to).Output(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
}

// TestFullDisk fills a small file system of its own.
func TestFullDisk(t *testing.T) {
	mount, remount := smallDisk(t, "1m")
	dir := filepath.Join(mount, "journal")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	v.Close()
	testFull(t, dir, "0", func() { remount(0, "size=8m") })

	// Not a byte is free: it opens and reads, refuses to write, and writes as soon as there is room.
	drop(t, dir, line("waits", "waits for room"))
	free := fillDisk(t, mount)
	if v, err = vault.Open(dir, vault.Passphrase(passphrase)); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	kept := texts(t, v, "a")
	if len(kept) < 2 {
		t.Errorf("%d entries", len(kept))
	}
	if found, err := v.Search(background, search.Parse("text"), nil, 1000); err != nil || len(found) == 0 {
		t.Error(len(found), err)
	}
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
	e := entry("a", "after", strings.Repeat("written when the disk was full ", 1000), 0)
	wantErr(t, v.Apply(background, journal.Change{Entries: []journal.Entry{e}}), vault.ErrFull)
	_, err = v.Drain(background, keepLines(v))
	wantErr(t, err, vault.ErrFull)
	wantErr(t, vault.Drop(dir, line("full", "text")), vault.ErrFull)
	wantErr(t, v.Rekey(passphrase), vault.ErrFull)
	if n, err := vault.Waiting(dir); n != 1 || err != nil {
		t.Errorf("%d lines wait, %v", n, err)
	}
	free()
	apply(t, v, journal.Change{Entries: []journal.Entry{e}})
	drain(t, v, 0)
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	if got := texts(t, v, "a"); len(got) != len(kept)+1 {
		t.Errorf("%d entries, want one more than %d", len(got), len(kept))
	}
	v.Close()
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")

	// No room from the first byte on.
	for _, full := range []bool{false, true} {
		small, _ := smallDisk(t, "64k")
		if full {
			fillDisk(t, small)
		}
		_, _, err = vault.Create(filepath.Join(small, "journal"), vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
		wantErr(t, err, vault.ErrFull)
		if info, err := vault.Probe(filepath.Join(small, "journal")); err != nil || info.Exists {
			t.Error("half a journal is there", info, err)
		}
	}
}

// TestAlone opens journals on a disk without a free byte, one of them with a log, and does everything at once with the
// one connection that this leaves: nothing may wait for ever.
func TestAlone(t *testing.T) {
	mount, _ := smallDisk(t, "8m")
	dir := filepath.Join(mount, "journal")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, v, 300)
	killed := filepath.Join(mount, "killed")
	crashedCopy(t, dir, killed)
	v.Close()
	tamper(t, dir, `UPDATE body SET ct = x'00' WHERE id % 7 = 0`) // damage is looked at twice
	free := fillDisk(t, mount)
	if v, err = vault.Open(killed, vault.Passphrase(passphrase)); err != nil {
		t.Fatal(err)
	}
	if got := texts(t, v, "a"); len(got) != 300 {
		t.Errorf("%d entries out of the log", len(got))
	}
	if err := v.Close(); err != nil {
		t.Error(err)
	}
	v, err = vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	free()
	done := make(chan struct{})
	go func() {
		defer close(done)
		var wait sync.WaitGroup
		for worker := range 4 {
			wait.Go(func() {
				for i := range 20 {
					if found, err := v.Search(background, search.Parse("restarted"), nil, 1000); len(found) < 250 {
						t.Errorf("found %d, %v", len(found), err)
					}
					e := entry("a", strings.Repeat("x", 1+worker*20+i), "written meanwhile", 400)
					if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
	}()
	select {
	case <-done:
	case <-time.After(time.Minute):
		t.Fatal("everything waits for everything else")
	}
}

// TestReadOnlyDisk opens a journal on a file system that was mounted anew for reading only, as Linux does with one that
// fails: closed in order, and killed.
func TestReadOnlyDisk(t *testing.T) {
	mount, remount := smallDisk(t, "8m")
	dir, killed := filepath.Join(mount, "journal"), filepath.Join(mount, "killed")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	fill(t, v, 20)
	drop(t, dir, line("waits", "waits for another day"))
	crashedCopy(t, dir, killed)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("XDG_RUNTIME_DIR", "")
	remount(syscall.MS_RDONLY, "")
	for _, dir := range []string{dir, killed} {
		before, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		if got := texts(t, v, "a"); len(got) != 20 {
			t.Errorf("entries %q", got)
		}
		if err := v.Verify(background); err != nil {
			t.Error(err)
		}
		wantErr(t, v.Apply(background, journal.Change{Accounts: []journal.Account{account("b")}}), vault.ErrReadOnly)
		_, err = v.Drain(background, keepLines(v))
		wantErr(t, err, vault.ErrReadOnly)
		wantErr(t, v.Rekey(passphrase), vault.ErrReadOnly)
		_, err = v.Backup(background, t.TempDir(), night)
		wantErr(t, err, vault.ErrReadOnly)
		wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrReadOnly)
		if err := v.Close(); err != nil {
			t.Error(err)
		}
		_, err = vault.Open(dir, vault.Passphrase("wrong"))
		wantErr(t, err, vault.ErrWrongKey)
		if after, err := os.ReadDir(dir); err != nil || len(after) != len(before) {
			t.Error(after, err)
		}
	}
	if left, err := os.ReadDir(temp); err != nil || slices.ContainsFunc(left, func(e os.DirEntry) bool { return strings.HasPrefix(e.Name(), "firsthand") }) {
		t.Errorf("a copy is left: %v, %v", left, err)
	}
}

// TestNoRoomForTheCopy: nothing is changed that was not copied before.
func TestNoRoomForTheCopy(t *testing.T) {
	mount, _ := smallDisk(t, "2m")
	dir := filepath.Join(mount, "journal")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")},
		Entries: []journal.Entry{entry("a", "e", strings.Repeat("the pager woke me. ", 30_000), 0)}})
	v.Close()
	free := fillDisk(t, mount)
	undo := vault.WithSteps(1, quietly)
	defer undo()
	_, err = vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrFull)
	if copies, _ := vault.Aside(dir); len(copies) > 0 {
		t.Errorf("set aside: %q", copies)
	}
	free()
	v, err = vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if info, err := vault.Probe(dir); err != nil || info.FormatVersion != 2 {
		t.Errorf("version %d, %v", info.FormatVersion, err)
	}
}

// TestTracesOnAFullDisk erases an account where there is room for that, and none to write the file anew: it is gone, that
// is said, and the next opening with room takes the traces away.
func TestTracesOnAFullDisk(t *testing.T) {
	mount, _ := smallDisk(t, "12m")
	dir := filepath.Join(mount, "journal")
	v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}})
	for i := range 30 { // what stays is large: all of it is written anew
		apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", fmt.Sprint("stays", i), strings.Repeat("the pager woke me. ", 5000), i)}})
	}
	writeB(t, v, 5)
	v.Close()
	before := sealed(t, dir)
	if v, err = vault.Open(dir, vault.Passphrase(passphrase)); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(mount, "other")
	var disk syscall.Statfs_t
	if err := syscall.Statfs(mount, &disk); err != nil {
		t.Fatal(err)
	}
	const room = 600 << 10 // for what the log takes of the erasing, not for the whole file
	overwrite(t, other, make([]byte, int64(disk.Bavail)*disk.Bsize-room))

	wantErr(t, v.Erase(background, "b"), journal.ErrTraces)
	wantErr(t, v.Erase(background, "b"), journal.ErrNotFound)
	marked := func() bool {
		_, err := os.Stat(filepath.Join(dir, "vault.erase"))
		return err == nil
	}
	for range 2 { // the second time opened on the full disk
		if got := len(texts(t, v, "a")); got != 30+5 || !marked() {
			t.Errorf("%d lines of the other account, marked %t", got, marked())
		}
		if err := v.Verify(background); err != nil {
			t.Error(err)
		}
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	if err := v.Verify(background); err != nil || marked() {
		t.Errorf("marked %t, %v", marked(), err)
	}
	v.Close()
	after := sealed(t, dir)
	var gone [][]byte
	for name, row := range before {
		if after[name] == nil {
			gone = append(gone, row)
		}
	}
	if files := holdsBytes(t, dir, gone); len(gone) < 2*5 || files != nil {
		t.Errorf("of %d rows bytes are in %q", len(gone), files)
	}
}
