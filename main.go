// Command firsthand is a private incident journal: a window to write in, and a command line.
package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
	_ "time/tzdata" // zones of accounts are known also where the machine has no zone files

	"firsthand/app"
	"firsthand/internal/cli"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
	"firsthand/internal/vault"
)

// version is what the program says of itself; the package's build sets it.
var version = "0.1.0"

//go:embed all:frontend/dist
var frontend embed.FS

//go:embed build/appicon.png
var icon []byte

var renderers = map[journal.Format]report.Renderer{
	journal.PDF:      pdf.Renderer{},
	journal.Markdown: markdown.Renderer{},
}

func main() {
	app.Harden()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	p := &cli.Program{Version: version, Renderers: renderers, Window: window}
	os.Exit(p.Main(ctx, os.Args[1:]))
}

// window opens the window on a home, and returns when it is closed.
func window(h *home.Home) error {
	assets, err := fs.Sub(frontend, "frontend/dist")
	if err != nil {
		return fmt.Errorf("find the window's files: %w", err)
	}
	release, err := h.ClaimWindow()
	if err != nil {
		return err
	}
	defer release()
	d := &desk{home: h}
	err = app.Run(app.Options{Backend: d, Assets: assets, Icon: icon, Version: version})
	if errors.Is(err, app.ErrNoDisplay) {
		err = cli.ErrNoDisplay
	}
	return errors.Join(err, d.close())
}

// A desk is the journal as the window has it: not there, locked or open. It is the window's app.Backend.
type desk struct {
	home *home.Home

	mu   sync.Mutex
	open *home.Journal
	stop chan struct{} // ends the taking in of lines
}

// Vault says how the journal stands.
func (d *desk) Vault(context.Context) (app.Vault, error) {
	state, err := d.home.State()
	if err != nil {
		return app.Vault{}, forWindow(err)
	}
	v := app.Vault{State: app.Locked, Secured: state == home.Sealed}
	switch {
	case d.Journal() != nil:
		v.State = app.Open
	case state == home.Empty:
		v.State = app.NoVault
	}
	return v, nil
}

// Begin opens a journal that has no passphrase yet, and makes one where there is none.
func (d *desk) Begin(ctx context.Context) error {
	if err := d.home.MakeWithoutPassphrase(); err != nil {
		return forWindow(err)
	}
	return d.unlock(ctx, func() (string, error) { return "", app.ErrPassphrase })
}

// Unlock opens a journal that has a passphrase.
func (d *desk) Unlock(ctx context.Context, passphrase string) error {
	return d.unlock(ctx, func() (string, error) { return passphrase, nil })
}

func (d *desk) unlock(ctx context.Context, passphrase func() (string, error)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open != nil {
		return nil
	}
	j, err := d.home.Open(ctx, passphrase, renderers)
	if err != nil {
		return forWindow(err)
	}
	d.open, d.stop = j, make(chan struct{})
	go takeIn(ctx, j, d.stop)
	return nil
}

// takeIn takes in what "firsthand note" drops beside the open window.
func takeIn(ctx context.Context, j *home.Journal, stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(time.Second):
			if j.Waiting() {
				j.TakeIn(ctx) // what fails stays in the inbox, for the next time
			}
		}
	}
}

// Drop seals a line that waits until the journal is unlocked.
func (d *desk) Drop(_ context.Context, l journal.Line) (time.Time, error) {
	l.Recorded = d.home.Now()
	_, err := d.home.Drop(l)
	return l.Recorded, forWindow(err)
}

// Journal is the open journal, nil while it is not open.
func (d *desk) Journal() *journal.Journal {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return nil
	}
	return d.open.Journal
}

func (d *desk) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open == nil {
		return nil
	}
	close(d.stop)
	j := d.open
	d.open = nil
	return j.Close()
}

// forWindow turns the errors of storage into those that the window has words for.
func forWindow(err error) error {
	for _, e := range []struct{ is, as error }{
		{vault.ErrWrongKey, app.ErrPassphrase},
		{vault.ErrInUse, app.ErrBusy},
		{vault.ErrDamaged, app.ErrDamaged},
		{vault.ErrNewer, app.ErrNewer},
		{vault.ErrFull, app.ErrFull},
		{vault.ErrReadOnly, app.ErrReadOnly},
	} {
		if errors.Is(err, e.is) {
			return e.as
		}
	}
	return err
}
