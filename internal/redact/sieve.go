package redact

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// A sieve says quickly that a regular expression matches nowhere in a text, which is the answer nearly always. It is
// the automaton of the expression without its word boundaries and the like, in which one step a character is enough;
// what it lets through, the expression itself must decide.
//
// Its states are made when a text first leads there, and kept: they depend on the texts, but hold none of them.
// Several goroutines may use one.
type sieve struct {
	prog  *syntax.Prog
	class [utf8.RuneSelf]uint8 // ASCII characters that no part of the expression tells apart have one class
	wide  uint8                // the class of every other character
	reps  []rune               // by class but the last, a character of it
	first *sieveState

	mu     sync.Mutex
	states map[string]*sieveState
	seen   []bool // by instruction, while a state is made
}

// A sieveState is what may go on at a place of the text.
type sieveState struct {
	at   []uint32                     // instructions that wait for a character; none: no match can follow
	next []atomic.Pointer[sieveState] // by class; nil until a text has led there
	all  bool                         // a match may end here
}

// mostStates bounds what a sieve keeps. A text that needs more is let through.
const mostStates = 400

// newSieve makes the sieve of an expression, which must be one.
func newSieve(expr string) *sieve {
	re, err := syntax.Parse(expr, syntax.Perl)
	if err != nil {
		panic(err)
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		panic(err)
	}
	z := &sieve{prog: prog, states: map[string]*sieveState{}, seen: make([]bool, len(prog.Inst))}
	z.classes()
	z.first = z.state(z.closure(nil, uint32(prog.Start), true))
	return z
}

// classes finds the classes of characters.
func (z *sieve) classes() {
	// Two neighbours differ where a rune instruction takes one and not the other.
	var breaks [utf8.RuneSelf + 1]bool
	for i := range z.prog.Inst {
		in := &z.prog.Inst[i]
		if !takesRune(in) {
			continue
		}
		before := false
		for c := rune(0); c < utf8.RuneSelf; c++ {
			takes := in.MatchRune(c)
			if c > 0 && takes != before {
				breaks[c] = true
			}
			before = takes
		}
	}
	n := uint8(0)
	z.reps = append(z.reps, 0)
	for c := range utf8.RuneSelf {
		if breaks[c] {
			n++
			z.reps = append(z.reps, rune(c))
		}
		z.class[c] = n
	}
	z.wide = n + 1
}

func takesRune(in *syntax.Inst) bool {
	switch in.Op {
	case syntax.InstRune, syntax.InstRune1, syntax.InstRuneAny, syntax.InstRuneAnyNotNL:
		return true
	}
	return false
}

// takes says whether an instruction may take a character of a class.
func (z *sieve) takes(in *syntax.Inst, class uint8) bool {
	if class != z.wide {
		return in.MatchRune(z.reps[class])
	}
	switch {
	case in.Op == syntax.InstRuneAny || in.Op == syntax.InstRuneAnyNotNL:
		return true
	case len(in.Rune) != 1:
		return len(in.Rune) > 0 && in.Rune[len(in.Rune)-1] >= utf8.RuneSelf
	}
	r := in.Rune[0]
	if r >= utf8.RuneSelf {
		return true
	}
	if syntax.Flags(in.Arg)&syntax.FoldCase != 0 {
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			if f >= utf8.RuneSelf { // the sign for kelvin is a k
				return true
			}
		}
	}
	return false
}

// closure adds to a set what can be reached from an instruction without taking a character. Assertions are taken to
// hold, but for the beginning of the text.
func (z *sieve) closure(set []uint32, from uint32, begin bool) []uint32 {
	stack := []uint32{from}
	for len(stack) > 0 {
		pc := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if z.seen[pc] {
			continue
		}
		z.seen[pc] = true
		set = append(set, pc)
		switch in := &z.prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			stack = append(stack, in.Arg, in.Out)
		case syntax.InstCapture, syntax.InstNop:
			stack = append(stack, in.Out)
		case syntax.InstEmptyWidth:
			if begin || syntax.EmptyOp(in.Arg)&syntax.EmptyBeginText == 0 {
				stack = append(stack, in.Out)
			}
		}
	}
	return set
}

// state is the state of a set of instructions, and forgets that they were seen; nil where there are too many.
func (z *sieve) state(set []uint32) *sieveState {
	s := &sieveState{next: make([]atomic.Pointer[sieveState], z.wide+1)}
	for _, pc := range set {
		z.seen[pc] = false
		in := &z.prog.Inst[pc]
		s.all = s.all || in.Op == syntax.InstMatch
		if takesRune(in) {
			s.at = append(s.at, pc)
		}
	}
	slices.Sort(s.at)
	key := make([]byte, 0, 4*len(s.at)+1)
	for _, pc := range s.at {
		key = binary.LittleEndian.AppendUint32(key, pc)
	}
	if s.all {
		key = append(key, 1)
	}
	if old, ok := z.states[string(key)]; ok {
		return old
	}
	if len(z.states) >= mostStates {
		return nil
	}
	z.states[string(key)] = s
	return s
}

// step is the state after a character, made for the first time.
func (z *sieve) step(s *sieveState, class uint8) *sieveState {
	z.mu.Lock()
	defer z.mu.Unlock()
	if n := s.next[class].Load(); n != nil {
		return n
	}
	var set []uint32
	for _, pc := range s.at {
		if in := &z.prog.Inst[pc]; z.takes(in, class) {
			set = z.closure(set, in.Out, false)
		}
	}
	set = z.closure(set, uint32(z.prog.Start), false) // a match may begin at every place
	n := z.state(set)
	if n != nil {
		s.next[class].Store(n)
	}
	return n
}

// passes says whether the expression may match in text. If not, it does not.
func (z *sieve) passes(text string) bool {
	s := z.first
	for i := 0; i < len(text); {
		if s.all || len(s.at) == 0 {
			return s.all
		}
		class := z.wide
		if c := text[i]; c < utf8.RuneSelf {
			class = z.class[c]
			i++
		} else {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
		n := s.next[class].Load()
		if n == nil {
			if n = z.step(s, class); n == nil {
				return true
			}
		}
		s = n
	}
	return s.all
}
