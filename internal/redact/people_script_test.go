package redact

import (
	"strings"
	"testing"
)

// TestScriptsInLongLines: in a line that goes on for long a name stands out as it does in a line of its own.
func TestScriptsInLongLines(t *testing.T) {
	const far = "and then for a long while nothing happened at all, in words that are all written in ordinary letters, "
	for _, text := range []string{"田中さんに聞いた", "민지님이 확인했다", "问了王经理", "سأل الأستاذ محمود"} {
		alone := Examine([]Source{{Text: text}}, nil)
		if len(alone.Findings) != 1 {
			t.Errorf("%s: %d found", text, len(alone.Findings))
			continue
		}
		want := alone.text(alone.Findings[0].Span)
		long := Examine([]Source{{Text: strings.Repeat(far+text+" ", 3) + far}}, nil)
		n := 0
		for _, f := range long.Findings {
			if strings.Contains(long.text(f.Span), want) {
				n++
			}
		}
		if n != 3 {
			t.Errorf("%s: %q is found %d times of 3 in a long line", text, want, n)
		}
	}
}
