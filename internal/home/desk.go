package home

import (
	"context"
	"errors"
	"sync"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/vault"
)

// A Desk is a home as the window works at it: the journal is not there, locked or open, and changes between them while
// the window stays. Its methods are safe for concurrent use; their errors are those of packages home, journal and vault.
type Desk struct {
	*Home
	renderers map[journal.Format]report.Renderer

	mu      sync.Mutex
	open    *Journal
	damage  error         // why the journal did not open the last time, where that was damage
	left    *Rescue       // what is left of it, while that is read
	stop    chan struct{} // ends the taking in of lines
	arrived func()
}

// Desk is where the window works at this home. Close it.
func (h *Home) Desk(renderers map[journal.Format]report.Renderer) *Desk {
	return &Desk{Home: h, renderers: renderers}
}

// Renderer draws files of a format; nil where none does.
func (d *Desk) Renderer(f journal.Format) report.Renderer { return d.renderers[f] }

// OnArrival sets what is called when lines were taken in that were written beside the open window.
func (d *Desk) OnArrival(arrived func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.arrived = arrived
}

// A Standing is how the journal stands.
type Standing struct {
	State    State
	Recovery bool // a recovery key was made for it
	Open     bool // its keys are in memory, or those of what is left of it
}

// Standing says how the journal stands.
func (d *Desk) Standing() (Standing, error) {
	info, err := vault.Probe(d.Dir)
	if err != nil {
		return Standing{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	return Standing{State: stateOf(info), Recovery: info.HasRecovery, Open: d.open != nil || d.left != nil}, nil
}

// Journal is the open journal, nil while it is not open.
func (d *Desk) Journal() *Journal {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open
}

// Begin opens a journal that has no passphrase yet, and makes one where there is none.
// ErrNoPassphrase means that it has one.
func (d *Desk) Begin(ctx context.Context) error {
	if err := d.MakeWithoutPassphrase(); err != nil {
		return err
	}
	return d.unlock(ctx, func() (string, error) { return "", ErrNoPassphrase })
}

// Unlock opens a journal that has a passphrase.
func (d *Desk) Unlock(ctx context.Context, passphrase string) error {
	return d.unlock(ctx, func() (string, error) { return passphrase, nil })
}

func (d *Desk) unlock(ctx context.Context, passphrase func() (string, error)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.unlockHeld(ctx, passphrase)
}

func (d *Desk) unlockHeld(ctx context.Context, passphrase func() (string, error)) error {
	if d.open != nil {
		return nil
	}
	d.leave()
	j, err := d.Open(ctx, passphrase, d.renderers)
	if errors.Is(err, journal.ErrDamaged) {
		d.damage = err
	}
	if err != nil {
		return err
	}
	d.open, d.stop = j, make(chan struct{})
	// Lines are taken in for as long as the journal is open, not only while the call that opened it lasts.
	go j.keepTakingIn(context.WithoutCancel(ctx), d.stop, d.arrived)
	go j.keepBackedUp(context.WithoutCancel(ctx), d.stop)
	j.vault.Index() // whoever stays open is searched again and again
	return nil
}

// keepTakingIn takes in what "firsthand note" drops beside the open window, and says when it has.
func (j *Journal) keepTakingIn(ctx context.Context, stop <-chan struct{}, arrived func()) {
	every := time.NewTicker(time.Second)
	defer every.Stop()
	for {
		select {
		case <-stop:
			return
		case <-every.C:
			j.vault.TendCard() // else no line could be dropped while the window is open
			if !j.vault.Waiting() {
				continue
			}
			// What fails stays in the inbox, for the next time; what cannot be opened was named when the journal was.
			if taken, _, _ := j.takeIn(ctx); taken > 0 && arrived != nil {
				arrived()
			}
		}
	}
}

// Secure gives the journal its first passphrase, makes it where there is none, and leaves it open. What could be read
// with the key on this computer is sealed anew. The recovery key is kept nowhere: it is for the person to keep.
// ErrExists means that it has a passphrase.
func (d *Desk) Secure(ctx context.Context, passphrase string) (recovery string, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		if err := d.Vacant(); err != nil {
			return "", err
		}
		return d.open.vault.SetPassphrase(passphrase, d.kdf())
	}
	_, err = d.Make(ctx, passphrase, func(key string) error {
		recovery = key
		return nil
	})
	if err != nil {
		return "", err
	}
	// The passphrase is set: whatever opening says, the recovery key must reach the person.
	return recovery, d.unlockHeld(ctx, func() (string, error) { return passphrase, nil })
}

// Drop seals a line that waits until the journal is unlocked, and returns when it was recorded. It needs no key.
func (d *Desk) Drop(l journal.Line) (time.Time, error) {
	l.Recorded = d.Now()
	_, err := d.Home.Drop(l)
	return l.Recorded, err
}

// Salvage reads what is left of the journal, which did not open for damage, by the recovery key, or where that is empty
// by the passphrase. Both empty is for a journal that opens with the key on this computer: ErrNoPassphrase means that it
// has a passphrase, or had. Left reads on until Lock, Unlock or Restore. Other errors are those of Rescue.
func (d *Desk) Salvage(passphrase, recovery string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		return journal.ErrInUse
	}
	d.leave()
	if d.damage == nil { // nobody has tried to open it yet
		d.damage = d.why(passphrase, recovery)
	}
	r, err := d.Rescue(recovery, func() (string, error) {
		if passphrase == "" {
			return "", ErrNoPassphrase
		}
		return passphrase, nil
	}, d.damage)
	if err != nil {
		return err
	}
	d.left = r
	return nil
}

// why is the damage for which the journal does not open; nil where it is another reason, or it does.
func (d *Desk) why(passphrase, recovery string) error {
	key := vault.Recovery(recovery)
	var err error
	if recovery == "" {
		key, err = d.key(func() (string, error) { return passphrase, nil })
	}
	if err == nil {
		err = d.withVault(key, func(*vault.Vault) error { return nil })
	}
	if errors.Is(err, journal.ErrDamaged) {
		return err
	}
	return nil
}

// Left runs f on what Salvage reads; journal.ErrClosed where it does not.
func (d *Desk) Left(f func(*Rescue) error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.left == nil {
		return journal.ErrClosed
	}
	return f(d.left)
}

// leave wipes the keys of what is left. The caller holds mu.
func (d *Desk) leave() {
	if d.left != nil {
		_ = d.left.Close()
		d.left = nil
	}
}

// Lock closes the journal, or what is left of it, and wipes the keys. Where it is not open it does nothing.
func (d *Desk) Lock() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.shut()
}

// shut is Lock; the caller holds mu.
func (d *Desk) shut() error {
	d.leave()
	if d.open == nil {
		return nil
	}
	close(d.stop)
	j := d.open
	d.open = nil
	return j.Close()
}

// Close is the end of the window: it locks.
func (d *Desk) Close() error { return d.Lock() }

// What the window has words for beside the errors of package journal.
var (
	// ErrExists means that there is a journal with a passphrase already.
	ErrExists = vault.ErrExists
	// ErrNoDeviceKey means that the journal opens with a key on the computer it was made on, and that is not here.
	ErrNoDeviceKey = vault.ErrNoDeviceKey
	// ErrInboxFull means that too many lines wait to be taken in.
	ErrInboxFull = vault.ErrInboxFull
	// ErrTooLarge means that one text is larger than a journal takes.
	ErrTooLarge = vault.ErrTooLarge
)
