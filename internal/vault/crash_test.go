package vault_test

import (
	"bufio"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
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
		_, err := vault.Restore(background, dir, args[0], args[1], restoreAs("restored"))
		return err
	}
}

// crashText is all of what version n of an entry says: whoever knows the id and the version knows every byte.
func crashText(id string, version int) string {
	h := fnv.New64a()
	io.WriteString(h, id)
	words := rand.New(rand.NewPCG(h.Sum64(), uint64(version))).IntN(400)
	if strings.HasPrefix(id, "large") {
		words *= 100
	}
	return fmt.Sprintf("%s version %d %s%s", id, version, canary, strings.Repeat(" more", words))
}

func crashEntry(id string, version int) journal.Entry {
	e := entry("a", id, crashText(id, version), 0)
	e.Revision = version
	return e
}

// A crashWriter is the program that is killed.
type crashWriter struct {
	dir, device string
	passphrase  string // empty: the journal opens with a device key
	recovery    string // empty where it is not known
	name        string // of this run; what it makes begins with it
	early       bool
	count       int
	v           *vault.Vault
}

// newCrashWriter reads args: folder of the device key, passphrase, recovery key, name of the run.
func newCrashWriter(dir string, args []string) *crashWriter {
	return &crashWriter{dir: dir, device: args[0], passphrase: args[1], recovery: args[2], name: args[3]}
}

// crashWrite writes until it is killed. args: see newCrashWriter.
func crashWrite(dir string, args []string, early bool) error {
	w := newCrashWriter(dir, args)
	w.early = early
	if err := w.open(); err != nil {
		return err
	}
	var draw []func(*crashWriter) error
	for _, s := range crashSteps {
		for range s.often {
			draw = append(draw, s.do)
		}
	}
	for {
		w.count++
		if err := draw[rand.IntN(len(draw))](w); err != nil {
			return err
		}
	}
}

// crashSteps are what the writer does, one by lot after the other. Whatever else writes to a journal belongs here.
var crashSteps = []struct {
	often int
	do    func(*crashWriter) error
}{
	{70, (*crashWriter).write},
	{2, (*crashWriter).writeLarge},
	{6, (*crashWriter).writeTogether},
	{6, (*crashWriter).drop},
	{4, (*crashWriter).drain},
	{3, (*crashWriter).changePassphrase},
	{2, (*crashWriter).rekey},
	{2, (*crashWriter).renewRecovery},
	{2, (*crashWriter).closeAndOpen}, // the close checkpoints
	{1, (*crashWriter).backUp},
	{1, (*crashWriter).restore},
}

func crashKey(passphrase, device string) vault.Key {
	if passphrase == "" {
		return vault.Device(device)
	}
	return vault.Passphrase(passphrase)
}

func (w *crashWriter) open() (err error) {
	w.v, err = vault.Open(w.dir, crashKey(w.passphrase, w.device))
	return err
}

// acknowledge does f, and says that it is done.
func (w *crashWriter) acknowledge(f func() error, words ...any) error {
	if w.early {
		fmt.Println(words...)
		return f()
	}
	if err := f(); err != nil {
		return err
	}
	fmt.Println(words...)
	return nil
}

// save writes the next version of each entry, in one change.
func (w *crashWriter) save(ids ...string) error {
	var change journal.Change
	said := []any{"kept"}
	for _, id := range ids {
		version := 1
		switch e, err := w.v.Entry(background, journal.EntryID(id)); {
		case err == nil:
			version = e.Revision + 1
		case !errors.Is(err, journal.ErrNotFound):
			return err
		}
		change.Entries = append(change.Entries, crashEntry(id, version))
		said = append(said, id, version)
	}
	return w.acknowledge(func() error { return w.v.Apply(background, change) }, said...)
}

func (w *crashWriter) write() error {
	if rand.IntN(3) == 0 {
		return w.save(fmt.Sprintf("new-%s-%d", w.name, w.count))
	}
	return w.save(fmt.Sprint("entry-", rand.IntN(30)))
}

func (w *crashWriter) writeLarge() error { return w.save(fmt.Sprint("large-", rand.IntN(3))) }

// together are always changed in one change: they have one version for ever.
var together = []string{"together-0", "together-1", "together-2", "together-3", "together-4"}

func (w *crashWriter) writeTogether() error { return w.save(together...) }

func (w *crashWriter) drop() error {
	id := fmt.Sprintf("own-%s-%d", w.name, w.count)
	return w.acknowledge(func() error { return vault.Drop(w.dir, line(id, crashText(id, 1))) }, "kept", id, 1)
}

func (w *crashWriter) drain() error {
	problems, err := w.v.Drain(background, crashKeep(w.v))
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("problems in the inbox: %v", problems)
	}
	return err
}

