package vault

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// A step takes a journal from one version of the format to the next, within one transaction: what it writes is under the
// root as in any write. It may change slots and meta by writing.settings.
type step func(*writing) error

// steps are the steps so far: steps[0] takes version 1 to version 2. Version 1 is the only one yet. A change of the format
// adds its step here, and a journal of the version before to testdata, which today's code must open for ever.
var steps []step

// schemaVersion is PRAGMA user_version of a journal that this code writes.
func schemaVersion() int { return 1 + len(steps) }

// migrate takes an older journal to today's version. Before the first step a copy of it is set aside and read in full.
// Each step is one transaction: whenever the program ends, the journal is whole in one version or the next. Lines may be
// dropped meanwhile: the inbox stays as it is.
//
// Errors: ErrReadOnly, ErrFull, ErrDamaged; the journal then stays as it was.
func (v *Vault) migrate() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.version == schemaVersion() {
		return nil
	}
	if err := v.usable(true); err != nil {
		return fmt.Errorf("journal of version %d: %w", v.version, err)
	}
	if err := v.copyAside(time.Now()); err != nil {
		return fmt.Errorf("copy journal of version %d: %w", v.version, err)
	}
	for v.version < schemaVersion() {
		next := v.version + 1
		err := v.write(context.Background(), func(w *writing) error {
			w.root.digest = digestOf(next, v.slots, v.meta)
			if err := steps[v.version-1](w); err != nil {
				return err
			}
			_, err := w.tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", next)) // part of the transaction, as any page
			return explain("migrate", err)
		})
		if err != nil {
			return err
		}
		v.version = next
		v.repairCard() // which says the version too, for who may not open the database
	}
	v.emptyLog()
	return nil
}

// copyAside keeps a copy of the open journal in a folder of its own, as a restore keeps the one it replaces.
func (v *Vault) copyAside(now time.Time) (err error) {
	aside, err := newAside(v.dir, now)
	if err != nil {
		return explain("copy journal", err)
	}
	defer func() {
		if err != nil {
			os.RemoveAll(aside)
		}
	}()
	// Under another name until it is whole: whoever is killed meanwhile leaves no half journal to go back to.
	path := filepath.Join(aside, newFile)
	// SQLite would make it for everybody to read.
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return explain("copy journal", err)
	}
	// Not by copying the file: closing it would let go of SQLite's lock on it.
	if _, err := v.db.Exec(`VACUUM INTO ?`, path); err != nil {
		return explain("copy journal", err)
	}
	if err := syncFile(path); err != nil {
		return explain("copy journal", err)
	}
	if err := os.Rename(path, filepath.Join(aside, dbFile)); err != nil {
		return explain("copy journal", err)
	}
	if err := v.checkCopy(aside); err != nil {
		return err
	}
	return explain("copy journal", syncAside(v.dir, aside))
}

// checkCopy reads all of a copy, and compares it with what is open.
func (v *Vault) checkCopy(dir string) error {
	master := append([]byte(nil), v.keys.master...)
	c, err := open(dir, v.lock, "", func(map[string][]byte, ID, uint32) ([]byte, error) { return master, nil })
	if err != nil {
		return err
	}
	err = c.Verify(context.Background())
	if err == nil && (c.root != v.root || c.version != v.version) {
		err = errors.New("it is not the same")
	}
	_, closeErr := c.shut() // the lock is not the copy's
	return errors.Join(err, closeErr)
}
