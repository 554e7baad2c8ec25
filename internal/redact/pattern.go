package redact

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first used: all of them together take longer than the
// window may take to open, and most commands need none.
type pattern struct {
	sieve    func() *sieve
	compiled func() *regexp.Regexp
}

// patterns are all that were made, so that a test can compile each.
var patterns []*pattern

// newPattern makes a pattern, at the start of the program only. Its first use panics where expr is no regular expression.
func newPattern(expr string) *pattern {
	p := &pattern{
		sieve:    sync.OnceValue(func() *sieve { return newSieve(expr) }),
		compiled: sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) }),
	}
	patterns = append(patterns, p)
	return p
}

// passes says whether the pattern may match in s. If not, it does not.
func (p *pattern) passes(s string) bool { return p.sieve().passes(s) }

func (p *pattern) MatchString(s string) bool { return p.passes(s) && p.compiled().MatchString(s) }

func (p *pattern) FindString(s string) string {
	if !p.passes(s) {
		return ""
	}
	return p.compiled().FindString(s)
}

func (p *pattern) FindStringIndex(s string) []int {
	if !p.passes(s) {
		return nil
	}
	return p.compiled().FindStringIndex(s)
}

func (p *pattern) FindStringSubmatch(s string) []string {
	if !p.passes(s) {
		return nil
	}
	return p.compiled().FindStringSubmatch(s)
}

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	if !p.passes(s) {
		return nil
	}
	return p.compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	if !p.passes(s) {
		return nil
	}
	return p.compiled().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	if !p.passes(s) {
		return nil
	}
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, with string) string {
	if !p.passes(s) {
		return s
	}
	return p.compiled().ReplaceAllString(s, with)
}
