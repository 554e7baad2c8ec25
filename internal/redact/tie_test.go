package redact

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// entity is the entity that one of whose forms is the given one.
func entityOf(t *testing.T, s *Survey, form string) Entity {
	t.Helper()
	for _, e := range s.Entities {
		if slices.ContainsFunc(e.Forms, func(f string) bool { return strings.EqualFold(f, form) }) {
			return e
		}
	}
	t.Fatalf("%q is no form of anything found: %+v", form, s.Entities)
	return Entity{}
}

// hidden decides to hide everything.
func hidden(s *Survey) Choice {
	var c Choice
	for _, e := range s.Entities {
		for _, f := range e.Forms {
			c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, f), Action: Hide})
		}
	}
	return all(s, c)
}

func merged(t *testing.T, s *Survey, ties []Tie, a, b string) []Tie {
	t.Helper()
	ties, err := s.Merge(ties, entityOf(t, s, a).ID, entityOf(t, s, b).ID)
	if err != nil {
		t.Fatal(err)
	}
	return ties
}

func parted(t *testing.T, s *Survey, ties []Tie, form string) []Tie {
	t.Helper()
	ties, err := s.Part(ties, entityOf(t, s, form).ID, form)
	if err != nil {
		t.Fatal(err)
	}
	return ties
}

const twoSams = "Sam Lee paged me. Sam Park joined. I asked Sam, who restarted kestrel-db-7.example.internal."

func TestMergeGivesOneLabel(t *testing.T) {
	src := []Source{{Text: twoSams, At: time.Unix(0, 0)}}
	s := Examine(src, nil)
	if e := entityOf(t, s, "Sam"); e.Certain {
		t.Fatal("a bare name that fits two is certain")
	}
	ties := merged(t, s, nil, "Sam", "Sam Park")
	s = Examine(src, nil, ties...)
	one, other := entityOf(t, s, "Sam"), entityOf(t, s, "Sam Lee")
	if one.Name != "Sam Park" || one.ID == other.ID || !one.Certain {
		t.Errorf("Sam is %+v", one)
	}
	p := s.Plan(hidden(s))
	text := clean(t, p)
	if !strings.HasPrefix(text, "Engineer A paged me. Engineer B joined. I asked Engineer B, who") {
		t.Errorf("reads %q", text)
	}
	if again := s.Plan(hidden(s)); again.Fingerprint() != p.Fingerprint() || clean(t, again) != text {
		t.Error("the same release twice differs")
	}
}

func TestMergeAcrossKindsForbidsWhatBothGiveAway(t *testing.T) {
	src := []Source{{Text: "I asked Jane Doemann about it, as kestrel-db-7.example.internal was hers.", At: time.Unix(0, 0)}}
	s := Examine(src, nil)
	s = Examine(src, nil, merged(t, s, nil, "Jane Doemann", "kestrel-db-7.example.internal")...)
	p := s.Plan(hidden(s))
	if text := clean(t, p); !strings.HasPrefix(text, "I asked Engineer A about it, as") || strings.Count(text, "ngineer") != 2 {
		t.Errorf("reads %q", text)
	}
	for _, form := range []string{"jdoemann", "jane.doemann", "Doemann", "kestrel-db-7", "kestrel-db-7.example.internal"} {
		if _, err := Verify([]byte(form), []View{{Name: "text", Text: "so " + form + " said"}}, p.Forbidden()); err == nil {
			t.Errorf("%q may leave", form)
		}
	}
}

