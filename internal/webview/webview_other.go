//go:build !linux || !production

package webview

import "errors"

// ErrNoDisplay means that there is no display to open a window on.
var ErrNoDisplay = errors.New("no display")

// Start does nothing here.
func Start() error { return nil }

// Dark reports false here: the background is the light one until the page paints its own.
func Dark() bool { return false }

// Forget does nothing here.
func Forget(path string) {}
