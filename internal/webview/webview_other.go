//go:build !linux || !production

package webview

// Start does nothing here.
func Start() error { return nil }

// Dark reports false here: the background is the light one until the page paints its own.
func Dark() bool { return false }

// Where knows nothing here.
func Where() Place { return Place{} }

func comeBack(Place, bool) {}

// Forget does nothing here.
func Forget() {}
