package redact

import (
	"encoding/base64"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// decodedText is a text read through an encoding, with the way back: at[i] is where byte i of text comes from.
type decodedText struct {
	text string
	at   []int
}

// decoded reads a text through the encodings that text is wrapped in: character references, percent signs, \u and \x
// escapes, quoted-printable, base64. It is empty where none is there.
func decoded(text string) []decodedText {
	var out []decodedText
	for _, marks := range []string{"&%\\", "="} { // apart: the = of "?at=14%3A32" begins no byte of quoted-printable
		if !strings.ContainsAny(text, marks) {
			continue
		}
		if d, changed := unescape(text, marks); changed {
			out = append(out, d)
			// What was wrapped twice.
			if again, more := unescape(d.text, marks); more {
				for i, k := range again.at {
					again.at[i] = d.at[k]
				}
				out = append(out, again)
			}
		}
	}
	return append(out, blobs(text)...)
}

// unescape decodes what begins with one of the marks in one pass: character references, %XX, =XX, \xXX, \uXXXX and
// \u{X}.
func unescape(text, marks string) (d decodedText, changed bool) {
	var b []byte
	var at []int // both only where there is something to decode
	for i := 0; i < len(text); {
		out, n := "", 0
		switch c := text[i]; {
		case strings.IndexByte(marks, c) < 0:
			if !changed { // on to the next mark
				if n := strings.IndexAny(text[i:], marks); n > 0 {
					i += n - 1
				} else {
					i = len(text) - 1
				}
			}
		case c == '&':
			out, n = reference(text[i:])
		case c == '%', c == '=':
			if v, ok := hexDigits(text, i+1, 2); ok {
				out, n = string([]byte{byte(v)}), 3
			}
		case c == '\\':
			out, n = backslash(text[i:])
		}
		if n == 0 {
			if changed {
				b, at = append(b, text[i]), append(at, i)
			}
			i++
			continue
		}
		if !changed {
			changed = true
			b, at = make([]byte, i, len(text)), make([]int, i, len(text)+1)
			copy(b, text)
			for k := range at {
				at[k] = k
			}
		}
		for range len(out) {
			at = append(at, i)
		}
		b = append(b, out...)
		i += n
	}
	if !changed {
		return decodedText{}, false
	}
	return decodedText{string(b), append(at, len(text))}, true
}

// reference decodes a character reference at the beginning of s.
func reference(s string) (out string, n int) {
	end := strings.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 {
		return "", 0
	}
	if out = html.UnescapeString(s[:end+1]); out == s[:end+1] {
		return "", 0
	}
	return out, end + 1
}

// backslash decodes an escape of JSON, Go or JavaScript at the beginning of s.
func backslash(s string) (out string, n int) {
	if len(s) < 2 {
		return "", 0
	}
	switch s[1] {
	case 'x':
		if v, ok := hexDigits(s, 2, 2); ok {
			return string([]byte{byte(v)}), 4
		}
	case 'u':
		if len(s) > 3 && s[2] == '{' {
			if end := strings.IndexByte(s[:min(len(s), 12)], '}'); end > 3 {
				if v, ok := hexDigits(s, 3, end-3); ok && v <= unicode.MaxRune {
					return string(rune(v)), end + 1
				}
			}
		}
		if v, ok := hexDigits(s, 2, 4); ok {
			return string(rune(v)), 6
		}
	case 'U':
		if v, ok := hexDigits(s, 2, 8); ok && v <= unicode.MaxRune {
			return string(rune(v)), 10
		}
	}
	return "", 0
}

// hexDigits reads n hexadecimal digits of s from i on.
func hexDigits(s string, i, n int) (v uint64, ok bool) {
	if i+n > len(s) || n < 1 || n > 8 {
		return 0, false
	}
	v, err := strconv.ParseUint(s[i:i+n], 16, 32)
	return v, err == nil
}

// blobs are the stretches of base64 that hold text.
func blobs(text string) []decodedText {
	var out []decodedText
	start := -1
	for i := 0; i <= len(text); i++ {
		if i < len(text) && base64Byte[text[i]] {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && i-start >= 8 {
			if d, ok := blob(text[start:i], start); ok {
				out = append(out, d)
			}
		}
		start = -1
	}
	return out
}

// base64Byte is true of what base64 is made of, in both alphabets.
var base64Byte = func() (is [256]bool) {
	for c := range is {
		is[c] = asciiAlnum(byte(c)) || strings.IndexByte("+/-_", byte(c)) >= 0
	}
	return is
}()

var standardAlphabet = strings.NewReplacer("-", "+", "_", "/")

func blob(s string, offset int) (decodedText, bool) {
	s = standardAlphabet.Replace(s)
	b, err := base64.RawStdEncoding.DecodeString(s[:len(s)-len(s)%4])
	if err != nil || !utf8.Valid(b) {
		return decodedText{}, false
	}
	for _, r := range string(b) {
		if !unicode.IsPrint(r) && !unicode.IsSpace(r) {
			return decodedText{}, false
		}
	}
	at := make([]int, len(b)+1)
	for i := range at {
		at[i] = offset + i*4/3
	}
	at[len(b)] = offset + len(s)
	return decodedText{string(b), at}, true
}
