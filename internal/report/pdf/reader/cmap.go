package reader

import (
	"slices"
	"sort"
	"unicode/utf16"
)

// A cmap says which text the codes of a font stand for, as a ToUnicode stream gives it.
type cmap struct {
	spaces []codeSpace
	ranges []codeRange // sorted by low before use
}

// A codeSpace is the codes of one length in bytes.
type codeSpace struct {
	low, high uint32
	bytes     int
}

// A codeRange maps low to text, and every further code to the text with its last unit one higher.
type codeRange struct {
	low, high uint32
	text      []uint16
}

const (
	mostRanges  = 1 << 17
	overlapping = 32 // ranges that may begin between the begin of a range and a code in it
)

func readCMap(data []byte) *cmap {
	m := &cmap{}
	l := lexer{b: data}
	for len(m.ranges) < mostRanges {
		v, ok := l.object()
		if !ok {
			break
		}
		switch v {
		case keyword("begincodespacerange"):
			for {
				low, ok1 := l.string()
				high, ok2 := l.string()
				if !ok1 || !ok2 {
					break
				}
				m.spaces = append(m.spaces, codeSpace{code(low), code(high), max(1, min(4, len(low)))})
			}
		case keyword("beginbfchar"):
			for len(m.ranges) < mostRanges {
				from, ok1 := l.string()
				to, ok2 := l.string()
				if !ok1 || !ok2 {
					break
				}
				m.ranges = append(m.ranges, codeRange{code(from), code(from), units(to)})
			}
		case keyword("beginbfrange"):
			for len(m.ranges) < mostRanges {
				low, ok1 := l.string()
				high, ok2 := l.string()
				if !ok1 || !ok2 {
					break
				}
				to, ok := l.object()
				switch to := to.(type) {
				case str:
					m.ranges = append(m.ranges, codeRange{code(low), code(high), units(to)})
				case array:
					for i, v := range to {
						if s, ok := v.(str); ok {
							m.ranges = append(m.ranges, codeRange{code(low) + uint32(i), code(low) + uint32(i), units(s)})
						}
					}
				}
				if !ok {
					break
				}
			}
		}
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].low < m.ranges[j].low })
	return m
}

// string reads a string; at anything else, such as the end of a list, it is false.
func (l *lexer) string() (str, bool) {
	v, ok := l.token()
	s, isString := v.(str)
	return s, ok && isString
}

func code(s []byte) uint32 {
	var c uint32
	for _, b := range s[:min(4, len(s))] {
		c = c<<8 | uint32(b)
	}
	return c
}

func units(s []byte) []uint16 {
	u := make([]uint16, 0, len(s)/2+1)
	for i := 0; i+1 < len(s); i += 2 {
		u = append(u, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(s) == 1 {
		u = append(u, uint16(s[0]))
	}
	return u
}

// next is the first code in s and its length.
func (m *cmap) next(s []byte, otherwise int) (uint32, int) {
	for n := 1; n <= 4 && n <= len(s); n++ {
		c := code(s[:n])
		for _, space := range m.spaces {
			if space.bytes == n && c >= space.low && c <= space.high {
				return c, n
			}
		}
	}
	n := min(otherwise, len(s))
	return code(s[:n]), n
}

// text is what a code stands for.
func (m *cmap) text(c uint32) (string, bool) {
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].low > c })
	last := i
	for i--; i >= max(0, last-overlapping); i-- {
		if r := m.ranges[i]; c <= r.high {
			if len(r.text) == 0 {
				return "", true
			}
			u := slices.Clone(r.text)
			u[len(u)-1] += uint16(c - r.low)
			return string(utf16.Decode(u)), true
		}
	}
	return "", false
}
