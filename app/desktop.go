package app

import (
	"context"

	"firsthand/internal/webview"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// A Desktop is what the window asks of the desktop's runtime. Wails' own functions end the process if they are called
// outside of it; in tests a fake stands here.
type Desktop interface {
	// Emit sends an event to the page.
	Emit(ctx context.Context, event string)
	// Raise brings the window to the front.
	Raise(ctx context.Context)
	// SaveFile asks where to save a file, offering a name; empty where the person gives up. The desktop has asked
	// whether a file that is there may be overwritten.
	SaveFile(ctx context.Context, title, name string) (path string, err error)
	// OpenFile asks for a file to read; empty where the person gives up.
	OpenFile(ctx context.Context, title string) (path string, err error)
	// Folder asks for a folder to write to; empty where the person gives up.
	Folder(ctx context.Context, title string) (path string, err error)
	// Restart replaces this process by a fresh one in front of the locked journal, and returns only where that fails.
	// The window comes back where it was; where quiet, without taking the keyboard. The file held, unless 0, stays open
	// until nothing of this process is left.
	Restart(ctx context.Context, spot Spot, quiet bool, held int) error
}

// wailsDesktop is the real one. The context is the one Wails gave at startup.
type wailsDesktop struct{}

func (wailsDesktop) Emit(ctx context.Context, event string) {
	if started(ctx) {
		runtime.EventsEmit(ctx, event)
	}
}

func (wailsDesktop) Raise(ctx context.Context) {
	if !started(ctx) {
		return
	}
	runtime.WindowUnminimise(ctx)
	runtime.Show(ctx)
}

// started reports whether ctx is the one of the running window. With any other Wails ends the program.
func started(ctx context.Context) bool { return ctx.Value("frontend") != nil }

// The file dialogs leave no path on the desktop's list of recent files.

func (wailsDesktop) SaveFile(ctx context.Context, title, name string) (string, error) {
	webview.Forget()
	return runtime.SaveFileDialog(ctx, runtime.SaveDialogOptions{Title: title, DefaultFilename: name, CanCreateDirectories: true})
}

func (wailsDesktop) OpenFile(ctx context.Context, title string) (string, error) {
	webview.Forget()
	return runtime.OpenFileDialog(ctx, runtime.OpenDialogOptions{Title: title})
}

func (wailsDesktop) Folder(ctx context.Context, title string) (string, error) {
	webview.Forget()
	return runtime.OpenDirectoryDialog(ctx, runtime.OpenDialogOptions{Title: title, CanCreateDirectories: true})
}

func (wailsDesktop) Restart(_ context.Context, spot Spot, quiet bool, held int) error {
	return replace(comeback{Spot: spot, Quiet: quiet, Place: webview.Where(), Held: held})
}
