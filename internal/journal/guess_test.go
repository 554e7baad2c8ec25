package journal

import "testing"

func TestEveryGuessMeetsItsLinesAndNoOthers(t *testing.T) {
	for _, g := range guesses() {
		for _, line := range g.yes {
			if got := GuessKind(line); got != g.kind {
				t.Errorf("%q is %q, not %q", line, got, g.kind)
			}
		}
		for _, line := range g.not {
			if got := GuessKind(line); got == g.kind && g.re.MatchString(line) {
				t.Errorf("%q is %q", line, got)
			}
		}
	}
}

func TestGuessKind(t *testing.T) {
	for line, want := range map[string]Kind{
		"": "", "   ": "", "-": "", "$ kubectl rollout undo deploy/api": Action,
		"I restarted…": Action, "errors went up": Effect, "I thought…": Assumption, "should come back": Expectation,
		"hello": "", "02:51": "", "Mira on the phone": "", "¯\\_(ツ)_/¯": "", "- restarted it": Action,
		"errors\nwent up": Effect,
	} {
		if got := GuessKind(line); got != want {
			t.Errorf("%q is %q, not %q", line, got, want)
		}
	}
}

func FuzzGuessKindTakesAnyText(f *testing.F) {
	f.Add("I restarted it")
	f.Add("\xff\xfe")
	f.Fuzz(func(t *testing.T, s string) {
		if _, ok := ParseKind(string(GuessKind(s))); !ok {
			t.Error("no kind")
		}
	})
}
