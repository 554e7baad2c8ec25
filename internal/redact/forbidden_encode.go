package redact

import (
	"encoding/base64"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// encodings are the encodings in which a form could survive: base64 at its three alignments, hex, the text read as
// Latin-1, punycode. Percent signs, entities and \u are decoded where text is searched, so they need none.
//
// Both base64 alphabets and all spellings of hex are one here: the matcher passes over punctuation and case.
func encodings(text string, secret bool) []string {
	var out []string
	shortest := longForm + 1
	if secret || !ascii(text) {
		shortest = longForm
	}
	add := func(s string) {
		if len(s) >= shortest && len(squeezedLetters(s)) >= shortest {
			out = append(out, s)
		}
	}
	variants := []string{text}
	if !secret {
		if l := strings.ToLower(text); l != text {
			variants = append(variants, l)
		}
	}
	for _, v := range variants {
		if len(v) < longForm && !secret {
			continue
		}
		for shift := range 3 {
			add(base64Core(v, shift))
		}
		add(hex.EncodeToString([]byte(v)))
	}
	if ascii(text) {
		return out
	}
	latin := make([]rune, len(text))
	for i := range len(text) {
		latin[i] = rune(text[i])
	}
	add(string(latin))
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '.' || r == '@' || r == '/' }) {
		if !ascii(word) {
			add("xn--" + punycode(word))
		}
	}
	return out
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// base64Core is what of the base64 of a text that holds s after shift bytes depends on s alone.
func base64Core(s string, shift int) string {
	padded := make([]byte, shift, shift+len(s)+3)
	padded = append(append(padded, s...), 0, 0)
	code := base64.StdEncoding.EncodeToString(padded)
	return code[(shift*8+5)/6 : (shift+len(s))*8/6]
}

// punycode is the ASCII form of a host label (RFC 3492), without its prefix.
func punycode(label string) string {
	const base, tMin, tMax, skew, damp = 36, 1, 26, 38, 700
	input := []rune(label)
	var out strings.Builder
	for _, r := range input {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
		}
	}
	basic := out.Len()
	if basic > 0 {
		out.WriteByte('-')
	}
	digit := func(d int) byte {
		if d < 26 {
			return byte('a' + d)
		}
		return byte('0' + d - 26)
	}
	n, delta, bias := rune(utf8.RuneSelf), 0, 72
	for done := basic; done < len(input); {
		next := rune(utf8.MaxRune)
		for _, r := range input {
			if r >= n && r < next {
				next = r
			}
		}
		delta += int(next-n) * (done + 1)
		n = next
		for _, r := range input {
			if r < n {
				delta++
			}
			if r != n {
				continue
			}
			q := delta
			for k := base; ; k += base {
				t := min(max(k-bias, tMin), tMax)
				if q < t {
					break
				}
				out.WriteByte(digit(t + (q-t)%(base-t)))
				q = (q - t) / (base - t)
			}
			out.WriteByte(digit(q))
			// The bias of the next delta.
			if done == basic {
				delta /= damp
			} else {
				delta /= 2
			}
			delta += delta / (done + 1)
			k := 0
			for delta > (base-tMin)*tMax/2 {
				delta /= base - tMin
				k += base
			}
			bias = k + (base-tMin+1)*delta/(delta+skew)
			delta = 0
			done++
		}
		delta++
		n++
	}
	return out.String()
}

// spellings are other ways to write the letters of a form without their marks: Jürgen as Juergen, Bjørn as Bjoern.
func spellings(text string) []string {
	if ascii(text) {
		return nil
	}
	s := twoLetters.Replace(text)
	if s == text {
		return nil
	}
	return []string{s}
}

var twoLetters = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "å", "aa", "Å", "Aa",
	"ø", "oe", "Ø", "Oe")
