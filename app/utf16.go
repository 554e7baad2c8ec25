package app

import "unicode/utf8"

// The page counts a text in UTF-16 units, Go in bytes. Here, and nowhere else, one becomes the other.

// units is the length of s in UTF-16 units. A byte that is no UTF-8 crosses as U+FFFD, which is one.
func units(s string) int {
	n := 0
	for _, r := range s {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}

// offset is where in s, in bytes, the given number of UTF-16 units ends. ok is false where that is outside of s or within
// a character.
func offset(s string, unit int) (at int, ok bool) {
	if unit < 0 {
		return 0, false
	}
	for at < len(s) && unit > 0 {
		r, size := utf8.DecodeRuneInString(s[at:])
		if unit--; r > 0xFFFF {
			unit--
		}
		at += size
	}
	return at, unit == 0
}
