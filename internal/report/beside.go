package report

import (
	"fmt"
	"strconv"

	"firsthand/internal/redact"
)

// A Beside is several released accounts beside one another on one clock, ready to be drawn. Whatever somebody wrote in
// it is clean text.
type Beside struct {
	Lanes []BesideLane
	Rows  []BesideRow // in order of the common clock
	Loose []BesideRow // lines of which nobody said when
	Same  []BesideSame
	Said  []BesideSaid
	Near  int // within how many minutes lines of two lanes count as near
}

// A BesideLane is one account.
type BesideLane struct {
	Name  redact.Clean // empty where it has none
	Lines int
	Zero  Clock // where its own T+00:00 stands on the common clock
}

// A BesideRow is what the lanes say of one minute.
type BesideRow struct {
	At    Clock
	Cells [][]BesideLine // by lane
}

// A BesideLine is one line of one lane.
type BesideLine struct {
	Number  string // what it is called in the comparison, such as "2.5"
	Heading Heading
	Mark    string
	At      Clock // on the common clock
	Text    redact.Clean
	Only    bool        // no other lane has a line near it
	Apart   []ApartFrom // lines of other lanes that are near, and some minutes off
}

// ApartFrom says how far another lane's line is.
type ApartFrom struct {
	Number  string
	Minutes int // later than this line; negative: earlier
}

// A BesideSame is two labels or more that the reader says are one.
type BesideSame struct {
	Label redact.Clean
	Names []redact.Clean // by lane; empty where the lane has none
}

// A BesideSaid is what the reader says of lines of several lanes.
type BesideSaid struct {
	Numbers []string
	Differ  bool // else they are the same moment
	Apart   int  // minutes between the first and the last of them
	Timed   bool // all of them have a time
	Words   redact.Clean
}

// The headings of a comparison.
const (
	BesideLanes Heading = "The accounts"
	BesideRows  Heading = "Side by side"
	BesideLoose Heading = "Without a time"
	BesideSames Heading = "Labels that the reader says are one"
	BesideSays  Heading = "What the reader says"
)

// abreast is how many lanes one table holds; more of them are laid below one another, so that words stay whole on paper.
const abreast = 4

// Document is the comparison as a document: every lane is a column, and no column is made of two.
func (b Beside) Document() Document {
	d := Document{Comparison: true}
	add := func(h Heading, blocks ...Block) { d.Parts = append(d.Parts, Part{Heading: h, Blocks: blocks}) }
	add(BesideLanes, b.lanes())
	if len(b.Rows) > 0 {
		add(BesideRows, b.tables(b.Rows, true)...)
	}
	if len(b.Loose) > 0 {
		add(BesideLoose, b.tables(b.Loose, false)...)
	}
	if len(b.Same) > 0 {
		add(BesideSames, b.same())
	}
	if len(b.Said) > 0 {
		add(BesideSays, b.said())
	}
	return d
}

// Scaffold is the comparison without a word that somebody wrote: what a file made of it holds is nobody's.
func (b Beside) Scaffold() Document { return b.bare().Document() }

func (b Beside) bare() Beside {
	out := b
	out.Lanes, out.Same, out.Said = nil, nil, nil
	for _, l := range b.Lanes {
		l.Name = redact.Clean{}
		out.Lanes = append(out.Lanes, l)
	}
	for _, s := range b.Same {
		out.Same = append(out.Same, BesideSame{Names: make([]redact.Clean, len(s.Names))})
	}
	for _, s := range b.Said {
		s.Words = redact.Clean{}
		out.Said = append(out.Said, s)
	}
	rows := func(rows []BesideRow) (out []BesideRow) {
		for _, r := range rows {
			bare := BesideRow{At: r.At, Cells: make([][]BesideLine, len(r.Cells))}
			for i, cell := range r.Cells {
				for _, l := range cell {
					l.Text = redact.Clean{}
					bare.Cells[i] = append(bare.Cells[i], l)
				}
			}
			out = append(out, bare)
		}
		return out
	}
	out.Rows, out.Loose = rows(b.Rows), rows(b.Loose)
	return out
}

func fixed(s string) []Inline {
	if s == "" {
		return nil
	}
	return []Inline{{Text: s}}
}

func (b Beside) lanes() Block {
	t := Block{Kind: Table, Align: []Align{Left, Left, Right, Left}, Rows: [][][]Inline{{fixed("Lane"), fixed("Account"), fixed("Lines"), fixed("Its T+00:00 is here")}}}
	for i, l := range b.Lanes {
		t.Rows = append(t.Rows, [][]Inline{fixed(strconv.Itoa(i + 1)), title(l.Name.String()), fixed(strconv.Itoa(l.Lines)), fixed(l.Zero.String())})
	}
	return t
}

