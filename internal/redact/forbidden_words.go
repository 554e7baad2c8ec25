package redact

import (
	"firsthand/internal/redact/lexicon"
)

// ordinaryForm reports whether every word of a form is also an ordinary word or a product, so that only case tells
// the name from the word: Will, Hope Rose, Search Relevance. A form of two letters is one too.
func ordinaryForm(s *squeezed) bool {
	letters := false
	start := 0
	for i := 1; i <= len(s.b); i++ {
		if i < len(s.b) && s.gap[i] <= gapChange {
			continue
		}
		if w := string(s.b[start:i]); !allDigits(w) {
			letters = true
			if !ordinaryWord(w) {
				return false
			}
		} else {
			return false
		}
		start = i
	}
	return letters
}

// ordinaryWord reports whether a folded word says nothing about who or where: a word of the language, a product.
func ordinaryWord(w string) bool {
	if len(w) <= 2 && asciiAlnum(w[0]) {
		return true
	}
	if len(w) > 60 {
		return false // no word, and not worth a search
	}
	return lexicon.Word(w) || lexicon.Ambiguous(w) || lexicon.Product(w)
}

// anyWord is ordinaryWord for words of other languages too: what stands inside one is no name.
func anyWord(w string) bool {
	return ordinaryWord(w) || len(w) <= 60 && (lexicon.GermanWord(w) || lexicon.ForeignWord(w))
}

// ordinaryWords reports whether the words that a hit joins are all ordinary: "just in" is not Justin.
func ordinaryWords(s *squeezed, from, to int) bool {
	start := from
	for i := from + 1; i <= to; i++ {
		if i < to && s.gap[i] <= gapChange {
			continue
		}
		w := string(s.b[start:i])
		// Letters set apart one by one are no words.
		if len(w) < 2 && w != "a" && w != "i" || !allDigits(w) && !anyWord(w) {
			return false
		}
		start = i
	}
	return true
}

// ordinaryAround reports whether the longer word around a hit is an ordinary one, whole or in its parts: connError.
func ordinaryAround(s *squeezed, from, to int) bool {
	for from > 0 && s.gap[from] <= gapChange {
		from--
	}
	for to < len(s.b) && s.gap[to] <= gapChange {
		to++
	}
	if anyWord(string(s.b[from:to])) {
		return true
	}
	start := from
	for i := from + 1; i <= to; i++ {
		if i < to && s.gap[i] == gapNone {
			continue
		}
		if w := string(s.b[start:i]); !allDigits(w) && !anyWord(w) {
			return false
		}
		start = i
	}
	return true
}

func allDigits(w string) bool {
	for i := 0; i < len(w); i++ {
		if !asciiDigit(w[i]) {
			return false
		}
	}
	return true
}
