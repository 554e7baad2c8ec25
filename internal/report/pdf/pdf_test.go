package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"firsthand/internal/report"
)

func run(s string) report.Inline { return report.Inline{Text: s} }

func para(in ...report.Inline) report.Block { return report.Block{Kind: report.Paragraph, Text: in} }

func at(minutes int) report.Clock { return report.Clock{Minutes: minutes, Known: true} }

func table(rows ...[]string) report.Block {
	b := report.Block{Kind: report.Table}
	for _, row := range rows {
		var cells [][]report.Inline
		for _, c := range row {
			cells = append(cells, []report.Inline{run(c)})
		}
		b.Rows = append(b.Rows, cells)
	}
	return b
}

func document(blocks ...report.Block) report.Document {
	return report.Document{Name: []report.Inline{run("Blue Heron")}, Parts: []report.Part{{Heading: report.Actions,
		Lines: []report.Line{{At: at(14), Blocks: blocks}}}}}
}

const lorem = "I restarted the second replica because the first one still answered, and watched the queue for four minutes. "

// sample is a document with everything in it that a document can have.
func sample() report.Document {
	d := document(
		para(run("Restarted "), report.Inline{Text: "host 1", Bold: true}, run(" with "), report.Inline{Text: "kubectl rollout restart", Mono: true},
			run(", "), report.Inline{Text: "watching", Italic: true}, run(" "), report.Inline{Text: "twice", Bold: true, Italic: true}, run(" and "),
			report.Inline{Text: "promoted", Struck: true}, report.Inline{Break: true}, run("nothing.")),
		report.Block{Kind: report.Code, Code: "$ psql -h host-1 -c \"select client_addr, state, replay_lag from pg_stat_replication where state is not null\"\n\n client | state\n"},
		report.Block{Kind: report.List, Items: [][]report.Block{{para(run("bullet one"))}, {para(run("bullet two")),
			{Kind: report.Ordered, Level: 9, Items: [][]report.Block{{para(run("ninth"))}, {para(run("tenth"))}}}}, {}}},
		report.Block{Kind: report.Quote, Inner: []report.Block{para(run("is it down?")), {Kind: report.Quote, Inner: []report.Block{para(run("inner quote"))}}}},
		report.Block{Kind: report.Rule},
		report.Block{Kind: report.Title, Level: 2, Text: []report.Inline{run("A title of mine")}},
		table([]string{"replica", "lag"}, []string{"one", "31 s"}),
	)
	d.Parts[0].Lines = append(d.Parts[0].Lines,
		report.Line{At: report.Clock{Minutes: -75, Known: true, About: true}, Mark: "decision", Blocks: []report.Block{para(run(strings.Repeat(lorem, 3)))}},
		report.Line{Mark: "decision", Blocks: []report.Block{{Kind: report.Code, Code: "only code\n"}}},
		report.Line{At: at(6000), Blocks: []report.Block{{Kind: report.Rule}}})
	return d
}

