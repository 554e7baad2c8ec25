package markdown

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"firsthand/internal/report"
	"firsthand/internal/report/example"
)

// shape writes blocks with their plain text, without styles and the language of code: what has to be there again after
// they were written as Markdown and read. Titles stand two levels down.
func shape(bs []report.Block, down int) string {
	var out []string
	for _, b := range bs {
		switch b.Kind {
		case report.Paragraph:
			out = append(out, fmt.Sprintf("p(%s)", spread(b.Text)))
		case report.Title:
			out = append(out, fmt.Sprintf("h%d(%s)", min(6, b.Level+down), squash(plain(b.Text))))
		case report.Code:
			out = append(out, fmt.Sprintf("code(%q)", b.Code))
		case report.List, report.Ordered:
			var items []string
			for _, item := range b.Items {
				items = append(items, shape(item, down))
			}
			mark := "ul"
			if b.Kind == report.Ordered {
				mark = fmt.Sprintf("ol%d", b.Level)
			}
			out = append(out, mark+"["+strings.Join(items, "; ")+"]")
		case report.Quote:
			out = append(out, "quote["+shape(b.Inner, down)+"]")
		case report.Table:
			var rows []string
			for _, row := range b.Rows {
				var cells []string
				for _, cell := range row {
					cells = append(cells, squash(plain(cell)))
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			out = append(out, fmt.Sprintf("table%v[%s]", b.Align, strings.Join(rows, "; ")))
		case report.Rule:
			out = append(out, "rule")
		}
	}
	return strings.Join(out, " ")
}

// spread is the text of a paragraph, line by line.
func spread(in []report.Inline) string {
	var lines []string
	for _, line := range strings.Split(plain(in), "\n") {
		if line = squash(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "⏎")
}

// backAndForth compares what a text reads as with what is read from it after it was written.
func backAndForth(text string) (want, got, written string) {
	bs := report.Parse(text)
	written = blocks(bs)
	return shape(prune(bs), 2), shape(report.Parse(written), 0), written
}

// Every text that a site could take for something else reads back as the same blocks, alone and with others.
func TestBlocksReadBack(t *testing.T) {
	check := func(text string) {
		t.Helper()
		if want, got, written := backAndForth(text); got != want {
			t.Errorf("%q\ngot  %s\nwant %s\n%s", text, got, want, written)
		}
	}
	for _, s := range append(append([]string{}, example.Hostile...), texts...) {
		for _, around := range []string{"%s", "x %s y", "x\n%s", "- %s\n- %[1]s", "> %s", "1. a\n\n   %s", "# %s", "| %s | b |\n|---|---|\n| c | %[1]s |", "**%s** y", "`%s`", "    %s", "a\n\n%s\n\n%[1]s", "%s\n%[1]s"} {
			check(fmt.Sprintf(around, s))
		}
	}
	pieces := append([]string{"\n", "\n\n", "- ", "> ", "1. ", "    ", "# ", "| a | b |\n|---|---|\n", "```\n", "  \n", "*", "**", "`", "\n---\n", "\n===\n"}, example.Hostile...)
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for range 1 + r.IntN(7) {
			b.WriteString(pieces[r.IntN(len(pieces))])
			if r.IntN(3) == 0 {
				b.WriteByte('\n')
			}
		}
		check(b.String())
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	for _, s := range example.Hostile {
		f.Add(s + "\n\n- " + s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if want, got, written := backAndForth(s); got != want {
			t.Errorf("got  %s\nwant %s\n%s", got, want, written)
		}
	})
}
