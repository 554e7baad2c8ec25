package markdown

import (
	"bufio"
	"bytes"
	"errors"
	"html"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	htmlrenderer "github.com/yuin/goldmark/renderer/html"
	gmtext "github.com/yuin/goldmark/text"

	"firsthand/internal/redact"
)

// Views reads any Markdown or plain text: its source; the text that its reader sees, with entities decoded and text
// joined across emphasis; the same with lines joined, as paragraphs flow; tables column by column, as a cell goes on in the
// row below; and what its reader does not see: targets
// and titles of links, comments, tags, the words after a fence.
// Text that is neither UTF-8 nor UTF-16 with a byte order mark is read as Latin-1; a file with NUL bytes is an error.
func (Renderer) Views(file []byte) ([]redact.View, error) {
	source, err := decode(file)
	if err != nil {
		return nil, err
	}
	seen, hidden, columns := read([]byte(source))
	return []redact.View{
		{Name: "source", Text: source},
		{Name: "text", Text: seen},
		{Name: "text, lines joined", Text: strings.Join(strings.Fields(seen), " ")},
		{Name: "tables by column", Text: strings.Join(strings.Fields(columns), " ")},
		{Name: "link targets and hidden parts", Text: hidden},
	}, nil
}

func decode(file []byte) (string, error) {
	little := bytes.HasPrefix(file, []byte("\xff\xfe"))
	if (little || bytes.HasPrefix(file, []byte("\xfe\xff"))) && len(file)%2 == 0 {
		units := make([]uint16, 0, len(file)/2)
		for i := 2; i+1 < len(file); i += 2 {
			hi, lo := file[i], file[i+1]
			if little {
				hi, lo = lo, hi
			}
			units = append(units, uint16(hi)<<8|uint16(lo))
		}
		return string(utf16.Decode(units)), nil
	}
	if bytes.IndexByte(file, 0) >= 0 {
		return "", errors.New("markdown: not a text file: it has NUL bytes")
	}
	if !utf8.Valid(file) {
		runes := make([]rune, len(file))
		for i, b := range file {
			runes[i] = rune(b)
		}
		return string(runes), nil
	}
	return string(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))), nil
}

// standard reads Markdown as its readers do, definitions of links included.
var standard = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser()

// Text is the plain text of Markdown, a line for each line and each cell of a table.
func Text(source []byte) string {
	seen, _, _ := read(source)
	return seen
}

// read gives what a reader of the rendered text sees and what they do not, and of what they see the tables column by
// column.
func read(source []byte) (seen, hidden, columns string) {
	var s, h, all strings.Builder
	var table []*strings.Builder // by column
	cell := 0                    // where the last one begins
	pc := parser.NewContext()
	doc := standard.Parse(gmtext.NewReader(source), parser.WithContext(pc))
	for _, ref := range pc.References() {
		h.WriteString(string(ref.Label()) + "\n" + unescape(ref.Destination()) + "\n" + unescape(ref.Title()) + "\n")
	}
	lines := func(n ast.Node, b *strings.Builder) {
		for i := range n.Lines().Len() {
			seg := n.Lines().At(i)
			b.Write(seg.Value(source))
		}
	}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // the walker below returns no error
		if !entering {
			switch n.Kind() {
			case extast.KindTable:
				for _, column := range table {
					all.WriteString(column.String() + "\n")
				}
				table = nil
			case extast.KindTableCell:
				column := 0
				for before := n.PreviousSibling(); before != nil; before = before.PreviousSibling() {
					column++
				}
				if column == len(table) {
					table = append(table, &strings.Builder{})
				}
				if column < len(table) {
					table[column].WriteString(s.String()[cell:] + "\n")
				}
				s.WriteByte('\n')
			case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
				s.WriteByte('\n')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			if v := n.Value(source); n.IsRaw() {
				s.Write(v)
			} else {
				s.WriteString(unescape(v))
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				s.WriteByte('\n')
			}
		case *extast.TableCell:
			cell = s.Len()
		case *ast.String:
			s.Write(n.Value)
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					s.Write(bytes.ReplaceAll(t.Value(source), []byte("\n"), []byte(" ")))
				}
			}
			return ast.WalkSkipChildren, nil
		case *ast.CodeBlock:
			lines(n, &s)
		case *ast.FencedCodeBlock:
			if n.Info != nil {
				h.WriteString(unescape(n.Info.Segment.Value(source)) + "\n")
			}
			lines(n, &s)
		case *ast.HTMLBlock:
			lines(n, &h)
			if n.HasClosure() {
				h.Write(n.ClosureLine.Value(source))
			}
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				seg := n.Segments.At(i)
				h.Write(seg.Value(source))
			}
			h.WriteByte('\n')
		case *ast.Link:
			h.WriteString(unescape(n.Destination) + "\n" + unescape(n.Title) + "\n")
		case *ast.Image:
			h.WriteString(unescape(n.Destination) + "\n" + unescape(n.Title) + "\n")
		case *ast.AutoLink:
			s.Write(n.Label(source))
		}
		return ast.WalkContinue, nil
	})
	return s.String(), h.String(), all.String()
}

// unescape reads escapes and entities by the means of the parser's own renderer, which is not the code that wrote them.
func unescape(b []byte) string {
	if !bytes.ContainsAny(b, "\\&\x00") {
		return string(b) // as nearly always
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	htmlrenderer.DefaultWriter.Write(w, b)
	_ = w.Flush() // to memory
	return html.UnescapeString(out.String())
}
