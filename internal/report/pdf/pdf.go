// Package pdf draws a report as PDF, and reads the text of any PDF back for the search of its bytes.
//
// A document is laid out first, as pages of things to draw (sheet, blocks, table, code), and then drawn in one
// place (draw) into a file (file, font). What no font of ours can draw is found in between, before a byte is written.
// The reader is in package reader.
package pdf

import (
	"fmt"
	"strconv"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/pdf/reader"
)

// Renderer draws PDF. It has no state; its zero value is ready.
type Renderer struct{}

// Render draws d. The same document gives the same bytes. What no font can draw is an *report.Undrawable.
func (Renderer) Render(d report.Document) (file []byte, err error) {
	defer func() {
		if v := recover(); v != nil { // a font or a text that this package does not expect
			file, err = nil, fmt.Errorf("pdf: the document cannot be drawn: %v", v)
		}
	}()
	if d.Sheet {
		s, err := speak(pageOf(d.Paper), d)
		if err != nil {
			return nil, err
		}
		return drawn(s)
	}
	s := newSheet(pageOf(d.Paper))
	s.caption = d.Caption()
	s.document(d)
	if err := s.err(); err != nil {
		return nil, err
	}
	return drawn(s)
}

// Views reads a PDF, ours or another program's. See reader.Views.
func (Renderer) Views(file []byte) ([]redact.View, error) { return reader.Views(file) }

// Properties reads what a PDF says of itself beside its pages. See reader.Properties.
func (Renderer) Properties(file []byte) ([]report.Property, error) { return reader.Properties(file) }

// document draws the title, the statement, the timeline, the parts and the last page.
func (s *sheet) document(d report.Document) {
	f := s.column
	s.y += 8
	s.paragraph(s.inlines([]report.Inline{{Text: d.Caption()}}, typeface{size: 22, colour: ink, bold: true}), f, 28, 22)
	if len(d.Name) > 0 {
		s.paragraph(s.inlines(d.Name, typeface{size: 14, colour: quiet}), f, 20, 14)
	}
	s.y += 7
	s.paragraph(s.inlines([]report.Inline{{Text: d.Statement()}}, small), f, smallLeading, small.size)
	s.timeline(d)
	for _, p := range d.Parts {
		s.title(p.Heading)
		if len(p.Blocks) > 0 {
			s.blocks(p.Blocks, frame{x: s.left, w: s.right() - s.left}, body)
		}
		for i, l := range p.Lines {
			if i > 0 || len(p.Blocks) > 0 {
				s.space(s.column, lineGap)
			}
			s.line(d, l)
		}
		s.settle()
	}
	for _, a := range d.Closing {
		s.title(a.Question)
		s.blocks(a.Blocks, s.column, body)
		s.settle()
	}
}

// title draws the heading of a part.
func (s *sheet) title(h report.Heading) {
	const size, leading = 14.0, 20.0
	s.heading(24, leading+6, 7, func(y float64) {
		s.fill(s.left, y, s.right()-s.left, 0.6, hair)
		s.glyphs(s.inlines([]report.Inline{{Text: string(h)}}, typeface{size: size, colour: ink, bold: true}), s.column.x, baseline(y+6, leading, size))
	})
}

// line draws a line of the account, its number and its time in the column on the left.
func (s *sheet) line(d report.Document, l report.Line) {
	s.lead = s.numbered(l)
	says := l.Sayings()
	if says != "" {
		s.tail = 2 + smallLeading
	}
	content, outcome := l.Blocks, func() {}
	if o, ok := d.Outcome(l.Number); ok {
		expected, seen, ok := d.Beside(o)
		if ok {
			content = nil
			s.beside(o, expected, seen)
		}
		outcome = func() { s.outcome(d, o, !ok) }
	}
	if l.Mark != "" {
		mark := s.inlines([]report.Inline{{Text: l.Mark, Italic: true}, {Text: "  "}}, typeface{size: bodySize, colour: quiet})
		if len(content) > 0 && content[0].Kind == report.Paragraph {
			gs := append(mark, s.inlines(content[0].Text, body)...)
			s.paragraph(gs, s.column, bodyLeading, bodySize)
			content = content[1:]
		} else {
			s.paragraph(mark, s.column, bodyLeading, bodySize)
		}
		if len(content) > 0 {
			s.space(s.column, blockGap)
		}
	}
	s.blocks(content, s.column, body)
	if s.lead != nil { // nothing of it was text
		s.textRow(s.column, nil, bodyLeading, bodySize)
	}
	s.tail = 0
	if says != "" {
		s.space(s.column, 2)
		s.paragraph(s.inlines([]report.Inline{{Text: says, Italic: true}}, small), s.column, smallLeading, small.size)
	}
	outcome()
}

