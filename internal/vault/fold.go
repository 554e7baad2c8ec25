package vault

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes a text comparable: compatibility decomposition (NFKD), marks dropped, lower case, and the letters
// that Unicode does not take apart written as people without them type them. fold(fold(s)) = fold(s).
func fold(s string) string { return string(foldTo(nil, []byte(s))) }

// foldTo appends the folded text to buffer. Lines are mostly ASCII, which needs no tables.
func foldTo(buffer, text []byte) []byte {
	for len(text) > 0 {
		n := bytes.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
		if n < 0 {
			n = len(text)
		}
		// A mark may follow the last letter of an ASCII run; it is dropped, so the run needs no company.
		for _, c := range text[:n] {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			buffer = append(buffer, c)
		}
		text = text[n:]
		n = bytes.IndexFunc(text, func(r rune) bool { return r < utf8.RuneSelf })
		if n < 0 {
			n = len(text)
		}
		buffer = foldRunes(buffer, text[:n])
		text = text[n:]
	}
	return buffer
}

func foldRunes(buffer, text []byte) []byte {
	text = bytes.ToValidUTF8(text, []byte("\ufffd")) // norm leaves undone what follows a stray byte
	for _, r := range string(norm.NFKD.Bytes(text)) {
		buffer = foldRune(buffer, r)
	}
	return buffer
}

func foldRune(buffer []byte, r rune) []byte {
	if plain, ok := unmarked[r]; ok {
		return append(buffer, plain...)
	}
	if unicode.Is(unicode.M, r) {
		return buffer
	}
	lower := unicode.ToLower(r)
	if plain, ok := unmarked[lower]; ok {
		return append(buffer, plain...)
	}
	return utf8.AppendRune(buffer, lower)
}

// unmarked are letters with a stroke or joined, which have no decomposition.
var unmarked = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ı': "i", 'ħ': "h", 'ŧ': "t", 'ς': "σ",
}

// words folds a query's words and splits them where folding made a space.
func foldWords(query []string) [][]byte {
	var words [][]byte
	for _, w := range query {
		for _, part := range strings.Fields(fold(w)) {
			words = append(words, []byte(part))
		}
	}
	return words
}

func containsAll(text []byte, words [][]byte) bool {
	for _, w := range words {
		if !bytes.Contains(text, w) {
			return false
		}
	}
	return true
}
