package home

import (
	"cmp"
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
	Do    string `json:"do,omitempty"` // in a sentence or two; empty where nothing is to be done
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
	case errors.Is(err, ErrLost):
		d.Err = err
		d.add("journal", Wrong, "Its file vault.db is missing from "+h.Dir+", though other files of it are there.", "Put it back, or make the journal again of a backup: \"firsthand restore FILE\".")
	case err != nil:
		d.Err = err
		d.add("journal", Wrong, "What it says of itself in "+h.Dir+" cannot be read.", "Run \"firsthand verify\", which says what is safe.")
	case info.InboxDamaged:
		d.add("inbox key", Watch, "It is damaged; no line can be added without the passphrase.", "Open the journal once, which puts it right.")
	default:
		d.add("journal", Fine, fmt.Sprintf("Format %d, in %s.", info.FormatVersion, h.Dir), "")
		d.add("inbox key", Fine, "Its checksum is right.", "")
	}
	held := d.lock(h.Dir)
	d.files(h.Dir, fix)
	frozen := d.writing(h.Dir)
	d.log(h.Dir, held)
	d.aside(h)
	d.leftovers(h.Dir, held, fix)
	d.space(freeSpace(h.Dir))
	d.inbox(h.Dir)
	if info.HasDeviceKey && !info.HasPassphrase {
		d.deviceKey(vault.DeviceFile(h.options.Keys, info.ID))
	}
	d.backupFiles(h)
	if d.Err != nil {
		d.add("contents", Watch, "They were not looked at.", "See the rows above first.")
		return d
	}
	d.inside(ctx, h, passphrase, frozen)
	return d
}

// lock reports whether another program holds the journal.
func (d *Diagnosis) lock(dir string) (held bool) {
	held, err := vault.Held(dir)
	switch {
	case err != nil:
		d.add("lock", Watch, "It cannot be looked at.", "Check the permissions of the folder.")
	case held:
		d.Err = errors.Join(d.Err, journal.ErrInUse)
		who := "Another program"
		if process, program := vault.Holder(dir); process != 0 {
			who += fmt.Sprintf(", %s (process %d),", cmp.Or(program, "without a name"), process)
		}
		d.add("lock", Watch, who+" has the journal open.", "Close it to look inside.")
	default:
		d.add("lock", Fine, "Nobody holds it.", "")
	}
	return held
}

// files looks at whose the folder and all in it is, and who may enter.
func (d *Diagnosis) files(dir string, fix bool) {
	if runtime.GOOS == "windows" {
		return // neither is in the mode
	}
	open, closed, failed := 0, 0, 0
	var others []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // another program works here
		}
		if err != nil {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, fs.ErrNotExist) || e.Type()&fs.ModeSymlink != 0 {
			return nil // what a link names is not ours
		}
		if err != nil {
			return err
		}
		if foreign(info) {
			others = append(others, path)
			return nil
		}
		switch mode := info.Mode().Perm(); {
		case mode&0o077 == 0:
		case !fix:
			open++
		case os.Chmod(path, mode&0o700) != nil:
			failed++
		default:
			closed++
		}
		return nil
	})
	if err != nil {
		d.add("owner", Watch, "Not all files can be looked at.", "Check who owns the folder, and its permissions.")
		return
	}
	if len(others) > 0 {
		d.add("owner", Watch, fmt.Sprintf("Files that another login owns: %d, such as %s.", len(others), others[0]), "Make them this login's again, with the system's own tools.")
	} else {
		d.add("owner", Fine, "All files are this login's.", "")
	}
	switch {
	case failed > 0:
		d.add("permissions", Watch, fmt.Sprintf("Files or folders open to others on this computer: %d. They could not be closed.", failed), "Look whether the disk may be written, and whether it knows permissions.")
	case open > 0:
		d.add("permissions", Watch, fmt.Sprintf("Files or folders open to others on this computer: %d.", open), "\"firsthand doctor --fix\" closes them.")
	case closed > 0:
		d.add("permissions", Fine, fmt.Sprintf("Only this login can enter; closed to others just now: %d.", closed), "")
	default:
		d.add("permissions", Fine, "Only this login can enter.", "")
	}
}

