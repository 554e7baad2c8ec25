package coach

import (
	"slices"
	"strconv"
	"strings"
)

// A pattern is a way of saying something, over the tokens of a sentence:
//
//	word         that word; a|b one of several, and a|( b c ) too
//	CLASS        a word of that class (words.go), in any form; of a class of verbs in the forms behind a dot: .b base,
//	             .s third person, .d past, .n participle, .g gerund
//	<verb>       a verb in any form, or in those behind a dot
//	{macro}      a pattern with a name (words.go)
//	( a b | c d ) one of several ways
//	x? x*        what may be there, once or several times
//	..3          up to three words, as few as will do
//	^ $          the beginning and the end of a clause; ^^ that of the sentence
//	!x -x        what must not follow, or stand right before
//	[ x ]        the stretch that the remark is about, where it is not all
type pattern struct {
	prog []inst
	// needs are sets of leaves, of each of which a sentence must have one.
	needs [][]uint16
}

type op uint8

// Jumps are relative to their instruction.
const (
	opLeaf op = iota // one of leaves
	opAny
	opSplit // x first, then y
	opNot   // prog[pc+1:x] must not match here, then x
	opBehind
	opClause
	opSentence
	opEnd
	opOpen
	opClose
	opMatch
)

type inst struct {
	op     op
	x, y   int
	leaves []uint16
}

// A grammarBook is what patterns are made of, compiled: the leaves they have, and which words fit which.
type grammarBook struct {
	leaves  map[string]uint16
	words   map[string][]uint16
	classes map[string]*class
}

type class struct {
	verbs bool
	has   map[string]bool
	form  map[string]form
}

// leaf is the number of a word, class or verb in patterns, as it is written there.
func (g *grammarBook) leaf(s string) uint16 {
	if id, ok := g.leaves[s]; ok {
		return id
	}
	id := uint16(len(g.leaves))
	g.leaves[s] = id
	fit := func(w string) { g.words[w] = append(g.words[w], id) }
	name, forms := s, anyForm
	if head, tail, ok := strings.Cut(s, "."); ok && head != "" {
		name, forms = head, 0
		for _, r := range tail {
			forms |= formLetters[r]
		}
	}
	switch {
	case strings.HasPrefix(name, "<"):
		seen := map[string]bool{}
		inflect(name[1:len(name)-1], func(w string, f form) {
			if f&forms != 0 && !seen[w] {
				seen[w] = true
				fit(w)
			}
		})
	case isClass(name):
		c, ok := g.classes[name]
		if !ok && !dynamic[name] {
			panic("coach: no class " + name)
		}
		if ok {
			for w := range c.has {
				if !c.verbs || c.form[w]&forms != 0 {
					fit(w)
				}
			}
		}
	default:
		fit(s)
	}
	return id
}

// dynamic are classes that a word has by its form or its place.
var dynamic = map[string]bool{"_": true, "NAME": true, "PERSON": true, "NUMBER": true, "DONE": true, "DID": true, "DOING": true, "ADV": true}

