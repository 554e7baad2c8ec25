package app

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"

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

// bound are the structs the page may call, joined to a backend.
type bound struct {
	Journal *Journal
	Window  *Window

	ctx atomic.Pointer[context.Context]
}

// bind makes the bound structs.
func bind(o Options, d desktop, nonce string) *bound {
	b := &bound{}
	b.Journal = &Journal{ctx: b.context, backend: o.Backend, version: o.Version, nonce: nonce}
	b.Window = &Window{desktop: d, painted: o.Painted, within: flushWithin}
	return b
}

// context is the one of the running window. The page can be faster than Wails' startup hook: until then it is empty.
func (b *bound) context() context.Context {
	if ctx := b.ctx.Load(); ctx != nil {
		return *ctx
	}
	return context.Background()
}

// Run opens the window and returns when it is closed. It must be called from the main goroutine, once.
// Error: ErrNoDisplay, or what the desktop refused.
func Run(o Options) error {
	if err := webview.Start(); err != nil {
		return ErrNoDisplay
	}
	background := light
	if webview.Dark() {
		background = dark
	}
	nonce := newNonce()
	b := bind(o, wailsDesktop{}, nonce)
	return wails.Run(&options.App{
		Title:            "Firsthand",
		Width:            1080,
		Height:           760,
		MinWidth:         400,
		MinHeight:        360,
		BackgroundColour: background,
		AssetServer: &assetserver.Options{
			Assets:     o.Assets,
			Middleware: func(next http.Handler) http.Handler { return WithPolicy(nonce, next) },
		},
		Logger:             silent{},
		LogLevelProduction: logger.ERROR,
		ErrorFormatter:     format,
		OnStartup:          func(ctx context.Context) { b.ctx.Store(&ctx) },
		OnBeforeClose:      b.Window.beforeClose,
		Bind:               []any{b.Journal, b.Window},
		Linux: &linux.Options{
			Icon: o.Icon,
			// On demand costs 60 MiB and brings the blank window of NVIDIA machines.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
			ProgramName:      "firsthand",
		},
		Windows: &windows.Options{},
	})
}
