// Package pdf draws a report as PDF, and reads the text of any PDF back for the search of its bytes.
//
// A document is laid out first, as pages of things to draw (sheet, blocks, table, code), and then drawn by gofpdf in one
// place (draw). What no font of ours can draw is found in between, before a byte is written.
// The reader is in package reader.
package pdf

import (
	"fmt"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/pdf/reader"
)

// Renderer draws PDF. Its zero value is ready and draws on A4. It may be used by several goroutines at once.
type Renderer struct {
	Letter bool // US Letter instead of A4
}

// Render draws d. The same document gives the same bytes. What no font can draw is an *report.Undrawable.
func (r Renderer) Render(d report.Document) (file []byte, err error) {
	defer func() {
		if v := recover(); v != nil { // gofpdf panics on some input it does not like
			file, err = nil, fmt.Errorf("pdf: the document cannot be drawn: %v", v)
		}
	}()
	size := pageOf(595.28, 841.89)
	if r.Letter {
		size = pageOf(612, 792)
	}
	s := newSheet(size)
	s.caption = d.Caption()
	s.document(d)
	if err := s.err(); err != nil {
		return nil, err
	}
	return draw(s)
}

// Views reads a PDF, ours or another program's. See reader.Views.
func (Renderer) Views(file []byte) ([]redact.View, error) { return reader.Views(file) }

// Properties reads what a PDF says of itself beside its pages. See reader.Properties.
func (Renderer) Properties(file []byte) ([]report.Property, error) { return reader.Properties(file) }

// document draws the title, the statement and the parts.
func (s *sheet) document(d report.Document) {
	f := s.column
	s.y += 10
	s.paragraph(s.inlines([]report.Inline{{Text: d.Caption()}}, typeface{size: 22, colour: ink, bold: true}), f, 28, 22)
	if len(d.Name) > 0 {
		s.paragraph(s.inlines(d.Name, typeface{size: 13, colour: quiet}), f, 19, 13)
	}
	s.y += 9
	s.paragraph(s.inlines([]report.Inline{{Text: d.Statement()}}, typeface{size: 8.6, colour: quiet}), f, 13, 8.6)
	for _, p := range d.Parts {
		s.part(p)
	}
	if len(d.Parts) == 0 {
		return
	}
}

// part draws a heading and its lines.
func (s *sheet) part(p report.Part) {
	const size, leading = 14.0, 20.0
	s.space(s.column, 22)
	s.need(leading + 10 + 4*bodyLeading) // a heading never ends a page
	s.row(s.column, leading, func(y float64) {
		s.fill(s.left, y-5, s.column.x+s.column.w-s.left, 0.6, hair)
		s.glyphs(s.inlines([]report.Inline{{Text: string(p.Heading)}}, typeface{size: size, colour: ink, bold: true}), s.column.x, baseline(y+3, leading, size))
	})
	s.space(s.column, 8)
	if s.lead = nil; len(p.Blocks) > 0 {
		s.blocks(p.Blocks, frame{x: s.left, w: s.column.x + s.column.w - s.left}, body)
	}
	for i, l := range p.Lines {
		if i > 0 || len(p.Blocks) > 0 {
			s.space(s.column, lineGap)
		}
		s.line(l)
	}
}

// line draws a line of the account, its time in the column on the left.
func (s *sheet) line(l report.Line) {
	s.lead = nil
	if l.At.Known {
		clock := l.At
		clock.About = false
		gs := s.add(nil, clock.String(), &look{face: mono, size: 8.6, colour: accent})
		if l.At.About {
			about := s.add(nil, "about ", &look{face: regular, size: 7.6, colour: quiet})
			gs = append(about, gs...)
		}
		x := s.left + timeColumn - extent(gs)
		s.lead = func(base float64) { s.glyphs(gs, x, base) }
	}
	blocks := l.Blocks
	if l.Mark != "" {
		mark := s.inlines([]report.Inline{{Text: l.Mark, Italic: true}, {Text: "  "}}, typeface{size: bodySize, colour: quiet})
		if len(blocks) > 0 && blocks[0].Kind == report.Paragraph {
			gs := append(mark, s.inlines(blocks[0].Text, body)...)
			s.paragraph(gs, s.column, bodyLeading, bodySize)
			blocks = blocks[1:]
		} else {
			s.paragraph(mark, s.column, bodyLeading, bodySize)
		}
		if len(blocks) > 0 {
			s.space(s.column, blockGap)
		}
	}
	s.blocks(blocks, s.column, body)
	if s.lead != nil { // nothing of it was text
		s.textRow(s.column, nil, bodyLeading, bodySize)
	}
}
