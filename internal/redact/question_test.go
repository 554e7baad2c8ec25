package redact

import (
	"os"
	"path/filepath"
	"testing"

	"firsthand/internal/redact/eval"
	"firsthand/internal/redact/indirect"
)

// TestQuestionsOfAccounts: an account of some four hundred words gets few questions, each about words that stand where it says.
func TestQuestionsOfAccounts(t *testing.T) {
	files, err := filepath.Glob("testdata/accounts/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no accounts", err)
	}
	total := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s, c := surveyed(t, eval.Plain(string(raw)))
		qs := s.Plan(c).Questions(nil)
		total += len(qs)
		for _, q := range qs {
			t.Logf("%s %s %q -> %q", filepath.Base(file), q.Kind, q.Words, q.With)
			if got := s.text(q.Written); got != q.Words && q.Kind != indirect.Same {
				t.Errorf("%s: %q stands where %q was read", filepath.Base(file), got, q.Words)
			}
		}
	}
	if most := 6 * len(files); total > most {
		t.Errorf("%d questions about %d accounts, %d would be many", total, len(files), most)
	}
}
