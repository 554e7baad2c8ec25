package redact

import (
	"strings"
	"testing"
	"time"
)

// marked makes a survey by hand: in each text ⟦kind|form⟧ is a certain finding and ⟦kind?|form⟧ an uncertain one;
// ⟦kind=id|form⟧ names the entity, which is otherwise told by kind and folded form.
func marked(t testing.TB, at time.Time, texts ...string) *Survey {
	t.Helper()
	s := &Survey{index: map[EntityID]int{}}
	for i, text := range texts {
		var plain strings.Builder
		for text != "" {
			before, rest, ok := strings.Cut(text, "⟦")
			plain.WriteString(before)
			if !ok {
				break
			}
			mark, after, ok := strings.Cut(rest, "⟧")
			head, form, bar := strings.Cut(mark, "|")
			if !ok || !bar {
				t.Fatalf("bad mark %q", mark)
			}
			text = after
			kind, id, named := strings.Cut(head, "=")
			kind, asks := strings.CutSuffix(kind, "?")
			f := Finding{Kind: Kind(kind), Certain: !asks, Rule: "test"}
			f.Span = Span{Source: i, Start: plain.Len(), End: plain.Len() + len(form)}
			f.Entity = EntityID(id)
			if !named {
				f.Entity = EntityID(kind + ":" + string(squeeze(form).b))
			}
			plain.WriteString(form)
			k, ok := s.index[f.Entity]
			if !ok {
				k = len(s.Entities)
				s.index[f.Entity] = k
				s.Entities = append(s.Entities, Entity{ID: f.Entity, Kind: f.Kind, Name: form, Rule: "test", Author: id == "author"})
			}
			e := &s.Entities[k]
			e.Spans, e.Certain = append(e.Spans, f.Span), e.Certain || f.Certain
			if !contains(e.Forms, form) {
				e.Forms = append(e.Forms, form)
			}
			if f.Kind == Person {
				e.Kind = Person
			}
			if len(form) > len(e.Name) {
				e.Name = form
			}
			s.Findings = append(s.Findings, f)
		}
		s.Sources = append(s.Sources, Source{Text: plain.String(), At: at})
		s.readings = append(s.readings, read(i, plain.String()))
	}
	return s
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// all chooses every source of a survey.
func all(s *Survey, c Choice) Choice {
	for i := range s.Sources {
		c.Sources = append(c.Sources, i)
	}
	return c
}

// clean applies a plan to all chosen sources and joins the texts.
func clean(t testing.TB, p *Plan) string {
	t.Helper()
	var out []string
	for _, i := range p.choice.Sources {
		c, err := p.Apply(i)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c.String())
	}
	return strings.Join(out, "\n----\n")
}

var night = time.Date(2024, 3, 12, 14, 32, 0, 0, time.FixedZone("CET", 3600))
