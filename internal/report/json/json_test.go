package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/example"
	"firsthand/internal/report/markdown"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func para(s string) []report.Block { return report.Parse(s) }

// documents are the documents of the golden files, by name.
func documents() map[string]report.Document {
	whole := report.Document{
		Profile: redact.Generalised, Name: []report.Inline{{Text: "Quiet \"Meters\" & co"}}, Withholds: true,
		Parts: []report.Part{
			{Heading: report.Actions, Lines: []report.Line{
				{Number: 1, At: report.Clock{Known: true}, Side: report.Mine, Said: []report.Said{{Name: "how I know", Values: []string{"log or graph", "chat"}}},
					Blocks: para("Restarted **host 1** from [withheld: place]:\n\n```sh\nkubectl get pods\n```\n\n- one\n- two")},
				{Number: 4, Side: report.Mine, Blocks: para("nobody said when")},
			}},
			{Heading: report.Effects, Lines: []report.Line{{Number: 3, At: report.Clock{Minutes: 14, Known: true, About: true, Before: 4, After: 6}, Side: report.Happened, Blocks: para("| a | b |\n| --- | --- |\n| 1 | 2 |")}}},
			{Heading: report.Expectations, Lines: []report.Line{{Number: 2, At: report.Clock{Minutes: -3, Known: true}, Side: report.Mine, Blocks: para("errors < 5 %, \\*not\\* more")}}},
			{Heading: report.Understandings, Lines: []report.Line{{Number: 5, Mark: "decision", Blocks: para("Wait.")}}},
		},
		Outcomes: []report.Outcome{{Expectation: 2, Effects: []int{3}, Words: para("The page was old."), Became: report.Became{Met: report.NotMet, Before: true,
			Direction: "later", Why: []string{"information"}, Level: []string{"technical", "organizational"}}}},
		Closing: []report.Answer{{Question: report.InShort, Blocks: para("It went down.")}},
	}
	every := report.Document{Profile: redact.ByRole}
	for i, h := range report.Headings {
		every.Parts = append(every.Parts, report.Part{Heading: h, Lines: []report.Line{{Number: i + 1, Blocks: para("x")}}})
	}
	return map[string]report.Document{"whole": named(whole), "every": named(every)}
}

// named gives lines the ids that a journal would.
func named(d report.Document) report.Document {
	return d.Named(func(n int) string { return strings.Repeat(fmt.Sprintf("%x%x", n, 15-n), 16) })
}