// numbered draws the number and the time of a line into the column on the left.
func (s *sheet) numbered(l report.Line) func(base float64) {
	var number, at []glyph
	if l.Number > 0 {
		number = s.add(nil, strconv.Itoa(l.Number), &look{face: regular, size: 8.6, colour: quiet})
	}
	if l.At.Known {
		if l.At.About {
			at = s.add(at, "about ", &look{face: regular, size: 7.6, colour: quiet})
		}
		at = s.add(at, report.Since(l.At.Minutes), &look{face: mono, size: 8.6, colour: accent})
	}
	if number == nil && at == nil {
		return nil
	}
	return func(base float64) {
		s.glyphs(number, s.left, base)
		s.glyphs(at, s.left+timeColumn-extent(at), base)
	}
}

// beside draws an expectation beside what was seen, and between them whether that is a gap.
func (s *sheet) beside(o report.Outcome, expected []report.Inline, seen [][]report.Inline) {
	const middle = 30.0
	left, right := s.column, s.column
	left.w = (s.column.w - middle) / 2
	right.x, right.w = left.x+left.w+middle, left.w
	columns := [2][][]glyph{wrap(s.inlines(expected, body), left.w), nil}
	for _, in := range seen {
		columns[1] = append(columns[1], wrap(s.inlines(in, body), right.w)...)
	}
	rows := max(len(columns[0]), len(columns[1]), 1)
	if h := smallLeading + float64(rows)*bodyLeading + s.tail + 4 + smallLeading; h < (s.bottom-s.top)/2 {
		s.need(h)
	}
	s.row(s.column, smallLeading, func(y float64) {
		for i, f := range []frame{left, right} {
			head := s.inlines([]report.Inline{{Text: []string{report.Expected, report.Seen}[i], Italic: true}}, small)
			s.glyphs(head, f.x, baseline(y, smallLeading, small.size))
		}
	})
	for i := range rows {
		s.row(s.column, bodyLeading, func(y float64) {
			base := baseline(y, bodyLeading, bodySize)
			if s.lead != nil {
				s.lead(base)
				s.lead = nil
			}
			for c, f := range []frame{left, right} {
				if i < len(columns[c]) {
					s.glyphs(columns[c][i], f.x, base)
				}
			}
			x := s.column.x + s.column.w/2
			s.fill(x-0.3, y, 0.6, bodyLeading, hair)
			if i == 0 && o.Gap() {
				s.fill(x-5, y+2, 10, bodyLeading-4, paper)
				s.gap(x, y+bodyLeading/2)
			}
		})
	}
}

// outcome draws what became of an expectation: where its effects stand, if they do not stand beside it, how they differ,
// and why.
func (s *sheet) outcome(d report.Document, o report.Outcome, elsewhere bool) {
	inner := s.column
	if o.Gap() {
		inner = inner.in(quoteIndent)
		inner.rules = []float64{s.column.x + 2}
	}
	how, more := o.Sentence()
	var in []report.Inline
	if at := d.Elsewhere(o); elsewhere && at != "" {
		in = append(in, report.Inline{Text: at + " "})
	}
	if how != "" {
		in = append(in, report.Inline{Text: how + " ", Bold: o.Gap()})
	}
	if more != "" {
		in = append(in, report.Inline{Text: more})
	}
	if len(in) > 0 {
		s.space(s.column, 4)
		s.paragraph(s.inlines(in, small), inner, smallLeading, small.size)
	}
	if len(o.Words) > 0 {
		s.space(inner, 2)
		s.blocks(o.Words, inner, body)
	}
}
