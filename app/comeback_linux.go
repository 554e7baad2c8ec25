package app

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// closeOnExec marks every file but the standard ones. Go, GTK and WebKit mark theirs; this is for the one that forgets.
func closeOnExec() {
	if unix.CloseRange(3, ^uint(0), unix.CLOSE_RANGE_CLOEXEC) == nil { // Linux 5.11
		return
	}
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return
	}
	for _, f := range open {
		if fd, err := strconv.Atoi(f.Name()); err == nil && fd > 2 {
			unix.CloseOnExec(fd)
		}
	}
}

// runningFile is the program that runs, even where nothing has its name any more.
func runningFile() (path string, ok bool) { return "/proc/self/exe", true }

// endChildren ends the processes that this one has inherited from the one whose place it took: those of the web view,
// which held what was on screen. It is called before this process has any of its own.
func endChildren() {
	me := strconv.Itoa(os.Getpid())
	listed, err := os.ReadFile("/proc/self/task/" + me + "/children")
	if err != nil {
		return // without that list they end by themselves, once they notice that nobody speaks to them
	}
	for _, field := range strings.Fields(string(listed)) {
		if pid, err := strconv.Atoi(field); err == nil {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
	}
	for {
		if _, err := syscall.Wait4(-1, nil, 0, nil); err != nil && err != syscall.EINTR {
			return // nobody is left
		}
	}
}
