package uitest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/godbus/dbus/v5"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// master is the journal's master key, out of its recovery slot: an age file somewhere in vault.db.
func (p *person) master(recovery string) []byte {
	p.t.Helper()
	identity, err := age.ParseX25519Identity(recovery)
	if err != nil {
		p.t.Fatal(err)
	}
	db, err := os.ReadFile(filepath.Join(p.journal, "vault.db"))
	if err != nil {
		p.t.Fatal(err)
	}
	at := bytes.Index(db, []byte("age-encryption.org/v1"))
	if at < 0 {
		p.t.Fatal("there is no recovery slot")
	}
	for end := at + 200; end < min(at+600, len(db)); end++ { // where it ends says nobody but age
		r, err := age.Decrypt(bytes.NewReader(db[at:end]), identity)
		if err != nil {
			continue
		}
		if plain, err := io.ReadAll(r); err == nil && len(plain) >= 32 {
			return plain[len(plain)-32:] // format ‖ vault ‖ epoch ‖ master key
		}
	}
	p.t.Fatal("the recovery slot does not open")
	return nil
}

// memory looks for the needles in the memory of a process, and returns the numbers of those that are there.
func memory(pid int, needles ...[]byte) (found []int, err error) {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return nil, err
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return nil, err
	}
	defer mem.Close()
	pages, err := os.Open(fmt.Sprintf("/proc/%d/pagemap", pid))
	if err != nil {
		return nil, err
	}
	defer pages.Close()
	size := uint64(os.Getpagesize())
	look := func(from, to uint64) {
		content := make([]byte, to-from)
		n, _ := mem.ReadAt(content, int64(from))
		for i, needle := range needles {
			if !slices.Contains(found, i) && bytes.Contains(content[:n], needle) {
				found = append(found, i)
			}
		}
	}
	for line := range strings.Lines(string(maps)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[1][0] != 'r' {
			continue
		}
		low, high, _ := strings.Cut(fields[0], "-")
		start, _ := strconv.ParseUint(low, 16, 64)
		end, _ := strconv.ParseUint(high, 16, 64)
		// Most of what is mapped was never touched: only pages that are there are read, as long as they lie together.
		const there, swapped = 1 << 63, 1 << 62
		entries := make([]byte, 8<<10)
		from := uint64(0)
		for at := start; at < end; {
			n, _ := pages.ReadAt(entries[:min(uint64(len(entries)), (end-at)/size*8)], int64(at/size*8))
			if n < 8 {
				break // the kernel's own, such as [vsyscall]
			}
			for i := 0; i+8 <= n; i, at = i+8, at+size {
				switch touched := binary.NativeEndian.Uint64(entries[i:])&(there|swapped) != 0; {
				case touched && from == 0:
					from = at
				case !touched && from != 0:
					look(from, at)
					from = 0
				}
			}
		}
		if from != 0 {
			look(from, end)
		}
	}
	slices.Sort(found)
	return found, nil
}

// below are the processes below this one.
func below(t *testing.T, root int) (pids []int) {
	t.Helper()
	for at := []int{root}; len(at) > 0; at = at[1:] {
		tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", at[0]))
		for _, task := range tasks {
			b, _ := os.ReadFile(task)
			for _, f := range strings.Fields(string(b)) {
				pid, _ := strconv.Atoi(f)
				pids, at = append(pids, pid), append(at, pid)
			}
		}
	}
	return pids
}

// gone reports whether the process has ended and was reaped.
func gone(pid int) bool { return errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }

