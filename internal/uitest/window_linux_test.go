package uitest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// canary is a word that no program has of itself: where it is found, a line was written.
const canary = "zq-canary-7f3e"

// patience is how long a test waits for what takes a moment: long, because the machine may have other things to do.
const patience = 30 * time.Second

// A person sits before the program: one home, one journal, one window at a time.
type person struct {
	t       *testing.T
	bus     *Bus
	bin     string // the program
	home    string
	journal string
	out     string       // where it saves what it is told to
	more    []string     // of the program's environment
	trace   *trace       // nil for none
	said    bytes.Buffer // what the program said on standard output and error, all starts together
	cmd     *exec.Cmd
	gone    chan error
}

// sitDown prepares a home. It skips the test where there is no real window to be had, unless FIRSTHAND_BIN promises one.
func sitDown(t *testing.T) *person {
	t.Helper()
	if os.Getenv("FIRSTHAND_BIN") == "" {
		t.Skip("needs the built program in a real window: run make test")
	}
	for _, name := range []string{"DISPLAY", "DBUS_SESSION_BUS_ADDRESS"} {
		if os.Getenv(name) == "" {
			t.Fatalf("FIRSTHAND_BIN is set but %s is not: run make test", name)
		}
	}
	dir := t.TempDir()
	p := &person{t: t, bin: os.Getenv("FIRSTHAND_BIN"), home: filepath.Join(dir, "home"), journal: filepath.Join(dir, "journal")}
	for _, folder := range []string{p.home, filepath.Join(p.home, "tmp")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	bus, err := Dial()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(bus.Close)
	p.bus = bus
	t.Cleanup(p.kill)
	return p
}

// noon is a zone in which it is midday now: what a window shows at night is another thing. The sign is POSIX's.
func noon() string {
	ahead := (12-time.Now().UTC().Hour()+36)%24 - 12
	return fmt.Sprintf("Etc/GMT%+d", -ahead)
}

func (p *person) env() []string { return append(env(p.home), p.more...) }

// env is the environment of a program whose person has this home, and nothing of the one of the test but the display.
func env(home string) []string {
	env := []string{"TZ=" + noon(), "HOME=" + home, "TMPDIR=" + filepath.Join(home, "tmp"), "LANG=C.UTF-8"}
	for _, name := range []string{"PATH", "DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"} {
		env = append(env, name+"="+os.Getenv(name))
	}
	return env
}

// run runs a command of the program to its end.
func (p *person) run(args ...string) {
	p.t.Helper()
	cmd := exec.Command(p.bin, append([]string{"--journal", p.journal}, args...)...)
	cmd.Env = p.env()
	if out, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("firsthand %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// open starts the program without a command: the window. prefix is put before it.
func (p *person) open(prefix ...string) {
	p.t.Helper()
	if p.trace != nil {
		prefix = p.trace.command()
	}
	args := append(prefix, p.bin, "--journal", p.journal)
	p.cmd = exec.Command(args[0], args[1:]...)
	p.cmd.Env, p.cmd.Dir = p.env(), p.home
	p.cmd.Stdout, p.cmd.Stderr = &p.said, &p.said
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		p.t.Fatal(err)
	}
	cmd, gone := p.cmd, make(chan error, 1)
	go func() { gone <- cmd.Wait() }()
	p.gone = gone
}

// kill ends the program without a warning: kill -9, with the web view's processes.
func (p *person) kill() {
	if p.cmd == nil {
		return
	}
	_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
	<-p.gone
	p.cmd = nil
}

// closes waits for the program to end by itself.
func (p *person) closes() {
	p.t.Helper()
	select {
	case err := <-p.gone:
		p.cmd = nil
		if err != nil {
			p.t.Fatalf("the program ended with %v; it said:\n%s", err, p.says())
		}
	case <-time.After(patience):
		p.t.Fatal("the window is still open")
	}
}

// until waits until it holds.
func (p *person) until(what string, holds func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); !holds(); time.Sleep(30 * time.Millisecond) {
		if time.Now().After(end) {
			p.picture()
			p.t.Fatalf("not yet: %s; on screen:\n%s\nthe program said:\n%s", what, p.bus.Screen(), p.says())
		}
	}
}

// says is what the program said, without what GTK says of being asked for the text of a thing that has none.
func (p *person) says() string {
	return regexp.MustCompile(`(?m)^\n?.*impl_GetText.*\n`).ReplaceAllString(p.said.String(), "")
}

// sees waits for a thing of this role and name.
func (p *person) sees(role Role, pattern string) Node {
	p.t.Helper()
	return p.wait(pattern, Named(role, regexp.MustCompile(pattern).MatchString))
}

// reads waits for text on the screen.
func (p *person) reads(pattern string) {
	p.t.Helper()
	p.wait(pattern, Reading(regexp.MustCompile(pattern).MatchString))
}

func (p *person) wait(what string, match func(Node) bool) Node {
	p.t.Helper()
	n, err := p.bus.Wait(match, patience)
	if err != nil {
		p.picture()
		p.t.Fatalf("looking for %q: %v\nthe program said:\n%s", what, err, p.says())
	}
	return n
}

// later opens the window for the first time and writes before there is a passphrase.
func (p *person) later(prefix ...string) {
	p.t.Helper()
	p.open(prefix...)
	p.press(p.sees(Button, "^Write first, do this later$"))
}

func (p *person) press(n Node) {
	p.t.Helper()
	if err := n.Press(); err != nil {
		p.t.Fatal(err)
	}
}

// writes types a line, keeps it and waits until it is kept.
func (p *person) writes(text string) {
	p.t.Helper()
	p.types(p.field(), text)
	p.key("Return")
	p.sees(ListItem, kept(text))
}

// field waits until the keyboard is in the writing field.
func (p *person) field() Node {
	p.t.Helper()
	return p.into(Entry, "^New line$")
}

func (p *person) into(role Role, pattern string) Node {
	p.t.Helper()
	n := p.sees(role, pattern)
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "^Firsthand$", "windowfocus", "--sync")
	// The editor takes the field's place a moment after the window has come up: that one is looked for again.
	p.until(pattern+" takes the keyboard", func() bool {
		if n.Focus() == nil {
			return true
		}
		n = p.sees(role, pattern)
		return false
	})
	return n
}

