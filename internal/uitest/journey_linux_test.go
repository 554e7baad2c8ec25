package uitest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// phrase is strong enough for the program, and a canary of its own.
const phrase = "seven quiet herons at the weir"

// What is written in the journey: two lines that will be shared, and one that stays.
const (
	lineOfNames   = "errors climb, Priya Patel rang from payments-db-3.example.com about INC-48213"
	lineOfDoubt   = "checked the queue twice, then asked Robin about the Kestrel release"
	lineThatStays = "nobody else was awake " + canary
	// and one that stays too
	lineOfATerminal = "written beside the window, in a terminal " + canary
)

// identifying is what must not be in what is shared.
var identifying = []string{"Priya", "Patel", "payments-db-3", "example.com", "INC-48213", "48213", "Robin", "Kestrel", canary}

// remembered is a list of recent files as another program left it.
const remembered = `<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info">
  <bookmark href="file:///srv/of-somebody-else.txt" added="NOW" modified="NOW" visited="NOW">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="text/plain"/>
        <bookmark:applications>
          <bookmark:application name="editor" exec="&apos;editor %u&apos;" modified="NOW" count="1"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>
`

// TestJourney is a working day on one journal, with the native dialogs: while it lasts and afterwards nothing of it can be
// read in any file but those that were saved, and nothing of the program asks for an internet socket.
func TestJourney(t *testing.T) {
	p := sitDown(t)
	traced := p.watch()
	recent := filepath.Join(p.home, ".local", "share", "recently-used.xbel")
	if err := os.MkdirAll(filepath.Dir(recent), 0o700); err != nil {
		t.Fatal(err)
	}
	list := strings.ReplaceAll(remembered, "NOW", time.Now().UTC().Format(time.RFC3339))
	if err := os.WriteFile(recent, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	// Everything that is saved goes here, beside what is swept. The accent is for the dialog.
	out := filepath.Join(t.TempDir(), "zq-saved-é")
	p.out = out
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}

	recovery := p.firstRun(filepath.Join(out, "recovery.txt"))
	for _, line := range []string{lineOfNames, lineOfDoubt, lineThatStays} {
		p.writes(line)
	}
	p.kill()
	p.leftNothing(phrase, recovery)

	p.open()
	p.unlock()
	for _, line := range []string{lineOfNames, lineOfDoubt, lineThatStays} {
		p.sees(ListItem, kept(line))
	}

	p.run("note", lineOfATerminal)
	p.sees(ListItem, `^\d\d:\d\d, written while locked, `+lineOfATerminal)
	p.key("ctrl+f")
	p.types(p.sees(Entry, "^Find in the journal$"), "terminal")
	p.sees(Button, "written beside the window")
	p.leftNothing(phrase, recovery, "written beside the window")
	p.key("Escape")

	p.review()
	pdf, markdown := p.release(out)
	p.clean("the PDF", pdf)
	p.clean("the Markdown", markdown)

	p.key("ctrl+l")
	p.sees(Password, "^Passphrase$")
	if _, there := p.bus.root().Find(Reading(func(s string) bool { return strings.Contains(s, "Priya") })); there {
		t.Error("the locked window still shows a line")
	}
	p.leftNothing(phrase, recovery)
	p.key("ctrl+n")
	p.writes("written in front of it " + canary)
	p.press(p.sees(Button, "^Unlock$"))
	p.passes()
	p.sees(Landmark, `^Page 1 of \d+$`) // where it was locked
	p.key("ctrl+1")
	p.field()
	p.sees(ListItem, kept(lineOfNames))

	p.startsAgain()

	p.leave()
	p.leftNothing(phrase, recovery, "zq-saved", "Priya Patel", "checked the queue")
	traced.offline(t)
	b, err := os.ReadFile(recent)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(b), "of-somebody-else.txt") {
		t.Errorf("the list of recent files lost what was on it:\n%s", b)
	}
	if err := xml.Unmarshal(b, new(struct{})); err != nil {
		t.Errorf("the list of recent files: %v", err)
	}
}

