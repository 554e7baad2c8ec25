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
	var content []report.Block // of the last line
	end := func() {
		if n := len(out.Lines); n > 0 && content != nil {
			out.Lines[n-1].Text = blocks(content)
		}
		content = nil
	}
	for _, b := range bs[2:] {
		if b.Kind == report.Title && b.Level <= 2 {
			end()
			heading = report.Heading(words(b.Text))
			if b.Level == 1 || !slices.Contains(report.Headings, heading) {
				return report.Released{}, &report.NotReleased{Why: "it has a heading that none has"}
			}
			continue
		}
		if at, mark, rest, ok := lead(b); ok && heading != "" {
			end()
			out.Lines = append(out.Lines, report.ReleasedLine{Heading: heading, At: at, Mark: mark})
			if content = []report.Block{}; len(rest) > 0 {
				content = append(content, report.Block{Kind: report.Paragraph, Text: rest})
			}
			continue
		}
		if content == nil {
			return report.Released{}, &report.NotReleased{Why: "it has text without a line's time before it"}
		}
		if b.Kind == report.Title {
			b.Level -= 2 // as it was before it was set below the document's own
		}
		content = append(content, b)
	}
	end()
	if len(out.Lines) == 0 {
		return report.Released{}, &report.NotReleased{Why: "it has no line"}
	}
	return out, nil
}

// caption is the title of a document, and the name behind it.
func caption(bs []report.Block) (caption, name string, ok bool) {
	if len(bs) == 0 || bs[0].Kind != report.Title || bs[0].Level != 1 {
		return "", "", false
	}
	caption, name, _ = strings.Cut(words(bs[0].Text), ":")
	return caption, strings.TrimSpace(name), true
}

// lead is what stands before the text of a line: its time and its mark.
func lead(b report.Block) (at report.Clock, mark string, rest []report.Inline, ok bool) {
	if b.Kind != report.Paragraph || len(b.Text) == 0 || !b.Text[0].Bold || b.Text[0].Italic || b.Text[0].Mono {
		return at, "", nil, false
	}
	if at, ok = report.ParseClock(b.Text[0].Text); !ok && b.Text[0].Text != NoTime {
		return at, "", nil, false
	}
	rest = trimmed(b.Text[1:])
	if len(rest) > 0 && rest[0] == (report.Inline{Text: rest[0].Text, Italic: true}) && slices.Contains(leadMarks, rest[0].Text) {
		mark, rest = rest[0].Text, trimmed(rest[1:])
	}
	return at, mark, rest, true
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
