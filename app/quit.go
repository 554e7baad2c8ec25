package app

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// quitAgain asks the window to close each time the system asks the program to end, but the first, which Wails hears: it
// hears no other, and the window may have stayed open because something was not kept. It must be called before the
// first; ctx is the one Wails gave at startup.
func quitAgain(ctx context.Context) {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-asked
		for range asked {
			runtime.Quit(ctx)
		}
	}()
}
