package app

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"firsthand/internal/journal"
	"firsthand/internal/webview"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/logger"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
)

// ErrNoDisplay means that there is no display to open the window on.
var ErrNoDisplay = errors.New("there is no display to open the window on")

// The window's background until the page has painted its own: --paper of frontend/src/styles/tokens.css.
var (
	light = options.NewRGB(0xfb, 0xf9, 0xf5)
	dark  = options.NewRGB(0x17, 0x1d, 0x21)
)

// instance names the window of a journal, so that a second start for the same one is handed to it. It says nothing of
// where the journal is to whoever lists the names on the session bus.
func instance(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return "firsthand-" + hex.EncodeToString(sum[:12])
}

// Run opens the window and returns when it is closed. It must be called from the main goroutine, once.
// Where a window is open on the same journal, that one comes forward instead, and the error is nil.
// Error: ErrNoDisplay; journal.ErrInUse where another window is open that cannot be reached; what the desktop refused.
func Run(o Options) error {
	release, err := o.Desk.ClaimWindow()
	switch {
	case err == nil:
		defer release()
	case !errors.Is(err, journal.ErrInUse):
		return err
	case handOver(o.Desk.Dir):
		return nil
	case !wailsHandsOver:
		return err
	}
	if err := webview.Start(); err != nil {
		return ErrNoDisplay
	}
	background := light
	if webview.Dark() {
		background = dark
	}
	a := New(o, wailsDesktop{})
	return wails.Run(&options.App{
		Title:            "Firsthand",
		Width:            1080,
		Height:           760,
		MinWidth:         400,
		MinHeight:        360,
		BackgroundColour: background,
		AssetServer: &assetserver.Options{
			Assets:     o.Assets,
			Middleware: a.Serve,
		},
		Logger:             silent{},
		LogLevelProduction: logger.ERROR,
		ErrorFormatter:     Format,
		OnStartup:          a.Started,
		OnBeforeClose:      a.Window.beforeClose,
		Bind:               a.Bound(),
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId:               instance(o.Desk.Dir),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { a.Window.again(a.room.context()) },
		},
		Linux: &linux.Options{
			Icon: o.Icon,
			// On demand costs 60 MiB and brings the blank window of NVIDIA machines.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
			ProgramName:      "firsthand",
		},
		Windows: &windows.Options{},
	})
}
