//go:build unix

package vault_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

func init() {
	roles["fill"] = fillUp
	roles["nobody"] = asNobody
}

// fillUp writes until the disk, or a limit on the size of a file, says no; then it says which error that was,
// and whether the journal still reads.
func fillUp(dir string, args []string) error {
	if limit, _ := strconv.ParseUint(args[0], 10, 64); limit > 0 {
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit}); err != nil {
			return err
		}
	}
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		id := fmt.Sprint("e", i)
		e := entry("a", id, id+" "+strings.Repeat("text ", 500), i)
		if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); err != nil {
			fmt.Println("full", errors.Is(err, vault.ErrFull), err)
			break
		}
		fmt.Println("kept", id)
	}
	for i := 0; ; i++ {
		id := fmt.Sprint("d", i)
		if err := vault.Drop(dir, line(id, id+" "+strings.Repeat("text ", 5000*(i+1)))); err != nil {
			fmt.Println("full", errors.Is(err, vault.ErrFull), err)
			break
		}
		fmt.Println("kept", id)
	}
	_, err = v.Entries(background, "a")
	fmt.Println("reads", err == nil, err)
	_, err = v.SetPassphrase(passphrase, vault.CheapKDF)
	fmt.Println("passphrase", err == nil || errors.Is(err, vault.ErrFull), err)
	return v.Close()
}

func testFull(t *testing.T, dir, limit string, makeRoom func()) {
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}})
	v.Close()
	out, err := child("fill", dir, limit).Output()
	if err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	var kept []string
	full := 0
	for said := range strings.Lines(string(out)) {
		words := strings.Fields(said)
		switch words[0] {
		case "kept":
			kept = append(kept, words[1])
		case "full":
			full++
			fallthrough
		default:
			if words[1] != "true" {
				t.Errorf("the writer said %q", said)
			}
		}
	}
	makeRoom()
	v, err = vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
	if problems, err := v.Drain(background, keepLines(v)); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for _, id := range kept {
		if e, err := v.Entry(background, journal.EntryID(id)); err != nil || !strings.HasPrefix(e.Text, id+" ") {
			t.Errorf("%s was acknowledged and is lost: %v", id, err)
		}
	}
	if full != 2 || len(kept) < 2 {
		t.Errorf("full %d times, %d lines kept", full, len(kept))
	}
	t.Logf("%d lines kept until it was full", len(kept))
}

func TestFullBySizeOfFile(t *testing.T) {
	for _, limit := range []int{100_000, 150_000, 333_333, 1_000_000} {
		v, dir, _ := newJournal(t)
		v.Close()
		testFull(t, dir, fmt.Sprint(limit), func() {})
	}
}

// nobody is a user who owns nothing.
const nobody = 65534

// asNobody gives up root, for which permission bits mean nothing, and tries everything.
func asNobody(dir string, _ []string) error {
	if os.Getuid() == 0 {
		if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			return err
		}
	}
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err == nil {
		var entries []journal.Entry
		entries, err = v.Entries(background, "a")
		fmt.Println("read", len(entries) == 3, err)
		err = errors.Join(v.Apply(background, journal.Change{Accounts: []journal.Account{account("b")}}), v.Close())
	}
	fmt.Println("write", errors.Is(err, vault.ErrReadOnly), err)
	err = vault.Drop(dir, line("x", "text"))
	fmt.Println("drop", errors.Is(err, vault.ErrReadOnly), err)
	_, _, err = vault.Create(filepath.Join(dir, "in", "it"), vault.Options{Passphrase: "x", KDF: vault.CheapKDF})
	fmt.Println("create", errors.Is(err, vault.ErrReadOnly), err)
	_, _, err = vault.Create(dir, vault.Options{Passphrase: "x", KDF: vault.CheapKDF})
	fmt.Println("create again", errors.Is(err, vault.ErrReadOnly) || errors.Is(err, vault.ErrExists), err)
	return nil
}

func TestReadOnly(t *testing.T) {
	for _, c := range []struct {
		name           string
		folder, inside os.FileMode
		answers        int
	}{
		{"a folder that may be read", 0o555, 0o444, 5},
		{"a folder without the lock file", 0o555, 0o444, 4},
		{"a folder without permission", 0, 0, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			// Not t.TempDir, which nobody may enter.
			base, err := os.MkdirTemp("", "readonly")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				filepath.WalkDir(base, func(path string, _ os.DirEntry, _ error) error { return os.Chmod(path, 0o700) })
				os.RemoveAll(base)
			})
			os.Chmod(base, 0o755)
			dir := filepath.Join(base, "journal")
			v, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
			if err != nil {
				t.Fatal(err)
			}
			fill(t, v, 3)
			v.Close()
			if strings.Contains(c.name, "without the lock") {
				os.Remove(filepath.Join(dir, "vault.lock"))
			}
			for _, file := range []string{"vault.db", "inbox.key", "vault.lock"} {
				os.Chmod(filepath.Join(dir, file), c.inside)
			}
			os.Chmod(filepath.Join(dir, "inbox"), c.folder)
			os.Chmod(dir, c.folder)
			out, err := child("nobody", dir).Output()
			if err != nil {
				t.Fatalf("%s, %v", out, err)
			}
			lines := strings.Split(strings.TrimSpace(string(out)), "\n")
			if len(lines) != c.answers {
				t.Errorf("%d answers", len(lines))
			}
			for _, said := range lines {
				if !strings.Contains(said, " true ") {
					t.Errorf("the program said %q", said)
				}
			}
		})
	}
}
