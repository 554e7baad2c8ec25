package search

import (
	"bytes"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold appends a run of text without ASCII to buffer as people type it who look for it: compatibility decomposition,
// small letters, nothing that is dropped. Folding what was folded changes nothing.
func fold(buffer, run []byte) []byte {
	run = bytes.ToValidUTF8(run, []byte("\ufffd")) // norm leaves undone what follows a stray byte
	start, marked := len(buffer), false
	for _, r := range string(norm.NFKD.Bytes(run)) {
		c := classOf(r)
		if c == dropped {
			continue
		}
		marked = marked || c == attached
		r = unicode.ToLower(r)
		if plain, ok := unmarked[r]; ok {
			buffer = append(buffer, plain...)
		} else {
			buffer = utf8.AppendRune(buffer, r)
		}
	}
	if marked && !norm.NFKD.IsNormal(buffer[start:]) { // what stood between two marks is gone
		again := norm.NFKD.Bytes(buffer[start:])
		buffer = append(buffer[:start], again...)
	}
	return buffer
}

// unmarked are letters with a stroke or joined, which have no decomposition.
var unmarked = map[rune]string{
	'ß': "ss", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŧ': "t", 'ς': "σ",
}

// The alphabets and the ideographs of the basic plane, whose folding and class are known without asking Unicode's tables,
// which would take longer than all the rest.
const (
	alphabets  = 0x3400
	ideographs = 0xa000
)

// alone is the one character that r folds to whatever stands beside it; 0 if that is none, -1 if only fold can tell.
func alone(r rune) rune {
	switch {
	case r < alphabets:
		return folded()[r]
	case r < ideographs:
		return r
	}
	return -1
}

var folded = sync.OnceValue(func() *[alphabets]rune {
	var table [alphabets]rune
	for i := range table {
		to := []rune(string(fold(nil, []byte(string(rune(i))))))
		switch {
		case len(to) == 0:
		case len(to) == 1 && classOf(to[0]) != attached:
			table[i] = to[0]
		default:
			table[i] = -1
		}
	}
	return &table
})
