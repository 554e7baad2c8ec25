package redact

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

// A markedSpan is a span of an account in testdata: what identifies (with its type), or what must stay (keep).
type markedSpan struct {
	start, end int
	kind       string
	text       string
}

// unmark strips the marks ⟦type|text⟧ and ⟪keep|text⟫ of an account, and the pair that splits secrets.
func unmark(s string) (string, []markedSpan) {
	s = strings.ReplaceAll(s, "‹›", "")
	var b strings.Builder
	var spans []markedSpan
	for {
		i := strings.IndexAny(s, "⟦⟪")
		if i < 0 {
			b.WriteString(s)
			return b.String(), spans
		}
		b.WriteString(s[:i])
		j := i + strings.IndexAny(s[i:], "⟧⟫")
		kind, text, _ := strings.Cut(s[i+len("⟦"):j], "|")
		spans = append(spans, markedSpan{b.Len(), b.Len() + len(text), kind, text})
		b.WriteString(text)
		s = s[j+len("⟧"):]
	}
}

// A nameScore counts what happened to names.
type nameScore struct {
	people, peopleHeld, peopleSure int // marked; of them hidden or asked; certain
	names, namesHeld               int // org, team, place, codename
	sure, sureRight                int // certain findings of these kinds; of them marked
	asked, askedWrong, words       int // words asked about; of them marked by nobody
	traps, trapsHidden             int
	split, merged, groups          int
	log                            []string
}

func (s *nameScore) note(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

// scoreNames judges findings and entities of one account against its marks.
func scoreNames(name, plain string, spans []markedSpan, fs []Finding, groups accountGroups) nameScore {
	var s nameScore
	s.words = len(strings.Fields(plain))
	byte2gold := make([]int, len(plain))
	for i, sp := range spans {
		if sp.kind == "keep" {
			continue
		}
		for k := sp.start; k < sp.end; k++ {
			byte2gold[k] = i + 1
		}
	}
	any, sure := make([]bool, len(plain)), make([]bool, len(plain))
	for _, f := range fs {
		for k := f.Start; k < f.End; k++ {
			any[k] = true
			sure[k] = sure[k] || f.Certain
		}
	}
	all := func(b []bool, sp markedSpan) bool {
		for k := sp.start; k < sp.end; k++ {
			if !b[k] && plain[k] != ' ' && plain[k] != '@' && plain[k] != '#' {
				return false
			}
		}
		return true
	}
	for _, sp := range spans {
		switch sp.kind {
		case "keep":
			s.traps++
			for k := sp.start; k < sp.end; k++ {
				if sure[k] {
					s.trapsHidden++
					s.note("TRAP %s", sp.text)
					break
				}
			}
		case "person":
			s.people++
			if all(any, sp) {
				s.peopleHeld++
			} else {
				s.note("LEAK person %q in %q", sp.text, around(plain, sp))
			}
			if all(sure, sp) {
				s.peopleSure++
			} else {
				s.note("not certain: %q in %q", sp.text, around(plain, sp))
			}
		case "org", "team", "place", "codename":
			s.names++
			if all(any, sp) {
				s.namesHeld++
			} else {
				s.note("LEAK %s %q in %q", sp.kind, sp.text, around(plain, sp))
			}
		}
	}
	askedWords := map[string]bool{}
	for _, f := range fs {
		if !named(f.Kind) && f.Kind != Role {
			continue
		}
		hit := false
		for k := f.Start; k < f.End; k++ {
			hit = hit || byte2gold[k] > 0
		}
		text := plain[f.Start:f.End]
		at := around(plain, markedSpan{start: f.Start, end: f.End})
		if f.Kind == Role {
			continue
		}
		if f.Certain {
			s.sure++
			if hit {
				s.sureRight++
			} else {
				s.note("FALSE certain %s %q (%s) in %q", f.Kind, text, f.Rule, at)
			}
		} else if key := foldName(text); !askedWords[key] {
			askedWords[key] = true
			s.asked++
			if !hit {
				s.askedWrong++
				s.note("asked for nothing: %s %q (%s) in %q", f.Kind, text, f.Rule, at)
			}
		}
	}
	s.consistency(plain, spans, fs, groups)
	return s
}

func around(plain string, sp markedSpan) string {
	return strings.ReplaceAll(plain[max(0, sp.start-20):min(len(plain), sp.end+20)], "\n", "⏎")
}

type accountGroups struct {
	Groups []struct {
		Type  string   `json:"type"`
		Forms []string `json:"forms"`
	} `json:"groups"`
	Distinct [][2]string `json:"distinct"`
}

func (s *nameScore) consistency(plain string, spans []markedSpan, fs []Finding, groups accountGroups) {
	names := map[string]map[EntityID]bool{}
	for _, sp := range spans {
		if sp.kind == "keep" {
			continue
		}
		best, most := EntityID(""), 0
		for _, f := range fs {
			if n := min(f.End, sp.end) - max(f.Start, sp.start); n > most {
				best, most = f.Entity, n
			}
		}
		if most > 0 {
			if names[sp.text] == nil {
				names[sp.text] = map[EntityID]bool{}
			}
			names[sp.text][best] = true
		}
	}
	for _, g := range groups.Groups {
		seen := map[EntityID]bool{}
		for _, f := range g.Forms {
			for id := range names[f] {
				seen[id] = true
			}
		}
		if len(seen) > 0 {
			s.groups++
		}
		if len(seen) > 1 {
			s.split++
			s.note("SPLIT %s", strings.Join(g.Forms, " / "))
		}
	}
	for _, d := range groups.Distinct {
		for id := range names[d[0]] {
			if names[d[1]][id] {
				s.merged++
				s.note("MERGED %s = %s", d[0], d[1])
			}
		}
	}
}

func readGroups(t *testing.T, path string) map[string]accountGroups {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Skip("no groups")
	}
	var g struct {
		Files map[string]accountGroups `json:"files"`
	}
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	return g.Files
}

