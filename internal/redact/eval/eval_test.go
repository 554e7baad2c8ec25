package eval_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/redact"
	"firsthand/internal/redact/eval"
)

var (
	folder   = flag.String("accounts", "", "score the marked accounts of this folder, without floors")
	each     = flag.Bool("each", false, "print a line for each account")
	misses   = flag.Bool("misses", false, "print all that went wrong")
	update   = flag.Bool("update", false, "write what is reached as the new floors")
	findings = flag.String("findings", "", "folder to write the findings to, a file of JSON lines for each account")
	table    = flag.Bool("table", false, "print the table")
)

// The accounts of the project: those that other tests release as well, and some that are only scored.
const own, scored = "../testdata/accounts", "testdata/accounts"

func accounts(t *testing.T, dirs ...string) []eval.Account {
	t.Helper()
	var out []eval.Account
	for _, dir := range dirs {
		as, err := eval.Read(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, as...)
	}
	return out
}

// found is what the detector finds in an account.
func found(a eval.Account) []eval.Finding {
	out, _ := examined(a)
	return out
}

// examined is what the detector finds in an account, and what it asks about of what may be one thing.
func examined(a eval.Account) (out []eval.Finding, doubts []eval.Doubt) {
	s := redact.Examine([]redact.Source{{Text: a.Text}}, nil)
	for _, f := range s.Findings {
		out = append(out, eval.Finding{Start: f.Start, End: f.End, Kind: string(f.Kind), Certain: f.Certain, Entity: string(f.Entity), Rule: f.Rule})
	}
	for _, d := range s.Alike() {
		doubts = append(doubts, eval.Doubt{string(d.Entities[0]), string(d.Entities[1])})
	}
	return out, doubts
}

