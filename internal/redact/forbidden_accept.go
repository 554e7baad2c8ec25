package redact

import (
	"slices"
	"strings"
)

// accept decides whether the letters s.b[from:to] are the pattern as a reader would see it.
func (m *matcher) accept(p *formPattern, text string, s *squeezed, from, to int) (ok, loose bool) {
	f := &m.forms[p.form]
	if f.encoded {
		return true, true
	}
	starts, ends := s.gap[from] != gapNone, s.gap[to] != gapNone || p.cut
	if !starts && asciiDigit(s.b[from]) && asciiDigit(s.b[from-1]) || !ends && asciiDigit(s.b[to]) && asciiDigit(s.b[to-1]) {
		return false, false // another number
	}
	switch {
	case f.lone && joinedByColon(text, int(s.at[from]), int(s.end[to-1])):
		return false, false
	case f.literal:
		found := foldLiteral(text[s.at[from]:s.end[to-1]])
		return starts && ends && (found == p.literal || strings.ReplaceAll(found, "+", " ") == p.literal) && // 12+March in a link p.around(text, s, from, to) &&
			!partOfNumber(text, int(s.at[from])-len(p.prefix), int(s.end[to-1])+len(p.suffix)), false
	case f.exact:
		if !starts || !ends || p.strays(s, from, to) {
			return false, false
		}
		return foldCased(text[s.at[from]:s.end[to-1]]) == p.cased, false
	}
	if !p.numbersAgree(s, from, to) || !p.around(text, s, from, to) {
		return false, false
	}
	if f.tight && slices.Max(s.gap[from+1:to]) >= gapMark {
		return false, false
	}
	strays := p.strays(s, from, to)
	switch {
	case starts && ends && !strays:
		return true, false
	case p.runes < longForm:
		return false, false
	case !starts || !ends:
		// Inside a longer word: only where the word is no ordinary one, and the form stands together, and begins or
		// ends the word or is too long for a chance.
		if strays || !starts && !ends && p.runes < longForm+2 || p.digits > 0 && p.digits == p.runes {
			return false, false
		}
		return !ordinaryAround(s, from, to), true
	}
	return p.digits == p.runes || !ordinaryWords(s, from, to), true
}

// strays reports whether the text parts what the form does not part: more than emphasis and a broken line can.
func (p *formPattern) strays(s *squeezed, from, to int) bool {
	for i := 1; i < to-from; i++ {
		t := s.gap[from+i]
		switch p.gap[i] {
		case gapNone:
			if t > gapMarkup {
				return true
			}
		case gapChange, gapMarkup:
			if t > gapJoint {
				return true
			}
		case gapJoint, gapMark:
			if t > gapMark {
				return true
			}
		}
	}
	return false
}

// numbersAgree reports whether digits are grouped in the text as in the form. Long numbers may be grouped otherwise,
// but 10.44.7.21 is not 1,044,721.
func (p *formPattern) numbersAgree(s *squeezed, from, to int) bool {
	if p.digits >= longForm+2 || p.runes >= longForm && s.apart(from, to) {
		return true
	}
	for i := 1; i < to-from; i++ {
		if asciiDigit(s.b[from+i-1]) && asciiDigit(s.b[from+i]) && (p.gap[i] > gapMarkup) != (s.gap[from+i] > gapMarkup) {
			return false
		}
	}
	return true
}

// around reports whether the punctuation that belongs to the form stands around the place.
func (p *formPattern) around(text string, s *squeezed, from, to int) bool {
	if p.prefix == "" && p.suffix == "" {
		return true
	}
	start, end := int(s.at[from]), int(s.end[to-1])
	return strings.HasSuffix(foldLiteral(text[:start][max(0, start-4*len(p.prefix)-12):]), p.prefix) &&
		strings.HasPrefix(foldLiteral(text[end:min(len(text), end+4*len(p.suffix)+12)]), p.suffix)
}

// partOfNumber reports whether a clock time or date goes on: 14:32 is not in 114:32, 14:325 or T+14:32.
func partOfNumber(text string, start, end int) bool {
	if start >= 2 && (text[start-1] == '+' || text[start-1] == '-') && text[start-2] == 'T' {
		return true
	}
	if start > 0 && asciiDigit(text[start-1]) || end < len(text) && asciiDigit(text[end]) {
		return true
	}
	return false
}

// joinedByColon reports whether a place is a part of something joined by a colon or a full stop.
func joinedByColon(text string, start, end int) bool {
	return start > 1 && (text[start-1] == ':' || text[start-1] == '.') && (wordly(text[start-2]) || text[start-2] == ':') ||
		end+1 < len(text) && (text[end] == ':' || text[end] == '.') && asciiDigit(text[end+1])
}

func asciiDigit(b byte) bool { return '0' <= b && b <= '9' }
