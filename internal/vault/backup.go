package vault

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"firsthand/internal/archive"

	"filippo.io/age"
)

var (
	// ErrNoRecovery means that the journal has no recovery key, so that nothing could open a backup.
	ErrNoRecovery = errors.New("no recovery key")
	// ErrNoFolder means that the folder of backups is not there, or is not the one it was: a stick that was pulled out.
	ErrNoFolder = errors.New("no such folder")
	// ErrUnlike means that a backup did not read back as it was written; it does not count.
	ErrUnlike = errors.New("what was read back is not what was written")
	// ErrNotBackup means that a file is no backup, or was cut or changed.
	ErrNotBackup = errors.New("not a whole backup")
)

// Backup writes a backup of the journal as it stands into a folder: the one that KeepBackupsIn named where folder is
// empty. It is an age file to the recipient of the recovery key, holding what archive.WriteBackup writes. It gets its
// name only after it was on the disk, read back and found the same; then the older ones in the folder are thinned out,
// unless it was named for this once. Saving and closing go on meanwhile; closing ends it with ErrClosed. Where the
// journal's file was taken away while it is open, the backup holds all that was kept, and counts though the journal cannot
// remember it.
//
// Errors: ErrNoRecovery, ErrNoFolder, ErrReadOnly, ErrFull, ErrUnlike, ErrClosed, ErrDamaged. The journal is unharmed by any.
func (v *Vault) Backup(ctx context.Context, folder string, now time.Time) (Backup, error) {
	v.backing.Lock()
	defer v.backing.Unlock()
	if !v.HasRecovery() {
		if v.closing.Load() {
			return Backup{}, ErrClosed
		}
		return Backup{}, ErrNoRecovery
	}
	s, err := v.snapshot(ctx)
	if err != nil {
		return Backup{}, err
	}
	defer s.end()
	b := Backup{
		Folder: s.ledger.Folder, Made: now.UTC().Truncate(time.Second), Checked: now.UTC().Truncate(time.Second), Epoch: s.epoch,
		Recipient: s.secrets.Recipient, Next: s.next, Accounts: len(s.accounts), Entries: s.count, Sequence: 1,
	}
	once := folder != ""
	if once {
		if b.Folder, err = filepath.Abs(folder); err != nil {
			return Backup{}, explain("back up", err)
		}
	}
	if n := len(s.ledger.Made); n > 0 {
		b.Sequence = s.ledger.Made[n-1].Sequence + 1
	}
	into, err := v.backupFolder(b.Folder, s.ledger.Made)
	if err != nil {
		return Backup{}, err
	}
	sweep(into, 24*time.Hour)
	for taken := true; taken; b.Sequence++ { // another journal may keep its backups here
		b.Name = backupName(b.Made, b.Sequence)
		if taken, err = exists(filepath.Join(into, b.Name)); err != nil {
			return Backup{}, explain("back up", err)
		}
	}
	b.Sequence--
	if err := s.file(ctx, &b, into); err != nil {
		return Backup{}, err
	}
	// Of a journal whose file was taken away while it is open, this is all there is.
	if err := v.remember(ctx, b, once); errors.Is(err, ErrLost) {
		v.saved.Store(true)
	} else if err != nil {
		os.Remove(filepath.Join(into, b.Name)) // nobody would ever thin it out
		return Backup{}, err
	}
	b.Folder = into
	return b, nil
}

// HoldBackups ends the backup that is under way, waits until it has tidied up after itself, and lets none begin before
// release is called. It works on a closed vault too: nothing writes beside it then.
func (v *Vault) HoldBackups() (release func()) {
	v.endSnapshots()
	v.backing.Lock()
	return v.backing.Unlock
}

// backupFolder is where to write. The journal's own is made; any other must be there, and hold one of the backups that
// were made there: else it may be the empty place of a disk that is not connected.
func (v *Vault) backupFolder(folder string, made []Backup) (string, error) {
	into := folderIn(v.dir, folder)
	if folder == "" {
		return into, explain("make folder for backups", ownFolder(into))
	}
	if info, err := os.Stat(into); err != nil || !info.IsDir() {
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			return "", ErrNoFolder
		}
		return "", explain("back up", err)
	}
	here := func(b Backup) bool { return b.Folder == folder }
	if slices.ContainsFunc(made, here) && !slices.ContainsFunc(made, func(b Backup) bool { return here(b) && !b.missing(v.dir) }) {
		return "", fmt.Errorf("%w: none of the earlier backups is in it", ErrNoFolder)
	}
	return into, nil
}

