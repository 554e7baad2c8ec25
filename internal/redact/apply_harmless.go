package redact

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// commonMark reads Markdown as its readers do.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// harmless escapes whatever a reader of Markdown would still take for a link, an image, a definition of one, a comment
// or a tag, so that it reads as the text it is. It loses nothing.
func harmless(s string) string {
	for range 4 {
		if !strings.ContainsAny(s, "<[") {
			return s
		}
		at := live([]byte(s))
		if len(at) == 0 {
			return s
		}
		var b strings.Builder
		last := 0
		for _, i := range at {
			b.WriteString(s[last:i])
			b.WriteByte('\\')
			last = i
		}
		b.WriteString(s[last:])
		s = b.String()
	}
	return s
}

// live are the places where a backslash takes the life out of what is not text, in order.
func live(source []byte) []int {
	var at []int
	pc := parser.NewContext()
	doc := commonMark.Parse(text.NewReader(source), parser.WithContext(pc))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker returns no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			at = append(at, linkParenthesis(source, n, n.Pos()))
		case *ast.Image:
			at = append(at, linkParenthesis(source, n, n.Pos()+1))
		case *ast.AutoLink:
			at = append(at, n.Pos())
		case *ast.RawHTML:
			if n.Segments.Len() > 0 {
				at = append(at, n.Segments.At(0).Start)
			}
		case *ast.HTMLBlock:
			for i := range n.Lines().Len() {
				seg := n.Lines().At(i)
				if k := bytes.IndexByte(seg.Value(source), '<'); k >= 0 {
					at = append(at, seg.Start+k)
					break
				}
			}
		case *ast.LinkReferenceDefinition:
			if n.Lines().Len() > 0 {
				seg := n.Lines().At(0)
				if k := bytes.Index(seg.Value(source), []byte("]:")); k >= 0 {
					at = append(at, seg.Start+k+1)
				}
			}
		}
		return ast.WalkContinue, nil
	})
	slices.Sort(at)
	return slices.Compact(slices.DeleteFunc(at, func(i int) bool { return i < 0 || i >= len(source) }))
}

// linkParenthesis is where a link is cut: before the parenthesis of its destination, so that its text stays readable;
// before its bracket where it has none.
func linkParenthesis(source []byte, n ast.Node, pos int) int {
	end := pos + 1
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			end = max(end, t.Segment.Stop)
		}
		return ast.WalkContinue, nil
	})
	if i := bytes.Index(source[end:], []byte("](")); i >= 0 && i < 64 {
		return end + i + 1
	}
	return pos
}
