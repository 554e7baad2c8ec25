package vault_test

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// There is one version of the format so far. These tests give it two more, whose steps write every record anew.

func quietly(*vault.Vault) error { return nil }

func init() {
	// migrate opens a journal by two steps, and waits in the middle of each.
	roles["migrate"] = func(dir string, _ []string) error {
		vault.WithSteps(2, func(*vault.Vault) error {
			fmt.Println("in the middle")
			_, err := os.Stdin.Read(make([]byte, 1))
			return err
		})
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			return err
		}
		fmt.Println("done")
		return v.Close()
	}
	roles["drop-later"] = func(dir string, args []string) error {
		vault.WithSteps(2, quietly)
		return dropForever(dir, args)
	}
}

func TestMigrate(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 7)
	before := texts(t, v, "a")
	v.Close()

	undo := vault.WithSteps(2, quietly)
	defer undo()
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(t, v, "a"); !slices.Equal(got, before) {
		t.Errorf("%q, want %q", got, before)
	}
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
	changed := entry("a", "e0", "and changed since", 0)
	changed.Revision = 2
	apply(t, v, journal.Change{Entries: []journal.Entry{changed}})
	if err := v.Rekey(passphrase); err != nil {
		t.Fatal(err)
	}
	v = reopen(t, v, dir, vault.Recovery(recovery))
	v.Close()
	integrity(t, dir)
	if info, err := vault.Probe(dir); err != nil || info.FormatVersion != 3 {
		t.Errorf("version %d, %v", info.FormatVersion, err)
	}

	copies, err := vault.Aside(dir)
	if err != nil || len(copies) != 1 {
		t.Fatalf("set aside: %q, %v", copies, err)
	}
	undo()
	_, err = vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrNewer)
	// What was set aside opens by the program of before, with what was in it then.
	v, err = vault.Open(copies[0], vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if got := texts(t, v, "a"); !slices.Equal(got, before) {
		t.Errorf("set aside: %q, want %q", got, before)
	}
}

// TestHalfACopy: what a program leaves that was killed while it copied the journal is nothing to go back to.
func TestHalfACopy(t *testing.T) {
	v, dir, _ := newJournal(t)
	v.Close()
	half := filepath.Join("set-aside", "20250309T024200Z")
	if err := os.MkdirAll(filepath.Join(dir, half), 0o700); err != nil {
		t.Fatal(err)
	}
	overwrite(t, filepath.Join(dir, half, "vault.new"), []byte("SQLite format 3\x00"))
	if aside, err := vault.Aside(dir); err != nil || len(aside) > 0 {
		t.Errorf("set aside: %q, %v", aside, err)
	}
	_, err := vault.GoBack(dir, night)
	wantErr(t, err, vault.ErrNothingAside)
	if left, _, err := vault.Leftovers(dir); err != nil || !slices.Equal(left, []string{half}) {
		t.Errorf("left over: %q, %v", left, err)
	}
	if n, err := vault.Tidy(dir); n != 1 || err != nil {
		t.Error(n, err)
	}
	if left, _, err := vault.Leftovers(dir); err != nil || len(left) > 0 {
		t.Errorf("left over: %q, %v", left, err)
	}
}

func TestAStepThatFailsLeavesTheJournalAsItWas(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 5)
	v.Close()
	undo := vault.WithSteps(1, func(*vault.Vault) error { return vault.ErrFull })
	_, err := vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrFull)
	undo()
	v, err = vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if got := texts(t, v, "a"); len(got) != 5 {
		t.Errorf("it has %q", got)
	}
}

func TestADamagedJournalIsNotMigrated(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 3)
	v.Close()
	tamper(t, dir, `UPDATE head SET ct = zeroblob(300) WHERE id = 2`)
	undo := vault.WithSteps(1, func(*vault.Vault) error { return errors.New("a step began") })
	defer undo()
	_, err := vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrDamaged)
	if copies, _ := vault.Aside(dir); len(copies) > 0 {
		t.Errorf("set aside: %q", copies)
	}
}

// TestKillMigrate kills the program in the middle of the first step, and of the second, while lines are dropped.
func TestKillMigrate(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 9)
	v.Close()
	dropper := child("drop-later", dir, "d")
	dropped, err := dropper.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := dropper.Start(); err != nil {
		t.Fatal(err)
	}
	kept := make(chan []string)
	begun := make(chan bool, 1)
	go func() {
		var ids []string
		for lines := bufio.NewScanner(dropped); lines.Scan(); {
			if ids = append(ids, lines.Text()); len(ids) == 1 {
				begun <- true
			}
		}
		kept <- ids
	}()
	<-begun
	for wait, version := range []int{1, 2} {
		cmd := child("migrate", dir)
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		said := bufio.NewScanner(out)
		for i := 0; said.Scan(); i++ {
			if said.Text() != "in the middle" {
				t.Fatal(said.Text())
			}
			if i == wait {
				break
			}
			in.Write([]byte{'\n'})
		}
		cmd.Process.Kill()
		cmd.Wait()
		if info, err := vault.Probe(dir); info.FormatVersion != version { // what is newer than this program is an error too
			t.Errorf("killed in step %d: version %d, %v", wait+1, info.FormatVersion, err)
		}
	}
	undo := vault.WithSteps(2, quietly)
	defer undo()
	v, err = vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	dropper.Process.Kill()
	dropper.Wait()
	if got := texts(t, v, "a"); len(got) != 9 {
		t.Errorf("it has %q", got)
	}
	problems, err := v.Drain(background, keepLines(v))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	here := texts(t, v, "inbox")
	for _, id := range <-kept {
		if strings.HasPrefix(id, "error") {
			t.Error(id)
		} else if !slices.Contains(here, id) {
			t.Errorf("%s was kept and is lost", id)
		}
	}
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
}
