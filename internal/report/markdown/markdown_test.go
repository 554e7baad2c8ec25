package markdown

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/example"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func run(s string) []report.Inline { return []report.Inline{{Text: s}} }

func text(s string) report.Inline { return report.Inline{Text: s} }

func para(in ...report.Inline) report.Block { return report.Block{Kind: report.Paragraph, Text: in} }

func at(minutes int) report.Clock { return report.Clock{Minutes: minutes, Known: true} }

// documents are the documents of the golden files, by name.
var documents = map[string]report.Document{
	"whole": {
		Profile: redact.ByRole,
		Name:    run("Blue Heron #2"),
		Parts: []report.Part{
			{Heading: report.Actions, Lines: []report.Line{
				{At: at(0), Blocks: []report.Block{para(report.Inline{Text: "Restarted "}, report.Inline{Text: "host 1", Bold: true},
					report.Inline{Text: " from [withheld: place], then:"}),
					{Kind: report.Code, Lang: "sh", Code: "kubectl get pods\n```\n"},
					{Kind: report.List, Items: [][]report.Block{{para(text("one"))}, {para(text("two")),
						{Kind: report.Ordered, Level: 3, Items: [][]report.Block{{para(text("three"))}, {para(text("four"))}}}}}}}},
				{At: report.Clock{Minutes: -75, Known: true, About: true}, Mark: "decision", Blocks: []report.Block{para(text("Wait."))}},
				{Blocks: []report.Block{para(text("Somebody rang"), report.Inline{Break: true}, text("- twice"))}},
			}},
			{Heading: report.Effects, Lines: []report.Line{
				{At: at(14), Blocks: []report.Block{{Kind: report.Table, Align: []report.Align{report.Left, report.Right, report.Centre},
					Rows: [][][]report.Inline{{run("replica"), run("lag"), run("")}, {{{Text: "a|b", Mono: true}}, run("00:31 | x"), run("*")}}}}},
				{At: at(15), Blocks: []report.Block{{Kind: report.Quote, Inner: []report.Block{para(text("is it down?")), {Kind: report.Code, Code: "$ ls\n\n$\n"}}},
					{Kind: report.Rule}, {Kind: report.Title, Level: 1, Text: run("After #")}}},
			}},
		},
	},
	"escapes": {Parts: []report.Part{{Heading: report.Notes, Lines: escapes()}}},
}

func init() {
	for _, name := range []string{"line", "five", "cjk", "hostile", "everything"} {
		documents[name] = example.Document(name)
	}
}

