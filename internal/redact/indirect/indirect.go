// Package indirect finds what may point at somebody without naming them: a role that one person has, the third week of
// somebody's job, an exact figure, the night of a final. No rule can know whether it does, so it is asked about when a
// review closes, in few questions, each with words that would say the same of more people.
//
// It looks at lines as a release will show them, in English, German, French and Spanish. It changes nothing.
package indirect

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Kind is what a question is about.
type Kind string

// The kinds, in the order in which they matter where there are too many.
const (
	Role     Kind = "role"     // a role that only one person has
	Tenure   Kind = "tenure"   // how long somebody has been there
	Origin   Kind = "origin"   // nationality, language, faith
	Health   Kind = "health"   // illness, pregnancy
	Trait    Kind = "trait"    // the body, the family
	Group    Kind = "group"    // so few people that each is known
	Place    Kind = "place"    // a place without its name
	Incident Kind = "incident" // what the public could read about
	Calendar Kind = "calendar" // a day that others can look up
	Figure   Kind = "figure"   // money, people, traffic, exactly
	Quote    Kind = "quote"    // somebody else's very words
	Error    Kind = "error"    // a message that a search in logs would find
	Shift    Kind = "shift"    // whose hours they were
	Speech   Kind = "speech"   // how somebody speaks
	Pronoun  Kind = "pronoun"  // a pronoun or a form of a noun that tells who of few it was
	Same     Kind = "same"     // two names that may be one thing; package redact asks it, no rule here
)

// Kinds are all of them.
var Kinds = []Kind{Role, Tenure, Origin, Health, Trait, Group, Place, Incident, Calendar, Figure, Quote, Error, Shift, Speech, Pronoun, Same}

// How many questions are asked. More of them would all be answered in one breath.
const (
	most     = 3  // of one kind
	mostHere = 12 // in all
	// mostText is how much of the lines is looked at, in bytes: forty thousand words. What is longer was not written by
	// hand, and nobody answers questions about it.
	mostText = 256 << 10
	// mostChanges is in how many places one answer changes the words.
	mostChanges = 24
)

// A Line is one line of a release as it will be read.
type Line struct {
	Text string
	// Own are the stretches that are the author's words, in order: byte offsets, the end exclusive. The rest stands for
	// something that was found, or stays because the person said so, and is not asked about again. Nil: all of it.
	Own [][2]int
}

// A Change says what could stand for some words, wherever they stand.
type Change struct {
	Words string `json:"words"`
	With  string `json:"with"`
}

// A Question is about a stretch of a line.
type Question struct {
	Kind       Kind
	Line       int      // index of the line
	Start, End int      // byte offsets into its text, on rune boundaries, within one stretch of Own
	Change              // the words of the stretch, and what could stand for them
	Also       []Change // of a pronoun: the other places, which an answer changes too
}

// Key names a question by its kind and words, so that an answer outlives an edit elsewhere and no question comes twice.
func (q Question) Key() string { return Key(q.Kind, q.Words) }

// Key is the name of a question of that kind about those words.
func Key(kind Kind, words string) string {
	if kind == Pronoun {
		first, _, _ := strings.Cut(strings.ToLower(words), " ")
		if who, ok := pronounSets[first]; ok {
			words = who // the verb beside it is another one in the next draft
		}
	}
	if kind == Figure {
		if amount := sameAmount(words); amount != "" {
			return string(kind) + ":" + amount
		}
	}
	return string(kind) + ":" + strings.ToLower(strings.Join(strings.Fields(words), " "))
}

// Find returns the questions about the lines, in order of place. Those whose Key is among the answered are left out and
// make room for others. Of more than 256 KiB only the lines of the first are looked at.
func Find(lines []Line, answered map[string]bool) []Question {
	return new(Memory).Find(lines, answered)
}

// A Memory finds again and again what Find finds, while few of the lines change: it keeps what it saw in each line of the
// last time. Its zero value is ready for use, also by several goroutines.
type Memory struct {
	mu    sync.Mutex
	lines map[string]hints // by text
}

