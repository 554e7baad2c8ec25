package uitest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// lanes are two released accounts of one night.
var lanes = map[string]string{
	"first.md": "## What I did\n\n**1 · T+00:00** Restarted host 1.\n\n**3 · T+01:31** Went home.\n\n" +
		"## What I saw\n\n**2 · T+00:09** Errors rose on host 1.\n",
	"second.md": "## What I saw\n\n**1 · T+00:02** Paged. Engineer B was there.\n\n**2 · T+00:14** Errors everywhere.\n",
}

// TestLanes: two accounts are opened by the desktop's own dialog and stand side by side; what the reader says of two lines
// stands in the comparison that is saved, and is there again after the program was killed.
func TestLanes(t *testing.T) {
	p := sitDown(t)
	folder := t.TempDir()
	p.run("note", "pager, all shards")
	p.open()
	p.field()
	p.key("ctrl+6")
	p.sees(Heading, "^Lanes$")
	for n, name := range []string{"first.md", "second.md"} {
		path := filepath.Join(folder, name)
		text := "# A first-hand account\n\n*A personal account, de-identified, not a verdict. Times are counted from T+00:00, a moment its author chose.*\n\n" + lanes[name]
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p.key("ctrl+o")
		p.opens(path)
		p.sees(Landmark, "^Lane "+string(rune('1'+n))+"$")
	}
	for _, line := range []string{`^1\.2 .*2\.2 is 5 min later$`, `^2\.2 .*1\.2 is 5 min earlier$`} {
		p.press(p.sees(Toggle, line))
	}
	p.reads(`^Chosen: 1\.2, 2\.2`)
	p.types(p.into(Entry, "^In your words$"), "one of us looked earlier")
	p.press(p.sees(Button, "^We differ here$"))
	said := `^1\.2, 2\.2 we differ here one of us looked earlier$`
	p.sees(ListItem, said)

	path := filepath.Join(folder, "comparison.md")
	p.key("ctrl+m")
	p.savesTo(path)
	p.reads("^Saved to " + regexp.QuoteMeta(path))
	b, err := os.ReadFile(path)
	if row := "| **1.2**, **2.2** | we differ here, 5 min apart | one of us looked earlier |"; err != nil || !strings.Contains(string(b), row) {
		t.Errorf("the comparison, %v, does not say %s:\n%s", err, row, b)
	}

	p.kill()
	p.open()
	p.field()
	p.key("ctrl+6")
	p.press(p.sees(Button, `^\w+, .*: first\.md, second\.md$`))
	p.sees(ListItem, said)
	p.leave()
}
