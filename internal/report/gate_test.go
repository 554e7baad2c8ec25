package report_test

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"html"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/json"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
	"firsthand/internal/sample"
)

var (
	every = flag.Bool("every", false, "all accounts go through the gate, not every eighth")
	mixes = flag.Int("mixes", 12, "how many mixed accounts have to pass")
)

// A release is one account, hidden as a whole and drawn.
type release struct {
	doc       report.Document
	forbidden *redact.Forbidden
	forms     []hiddenForm
}

// A hiddenForm is one way to write something that the release hides.
type hiddenForm struct {
	kind redact.Kind
	text string
}

// released hides all of an account that a profile lets be hidden.
func released(t testing.TB, text string, profile redact.Profile) release {
	t.Helper()
	at := time.Date(2026, 1, 21, 22, 0, 0, 0, time.UTC)
	var sources []redact.Source
	for para := range strings.SplitSeq(text, "\n\n") {
		sources = append(sources, redact.Source{Text: para, At: at})
	}
	s := redact.Examine(sources, nil)
	c := redact.Choice{Zero: at, Profile: profile}
	for _, e := range s.Entities {
		if profile == redact.Named && e.Kind == redact.Person {
			continue // names stay
		}
		for _, f := range e.Forms {
			c.Decisions = append(c.Decisions, redact.Decision{Kind: e.Kind, Key: redact.Key(e.Kind, f), Action: redact.Hide})
		}
	}
	for i := range sources {
		c.Sources = append(c.Sources, i)
	}
	p := s.Plan(c)
	var texts []report.Text
	for _, i := range c.Sources {
		clean, err := p.Apply(i)
		if err != nil {
			t.Fatal(err)
		}
		line := report.Text{Heading: report.Headings[i%5], At: report.Clock{Minutes: 3 * i, Known: i%3 > 0}}
		line.Clean = clean
		texts = append(texts, line)
	}
	r := release{doc: report.New(report.Contents{Profile: profile, Texts: texts}), forbidden: p.Forbidden()}
	for _, x := range p.Treated() {
		if x.Treatment == redact.Kept || x.Entity.Kind == redact.Secret {
			continue
		}
		for _, f := range x.Entity.Forms {
			if searchable(x.Entity.Kind, f) {
				r.forms = append(r.forms, hiddenForm{x.Entity.Kind, f})
			}
		}
	}
	for _, f := range s.Findings { // a secret's forms are its places
		if text := s.Sources[f.Source].Text[f.Start:f.End]; f.Kind == redact.Secret && len(text) > 3 && !strings.Contains(text, "\n") {
			r.forms = append(r.forms, hiddenForm{f.Kind, text})
		}
	}
	return r
}

// searchable leaves out what no gate could look for: the names of every machine, single letters, bare numbers of a
// clock, labels of our own.
func searchable(k redact.Kind, form string) bool {
	switch {
	case strings.Contains(" root admin ubuntu user runner postgres oracle deploy git test node default mysql jenkins docker system daemon guest nobody localhost ", " "+strings.ToLower(form)+" "):
		return false
	case utf8.RuneCountInString(form) < 2:
		return false
	}
	return k != redact.Time && k != redact.Date || len(strings.Trim(form, ":0123456789")) > 0 || len(strings.Trim(form, ":")) > 2
}

// gate is what a renderer's files pass before they leave.
func (r release) gate(t testing.TB, by report.Renderer, file []byte) error {
	t.Helper()
	views, err := by.Views(file)
	if err != nil {
		t.Fatal(err)
	}
	_, err = redact.Verify(file, views, r.allowing(t, by))
	return err
}

func (r release) allowing(t testing.TB, by report.Renderer) *redact.Forbidden {
	t.Helper()
	return r.forbidden.Allowing(redact.NewScaffold(func() ([]redact.View, error) { return by.Views(r.file(t, by, r.doc.Scaffold())) }))
}

