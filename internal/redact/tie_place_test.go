package redact

import (
	"errors"
	"strings"
	"testing"
	"time"
)

const twoHanas = "Hana was slow again. I asked Hana to restart it. Hana rebooted Hana."

func placesOf(t *testing.T, s *Survey, name string) []Span {
	t.Helper()
	return entityOf(t, s, name).Spans
}

func TestPartAt(t *testing.T) {
	src := []Source{{ID: "a", Text: twoHanas, At: time.Unix(0, 0)}}
	known := []Known{{Kind: Person, Forms: []string{"Hana"}}}
	s := Examine(src, known)
	ties, err := s.PartAt(nil, placesOf(t, s, "Hana")[0])
	if err != nil {
		t.Fatal(err)
	}
	s = Examine(src, known, ties...)
	if ties, err = s.PartAt(ties, s.Findings[3].Span); err != nil {
		t.Fatal(err)
	}
	s = Examine(src, known, ties...)
	if len(s.Entities) != 3 {
		t.Fatalf("%d things", len(s.Entities))
	}
	// The first and the last are one database.
	database := s.Findings[0].Entity
	if ties, err = s.Merge(ties, database, s.Findings[3].Entity); err != nil {
		t.Fatal(err)
	}
	s = Examine(src, known, ties...)
	e, _ := s.Entity(database)
	c := all(s, Choice{Decisions: []Decision{{Kind: Person, Key: e.Key("Hana"), Action: Hide, Class: classService}}})
	want := "service 1 was slow again. I asked Engineer A to restart it. Engineer A rebooted service 1."
	if got := clean(t, s.Plan(c)); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	// One place may stay while the other is hidden, and the gate counts.
	c.Decisions[0] = Decision{Kind: Person, Key: e.Key("Hana"), Action: Keep, Count: 2}
	p := s.Plan(c)
	got := clean(t, p)
	if got != "Hana was slow again. I asked Engineer A to restart it. Engineer A rebooted Hana." {
		t.Error(got)
	}
	if err := verifyText(got, p.Forbidden()); err != nil {
		t.Errorf("refused: %+v", err.(*Leak).Hits)
	}
	if verifyText(got+" Hana", p.Forbidden()) == nil {
		t.Error("more places than were kept")
	}
	if _, err := s.PartAt(nil, Span{0, 5, 8}); !errors.Is(err, ErrNoEntity) {
		t.Errorf("nothing stands there: %v", err)
	}
}

// TestPartAt_changed_text: what was said of a place holds for that place alone, whatever is written around it.
func TestPartAt_changed_text(t *testing.T) {
	known := []Known{{Kind: Person, Forms: []string{"Hana"}}}
	s := Examine([]Source{{ID: "a", Text: twoHanas}}, known)
	ties, err := s.PartAt(nil, placesOf(t, s, "Hana")[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"Then Hana left. " + twoHanas, twoHanas + " And Hana?", strings.Replace(twoHanas, "asked", "rang", 1)} {
		s := Examine([]Source{{ID: "b", Text: "Hana was slow again. I asked Hana to restart it."}, {ID: "a", Text: text}}, known, ties...)
		keep := Decision{Kind: Person, Key: Key(Person, "Hana") + "\x002", Action: Keep, Count: 9}
		got := clean(t, s.Plan(all(s, Choice{Decisions: []Decision{keep}})))
		if n := strings.Count(got, "Hana"); n > 1 || n == 1 && !strings.Contains(got, "Hana was slow again. I") {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func TestJoins(t *testing.T) {
	src := []Source{{Text: "Priya Patel (@ppatel) paged me. I asked Priya about kestrel-db-7.example.internal; kestrel-db-7 was up. See https://acme.atlassian.net/browse/INC-1234 and INC-1234."}}
	s := Examine(src, nil)
	why := map[string]string{}
	for _, e := range s.Entities {
		for _, j := range e.Joins {
			if Reason(j.Rule) == "" {
				t.Errorf("no words for %q", j.Rule)
			}
			why[j.Names[0]+" = "+j.Names[1]] = j.Rule
		}
	}
	if len(why) < 4 {
		t.Fatalf("%q", why)
	}
	for names, rule := range why {
		switch {
		case strings.Contains(names, "kestrel") && (rule == "join.host" || rule == "join.same"):
		case strings.Contains(names, "INC") && (rule == "join.ticket" || rule == "join.same"):
		case names == "Priya Patel = Priya" && rule == "join.part", names == "Priya Patel = @ppatel" && (rule == "join.login" || rule == "join.statement"):
		default:
			t.Errorf("%s: %s", names, rule)
		}
	}
	ties := merged(t, s, nil, "Priya", "kestrel-db-7")
	e := entityOf(t, Examine(src, nil, ties...), "Priya")
	said := false
	for _, j := range e.Joins {
		said = said || j.Rule == "join.said"
	}
	if !said {
		t.Errorf("%+v", e.Joins)
	}
}
