package archive

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// readable gives data as valid text: without a byte order mark, with bytes that are no text written as \xNN.
func readable(data []byte) (text string, escaped int) {
	s := strings.TrimPrefix(string(data), "\ufeff")
	if utf8.ValidString(s) && !strings.Contains(s, "\x00") {
		return s, 0
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 || r == 0 {
			fmt.Fprintf(&b, `\x%02x`, s[0])
			escaped++
		} else {
			b.WriteString(s[:n])
		}
		s = s[n:]
	}
	return b.String(), escaped
}

func escapedNotice(n int) string {
	if n == 1 {
		return `1 byte is not text; it is kept as \xNN.`
	}
	return fmt.Sprintf(`%d bytes are not text; they are kept as \xNN.`, n)
}
