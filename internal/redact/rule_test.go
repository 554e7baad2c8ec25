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
	var ms []match
	for i := range rules {
		if &rules[i] == u && u.cues != nil {
			for _, w := range s.surroundings()[i] {
				ms = u.run(s, w[0], w[1], ms)
			}
		}
	}
	for i := range s.passages {
		if p := &s.passages[i]; u.cues == nil && p.has&u.mask == u.mask {
			ms = u.inPassage(s, p, ms)
		}
	}
	var got []string
	for _, m := range cover(s.reading, ms) {
		got = append(got, s.text[m.start:m.end])
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("%s: in %q found %q, want %q", u.id, text, got, want)
	}
}
