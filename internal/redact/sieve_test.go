package redact

import (
	"regexp"
	"strings"
	"sync"
	"testing"
)

// TestSieve checks of every expression of the package that its sieve lets through whatever the expression matches.
func TestSieve(t *testing.T) {
	type expression struct {
		name  string
		sieve *sieve
		re    *regexp.Regexp
	}
	var all []expression
	for i := range rules {
		if rules[i].pattern != "" {
			all = append(all, expression{rules[i].id, rules[i].sieve(), rules[i].ready().re})
		}
	}
	for _, p := range patterns {
		all = append(all, expression{p.compiled().String(), p.sieve(), p.compiled()})
	}
	var texts []string
	for i := range rules {
		for _, example := range append(rules[i].finds, rules[i].leaves...) {
			text, _ := exampleText(example)
			texts = append(texts, text)
		}
	}
	lines := strings.Split(accountText(t, 10<<10), "\n")
	texts = append(texts, lines...)
	for i, l := range lines {
		texts = append(texts, strings.ToUpper(l), strings.ReplaceAll(l, "e", "\xff"), strings.ReplaceAll(l, "k", "\u212a"), l[:i%(len(l)+1)])
	}
	matched := 0
	for _, e := range all {
		for _, text := range texts {
			if e.re.MatchString(text) {
				matched++
				if !e.sieve.passes(text) {
					t.Errorf("%s matches %q, but its sieve does not let it through", e.name, text)
				}
			}
		}
	}
	if matched < 1000 {
		t.Errorf("only %d matches", matched)
	}
}

func TestSieveHolds(t *testing.T) {
	for _, c := range []struct {
		expr, text string
		want       bool
	}{
		{`a.b`, "a\x80b", true},
		{`a.b`, "aéb", true},
		{`a.b`, "a\nb", false},
		{`^ab`, "xab", false},
		{`(?m)^ab`, "x\nab", true},
		{`(?i)k`, "\u212a", true},
		{`[^x]y`, "xy", false},
		{`[^x]y`, "世y", true},
		{`[а-я]`, "abc", false},
		{`a{3}`, "aaba", false},
		{`a{3}`, "baaa", true},
		{`a*`, "", true},
		{`a`, "", false},
	} {
		if got := newSieve(c.expr).passes(c.text); got != c.want {
			t.Errorf("%s lets %q through: %v", c.expr, c.text, got)
		}
	}
}

// TestSieveShared checks that texts may be looked at side by side.
func TestSieveShared(t *testing.T) {
	z, re := newSieve(`[ab]{3,5}c|d[a-f]+g`), regexp.MustCompile(`[ab]{3,5}c|d[a-f]+g`)
	var side sync.WaitGroup
	for n := range 4 {
		side.Go(func() {
			for _, l := range []string{"aabbc", "abc", "dabg", strings.Repeat("ab", 50), "xx ddefg", "aac"} {
				if text := strings.Repeat("b", n) + l; re.MatchString(text) && !z.passes(text) {
					t.Errorf("%q was not let through", text)
				}
			}
		})
	}
	side.Wait()
}

func FuzzSieve(f *testing.F) {
	f.Add(`\b(?:[01]\d|2[0-3])[0-5]\d\b`, "at 0230 k\u212a")
	f.Add(`^(?i:ab|c+)[^\n]{0,4}$`, "AB\xff\n")
	f.Fuzz(func(t *testing.T, expr, text string) {
		re, err := regexp.Compile(expr)
		if err != nil || len(expr) > 60 {
			return
		}
		if re.MatchString(text) && !newSieve(expr).passes(text) {
			t.Errorf("%q matches %q", expr, text)
		}
	})
}
