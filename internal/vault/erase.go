package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"firsthand/internal/journal"
)

// Erase removes an account for ever: its entries, first telling, review and releases, the case files that lines of it were
// offered for, and what undo remembers of all that, in one transaction. Then the file is written anew without it, since pages keep bytes of rows that have moved, the log is
// cut to nothing, and the index in memory is made again.
//
// Names that the person decided to hide stay: they keep what is released of other accounts safe. So do backups and
// journals that were set aside, which Holding names, and lines that were moved to another account before.
//
// Errors: ErrNotFound; ErrTraces where the account is gone and the file could not be written anew, which the next opening
// tries again, as it does after the program was killed; those of Apply.
func (v *Vault) Erase(ctx context.Context, id journal.AccountID) error {
	if err := v.takeTurn(ctx); err != nil { // before mu: no search may hold the pages of before
		return err
	}
	defer v.endTurn()
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil {
		return err
	}
	gone, entries := v.catalogue.account(id)
	if len(gone) == 0 {
		return journal.ErrNotFound
	}
	cases, err := v.casesOf(entries)
	if err != nil {
		return err
	}
	for _, c := range cases {
		more, _ := v.catalogue.account(c)
		gone = append(gone, more...)
	}
	at := ref{kindHistory, ""}
	var h journal.History
	remembers, err := v.one(at, &h)
	if err != nil {
		return err
	}
	if err := writeFile(v.dir, markFile, nil); err != nil {
		return explain("erase account", err)
	}
	err = v.write(ctx, func(w *writing) error {
		for _, r := range gone {
			if err := w.remove(r); err != nil {
				return err
			}
		}
		if !remembers {
			return nil
		}
		for _, c := range cases {
			h = h.Without(c, nil)
		}
		return w.other(head{ref: at}, h.Without(id, entries))
	})
	if err != nil {
		os.Remove(filepath.Join(v.dir, markFile))
		return err
	}
	v.reindex()
	if err := v.rewrite(); err != nil {
		return fmt.Errorf("erase account: %w: %w", journal.ErrTraces, err)
	}
	return nil
}

// casesOf are the case files that one of these entries was offered for: their files hold its text. The caller holds mu.
func (v *Vault) casesOf(entries map[journal.EntryID]bool) (ids []journal.AccountID, err error) {
	for _, r := range v.catalogue.caseFiles() {
		var c journal.Case
		if _, err := v.one(r.ref, &c); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(c.Lines, func(e journal.EntryID) bool { return entries[e] }) {
			ids = append(ids, c.ID)
		}
	}
	return ids, nil
}

