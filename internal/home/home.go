// Package home is where a journal lives on this machine, and how it is opened: the rim that the window and the command
// line share.
//
// The journal is a folder; the key that opens a journal without a passphrase lies outside it, with the settings.
package home

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"

	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/vault"
)

// Options are what a home is given from outside. The zero value is right for the program.
type Options struct {
	Keys            string           // folder of the device keys; "" is the platform's settings folder
	Now             func() time.Time // in the person's zone; nil: the clock
	CheapPassphrase bool             // for tests: a key derivation that costs nothing and protects nothing
}

// A Home is a journal's place on this machine, whether there is one or not.
type Home struct {
	Dir     string // of the journal
	options Options
}

// At is the home at dir, or this login's where dir is empty.
func At(dir string, o Options) (*Home, error) {
	if dir == "" {
		data, err := dataFolder()
		if err != nil {
			return nil, fmt.Errorf("find the data folder: %w", err)
		}
		dir = filepath.Join(data, "firsthand", "journal")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("find the journal's folder: %w", err)
	}
	if o.Keys == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return nil, fmt.Errorf("find the settings folder: %w", err)
		}
		o.Keys = filepath.Join(config, "firsthand", "keys")
	}
	if o.Now == nil {
		o.Now = now
	}
	return &Home{Dir: abs, options: o}, nil
}

// dataFolder is where this platform wants a program to keep a person's data.
func dataFolder() (string, error) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return os.UserConfigDir() // %AppData%, ~/Library/Application Support
	}
	if d := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(d) {
		return d, nil
	}
	h, err := os.UserHomeDir()
	return filepath.Join(h, ".local", "share"), err
}

// Now is the clock of this home.
func (h *Home) Now() time.Time { return h.options.Now() }

// State is how a journal opens.
type State string

// The states of a home.
const (
	Empty      State = "empty"      // no journal yet
	WithDevice State = "device"     // no passphrase yet: it opens with the key on this computer
	Sealed     State = "passphrase" // it opens with the passphrase or the recovery key
)

// State looks at the journal without opening it.
func (h *Home) State() (State, error) {
	info, err := vault.Probe(h.Dir)
	if err != nil {
		return "", err
	}
	return stateOf(info), nil
}

func stateOf(info vault.Info) State {
	switch {
	case !info.Exists:
		return Empty
	case info.HasPassphrase:
		return Sealed
	}
	return WithDevice
}

// windowLock is held by the window, so that there is one window to a journal, whether it is unlocked or not.
const windowLock = "window.lock"

// ClaimWindow makes this program the one window of the journal until release is called, where the folder can be written.
// journal.ErrInUse means that another one is.
func (h *Home) ClaimWindow() (release func(), err error) {
	if err := os.MkdirAll(h.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	path := filepath.Join(h.Dir, windowLock)
	if f, err := openFile(path); err == nil {
		f.Close()
	} else if errors.Is(err, ErrOdd) {
		return nil, fmt.Errorf("claim window: %w", err)
	}
	lock := flock.New(path, flock.SetPermissions(0o600))
	switch held, err := lock.TryLock(); {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS), errors.Is(err, syscall.ENOSPC):
		return func() {}, nil // where nothing can be written, a journal can be read, in any number of windows
	case err != nil:
		return nil, fmt.Errorf("claim window: %w", err)
	case !held:
		return nil, journal.ErrInUse
	}
	return func() {
		// A folder in which nobody wrote anything, or whose journal was erased.
		if left, err := os.ReadDir(h.Dir); err == nil && len(left) == 1 && left[0].Name() == windowLock {
			os.Remove(filepath.Join(h.Dir, windowLock))
			os.Remove(h.Dir)
		}
		lock.Unlock() // the system lets go of it in any case when the program ends
	}, nil
}

