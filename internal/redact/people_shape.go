package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

func shapeOf(s string) shape {
	var upper, lower, other int
	var before rune
	inner := 0 // capitals after a small letter
	firstUpper := false
	for i, c := range s {
		switch {
		case unicode.IsDigit(c) || c == '_':
			return shapeIdent
		case unicode.IsUpper(c) || unicode.IsTitle(c):
			if i == 0 {
				firstUpper = true
			}
			upper++
			if unicode.IsLower(before) {
				inner++
			}
		case unicode.IsLower(c):
			lower++
		case unicode.IsLetter(c):
			other++
		}
		before = c
	}
	switch {
	case other > 0 && upper+lower == 0:
		return shapeScript
	case upper == 0:
		return shapeLower
	case lower == 0:
		return shapeUpper
	case !firstUpper:
		if strings.ContainsAny(s, "-'’") && nameParticle(s) {
			return shapeTitle // al-Zahra, d'Angelo
		}
		return shapeMixed
	case inner == 0 && !doubled(s):
		return shapeTitle
	case inner == 1 && bigPrefix(s):
		return shapeTitle // McDonald, MacLeod, DeShawn
	}
	return shapeMixed
}

// doubled says whether s begins with two capitals, as in OSDs or VMs, which names do not.
func doubled(s string) bool {
	c, n := utf8.DecodeRuneInString(s)
	d, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsUpper(c) && unicode.IsUpper(d)
}

func bigPrefix(s string) bool {
	for _, p := range []string{"Mc", "Mac", "De", "Di", "Da", "La", "Le", "Van", "Fitz", "Du", "Del", "Al"} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			c, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(c)
		}
	}
	return false
}

func nameParticle(s string) bool {
	head, rest, ok := strings.Cut(s, "-")
	if !ok {
		head, rest, ok = strings.Cut(s, "'")
	}
	c, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsUpper(c) && (particles[head] || head == "d" || head == "l" || head == "o")
}

// foldName is a word's key: look-alike letters inside a Latin word made Latin, then folded as everywhere.
func foldName(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return lexicon.Fold(unmask(s))
}

// unmask makes Cyrillic and Greek letters that look Latin Latin, in a word that mixes them with Latin ones.
// A word wholly in one script is left: it is an honest one.
func unmask(s string) string {
	latin, other := false, false
	for _, c := range s {
		if unicode.Is(unicode.Latin, c) {
			latin = true
		} else if unicode.In(c, unicode.Cyrillic, unicode.Greek) {
			other = true
		}
	}
	if !latin || !other {
		return s
	}
	return strings.Map(func(c rune) rune {
		if l, ok := lookAlike[c]; ok {
			return l
		}
		return c
	}, s)
}

var lookAlike = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X',
	'У': 'Y', 'І': 'I', 'Ј': 'J', 'Ѕ': 'S', 'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x',
	'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'һ': 'h', 'к': 'k', 'м': 'm', 'т': 't', 'в': 'b', 'н': 'h', 'г': 'r',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P',
	'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o', 'ν': 'v', 'α': 'a', 'ι': 'i', 'κ': 'k', 'ρ': 'p', 'τ': 't', 'υ': 'u',
}
