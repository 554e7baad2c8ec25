package vault_test

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

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
	{2, (*crashWriter).migrate},
}

func crashKey(passphrase, device string) vault.Key {
	if passphrase == "" {
		return vault.Device(device)
	}
	return vault.Passphrase(passphrase)
}

// forget makes this program one that knows the first version of the format alone.
var forget = vault.WithSteps(0, nil)

// know lets this program know the version of the format that the journal in dir has: the one that was killed may have
// migrated it. The card says the version a little after the file has it.
func know(dir string) {
	if info, _ := vault.Probe(dir); info.FormatVersion > vault.SchemaVersion() {
		vault.WithSteps(info.FormatVersion-vault.SchemaVersion(), quietly)
	}
	for {
		v, err := vault.Open(dir, vault.Recovery("")) // opens nothing; what it says first is the version
		if err == nil {
			v.Close()
		}
		if !errors.Is(err, vault.ErrNewer) {
			return
		}
		vault.WithSteps(1, quietly)
	}
}

func (w *crashWriter) open() (err error) {
	know(w.dir)
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

// migrate opens the journal as a program does that knows one version of the format more.
func (w *crashWriter) migrate() error {
	if err := w.v.Close(); err != nil {
		return err
	}
	// What the last one set aside has served.
	if _, err := vault.Confirm(w.dir); err != nil && !errors.Is(err, vault.ErrNothingAside) {
		return err
	}
	vault.WithSteps(1, func(*vault.Vault) error {
		fmt.Println("migrating") // half of it
		return nil
	})
	fmt.Println("copying")
	return w.open()
}

func restoreAs(passphrase string) vault.RestoreOptions {
	return vault.RestoreOptions{Passphrase: passphrase, KDF: vault.CheapKDF, Now: time.Now()}
}

// note drops lines until it is killed, as "firsthand note" does in another program. args: name of the run.
func note(dir string, args []string) error {
	vault.WithSteps(1000, quietly) // whatever version the journal comes to have
	for i := 0; ; i++ {
		id := fmt.Sprintf("note-%s-%d", args[0], i)
		if err := vault.Drop(dir, line(id, crashText(id, 1))); err != nil {
			return err
		}
		fmt.Println("kept", id, 1)
	}
}
