package pdf

import "firsthand/internal/report"

// A colour is red, green, blue, 0 to 255.
type colour [3]uint8

// The inks. Text has a contrast of 7:1 and more against white and against the ground of code.
var (
	ink    = colour{0x1b, 0x1f, 0x24}
	quiet  = colour{0x4d, 0x54, 0x5c} // statement, footer, "about"
	accent = colour{0x0a, 0x4f, 0x63} // times
	hair   = colour{0xcf, 0xd4, 0xd9} // rules
	ground = colour{0xf4, 0xf5, 0xf7} // behind code
	paper  = colour{0xff, 0xff, 0xff} // behind what lies over lines of the timeline
)

// An op is one thing drawn on a page: a run of text in one face with its baseline at y, or a shape. y grows downwards from
// the top edge.
type op struct {
	text   string
	face   *face // nil of a shape
	size   float64
	shape  shape
	x, y   float64
	w, h   float64
	colour colour
	weight float64 // of a line; 0 is hairline
	heavy  bool    // of text: its face has no bold, so its outline is drawn as well
	open   bool    // only the outline of a sign
	dashed bool    // of a line
}

// A shape is what is drawn that is no text.
type shape uint8

const (
	area shape = iota // a filled rectangle from (x, y)
	line              // to (x+w, y+h)
	disc              // around (x, y), w wide; the shapes below likewise
	diamond
	triangle
	box
)

const hairline = 0.6 // weight of a line

// A page is what is drawn, in the order of reading.
type page []op

// A frame is where blocks stand: the column they fill, and the quotes they are in.
type frame struct {
	x, w  float64
	rules []float64 // left edges of the rules of the quotes around
}

// in is the frame that is d to the right. It never gets so narrow that text cannot be read.
func (f frame) in(d float64) frame {
	if f.w-d < 140 {
		return f
	}
	f.x, f.w = f.x+d, f.w-d
	return f
}

// geometry of a page.
type geometry struct {
	width, height float64
	left          float64 // of numbers and times, headings' rules, wide tables
	top, bottom   float64 // of the text
	column        frame   // of the text; its width makes lines of about 66 characters
}

const (
	timeColumn = 78.0 // width of the column of numbers and times
	gutter     = 14.0 // between times and text
	measure    = 362.0
)

// pageOf is the geometry of a paper. The text is as wide on every paper, so that its lines are the same.
func pageOf(p report.Paper) geometry {
	width, height := 595.28, 841.89
	if p == report.Letter {
		width, height = 612, 792
	}
	left := (width - timeColumn - gutter - measure) / 2
	return geometry{
		width: width, height: height, left: left, top: 64, bottom: height - 76,
		column: frame{x: left + timeColumn + gutter, w: measure},
	}
}

// A sheet puts blocks on pages from top to bottom. Everything that takes height is a row.
type sheet struct {
	geometry
	composer
	pages   []page
	y       float64
	caption string // of the document, for the foot of every page
	// lead is drawn at the baseline of the next row of text: the number and the time of a line.
	lead func(baseline float64)
	// tail is the height of what has to stand on the page of the last row of a paragraph: what was said of a line.
	tail float64
	// above is a heading that waits for the row below it, so that it never ends a page.
	above *above
}

// An above is a heading, with the space below it.
type above struct {
	height float64
	draw   func(y float64)
}

func newSheet(g geometry) *sheet {
	s := &sheet{geometry: g}
	s.turn()
	return s
}

// turn starts a page.
func (s *sheet) turn() {
	s.pages = append(s.pages, nil)
	s.y = s.top
}

func (s *sheet) fresh() bool { return s.y == s.top }

// right is the right edge of the text.
func (s *sheet) right() float64 { return s.column.x + s.column.w }

// heading puts a heading of that height above the next row, and leaves below free between the two.
func (s *sheet) heading(before, height, below float64, draw func(y float64)) {
	s.settle()
	s.space(s.column, before)
	s.above = &above{height + below, draw}
}

// settle draws the heading that waits, if one does.
func (s *sheet) settle() {
	if a := s.above; a != nil {
		s.above = nil
		s.need(a.height)
		a.draw(s.y)
		s.y += a.height
	}
}

// need starts a page if h does not fit on this one, with the heading that waits for it, unless nothing stands on it yet.
func (s *sheet) need(h float64) bool {
	if s.above != nil {
		h += s.above.height
	}
	if s.y+h > s.bottom+0.01 && !s.fresh() {
		s.turn()
		return true
	}
	return false
}

// row reserves a height in a frame, draws the rules of the quotes around, and then what draw draws.
func (s *sheet) row(f frame, h float64, draw func(y float64)) {
	s.need(h)
	s.settle()
	for _, x := range f.rules {
		s.fill(x, s.y, 1.5, h, hair)
	}
	if draw != nil {
		draw(s.y)
	}
	s.y += h
}

// space leaves h free between blocks; nothing at the top of a page.
func (s *sheet) space(f frame, h float64) {
	if s.above == nil && !s.fresh() && s.y+h < s.bottom {
		s.row(f, h, nil)
	}
}

func (s *sheet) put(o op) {
	p := &s.pages[len(s.pages)-1]
	*p = append(*p, o)
}

func (s *sheet) fill(x, y, w, h float64, c colour) { s.put(op{x: x, y: y, w: w, h: h, colour: c}) }

func (s *sheet) stroke(x, y, w, h float64, c colour) {
	s.put(op{shape: line, x: x, y: y, w: w, h: h, colour: c})
}

// baseline is where letters of a size stand in a row.
func baseline(y, leading, size float64) float64 { return y + leading/2 + size*0.35 }

// glyphs draws one line of text from x on, run by run.
func (s *sheet) glyphs(gs []glyph, x, base float64) {
	for i := 0; i < len(gs); {
		first, start := gs[i], x
		var run []rune
		for ; i < len(gs) && gs[i].face == first.face && gs[i].look == first.look; i++ {
			run = append(run, gs[i].r)
			x += gs[i].width
		}
		l := first.look
		if l.code {
			s.fill(start-0.8, base-l.size*0.86, x-start+1.6, l.size*1.2, ground)
		}
		s.put(op{text: string(run), face: first.face, size: l.size, x: start, y: base, colour: l.colour, heavy: l.bold() && first.face.plain()})
		if l.struck {
			s.stroke(start, base-l.size*0.28, x-start, 0, l.colour)
		}
	}
}

// textRow draws a line of text as a row, and the lead beside it.
func (s *sheet) textRow(f frame, gs []glyph, leading, size float64) {
	s.row(f, leading, func(y float64) {
		base := baseline(y, leading, size)
		if s.lead != nil {
			s.lead(base)
			s.lead = nil
		}
		s.glyphs(gs, f.x, base)
	})
}