func crashKeep(v *vault.Vault) func(lines []journal.Line) error {
	return func(lines []journal.Line) error {
		var change journal.Change
		for _, l := range lines {
			change.Entries = append(change.Entries, entry("a", string(l.ID), l.Text, 0))
		}
		return v.Apply(background, change)
	}
}

// changePassphrase sets the first passphrase too, which re-keys.
func (w *crashWriter) changePassphrase() error {
	next := fmt.Sprintf("passphrase-%s-%d", w.name, w.count)
	fmt.Println("trying", next)
	first := w.passphrase == ""
	var recovery string
	if err := w.acknowledge(func() (err error) {
		recovery, err = w.v.SetPassphrase(next, vault.CheapKDF)
		return err
	}, "passphrase", next); err != nil {
		return err
	}
	w.passphrase = next
	if first {
		w.recovery = recovery
		fmt.Println("recovery", recovery)
	}
	return nil
}

func (w *crashWriter) rekey() error {
	if w.passphrase == "" {
		return nil
	}
	return w.v.Rekey(w.passphrase)
}

func (w *crashWriter) renewRecovery() error {
	if w.passphrase == "" {
		return nil
	}
	fmt.Println("renewing")
	recovery, err := vault.DrawRecovery()
	if err != nil {
		return err
	}
	if err := w.v.SetRecovery(recovery); err != nil {
		return err
	}
	w.recovery = recovery
	fmt.Println("recovery", recovery)
	return nil
}

func (w *crashWriter) closeAndOpen() error {
	if err := w.v.Close(); err != nil {
		return err
	}
	return w.open()
}

func (w *crashWriter) backUp() error {
	if w.recovery == "" {
		return nil
	}
	_, err := w.v.Backup(background, "", time.Now())
	return err
}

// restore goes back to a backup of this very moment: the journal says the same before and after.
func (w *crashWriter) restore() error {
	if w.recovery == "" {
		return nil
	}
	b, err := w.v.Backup(background, "", time.Now())
	if err != nil {
		return err
	}
	if err := w.v.Close(); err != nil {
		return err
	}
	if _, err := vault.Restore(background, w.dir, filepath.Join(b.Folder, b.Name), w.recovery, restoreAs(w.passphrase)); err != nil {
		return err
	}
	if _, err := vault.Confirm(w.dir); err != nil {
		return err
	}
	return w.open()
}

func restoreAs(passphrase string) vault.RestoreOptions {
	return vault.RestoreOptions{Passphrase: passphrase, KDF: vault.CheapKDF, Now: time.Now()}
}

// note drops lines until it is killed, as "firsthand note" does in another program. args: name of the run.
func note(dir string, args []string) error {
	for i := 0; ; i++ {
		id := fmt.Sprintf("note-%s-%d", args[0], i)
		if err := vault.Drop(dir, line(id, crashText(id, 1))); err != nil {
			return err
		}
		fmt.Println("kept", id, 1)
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
	hear := func(v victim, until int) {
		for n := 0; n < until; n++ {
			select {
			case said, more := <-v.heard:
				if !more {
					return
				}
				if err := c.hear(said); err != nil {
					t.Fatalf("a writer said %v", err)
				}
			case <-time.After(time.Minute):
				t.Fatal("a writer stands still")
			}
		}
	}
	// The moment: soon after the start, or soon after some acknowledgement.
	soon := 3 * time.Millisecond
	if rand.IntN(8) == 0 {
		soon = 60 * time.Millisecond
	} else {
		hear(writer, 1+rand.IntN(40))
	}
	if role == "crash" {
		time.Sleep(rand.N(soon))
	}
	writer.kill()
	if rand.IntN(2) == 0 {
		noter.kill()
	} // else it drops lines into a journal that is being opened after a crash
	const all = 1 << 30
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
	if problems, err := v.Drain(background, crashKeep(v)); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
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
	acknowledged, start := 0, time.Now()
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
	}
	t.Logf("killed %d times in %v: %d acknowledged, 0 lost", total, time.Since(start).Round(time.Second), acknowledged)
	if acknowledged < 5*total {
		t.Errorf("only %d writes were acknowledged: this proves nothing", acknowledged)
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
			if err != nil || len(aside) != 1 {
				t.Fatal(aside, err)
			}
			c.dir = aside[0]
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
	{"restored", func(t *testing.T, c *crashed, v *vault.Vault) {
		b, err := v.Backup(background, "", time.Now())
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := vault.Restore(background, c.dir, filepath.Join(b.Folder, b.Name), c.recovery, restoreAs(c.passphrases[0])); err != nil {
			t.Fatal(err)
		}
	}},
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
