package redact

import "strings"

// feature is a set of kinds of characters.
type feature uint64

// features are the features of a byte.
var features = func() (f [256]feature) {
	bit := feature(1)
	set := func(from, to byte) {
		for c := int(from); c <= int(to); c++ {
			f[c] |= bit
		}
		bit <<= 1
	}
	set('0', '9')
	set('A', 'Z')
	set('a', 'z')
	set(0x80, 0xFF)
	for _, c := range []byte("!\"#$%&'()*+,-./:;<=>@[\\]^_`{|}~") {
		set(c, c)
	}
	return f
}()

// A word is a stretch without white space.
type word struct {
	start, end int
	has        feature
}

// A passage is a run of lines without an empty one, cut between words where it is long.
type passage struct {
	start, end  int
	first, last int // words[first:last]
	has         feature
}

// longestPassage is where a passage is cut: no form is that long, and patterns may look at every letter many times.
const longestPassage = 2048

// A scan is a reading made ready for the rules.
type scan struct {
	*reading
	low      string // text, ASCII letters in lower case
	words    []word
	passages []passage
	stems    map[string]bool // the names of domains, when somebody asked
	names    map[string]bool // what was asked of the whole text, with its answer
	lexes    *lexis          // its words and how they are used, when somebody asked
	hours    byte            // whether its lines begin with the time in four digits: 0 not looked at, 1 no, 2 yes
	lettered map[string]byte // a name: which of a to h stand behind it and a dash, a bit each, when somebody asked
}

func newScan(r *reading) *scan {
	s := &scan{reading: r, low: lower(r.text)}
	s.split()
	return s
}

// lower is s with ASCII letters in lower case: it keeps every offset.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c | 0x20
		}
	}
	return string(b)
}

// lettersBehind tells which of the letters a to h stand behind a name in small letters and a dash, a bit each.
func (s *scan) lettersBehind(name string) byte {
	if s.lettered == nil {
		s.lettered = map[string]byte{}
		for _, w := range s.words {
			if w.has&features['-'] == 0 {
				continue
			}
			for run := range strings.FieldsFuncSeq(s.low[w.start:w.end], func(c rune) bool { return c < 0x80 && !nameByte(byte(c)) }) {
				if n := len(run) - 2; n > 0 && run[n] == '-' && run[n+1] >= 'a' && run[n+1] <= 'h' {
					s.lettered[run[:n]] |= 1 << (run[n+1] - 'a')
				}
			}
		}
	}
	return s.lettered[name]
}

// split cuts the text into passages and words.
func (s *scan) split() {
	text := s.text
	p := passage{}
	finish := func(at int) {
		p.end, p.last = at, len(s.words)
		if p.last > p.first {
			s.passages = append(s.passages, p)
		}
		p = passage{start: at, first: len(s.words)}
	}
	lines := 0 // line breaks since the last word
	for i := 0; i < len(text); {
		if c := text[i]; c <= ' ' {
			if c == '\n' {
				if lines++; lines == 2 {
					finish(i)
				}
			}
			i++
			continue
		}
		w := word{start: i}
		for i < len(text) && text[i] > ' ' {
			w.has |= features[text[i]]
			i++
		}
		w.end = i
		if w.end-p.start > longestPassage && lines > 0 || w.end-p.start > 2*longestPassage {
			finish(w.start)
		}
		lines = 0
		s.words = append(s.words, w)
		p.has |= w.has
	}
	finish(len(text))
}

// before is the byte before i, a space at the beginning.
func (s *scan) before(i int) byte {
	if i <= 0 {
		return ' '
	}
	return s.text[i-1]
}

// after is the byte at i, a space at the end.
func (s *scan) after(i int) byte {
	if i >= len(s.text) {
		return ' '
	}
	return s.text[i]
}

// wordBefore is the word before i on the same line, in lower case, without punctuation around it; "" if there is none.
func (s *scan) wordBefore(i int) string {
	for i > 0 && strings.IndexByte(" \t\"'`(*[", s.low[i-1]) >= 0 {
		i--
	}
	end := i
	for i > 0 && s.low[i-1] > ' ' && end-i < 40 {
		i--
	}
	return strings.Trim(s.low[i:end], "\"'`()[],;:*")
}

// lineBefore is what stands before i on its line, at most n bytes, in lower case.
func (s *scan) lineBefore(i, n int) string {
	t := s.low[max(0, i-n):i]
	return t[strings.LastIndexByte(t, '\n')+1:]
}

// startsLine says whether nothing but white space stands before i on its line.
func (s *scan) startsLine(i int) bool {
	for i > 0 && (s.text[i-1] == ' ' || s.text[i-1] == '\t') {
		i--
	}
	return i == 0 || s.text[i-1] == '\n'
}

// lineAfter is what stands after i on its line, at most n bytes, in lower case.
func (s *scan) lineAfter(i, n int) string {
	t := s.low[i:min(len(s.low), i+n)]
	if k := strings.IndexByte(t, '\n'); k >= 0 {
		t = t[:k]
	}
	return t
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c >= 0x80
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
