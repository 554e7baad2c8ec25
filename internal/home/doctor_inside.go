package home

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"firsthand/internal/vault"
)

// inside opens the journal and reads all of it. frozen: that the folder cannot be written was said already.
func (d *Diagnosis) inside(ctx context.Context, h *Home, passphrase func() (string, error), frozen bool) {
	j, err := h.Open(ctx, passphrase, nil)
	if errors.Is(err, ErrNoPassphrase) {
		d.add("contents", Watch, "No passphrase was given, so lines, root, clock, SQLite and the list of backups were not looked at.", "Name a file that holds it with --passphrase-file.")
		return
	}
	if err == nil {
		err = errors.Join(d.read(ctx, j, frozen), j.Close())
	}
	switch d.Err = err; {
	case errors.Is(err, vault.ErrWrongKey):
		d.add("contents", Wrong, "The passphrase does not open the journal, so they were not looked at.", "Give the right one with --passphrase-file.")
	case errors.Is(err, vault.ErrNoDeviceKey):
		d.add("contents", Watch, "They were not looked at.", "See the row of the device key first.")
	case err != nil:
		d.add("contents", Wrong, "They could not be read whole.", "Run \"firsthand verify\", which says what is safe.")
	}
}

func (d *Diagnosis) read(ctx context.Context, j *Journal, frozen bool) error {
	c, err := j.Verify(ctx)
	if err = errors.Join(err, c.Err()); err != nil {
		return err
	}
	readable, _ := c.Lines()
	d.add("contents", Fine, fmt.Sprintf("Root and lines are whole; lines read: %d.", readable), "")
	pragmas, err := j.vault.Pragmas(ctx)
	if err != nil {
		return err
	}
	d.pragmas(pragmas)
	for _, n := range j.Notices {
		if n.About == Unreadable || !frozen {
			d.add("notice", Watch, n.String(), "See to it, then run this again.")
		}
	}
	d.backups(c)
	return d.clock(ctx, j, c)
}

// pragmas are what SQLite was asked just now, on the journal itself.
func (d *Diagnosis) pragmas(pragmas []vault.Pragma) {
	var are, wrong []string
	for _, p := range pragmas {
		are = append(are, p.Name+" "+p.Is)
		if !p.Right() {
			wrong = append(wrong, fmt.Sprintf("%s is %s, and has to be %s", p.Name, p.Is, p.Want))
		}
	}
	if len(wrong) > 0 {
		d.add("SQLite", Wrong, "Not set as it has to be: "+strings.Join(wrong, "; ")+".", "Export the lines, and do not write with this build of Firsthand: it does not keep them safely.")
		return
	}
	d.add("SQLite", Fine, "Read back: "+strings.Join(are, ", ")+".", "")
}

func (d *Diagnosis) backups(c Checkup) {
	var changed, unread []Backup // the newest first
	for _, b := range c.Backups {
		switch {
		case b.Unread:
			unread = append(unread, b)
		case b.Changed:
			changed = append(changed, b)
		}
	}
	best := c.Best()
	is := fmt.Sprintf("Changed since they were made: %d.", len(changed))
	switch {
	case len(changed) > 0 && !best.Made.After(changed[0].Made):
		d.add("backups", Wrong, is, "\"firsthand backup\" makes another one.")
	case len(changed) > 0:
		d.add("backups", Watch, is+" The newest whole one is later, of "+best.Made.Local().Format("2006-01-02 15:04")+".", "Remove what was changed, such as "+changed[0].Path+", once nothing in it is needed.")
	case len(unread) > 0:
		d.add("backups", Watch, fmt.Sprintf("There and not readable: %d, such as %s.", len(unread), unread[0].Path), "Check the permissions and the disk; \"firsthand backup\" makes another one.")
	case best.Path == "":
		d.add("backups", Watch, "The journal knows of none.", "\"firsthand backup\" makes one, once there is a recovery key.")
	default:
		d.add("backups", Fine, "The newest is of "+best.Made.Local().Format("2006-01-02 15:04")+", read "+best.Checked.Local().Format("2006-01-02 15:04")+".", "")
	}
}

// clock looks for lines that were recorded later than it is now.
func (d *Diagnosis) clock(ctx context.Context, j *Journal, c Checkup) error {
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
