package vault

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"unicode"

	"golang.org/x/sys/unix"
)

// Holder says which program holds the journal in dir, by number and name, as far as the system tells: the number is 0
// where it does not, or where nobody does.
func Holder(dir string) (process int, program string) {
	info, err := os.Stat(filepath.Join(dir, lockFile))
	if err != nil {
		return 0, ""
	}
	is, ok := info.Sys().(*syscall.Stat_t)
	locks, err := os.Open("/proc/locks")
	if err != nil || !ok {
		return 0, ""
	}
	defer locks.Close()
	// NUMBER: FLOCK ADVISORY WRITE PROCESS MAJOR:MINOR:INODE FROM TO, the device in hexadecimal digits; see proc_locks(5).
	// A layered file system may name another device than stat does: then the inode has to do, if it is one program's.
	exact, alike := 0, make(map[int]bool)
	for lines := bufio.NewScanner(locks); lines.Scan(); {
		words := strings.Fields(lines.Text())
		if len(words) < 6 || words[1] != "FLOCK" {
			continue
		}
		at := strings.Split(words[5], ":")
		holder, err := strconv.Atoi(words[4])
		if err != nil || holder <= 0 || len(at) != 3 || at[2] != strconv.FormatUint(is.Ino, 10) {
			continue
		}
		major, majorErr := strconv.ParseUint(at[0], 16, 32)
		minor, minorErr := strconv.ParseUint(at[1], 16, 32)
		if majorErr == nil && minorErr == nil && unix.Mkdev(uint32(major), uint32(minor)) == uint64(is.Dev) {
			exact = holder
		}
		alike[holder] = true
	}
	if process = exact; process == 0 && len(alike) == 1 {
		for process = range alike {
		}
	}
	if process == 0 {
		return 0, ""
	}
	return process, programName(process)
}

// programName is the name of a running program, 15 bytes of it at most; empty where it is not told.
func programName(process int) string {
	name, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(process), "comm"))
	if err != nil {
		return ""
	}
	// A program chooses its name: nothing of it may move the cursor of a terminal.
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, strings.TrimSpace(string(name)))
}
