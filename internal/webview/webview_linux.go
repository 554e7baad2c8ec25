//go:build linux && production

package webview

/*
#cgo !webkit2_41 pkg-config: webkit2gtk-4.0
#cgo webkit2_41 pkg-config: webkit2gtk-4.1
#include <stdlib.h>
int firsthand_start(void);
int firsthand_dark(void);
void firsthand_forget(const char *path);
*/
import "C"

import (
	"errors"
	"runtime"
	"unsafe"
)

// ErrNoDisplay means that there is no display to open a window on.
var ErrNoDisplay = errors.New("no display")

// Start connects to the display. It must be called once, from the goroutine that will run the window, and binds that
// goroutine to its thread: GTK belongs to the thread that started it. Error: ErrNoDisplay.
func Start() error {
	runtime.LockOSThread()
	if C.firsthand_start() == 0 {
		return ErrNoDisplay
	}
	return nil
}

// Dark reports whether the desktop's theme is a dark one, by the rule WebKitGTK uses for prefers-color-scheme.
// It may be called after Start.
func Dark() bool { return C.firsthand_dark() != 0 }

// Forget removes path from the desktop's list of recent files, where GTK's file dialog put it; the list stays otherwise
// as it is. It returns at once: the dialog writes its entry a moment after it has closed.
func Forget(path string) {
	p := C.CString(path)
	defer C.free(unsafe.Pointer(p))
	C.firsthand_forget(p)
}
