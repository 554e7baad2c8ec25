// Package json writes a report as JSON for tools, and reads it back.
//
// The file holds what the PDF and the Markdown hold, as Schema describes it: lines in order of time, each with an id, its
// kind, its distance from time zero in minutes and its text as Markdown; expectations with what answered them; the last
// page. It holds no date, no zone and no time as somebody typed it. The ids are those of the document's lines: random, the
// same in the same release, and none of the journal's.
package json

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
)

// Schema is the JSON Schema (draft 2020-12) of the files.
//
//go:embed schema.json
var Schema []byte

// Format is what every file says it is, and Version the form of it that is written and read.
const (
	Format  = "firsthand account"
	Version = 1
)

// An account is a file.
type account struct {
	Format    string         `json:"format"`
	Version   int            `json:"version"`
	Statement string         `json:"statement"`
	Profile   redact.Profile `json:"profile"`
	Name      string         `json:"name,omitempty"`
	Lines     []line         `json:"lines"`
	Outcomes  []outcome      `json:"outcomes,omitempty"`
	Closing   []answer       `json:"closing,omitempty"`
}

type line struct {
	ID     string `json:"id"`
	Number int    `json:"number"`
	Kind   string `json:"kind"`
	At     *clock `json:"at,omitempty"` // absent: nobody said when
	Side   string `json:"side,omitempty"`
	Said   []said `json:"said,omitempty"`
	Text   string `json:"text"`
}

type clock struct {
	Minutes int  `json:"minutes"`
	About   bool `json:"about,omitempty"`
	Before  int  `json:"before,omitempty"`
	After   int  `json:"after,omitempty"`
}

type said struct {
	Name   string   `json:"name"`
	Values []string `json:"values"`
}

type outcome struct {
	Expectation string   `json:"expectation"` // ids of lines
	Effects     []string `json:"effects"`
	Met         string   `json:"met,omitempty"`
	Before      bool     `json:"before,omitempty"`
	Direction   string   `json:"direction,omitempty"`
	Why         []string `json:"why,omitempty"`
	Level       []string `json:"level,omitempty"`
	Text        string   `json:"text,omitempty"`
}

type answer struct {
	Question string `json:"question"`
	Text     string `json:"text"`
}

// A kind is a kind of line: its heading, and the mark that tells it from others under the same heading.
type kind struct {
	name    string
	heading report.Heading
	mark    string
}

var kinds = []kind{
	{"action", report.Actions, ""}, {"effect", report.Effects, ""}, {"expectation", report.Expectations, ""},
	{"assumption", report.Assumptions, ""}, {"understanding", report.Understandings, ""}, {"decision", report.Understandings, "decision"},
	{"condition", report.Conditions, ""}, {"note", report.Notes, ""}, {"reaction", report.Reactions, ""},
	{"learning", report.Learnings, ""}, {"idea", report.Ideas, ""},
}

// kindOf is the kind of a line; what stands under a heading or behind a mark that is not known is a note.
func kindOf(h report.Heading, mark string) string {
	name := "note"
	for _, k := range kinds {
		if k.heading == h && (k.mark == mark || k.mark == "") {
			name = k.name
		}
	}
	return name
}

var sides = map[report.Side]string{report.Mine: "mine", report.Happened: "happened"}

// Renderer writes JSON. It has no state; its zero value is ready.
type Renderer struct{}

