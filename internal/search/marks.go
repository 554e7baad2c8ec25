package search

import (
	"bytes"
	"cmp"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Span is a stretch of a text, in bytes: text[Start:End].
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Marks are where text holds the terms of q: at most most stretches, in order and apart from each other, each beginning
// and ending between two characters that are seen. It is empty where one of the terms is not there.
func (q Query) Marks(text string, most int) []Span {
	words := AppendWords(nil, []byte(text))
	var met []Span // in words
	for _, t := range q.terms {
		n := len(met)
		if met = appendMet(met, words, t, most); len(met) == n {
			return nil
		}
	}
	for _, group := range q.groups {
		for _, t := range group {
			met = appendMet(met, words, t, most)
		}
	}
	return marks(text, met, most)
}

// MarksOfWords are where text holds any of some words, folded as AppendWords gives them; as Marks otherwise.
func MarksOfWords(text string, some []string, most int) []Span {
	words := AppendWords(nil, []byte(text))
	var met []Span
	for _, w := range some {
		met = appendMet(met, words, Term{Words: w}, most)
	}
	return marks(text, met, most)
}

// appendMet appends where words hold a term, at most most places.
func appendMet(met []Span, words []byte, t Term, most int) []Span {
	needle := t.needle()
	for at, n := 0, 0; n < most; n++ {
		i := bytes.Index(words[at:], needle)
		if i < 0 {
			break
		}
		at += i + 1 // behind the space; that at the end begins the next word
		met = append(met, Span{at, at + len(t.Words)})
	}
	return met
}

// marks are the stretches of text that stretches of its words were made from.
func marks(text string, met []Span, most int) []Span {
	slices.SortFunc(met, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	met = joined(met)
	return joined(origins(text, met[:min(len(met), most)]))
}

// joined makes one of spans that overlap; they are in order.
func joined(spans []Span) []Span {
	out := spans[:0]
	for _, s := range spans {
		if last := len(out) - 1; last >= 0 && s.Start < out[last].End {
			out[last].End = max(out[last].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// origins are the stretches of text that the given stretches of its words were made from: it makes the words again, one
// seen character at a time.
func origins(text string, met []Span) []Span {
	var w wording
	out := make([]Span, 0, len(met))
	ended := 0
	for at := 0; at < len(text); {
		before, n := len(w.out), 1
		if text[at] < utf8.RuneSelf {
			w.ascii([]byte(text[at : at+1]))
		} else {
			n = max(1, norm.NFKD.NextBoundaryInString(text[at:], true))
			w.other([]byte(text[at : at+n]))
		}
		after, end := len(w.out), at+n
		switch {
		case after == before && w.in != gap && ended > 0 && out[ended-1].End == at:
			out[ended-1].End = end // an accent of the last letter, by itself
		case ended == len(met):
			return out
		}
		for len(out) < len(met) && met[len(out)].Start < after {
			out = append(out, Span{at, len(text)})
		}
		for ended < len(out) && met[ended].End <= after {
			out[ended].End = end
			ended++
		}
		at = end
	}
	return out
}
