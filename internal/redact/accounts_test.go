package redact_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"firsthand/internal/redact"
)

var dump = flag.String("findings", "", "folder to write the findings to, a file of JSON lines for each account")

// An account is a text with marks: ⟦type|text⟧ identifies, ⟪keep|text⟫ must not be hidden by a certain finding.
type account struct {
	name  string
	plain string
	gold  []mark
	keep  []mark
}

type mark struct {
	start, end int
	kind, text string
}

func readAccounts(t *testing.T) []account {
	t.Helper()
	paths, err := filepath.Glob("testdata/accounts/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no accounts", err)
	}
	var out []account
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		a := account{name: strings.TrimSuffix(filepath.Base(p), ".txt")}
		rest := strings.ReplaceAll(string(b), "‹›", "")
		for {
			i := strings.IndexAny(rest, "⟦⟪")
			if i < 0 {
				a.plain += rest
				break
			}
			a.plain += rest[:i]
			keep := strings.HasPrefix(rest[i:], "⟪")
			j := i + strings.IndexAny(rest[i:], "⟧⟫")
			kind, text, _ := strings.Cut(rest[i+len("⟦"):j], "|")
			m := mark{len(a.plain), len(a.plain) + len(text), kind, text}
			if keep {
				a.keep = append(a.keep, m)
			} else {
				a.gold = append(a.gold, m)
			}
			a.plain += text
			rest = rest[j+len("⟧"):]
		}
		out = append(out, a)
	}
	return out
}

// tally is what is counted for a class, or for everything.
type tally struct{ gold, found, sure int }

// A score counts as shared/cases/score.py does, dates, times, zones, regions and roles left out.
type score struct {
	per                              map[string]*tally
	all                              tally
	certain, right, traps, keeps     int
	questions, idle, words           int // idle: words asked about that identify nothing, each once
	groups, split, distinct, merged  int
	leaks, false_, hidden, confusion []string
}

var uncounted = []redact.Kind{redact.Date, redact.Time, redact.Zone, redact.Region, redact.Role}

func (s *score) add(a account, fs []redact.Finding) {
	var found []redact.Finding
	for _, f := range fs {
		if !slices.Contains(uncounted, f.Kind) {
			found = append(found, f)
		}
	}
	anyCover, sureCover, inGold := make([]bool, len(a.plain)), make([]bool, len(a.plain)), make([]bool, len(a.plain))
	for _, f := range found {
		for i := f.Start; i < f.End; i++ {
			anyCover[i] = true
			sureCover[i] = sureCover[i] || f.Certain
		}
	}
	s.words += len(strings.FieldsFunc(a.plain, unicode.IsSpace))
	for _, g := range a.gold {
		for i := g.start; i < g.end; i++ {
			inGold[i] = true
		}
		c := s.per[g.kind]
		if c == nil {
			c = &tally{}
			s.per[g.kind] = c
		}
		c.gold++
		s.all.gold++
		if covered(anyCover, g) {
			c.found++
			s.all.found++
		} else {
			s.leaks = append(s.leaks, fmt.Sprintf("%s %s %q", a.name, g.kind, g.text))
		}
		if covered(sureCover, g) {
			c.sure++
			s.all.sure++
		}
	}
	asked := map[string]bool{}
	for _, f := range found {
		text := a.plain[f.Start:f.End]
		hit := slices.Contains(inGold[f.Start:f.End], true)
		switch {
		case f.Certain && hit:
			s.certain++
			s.right++
		case f.Certain:
			s.certain++
			s.false_ = append(s.false_, fmt.Sprintf("%s %s %q (%s)", a.name, f.Kind, text, f.Rule))
		default:
			s.questions++
			if key := strings.ToLower(text); !hit && !asked[key] {
				asked[key] = true
				s.idle++
				s.hidden = append(s.hidden, fmt.Sprintf("%s asks %s %q (%s)", a.name, f.Kind, text, f.Rule))
			}
		}
	}
	for _, k := range a.keep {
		s.keeps++
		if slices.Contains(sureCover[k.start:k.end], true) {
			s.traps++
			s.hidden = append(s.hidden, fmt.Sprintf("%s TRAP %q", a.name, k.text))
		}
	}
}

// covered says whether all of a mark that matters is: not white space, not a leading @ or #, not the scheme of a link.
func covered(cover []bool, m mark) bool {
	head := 0
	if m.text[0] == '@' || m.text[0] == '#' {
		head = 1
	}
	if i := strings.Index(m.text, "://"); i > 0 && (m.kind == "url" || m.kind == "secret") {
		head = i + 3
	}
	for i := head; i < len(m.text); i++ {
		if !strings.ContainsRune(" \t\r\n", rune(m.text[i])) && !cover[m.start+i] {
			return false
		}
	}
	return true
}

