package vault_test

import (
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Power cuts: the system calls of a day of work are played back onto a model of a disk that forgets what was not
// synced. Wherever the power goes, what the program had said by then must be there when the journal is opened.

// A syscallLine is one line of strace -ttt -y -xx.
type syscallLine struct {
	at, thread string
	name, args string
	path       string   // of the file that the first argument is a number of
	strings    []string // among the arguments
	result     int
	injected   bool
}

var (
	syscallPattern = regexp.MustCompile(`^(\S+) (\w+)\((.*)\)\s+= (-?\d+)(.*)$`)
	stringPattern  = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)
	filePattern    = regexp.MustCompile(`^(\d+)<([^>]*)>`)
)

func parseSyscall(text string) (l syscallLine, ok bool) {
	m := syscallPattern.FindStringSubmatch(strings.TrimSuffix(text, "\n"))
	if m == nil {
		return l, false
	}
	l = syscallLine{at: m[1], name: m[2], args: m[3], injected: strings.Contains(m[5], "INJECTED")}
	l.result, _ = strconv.Atoi(m[4])
	unhex := func(s string) string {
		raw, err := hex.DecodeString(strings.ReplaceAll(s, `\x`, ""))
		ok = ok && err == nil
		return string(raw)
	}
	ok = true
	if file := filePattern.FindStringSubmatch(l.args); file != nil {
		l.path = unhex(file[2])
		l.args = file[1] + l.args[len(file[0]):]
	}
	for _, s := range stringPattern.FindAllStringSubmatch(l.args, -1) {
		l.strings = append(l.strings, unhex(s[1]))
	}
	return l, ok
}

// A diskFile is what a program sees of a file, and what is on the disk.
type diskFile struct {
	seen, synced []byte
	dirty        [][2]int // from, to: seen and not synced
}

func grow(b []byte, size int) []byte {
	if size <= len(b) {
		return b
	}
	return append(b, make([]byte, size-len(b))...)
}

func (f *diskFile) write(data string, at int) {
	f.seen = grow(f.seen, at+len(data))
	copy(f.seen[at:], data)
	f.dirty = append(f.dirty, [2]int{at, at + len(data)})
}

func (f *diskFile) truncate(size int) { f.seen = grow(f.seen, size)[:size:size] }

// sync makes the file durable. One that fails throws away what it could not write, and never tries again: what the
// kernels of Linux do.
func (f *diskFile) sync(failed bool) {
	if !failed {
		f.synced = grow(f.synced, len(f.seen))[:len(f.seen):len(f.seen)]
		for _, d := range f.dirty {
			if from, to := min(d[0], len(f.seen)), min(d[1], len(f.seen)); from < to {
				copy(f.synced[from:to], f.seen[from:to])
			}
		}
	}
	f.dirty = nil
}

// A disk is a folder on a model of a disk.
type disk struct {
	root         string
	seen, synced map[string]*diskFile // by path
	forgetful    bool                 // nothing is ever synced: for the control
}

func readDisk(t *testing.T, root string) *disk {
	t.Helper()
	d := &disk{root: root, seen: make(map[string]*diskFile)}
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		d.seen[path] = &diskFile{seen: data, synced: append([]byte(nil), data...)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	d.synced = maps.Clone(d.seen)
	return d
}

// play does what a system call did; what failed did nothing, but for a sync.
func (d *disk) play(l syscallLine) {
	fields := strings.Split(stringPattern.ReplaceAllString(l.args, "_"), ", ")
	number := func(i int) int {
		n, _ := strconv.Atoi(fields[i])
		return n
	}
	f := d.seen[l.path]
	switch {
	case l.name == "fsync" || l.name == "fdatasync":
		switch {
		case d.forgetful:
		case f != nil:
			f.sync(l.result != 0)
		case l.result == 0:
			d.syncFolder(l.path)
		}
	case l.result < 0:
	case l.name == "openat" && d.holds(l.strings[0]):
		d.create(l)
	case l.name == "pwrite64" && f != nil:
		f.write(l.strings[0][:l.result], number(3))
	case l.name == "write" && f != nil:
		f.write(l.strings[0][:l.result], len(f.seen)) // only new files are written so, from their beginning
	case l.name == "ftruncate" && f != nil:
		f.truncate(number(1))
	case strings.HasPrefix(l.name, "rename") && d.holds(l.strings[0]):
		d.seen[l.strings[1]] = d.seen[l.strings[0]]
		delete(d.seen, l.strings[0])
	case strings.HasPrefix(l.name, "unlink"):
		delete(d.seen, l.strings[0])
	}
}

// holds reports whether the model has the path; -shm is shared memory, and nobody reads it after a power cut.
func (d *disk) holds(path string) bool {
	return strings.HasPrefix(path, d.root) && !strings.HasSuffix(path, "-shm")
}

func (d *disk) create(l syscallLine) {
	path := l.strings[0]
	if d.seen[path] == nil && strings.Contains(l.args, "O_CREAT") {
		d.seen[path] = &diskFile{}
	}
	if f := d.seen[path]; f != nil && strings.Contains(l.args, "O_TRUNC") {
		f.truncate(0)
	}
}

// syncFolder makes the names in a folder durable.
func (d *disk) syncFolder(dir string) {
	within := func(path string, _ *diskFile) bool { return filepath.Dir(path) == filepath.Clean(dir) }
	maps.DeleteFunc(d.synced, within)
	for path, f := range d.seen {
		if within(path, f) {
			d.synced[path] = f
		}
	}
}

// cut writes what is left after a power cut into a new folder. Names may have reached the disk on their own, as a file
// system with a journal of names makes them.
func (d *disk) cut(t *testing.T, names bool) (dir string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "journal")
	if err := os.MkdirAll(filepath.Join(dir, "inbox"), 0o700); err != nil {
		t.Fatal(err)
	}
	files := d.synced
	if names {
		files = d.seen
	}
	for path, f := range files {
		within, err := filepath.Rel(d.root, path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, within)), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, filepath.Join(dir, within), f.synced)
	}
	return dir
}

