package home

import (
	"context"
	"errors"
	"slices"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/vault"
)

// A Part is something of a journal that can be damaged.
type Part = vault.Part

// Parts are all of them.
var Parts = []Part{
	vault.PartFile, vault.PartMeta, vault.PartPassphrase, vault.PartRecovery, vault.PartDeviceSlot, vault.PartDeviceKey,
	vault.PartRoot, vault.PartRecords, vault.PartHead, vault.PartBody, vault.PartInboxKey,
}

// A Checkup is what was found when everything of a journal was read.
type Checkup struct {
	Damage   []Part       // what is damaged, each once; nil where the journal is whole
	Accounts []vault.Rest // the newest first
	Repaired bool         // the key that lines are sealed to was damaged, and was put right
	Unplaced int          // records lost of which nothing says what account they belonged to
	Stuck    int          // files in the inbox that are no lines
	Backups  []Backup     // that are there, the newest first
}

// Lines is how many lines can be read, and how many cannot.
func (c Checkup) Lines() (readable, missing int) {
	for _, a := range c.Accounts {
		readable, missing = readable+a.Readable, missing+a.Missing
	}
	return readable, missing
}

// Best is the newest backup that is not known to have changed; its Path is empty where there is none.
func (c Checkup) Best() Backup { return Backups{Made: c.Backups}.Last() }

// Err is the damage as an error that is journal.ErrDamaged; nil where there is none.
func (c Checkup) Err() error {
	if c.Damage == nil {
		return nil
	}
	broken := &vault.DamageError{}
	for _, part := range c.Damage {
		broken.Damage = append(broken.Damage, vault.Damage{Part: part})
	}
	return broken
}

// parts names what a DamageError names, each once; nil for another error.
func parts(err error) []Part {
	var broken *vault.DamageError
	if !errors.As(err, &broken) {
		return nil
	}
	var parts []Part
	for _, d := range broken.Damage {
		if !slices.Contains(parts, d.Part) {
			parts = append(parts, d.Part)
		}
	}
	return parts
}

// Verify reads everything: the journal, its inbox and its backups. Damage is in the answer, not an error.
func (j *Journal) Verify(ctx context.Context) (Checkup, error) {
	err := j.vault.Verify(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return Checkup{}, err
	}
	c := Checkup{Damage: parts(err)}
	var broken *vault.DamageError
	if errors.As(err, &broken) {
		c.Accounts = j.vault.Rests(broken.Damage)
	} else {
		c.Accounts = j.vault.Rests(nil)
	}
	c.Repaired = len(j.vault.Repaired()) > 0
	for _, n := range j.Notices {
		if n.About == Unreadable {
			c.Stuck = n.Count
		}
	}
	backups, err := j.CheckBackups(ctx)
	switch {
	case errors.Is(err, journal.ErrReadOnly), errors.Is(err, journal.ErrFull), errors.Is(err, journal.ErrDamaged):
		// Read they are; when that was cannot be kept.
	case err != nil:
		return Checkup{}, err
	}
	for _, made := range backups {
		if !made.Missing {
			c.Backups = append(c.Backups, made)
		}
	}
	return c, nil
}

// OpenBy is Open, by the recovery key where that is not empty.
func (h *Home) OpenBy(ctx context.Context, recovery string, passphrase func() (string, error), renderers map[journal.Format]report.Renderer) (*Journal, error) {
	if recovery == "" {
		return h.Open(ctx, passphrase, renderers)
	}
	j, err := h.openWith(ctx, vault.Recovery(recovery), renderers)
	return j, otherRecovery(err)
}

// A Rescue is the reading of what is left of a damaged journal. Close it.
type Rescue struct {
	Checkup
	remains *vault.Remains
	waiting []journal.Line
}

