package home

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// Health is how one thing stands.
type Health string

// How a thing can stand.
const (
	Fine  Health = "fine"
	Watch Health = "look"  // nothing is lost; a person should know
	Wrong Health = "wrong" // something has to be done
)

// A Finding is one thing that the doctor looked at, without a word of the person's.
type Finding struct {
	Name  string `json:"name"`
	State Health `json:"state"`
	Is    string `json:"is"`
	Do    string `json:"do,omitempty"` // one sentence; empty where nothing is to be done
}

// A Diagnosis is all that the doctor found. Err is why the journal could not be read whole, nil where it was or where
// only the passphrase was missing.
type Diagnosis struct {
	Findings []Finding
	Err      error
}

func (d *Diagnosis) add(name string, state Health, is, do string) {
	d.Findings = append(d.Findings, Finding{name, state, is, do})
}

// littleSpace is when free space is worth a word: several times what a large journal and its backup take.
const littleSpace = 200 << 20

// Doctor looks at everything about the journal, at the files first and then, where passphrase gives one or none is
// needed, inside. fix takes permissions from others and removes what killed programs left.
func (h *Home) Doctor(ctx context.Context, passphrase func() (string, error), fix bool) Diagnosis {
	var d Diagnosis
	info, err := vault.Probe(h.Dir)
	if !info.Exists && err == nil {
		d.add("journal", Watch, "There is none in "+h.Dir+".", "\"firsthand init\" makes one, and so does the first \"firsthand note\".")
		return d
	}
	switch {
	case err != nil:
		d.Err = err
		d.add("journal", Wrong, "What it says of itself in "+h.Dir+" cannot be read.", "Run \"firsthand verify\", which says what is safe.")
	case info.InboxDamaged:
		d.add("inbox key", Watch, "It is damaged; no line can be added without the passphrase.", "Open the journal once, which puts it right.")
	default:
		d.add("journal", Fine, fmt.Sprintf("Format %d, in %s.", info.FormatVersion, h.Dir), "")
		d.add("inbox key", Fine, "Its checksum is right.", "")
	}
	held, err := vault.Held(h.Dir)
	switch {
	case err != nil:
		d.add("lock", Watch, "It cannot be looked at.", "Check the permissions of the folder.")
	case held:
		d.Err = errors.Join(d.Err, journal.ErrInUse)
		d.add("lock", Watch, "Another program has the journal open.", "Close it to look inside.")
	default:
		d.add("lock", Fine, "Nobody holds it.", "")
	}
	d.permissions(h.Dir, fix)
	d.leftovers(h, held, fix)
	if free, err := freeSpace(h.Dir); err != nil {
		d.add("space", Watch, "The free space cannot be told here.", "Look at it with the system's own tools.")
	} else if free < littleSpace {
		d.add("space", Watch, fmt.Sprintf("%d MB are free.", free>>20), "Free some space, so that lines and backups can be kept.")
	} else {
		d.add("space", Fine, fmt.Sprintf("%d MB are free.", free>>20), "")
	}
	switch n, err := vault.Waiting(h.Dir); {
	case err != nil:
		d.add("inbox", Watch, "It cannot be read.", "Check the permissions of the folder.")
	default:
		d.add("inbox", Fine, fmt.Sprintf("Lines that wait: %d.", n), "")
	}
	if info.HasDeviceKey && !info.HasPassphrase {
		if _, err := os.Stat(vault.DeviceFile(h.options.Keys, info.ID)); err != nil {
			d.add("device key", Wrong, "The journal opens with a key on this computer, and that is not here.", "Put the key back, or open the journal where it was made.")
		} else {
			d.add("device key", Watch, "Whoever uses this login can read the journal.", "\"firsthand init\" sets a passphrase.")
		}
	}
	found, err := vault.FindBackups(h.BackupFolder())
	switch {
	case err != nil:
		d.add("backup files", Watch, "Their folder cannot be read.", "Check its permissions.")
	case len(found) == 0:
		d.add("backup files", Watch, "There are none in the journal's own folder.", "\"firsthand backup\" makes one, once there is a recovery key.")
	default:
		age := h.Now().Sub(found[0].Made)
		d.add("backup files", Fine, fmt.Sprintf("%d, the newest of %s, %d days old.", len(found), found[0].Made.Local().Format("2006-01-02 15:04"), int(age.Hours()/24)), "")
	}
	if d.Err == nil {
		d.inside(ctx, h, passphrase)
	} else {
		d.add("contents", Watch, "They were not looked at.", "See the rows above first.")
	}
	return d
}

