package home

import (
	"context"
	"errors"
	"io"
	"os"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// What the window and the command line have words for.
var (
	// ErrNoJournal means that there is no journal yet.
	ErrNoJournal = vault.ErrNoJournal
	// ErrMistyped means that what was given is no whole recovery key.
	ErrMistyped = vault.ErrMistyped
	// ErrNoSuchKey means that the journal has no passphrase yet, or no recovery key was ever made for it.
	ErrNoSuchKey = vault.ErrNoSuchKey
	// ErrOtherRecovery means that a recovery key is whole and opens another journal, or opened this one before it was
	// renewed.
	ErrOtherRecovery = errors.New("recovery key does not open this journal")
)

// DrawRecovery makes a recovery key that opens nothing yet: RenewRecovery sets it.
func DrawRecovery() (string, error) { return vault.DrawRecovery() }

// maxRecoveryFile is the largest file that is looked into for a recovery key, in bytes.
const maxRecoveryFile = 4096

// ReadRecovery reads the file that a recovery key was saved to; it may be a pipe, and then waits for as long as that does.
// ErrMistyped means that none is in it.
func ReadRecovery(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxRecoveryFile))
	if err != nil {
		return "", err
	}
	_, err = vault.ParseRecovery(string(b))
	return string(b), err
}

// DeviceKey is the path of the file that opens the journal while it has no passphrase.
func (h *Home) DeviceKey() (string, error) {
	info, err := vault.Probe(h.Dir)
	if err == nil && !info.Exists {
		err = ErrNoJournal
	}
	return vault.DeviceFile(h.options.Keys, info.ID), err
}

// ChangePassphrase puts another passphrase in the place of the present one. The recovery key stays. Copies of the
// journal made before still open with the passphrase of then.
func (h *Home) ChangePassphrase(present, next string) error {
	return h.withVault(vault.Passphrase(present), func(v *vault.Vault) error { return h.setPassphrase(v, next) })
}

// Rekey seals everything anew: no copy made before holds the key of what is written from now on.
// Passphrase and recovery key stay.
func (j *Journal) Rekey(passphrase string) error { return j.vault.Rekey(passphrase) }

// RenewRecovery puts the drawn recovery key in the place of the present one, once keep has it. Where keep fails nothing
// is changed, and the error is keep's.
func (h *Home) RenewRecovery(passphrase string, keep func(recovery string) error) error {
	return h.withVault(vault.Passphrase(passphrase), func(v *vault.Vault) error {
		recovery, err := DrawRecovery()
		if err != nil {
			return err
		}
		if err := keep(recovery); err != nil {
			return err
		}
		return v.SetRecovery(recovery)
	})
}

// CheckRecovery tells whether a recovery key opens the journal: ErrMistyped, ErrOtherRecovery, ErrNoSuchKey.
func (h *Home) CheckRecovery(recovery string) error {
	return h.withRecovery(recovery, func(*vault.Vault) error { return nil })
}

// Recover gives the journal a new passphrase by its recovery key, which stays. Errors are those of CheckRecovery.
func (h *Home) Recover(recovery, next string) error {
	return h.withRecovery(recovery, func(v *vault.Vault) error { return h.setPassphrase(v, next) })
}

func (h *Home) withRecovery(recovery string, f func(*vault.Vault) error) error {
	if _, err := vault.ParseRecovery(recovery); err != nil {
		return err // before the journal is asked: it need not be there to say so
	}
	err := h.withVault(vault.Recovery(recovery), f)
	if errors.Is(err, vault.ErrWrongKey) {
		return ErrOtherRecovery
	}
	return err
}

// withVault opens the journal for f and closes it.
func (h *Home) withVault(key vault.Key, f func(*vault.Vault) error) error {
	v, err := vault.Open(h.Dir, key)
	if err != nil {
		return err
	}
	return errors.Join(f(v), v.Close())
}

func (h *Home) setPassphrase(v *vault.Vault, next string) error {
	_, err := v.SetPassphrase(next, h.kdf())
	return err
}

// ChangePassphrase is Home's, in the open journal.
func (d *Desk) ChangePassphrase(present, next string) error {
	return d.withOpen(func(v *vault.Vault) error {
		if err := v.CheckPassphrase(present); err != nil {
			return err
		}
		return d.setPassphrase(v, next)
	})
}

// Rekey is Journal's, in the open one.
func (d *Desk) Rekey(passphrase string) error {
	return d.withOpen(func(v *vault.Vault) error { return v.Rekey(passphrase) })
}

// CheckPassphrase tells by journal.ErrWrongKey whether a passphrase opens the open journal: whether it is the person
// who asks.
func (d *Desk) CheckPassphrase(passphrase string) error {
	return d.withOpen(func(v *vault.Vault) error { return v.CheckPassphrase(passphrase) })
}

// SetRecovery puts a drawn recovery key in the place of the present one.
func (d *Desk) SetRecovery(passphrase, recovery string) error {
	return d.withOpen(func(v *vault.Vault) error {
		if err := v.CheckPassphrase(passphrase); err != nil {
			return err
		}
		return v.SetRecovery(recovery)
	})
}

// Recover gives a locked journal a new passphrase by its recovery key, and opens it.
func (d *Desk) Recover(ctx context.Context, recovery, next string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		return journal.ErrInUse
	}
	d.leave()
	if err := d.Home.Recover(recovery, next); err != nil {
		return err
	}
	return d.unlockHeld(ctx, func() (string, error) { return next, nil })
}

// withOpen runs f on the open journal.
func (d *Desk) withOpen(f func(*vault.Vault) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return journal.ErrClosed
	}
	return f(d.open.vault)
}
