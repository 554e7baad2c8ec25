package uitest

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/tabwriter"
	"time"
)

// rounds is how often each window is opened: alternately, so that what else the machine does befalls all of them.
const rounds = 9

// What the window may cost, as more than an empty one.
const (
	aimPaint  = 1.15
	aimMemory = 40 << 20
)

// A start is a program that opens a window, and what it took each time.
type start struct {
	name   string
	args   []string
	home   string
	paint  []time.Duration // since the process began
	page   []time.Duration // since the page began
	memory []int64
	failed int // starts of which no window came
}

// BenchmarkWindow opens the window and an empty Wails app, which it builds, and compares the time from the start of the
// process to the first paint and the memory of all its processes. It needs what the tests of the window need:
// run make bench.
func BenchmarkWindow(b *testing.B) {
	bin := os.Getenv("FIRSTHAND_BIN")
	if bin == "" {
		b.Skip("needs the built program in a real window: run make bench")
	}
	dir := b.TempDir()
	starts := []*start{
		{name: "empty Wails app", args: []string{buildEmpty(b, dir)}},
		{name: "Firsthand, first run", args: []string{bin, "--journal", filepath.Join(dir, "none")}},
		{name: "Firsthand, sealed", args: []string{bin, "--journal", sealed(b, bin, dir)}},
		{name: "Firsthand, 40 lines", args: []string{bin, "--journal", written(b, bin, dir)}},
	}
	for i, s := range starts {
		s.home = filepath.Join(dir, "home"+strconv.Itoa(i))
		if err := os.MkdirAll(filepath.Join(s.home, "tmp"), 0o700); err != nil {
			b.Fatal(err)
		}
		s.open(b) // the first time reads everything from disk
		s.paint, s.page, s.memory = nil, nil, nil
	}
	for range rounds {
		for _, s := range starts {
			s.open(b)
		}
	}

	var missed []string
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tfirst paint\tto empty\tlowest\tto empty\tof it the page\tmemory (PSS)\tto empty\t")
	empty := starts[0]
	for _, s := range starts {
		paint, lowest := median(s.paint), slices.Min(s.paint)
		ratio := float64(paint) / float64(median(empty.paint))
		more := median(s.memory) - median(empty.memory)
		fmt.Fprintf(w, "%s\t%d ms\t%+.1f %%\t%d ms\t%+.1f %%\t%d ms\t%s\t%+.1f MiB\t\n", s.name,
			paint.Milliseconds(), (ratio-1)*100,
			lowest.Milliseconds(), (float64(lowest)/float64(slices.Min(empty.paint))-1)*100, slices.Min(s.page).Milliseconds(),
			mebibytes(median(s.memory)), float64(more)/(1<<20))
		if ratio > aimPaint || more > aimMemory {
			missed = append(missed, s.name)
		}
		if s.failed > 0 {
			b.Logf("%s: %d starts without a window", s.name, s.failed)
		}
	}
	_ = w.Flush()
	b.Logf("medians of up to %d starts each, and the lowest:\n%s", rounds, &table)
	if len(missed) > 0 {
		b.Logf("The aim is %.0f %% and %d MiB more than the empty app at most; missed by: %s.",
			(aimPaint-1)*100, aimMemory>>20, strings.Join(missed, "; "))
	}
	last := starts[len(starts)-1]
	b.ReportMetric(float64(median(last.paint).Milliseconds()), "ms-to-paint")
	b.ReportMetric(float64(median(last.memory))/(1<<20), "MiB-PSS")
	b.ReportMetric(0, "ns/op") // the sum over all starts says nothing
}

// buildEmpty builds the empty app, of the same Wails with the same flags, from the modules that are here already.
func buildEmpty(b *testing.B, dir string) string {
	b.Helper()
	source := filepath.Join(dir, "empty")
	if err := os.CopyFS(source, os.DirFS(filepath.Join("testdata", "empty"))); err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			b.Fatal(err)
		}
		text := strings.Replace(string(content), "module firsthand\n", "module empty\n", 1)
		if err := os.WriteFile(filepath.Join(source, name), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	bin, tags := filepath.Join(dir, "empty-app"), ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, is := range info.Settings {
			if is.Key == "-tags" {
				tags = is.Value
			}
		}
	}
	if tags == "" {
		b.Fatal("this test was built without Wails' tags: run make bench")
	}
	build := exec.Command("go", "build", "-tags", tags, "-ldflags", "-s -w", "-o", bin, ".")
	build.Dir = source
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build the empty app: %v\n%s", err, out)
	}
	return bin
}

