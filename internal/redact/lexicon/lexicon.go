// Package lexicon holds the word lists on which the person detector rests:
// names, places, products, abbreviations, dates and ordinary words.
//
// The lists are plain text files, one entry a line, in key form (see [Fold]),
// sorted, embedded in the program and parsed once, on the first question.
// Lines that start with # are comments. An entry may end in a mark:
//
//	will *       also an ordinary English word, or an entry of another class
//	koch *de     also an ordinary German word, but not an English one
//	grande *x    also a word of French, Spanish, Italian …, but not an English one
//
// The marks decide what may be hidden without asking: see [Ambiguous] and
// [AmbiguousGerman] and [AmbiguousForeign].
//
// # Origin
//
// Every list was typed for this project from general knowledge, no list was
// copied, except words.txt, which gen.go derives from the comments of the Go
// toolchain (words that stand there in lower case). The lists therefore carry
// the licence of this project.
//
// The package is pure: it reads no files and opens no connections.
package lexicon

//go:generate go run gen.go

import (
	"strings"

	"firsthand/internal/redact/recent"
)

// Given reports whether key is a given name, a nickname or a short form.
func Given(key string) bool { return lookup(key)&given != 0 }

// Family reports whether key is a family name: one of the list, or an unknown
// word that ends as only family names do (-dottir, -opoulos, -shvili, -owicz).
func Family(key string) bool {
	c := lookup(key)
	return c&family != 0 || c == 0 && hasFamilyEnding(key)
}

// Ambiguous reports whether key, a name of a person, place or product, is also
// an ordinary English word, a month or weekday, or an entry of another class
// (Will, May, Jordan, Travis). Such a word needs a cue before it may be hidden
// without asking.
func Ambiguous(key string) bool { return lookup(key)&ambiguous != 0 }

// AmbiguousGerman reports whether key is a name that is an ordinary word in
// German text only (Koch, Richter, Stein). English text may treat it as a name.
// It is also true for the words for which [Ambiguous] is true.
func AmbiguousGerman(key string) bool { return lookup(key)&(ambiguous|ambiguousGerman) != 0 }

// AmbiguousForeign reports whether key is a name that is an ordinary word in one
// of the languages of [ForeignWord]. It is also true for the words for which
// [Ambiguous] is true.
func AmbiguousForeign(key string) bool { return lookup(key)&(ambiguous|ambiguousForeign) != 0 }

// Product reports whether key is a product, project, language, tool, vendor,
// protocol or standard, or the eponym of a law or an algorithm. Entries of
// several words are joined by one space ("google cloud"), no more than
// [MaxProductWords].
func Product(key string) bool { return lookup(key)&product != 0 }

// Place reports whether key is a city, country, region or continent. Entries of
// several words are joined by one space ("new york"), no more than
// [MaxPlaceWords].
func Place(key string) bool { return lookup(key)&place != 0 }

// MaxProductWords is the number of words in the longest entry of [Product].
func MaxProductWords() int { return lexicon().productWords }

// MaxPlaceWords is the number of words in the longest entry of [Place].
func MaxPlaceWords() int { return lexicon().placeWords }

// Acronym reports whether s, in upper case as written, is an abbreviation of
// the field (DNS, OOM, SELECT, SIGTERM). A plural s is allowed: VMs, SLOs.
func Acronym(s string) bool {
	if hasUpper(s) && lookup(s)&acronym != 0 {
		return true
	}
	stem, plural := strings.CutSuffix(s, "s")
	return plural && len(stem) >= 2 && hasUpper(stem) && lookup(stem)&acronym != 0
}

// Word reports whether key is an ordinary English word or an inflected form of
// one: plural, possessive, -ed, -ing, -ly, common prefixes. A name without the
// mark of ambiguity is never a word.
func Word(key string) bool { return englishAnswers.Of(key, isEnglish) }

// GermanWord reports whether key is an ordinary German word, an inflected form
// of one, or a compound of known parts (Störungsmeldung, Tourenabschlusses).
// Umlauts may be folded (storung) or spelled out (stoerung). A name without a
// mark of ambiguity is never a word.
func GermanWord(key string) bool { return germanAnswers.Of(key, isGerman) }

var englishAnswers, germanAnswers recent.Answers[bool]

// ForeignWord reports whether key is a function word or a very common word of
// French, Spanish, Portuguese, Italian, Dutch, Polish or Swedish, also after an
// elided article or pronoun (l'heure, d'attente, c'est).
func ForeignWord(key string) bool {
	if lookup(key)&foreign != 0 {
		return true
	}
	elided, rest, ok := strings.Cut(key, "'")
	return ok && elisions[elided] && lookup(rest)&foreign != 0
}

var elisions = set("c d j l m n s t qu jusqu lorsqu puisqu dell all nell sull dall quell un")

// Month returns the number of the month that key names, in full or abbreviated,
// in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish or
// Swedish. January is 1.
func Month(key string) (int, bool) {
	n := lexicon().dates[key].month
	return n, n > 0
}

// Weekday returns the number of the weekday that key names, in full or
// abbreviated, in the languages of [Month]. Monday is 1, Sunday is 7.
func Weekday(key string) (int, bool) {
	n := lexicon().dates[key].weekday
	return n, n > 0
}

func hasUpper(s string) bool {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return true
		}
	}
	return false
}