// TestLock: what was typed in the last second is there after unlocking, the cursor where it was, and nothing of it is in
// the memory of the process that waits for the passphrase.
func TestLock(t *testing.T) {
	p := sitDown(t)
	recovery := p.seal()
	needles := [][]byte{[]byte(canary), utf16le(canary), p.master(recovery), []byte(phrase), utf16le(phrase)}
	p.open()
	p.unlock()
	p.writes("errors climb " + canary)
	p.hardened()
	pid := p.cmd.Process.Pid
	found, err := memory(pid, needles...)
	if errors.Is(err, os.ErrPermission) {
		t.Log("only root may read the memory of the program: that is not looked at")
	} else if err != nil {
		t.Fatal(err)
	}
	// The controls: what is looked for afterwards is there before.
	if err == nil && (!slices.Contains(found, 0) || !slices.Contains(found, 2)) {
		t.Errorf("the process of an open journal holds only the needles %v", found)
	}
	before := below(t, pid)
	shown := false
	for _, each := range before {
		in, err := memory(each, needles...)
		shown = shown || err != nil || len(in) > 0
	}
	if !shown {
		t.Errorf("none of the web view's processes %v holds a line", before)
	}

	field := p.field()
	p.types(field, "half a sent "+canary)
	p.key("Left")
	p.key("Left")
	p.xdotool("type", "--delay", "1", "XYZ")
	p.key("ctrl+l")
	p.sees(Password, "^Passphrase$")

	if gone(pid) {
		t.Error("the process is another one")
	}
	p.hardened()
	p.until("nothing is left of the web view before", func() bool {
		return !slices.ContainsFunc(before, func(pid int) bool { return !gone(pid) })
	})
	for _, each := range append(below(t, pid), pid) {
		found, err := memory(each, needles...)
		if err == nil && len(found) > 0 {
			t.Errorf("process %d holds the needles %v after locking", each, found)
		}
	}
	p.leftNothing(recovery)

	p.unlock()
	p.sees(ListItem, kept("errors climb "+canary))
	p.until("the text is in the field again", func() bool { return strings.Contains(p.field().Text(), "XYZ") })
	p.xdotool("type", "--delay", "4", "here")
	want := "half a sent " + canary[:len(canary)-2] + "XYZhere" + canary[len(canary)-2:]
	p.until("the cursor is where it was", func() bool { return strings.TrimSpace(p.field().Text()) == want })
	p.key("Return")
	p.sees(ListItem, kept(want))
	p.leave()
	p.leftNothing(recovery)
}

