package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A form is one thing to look for.
type form struct {
	text string
	// exact: only as written, case and all, and only as whole words. For forms that are also ordinary words:
	// Will, Hope, Rose. newMatcher sets it by itself where every word of the form is one.
	exact bool
	// literal: punctuation and all as written. For clock times, dates and numbers.
	literal bool
	// encoded: anywhere, also within words; spaces and punctuation do not count. For base64, hex and the like.
	encoded bool
	// tight: never over white space or other punctuation than joins words. For logins and host labels, which are one word.
	tight bool
	// lone: never as a part of something joined by a colon or a full stop, such as main.go:14:32. For clock times that
	// nobody wrote.
	lone bool
}

// A hit is a place where a form stands.
type hit struct {
	form       int // index into the forms
	start, end int // byte offsets into the text as given, on rune boundaries
	// loose: found only by joining what spaces or punctuation part, or inside a longer word. The gate stops at these;
	// whoever gives a word a meaning had better not.
	loose bool
}

// long is the number of letters and digits from which on a form is also found with spaces and punctuation inside,
// and inside longer words.
const longForm = 6

// longest is how much of a form is compared: more of it would prove nothing.
const longestForm = 200

// matcher finds many forms in a text at once, in time linear in the text (Aho-Corasick over the squeezed text).
//
// It sees through case, accents, look-alike letters, zero-width characters and emphasis marks. Short forms are found as
// whole words, with boundaries also at _, at digits and where case changes (acme_prod, AcmeBilling), so that Sam is not
// in "same sample" and Al not in "alarm"; scripts without spaces have a boundary after every letter.
type matcher struct {
	forms    []form
	patterns []formPattern
	root     [256]int32
	nodes    []acNode

	// The nodes near the root, where a search is nearly always, have a table of where each byte leads. So a step there
	// takes one look, however many patterns begin alike.
	class   [256]uint8 // bytes that no pattern has are 0
	classes int32
	table   []int32 // a row of classes for each such node; row 0 is the root's
}

// tableDepth is how deep nodes have a row in the table. Deeper ones hardly ever have two children.
const tableDepth = 2

// acNode is a node of the tree of all patterns.
type acNode struct {
	fail, out      int32 // where to go on after a mismatch; the next shorter node with patterns
	child, sibling int32
	first          int32 // index of the first pattern of this node plus one, chained by pattern.next
	row            int32 // its row in the table; 0 for none, but for the root
	patterns       uint8 // how many they are
	b              byte
}

// formPattern is a form made ready.
type formPattern struct {
	form    int
	size    int   // bytes of the squeezed form
	runes   int   // letters and digits of it
	digits  int   // digits of it
	gap     []gap // as in squeezed
	cased   string
	cut     bool // only the beginning of the form
	depth   int  // bytes of it that the tree holds
	rest    string
	next    int32
	prefix  string // punctuation before and after the letters of a literal form
	suffix  string
	literal string
}

// newMatcher makes a matcher of forms. Forms without a letter or digit, and single letters, are never found.
func newMatcher(forms []form) *matcher {
	m := &matcher{forms: slices.Clone(forms), patterns: make([]formPattern, 0, len(forms)), nodes: make([]acNode, 1, 64+4*len(forms))}
	for i := range m.forms {
		m.add(i)
	}
	m.link()
	return m
}