// remember puts a backup into the ledger, and thins out those of its folder.
func (v *Vault) remember(ctx context.Context, b Backup, once bool) error {
	return v.changeLedger(ctx, func(l *ledger) {
		var here []Backup
		l.Made = slices.DeleteFunc(l.Made, func(old Backup) bool { return old.Folder == b.Folder && old.missing(v.dir) })
		l.Made = append(l.Made, b)
		for _, old := range l.Made {
			if old.Folder == b.Folder {
				here = append(here, old)
			}
		}
		if once {
			return
		}
		for _, old := range thinned(here, b.Made) {
			if path, err := old.path(v.dir); err == nil && os.Remove(path) != nil && !old.missing(v.dir) {
				continue // another time
			}
			l.Made = slices.DeleteFunc(l.Made, func(b Backup) bool { return b == old })
		}
	})
}

// A keeper is the recipient of a backup, and its identity for as long as it is being written: it keeps the file's key,
// so that reading back needs no recovery key.
type keeper struct {
	age.Recipient
	fileKey []byte
}

func (k *keeper) Wrap(fileKey []byte) ([]*age.Stanza, error) {
	k.fileKey = bytes.Clone(fileKey)
	return k.Recipient.Wrap(fileKey)
}

func (k *keeper) Unwrap([]*age.Stanza) ([]byte, error) { return bytes.Clone(k.fileKey), nil }

