package app

import (
	"context"
	"errors"
	"math"
	"os"
	"strings"
	"time"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
)

var (
	// errWeak means that a passphrase is too easy to guess.
	errWeak = errors.New("passphrase is weak")
	// errNoKey means that what was to be saved is no recovery key.
	errNoKey = errors.New("not a recovery key")
)

// recoveryFile is the name offered for a recovery key: it says what it is to who put it there, and no more.
const recoveryFile = "recovery-key.txt"

// Secure is the passphrase, the recovery key and the lock: bound as window.go.app.Secure.
type Secure struct {
	room       *room
	drafts     *drafts
	pageWithin time.Duration // pageWithin, but in tests
}

// Strength measures a passphrase that is being typed.
func (s *Secure) Strength(passphrase string) (Strength, error) {
	return asked(s.room, func(context.Context) (Strength, error) {
		is := home.StrengthOf(passphrase)
		return Strength{Bits: int(math.Floor(is.Bits)), Enough: is.Enough, Level: is.Level}, nil
	})
}

// Phrase draws a passphrase of six words by lot.
func (s *Secure) Phrase() (string, error) {
	return asked(s.room, func(context.Context) (string, error) { return home.Phrase(), nil })
}

// Make gives the journal its first passphrase, makes it where there is none, and opens it. The recovery key is in this
// answer and nowhere else. Refused with "weak" or, where the journal has a passphrase, with "exists".
func (s *Secure) Make(passphrase string) (Secured, error) {
	return asked(s.room, func(ctx context.Context) (Secured, error) {
		if !home.StrengthOf(passphrase).Enough {
			return Secured{}, errWeak
		}
		key, err := s.room.desk.Secure(ctx, passphrase)
		return s.secured(key, err)
	})
}

// Change puts another passphrase in the place of the present one. The recovery key stays.
// Refused with "weak", or with "passphrase" if the present one is not it.
func (s *Secure) Change(present, next string) (Start, error) {
	return asked(s.room, func(context.Context) (Start, error) {
		if !home.StrengthOf(next).Enough {
			return Start{}, errWeak
		}
		if err := s.room.desk.ChangePassphrase(present, next); err != nil {
			return Start{}, err
		}
		return s.room.start()
	})
}

// Rekey seals everything anew: no copy made before holds the key of what is written from now on. Passphrase and recovery
// key stay. Refused with "passphrase" if that is not it.
func (s *Secure) Rekey(passphrase string) (Start, error) {
	return asked(s.room, func(context.Context) (Start, error) {
		if err := s.room.desk.Rekey(passphrase); err != nil {
			return Start{}, err
		}
		return s.room.start()
	})
}

// DrawRecovery makes a recovery key, which is in this answer and nowhere else. It opens nothing until UseRecovery: the
// one before does, until the person has proven that they have this one. Refused with "passphrase" if that is not it.
func (s *Secure) DrawRecovery(passphrase string) (Secured, error) {
	return asked(s.room, func(context.Context) (Secured, error) {
		if err := s.room.desk.CheckPassphrase(passphrase); err != nil {
			return Secured{}, err
		}
		return s.secured(home.DrawRecovery())
	})
}

// UseRecovery puts the key that DrawRecovery gave in the place of the present one.
func (s *Secure) UseRecovery(passphrase, recovery string) (Start, error) {
	return asked(s.room, func(context.Context) (Start, error) {
		if err := s.room.desk.SetRecovery(passphrase, recovery); err != nil {
			return Start{}, err
		}
		return s.room.start()
	})
}

// ReadRecovery asks for the file that a recovery key was saved to and returns what it holds; empty where the person gave
// up. Refused with "mistyped" if there is no recovery key in it. The title is the dialog's.
func (s *Secure) ReadRecovery(title string) (string, error) {
	return asked(s.room, func(ctx context.Context) (string, error) {
		path, err := s.room.desktop.OpenFile(ctx, title)
		if err != nil || path == "" {
			return "", err
		}
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() { // a pipe would block for ever
			return "", home.ErrMistyped
		}
		recovery, err := home.ReadRecovery(path)
		return strings.TrimSpace(recovery), err
	})
}

// DeviceKey is the file that opens a journal without a passphrase, where it lay when the journal was made. It is looked
// for there: refused with "nokey" is a journal whose file is missing.
func (s *Secure) DeviceKey() (string, error) {
	return asked(s.room, func(context.Context) (string, error) { return s.room.desk.DeviceKey() })
}

// CheckRecovery tells whether a recovery key, typed in any case and with any spaces, opens the locked journal. Refused
// with "mistyped" if it is not whole, with "otherkey" if it opens another journal.
func (s *Secure) CheckRecovery(recovery string) error {
	_, err := asked(s.room, func(context.Context) (struct{}, error) {
		return struct{}{}, s.room.desk.CheckRecovery(recovery)
	})
	return err
}

// Recover gives the locked journal a new passphrase by its recovery key, which stays, and opens it. Refused with "weak",
// and as CheckRecovery.
func (s *Secure) Recover(recovery, next string) (Start, error) {
	return asked(s.room, func(ctx context.Context) (Start, error) {
		if !home.StrengthOf(next).Enough {
			return Start{}, errWeak
		}
		if err := s.room.desk.Recover(ctx, recovery, next); err != nil {
			return Start{}, err
		}
		return s.room.start()
	})
}

// secured answers with the key whatever else went wrong: nobody could make this one again.
func (s *Secure) secured(key string, err error) (Secured, error) {
	if key == "" {
		return Secured{}, err
	}
	start, startErr := s.room.start()
	if startErr != nil {
		start = Start{Vault: Locked, Secured: true, Theme: SystemTheme, Language: SystemLanguage, Notices: []Notice{}}
	}
	return Secured{Start: start, Recovery: key}, nil
}

// SaveRecovery asks for a file and writes the recovery key into it, for its owner only. A file that is there is never
// overwritten: refused with "exists". The title is the dialog's.
func (s *Secure) SaveRecovery(recovery, title string) (Saved, error) {
	return asked(s.room, func(ctx context.Context) (Saved, error) {
		recovery = strings.TrimSpace(recovery)
		if !strings.HasPrefix(recovery, "AGE-SECRET-KEY-1") || strings.ContainsAny(recovery, " \t\r\n") {
			return Saved{}, errNoKey
		}
		path, err := s.room.desktop.SaveFile(ctx, title, recoveryFile)
		if err != nil || path == "" {
			return Saved{}, err
		}
		if err := deliver.Export(path, []byte(recovery+"\n"), false); err != nil {
			return Saved{}, err
		}
		return Saved{Path: path}, nil
	})
}
