package app

import (
	"os"
	"os/exec"
)

// execute starts the program and ends this process, because Windows knows no exec: the window's claim is free for the
// new one then, which waits for it. Not tried yet.
func execute(env []string, _ int) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	fresh := exec.Command(self, os.Args[1:]...)
	fresh.Env = env
	fresh.Stdout, fresh.Stderr = os.Stdout, os.Stderr
	if err := fresh.Start(); err != nil {
		return err
	}
	os.Exit(0)
	return nil
}

// endChildren does nothing here: the web view's processes end with the process before.
func endChildren() {}
