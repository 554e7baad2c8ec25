// Package report is the document that leaves: a de-identified account in five parts, ready to be drawn.
//
// It is made of clean text only. New reads each clean text as Markdown into blocks, and emoji into words, once;
// packages markdown and pdf draw the same blocks.
package report

import (
	"fmt"
	"slices"
	"strings"

	"firsthand/internal/redact"
)

// A Document is one release: lines under the headings of their parts, and how they hang together.
type Document struct {
	// Comparison says that it is several accounts side by side, and no account.
	Comparison bool
	// Cases says that it is lines of several accounts of one author, an account under each heading, each with a time zero
	// of its own.
	Cases bool
	// Sheet says that it is one page to speak from in a meeting.
	Sheet bool

	Profile  redact.Profile
	Name     []Inline  // the account's codename; nil where it has none
	Parts    []Part    // in the order of Headings, only those that have lines
	Outcomes []Outcome // what answered expectations, in the order of their lines
	Closing  []Answer  // the last page, in the order of Questions; nil where it does not leave
	Paper    Paper     // of a format that has pages
	// Withholds says that a note such as [withheld: place] stands in it, so that the document says what that means.
	Withholds bool
}

// Paper is what pages are printed on; empty is A4. It is never taken from where somebody is: that would tell.
type Paper string

// The papers.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// A Heading is the title of a part.
type Heading string

// The headings, stable from release to release.
const (
	Actions        Heading = "What I did"
	Effects        Heading = "What I saw"
	Expectations   Heading = "What I expected"
	Assumptions    Heading = "What I assumed"
	Understandings Heading = "How I understood it"
	Conditions     Heading = "Conditions"
	Notes          Heading = "Notes"
	Reactions      Heading = "Reactions"
	Learnings      Heading = "What I learned"
	Ideas          Heading = "Ideas"
)

// CaseHeading is the heading of an account in a case file, counted from 1.
func CaseHeading(n int) Heading { return Heading(fmt.Sprintf("Case %d", n)) }

// Headings are all headings in the order in which a document shows them: the five parts first.
var Headings = []Heading{Actions, Effects, Expectations, Assumptions, Understandings, Conditions, Notes, Reactions, Learnings, Ideas}

// A Part is a heading with its lines in order of time.
type Part struct {
	Heading Heading
	Blocks  []Block // what stands below the heading by itself, such as the table of a comparison
	Lines   []Line
}

// A Line is one entry as it leaves.
type Line struct {
	// Number is its place in order of time among all lines of the document, from 1. It is given after the lines were
	// chosen, so that no number is missing.
	Number int
	// ID names the line in files for tools: random, and no id of the journal's. Empty where nobody gave it one.
	ID     string
	At     Clock
	Side   Side
	Mark   string // a word before the text where the part holds more than one kind, such as "decision"; else empty
	Said   []Said
	Blocks []Block
}

// Side says on which side of the timeline a line stands.
type Side string

// The two sides.
const (
	Mine     Side = "what I did and thought"
	Happened Side = "what happened"
)

// Said is what its author said of a line beside its text, in words of ours alone: such as "how I know" with "log or graph".
type Said struct {
	Name   string
	Values []string // at least one
}

// An Answer is one part of the last page.
type Answer struct {
	Question Heading // one of Questions
	Blocks   []Block
}

// The questions of the last page.
const (
	InShort  Heading = "What happened"
	Specific Heading = "How this specific thing can be prevented"
	Similar  Heading = "What would help against similar things"
)

// Questions are those of the last page in their order.
var Questions = []Heading{InShort, Specific, Similar}

// A Clock is a distance from time zero. Its zero value means that nobody said when.
type Clock struct {
	Minutes int // negative before time zero
	Known   bool
	About   bool // approximate or doubtful
	// Before and After are by how many minutes it may have been earlier or later; 0 or more.
	Before, After int
}

// Band reports whether it may have been at any of several minutes.
func (c Clock) Band() bool { return c.Before+c.After > 0 }

// Earliest and Latest are the ends of the band, in minutes from time zero.
func (c Clock) Earliest() int { return c.Minutes - c.Before }
func (c Clock) Latest() int   { return c.Minutes + c.After }

// String gives T+hh:mm or T-hh:mm, with "about" before it where the moment is not exact, and "" where it is not known.
// Hours go on past 24.
func (c Clock) String() string {
	switch {
	case !c.Known:
		return ""
	case c.About:
		return "about " + Since(c.Minutes)
	}
	return Since(c.Minutes)
}

// Span gives the ends of the band, such as "T+00:05 to T+00:30"; String where there is none.
func (c Clock) Span() string {
	if !c.Known || !c.Band() {
		return c.String()
	}
	return Since(c.Earliest()) + " to " + Since(c.Latest())
}

// Since writes minutes from time zero as T+hh:mm or T-hh:mm.
func Since(minutes int) string {
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("T%c%02d:%02d", sign, minutes/60, minutes%60)
}

// A Text is one entry before its blocks are read.
type Text struct {
	Heading Heading
	At      Clock
	Side    Side
	Mark    string
	Said    []Said
	Clean   redact.Clean
}

// Contents is all that a document is made of.
type Contents struct {
	Profile  redact.Profile
	Cases    bool // see Document.Cases
	Name     redact.Clean
	Texts    []Text    // in order of time
	Outcomes []Pairing // in any order
	Closing  [3]redact.Clean
}