// Find is the function Find.
func (m *Memory) Find(lines []Line, answered map[string]bool) []Question {
	m.mu.Lock()
	defer m.mu.Unlock()
	f := finder{lines: lines, answered: answered, seen: map[string]bool{}, count: map[Kind]int{}}
	kept := make(map[string]hints, len(lines))
	left := mostText
	var seen []hints // of the lines
	for i, l := range lines {
		if left -= len(l.Text); left < 0 {
			break
		}
		h, ok := m.lines[l.Text]
		if !ok {
			h = hintsIn(l.Text, nil)
		}
		kept[l.Text] = h
		seen = append(seen, h)
		f.line(i, h)
	}
	m.lines = kept
	f.amounts(seen)
	f.pronouns()
	out := f.found
	if len(out) > mostHere {
		slices.SortStableFunc(out, func(a, b Question) int {
			return cmp.Compare(slices.Index(Kinds, a.Kind), slices.Index(Kinds, b.Kind))
		})
		out = out[:mostHere]
	}
	slices.SortStableFunc(out, func(a, b Question) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Start, b.Start))
	})
	return out
}

// finder collects questions.
type finder struct {
	lines    []Line
	answered map[string]bool
	seen     map[string]bool
	count    map[Kind]int
	found    []Question
	spoken   []pronoun
}

// hints are what a line by itself could be asked about, in the order in which it is.
type hints struct {
	asks   []hint
	spoken []pronoun // without their line
	// amounts are all numbers of a thousand and more, asked about or not.
	amounts []amount
}

// A hint is a stretch that a rule found, and what could stand for it.
type hint struct {
	kind       Kind
	start, end int
	with       string
}

// line asks about one line.
func (f *finder) line(i int, h hints) {
	for _, a := range h.asks {
		f.ask(a.kind, i, a.start, a.end, a.with)
	}
	for _, p := range h.spoken {
		if f.lines[i].owns(p.start, p.end) {
			p.line = i
			f.spoken = append(f.spoken, p)
		}
	}
}

// A rule looks around its cues: this far before and after one, and in one go as far as stretch, where cues are many.
const (
	around  = 160
	stretch = 2048
)

// hintsIn looks at one line. If only is not nil, no other rule is tried: for its examples.
func hintsIn(line string, only *rule) (h hints) {
	text, prose := flat(line)
	reach := map[int]int{} // by rule: up to where it has looked
	for at := 0; at < len(text); {
		start, end := nextWord(text, at)
		if start < 0 {
			break
		}
		at = end
		word := strings.ToLower(text[start:end])
		for _, k := range rulesWith(word) {
			r := &rules[k]
			if only != nil && only != r {
				continue
			}
			if end <= reach[k] || !prose[start] {
				continue
			}
			from, to := max(0, start-around), min(len(text), end+around)
			if start < reach[k]+around {
				to = min(len(text), end+stretch) // the second cue nearby: there may be many
			}
			from, to = runeStart(text, from), runeStart(text, to)
			for _, m := range r.find(text[from:to]) {
				if s := from + m[0]; prose[s] {
					h.ask(r.kind, s, from+m[1], r.with(line[s:from+m[1]]))
				}
			}
			reach[k] = to - around
			if to == len(text) {
				reach[k] = to
			}
		}
		if only != nil {
			continue
		}
		if fig, ok := figureAt(text, start, end); ok && prose[start] {
			h.ask(Figure, fig.start, fig.end, fig.with)
		}
		if a, ok := amountAt(text, start, end); ok && a.value >= 1000 {
			h.amounts = append(h.amounts, a.amount)
		}
		if p, ok := pronounAt(text, start, end); ok && prose[start] {
			h.spoken = append(h.spoken, p)
		}
	}
	if only != nil {
		return h
	}
	h.quotes(text)
	h.errors(line)
	return h
}

func (h *hints) ask(kind Kind, start, end int, with string) {
	h.asks = append(h.asks, hint{kind, start, end, with})
}

