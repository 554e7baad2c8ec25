package redact

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"firsthand/internal/redact/eval"
)

// TestPeopleInPassages measures names in the short passages of testdata/people.txt. The even ones are never looked at: how
// far they fall behind the odd ones says how much the rules have learned by heart.
func TestPeopleInPassages(t *testing.T) {
	b, err := os.ReadFile("testdata/people.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "\n%\n")
	read, unread := eval.Score{}, eval.Score{}
	for i, passage := range strings.Split(strings.TrimSuffix(rest, "\n"), "\n%\n") {
		plain, marks, err := eval.Parse(passage)
		if err != nil {
			t.Fatal(passage, err)
		}
		a := eval.Account{Name: fmt.Sprint("passage ", i+1), Text: plain, Marks: marks}
		var found []eval.Finding
		for _, f := range Examine([]Source{{Text: plain}}, nil).Findings {
			found = append(found, eval.Finding{Start: f.Start, End: f.End, Kind: string(f.Kind), Certain: f.Certain, Entity: string(f.Entity), Rule: f.Rule})
		}
		if i%2 == 1 {
			unread.Add(a.Score(found))
		} else {
			read.Add(a.Score(found))
		}
	}
	for _, misses := range [][]eval.Miss{read.Leaks, read.Wrong, read.Trapped, read.Idle} {
		for _, m := range misses {
			t.Log(m)
		}
	}
	for name, s := range map[string]*eval.Score{"looked at": &read, "never looked at": &unread} {
		p := s.Per["person"]
		t.Logf("passages %s: %d people, %d held, %d certain; %d of %d certain findings right; %d of %d traps hidden; %d idle questions in %d words",
			name, p.Gold, p.Found, p.Sure, s.All.Right, s.All.Certain, s.Shut, s.Traps, s.All.Idle, s.Words)
		// Floors, so that a fall is noticed; what is aimed at is higher.
		if 100*p.Found < 93*p.Gold || 100*s.All.Right < 95*s.All.Certain {
			t.Errorf("names in passages %s are found worse than they were", name)
		}
	}
}