// sealed makes a journal with a passphrase.
func sealed(b *testing.B, bin, dir string) string {
	b.Helper()
	secret, journal := filepath.Join(dir, "passphrase"), filepath.Join(dir, "sealed")
	if err := os.WriteFile(secret, []byte(phrase+"\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	firsthand(b, bin, "--journal", journal, "init", "--passphrase-file", secret)
	return journal
}

// written makes a journal with lines in it and without a passphrase: the window opens on what was written.
func written(b *testing.B, bin, dir string) string {
	b.Helper()
	journal := filepath.Join(dir, "written")
	for i := range 40 {
		firsthand(b, bin, "--journal", journal, "note", fmt.Sprintf("look %d: errors climb, the queue is %d deep", i, 17*i))
	}
	return journal
}

func firsthand(b *testing.B, bin string, args ...string) {
	b.Helper()
	if out, err := exec.Command(bin, args...).CombinedOutput(); err != nil {
		b.Fatalf("firsthand %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// open opens the window once, waits until it is painted and its memory is steady, and ends it.
func (s *start) open(b *testing.B) {
	b.Helper()
	cmd := exec.Command(s.args[0], s.args[1:]...)
	cmd.Env, cmd.Dir = append(env(s.home), "FIRSTHAND_SAY_PAINTED=1"), s.home
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	errs, err := cmd.StderrPipe()
	if err != nil {
		b.Fatal(err)
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	}()
	var said strings.Builder
	ended := make(chan struct{})
	painted := make(chan [2]time.Duration, 1)
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(errs); lines.Scan(); {
			fmt.Fprintln(&said, lines.Text())
			if page, ok := strings.CutPrefix(lines.Text(), "painted "); ok {
				after := time.Since(began)
				d, _ := time.ParseDuration(page)
				painted <- [2]time.Duration{after, d}
			}
		}
	}()
	select {
	case after := <-painted:
		s.paint, s.page = append(s.paint, after[0]), append(s.page, after[1])
	case <-time.After(patience):
		// Where it hangs is said by Go itself.
		_ = cmd.Process.Signal(syscall.SIGQUIT)
		time.AfterFunc(time.Second, func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
		<-ended
		b.Logf("%s has painted nothing in %v:\n%s", s.name, patience, &said)
		if s.failed++; s.failed > 2 {
			b.Fatalf("%s does not start", s.name)
		}
		return
	}
	s.memory = append(s.memory, steady(b, cmd.Process.Pid))
}

// steady waits until the memory of a process and of all below it no longer changes by more than a mebibyte.
func steady(b *testing.B, pid int) int64 {
	b.Helper()
	const calm = 3 // looks in a row
	last, same := int64(0), 0
	for range 40 {
		now, err := proportional(pid)
		if err != nil {
			b.Fatalf("memory: %v (the window's process lets itself be read by root only)", err)
		}
		if same++; max(now-last, last-now) > 1<<20 {
			same = 0
		}
		if last = now; same == calm {
			break
		}
		time.Sleep(250 * time.Millisecond)
	}
	return last
}

// proportional is the proportional set size of a process and of all below it: what several share is divided among them.
func proportional(root int) (sum int64, err error) {
	parents := map[int]int{}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return 0, err
	}
	for _, path := range stats {
		content, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		// pid (name) state parent: the name may hold anything.
		text := string(content)
		fields := strings.Fields(text[strings.LastIndexByte(text, ')')+1:])
		if len(fields) < 2 {
			continue
		}
		pid, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		parents[pid], _ = strconv.Atoi(fields[1])
	}
	for pid := range parents {
		above := pid
		for above != root && above > 1 {
			above = parents[above]
		}
		if above != root {
			continue
		}
		content, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
		if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
			continue
		}
		if err != nil {
			return 0, err
		}
		for line := range strings.Lines(string(content)) {
			if rest, ok := strings.CutPrefix(line, "Pss:"); ok {
				kibibytes, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
				if err != nil {
					return 0, err
				}
				sum += kibibytes << 10
			}
		}
	}
	return sum, nil
}

func median[T time.Duration | int64](all []T) T {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

func mebibytes(n int64) string { return fmt.Sprintf("%.0f MiB", float64(n)/(1<<20)) }

// BenchmarkTyping types into an account of 2,000 lines and opens its timeline, in the real window, which takes the time
// itself: a key to the end of the work that it makes, a key to the end of the frame that shows it, a timeline to the end of
// its first frame. The aims are 16 ms for the work of a key and 200 ms for the timeline.
func BenchmarkTyping(b *testing.B) {
	bin := os.Getenv("FIRSTHAND_BIN")
	if bin == "" {
		b.Skip("needs the built program in a real window: run make bench")
	}
	dir := b.TempDir()
	home, journal := filepath.Join(dir, "home"), filepath.Join(dir, "journal")
	if err := os.MkdirAll(filepath.Join(home, "tmp"), 0o700); err != nil {
		b.Fatal(err)
	}
	var account strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&account, "- %02d:%02d I looked at the queue, it is %d deep\n", 2+i/400, i*60/400%60, 17*i)
	}
	file := filepath.Join(dir, "account.md")
	if err := os.WriteFile(file, []byte(account.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	run := func(args ...string) {
		cmd := exec.Command(bin, append([]string{"--journal", journal}, args...)...)
		cmd.Env = env(home)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("firsthand %s: %v\n%s", args[0], err, out)
		}
	}
	run("note", "a journal")
	run("import", file, "--date", time.Now().AddDate(0, 0, -2).Format("2006-01-02"))

	cmd := exec.Command(bin, "--journal", journal)
	cmd.Env, cmd.Dir = append(env(home), "FIRSTHAND_SAY_TIMES=1", "FIRSTHAND_SAY_PAINTED=1"), home
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	errs, err := cmd.StderrPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	}()
	said := make(chan string, 10000)
	go func() {
		defer close(said)
		for lines := bufio.NewScanner(errs); lines.Scan(); {
			said <- lines.Text()
		}
	}()
	times := map[string][]time.Duration{}
	// hear takes what the window says until it has said so much of it.
	hear := func(what string, count int) {
		b.Helper()
		for end := time.After(patience); len(times[what]) < count; {
			select {
			case line := <-said:
				if words := strings.Fields(line); len(words) == 3 && words[0] == "took" {
					if d, err := time.ParseDuration(words[2]); err == nil {
						times[words[1]] = append(times[words[1]], d)
					}
				} else if len(words) == 2 && words[0] == "painted" {
					times["painted"] = append(times["painted"], 0)
				}
			case <-end:
				b.Fatalf("%d of %d times of a %s", len(times[what]), count, what)
			}
		}
	}
	key := func(args ...string) {
		if out, err := exec.Command("timeout", append([]string{"60", "xdotool"}, args...)...).CombinedOutput(); err != nil {
			b.Fatalf("xdotool: %v %s", err, out)
		}
	}
	hear("painted", 1)
	key("search", "--sync", "--onlyvisible", "--name", "^Firsthand$", "windowfocus", "--sync")
	// The window begins to listen a moment after it is painted.
	for len(times["key"]) == 0 {
		key("key", "x")
		select {
		case line := <-said:
			if strings.HasPrefix(line, "took key") {
				times["key"] = append(times["key"], 0)
			}
		case <-time.After(200 * time.Millisecond):
		}
	}
	// An account that was chosen is the one that is written in.
	key("key", "ctrl+k")
	key("type", "--delay", "20", "I looked at the queue")
	key("key", "Return")
	bus, err := Dial()
	if err != nil {
		b.Fatal(err)
	}
	defer bus.Close()
	if _, err := bus.Wait(Named(ListItem, regexp.MustCompile("it is 33983 deep$").MatchString), patience); err != nil {
		b.Fatalf("the account of 2,000 lines: %v", err)
	}
	// Until the window is quiet: what it takes to open it is not measured.
	for quiet := false; !quiet; {
		select {
		case <-said:
		case <-time.After(time.Second):
			quiet = true
		}
	}
	clear(times)
	const keys, openings = 200, 9
	key("type", "--delay", "40", strings.Repeat("errors climb and the queue grows, ", keys/34+1)[:keys])
	hear("frame", keys)
	for n := range openings {
		key("key", "ctrl+2")
		hear("timeline", n+1)
		key("key", "ctrl+1")
		time.Sleep(300 * time.Millisecond) // until the lines are there again; what that takes is not measured
	}

	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tmedian\t95 of 100\t")
	for _, what := range []string{"key", "frame", "timeline"} {
		sorted := slices.Sorted(slices.Values(times[what]))
		fmt.Fprintf(w, "%s\t%v\t%v\t\n", what, sorted[len(sorted)/2], sorted[len(sorted)*95/100])
		b.ReportMetric(float64(sorted[len(sorted)/2].Microseconds())/1000, "ms-"+what)
	}
	_ = w.Flush()
	b.Logf("in an account of 2,000 lines, in the real window:\n%s", &table)
	b.ReportMetric(0, "ns/op")
}
