package app

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/coach"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/redact/indirect"
	"firsthand/internal/report"
)

var update = flag.Bool("update", false, "rewrite the files that are made from Go")

// wireFile is the page's side of what crosses.
const wireFile = "../frontend/src/wire.ts"

// words are the string types that have a closed set of values.
var words = map[reflect.Type][]string{
	reflect.TypeFor[VaultState]():        {string(NoVault), string(Locked), string(Open)},
	reflect.TypeFor[journal.State]():     {string(journal.Open), string(journal.Told), string(journal.Released), string(journal.Kept)},
	reflect.TypeFor[journal.Kind]():      append([]string{""}, strs(journal.Kinds)...),
	reflect.TypeFor[journal.Share]():     {string(journal.Private), string(journal.Background), string(journal.Shared)},
	reflect.TypeFor[journal.Certainty](): {"", string(journal.Exact), string(journal.Approximate), string(journal.Doubtful)},
	reflect.TypeFor[journal.What]():      append([]string{""}, strs(journal.Whats)...),
	reflect.TypeFor[journal.Night]():     {string(journal.NightByClock), string(journal.NightOn), string(journal.NightOff)},
	reflect.TypeFor[report.Paper]():      {string(report.A4), string(report.Letter)},
	reflect.TypeFor[journal.Format]():    {string(journal.PDF), string(journal.Markdown), string(journal.JSON)},
	reflect.TypeFor[redact.Kind]():       append([]string{""}, strs(redact.Kinds)...),
	reflect.TypeFor[redact.Profile]():    {string(redact.Named), string(redact.ByRole), string(redact.Generalised)},
	reflect.TypeFor[redact.Action]():     {"", string(redact.Hide), string(redact.Keep), string(redact.As)},
	reflect.TypeFor[redact.Treatment](): {string(redact.Replace), string(redact.Generalise), string(redact.Withhold),
		string(redact.Kept), string(redact.Undecided)},
	reflect.TypeFor[indirect.Kind]():      strs(indirect.Kinds),
	reflect.TypeFor[redact.Class]():       append([]string{""}, strs(redact.Classes)...),
	reflect.TypeFor[home.Level]():         {string(home.None), string(home.Poor), string(home.Fair), string(home.Good), string(home.Strong)},
	reflect.TypeFor[home.Matter]():        {string(home.Unreadable), string(home.DiskFull), string(home.CannotWrite), string(home.BadDisk)},
	reflect.TypeFor[Theme]():              {string(SystemTheme), string(LightTheme), string(DarkTheme)},
	reflect.TypeFor[Language]():           {string(SystemLanguage), string(English), string(German)},
	reflect.TypeFor[coach.Kind]():         strs(coach.Kinds),
	reflect.TypeFor[Rule]():               redact.Rules(),
	reflect.TypeFor[home.Part]():          strs(home.Parts),
	reflect.TypeFor[BackupTrouble]():      strs(BackupTroubles),
	reflect.TypeFor[journal.Field]():      fields(),
	reflect.TypeFor[journal.Shape]():      {string(journal.InWords), string(journal.OneOf), string(journal.SomeOf), string(journal.InHours), string(journal.AtATime)},
	reflect.TypeFor[journal.Type]():       append([]string{""}, strs(journal.Types)...),
	reflect.TypeFor[journal.Relation]():   strs(journal.Relations),
	reflect.TypeFor[journal.Met]():        append([]string{""}, strs(journal.Mets)...),
	reflect.TypeFor[journal.Side]():       {string(journal.Mine), string(journal.Happened)},
	reflect.TypeFor[journal.Stage]():      append([]string{""}, strs(journal.Stages)...),
	reflect.TypeFor[journal.RecallMove](): {string(journal.RecallBegin), string(journal.RecallOn), string(journal.RecallBack), string(journal.RecallEnd)},
	reflect.TypeFor[journal.LaterIs]():    {string(journal.Added), string(journal.Reworded), string(journal.TakenOut)},
	reflect.TypeFor[journal.DiffIs]():     {string(journal.Same), string(journal.Before), string(journal.After)},
	reflect.TypeFor[LessonSort]():         offered(journal.FieldLearned),
	reflect.TypeFor[Holds]():              offered(journal.FieldHolds),
	reflect.TypeFor[OnCall]():             append([]string{""}, strs(journal.OnCalls)...),
	reflect.TypeFor[WireChoice]():         choices(),
	reflect.TypeFor[Stop]():               {string(Ready), string(Nothing), string(Undecided), string(Leak), string(Overfull), string(Undrawable)},
}

