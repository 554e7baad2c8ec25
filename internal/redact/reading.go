package redact

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A reading is a source as the rules see it: text, with what hides names from a search taken out, and the way back.
//
// Taken out are zero-width characters and soft hyphens, emphasis marks, entities (decoded) and backslash escapes of
// Markdown; curly quotes are straight, letters composed (NFC), full-width forms narrow. Case, accents and line breaks
// stay; a line ends in \n however it ended. What is not UTF-8 reads as U+FFFD, a byte at a time.
type reading struct {
	source int    // index of the source
	src    string // as written
	text   string // as the rules see it
	at     []int  // at[i] is the offset in src of byte i of text; len(at) == len(text)+1
	areas  []area // what the stretches of text are, in order, covering all of it

	till  []int    // till[i] is the offset in src at which what byte i of text was read from ends
	pairs [][4]int // emphasis taken out: start and end of the opening mark, then of the closing one; by opening mark

	*page
}

// An area is a stretch of a reading's text that is all the same to Markdown.
type area struct {
	start, end int
	part       part
}

// part is what a stretch of text is to Markdown.
type part int

const (
	prose  part = iota
	code        // fenced or indented block, code span
	info        // info string of a fence
	target      // destination or title of a link or image, definition of a reference, autolink
	unseen      // comment, front matter, raw HTML tag: never leaves
)

// span is the stretch of the source that text[start:end] was read from, widened so that it cuts no rune, entity or
// pair of emphasis marks within a word in two.
func (r *reading) span(start, end int) Span {
	if start >= end {
		return Span{Source: r.source, Start: r.at[start], End: r.at[start]}
	}
	s, e := r.at[start], r.till[end-1]
	// A pair can only reach out of the span by the length of a word, so the ones that start shortly before matter.
	i := sort.Search(len(r.pairs), func(i int) bool { return r.pairs[i][0] >= s-maxWord })
	for ; i < len(r.pairs) && r.pairs[i][0] < e; i++ {
		p := r.pairs[i]
		switch {
		case p[1] <= s && s < p[2] && p[3] <= e && oneWord(r.src[p[1]:s]):
			s = p[0]
		case s <= p[0] && p[1] <= e && e <= p[2] && oneWord(r.src[e:p[2]]):
			e = p[3]
		}
	}
	return Span{Source: r.source, Start: s, End: e}
}

// maxWord is the length in bytes up to which emphasis within a word is looked for.
const maxWord = 80

// oneWord says whether s is letters and digits of one word.
func oneWord(s string) bool {
	return len(s) < maxWord && strings.IndexFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) }) < 0
}

// partAt is what the byte of text at i is.
func (r *reading) partAt(i int) part {
	j := sort.Search(len(r.areas), func(j int) bool { return i < r.areas[j].end })
	if j == len(r.areas) {
		return prose
	}
	return r.areas[j].part
}

// A match is what a rule found in a reading, before it is a finding.
type match struct {
	start, end int // in the reading's text
	kind       Kind
	certain    bool
	rule       string // id of the rule
	// same joins this match to others: matches with an equal same are one entity whatever their kind, such as the
	// ticket in a link and the bare ticket. Empty: resolved by kind and folded form.
	same string
}

// read reads a source. It never fails: what is no Markdown is prose.
func read(source int, text string) *reading {
	r := &reading{source: source, src: text, page: &page{}}
	w := writer{r: r, at: make([]int, 0, len(text)+1), till: make([]int, 0, len(text))}
	w.text.Grow(len(text))
	for _, b := range blocks(text) {
		if b.part != prose {
			w.part = b.part
			w.plain(b.start, b.end)
			continue
		}
		pieces, pairs := inline(text, b.start, b.end)
		r.pairs = append(r.pairs, pairs...)
		for _, p := range pieces {
			w.part = p.part
			switch {
			case p.taken:
			case p.raw:
				w.plain(p.start, p.end)
			default:
				w.put(p.out, p.start, p.end)
			}
		}
	}
	w.closeArea()
	r.text, r.at, r.till = w.text.String(), append(w.at, len(text)), w.till
	sort.Slice(r.pairs, func(i, j int) bool { return r.pairs[i][0] < r.pairs[j][0] })
	return r
}

