package pdf

import (
	"math"

	"firsthand/internal/report"
)

// speechSizes are the sizes of text of a meeting sheet, the largest that fits on the page first. The smallest can still
// be read from a table that one stands at.
var speechSizes = []float64{17, 16, 15, 14, 13, 12, 11.5}

// speechLeading is from line to line, for each size of text.
const speechLeading = 1.42

// speechMargin is free on both sides of a meeting sheet.
const speechMargin = 62.0

// speak lays a meeting sheet out on one page. What does not fit in the smallest size is a *report.Overfull.
func speak(g geometry, d report.Document) (*sheet, error) {
	g.top, g.bottom = 54, g.height-60
	g.left = speechMargin
	g.column = frame{x: speechMargin, w: g.width - 2*speechMargin}
	for _, size := range speechSizes {
		s := newSheet(g)
		s.caption = d.Caption()
		s.speech(d, size)
		if err := s.err(); err != nil {
			return nil, err
		}
		if len(s.pages) == 1 {
			return s, nil
		}
	}
	return nil, &report.Overfull{Words: overfull(g, d)}
}

// overfull is by how many words a sheet is too long: the lines below the foot of a page without end, at as many words as
// its lines have.
func overfull(g geometry, d report.Document) int {
	size := speechSizes[len(speechSizes)-1]
	bottom := g.bottom
	g.bottom = math.Inf(1)
	s := newSheet(g)
	s.speech(d, size)
	lines := map[float64]bool{}
	for _, o := range s.pages[0] {
		if o.size == size {
			lines[o.y] = true
		}
	}
	below := math.Ceil((s.y - bottom) / (size * speechLeading))
	return max(1, int(math.Ceil(below*float64(d.Words())/float64(max(1, len(lines))))))
}

// speech draws a meeting sheet in text of that size.
func (s *sheet) speech(d report.Document, size float64) {
	f, leading := s.column, size*speechLeading
	s.paragraph(s.inlines([]report.Inline{{Text: d.Caption()}}, typeface{size: 20, colour: ink, bold: true}), f, 26, 20)
	if len(d.Name) > 0 {
		s.paragraph(s.inlines(d.Name, typeface{size: 12, colour: quiet}), f, 17, 12)
	}
	s.row(f, 4, nil)
	s.paragraph(s.inlines([]report.Inline{{Text: d.Statement()}}, typeface{size: 8, colour: quiet}), f, 11.5, 8)
	for _, p := range d.Parts {
		s.row(f, size, nil)
		s.fill(f.x, s.y, f.w, 0.6, hair)
		s.row(f, 0.45*size, nil)
		s.paragraph(s.inlines([]report.Inline{{Text: string(p.Heading)}}, typeface{size: 10.5, colour: quiet, bold: true}), f, 15, 10.5)
		s.row(f, 0.2*size, nil)
		s.spoken(p.Blocks, f, leading, size)
		for i, l := range p.Lines {
			if i > 0 {
				s.row(f, 0.55*size, nil)
			}
			if l.At.Known {
				s.paragraph(s.add(nil, l.At.String(), &look{face: mono, size: 0.66 * size, colour: accent}), f, size, 0.66*size)
			}
			s.spoken(l.Blocks, f, leading, size)
		}
	}
}

// spoken draws blocks as they are read aloud: one run of text a block.
func (s *sheet) spoken(bs []report.Block, f frame, leading, size float64) {
	for i, b := range bs {
		if i > 0 {
			s.row(f, 0.35*size, nil)
		}
		s.paragraph(s.inlines(report.OneRun([]report.Block{b}), typeface{size: size, colour: ink}), f, leading, size)
	}
}