// tables are rows as tables of at most abreast lanes; a row stands only where one of a table's lanes has a line.
func (b Beside) tables(rows []BesideRow, timed bool) []Block {
	var out []Block
	for from := 0; from < len(b.Lanes); from += abreast {
		to := min(from+abreast, len(b.Lanes))
		t := Block{Kind: Table}
		var head [][]Inline
		if timed {
			head = append(head, fixed("Clock"))
		}
		for i := from; i < to; i++ {
			h := fixed("Lane " + strconv.Itoa(i+1))
			if name := title(b.Lanes[i].Name.String()); name != nil {
				h = append(append(h, Inline{Text: ": "}), name...)
			}
			head = append(head, h)
		}
		t.Align = make([]Align, len(head))
		t.Rows = append(t.Rows, head)
		for _, r := range rows {
			var row [][]Inline
			if timed {
				row = append(row, []Inline{{Text: r.At.String(), Mono: true}})
			}
			filled := false
			for i := from; i < to; i++ {
				row = append(row, b.cell(r.Cells[i]))
				filled = filled || len(r.Cells[i]) > 0
			}
			if filled {
				t.Rows = append(t.Rows, row)
			}
		}
		if len(t.Rows) > 1 {
			out = append(out, t)
		}
	}
	return out
}

// spoken are the headings as words before a line.
var spoken = map[Heading]string{
	Actions: "did", Effects: "saw", Expectations: "expected", Assumptions: "assumed", Understandings: "understood",
	Conditions: "condition", Notes: "note", Reactions: "reaction", Learnings: "learned", Ideas: "idea",
}

// Spoken is the heading as one word before a line, such as "did".
func (h Heading) Spoken() string { return spoken[h] }

func (b Beside) cell(lines []BesideLine) []Inline {
	var out []Inline
	for i, l := range lines {
		if i > 0 {
			out = append(out, Inline{Break: true})
		}
		out = append(out, Inline{Text: l.Number, Bold: true}, Inline{Text: " "})
		kind := l.Heading.Spoken()
		if l.Mark != "" {
			kind = l.Mark
		}
		switch {
		case l.At.Band():
			kind += ", " + l.At.Span()
		case l.At.About:
			kind += ", about then"
		}
		out = append(out, Inline{Text: kind, Italic: true}, Inline{Text: " "})
		out = append(out, OneRun(blocks(l.Text.String()))...)
		for _, m := range b.marks(l) {
			out = append(out, Inline{Text: " "}, Inline{Text: m, Italic: true})
		}
	}
	return out
}

// marks say how a line stands to the other lanes, by the clock alone.
func (b Beside) marks(l BesideLine) []string {
	if l.Only {
		return []string{"(in this lane only)"}
	}
	var out []string
	for _, a := range l.Apart {
		side, n := "later", a.Minutes
		if n < 0 {
			side, n = "earlier", -n
		}
		out = append(out, fmt.Sprintf("(%s: %d min %s)", a.Number, n, side))
	}
	return out
}

func (b Beside) same() Block {
	t := Block{Kind: Table}
	head := [][]Inline{fixed("Here")}
	for i := range b.Lanes {
		head = append(head, fixed("Lane "+strconv.Itoa(i+1)))
	}
	t.Rows = append(t.Rows, head)
	for _, s := range b.Same {
		row := [][]Inline{title(s.Label.String())}
		for _, n := range s.Names {
			row = append(row, title(n.String()))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Align = make([]Align, len(head))
	return t
}

func (b Beside) said() Block {
	t := Block{Kind: Table, Align: []Align{Left, Left, Left}, Rows: [][][]Inline{{fixed("Lines"), fixed("The reader says"), fixed("In their words")}}}
	for _, s := range b.Said {
		var numbers []Inline
		for i, n := range s.Numbers {
			if i > 0 {
				numbers = append(numbers, Inline{Text: ", "})
			}
			numbers = append(numbers, Inline{Text: n, Bold: true})
		}
		what := "the same moment"
		if s.Differ {
			what = "we differ here"
		}
		if s.Timed && s.Apart > 0 {
			what += fmt.Sprintf(", %d min apart", s.Apart)
		}
		t.Rows = append(t.Rows, [][]Inline{numbers, fixed(what), OneRun(blocks(s.Words.String()))})
	}
	return t
}
