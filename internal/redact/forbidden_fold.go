package redact

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// squeezed is a text reduced to its letters and digits, folded, with the way back: what the matcher searches.
type squeezed struct {
	b   []byte  // folded letters and digits in UTF-8
	at  []int32 // at[i] is where the rune that byte i comes from starts in the text
	end []int32 // end[i] is where that rune ends, the marks that follow it included
	gap []gap   // gap[i] is what stands before byte i; len(b)+1 of them
}

// A gap is what stands between two neighbouring letters of a squeezed text. The order matters: of several
// characters the strongest counts.
type gap uint8

const (
	gapNone   gap = iota // nothing: the same word goes on
	gapChange            // nothing, but case changes, or letters and digits meet, or a script without spaces goes on
	gapMarkup            // emphasis marks, or the hyphen of a word broken at the end of a line
	gapJoint             // a hyphen, underscore, full stop or apostrophe
	gapMark              // other punctuation
	gapSpace             // white space
	gapEdge              // the text begins or ends
)

// beyondNFKD are the Latin letters that have no decomposition, and the Cyrillic and Greek ones that look Latin:
// a look-alike hides a name from nobody who reads it.
var beyondNFKD = map[rune]string{
	'ł': "l", 'ø': "o", 'ß': "ss", 'æ': "ae", 'þ': "th", 'ı': "i", 'đ': "d", 'ð': "d", 'œ': "oe", 'ħ': "h",
	'ŋ': "n", 'ŧ': "t", 'ĸ': "k", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ə': "e", 'ɛ': "e", 'ɔ': "o", 'ς': "σ",
	'а': "a", 'е': "e", 'о': "o", 'р': "p", 'с': "c", 'у': "y", 'х': "x", 'і': "i", 'ј': "j", 'ѕ': "s",
	'к': "k", 'м': "m", 'т': "t", 'в': "b", 'н': "h", 'ԁ': "d", 'һ': "h", 'ԛ': "q", 'ԝ': "w", 'ո': "n",
	'α': "a", 'ο': "o", 'ρ': "p", 'ν': "v", 'τ': "t", 'ι': "i", 'κ': "k", 'χ': "x", 'ε': "e", 'υ': "u",
}

// squeeze reduces text. It is linear in the text.
func squeeze(text string) *squeezed {
	s := &squeezed{}
	s.fill(text)
	return s
}

// spare are squeezed texts that nobody needs any more. Each takes ten times its text, and a file is searched through
// many views.
var spare = sync.Pool{New: func() any { return &squeezed{} }}

// borrow is squeeze for a search: the result is good until it is given back.
func borrow(text string) *squeezed {
	s := spare.Get().(*squeezed)
	s.fill(text)
	return s
}

func (s *squeezed) giveBack() {
	clear(s.b[:cap(s.b)]) // it was somebody's text
	spare.Put(s)
}

func (s *squeezed) fill(text string) {
	letters, gaps := slices.Grow(s.b[:0], len(text)), slices.Grow(s.gap[:0], len(text)+1)
	at, ends := slices.Grow(s.at[:0], len(text)), slices.Grow(s.end[:0], len(text))
	var (
		pending = gapEdge
		prev    runeClass
		hyphen  bool // the last character was a hyphen at the end of a word
		broken  bool // a line was broken after it
	)
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		var c runeClass
		if r < utf8.RuneSelf {
			c = asciiClasses[r]
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
			c = runeClassOf(r)
		}
		switch c {
		case runeDropped:
			if n := len(ends); n > 0 && pending == gapNone {
				ends[n-1] = int32(i + size)
			}
		case runeOther:
			var g gap
			if r < utf8.RuneSelf {
				g = asciiGaps[r]
			} else {
				g = gapOf(r)
			}
			switch {
			case r == '-' || r == '‐':
				hyphen, broken = pending == gapNone, false
			case r == '\n' && hyphen:
				broken = true
			case broken && (g == gapSpace || r == '>'):
			default:
				hyphen, broken = false, false
			}
			pending = max(pending, g)
		default:
			g := pending
			if broken && g != gapEdge {
				g = gapMarkup
			}
			if g == gapNone && (c != runeLower || prev != runeLower) && wordEnds(prev, c, text[i+size:]) {
				g = gapChange
			}
			n := len(letters)
			if r < utf8.RuneSelf {
				b := byte(r)
				if c == runeUpper {
					b |= 0x20
				}
				letters = append(letters, b)
			} else {
				letters = appendFolded(letters, r, c)
			}
			for k := n; k < len(letters); k++ {
				at, ends, gaps = append(at, int32(i)), append(ends, int32(i+size)), append(gaps, gapNone)
			}
			if len(letters) > n {
				gaps[n] = g
				pending, prev, hyphen, broken = gapNone, c, false, false
			}
		}
		i += size
	}
	s.b, s.at, s.end, s.gap = letters, at, ends, append(gaps, gapEdge)
}

// asciiClasses and asciiGaps are runeClassOf and gapOf of the characters that nearly every text is made of.
var asciiClasses, asciiGaps = func() (cs [utf8.RuneSelf]runeClass, gs [utf8.RuneSelf]gap) {
	for r := range rune(utf8.RuneSelf) {
		cs[r], gs[r] = runeClassOf(r), gapOf(r)
	}
	return cs, gs
}()

// squeezedLetters are the bytes of a squeezed text alone.
func squeezedLetters(text string) []byte {
	if !ascii(text) {
		return squeeze(text).b
	}
	b := make([]byte, 0, len(text))
	for i := range len(text) {
		switch c := text[i]; {
		case 'A' <= c && c <= 'Z':
			b = append(b, c|0x20)
		case asciiAlnum(c):
			b = append(b, c)
		}
	}
	return b
}

