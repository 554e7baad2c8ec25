package uitest

import (
	"fmt"
	"testing"
)

// TestLearning: by keyboard what was learned is found by a filter that is offered, is said to hold, and a bar leads to the
// line behind it.
func TestLearning(t *testing.T) {
	p := sitDown(t)
	p.more = []string{"TZ=" + onTheClock(12)}
	p.tellsOf()
	p.run("learn", "add", "a drained queue is no proof that its readers are well", "--sort", "corrected belief")
	p.open()
	p.field()
	p.key("ctrl+5")
	p.sees(Heading, "^How sure I was$")
	p.named("Search the journal")
	p.enters("ki")
	p.reads("^1 suggestion")
	p.key("Down")
	p.key("Return")
	p.enters("le")
	p.reads("^1 suggestion")
	p.key("Down")
	p.key("Return")
	p.reads("^1 line$")
	p.key("Down")
	p.on(Button, "^a drained queue .* learning")

	p.goes("Tab", Button, "^Corrected belief a drained queue")
	p.key("h")
	p.sees(Toggle, "^✓? ?Still holds$")
	p.goes("Tab", Toggle, `^\w+ \d{4}: 1 case, `)
	p.key("Return")
	p.on(Button, "^(restarted the queue|a drained queue)")
	p.key("Return")
	p.on(ListItem, "(restarted the queue|a drained queue)")
	p.leave()
}

// named waits until what is called so has the keyboard, whatever its role.
func (p *person) named(name string) {
	p.t.Helper()
	p.until(fmt.Sprintf("the keyboard is on %q", name), func() bool {
		at := p.focused()
		return at.bus != nil && at.Name() == name
	})
}
