package coach

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestRules runs the examples that stand beside every rule.
func TestRules(t *testing.T) {
	ids := map[string]bool{}
	for i := range rules() {
		u := &rules()[i]
		if ids[u.id] || !slices.Contains(Kinds, u.kind) || len(u.finds) == 0 || len(u.leaves) == 0 {
			t.Errorf("%s: needs an id and a kind of its own, true and false examples", u.id)
		}
		ids[u.id] = true
		for _, example := range u.finds {
			text, want := example, ""
			if before, rest, ok := strings.Cut(example, "⟦"); ok {
				want, rest, _ = strings.Cut(rest, "⟧")
				text = before + want + rest
			}
			if got := u.foundIn(text); !slices.Contains(got, want) {
				t.Errorf("%s: in %q found %q, want %q", u.id, text, got, want)
			}
			if !slices.ContainsFunc(Remarks(text), func(r Remark) bool { return r.Kind == u.kind }) {
				t.Errorf("%s: %q has no remark of its kind: %v", u.id, text, Remarks(text))
			}
		}
		for _, text := range u.leaves {
			if got := u.foundIn(text); got != nil {
				t.Errorf("%s: in %q found %q, want nothing", u.id, text, got)
			}
		}
	}
}

// foundIn is what a rule finds in a text.
func (u *rule) foundIn(text string) []string {
	var out []string
	rules()
	for _, s := range sentences(text) {
		if len(u.says) > 0 || u.cued(s.lower) {
			for _, m := range u.matches(s) {
				out = append(out, text[s.start+m[0]:s.start+m[1]])
			}
		}
	}
	return out
}

// labelled are sentences with the kind of remark that they call for, "-" for none.
func labelled(t *testing.T, file string) (kinds []Kind, texts []string) {
	t.Helper()
	f, err := os.Open("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if kind, text, ok := strings.Cut(s.Text(), "\t"); ok && !strings.HasPrefix(kind, "#") {
			kinds, texts = append(kinds, Kind(kind)), append(texts, text)
		}
	}
	return kinds, texts
}

// TestSentences holds the rates on the labelled sentences. All of them have been read since they were first scored, so
// these rates are floors against getting worse; what the coach does on new sentences is measured with new ones.
func TestSentences(t *testing.T) {
	for _, set := range []struct {
		file              string
		precision, recall float64
	}{
		{"sentences.txt", 0.98, 0.98},
		{"unread.txt", 0.98, 0.98},
		{"constructions.txt", 0.98, 0.97},
	} {
		kinds, texts := labelled(t, set.file)
		var hit, flagged, wanted, right int
		missed := map[Kind]int{}
		for i, text := range texts {
			rs := Remarks(text)
			if len(rs) > 0 {
				flagged++
			}
			switch {
			case kinds[i] == "-" && len(rs) > 0:
				t.Logf("false: %s %q: %s", rs[0].Rule, text[rs[0].Start:rs[0].End], text)
			case kinds[i] != "-" && len(rs) == 0:
				missed[kinds[i]]++
				t.Logf("missed: %s: %s", kinds[i], text)
			case kinds[i] != "-":
				hit++
				if slices.ContainsFunc(rs, func(r Remark) bool { return r.Kind == kinds[i] }) {
					right++
				} else {
					t.Logf("other kind: %s, want %s: %s", rs[0].Rule, kinds[i], text)
				}
			}
			if kinds[i] != "-" {
				wanted++
			}
		}
		precision, recall := float64(hit)/float64(max(1, flagged)), float64(hit)/float64(max(1, wanted))
		t.Logf("%s: precision %.3f, recall %.3f, kind right %d of %d, missed by kind %v", set.file, precision, recall, right, hit, missed)
		if precision < set.precision || recall < set.recall {
			t.Errorf("%s: precision %.3f and recall %.3f, want %.2f and %.2f", set.file, precision, recall, set.precision, set.recall)
		}
	}
}

// FuzzRemarks: any bytes give remarks within the text, in order, apart, on rune boundaries, with a question.
func FuzzRemarks(f *testing.F) {
	for _, file := range []string{"sentences.txt"} {
		b, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("I should have \xff\xc3")
	f.Add("```\nI should have known.\n```\n“We should have„ known’ it. Ich hätte Ä\xc3 sollen")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, r := range Remarks(text) {
			if r.Start < last || r.End <= r.Start || r.End > len(text) {
				t.Fatalf("%v in %d bytes after %d", r, len(text), last)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[r.Start:r.End]) {
				t.Fatalf("%q cuts a letter", text[r.Start:r.End])
			}
			if r.Question(English) == "" || r.Question(German) == "" {
				t.Fatalf("%v asks nothing", r)
			}
			last = r.End
		}
	})
}
