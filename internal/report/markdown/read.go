package markdown

import (
	"slices"
	"strings"

	"firsthand/internal/report"
)

// leadMarks are the words that may stand behind a line's time.
var leadMarks = []string{"decision"}

// Read reads a released document back that Render wrote. What is not one, or was changed in more than its text, is a
// *report.NotReleased; a binary file is an error of its own.
func Read(file []byte) (report.Released, error) {
	source, err := decode(file)
	if err != nil {
		return report.Released{}, &report.NotReleased{Why: "it is not text"}
	}
	bs := report.Parse(source)
	caption, name, ok := caption(bs)
	if !ok || caption != report.Caption {
		return report.Released{}, &report.NotReleased{Why: "it does not begin with the title of one"}
	}
	if len(bs) < 2 || !strings.HasPrefix(words(bs[1].Text), report.Opening) {
		return report.Released{}, &report.NotReleased{Why: "the sentence that says what it is does not follow its title"}
	}
	out := report.Released{Name: name}
	var heading report.Heading
	bands := map[int][2]int{} // the ends of moments, by number
	var l *reading
	end := func() {
		if l != nil {
			out.Lines = append(out.Lines, l.line())
		}
		l = nil
	}
	for _, b := range bs[2:] {
		if b.Kind == report.Title && b.Level <= 2 {
			end()
			heading = report.Heading(words(b.Text))
			if b.Level == 1 || !slices.Contains(report.Headings, heading) && !aside(heading) {
				return report.Released{}, &report.NotReleased{Why: "it has a heading that none has"}
			}
			continue
		}
		if aside(heading) {
			if heading == report.Timeline && b.Kind == report.Table {
				readBands(b, bands)
			}
			continue
		}
		if number, at, mark, rest, ok := lead(b); ok && heading != "" {
			end()
			l = &reading{ReleasedLine: report.ReleasedLine{Heading: heading, Number: number, At: at, Mark: mark}}
			if len(rest) > 0 {
				l.content = append(l.content, report.Block{Kind: report.Paragraph, Text: rest})
			}
			continue
		}
		if l == nil {
			return report.Released{}, &report.NotReleased{Why: "it has text without a line's time before it"}
		}
		if b.Kind == report.Title {
			b.Level -= 2 // as it was before it was set below the document's own
		}
		l.take(b)
	}
	end()
	for i := range out.Lines {
		x := &out.Lines[i]
		if ends, ok := bands[x.Number]; ok && x.At.Known {
			x.At.Before, x.At.After = max(0, x.At.Minutes-ends[0]), max(0, ends[1]-x.At.Minutes)
		}
	}
	if len(out.Lines) == 0 {
		return report.Released{}, &report.NotReleased{Why: "it has no line"}
	}
	return out, nil
}

// aside is true of what stands under a heading and is no line: the timeline, which the lines give again, and the last page.
func aside(h report.Heading) bool {
	return h == report.Timeline || slices.Contains(report.Questions, h)
}

// readBands takes from the timeline when lines may have been: "T+00:05 to T+00:30" beside "12 effect".
func readBands(timeline report.Block, bands map[int][2]int) {
	for _, row := range timeline.Rows {
		from, to, ok := strings.Cut(words(row[0]), " to ")
		if !ok || len(row) < 3 {
			continue
		}
		mark, _, _ := strings.Cut(words(row[1])+words(row[2]), " ")
		number, _, isNumber := report.ParseLead(mark + " · " + report.NoTime)
		first, ok1 := report.ParseClock(from)
		last, ok2 := report.ParseClock(to)
		if isNumber && ok1 && ok2 {
			bands[number] = [2]int{first.Minutes, last.Minutes}
		}
	}
}

// A reading is a line while its blocks are read: its text, then what was said of it, then what became of it, then why.
type reading struct {
	report.ReleasedLine
	content, why []report.Block
}

func (l *reading) take(b report.Block) {
	says := ""
	if b.Kind == report.Paragraph && len(b.Text) == 1 && b.Text[0] == (report.Inline{Text: b.Text[0].Text, Italic: true}) {
		says = b.Text[0].Text
	}
	switch {
	case l.Became != "":
		l.why = append(l.why, b)
	case says != "" && report.IsSentence(says) && l.Heading == report.Expectations:
		l.Became = says
	case says != "" && l.Said == "" && report.IsSayings(says):
		l.Said = says
	case says != "" && l.Heading == report.Expectations && strings.HasPrefix(says, report.Seen+": "):
		// where its effects stand
	case b.Kind == report.Table && len(l.content) == 0 && isBeside(b):
		p := report.Block{Kind: report.Paragraph}
		for _, row := range b.Rows[1:] { // a text of several lines goes on in the rows below
			if len(p.Text) > 0 && len(row[0]) > 0 {
				p.Text = append(p.Text, report.Inline{Break: true})
			}
			p.Text = append(p.Text, row[0]...)
		}
		l.content = append(l.content, p)
	default:
		l.content = append(l.content, b)
	}
}

func (l *reading) line() report.ReleasedLine {
	l.Text, l.Why = blocks(l.content), blocks(l.why)
	return l.ReleasedLine
}

// isBeside is true of the table of an expectation and its effects.
func isBeside(b report.Block) bool {
	return len(b.Rows) > 1 && len(b.Rows[0]) == 2 && words(b.Rows[0][0]) == report.Expected && words(b.Rows[0][1]) == report.Seen
}

// caption is the title of a document, and the name behind it.
func caption(bs []report.Block) (caption, name string, ok bool) {
	if len(bs) == 0 || bs[0].Kind != report.Title || bs[0].Level != 1 {
		return "", "", false
	}
	caption, name, _ = strings.Cut(words(bs[0].Text), ":")
	return caption, strings.TrimSpace(name), true
}

// lead is what stands before the text of a line: its number, its time and its mark.
func lead(b report.Block) (number int, at report.Clock, mark string, rest []report.Inline, ok bool) {
	if b.Kind != report.Paragraph || len(b.Text) == 0 || !b.Text[0].Bold || b.Text[0].Italic || b.Text[0].Mono {
		return 0, at, "", nil, false
	}
	if number, at, ok = report.ParseLead(b.Text[0].Text); !ok {
		return 0, at, "", nil, false
	}
	rest = trimmed(b.Text[1:])
	if len(rest) > 0 && rest[0] == (report.Inline{Text: rest[0].Text, Italic: true}) && slices.Contains(leadMarks, rest[0].Text) {
		mark, rest = rest[0].Text, trimmed(rest[1:])
	}
	return number, at, mark, rest, true
}

// trimmed are runs without the space and the breaks before them.
func trimmed(in []report.Inline) []report.Inline {
	in = slices.Clone(in)
	for len(in) > 0 {
		if in[0].Text = strings.TrimLeft(in[0].Text, " "); in[0].Text != "" && !in[0].Break {
			break
		}
		in = in[1:]
	}
	return in
}

// words is the text of runs on one line.
func words(in []report.Inline) string { return squash(plain(in)) }