// texts are what Markdown could take for something else.
var texts = []string{"# x", "#x", "- x", "-5 errors", "+ x", "* x", "*.log", "5 * 3", "a*b*c", "1. x", "1) x", "2026. x", "> x", "| a | b |",
	"_x_", "snake_case_name", "__init__", "`x`", "``", "[x]: y", "[x](y)", "![x](y)", "[rocket]", "[withheld: place], then", "[x][rocket]", "[ ] todo", "<tag>", "a < b > c", "<!-- c -->",
	"https://x.y/a_b?c=d&amp;e", "&amp;", "& co", "&nope;", "&#65;", "~60%", "~~x~~", "$HOME/$USER", "---", "===", "- - -", "***", "a | b", "--- | ---", ":--", `C:\_tmp\*`, `\`,
	"\\\\", "x  ", "a\u00a0b", "^[x]", "==x==", "%%x%%", "```sh", "~~~", "    x", "{{ x }}", "@x", "x!", "![", "]", ":rocket:", "日本語*強調*です"}

func escapes() []report.Line {
	var out []report.Line
	for i, s := range texts {
		out = append(out, report.Line{Number: i + 1, At: at(i), Blocks: []report.Block{para(text(s)), para(text(s))}})
	}
	return out
}

func TestGolden(t *testing.T) {
	for name, d := range documents {
		t.Run(name, func(t *testing.T) {
			got, err := Renderer{}.Render(d)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", name+".txtar")
			if *update {
				ar := &txtar.Archive{Comment: []byte("The document " + strconv.Quote(name) + " of the tests as Markdown; -update rewrites it.\n"), Files: []txtar.File{{Name: "out.md", Data: got}}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if want := ar.Files[0].Data; string(got) != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Every text in every place reads back as itself.
func TestTextReadsBack(t *testing.T) {
	for _, s := range texts {
		for name, b := range map[string]report.Block{
			"paragraph":   para(text(s)),
			"second line": para(text("x"), report.Inline{Break: true}, text(s), report.Inline{Break: true}, text(s)),
			"title":       {Kind: report.Title, Level: 2, Text: run(s)},
			"cell":        {Kind: report.Table, Rows: [][][]report.Inline{{run(s), run(s)}, {run(s), run(s)}}},
			"item":        {Kind: report.List, Items: [][]report.Block{{para(text(s))}, {para(text(s)), para(text(s))}}},
			"quote":       {Kind: report.Quote, Inner: []report.Block{para(text(s)), para(text(s))}},
			"code span":   para(text("a "), report.Inline{Text: s, Mono: true}, text(" b")),
			"code":        {Kind: report.Code, Code: s + "\n"},
			"bold":        para(text("a"), report.Inline{Text: s, Bold: true}, text("b")),
		} {
			checkReadsBack(t, name+" "+s, []report.Block{b})
		}
	}
}

func checkReadsBack(t *testing.T, name string, blocks []report.Block) {
	t.Helper()
	out, err := Renderer{}.Render(report.Document{Parts: []report.Part{{Heading: report.Notes, Lines: []report.Line{{At: at(7), Blocks: blocks}}}}})
	if err != nil {
		t.Fatal(err)
	}
	_, got, _ := strings.Cut(Text(out), "T+00:07")
	if squash(got) != squash(report.PlainText(blocks)) {
		t.Errorf("%s: got %q, want %q\n%s", name, squash(got), squash(report.PlainText(blocks)), out)
	}
}

// Random runs in random styles read back as the same text, and need the last resort never.
func TestStylesReadBack(t *testing.T) {
	pieces := append([]string{" ", "a", "b c", ". ", "é", "、", "!", "(", ")", "\"", "-", " - "}, texts...)
	for seed := range uint64(20000) {
		r := rand.New(rand.NewPCG(seed, 2))
		var in []report.Inline
		for range 1 + r.IntN(6) {
			in = append(in, report.Inline{Text: pieces[r.IntN(len(pieces))], Bold: r.IntN(4) == 0, Italic: r.IntN(4) == 0, Mono: r.IntN(5) == 0, Struck: r.IntN(6) == 0})
			if r.IntN(5) == 0 {
				in = append(in, report.Inline{Break: true})
			}
		}
		for _, at := range []struct {
			head, tail, before string
			place
		}{{"", "", "", place{start: true}}, {"**T** ", "", "T ", place{}}, {"# ", "", "", place{heading: true}}, {"| ", " |\n| --- |", "", place{heading: true, cell: true}}} {
			if squash(plain(in)) == "" {
				continue
			}
			if out, ok := styled(at.head, in, at.tail, at.before, at.place); !ok {
				t.Fatalf("seed %d: no form of %+v reads back\n%s", seed, in, out)
			}
		}
	}
}

func TestViewsFindWhatIsHidden(t *testing.T) {
	file := "a **Pri**ya <!-- Priya1 --> [x](https://Priya2 \"Priya3\") &#80;riya4 ![Priya5](y)\n\n[l]: /Priya6\n\n```Priya7\n```\n\n<b title=\"Priya8\">\n\nPriya9 Long\nName\n"
	views, err := Renderer{}.Views([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Priya1", "Priya2", "Priya3", "Priya4", "Priya5", "Priya6", "Priya7", "Priya8", "Priya9 Long Name", "a Priya "} {
		found := false
		for _, v := range views[1:] {
			found = found || strings.Contains(v.Text, want)
		}
		if !found {
			t.Errorf("%s is in no view but the source", want)
		}
	}
}

func TestViewsOfOtherEncodings(t *testing.T) {
	for _, file := range []string{"\xff\xfeP\x00r\x00\xef\x00", "\xfe\xff\x00P\x00r\x00\xef", "Pr\xef", "\xef\xbb\xbfPrï"} {
		views, err := Renderer{}.Views([]byte(file))
		if err != nil || views[0].Text != "Prï" {
			t.Errorf("%q: %v %v", file, views, err)
		}
	}
	if _, err := (Renderer{}).Views([]byte("a\x00b")); err == nil {
		t.Error("a binary file was read as text")
	}
}

func FuzzViews(f *testing.F) {
	f.Add([]byte("# a\n\n| b | c |\n|---|---|\n[x]: y"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = Renderer{}.Views(b) })
}
