package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/vault"
)

// Faults: a program does a day's work on a journal under strace, which makes one system call fail. The program must say
// what it could not keep and go on; what it said is kept must be there afterwards.

func init() { roles["day"] = day }

// dayOfWork is what the program does, step by step; it goes on after a step that failed.
var dayOfWork = []func(*crashWriter) error{
	saves("one"), saves("two"), saves(together...), (*crashWriter).drop, saves("one"), (*crashWriter).drain,
	(*crashWriter).changePassphrase, saves("two"), (*crashWriter).rekey, saves("large-1"), (*crashWriter).drop,
	(*crashWriter).closeAndOpen, saves("three"), (*crashWriter).drain, (*crashWriter).renewRecovery, saves("three"), saves(together...),
	(*crashWriter).migrate, saves("two"), (*crashWriter).closeAndOpen, saves("one"),
}

func saves(ids ...string) func(*crashWriter) error {
	return func(w *crashWriter) error { return w.save(ids...) }
}

// day works for a day. args: see newCrashWriter.
func day(dir string, args []string) error {
	runtime.LockOSThread() // strace counts the calls of each thread by itself
	w := newCrashWriter(dir, args)
	failed := func(err error) {
		fmt.Println("failed", reason(err), err)
	}
	for _, step := range slices.Insert(slices.Clone(dayOfWork), 0, func(*crashWriter) error { return nil }) {
		w.count++
		// A journal that could not be opened is opened again before the next step.
		for tries := 0; w.v == nil; tries++ {
			if err := w.open(); err != nil {
				w.v = nil
				if failed(err); tries == 5 {
					return nil
				}
			}
		}
		if err := step(w); err != nil {
			failed(err)
		}
	}
	return w.v.Close()
}

// reason is what a caller can tell a person.
func reason(err error) string {
	for name, is := range map[string]error{"ENOSPC": vault.ErrFull, "EIO": vault.ErrDisk, "EROFS": vault.ErrReadOnly} {
		if errors.Is(err, is) {
			return name
		}
	}
	return "unknown"
}

// calls are the system calls by which something reaches the disk.
var calls = []string{"pwrite64", "write", "fsync", "fdatasync", "ftruncate", "openat", "rename", "renameat", "renameat2", "unlink", "unlinkat"}

// traced runs a day of work under strace, and gives what the program said and its system calls.
func traced(t *testing.T, c *crashed, inject ...string) (said string, trace []syscallLine) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed: build/setup.sh test")
	}
	log := filepath.Join(t.TempDir(), "log")
	cmd := child("day", c.dir, c.device, c.passphrases[0], c.recovery, "day")
	args := []string{"--seccomp-bpf", "-ff", "-ttt", "-y", "-xx", "-s", "4000000", "-o", log, "-e", "trace=" + strings.Join(calls, ",")}
	for _, i := range inject {
		args = append(args, "-e", "inject="+i)
	}
	cmd.Path, cmd.Args = strace, slices.Concat([]string{"strace"}, args, cmd.Args)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	if err := cmd.Run(); err != nil {
		if strings.Contains(stderr.String(), "PTRACE") || strings.Contains(stderr.String(), "not permitted") {
			t.Skip("nobody may trace here: ", stderr.String())
		}
		t.Fatalf("%v: %s%s", err, out.String(), stderr.String())
	}
	logs, err := filepath.Glob(log + ".*")
	if err != nil {
		t.Fatal(err)
	}
	for _, log := range logs {
		data, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		thread := filepath.Ext(log)
		for text := range strings.Lines(string(data)) {
			if l, ok := parseSyscall(text); ok {
				l.thread = thread
				trace = append(trace, l)
			}
		}
	}
	slices.SortStableFunc(trace, func(a, b syscallLine) int { return strings.Compare(a.at, b.at) })
	return out.String(), trace
}

// hearAll takes in what a program said to its end.
func (c *crashed) hearAll(t *testing.T, said string) (failures []string) {
	t.Helper()
	for line := range strings.Lines(said) {
		line = strings.TrimSuffix(line, "\n")
		if failure, ok := strings.CutPrefix(line, "failed "); ok {
			failures = append(failures, failure)
		} else if err := c.hear(line); err != nil {
			t.Errorf("the program said %v", err)
		}
	}
	return failures
}

// numbered gives the calls that concern the journal, as strace counts them: of each name, in the working thread.
func numbered(trace []syscallLine, dir string) map[string][]int {
	thread := "" // the one that writes the journal
	for _, l := range trace {
		if l.name == "pwrite64" {
			thread = l.thread
			break
		}
	}
	count, numbers := make(map[string]int), make(map[string][]int)
	for _, l := range trace {
		if l.thread != thread {
			continue
		}
		count[l.name]++
		if strings.HasPrefix(l.path, dir) || len(l.strings) > 0 && strings.HasPrefix(l.strings[0], dir) {
			numbers[l.name] = append(numbers[l.name], count[l.name])
		}
	}
	return numbers
}

func TestFaults(t *testing.T) {
	c := newCrashed(t, false)
	said, trace := traced(t, c)
	if failures := c.hearAll(t, said); len(failures) > 0 {
		t.Fatalf("failed by itself: %q", failures)
	}
	if c.check(t, c.open(t)); len(c.lost) > 0 || len(c.versions) < 8 {
		t.Fatalf("%d kept, lost: %q", len(c.versions), c.lost)
	}
	runs, failed := 0, 0
	for call, numbers := range numbered(trace, c.dir) {
		some := numbers
		if n := *faults; n > 0 && len(numbers) > n {
			some = nil
			for i := range n { // the first, the last, and some between
				some = append(some, numbers[i*(len(numbers)-1)/max(1, n-1)])
			}
		}
		for i, number := range some {
			name := []string{"ENOSPC", "EIO"}[(i+number)%2]
			t.Run(fmt.Sprintf("%s of %s %d of %d", name, call, number, len(numbers)), func(t *testing.T) {
				c := newCrashed(t, false)
				said, trace := traced(t, c, fmt.Sprintf("%s:error=%s:when=%d", call, name, number))
				failures := c.hearAll(t, said)
				runs++
				if !slices.ContainsFunc(trace, func(l syscallLine) bool { return l.injected }) {
					t.Log("the call did not come this time")
				}
				if len(failures) > 0 {
					failed++
				}
				for _, f := range failures {
					why, _, _ := strings.Cut(f, " ")
					// What SQLite cannot open for writing it opens for reading, whatever the reason.
					// A line that cannot be read now is named, and stays.
					read := why == "EROFS" || strings.Contains(f, "problems in the inbox")
					if why != name && !(call == "openat" && read) {
						t.Errorf("the reason is not said: %q", f)
					}
				}
				if c.check(t, c.open(t)); len(c.lost) > 0 {
					t.Errorf("acknowledged and lost: %q", c.lost)
				}
			})
		}
	}
	t.Logf("%d calls failed, the program said so in %d runs; the others it could do without", runs, failed)
	if runs < 10 || failed < 3 {
		t.Error("this proves little")
	}
}
