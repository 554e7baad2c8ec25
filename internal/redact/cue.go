package redact

import (
	"slices"
	"strings"
	"sync"
)

// How far around a cue a rule looks, unless it says otherwise: what belongs to a cue mostly follows it.
const (
	reachBack  = 96
	reachAhead = 320
)

// A cueTable finds all cues in one pass over a text: the states of Aho and Corasick, as a table.
type cueTable struct {
	next [][256]uint16 // by state, the state after a byte
	ends [][]cueEnd    // by state, the cues that end there
}

// A cueEnd says that a cue ends, and for which rule.
type cueEnd struct {
	size int
	word bool // only as a whole word
	rule int
}

// cueStates is the table of the cues of all rules.
var cueStates = sync.OnceValue(func() *cueTable {
	t := &cueTable{next: make([][256]uint16, 1), ends: make([][]cueEnd, 1)}
	for i := range rules {
		for _, c := range rules[i].cues {
			t.add(c, i)
		}
	}
	t.link()
	return t
})

func (t *cueTable) add(text string, rule int) {
	low := strings.ToLower(text)
	n := uint16(0)
	for _, b := range []byte(low) {
		if t.next[n][b] == 0 {
			t.next = append(t.next, [256]uint16{})
			t.ends = append(t.ends, nil)
			t.next[n][b] = uint16(len(t.next) - 1)
		}
		n = t.next[n][b]
	}
	t.ends[n] = append(t.ends[n], cueEnd{len(low), low != text, rule})
}

// link fills in where to go on after a mismatch, nearest states first.
func (t *cueTable) link() {
	fail := make([]uint16, len(t.next))
	var queue []uint16
	for _, n := range t.next[0] {
		if n != 0 {
			queue = append(queue, n)
		}
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		t.ends[n] = append(t.ends[n], t.ends[fail[n]]...)
		for b, m := range t.next[n] {
			if m == 0 {
				t.next[n][b] = t.next[fail[n]][b]
				continue
			}
			fail[m] = t.next[fail[n]][b]
			queue = append(queue, m)
		}
	}
}

// surroundings are, by rule, the stretches of text around its cues, in order, none overlapping, cut between words and,
// where they can be, at the beginning of a line; or the stretches that begin where a cue ends.
func (s *scan) surroundings() [][][2]int {
	out := make([][][2]int, len(rules))
	t := cueStates()
	n := uint16(0)
	for i := range len(s.low) {
		n = t.next[n][s.low[i]]
		for _, c := range t.ends[n] {
			from, to := i+1-c.size, i+1
			if c.word && (letterAt(s.low, from-1) || letterAt(s.low, to)) {
				continue
			}
			u := &rules[c.rule]
			back, ahead := reachBack, reachAhead
			if u.reach > 0 {
				back, ahead = u.reach, u.reach
			}
			list := out[c.rule]
			if u.after {
				out[c.rule] = append(list, [2]int{to, s.wordEnd(to + ahead)})
				continue
			}
			if k := len(list) - 1; k >= 0 && list[k][1] >= from {
				// Within what the cue before reaches: only the end moves on, in steps that keep the whole linear.
				if list[k][1]-to < ahead/2 && list[k][1] < len(s.text) {
					list[k][1] = s.wordEnd(to + ahead)
				}
				continue
			}
			from, to = s.wordStart(from, back, u.reach == 0), s.wordEnd(to+ahead)
			if k := len(list) - 1; k >= 0 {
				from = max(from, list[k][1])
			}
			out[c.rule] = append(list, [2]int{from, to})
		}
	}
	for i, list := range out {
		u := &rules[i]
		if u.mask != 0 {
			out[i] = slices.DeleteFunc(list, func(w [2]int) bool { return s.features(w[0], w[1])&u.mask != u.mask })
		}
	}
	return out
}

// letterAt says whether the byte at i of a text is part of a letter.
func letterAt(text string, i int) bool {
	return i >= 0 && i < len(text) && (text[i] >= 0x80 || text[i] >= 'a' && text[i] <= 'z')
}

// features are the features of text[start:end].
func (s *scan) features(start, end int) feature {
	var f feature
	for i := start; i < end; i++ {
		f |= features[s.text[i]]
	}
	return f
}

// wordStart is where to begin when looking back from i: at the beginning of the line if that is wanted and it is near,
// else between words.
func (s *scan) wordStart(i, back int, line bool) int {
	lowest := max(0, i-back)
	if far := max(0, lowest-back); line {
		if k := strings.LastIndexByte(s.text[far:i], '\n'); k >= 0 {
			return far + k + 1
		}
		lowest = far
	}
	if lowest == 0 {
		return 0
	}
	if k := strings.IndexAny(s.text[lowest:i], " \t\n"); k >= 0 {
		return lowest + k
	}
	for s.text[lowest]&0xC0 == 0x80 {
		lowest--
	}
	return lowest
}

// wordEnd is the end of the word at i, looked for no further than a name goes on.
func (s *scan) wordEnd(i int) int {
	if i >= len(s.text) {
		return len(s.text)
	}
	for k := i; k < len(s.text) && k-i < 256; k++ {
		if s.text[k] <= ' ' {
			return k
		}
	}
	for i < len(s.text) && s.text[i]&0xC0 == 0x80 {
		i++
	}
	return i
}
