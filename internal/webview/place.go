package webview

import "errors"

// ErrNoDisplay means that there is no display to open a window on.
var ErrNoDisplay = errors.New("no display")

// A Place is where a window is, in the display's units. Position and size are those without maximising.
type Place struct {
	Placed                bool // the position is known: Wayland keeps it to itself
	X, Y                  int
	Width, Height         int
	Maximised, Fullscreen bool
	Minimised             bool
	Active                bool // it has the keyboard
	Desktop               int  // the number of its workspace; -1 where that is not known
}

// First is where a window comes for the first time.
func First() Place { return Place{Width: 1080, Height: 760, Active: true, Desktop: -1} }

// Return makes the window come where p says, and returns that with a size in any case. Quiet: without taking the keyboard.
// It is called after Start, before the window is made.
func Return(p Place, quiet bool) Place {
	if p.Width < 1 || p.Height < 1 {
		p = First()
	}
	comeBack(p, quiet)
	return p
}