// Vacant reports why no passphrase can be set here: vault.ErrExists where the journal has one.
func (h *Home) Vacant() error {
	s, err := h.State()
	if err == nil && s == Sealed {
		return vault.ErrExists
	}
	return err
}

// ErrNoPassphrase means that a passphrase is needed and nobody gave one.
var ErrNoPassphrase = errors.New("no passphrase")

// ErrUnkept means that a recovery key was made and nobody has it.
var ErrUnkept = errors.New("recovery key not kept")

// Make makes a journal under a passphrase, or gives one to a journal that had none, sealing all of it anew, and
// returns its id. The recovery key goes to keep, and nowhere else; where keep is nil there is none, or nobody knows it.
// Where keep fails the journal is made all the same, and the error is ErrUnkept and keep's.
func (h *Home) Make(ctx context.Context, passphrase string, keep func(recoveryKey string) error) (id string, err error) {
	state, err := h.State()
	if err != nil {
		return "", err
	}
	var v *vault.Vault
	var recovery string
	switch state {
	case Sealed:
		return "", vault.ErrExists
	case Empty:
		v, recovery, err = vault.Create(h.Dir, vault.Options{Passphrase: passphrase, WithoutRecovery: keep == nil, KDF: h.kdf()})
	default:
		if v, err = vault.Open(h.Dir, vault.Device(h.options.Keys)); err == nil {
			if recovery, err = v.SetPassphrase(passphrase, h.kdf()); err != nil {
				err = errors.Join(err, v.Close())
			}
		}
	}
	if err != nil {
		return "", err
	}
	id = v.ID().String()
	if err := v.Close(); err != nil {
		return id, err
	}
	if keep == nil {
		return id, nil
	}
	if err := keep(recovery); err != nil {
		return id, fmt.Errorf("%w: %w", ErrUnkept, err)
	}
	return id, nil
}

// MakeWithoutPassphrase makes a journal that opens with a key kept on this computer. Where there is a journal already
// it does nothing.
func (h *Home) MakeWithoutPassphrase() error {
	v, _, err := vault.Create(h.Dir, vault.Options{DeviceDir: h.options.Keys})
	if errors.Is(err, vault.ErrExists) {
		return nil
	}
	if err != nil {
		return err
	}
	return v.Close()
}

func (h *Home) kdf() vault.KDF {
	if h.options.CheapPassphrase {
		return vault.CheapKDF
	}
	return vault.KDF{} // calibrated
}

// Weak says in one sentence that a passphrase is easily guessed; it is empty for one that is not.
func Weak(passphrase string) string {
	bits := vault.Strength(passphrase)
	if bits >= vault.EnoughBits {
		return ""
	}
	return fmt.Sprintf("That passphrase is easy to guess (about %.0f bits; %d are enough). Six words drawn by lot would do, such as: %s.",
		bits, vault.EnoughBits, vault.Phrase())
}

// Drop keeps a line without any key: sealed, it waits until the journal is opened. It makes a journal if there is none.
// A line without an id gets one, which is returned; the same id twice is one line.
// Errors: ErrLost and ErrInboxKey, where nothing could ever open it; those of vault.Drop.
func (h *Home) Drop(l journal.Line) (journal.EntryID, error) {
	if err := journal.CheckText(l.Text); err != nil {
		return "", err
	}
	if l.ID == "" {
		id, err := journal.NewID(rand.Reader)
		if err != nil {
			return "", err
		}
		l.ID = journal.EntryID(id)
	}
	if l.Recorded.IsZero() {
		l.Recorded = h.Now()
	}
	if l.Moment.IsZero() {
		l.Moment = journal.At(l.Recorded)
	}
	if _, err := vault.Probe(h.Dir); errors.Is(err, journal.ErrNewer) {
		return "", err
	}
	err := vault.Drop(h.Dir, l)
	switch {
	case errors.Is(err, vault.ErrNoJournal):
		made := h.MakeWithoutPassphrase()
		if made != nil && !errors.Is(made, journal.ErrInUse) {
			return "", made
		}
		// In use: another program was making it, and has by now.
		if err = vault.Drop(h.Dir, l); errors.Is(err, vault.ErrNoJournal) && made != nil {
			err = made
		}
	case errors.Is(err, vault.ErrInboxKey):
		// Opening puts the key right, and where the key to the journal lies on this computer, that asks nobody.
		if h.withVault(vault.Device(h.options.Keys), func(*vault.Vault) error { return nil }) == nil {
			err = vault.Drop(h.Dir, l)
		}
	}
	if err != nil {
		return "", err
	}
	return l.ID, nil
}

