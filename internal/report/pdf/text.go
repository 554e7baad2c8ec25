package pdf

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"firsthand/internal/report"
)

// A look is how a run of text is drawn. Sizes here and everywhere in this package are points.
type look struct {
	face   *face
	size   float64
	colour colour
	struck bool
	code   bool // a code span: a light ground behind it
}

// bold reports whether the run is to stand out.
func (l *look) bold() bool { return l.face == bold || l.face == boldItalic }

// A glyph is one character as it will be drawn.
type glyph struct {
	r     rune
	face  *face
	look  *look
	width float64
	after breakAfter
}

// breakAfter says whether a line may or must end behind a glyph.
type breakAfter uint8

const (
	noBreak breakAfter = iota
	mayBreak
	mustBreak
)

// clean makes text that can be drawn: valid, without controls, without what has no width and no meaning in print.
func clean(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || unicode.Is(unicode.Zs, r) && r != 0xA0 && r != 0x3000:
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r >= 0xFE00 && r <= 0xFE0F:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// A composer makes glyphs of text, and remembers what no face can draw.
type composer struct {
	missing []rune
	seen    map[rune]bool
}

// err is the *report.Undrawable of what is missing, or nil.
func (c *composer) err() error {
	if len(c.missing) == 0 {
		return nil
	}
	return &report.Undrawable{Runes: c.missing}
}

// add appends the glyphs of s in look l.
func (c *composer) add(gs []glyph, s string, l *look) []glyph {
	for _, r := range clean(s) {
		f := faceFor(l.face, r)
		if f == nil {
			if !c.seen[r] {
				if c.seen == nil {
					c.seen = make(map[rune]bool)
				}
				c.seen[r] = true
				c.missing = append(c.missing, r)
			}
			f, r = l.face, '\uFFFD' // never drawn: the document is refused
		}
		gs = append(gs, glyph{r: r, face: f, look: l, width: f.width(r) * l.size / 1000})
	}
	return gs
}

// A typeface is a family in one size: what inline styles are resolved against.
type typeface struct {
	size   float64
	colour colour
	bold   bool // everything, as in headings
	italic bool
}

// inlines gives the glyphs of runs, with the places where lines may break.
func (c *composer) inlines(in []report.Inline, t typeface) []glyph {
	var gs []glyph
	looks := make(map[report.Inline]*look)
	for _, r := range in {
		if r.Break {
			if len(gs) > 0 {
				gs[len(gs)-1].after = mustBreak
			}
			continue
		}
		key := r
		key.Text = ""
		l := looks[key]
		if l == nil {
			l = &look{face: regular, size: t.size, colour: t.colour, struck: r.Struck}
			b, i := r.Bold || t.bold, r.Italic || t.italic
			switch {
			case r.Mono:
				l.face, l.size, l.code = mono, t.size*0.92, true
			case b && i:
				l.face = boldItalic
			case b:
				l.face = bold
			case i:
				l.face = italic
			}
			looks[key] = l
		}
		gs = c.add(gs, r.Text, l)
	}
	opportunities(gs)
	return gs
}

// opportunities marks where lines may break, by the rules of Unicode (UAX 14), which know Chinese and Japanese.
func opportunities(gs []glyph) {
	var b strings.Builder
	for _, g := range gs {
		b.WriteRune(g.r)
	}
	rest, state, at := b.String(), -1, 0
	for len(rest) > 0 {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for range segment {
			at++
		}
		if at < len(gs) && gs[at-1].after == noBreak && !holds(gs, at) {
			gs[at-1].after = mayBreak
		}
	}
}

// holds is true where a label of a release would be torn: before the A of "Engineer A" and the 1 of "host 1", and
// inside "[withheld: place]"; and behind the scheme of an address.
func holds(gs []glyph, at int) bool {
	if at < 2 {
		return false
	}
	if unicode.Is(unicode.Hangul, gs[at-1].r) && at < len(gs) && unicode.Is(unicode.Hangul, gs[at].r) {
		return true // Korean parts its words by spaces
	}
	if gs[at-1].r != ' ' {
		return gs[at-1].r == '/' && gs[at-2].r == '/' // https:// belongs to what follows
	}
	if gs[at-2].r == ':' {
		const label = "[withheld:"
		start := at - 1 - len(label)
		for i, r := range label {
			if start < 0 || gs[start+i].r != r {
				return false
			}
		}
		return true
	}
	end := at
	for end < len(gs) && (unicode.IsDigit(gs[end].r) || unicode.IsUpper(gs[end].r)) {
		end++
	}
	return unicode.IsLetter(gs[at-2].r) && end > at && end-at <= 2 && (end == len(gs) || !unicode.IsLetter(gs[end].r)) &&
		(end-at == 1 || unicode.IsDigit(gs[at].r))
}

// wrap cuts glyphs into lines not wider than width. What has no place to break, such as a long path, is cut where it
// ends: behind a mark like / or . if there is one near, else anywhere. Spaces at the ends of lines are dropped.
func wrap(gs []glyph, width float64) [][]glyph {
	var lines [][]glyph
	for len(gs) > 0 {
		n := fit(gs, width)
		lines = append(lines, trimSpaces(gs[:n]))
		gs = skipSpaces(gs[n:])
	}
	return lines
}

func skipSpaces(gs []glyph) []glyph {
	for len(gs) > 0 && gs[0].r == ' ' {
		gs = gs[1:]
	}
	return gs
}

// fit is how many glyphs make the first line; at least one.
func fit(gs []glyph, width float64) int {
	const tolerance = 0.01
	x, last, soft := 0.0, 0, 0
	for i, g := range gs {
		if x += g.width; x > width+tolerance && g.r != ' ' {
			switch {
			case last > 0:
				return last
			case soft > i/2:
				return soft
			}
			n := max(i, 1)
			for n > 1 && unicode.Is(unicode.M, gs[n].r) { // not between a letter and its mark
				n--
			}
			return n
		}
		switch g.after {
		case mustBreak:
			return i + 1
		case mayBreak:
			last = i + 1
		}
		if strings.ContainsRune("/\\._-:=&?,;@|)", g.r) {
			soft = i + 1
		}
	}
	return len(gs)
}

func trimSpaces(gs []glyph) []glyph {
	for len(gs) > 0 && gs[len(gs)-1].r == ' ' {
		gs = gs[:len(gs)-1]
	}
	return gs
}

// extent is the width of glyphs on one line.
func extent(gs []glyph) float64 {
	w := 0.0
	for _, g := range gs {
		w += g.width
	}
	return w
}