// firstRun makes the journal, proves that the recovery key is had, and returns it.
func (p *person) firstRun(file string) (recovery string) {
	p.t.Helper()
	p.open()
	field := p.into(Entry, "^Passphrase$")
	p.types(field, "herons")
	p.reads("^Lists of passwords have it|^A determined guesser")
	if seal := p.sees(Button, "^Seal the journal$"); seal.Is(Sensitive) {
		p.t.Error("a weak passphrase can be used")
	}
	p.key("ctrl+a")
	p.types(field, phrase)
	p.reads("^(Enough|More than enough)")
	p.key("Return")

	p.press(p.sees(Button, "^Save to a file"))
	p.savesTo(file)
	p.reads("^Saved to " + regexp.QuoteMeta(file))
	b, err := os.ReadFile(file)
	if err != nil {
		p.t.Fatal(err)
	}
	recovery = strings.TrimSpace(string(b))
	if !regexp.MustCompile(`^AGE-SECRET-KEY-1[A-Z0-9]+$`).MatchString(recovery) {
		p.t.Errorf("the recovery file holds no key")
	}

	start := p.sees(Button, "^Start writing$")
	if start.Is(Sensitive) {
		p.t.Error("the recovery key need not be proven")
	}
	asks := regexp.MustCompile(`type group (\d+)$`)
	asked := p.into(Entry, asks.String())
	n := asks.FindStringSubmatch(asked.Name())[1]
	item := p.sees(ListItem, "^Group "+n+": ").Name()
	_, group, _ := strings.Cut(item, ": ")
	if !strings.Contains(recovery, group) {
		p.t.Error("the recovery key on screen is another one than in the file")
	}
	p.types(asked, strings.ToLower(group))
	p.until("Start writing can be pressed", func() bool { return start.Is(Sensitive) })
	p.key("Return")
	p.field()
	return recovery
}

func (p *person) unlock() {
	p.t.Helper()
	p.passes()
	p.field()
}

// passes gives the passphrase.
func (p *person) passes() {
	p.t.Helper()
	p.into(Password, "^Passphrase$")
	p.xdotool("type", "--delay", "4", phrase)
	p.key("Return")
}

// aDialog is the desktop's own, for a file.
var aDialog = Named(FileChooser, func(name string) bool { return name != "" })

// savesTo answers the desktop's dialog for a file to be made with a path.
func (p *person) savesTo(path string) {
	p.t.Helper()
	dialog := p.wait("the save dialog", aDialog)
	name := p.inside(dialog, func(n Node) bool { return n.Role() == TextField })
	p.answers(name, path)
	p.press(p.inside(dialog, Named(Button, func(s string) bool { return s == "Save" })))
	p.answered()
}

// opens answers the desktop's dialog for a file that is there with its path, for which it has a field once it is asked.
func (p *person) opens(path string) {
	p.t.Helper()
	dialog := p.wait("the open dialog", aDialog)
	title := "^" + regexp.QuoteMeta(dialog.Name()) + "$"
	p.xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync") // no window manager does
	p.key("ctrl+l")
	field := p.inside(dialog, func(n Node) bool { return n.Role() == TextField && n.Is(Focused) })
	p.answers(field, path)
	open := p.inside(dialog, Named(Button, func(s string) bool { return s == "Open" }))
	p.until("it can be opened", func() bool { return open.Is(Sensitive) })
	p.press(open)
	p.answered()
}

// inside waits for what a dialog has, which comes piece by piece.
func (p *person) inside(dialog Node, match func(Node) bool) (n Node) {
	p.t.Helper()
	p.until("the dialog is whole", func() (ok bool) {
		n, ok = dialog.Find(match)
		return ok
	})
	return n
}

// answers writes a path into a field of a dialog.
func (p *person) answers(field Node, path string) {
	p.t.Helper()
	if err := field.Write(path); err != nil {
		p.t.Fatal(err)
	}
	p.until("the path stands in the dialog", func() bool { return field.Text() == path })
}

// answered waits until there is no dialog any more, and gives the keyboard back to the window, as a window manager does.
func (p *person) answered() {
	p.t.Helper()
	p.until("the dialog is gone", func() bool {
		_, still := p.bus.root().Find(aDialog)
		return !still
	})
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "^Firsthand$", "windowfocus", "--sync")
}