// Render writes d. A line without an id gets its number for one: the ids of a release are made with it.
func (Renderer) Render(d report.Document) ([]byte, error) {
	a := account{Format: Format, Version: Version, Statement: d.Statement(), Profile: d.Profile, Name: strings.TrimSuffix(report.PlainText([]report.Block{{Text: d.Name}}), "\n"), Lines: []line{}}
	if a.Profile == "" {
		a.Profile = redact.ByRole
	}
	ids := map[int]string{}
	for _, l := range d.InOrder() {
		out := line{ID: l.ID, Number: l.Number, Kind: kindOf(l.Heading, l.Mark), Side: sides[l.Side], Text: markdown.Content(l.Blocks)}
		if out.ID == "" {
			out.ID = fmt.Sprintf("%032x", l.Number)
		}
		if l.At.Known {
			out.At = &clock{Minutes: l.At.Minutes, About: l.At.About, Before: l.At.Before, After: l.At.After}
		}
		for _, s := range l.Said {
			out.Said = append(out.Said, said{s.Name, s.Values})
		}
		ids[l.Number] = out.ID
		a.Lines = append(a.Lines, out)
	}
	for _, o := range d.Outcomes {
		out := outcome{Expectation: ids[o.Expectation], Effects: []string{}, Met: string(o.Met), Before: o.Before,
			Direction: o.Direction, Why: o.Why, Level: o.Level, Text: markdown.Content(o.Words)}
		for _, n := range o.Effects {
			out.Effects = append(out.Effects, ids[n])
		}
		a.Outcomes = append(a.Outcomes, out)
	}
	for _, x := range d.Closing {
		a.Closing = append(a.Closing, answer{string(x.Question), markdown.Content(x.Blocks)})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // a name must not hide behind \u0026
	e.SetIndent("", "  ")
	if err := e.Encode(a); err != nil {
		return nil, errors.New("json: the document cannot be written")
	}
	return b.Bytes(), nil
}

// Properties are what the file says of itself beside its text.
func (Renderer) Properties(file []byte) ([]report.Property, error) {
	var a account
	if err := json.Unmarshal(file, &a); err != nil {
		return nil, errNotJSON
	}
	return []report.Property{{Name: "Format", Value: fmt.Sprintf("%s, version %d", a.Format, a.Version)}}, nil
}

var errNotJSON = errors.New("json: not JSON")

// unbroken is the source with spaces for escaped line ends and tabs, so that nobody is called "nPriya" by one.
func unbroken(file []byte) string {
	out := bytes.Clone(file)
	for i := 0; i+1 < len(out); i++ {
		if out[i] != '\\' {
			continue
		}
		if strings.IndexByte("nrtbf", out[i+1]) >= 0 {
			out[i], out[i+1] = ' ', ' '
		}
		i++
	}
	return string(out)
}

// Views reads any JSON: its source; its strings, names of fields among them, with all escapes decoded; these read as
// Markdown, as a reader of the document sees them; and what such a reader does not see.
func (Renderer) Views(file []byte) ([]redact.View, error) {
	if !utf8.Valid(file) {
		return nil, errNotJSON
	}
	for d := json.NewDecoder(bytes.NewReader(file)); ; {
		var value json.RawMessage
		if err := d.Decode(&value); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, errNotJSON
		}
	}
	var all strings.Builder
	seen, joined, hidden := strings.Builder{}, strings.Builder{}, strings.Builder{}
	d := json.NewDecoder(bytes.NewReader(file))
	d.UseNumber()
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errNotJSON
		}
		var text string
		switch t := t.(type) {
		case string:
			text = t
		case json.Number:
			text = t.String()
		default:
			continue
		}
		all.WriteString(text + "\n")
		views, err := markdown.Renderer{}.Views([]byte(text))
		if err != nil {
			continue // it holds NUL, and stands above as it is
		}
		seen.WriteString(views[1].Text + "\n")
		joined.WriteString(views[2].Text + "\n")
		hidden.WriteString(views[3].Text + "\n")
	}
	return []redact.View{
		{Name: "source", Text: unbroken(file)},
		{Name: "strings", Text: all.String()},
		{Name: "text", Text: seen.String()},
		{Name: "text, lines joined", Text: joined.String()},
		{Name: "link targets and hidden parts", Text: hidden.String()},
	}, nil
}

// Is reports whether a file looks like JSON rather than like any other format of a release.
func Is(file []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf")), " \t\r\n"), []byte("{"))
}

// Read reads a released document back that Render wrote. What is not one is a *report.NotReleased.
func Read(file []byte) (report.Released, error) {
	not := func(why string) (report.Released, error) { return report.Released{}, &report.NotReleased{Why: why} }
	file = bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(file, &head); err != nil || !utf8.Valid(file) {
		return not("it is no JSON, or a part of it is missing")
	}
	switch {
	case head.Format != Format:
		return not("it is JSON of something else")
	case head.Version > Version:
		return not("a newer version of this program wrote it")
	}
	var a account
	d := json.NewDecoder(bytes.NewReader(file))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil || head.Version != Version {
		return not("it is not as its schema says")
	}
	out := report.Released{Name: a.Name}
	for _, l := range a.Lines {
		i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == l.Kind })
		if i < 0 {
			return not("it is not as its schema says")
		}
		x := report.ReleasedLine{Heading: kinds[i].heading, Mark: kinds[i].mark, Text: l.Text, Number: l.Number}
		var sayings report.Line
		for _, s := range l.Said {
			sayings.Said = append(sayings.Said, report.Said{Name: s.Name, Values: s.Values})
		}
		x.Said = sayings.Sayings()
		if l.At != nil {
			if l.At.Before < 0 || l.At.After < 0 || max(l.At.Minutes, -l.At.Minutes, l.At.Before, l.At.After) > report.Farthest {
				return not("it is not as its schema says")
			}
			x.At = report.Clock{Minutes: l.At.Minutes, Known: true, About: l.At.About, Before: l.At.Before, After: l.At.After}
		}
		out.Lines = append(out.Lines, x)
	}
	for _, o := range a.Outcomes {
		i := slices.IndexFunc(a.Lines, func(l line) bool { return l.ID == o.Expectation })
		if i < 0 {
			return not("it is not as its schema says")
		}
		how, more := report.Became{Met: report.Met(o.Met), Before: o.Before, Direction: o.Direction, Why: o.Why, Level: o.Level}.Sentence()
		out.Lines[i].Became, out.Lines[i].Why = strings.TrimSpace(how+" "+more), o.Text
	}
	if len(out.Lines) == 0 {
		return not("it has no line")
	}
	return out, nil
}
