package pdf

import (
	"firsthand/internal/report"
)

// Sizes in tables.
const (
	tableSize, tableLeading = 9.0, 12.5
	tinySize, tinyLeading   = 7.5, 10.5 // where a table would not fit otherwise
	cellPad, rowPad         = 5.0, 3.2
	widestWord              = 120.0 // longer words may be cut to make a table fit
	narrowestColumn         = 26.0
)

// A grid is a table that has been measured.
type grid struct {
	rows    [][][]glyph
	widths  []float64 // of the columns, with padding
	align   []report.Align
	size    float64
	leading float64
}

// table draws a table: in the column of text if it fits, else over the column of times as well, else smaller, else row
// by row as "head: value", so that nothing is cut off whatever its width.
func (s *sheet) table(b report.Block, f frame, t typeface) {
	if len(b.Rows) == 0 {
		return
	}
	wide := f
	if f.x == s.column.x {
		wide.x, wide.w = s.left, f.x+f.w-s.left
	}
	for _, try := range []struct {
		frame
		size, leading float64
		squeeze       bool
	}{{f, tableSize, tableLeading, false}, {f, tableSize, tableLeading, true}, {wide, tableSize, tableLeading, true}, {wide, tinySize, tinyLeading, true}} {
		g := s.grid(b, try.size, try.leading)
		if !g.settle(try.w, try.squeeze) {
			continue
		}
		if try.x < f.x && s.lead != nil { // the time first: the table takes its place
			s.need(bodyLeading + 3*try.leading)
			s.textRow(f, nil, bodyLeading, bodySize)
		}
		s.draw(g, try.frame)
		return
	}
	s.records(b, f, t)
}

// grid makes the glyphs of the cells.
func (s *sheet) grid(b report.Block, size, leading float64) *grid {
	g := &grid{align: b.Align, size: size, leading: leading}
	for i, row := range b.Rows {
		cells := make([][]glyph, len(b.Rows[0]))
		for c := range cells {
			if c < len(row) {
				cells[c] = s.inlines(row[c], typeface{size: size, colour: ink, bold: i == 0})
			}
		}
		g.rows = append(g.rows, cells)
	}
	return g
}

// settle finds widths of columns that add up to no more than w: as wide as their content, or, squeezed, not narrower
// than their longest word. It is false if there are none.
func (g *grid) settle(w float64, squeeze bool) bool {
	columns := len(g.rows[0])
	wish, least := make([]float64, columns), make([]float64, columns)
	var wishes, leasts float64
	for c := range columns {
		least[c] = narrowestColumn
		for _, row := range g.rows {
			for _, line := range wrap(row[c], 1e9) {
				wish[c] = max(wish[c], extent(line)+2*cellPad)
			}
			least[c] = max(least[c], min(longestWord(row[c]), widestWord)+2*cellPad)
		}
		wish[c] = max(wish[c], least[c])
		wishes += wish[c]
		leasts += least[c]
	}
	switch {
	case wishes <= w:
		g.widths = wish
	case !squeeze || leasts > w:
		return false
	default:
		g.widths = share(w, wish, least)
	}
	return true
}

// share divides w among columns that wish for more: those that wish for no more than an equal share get their wish,
// which gives the others more; these then get their least and, of what is left, in proportion to their wishes.
func share(w float64, wish, least []float64) []float64 {
	widths := make([]float64, len(wish))
	for again := true; again; {
		again = false
		rest, open, leasts := w, 0, 0.0
		for c := range wish {
			if rest -= widths[c]; widths[c] == 0 {
				open++
				leasts += least[c]
			}
		}
		for c := range wish {
			if widths[c] == 0 && wish[c] <= rest/float64(open) && rest-wish[c] >= leasts-least[c] {
				widths[c] = wish[c]
				again = true
				break
			}
		}
	}
	rest, more := w, 0.0
	for c := range wish {
		if rest -= widths[c]; widths[c] == 0 {
			rest -= least[c]
			more += wish[c] - least[c]
		}
	}
	for c := range wish {
		if widths[c] == 0 {
			widths[c] = least[c]
			if more > 0 {
				widths[c] += rest * (wish[c] - least[c]) / more
			}
		}
	}
	return widths
}

// longestWord is the width of the longest part that no line may break.
func longestWord(gs []glyph) float64 {
	longest, w := 0.0, 0.0
	for _, g := range gs {
		if g.r != ' ' {
			w += g.width
		}
		longest = max(longest, w)
		if g.after != noBreak {
			w = 0
		}
	}
	return longest + 0.1
}

