package indirect

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"firsthand/internal/redact/eval"
)

// TestRules runs the examples that stand beside every rule, the rule alone.
func TestRules(t *testing.T) {
	for k := range rules {
		r := &rules[k]
		if len(r.finds) == 0 || len(r.leaves) == 0 {
			t.Errorf("%s %s: needs true and false examples", r.kind, r.cues)
		}
		if r.say == "" {
			t.Errorf("%s %s: says nothing that could stand for it", r.kind, r.cues)
		}
		for _, example := range r.finds {
			text, want := unmarked(example)
			if got := alone(k, text); strings.Join(got, "|") != strings.Join(want, "|") {
				t.Errorf("%s: in %q found %q, want %q", r.kind, text, got, want)
			}
		}
		for _, text := range r.leaves {
			if got := alone(k, text); got != nil {
				t.Errorf("%s: in %q found %q", r.kind, text, got)
			}
		}
	}
}

func unmarked(example string) (text string, want []string) {
	for {
		before, rest, ok := strings.Cut(example, "⟦")
		text += before
		if !ok {
			return text, want
		}
		inside, after, _ := strings.Cut(rest, "⟧")
		text, want, example = text+inside, append(want, inside), after
	}
}

// alone is what one rule finds in a text, by its cues.
func alone(k int, text string) (found []string) {
	f := finder{lines: []Line{{Text: text}}, seen: map[string]bool{}, count: map[Kind]int{}}
	f.line(0, hintsIn(text, &rules[k]))
	for _, q := range f.found {
		found = append(found, q.Words)
	}
	return found
}

// TestSentences counts what is asked about the sentences of testdata: those that the rules were tuned on, and those
// that were held out.
func TestSentences(t *testing.T) {
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var score [2]struct{ marks, found, asked, wrong int }
	n := 0
	for line := range strings.Lines(string(b)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		held := (n + 1) % 2
		s := &score[held]
		text, marks, err := eval.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		qs := Find([]Line{{Text: text}}, nil)
		for _, m := range marks {
			s.marks++
			hit := false
			for _, q := range qs {
				hit = hit || string(q.Kind) == m.Kind && q.Start < m.End && m.Start < q.End
			}
			if hit {
				s.found++
			} else if held == 0 {
				t.Logf("not asked: %s %q", m.Kind, text)
			}
		}
		for _, q := range qs {
			s.asked++
			right := false
			for _, m := range marks {
				right = right || q.Start < m.End && m.Start < q.End
			}
			if !right {
				s.wrong++
				if held == 0 {
					t.Logf("asked for nothing: %s %q in %q", q.Kind, q.Words, text)
				}
			}
		}
	}
	for i, what := range []string{"tuned on", "held out"} {
		s := score[i]
		t.Logf("%s: %d of %d marks asked about, %d of %d questions about nothing", what, s.found, s.marks, s.wrong, s.asked)
		if s.found*100 < s.marks*95 || s.wrong*100 > s.asked*3 {
			t.Errorf("%s: fell", what)
		}
	}
	if n < 120 {
		t.Errorf("%d sentences are too few to tell", n)
	}
}

// TestFew: no question comes twice, no kind more than three times, and all together are few; what is answered makes room.
func TestFew(t *testing.T) {
	var lines []Line
	for i := range 9 {
		lines = append(lines, Line{Text: fmt.Sprintf("I asked our only DBA. We lost %d,233 orders. It was election night, I had a fever, my wife called, "+
			"Engineer A speaks Polish and sits on the third floor. She wrote \"it is getting worse by the minute\" twice.", 12+i)})
	}
	qs := Find(lines, nil)
	count, seen := map[Kind]int{}, map[string]bool{}
	for _, q := range qs {
		if count[q.Kind]++; count[q.Kind] > most || seen[q.Key()] {
			t.Errorf("once more: %s %q", q.Kind, q.Words)
		}
		seen[q.Key()] = true
		if got := lines[q.Line].Text[q.Start:q.End]; got != q.Words || q.With == "" || q.With == q.Words {
			t.Errorf("%q stands where %q should, with %q", got, q.Words, q.With)
		}
	}
	if len(qs) > mostHere || count[Figure] != most || count[Role] != 1 {
		t.Errorf("%d questions: %v", len(qs), count)
	}
	for _, q := range Find(lines, seen) {
		if seen[q.Key()] || q.Kind != Figure {
			t.Errorf("asked again: %s %q", q.Kind, q.Words)
		}
	}
}

// TestOwn: nothing is asked about words that are not the author's, such as what stands for something hidden.
func TestOwn(t *testing.T) {
	text := "Our only DBA and the intern were there."
	own := [][2]int{{12, len(text)}}
	if qs := Find([]Line{{Text: text, Own: own}}, nil); len(qs) != 1 || qs[0].Words != "the intern" {
		t.Errorf("%+v", qs)
	}
	if qs := Find([]Line{{Text: text, Own: [][2]int{}}}, nil); len(qs) != 0 {
		t.Errorf("%+v", qs)
	}
}

