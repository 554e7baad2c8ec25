package redact

import (
	"errors"
	"strings"
	"testing"
)

// threeLines is a plan of three lines that hides what was found, and what it makes of them.
func threeLines(t *testing.T) (*Plan, string) {
	t.Helper()
	s := Examine([]Source{
		{Text: "I asked Priya Patel to restart db-prod-03.tarnbeck.io, and watched the queue for four minutes."},
		{Text: "Nothing happened for a long while, and the graph stayed where it had been before."},
		{Text: "Then priya.patel@tarnbeck.io answered, and the replica came back with its lag at zero."},
	}, nil)
	p := s.Plan(hidden(s))
	var lines []string
	for i := range s.Sources {
		c, err := p.Apply(i)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, c.String())
	}
	return p, strings.Join(lines, "\n")
}

// TestPassed: of a file the detector reads what it has not read before.
func TestPassed(t *testing.T) {
	p, text := threeLines(t)
	c := p.Forbidden().passed()
	for file, want := range map[string]string{
		text:                                "",
		"# Notes\n" + text + "\n1 of 2":     "# Notes\n\n\n.\n1 of 2\n\n",
		strings.ReplaceAll(text, " ", "\n"): "",
		strings.Replace(text, "the queue", "queue", 1):     "I asked Engineer A to restart host 1, and watched queue for four minutes.\n\n\n",
		strings.Replace(text, "the queue", "the_queue", 1): "I asked Engineer A to restart host 1, and watched the_queue for four minutes.\n\n\n",
		"x" + text: "xI asked Engineer A to restart host 1, and watched the queue for four minutes.\n\n\n",
	} {
		if got := c.rest(file).text; got != want {
			t.Errorf("of %q is left %q", file, got)
		}
	}
}

// TestPassed_not: a text that the detector has something against is read where it stands.
func TestPassed_not(t *testing.T) {
	p, _ := threeLines(t)
	const text = "Nothing happened for a long while, and jane.roe@globex.example stayed where it had been."
	d := p.drafts[1]
	d.once.Do(func() { d.text = text })
	if got := p.Forbidden().passed().rest(text).text; strings.TrimSpace(got) != text {
		t.Errorf("left is %q", got)
	}
}

// TestVerify_wherever: what no plan knows is found wherever it came into a file, and named by its line.
func TestVerify_wherever(t *testing.T) {
	const stranger = "jane.roe@globex.example"
	p, text := threeLines(t)
	if err := verifyText(text, p.Forbidden()); err != nil {
		t.Fatal(err)
	}
	for i := range text {
		if i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
			continue
		}
		var leak *Leak
		if err := verifyText(text[:i]+stranger+" "+text[i:], p.Forbidden()); !errors.As(err, &leak) {
			t.Errorf("before %q it may leave", text[i:])
			continue
		}
		h := leak.Hits[0]
		if h.Found != stranger || h.Line != 1+strings.Count(text[:i], "\n") {
			t.Errorf("before %q: line %d, %q", text[i:], h.Line, h.Found)
		}
	}
}
