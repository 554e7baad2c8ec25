package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// A desktop is what the window asks of the desktop's runtime. Wails' own functions end the process if they are called
// outside of it; in tests a fake stands here.
type desktop interface {
	// Emit sends an event to the page.
	Emit(ctx context.Context, event string)
	// Raise brings the window to the front.
	Raise(ctx context.Context)
}

// wailsDesktop is the real one. The context is the one Wails gave at startup.
type wailsDesktop struct{}

func (wailsDesktop) Emit(ctx context.Context, event string) { runtime.EventsEmit(ctx, event) }

func (wailsDesktop) Raise(ctx context.Context) {
	runtime.WindowUnminimise(ctx)
	runtime.Show(ctx)
}