func (p *person) xdotool(args ...string) {
	p.t.Helper()
	if out, err := exec.Command("timeout", append([]string{"30", "xdotool"}, args...)...).CombinedOutput(); err != nil {
		p.t.Fatalf("xdotool %s: %v %s", strings.Join(args, " "), err, out)
	}
}

// types types into the field that has the keyboard and waits until it stands there.
func (p *person) types(field Node, text string) {
	p.t.Helper()
	p.xdotool("type", "--delay", "4", text)
	holds := func(n Node) bool { return strings.TrimSpace(n.Text()) == text }
	// The editor takes the field's place a moment after the window has come up: then it is what has the keyboard.
	for end := time.Now().Add(patience); !holds(field) && !holds(p.focused()); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			p.picture()
			p.t.Fatalf("the field holds %q, typed was %q", p.focused().Text(), text)
		}
	}
}

func (p *person) key(name string) {
	p.t.Helper()
	p.xdotool("key", name)
}

// picture leaves a picture of the screen where FIRSTHAND_PICTURES says, for a test that failed.
func (p *person) picture() {
	if dir := os.Getenv("FIRSTHAND_PICTURES"); dir != "" {
		name := strings.ReplaceAll(p.t.Name(), "/", "-") + ".png"
		_ = exec.Command("import", "-window", "root", filepath.Join(dir, name)).Run()
	}
}

// kept is how a line looks once it is on disk: it has its time.
func kept(text string) string { return `^\d\d:\d\d, .*` + regexp.QuoteMeta(text) }

// leftNothing fails the test if the canary, or anything else that must not, lies readable anywhere.
func (p *person) leftNothing(more ...string) {
	p.t.Helper()
	folders := []string{p.home, p.journal, "/dev/shm"}
	if p.trace != nil {
		// Wherever else it wrote something, the temporary folder of the machine for example; but not what it was told to save.
		for _, path := range filesWritten(p.trace.lines(p.t)) {
			if !strings.HasPrefix(path, p.out+"/") {
				folders = append(folders, path)
			}
		}
	}
	for _, word := range append(more, canary) {
		found, err := Sweep(word, folders...)
		if err != nil {
			p.t.Fatal(err)
		}
		if len(found) > 0 {
			p.t.Errorf("%q on disk in %q", word, found)
		}
		if strings.Contains(p.said.String(), word) {
			p.t.Errorf("%q in what the program said:\n%s", word, &p.said)
		}
	}
}

// leave ends the program as the end of a session or the close button does.
func (p *person) leave() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	p.closes()
}

func TestWriteIsKeptWhenTheProgramIsKilled(t *testing.T) {
	p := sitDown(t)
	p.later()
	p.writes("errors climb " + canary)
	p.kill()
	p.leftNothing()

	p.open()
	p.sees(ListItem, kept("errors climb "+canary))
	p.writes("second start " + canary)
	p.kill()
	p.leftNothing()
}

func TestCloseKeepsWhatIsTyped(t *testing.T) {
	p := sitDown(t)
	p.later()
	p.types(p.field(), "half a sent "+canary)
	p.leave()
	p.leftNothing()

	p.open()
	p.sees(ListItem, kept("half a sent "+canary))
}

func TestUnlock(t *testing.T) {
	p := sitDown(t)
	secret := filepath.Join(t.TempDir(), "passphrase")
	if err := os.WriteFile(secret, []byte("seven quiet herons at the weir\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.run("init", "--passphrase-file", secret)

	p.open()
	p.into(Password, "^Passphrase$")
	p.xdotool("type", "--delay", "4", "not this one")
	p.key("Return")
	p.reads("^That is not it")

	// The journal stays sealed, and takes a line all the same.
	p.key("ctrl+n")
	p.writes("written outside " + canary)
	p.leftNothing()

	p.press(p.sees(Button, "^Unlock$"))
	p.into(Password, "^Passphrase$")
	p.xdotool("type", "--delay", "4", "seven quiet herons at the weir")
	p.key("Return")
	p.sees(ListItem, kept("written outside "+canary))
	p.writes("inside " + canary)
	p.kill()
	p.leftNothing()
}
