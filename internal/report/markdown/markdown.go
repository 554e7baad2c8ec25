// Package markdown draws a report as Markdown: CommonMark with pipe tables and ~~strikethrough~~, no HTML, no links.
//
// Each line of an account is a paragraph that starts with its number and its time in bold, "**12 · T+00:14**", followed
// by its other blocks at the same depth, and by what was said of it beside its text as one paragraph in italics. It is not
// a list: code and tables inside list items are drawn differently, or not at all, by several readers, whereas at the top
// level GitHub, GitLab, Obsidian, Confluence and Google Docs agree. A line of which nobody said when has report.NoTime.
//
// The timeline is a table of numbers and kinds. An expectation that effects answered is a table of both, if they are
// short, with a sentence about their difference below.
package markdown

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"firsthand/internal/report"
)

// Renderer draws Markdown. It has no state; its zero value is ready.
type Renderer struct{}

// Render draws d. It never fails: what can be written can be Markdown.
func (Renderer) Render(d report.Document) ([]byte, error) {
	caption := "# " + d.Caption()
	if len(d.Name) > 0 {
		caption += ": " + oneLine(d.Name)
	}
	out := []string{caption, paragraph("", []report.Inline{{Text: d.Statement(), Italic: true}})}
	if t := timeline(d); t != "" {
		out = append(out, heading(report.Timeline), t)
	}
	for _, part := range d.Parts {
		out = append(out, heading(part.Heading))
		if len(part.Blocks) > 0 {
			out = append(out, blocks(part.Blocks))
		}
		for _, l := range part.Lines {
			out = append(out, line(d, l))
		}
	}
	for _, answer := range d.Closing {
		out = append(out, heading(answer.Question), blocks(answer.Blocks))
	}
	return []byte(strings.TrimRight(strings.Join(out, "\n\n"), "\n") + "\n"), nil
}

func heading(h report.Heading) string { return "## " + oneLine([]report.Inline{{Text: string(h)}}) }