// file writes the snapshot under a name that no reader looks at, reads it back, and only then gives it its own.
func (s *snapshot) file(ctx context.Context, b *Backup, into string) (err error) {
	to, err := age.ParseX25519Recipient(b.Recipient)
	if err != nil {
		return fmt.Errorf("back up: %w", errors.New("recovery recipient unusable"))
	}
	k := &keeper{Recipient: to}
	defer func() { clear(k.fileKey) }()
	f, err := os.CreateTemp(into, tempPrefix+"*") // 0600
	if err != nil {
		return explain("back up", err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	sealed, plain := sha256.New(), sha256.New()
	if err := s.write(ctx, io.MultiWriter(f, sealed), plain, k, *b); err != nil {
		return explain("back up", err)
	}
	if err := f.Sync(); err != nil {
		return explain("back up", err)
	}
	forgetCached(f)
	if b.Size, err = readBack(ctx, f.Name(), k, sealed, plain, *b); err != nil {
		return explain("back up", err)
	}
	b.Sum = hex.EncodeToString(sealed.Sum(nil))
	if err := f.Close(); err != nil {
		return explain("back up", err)
	}
	if err := os.Rename(f.Name(), filepath.Join(into, b.Name)); err != nil {
		return explain("back up", err)
	}
	return explain("back up", syncFolder(into))
}

// own is what a backup holds for the file of the journal itself.
type own struct {
	Epoch  uint32   `json:"epoch"`
	Inbox  [][]byte `json:"inbox"` // private keys of the inbox: a line that waits must still open after a restore
	Ledger ledger   `json:"backups"`
}

// write seals the journal to k into sealed, and gives what it sealed to plain as well.
func (s *snapshot) write(ctx context.Context, sealed, plain io.Writer, k *keeper, b Backup) error {
	rest, err := s.remainder()
	if err != nil {
		return err
	}
	// The wire form is JSON of bytes, numbers and times: it cannot fail but for a year that JSON has not.
	if rest.Vault, err = json.Marshal(own{s.epoch, s.secrets.Inbox, s.ledger}); err != nil {
		return errors.New("list of backups cannot be written as JSON")
	}
	buffered := bufio.NewWriterSize(sealed, 1<<16)
	w, err := age.Encrypt(buffered, k)
	if err != nil {
		return err
	}
	m := archive.Manifest{Journal: s.id.String(), Sequence: b.Sequence, Made: b.Made, Accounts: b.Accounts, Entries: b.Entries}
	if err := archive.WriteBackup(io.MultiWriter(w, plain), m, rest, s.fulls(ctx)); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return buffered.Flush()
}

// readBack reads a backup that was just written, and compares it with what was sealed and with the seal. It is read as
// a restore would read it.
func readBack(ctx context.Context, path string, k age.Identity, sealed, plain hash.Hash, b Backup) (size int64, err error) {
	f, err := openOnly(path, fs.FileMode.IsRegular)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sealedAgain, plainAgain := sha256.New(), sha256.New()
	file := &watched{ctx: ctx, from: f}
	m, _, err := readSealed(io.TeeReader(file, sealedAgain), k, plainAgain, func(archive.Full) error { return nil })
	if file.err != nil {
		return 0, file.err
	}
	same := func(a, b hash.Hash) bool { return bytes.Equal(a.Sum(nil), b.Sum(nil)) }
	if err != nil || !same(sealed, sealedAgain) || !same(plain, plainAgain) || m.Entries != b.Entries || m.Accounts != b.Accounts {
		return 0, ErrUnlike
	}
	return file.n, nil
}

// watched counts what is read of a file and keeps the system's error, which the formats above it would hide.
type watched struct {
	ctx  context.Context
	from io.Reader
	n    int64
	err  error
}

func (w *watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		w.err = err
		return 0, err
	}
	n, err := w.from.Read(p)
	w.n += int64(n)
	if err != nil && err != io.EOF {
		w.err = err
	}
	return n, err
}

// readSealed opens a backup and reads it to its end; what it holds goes to plain too.
func readSealed(r io.Reader, key age.Identity, plain io.Writer, keep func(archive.Full) error) (m archive.Manifest, rest archive.Remainder, err error) {
	opened, err := age.Decrypt(r, key)
	if err != nil {
		var none *age.NoIdentityMatchError
		if errors.As(err, &none) {
			return m, rest, ErrWrongKey
		}
		return m, rest, ErrNotBackup
	}
	return archive.ReadBackup(io.TeeReader(opened, plain), keep)
}

// ReadBackup opens the backup in a file by the recovery key and reads all of it; each account goes to keep.
//
// Errors: ErrWrongKey (also for the key of another journal), ErrNotBackup, ErrNewer, those of the system and of keep.
func ReadBackup(ctx context.Context, path, recovery string, keep func(archive.Full) error) (archive.Manifest, error) {
	identity, err := ParseRecovery(recovery)
	if err != nil {
		return archive.Manifest{}, err
	}
	m, _, err := readBackup(ctx, path, identity, io.Discard, keep)
	return m, err
}

func readBackup(ctx context.Context, path string, identity age.Identity, plain io.Writer, keep func(archive.Full) error) (archive.Manifest, archive.Remainder, error) {
	f, err := openOnly(path, fs.FileMode.IsRegular)
	if errors.Is(err, ErrOdd) {
		err = ErrNotBackup
	}
	if err != nil {
		return archive.Manifest{}, archive.Remainder{}, err
	}
	defer f.Close()
	file := &watched{ctx: ctx, from: f}
	m, rest, err := readSealed(file, identity, plain, keep)
	switch {
	case file.err != nil:
		return m, rest, explain("read backup", file.err)
	case errors.Is(err, archive.ErrNewer):
		return m, rest, fmt.Errorf("read backup: %w", ErrNewer)
	case errors.Is(err, archive.ErrDamaged):
		return m, rest, ErrNotBackup
	}
	return m, rest, err
}

// CheckBackups reads every backup that the journal knows of, without a key, and remembers which are unchanged since
// they were read back. It returns them as Backups does; those that are not there stay as they were, and those that could
// not be read are Unread. Where it cannot be remembered, they come with the error.
func (v *Vault) CheckBackups(ctx context.Context, now time.Time) ([]Backup, error) {
	_, made, err := v.Backups()
	if err != nil {
		return nil, err
	}
	checked := make(map[string]Backup)
	for i := range made {
		b := &made[i]
		same, err := b.unchanged(ctx)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		switch {
		case err != nil:
			b.Unread = !b.Missing()
			continue
		case same:
			b.Checked, b.Changed = now.UTC().Truncate(time.Second), false
		default:
			b.Changed = true
		}
		checked[b.Sum] = *b
	}
	err = v.changeLedger(ctx, func(l *ledger) {
		for i, b := range l.Made {
			if c, ok := checked[b.Sum]; ok {
				l.Made[i].Checked, l.Made[i].Changed = c.Checked, c.Changed
			}
		}
	})
	return made, err
}

// unchanged reads a backup, whose Folder is a path.
func (b Backup) unchanged(ctx context.Context) (bool, error) {
	f, err := openOnly(filepath.Join(b.Folder, b.Name), fs.FileMode.IsRegular)
	if errors.Is(err, ErrOdd) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, &watched{ctx: ctx, from: f})
	return n == b.Size && hex.EncodeToString(sum.Sum(nil)) == b.Sum, err
}

// Missing reports whether the file is certainly not there. Folder must be a path, as Backups gives it.
func (b Backup) Missing() bool { return b.missing("") }
