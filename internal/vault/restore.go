package vault

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"

	"filippo.io/age"
	"github.com/gofrs/flock"
)

// ErrOtherJournal means that a backup is of another journal than the one in the folder.
var ErrOtherJournal = errors.New("backup of another journal")

// RestoreOptions say how a restored journal opens. The recovery key stays the one that opened the backup.
type RestoreOptions struct {
	Passphrase string    // from now on
	KDF        KDF       // as in Options
	Now        time.Time // names the folder in which the journal before is kept
}

// Restored is what a restore did.
type Restored struct {
	Made     time.Time // the moment that the backup shows
	Accounts int
	Entries  int
	Aside    string // folder in which the journal before lies, whole; empty where there was none
}

// restoringDir is where the journal is made anew, in the journal's own folder: a rename never crosses disks.
const restoringDir = "restoring"

// Restore makes the journal in dir what a backup holds. The journal is made anew beside the one that is there, under a
// new master key, read back and compared with the backup entry by entry, and only then, under the lock, put in its
// place; the one before is set aside whole, for GoBack or Confirm. The inbox stays where it is and its keys stay
// the same, so that a line which waits, or is dropped in this very moment, opens afterwards.
//
// Errors: ErrWrongKey, ErrNotBackup, ErrNewer, ErrOtherJournal, ErrInUse, ErrReadOnly, ErrFull, those of the system.
// After an error the journal is as it was.
func Restore(ctx context.Context, dir, file, recovery string, o RestoreOptions) (Restored, error) {
	if o.Passphrase == "" {
		return Restored{}, errors.New("restore: the passphrase is empty")
	}
	identity, err := ParseRecovery(recovery)
	if err != nil {
		return Restored{}, err
	}
	// All of it is read before anything is touched.
	m, rest, err := readBackup(ctx, file, identity, io.Discard, func(archive.Full) error { return nil })
	if err != nil {
		return Restored{}, err
	}
	r := &restoring{dir: dir, file: file, recovery: recovery, identity: identity, manifest: m, rest: rest, o: o}
	if err := r.prepare(); err != nil {
		return Restored{}, err
	}
	if err := makeFolder(dir); err != nil {
		return Restored{}, err
	}
	lock, err := holdLock(dir)
	if err != nil {
		return Restored{}, err
	}
	defer lock.Unlock()
	return r.run(ctx, lock)
}

// restoring is a restore under way.
type restoring struct {
	dir, file, recovery string
	identity            *age.X25519Identity
	manifest            archive.Manifest
	rest                archive.Remainder
	own                 own
	id                  ID
	o                   RestoreOptions
	sums                map[journal.AccountID][sha256.Size]byte // of each account as the backup has it
}

// prepare reads what the backup says for the file of the journal. It comes from a file: none of it is believed.
func (r *restoring) prepare() error {
	id, err := hex.DecodeString(r.manifest.Journal)
	if err != nil || len(id) != len(r.id) {
		return ErrNotBackup
	}
	copy(r.id[:], id)
	if json.Unmarshal(r.rest.Vault, &r.own) != nil {
		return ErrNotBackup
	}
	for _, scalar := range r.own.Inbox {
		if _, err := inboxKEM.NewPrivateKey(scalar); err != nil {
			return ErrNotBackup
		}
	}
	r.own.Ledger.Made = slices.DeleteFunc(r.own.Ledger.Made, func(b Backup) bool {
		return !backupNames.MatchString(b.Name) || b.Folder != "" && !filepath.IsAbs(b.Folder)
	})
	return nil
}

func (r *restoring) run(ctx context.Context, lock *flock.Flock) (Restored, error) {
	if err := r.compare(); err != nil {
		return Restored{}, err
	}
	r.learn(lock)
	fresh := filepath.Join(r.dir, restoringDir)
	if err := os.RemoveAll(fresh); err != nil {
		return Restored{}, explain("restore", err)
	}
	defer os.RemoveAll(fresh)
	if err := os.Mkdir(fresh, 0o700); err != nil {
		return Restored{}, explain("restore", err)
	}
	if err := r.build(ctx, fresh); err != nil {
		return Restored{}, err
	}
	if err := r.verify(ctx, fresh); err != nil {
		return Restored{}, err
	}
	if err := ctx.Err(); err != nil {
		return Restored{}, err
	}
	aside, err := replace(r.dir, fresh, r.o.Now)
	if err != nil {
		return Restored{}, err
	}
	return Restored{Made: r.manifest.Made, Accounts: r.manifest.Accounts, Entries: r.manifest.Entries, Aside: aside}, nil
}