type group struct {
	Type  string
	Forms []string
}

// consistency judges whether one thing has one entity, and two things two.
func (s *score) consistency(a account, fs []redact.Finding, groups []group, distinct [][2]string) {
	names := map[string]map[redact.EntityID]bool{}
	for _, g := range a.gold {
		best, id := 0, redact.EntityID("")
		for _, f := range fs {
			if n := min(f.End, g.end) - max(f.Start, g.start); n > best {
				best, id = n, f.Entity
			}
		}
		if best > 0 {
			if names[g.text] == nil {
				names[g.text] = map[redact.EntityID]bool{}
			}
			names[g.text][id] = true
		}
	}
	for _, g := range groups {
		seen := map[redact.EntityID]bool{}
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
			s.confusion = append(s.confusion, fmt.Sprintf("%s split %v", a.name, g.Forms))
		}
	}
	s.distinct += len(distinct)
	for _, d := range distinct {
		for id := range names[d[0]] {
			if names[d[1]][id] {
				s.merged++
				s.confusion = append(s.confusion, fmt.Sprintf("%s merged %v", a.name, d))
				break
			}
		}
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 100
	}
	return 100 * float64(a) / float64(b)
}

// TestAccounts scores the detector on the accounts in testdata, prints a table per class, and fails on a fall.
func TestAccounts(t *testing.T) {
	var groups struct {
		Files map[string]struct {
			Groups   []group
			Distinct [][2]string
		}
	}
	b, err := os.ReadFile("testdata/accounts/GROUPS.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &groups); err != nil {
		t.Fatal(err)
	}
	s := score{per: map[string]*tally{}}
	for _, a := range readAccounts(t) {
		survey := redact.Examine([]redact.Source{{Text: a.plain}}, nil)
		s.add(a, survey.Findings)
		g := groups.Files[a.name+".txt"]
		s.consistency(a, survey.Findings, g.Groups, g.Distinct)
		writeFindings(t, a, survey.Findings)
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-10s %5s %7s %7s\n", "class", "gold", "found", "certain")
	for _, k := range redact.Kinds {
		if c := s.per[string(k)]; c != nil {
			fmt.Fprintf(&table, "%-10s %5d %6.1f%% %6.1f%%\n", k, c.gold, percent(c.found, c.gold), percent(c.sure, c.gold))
		}
	}
	fmt.Fprintf(&table, "%-10s %5d %6.1f%% %6.1f%%\n", "all", s.all.gold, percent(s.all.found, s.all.gold), percent(s.all.sure, s.all.gold))
	idle := 1000 * float64(s.idle) / float64(s.words)
	fmt.Fprintf(&table, "precision of certain %.1f%%; traps hidden %d of %d; idle questions %.1f per 1,000 words; split %d of %d, merged %d of %d\n",
		percent(s.right, s.certain), s.traps, s.keeps, idle, s.split, s.groups, s.merged, s.distinct)
	t.Log("\n" + table.String())
	for _, list := range [][]string{s.leaks, s.false_, s.hidden, s.confusion} {
		t.Log("\n" + strings.Join(list, "\n"))
	}
	for _, k := range []redact.Kind{redact.Secret, redact.Email, redact.IP, redact.MAC, redact.Host, redact.URL, redact.User, redact.UUID, redact.Ticket, redact.Phone, redact.CloudID,
		redact.Account, redact.Channel, redact.Handle, redact.Commit, redact.Repo} {
		if c := s.per[string(k)]; c != nil && c.found < c.gold {
			t.Errorf("%s: found %d of %d", k, c.found, c.gold)
		}
	}
	floor := func(what string, got, want float64) {
		if got < want {
			t.Errorf("%s: %.1f, was %.1f", what, got, want)
		}
	}
	floor("all found", percent(s.all.found, s.all.gold), 97)
	floor("precision of certain", percent(s.right, s.certain), 97)
	if s.traps*100 > s.keeps {
		t.Errorf("traps hidden: %d of %d", s.traps, s.keeps)
	}
	if idle > 15 {
		t.Errorf("words asked about that identify nothing: %.1f per 1,000", idle)
	}
}

func writeFindings(t *testing.T, a account, fs []redact.Finding) {
	if *dump == "" {
		return
	}
	var b strings.Builder
	for _, f := range fs {
		line, _ := json.Marshal(map[string]any{"start": f.Start, "end": f.End, "type": f.Kind, "certain": f.Certain, "entity": f.Entity, "rule": f.Rule})
		b.Write(append(line, '\n'))
	}
	if err := os.WriteFile(filepath.Join(*dump, a.name+".jsonl"), []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}
