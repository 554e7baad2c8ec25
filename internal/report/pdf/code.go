package pdf

import "strings"

const (
	codePad      = 6.0 // between the edge of the ground and the code
	smallestCode = 6.8 // 88 columns
	keptRows     = 9   // of code and tables that are not cut by the end of a page
)

// code draws code on a light ground, a little smaller where that makes its longest line fit. Lines that are still too
// long go on in the next row, behind a hook. The hook is drawn, not written: who copies or searches the text finds it
// whole.
func (s *sheet) code(code string, f frame) {
	width := f.w
	l := &look{face: mono, size: codeSize, colour: ink}
	var lines [][]glyph
	longest := 0.0
	for line := range strings.SplitSeq(strings.TrimSuffix(code, "\n"), "\n") {
		gs := s.add(nil, line, l)
		lines = append(lines, gs)
		longest = max(longest, extent(gs))
	}
	if scale := width / longest; longest > width && scale*codeSize >= smallestCode {
		l.size *= scale
		for _, gs := range lines {
			for i := range gs {
				gs[i].width *= scale
			}
		}
	}
	advance := mono.width('0') * l.size / 1000
	type row struct {
		glyphs []glyph
		on     bool // goes on from the row above
	}
	var rows []row
	for _, gs := range lines {
		for i, part := range codeRows(gs, width, 2*advance) {
			rows = append(rows, row{part, i > 0})
		}
	}
	x, w := f.x-codePad, width+2*codePad
	pad := func() {
		s.row(f, codePad-1, func(y float64) { s.fill(x, y, w, codePad-1, ground) })
	}
	if len(rows) <= keptRows { // short code stays on one page
		s.need(2*codePad + float64(len(rows))*codeLeading)
	} else {
		s.need(codePad + 2*codeLeading)
	}
	pad()
	for i, r := range rows {
		if i == len(rows)-2 { // nor does the last row stand alone
			s.need(2*codeLeading + codePad)
		}
		s.row(f, codeLeading, func(y float64) {
			s.fill(x, y, w, codeLeading+0.2, ground) // a little over, or viewers show a seam between rows
			base := baseline(y, codeLeading, l.size)
			if s.lead != nil {
				s.lead(base)
				s.lead = nil
			}
			at := f.x
			if r.on {
				s.hook(at+0.2*advance, base, advance)
				at += 2 * advance
			}
			s.glyphs(r.glyphs, at, base)
		})
	}
	pad()
}

// codeRows cuts a line of code into rows: behind a space in the last quarter of the row if there is one, else where it
// is full. Rows after the first are narrower by hang. Nothing is dropped.
func codeRows(gs []glyph, width, hang float64) [][]glyph {
	rows := [][]glyph{}
	for len(gs) > 0 {
		n, x, space := 0, 0.0, 0
		for n < len(gs) && x+gs[n].width <= width+0.01 {
			x += gs[n].width
			n++
			if gs[n-1].r == ' ' {
				space = n
			}
		}
		n = max(n, 1)
		if n < len(gs) && space > n*3/4 {
			n = space
		}
		rows = append(rows, gs[:n])
		gs = gs[n:]
		if len(rows) == 1 {
			width -= hang
		}
	}
	if len(rows) == 0 {
		rows = append(rows, nil)
	}
	return rows
}

// hook draws the mark of a row that goes on from the one above, as wide as a letter.
func (s *sheet) hook(x, base, w float64) {
	top, y := base-codeSize*0.55, base-codeSize*0.18
	s.stroke(x, top, 0, y-top, quiet)
	s.stroke(x, y, w, 0, quiet)
	s.stroke(x+w-1.6, y-1.5, 1.6, 1.5, quiet)
	s.stroke(x+w-1.6, y+1.5, 1.6, -1.5, quiet)
}
