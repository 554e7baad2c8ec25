//go:build linux && production

package webview

/*
#cgo !webkit2_41 pkg-config: webkit2gtk-4.0
#cgo webkit2_41 pkg-config: webkit2gtk-4.1
#include "view.h"
*/
import "C"

// Start connects to the display. It must be called once, from the goroutine that will run the window, on the thread that
// the process began with: main binds it to that. Error: ErrNoDisplay.
func Start() error {
	if C.firsthand_start() == 0 {
		return ErrNoDisplay
	}
	return nil
}

// Dark reports whether the desktop's theme is a dark one, by the rule WebKitGTK uses for prefers-color-scheme.
// It may be called after Start.
func Dark() bool { return C.firsthand_dark() != 0 }

// Where is where the window is, as far as the display says. It may be called from any goroutine.
func Where() Place {
	p := C.firsthand_where()
	return Place{
		Placed: p.placed != 0, X: int(p.x), Y: int(p.y), Width: int(p.width), Height: int(p.height),
		Maximised: p.maximised != 0, Fullscreen: p.fullscreen != 0, Minimised: p.minimised != 0,
		Active: p.active != 0, Desktop: int(p.desktop),
	}
}

// comeBack tells the window to come where p says.
func comeBack(p Place, quiet bool) {
	is := func(b bool) C.int {
		if b {
			return 1
		}
		return 0
	}
	C.firsthand_return(C.struct_place{
		placed: is(p.Placed), x: C.int(p.X), y: C.int(p.Y), width: C.int(p.Width), height: C.int(p.Height),
		maximised: is(p.Maximised), fullscreen: is(p.Fullscreen), minimised: is(p.Minimised),
		active: is(p.Active), desktop: C.int(p.Desktop),
	}, is(quiet))
}

// Forget keeps what this program's file dialogs put on the desktop's list of recent files from being written, from now on.
// Nothing else on the list is touched.
func Forget() { C.firsthand_forget() }
