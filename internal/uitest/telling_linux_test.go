package uitest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// onTheClock is a zone in which it is this hour now. The sign is POSIX's.
func onTheClock(hour int) string {
	ahead := (hour-time.Now().UTC().Hour()+36)%24 - 12
	return fmt.Sprintf("Etc/GMT%+d", -ahead)
}

// on waits until a thing of this role and name has the keyboard.
func (p *person) on(role Role, pattern string) Node {
	p.t.Helper()
	name := regexp.MustCompile(pattern)
	var at Node
	p.until(fmt.Sprintf("the keyboard is on %q", pattern), func() bool {
		at = p.focused()
		return at.bus != nil && at.Role() == role && name.MatchString(at.Name())
	})
	return at
}

// goes presses a key, Tab as a rule, until a thing of this role and name has the keyboard.
func (p *person) goes(key string, role Role, pattern string) Node {
	p.t.Helper()
	name := regexp.MustCompile(pattern)
	for range 80 {
		before := p.focused()
		if before.bus != nil && before.Role() == role && name.MatchString(before.Name()) {
			return before
		}
		p.key(key)
		// After the last thing in the window nothing has it, and then the first.
		p.until(key+" moves the keyboard from "+before.label(), func() bool { return p.focused() != before })
	}
	p.picture()
	p.t.Fatalf("%s does not come to %q; on screen:\n%s", key, pattern, p.bus.Screen())
	return Node{}
}

// label is what the thing is called, for a test that fails; nothing for none.
func (n Node) label() string {
	if n.bus == nil {
		return "nothing"
	}
	return fmt.Sprintf("%q", n.Name())
}

// enters types where the keyboard is.
func (p *person) enters(text string) {
	p.t.Helper()
	p.xdotool("type", "--delay", "4", text)
}

// lacks fails the test if there is a thing of this role and name.
func (p *person) lacks(role Role, pattern string) {
	p.t.Helper()
	if n, there := p.bus.root().Find(Named(role, regexp.MustCompile(pattern).MatchString)); there {
		p.t.Errorf("there is %q", n.Name())
	}
}

// TestNight: at night there are a field and the last lines, and nothing asks. Then it is enough for now, and the next day
// that night is offered to be read.
func TestNight(t *testing.T) {
	p := sitDown(t)
	p.more = []string{"TZ=" + onTheClock(2)}
	p.later()
	p.field()
	p.enters("01:10 about to look, errors climb")
	p.sees(Button, "^01:10 is read as the time")
	p.key("Return")
	p.sees(ListItem, "^01:10, .*about to look, errors climb$")

	// What only looks like a time stays in the text.
	p.field()
	p.enters("01:11 errors in the old build")
	p.sees(Button, "^01:11 is read as the time")
	p.key("Home")
	p.key("BackSpace")
	p.key("Return")
	p.sees(ListItem, kept("01:11 errors in the old build"))
	p.writes("restarted the queue")
	p.writes("it should drain within a minute")

	p.reads("^4 lines$")
	p.lacks(ListItem, "about to look") // the last three
	for _, what := range []string{"^About this line$", "^Accounts$"} {
		p.lacks(Landmark, what)
	}
	p.lacks(Button, "^(Settings|Review|Remove)$")

	p.run("note", "seen in the other window")
	p.sees(ListItem, kept("seen in the other window"))
	p.field()
	p.key("ctrl+Return")
	p.reads(`^Kept\. 5 lines since 01:10\.$`)
	p.reads(`Nothing has been shared\. Sleep\.`)
	p.on(Button, "^Back to the journal$")
	p.leave()

	p.more = []string{"TZ=" + onTheClock(10)}
	p.open()
	p.reads(`^Last night, 01:10 to 02:\d\d, 5 lines\.`)
	p.press(p.sees(Button, "^Read it$"))
	p.on(ListItem, "^01:10, ")
	p.sees(ListItem, "^02:.., action, restarted the queue")
}

// tellsOf writes an account before the window opens: an action, an expectation and what came of it.
func (p *person) tellsOf() {
	p.t.Helper()
	for _, line := range [][]string{
		{"--at", "02:10", "--kind", "action", "restarted the queue"},
		{"--at", "02:11", "--kind", "expectation", "it drains within a minute"},
		{"--at", "02:15", "--kind", "effect", "it went on growing"},
		{"--at", "02:20", "--kind", "idea", "page by depth, not by age"},
	} {
		p.run(append([]string{"note"}, line...)...)
	}
}