func (r release) file(t testing.TB, by report.Renderer, d report.Document) []byte {
	t.Helper()
	file, err := by.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// missed are the forms that the search does not find in a file, given all that is allowed in it.
func missed(t testing.TB, by report.Renderer, f *redact.Forbidden, file []byte, forms []hiddenForm) (out []string) {
	t.Helper()
	views, err := by.Views(file)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, h := range f.Search(views) {
		found[letters(h.Found)] = true
	}
	for _, x := range forms {
		if !found[letters(x.text)] {
			out = append(out, x.text)
		}
	}
	return out
}

// letters are the letters and digits of a text without anything that could part or decorate them.
func letters(s string) string {
	s = html.UnescapeString(s)
	if u, err := strconv.Unquote(`"` + s + `"`); err == nil && strings.Contains(s, `\u`) {
		s = u
	}
	for range 2 {
		if u, err := url.PathUnescape(s); err == nil {
			s = u
		}
	}
	return strings.ToLower(strings.Map(func(r rune) rune {
		if strings.ContainsRune("*_~`\\ \n\t\u200b\u00ad<>()[]{}.,:;-/'\"#@|!?&%=+$", r) {
			return -1
		}
		return r
	}, s))
}

// accounts are the texts that go through the gate.
func accounts(t *testing.T) []sample.Account {
	t.Helper()
	all := sample.Night()
	if !*every {
		all = all[:1]
	}
	files, err := filepath.Glob("../redact/testdata/accounts/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d accounts, %v", len(files), err)
	}
	for i, f := range files {
		if !*every && i%8 > 0 {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sample.Account{Name: filepath.Base(f), Marked: string(b)})
	}
	return all
}

// TestGate: what was hidden is caught wherever in a file it comes back, and a file in which it did not passes.
func TestGate(t *testing.T) {
	for _, a := range accounts(t) {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			for _, profile := range []redact.Profile{redact.Named, redact.ByRole, redact.Generalised} {
				r := released(t, a.Plain(), profile)
				for _, by := range []report.Renderer{pdf.Renderer{}, markdown.Renderer{}, json.Renderer{}} {
					if err := r.gate(t, by, r.file(t, by, r.doc)); err != nil {
						t.Errorf("%s, %T: a clean file is refused: %+v", profile, by, err.(*redact.Leak).Hits)
					}
				}
				if profile == redact.ByRole {
					r.mutatedMarkdown(t)
					r.mutatedPDF(t)
				}
			}
		})
	}
}

// TestGate_no_false_alarm: whatever paragraphs of whatever accounts stand together, the release that hides what was
// found in them passes.
func TestGate_no_false_alarm(t *testing.T) {
	files, err := filepath.Glob("../redact/testdata/accounts/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d accounts, %v", len(files), err)
	}
	var paragraphs []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		paragraphs = append(paragraphs, strings.Split(sample.Plain(string(b)), "\n\n")...)
	}
	for seed := range uint64(*mixes) {
		r := rand.New(rand.NewPCG(seed, 3))
		var text []string
		for range 3 + r.IntN(9) {
			text = append(text, paragraphs[r.IntN(len(paragraphs))])
		}
		profile := []redact.Profile{redact.Named, redact.ByRole, redact.Generalised}[seed%3]
		rel := released(t, strings.Join(text, "\n\n"), profile)
		for _, by := range []report.Renderer{pdf.Renderer{}, markdown.Renderer{}, json.Renderer{}} {
			if err := rel.gate(t, by, rel.file(t, by, rel.doc)); err != nil {
				t.Errorf("seed %d, %s, %T is refused: %+v", seed, profile, by, err.(*redact.Leak).Hits)
			}
		}
	}
}

// check says which forms are not caught in a file into which all of them were put.
func (r release) check(t *testing.T, name string, by report.Renderer, file []byte, forms []hiddenForm) {
	t.Helper()
	if len(forms) == 0 {
		return
	}
	var leak *redact.Leak
	if err := r.gate(t, by, file); !errors.As(err, &leak) {
		t.Errorf("%s: the file may leave", name)
	}
	if m := missed(t, by, r.allowing(t, by), file, forms); len(m) > 0 {
		t.Errorf("%s: not caught: %q", name, m)
	}
}

func join(forms []hiddenForm, each func(string) string) string {
	var b strings.Builder
	for _, x := range forms {
		b.WriteString(each(x.text) + "\n\n")
	}
	return b.String()
}