func TestPartGivesTwoLabels(t *testing.T) {
	src := []Source{{Text: "Priya Patel called. Priya wrote to priya.patel@example.com too. Then Priya left.", At: time.Unix(0, 0)}}
	// What was said of them before, in another account too, does not hold them together.
	known := []Known{{Kind: Person, Forms: []string{"Priya Patel", "Priya"}}}
	s := Examine(src, known)
	if one, other := entityOf(t, s, "Priya"), entityOf(t, s, "Priya Patel"); one.ID != other.ID {
		t.Fatal("two from the start")
	}
	if parts := s.Parts(entityOf(t, s, "Priya").ID); !slices.Equal(parts, []string{"Priya Patel", "Priya", "priya.patel@example.com"}) {
		t.Errorf("parts %q", parts)
	}
	ties := parted(t, s, nil, "priya")
	s = Examine(src, known, ties...)
	one, other := entityOf(t, s, "Priya"), entityOf(t, s, "Priya Patel")
	if one.ID == other.ID || len(one.Forms) != 1 || len(other.Forms) != 2 || len(one.Spans) != 2 {
		t.Fatalf("parted: %+v and %+v", one, other)
	}
	p := s.Plan(hidden(s))
	if text := clean(t, p); !strings.HasPrefix(text, "Engineer A called. Engineer B wrote to") || !strings.HasSuffix(text, "Then Engineer B left.") {
		t.Errorf("reads %q", text)
	}
	for _, form := range []string{"Priya", "Patel", "ppatel", "priya.patel"} {
		if _, err := Verify([]byte(form), []View{{Name: "text", Text: "so " + form + " said"}}, p.Forbidden()); err == nil {
			t.Errorf("%q may leave", form)
		}
	}

	// And one again.
	ties = merged(t, s, ties, "Priya", "Priya Patel")
	if slices.ContainsFunc(ties, func(t Tie) bool { return t.Apart && t.Names[0].Form == "Priya" && t.Names[1].Form == "Priya Patel" }) {
		t.Errorf("still apart: %+v", ties)
	}
	s = Examine(src, known, ties...)
	if one, other := entityOf(t, s, "Priya"), entityOf(t, s, "Priya Patel"); one.ID != other.ID {
		t.Error("merged again, and two")
	}
}

func TestPartTakesBackAMerge(t *testing.T) {
	src := []Source{{Text: twoSams, At: time.Unix(0, 0)}}
	s := Examine(src, nil)
	ties := merged(t, s, nil, "Sam Lee", "Sam Park")
	s = Examine(src, nil, ties...)
	if a, b := entityOf(t, s, "Sam Lee"), entityOf(t, s, "Sam Park"); a.ID != b.ID {
		t.Fatal("merged, and two")
	}
	ties = parted(t, s, ties, "Sam Park")
	s = Examine(src, nil, ties...)
	if a, b := entityOf(t, s, "Sam Lee"), entityOf(t, s, "Sam Park"); a.ID == b.ID {
		t.Error("parted, and one")
	}
}

func TestTiesThatCannotBe(t *testing.T) {
	src := []Source{{Text: "At 03:42 Priya said the password is hunter‹›2hunter2, into kestrel-db-7."}}
	src[0].Text = strings.ReplaceAll(src[0].Text, "‹›", "")
	s := Examine(src, nil)
	var secret, clock Entity
	for _, e := range s.Entities {
		switch e.Kind {
		case Secret:
			secret = e
		case Time:
			clock = e
		}
	}
	priya := entityOf(t, s, "Priya")
	for what, err := range map[string]error{
		"with a secret": second(s.Merge(nil, priya.ID, secret.ID)),
		"with a time":   second(s.Merge(nil, clock.ID, priya.ID)),
		"with itself":   second(s.Merge(nil, priya.ID, priya.ID)),
		"its only form": second(s.Part(nil, priya.ID, "Priya")),
	} {
		if !errors.Is(err, ErrNotTied) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, err := range map[string]error{
		"with nothing":   second(s.Merge(nil, priya.ID, "nothing")),
		"another's form": second(s.Part(nil, priya.ID, "kestrel-db-7")),
	} {
		if !errors.Is(err, ErrNoEntity) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if s.Parts(priya.ID) != nil || s.Parts(secret.ID) != nil {
		t.Error("what has one name can be parted")
	}
}

func second(_ []Tie, err error) error { return err }

// TestTiesOutliveTheText: what was said of names that stand nowhere any more does nothing, and counts again when they do.
func TestTiesOutliveTheText(t *testing.T) {
	s := Examine([]Source{{Text: twoSams}}, nil)
	ties := merged(t, s, nil, "Sam", "Sam Park")
	s = Examine([]Source{{Text: "I asked Sam. Nobody else was there."}}, nil, ties...)
	if e := entityOf(t, s, "Sam"); len(e.Forms) != 1 {
		t.Errorf("Sam alone is %+v", e)
	}
	s = Examine([]Source{{Text: "I asked Sam; Sam Lee and SAM PARK were there."}}, []Known{{Kind: Person, Forms: []string{"Sam Park"}}}, ties...)
	if a, b := entityOf(t, s, "Sam"), entityOf(t, s, "SAM PARK"); a.ID != b.ID {
		t.Errorf("in another case they are two: %+v, %+v", a, b)
	}
}
