package uitest

import (
	"fmt"
	"regexp"
	"syscall"
	"testing"
)

// writesUntilFull writes lines until one is not kept, and returns how many that were. A database whose disk was filled has
// taken more room than it needs then: that is written full first.
func (p *person) writesUntilFull() (written int) {
	p.t.Helper()
	for failed := false; !failed; written++ {
		if written == 100 {
			p.t.Fatal("the disk does not fill")
		}
		line := fmt.Sprintf("look %d", written)
		p.types(p.field(), line)
		p.key("Return")
		p.until("it is kept or not", func() bool {
			_, ok := p.bus.root().Find(Named(ListItem, regexp.MustCompile(kept(line)+"$").MatchString))
			_, failed = p.bus.root().Find(Reading(regexp.MustCompile("^Not kept: the disk is full").MatchString))
			return ok || failed
		})
	}
	return written
}

// TestDiskFillsWhileTyping: what cannot be kept stays on screen, the window does not close over it, and it is in the
// journal once there is room.
func TestDiskFillsWhileTyping(t *testing.T) {
	p := sitDown(t)
	p.smallDisk(p.journal, "4m")
	p.later()
	p.writes("errors climb")
	free := p.fills(p.journal)
	written := p.writesUntilFull()
	p.types(p.field(), "half a sent "+canary)

	// The window stays, because closing would lose what it shows.
	p.quits()
	p.sees(ListItem, "^half a sent "+canary+"$")
	p.reads("^Not kept: the disk is full")
	p.types(p.field(), "and more")

	free()
	p.press(p.sees(Button, "^Try again"))
	p.sees(ListItem, kept("half a sent "+canary))
	p.quits()
	p.closes()
	p.open()
	p.sees(ListItem, kept("errors climb"))
	for n := range written {
		p.sees(ListItem, kept(fmt.Sprintf("look %d", n)))
	}
	p.sees(ListItem, kept("half a sent "+canary))
	p.sees(ListItem, kept("and more"))
}

// quits asks the program to end, as the end of a session or the close button does; it may say no.
func (p *person) quits() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
}

// TestSecondStart: the window that is open takes the person to the writing field, with the keyboard in it, whatever they
// were doing there and whether the journal is locked or not.
func TestSecondStart(t *testing.T) {
	p := sitDown(t)
	p.seal()
	p.open()
	p.sees(Password, "^Passphrase$")
	for _, n := range []string{"locked", "open"} {
		if n == "open" {
			p.press(p.sees(Button, "^Unlock$"))
			p.unlock()
			p.key("ctrl+comma")
			p.sees(Heading, "^Settings$")
		}
		if err := p.starts(); err != nil {
			t.Errorf("%s: the second start ended with %v", n, err)
		}
		field := p.sees(Entry, "^New line$")
		p.until("the keyboard is in the field", func() bool { return field.Is(Focused) })
		p.types(field, "second start, "+n)
		p.key("Return")
		p.sees(ListItem, kept("second start, "+n))
	}
}