// TestNamesInAccounts measures names on the marked accounts.
func TestNamesInAccounts(t *testing.T) {
	files, _ := filepath.Glob("testdata/accounts/*.txt")
	if dir := os.Getenv("ACCOUNTS"); dir != "" {
		files, _ = filepath.Glob(dir + "/*.txt")
	}
	sort.Strings(files)
	if len(files) == 0 {
		t.Skip("no accounts")
	}
	groups := readGroups(t, filepath.Join(filepath.Dir(files[0]), "GROUPS.json"))
	var sum nameScore
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		plain, spans := unmark(string(b))
		s := scoreNames(filepath.Base(file), plain, spans, Examine([]Source{{Text: plain}}, nil).Findings, groups[filepath.Base(file)])
		t.Logf("%-26s people %d/%d/%d names %d/%d sure %d/%d asked %d (%d) traps %d split %d merged %d", filepath.Base(file),
			s.people, s.peopleHeld, s.peopleSure, s.names, s.namesHeld, s.sureRight, s.sure, s.asked, s.askedWrong, s.trapsHidden, s.split, s.merged)
		for _, l := range s.log {
			t.Log("   ", l)
		}
		sum.people += s.people
		sum.peopleHeld += s.peopleHeld
		sum.peopleSure += s.peopleSure
		sum.names += s.names
		sum.namesHeld += s.namesHeld
		sum.sure += s.sure
		sum.sureRight += s.sureRight
		sum.asked += s.asked
		sum.askedWrong += s.askedWrong
		sum.words += s.words
		sum.traps += s.traps
		sum.trapsHidden += s.trapsHidden
		sum.split += s.split
		sum.merged += s.merged
		sum.groups += s.groups
	}
	t.Logf("people held %.3f auto %.3f | names held %.3f | precision %.3f | asked for nothing per 1000 words %.1f | traps %d/%d | split %d of %d merged %d",
		ratio(sum.peopleHeld, sum.people), ratio(sum.peopleSure, sum.people), ratio(sum.namesHeld, sum.names),
		ratio(sum.sureRight, sum.sure), 1000*ratio(sum.askedWrong, sum.words), sum.trapsHidden, sum.traps, sum.split, sum.groups, sum.merged)
	// Floors, so that a fall is noticed; what is aimed at is higher.
	if ratio(sum.peopleHeld, sum.people) < 0.97 || ratio(sum.peopleSure, sum.people) < 0.85 || ratio(sum.sureRight, sum.sure) < 0.95 || sum.merged > 0 {
		t.Error("names are found worse than they were")
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// identity is a reading of plain text in which nothing is hidden.
func identity(text string) *reading {
	r := &reading{src: text, text: text, areas: []area{{0, len(text), prose}}}
	for i := 0; i <= len(text); i++ {
		r.at, r.till = append(r.at, i), append(r.till, i+1)
	}
	return r
}
