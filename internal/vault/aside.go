package vault

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// asideDir holds journals that were set aside, by a restore or before a migration, each a folder of its own that opens as
// a journal does, named by when it was set aside.
const asideDir = "set-aside"

var (
	// ErrNothingAside means that no journal was set aside.
	ErrNothingAside = errors.New("no journal was set aside")
	// ErrWaiting means that lines wait in the inbox which only the present journal can open.
	ErrWaiting = errors.New("lines wait in the inbox")
)

// Aside names the folders of the journals that were set aside, the latest last.
func Aside(dir string) ([]string, error) {
	entries, err := readFolder(filepath.Join(dir, asideDir))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("look for what was set aside", err)
	}
	var folders []string
	for _, e := range entries {
		if !isAside(e.Name()) {
			continue
		}
		folder := filepath.Join(dir, asideDir, e.Name())
		if there, err := exists(filepath.Join(folder, dbFile)); err == nil && there {
			folders = append(folders, folder)
		}
	}
	return folders, nil // ReadDir sorts by name, which is the time
}

// isAside reports whether a folder in set-aside/ has the name that newAside gives; what else lies there is not ours.
func isAside(name string) bool {
	_, err := time.Parse(backupTime, name)
	return err == nil
}

// GoBack puts the journal that was set aside last in the place of the present one, which is set aside in its turn:
// going back twice changes nothing. It needs no key. It returns the folder in which the present one now lies.
//
// Errors: ErrNothingAside, ErrWaiting, ErrInUse, ErrReadOnly, ErrFull.
func GoBack(dir string, now time.Time) (aside string, err error) {
	folders, err := Aside(dir)
	if err != nil {
		return "", err
	}
	if len(folders) == 0 {
		return "", ErrNothingAside
	}
	lock, err := holdLock(dir)
	if err != nil {
		return "", err
	}
	defer lock.Unlock()
	back := folders[len(folders)-1]
	here, hereErr := readCard(dir)
	there, thereErr := readCard(back)
	if hereErr == nil && thereErr == nil && string(here.public) != string(there.public) {
		if n, err := Waiting(dir); err != nil || n > 0 {
			return "", errors.Join(err, ErrWaiting)
		}
	}
	// What it had not written back yet goes into its file now; where it is damaged, its log comes along below.
	if db, _, err := openTables(filepath.Join(back, dbFile)); err == nil {
		db.Close()
	}
	return replace(dir, back, now)
}

// Confirm removes every journal that was set aside and returns how many there were.
func Confirm(dir string) (removed int, err error) {
	folders, err := Aside(dir)
	if err != nil {
		return 0, err
	}
	if len(folders) == 0 {
		return 0, ErrNothingAside
	}
	lock, err := holdLock(dir)
	if err != nil {
		return 0, err
	}
	defer lock.Unlock()
	return len(folders), removeAside(dir)
}

// Confirm is the function of that name, for the open journal, whose lock is held.
func (v *Vault) Confirm() (removed int, err error) {
	folders, err := Aside(v.dir)
	if err == nil && len(folders) == 0 {
		err = ErrNothingAside
	}
	if err != nil {
		return 0, err
	}
	return len(folders), removeAside(v.dir)
}

func removeAside(dir string) error {
	all := filepath.Join(dir, asideDir)
	entries, err := readFolder(all)
	if err != nil {
		return explain("remove what was set aside", err)
	}
	for _, e := range entries {
		if !isAside(e.Name()) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(all, e.Name())); err != nil {
			return explain("remove what was set aside", err)
		}
	}
	os.Remove(all) // unless something that is not ours lies in it
	return explain("remove what was set aside", syncFolder(dir))
}

// AsideAt is when a journal was set aside, by its folder, as Aside names it; zero for another folder.
func AsideAt(folder string) time.Time {
	at, _ := time.Parse(backupTime, filepath.Base(folder))
	return at
}

// replace puts the journal in the folder fresh, which it removes, in the place of the one in dir, which it sets aside
// whole, and aside names; of a lost one it sets aside what is left. The caller holds the lock of dir. Where there was a
// vault.db and a card, they are there at every moment, so that a program which drops a line meanwhile never takes the
// folder for an empty one.
func replace(dir, fresh string, now time.Time) (aside string, err error) {
	path := filepath.Join(dir, dbFile)
	there, err := exists(path)
	if err != nil {
		return "", explain("restore", err)
	}
	log, err := exists(path + "-wal")
	if err != nil {
		return "", explain("restore", err)
	}
	if there || log {
		if aside, err = setAside(dir, now); err != nil {
			return "", explain("set the journal aside", err)
		}
	}
	// A log that stayed would be taken for the new journal's.
	for _, left := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + left); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", explain("restore", err)
		}
	}
	if !there {
		aside = "" // a log alone is no journal to go back to
		if err := moveIfThere(fresh, dir, cardFile); err != nil {
			return "", explain("restore", err) // the card first: the journal is whole when vault.db is there
		}
	}
	for _, name := range []string{dbFile, dbFile + "-wal", cardFile} {
		if err := moveIfThere(fresh, dir, name); err != nil {
			return "", explain("restore", err)
		}
	}
	if err := syncFolder(dir); err != nil {
		return "", explain("restore", err)
	}
	os.RemoveAll(fresh) // an empty folder, but for locks
	return aside, nil
}

func moveIfThere(from, to, name string) error {
	err := os.Rename(filepath.Join(from, name), filepath.Join(to, name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// newAside makes the folder of a journal that is to be set aside now.
func newAside(dir string, now time.Time) (aside string, err error) {
	all := filepath.Join(dir, asideDir)
	if err := os.Mkdir(all, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return "", err
	}
	at := now.UTC()
	if before, err := Aside(dir); err == nil && len(before) > 0 {
		if last, err := time.Parse(backupTime, filepath.Base(before[len(before)-1])); err == nil && !at.After(last) {
			at = last.Add(time.Second) // a clock may be set back; the names are in order all the same
		}
	}
	for ; ; at = at.Add(time.Second) {
		aside = filepath.Join(all, at.Format(backupTime))
		if err = os.Mkdir(aside, 0o700); !errors.Is(err, fs.ErrExist) {
			return aside, err
		}
	}
}

// syncAside makes the folder of a journal that was set aside durable.
func syncAside(dir, aside string) error {
	for _, folder := range []string{aside, filepath.Join(dir, asideDir), dir} {
		if err := syncFolder(folder); err != nil {
			return err
		}
	}
	return nil
}

// setAside keeps the journal in dir under a second name. Nothing is taken away.
func setAside(dir string, now time.Time) (aside string, err error) {
	if aside, err = newAside(dir, now); err != nil {
		return "", err
	}
	for _, name := range []string{dbFile + "-wal", cardFile, dbFile} {
		if err := second(filepath.Join(dir, name), filepath.Join(aside, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			os.RemoveAll(aside)
			return "", err
		}
	}
	if err := syncAside(dir, aside); err != nil {
		return "", err
	}
	return aside, nil
}

// second gives a file a second name, or a copy where the disk has only one name a file. A folder, which is none of the
// journal's files and in the way of one, is moved.
func second(from, to string) error {
	if isFolder(from) {
		return os.Rename(from, to)
	}
	err := os.Link(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := copyFile(from, to); err != nil {
		return err
	}
	return syncFile(to)
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