// draw draws a measured table. A row stays on one page unless it is higher than a page; the head is repeated.
func (s *sheet) draw(g *grid, f frame) {
	height := func(row [][][]glyph) float64 {
		lines := 1
		for _, cell := range row {
			lines = max(lines, len(cell))
		}
		return float64(lines)*g.leading + 2*rowPad
	}
	rows := make([][][][]glyph, len(g.rows))
	for i, row := range g.rows {
		for c, cell := range row {
			rows[i] = append(rows[i], wrap(cell, g.widths[c]-2*cellPad))
		}
	}
	total := 0.0
	for _, w := range g.widths {
		total += w
	}
	head := rows[0]
	first := 0.0
	if len(rows) > 1 {
		first = height(rows[1])
	}
	if len(rows) <= keptRows { // a short table stays on one page
		first = 0
		for _, row := range rows[1:] {
			first += height(row)
		}
	}
	if h := height(head) + first; h < s.bottom-s.top {
		s.need(h)
	}
	s.settle()
	for i, row := range rows {
		for h := height(row); h > 0; h = height(row) {
			turned := false
			if h <= s.bottom-s.top {
				if i == len(rows)-2 && h+height(rows[i+1]) < (s.bottom-s.top)/2 { // the last row does not stand alone
					h += height(rows[i+1])
				}
				turned = s.need(h)
			} else if s.y+2*rowPad+2*g.leading > s.bottom { // a row higher than a page starts where two lines fit
				s.turn()
				turned = true
			}
			if turned && i > 0 && height(head)+g.leading < (s.bottom-s.top)/3 {
				s.tableRow(g, head, f, total, true)
			}
			rest := cutRow(row, int((s.bottom-s.y-2*rowPad+0.01)/g.leading))
			s.tableRow(g, row, f, total, i == 0)
			if rest == nil {
				break
			}
			row = rest
			s.turn()
			if i > 0 && height(head) < (s.bottom-s.top)/3 {
				s.tableRow(g, head, f, total, true)
			}
		}
	}
}

// cutRow leaves no more than n lines in each cell of row, and gives the rest, nil if there is none.
func cutRow(row [][][]glyph, n int) [][][]glyph {
	n = max(n, 1)
	var rest [][][]glyph
	for c, cell := range row {
		if len(cell) > n {
			if rest == nil {
				rest = make([][][]glyph, len(row))
			}
			rest[c], row[c] = cell[n:], cell[:n]
		}
	}
	return rest
}

func (s *sheet) tableRow(g *grid, row [][][]glyph, f frame, total float64, head bool) {
	lines := 1
	for _, cell := range row {
		lines = max(lines, len(cell))
	}
	h := float64(lines)*g.leading + 2*rowPad
	s.row(f, h, func(y float64) {
		x := f.x
		for c, cell := range row {
			for i, line := range cell {
				base := baseline(y+rowPad+float64(i)*g.leading, g.leading, g.size)
				if s.lead != nil {
					s.lead(base)
					s.lead = nil
				}
				at := x + cellPad
				if c == 0 { // the first column stands flush with the text above
					at = x
				}
				free := g.widths[c] - (at - x) - cellPad - extent(line)
				switch g.alignOf(c) {
				case report.Right:
					at += free
				case report.Centre:
					at += free / 2
				}
				s.glyphs(line, at, base)
			}
			x += g.widths[c]
		}
		weight := 0.0
		if head {
			weight = 0.5
		}
		s.fill(f.x, y+h-0.4, total, 0.4+weight, hair)
	})
}

func (g *grid) alignOf(c int) report.Align {
	if c < len(g.align) {
		return g.align[c]
	}
	return report.Left
}

// records draws a table that is too wide for any page, row by row.
func (s *sheet) records(b report.Block, f frame, t typeface) {
	for i, row := range b.Rows {
		if i == 0 && len(b.Rows) > 1 {
			continue
		}
		if i > 1 {
			s.space(f, itemGap)
			s.row(f, 3, func(y float64) { s.fill(f.x, y+1, f.w, 0.4, hair) })
		}
		for c, cell := range row {
			var in []report.Inline
			if i > 0 && c < len(b.Rows[0]) {
				for _, h := range b.Rows[0][c] {
					h.Bold = true
					in = append(in, h)
				}
				in = append(in, report.Inline{Text: ": "})
			}
			if len(in)+len(cell) > 0 {
				s.paragraph(s.inlines(append(in, cell...), typeface{size: tableSize, colour: t.colour}), f, tableLeading, tableSize)
			}
		}
	}
}
