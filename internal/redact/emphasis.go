package redact

import (
	"unicode"
	"unicode/utf8"
)

// An emphasis is a run of marks that may begin or end emphasis: *, _ or ~~.
type emphasis struct {
	piece       int // index of its piece
	mark        byte
	start, end  int // what of the run is not yet used
	opens, ends bool
}

// mark takes a run of marks of emphasis. Whether it is emphasis is decided when the whole run of prose has been read.
func (s *inlineScanner) mark() {
	c := s.src[s.pos]
	n := run(s.src[s.pos:s.end], c)
	if c == '~' && n != 2 || n > 3 {
		s.pos += n
		return
	}
	before, _ := utf8.DecodeLastRuneInString(s.src[:s.pos])
	after, _ := utf8.DecodeRuneInString(s.src[s.pos+n : s.end])
	if s.pos == 0 {
		before = ' '
	}
	if s.pos+n == s.end {
		after = ' '
	}
	// The rules of CommonMark: marks that lean on the word after them open, marks that lean on the one before end.
	left := !unicode.IsSpace(after) && (!mute(after) || unicode.IsSpace(before) || mute(before))
	right := !unicode.IsSpace(before) && (!mute(before) || unicode.IsSpace(after) || mute(after))
	m := emphasis{piece: len(s.pieces), mark: c, start: s.pos, end: s.pos + n, opens: left, ends: right}
	if s.from < s.pos {
		m.piece++
	}
	if c == '_' { // within a word it is part of the word
		m.opens = left && (!right || mute(before))
		m.ends = right && (!left || mute(after))
	}
	if !m.opens && !m.ends {
		s.pos += n
		return
	}
	s.put(piece{end: s.pos + n, raw: true})
	s.marks = append(s.marks, m)
}

// mute says whether a rune is punctuation to the rules of emphasis.
func mute(c rune) bool { return unicode.IsPunct(c) || unicode.IsSymbol(c) }

// pairs matches the marks that were found, takes the pieces of the matched ones out, and returns the pairs.
func (s *inlineScanner) pairs() [][4]int {
	var out [][4]int
	open := map[byte][]int{} // by mark, indices of marks that may open, the nearest last
	for i := range s.marks {
		m := &s.marks[i]
		for m.ends && m.end > m.start && len(open[m.mark]) > 0 {
			j := open[m.mark][len(open[m.mark])-1]
			o := &s.marks[j]
			n := min(2, m.end-m.start, o.end-o.start)
			out = append(out, [4]int{o.end - n, o.end, m.start, m.start + n})
			o.end -= n
			m.start += n
			// What was opened since by other marks cannot be closed outside.
			for c, list := range open {
				for len(list) > 0 && list[len(list)-1] > j {
					list = list[:len(list)-1]
				}
				open[c] = list
			}
			if o.end == o.start {
				open[m.mark] = open[m.mark][:len(open[m.mark])-1]
			}
		}
		if m.opens && m.end > m.start {
			open[m.mark] = append(open[m.mark], i)
		}
	}
	// A run that was used whole is not read; one used in part reads as what is left, which is rare enough to read all.
	for _, m := range s.marks {
		s.pieces[m.piece].taken = m.start >= m.end
	}
	return out
}
