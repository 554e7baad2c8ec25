package app

import (
	"context"
	"errors"

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

// Run opens the window and returns when it is closed. It must be called from the main goroutine, once.
// Where a window is open on the same journal, that one comes forward instead, and the error is nil.
// Error: ErrNoDisplay; journal.ErrInUse where another window is open that cannot be reached; what the desktop refused.
func Run(o Options) error {
	back, again := comesBack()
	release, handed, err := claim(o.Desk.Home, again)
	switch {
	case handed:
		return nil
	case err == nil:
		defer release()
	case !byWails:
		return err
	}
	if err := webview.Start(); err != nil {
		return ErrNoDisplay
	}
	background := light
	if webview.Dark() {
		background = dark
	}
	place := webview.First()
	a := New(o, wailsDesktop{})
	if again {
		a.room.spot.Store(&back.Spot)
		place = webview.Return(back.Place, back.Quiet)
	}
	window := &options.App{
		Title:            "Firsthand",
		Width:            place.Width,
		Height:           place.Height,
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
		OnStartup: func(ctx context.Context) {
			a.Started(ctx)
			quitAgain(ctx)
			listen(o.Desk.Dir, func() { a.Window.again(ctx) })
			beforeSleep(ctx, func(held int) { a.Secure.asleep(ctx, held) })
		},
		OnBeforeClose: a.Window.beforeClose,
		Bind:          a.Bound(),
		Linux: &linux.Options{
			Icon: o.Icon,
			// On demand costs 60 MiB and brings the blank window of NVIDIA machines.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
			ProgramName:      "firsthand",
		},
		Windows: &windows.Options{},
	}
	if byWails {
		window.SingleInstanceLock = &options.SingleInstanceLock{
			UniqueId:               "firsthand-" + instance(o.Desk.Dir),
			OnSecondInstanceLaunch: func(options.SecondInstanceData) { a.Window.again(a.room.context()) },
		}
	}
	return wails.Run(window)
}
