package search

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// maxWords is how many words of a query count; a page that was pasted by mistake is looked for by its first ones.
const maxWords = 64

// A Query is what somebody looks for: terms, all of which a text must hold. The zero Query holds none and finds nothing.
type Query struct{ terms []Term }

// A Term is one word, or several in a row.
type Term struct {
	Words string // folded, one space between: "the queue"; nothing in them but letters, digits, marks and emoji
	Open  bool   // the last word may go on: "queue" finds "queues"
}

// Parse reads a query, see the package comment. There is none that is wrong.
func Parse(query string) Query {
	var q Query
	room := maxWords
	add := func(text string, open bool) {
		var words []string
		for word := range strings.FieldsSeq(string(AppendWords(nil, []byte(text)))) {
			if room == 0 {
				open = false
				break
			}
			words = append(words, word)
			room--
		}
		if words != nil { // else it was only punctuation
			q.terms = append(q.terms, Term{strings.Join(words, " "), open})
		}
	}
	for query != "" && room > 0 {
		plain, rest, found := cutQuote(query)
		for word := range strings.FieldsSeq(plain) {
			if add(word, true); room == 0 {
				break
			}
		}
		if !found {
			break
		}
		phrase, rest, closed := cutQuote(rest)
		query = strings.TrimPrefix(rest, "*")
		add(phrase, !closed || query != rest)
	}
	return q
}

// cutQuote cuts at the first quotation mark, of whatever typography.
func cutQuote(s string) (before, after string, found bool) {
	i := strings.IndexAny(s, `"“”„‟«»`)
	if i < 0 {
		return s, "", false
	}
	_, width := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+width:], true
}

// Empty reports whether there is nothing to look for: no word, only punctuation perhaps.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Terms are what a text must hold, for whoever looks them up in an index of words.
func (q Query) Terms() []Term { return q.terms }

// needle is what the words of a text hold where they hold t.
func (t Term) needle() []byte {
	needle := append([]byte{' '}, t.Words...)
	if !t.Open {
		needle = append(needle, ' ')
	}
	return needle
}

// Finder returns a function that reports whether the words of a text, as AppendWords gives them, hold every term.
func (q Query) Finder() func(words []byte) bool {
	needles := make([][]byte, len(q.terms))
	for i, t := range q.terms {
		needles[i] = t.needle()
	}
	return func(words []byte) bool {
		for _, needle := range needles {
			if !bytes.Contains(words, needle) {
				return false
			}
		}
		return len(needles) > 0
	}
}