// A Journal is an open journal. Close it.
type Journal struct {
	*journal.Journal
	Notices []Notice // what stands in the way of taking in lines

	home     *Home
	vault    *vault.Vault
	attempts attempts
}

// Open opens the journal, asking for the passphrase only where it has one, and takes in the lines that waited.
// Error: ErrNoPassphrase, those of passphrase, and those of package vault.
func (h *Home) Open(ctx context.Context, passphrase func() (string, error), renderers map[journal.Format]report.Renderer) (*Journal, error) {
	key, err := h.key(passphrase)
	if err != nil {
		return nil, err
	}
	return h.openWith(ctx, key, renderers)
}

// key is what opens the journal, which is asked for only where it has a passphrase.
func (h *Home) key(passphrase func() (string, error)) (vault.Key, error) {
	state, err := h.State()
	if err != nil {
		return vault.Key{}, err
	}
	switch state {
	case Empty:
		return vault.Key{}, vault.ErrNoJournal
	case Sealed:
		p, err := passphrase()
		return vault.Passphrase(p), err
	}
	return vault.Device(h.options.Keys), nil
}

func (h *Home) openWith(ctx context.Context, key vault.Key, renderers map[journal.Format]report.Renderer) (*Journal, error) {
	v, err := vault.Open(h.Dir, key)
	if err != nil {
		return nil, err
	}
	j := &Journal{
		Journal: journal.New(v, journal.Options{Renderers: renderers, Now: h.options.Now}),
		home:    h, vault: v,
	}
	// What cannot be taken in on a disk without room, or one that may not be written, waits: all else can be read.
	_, problems, err := j.takeIn(ctx)
	if len(problems) > 0 {
		j.Notices = []Notice{{About: Unreadable, Count: len(problems), Place: problems[0].File, Why: problems[0].Why}}
	}
	var odd *fs.PathError
	switch {
	case errors.Is(err, ErrOdd) && errors.As(err, &odd):
		j.Notices = append(j.Notices, Notice{About: Unreadable, Count: 1, Place: odd.Path, Why: "not a folder"})
	case errors.Is(err, journal.ErrFull):
		j.Notices = append(j.Notices, Notice{About: DiskFull})
	case errors.Is(err, journal.ErrReadOnly):
		j.Notices = append(j.Notices, Notice{About: CannotWrite})
	case errors.Is(err, journal.ErrDisk):
		j.Notices = append(j.Notices, Notice{About: BadDisk})
	case err != nil:
		return nil, errors.Join(err, v.Close())
	}
	_, _ = j.EraseDue(ctx) // what cannot be erased now is the next time
	return j, nil
}

// takeIn takes in the lines that wait in the inbox, and returns how many. What cannot be opened stays there.
func (j *Journal) takeIn(ctx context.Context) (taken int, problems []vault.Problem, err error) {
	problems, err = j.vault.Drain(ctx, func(lines []journal.Line) error {
		for _, l := range lines {
			if _, err := j.Record(ctx, l); err != nil {
				return err
			}
			taken++
		}
		return nil
	})
	return taken, problems, err
}

// Now is the clock of this journal.
func (j *Journal) Now() time.Time { return j.home.Now() }

// Close closes the journal and wipes its keys.
func (j *Journal) Close() error { return j.vault.Close() }
