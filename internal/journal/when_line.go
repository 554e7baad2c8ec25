package journal

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unwrap takes the brackets or emphasis off the start of a line: "[12:03] x" gives "12:03" and " x".
func unwrap(s string, whole bool) (inner, after string, ok bool) {
	for _, w := range [][2]string{{"**[", "]**"}, {"[**", "**]"}, {"**", "**"}, {"__", "__"}, {"[", "]"}, {"(", ")"}, {"`", "`"}, {"*", "*"}, {"_", "_"}, {"<", ">"}} {
		if !strings.HasPrefix(s, w[0]) {
			continue
		}
		rest := s[len(w[0]):]
		end := strings.Index(rest[:min(len(rest), longestTyped)], w[1])
		if end <= 0 {
			return "", "", false
		}
		inner, after = rest[:end], rest[end+len(w[1]):]
		if !whole && !boundary(after) {
			return "", "", false
		}
		return inner, after, true
	}
	return "", "", false
}

// isSubject reports whether the words behind a time go on about the time itself: "21:30 GMT is 23:30 here", "03:50 or so".
func isSubject(rest string) bool {
	w, _, _ := strings.Cut(strings.TrimLeft(rest, " \t"), " ")
	return w == "is" || w == "or" || w == "oder"
}

// boundary reports whether a time may end before s: not in the middle of an address, a ratio, a path or a word.
func boundary(s string) bool {
	if s == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	switch r {
	case ' ', '\t', ',', ';', '|', ')', '!', '–', '—', '→', '…':
		return true
	case ':', '.':
		return s[n:] == "" || unicode.IsSpace(next) || next == '*'
	case '-':
		return s[n:] == "" || unicode.IsSpace(next) || next >= '0' && next <= '9' || next == '-' || next == '>'
	case '\r', '\u00a0', '\u202f':
		return true
	}
	return false
}

// delimited reports whether a sign that parts a time from its text follows.
func delimited(s string) bool {
	s = strings.TrimLeft(s, " \t")
	for _, sep := range []string{":", "- ", "–", "—", "|", "→"} {
		if strings.HasPrefix(s, sep) {
			return true
		}
	}
	return false
}

// trimSeparator drops the blank and the sign between a time and what happened then.
// Before another time it stays, so that "10:04-10:20 reboot" leaves "-10:20 reboot".
func trimSeparator(s string) string {
	s = strings.TrimLeft(s, " \t\u00a0\u202f")
	for _, sep := range []string{":", "->", "--", "-", "–", "—", "→", "|", ",", ";", "."} {
		rest, ok := strings.CutPrefix(s, sep)
		if !ok {
			continue
		}
		trimmed := strings.TrimLeft(rest, " \t\u00a0\u202f")
		if strings.ContainsAny(sep, "-–—→") {
			if startsWithTime(trimmed) || rest != "" && trimmed == rest {
				return s // a range, or a word that begins with the sign
			}
		}
		if sep == "." && strings.HasPrefix(rest, ".") {
			return s
		}
		return trimmed
	}
	return s
}

func startsWithTime(s string) bool {
	p := reader{s: s[:min(len(s), longestTyped)]}
	t, ok := p.when()
	return ok && t.hasClock && boundary(p.s[p.i:])
}

func isAlnum(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// wordEndOr reports whether no letter or digit follows but one of the given.
func wordEndOr(s, or string) bool {
	return wordEnd(s) || strings.IndexByte(or, s[0]) >= 0
}
