package vault

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"firsthand/internal/journal"

	"github.com/mattn/go-sqlite3"
)

// What callers branch on. Errors of this package wrap one of them where one fits.
var (
	// ErrNoJournal means that the folder holds no journal.
	ErrNoJournal = errors.New("no journal here")
	// ErrExists means that the folder holds a journal already.
	ErrExists = errors.New("a journal is here already")
	// ErrWrongKey means that the passphrase or recovery key does not open this journal.
	ErrWrongKey = journal.ErrWrongKey
	// ErrMistyped means that what was given is no whole recovery key; it is an ErrWrongKey.
	ErrMistyped = fmt.Errorf("%w: the recovery key is incomplete or mistyped", ErrWrongKey)
	// ErrNoSuchKey means that the journal does not open in this way at all: by a passphrase before one is set,
	// by a device key after one is set, by a recovery key where none was made.
	ErrNoSuchKey = errors.New("the journal does not open with this kind of key")
	// ErrNoDeviceKey means that the journal opens with a device key, and the key is not on this device.
	ErrNoDeviceKey = errors.New("the device key is missing")
	// ErrInUse means that another program holds the journal.
	ErrInUse = journal.ErrInUse
	// ErrDamaged means that something of the journal was changed, removed or put back; errors.As finds the *DamageError.
	ErrDamaged = journal.ErrDamaged
	// ErrNewer means that a newer version of the program wrote the journal.
	ErrNewer = journal.ErrNewer
	// ErrReadOnly means that the folder may not be read or written.
	ErrReadOnly = journal.ErrReadOnly
	// ErrFull means that there is no room on the disk; nothing of the change was kept.
	ErrFull = journal.ErrFull
	// ErrDisk means that the disk reports an error; nothing of the change counts as kept.
	ErrDisk = journal.ErrDisk
	// ErrClosed means that the vault was closed.
	ErrClosed = journal.ErrClosed
	// ErrTooLarge means that one text is larger than a journal takes; nothing of it was kept.
	ErrTooLarge = errors.New("text too large")
	// ErrInboxKey means that a line was not kept, because the inbox key is damaged; it is an ErrDamaged. Opening puts it right.
	ErrInboxKey = errors.New("the inbox key is damaged")
	// ErrInboxFull means that too many lines wait in the inbox.
	ErrInboxFull = errors.New("inbox full")
	// ErrRetold means that an account already has a first telling, and another one was given.
	ErrRetold = errors.New("the account has another first telling")
)

// A Part is something of a journal that can be damaged.
type Part string

// The parts of a journal.
const (
	PartFile       Part = "vault.db"        // the database as a whole
	PartMeta       Part = "settings"        // vault id, epoch, sealed secrets
	PartPassphrase Part = "passphrase slot" // the recovery key still opens the journal
	PartRecovery   Part = "recovery slot"   // the passphrase still opens the journal
	PartDeviceSlot Part = "device slot"
	PartDeviceKey  Part = "device key" // the file outside the folder
	PartRoot       Part = "root"
	PartRecords    Part = "records"   // the set of records: one is missing, foreign, or of an earlier time
	PartHead       Part = "head"      // one record's head
	PartBody       Part = "body"      // one record's body
	PartInboxKey   Part = "inbox key" // the public key that lines are sealed to
)

// Damage is one thing found damaged.
type Damage struct {
	Part   Part
	Record int64  // number of the record, where it is one record
	Name   string // id of the account, entry or release, where it could still be read
	Why    string // what is wrong with it, never a word of the journal
}

// A DamageError says what of a journal is damaged. errors.Is(err, ErrDamaged) holds for it.
type DamageError struct{ Damage []Damage }

func (e *DamageError) Error() string {
	var parts []string
	for _, d := range e.Damage {
		s := string(d.Part)
		if d.Record != 0 {
			s += fmt.Sprintf(" %d", d.Record)
		}
		if d.Why != "" {
			s += " (" + d.Why + ")"
		}
		if len(parts) == 8 {
			parts = append(parts, fmt.Sprintf("%d more", len(e.Damage)-8))
			break
		}
		parts = append(parts, s)
	}
	return ErrDamaged.Error() + ": " + strings.Join(parts, ", ")
}

// Is makes every DamageError an ErrDamaged.
func (e *DamageError) Is(target error) bool { return target == ErrDamaged }

func damaged(part Part, why string) error {
	return &DamageError{[]Damage{{Part: part, Why: why}}}
}

// explain wraps err with the operation and, where the cause is known, with the sentinel callers branch on.
func explain(operation string, err error) error {
	if err == nil {
		return nil
	}
	if known := sentinel(err); known != nil && !errors.Is(err, known) {
		return fmt.Errorf("%s: %w: %w", operation, known, err)
	}
	return fmt.Errorf("%s: %w", operation, err)
}

// explainRead is explain for what is read from the tables: where nothing else explains it, they are not as they were made.
func explainRead(operation string, err error) error {
	var lite sqlite3.Error
	isLite := errors.As(err, &lite)
	if err == nil || sentinel(err) != nil || isLite && lite.Code != sqlite3.ErrError {
		return explain(operation, err)
	}
	// The driver's text could quote a value, so it is left out.
	return fmt.Errorf("%s: %w", operation, damaged(PartFile, "a table is not as it was made"))
}

// sentinel finds the reason in what SQLite and the operating system say; nil where it is none of ours.
func sentinel(err error) error {
	var lite sqlite3.Error
	if errors.As(err, &lite) {
		// SystemErrno is stale unless SQLite failed in a system call.
		if byNumber := errnoSentinel(lite.SystemErrno); lite.SystemErrno != 0 && byNumber != nil {
			return byNumber
		}
		switch lite.Code {
		case sqlite3.ErrCantOpen:
			// The database is there, it was looked at before: SQLite could not make a log, and then looked for one to read.
			if lite.SystemErrno == syscall.ENOENT {
				return ErrReadOnly
			}
		case sqlite3.ErrFull:
			return ErrFull
		case sqlite3.ErrIoErr:
			if lite.ExtendedCode == sqlite3.ErrIoErrShortRead {
				return &DamageError{[]Damage{{Part: PartFile, Why: "cut short"}}}
			}
			return ErrDisk
		case sqlite3.ErrReadonly, sqlite3.ErrPerm:
			return ErrReadOnly
		case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
			return ErrInUse
		case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrFormat, sqlite3.ErrMismatch:
			return &DamageError{[]Damage{{Part: PartFile, Why: lite.Code.Error()}}}
		}
		return nil
	}
	var number syscall.Errno
	if errors.As(err, &number) {
		return errnoSentinel(number)
	}
	if errors.Is(err, fs.ErrPermission) {
		return ErrReadOnly
	}
	return nil
}

func errnoSentinel(number syscall.Errno) error {
	switch {
	case slices.Contains(fullNumbers, number):
		return ErrFull
	case slices.Contains(readOnlyNumbers, number):
		return ErrReadOnly
	case slices.Contains(diskNumbers, number):
		return ErrDisk
	}
	return nil
}
