package uitest

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestLeft: what has left stands in a list and is saved again as it was, also after the program was killed, and can be
// marked as withdrawn; of the same lines one page to speak from is made, and stands in that list too.
func TestLeft(t *testing.T) {
	p := sitDown(t)
	folder := t.TempDir()
	p.run("note", "--at", "02:10", "I asked Priya Patel to fail over the payment queue")
	p.run("note", "--at", "02:15", "412 jobs were waiting in the payment queue by then")
	p.open()
	p.field()
	p.key("ctrl+3")
	all := p.sees(Button, "^All$")
	p.until("all can be chosen", func() bool { return all.Is(Sensitive) })
	p.press(all)
	p.until("nothing is undecided", p.canPreview)
	p.key("ctrl+4")
	save := p.sees(Button, "^Save Markdown")
	p.until("it can be saved", func() bool { return save.Is(Sensitive) })
	first := filepath.Join(folder, "account.md")
	p.key("ctrl+m")
	p.savesTo(first)
	p.reads("^Saved to " + regexp.QuoteMeta(first))
	p.kill()

	p.open()
	p.field()
	p.key("ctrl+shift+l")
	p.sees(Button, ", by role, 2 lines$")
	p.reads("I asked Engineer A to fail over the payment queue")
	second := filepath.Join(folder, "again.md")
	p.press(p.sees(Button, "^Save the Markdown again"))
	p.savesTo(second)
	p.reads("^Saved to " + regexp.QuoteMeta(second))
	a, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(second); err != nil || !bytes.Equal(a, b) {
		t.Errorf("saved again it is %q, %v; before it was %q", b, err, a)
	}
	p.press(p.sees(Button, "^Withdraw"))
	p.reads("^Copies that others have cannot be recalled")
	p.press(p.sees(Button, "^Mark it as withdrawn$"))
	p.sees(Button, ", by role, 2 lines, withdrawn ")

	p.key("ctrl+shift+h")
	p.press(p.sees(CheckBox, "^I asked Priya Patel"))
	p.types(p.into(Entry, "^Ask me about"), "how long the queue took")
	p.key("Tab")
	p.reads(`^\d+ words, \d:\d\d aloud\.`)
	page := filepath.Join(folder, "sheet.md")
	p.press(p.sees(Button, "^Save as Markdown"))
	p.savesTo(page)
	p.reads("Saved to " + regexp.QuoteMeta(page))
	b, err := os.ReadFile(page)
	if err != nil || !bytes.Contains(b, []byte("I asked Engineer A")) || !bytes.Contains(b, []byte("how long the queue took")) {
		t.Errorf("the page to speak from is %q, %v", b, err)
	}
	if bytes.Contains(b, []byte("Priya")) {
		t.Errorf("the page to speak from names somebody: %q", b)
	}
	p.key("ctrl+shift+l")
	p.sees(Button, "Meeting sheet, by role")
	p.leave()
}