// A writer puts a reading together.
type writer struct {
	r        *reading
	text     strings.Builder
	at, till []int
	part     part
	from     int // where the current area begins
	now      part
}

// put writes out, read from src[start:end].
func (w *writer) put(out string, start, end int) {
	if out == "" {
		return
	}
	if w.part != w.now {
		w.closeArea()
		w.now = w.part
	}
	for range len(out) {
		w.at = append(w.at, start)
		w.till = append(w.till, end)
	}
	w.text.WriteString(out)
}

func (w *writer) closeArea() {
	if n := w.text.Len(); n > w.from {
		w.r.areas = append(w.r.areas, area{w.from, n, w.now})
		w.from = n
	}
}

// plain writes src[start:end], normalised letter by letter.
func (w *writer) plain(start, end int) {
	src := w.r.src
	if w.part != w.now {
		w.closeArea()
		w.now = w.part
	}
	for i := start; i < end; {
		c := src[i]
		if c < utf8.RuneSelf {
			// An ASCII letter can only change through a mark that follows it.
			if c != '\r' && (i+1 >= end || src[i+1] < utf8.RuneSelf) {
				w.text.WriteByte(c)
				w.at = append(w.at, i)
				i++
				w.till = append(w.till, i)
				continue
			}
			if c == '\r' {
				n := 1
				if i+1 < end && src[i+1] == '\n' {
					n = 2
				}
				w.put("\n", i, i+n)
				i += n
				continue
			}
		}
		n := cluster(src[i:end])
		w.put(normal(src[i:i+n]), i, i+n)
		i += n
	}
}

// maxCluster bounds the marks that are taken to belong to one letter.
const maxCluster = 64

// cluster is the length of the first letter of s with the marks that compose with it, and with what is invisible
// between them.
func cluster(s string) int {
	first, n := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError && n <= 1 || invisible(first) {
		return max(n, 1)
	}
	for n < len(s) && n < maxCluster && s[n] >= utf8.RuneSelf {
		next, size := utf8.DecodeRuneInString(s[n:])
		if next == utf8.RuneError && size <= 1 {
			break
		}
		if !unicode.Is(unicode.Mn, next) && norm.NFC.PropertiesString(s[n:]).BoundaryBefore() {
			break
		}
		n += size
	}
	return n
}

// normal is the normal form of a cluster.
func normal(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n < len(s) {
		return norm.NFC.String(strings.Map(func(c rune) rune {
			if invisible(c) {
				return -1
			}
			return c
		}, s))
	}
	switch {
	case first == utf8.RuneError:
		return "\uFFFD"
	case invisible(first):
		return ""
	case first < utf8.RuneSelf:
		return s
	}
	switch first {
	case '‘', '’', '‚', '‛', '′', 'ʼ', 'ʹ':
		return "'"
	case '“', '”', '„', '‟', '″':
		return `"`
	case '‐', '‑', '−':
		return "-"
	case '\u00A0', '\u202F', '\u2007', '\u2009', '\u200A', '\u2002', '\u2003', '\u3000':
		return " "
	case '\u2028', '\u2029', '\u0085':
		return "\n"
	}
	if first >= '！' && first <= '～' || first >= 0x1D400 && first <= 0x1D7FF || first >= 'ﬀ' && first <= 'ﬆ' {
		return norm.NFKC.String(s)
	}
	return norm.NFC.String(s)
}

// invisible says whether a rune takes no room and has no meaning to a search.
func invisible(c rune) bool {
	if c < 0xAD {
		return false
	}
	switch {
	case c == 0xAD, c == 0x34F, c == 0x61C, c == 0x180E, c == 0xFEFF, // soft hyphen, joiners, marks of direction
		c >= 0x200B && c <= 0x200F, c >= 0x202A && c <= 0x202E, c >= 0x2060 && c <= 0x2064, c >= 0x2066 && c <= 0x206F,
		c >= 0xFE00 && c <= 0xFE0F, c >= 0xE0000 && c <= 0xE01EF: // variation selectors, tags
		return true
	}
	return false
}
