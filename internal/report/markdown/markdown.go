// Package markdown draws a report as Markdown: CommonMark with pipe tables and ~~strikethrough~~, no HTML, no links.
//
// Each line of an account is a paragraph that starts with its time in bold, followed by its other blocks at the same
// depth. It is not a list: code and tables inside list items are drawn differently, or not at all, by several readers,
// whereas at the top level GitHub, GitLab, Obsidian, Confluence and Google Docs agree. A line of which nobody said when
// starts with NoTime.
package markdown

import (
	"regexp"
	"strconv"
	"strings"

	"firsthand/internal/report"
)

// NoTime stands where a line has no time.
const NoTime = "—"

// Renderer draws Markdown. It has no state; its zero value is ready.
type Renderer struct{}

// Render draws d. It never fails: what can be written can be Markdown.
func (Renderer) Render(d report.Document) ([]byte, error) {
	caption := "# " + d.Caption()
	if len(d.Name) > 0 {
		caption += ": " + oneLine(d.Name)
	}
	out := []string{caption, paragraph("", []report.Inline{{Text: d.Statement(), Italic: true}})}
	for _, part := range d.Parts {
		out = append(out, "## "+oneLine([]report.Inline{{Text: string(part.Heading)}}))
		if len(part.Blocks) > 0 {
			out = append(out, blocks(part.Blocks))
		}
		for _, l := range part.Lines {
			out = append(out, line(l))
		}
	}
	return []byte(strings.Join(out, "\n\n") + "\n"), nil
}

// line gives one line of the account: its time and its mark before its first paragraph, or alone above what cannot
// stand behind them.
func line(l report.Line) string {
	lead := "**" + NoTime + "**"
	if l.At.Known {
		lead = "**" + l.At.String() + "**"
	}
	if l.Mark != "" {
		lead += " *" + escape(l.Mark, place{}, l.Mark) + "*"
	}
	if len(l.Blocks) == 0 || l.Blocks[0].Kind != report.Paragraph {
		return strings.TrimSpace(lead + "\n\n" + blocks(l.Blocks))
	}
	return strings.TrimSpace(paragraph(lead+" ", l.Blocks[0].Text) + "\n\n" + blocks(l.Blocks[1:]))
}

// blocks gives blocks one below the other, an empty line between them.
func blocks(bs []report.Block) string {
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
		return indent("> ", "> ", blocks(b.Inner))
	case report.Table:
		return table(b)
	case report.Rule:
		return "___" // "- ---" and "* ***" would be one rule, not an item with a rule in it
	}
	return ""
}

func list(b report.Block, nth int) string {
	var out []string
	tight := true
	for i, item := range b.Items {
		marker := "-*"[nth%2:][:1]
		if b.Kind == report.Ordered {
			marker = strconv.Itoa(b.Level+i) + ".)"[nth%2:][:1]
		}
		if len(item) > 1 || len(item) == 1 && item[0].Kind != report.Paragraph {
			tight = false
		}
		out = append(out, strings.TrimRight(indent(marker+" ", strings.Repeat(" ", len(marker)+1), blocks(item)), " "))
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
		out.WriteString("|")
		for c := range b.Rows[0] {
			var cell []report.Inline
			if c < len(row) {
				cell = row[c]
			}
			out.WriteString(" " + cellText(cell) + " |")
		}
		out.WriteString("\n")
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
