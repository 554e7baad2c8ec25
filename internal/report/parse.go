package report

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads CommonMark with tables and strikethrough. Definitions of link references are left out on purpose:
// a chat line such as "[12:03]: bot joined" is one, and would vanish.
var markdown = parser.NewParser(
	parser.WithBlockParsers(parser.DefaultBlockParsers()...),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(extension.NewStrikethroughParser(), 500))...),
	parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
)

// deepest is how far quotes and lists are followed into one another; what lies deeper is shown as text.
const deepest = 12

// blocks reads a text as Markdown. Every word of it is in the blocks, but for comments and the targets of links.
func blocks(s string) []Block {
	r := reader{source: []byte(sanitise(s))}
	return r.children(markdown.Parse(text.NewReader(r.source)), 0)
}

// title reads a text as one run of plain words.
func title(s string) []Inline {
	if s = strings.Join(strings.Fields(PlainText(blocks(s))), " "); s != "" {
		return []Inline{{Text: s}}
	}
	return nil
}

// A reader turns the syntax tree of one source into blocks.
type reader struct{ source []byte }

func (r reader) children(parent ast.Node, depth int) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = append(out, r.block(n, depth)...)
	}
	return out
}

func (r reader) block(n ast.Node, depth int) []Block {
	if depth > deepest {
		return r.flat(n)
	}
	switch n := n.(type) {
	case *ast.Heading:
		in := reflow(r.inlines(n))
		if n.Lines().Len() > 1 { // lines over a row of dashes: pasted, not a heading
			return append(paragraph(in), Block{Kind: Rule})
		}
		if len(in) == 0 {
			return nil
		}
		return []Block{{Kind: Title, Level: n.Level, Text: in}}
	case *ast.Paragraph, *ast.TextBlock:
		return paragraph(reflow(r.inlines(n)))
	case *ast.ThematicBreak:
		return []Block{{Kind: Rule}}
	case *ast.CodeBlock:
		return code("", r.lines(n))
	case *ast.FencedCodeBlock:
		lang, content := "", r.lines(n)
		if n.Info != nil {
			info := unescape(n.Info.Segment.Value(r.source))
			if lang = strings.TrimSpace(info); !languages[strings.ToLower(lang)] {
				// Not the name of a language, so somebody's words.
				lang, content = "", info+"\n"+content
			}
		}
		return code(lang, content)
	case *ast.HTMLBlock:
		s := r.lines(n)
		if n.HasClosure() {
			s += string(n.ClosureLine.Value(r.source))
		}
		return paragraph(literal(comment.ReplaceAllString(s, "")))
	case *ast.Blockquote:
		if inner := r.children(n, depth+1); len(inner) > 0 {
			return []Block{{Kind: Quote, Inner: inner}}
		}
		return nil
	case *ast.List:
		return r.list(n, depth)
	case *extast.Table:
		return []Block{r.table(n)}
	}
	return r.flat(n)
}

// flat is the text of a node of which nothing else is known, so that it is not lost.
func (r reader) flat(n ast.Node) []Block {
	var out []Block
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
		out = paragraph(literal(r.lines(n)))
	} else {
		out = paragraph(reflow(r.inlines(n)))
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			out = append(out, r.flat(c)...)
		}
	}
	return out
}

// list gives more than one list where the numbers do not follow one another, as nobody would count them anew for us.
func (r reader) list(n *ast.List, depth int) []Block {
	if !n.IsOrdered() {
		b := Block{Kind: List}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			b.Items = append(b.Items, r.children(item, depth+1))
		}
		return []Block{b}
	}
	var out []Block
	next := -1
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		number := r.number(item, next, n.Start)
		if number != next {
			out = append(out, Block{Kind: Ordered, Level: number})
		}
		next = number + 1
		last := &out[len(out)-1]
		last.Items = append(last.Items, r.children(item, depth+1))
	}
	return out
}

var numbered = regexp.MustCompile(`^[ \t]*([0-9]{1,9})[.)]`)

// number is what stands before an item of an ordered list; where that cannot be seen, next or first.
func (r reader) number(item ast.Node, next, first int) int {
	if m := numbered.FindSubmatch(r.source[max(item.Pos(), 0):]); m != nil {
		n := 0
		for _, d := range m[1] {
			n = n*10 + int(d-'0')
		}
		return n
	}
	if next < 0 {
		return first
	}
	return next
}

func (r reader) table(n *extast.Table) Block {
	b := Block{Kind: Table}
	for _, a := range n.Alignments {
		switch a {
		case extast.AlignRight:
			b.Align = append(b.Align, Right)
		case extast.AlignCenter:
			b.Align = append(b.Align, Centre)
		default:
			b.Align = append(b.Align, Left)
		}
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells [][]Inline
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, reflow(r.inlines(cell)))
		}
		cells = append(cells, r.excess(row)...)
		b.Rows = append(b.Rows, cells)
		for len(b.Align) < len(cells) {
			b.Align = append(b.Align, Left)
		}
	}
	for i := range b.Rows {
		for len(b.Rows[i]) < len(b.Align) {
			b.Rows[i] = append(b.Rows[i], nil)
		}
	}
	return b
}

// excess are the cells of a row beyond the columns of the head, which tables of Markdown drop.
func (r reader) excess(row ast.Node) [][]Inline {
	last := row.LastChild()
	if last == nil || last.Lines().Len() == 0 {
		return nil
	}
	rest := r.source[last.Lines().At(0).Stop:]
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	var cells [][]Inline
	s := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(string(rest)), "|"), "|")
	if strings.TrimSpace(s) == "" {
		return nil
	}
	for _, cell := range strings.Split(s, "|") {
		cells = append(cells, literal(unescape([]byte(strings.TrimSpace(cell)))))
	}
	return cells
}

// lines are the lines of a block as they stand in the source.
func (r reader) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b.Write(seg.Value(r.source))
	}
	return b.String()
}

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// languages are the words after a fence that say how to read the code. They are not shown.
var languages = func() map[string]bool {
	m := make(map[string]bool)
	for _, l := range strings.Fields(`awk bash bat batch c c++ cfg clojure cmake cmd conf console cpp cql crontab cs csharp css
		csv cypher diff docker dockerfile dot elixir elm env erlang fish fsharp go golang graphql groovy haskell hcl html http
		ini java javascript jinja jq js json json5 jsonc jsonl jsx julia kotlin kql less log logs lua make makefile markdown
		matlab md mermaid nginx nix none objc ocaml output patch perl php plain plaintext powershell promql properties
		proto protobuf ps1 py python r rb regex rego ruby rust scala scss sed sh shell shell-session sql starlark svelte swift
		systemd tcl terraform tex text tf toml ts tsv tsx txt typescript vb vim vue xml yaml yml zig zsh`) {
		m[l] = true
	}
	return m
}()

func code(lang, s string) []Block {
	s = words(tabs(s))
	if strings.TrimSpace(s) == "" {
		return nil
	}
	if !strings.HasSuffix(s, "\n") {
		s += "\n"
	}
	return []Block{{Kind: Code, Lang: lang, Code: s}}
}

// tabs makes each tab spaces up to the next column divisible by four.
func tabs(s string) string {
	if strings.IndexByte(s, '\t') < 0 {
		return s
	}
	var b strings.Builder
	column := 0
	for _, c := range s {
		switch c {
		case '\t':
			n := 4 - column%4
			b.WriteString("    "[:n])
			column += n
			continue
		case '\n':
			column = -1
		}
		b.WriteRune(c)
		column++
	}
	return b.String()
}