func render(t testing.TB, d report.Document) []byte {
	t.Helper()
	file, err := Renderer{}.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// text is what our reader reads on the pages.
func text(t testing.TB, file []byte) string {
	t.Helper()
	views, err := Renderer{}.Views(file)
	if err != nil {
		t.Fatal(err)
	}
	return views[0].Text
}

// tool runs a program of another maker on a file, or skips the test.
func tool(t *testing.T, file []byte, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skip(program + " is not installed: the file is not read by a program of another maker")
	}
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, path)
	if program == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.Command(program, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

func TestRenderSaysEverything(t *testing.T) {
	file := render(t, sample())
	ours, theirs := text(t, file), tool(t, file, "pdftotext", "-layout")
	for _, want := range []string{report.Caption, "Blue Heron", "not a verdict", "What I did", "T+00:14", "T-01:15", "about", "decision", "T+100:00",
		"Restarted host 1 with kubectl rollout restart, watching twice and", "promoted", "nothing.", "$ psql -h host-1", "client | state", "bullet one", "9.", "ninth", "10.",
		"is it down?", "inner quote", "A title of mine", "replica", "31 s", "only code", "1 of 2"} {
		if !strings.Contains(ours, want) {
			t.Errorf("our reader misses %q in\n%s", want, ours)
		}
		if !strings.Contains(theirs, want) && !strings.Contains(theirs, strings.ReplaceAll(want, " ", "")) {
			t.Errorf("pdftotext misses %q in\n%s", want, theirs)
		}
	}
}

func TestRenderIsValid(t *testing.T) {
	out := tool(t, render(t, sample()), "qpdf", "--check")
	if !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestRenderGivesTheSameBytes(t *testing.T) {
	scripts := sample()
	scripts.Parts[0].Lines = append(scripts.Parts[0].Lines, report.Line{Blocks: []report.Block{para(run("日本語 한국어 → ✓ ⚠"))}})
	for _, c := range []struct {
		document report.Document
		times    int
	}{{sample(), 20}, {scripts, 4}} {
		want := sha256.Sum256(render(t, c.document))
		var wg sync.WaitGroup
		for range c.times {
			wg.Go(func() {
				file, err := Renderer{}.Render(c.document)
				if err != nil || sha256.Sum256(file) != want {
					t.Errorf("another file: %v", err)
				}
			})
		}
		wg.Wait()
	}
}

func TestRenderSaysNothingAboutItsMaking(t *testing.T) {
	file := render(t, sample())
	for _, no := range []string{"/Author", "/Creator", "/Subject", "/Keywords", "/Metadata", "/Annots", "/URI", "/JavaScript", "/AA", "/OpenAction", "/Outlines", "/Filespec"} {
		if bytes.Contains(file, []byte(no)) {
			t.Errorf("the file has %s", no)
		}
	}
	if n := bytes.Count(file, []byte("%%EOF")); n != 1 {
		t.Errorf("%d times %%%%EOF", n)
	}
	if bytes.Count(file, []byte("D:20000101000000")) != 2 {
		t.Error("the dates are not the fixed ones")
	}
}

func TestRenderDrawsScripts(t *testing.T) {
	words := []string{"English", "Ελληνικά", "Русский", "Việt", "Łódź", "straße", "日本語", "中文", "カタカナ", "한국어", "→", "≤", "✓", "⚠", "┌─┐", "№"}
	var blocks []report.Block
	for _, w := range words {
		blocks = append(blocks, para(run(w)), para(report.Inline{Text: w, Bold: true, Italic: true}), para(report.Inline{Text: w, Mono: true}),
			report.Block{Kind: report.Code, Code: w + "\n"}, table([]string{w}))
	}
	file := render(t, document(blocks...))
	ours, theirs := text(t, file), tool(t, file, "pdftotext", "-layout")
	for _, w := range words {
		if strings.Count(ours, w) != 5 || strings.Count(theirs, w) != 5 {
			t.Errorf("%s: %d times for us, %d for pdftotext, want 5", w, strings.Count(ours, w), strings.Count(theirs, w))
		}
	}
}

func TestRenderNamesWhatItCannotDraw(t *testing.T) {
	file, err := Renderer{}.Render(document(para(run("ok שלום 𝒜 عربي ש हिन्दी \ue000 🚀"))))
	var undrawable *report.Undrawable
	if file != nil || !errors.As(err, &undrawable) {
		t.Fatalf("got %d bytes, %v", len(file), err)
	}
	for _, r := range "ש𝒜ع🚀\ue000ह" {
		if !slices.Contains(undrawable.Runes, r) {
			t.Errorf("%q is not named", r)
		}
	}
	if undrawable.Runes[0] != 'ש' || slices.Contains(undrawable.Runes, 'o') || len(slices.Compact(slices.Sorted(slices.Values(undrawable.Runes)))) != len(undrawable.Runes) {
		t.Errorf("not distinct and in order: %q", undrawable.Runes)
	}
}

func TestRenderTakesAnyText(t *testing.T) {
	for _, s := range []string{"", "\x00\x01\xff\u202e\u200b\t\n", "\ufeff", strings.Repeat("a", 5000), strings.Repeat(" ", 500), "e\u0301\u0301\u0301", "\u3000\u00a0", "\r\\()"} {
		for _, d := range []report.Document{document(para(run(s))), document(report.Block{Kind: report.Code, Code: s}), document(table([]string{s, s}, []string{s})),
			document(report.Block{Kind: report.Title, Text: []report.Inline{run(s)}}), {Name: []report.Inline{run(s)}}, document(para(report.Inline{Break: true}, run(s), report.Inline{Break: true})),
			document(report.Block{Kind: report.Table}, report.Block{Kind: report.Quote}, report.Block{Kind: report.List}, report.Block{Kind: report.Paragraph})} {
			if _, err := (Renderer{}).Render(d); err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	}
}

// TestManyPages: where the pages are a tree of several nodes, every reader finds all of them.
func TestManyPages(t *testing.T) {
	var blocks []report.Block
	for i := range 40 * pagesOfNode {
		blocks = append(blocks, para(run(fmt.Sprintf("line %d of many", i))))
	}
	file := render(t, document(blocks...))
	if n := bytes.Count(file, []byte("/Type /Page\n")); n <= pagesOfNode {
		t.Fatalf("%d pages", n)
	}
	views, err := Renderer{}.Views(file)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{"pdftotext": tool(t, file, "pdftotext")}
	for _, v := range views[:5] {
		texts[v.Name] = v.Text
	}
	for name, text := range texts {
		for i := range blocks {
			if want := fmt.Sprintf("line %d of many", i); !strings.Contains(text, want) {
				t.Errorf("%s has no %q", name, want)
				break
			}
		}
	}
	if out := tool(t, file, "qpdf", "--check"); !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestLetter(t *testing.T) {
	d := sample()
	d.Paper = report.Letter
	file, err := Renderer{}.Render(d)
	if err != nil || !bytes.Contains(file, []byte("/MediaBox [0 0 612.00 792.00]")) {
		t.Errorf("not on Letter: %v", err)
	}
}

func TestLatinTextNeedsNoOtherFont(t *testing.T) {
	file := render(t, sample())
	if len(file) > 120_000 {
		t.Errorf("%d bytes", len(file))
	}
	for _, f := range []*face{han, hangul, maths} {
		if bytes.Contains(file, []byte(f.name)) {
			t.Errorf("%s is in the file", f.name)
		}
	}
}

// Every font says who made it and under which licence.
func TestFontsHaveTheirLicences(t *testing.T) {
	var licences string
	for _, name := range []string{"OFL.txt", "APACHE.txt"} {
		b, err := os.ReadFile(filepath.Join("fonts", name))
		if err != nil {
			t.Fatal(err)
		}
		licences += string(b)
	}
	for _, f := range append(others, regular, bold, italic, boldItalic) {
		name := f.file
		if strings.HasPrefix(name, "NotoSans-") {
			name = "NotoSans-*.ttf"
		}
		if !strings.Contains(licences, name) {
			t.Errorf("%s has no licence", f.file)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	for _, c := range []struct{ name, text string }{{"Latin", lorem}, {"CJK", lorem + "日本語のテキスト。"}} {
		var d report.Document
		for i := range 42 {
			d.Parts = append(d.Parts, report.Part{Heading: report.Actions, Lines: []report.Line{{At: at(i), Blocks: []report.Block{
				para(run(strings.Repeat(c.text, 3))), {Kind: report.Code, Code: "$ kubectl get pods\nNAME  READY\n"}}}}})
		}
		for i := range d.Parts[1:] {
			d.Parts[0].Lines = append(d.Parts[0].Lines, d.Parts[i+1].Lines...)
		}
		d.Parts = d.Parts[:1]
		b.Run(c.name, func(b *testing.B) {
			pages := 0
			for b.Loop() {
				file := render(b, d)
				pages = bytes.Count(file, []byte("/Type /Page\n"))
			}
			b.ReportMetric(float64(pages), "pages")
		})
		b.Run(c.name+" read back", func(b *testing.B) {
			file := render(b, d)
			for b.Loop() {
				text(b, file)
			}
		})
	}
}
