package app

import "os"

// Harden makes the process keep what it holds in memory to itself. main calls it first thing, for the command line too:
// no core dumps, no reading by other programs of the same login, no inspector to drive the page from outside.
// It is best effort: what the system refuses stays as it was.
func Harden() {
	// Either would let any local program read and drive the page, in production builds too.
	_ = os.Unsetenv("WEBKIT_INSPECTOR_SERVER")
	_ = os.Unsetenv("WEBKIT_INSPECTOR_HTTP_SERVER")
	// Blank window on some NVIDIA and Wayland machines otherwise.
	if _, set := os.LookupEnv("WEBKIT_DISABLE_DMABUF_RENDERER"); !set {
		_ = os.Setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
	}
	hardenProcess()
}