// hardened fails the test unless what the program asks the kernel for holds in the real process.
func (p *person) hardened() {
	p.t.Helper()
	pid := p.cmd.Process.Pid
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", pid))
	if err != nil {
		p.t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^Max core file size +0 +0 `).Match(b) {
		p.t.Errorf("the process may dump its memory:\n%s", b)
	}
}

// TestNobodyElseReadsTheMemory: what is not dumpable belongs to root in /proc, whoever runs it.
func TestNobodyElseReadsTheMemory(t *testing.T) {
	p := sitDown(t)
	p.ownCopy()
	note := exec.Command(p.bin, "--journal", p.journal, "note")
	note.Env = p.env()
	if os.Getuid() == 0 {
		const nobody = 65534
		for _, path := range []string{p.bin, filepath.Dir(p.bin), filepath.Dir(filepath.Dir(p.bin))} {
			if err := os.Chmod(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		note.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	in, err := note.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := note.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = note.Process.Kill(); _ = note.Wait() }()
	p.until("the memory of the process is root's", func() bool {
		info, err := os.Stat(fmt.Sprintf("/proc/%d/mem", note.Process.Pid))
		return err == nil && info.Sys().(*syscall.Stat_t).Uid == 0
	})
}

// TestStartWhileLocking: of the process that replaces itself and one that is started just then, one stays, and has the
// text.
func TestStartWhileLocking(t *testing.T) {
	p := sitDown(t)
	p.seal()
	p.open()
	p.unlock()
	p.types(p.field(), "half a sent "+canary)
	p.key("ctrl+l")
	first := p.cmd
	// The process is another program from one moment to the next; its files are closed then.
	exe := fmt.Sprintf("/proc/%d/environ", first.Process.Pid)
	p.until("the process replaces itself", func() bool {
		b, _ := os.ReadFile(exe)
		return bytes.Contains(b, []byte("FIRSTHAND_COMEBACK="))
	})
	gone := p.gone
	p.open()
	select { // one of them stays
	case err := <-p.gone:
		p.cmd, p.gone = first, gone
		if err != nil {
			t.Errorf("the second start ended with %v", err)
		}
	case err := <-gone:
		if err != nil {
			t.Errorf("the first one gave way with %v; it said:\n%s", err, p.says())
		}
	case <-time.After(patience):
		t.Error("there are two windows")
	}
	// A second start asks for a line, if the window is there already to hear it; the journal stays locked.
	p.until("the passphrase can be given", func() bool {
		if writing, ok := p.bus.root().Find(Named(Button, regexp.MustCompile("^Unlock$").MatchString)); ok {
			_ = writing.Press()
		}
		_, ok := p.bus.root().Find(Named(Password, regexp.MustCompile("^Passphrase$").MatchString))
		return ok
	})
	p.passes()
	p.until("the text is there", func() bool {
		_, ok := p.bus.root().Find(Reading(func(text string) bool { return strings.Contains(text, canary) }))
		return ok
	})
}

// TestLockOfAProgramThatIsGone: an update has taken the file away, and the process replaces itself all the same.
func TestLockOfAProgramThatIsGone(t *testing.T) {
	p := sitDown(t)
	p.ownCopy()
	p.seal()
	p.open()
	p.unlock()
	p.types(p.field(), "half a sent "+canary)
	before := below(t, p.cmd.Process.Pid)
	if err := os.Remove(p.bin); err != nil {
		t.Fatal(err)
	}
	p.key("ctrl+l")
	p.sees(Password, "^Passphrase$")
	p.until("the process is a fresh one", func() bool { return !slices.ContainsFunc(before, func(pid int) bool { return !gone(pid) }) })
	p.unlock()
	p.until("the text is there", func() bool { return strings.Contains(p.field().Text(), canary) })
}

// TestLockWithoutRestart: where no fresh process can be had, the keys go all the same, and it is said.
func TestLockWithoutRestart(t *testing.T) {
	p := sitDown(t)
	p.ownCopy()
	p.seal()
	p.open()
	p.unlock()
	p.types(p.field(), "half a sent "+canary)
	if err := os.Chmod(p.bin, 0o600); err != nil { // not even root runs what nobody may
		t.Fatal(err)
	}
	p.key("ctrl+l")
	p.sees(Password, "^Passphrase$")
	p.reads("^Locked, but Firsthand could not start afresh")
	p.unlock()
	p.until("the text is there", func() bool { return strings.Contains(p.field().Text(), canary) })
}

// ownCopy gives the person a program that a test may take away.
func (p *person) ownCopy() {
	p.t.Helper()
	b, err := os.ReadFile(p.bin)
	if err != nil {
		p.t.Fatal(err)
	}
	p.bin = filepath.Join(p.t.TempDir(), "firsthand")
	if err := os.WriteFile(p.bin, b, 0o700); err != nil {
		p.t.Fatal(err)
	}
}

// TestLockOnAFullDisk: the keys go, the text stays on screen, and joins the journal once there is room.
func TestLockOnAFullDisk(t *testing.T) {
	p := sitDown(t)
	p.smallDisk(p.journal, "4m")
	p.seal()
	// The inbox lies on one of its own: closing the journal frees room on the other.
	inbox := filepath.Join(p.journal, "inbox")
	p.smallDisk(inbox, "64k")
	p.open()
	p.unlock()
	p.writes("errors climb")
	free := []func(){p.fills(p.journal), p.fills(inbox)}
	written := p.writesUntilFull()
	p.types(p.field(), "half a sent "+canary)
	p.key("ctrl+l")
	p.sees(Heading, "^Writing without unlocking$")
	p.reads("^Not kept: the disk is full")
	p.sees(ListItem, "half a sent "+canary)
	for _, free := range free {
		free()
	}
	p.sees(Password, "^Passphrase$") // by itself
	p.unlock()
	p.until("the text is there", func() bool { return strings.Contains(p.field().Text(), canary) })
	p.sees(ListItem, kept("errors climb"))
	for n := range written {
		p.sees(ListItem, kept(fmt.Sprintf("look %d", n)))
	}
}

// smallDisk is a disk of its own at dir. It skips the test where nobody may have one.
func (p *person) smallDisk(dir, size string) {
	p.t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		p.t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "mode=700,size="+size); err != nil {
		p.t.Skip("a small disk needs root:", err)
	}
	p.t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
}

// fills takes all room on a disk, until free is called.
func (p *person) fills(dir string) (free func()) {
	p.t.Helper()
	rest := filepath.Join(dir, ".new-rest")
	if err := os.WriteFile(rest, make([]byte, 16<<20), 0o600); err == nil {
		p.t.Fatal("the disk is not small")
	}
	return func() { _ = os.Remove(rest) }
}

// TestWritingWhileLocked: from a terminal, by a second start and in the window, before unlocking and beside the open
// journal; and whatever came in that way says so.
func TestWritingWhileLocked(t *testing.T) {
	p := sitDown(t)
	p.seal()
	// What is no line does not keep anybody from writing, and is named in one sentence.
	inbox := filepath.Join(p.journal, "inbox")
	if err := os.MkdirAll(inbox, 0o700); err != nil {
		t.Fatal(err)
	}
	for n := range 10_000 {
		if err := os.WriteFile(filepath.Join(inbox, fmt.Sprintf("junk %d", n)), []byte("junk"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p.run("note", "from a terminal, locked "+canary)
	p.open()
	p.sees(Password, "^Passphrase$")
	p.run("note", "beside the locked window "+canary)
	if err := p.starts(); err != nil {
		t.Errorf("the second start ended with %v", err)
	}
	p.sees(Heading, "^Writing without unlocking$")
	p.writes("by a second start " + canary)
	p.press(p.sees(Button, "^Unlock$"))
	p.sees(Password, "^Passphrase$")
	p.key("ctrl+n")
	p.writes("in the window " + canary)
	p.leftNothing()

	p.press(p.sees(Button, "^Unlock$"))
	p.unlock()
	p.reads("^10000 files in the inbox could not be read")
	p.run("note", "beside the open journal "+canary)
	for _, line := range []string{
		"from a terminal, locked", "beside the locked window", "by a second start", "in the window", "beside the open journal",
	} {
		p.sees(ListItem, `^\d\d:\d\d, written while locked, `+line)
	}
	p.writes("and inside " + canary)
	p.leave()
	p.leftNothing()
}

// A sleeper stands in for logind.
type sleeper struct {
	conn *dbus.Conn
	asks chan int // the end of a pipe that logind would wait for, of each who asks for time
	mu   sync.Mutex
	give int // the other end, as it was given away
}

func (s *sleeper) Inhibit(what, who, why, mode string) (dbus.UnixFD, *dbus.Error) {
	ends := make([]int, 2)
	if what != "sleep" || mode != "delay" || syscall.Pipe2(ends, syscall.O_CLOEXEC) != nil {
		return 0, dbus.MakeFailedError(errors.New("not expected"))
	}
	s.mu.Lock()
	s.give = ends[1]
	s.mu.Unlock()
	s.asks <- ends[0]
	return dbus.UnixFD(ends[1]), nil
}

// sleeps says that the computer is about to sleep and waits until whoever asked for time needs no more of it.
func (s *sleeper) sleeps(t *testing.T, asked int) {
	t.Helper()
	s.mu.Lock()
	_ = syscall.Close(s.give) // the program has its own
	s.mu.Unlock()
	s.says(t, true)
	let := os.NewFile(uintptr(asked), "asked")
	defer let.Close()
	done := make(chan error, 1)
	go func() {
		_, err := let.Read(make([]byte, 1))
		done <- err
	}()
	select {
	case err := <-done:
		if err != io.EOF {
			t.Errorf("waiting for the program: %v", err)
		}
	case <-time.After(5 * time.Second): // logind waits no longer
		t.Fatal("the program lets nobody sleep")
	}
}

func (s *sleeper) says(t *testing.T, sleeps bool) {
	t.Helper()
	if err := s.conn.Emit("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", sleeps); err != nil {
		t.Fatal(err)
	}
}

func (p *person) logind() *sleeper {
	p.t.Helper()
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = conn.Close() })
	s := &sleeper{conn: conn, asks: make(chan int, 4)}
	if err := conn.Export(s, "/org/freedesktop/login1", "org.freedesktop.login1.Manager"); err != nil {
		p.t.Fatal(err)
	}
	if got, err := conn.RequestName("org.freedesktop.login1", dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
		p.t.Fatal(got, err)
	}
	p.more = append(p.more, "DBUS_SYSTEM_BUS_ADDRESS="+os.Getenv("DBUS_SESSION_BUS_ADDRESS"))
	return s
}

// TestSleep: when the computer goes to sleep nothing is left in memory, and the window is where it was.
func TestSleep(t *testing.T) {
	p := sitDown(t)
	logind := p.logind()
	needles := [][]byte{[]byte(canary), utf16le(canary), p.master(p.seal()), []byte(phrase), utf16le(phrase)}
	p.open()
	p.unlock()
	p.writes("errors climb " + canary)
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "^Firsthand$", "windowmove", "--sync", "37", "51", "windowsize", "--sync", "800", "600")
	p.types(p.field(), "half a sent "+canary)
	pid := p.cmd.Process.Pid
	before := below(t, pid)

	logind.sleeps(t, <-logind.asks)
	for _, each := range append(before, pid) {
		if found, err := memory(each, needles...); err == nil && len(found) > 0 {
			t.Errorf("asleep, process %d holds the needles %v", each, found)
		}
	}
	logind.says(t, false)
	p.sees(Password, "^Passphrase$")
	p.until("the window is where it was", func() bool {
		out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Firsthand$", "getwindowgeometry").Output()
		return strings.Contains(string(out), "Position: 37,51") && strings.Contains(string(out), "Geometry: 800x600")
	})
	p.unlock()
	p.until("the text is there", func() bool { return strings.Contains(p.field().Text(), canary) })

	// The next sleep finds the fresh process at its post.
	logind.sleeps(t, <-logind.asks)
	p.sees(Password, "^Passphrase$")
	p.leftNothing()
}

// TestQuietLock: a lock that nobody asked for neither takes the keyboard from another window nor covers it.
func TestQuietLock(t *testing.T) {
	p := sitDown(t)
	p.manager()
	logind := p.logind()
	p.seal()
	p.open()
	p.unlock()
	<-logind.asks

	other := &person{t: t, bus: p.bus, bin: p.bin, home: filepath.Join(t.TempDir(), "home"), journal: filepath.Join(t.TempDir(), "journal")}
	if err := os.MkdirAll(filepath.Join(other.home, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(other.kill)
	other.open()
	theirs := other.window()
	p.until("the other window is the active one", func() bool { return active() == theirs })

	before := below(t, p.cmd.Process.Pid)
	logind.says(t, true)
	p.until("the process is a fresh one", func() bool { return !slices.ContainsFunc(before, func(pid int) bool { return !gone(pid) }) })
	p.sees(Password, "^Passphrase$")
	ours := p.window()
	if got := active(); got != theirs {
		t.Errorf("window %s has the keyboard, not %s", got, theirs)
	}
	out, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Firsthand$").Output() // from the lowest up
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Fields(string(out)); !slices.Equal(all, []string{ours, theirs}) {
		t.Errorf("from the lowest up the windows are %v; %s is ours, %s the other program's", all, ours, theirs)
	}
}

// TestIdle waits for a whole minute, the shortest that can be set, with the window out of sight.
func TestIdle(t *testing.T) {
	if os.Getenv("FIRSTHAND_LONG") == "" {
		t.Skip("takes more than a minute; on demand: FIRSTHAND_LONG=1")
	}
	p := sitDown(t)
	p.seal()
	h, err := home.At(p.journal, home.Options{Keys: filepath.Join(p.home, "keys")})
	if err != nil {
		t.Fatal(err)
	}
	j, err := h.Open(t.Context(), func() (string, error) { return phrase, nil }, nil)
	if err != nil {
		t.Fatal(err)
	}
	set := journal.DefaultSettings
	set.LockAfter = 1
	if _, err := j.Set(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	p.manager()
	p.open()
	p.unlock()
	p.types(p.field(), "half a sent "+canary)
	began := time.Now()
	before := below(t, p.cmd.Process.Pid)
	p.xdotool("windowminimize", p.window())
	for ; !slices.ContainsFunc(before, gone) && time.Since(began) < 2*time.Minute; time.Sleep(time.Second) {
	}
	if after := time.Since(began); after < 50*time.Second || after > 80*time.Second {
		t.Errorf("locked after %v", after)
	}
	p.sees(Password, "^Passphrase$")
	out, _ := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Firsthand$").Output()
	if len(out) > 0 {
		t.Error("the window has come into sight")
	}
}

// manager starts a window manager.
func (p *person) manager() {
	p.t.Helper()
	if _, err := exec.LookPath("openbox"); err != nil {
		p.t.Fatal("needs a window manager: build/setup.sh test installs openbox")
	}
	manager := exec.Command("openbox")
	manager.Env = p.env()
	if err := manager.Start(); err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = manager.Process.Kill(); _ = manager.Wait() })
}

// window is the number of the window of the program.
func (p *person) window() (id string) {
	p.t.Helper()
	p.until("the window is there", func() bool {
		out, _ := exec.Command("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid), "--name", "^Firsthand$").Output()
		id = strings.TrimSpace(string(out))
		return id != ""
	})
	return id
}

// active is the number of the window that has the keyboard.
func active() string {
	out, _ := exec.Command("xdotool", "getactivewindow").Output()
	return strings.TrimSpace(string(out))
}

func utf16le(s string) (b []byte) {
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}