// flat is a form on one line.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// escaped is a form as text of Markdown.
func escaped(s string) string {
	var b strings.Builder
	for _, c := range strings.ReplaceAll(s, "\n", " ") {
		if strings.ContainsRune("\\`*_{}[]<>()#+-.!|~&$", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

func (r release) mutatedMarkdown(t *testing.T) {
	clean := string(r.file(t, markdown.Renderer{}, r.doc))
	numeric := func(s string) string {
		var b strings.Builder
		for _, c := range flat(s) {
			fmt.Fprintf(&b, "&#%d;", c)
		}
		return b.String()
	}
	cut := func(mark string) func(string) string {
		return func(s string) string {
			s = flat(s)
			_, n := utf8.DecodeRuneInString(s)
			return "x " + mark + escaped(s[:n]) + mark + escaped(s[n:])
		}
	}
	for name, each := range map[string]func(string) string{
		"text":          func(s string) string { return "x " + escaped(s) + " y" },
		"raw text":      func(s string) string { return "x " + flat(s) + " y" },
		"title":         func(s string) string { return "## " + escaped(s) },
		"code span":     func(s string) string { return "x `` " + flat(s) + " `` y" },
		"code block":    func(s string) string { return "```\n" + flat(s) + "\n```" },
		"indented code": func(s string) string { return "    " + flat(s) },
		"info string":   func(s string) string { return "``````sh " + flat(strings.ReplaceAll(s, "`", "")) + "\nls\n``````" },
		"link text":     func(s string) string { return "[" + escaped(s) + "](https://example.org)" },
		"link target": func(s string) string {
			return "[x](<" + strings.NewReplacer("<", "%3C", ">", "%3E").Replace(flat(s)) + ">)"
		},
		"link title": func(s string) string {
			return "[x](https://example.org '" + strings.ReplaceAll(escaped(s), "'", "&#39;") + "')"
		},
		"image":   func(s string) string { return "![" + escaped(s) + "](x.png)" },
		"percent": func(s string) string { return "[x](https://example.org/?q=" + url.QueryEscape(flat(s)) + ")" },
		"definition": func(s string) string {
			return "[x]: https://example.org '" + strings.ReplaceAll(escaped(s), "'", "&#39;") + "'"
		},
		"emphasis": cut("**"),
		"struck":   cut("~~"),
		"entities": numeric,
		"zero width": func(s string) string {
			s = flat(s)
			_, n := utf8.DecodeRuneInString(s)
			return "x " + escaped(s[:n]) + "\u200b" + escaped(s[n:])
		},
		"table cell":   func(s string) string { return "| a | b |\n|---|---|\n| " + escaped(s) + " | c |" },
		"quote":        func(s string) string { return "> - " + escaped(s) },
		"HTML comment": func(s string) string { return "<!-- " + flat(s) + " -->" },
		"HTML tag":     func(s string) string { return "x <b title=\"" + html.EscapeString(flat(s)) + "\">y</b>" },
		"HTML block":   func(s string) string { return "<div data-x=\"" + html.EscapeString(flat(s)) + "\">\n\n</div>" },
		"footnote":     func(s string) string { return "[^1]: " + escaped(s) },
		"JSON":         func(s string) string { return fmt.Sprintf("x \\{\"k\":%+q\\}", flat(s)) },
	} {
		r.check(t, "Markdown, "+name, markdown.Renderer{}, []byte(clean+"\n\n"+join(r.forms, each)), r.forms)
	}
	// Encoded, only what is long enough not to be a chance.
	long := r.long(9)
	for name, each := range map[string]func(string) string{
		"base64":     func(s string) string { return base64.StdEncoding.EncodeToString([]byte("user " + flat(s) + "\n")) },
		"base64 URL": func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(flat(s) + "!")) },
		"hex":        func(s string) string { return hex.EncodeToString([]byte("x " + flat(s))) },
	} {
		for _, x := range long {
			file := []byte(clean + "\n\n" + each(x.text) + "\n")
			views, err := markdown.Renderer{}.Views(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(r.forbidden.Search(views)) == 0 {
				t.Errorf("Markdown, %s: %q is not caught", name, x.text)
			}
		}
	}
}

// long are the forms of that many letters that encodings are looked for of: not of times, nor of ordinary words.
func (r release) long(least int) (out []hiddenForm) {
	for _, x := range r.forms {
		views := []redact.View{{Name: "text", Text: "x" + strings.ReplaceAll(strings.ToLower(x.text), " ", "") + "x"}}
		timely := x.kind == redact.Time || x.kind == redact.Date || x.kind == redact.Zone || x.kind == redact.Role
		if !timely && len(letters(x.text)) >= least && !strings.Contains(x.text, "\n") && len(r.forbidden.Search(views)) > 0 {
			out = append(out, x)
		}
	}
	return out
}

func (r release) mutatedPDF(t *testing.T) {
	clean := r.file(t, pdf.Renderer{}, r.doc)
	with := func(blocks func(string) []report.Block) []byte {
		d := r.doc
		d.Parts = append([]report.Part(nil), d.Parts...)
		part := report.Part{Heading: "More"}
		for _, x := range r.forms {
			part.Lines = append(part.Lines, report.Line{Blocks: blocks(flat(x.text))})
		}
		d.Parts = append(d.Parts, part)
		return r.file(t, pdf.Renderer{}, d)
	}
	para := func(in ...report.Inline) []report.Block {
		return []report.Block{{Kind: report.Paragraph, Text: in}}
	}
	half := func(s string) int {
		n := 0
		for i := range s {
			if i > len(s)/2 {
				break
			}
			n = i
		}
		return n
	}
	drawn := map[string]func(string) []report.Block{
		"drawn": func(s string) []report.Block { return para(report.Inline{Text: "by " + s + " then"}) },
		"drawn in two styles": func(s string) []report.Block {
			return para(report.Inline{Text: "by " + s[:half(s)]}, report.Inline{Text: s[half(s):], Bold: true})
		},
		"drawn as code": func(s string) []report.Block { return []report.Block{{Kind: report.Code, Code: s + "\n"}} },
		"drawn in a table": func(s string) []report.Block {
			return []report.Block{{Kind: report.Table, Align: []report.Align{report.Left, report.Left}, Rows: [][][]report.Inline{{{{Text: "a"}}, {{Text: "b"}}}, {{{Text: s}}, {{Text: "c"}}}}}}
		},
	}
	for name, blocks := range drawn {
		r.check(t, "PDF, "+name, pdf.Renderer{}, with(blocks), r.forms)
	}

	object := func(body string) []byte {
		return append(bytes.Clone(clean), []byte("\n90 0 obj\n"+body+"\nendobj\ntrailer\n<</Size 99/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")...)
	}
	all := func(each func(string) string) string {
		return join(r.forms, func(s string) string { return each(flat(s)) })
	}
	paren := strings.NewReplacer("\\", "\\\\", "(", "\\(", ")", "\\)")
	hexed := func(s string) string { return fmt.Sprintf("<%x>", s) }
	page := func(operators string) []byte {
		return object("<</Subtype/Form/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>/Filter/FlateDecode>>\nstream\n" +
			deflate("BT/F 9 Tf\n"+operators+"ET") + "\nendstream")
	}
	stream := func(head, data string) []byte {
		return object("<<" + head + ">>\nstream\n" + data + "\nendstream")
	}
	lines := all(func(s string) string { return s })
	for name, file := range map[string][]byte{
		"comment":                      append(bytes.Clone(clean), []byte("\n"+all(func(s string) string { return "% " + s }))...),
		"after the end":                append(bytes.Clone(clean), []byte(lines)...),
		"string":                       object("[" + all(func(s string) string { return "(\xef\xbb\xbf" + paren.Replace(s) + ")" }) + "]"),
		"hex string":                   object("[" + all(func(s string) string { return hexed("\xef\xbb\xbf" + s) }) + "]"),
		"UTF-16 string":                object("[" + all(func(s string) string { return hexed("\xfe\xff" + utf16BE(s)) }) + "]"),
		"outline":                      object("<</Type/Outlines/First[" + all(func(s string) string { return "<</Title" + hexed("\xfe\xff"+utf16BE(s)) + ">>" }) + "]>>"),
		"annotation":                   object("<</Type/Annot/Subtype/Text/Contents[" + all(func(s string) string { return hexed("\xfe\xff" + utf16BE(s)) }) + "]>>"),
		"link":                         object("[" + all(func(s string) string { return "<</S/URI/URI(https://example.org/" + url.PathEscape(s) + ")>>" }) + "]"),
		"document information":         append(bytes.Clone(clean), []byte("\ntrailer\n<</Info<</Keywords["+all(func(s string) string { return hexed("\xfe\xff" + utf16BE(s)) })+"]>>>>\n")...),
		"XMP":                          stream("/Type/Metadata/Subtype/XML", "<x:xmpmeta>"+html.EscapeString(lines)+"</x:xmpmeta>"),
		"attachment":                   stream("/Type/EmbeddedFile/Filter/FlateDecode", deflate(lines)),
		"attachment, twice compressed": stream("/Type/EmbeddedFile/Filter[/FlateDecode/FlateDecode]", deflate(deflate(lines))),
		"attachment, in hex":           stream("/Type/EmbeddedFile/Filter/ASCIIHexDecode", fmt.Sprintf("%x>", lines)),
		"script":                       object("<</S/JavaScript/JS " + hexed("\xfe\xff"+utf16BE(lines)) + ">>"),
		"object stream":                stream("/Type/ObjStm/N 1/First 5/Filter/FlateDecode", deflate("91 0 ["+all(func(s string) string { return hexed("\xfe\xff" + utf16BE(s)) })+"]")),
		"comment in a page":            page(all(func(s string) string { return "%" + s })),
		"text that no page shows":      page(all(func(s string) string { return "" }) + latin(r.forms, func(s string) string { return "(" + paren.Replace(s) + ")Tj T*\n" })),
	} {
		forms := r.forms
		if name == "text that no page shows" {
			forms = latinForms(r.forms)
		}
		r.check(t, "PDF, "+name, pdf.Renderer{}, file, forms)
	}
	// One string to an operator, and one cut over two: the second in hexadecimal.
	forms := latinForms(r.forms)
	r.check(t, "PDF, hexadecimal text", pdf.Renderer{}, page(latin(r.forms, func(s string) string { return hexed(s) + "Tj T*\n" })), forms)
	r.check(t, "PDF, text of two operators", pdf.Renderer{}, page(latin(r.forms, func(s string) string {
		return "(" + paren.Replace(s[:len(s)/2]) + ")Tj " + hexed(s[len(s)/2:]) + "Tj T*\n"
	})), forms)
	r.check(t, "PDF, text moved letter by letter", pdf.Renderer{}, page(latin(r.forms, func(s string) string {
		var b strings.Builder
		for i := range len(s) {
			b.WriteString("(" + paren.Replace(s[i:i+1]) + ")20")
		}
		return "[" + b.String() + "]TJ T*\n"
	})), forms)
}

// latinForms are the forms that a font without a map can draw.
func latinForms(forms []hiddenForm) (out []hiddenForm) {
	for _, x := range forms {
		if strings.IndexFunc(x.text, func(c rune) bool { return c > 0x7e }) < 0 {
			out = append(out, x)
		}
	}
	return out
}

func latin(forms []hiddenForm, each func(string) string) string {
	return join(latinForms(forms), func(s string) string { return each(flat(s)) })
}

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // to memory
	_ = w.Close()
	return b.String()
}

func utf16BE(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
	}
	return b.String()
}

// TestGate_control shows that the test above can fail: a gate that has forgotten one name lets that name through.
func TestGate_control(t *testing.T) {
	text := "Zephyrine asked Quixote about the pager."
	at := time.Date(2026, 1, 21, 22, 0, 0, 0, time.UTC)
	known := []redact.Known{{Kind: redact.Person, Forms: []string{"Zephyrine"}}}
	s := redact.Examine([]redact.Source{{Text: text, At: at}}, known)
	p := s.Plan(redact.Choice{Sources: []int{0}, Decisions: []redact.Decision{{Kind: redact.Person, Key: redact.Key(redact.Person, "Quixote"), Action: redact.Keep, Count: 1}}})
	forms := []hiddenForm{{"", "Zephyrine"}, {"", "Quixote"}, {"", "pager"}}
	file := []byte("x Zephyrine and Quixote and Quixote and pager\n")
	if m := missed(t, markdown.Renderer{}, p.Forbidden(), file, forms); strings.Join(m, " ") != "Quixote pager" {
		t.Errorf("missed %q", m)
	}
}
