package redact

import (
	"strings"
	"testing"
	"time"
)

// TestClassOfTheirChoice: a class that the person chose counts, whatever the words around a thing say.
func TestClassOfTheirChoice(t *testing.T) {
	at := time.Unix(0, 0)
	s := marked(t, at, "Our manager ⟦person|Priya⟧ and ⟦person|Marek⟧ asked ⟦org|Acmetron⟧ and ⟦org|Quillfeather⟧ about ⟦other|kestrel⟧.")
	as := func(kind Kind, form string, class Class) Decision {
		return Decision{Kind: kind, Key: Key(kind, form), Action: Hide, Class: class}
	}
	plain := all(s, Choice{Decisions: []Decision{as(Other, "kestrel", "")}})
	chosen := all(s, Choice{Decisions: []Decision{
		as(Person, "Priya", "Engineer"), as(Org, "Acmetron", "the company"), as(Org, "Quillfeather", "the company"), as(Other, "kestrel", "service"),
	}})
	if text := clean(t, s.Plan(plain)); text != "Our Manager A and Engineer A asked organisation 1 and organisation 2 about item 1." {
		t.Errorf("by the words around them: %q", text)
	}
	p := s.Plan(chosen)
	// There is one company.
	if text := clean(t, p); text != "Our manager Engineer A and Engineer B asked the company and organisation 1 about service 1." {
		t.Errorf("as the person says: %q", text)
	}
	if p.Treated()[0].Class != "Engineer" || p.Fingerprint() == s.Plan(plain).Fingerprint() {
		t.Errorf("class %q", p.Treated()[0].Class)
	}
	chosen.Profile = Generalised
	if text := clean(t, s.Plan(chosen)); text != "Our manager a colleague and a colleague asked the company and an organisation about a service." {
		t.Errorf("generalised: %q", text)
	}
	unknown := all(s, Choice{Decisions: []Decision{as(Person, "Priya", "culprit"), as(Other, "kestrel", "")}})
	if text := clean(t, s.Plan(unknown)); !strings.HasPrefix(text, "Our Manager A and") {
		t.Errorf("a class that there is not: %q", text)
	}
}