// cuts plays a trace, cuts the power after every sync and after everything the program said, and looks at what is left.
// It gives how often it cut, and what was lost.
func cuts(t *testing.T, c *crashed, d *disk, trace []syscallLine) (count int, lost []string) {
	t.Helper()
	promises := promised{versions: make(map[string]int), passphrases: c.passphrases, recovery: c.recovery}
	for _, l := range trace {
		d.play(l)
		said := l.name == "write" && strings.HasPrefix(l.args, "1, ") && strings.HasPrefix(l.path, "pipe:")
		if said && !strings.HasPrefix(l.strings[0], "failed") {
			if err := promises.hear(strings.TrimSuffix(l.strings[0], "\n")); err != nil {
				t.Fatal(err)
			}
		}
		if !said && !strings.HasSuffix(l.name, "sync") {
			continue
		}
		for _, names := range []bool{false, true} {
			if count++; *faults > 0 && names != (count%4 < 2) {
				continue // each way at every other place
			}
			after := &crashed{dir: d.cut(t, names), device: c.device, promised: promises}
			after.versions = maps.Clone(promises.versions)
			after.check(t, after.open(t))
			lost = append(lost, after.lost...)
		}
		if t.Failed() || len(lost) > 0 {
			return count, lost
		}
	}
	return count, lost
}

func TestPowerCut(t *testing.T) {
	c := newCrashed(t, false)
	d := readDisk(t, c.dir)
	_, trace := traced(t, c)
	count, lost := cuts(t, c, d, trace)
	t.Logf("%d power cuts in %d system calls, %d lost", count, len(trace), len(lost))
	if len(lost) > 0 || count < 50 {
		t.Errorf("acknowledged and lost: %q", lost)
	}
}

// TestPowerCutCatches is the control: a disk that only says it had synced loses what was acknowledged.
func TestPowerCutCatches(t *testing.T) {
	c := newCrashed(t, false)
	d := readDisk(t, c.dir)
	d.forgetful = true
	_, trace := traced(t, c)
	if _, lost := cuts(t, c, d, trace); len(lost) == 0 {
		t.Error("a disk that syncs nothing was not caught")
	}
}

// TestFailedSync lets syncs fail, and the disk forget what they should have written: what the program said is kept
// after that, in spite of it, must be there when the power goes later.
func TestFailedSync(t *testing.T) {
	c := newCrashed(t, false)
	_, trace := traced(t, c)
	numbers := numbered(trace, c.dir)["fsync"]
	type failing struct{ from, to int }
	var all []failing
	for _, n := range numbers {
		all = append(all, failing{n, n}, failing{n, n + 2})
	}
	if n := *faults; n > 0 && len(all) > n {
		some := all[len(all)/2:][:1]
		for range n - 1 {
			some = append(some, all[rand.IntN(len(all))])
		}
		// The last write before a close, and the first sync of the close: the log stays, and looks whole.
		if at := lastClose(trace); at > 2 {
			some = append(some, failing{at - 2, at - 1})
		}
		all = some
	}
	for _, f := range all {
		t.Run(fmt.Sprintf("%d to %d of %d", f.from, f.to, len(numbers)), func(t *testing.T) {
			c := newCrashed(t, false)
			d := readDisk(t, c.dir)
			_, trace := traced(t, c, fmt.Sprintf("fsync:error=EIO:when=%d..%d", f.from, f.to))
			count, lost := cuts(t, c, d, trace)
			if len(lost) > 0 {
				t.Errorf("acknowledged and lost: %q", lost)
			}
			t.Logf("%d power cuts", count)
		})
	}
}

// lastClose is the number of the sync that closes the journal for the last time but one.
func lastClose(trace []syscallLine) int {
	syncs, closes := 0, []int{0, 0}
	for _, l := range trace {
		switch {
		case l.name == "fsync":
			syncs++
		case l.name == "unlink" && strings.HasSuffix(l.strings[0], "-wal"):
			closes = append(closes, syncs)
		}
	}
	return closes[len(closes)-2]
}
