package search

import (
	"sync"
	"unicode"
)

// A class is what a character does to the words of a text.
type class byte

const (
	gap      class = iota // ends a word
	letter                // goes on a word of letters
	single                // is a word
	attached              // goes on whichever word it follows
	dropped               // is not there
)

// unspaced are the scripts that are written without spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul, unicode.Yi,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
	unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet, unicode.Ahom,
}

// pointed are the scripts whose marks people leave out when they type: accents, points, harakat. Inherited are the marks
// of no one script. The vowel signs of others stay: they are letters to those who read them.
var pointed = []*unicode.RangeTable{
	unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Hebrew, unicode.Arabic, unicode.Syriac,
}

// classOf is the class of a character that is decomposed already.
func classOf(r rune) class {
	if r < alphabets {
		return classes()[r]
	}
	return classify(r)
}

var classes = sync.OnceValue(func() *[alphabets]class {
	var table [alphabets]class
	for r := range table {
		table[r] = classify(rune(r))
	}
	return &table
})

func classify(r rune) class {
	switch {
	case 0x4e00 <= r && r < ideographs:
		return single
	case r == '\u3099' || r == '\u309a': // voicing of kana
		return attached
	case 0x1160 <= r && r <= 0x11ff: // vowels and finals of a Korean syllable
		return attached
	case r == '\u30fc': // long vowel of kana, of no one script
		return single
	case r == '\u0640': // draws an Arabic word longer
		return dropped
	case r == '\u200b': // zero width space: stands where a word may end
		return gap
	case unicode.Is(unicode.Cf, r): // soft hyphen, joiners, direction
		return dropped
	case unicode.Is(unicode.M, r):
		if unicode.In(r, pointed...) {
			return dropped
		}
		return attached
	case unicode.In(r, unicode.L, unicode.N, unicode.Co):
		if unicode.In(r, unspaced...) {
			return single
		}
		return letter
	case unicode.Is(unicode.So, r) && (0x2600 <= r && r < 0x2800 || 0x2b00 <= r && r < 0x2c00 || 0x1f000 <= r && r < 0x1fb00): // emoji
		return single
	}
	return gap
}