func (m *matcher) add(i int) {
	f := &m.forms[i]
	if f.encoded {
		m.addEncoded(i)
		return
	}
	s := squeeze(f.text)
	runes := utf8.RuneCount(s.b)
	if runes < 2 {
		return
	}
	p := formPattern{form: i, size: len(s.b), runes: runes, gap: s.gap}
	if p.size > longestForm && !f.exact && !f.literal {
		p.size, p.cut = longestForm, true
		for !utf8.RuneStart(s.b[p.size]) {
			p.size--
		}
		p.gap = append(slices.Clone(s.gap[:p.size]), gapEdge)
	}
	for _, c := range s.b[:p.size] {
		if '0' <= c && c <= '9' {
			p.digits++
		}
	}
	switch {
	case f.literal:
		start, end := int(s.at[0]), int(s.end[len(s.end)-1])
		p.prefix, p.suffix = foldLiteral(f.text[:start]), foldLiteral(f.text[end:])
		p.literal = foldLiteral(f.text[start:end])
	case f.exact || ordinaryForm(s):
		f.exact = true
		p.cased = foldCased(f.text)
	case runes < longForm && p.digits == runes-punctless(f.text):
		// A short number such as #42 is only the number with its mark.
		start, end := int(s.at[0]), int(s.end[len(s.end)-1])
		p.prefix, p.suffix = foldLiteral(f.text[:start]), foldLiteral(f.text[end:])
	}
	m.keep(p, s.b[:p.size])
}

// addEncoded is add for a form of which only the letters and digits count.
func (m *matcher) addEncoded(i int) {
	key := squeezedLetters(m.forms[i].text)
	if utf8.RuneCount(key) < 2 {
		return
	}
	p := formPattern{form: i, size: len(key)}
	if p.size > longestForm {
		p.size, p.cut = longestForm, true
		for !utf8.RuneStart(key[p.size]) {
			p.size--
		}
	}
	m.keep(p, key[:p.size])
}

// keep puts a pattern into the tree.
func (m *matcher) keep(p formPattern, key []byte) {
	n := m.place(&p, key)
	p.next = m.nodes[n].first
	m.patterns = append(m.patterns, p)
	m.nodes[n].first = int32(len(m.patterns))
	m.nodes[n].patterns++
}

// How much of a pattern the tree holds: so many bytes, and so many more wherever so many patterns begin alike. The rest
// is compared. Most forms are encodings, long and unlike each other: all of them in the tree take longer than a search.
const (
	treeStep  = 8
	treeLeast = 8
)

// place finds the node of a pattern.
func (m *matcher) place(p *formPattern, key []byte) int32 {
	for p.depth = treeStep; ; p.depth += treeStep {
		p.depth = min(p.depth, len(key))
		if n := m.node(key[:p.depth]); p.depth == len(key) || m.nodes[n].patterns < treeLeast {
			p.rest = string(key[p.depth:])
			return n
		}
	}
}

// punctless is 0 where the text holds anything but letters and digits, and otherwise more than any count of them.
func punctless(text string) int {
	for _, r := range text {
		if runeClassOf(r) == runeOther {
			return 0
		}
	}
	return len(text) + 1
}

// node is the node of key, made where it is missing.
func (m *matcher) node(key []byte) int32 {
	var n int32
	for _, b := range key {
		next := m.step(n, b)
		if next == 0 {
			next = int32(len(m.nodes))
			m.nodes = append(m.nodes, acNode{b: b})
			if n == 0 {
				m.root[b] = next
			} else {
				m.nodes[next].sibling = m.nodes[n].child
				m.nodes[n].child = next
			}
		}
		n = next
	}
	return n
}

// step is the child of n for b, or 0.
func (m *matcher) step(n int32, b byte) int32 {
	if n == 0 {
		return m.root[b]
	}
	for c := m.nodes[n].child; c != 0; c = m.nodes[c].sibling {
		if m.nodes[c].b == b {
			return c
		}
	}
	return 0
}

