package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	itemNumber = regexp.MustCompile(`^([0-9]{1,9})[.)](?:\s|$)`)
	opensBlock = regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|[-+*:](?:\s|$)|[>|=]|:::|[-: ]*-[-|: ]*$)`)
	entity     = regexp.MustCompile(`^&(?:#[0-9xX]|[A-Za-z][A-Za-z0-9]*;)`)
	// label is what this program puts in brackets, such as [withheld: place], and what looks like it: nothing to
	// Markdown, as long as no link follows.
	label = regexp.MustCompile("^\\[[a-z][^\\]\\[\\\\*_<>&`|~$=%\n]+\\]")
)

// escape writes text so that Markdown reads it as that text. People read the source too, so only those marks are
// escaped which could mean something where they stand, to GitHub, GitLab or Obsidian as well. whole is the text of the
// block, for marks that mean something only in pairs.
func escape(s string, at place, whole string) string {
	var b strings.Builder
	prev := rune(0) // the ends of a run are not known to be spaces: a style may begin or end there
	if at.start {
		mark := 0
		if m := itemNumber.FindStringSubmatch(s); m != nil {
			mark = len(m[1])
		} else if !opensBlock.MatchString(s) {
			mark = -1
		}
		if mark >= 0 {
			b.WriteString(s[:mark] + `\` + s[mark:mark+1])
			prev, s = rune(s[mark]), s[mark+1:]
		}
	}
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		m := ""
		if r == '[' {
			m = label.FindString(s)
		}
		if m != "" && !strings.ContainsRune(`![]\^`, prev) && !strings.ContainsAny(s[len(m):min(len(m)+1, len(s))], "([:") {
			b.WriteString(m)
			prev, s = ']', s[len(m):]
			continue
		}
		next := rune(0)
		if size < len(s) {
			next, _ = utf8.DecodeRuneInString(s[size:])
		}
		if means(r, prev, next, s, at, whole) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		prev, s = r, s[size:]
	}
	return b.String()
}

// means is true if r, which begins s, could mean something between prev and next.
func means(r, prev, next rune, s string, at place, whole string) bool {
	switch r {
	case '\\', '`', '[', ']':
		return true
	case '*':
		return prev != ' ' || next != ' '
	case '_':
		return !letter(prev) || !letter(next)
	case '<':
		return unicode.IsLetter(next) || next != 0 && strings.ContainsRune("/!?", next)
	case '&':
		return entity.MatchString(s)
	case '~', '$': // strikethrough, formulas
		return strings.Count(whole, string(r)) > 1
	case '=', '%': // highlights, comments
		return (next == r || prev == r) && strings.Count(whole, string([]rune{r, r})) > 1
	case '#': // a tag
		return unicode.IsLetter(next) && !letter(prev)
	case '^': // the name of a block
		return letter(next) && (prev == ' ' || prev == 0)
	case '|':
		return at.cell
	}
	return false
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
