// Package report is the document that leaves: a de-identified account in five parts, ready to be drawn.
//
// It is made of clean text only. New reads each clean text as Markdown into blocks, and emoji into words, once;
// packages markdown and pdf draw the same blocks.
package report

import (
	"fmt"
	"slices"

	"firsthand/internal/redact"
)

// A Document is one release: lines under the headings of their parts.
type Document struct {
	Profile redact.Profile
	Name    []Inline // the account's codename; nil where it has none
	Parts   []Part   // in the order of Headings, only those that have lines
}

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

// Headings are all headings in the order in which a document shows them: the five parts first.
var Headings = []Heading{Actions, Effects, Expectations, Assumptions, Understandings, Conditions, Notes, Reactions, Learnings, Ideas}

// A Part is a heading with its lines in order of time.
type Part struct {
	Heading Heading
	Lines   []Line
}

// A Line is one entry as it leaves.
type Line struct {
	At     Clock
	Mark   string // a word before the text where the part holds more than one kind, such as "decision"; else empty
	Blocks []Block
}

// A Clock is a distance from time zero. Its zero value means that nobody said when.
type Clock struct {
	Minutes int // negative before time zero
	Known   bool
	About   bool // approximate or doubtful
}

// String gives T+hh:mm or T-hh:mm, with "about" before it where the moment is not exact, and "" where it is not known.
// Hours go on past 24.
func (c Clock) String() string {
	if !c.Known {
		return ""
	}
	sign, m := '+', c.Minutes
	if m < 0 {
		sign, m = '-', -m
	}
	s := fmt.Sprintf("T%c%02d:%02d", sign, m/60, m%60)
	if c.About {
		return "about " + s
	}
	return s
}

// A Text is one entry before its blocks are read.
type Text struct {
	Heading Heading
	At      Clock
	Mark    string
	Clean   redact.Clean
}

// New makes the document of the texts: under their headings, in the order of Headings, and within a heading in the
// order given. A text under a heading that is not one of Headings comes last, so that nothing is lost. Texts without a
// word are left out.
func New(profile redact.Profile, name redact.Clean, texts []Text) Document {
	d := Document{Profile: profile, Name: title(name.String())}
	lines := make(map[Heading][]Line)
	order := slices.Clone(Headings)
	for _, t := range texts {
		content := blocks(t.Clean.String())
		if len(content) == 0 {
			continue
		}
		if !slices.Contains(order, t.Heading) {
			order = append(order, t.Heading)
		}
		lines[t.Heading] = append(lines[t.Heading], Line{At: t.At, Mark: t.Mark, Blocks: content})
	}
	for _, h := range order {
		if len(lines[h]) > 0 {
			d.Parts = append(d.Parts, Part{Heading: h, Lines: lines[h]})
		}
	}
	return d
}

// Scaffold is the document without a word of the person's: its headings, clocks and marks alone. What a file made of it
// holds is nobody's.
func (d Document) Scaffold() Document {
	out := Document{Profile: d.Profile}
	for _, p := range d.Parts {
		lines := make([]Line, len(p.Lines))
		for i, l := range p.Lines {
			lines[i] = Line{At: l.At, Mark: l.Mark}
		}
		out.Parts = append(out.Parts, Part{Heading: p.Heading, Lines: lines})
	}
	return out
}

// A Renderer draws a document, and reads a drawn one back for the search of its bytes.
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