// Rescue reads what is left of a damaged journal, by the recovery key, or where that is empty by what opens the journal.
// The error that it did not open for is in Damage. Errors are those of vault.Salvage.
func (h *Home) Rescue(recovery string, passphrase func() (string, error), why error) (*Rescue, error) {
	remains, err := h.salvage(recovery, passphrase)
	if err != nil {
		return nil, err
	}
	r := &Rescue{
		Checkup: Checkup{Damage: parts(why), Accounts: remains.Rests(), Unplaced: remains.Unplaced()},
		remains: remains,
	}
	if r.waiting, r.Stuck, err = remains.Waiting(h.Dir); err != nil {
		return nil, errors.Join(err, r.Close())
	}
	found, _ := vault.FindBackups(h.BackupFolder()) // those elsewhere are known to the journal alone
	for _, f := range found {
		r.Backups = append(r.Backups, Backup{Path: f.Path, Made: f.Made})
	}
	return r, nil
}

func (h *Home) salvage(recovery string, passphrase func() (string, error)) (*vault.Remains, error) {
	if recovery != "" {
		remains, err := vault.Salvage(h.Dir, vault.Recovery(recovery))
		return remains, otherRecovery(err)
	}
	key, err := h.key(passphrase)
	if errors.Is(err, journal.ErrDamaged) {
		// What says how the journal opens is lost too: the key on this computer is tried first, for it asks nobody.
		remains, without := vault.Salvage(h.Dir, vault.Device(h.options.Keys))
		if without == nil || errors.Is(without, ErrLost) {
			return remains, without // where nothing is left, no passphrase opens it
		}
		var p string
		p, err = passphrase()
		key = vault.Passphrase(p)
	}
	if err != nil {
		return nil, err
	}
	return vault.Salvage(h.Dir, key)
}

// Close wipes the keys.
func (r *Rescue) Close() error { return r.remains.Close() }

// Accounts are those of which something is left, the newest first; the lines that wait are one of their own, before them.
func (r *Rescue) Accounts() (ids []journal.AccountID) {
	if len(r.waiting) > 0 {
		ids = append(ids, waitingLines(r.waiting).id())
	}
	for _, rest := range r.Checkup.Accounts {
		ids = append(ids, rest.Account)
	}
	return ids
}

// Account returns an account with those of its lines that can be read, in order of time. journal.ErrNotFound where
// nothing is left of it.
func (r *Rescue) Account(ctx context.Context, id journal.AccountID) (journal.Account, []journal.Entry, error) {
	if len(r.waiting) > 0 && id == waitingLines(r.waiting).id() {
		return waitingLines(r.waiting).Account(ctx, id)
	}
	return r.remains.Account(ctx, id)
}

// Waiting is how many lines wait in the inbox that are whole.
func (r *Rescue) Waiting() int { return len(r.waiting) }

// Export writes all that is left into a folder in the clear, as ExportAll does, the lines that wait as an account of
// their own. What was written is returned with any error.
func (r *Rescue) Export(ctx context.Context, folder string, overwrite bool) (paths []string, err error) {
	for _, rest := range r.Checkup.Accounts {
		written, err := Export(ctx, r.remains, rest.Account, folder, overwrite)
		if paths = append(paths, written...); err != nil {
			return paths, err
		}
	}
	if len(r.waiting) > 0 {
		written, err := Export(ctx, waitingLines(r.waiting), "", folder, overwrite)
		if paths = append(paths, written...); err != nil {
			return paths, err
		}
	}
	return paths, nil
}

// waitingLines are lines that no account has taken in, read as one that is made of them.
type waitingLines []journal.Line

// id is that of the account that stands for them: its first line's, which no other account has.
func (ls waitingLines) id() journal.AccountID { return journal.AccountID(ls[0].ID) }

func (ls waitingLines) Account(context.Context, journal.AccountID) (journal.Account, []journal.Entry, error) {
	started := ls[0].Recorded.In(time.UTC)
	a := journal.Account{ID: ls.id(), State: journal.Open, Zone: "UTC", Started: started}
	es := make([]journal.Entry, len(ls))
	for i, l := range ls {
		es[i] = journal.Entry{
			ID: l.ID, Account: a.ID, Text: l.Text, Kind: l.Kind, Moment: l.Moment, Share: journal.Private,
			Recorded: l.Recorded.UTC(), Position: i, Locked: true, Revision: 1,
		}
	}
	return a, es, nil
}

var _ Reader = waitingLines(nil)
