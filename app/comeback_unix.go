//go:build unix

package app

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// execute runs the program in this very process: its memory is gone then, and all its files are closed, the locks of the
// window and the vault and the names on the bus with them. But held stays open.
func execute(env []string, held int) error {
	closeOnExec()
	if held > 2 {
		if _, err := unix.FcntlInt(uintptr(held), unix.F_SETFD, 0); err != nil {
			return err
		}
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	err = syscall.Exec(self, os.Args, env)
	if running, known := runningFile(); known {
		// Moved or removed meanwhile, as an update does: what runs can still be run.
		err = errors.Join(err, syscall.Exec(running, os.Args, env))
	}
	return err
}
