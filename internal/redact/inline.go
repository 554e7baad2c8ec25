package redact

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is a stretch of prose after Markdown's inline structure has been read.
type piece struct {
	start, end int // in the source
	part       part
	raw        bool   // read letter by letter, as it stands
	out        string // otherwise, what it reads as
	taken      bool   // not read: mark of emphasis, tag within a word
}

// inline reads src[start:end], a run of prose, into pieces that cover it, and the pairs of emphasis in it.
func inline(src string, start, end int) ([]piece, [][4]int) {
	s := inlineScanner{src: src, end: end, from: start, pos: start}
	for s.pos < end {
		switch c := src[s.pos]; c {
		case '\\':
			s.escape()
		case '`':
			s.codeSpan()
		case '&':
			s.entity()
		case '<':
			s.angle()
		case ']':
			s.destination()
		case '*', '_', '~':
			s.mark()
		default:
			s.pos++
		}
	}
	s.flush(end)
	return s.pieces, s.pairs()
}

type inlineScanner struct {
	src      string
	end      int
	from     int // the raw piece under way begins here
	pos      int
	pieces   []piece
	marks    []emphasis
	runs     map[int]int // where the last run of that many backticks begins; nil until needed
	noAngle  bool        // no > follows
	noClosed bool        // no ) follows
}

// flush ends the raw piece under way.
func (s *inlineScanner) flush(at int) {
	if at > s.from {
		s.pieces = append(s.pieces, piece{start: s.from, end: at, raw: true})
	}
	s.from = at
}

// put adds a piece that begins at pos, and goes on after it.
func (s *inlineScanner) put(p piece) {
	s.flush(s.pos)
	p.start = s.pos
	s.pieces = append(s.pieces, p)
	s.pos, s.from = p.end, p.end
}

// escape takes the backslash off a punctuation mark.
func (s *inlineScanner) escape() {
	if i := s.pos + 1; i < s.end && punct(s.src[i]) {
		s.put(piece{end: i + 1, out: s.src[i : i+1]})
		return
	}
	s.pos++
}

func punct(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z')
}

// codeSpan takes a code span, backticks included.
func (s *inlineScanner) codeSpan() {
	n := run(s.src[s.pos:s.end], '`')
	if s.runs == nil {
		s.runs = map[int]int{}
		for i := s.pos; i < s.end; {
			m := run(s.src[i:s.end], '`')
			if m > 0 {
				s.runs[m] = i
			}
			i += max(m, 1)
		}
	}
	if s.runs[n] <= s.pos {
		s.pos += n // no run of that length follows
		return
	}
	for i := s.pos + n; i < s.end; {
		m := run(s.src[i:s.end], '`')
		if m == n {
			s.put(piece{end: i + n, raw: true, part: code})
			return
		}
		i += max(m, 1)
	}
}

// run is how often c stands at the beginning of s.
func run(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

// entity decodes a character reference.
func (s *inlineScanner) entity() {
	const longest = len("&CounterClockwiseContourIntegral;")
	text := s.src[s.pos:min(s.end, s.pos+longest)]
	i := strings.IndexByte(text, ';')
	if i < 2 || strings.ContainsAny(text[1:i], " \n&<") {
		s.pos++
		return
	}
	out := html.UnescapeString(text[:i+1])
	if out == text[:i+1] || strings.HasSuffix(out, ";") && len(out) > 1 {
		s.pos++ // no entity, or only its beginning is one
		return
	}
	var b strings.Builder
	for j := 0; j < len(out); {
		n := cluster(out[j:])
		b.WriteString(normal(out[j : j+n]))
		j += n
	}
	p := piece{end: s.pos + i + 1, out: b.String()}
	p.taken = p.out == ""
	s.put(p)
}

// angle takes an autolink or a raw HTML tag. A tag that the language does not know, such as <hostname> or the nick in
// a chat log, is text.
func (s *inlineScanner) angle() {
	if s.noAngle {
		s.pos++
		return
	}
	i := strings.IndexByte(s.src[s.pos:s.end], '>')
	if i < 0 {
		s.noAngle = true
		s.pos++
		return
	}
	text := s.src[s.pos+1 : s.pos+i]
	end := s.pos + i + 1
	name := tagName(text)
	switch {
	case !strings.ContainsAny(text, " \t\n<") && (strings.Contains(text, "://") || strings.HasPrefix(text, "mailto:") ||
		strings.Contains(text, "@") && !strings.HasPrefix(text, "@") && strings.Contains(text, ".")):
		s.put(piece{end: end, raw: true, part: target})
	case name == "" || strings.Contains(text, "<"):
		s.pos++
	case !strings.ContainsAny(text, " \t\n=") && s.withinWord(end):
		s.put(piece{end: end, taken: true})
	default:
		s.put(piece{end: end, raw: true, part: unseen})
	}
}

// withinWord says whether letters stand on both sides of what stands from pos to end.
func (s *inlineScanner) withinWord(end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s.src[:s.pos])
	after, _ := utf8.DecodeRuneInString(s.src[end:s.end])
	return unicode.IsLetter(before) && (unicode.IsLetter(after) || after == '<')
}

var htmlTags = wordSet(`a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center
	cite code col dd del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header
	hr html i iframe img input ins kbd label li link main mark meta nav object ol option p picture pre q rp rt ruby s
	samp script section select small source span strike strong style sub summary sup svg table tbody td textarea tfoot th
	thead time title tr tt u ul var video wbr`)

// tagName is the name of a raw HTML tag of which text is the inside, or "" if it is none.
func tagName(text string) string {
	text = strings.TrimPrefix(text, "/")
	n := 0
	for n < len(text) && n < 12 && (text[n]|0x20 >= 'a' && text[n]|0x20 <= 'z' || text[n] >= '0' && text[n] <= '9') {
		n++
	}
	if n < len(text) && text[n] != ' ' && text[n] != '/' && text[n] != '\n' && text[n] != '\t' {
		return ""
	}
	if name := strings.ToLower(text[:n]); htmlTags[name] {
		return name
	}
	return ""
}

// wordSet is the set of the words in a list.
func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// destination takes the destination and title of a link whose text has just ended: ](destination "title").
func (s *inlineScanner) destination() {
	if s.pos+1 >= s.end || s.src[s.pos+1] != '(' || s.noClosed {
		s.pos++
		return
	}
	end := linkEnd(s.src[s.pos+2 : min(s.end, s.pos+4096)])
	if end < 0 {
		s.noClosed = strings.IndexByte(s.src[s.pos:s.end], ')') < 0
		s.pos += 2
		return
	}
	s.pos += 2
	s.flush(s.pos)
	s.put(piece{end: s.pos + end, raw: true, part: target})
	s.pos++ // the parenthesis
}

// linkEnd is the offset of the parenthesis that ends a link's destination and title, -1 if there is none.
func linkEnd(s string) int {
	i, depth := 0, 0
	if strings.HasPrefix(s, "<") {
		if i = strings.IndexAny(s, ">\n") + 1; i == 0 || s[i-1] == '\n' {
			return -1
		}
	}
	for ; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		case '\\':
			i++
		case ' ', '\n', '\t':
			return titleEnd(s, i)
		}
	}
	return -1
}

// titleEnd is linkEnd after the destination, at the white space before a title.
func titleEnd(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\n' || s[i] == '\t') {
		i++
	}
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		j := strings.IndexByte(s[i+1:], s[i])
		if j < 0 {
			return -1
		}
		i += j + 2
		for i < len(s) && (s[i] == ' ' || s[i] == '\n') {
			i++
		}
	}
	if i < len(s) && s[i] == ')' {
		return i
	}
	return -1
}
