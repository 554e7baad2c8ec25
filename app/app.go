// Package app is what the window may ask for.
//
// It binds two narrow structs to the page, Journal and Window, and decides nothing: it converts what the page sends into
// the words of package journal, delegates, and converts the answer back. Wails appears here and in main only.
//
// Every bound method recovers from panics, because Wails would leave the page waiting for ever and log the call with
// its arguments; and every error crosses as a code with a sentence (Failure), never with the person's text in it.
package app

import (
	"context"
	"io/fs"
	"time"

	"firsthand/internal/journal"
)

// A Backend is the journal as the composition root opened it, or not yet. Its methods are safe for concurrent use.
// What their errors are, or wrap, is told to the page as failures says.
type Backend interface {
	// Vault says how the journal stands.
	Vault(ctx context.Context) (Vault, error)
	// Begin opens a journal that has no passphrase yet, and makes one where there is none.
	Begin(ctx context.Context) error
	// Unlock opens a journal that has a passphrase. journal.ErrWrongKey: that was not it.
	Unlock(ctx context.Context, passphrase string) error
	// Drop seals a line so that it waits until the journal is unlocked, and returns when it was recorded.
	// It needs no key. The line's id makes dropping it twice harmless.
	Drop(ctx context.Context, line journal.Line) (time.Time, error)
	// Journal is the open journal, nil while it is not open.
	Journal() *journal.Journal
}

// A Vault is how the journal stands on disk.
type Vault struct {
	State   VaultState
	Secured bool // a passphrase guards it, not only a key that lies on this computer
}

// VaultState says whether there is a journal and whether it is open.
type VaultState string

// The states of a vault.
const (
	NoVault VaultState = "none"
	Locked  VaultState = "locked"
	Open    VaultState = "open"
)

// Options are what the composition root gives the window.
type Options struct {
	Backend Backend
	// Assets are the files of the built frontend, index.html at the top.
	Assets fs.FS
	// Icon is a PNG for the desktop's window list; nil for none.
	Icon []byte
	// Version is what the program says of itself.
	Version string
	// Painted, if not nil, is told once when the first content is on screen, and how long after the page began.
	Painted func(sincePage time.Duration)
}
