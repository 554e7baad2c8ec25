package vault

import (
	"os"

	"golang.org/x/sys/unix"
)

// forgetCached asks the system to read the file from its disk the next time, not from memory.
func forgetCached(f *os.File) { unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED) }