func render(t testing.TB, d report.Document) []byte {
	t.Helper()
	b, err := Renderer{}.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestGolden(t *testing.T) {
	for name, d := range documents() {
		got := render(t, d)
		file := filepath.Join("testdata", name+".txtar")
		if *update {
			ar := &txtar.Archive{Comment: []byte("The document \"" + name + "\" of the tests as JSON; -update rewrites it.\n"), Files: []txtar.File{{Name: "out.json", Data: got}}}
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if want := ar.Files[0].Data; !bytes.Equal(got, want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:firsthand:account:1", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:firsthand:account:1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func valid(t testing.TB, s *jsonschema.Schema, file []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(v)
}

func TestFilesAreAsTheSchemaSays(t *testing.T) {
	s := schema(t)
	for name, d := range documents() {
		if err := valid(t, s, render(t, d)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := valid(t, s, render(t, d.Scaffold())); err != nil {
			t.Errorf("scaffold of %s: %v", name, err)
		}
	}
	t.Run("and the schema would see a date, a zone or another field", func(t *testing.T) {
		good := string(render(t, documents()["whole"]))
		for _, change := range [][2]string{
			{`"minutes": 14`, `"minutes": "03:42"`}, {`"minutes": 14`, `"minutes": 14, "zone": "Europe/Oslo"`},
			{`"version": 1`, `"version": 2`}, {`"profile": "generalised"`, `"profile": "all"`}, {`"kind": "effect"`, `"kind": "root cause"`},
			{`"number": 3`, `"number": 3, "entry": "x"`}, {`"effects": [`, `"effect": [`},
		} {
			bad := strings.Replace(good, change[0], change[1], 1)
			if bad == good {
				t.Fatalf("%s does not stand in the file", change[0])
			}
			if valid(t, s, []byte(bad)) == nil {
				t.Errorf("%s is as the schema says", change[1])
			}
		}
	})
}

// Every field that is written is in the schema, and the other way round.
func TestSchemaHasEveryField(t *testing.T) {
	var s struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema, &s); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		of reflect.Type
		in map[string]any
	}{
		{reflect.TypeFor[account](), s.Properties}, {reflect.TypeFor[line](), s.Defs["line"].Properties}, {reflect.TypeFor[clock](), s.Defs["at"].Properties},
		{reflect.TypeFor[outcome](), s.Defs["outcome"].Properties}, {reflect.TypeFor[answer](), s.Defs["answer"].Properties},
	} {
		if x.of.NumField() != len(x.in) {
			t.Errorf("%s: %d fields, and %d in the schema", x.of, x.of.NumField(), len(x.in))
		}
		for i := range x.of.NumField() {
			name, _, _ := strings.Cut(x.of.Field(i).Tag.Get("json"), ",")
			if _, ok := x.in[name]; !ok {
				t.Errorf("%s: %q is not in the schema", x.of, name)
			}
		}
	}
}

func TestReadBack(t *testing.T) {
	for name, d := range documents() {
		got, err := Read(render(t, d))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		lines := d.InOrder()
		if len(got.Lines) != len(lines) {
			t.Fatalf("%s: %d lines", name, len(got.Lines))
		}
		for i, l := range lines {
			x := got.Lines[i]
			if x.Heading != l.Heading || x.At != l.At || x.Mark != l.Mark || x.Number != l.Number || x.Said != l.Sayings() || !reflect.DeepEqual(report.Parse(x.Text), l.Blocks) {
				t.Errorf("%s, line %d: got %+v, want %+v", name, i+1, x, l)
			}
			if o, ok := d.Outcome(l.Number); ok {
				how, more := o.Sentence()
				if x.Became != how+" "+more || !reflect.DeepEqual(report.Parse(x.Why), o.Words) {
					t.Errorf("%s, line %d: became %q, %q", name, i+1, x.Became, x.Why)
				}
			}
		}
	}
}

func TestReadRefuses(t *testing.T) {
	good := string(render(t, documents()["whole"]))
	for name, file := range map[string]string{
		"cut off":        good[:len(good)/2],
		"other JSON":     `{"a": 1}`,
		"a list":         `[1, 2]`,
		"newer":          strings.Replace(good, `"version": 1`, `"version": 9`, 1),
		"no version":     strings.Replace(good, `"version": 1,`, "", 1),
		"another field":  strings.Replace(good, `"profile"`, `"culprit": "Priya", "profile"`, 1),
		"another kind":   strings.Replace(good, `"effect"`, `"root cause"`, 1),
		"far away":       strings.Replace(good, `"minutes": 14`, `"minutes": 99999999999`, 1),
		"no line":        `{"format":"firsthand account","version":1,"statement":"","profile":"role","lines":[]}`,
		"broken letters": strings.Replace(good, "host", "h\xffst", 1),
	} {
		_, err := Read([]byte(file))
		var not *report.NotReleased
		if !errors.As(err, &not) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestViewsFindWhatIsEscaped(t *testing.T) {
	file := `{"a": "\u0050riya1", "\u0050riya2": 4915112345678, "b": "x **Pri**ya3 &#80;riya4\n<!-- Priya5 -->", "c": "[x](https://Priya6)", "d": ["\u0050riya7\u0000"]}`
	views, err := Renderer{}.Views([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Priya1", "Priya2", "Priya3", "Priya4", "Priya5", "Priya6", "Priya7", "4915112345678"} {
		found := false
		for _, v := range views[1:] {
			found = found || strings.Contains(v.Text, want)
		}
		if !found {
			t.Errorf("%s is in no view but the source", want)
		}
	}
	for _, bad := range []string{"", "{", `{"a": 1} x`, "\xff"} {
		if v, err := (Renderer{}).Views([]byte(bad)); err == nil && bad != "" {
			t.Errorf("%q was read: %v", bad, v)
		}
	}
}

// The two formats of one release read back as the same lines.
func TestReadsAsMarkdownReads(t *testing.T) {
	for _, name := range example.Names {
		d := example.Document(name)
		md, err := markdown.Renderer{}.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		a, err := markdown.Read(md)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		b, err := Read(render(t, d))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		slices.SortFunc(a.Lines, func(x, y report.ReleasedLine) int { return x.Number - y.Number })
		if a.Name != b.Name || len(a.Lines) != len(b.Lines) {
			t.Fatalf("%s: %q with %d lines, %q with %d", name, a.Name, len(a.Lines), b.Name, len(b.Lines))
		}
		for i, x := range a.Lines {
			y := b.Lines[i]
			x.Text, y.Text = markdown.Text([]byte(x.Text)), markdown.Text([]byte(y.Text))
			x.Why, y.Why = markdown.Text([]byte(x.Why)), markdown.Text([]byte(y.Why))
			if x != y {
				t.Errorf("%s, line %d: Markdown %+v, JSON %+v", name, i+1, x, y)
			}
		}
	}
}

// What leaves as JSON is what leaves as Markdown: every text of one stands in the other.
func TestSameContentAsMarkdown(t *testing.T) {
	for name, d := range documents() {
		md, err := markdown.Renderer{}.Render(d)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(render(t, d))
		if err != nil {
			t.Fatal(err)
		}
		seen := strings.Join(strings.Fields(markdown.Text(md)), " ")
		for _, l := range got.Lines {
			if want := strings.Join(strings.Fields(markdown.Text([]byte(l.Text))), " "); !strings.Contains(seen, want) {
				t.Errorf("%s: %q is not in the Markdown", name, want)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, d := range documents() {
		f.Add(render(f, d))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		_, _ = Renderer{}.Views(file)
		got, err := Read(file)
		var not *report.NotReleased
		if err != nil && !errors.As(err, &not) || err == nil && len(got.Lines) == 0 {
			t.Errorf("%v, %+v", err, got)
		}
	})
}
