package vault_test

import (
	"bufio"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// The crash test: a program writes a journal in every way there is, and says on a pipe what it was told is kept; other
// programs drop lines meanwhile. All are killed at a random moment, again and again. What was acknowledged must be there.

var faults = flag.Int("faults", 3, "how many calls of each kind are made to fail, one in each run of a program; 0 is all, and a cut at every length")

var killings = flag.Int("kills", 100, "how often the crash test kills the program that writes")

func init() {
	roles["crash"] = func(dir string, args []string) error { return crashWrite(dir, args, false) }
	// The control acknowledges before the journal does: the crash test must catch it.
	roles["crash early"] = func(dir string, args []string) error { return crashWrite(dir, args, true) }
	roles["note"] = note
	roles["restore"] = func(dir string, args []string) error {
		know(dir)
		_, err := vault.Restore(background, dir, args[0], args[1], restoreAs("restored"))
		return err
	}
}

// promised is what the killed programs said, and so what must be true.
type promised struct {
	versions    map[string]int // by id, the last one that was acknowledged
	passphrases []string       // one of these opens the journal: the one acknowledged last, the one that was being set
	former      string         // opens it no more
	recovery    string         // opens it; empty where nobody knows
}

// hear takes in one line that a program said in full.
func (p *promised) hear(said string) error {
	words := strings.Fields(said)
	if len(words) == 0 {
		return errors.New("an empty line")
	}
	switch what, words := words[0], words[1:]; what {
	case "kept":
		for i := 0; i+1 < len(words); i += 2 {
			version, err := strconv.Atoi(words[i+1])
			if err != nil {
				return err
			}
			p.versions[words[i]] = max(version, p.versions[words[i]])
		}
	case "trying":
		p.passphrases = append(p.passphrases[:1:1], words[0])
		if p.passphrases[0] == "" {
			p.recovery = ""
		}
	case "passphrase":
		p.former, p.passphrases = p.passphrases[0], words[:1]
	case "copying", "migrating":
	case "renewing":
		p.recovery = ""
	case "recovery":
		p.recovery = words[0]
	default:
		return fmt.Errorf("%q", said)
	}
	return nil
}

// A victim is a program that is killed.
type victim struct {
	kill  func()
	heard <-chan string // what it said, a line at a time; read it to the end
}

func startVictim(t *testing.T, role string, args ...string) victim {
	t.Helper()
	cmd := child(role, args...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	heard := make(chan string, 1<<16)
	go func() {
		defer close(heard)
		for lines := bufio.NewReader(out); ; {
			said, err := lines.ReadString('\n')
			if err != nil {
				return // what the kill cut off was not said
			}
			heard <- strings.TrimSuffix(said, "\n")
		}
	}()
	end := sync.OnceFunc(func() {
		cmd.Process.Kill()
		for range heard { // to the end, before Wait closes the pipe
		}
		cmd.Wait()
	})
	t.Cleanup(end)
	return victim{func() { cmd.Process.Kill() }, heard}
}

// A crashed is a journal whose writers are killed.
type crashed struct {
	dir, device string
	promised
	lost []string
}

func newCrashed(t *testing.T, withDevice bool) *crashed {
	t.Helper()
	forget()
	t.Cleanup(forget)
	c := &crashed{promised: promised{versions: make(map[string]int), passphrases: []string{passphrase}}}
	var v *vault.Vault
	if withDevice {
		v, c.dir, c.device = newDeviceJournal(t)
		c.passphrases = []string{""}
	} else {
		v, c.dir, c.recovery = newJournal(t)
		c.device = filepath.Join(t.TempDir(), "settings")
	}
	apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}})
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return c
}

