// Package lanes sets several people's released accounts beside one another on one clock.
//
// A lane is one account as somebody released it. Its text is theirs: it is shown and set beside others, and there is no
// way from it into one's own journal. Lanes are never merged. Each keeps its labels until the reader says that two are
// one; what stands in one lane only and what lies minutes apart is said by the clock; what contradicts what is said by
// the reader. A comparison leaves through the same gate as a release does.
//
// The package is pure: Read makes a lane of the bytes of a file, Compare a comparison of lanes and of what the reader
// said, Comparison.Examine what may leave of it.
package lanes

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
)

// MaxFile is how large a released account may be, in bytes. None that people read comes near it.
const MaxFile = 16 << 20

// MaxLanes is how many accounts can be set beside one another.
const MaxLanes = 12

// Theirs is text that somebody else wrote and released. Only Read makes it. It is no entry, no clean text and no string:
// what leaves of it is examined first.
type Theirs struct{ markdown string }

// Show is the text as Markdown, to be shown to the reader.
func (t Theirs) Show() string { return t.markdown }

// A Lane is one released account.
type Lane struct {
	Name  Theirs // its codename; empty where it has none
	Lines []Line // in order of its own clock; those of which nobody said when come last
}

// A Line is one line of a lane.
type Line struct {
	Heading report.Heading
	At      report.Clock // by its own clock
	Mark    string
	Text    Theirs // with what its author said of it beside its text, and of what became of it
}

// Number is what a line is called in a comparison, such as "2.5": the fifth line of the second lane.
func (p Place) Number() string { return strconv.Itoa(p.Lane+1) + "." + strconv.Itoa(p.Line+1) }

// A Place is a line of a lane, both counted from 0.
type Place struct {
	Lane int `json:"lane"`
	Line int `json:"line"`
}

// Read reads a released account, Markdown or JSON of this program. Everything else is a *report.NotReleased.
func Read(file []byte) (Lane, error) {
	if len(file) > MaxFile {
		return Lane{}, &report.NotReleased{Why: fmt.Sprintf("it is larger than %d MB", MaxFile>>20)}
	}
	if len(bytes.TrimSpace(file)) == 0 {
		return Lane{}, &report.NotReleased{Why: "it is empty"}
	}
	read := markdown.Read
	if json.Is(file) {
		read = json.Read
	}
	r, err := read(file)
	if err != nil {
		return Lane{}, err
	}
	l := Lane{Name: Theirs{r.Name}}
	for _, x := range r.Lines {
		l.Lines = append(l.Lines, Line{Heading: x.Heading, At: x.At, Mark: x.Mark, Text: Theirs{whole(x)}})
	}
	slices.SortStableFunc(l.Lines, func(a, b Line) int {
		if a.At.Known != b.At.Known {
			return map[bool]int{true: -1, false: 1}[a.At.Known]
		}
		return cmp.Compare(a.At.Minutes, b.At.Minutes)
	})
	return l, nil
}

// whole is all that a released line says, as one Markdown text.
func whole(l report.ReleasedLine) string {
	parts := []string{l.Text}
	for _, said := range []string{l.Said, l.Became} {
		if said != "" {
			parts = append(parts, markdown.Content([]report.Block{{Kind: report.Paragraph, Text: []report.Inline{{Text: said, Italic: true}}}}))
		}
	}
	parts = append(parts, l.Why)
	return strings.TrimSpace(strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n"))
}

// Labels are the labels of ours in a lane, each once, in order of appearance.
func (l Lane) Labels() []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range l.texts() {
		for _, label := range redact.LabelsIn(t.markdown) {
			if !seen[label.Name] {
				seen[label.Name] = true
				out = append(out, label.Name)
			}
		}
	}
	return out
}

// texts are all that is written in a lane: its name, then its lines.
func (l Lane) texts() []Theirs {
	out := []Theirs{l.Name}
	for _, x := range l.Lines {
		out = append(out, x.Text)
	}
	return out
}
