package redact

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

var rounds = flag.Int("rounds", 400, "how many random texts are rewritten")

// parts are what random texts are made of: the syntax in which a name could hide.
var parts = []string{"Priya", "priya", "PRIYA", "Pri", "ya", "web-1a", "WEB-1A", "Priya Patel", " ", " ", " ", "\n", "\n\n", "*", "**", "_", "~~", "`",
	"```", "\n```bash ", "\n```\n", "[", "]", "](", ")", "(", "!", "![", "<", ">", "<!-- ", " -->", "<b>", "</b>", "<pod>", "http://x.io/", "\"", "'s", "’s",
	"[1]", "\n[1]: ", "[^p]: ", "| ", " |", "\n|--|--|\n", "# ", "\n## ", "{#", "}", "- ", "> ", "    ", "\t", "\\", "&#80;riya", "&amp;", "%50riya", "\u200b", "\u00ad",
	"@", "#", "/home/", "/", ":", ",", ".", "-", "a", "an ", "the ", "said", "14:32", "(", "T+00:10", "Engineer A", "[withheld: date]", "é", "田", "😀", "---\n", "x: y\n", "x"}

func TestApply_random(t *testing.T) {
	for seed := range uint64(*rounds) {
		r := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for range 2 + r.IntN(14) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		if msg := checkApply(b.String()); msg != "" {
			t.Errorf("seed %d, %q: %s", seed, b.String(), msg)
		}
	}
}

// checkApply hides Priya and web-1a in a text and says what is wrong with the result.
func checkApply(text string) string {
	sources := []Source{{Text: text, At: night}}
	plan := func(src []Source) *Plan {
		return made(src, "Priya", "web-1a").Plan(Choice{Sources: []int{0}, Zero: night})
	}
	p := plan(sources)
	c, err := p.Apply(0)
	if err != nil {
		return err.Error()
	}
	got := c.String()
	if !utf8.ValidString(got) {
		return fmt.Sprintf("not UTF-8: %q", got)
	}
	if hits := p.hide.search(got, false); len(hits) > 0 {
		return fmt.Sprintf("%q left in %q", got[hits[0].start:hits[0].end], got)
	}
	if len(live([]byte(got))) > 0 {
		return fmt.Sprintf("Markdown left in %q", got)
	}
	d, _ := plan([]Source{{Text: got, At: night}}).Apply(0)
	if d.String() != got {
		return fmt.Sprintf("applied twice:\n%q\n%q", got, d.String())
	}
	return ""
}
