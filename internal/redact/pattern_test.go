package redact

import "testing"

func TestEveryPatternCompiles(t *testing.T) {
	if len(patterns) < 50 {
		t.Fatalf("only %d patterns are known", len(patterns))
	}
	for _, p := range patterns {
		p.compiled()
	}
}
