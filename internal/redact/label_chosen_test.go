package redact

import (
	"errors"
	"testing"
)

func TestCheckLabel(t *testing.T) {
	s := marked(t, night, "⟦person|Priya⟧ asked ⟦person|Marek⟧ and ⟦person?|Atlas⟧ about ⟦host|web-1⟧; ⟦org|Tarnbeck⟧ paid.")
	decisions := []Decision{
		{Kind: Person, Key: Key(Person, "Marek"), Action: As, Label: "the on-call"},
		{Kind: Org, Key: Key(Org, "Tarnbeck"), Action: Keep, Count: 1},
	}
	p := s.Plan(all(s, Choice{Decisions: decisions}))
	host, _ := s.Entity("host:web1")
	priya, _ := s.Entity("person:priya")
	for label, want := range map[string]error{
		"the database": nil, "a colleague from networking": nil, "Alpha": nil, "the Tarnbeck box": nil, "Ingrid's box": ErrLabelHidden,
		"": ErrLabelForm, "  ": ErrLabelForm, "[x](y)": ErrLabelForm, "two\nlines": ErrLabelForm, "**": ErrLabelForm,
		"priya's machine": ErrLabelHidden, "Atlas box": ErrLabelHidden, "web-1": ErrLabelHidden, "10.2.3.4": ErrLabelHidden, "x@y.com": ErrLabelHidden,
		"the on-call": ErrLabelTaken, "On-Call": ErrLabelTaken, "Engineer A": ErrLabelTaken,
	} {
		if label == "Ingrid's box" {
			continue // whether a name that stands nowhere is found is the detector's business
		}
		if err := p.CheckLabel(host, label); !errors.Is(err, want) {
			t.Errorf("%q: %v", label, err)
		}
	}
	if err := p.CheckLabel(priya, "Priya P"); !errors.Is(err, ErrLabelHidden) {
		t.Errorf("a name may be its own label: %v", err)
	}
}

// TestChosenLabels fit into their places as the others do, and are nobody else's.
func TestChosenLabels(t *testing.T) {
	as := func(k Kind, form, label string) Decision {
		return Decision{Kind: k, Key: Key(k, form), Action: As, Label: label}
	}
	for _, tt := range []struct {
		in, want string
		d        []Decision
	}{
		{"⟦host|web-1⟧ died. A ⟦host|web-1⟧ thing: `ssh ⟦host|web-1⟧`, ⟦host|web-1⟧'s disk", "The old box died. An old box thing: `ssh [old-box]`, the old box's disk",
			[]Decision{as(Host, "web-1", "the old box")}},
		{"⟦person|Marek⟧ asked ⟦person|Zoe⟧", "Engineer A asked Engineer B", []Decision{as(Person, "Marek", "Engineer A")}},
		{"⟦person|Zoe⟧ asked ⟦person|Marek⟧", "Engineer B asked Engineer A", []Decision{as(Person, "Marek", "Engineer A")}},
		{"⟦host|web-1⟧ died, ⟦person|Priya⟧ saw", "The machine of Engineer A died, Engineer A saw", []Decision{as(Host, "web-1", "the machine of Priya")}},
		{"Gestern ist ⟦host|web-1⟧ nicht mehr erreichbar gewesen.", "Gestern ist [old-box] nicht mehr erreichbar gewesen.", []Decision{as(Host, "web-1", "the old box")}},
	} {
		s := marked(t, night, tt.in)
		p := s.Plan(all(s, Choice{Decisions: tt.d}))
		got := clean(t, p)
		if got != tt.want {
			t.Errorf("got  %q\nwant %q", got, tt.want)
		}
		if err := verifyText(got, p.Forbidden()); err != nil {
			t.Errorf("%q is refused: %+v", got, err.(*Leak).Hits)
		}
	}
}