// New makes the document of its contents: texts under their headings, in the order of Headings, and within a heading in
// the order given. A text under a heading that is not one of Headings comes last, so that nothing is lost. Texts without
// a word are left out, and outcomes that they were part of.
func New(c Contents) Document {
	d := Document{Cases: c.Cases, Profile: c.Profile, Name: title(c.Name.String())}
	read := func(clean redact.Clean) []Block {
		d.Withholds = d.Withholds || strings.Contains(clean.String(), Withheld)
		return blocks(clean.String())
	}
	lines := make(map[Heading][]Line)
	order := slices.Clone(Headings)
	numbers := make([]int, len(c.Texts)) // 0 where a text was left out
	number := 0
	for i, t := range c.Texts {
		content := read(t.Clean)
		if len(content) == 0 {
			continue
		}
		if !slices.Contains(order, t.Heading) {
			order = append(order, t.Heading)
		}
		number++
		numbers[i] = number
		lines[t.Heading] = append(lines[t.Heading], Line{Number: number, At: t.At, Side: t.Side, Mark: t.Mark, Said: t.Said, Blocks: content})
	}
	for _, h := range order {
		if len(lines[h]) > 0 {
			d.Parts = append(d.Parts, Part{Heading: h, Lines: lines[h]})
		}
	}
	for _, p := range c.Outcomes {
		o := Outcome{Expectation: numbers[p.Expectation], Became: p.Became}
		for _, e := range p.Effects {
			if numbers[e] > 0 {
				o.Effects = append(o.Effects, numbers[e])
			}
		}
		if o.Expectation > 0 && (len(o.Effects) > 0 || len(p.Effects) == 0) {
			slices.Sort(o.Effects)
			o.Words = read(p.Words)
			d.Outcomes = append(d.Outcomes, o)
		}
	}
	slices.SortFunc(d.Outcomes, func(a, b Outcome) int { return a.Expectation - b.Expectation })
	for i, clean := range c.Closing {
		if content := read(clean); len(content) > 0 {
			d.Closing = append(d.Closing, Answer{Question: Questions[i], Blocks: content})
		}
	}
	return d
}

// Named is the document with an id for each line, which id makes of its number.
func (d Document) Named(id func(number int) string) Document {
	d.Parts = slices.Clone(d.Parts)
	for i, p := range d.Parts {
		lines := slices.Clone(p.Lines)
		for k := range lines {
			lines[k].ID = id(lines[k].Number)
		}
		d.Parts[i].Lines = lines
	}
	return d
}

// Scaffold is the document without a word of the person's: its headings, numbers, clocks, marks and what was said in
// words of ours. What a file made of it holds is nobody's.
func (d Document) Scaffold() Document {
	out := Document{Cases: d.Cases, Sheet: d.Sheet, Profile: d.Profile, Paper: d.Paper, Withholds: d.Withholds}
	for _, p := range d.Parts {
		lines := slices.Clone(p.Lines)
		for i := range lines {
			lines[i].Blocks = nil
		}
		out.Parts = append(out.Parts, Part{Heading: p.Heading, Lines: lines})
	}
	for _, o := range d.Outcomes {
		o.Words = nil
		out.Outcomes = append(out.Outcomes, o)
	}
	for _, a := range d.Closing {
		out.Closing = append(out.Closing, Answer{Question: a.Question})
	}
	return out
}

// A Placed is a line with the heading that it stands under.
type Placed struct {
	Heading Heading
	Line
}

// InOrder are all lines in the order of their numbers: that of time.
func (d Document) InOrder() []Placed {
	var out []Placed
	for _, p := range d.Parts {
		for _, l := range p.Lines {
			out = append(out, Placed{p.Heading, l})
		}
	}
	slices.SortStableFunc(out, func(a, b Placed) int { return a.Number - b.Number })
	return out
}

// A Renderer draws a document, and reads a drawn one back for the search of its bytes. Several goroutines may use one.
type Renderer interface {
	// Render draws d. The same document gives the same bytes. What cannot be drawn is an *Undrawable.
	Render(d Document) ([]byte, error)
	// Views reads a file of this format, ours or another's, in every way that could bring hidden text back.
	// A file that cannot be read as this format is an error.
	Views(file []byte) ([]redact.View, error)
	// Properties reads what a file of this format says of itself beside its text.
	Properties(file []byte) ([]Property, error)
}

// A Property is one thing that a file says of itself beside its text, such as its producer.
type Property struct{ Name, Value string }

// Undrawable says which characters a format has no glyph for.
type Undrawable struct {
	Runes []rune // distinct, in order of appearance
}

// Error counts the characters; it does not show them, because errors are logged and the text is the person's.
func (e *Undrawable) Error() string {
	if len(e.Runes) == 1 {
		return "1 character cannot be drawn"
	}
	return fmt.Sprintf("%d characters cannot be drawn", len(e.Runes))
}

// A Block is one of Paragraph, Heading line, Code, List, Quote, Table, Rule.
type Block struct {
	Kind  BlockKind
	Level int          // of a Title: 1 to 6; of an ordered list: the first number
	Text  []Inline     // of a Paragraph or Title
	Code  string       // of Code: lines ended by \n, no tabs
	Lang  string       // of Code: the first word of the info string if it is a plain word; else empty
	Items [][]Block    // of List and Ordered: each item's blocks
	Inner []Block      // of Quote
	Rows  [][][]Inline // of Table: rows of cells; the first row is the head
	Align []Align      // of Table: one for each column
}

// BlockKind says what a block is.
type BlockKind int

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Title
	Code
	List
	Ordered
	Quote
	Table
	Rule
)

// Align is the alignment of a table column.
type Align int

// The alignments.
const (
	Left Align = iota
	Right
	Centre
)

// An Inline is a run of text in one style.
type Inline struct {
	Text   string // no line break except as Break
	Bold   bool
	Italic bool
	Mono   bool
	Struck bool
	Break  bool // a line break the author meant; Text is empty
}
