package home

import (
	"path/filepath"

	"firsthand/internal/vault"
)

var (
	// ErrLost means that vault.db is not there, though other files say that a journal was; it is a journal.ErrDamaged.
	ErrLost = vault.ErrLost
	// ErrInboxKey means that no line can be sealed, because the key for it is damaged; it is a journal.ErrDamaged. Opening
	// the journal puts the key right.
	ErrInboxKey = vault.ErrInboxKey
	// ErrOdd means that something else stands where a file or a folder should be.
	ErrOdd = vault.ErrOdd
)

// A Way is what makes a lost journal again.
type Way struct {
	Backup  string // path of the newest one in the journal's own folder; empty where there is none
	Aside   bool   // a restore has set a journal aside, which GoBack takes again
	Stopped bool   // a restore was stopped before its end
}

// WayBack looks for it, where the journal is lost. Which journal a backup is of, no key says.
func (h *Home) WayBack() Way {
	var w Way
	if found, err := vault.FindBackups(h.BackupFolder()); err == nil && len(found) > 0 {
		w.Backup = filepath.Clean(found[0].Path)
	}
	if aside, err := h.Aside(); err == nil {
		w.Aside = len(aside) > 0
	}
	if held, err := vault.Held(h.Dir); err == nil && !held {
		w.Stopped = vault.RestoreLeft(h.Dir)
	}
	return w
}