// kill runs the writers, kills them at some moment, and looks at what they left. A role of "crash early" is the control.
func (c *crashed) kill(t *testing.T, role, name string) {
	t.Helper()
	writer := startVictim(t, role, c.dir, c.device, c.passphrases[0], c.recovery, name)
	noter := startVictim(t, "note", c.dir, name)
	// hear takes in what v says until that is enough, or all of it.
	hear := func(v victim, enough func(said string) bool) {
		for {
			select {
			case said, more := <-v.heard:
				if !more {
					return
				}
				if err := c.hear(said); err != nil {
					t.Fatalf("a writer said %v", err)
				}
				if enough(said) {
					return
				}
			case <-time.After(time.Minute):
				t.Fatal("a writer stands still")
			}
		}
	}
	// The moment: soon after the start, in the middle of something large, or soon after some acknowledgement.
	soon := 3 * time.Millisecond
	switch lot := rand.IntN(8); {
	case lot == 0:
		soon = 60 * time.Millisecond
	case lot <= 2 && role == "crash":
		large := []string{"trying", "renewing", "copying", "migrating"}[rand.IntN(4)]
		if large == "copying" {
			soon = 20 * time.Millisecond
		}
		hear(writer, func(said string) bool { return strings.HasPrefix(said, large) })
	default:
		n := 1 + rand.IntN(40)
		hear(writer, func(string) bool { n--; return n == 0 })
	}
	if role == "crash" {
		time.Sleep(rand.N(soon))
	}
	writer.kill()
	if rand.IntN(2) == 0 {
		noter.kill()
	} // else it drops lines into a journal that is being opened after a crash
	all := func(string) bool { return false }
	hear(writer, all)
	noPlaintext(t, c.dir)
	v := c.open(t)
	noter.kill()
	hear(noter, all)
	c.check(t, v)
}

// open opens what was killed with the key that was promised.
func (c *crashed) open(t *testing.T) *vault.Vault {
	t.Helper()
	know(c.dir)
	if c.former != "" && rand.IntN(4) == 0 {
		switch err := opens(t, c.dir, vault.Passphrase(c.former)); {
		case err == nil:
			c.lost = append(c.lost, "a passphrase: the one before still opens")
		case !errors.Is(err, vault.ErrWrongKey):
			t.Error(err)
		}
	}
	if c.recovery != "" && rand.IntN(4) == 0 {
		if err := opens(t, c.dir, vault.Recovery(c.recovery)); err != nil {
			t.Errorf("by the recovery key: %v", err)
		}
	}
	tries := c.passphrases
	if c.former != "" {
		tries = append(slices.Clone(tries), c.former)
	}
	var errs []error
	for i, tried := range tries {
		v, err := vault.Open(c.dir, crashKey(tried, c.device))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if i == len(c.passphrases) {
			c.lost = append(c.lost, "a passphrase: only the one before opens")
		}
		c.passphrases = []string{tried}
		t.Cleanup(func() { v.Close() })
		return v
	}
	t.Fatal(errors.Join(errs...))
	return nil
}

// check compares the journal with what was promised, and closes it.
func (c *crashed) check(t *testing.T, v *vault.Vault) {
	t.Helper()
	if err := v.Verify(background); err != nil {
		t.Fatal(err)
	}
	if damage := v.Repaired(); len(damage) > 0 {
		t.Errorf("repaired %v", damage)
	}
	problems, err := v.Drain(background, crashKeep(v))
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) > 0 {
		t.Errorf("cannot be opened: %v", problems)
	}
	for id, version := range c.versions {
		e, err := v.Entry(background, journal.EntryID(id))
		if err != nil || e.Revision < version {
			c.lost = append(c.lost, fmt.Sprintf("%s version %d: %d, %v", id, version, e.Revision, err))
			c.versions[id] = e.Revision
			if err != nil {
				delete(c.versions, id)
			}
			continue
		}
		if e.Text != crashText(id, e.Revision) {
			t.Errorf("%s version %d has another text", id, e.Revision)
		}
	}
	versions := make(map[int]bool)
	for _, id := range together {
		e, err := v.Entry(background, journal.EntryID(id))
		if err != nil && !errors.Is(err, journal.ErrNotFound) {
			t.Error(err)
		}
		versions[e.Revision] = true
	}
	if len(versions) != 1 {
		t.Errorf("half of a change was kept: versions %v", versions)
	}
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for _, left := range []string{"vault.db-wal", "vault.db-shm", ".new-*"} {
		if names, err := filepath.Glob(filepath.Join(c.dir, left)); err != nil || len(names) > 0 {
			t.Errorf("left behind: %q, %v", names, err)
		}
	}
	integrity(t, c.dir)
	aside, err := vault.Aside(c.dir)
	if err != nil {
		t.Error(err)
	}
	for _, whole := range aside { // a copy that was begun is none to go back to
		if _, err := vault.Probe(whole); err != nil {
			t.Error(err)
		}
		integrity(t, whole)
	}
}