// TestAside: of one line one thing is asked at a time; an answer is kept, what is skipped does not come back.
func TestAside(t *testing.T) {
	p := sitDown(t)
	p.tellsOf()
	p.open()
	p.field()
	p.goes("alt+Up", ListItem, "restarted the queue$")
	p.key("ctrl+j")
	p.on(Entry, "^With what did you do it, and to what")
	p.enters("systemctl, on the second node")
	p.key("Return")
	p.reads("was it your call")
	p.goes("shift+Tab", Toggle, "^my call$")
	p.key("Return")
	p.on(Toggle, "^absent$") // of the next question, although what was pressed is gone
	p.goes("Tab", Button, "^Never ask this here$")
	p.key("Return")
	p.reads("^What does the page say")
	p.goes("shift+Tab", Button, "^Not now$")
	p.key("Return")
	p.reads("^How do you know this")
	p.reads("^systemctl, on the second node")
	p.kill()

	p.open()
	p.field()
	p.goes("alt+Up", ListItem, "restarted the queue$")
	p.key("ctrl+i") // the window is too narrow for it to be there by itself
	p.reads("^systemctl, on the second node")
	p.reads("^What does the page say") // what was put off is asked again
	if _, there := p.bus.root().Find(Reading(regexp.MustCompile("^What stood between").MatchString)); there {
		t.Error("what was skipped for good is asked again")
	}
}

// TestGap: by keyboard an expectation and the effect that answered it are joined, beside the lines or on the timeline,
// and become a gap with a direction and an explanation.
func TestGap(t *testing.T) {
	p := sitDown(t)
	p.tellsOf()
	p.open()
	p.field()
	p.goes("alt+Up", ListItem, "it drains within a minute$")
	p.key("ctrl+e")
	p.goes("Tab", Toggle, "^Not met$")
	p.key("space")
	box := p.goes("Tab", CheckBox, "it went on growing$")
	p.key("space")
	p.until("the effect answers it", func() bool { return box.Is(Checked) })
	p.goes("Tab", Button, "^Not now$")
	p.key("Return")
	p.reads("^What did the expectation rest on")
	for _, asked := range []string{"In which way was it different", "What explains the difference"} {
		for range 4 {
			if _, there := p.bus.root().Find(Reading(regexp.MustCompile(asked).MatchString)); there {
				break
			}
			p.goes("Tab", Button, "^Not now$")
			p.key("Return")
		}
		p.reads(asked)
	}
	p.key("ctrl+2")
	p.sees(ListItem, "^02:11, expectation, it drains within a minute, Not met, answered by: it went on growing$")
	p.leave()
}

// TestTimeline: what is drawn is a list in order of time as well; a handle leaves what was known by a minute.
func TestTimeline(t *testing.T) {
	p := sitDown(t)
	p.tellsOf()
	p.run("note", "--at", "about 02:05", "--kind", "effect", "users saw errors")
	p.open()
	p.field()
	p.key("ctrl+2")
	p.sees(Heading, "^Timeline$")
	p.sees(ListItem, "^02:05, some time from 02:.. to 02:.., effect, users saw errors$")
	list := p.sees(List, "^Lines in order of time$")
	var names []string
	p.until("the list is whole", func() bool {
		names = nil
		for _, each := range list.children() {
			if each.Role() == ListItem {
				names = append(names, each.Name())
			}
		}
		return len(names) == 5
	})
	for i, at := range []string{"02:05", "02:10", "02:11", "02:15", "02:20"} {
		if !strings.HasPrefix(names[i], at) {
			t.Errorf("line %d is %q, of %s", i, names[i], at)
		}
	}

	p.goes("Tab", Slider, "^Show only what was known by$")
	p.key("Home")
	p.reads("^Known by 02:")
	p.until("one line is left", func() bool { return len(list.children()) == 1 })
	p.key("End")
	p.reads("^All that is known today")

	p.goes("Tab", ListItem, "^02:")
	p.goes("Down", ListItem, "^02:11, expectation")
	p.key("e")
	box := p.goes("Tab", CheckBox, "it went on growing$")
	p.key("space")
	p.until("the effect answers it", func() bool { return box.Is(Checked) })
	p.sees(ListItem, "^02:11, expectation, it drains within a minute, answered by: it went on growing$")
}

// TestRecall: one prompt a screen, in the order that helps memory, to the first telling and beyond; then the three last
// questions, and it is over.
func TestRecall(t *testing.T) {
	p := sitDown(t)
	p.tellsOf()
	p.open()
	p.field()
	p.key("ctrl+shift+g")
	p.goes("Tab", Button, "^Begin$")
	p.key("Return")
	stage := func(name, way string) {
		p.sees(Heading, "^"+name+"$")
		if way != "" {
			p.goes("Tab", Button, "^"+way+"$")
			p.key("Return")
		}
	}
	p.sees(Heading, "^Put yourself back$")
	p.on(Entry, "^New line$")
	p.enters("in the kitchen, one screen")
	p.key("Return")
	p.sees(ListItem, "in the kitchen, one screen")
	stage("Put yourself back", "Next")
	stage("Tell it all", "Skip this")
	stage("Before the trouble", "Not sure")
	stage("Lay it on a line", "Next")
	p.reads(`lines\. Nothing has been shared\.`)
	stage("Keep the first telling", "Keep what is written, and go on")
	stage("Now the evidence", "Next")
	p.sees(Heading, "^Turning points$")
	box := p.goes("Tab", CheckBox, "it went on growing$")
	p.key("space")
	p.until("it is a turning point", func() bool { return box.Is(Checked) })
	stage("Turning points", "Next")
	p.reads("^What did you see and hear at that moment")
	stage("At that moment", "Skip this")
	stage("What was there", "Next")
	stage("What you learned later", "Next")

	p.key("ctrl+shift+e")
	p.sees(Heading, "^Three last questions$")
	p.reads("page by depth, not by age")
	p.goes("Tab", Entry, "^What happened")
	p.enters("The queue was full.")
	p.goes("Tab", Button, "^It is over$")
	p.key("Return")
	p.field()
	p.key("ctrl+shift+e")
	p.reads("^This account is closed")
	field := p.sees(Entry, "^What happened")
	if text := field.Text(); text != "The queue was full." {
		t.Errorf("the closing page holds %q", text)
	}
}

