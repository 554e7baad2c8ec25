package redact_test

import (
	"os"
	"strings"
	"testing"

	"firsthand/internal/redact"
)

// TestShapes runs the snippets of testdata/shapes.txt: what stands between ⟦ and ⟧ is hidden or asked about, what
// stands between ⟪ and ⟫ is neither.
func TestShapes(t *testing.T) {
	raw, err := os.ReadFile("testdata/shapes.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, snippet := range strings.Split(string(raw), "\n=== ")[1:] {
		name, marked, _ := strings.Cut(snippet, "\n")
		t.Run(name, func(t *testing.T) { checkShapes(t, strings.ReplaceAll(marked, "‹›", "")) })
	}
}

func checkShapes(t *testing.T, marked string) {
	var text strings.Builder
	type stretch struct {
		start, end int
		hide       bool
	}
	var want []stretch
	for rest := marked; rest != ""; {
		i := strings.IndexAny(rest, "⟦⟪")
		if i < 0 {
			text.WriteString(rest)
			break
		}
		text.WriteString(rest[:i])
		hide := strings.HasPrefix(rest[i:], "⟦")
		end := "⟫"
		if hide {
			end = "⟧"
		}
		inside, after, ok := strings.Cut(rest[i+len("⟦"):], end)
		if !ok {
			t.Fatalf("a mark is open at %q", rest[i:])
		}
		want = append(want, stretch{text.Len(), text.Len() + len(inside), hide})
		text.WriteString(inside)
		rest = after
	}
	src := text.String()
	found := make([]string, len(src))
	for _, f := range redact.Examine([]redact.Source{{Text: src}}, nil).Findings {
		for i := f.Start; i < f.End; i++ {
			found[i] = f.Rule
		}
	}
	for _, w := range want {
		for i := w.start; i < w.end; i++ {
			letter := src[i] >= '0' && src[i] <= '9' || src[i]|0x20 >= 'a' && src[i]|0x20 <= 'z'
			if w.hide && letter && found[i] == "" {
				t.Errorf("missed %q", src[w.start:w.end])
				break
			}
			if !w.hide && found[i] != "" {
				t.Errorf("took %q, by %s", src[w.start:w.end], found[i])
				break
			}
		}
	}
}
