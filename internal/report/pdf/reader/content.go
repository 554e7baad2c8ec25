package reader

import (
	"bytes"
	"slices"
)

// A fragment is a string as it was drawn.
type fragment struct {
	page int
	x, y float64 // of its start
	end  float64 // x of its end
	size float64
	text string
	// loose: the width is a guess, since the font does not give it.
	loose bool
	// aside: marked as no part of the text, such as a footer.
	aside bool
}

// A matrix is a, b, c, d, e, f of PDF.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times is m applied first, then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is the part of the graphics state that text needs.
type state struct {
	ctm                                  matrix
	font                                 *font
	size, char, word, scale, lead, raise float64
}

const (
	mostOperators = 5_000_000 // of all pages together; forms can call one another many times over
	mostShown     = 32 << 20  // bytes of text
	mostForms     = 8         // in one another
)

// A player plays content streams and takes down the text.
type player struct {
	*file
	fragments  []fragment
	fonts      map[any]*font
	played     map[*stream]bool
	page       int
	operators  int
	shown      int
	unreadable int // codes drawn by fonts that do not say what they are
	codes      int
}

// play plays one content stream with its resources.
func (p *player) play(data []byte, resources dict, ctm matrix, depth int) error {
	s := state{ctm: ctm, scale: 1}
	var stack []state
	tm, tlm := identity, identity
	var marked []bool // of the marked content around: whether it is aside
	var args []any
	arg := func(i int) float64 { // counted from the end
		if i >= len(args) {
			return 0
		}
		v, _ := args[len(args)-1-i].(float64)
		return v
	}
	six := func() matrix { return matrix{arg(5), arg(4), arg(3), arg(2), arg(1), arg(0)} }
	next := func(x, y float64) {
		tlm = matrix{1, 0, 0, 1, x, y}.times(tlm)
		tm = tlm
	}
	show := func(v any) error {
		text, ok := v.(str)
		if !ok || s.font == nil {
			return nil
		}
		return p.show(text, &s, &tm, slices.Contains(marked, true))
	}
	l := lexer{b: data}
	for {
		v, ok := l.object()
		if !ok {
			return nil
		}
		operator, ok := v.(keyword)
		if !ok {
			if len(args) == 64 {
				args = args[1:]
			}
			args = append(args, v)
			continue
		}
		if p.operators++; p.operators > mostOperators {
			return ErrTooLarge
		}
		var err error
		switch operator {
		case "q":
			if len(stack) < 256 {
				stack = append(stack, s)
			}
		case "Q":
			if len(stack) > 0 {
				s, stack = stack[len(stack)-1], stack[:len(stack)-1]
			}
		case "cm":
			s.ctm = six().times(s.ctm)
		case "BT":
			tm, tlm = identity, identity
		case "Tf":
			if len(args) >= 2 {
				if n, ok := args[len(args)-2].(name); ok {
					s.font = p.fontOf(p.dict(resources["Font"])[n])
				}
			}
			s.size = arg(0)
		case "Td":
			next(arg(1), arg(0))
		case "TD":
			s.lead = -arg(0)
			next(arg(1), arg(0))
		case "Tm":
			tlm = six()
			tm = tlm
		case "T*":
			next(0, -s.lead)
		case "TL":
			s.lead = arg(0)
		case "Tc":
			s.char = arg(0)
		case "Tw":
			s.word = arg(0)
		case "Tz":
			s.scale = arg(0) / 100
		case "Ts":
			s.raise = arg(0)
		case "Tj":
			if len(args) > 0 {
				err = show(args[len(args)-1])
			}
		case "'", "\"":
			if operator == "\"" {
				s.word, s.char = arg(2), arg(1)
			}
			next(0, -s.lead)
			if len(args) > 0 {
				err = show(args[len(args)-1])
			}
		case "TJ":
			if len(args) == 0 {
				break
			}
			list, _ := args[len(args)-1].(array)
			for _, v := range list {
				if d, ok := v.(float64); ok {
					tm = matrix{1, 0, 0, 1, -d / 1000 * s.size * s.scale, 0}.times(tm)
				} else if err = show(v); err != nil {
					return err
				}
			}
		case "Do":
			if len(args) > 0 && depth < mostForms {
				if n, ok := args[len(args)-1].(name); ok {
					err = p.form(p.resolve(p.dict(resources["XObject"])[n]), resources, s.ctm, depth+1)
				}
			}
		case "BMC", "BDC":
			if len(marked) < 256 {
				marked = append(marked, len(args) > 0 && args[0] == name("Artifact"))
			}
		case "EMC":
			marked = marked[:max(0, len(marked)-1)]
		case "BI":
			skipImage(&l)
		}
		if err != nil {
			return err
		}
		args = args[:0]
	}
}

// form plays a form; other things that can be drawn have no text.
func (p *player) form(v any, resources dict, ctm matrix, depth int) error {
	s, ok := v.(*stream)
	if !ok || s.dict["Subtype"] == name("Image") {
		return nil
	}
	p.played[s] = true
	if own := p.dict(s.dict["Resources"]); own != nil {
		resources = own
	}
	if m := p.list(s.dict["Matrix"]); len(m) == 6 {
		var f matrix
		for i := range f {
			f[i], _ = p.resolve(m[i]).(float64)
		}
		ctm = f.times(ctm)
	}
	return p.play(s.data, resources, ctm, depth)
}

func (p *player) fontOf(v any) *font {
	d := p.dict(v)
	if d == nil {
		return nil
	}
	key := v
	if _, ok := v.(ref); !ok { // written where it is used: a dictionary cannot be a key
		return p.file.font(d)
	}
	if f, ok := p.fonts[key]; ok {
		return f
	}
	f := p.file.font(d)
	p.fonts[key] = f
	return f
}

// show takes down one string and moves on by its width.
func (p *player) show(s str, st *state, tm *matrix, aside bool) error {
	text, width, codes, spaces := st.font.decode(s)
	p.codes += codes
	if !st.font.readable {
		p.unreadable += codes
	}
	if p.shown += len(text) + 1; p.shown > mostShown {
		return ErrTooLarge
	}
	advance := (width/1000*st.size + float64(codes)*st.char + float64(spaces)*st.word) * st.scale
	start := matrix{st.size * st.scale, 0, 0, st.size, 0, st.raise}.times(*tm).times(st.ctm)
	*tm = matrix{1, 0, 0, 1, advance, 0}.times(*tm)
	end := tm.times(st.ctm)
	size := max(abs(start[3]), abs(start[1]))
	p.fragments = append(p.fragments, fragment{p.page, start[4], start[5], end[4], size, text, st.font.loose, aside})
	return nil
}

func abs(f float64) float64 { return max(f, -f) }

// skipImage moves behind an image written into the content.
func skipImage(l *lexer) {
	for {
		v, ok := l.token()
		if !ok {
			return
		}
		if v == keyword("ID") {
			break
		}
	}
	for {
		i := bytes.Index(l.b[min(l.pos, len(l.b)):], []byte("EI"))
		if i < 0 {
			l.pos = len(l.b)
			return
		}
		at := l.pos + i
		l.pos = at + 2
		if at > 0 && space(l.b[at-1]) && (l.pos == len(l.b) || space(l.b[l.pos])) {
			return
		}
	}
}