// compare refuses the backup of another journal. A journal too damaged to say which one it is may be replaced.
func (r *restoring) compare() error {
	p, err := look(r.dir)
	if err != nil {
		return explain("restore", err)
	}
	if p == absent {
		return nil
	}
	id, err := idOf(r.dir)
	switch {
	case errors.Is(err, ErrDamaged):
		return nil
	case err != nil:
		return err
	case id != r.id:
		return ErrOtherJournal
	}
	return nil
}

// idOf reads which journal is in dir, whose lock the caller holds: from the card, or else from the database.
func idOf(dir string) (ID, error) {
	if c, err := readCard(dir); err == nil || !errors.Is(err, ErrDamaged) {
		return c.vault, err
	}
	path := filepath.Join(dir, dbFile)
	if err := checkFile(path); err != nil {
		return ID{}, err
	}
	db, _, err := openTables(path)
	if err != nil {
		return ID{}, err
	}
	defer db.Close()
	if _, err := checkSchema(db); err != nil {
		return ID{}, err
	}
	meta, err := rows(db, selectMeta)
	if err != nil {
		return ID{}, err
	}
	id, _, err := identity(meta)
	return id, err
}

// learn takes from the journal that is there what is newer than the backup, where the recovery key opens it: inbox keys,
// the number of its epoch and its list of backups. Where it does not, the backup has to do.
func (r *restoring) learn(lock *flock.Flock) {
	if opens(r.dir) != nil {
		return
	}
	v, err := open(r.dir, lock, "", Recovery(r.recovery).master)
	if err != nil {
		return
	}
	defer v.shut()
	r.own.Epoch = max(r.own.Epoch, v.keys.epoch)
	inbox := v.secrets.clone().Inbox
	for _, scalar := range r.own.Inbox {
		if !slices.ContainsFunc(inbox, func(known []byte) bool { return bytes.Equal(known, scalar) }) {
			inbox = append(inbox, scalar)
		}
	}
	r.own.Inbox = inbox
	if l, err := v.ledger(); err == nil {
		known := make(map[string]bool)
		for _, b := range l.Made {
			known[b.Sum] = true
		}
		for _, b := range r.own.Ledger.Made {
			if !known[b.Sum] {
				l.Made = append(l.Made, b)
			}
		}
		r.own.Ledger = l
	}
}

// build makes the journal anew in the folder fresh.
func (r *restoring) build(ctx context.Context, fresh string) error {
	e, err := newEpoch(r.id, r.own.Epoch+1)
	if err != nil {
		return err
	}
	if len(r.own.Inbox) > 0 {
		e.secrets.Inbox = r.own.Inbox // the present one stays: what is sealed to it right now must open
	}
	if err := e.openByPassphrase(r.o.Passphrase, r.o.KDF); err != nil {
		return err
	}
	if err := e.openByRecovery(r.identity.Recipient().String()); err != nil {
		return err
	}
	if err := e.build(fresh, ""); err != nil {
		return err
	}
	v, err := Open(fresh, Recovery(r.recovery))
	if err != nil {
		return err
	}
	return errors.Join(r.fill(ctx, v), v.Close())
}

