package redact_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/redact"
)

// A stretch is a marked passage of testdata/things.txt.
type stretch struct {
	number int
	plain  string
	marks  []mark // those of kind "keep" must not be hidden by a certain finding
}

// readStretches takes the marks off testdata/things.txt.
func readStretches(t *testing.T) []stretch {
	t.Helper()
	b, err := os.ReadFile("testdata/things.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []stretch
	for _, block := range strings.Split(strings.ReplaceAll(string(b), "‹›", ""), "\n=== ")[1:] {
		title, rest, _ := strings.Cut(block, "\n")
		var s stretch
		fmt.Sscanf(title, "%d", &s.number)
		for {
			i := strings.IndexAny(rest, "⟦⟪")
			if i < 0 {
				s.plain += rest
				break
			}
			j := i + strings.IndexAny(rest[i:], "⟧⟫")
			kind, text, _ := strings.Cut(rest[i+len("⟦"):j], "|")
			s.plain += rest[:i]
			s.marks = append(s.marks, mark{len(s.plain), len(s.plain) + len(text), kind, text})
			s.plain += text
			rest = rest[j+len("⟧"):]
		}
		out = append(out, s)
	}
	return out
}

// TestThings counts what is found in testdata/things.txt: what identifies is hidden or asked about, what must stay is not
// hidden. Of the stretches of even number only the rates are told, so that they go on saying how the rules do on text that
// nobody tuned them on.
func TestThings(t *testing.T) {
	type counts struct {
		found, gold, trapped, keeps, idle, words int
		per                                      map[string]*tally
	}
	var halves [2]counts // those of even number, then of odd
	for i := range halves {
		halves[i].per = map[string]*tally{}
	}
	for _, s := range readStretches(t) {
		c, read := &halves[s.number%2], s.number%2 == 1
		fs := redact.Examine([]redact.Source{{Text: s.plain}}, nil).Findings
		anyCover, sureCover, gold := make([]bool, len(s.plain)), make([]bool, len(s.plain)), make([]bool, len(s.plain))
		for _, f := range fs {
			for i := f.Start; i < f.End; i++ {
				anyCover[i] = true
				sureCover[i] = sureCover[i] || f.Certain
			}
		}
		c.words += len(strings.Fields(s.plain))
		for _, m := range s.marks {
			if m.kind == "keep" {
				c.keeps++
				if slices.Contains(sureCover[m.start:m.end], true) {
					c.trapped++
					if read {
						t.Logf("%d hides %q", s.number, m.text)
					}
				}
				continue
			}
			for i := m.start; i < m.end; i++ {
				gold[i] = true
			}
			k := c.per[m.kind]
			if k == nil {
				k = &tally{}
				c.per[m.kind] = k
			}
			k.gold++
			c.gold++
			if covered(anyCover, m) {
				k.found++
				c.found++
			} else if read {
				t.Logf("%d misses %s %q", s.number, m.kind, m.text)
			}
			if covered(sureCover, m) {
				k.sure++
			}
		}
		for _, f := range fs {
			if !slices.Contains(uncounted, f.Kind) && !slices.Contains(gold[f.Start:f.End], true) {
				if !f.Certain {
					c.idle++
				}
				if read {
					t.Logf("%d takes %s %q certain=%v (%s)", s.number, f.Kind, s.plain[f.Start:f.End], f.Certain, f.Rule)
				}
			}
		}
	}
	for i, half := range []string{"not looked at", "looked at"} {
		c := halves[i]
		var table strings.Builder
		for _, k := range redact.Kinds {
			if p := c.per[string(k)]; p != nil {
				fmt.Fprintf(&table, "%-10s %4d %6.1f%% %6.1f%%\n", k, p.gold, percent(p.found, p.gold), percent(p.sure, p.gold))
			}
		}
		t.Logf("%s: found %.1f%% of %d, traps hidden %d of %d, idle questions %d in %d words\n%s",
			half, percent(c.found, c.gold), c.gold, c.trapped, c.keeps, c.idle, c.words, table.String())
	}
}
