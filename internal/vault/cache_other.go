//go:build !linux

package vault

import "os"

// forgetCached does nothing: there is no portable way to ask for it.
func forgetCached(*os.File) {}