// link sets the fail and out links and fills the table, breadth first.
func (m *matcher) link() {
	m.classes = 1
	for _, n := range m.nodes[1:] {
		if m.class[n.b] == 0 {
			m.class[n.b] = uint8(m.classes) // UTF-8 has fewer than 256 bytes
			m.classes++
		}
	}
	m.table = make([]int32, m.classes, m.classes*int32(min(len(m.nodes), 256)))
	queue := make([]int32, 0, len(m.nodes))
	for _, n := range m.root {
		if n != 0 {
			m.table[m.class[m.nodes[n].b]] = n
			queue = append(queue, n)
		}
	}
	depth, deeper := 1, len(queue) // the depth of the nodes before queue[deeper]
	for i := 0; i < len(queue); i++ {
		if i == deeper {
			depth, deeper = depth+1, len(queue)
		}
		n := queue[i]
		if depth <= tableDepth {
			// Where no child is, its fail, which is less deep, knows the way.
			row, from := int32(len(m.table))/m.classes, m.nodes[m.nodes[n].fail].row*m.classes
			m.table = append(m.table, m.table[from:from+m.classes]...)
			m.nodes[n].row = row
		}
		for c := m.nodes[n].child; c != 0; c = m.nodes[c].sibling {
			f := m.next(m.nodes[n].fail, m.nodes[c].b)
			m.nodes[c].fail = f
			if m.nodes[f].first != 0 {
				m.nodes[c].out = f
			} else {
				m.nodes[c].out = m.nodes[f].out
			}
			if row := m.nodes[n].row; row != 0 {
				m.table[row*m.classes+int32(m.class[m.nodes[c].b])] = c
			}
			queue = append(queue, c)
		}
	}
}

// next is where a search goes on from node n with b.
func (m *matcher) next(n int32, b byte) int32 {
	class := int32(m.class[b])
	if class == 0 {
		return 0
	}
	for {
		at := &m.nodes[n]
		if at.row != 0 || n == 0 {
			return m.table[at.row*m.classes+class]
		}
		for c := at.child; c != 0; c = m.nodes[c].sibling {
			if m.nodes[c].b == b {
				return c
			}
		}
		n = at.fail
	}
}

// find returns where the forms stand in text, ordered by start, longer ones first. Hits may overlap.
func (m *matcher) find(text string) []hit {
	if len(m.patterns) == 0 || text == "" {
		return nil
	}
	s := borrow(text)
	defer s.giveBack()
	return m.search(text, s)
}

// in is find in the text of a reading.
func (m *matcher) in(r *reading) []hit {
	if len(m.patterns) == 0 || r.text == "" {
		return nil
	}
	return m.search(r.text, r.letters())
}

// search is find in a text that was squeezed before.
func (m *matcher) search(text string, s *squeezed) []hit {
	var hits []hit
	if len(m.patterns) == 0 {
		return nil
	}
	var n int32
	for i, b := range s.b {
		n = m.next(n, b)
		o := n
		if m.nodes[o].first == 0 {
			o = m.nodes[o].out
		}
		for ; o != 0; o = m.nodes[o].out {
			for k := m.nodes[o].first; k != 0; k = m.patterns[k-1].next {
				p := &m.patterns[k-1]
				from := i + 1 - p.depth
				to := from + p.size
				if to > len(s.b) || string(s.b[i+1:to]) != p.rest {
					continue
				}
				if ok, loose := m.accept(p, text, s, from, to); ok {
					h := hit{form: p.form, start: int(s.at[from]), end: int(s.end[to-1]), loose: loose}
					// The mark of #42 belongs to it.
					if strings.HasSuffix(text[:h.start], p.prefix) {
						h.start -= len(p.prefix)
					}
					if strings.HasPrefix(text[h.end:], p.suffix) {
						h.end += len(p.suffix)
					}
					hits = append(hits, h)
				}
			}
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(a.form, b.form))
	})
	return hits
}

// foldLiteral folds a text for comparison with its punctuation: lower case, one kind of space, nothing invisible.
func foldLiteral(text string) string {
	var b []byte
	blank := false
	for _, r := range text {
		switch c := runeClassOf(r); {
		case c == runeDropped:
		case c != runeOther:
			b = appendFolded(b, r, c)
			blank = false
		case unicode.IsSpace(r):
			if !blank {
				b = append(b, ' ')
			}
			blank = true
		case gapOf(r) == gapMarkup:
		default:
			switch {
			case r == '‑' || r == '‐' || r == '–':
				r = '-'
			case r >= '！' && r <= '～': // full width
				r -= '！' - '!'
			}
			b = utf8.AppendRune(b, r)
			blank = false
		}
	}
	return string(b)
}

func foldSpace(text string) string {
	return strings.Join(strings.Fields(text), " ")
}