func isClass(s string) bool { return s == "_" || len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' }

// compile makes a pattern of its source.
func (g *grammarBook) compile(src string) pattern {
	p := &parser{g: g, items: lexPattern(src), src: src}
	prog, needs := p.alternatives()
	if p.at < len(p.items) {
		panic("coach: " + p.items[p.at] + " in " + src)
	}
	return pattern{append(prog, inst{op: opMatch}), needs}
}

type parser struct {
	g     *grammarBook
	items []string
	at    int
	src   string
}

// lexPattern parts a pattern, after its macros are put in. A bar between words without a space, which binds closer than
// one with spaces, becomes "||".
func lexPattern(src string) []string {
	for depth := 0; strings.Contains(src, "{"); depth++ {
		if depth > 20 {
			panic("coach: macros without end in " + src)
		}
		from := strings.Index(src, "{")
		to := from + strings.Index(src[from:], "}")
		body, ok := macros[src[from+1:to]]
		if !ok {
			panic("coach: no macro " + src[from:to+1])
		}
		src = src[:from] + "( " + body + " )" + src[to+1:]
	}
	var out []string
	for i := 0; i < len(src); {
		end := i + 1
		switch c := src[i]; {
		case c == ' ':
			i++
			continue
		case c == '(':
		case c == ')':
			if end < len(src) && (src[end] == '?' || src[end] == '*') {
				end++
			}
		case c == '|' && i > 0 && src[i-1] != ' ' && end < len(src) && src[end] != ' ':
			out = append(out, "||")
			i++
			continue
		case c == '|':
		default:
			for end < len(src) && strings.IndexByte(" ()|", src[end]) < 0 {
				end++
			}
		}
		out = append(out, src[i:end])
		i = end
	}
	return out
}

// alternatives are sequences separated by bars.
func (p *parser) alternatives() ([]inst, [][]uint16) {
	var ways [][]inst
	var each [][][]uint16
	for {
		prog, needs := p.sequence()
		ways, each = append(ways, prog), append(each, needs)
		if p.at >= len(p.items) || p.items[p.at] != "|" {
			return either(ways), oneOf(each)
		}
		p.at++
	}
}

// either is code for one of several ways.
func either(ways [][]inst) []inst {
	prog := ways[len(ways)-1]
	for i := len(ways) - 2; i >= 0; i-- { // split; way; jump over the rest
		w := append(slices.Clone(ways[i]), inst{op: opSplit, x: len(prog) + 1, y: len(prog) + 1})
		prog = slices.Concat([]inst{{op: opSplit, x: 1, y: len(w) + 1}}, w, prog)
	}
	return prog
}

// oneOf is what one of several ways cannot do without: the narrowest need of each.
func oneOf(each [][][]uint16) [][]uint16 {
	if len(each) == 1 {
		return each[0]
	}
	var union []uint16
	for _, n := range each {
		if len(n) == 0 {
			return nil
		}
		union = append(union, slices.MinFunc(n, func(a, b []uint16) int { return len(a) - len(b) })...)
	}
	return [][]uint16{union}
}

func (p *parser) sequence() (prog []inst, needs [][]uint16) {
	for p.at < len(p.items) && p.items[p.at] != "|" && p.items[p.at][0] != ')' {
		one, need := p.item()
		prog, needs = append(prog, one...), append(needs, need...)
	}
	return prog, needs
}

// item is one of several atoms, perhaps not, perhaps several times.
func (p *parser) item() ([]inst, [][]uint16) {
	negated := byte(0)
	if w := p.items[p.at]; (w[0] == '!' || w[0] == '-') && (len(w) > 1 || p.at+1 < len(p.items) && p.items[p.at+1] == "(") {
		negated = w[0]
		if p.items[p.at] = w[1:]; len(w) == 1 {
			p.at++
		}
	}
	var ways [][]inst
	var each [][][]uint16
	var ids []uint16 // of the leaves among them, which stand together
	quantity := byte(0)
	for {
		w := p.items[p.at]
		p.at++
		switch {
		case w == "(":
			prog, needs := p.alternatives()
			if p.at >= len(p.items) || p.items[p.at][0] != ')' {
				panic("coach: bracket not closed in " + p.src)
			}
			if end := p.items[p.at]; len(end) > 1 {
				quantity = end[1]
			}
			p.at++
			ways, each = append(ways, prog), append(each, needs)
		case marks[w] != opLeaf:
			ways, each = append(ways, []inst{{op: marks[w]}}), append(each, nil)
		case strings.HasPrefix(w, ".."):
			ways, each = append(ways, upTo(w[2:])), append(each, nil)
		default:
			if n := len(w); n > 1 && (w[n-1] == '?' || w[n-1] == '*') {
				quantity, w = w[n-1], w[:n-1]
			}
			ids = append(ids, p.g.leaf(w))
		}
		if p.at >= len(p.items) || p.items[p.at] != "||" {
			break
		}
		p.at++
	}
	if ids != nil {
		ways, each = slices.Insert(ways, 0, []inst{{op: opLeaf, leaves: ids}}), slices.Insert(each, 0, [][]uint16{ids})
	}
	prog, needs := either(ways), oneOf(each)
	n := len(prog)
	switch quantity {
	case '?':
		prog, needs = slices.Concat([]inst{{op: opSplit, x: 1, y: n + 1}}, prog), nil
	case '*':
		prog, needs = slices.Concat([]inst{{op: opSplit, x: 1, y: n + 2}}, prog, []inst{{op: opSplit, x: -n - 1, y: -n - 1}}), nil
	}
	if negated != 0 {
		return not(negated, prog), nil
	}
	return prog, needs
}

// marks are the signs that stand for places.
var marks = map[string]op{"^": opClause, "^^": opSentence, "$": opEnd, "[": opOpen, "]": opClose}

// upTo is code for up to so many words.
func upTo(number string) []inst {
	n, err := strconv.Atoi(number)
	if err != nil {
		panic("coach: .." + number)
	}
	var prog []inst
	for i := n; i > 0; i-- {
		prog = append(prog, inst{op: opSplit, x: 2 * i, y: 1}, inst{op: opAny})
	}
	return prog
}

func not(kind byte, prog []inst) []inst {
	o := opNot
	if kind == '-' {
		o = opBehind
	}
	prog = append(prog, inst{op: opMatch})
	return slices.Concat([]inst{{op: o, x: len(prog) + 1}}, prog)
}

// A match runs a pattern over tokens.
type match struct {
	prog        []inst
	tokens      []token
	open, close int // the stretch in brackets, -1 for none
	steps       int
}

// longestMatch bounds the work for one place, so that the time for a text stays in proportion to its length.
const longestMatch = 4000

// at reports where a match that begins at token i ends, -1 for none.
func (p pattern) at(tokens []token, i int) (start, end int) {
	m := match{prog: p.prog, tokens: tokens, open: -1, close: -1}
	end = m.run(0, i)
	if end < 0 {
		return i, -1
	}
	start = i
	if m.open >= 0 {
		start = m.open
	}
	if m.close >= 0 {
		end = m.close
	}
	return start, end
}

func (m *match) run(pc, i int) int {
	for {
		if m.steps++; m.steps > longestMatch {
			return -1
		}
		in := m.prog[pc]
		switch in.op {
		case opMatch:
			return i
		case opLeaf:
			if i >= len(m.tokens) || !m.tokens[i].fits(in.leaves) {
				return -1
			}
			i++
		case opAny:
			if i >= len(m.tokens) || !m.tokens[i].word {
				return -1
			}
			i++
		case opSplit:
			if in.x != in.y {
				if end := m.run(pc+in.x, i); end >= 0 {
					return end
				}
			}
			pc += in.y
			continue
		case opNot:
			if m.run(pc+1, i) >= 0 {
				return -1
			}
			pc += in.x
			continue
		case opBehind:
			if i > 0 && m.run(pc+1, i-1) == i {
				return -1
			}
			pc += in.x
			continue
		case opClause:
			if !clauseStart(m.tokens, i) {
				return -1
			}
		case opSentence:
			if !sentenceStart(m.tokens, i) {
				return -1
			}
		case opEnd:
			if i < len(m.tokens) && m.tokens[i].word && !joins[m.tokens[i].text] {
				return -1
			}
		case opOpen:
			m.open = i
		case opClose:
			m.close = i
		}
		pc++
	}
}

// joins are words that a clause begins after.
var joins = set("and but so because since as while when if that or then though although yet plus und aber denn weil dass oder")

func clauseStart(tokens []token, i int) bool {
	return i == 0 || !tokens[i-1].word || joins[tokens[i-1].text] || sentenceStart(tokens, i)
}

// opening are words that may stand before a sentence's first.
var opening = set("and but so well or also then anyway still yet ok okay yes no und aber also")

func sentenceStart(tokens []token, i int) bool {
	for k := range tokens[:i] {
		if t := tokens[k]; t.word && !opening[t.text] {
			return false
		}
	}
	return true
}

// fits reports whether a token is one of those leaves.
func (t token) fits(leaves []uint16) bool {
	for _, l := range leaves {
		if slices.Contains(t.atoms, l) {
			return true
		}
	}
	return false
}