// ask adds a question unless it was answered, asked before, or is about words that are not the author's.
func (f *finder) ask(kind Kind, line, start, end int, with string) bool {
	l := f.lines[line]
	for start < end && strings.IndexByte(" \n\t*_,", l.Text[start]) >= 0 {
		start++
	}
	for start < end && strings.IndexByte(" \n\t*_,;:.", l.Text[end-1]) >= 0 {
		end--
	}
	if start >= end || !l.owns(start, end) || f.count[kind] >= most {
		return false
	}
	q := Question{Kind: kind, Line: line, Start: start, End: end, Change: Change{Words: l.Text[start:end], With: with}}
	if r, _ := utf8.DecodeRuneInString(q.Words); unicode.IsUpper(r) && !strings.HasPrefix(with, "a ") && !strings.HasPrefix(with, "an ") {
		q.With = capital(with) // labels with an English article are fitted to their place
	}
	if f.taken(line, start, end) || f.answered[q.Key()] || f.seen[q.Key()] {
		return false
	}
	f.seen[q.Key()] = true
	f.count[kind]++
	f.found = append(f.found, q)
	return true
}

// taken reports whether a question is about these words already.
func (f *finder) taken(line, start, end int) bool {
	return slices.ContainsFunc(f.found, func(q Question) bool { return q.Line == line && q.Start < end && start < q.End })
}

// owns reports whether a stretch is the author's own.
func (l Line) owns(start, end int) bool {
	if l.Own == nil {
		return true
	}
	i, _ := slices.BinarySearchFunc(l.Own, start, func(o [2]int, at int) int {
		if o[1] <= at {
			return -1
		}
		return 1
	})
	return i < len(l.Own) && l.Own[i][0] <= start && end <= l.Own[i][1]
}

// flat is a line with every offset as it was, but line breaks, quote marks and emphasis as spaces. Prose says of each
// byte that it is not in code.
func flat(text string) (string, []bool) {
	b := []byte(text)
	prose := make([]bool, len(b))
	fenced, begins, ticked := false, true, false
	for i := 0; i < len(b); {
		if begins {
			rest := text[i:]
			end := strings.IndexByte(rest, '\n')
			if end < 0 {
				end = len(rest)
			}
			if t := strings.TrimLeft(rest[:end], " >"); strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
				fenced, ticked = !fenced, false
				for range end {
					i++
				}
				begins = false
				continue
			}
		}
		c := b[i]
		switch {
		case c == '\n':
			begins = true
			if i+1 < len(b) && b[i+1] == '\n' {
				ticked = false
				b[i] = '\n' // a new paragraph stays one
				prose[i] = !fenced
				i++
				continue
			}
		case begins && (c == ' ' || c == '>'):
		default:
			begins = false
		}
		if c == '`' && !fenced {
			ticked = !ticked && strings.IndexByte(text[i+1:], '`') >= 0
		}
		prose[i] = !fenced && !ticked
		if prose[i] {
			switch c {
			case '\n', '\t', '*', '\r':
				b[i] = ' '
			case '>':
				if begins {
					b[i] = ' '
				}
			case '_':
				if i == 0 || i+1 == len(b) || !wordByte(text[i-1]) || !wordByte(text[i+1]) {
					b[i] = ' '
				}
			case 0xC2:
				if i+1 < len(b) && b[i+1] == 0xA0 {
					b[i], b[i+1] = ' ', ' '
				}
			}
		}
		i++
	}
	return string(b), prose
}

func wordByte(c byte) bool {
	return c >= 0x80 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// nextWord is the next run of letters and digits, perhaps joined by an apostrophe or a dash; start is -1 where none is
// left.
func nextWord(text string, at int) (start, end int) {
	start = -1
	for i := at; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			return start, i
		}
		i += n
	}
	return start, len(text)
}

// runeStart is the offset of the rune that i lies in.
func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && !utf8.RuneStart(text[i]) {
		i--
	}
	return i
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
