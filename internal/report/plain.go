package report

import "strings"

// PlainText is the text of blocks without styles: a line for each line, cells of a table apart by a tab.
// It is what a reader of the document reads, apart from numbers and bullets of lists.
func PlainText(blocks []Block) string {
	var b strings.Builder
	write(&b, blocks)
	return b.String()
}

func write(b *strings.Builder, blocks []Block) {
	for _, block := range blocks {
		switch block.Kind {
		case Paragraph, Title:
			b.WriteString(plain(block.Text) + "\n")
		case Code:
			b.WriteString(block.Code)
		case List, Ordered:
			for _, item := range block.Items {
				write(b, item)
			}
		case Quote:
			write(b, block.Inner)
		case Table:
			for _, row := range block.Rows {
				for i, cell := range row {
					if i > 0 {
						b.WriteByte('\t')
					}
					b.WriteString(plain(cell))
				}
				b.WriteByte('\n')
			}
		}
	}
}

// plain is the text of runs, a break as a line end.
func plain(in []Inline) string {
	var b strings.Builder
	for _, r := range in {
		if r.Break {
			b.WriteByte('\n')
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}
