package report

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// escapeSequence is what a terminal reads as colour or cursor movement: pasted with its output, never text.
var escapeSequence = regexp.MustCompile("\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b\n]*(?:\x07|\x1b\\\\)|[@-Z\\\\^_])")

// sanitise gives text that every reader takes the same way: valid UTF-8 (U+FFFD for what is broken), composed (NFC),
// lines ended by \n, no control but \n and \t, and nothing invisible that could reorder or hide text.
func sanitise(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.IndexByte(s, 0x1b) >= 0 {
		s = escapeSequence.ReplaceAllString(s, "")
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case unseen(r):
			return -1
		case r&0xFFFE == 0xFFFE || r >= 0xFDD0 && r <= 0xFDEF: // noncharacters
			return utf8.RuneError
		}
		return r
	}, s)
	return norm.NFC.String(s)
}

// unseen is true of characters that no reader sees and that could hide text or change its order. Joiners, variation
// selectors and tags are not among them: they are part of emoji, and go when emoji have become words.
func unseen(r rune) bool {
	switch {
	case r == 0xAD, // soft hyphen
		r == 0x61C, r == 0x180E, r == 0x200B, r == 0xFEFF,
		r >= 0x200E && r <= 0x200F, r >= 0x202A && r <= 0x202E, // bidi marks, embeddings and overrides
		r >= 0x2060 && r <= 0x206F, // word joiner, invisible operators, bidi isolates
		r >= 0xFFF9 && r <= 0xFFFB: // interlinear annotation
		return true
	}
	return unicode.IsControl(r)
}
