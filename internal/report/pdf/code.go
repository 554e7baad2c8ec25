package pdf

import "strings"

const codePad = 6.0 // between the edge of the ground and the code

// code draws code on a light ground. Lines that are too long go on in the next row, behind a hook. The hook is drawn,
// not written: who copies or searches the text finds it whole.
func (s *sheet) code(code string, f frame) {
	l := &look{face: mono, size: codeSize, colour: ink}
	advance := mono.width('0') * codeSize / 1000
	wide := f
	if f.x == s.column.x { // 80 columns fit if the ground reaches into the margin
		wide.w = max(f.w, 82*advance+2*codePad-codePad)
	}
	x, w := f.x-codePad, wide.w+codePad
	pad := func() {
		s.row(f, codePad-1, func(y float64) { s.fill(x, y, w, codePad-1, ground) })
	}
	s.need(2*codePad + 2*codeLeading)
	pad()
	for line := range strings.SplitSeq(strings.TrimSuffix(code, "\n"), "\n") {
		for i, part := range s.codeLines(line, l, w-2*codePad, 2*advance) {
			s.row(f, codeLeading, func(y float64) {
				s.fill(x, y, w, codeLeading+0.2, ground) // a little over, or viewers show a seam between rows
				base := baseline(y, codeLeading, codeSize)
				if s.lead != nil {
					s.lead(base)
					s.lead = nil
				}
				at := f.x
				if i > 0 {
					s.hook(at+0.2*advance, base, advance)
					at += 2 * advance
				}
				s.glyphs(part, at, base)
			})
		}
	}
	pad()
}

// codeLines cuts a line of code into rows: behind a space in the last quarter of the row if there is one, else where
// it is full. Nothing is dropped.
func (s *sheet) codeLines(line string, l *look, width, hang float64) [][]glyph {
	gs := s.add(nil, line, l)
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
