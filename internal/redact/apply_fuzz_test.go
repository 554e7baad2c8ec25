package redact

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzApply hides made-up things in any text. Whatever the text: no panic, valid UTF-8, nothing hidden left,
// applied twice nothing changes, same input same bytes.
func FuzzApply(f *testing.F) {
	f.Add("I asked Priya at 14:32 UTC about db-prod-03; priya's box **Pri**ya", "Priya", "db-prod-03")
	f.Add("[a](http://x/Priya \"t\") <Priya> ![x](y) <!-- Priya --> `Pri`ya", "Priya", "x")
	f.Add("| a | b |\n|--|--|\n| Priya | 14:32 |\n\n```bash Priya\nPriya\n```", "Priya", "14:32")
	f.Add("---\nauthor: Priya\n---\n[1]: http://x\n[Priya][1] <a@b.c>", "Priya", "[1]")
	f.Add("田中さん P\u200briya Jürgen", "田中", "Jürgen")
	f.Fuzz(func(t *testing.T, text, a, b string) {
		if !utf8.ValidString(text) || !utf8.ValidString(a) || !utf8.ValidString(b) || len(text) > 4096 {
			t.Skip()
		}
		sources := []Source{{Text: text, At: night}}
		s := made(sources, a, b)
		p := s.Plan(Choice{Sources: []int{0}, Zero: night})
		c, err := p.Apply(0)
		if err != nil {
			t.Fatal(err)
		}
		got := c.String()
		if !utf8.ValidString(got) {
			t.Fatalf("not UTF-8: %q", got)
		}
		if again, _ := made(sources, a, b).Plan(Choice{Sources: []int{0}, Zero: night}).Apply(0); again != c {
			t.Fatalf("two results: %q and %q", got, again.String())
		}
		count := map[string]int{}
		for _, h := range p.hide.search(got, false) {
			x := p.hide.forms[h.form]
			if count[x.key]++; !x.weak && count[x.key] > p.hide.allowed[x.key] {
				t.Fatalf("%q left in %q", got[h.start:h.end], got)
			}
		}
		twice := made([]Source{{Text: got, At: night}}, a, b).Plan(Choice{Sources: []int{0}, Zero: night})
		if d, _ := twice.Apply(0); d.String() != got {
			t.Fatalf("applied twice:\n%q\n%q", got, d.String())
		}
	})
}

// made is a survey in which every place of a and b is a finding, a a person's and b a host's.
func made(sources []Source, a, b string) *Survey {
	s := &Survey{Sources: sources, index: map[EntityID]int{}}
	es := []Entity{{ID: "a", Kind: Person, Name: a, Forms: []string{a}, Certain: true}, {ID: "b", Kind: Host, Name: b, Forms: []string{b}, Certain: true}}
	m := newMatcher([]form{{text: a}, {text: b}})
	for i, src := range sources {
		s.readings = append(s.readings, read(i, src.Text))
		end := 0
		for _, h := range m.find(src.Text) {
			if h.loose || h.start < end {
				continue
			}
			end = h.end
			f := Finding{Span: Span{i, h.start, h.end}, Kind: es[h.form].Kind, Certain: true, Entity: es[h.form].ID}
			es[h.form].Spans = append(es[h.form].Spans, f.Span)
			s.Findings = append(s.Findings, f)
		}
	}
	for _, e := range es {
		if strings.TrimSpace(e.Name) != "" && !isOwnLabel(e.Name) {
			s.index[e.ID] = len(s.Entities)
			s.Entities = append(s.Entities, e)
		}
	}
	return s
}

func FuzzStamp(f *testing.F) {
	for _, s := range []string{"14:32", "2024-03-12T14:32:07Z", "Mar 12 14:32:07", "2:30 pm", ":17", "1710253927", "12/Mar/2024:14:32:07 +0000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if s, ok := parseStamp(text); ok {
			s.resolve(night)
			s.resolve(time.Time{})
		}
	})
}

func FuzzDecoded(f *testing.F) {
	f.Add(`&#80;riya %50 \u0050 UHJpeWE=`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, d := range decoded(text) {
			if len(d.at) != len(d.text)+1 {
				t.Fatal("offsets do not match")
			}
			for i, k := range d.at {
				if k < 0 || k > len(text) || i > 0 && k < d.at[i-1] {
					t.Fatalf("offset %d of %q is %d", i, d.text, k)
				}
			}
		}
	})
}
