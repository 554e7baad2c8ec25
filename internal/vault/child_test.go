package vault_test

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// Some tests need a second program: the test binary itself, started with a role.
const roleVariable = "VAULT_TEST_ROLE"

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := roles[role](os.Args[1], os.Args[2:]); err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

var roles = map[string]func(dir string, args []string) error{
	"hold":  hold,
	"write": func(dir string, args []string) error { return write(dir, args[0], false) },
	// liar acknowledges before the journal does: the crash test must catch it.
	"liar": func(dir string, args []string) error { return write(dir, args[0], true) },
}

func child(role string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), roleVariable+"="+role)
	cmd.Stderr = os.Stderr
	return cmd
}

// hold opens the journal and keeps it until its input ends.
func hold(dir string, _ []string) error {
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		return err
	}
	fmt.Println("held")
	os.Stdin.Read(make([]byte, 1))
	return v.Close()
}

func TestInUse(t *testing.T) {
	v, dir, _ := newJournal(t)
	v.Close()
	cmd := child("hold", dir)
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
	defer cmd.Wait()
	defer cmd.Process.Kill()
	if said, err := bufio.NewReader(out).ReadString('\n'); said != "held\n" {
		t.Fatal(said, err)
	}
	start := time.Now()
	_, err = vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrInUse)
	if waited := time.Since(start); waited < 500*time.Millisecond || waited > 3*time.Second {
		t.Errorf("waited %v", waited)
	}
	if info, err := vault.Probe(dir); err != nil || !info.HasPassphrase {
		t.Error(info, err)
	}
	drop(t, dir, line("x", "beside the other program"))
	in.Close()
	v, err = vault.Open(dir, vault.Passphrase(passphrase)) // waits until the other is gone
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	drain(t, v, 0)
}

// canary stands in every line the crash test writes; it may be in no file.
const canary = "canary-Zürich-\U0001F426-4711"

// write writes for ever, as fast as it can, and says what is kept: entries, changes, drained lines, new keys.
func write(dir, start string, early bool) error {
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		return err
	}
	said := func(words ...any) { fmt.Println(words...) }
	for i := 0; ; i++ {
		id := fmt.Sprintf("%s-%d", start, i)
		if early {
			said("kept", id)
		}
		e := entry("a", id, id+" "+canary+strings.Repeat(" more", rand.IntN(2000)), i)
		if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); err != nil {
			return err
		}
		if !early {
			said("kept", id)
		}
		switch i % 16 {
		case 5:
			e.Revision, e.Text = 2, id+" changed "+canary
			if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); err != nil {
				return err
			}
			said("changed", id)
		case 9:
			dropped := id + "-dropped"
			if err := vault.Drop(dir, line(dropped, dropped+" "+canary)); err != nil {
				return err
			}
			said("kept", dropped)
		case 12:
			if _, err := v.Drain(background, func(lines []journal.Line) error {
				var change journal.Change
				for _, l := range lines {
					change.Entries = append(change.Entries, entry("a", string(l.ID), l.Text, 1_000_000))
				}
				return v.Apply(background, change)
			}); err != nil {
				return err
			}
		case 15:
			if err := v.Rekey(passphrase); err != nil {
				return err
			}
		}
	}
}

// crash kills a writer again and again, and gives how much was acknowledged and how much of that is lost.
func crash(t *testing.T, role string, kills int) (acknowledged, lost int) {
	v, dir, _ := newJournal(t)
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}})
	v.Close()
	kept := make(map[string]bool) // id to changed
	for kill := range kills {
		cmd := child(role, dir, fmt.Sprint(kill))
		var out bytes.Buffer
		cmd.Stdout = &out
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(40+rand.IntN(120)) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		noPlaintext(t, dir)
		for said := range strings.Lines(out.String()) {
			what, id, whole := strings.Cut(strings.TrimSuffix(said, "\n"), " ")
			switch {
			case !whole || !strings.HasSuffix(said, "\n"):
			case what == "kept" || what == "changed":
				kept[id] = what == "changed" || kept[id]
			default:
				t.Errorf("the writer said %q", said)
			}
		}
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Verify(background); err != nil {
			t.Fatal(err)
		}
		if damage := v.Repaired(); len(damage) > 0 {
			t.Errorf("repaired %v", damage)
		}
		position := 2_000_000
		if problems, err := v.Drain(background, func(lines []journal.Line) error {
			var change journal.Change
			for _, l := range lines {
				change.Entries = append(change.Entries, entry("a", string(l.ID), l.Text, position))
			}
			return v.Apply(background, change)
		}); err != nil || len(problems) > 0 {
			t.Fatal(problems, err)
		}
		for id, changed := range kept {
			e, err := v.Entry(background, journal.EntryID(id))
			if err != nil || !strings.HasPrefix(e.Text, id+" ") || changed && !strings.Contains(e.Text, "changed") {
				lost++
				delete(kept, id)
			}
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		noPlaintext(t, dir)
	}
	return len(kept) + lost, lost
}

