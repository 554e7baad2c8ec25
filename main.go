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
	"runtime"
	"syscall"
	"time"
	_ "time/tzdata" // zones of accounts are known also where the machine has no zone files

	"firsthand/app"
	"firsthand/internal/cli"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/licences"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// version is what the program says of itself; the package's build sets it.
var version = "0.1.0"

//go:embed all:frontend/dist
var frontend embed.FS

//go:embed build/appicon.png
var icon []byte

//go:embed LICENSE
var licence string

var renderers = map[journal.Format]report.Renderer{
	journal.PDF:      pdf.Renderer{},
	journal.Markdown: markdown.Renderer{},
	journal.JSON:     json.Renderer{},
}

// GTK and Cocoa belong to the thread that the process began with, and main runs on no other from here on.
func init() { runtime.LockOSThread() }

func main() {
	app.Harden()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the second time it is told to, it ends at once
	p := &cli.Program{Version: version, Renderers: renderers, Window: window}
	os.Exit(p.Main(ctx, os.Args[1:]))
}

// window opens the window on a home, and returns when it is closed.
func window(h *home.Home) error {
	assets, err := fs.Sub(frontend, "frontend/dist")
	if err != nil {
		return fmt.Errorf("find the window's files: %w", err)
	}
	d := h.Desk(renderers)
	o := app.Options{Desk: d, Assets: assets, Icon: icon, Version: version, Licence: licence, Licences: licences.Text}
	if os.Getenv("FIRSTHAND_SAY_PAINTED") != "" { // asked by the benchmark of the window
		o.Painted = func(page time.Duration) { fmt.Fprintln(os.Stderr, "painted", page) }
	}
	if os.Getenv("FIRSTHAND_SAY_TIMES") != "" { // the same
		o.Took = func(what app.Timed, it time.Duration) { fmt.Fprintln(os.Stderr, "took", what, it) }
	}
	err = app.Run(o)
	if errors.Is(err, app.ErrNoDisplay) {
		err = cli.ErrNoDisplay
	}
	return errors.Join(err, d.Close())
}
