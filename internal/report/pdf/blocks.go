package pdf

import (
	"strconv"

	"firsthand/internal/report"
)

// Sizes of text and its leading.
const (
	bodySize, bodyLeading   = 10.0, 15.0
	codeSize, codeLeading   = 7.6, 11.0
	blockGap, itemGap       = 6.0, 3.0
	lineGap                 = 10.0 // between the lines of the account
	listIndent, quoteIndent = 14.0, 13.0
	numberIndent            = 20.0 // two digits
)

// body is the text of the account; small what this program says of it.
var (
	body  = typeface{size: bodySize, colour: ink}
	small = typeface{size: 8.6, colour: quiet}
)

const smallLeading = 12.5

// blocks draws blocks one below the other.
func (s *sheet) blocks(bs []report.Block, f frame, t typeface) {
	for i, b := range bs {
		if i > 0 {
			s.space(f, blockGap)
		}
		s.block(b, f, t)
	}
}

func (s *sheet) block(b report.Block, f frame, t typeface) {
	switch b.Kind {
	case report.Paragraph:
		s.paragraph(s.inlines(b.Text, t), f, bodyLeading, t.size)
	case report.Title:
		size := []float64{12.5, 11.5, 10.5}[min(max(b.Level, 1), 3)-1]
		s.space(f, 3)
		s.need(size*1.45 + 3*bodyLeading)
		s.paragraph(s.inlines(b.Text, typeface{size: size, colour: t.colour, bold: true}), f, size*1.45, size)
	case report.Code:
		s.code(b.Code, f)
	case report.List, report.Ordered:
		s.list(b, f, t)
	case report.Quote:
		inner := f.in(quoteIndent)
		inner.rules = append(append([]float64(nil), f.rules...), f.x+2)
		s.blocks(b.Inner, inner, t)
	case report.Table:
		s.table(b, f, t)
	case report.Rule:
		s.row(f, 9, func(y float64) { s.stroke(f.x, y+4.5, min(72, f.w), 0, hair) })
	}
}

// hang is how far the rest of a line that its author ended is indented, so that it is not taken for a line of its own.
const hang = 10.0

// paragraph draws glyphs line by line. Neither its first nor its last line stays alone on a page.
func (s *sheet) paragraph(gs []glyph, f frame, leading, size float64) {
	type row struct {
		glyphs []glyph
		frame
	}
	var rows []row
	parts := byAuthor(gs)
	for _, part := range parts {
		if len(parts) == 1 {
			for _, line := range wrap(part, f.w) {
				rows = append(rows, row{line, f})
			}
			continue
		}
		n := fit(part, f.w)
		rows = append(rows, row{trimSpaces(part[:n]), f})
		for _, line := range wrap(skipSpaces(part[n:]), f.in(hang).w) {
			rows = append(rows, row{line, f.in(hang)})
		}
	}
	for i, r := range rows {
		switch left := len(rows) - i; {
		case left <= 2 || left == 3 && i == 0: // these stay together
			s.need(float64(left)*leading + s.tail)
		case i == 0:
			s.need(2 * leading)
		}
		s.textRow(r.frame, r.glyphs, leading, size)
	}
}

// byAuthor cuts glyphs where their author ended a line.
func byAuthor(gs []glyph) [][]glyph {
	var parts [][]glyph
	start := 0
	for i, g := range gs {
		if g.after == mustBreak && i+1 < len(gs) {
			parts = append(parts, gs[start:i+1])
			start = i + 1
		}
	}
	if start < len(gs) {
		parts = append(parts, gs[start:])
	}
	return parts
}

// list draws its items, each behind a bullet or number.
func (s *sheet) list(b report.Block, f frame, t typeface) {
	indent := listIndent
	if b.Kind == report.Ordered {
		indent = numberIndent
	}
	var labels [][]glyph
	for i := range b.Items {
		label := "•"
		if b.Kind == report.Ordered {
			label = strconv.Itoa(b.Level+i) + "."
		}
		gs := s.inlines([]report.Inline{{Text: label}}, typeface{size: t.size, colour: quiet})
		labels = append(labels, gs)
		indent = max(indent, extent(gs)+6)
	}
	inner := f.in(indent)
	for i, item := range b.Items {
		if i > 0 {
			s.space(f, itemGap)
		}
		outer := s.lead
		drawn := false
		s.lead = func(base float64) {
			drawn = true
			if outer != nil {
				outer(base)
			}
			x := inner.x - 6 - extent(labels[i])
			if b.Kind == report.List {
				x = inner.x - listIndent + 3
			}
			s.glyphs(labels[i], max(x, f.x-12), base)
		}
		if len(item) == 0 {
			s.textRow(inner, nil, bodyLeading, t.size)
		} else {
			s.blocks(item, inner, t)
		}
		if !drawn { // an item without text, such as a rule
			s.lead = outer
		}
	}
}
