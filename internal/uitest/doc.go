// Package uitest drives the real window for tests: the unmodified program on a display without a screen, found by role
// and accessible name over the accessibility bus, and typed into by xdotool. What these tests can reach, a screen reader
// can read.
//
// The product never imports it. Its tests need FIRSTHAND_BIN, a display and a session bus, which "make test" gives them.
package uitest