// fill writes what the backup holds into the new journal.
func (r *restoring) fill(ctx context.Context, v *Vault) error {
	r.sums = make(map[journal.AccountID][sha256.Size]byte)
	_, _, err := readBackup(ctx, r.file, r.identity, io.Discard, func(full archive.Full) error {
		r.sums[full.Account.ID] = contentOf(full)
		return v.Apply(ctx, journal.Change{Accounts: []journal.Account{full.Account}, Entries: full.Entries})
	})
	if errors.Is(err, journal.ErrStale) {
		return ErrNotBackup // an entry is there twice
	}
	if err != nil {
		return err
	}
	change := journal.Change{Reviews: r.rest.Reviews, Releases: r.rest.Releases, Copies: r.rest.Copies, Cases: r.rest.Cases, Comparisons: r.rest.Comparisons, Settings: r.rest.Settings, History: &r.rest.History}
	if r.rest.Hidden != nil {
		change.Hidden = &r.rest.Hidden
	}
	if err := v.Apply(ctx, change); err != nil {
		return err
	}
	this, err := r.backup()
	if err != nil {
		return err
	}
	return v.changeLedger(ctx, func(l *ledger) {
		*l = r.own.Ledger
		l.Made = append(l.Made, this)
		slices.SortStableFunc(l.Made, func(a, b Backup) int { return a.Sequence - b.Sequence })
		l.Made = slices.CompactFunc(l.Made, func(a, b Backup) bool { return a.Sum == b.Sum })
		for i := range l.Made {
			l.Made[i].Next = v.root.next + 1 // records have new numbers, and this one: any of them may be in any backup
		}
		if l.Folder != "" {
			if info, err := os.Stat(l.Folder); err != nil || !info.IsDir() {
				l.Folder = "" // of another machine
			}
		}
	})
}

// backup is the very file that is restored, as the ledger keeps it: its own copy of the ledger does not.
func (r *restoring) backup() (Backup, error) {
	b := Backup{
		Name: filepath.Base(r.file), Sequence: r.manifest.Sequence, Made: r.manifest.Made, Checked: r.o.Now.UTC().Truncate(time.Second),
		Accounts: r.manifest.Accounts, Entries: r.manifest.Entries, Epoch: r.own.Epoch, Recipient: r.identity.Recipient().String(),
	}
	abs, err := filepath.Abs(r.file)
	if err != nil {
		return b, explain("restore", err)
	}
	if b.Folder = filepath.Dir(abs); b.Folder == filepath.Join(r.dir, BackupsDir) {
		b.Folder = ""
	}
	f, err := openOnly(r.file, fs.FileMode.IsRegular)
	if err != nil {
		return b, explain("restore", err)
	}
	defer f.Close()
	sum := sha256.New()
	if b.Size, err = io.Copy(sum, f); err != nil {
		return b, explain("restore", err)
	}
	b.Sum = hex.EncodeToString(sum.Sum(nil))
	return b, nil
}

func contentOf(full archive.Full) [sha256.Size]byte {
	_, js := archive.Write(full.Account, full.Entries)
	return sha256.Sum256(js)
}

// verify opens the new journal as the person would, and compares all of it with the backup.
func (r *restoring) verify(ctx context.Context, fresh string) error {
	v, err := Open(fresh, Passphrase(r.o.Passphrase))
	if err != nil {
		return err
	}
	defer v.Close()
	s, err := v.snapshot(ctx)
	if err != nil {
		return err
	}
	defer s.end()
	unlike := fmt.Errorf("restore: %w", ErrUnlike)
	for full, err := range s.fulls(ctx) {
		if err != nil {
			return err
		}
		if r.sums[full.Account.ID] != contentOf(full) {
			return unlike
		}
		delete(r.sums, full.Account.ID)
	}
	rest, err := s.remainder()
	if err != nil {
		return err
	}
	if len(r.sums) > 0 || s.count != r.manifest.Entries || !sameRest(rest, r.rest) {
		return unlike
	}
	return nil
}

// sameRest compares what would be written, whatever the order of reviews and releases.
func sameRest(a, b archive.Remainder) bool {
	texts := func(r archive.Remainder) (all []string) {
		add := func(v any) {
			data, err := json.Marshal(v)
			all = append(all, string(data)+fmt.Sprint(err))
		}
		add(r.Settings)
		add(r.History)
		add(append([]any{}, r.Hidden))
		for _, x := range r.Reviews {
			add(x)
		}
		for _, x := range r.Releases {
			add(x)
		}
		for _, x := range r.Copies {
			add(x)
		}
		for _, x := range r.Cases {
			add(x)
		}
		for _, x := range r.Comparisons {
			add(x)
		}
		slices.Sort(all)
		return all
	}
	return slices.Equal(texts(a), texts(b))
}