// TestFloors scores the detector on the accounts of the project and fails where a figure falls below floors.txt.
func TestFloors(t *testing.T) {
	dirs, w := []string{own, scored}, io.Discard
	if *folder != "" {
		dirs = []string{*folder}
	}
	if *table || *folder != "" {
		w = os.Stdout
	}
	var sum eval.Score
	if *each {
		fmt.Fprint(w, eval.Head)
	}
	for _, a := range accounts(t, dirs...) {
		fs, doubts := examined(a)
		s := a.Score(fs, doubts...)
		if *each {
			s.Line(w, a.Name)
		}
		sum.Add(s)
		if *findings != "" {
			if err := os.WriteFile(filepath.Join(*findings, strings.TrimSuffix(a.Name, ".txt")+".jsonl"), lines(t, fs), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if *each {
		fmt.Fprintln(w)
	}
	sum.Table(w)
	if *misses {
		sum.Misses(w)
	}
	if *folder != "" {
		return
	}
	if *update {
		if err := os.WriteFile("floors.txt", []byte(eval.Format(sum.Figures())), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile("floors.txt")
	if err != nil {
		t.Fatal(err)
	}
	floors, err := eval.ParseFloors(string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, fall := range floors.Falls(sum.Figures()) {
		t.Error(fall)
	}
}

// lines are findings as the reference reads them.
func lines(t *testing.T, fs []eval.Finding) []byte {
	t.Helper()
	var b []byte
	for _, f := range fs {
		line, err := json.Marshal(f)
		if err != nil {
			t.Fatal(err)
		}
		b = append(append(b, line...), '\n')
	}
	return b
}

// TestReference compares every count with the ones of testdata/score.py on the same findings, the detector's and some
// that are wrong in every way.
func TestReference(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 here to run the reference")
	}
	all := accounts(t, own, scored)
	t.Run("the detector's findings", func(t *testing.T) { compare(t, python, all, found) })
	t.Run("findings that are wrong", func(t *testing.T) { compare(t, python, all, wrong) })
}

// wrong is a detector that cuts marks short, hides traps, asks about every ninth word and mixes entities up.
func wrong(a eval.Account) []eval.Finding {
	var out []eval.Finding
	for i, m := range a.Marks {
		f := eval.Finding{Start: m.Start, End: m.End, Kind: m.Kind, Certain: i%3 != 0, Entity: fmt.Sprint(i % 5)}
		switch i % 4 {
		case 1:
			f.End = f.Start + (f.End-f.Start+1)/2
		case 2:
			f.Kind, f.Start = "date", max(0, f.Start-2)
		case 3:
			continue
		}
		out = append(out, f)
	}
	at := 0
	for i, w := range strings.Fields(a.Text) {
		at += strings.Index(a.Text[at:], w)
		if i%9 == 0 {
			out = append(out, eval.Finding{Start: at, End: at + len(w), Kind: "person", Certain: i%2 == 0, Entity: "w"})
		}
		at += len(w)
	}
	return out
}

func compare(t *testing.T, python string, all []eval.Account, detect func(eval.Account) []eval.Finding) {
	dir := t.TempDir()
	marked, given := filepath.Join(dir, "accounts"), filepath.Join(dir, "findings")
	groups := map[string]any{}
	ours := map[string]eval.Score{}
	for _, d := range []string{marked, given} {
		if err := os.Mkdir(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	put := func(path string, b []byte) {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range all {
		source, err := os.ReadFile(filepath.Join(own, a.Name))
		if errors.Is(err, fs.ErrNotExist) {
			source, err = os.ReadFile(filepath.Join(scored, a.Name))
		}
		if err != nil {
			t.Fatal(err)
		}
		put(filepath.Join(marked, a.Name), source)
		fs := detect(a)
		put(filepath.Join(given, strings.TrimSuffix(a.Name, ".txt")+".jsonl"), lines(t, fs))
		ours[a.Name] = a.Score(fs)
		groups[a.Name] = map[string]any{"groups": a.Groups, "distinct": append([][2]string{}, a.Distinct...)}
	}
	b, err := json.Marshal(map[string]any{"files": groups})
	if err != nil {
		t.Fatal(err)
	}
	put(filepath.Join(marked, "GROUPS.json"), b)
	script, err := os.ReadFile("testdata/score.py")
	if err != nil {
		t.Fatal(err)
	}
	put(filepath.Join(dir, "score.py"), script)
	out, err := exec.Command(python, filepath.Join(dir, "score.py"), "score", marked, given, "--json", "--ignore-types", strings.Join(eval.Uncounted, ",")).Output()
	if err != nil {
		t.Fatal(err)
	}
	var theirs []struct {
		File                               string
		Words, Gold, Found, Sure, Keep     int
		Certain, Questions, Groups, Pairs  int
		Plain_bytes, Plain_hidden          int
		Per                                map[string][3]int
		Leaks, False, Traps, Split, Merged []json.RawMessage
	}
	if err := json.Unmarshal(out, &theirs); err != nil {
		t.Fatal(err)
	}
	if len(theirs) != len(all) {
		t.Fatalf("the reference scored %d of %d accounts", len(theirs), len(all))
	}
	for _, r := range theirs {
		s := ours[r.File]
		want := []int{r.Words, r.Gold, r.Found, r.Sure, r.Keep, len(r.Traps), r.Certain, r.Certain - len(r.False), r.Questions,
			r.Plain_bytes, r.Plain_hidden, r.Groups, len(r.Split), r.Pairs, len(r.Merged), len(r.Leaks)}
		got := []int{s.Words, s.All.Gold, s.All.Found, s.All.Sure, s.Traps, s.Shut, s.All.Certain, s.All.Right, s.Questions,
			s.Outside, s.Hidden, s.Groups, s.Split, s.Pairs, s.Merged, len(s.Leaks)}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%s: words, marks, found, sure, traps, hidden, certain, right, questions, outside, hidden, groups, split, pairs, merged, leaks:\n got %v\nwant %v", r.File, got, want)
		}
		for class, c := range r.Per {
			if o := s.Per[class]; o == nil || [3]int{o.Gold, o.Found, o.Sure} != c {
				t.Errorf("%s: %s: got %+v, want %v", r.File, class, o, c)
			}
		}
	}
}

// TestParse says what is not well marked.
func TestParse(t *testing.T) {
	plain, marks, err := eval.Parse("a ⟦person|Zoë⟧ and ⟪keep|Rust⟫ b‹›c")
	if err != nil || plain != "a Zoë and Rust bc" || fmt.Sprint(marks) != "[{2 6 person Zoë} {11 15 keep Rust}]" {
		t.Errorf("%q %v %v", plain, marks, err)
	}
	for _, bad := range []string{"⟦person|Zoë", "Zoë⟧", "⟦person|Zoë⟫", "⟦person|Z⟪keep|o⟫ë⟧", "⟦person|⟧", "⟦person|Zoë ⟧"} {
		if _, _, err := eval.Parse(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}

// TestFalls: a fall is told, a rise and the very floor are not; a figure that nobody measures any more is a fall.
func TestFalls(t *testing.T) {
	figures := []eval.Figure{{Name: "person found", Value: 97.9}, {Name: "things split", Value: 0.3, Most: true}}
	same, err := eval.ParseFloors(eval.Format(figures))
	if err != nil || len(same.Falls(figures)) != 0 {
		t.Errorf("%v %v", same.Falls(figures), err)
	}
	for text, falls := range map[string]int{
		"person found >= 98\nthings split <= 0.3":                 1,
		"person found >= 90 # aim 98\nthings split <= 0.2":        1,
		"person found >= 90":                                      1,
		"person found >= 90\nthings split <= 1\nhost found >= 90": 1,
		"person found >= 90\nthings split <= 1":                   0,
	} {
		floors, err := eval.ParseFloors(text)
		if got := floors.Falls(figures); err != nil || len(got) != falls {
			t.Errorf("%q: %v %v", text, got, err)
		}
	}
	if _, err := eval.ParseFloors("person found 98"); err == nil {
		t.Error("a floor without a bound is taken")
	}
}
