package app

import (
	"testing"
	"unicode/utf16"
)

func TestOffsetsAreThePages(t *testing.T) {
	for _, s := range []string{"", "abc", "a🐶b", "🐶🐶", "e\u0301te\u0301", "日本語", "ﬁ\u200d👩\u200d💻x"} {
		if got, want := units(s), len(utf16.Encode([]rune(s))); got != want {
			t.Errorf("units(%q) = %d, want %d", s, got, want)
		}
		for i := range s {
			at, ok := offset(s, units(s[:i]))
			if !ok || at != i {
				t.Errorf("offset(%q, %d) = %d, %v, want %d", s, units(s[:i]), at, ok, i)
			}
		}
		if at, ok := offset(s, units(s)); !ok || at != len(s) {
			t.Errorf("the end of %q is at %d, %v", s, at, ok)
		}
		for _, beyond := range []int{-1, units(s) + 1} {
			if _, ok := offset(s, beyond); ok {
				t.Errorf("%q has a unit %d", s, beyond)
			}
		}
	}
	if _, ok := offset("a🐶", 2); ok {
		t.Error("an offset within a character was taken")
	}
}
