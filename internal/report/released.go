package report

import (
	"regexp"
	"strconv"
	"strings"
)

// Released is a document as it is read back from a file that left. It is text that somebody released, not clean text:
// nothing can be made of it that leaves again without being examined.
type Released struct {
	Name  string // the account's codename; empty where it has none
	Lines []ReleasedLine
}

// Farthest is how many minutes a released line may be from time zero: no incident takes a thousand years.
const Farthest = 1000 * 366 * 24 * 60

// A ReleasedLine is one line of a released document.
type ReleasedLine struct {
	Heading Heading
	At      Clock
	Mark    string
	Text    string // Markdown
	Number  int
	Said    string // what was said of it beside its text, as Line.Sayings
	Became  string // of an expectation: what became of it, as Outcome.Sentence
	Why     string // Markdown: the explanation of a gap
}

// NotReleased says that a file is no document of this program, or none any more.
type NotReleased struct{ Why string } // for a person: "it has no title of this program"

func (e *NotReleased) Error() string { return "not a released document: " + e.Why }

// Parse reads Markdown, as it is read of clean text, into blocks.
func Parse(s string) []Block { return blocks(s) }

var clockForm = regexp.MustCompile(`^(about )?T([+-])([0-9]{2,6}):([0-5][0-9])$`)

// ParseLead reads what Line.Lead writes: the number of a line and its time. The number is 0 where only a time stands.
func ParseLead(s string) (number int, at Clock, ok bool) {
	n, when, numbered := strings.Cut(s, " · ")
	if !numbered {
		when = s
	} else if number, ok = digits(n); !ok {
		return 0, Clock{}, false
	}
	if when == NoTime {
		return number, Clock{}, true
	}
	at, ok = ParseClock(when)
	return number, at, ok
}

// digits reads a number of a line.
func digits(s string) (n int, ok bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && strconv.Itoa(n) == s
}

// ParseClock reads what Clock.String writes. A clock that nobody said is not among it.
func ParseClock(s string) (c Clock, ok bool) {
	m := clockForm.FindStringSubmatch(s)
	if m == nil {
		return Clock{}, false
	}
	hours, _ := strconv.Atoi(m[3]) // digits, and few
	minutes, _ := strconv.Atoi(m[4])
	c = Clock{Minutes: 60*hours + minutes, Known: true, About: m[1] != ""}
	if m[2] == "-" {
		c.Minutes = -c.Minutes
	}
	return c, true
}

// OneRun is the text of blocks in one run, as a cell of a table can hold it: lines of code and items of lists apart by
// breaks, cells of a table by a dot.
func OneRun(bs []Block) []Inline {
	var out []Inline
	apart := func() {
		if len(out) > 0 && !out[len(out)-1].Break {
			out = append(out, Inline{Break: true})
		}
	}
	var add func(bs []Block, before string)
	add = func(bs []Block, before string) {
		for _, b := range bs {
			apart()
			lead := func(s string) {
				if s != "" {
					out = append(out, Inline{Text: s})
				}
			}
			switch b.Kind {
			case Paragraph, Title:
				lead(before)
				for _, in := range b.Text {
					in.Bold = in.Bold || b.Kind == Title
					out = append(out, in)
				}
			case Code:
				for line := range strings.Lines(b.Code) {
					apart()
					lead(before)
					if line = strings.TrimRight(line, "\n"); strings.TrimSpace(line) != "" {
						out = append(out, Inline{Text: line, Mono: true})
					}
				}
			case List, Ordered:
				for i, item := range b.Items {
					mark := "– "
					if b.Kind == Ordered {
						mark = strconv.Itoa(b.Level+i) + ". "
					}
					add(item, before+mark)
				}
			case Quote:
				add(b.Inner, before+"› ")
			case Table:
				for _, row := range b.Rows {
					apart()
					lead(before)
					for i, cell := range row {
						if i > 0 {
							out = append(out, Inline{Text: " · "})
						}
						out = append(out, cell...)
					}
				}
			}
		}
	}
	add(bs, "")
	for len(out) > 0 && out[len(out)-1].Break {
		out = out[:len(out)-1]
	}
	return out
}
