package redact

import (
	"strings"
	"testing"
)

// TestRules runs the examples that stand beside every rule.
func TestRules(t *testing.T) {
	ids := map[string]bool{}
	for i := range rules {
		u := &rules[i]
		if ids[u.id] {
			t.Errorf("%s: two rules have this id", u.id)
		}
		ids[u.id] = true
		if u.reason == "" || len(u.finds) == 0 || len(u.leaves) == 0 {
			t.Errorf("%s: needs a reason, true and false examples", u.id)
		}
		for _, example := range u.finds {
			text, want := exampleText(example)
			checkRule(t, u, text, want)
		}
		for _, example := range u.leaves {
			text, _ := exampleText(example)
			checkRule(t, u, text, nil)
		}
	}
}

// exampleText takes the marks off an example, and returns the texts that were marked.
func exampleText(example string) (text string, want []string) {
	example = strings.ReplaceAll(example, "‹›", "")
	for {
		before, rest, ok := strings.Cut(example, "⟦")
		text += before
		if !ok {
			return text, want
		}
		inside, after, _ := strings.Cut(rest, "⟧")
		want = append(want, inside)
		text += inside
		example = after
	}
}

func checkRule(t *testing.T, u *rule, text string, want []string) {
	t.Helper()
	s := newScan(read(0, text))
	only := &scan{reading: s.reading, low: s.low, words: s.words, passages: s.passages, due: s.due}
	var ms []match
	for pi, p := range only.passages {
		for i := range rules {
			if &rules[i] == u && p.has&u.mask == u.mask && (u.cues == nil || has(only.due[pi], i)) {
				if u.passage {
					ms = u.run(only, p.start, p.end, ms)
					continue
				}
				for _, w := range only.words[p.first:p.last] {
					if w.has&u.mask == u.mask {
						ms = u.run(only, w.start, w.end, ms)
					}
				}
			}
		}
	}
	var got []string
	for _, m := range cover(only.reading, ms) {
		got = append(got, only.text[m.start:m.end])
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%s: in %q found %q, want %q", u.id, text, got, want)
	}
}

func has(list []int, x int) bool {
	for _, y := range list {
		if x == y {
			return true
		}
	}
	return false
}