// rewrite writes the whole file anew, in place and so with its mode, and cuts the log to nothing; both are synced.
// The caller has the turn and holds mu.
func (v *Vault) rewrite() error {
	v.endSnapshots() // they would hold up the end of the log
	if _, err := v.db.Exec(`VACUUM`); err != nil {
		return explain("write journal anew", err)
	}
	var busy, log, checkpointed sql.NullInt64
	if err := v.db.QueryRow(`PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &checkpointed); err != nil {
		return explain("write journal anew", err)
	}
	if busy.Int64 != 0 {
		return errors.New("write journal anew: the log is being read")
	}
	return removeIfThere(filepath.Join(v.dir, markFile))
}

// finishErasing writes the file anew where a program ended between erasing an account and that. What fails, the next
// opening tries again.
func (v *Vault) finishErasing() {
	if there, err := exists(filepath.Join(v.dir, markFile)); there && err == nil {
		_ = v.rewrite()
	}
}

// reindex makes the index again: taking entries out of it leaves their words in memory. The caller has the turn and
// holds mu.
func (v *Vault) reindex() {
	if v.index == nil {
		return
	}
	v.dropIndex()
	x, err := newIndex()
	if err != nil {
		return // every search reads all then
	}
	v.index = x
	v.unindexed.begin(v.catalogue.entryIDs())
	v.unindexed.wakeUp()
}

// Erase removes the journal in dir, whole, and its device key from the folder device: the database and its log, the inbox,
// what restores set aside or left, the backups in the journal's own folder, and at last the lock; then the folder, if
// nothing else is in it. What is not ours stays. It needs no key. After it was killed the journal is there whole, or gone,
// and a second call removes what is left.
//
// Errors: ErrNoJournal, ErrInUse, ErrReadOnly, those of the system.
func Erase(dir, device string) error {
	if !traced(dir) {
		return ErrNoJournal
	}
	lock, err := holdLock(dir)
	if err != nil {
		return err
	}
	defer lock.Unlock()
	if !traced(dir) { // somebody else was faster
		return ErrNoJournal
	}
	path := filepath.Join(dir, dbFile)
	if isFolder(path) { // not ours, whatever is in it
		return explain("erase journal", &fs.PathError{Op: "erase", Path: path, Err: ErrOdd})
	}
	if checkFile(path) == nil {
		// What the log holds goes into the file, so that one rename is the end of the journal.
		if db, _, err := openTables(path); err == nil {
			db.Close()
		}
	}
	id, idErr := idOf(dir)
	// A log left behind would be taken for the next journal's.
	for _, name := range []string{dbFile + "-wal", dbFile + "-shm"} {
		if err := removeIfThere(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	err = os.Rename(path, filepath.Join(dir, newFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explain("erase journal", err)
	}
	if err := syncFolder(dir); err != nil {
		return explain("erase journal", err)
	}
	if idErr == nil { // else nothing says which key it was, and it opens nothing
		if err := removeDevice(device, id); err != nil {
			return err
		}
	}
	if err := removeOurs(dir); err != nil {
		return err
	}
	// While it is held, where the system allows that: whoever waits for it then finds no journal.
	if os.Remove(filepath.Join(dir, lockFile)) != nil {
		lock.Unlock()
		if err := removeIfThere(filepath.Join(dir, lockFile)); err != nil {
			return err
		}
	}
	if os.Remove(dir) != nil { // something that is not ours lies in it
		return explain("erase journal", syncFolder(dir))
	}
	return nil
}

// traced reports whether there is a journal in dir, or part of one that is lost, was being made or erased. Backups alone
// are none.
func traced(dir string) bool {
	for _, name := range []string{dbFile, newFile} {
		if there, err := exists(filepath.Join(dir, name)); there || err != nil {
			return true
		}
	}
	some, err := parted(dir)
	return some || err != nil
}

// removeOurs removes what this program puts into a journal's folder, but for the lock; vault.new, which says that it is
// being erased, last. A folder that is a link to elsewhere is left alone, and so is one that something else lies in.
func removeOurs(dir string) error {
	either := func(tests ...func(string) bool) func(string) bool {
		return func(name string) bool {
			for _, test := range tests {
				if test(name) {
					return true
				}
			}
			return false
		}
	}
	unfinished := func(name string) bool { return strings.HasPrefix(name, tempPrefix) }
	line := func(name string) bool { _, ok := parseLineID(name); return ok }
	if err := removeIn(filepath.Join(dir, inboxDir), either(line, unfinished)); err != nil {
		return err
	}
	if err := removeIn(filepath.Join(dir, BackupsDir), either(backupNames.MatchString, unfinished)); err != nil {
		return err
	}
	var aside []os.DirEntry
	if all := filepath.Join(dir, asideDir); isFolder(all) {
		var err error
		if aside, err = readFolder(all); err != nil {
			return explain("erase journal", err)
		}
	}
	inner := []string{restoringDir}
	for _, e := range aside {
		if isAside(e.Name()) {
			inner = append(inner, filepath.Join(asideDir, e.Name()))
		}
	}
	for _, name := range inner {
		folder := filepath.Join(dir, name)
		if !isFolder(folder) {
			continue
		}
		if err := removeOurs(folder); err != nil {
			return err
		}
		if err := removeIn(folder, func(name string) bool { return name == lockFile }); err != nil {
			return err
		}
	}
	os.Remove(filepath.Join(dir, asideDir))
	sweep(dir, 0)
	for _, name := range []string{dbFile, newFile} {
		for _, ending := range []string{"-wal", "-shm", "-journal"} {
			if err := removeIfThere(filepath.Join(dir, name+ending)); err != nil {
				return err
			}
		}
	}
	// While vault.new is there, nobody takes what else is left for a journal that is lost.
	for _, name := range []string{dbFile, markFile, cardFile, newFile} {
		if err := removeIfThere(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// removeIn removes the files of a folder whose names are ours, and the folder if nothing else is in it.
func removeIn(folder string, ours func(name string) bool) error {
	if !isFolder(folder) {
		return nil
	}
	entries, err := readFolder(folder)
	if err != nil {
		return explain("erase journal", err)
	}
	for _, e := range entries {
		if e.IsDir() || !ours(e.Name()) {
			continue
		}
		if err := removeIfThere(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	os.Remove(folder)
	return nil
}

func isFolder(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.IsDir()
}

func removeIfThere(path string) error {
	if isFolder(path) {
		return explain("erase journal", &fs.PathError{Op: "erase", Path: path, Err: ErrOdd})
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explain("erase journal", err)
	}
	return nil
}