// TestWith says what the suggestions are where one answer does not fit all.
func TestWith(t *testing.T) {
	for text, want := range map[string]string{
		"We lost 4,217,933 payments.":                             "about 4 million",
		"At the peak 18,432 users waited.":                        "about 20,000",
		"It cost $183,400.":                                       "a six-figure sum",
		"Es kostete 2,37 Millionen Euro.":                         "ein siebenstelliger Betrag",
		"Es fehlten 48.213 Buchungen.":                            "etwa 50.000",
		"Faltaban 1.284.551 pedidos.":                             "cerca de un millón de",
		"Engineer A said \"sure, go ahead with it\".":             "they agreed",
		"Engineer A asked “is this the right shard?”":             "they asked about it",
		"The log said \"LedgerError: batch 88213377 timed out\".": "an error message about a timeout",
		"I had drained it, and she was glad.":                     "they were",
		"Her screen went dark.":                                   "Their screen",
		"I asked her.":                                            "asked them",
		"So he goes on.":                                          "they go",
		"La stagiaire a vu.":                                      "Quelqu'un de l'équipe",
	} {
		qs := Find([]Line{{Text: text}}, nil)
		if len(qs) != 1 || qs[0].With != want {
			t.Errorf("%q: %+v, want %q", text, qs, want)
		}
	}
}

// TestMemory: what is kept of lines never shows, whichever of them change, are answered or stand for something found.
func TestMemory(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 9))
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	pool := strings.Split(strings.NewReplacer("⟦", "", "⟧", "").Replace(string(b)), "\n")
	lines := make([]Line, 40)
	answered := map[string]bool{}
	asked := 0
	var m Memory
	for step := range 60 {
		for range 1 + random.IntN(3) {
			l := Line{Text: pool[random.IntN(len(pool))]}
			if random.IntN(3) == 0 {
				l.Own = [][2]int{{0, len(l.Text) / 2}}
			}
			lines[random.IntN(len(lines))] = l
		}
		want, got := Find(lines, answered), m.Find(lines, answered)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("step %d: %+v, and of the same lines seen for the first time %+v", step, got, want)
		}
		if asked += len(want); len(want) > 0 && random.IntN(4) == 0 {
			answered[want[0].Key()] = true
		}
	}
	if asked == 0 {
		t.Error("nothing was asked")
	}
}

// FuzzFind: whatever is written, nothing panics, and every question stands within one stretch of the author's words, on
// rune boundaries.
func FuzzFind(f *testing.F) {
	for _, text := range []string{"our *only* DBA\nsaid “go ahead, I trust you”", "```\npanic: 12345 x\n```", "\xff\xfeshe\xc2", "$183,400.", "1,2,3,4,5", "«»„“\"", "It cost 9999999999999999 dollars"} {
		f.Add(text, 3, 9)
	}
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		lines := []Line{{Text: text}, {Text: text + " " + text}}
		if a >= 0 && a <= b && b <= len(text) {
			lines[0].Own = [][2]int{{a, b}}
		}
		for _, q := range Find(lines, nil) {
			l := lines[q.Line]
			if q.Start >= q.End || l.Text[q.Start:q.End] != q.Words || !l.owns(q.Start, q.End) {
				t.Fatalf("%+v", q)
			}
			if utf8.ValidString(text) && (q.Start > 0 && !utf8.RuneStart(l.Text[q.Start]) || q.End < len(l.Text) && !utf8.RuneStart(l.Text[q.End])) {
				t.Fatalf("%+v is cut", q)
			}
		}
	})
}

// One amount that is written in several ways is one question, and one answer changes all of it.
func TestOneAmountIsOneQuestion(t *testing.T) {
	lines := []Line{{Text: "It lost 1,204,000 orders that night."}, {Text: "I saw 1204000 on the board, later 1.204M orders and 1,204,301 rows."}, {Text: "```\nrows 1'204'000\n```"}}
	qs := Find(lines, nil)
	var also []string
	for _, c := range qs[0].Also {
		also = append(also, c.Words+" -> "+c.With)
	}
	if len(qs) != 2 || qs[0].Words != "1,204,000" || strings.Join(also, "; ") != "1204000 -> about 1 million; 1.204M -> about 1 million; 1'204'000 -> about 1 million" {
		t.Fatalf("%d questions: %+v", len(qs), qs)
	}
	if left := Find(lines, map[string]bool{Key(Figure, "1204000"): true}); len(left) != 1 || left[0].Words != "1,204,301" {
		t.Errorf("left in one writing, asked about in another: %+v", left)
	}
}