// permissions looks at the folder and all in it.
func (d *Diagnosis) permissions(dir string, fix bool) {
	if runtime.GOOS == "windows" {
		return // its permissions are not in the mode
	}
	open, others, failed := 0, 0, 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) || e.Type()&fs.ModeSymlink != 0 {
			return nil // another program works here; what a link names is not ours
		}
		if err != nil {
			return err
		}
		if foreign(info) {
			others++
			return nil
		}
		if mode := info.Mode().Perm(); mode&0o077 != 0 {
			if !fix {
				open++
			} else if os.Chmod(path, mode&0o700) != nil {
				failed++
			}
		}
		return nil
	})
	switch {
	case err != nil:
		d.add("permissions", Watch, "Not all files can be looked at.", "Check who owns the folder.")
	case others > 0:
		d.add("permissions", Watch, fmt.Sprintf("Files that another login owns: %d.", others), "Make them this login's again.")
	case open+failed > 0:
		d.add("permissions", Watch, fmt.Sprintf("Files or folders open to others on this computer: %d.", open+failed), "\"firsthand doctor --fix\" closes them.")
	default:
		d.add("permissions", Fine, "Only this login can enter.", "")
	}
}

func (d *Diagnosis) leftovers(h *Home, held, fix bool) {
	if held {
		return // they may be its work
	}
	if vault.LogLeft(h.Dir) {
		d.add("log", Watch, "A program ended without closing the journal; its last lines are in the log.", "Open the journal once, and leave the file where it is.")
	}
	if aside, err := h.Aside(); err == nil && len(aside) > 0 {
		d.add("set aside", Watch, fmt.Sprintf("Journals that a restore set aside: %d.", len(aside)), "\"firsthand restore --confirm\" removes them, \"firsthand restore --back\" takes the last again.")
	}
	left, err := vault.Leftovers(h.Dir)
	if err == nil && len(left) > 0 && fix {
		if vault.Tidy(h.Dir) == nil {
			left = nil
		}
	}
	switch {
	case err != nil:
		d.add("leftovers", Watch, "The folder cannot be read.", "Check its permissions.")
	case len(left) > 0:
		d.add("leftovers", Watch, fmt.Sprintf("Left by programs that were killed: %d.", len(left)), "\"firsthand doctor --fix\" removes them.")
	default:
		d.add("leftovers", Fine, "There are none.", "")
	}
}

// inside opens the journal and reads all of it.
func (d *Diagnosis) inside(ctx context.Context, h *Home, passphrase func() (string, error)) {
	j, err := h.Open(ctx, passphrase, nil)
	if errors.Is(err, ErrNoPassphrase) {
		d.add("contents", Watch, "No passphrase was given, so lines, root, clock, SQLite and the list of backups were not looked at.", "Name a file that holds it with --passphrase-file.")
		return
	}
	if err == nil {
		err = errors.Join(d.read(ctx, j), j.Close())
	}
	switch d.Err = err; {
	case errors.Is(err, vault.ErrWrongKey):
		d.add("contents", Wrong, "The passphrase does not open the journal, so they were not looked at.", "Give the right one with --passphrase-file.")
	case err != nil:
		d.add("contents", Wrong, "They could not be read whole.", "Run \"firsthand verify\", which says what is safe.")
	}
}

func (d *Diagnosis) read(ctx context.Context, j *Journal) error {
	c, err := j.Verify(ctx)
	if err = errors.Join(err, c.Err()); err != nil {
		return err
	}
	readable, _ := c.Lines()
	d.add("contents", Fine, fmt.Sprintf("Root and lines are whole; lines read: %d.", readable), "")
	d.add("SQLite", Fine, "Its settings were read back as they have to be; the journal does not open otherwise.", "")
	for _, n := range j.Notices {
		d.add("notice", Watch, n.String(), "See to it, then run this again.")
	}
	changed := 0
	for _, b := range c.Backups {
		if b.Changed {
			changed++
		}
	}
	switch best := c.Best(); {
	case changed > 0:
		d.Findings = append(d.Findings, Finding{"backups", Wrong, fmt.Sprintf("Changed since they were made: %d.", changed), "\"firsthand backup\" makes another one."})
	case best.Path == "":
		d.add("backups", Watch, "The journal knows of none.", "\"firsthand backup\" makes one, once there is a recovery key.")
	default:
		d.add("backups", Fine, "The newest is of "+best.Made.Local().Format("2006-01-02 15:04")+", read "+best.Checked.Local().Format("2006-01-02 15:04")+".", "")
	}
	ahead := 0
	for _, a := range c.Accounts {
		_, entries, err := j.Account(ctx, a.Account)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if e.Recorded.After(j.Now()) {
				ahead++
			}
		}
	}
	if ahead > 0 {
		d.add("clock", Watch, fmt.Sprintf("Lines recorded in the future: %d; the clock was set back.", ahead), "Check the computer's clock.")
	} else {
		d.add("clock", Fine, "No line is recorded in the future.", "")
	}
	return nil
}