// runeClass is what a rune is to the matcher.
type runeClass uint8

const (
	runeOther     runeClass = iota // neither letter nor digit
	runeDropped                    // mark, zero-width character, soft hyphen
	runeLower                      // letter, also of a script without case
	runeUpper                      // capital letter
	runeDigit                      // digit
	runeUnspaced                   // letter of a script that puts no spaces between words
	runeModifying                  // mark that is a letter of its own in its script, as in Thai and Devanagari
)

func runeClassOf(r rune) runeClass {
	switch {
	case 'a' <= r && r <= 'z':
		return runeLower
	case 'A' <= r && r <= 'Z':
		return runeUpper
	case '0' <= r && r <= '9':
		return runeDigit
	case r < 0x80:
		return runeOther
	case r == 0xAD, r == 0x034F, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0: // soft hyphen, joiner, fillers
		return runeDropped
	case r >= 0x02B9 && r <= 0x02BF: // apostrophes that count as letters
		return runeOther
	case unicode.Is(unicode.Mn, r):
		if decorates(r) {
			return runeDropped
		}
		return runeModifying
	case unicode.Is(unicode.Cf, r):
		return runeDropped
	case unicode.Is(unicode.Mc, r), unicode.Is(unicode.Me, r):
		return runeModifying
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar):
		if unicode.IsLetter(r) {
			return runeUnspaced
		}
		return runeOther
	case unicode.IsUpper(r), unicode.IsTitle(r):
		return runeUpper
	case unicode.IsLetter(r):
		return runeLower
	case unicode.IsDigit(r):
		return runeDigit
	case unicode.In(r, unicode.So, unicode.No, unicode.Nl):
		// Circled, squared and mathematical letters decompose to plain ones; emoji do not.
		if d := norm.NFKD.PropertiesString(string(r)).Decomposition(); len(d) > 0 && asciiAlnum(d[0]) {
			return runeLower
		}
	}
	return runeOther
}

func asciiAlnum(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// decorates reports whether a mark only decorates its letter. Marks of Thai, Devanagari or kana are letters themselves.
func decorates(r rune) bool {
	switch {
	case r >= 0x0300 && r <= 0x036F, r >= 0x0483 && r <= 0x0489, r >= 0x1AB0 && r <= 0x1AFF,
		r >= 0x1DC0 && r <= 0x1DFF, r >= 0x20D0 && r <= 0x20FF, r >= 0xFE00 && r <= 0xFE0F, r >= 0xFE20 && r <= 0xFE2F,
		r >= 0x0591 && r <= 0x05C7, r >= 0x0610 && r <= 0x061A, r >= 0x064B && r <= 0x065F, r == 0x0670,
		r >= 0xE0100 && r <= 0xE01EF:
		return true
	}
	return false
}

func gapOf(r rune) gap {
	switch r {
	case '*', '~', '`', '\\':
		return gapMarkup
	case '-', '_', '.', '\'', '’', 'ʼ', '‐', '‑', '–', '·':
		return gapJoint
	}
	if r == ' ' || r == '\n' || unicode.IsSpace(r) {
		return gapSpace
	}
	return gapMark
}

// boundary reports whether a word ends between two neighbouring characters: acmeBilling, ACMEBilling, acme2.
func wordEnds(prev, c runeClass, rest string) bool {
	switch {
	case c == runeModifying:
		return false
	case c == runeUnspaced || prev == runeUnspaced, prev == runeModifying && c != runeLower:
		return true
	case (prev == runeDigit) != (c == runeDigit):
		return true
	case prev == runeLower && c == runeUpper:
		return true
	case prev == runeUpper && c == runeUpper:
		for _, r := range rest {
			if n := runeClassOf(r); n != runeDropped {
				// A plural or possessive s after capitals ("APIs") is not a new word; "ACMEBilling" is.
				return n == runeLower && !(r == 's' && !nextIsLetter(rest))
			}
		}
	}
	return false
}

func nextIsLetter(rest string) bool {
	first := true
	for _, r := range rest {
		if first {
			first = false
			continue
		}
		c := runeClassOf(r)
		if c == runeDropped {
			continue
		}
		return c == runeLower || c == runeUpper
	}
	return false
}

// appendFolded appends the folding of a letter or digit: decomposed, without marks, in lower case, Latin where it
// looks Latin.
func appendFolded(b []byte, r rune, c runeClass) []byte {
	switch {
	case r < 0x80:
		if c == runeUpper {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	case c == runeModifying:
		return utf8.AppendRune(b, r)
	}
	if s, ok := beyondNFKD[unicode.ToLower(r)]; ok {
		return append(b, s...)
	}
	if r >= 0xAC00 && r <= 0xD7A3 { // Hangul syllables decompose by rule, not by table
		return append(b, norm.NFD.String(string(r))...)
	}
	d := norm.NFKD.PropertiesString(string(r)).Decomposition()
	if len(d) == 0 {
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
	for len(d) > 0 {
		r, size := utf8.DecodeRune(d)
		d = d[size:]
		if k := runeClassOf(r); k == runeDropped || k == runeOther {
			continue
		}
		r = unicode.ToLower(r)
		if s, ok := beyondNFKD[r]; ok {
			b = append(b, s...)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// foldCased is the text's letters and digits without marks, case kept: what a form that is also a word is compared by.
func foldCased(text string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(text) {
		if c := runeClassOf(r); c != runeDropped && c != runeOther {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// apart reports whether every letter of a stretch stands by itself: "1 0 . 4 4 . 7".
func (s *squeezed) apart(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.gap[i] <= gapMarkup && utf8.RuneStart(s.b[i]) {
			return false
		}
	}
	return true
}
