package vault_test

import (
	"slices"
	"strings"
	"testing"

	"firsthand/internal/vault"
)

func TestStrength(t *testing.T) {
	weak := []string{
		"", "a", "password", "Password123!", "P@ssw0rd2024", "tr0ub4dor&3", "correct horse battery staple", "letmein letmein letmein letmein",
		"qwertyuiopasdfgh", "aaaaaaaaaaaaaaaaaaaaaaaaaaa", "abcdefghijklmnopqrstuvwxyz", "1234567890123456789012345", "31.12.1999 2001",
		"monkey dragon sunshine", "Summer2025!", "london berlin 1984", "passwortpasswort", "xK9#qT2", "firsthand-journal-2025",
	}
	strong := []string{
		"acorn velvet tundra piano whisk lagoon", "xK9#qT2!vLmZ", "vqzkxjwpmtrb", "8f3a91c07be2d4465510", "glacier.mustard.violin.pebble.otter.quilt",
	}
	for _, p := range weak {
		if bits := vault.Strength(p); bits >= vault.EnoughBits {
			t.Errorf("%q has %.1f bits: too high", p, bits)
		}
	}
	for _, p := range strong {
		if bits := vault.Strength(p); bits < vault.EnoughBits {
			t.Errorf("%q has %.1f bits: too low", p, bits)
		}
	}
}

func TestPhrase(t *testing.T) {
	seen := make(map[string]bool)
	for range 200 {
		p := vault.Phrase()
		if len(strings.Fields(p)) != vault.PhraseWords || seen[p] {
			t.Fatalf("phrase %q", p)
		}
		seen[p] = true
		// An estimate above the truth would be a promise that nobody can keep.
		if bits := vault.Strength(p); bits < vault.EnoughBits || bits > 63 {
			t.Errorf("%q has %.1f bits", p, bits)
		}
	}
	var words []string
	for p := range seen {
		words = append(words, strings.Fields(p)...)
	}
	for _, w := range slices.Compact(slices.Sorted(slices.Values(words))) {
		if len(w) < 3 || len(w) > 8 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
			t.Errorf("word %q", w)
		}
	}
}