// integrity asks SQLite whether the file of a closed journal is whole.
func integrity(t testing.TB, dir string) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+(&url.URL{Path: filepath.Join(dir, "vault.db")}).EscapedPath()+"?immutable=1")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var said string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&said); err != nil || said != "ok" {
		t.Errorf("integrity: %q, %v", said, err)
	}
}

// TestKill kills 100 times, a new journal for every 10; every other journal begins with a device key.
// "make crash" kills 1,000 times.
func TestKill(t *testing.T) {
	total := *killings
	if testing.Short() {
		total = 10
	}
	acknowledged, migrations, start := 0, 0, time.Now()
	for done, journals := 0, 0; done < total; journals++ {
		c := newCrashed(t, journals%2 == 1)
		for range min(10, total-done) {
			c.kill(t, "crash", strconv.Itoa(done))
			done++
			if len(c.lost) > 0 {
				t.Fatalf("acknowledged and lost: %q", c.lost)
			}
		}
		noPlaintext(t, c.dir)
		for _, versions := range c.versions {
			acknowledged += versions
		}
		migrations += vault.SchemaVersion() - 1
	}
	t.Logf("killed %d times in %v, %d migrations: %d acknowledged, 0 lost", total, time.Since(start).Round(time.Second), migrations, acknowledged)
	if acknowledged < 5*total || migrations < total/10 {
		t.Errorf("only %d writes were acknowledged, and %d migrations made: this proves nothing", acknowledged, migrations)
	}
}

// TestKillCatchesEarly is the control: the harness sees the loss of a writer that acknowledges before it commits.
func TestKillCatchesEarly(t *testing.T) {
	c := newCrashed(t, false)
	for i := range 50 {
		if c.kill(t, "crash early", strconv.Itoa(i)); len(c.lost) > 0 {
			t.Logf("caught at kill %d: %q", i+1, c.lost)
			return
		}
	}
	t.Error("a writer that acknowledges before it commits was not caught")
}

// TestKillRestore kills a restore of an older backup over a journal whose own program was killed before. Either it was not
// restored, and everything acknowledged is there; or it was, and everything lies beside it.
func TestKillRestore(t *testing.T) {
	total := max(10, *killings/10)
	restored := 0
	for i := range total {
		c := newCrashed(t, false)
		v := c.open(t)
		apply(t, v, journal.Change{Entries: []journal.Entry{crashEntry("new-in-backup", 1)}})
		b, err := v.Backup(background, "", time.Now())
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		recovery := c.recovery
		writer := startVictim(t, "crash", c.dir, c.device, c.passphrases[0], "", strconv.Itoa(i))
		c.hear(<-writer.heard)
		writer.kill()
		for said := range writer.heard {
			if err := c.hear(said); err != nil {
				t.Fatal(err)
			}
		}
		restorer := startVictim(t, "restore", c.dir, filepath.Join(b.Folder, b.Name), recovery)
		if i%4 > 0 {
			time.Sleep(rand.N(40 * time.Millisecond))
			restorer.kill()
		}
		for range restorer.heard {
		}
		if v, err := vault.Open(c.dir, vault.Passphrase("restored")); err == nil {
			restored++
			if e, err := v.Entry(background, "new-in-backup"); err != nil || e.Text != crashText("new-in-backup", 1) {
				t.Errorf("restored, without what was in the backup: %v", err)
			}
			if _, err := v.Drain(background, crashKeep(v)); err != nil {
				t.Error(err)
			}
			for id := range c.versions { // what waited in the inbox waits there still
				if _, err := v.Entry(background, journal.EntryID(id)); err == nil {
					delete(c.versions, id)
				}
			}
			v.Close()
			aside, err := vault.Aside(c.dir)
			if err != nil || len(aside) == 0 {
				t.Fatal(aside, err)
			}
			c.dir = aside[len(aside)-1] // before it there may be one of a migration
		} else if !errors.Is(err, vault.ErrWrongKey) {
			t.Fatal(err)
		}
		if c.check(t, c.open(t)); len(c.lost) > 0 {
			t.Fatalf("acknowledged and lost: %q", c.lost)
		}
	}
	t.Logf("%d of %d were restored, 0 lost", restored, total)
	if restored == 0 || restored == total {
		t.Error("the kills came too early or too late: this proves little")
	}
}

