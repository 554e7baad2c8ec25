package lexicon

import "strings"

// nameOnly reports whether key names people and nothing else.
func nameOnly(c class) bool { return c&(given|family) != 0 && c&ambiguous == 0 }

func isEnglish(key string) bool {
	c := lookup(key)
	if nameOnly(c) {
		return false
	}
	if c&english != 0 {
		return true
	}
	if stem, ok := cutPossessive(key); ok {
		return isEnglish(stem)
	}
	if english.inflected(key) {
		return true
	}
	for _, prefix := range englishPrefixes {
		// Five letters keep the prefix from eating names: Un-a, Re-nata.
		if stem, ok := strings.CutPrefix(key, prefix); ok && len(stem) >= 5 {
			if english.has(stem) || english.inflected(stem) {
				return true
			}
		}
	}
	return false
}

var englishPrefixes = []string{
	"un", "re", "non", "pre", "mis", "dis", "over", "under", "sub", "de",
	"auto", "multi", "inter", "micro", "out", "co",
}

func cutPossessive(key string) (stem string, ok bool) {
	if stem, ok = strings.CutSuffix(key, "'s"); ok {
		return stem, true
	}
	if strings.HasSuffix(key, "s'") {
		return strings.TrimSuffix(key, "'"), true
	}
	return key, false
}

// has reports whether stem stands in the lists c and does not name only people.
func (c class) has(stem string) bool {
	found := lookup(stem)
	return found&c != 0 && !nameOnly(found)
}

// suffix is a rule of English inflection: a word that ends in from may come
// from the stem with to in its place.
type suffix struct {
	from, to string
	double   bool // the last consonant of the stem may be doubled: throttle, pinned
}

var englishSuffixes = []suffix{
	{from: "ies", to: "y"},
	{from: "es", to: ""},
	{from: "s", to: ""},
	{from: "ied", to: "y"},
	{from: "ed", to: "", double: true},
	{from: "ed", to: "e"},
	{from: "ing", to: "", double: true},
	{from: "ing", to: "e"},
	{from: "ings", to: "", double: true},
	{from: "ings", to: "e"},
	{from: "ly", to: ""},
	{from: "ily", to: "y"},
	{from: "bly", to: "ble"},
	{from: "ally", to: ""},
	{from: "ness", to: ""},
	{from: "iness", to: "y"},
	{from: "er", to: "e"},
	{from: "ers", to: "e"},
	{from: "est", to: "e"},
	{from: "ier", to: "y"},
	{from: "iest", to: "y"},
	{from: "ised", to: "ize"}, // both spellings: authorised, authorized
	{from: "ises", to: "ize"},
	{from: "ise", to: "ize"},
	{from: "ising", to: "ize"},
	{from: "isation", to: "ization"},
	{from: "isations", to: "ization"},
}

// minStem keeps short names from being read as inflected words: Ines, Reed.
const minStem = 3

// inflected reports whether key is an inflected form of an entry of c.
func (c class) inflected(key string) bool {
	for _, s := range englishSuffixes {
		stem, ok := strings.CutSuffix(key, s.from)
		if !ok || len(stem) < minStem || s.from == "s" && strings.HasSuffix(stem, "s") {
			continue
		}
		if s.from == "es" && !takesES(stem) {
			continue
		}
		if c.has(stem + s.to) {
			return true
		}
		if n := len(stem); s.double && n > minStem && stem[n-1] == stem[n-2] && c.has(stem[:n-1]) {
			return true
		}
	}
	return false
}

// takesES reports whether the plural of stem ends in -es.
func takesES(stem string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(stem, end) {
			return true
		}
	}
	return false
}