// review chooses all lines but the one that stays and decides what is found, without the pointer.
func (p *person) review() {
	p.t.Helper()
	p.key("ctrl+3")
	p.sees(Heading, "^Review$")
	for _, line := range []string{lineOfNames, lineOfDoubt} {
		box := p.sees(CheckBox, regexp.QuoteMeta(line))
		if box.Is(Checked) {
			p.t.Errorf("%q is chosen from the start", line)
		}
		p.until("the keyboard is on "+line, func() bool { return box.Is(Focused) })
		p.key("space")
		p.until(line+" is chosen", func() bool { return box.Is(Checked) })
		p.key("Tab")
	}
	p.reads(`^2 of 4 lines\.`)

	p.until("something is undecided", func() bool { return p.undecided() > 0 })
	if p.canPreview() {
		p.t.Error("Preview can be pressed before everything is decided")
	}
	// F6 goes from part to part.
	for _, at := p.findings(); at < 0; _, at = p.findings() {
		before := p.focused()
		p.key("F6")
		p.until("F6 moves the keyboard", func() bool { return p.focused() != before })
	}
	p.decides()
	p.reads(`^Everything is decided\.`)
	p.until("Preview can be pressed", p.canPreview)
}

// decides takes what is proposed for every finding, from the list of findings, by its keys.
func (p *person) decides() {
	p.t.Helper()
	for left := p.undecided(); left > 0; left = p.undecided() {
		all, at := p.findings()
		if at < 0 { // it follows the finding a moment later
			continue
		}
		if all[at].open {
			p.key("Return")
			p.until(all[at].name+" is decided", func() bool { return p.undecided() < left })
			continue
		}
		key := "j"
		if slices.IndexFunc(all, func(f finding) bool { return f.open }) < at {
			key = "k"
		}
		p.key(key)
		p.until(key+" goes to another finding", func() bool {
			_, now := p.findings()
			return now >= 0 && now != at
		})
	}
}

// canPreview reports whether a button that leads to the preview can be pressed.
func (p *person) canPreview() bool {
	_, ok := p.bus.root().Find(func(n Node) bool {
		return n.Role() == Button && (n.Name() == "Preview" || n.Name() == "Vorschau") && n.Is(Sensitive)
	})
	return ok
}

// A finding as it stands in the list.
type finding struct {
	name string
	open bool // undecided
}

var findingName = regexp.MustCompile(`, \d+ (?:places?|Stellen?), (.*)$`)

// findings is the list, and which of it has the keyboard; -1 for none.
func (p *person) findings() (all []finding, at int) {
	at = -1
	p.bus.root().Find(func(n Node) bool {
		if n.Role() != ListItem {
			return false
		}
		name := n.Name()
		m := findingName.FindStringSubmatch(name)
		if m == nil {
			return false
		}
		if n.Is(Focused) {
			at = len(all)
		}
		all = append(all, finding{name, m[1] == "decide" || m[1] == "entscheiden"})
		return false
	})
	return all, at
}

func (p *person) undecided() (count int) {
	all, _ := p.findings()
	for _, f := range all {
		if f.open {
			count++
		}
	}
	return count
}

// focused is what has the keyboard: the innermost thing of those that say so.
func (p *person) focused() (found Node) {
	p.bus.root().Find(func(n Node) bool {
		if n.Is(Focused) {
			found = n
		}
		return false
	})
	return found
}

