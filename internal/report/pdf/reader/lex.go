package reader

import (
	"bytes"
	"strconv"
)

// The objects of PDF as Go values: nil, bool, float64, name, str, array, dict, ref, and keyword for everything that is
// none of them, such as an operator.
type (
	name    string
	str     []byte
	array   []any
	dict    map[name]any
	ref     int // object number; the generation says nothing that is needed here
	keyword string
)

// deepest is how far arrays and dictionaries may lie in one another; deeper ones read as empty.
const deepest = 60

// A lexer reads tokens and objects. It never fails: what is no token is a keyword of one byte.
type lexer struct {
	b   []byte
	pos int
	// comment, if set, is given every comment.
	comment func([]byte)
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

func (l *lexer) skipSpace() {
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		if c == '%' {
			start := l.pos
			for l.pos < len(l.b) && l.b[l.pos] != '\n' && l.b[l.pos] != '\r' {
				l.pos++
			}
			if l.comment != nil {
				l.comment(l.b[start:l.pos])
			}
			continue
		}
		if !space(c) {
			return
		}
		l.pos++
	}
}

// object reads one object, with references as ref. ok is false at the end of the input.
func (l *lexer) object() (v any, ok bool) { return l.nested(0) }

func (l *lexer) nested(depth int) (any, bool) {
	v, ok := l.token()
	if !ok {
		return nil, false
	}
	switch t := v.(type) {
	case float64:
		// n g R
		save := l.pos
		if g, ok := l.token(); ok && t >= 0 && t < 1<<31 && t == float64(int(t)) {
			if _, number := g.(float64); number {
				if r, ok := l.token(); ok && r == keyword("R") {
					return ref(int(t)), true
				}
			}
		}
		l.pos = save
	case keyword:
		switch t {
		case "[":
			var a array
			for {
				v, ok := l.inner(depth)
				if !ok || v == keyword("]") {
					return a, true
				}
				a = append(a, v)
			}
		case "<<":
			d := dict{}
			for {
				k, ok := l.inner(depth)
				if !ok || k == keyword(">>") {
					return d, true
				}
				key, isName := k.(name)
				if !isName {
					continue
				}
				v, ok := l.inner(depth)
				if !ok || v == keyword(">>") {
					return d, true
				}
				d[key] = v
			}
		case "true":
			return true, true
		case "false":
			return false, true
		case "null":
			return nil, true
		}
	}
	return v, true
}

func (l *lexer) inner(depth int) (any, bool) {
	if depth >= deepest {
		return l.token()
	}
	return l.nested(depth + 1)
}

// token reads a number, name, string or keyword.
func (l *lexer) token() (any, bool) {
	// Comments are reported once, by whoever reads past them last; tokens read twice report twice, which does no harm.
	l.skipSpace()
	if l.pos >= len(l.b) {
		return nil, false
	}
	c := l.b[l.pos]
	switch c {
	case '/':
		l.pos++
		return l.name(), true
	case '(':
		l.pos++
		return l.literal(), true
	case '<', '>':
		if l.pos+1 < len(l.b) && l.b[l.pos+1] == c {
			l.pos += 2
			return keyword([]byte{c, c}), true
		}
		l.pos++
		if c == '<' {
			return l.hex(), true
		}
		return keyword(">"), true
	case '[', ']', '{', '}', ')':
		l.pos++
		return keyword([]byte{c}), true
	}
	start := l.pos
	for l.pos < len(l.b) && !space(l.b[l.pos]) && !delimiter(l.b[l.pos]) {
		l.pos++
	}
	word := l.b[start:l.pos]
	if c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if f, err := strconv.ParseFloat(string(word), 64); err == nil {
			return f, true
		}
	}
	return keyword(word), true
}

func (l *lexer) name() name {
	var b []byte
	for l.pos < len(l.b) && !space(l.b[l.pos]) && !delimiter(l.b[l.pos]) {
		c := l.b[l.pos]
		if c == '#' && l.pos+2 < len(l.b) && digit(l.b[l.pos+1]) >= 0 && digit(l.b[l.pos+2]) >= 0 {
			c = byte(digit(l.b[l.pos+1])<<4 | digit(l.b[l.pos+2]))
			l.pos += 2
		}
		b = append(b, c)
		l.pos++
	}
	return name(b)
}

func (l *lexer) literal() str {
	out := str{}
	depth := 1
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\r': // every line end is \n
			if l.pos < len(l.b) && l.b[l.pos] == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			if l.pos >= len(l.b) {
				return out
			}
			c = l.b[l.pos]
			l.pos++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if l.pos < len(l.b) && l.b[l.pos] == '\n' {
					l.pos++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				v := int(c - '0')
				for i := 0; i < 2 && l.pos < len(l.b) && l.b[l.pos] >= '0' && l.b[l.pos] <= '7'; i++ {
					v = v<<3 | int(l.b[l.pos]-'0')
					l.pos++
				}
				c = byte(v)
			}
		}
		out = append(out, c)
	}
	return out
}

func (l *lexer) hex() str {
	out := str{}
	half := -1
	for l.pos < len(l.b) {
		c := l.b[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := digit(c)
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return out
}

func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