func TestKill(t *testing.T) {
	kills := 20
	if testing.Short() {
		kills = 5
	}
	acknowledged, lost := crash(t, "write", kills)
	t.Logf("killed %d times: %d acknowledged, %d lost", kills, acknowledged, lost)
	if lost > 0 || acknowledged < kills {
		t.Errorf("%d of %d acknowledged lines lost", lost, acknowledged)
	}
}

// TestKillCatchesLiar proves that the test above would see a loss.
func TestKillCatchesLiar(t *testing.T) {
	for range 10 {
		if _, lost := crash(t, "liar", 5); lost > 0 {
			return
		}
	}
	t.Error("a writer that acknowledges before it commits was not caught")
}

// noPlaintext looks for the canary in every file of the journal, in the encodings it could survive in.
func noPlaintext(t testing.TB, dir string) {
	t.Helper()
	half := canary[:12]
	var wide []byte
	for _, u := range utf16.Encode([]rune(half)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	forms := [][]byte{[]byte(half), wide, []byte(fmt.Sprintf("%x", half)), []byte("I restarted number"), []byte("The night of")}
	for shift := range 3 {
		forms = append(forms, []byte(base64.StdEncoding.EncodeToString([]byte(half[shift:]))[:10]))
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		for _, form := range forms {
			if bytes.Contains(data, form) || strings.Contains(path, half) {
				t.Errorf("%s holds plaintext: %q", path, form)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNoPlaintext looks into every file while the journal is in use. It reads the files by name only after closing:
// closing a file that SQLite has open drops SQLite's locks, so the look meanwhile is at a copy made by another program.
func TestNoPlaintext(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 200)
	hidden := account("b")
	hidden.Title, hidden.Telling = canary, &journal.Telling{At: night, Entries: []journal.Entry{entry("b", "t", canary, 0)}}
	apply(t, v, journal.Change{Accounts: []journal.Account{hidden}, Entries: []journal.Entry{entry("b", canary, canary, 0)}})
	drop(t, dir, line(canary, canary))
	if found, err := v.Search(background, []string{"canary"}, 10); err != nil || len(found) != 1 {
		t.Error(found, err)
	}
	inUse := filepath.Join(t.TempDir(), "copy")
	if out, err := exec.Command("cp", "-r", dir, inUse).CombinedOutput(); err != nil {
		t.Skip(string(out), err)
	}
	if names, _ := filepath.Glob(filepath.Join(inUse, "*")); !slices.Contains(names, filepath.Join(inUse, "vault.db-wal")) {
		t.Errorf("no log to look into: %q", names)
	}
	noPlaintext(t, inUse)
	v.Close()
	noPlaintext(t, dir)
	// The look itself sees plaintext where there is some.
	overwrite(t, filepath.Join(inUse, "leak"), []byte("x"+canary))
	if !holdsPlaintext(inUse) {
		t.Error("the look sees nothing")
	}
}

func holdsPlaintext(dir string) bool {
	var seen failures
	noPlaintext(&seen, dir)
	return seen.count > 0
}

// failures counts the errors of a check instead of failing.
type failures struct {
	testing.TB
	count int
}

func (f *failures) Helper()               {}
func (f *failures) Errorf(string, ...any) { f.count++ }
func (f *failures) Fatal(...any)          { f.count++ }