// TestByKeyboardAlone is the whole way from the first key to the saved PDF: nothing is pressed, focused or written but by
// keys. By day the coach asks about a line that is ticked; it is dismissed.
func TestByKeyboardAlone(t *testing.T) {
	p := sitDown(t)
	out := t.TempDir()
	p.open()
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "^Firsthand$", "windowfocus", "--sync")
	p.on(Entry, "^Passphrase$")
	p.goes("Tab", Button, "^Write first, do this later$")
	p.key("Return")
	p.on(Entry, "^New line$")
	for _, line := range []string{
		"03:42 errors climb, Priya Patel rang from payments-db-3.example.com",
		"03:44 restarted it, I should have looked at the replica first",
		"nobody else was awake",
	} {
		p.enters(line)
		p.key("Return")
		p.sees(ListItem, regexp.QuoteMeta(regexp.MustCompile(`^\d\d:\d\d `).ReplaceAllString(line, ""))+"$")
	}
	p.key("ctrl+Return")
	p.reads(`^Kept\. 3 lines since 03:42\.`)
	p.on(Button, "^Back to the journal$")
	p.key("Return")
	p.on(Entry, "^New line$")

	// By day what may identify is named beside its line, and a key goes there.
	p.goes("alt+Up", ListItem, "errors climb")
	p.key("ctrl+i")
	p.sees(Button, "^Priya Patel, person: decide in the review$")
	p.key("F8")
	p.on(Button, "^Priya Patel, person")
	p.key("F8")
	p.on(Button, "^payments-db-3.example.com, host")
	p.key("shift+F8")
	p.on(Button, "^Priya Patel, person")
	p.picture()

	// The line is an action: one key says so, and one question is answered.
	p.goes("alt+Up", ListItem, "restarted it")
	p.key("ctrl+shift+a")
	p.sees(ListItem, "^03:44, action, restarted it")
	p.key("ctrl+j")
	p.on(Entry, "^With what did you do it")
	p.enters("systemctl")
	p.key("Return")
	p.reads("was it your call")

	p.key("ctrl+3")
	p.sees(Heading, "^Review$")
	for _, line := range []string{"errors climb", "restarted it"} {
		box := p.goes("Tab", CheckBox, line)
		p.key("space")
		p.until(line+" is chosen", func() bool { return box.Is(Checked) })
	}
	p.sees(Button, "^Put aside") // of what the coach asks about the second line
	p.key("F8")
	p.on(Button, "^Put aside")
	p.key("Return")
	for _, at := p.findings(); at < 0; _, at = p.findings() {
		before := p.focused()
		p.key("F6")
		p.until("F6 moves the keyboard", func() bool { return p.focused() != before })
	}
	p.decides()
	p.reads(`^Everything is decided\.`)
	p.until("Preview can be pressed", p.canPreview)

	p.key("ctrl+4")
	p.sees(Landmark, `^Page 1 of \d+$`)
	p.reads(`^Searched the finished files for \d+ forms of what is hidden: none found\.$`)
	path := filepath.Join(out, "incident.pdf")
	p.key("ctrl+p")
	dialog := p.wait("the save dialog", Named(FileChooser, func(string) bool { return true }))
	// There is no window manager here, which would do that.
	p.xdotool("search", "--sync", "--onlyvisible", "--name", "^Save PDF", "windowfocus", "--sync")
	p.until("the dialog has the keyboard", func() bool {
		n, ok := dialog.Find(func(n Node) bool { return n.Role() == TextField && n.Is(Focused) })
		return ok && n.bus != nil
	})
	p.key("ctrl+a")
	p.enters(path)
	p.key("Return")
	p.reads("^Saved to " + regexp.QuoteMeta(path))
	text, err := exec.Command("pdftotext", "-layout", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("pdftotext: %v %s", err, text)
	}
	for _, gone := range []string{"Priya", "payments-db-3", "nobody else"} {
		if strings.Contains(string(text), gone) {
			t.Errorf("the PDF holds %q:\n%s", gone, text)
		}
	}
	if !strings.Contains(string(text), "errors climb") {
		t.Errorf("the PDF lacks the line:\n%s", text)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}