// passages are what a closed journal goes through while another program drops lines into its inbox.
// Whatever else replaces its keys or files belongs here.
var passages = []struct {
	name    string
	through func(t *testing.T, c *crashed, v *vault.Vault)
}{
	{"opened and closed", func(*testing.T, *crashed, *vault.Vault) {}},
	{"another passphrase", func(t *testing.T, c *crashed, v *vault.Vault) {
		c.passphrases = []string{c.passphrases[0] + "."}
		if _, err := v.SetPassphrase(c.passphrases[0], vault.CheapKDF); err != nil {
			t.Error(err)
		}
	}},
	{"sealed anew", func(t *testing.T, c *crashed, v *vault.Vault) {
		if err := v.Rekey(c.passphrases[0]); err != nil {
			t.Error(err)
		}
	}},
	{"restored", restored},
	{"migrated", migrated},
	{"restored, migrated, sealed anew", func(t *testing.T, c *crashed, v *vault.Vault) {
		restored(t, c, v)
		migrated(t, c, c.open(t))
		v = c.open(t)
		if err := errors.Join(v.Rekey(c.passphrases[0]), v.Close()); err != nil {
			t.Fatal(err)
		}
	}},
}

func restored(t *testing.T, c *crashed, v *vault.Vault) {
	t.Helper()
	b, err := v.Backup(background, "", time.Now())
	if err == nil {
		err = v.Close()
	}
	if err == nil {
		_, err = vault.Restore(background, c.dir, filepath.Join(b.Folder, b.Name), c.recovery, restoreAs(c.passphrases[0]))
	}
	if err != nil {
		t.Fatal(err)
	}
}

func migrated(t *testing.T, c *crashed, v *vault.Vault) {
	t.Helper()
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	vault.WithSteps(1, quietly)
	if err := c.open(t).Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := vault.Probe(c.dir); err != nil || info.FormatVersion != vault.SchemaVersion() {
		t.Fatal(info.FormatVersion, err)
	}
}

// TestNoteThrough drops lines in a loop while the journal changes under them: every line arrives.
func TestNoteThrough(t *testing.T) {
	for _, p := range passages {
		t.Run(p.name, func(t *testing.T) {
			c := newCrashed(t, true) // and through the first passphrase
			noter := startVictim(t, "note", c.dir, "through")
			for range 8 {
				for range 10 {
					if err := c.hear(<-noter.heard); err != nil {
						t.Fatal(err)
					}
				}
				v := c.open(t)
				if c.passphrases[0] == "" {
					c.passphrases[0] = passphrase
					var err error
					if c.recovery, err = v.SetPassphrase(passphrase, vault.CheapKDF); err != nil {
						t.Fatal(err)
					}
				}
				p.through(t, c, v)
				if err := v.Close(); err != nil {
					t.Fatal(err)
				}
				v = c.open(t)
				if problems, err := v.Drain(background, crashKeep(v)); err != nil || len(problems) > 0 {
					t.Fatal(problems, err)
				}
				if err := v.Close(); err != nil {
					t.Fatal(err)
				}
			}
			noter.kill()
			for said := range noter.heard {
				if err := c.hear(said); err != nil {
					t.Fatal(err)
				}
			}
			c.check(t, c.open(t))
			if len(c.lost) > 0 {
				t.Errorf("lost: %q", c.lost)
			}
			t.Logf("%d lines, %d lost", len(c.versions), len(c.lost))
		})
	}
}
