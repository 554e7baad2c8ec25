package redact_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"firsthand/internal/redact"
	"firsthand/internal/redact/eval"
)

// TestThings scores testdata/things.txt: what identifies is hidden or asked about, what must stay is not hidden. Of the
// stretches of even number only the figures are told, so that they go on saying how the rules do on text that nobody
// tuned them on.
func TestThings(t *testing.T) {
	b, err := os.ReadFile("testdata/things.txt")
	if err != nil {
		t.Fatal(err)
	}
	var halves [2]eval.Score // of even number, of odd
	for _, block := range strings.Split(string(b), "\n=== ")[1:] {
		title, marked, _ := strings.Cut(block, "\n")
		plain, marks, err := eval.Parse(marked)
		if err != nil {
			t.Fatalf("%s: %v", title, err)
		}
		var found []eval.Finding
		for _, f := range redact.Examine([]redact.Source{{Text: plain}}, nil).Findings {
			found = append(found, eval.Finding{Start: f.Start, End: f.End, Kind: string(f.Kind), Certain: f.Certain, Rule: f.Rule})
		}
		number := 0
		fmt.Sscanf(title, "%d", &number)
		score := eval.Account{Name: title, Text: plain, Marks: marks}.Score(found)
		halves[number%2].Add(score)
		if number%2 == 1 && testing.Verbose() {
			for what, list := range map[string][]eval.Miss{"misses": score.Leaks, "hides": score.Trapped, "takes": score.Wrong, "asks": score.Idle} {
				for _, m := range list {
					t.Log(what, m)
				}
			}
		}
	}
	for _, half := range []struct {
		name                string
		s                   eval.Score
		found, host, secret float64 // in per cent, at least
	}{
		{"not looked at", halves[0], 80, 80, 84},
		{"looked at", halves[1], 86, 85, 95},
	} {
		rate := func(class string) float64 {
			c := half.s.Per[class]
			return 100 * float64(c.Found) / float64(c.Gold)
		}
		all := 100 * float64(half.s.All.Found) / float64(half.s.All.Gold)
		if testing.Verbose() {
			for _, class := range eval.Classes {
				if c := half.s.Per[class]; c != nil && c.Gold > 0 {
					t.Logf("%-13s %-9s %4d %6.1f%% found", half.name, class, c.Gold, rate(class))
				}
			}
		}
		t.Logf("%s: %.1f%% of %d found, host %.1f%%, secret %.1f%%, traps hidden %d of %d, idle questions %.1f per 1,000 words",
			half.name, all, half.s.All.Gold, rate("host"), rate("secret"), half.s.Shut, half.s.Traps, 1000*float64(len(half.s.Idle))/float64(half.s.Words))
		if all < half.found || rate("host") < half.host || rate("secret") < half.secret {
			t.Errorf("%s: below %.0f%%, host %.0f%% or secret %.0f%%", half.name, half.found, half.host, half.secret)
		}
		if half.s.Shut*100 > half.s.Traps*4 {
			t.Errorf("%s: %d of %d traps hidden", half.name, half.s.Shut, half.s.Traps)
		}
	}
}
