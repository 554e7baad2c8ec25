package report

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// soft stands in a Break for a line end of the source, until reflow decides what it is.
const soft = "\n"

// inlines are the runs of text in a node.
func (r reader) inlines(n ast.Node) []Inline {
	var out []Inline
	r.runs(n, Inline{}, &out)
	return out
}

// runs appends the runs of the children of n, in the given style.
func (r reader) runs(parent ast.Node, style Inline, out *[]Inline) {
	add := func(s string) {
		if s = words(strings.ReplaceAll(s, "\t", " ")); s != "" {
			in := style
			in.Text = s
			*out = appendRun(*out, in)
		}
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Type() == ast.TypeBlock {
			continue
		}
		switch n := n.(type) {
		case *ast.Text:
			if v := n.Value(r.source); n.IsRaw() {
				add(string(v))
			} else {
				add(unescape(v))
			}
			if n.HardLineBreak() {
				*out = append(*out, Inline{Break: true})
			} else if n.SoftLineBreak() {
				*out = append(*out, Inline{Break: true, Text: soft})
			}
		case *ast.String:
			add(string(n.Value))
		case *ast.CodeSpan:
			var b strings.Builder
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					b.Write(bytes.ReplaceAll(t.Value(r.source), []byte("\n"), []byte(" ")))
				}
			}
			mono := style
			mono.Mono, mono.Text = true, words(strings.ReplaceAll(b.String(), "\t", " "))
			*out = appendRun(*out, mono)
		case *ast.Emphasis:
			inner := style
			if n.Level >= 2 {
				inner.Bold = true
			} else {
				inner.Italic = true
			}
			r.runs(n, inner, out)
		case *extast.Strikethrough:
			inner := style
			inner.Struck = true
			r.runs(n, inner, out)
		case *ast.Image:
			var alt []Inline
			r.runs(n, Inline{}, &alt)
			if s := strings.TrimSpace(plain(alt)); s != "" {
				add("[image: " + strings.ReplaceAll(s, "\n", " ") + "]")
			} else {
				add("[image]")
			}
		case *ast.AutoLink:
			add(string(n.Label(r.source)))
		case *ast.RawHTML:
			var b strings.Builder
			for i := range n.Segments.Len() {
				seg := n.Segments.At(i)
				b.Write(seg.Value(r.source))
			}
			for i, line := range strings.Split(comment.ReplaceAllString(b.String(), ""), "\n") {
				if i > 0 {
					*out = append(*out, Inline{Break: true, Text: soft})
				}
				add(line)
			}
		default: // links, and what a later parser may bring
			r.runs(n, style, out)
		}
	}
}

// appendRun joins runs of the same style.
func appendRun(out []Inline, in Inline) []Inline {
	if len(out) > 0 {
		last := &out[len(out)-1]
		if !last.Break && last.Bold == in.Bold && last.Italic == in.Italic && last.Mono == in.Mono && last.Struck == in.Struck {
			last.Text += in.Text
			return out
		}
	}
	return append(out, in)
}

// unescape reads backslash escapes and entities, once and in one pass, as Markdown does.
func unescape(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 && bytes.IndexByte(b, '&') < 0 {
		return string(b)
	}
	var out strings.Builder
	for i := 0; i < len(b); {
		switch {
		case b[i] == '\\' && i+1 < len(b) && util.IsPunct(b[i+1]):
			out.WriteByte(b[i+1])
			i += 2
			continue
		case b[i] == '&':
			if end := bytes.IndexByte(b[i:min(len(b), i+40)], ';'); end > 0 {
				ref := b[i : i+end+1]
				read := util.ResolveEntityNames(util.ResolveNumericReferences(ref))
				if !bytes.Equal(read, ref) {
					// A reference can spell what sanitise has taken out.
					out.WriteString(strings.ReplaceAll(sanitise(string(read)), "\n", " "))
					i += end + 1
					continue
				}
			}
		}
		out.WriteByte(b[i])
		i++
	}
	return out.String()
}

// literal gives text as it stands, line by line.
func literal(s string) []Inline {
	var out []Inline
	for _, line := range strings.Split(strings.Trim(s, "\n"), "\n") {
		if len(out) > 0 {
			out = append(out, Inline{Break: true})
		}
		if line = words(strings.TrimRight(tabs(line), " ")); line != "" {
			out = append(out, Inline{Text: line})
		}
	}
	return trim(out)
}

func paragraph(in []Inline) []Block {
	if len(in) == 0 {
		return nil
	}
	return []Block{{Kind: Paragraph, Text: in}}
}

// The shape of hard-wrapped prose: an editor breaks a line where the next word would not have fitted, and in columns
// that people wrap at. Anything else that ends in a line end, such as chat, a log or a list without bullets, is kept.
const (
	narrowest = 55
	widest    = 120
	ragged    = 12 // columns by which an editor may have stopped early
)

// reflow joins the lines of hard-wrapped prose, and makes the other line ends Breaks.
func reflow(in []Inline) []Inline {
	in = trim(in)
	type span struct{ width, first int } // columns of the line, columns of its first word
	var lines []span
	var line strings.Builder
	end := func() {
		s := line.String()
		word, _, _ := strings.Cut(s, " ")
		lines = append(lines, span{uniseg.StringWidth(s), uniseg.StringWidth(word)})
		line.Reset()
	}
	for _, r := range in {
		if r.Break {
			end()
		} else {
			line.WriteString(r.Text)
		}
	}
	end()
	longest := 0
	for _, l := range lines {
		longest = max(longest, l.width)
	}
	wrapped := len(lines) > 1 && longest >= narrowest && longest <= widest
	for i := 0; i+1 < len(lines); i++ {
		wrapped = wrapped && lines[i].width >= narrowest && lines[i].width+1+lines[i+1].first > longest-ragged
	}
	var out []Inline
	for i, r := range in {
		switch {
		case !r.Break:
			out = appendRun(out, r)
		case r.Text == soft && wrapped:
			if space := seam(in, i); space != "" {
				out = appendRun(out, Inline{Text: space})
			}
		default:
			out = append(out, Inline{Break: true})
		}
	}
	return out
}

// seam is what joins the lines around the break at i: a space, or nothing between scripts without spaces.
func seam(in []Inline, i int) string {
	if i == 0 || i+1 == len(in) {
		return ""
	}
	before, _ := utf8.DecodeLastRuneInString(in[i-1].Text)
	after, _ := utf8.DecodeRuneInString(in[i+1].Text)
	if unspaced(before) && unspaced(after) {
		return ""
	}
	return " "
}

func unspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60
}

// trim takes breaks and spaces from both ends.
func trim(in []Inline) []Inline {
	blank := func(r Inline) bool { return r.Break || !r.Mono && strings.TrimSpace(r.Text) == "" }
	for len(in) > 0 && blank(in[0]) {
		in = in[1:]
	}
	for len(in) > 0 && blank(in[len(in)-1]) {
		in = in[:len(in)-1]
	}
	if len(in) == 0 {
		return nil
	}
	if first := &in[0]; !first.Mono {
		first.Text = strings.TrimLeft(first.Text, " ")
	}
	if last := &in[len(in)-1]; !last.Mono {
		last.Text = strings.TrimRight(last.Text, " ")
	}
	return in
}