// line gives one line of the account: its number, its time and its mark before its first paragraph, or alone above what
// cannot stand behind them.
func line(d report.Document, l report.Line) string {
	lead := "**" + l.Lead() + "**"
	if l.Mark != "" {
		lead += " *" + escape(l.Mark, place{}, l.Mark) + "*"
	}
	content, after := l.Blocks, []string{}
	if says := l.Sayings(); says != "" {
		after = append(after, ours(says))
	}
	if o, ok := d.Outcome(l.Number); ok {
		expected, seen, ok := d.Beside(o)
		if ok {
			content = []report.Block{beside(expected, seen)}
		} else {
			after = append(after, ours(d.Elsewhere(o)))
		}
		how, more := o.Sentence()
		after = append(after, ours(strings.TrimSpace(how+" "+more)), blocks(o.Words))
	}
	var out []string
	if len(content) > 0 && content[0].Kind == report.Paragraph {
		out = append(out, paragraph(lead+" ", content[0].Text))
		content = content[1:]
	} else {
		out = append(out, lead)
	}
	for _, s := range append([]string{blocks(content)}, after...) {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

// beside is an expectation beside its effects, as a table.
func beside(expected []report.Inline, seen [][]report.Inline) report.Block {
	t := report.Block{Kind: report.Table, Rows: [][][]report.Inline{{{{Text: report.Expected}}, {{Text: report.Seen}}}}}
	for i, effect := range seen {
		if i > 0 {
			expected = nil
		}
		t.Rows = append(t.Rows, [][]report.Inline{expected, effect})
	}
	return t
}

// ours is a sentence of ours as a paragraph in italics.
func ours(s string) string {
	if s == "" {
		return ""
	}
	return paragraph("", []report.Inline{{Text: s, Italic: true}})
}

// timeline is a table with a row for each line of which somebody said when.
func timeline(d report.Document) string {
	lines := d.Timed()
	if lines == nil {
		return ""
	}
	cell := func(s string) []report.Inline { return []report.Inline{{Text: s}} }
	t := report.Block{Kind: report.Table, Rows: [][][]report.Inline{{cell("when"), cell(string(report.Mine)), cell(string(report.Happened))}}}
	for _, l := range lines {
		row := [][]report.Inline{cell(l.At.Span()), nil, nil}
		says := cell(mark(d, l))
		if l.Side == report.Happened {
			row[2] = says
		} else {
			row[1] = says
		}
		t.Rows = append(t.Rows, row)
	}
	return table(t)
}

// mark is a line on the timeline: "5 expectation, gap to 6", or "5 expectation, not met" where nothing answered it.
func mark(d report.Document, l report.Placed) string {
	s := strconv.Itoa(l.Number) + " " + l.Kind()
	o, ok := d.Outcome(l.Number)
	if !ok {
		return strings.TrimSpace(s)
	}
	if len(o.Effects) == 0 {
		return s + ", " + string(o.Met)
	}
	var effects []string
	for _, e := range o.Effects {
		effects = append(effects, strconv.Itoa(e))
	}
	how := "answered by"
	switch o.Met {
	case report.WasMet:
		how = "met by"
	case report.NotMet:
		how = "gap to"
	}
	return s + ", " + how + " " + strings.Join(effects, ", ")
}

// Content is blocks as Markdown, one below the other.
func Content(bs []report.Block) string { return blocks(bs) }

// blocks gives blocks one below the other, an empty line between them.
func blocks(bs []report.Block) string { return below(prune(bs)) }

// prune takes out bullets without a word, which readers of Markdown do not agree about, and makes text of numbers without
// one.
func prune(bs []report.Block) []report.Block {
	var out []report.Block
	for _, b := range bs {
		switch b.Kind {
		case report.List, report.Ordered:
			var items [][]report.Block
			var numbers []report.Inline
			words := false
			for i, item := range b.Items {
				if item = prune(item); len(item) > 0 || b.Kind == report.Ordered {
					items = append(items, item)
				}
				words = words || len(item) > 0
				numbers = append(numbers, report.Inline{Text: strconv.Itoa(b.Level+i) + "."}, report.Inline{Break: true})
			}
			b.Items = items
			if !words && b.Kind == report.Ordered {
				b = report.Block{Kind: report.Paragraph, Text: numbers}
			} else if !words {
				continue
			}
		case report.Quote:
			if b.Inner = prune(b.Inner); len(b.Inner) == 0 {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// below gives blocks that have been pruned.
func below(bs []report.Block) string {
	out := make([]string, 0, len(bs))
	nth := 0 // of lists that follow one another: they change marker, or they would be one list
	for i, b := range bs {
		if i > 0 && b.Kind == bs[i-1].Kind {
			nth++
		} else {
			nth = 0
		}
		if s := block(b, nth); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n\n")
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9+#.-]*$`)

func block(b report.Block, nth int) string {
	switch b.Kind {
	case report.Paragraph:
		return paragraph("", b.Text)
	case report.Title:
		// Two below its own level, so that the document's own headings are the only ones of levels one and two.
		return strings.TrimSpace(strings.Repeat("#", min(6, max(1, b.Level)+2)) + " " + oneLine(b.Text))
	case report.Code:
		fence := strings.Repeat("`", max(3, longestRun(b.Code, '`')+1))
		lang := b.Lang
		if !plainWord.MatchString(lang) {
			lang = ""
		}
		return fence + lang + "\n" + strings.TrimSuffix(b.Code, "\n") + "\n" + fence
	case report.List, report.Ordered:
		return list(b, nth)
	case report.Quote:
		return indent("> ", "> ", below(b.Inner))
	case report.Table:
		return table(b)
	case report.Rule:
		return "___" // "- ---" and "* ***" would be one rule, not an item with a rule in it
	}
	return ""
}

// list writes a list with the marker of its turn; with a plus where a line of it would be a rule, as "- - -" is.
func list(b report.Block, nth int) string {
	s := items(b, "-*"[nth%2:][:1], ".)"[nth%2:][:1])
	if b.Kind == report.List && slices.ContainsFunc(strings.Split(s, "\n"), isRule) {
		s = items(b, "+", "")
	}
	return s
}

// isRule is true of a line of nothing but three or more of - or *.
func isRule(line string) bool {
	line = strings.ReplaceAll(line, " ", "")
	return len(line) > 2 && strings.Trim(line, line[:1]) == "" && strings.ContainsAny(line[:1], "-*")
}

func items(b report.Block, bullet, behindNumber string) string {
	var out []string
	tight := true
	for i, item := range b.Items {
		marker := bullet
		if b.Kind == report.Ordered {
			marker = strconv.Itoa(b.Level+i) + behindNumber
		}
		if len(item) > 1 || len(item) == 1 && item[0].Kind != report.Paragraph {
			tight = false
		}
		out = append(out, strings.TrimRight(indent(marker+" ", strings.Repeat(" ", len(marker)+1), below(item)), " "))
	}
	if tight {
		return strings.Join(out, "\n")
	}
	return strings.Join(out, "\n\n")
}

func table(b report.Block) string {
	if len(b.Rows) == 0 {
		return ""
	}
	var out strings.Builder
	for i, row := range b.Rows {
		lines := [][][]report.Inline{row} // the head is one line
		if i > 0 {
			lines = abreast(row, len(b.Rows[0]))
		}
		for _, line := range lines {
			out.WriteString("|")
			for _, cell := range line {
				out.WriteString(" " + cellText(cell) + " |")
			}
			out.WriteString("\n")
		}
		if i == 0 {
			out.WriteString("|")
			for c := range row {
				align := report.Left
				if c < len(b.Align) {
					align = b.Align[c]
				}
				out.WriteString([]string{" --- |", " ---: |", " :---: |"}[align])
			}
			out.WriteString("\n")
		}
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// abreast are the lines of a row's cells side by side: Markdown breaks no line within a cell, so a cell of two lines goes
// on in the row below. There is at least one, of that many cells.
func abreast(row [][]report.Inline, columns int) [][][]report.Inline {
	lines := [][][]report.Inline{make([][]report.Inline, columns)}
	for c, cell := range row[:min(columns, len(row))] {
		at := 0
		for i, run := range cell {
			if run.Break {
				if i > 0 && !cell[i-1].Break && i+1 < len(cell) {
					at++
				}
				run.Break = false
			}
			if run.Text == "" {
				continue
			}
			if at == len(lines) {
				lines = append(lines, make([][]report.Inline, columns))
			}
			lines[at][c] = append(lines[at][c], run)
		}
	}
	return lines
}

// indent puts first before the first line of s and rest before the others.
func indent(first, rest, s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		if l == "" {
			prefix = strings.TrimRight(prefix, " ")
		}
		lines[i] = prefix + l
	}
	return strings.Join(lines, "\n")
}

// longestRun is the length of the longest run of c in s.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// Properties are none: a Markdown file says nothing of itself beside its text.
func (Renderer) Properties([]byte) ([]report.Property, error) { return nil, nil }
