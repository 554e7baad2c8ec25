package uitest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A trace is what a program and all below it asked the kernel for: sockets, and files to write.
type trace struct {
	dir   string
	files []string // one a start
}

// watch makes every start of the program from now on a traced one; nil where this machine does not allow it.
func (p *person) watch() *trace {
	p.t.Helper()
	tr := &trace{dir: p.t.TempDir()}
	if out, err := exec.Command("strace", "-o", filepath.Join(tr.dir, "try"), "true").CombinedOutput(); err != nil {
		p.t.Logf("nothing is traced, strace cannot watch here: %v %s", err, out)
		return nil
	}
	p.trace = tr
	return tr
}

// command is what is put before a program that is to be traced. The program stays the one that was started: strace
// watches it from the side.
func (tr *trace) command() []string {
	file := filepath.Join(tr.dir, fmt.Sprint("trace", len(tr.files)))
	tr.files = append(tr.files, file)
	return []string{"strace", "-D", "-f", "-qq", "--seccomp-bpf", "-y", "-o", file,
		"-e", "trace=socket,connect,execve,creat,open,openat,openat2,rename,renameat,renameat2,link,linkat"}
}

// lines are those of all starts.
func (tr *trace) lines(t *testing.T) (all []string) {
	t.Helper()
	for _, file := range tr.files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all = slices.AppendSeq(all, strings.Lines(string(b)))
	}
	return all
}

// internet are the lines that ask for an internet socket, of this machine's own addresses too.
func internet(lines []string) (asked []string) {
	for _, line := range lines {
		if strings.Contains(line, "AF_INET") {
			asked = append(asked, strings.TrimSpace(line))
		}
	}
	return asked
}

var (
	writes = regexp.MustCompile(`O_WRONLY|O_RDWR|O_CREAT|O_TRUNC| creat\(| (?:rename|link)(?:at2?)?\(`)
	inDir  = regexp.MustCompile(`(?:AT_FDCWD|\d+)<([^>]*)>, "([^"]*)"`)
	quoted = regexp.MustCompile(`"(/[^"]*)"`)
)

// filesWritten are those that were opened to be written to, or got a new name, and are still there.
func filesWritten(lines []string) (paths []string) {
	seen := map[string]bool{}
	add := func(path string) {
		if info, err := os.Lstat(path); err == nil && info.Mode().IsRegular() && !strings.HasPrefix(path, "/proc/") && !seen[path] {
			seen[path] = true
			paths = append(paths, path)
		}
	}
	for _, line := range lines {
		if !writes.MatchString(line) {
			continue
		}
		for _, m := range inDir.FindAllStringSubmatch(line, -1) {
			if !filepath.IsAbs(m[2]) {
				add(filepath.Join(m[1], m[2]))
			}
		}
		for _, m := range quoted.FindAllStringSubmatch(line, -1) {
			add(m[1])
		}
	}
	slices.Sort(paths)
	return paths
}

// TestTraceFinds is the control: a trace without an internet socket proves something only if it would show one.
func TestTraceFinds(t *testing.T) {
	p := sitDown(t)
	tr := p.watch()
	if tr == nil {
		t.Skip("strace cannot watch here")
	}
	file := filepath.Join(p.home, "file")
	args := append(tr.command(), "bash", "-c", "(echo one >"+file+"); exec 3<>/dev/tcp/127.0.0.1/9")
	_ = exec.Command(args[0], args[1:]...).Run() // nobody listens there
	// It watches from the side, and can end a moment later.
	p.until("the socket is in the trace", func() bool { return len(internet(tr.lines(t))) > 0 })
	if got := filesWritten(tr.lines(t)); !slices.Equal(got, []string{file}) {
		t.Errorf("written were %q", got)
	}
}

// offline fails the test if an internet socket was asked for.
func (tr *trace) offline(t *testing.T) {
	t.Helper()
	if tr == nil {
		return
	}
	lines := tr.lines(t)
	if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, "AF_UNIX") }) {
		t.Error("the trace shows no socket at all: it did not watch")
	}
	if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, "WebKitNetworkProcess") }) {
		t.Error("the trace does not show the web view's processes")
	}
	for _, line := range internet(lines) {
		t.Errorf("an internet socket: %s", line)
	}
}
