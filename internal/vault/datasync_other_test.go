//go:build !linux

package vault_test

import "os"

func datasync(f *os.File) error { return f.Sync() }
