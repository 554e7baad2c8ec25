package search

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
)

// maxWords is how many words of a query count; a page that was pasted by mistake is looked for by its first ones.
const maxWords = 64

// A Query is what somebody looks for: terms, all of which a text must hold. The zero Query holds none and finds nothing.
type Query struct {
	terms      []Term
	groups     [][]Term // of each, a text holds one term at least
	without    []Term   // which no text may hold
	conditions []Condition
}

// A Term is one word, or several in a row.
type Term struct {
	Words string // folded, one space between: "the queue"; nothing in them but letters, digits, marks and emoji
	Open  bool   // the last word may go on: "queue" finds "queues"
}

// Parse reads a query of words alone, see the package comment. There is none that is wrong.
func Parse(query string) Query {
	q, _ := Language(nil).Parse(query)
	return q
}

// NewTerm is the term of a text; ok is false where it holds no word.
func NewTerm(text string, open bool) (t Term, ok bool) {
	room := maxWords
	return newTerm(text, open, &room)
}

// newTerm is the term of a text with as many words as there is room for, which it takes.
func newTerm(text string, open bool, room *int) (t Term, ok bool) {
	if *room == 0 {
		return Term{}, false
	}
	var words []string
	for word := range strings.FieldsSeq(string(AppendWords(nil, []byte(text)))) {
		if *room == 0 {
			open = false
			break
		}
		words = append(words, word)
		*room--
	}
	return Term{strings.Join(words, " "), open}, words != nil // else it was only punctuation
}

// With is the query to which is added that a text must hold one of these terms.
func (q Query) With(anyOf ...Term) Query {
	q.groups = append(q.groups[:len(q.groups):len(q.groups)], anyOf)
	return q
}

// Without is the query to which is added that a text may hold none of these terms.
func (q Query) Without(none ...Term) Query {
	q.without = append(q.without[:len(q.without):len(q.without)], none...)
	return q
}

// Conditions are the filters of the query, in order.
func (q Query) Conditions() []Condition { return q.conditions }

// Empty reports whether there is nothing to look for: no word and no filter, only punctuation perhaps.
func (q Query) Empty() bool {
	return len(q.terms)+len(q.groups)+len(q.without)+len(q.conditions) == 0
}

// Terms are what a text must hold, for whoever looks them up in an index of words.
func (q Query) Terms() []Term { return q.terms }

// AnyOf are groups of terms, of each of which a text must hold one.
func (q Query) AnyOf() [][]Term { return q.groups }

// NoneOf are the terms that a text may not hold.
func (q Query) NoneOf() []Term { return q.without }

// String is a query that reads as q and no other.
func (q Query) String() string {
	var parts []string
	for _, t := range q.terms {
		parts = append(parts, t.String())
	}
	for _, t := range q.without {
		parts = append(parts, "-"+t.quoted())
	}
	for _, c := range q.conditions {
		parts = append(parts, c.String())
	}
	return strings.Join(parts, " ")
}

// String is the term as it is typed.
func (t Term) String() string {
	if t.Open && !strings.ContainsRune(t.Words, ' ') {
		return t.Words
	}
	return t.quoted()
}

func (t Term) quoted() string {
	if t.Open {
		return `"` + t.Words + `"*`
	}
	return `"` + t.Words + `"`
}

// String is the condition as it is typed.
func (c Condition) String() string {
	s := c.Filter + ":"
	if c.Not {
		s = "-" + s
	}
	if c.Exact || strings.ContainsFunc(c.Value, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(quotes, r) }) {
		s += `"` + strings.Map(unquote, c.Value) + `"`
		if !c.Exact {
			s += "*"
		}
		return s
	}
	return s + c.Value
}

// unquote makes a space of a quotation mark, which no value holds.
func unquote(r rune) rune {
	if strings.ContainsRune(quotes, r) {
		return ' '
	}
	return r
}

// needle is what the words of a text hold where they hold t.
func (t Term) needle() []byte {
	needle := append([]byte{' '}, t.Words...)
	if !t.Open {
		needle = append(needle, ' ')
	}
	return needle
}

// Finder returns a function that reports whether the words of a text, as AppendWords gives them, hold every term, one of
// each group, and none that they may not.
func (q Query) Finder() func(words []byte) bool {
	needles, without := needlesOf(q.terms), needlesOf(q.without)
	groups := make([][][]byte, len(q.groups))
	for i, g := range q.groups {
		groups[i] = needlesOf(g)
	}
	if q.Empty() {
		return func([]byte) bool { return false }
	}
	return func(words []byte) bool {
		holds := func(needle []byte) bool { return bytes.Contains(words, needle) }
		for _, needle := range needles {
			if !holds(needle) {
				return false
			}
		}
		for _, group := range groups {
			if !slices.ContainsFunc(group, holds) {
				return false
			}
		}
		return !slices.ContainsFunc(without, holds)
	}
}

// needlesOf are the needles of terms.
func needlesOf(terms []Term) [][]byte {
	out := make([][]byte, len(terms))
	for i, t := range terms {
		out[i] = t.needle()
	}
	return out
}
