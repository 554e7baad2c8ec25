package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// ErrLost means that vault.db is not there, though other files say that a journal was; it is an ErrDamaged. Restore makes
// the journal again of a backup. Nothing else writes into such a folder: a new journal would refuse the backups of the
// one that was there, and its card would take the place of the one that lines are sealed to.
var ErrLost = errors.New("the file of the journal is missing")

func lost() error { return fmt.Errorf("%w: %w", ErrLost, damaged(PartFile, "missing")) }

// presence is what stands where a journal is looked for.
type presence int

const (
	absent  presence = iota // no journal, or one that never was whole or is being erased
	present                 // something by the name of vault.db, whole or not
	missing                 // what belongs to a journal, without vault.db
)

// look tells what is in dir by names alone. It may be asked while another program works there: whoever acts on absent or
// missing takes the lock and looks again.
func look(dir string) (presence, error) {
	path := filepath.Join(dir, dbFile)
	name, err := exists(path)
	if err != nil {
		return absent, err
	}
	if name {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return missing, nil // a link into a disk that is not connected
		}
		return present, nil // whoever opens it says what is wrong with it
	}
	// A program that is killed while it makes or erases a journal leaves this; see epoch.build and Erase for the order.
	if unfinished, err := exists(filepath.Join(dir, newFile)); unfinished || err != nil {
		return absent, err
	}
	if some, err := parted(dir); some || err != nil {
		return missing, err
	}
	if backedUp(dir) {
		return missing, nil
	}
	return absent, nil
}

// parted reports whether something in dir belongs to a journal that is not there, backups left out: a card, a log, a line
// that waits, or a journal that was set aside.
func parted(dir string) (bool, error) {
	for _, name := range []string{cardFile, dbFile + "-wal"} {
		if there, err := exists(filepath.Join(dir, name)); there || err != nil {
			return true, err
		}
	}
	if aside, err := Aside(dir); err == nil && len(aside) > 0 {
		return true, nil
	}
	names, err := waitingFiles(filepath.Join(dir, inboxDir))
	return err == nil && slices.ContainsFunc(names, func(name string) bool { _, line := parseLineID(name); return line }), nil
}

// backedUp reports whether a backup lies in the journal's own folder; whose it is, no key says.
func backedUp(dir string) bool {
	found, err := FindBackups(filepath.Join(dir, BackupsDir))
	return err == nil && len(found) > 0
}

// keepsLines is nil where a line that is sealed to the card can be opened one day: the journal is there or, where its file
// is missing or empty, a backup, which holds the key too. ErrNoJournal, ErrLost.
func keepsLines(dir string) error {
	p, err := look(dir)
	switch {
	case err != nil:
		return explain("look for journal", err)
	case p == absent:
		return ErrNoJournal
	}
	info, err := os.Stat(filepath.Join(dir, dbFile))
	if p == present && (err != nil || info.Mode().IsRegular() && info.Size() > 0) || backedUp(dir) {
		return nil
	}
	return lost()
}
