package markdown

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/report"
)

// What is rendered reads back as the same lines, and rendering what was read gives the same file.
func TestReadBack(t *testing.T) {
	for name, d := range documents {
		file, err := Renderer{}.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if want := words(d.Name); got.Name != want {
			t.Errorf("%s: name %q, want %q", name, got.Name, want)
		}
		at := 0
		for _, p := range d.Parts {
			for _, l := range p.Lines {
				if at >= len(got.Lines) {
					t.Fatalf("%s: %d lines only", name, len(got.Lines))
				}
				x := got.Lines[at]
				at++
				if o, ok := d.Outcome(l.Number); ok {
					how, more := o.Sentence()
					if x.Became != strings.TrimSpace(how+" "+more) || squash(Text([]byte(x.Why))) != squash(report.PlainText(o.Words)) {
						t.Errorf("%s, line %d: got %q and %q, want %q and %q", name, at, x.Became, x.Why, how, more)
					}
				}
				if x.Heading != p.Heading || x.Number != l.Number || x.At != l.At || x.Said != l.Sayings() || x.Mark != l.Mark || squash(Text([]byte(x.Text))) != squash(report.PlainText(l.Blocks)) {
					t.Errorf("%s, line %d: got %+v, want %+v", name, at, x, l)
				}
			}
		}
		if at != len(got.Lines) {
			t.Errorf("%s: %d lines, want %d", name, len(got.Lines), at)
		}
	}
}

// A cell of two lines goes on in the row below, and an expectation of two lines reads back as one text.
func TestCellsOfLines(t *testing.T) {
	two := []report.Inline{{Text: "one"}, {Break: true}, {Text: "two", Bold: true}, {Break: true}}
	got := Content([]report.Block{{Kind: report.Table, Rows: [][][]report.Inline{{run("a"), run("b"), run("c")}, {run("x"), two, append(two, run("three")...)}}}})
	if want := "| a | b | c |\n| --- | --- | --- |\n| x | one | one |\n|  | **two** | **two** |\n|  |  | three |"; got != want {
		t.Errorf("got\n%s", got)
	}
	d := report.Document{
		Parts: []report.Part{
			{Heading: report.Expectations, Lines: []report.Line{{Number: 1, At: at(1), Blocks: []report.Block{{Kind: report.Paragraph, Text: two}}}}},
			{Heading: report.Effects, Lines: []report.Line{{Number: 2, At: at(2), Blocks: []report.Block{para(text("seen"))}}}},
		},
		Outcomes: []report.Outcome{{Expectation: 1, Effects: []int{2}, Became: report.Became{Met: report.WasMet}}},
	}
	file, err := Renderer{}.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Read(file)
	if err != nil || squash(Text([]byte(r.Lines[0].Text))) != "one two" || !strings.Contains(r.Lines[0].Text, "one  \n**two**") {
		t.Errorf("%v, %+v", err, r.Lines)
	}
}

// Every text, in the first place of a line and further down, reads back as itself and in one line.
func TestTextsReadBack(t *testing.T) {
	for _, s := range texts {
		d := report.Document{Parts: []report.Part{{Heading: report.Notes, Lines: []report.Line{
			{At: at(1), Blocks: []report.Block{para(text(s)), para(text(s))}},
			{At: at(2), Mark: "decision", Blocks: []report.Block{{Kind: report.Code, Code: s + "\n"}, {Kind: report.Title, Level: 1, Text: run(s)}}},
		}}}}
		file, err := Renderer{}.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(file)
		if err != nil || len(got.Lines) != 2 {
			t.Errorf("%q: %v, %+v", s, err, got)
			continue
		}
		for i, l := range d.Parts[0].Lines {
			if squash(Text([]byte(got.Lines[i].Text))) != squash(report.PlainText(l.Blocks)) {
				t.Errorf("%q: got %q", s, got.Lines[i].Text)
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	whole, err := Renderer{}.Render(documents["whole"])
	if err != nil {
		t.Fatal(err)
	}
	good := string(whole)
	for name, file := range map[string]string{
		"nothing":           "",
		"a picture":         "\x89PNG\r\n\x1a\n\x00\x00",
		"other Markdown":    "# Postmortem\n\nWe were down.\n",
		"a README":          "Firsthand\n=========\n\n## What I did\n\n**T+00:00** x\n",
		"no statement":      strings.Replace(good, report.Opening, "A verdict.", 1),
		"another heading":   strings.Replace(good, "## What I saw", "## Root cause", 1),
		"text without time": strings.Replace(good, "## What I saw\n", "## What I saw\n\nIt was Priya.\n", 1),
		"no line":           good[:strings.Index(good, "## ")],
		"a comparison":      strings.NewReplacer(report.Caption, report.CompareCaption).Replace(good),
	} {
		_, err := Read([]byte(file))
		var not *report.NotReleased
		if !errors.As(err, &not) || not.Why == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, d := range documents {
		file, err := Renderer{}.Render(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		got, err := Read(file)
		if err != nil {
			var not *report.NotReleased
			if !errors.As(err, &not) {
				t.Errorf("%v", err)
			}
			return
		}
		if len(got.Lines) == 0 {
			t.Error("read, and nothing in it")
		}
	})
}

// Every golden release of the command line reads back.
func TestGoldenReleasesReadBack(t *testing.T) {
	files, err := filepath.Glob("../../cli/testdata/release/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden releases", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.Split(string(b), "\n-- ")[1:] {
			title, file, _ := strings.Cut(part, " --\n")
			if !strings.HasPrefix(file, "# "+report.Caption) {
				continue
			}
			if _, err := Read([]byte(file)); err != nil {
				t.Errorf("%s of %s: %v", title, name, err)
			}
		}
	}
}