// choices are all that a question offers, in order of first appearance.
func choices() []string {
	var all []string
	seen := map[journal.Choice]bool{}
	for _, q := range journal.Questions {
		for _, c := range q.Offered() {
			if !seen[c] {
				seen[c] = true
				all = append(all, string(c))
			}
		}
	}
	return all
}

// offered are the choices of one field, and that nobody said.
func offered(f journal.Field) []string {
	q, _ := journal.QuestionOf(f)
	return append([]string{""}, strs(q.Offered())...)
}

func fields() (out []string) {
	for _, q := range journal.Questions {
		out = append(out, string(q.Field))
	}
	return out
}

func strs[T ~string](in []T) (out []string) {
	for _, s := range in {
		out = append(out, string(s))
	}
	return out
}

// TestWireFileIsCurrent compares wire.ts with the bound methods and the types they speak in.
func TestWireFileIsCurrent(t *testing.T) {
	want := wire()
	if *update {
		if err := os.WriteFile(wireFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(wireFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what package app says; renew it by: make wire", wireFile)
	}
}

// wire writes TypeScript: the structures in the order in which the methods need them, then the methods.
func wire() string {
	w := &wireWriter{seen: map[reflect.Type]bool{}}
	var methods strings.Builder
	for _, bound := range New(Options{}, nil).Bound() {
		t := reflect.TypeOf(bound)
		fmt.Fprintf(&methods, "  %s: {\n", t.Elem().Name())
		for i := range t.NumMethod() {
			m := t.Method(i)
			var in []string
			for j := 1; j < m.Type.NumIn(); j++ {
				in = append(in, fmt.Sprintf("arg%d: %s", j, w.name(m.Type.In(j))))
			}
			out := "void"
			if m.Type.NumOut() == 2 {
				out = w.name(m.Type.Out(0))
			}
			fmt.Fprintf(&methods, "    %s(%s): Promise<%s>\n", m.Name, strings.Join(in, ", "), out)
		}
		methods.WriteString("  }\n")
	}
	var codes []string
	for _, f := range append(slices.Clone(failures), struct {
		is error
		Failure
	}{Failure: internal}) {
		if quoted := "'" + f.Code + "'"; !slices.Contains(codes, quoted) {
			codes = append(codes, quoted)
		}
	}
	return "// Made from package app; renew it by: make wire\n" +
		w.structs.String() +
		"\n/** What Go refuses with. */\nexport const codes = [\n  " + strings.Join(codes, ",\n  ") + ",\n] as const\n" +
		"export type Code = (typeof codes)[number]\n" +
		fmt.Sprintf("\n/** The longest text of one line, in bytes of UTF-8. */\nexport const maxText = %d\n", journal.MaxText) +
		"\n/** The bound methods, as Wails puts them at window.go.app. */\nexport interface Bound {\n" + methods.String() + "}\n"
}

type wireWriter struct {
	seen    map[reflect.Type]bool
	structs strings.Builder
}

func (w *wireWriter) name(t reflect.Type) string {
	if values, ok := words[t]; ok {
		return w.union(t, values)
	}
	switch t.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "boolean"
	case reflect.Int, reflect.Float64:
		return "number"
	case reflect.Slice:
		return w.name(t.Elem()) + "[]"
	case reflect.Struct:
		w.structure(t)
		return t.Name()
	}
	panic("wire: no TypeScript for " + t.String())
}

// renamed are the names of types whose name in Go another package has too.
var renamed = map[reflect.Type]string{
	reflect.TypeFor[redact.Kind]():   "FindingKind",
	reflect.TypeFor[coach.Kind]():    "RemarkKind",
	reflect.TypeFor[indirect.Kind](): "IndirectKind",
	reflect.TypeFor[redact.Class]():  "FindingClass",
	reflect.TypeFor[redact.Action](): "Deciding",
	reflect.TypeFor[WireChoice]():    "Choice",
	reflect.TypeFor[journal.Stage](): "RecallStage",
}

// union writes a closed set of words under its name in Go, and returns that name.
func (w *wireWriter) union(t reflect.Type, values []string) string {
	name := t.Name()
	if other := renamed[t]; other != "" {
		name = other
	}
	if !w.seen[t] {
		w.seen[t] = true
		fmt.Fprintf(&w.structs, "\nexport type %s =\n  | '%s'\n", name, strings.Join(values, "'\n  | '"))
	}
	return name
}

func (w *wireWriter) structure(t reflect.Type) {
	if w.seen[t] {
		return
	}
	w.seen[t] = true
	var fields strings.Builder
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Fprintf(&fields, "  %s: %s\n", f.Tag.Get("json"), w.name(f.Type))
	}
	fmt.Fprintf(&w.structs, "\nexport interface %s {\n%s}\n", t.Name(), fields.String())
}