// writing tries to write, and reports whether that failed.
func (d *Diagnosis) writing(dir string) (failed bool) {
	const reads = " What is in the journal can be read, nothing can be added."
	switch err := vault.TryWrite(dir); {
	case err == nil:
		d.add("writing", Fine, "A file was written into each folder, and removed again.", "")
		return false
	case errors.Is(err, journal.ErrFull):
		d.add("writing", Wrong, "The disk is full."+reads, "Free some space.")
	case errors.Is(err, journal.ErrReadOnly):
		d.add("writing", Wrong, "The folder cannot be written to."+reads, "Check its permissions, and whether the disk is there for reading only.")
	default:
		d.add("writing", Wrong, "The disk reports an error."+reads, "Copy the folder to another disk.")
	}
	return true
}

func (d *Diagnosis) log(dir string, held bool) {
	switch {
	case held && vault.LogLeft(dir):
		d.add("log", Fine, "Another program is writing it.", "")
	case vault.LogLeft(dir):
		d.add("log", Watch, "A program ended without closing the journal; its last lines are in the log.", "Open the journal once, and leave the file where it is.")
	default:
		d.add("log", Fine, "The journal was closed; there is none.", "")
	}
}

func (d *Diagnosis) aside(h *Home) {
	switch aside, err := h.Aside(); {
	case err != nil:
		d.add("set aside", Watch, "It cannot be read whether journals were set aside.", "Check the permissions of the folder.")
	case len(aside) > 0:
		d.add("set aside", Watch, fmt.Sprintf("Journals that a restore or a new version set aside: %d.", len(aside)), "\"firsthand restore --confirm\" removes them, \"firsthand restore --back\" takes the last again.")
	default:
		d.add("set aside", Fine, "There are none.", "")
	}
}

func (d *Diagnosis) leftovers(dir string, held, fix bool) {
	if held {
		d.add("leftovers", Fine, "Not looked at: they may be the other program's work.", "")
		return
	}
	removed, failed := 0, false
	if fix {
		n, err := vault.Tidy(dir)
		removed, failed = n, err != nil
	}
	left, _, err := vault.Leftovers(dir)
	switch {
	case err != nil:
		d.add("leftovers", Watch, "The folder cannot be read.", "Check its permissions.")
	case len(left) > 0 && failed:
		d.add("leftovers", Watch, fmt.Sprintf("Left by programs that were killed: %d. They could not be removed.", len(left)), "Look whether the disk may be written, then run this again.")
	case len(left) > 0:
		d.add("leftovers", Watch, fmt.Sprintf("Left by programs that were killed: %d, such as %s.", len(left), left[0]), "\"firsthand doctor --fix\" removes them.")
	case removed > 0:
		d.add("leftovers", Fine, fmt.Sprintf("There are none; removed just now: %d.", removed), "")
	default:
		d.add("leftovers", Fine, "There are none.", "")
	}
}

func (d *Diagnosis) space(free uint64, err error) {
	switch is := fmt.Sprintf("%d MB are free.", free>>20); {
	case err != nil:
		d.add("space", Watch, "The free space cannot be told here.", "Look at it with the system's own tools.")
	case free < littleSpace:
		d.add("space", Watch, is, "Free some space, so that lines and backups can be kept.")
	default:
		d.add("space", Fine, is, "")
	}
}

func (d *Diagnosis) inbox(dir string) {
	n, err := vault.Waiting(dir)
	_, begun, _ := vault.Leftovers(dir)
	switch {
	case err != nil:
		d.add("inbox", Watch, "It cannot be read.", "Check the permissions of the folder.")
	case begun > 0:
		d.add("inbox", Watch, fmt.Sprintf("Lines that wait: %d. Files begun within the hour and not finished: %d; either a line is being kept right now, or a program was killed before it said that it was.", n, begun),
			"An hour after they were begun \"firsthand doctor --fix\" removes them.")
	default:
		d.add("inbox", Fine, fmt.Sprintf("Lines that wait: %d.", n), "")
	}
}

// deviceKey looks for what opens a journal without a passphrase.
func (d *Diagnosis) deviceKey(file string) {
	if _, err := os.Stat(file); err != nil {
		d.add("device key", Wrong, "The journal opens with a key on this computer, and that is not here.", "Put the file "+file+" back, from a copy of this login's settings, or open the journal where it was made.")
		return
	}
	d.add("device key", Watch, "Whoever uses this login can read the journal.", "\"firsthand init\" sets a passphrase.")
}

func (d *Diagnosis) backupFiles(h *Home) {
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
}