// release saves what is previewed and returns the text that a reader gets out of each file.
func (p *person) release(folder string) (pdf, markdown string) {
	p.t.Helper()
	p.key("ctrl+4")
	page := p.sees(Landmark, `^Page 1 of \d+$`)
	p.until("the page is read aloud", func() bool { return strings.Contains(page.Words(), "errors climb") })
	p.clean("what is read aloud", page.Words())
	p.reads(`^Searched the finished files for \d+ forms of what is hidden: none found\.$`)

	sums := p.checksums()
	path := filepath.Join(folder, "incident.pdf")
	p.press(p.sees(Button, "^Save PDF"))
	p.savesTo(path)
	p.reads("^Saved to " + regexp.QuoteMeta(path))
	p.until("the PDF is there", func() bool { return exists(path) })
	p.same("the saved PDF", path, sums["incident.pdf"])
	out, err := exec.Command("pdftotext", "-layout", path, "-").CombinedOutput()
	if err != nil {
		p.t.Fatalf("pdftotext: %v %s", err, out)
	}
	pdf = string(out)

	p.press(p.sees(Radio, "^Markdown$"))
	text := p.sees(Landmark, "^Markdown$")
	p.until("the Markdown is shown", func() bool { return strings.Contains(text.Words(), "errors climb") })
	path = filepath.Join(folder, "account.md")
	p.press(p.sees(Button, "^Save Markdown"))
	p.savesTo(path)
	p.reads("^Saved to " + regexp.QuoteMeta(path))
	b := p.same("the saved Markdown", path, sums["account.md"])
	p.press(p.sees(Button, "^Copy Markdown$"))
	p.reads("^The Markdown is on the clipboard")
	copied, err := exec.Command("timeout", "10", "xclip", "-selection", "clipboard", "-out").Output()
	if err != nil || !bytes.Equal(copied, b) {
		p.t.Errorf("on the clipboard is %q, %v; the saved one is %q", copied, err, b)
	}
	if words := text.Words(); strings.TrimSpace(words) != strings.TrimSpace(string(b)) {
		p.t.Errorf("the Markdown on screen is\n%q\nthe saved one\n%q", words, b)
	}
	return pdf, string(b)
}

// checksums are those that the receipt shows, by the names of the files.
func (p *person) checksums() map[string]string {
	p.t.Helper()
	sums := map[string]string{}
	name := regexp.MustCompile("^SHA-256 of (.+)$")
	p.until("the receipt shows two checksums", func() bool {
		p.bus.root().Find(func(n Node) bool {
			if m := name.FindStringSubmatch(n.Name()); m != nil {
				sums[m[1]] = strings.TrimSpace(n.Words())
			}
			return false
		})
		return len(sums) == 2
	})
	return sums
}

// same fails the test unless the file is byte for byte what the receipt says was shown, and returns it.
func (p *person) same(what, path, checksum string) []byte {
	p.t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		p.t.Fatal(err)
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != checksum {
		p.t.Errorf("%s has the checksum %x, shown was %s", what, sum, checksum)
	}
	return b
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// clean fails the test if a shared text names what was hidden, or lacks what was not.
func (p *person) clean(what, text string) {
	p.t.Helper()
	for _, word := range identifying {
		if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
			p.t.Errorf("%s holds %q:\n%s", what, word, text)
		}
	}
	for _, word := range []string{"errors climb", "checked the queue twice"} {
		if !strings.Contains(strings.Join(strings.Fields(text), " "), word) {
			p.t.Errorf("%s does not hold %q:\n%s", what, word, text)
		}
	}
}

// startsAgain starts the program a second time: that one ends at once, the first comes forward, ready to write.
func (p *person) startsAgain() {
	p.t.Helper()
	p.key("ctrl+comma")
	p.sees(Heading, "^Settings$")
	if err := p.starts(); err != nil {
		p.t.Errorf("the second start ended with %v", err)
	}
	field := p.sees(Entry, "^New line$")
	p.until("the keyboard is in the field", func() bool { return field.Is(Focused) })
	p.writes("written after the second start")
}

// starts starts the program a further time and waits until that one ends.
func (p *person) starts() error {
	p.t.Helper()
	further := exec.Command(p.bin, "--journal", p.journal)
	further.Env, further.Dir = p.env(), p.home
	further.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := further.Start(); err != nil {
		p.t.Fatal(err)
	}
	gone := make(chan error, 1)
	go func() { gone <- further.Wait() }()
	select {
	case err := <-gone:
		return err
	case <-time.After(patience):
		_ = syscall.Kill(-further.Process.Pid, syscall.SIGKILL)
		p.t.Fatal("the further start is still there")
		return nil
	}
}
