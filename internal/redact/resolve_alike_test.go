package redact

import (
	"slices"
	"strings"
	"testing"
)

// doubtsOf are the pairs that a text is asked about, as "one = other".
func doubtsOf(s *Survey) []string {
	var out []string
	for _, a := range s.Alike() {
		out = append(out, a.Names[0].Form+" = "+a.Names[1].Form)
	}
	return out
}

// What may be one thing is asked about, with a reason; what is, or cannot be, is not.
func TestAlike(t *testing.T) {
	for _, c := range alikeCases {
		t.Run(c.text, func(t *testing.T) {
			s := Examine([]Source{{Text: c.text}}, nil)
			if got := doubtsOf(s); strings.Join(got, "; ") != c.want {
				t.Errorf("asked about %q, want %q", got, c.want)
			}
			for _, a := range s.Alike() {
				if Reason(a.Rule) == "" {
					t.Errorf("%q without a reason", a.Rule)
				}
				if (a.Entities[0] == a.Entities[1]) != a.Joined {
					t.Errorf("%+v: one label or two?", a)
				}
			}
		})
	}
}

var alikeCases = []struct{ text, want string }{
	{"Sam Lee paged me. Sam Park joined. I asked Sam.", "Sam = Sam Lee; Sam = Sam Park"},
	{"Sam Lee paged me. Later I asked Sam.", ""},
	{"Sara said yes. Sarah Lindqvist said no.", ""},
	{"I asked Wiesia. Wiesława Pająk signed.", "Wiesia = Wiesława Pająk"},
	{"I asked Priya Patel. ssh pripat@kestrel-7 hung, pp@example.com bounced.", "pripat = Priya Patel; pp@example.com = Priya Patel"},
	{"I asked Nadeesha. N. Jayakody signed it.", "N. Jayakody = Nadeesha"},
	{"I asked Nadeesha and Nimal. N. Jayakody signed it.", ""},
	{"Plan approved by Dilu, then we waited. She is Chidinma Ezeokafor.", "Dilu = Chidinma Ezeokafor"},
	{"Kai was there. Kai-Uwe Rettich signed.", "Kai = Kai-Uwe Rettich"},
	{"We called Bank of the Isles twice. The Bank said no.", "Bank = Bank of the Isles"},
	{"ssh kestrel-7 hung: kestrel-7.fra.example.internal or kestrel-7.ams.example.internal?", "kestrel-7.ams.example.internal = kestrel-7.fra.example.internal; kestrel-7 = kestrel-7.fra.example.internal; kestrel-7 = kestrel-7.ams.example.internal"},
}

// A company is one with the domain that has its short form, and machines of one short name in two places are two.
func TestThingsByTheirNames(t *testing.T) {
	for _, c := range []struct {
		text, a, b string
		one        bool
	}{
		{"I run the cluster at Corrib Institute of Technology. (memberOf=cn=emu,ou=groups,dc=corrib-it,dc=ie)", "Corrib Institute of Technology", "dc=corrib-it,dc=ie", true},
		{"I run the cluster at Corrib Institute of Technology. (memberOf=cn=emu,ou=groups,dc=tarn-it,dc=ie)", "Corrib Institute of Technology", "dc=tarn-it,dc=ie", false},
		{"ssh kestrel-7.fra.example.com hung, kestrel-7.ams.example.com too", "kestrel-7.fra.example.com", "kestrel-7.ams.example.com", false},
		{"ssh kestrel-7.fra hung. kestrel-7.fra.example.com too", "kestrel-7.fra", "kestrel-7.fra.example.com", true},
	} {
		s := Examine([]Source{{Text: c.text}}, nil)
		if a, b := entityOf(t, s, c.a), entityOf(t, s, c.b); (a.ID == b.ID) != c.one {
			t.Errorf("%s: %q and %q", c.text, a.Forms, b.Forms)
		}
	}
}

// An answer is kept as what the person said of names: one label or two, and nobody asks again.
func TestAlikeIsAnsweredOnce(t *testing.T) {
	for _, text := range []string{"Sam Lee paged me. Sam Park joined. I asked Sam.", "I asked Wiesia. Wiesława Pająk signed."} {
		for _, one := range []bool{false, true} {
			src := []Source{{Text: text}}
			s := Examine(src, nil)
			a := s.Alike()[0]
			ties, err := s.Answer(nil, a, one)
			if err != nil {
				t.Fatal(err)
			}
			s = Examine(src, nil, ties...)
			x, y := entityOf(t, s, a.Names[0].Form), entityOf(t, s, a.Names[1].Form)
			if (x.ID == y.ID) != one {
				t.Errorf("%s: said %v, and %q is %q", text, one, x.Forms, y.Forms)
			}
			if slices.ContainsFunc(s.Alike(), func(b Alike) bool { return b.Names == a.Names }) || one && len(s.Alike()) > 0 {
				t.Errorf("%s: said %v, and asked again about %q", text, one, doubtsOf(s))
			}
			if one && !slices.ContainsFunc(x.Joins, func(j Join) bool { return j.Rule == "join.said" }) {
				t.Errorf("%s: why they are one is not told: %+v", text, x.Joins)
			}
			// The person may take it back.
			if ties, err = s.Answer(ties, Alike{Names: a.Names, Entities: [2]EntityID{x.ID, y.ID}, Joined: one}, !one); err != nil {
				t.Fatal(err)
			}
			s = Examine(src, nil, ties...)
			if x, y := entityOf(t, s, a.Names[0].Form), entityOf(t, s, a.Names[1].Form); (x.ID == y.ID) == one {
				t.Errorf("%s: said %v and then the other, and %q is %q", text, one, x.Forms, y.Forms)
			}
		}
	}
}

// The question stands in the review where the first of the names does, while both have labels of their own.
func TestAlikeIsAQuestionOfTheReview(t *testing.T) {
	src := []Source{{Text: "It was cold."}, {Text: "I asked Sam again."}, {Text: "Sam Lee paged me. Sam Park joined."}}
	s := Examine(src, nil)
	same := func(c Choice) []Question {
		return slices.DeleteFunc(s.Plan(c).Questions(nil), func(q Question) bool { return q.Kind != "same" })
	}
	qs := same(all(s, Choice{}))
	if len(qs) != 2 || qs[0].Words != "Sam" || qs[0].With != "Sam Lee" || qs[0].Key() == qs[1].Key() {
		t.Fatalf("%+v", qs)
	}
	for _, q := range qs {
		if q.Line != 1 || s.text(q.Written) != "Sam" {
			t.Errorf("%q stands in line %d as %q", q.With, q.Line, s.text(q.Written))
		}
	}
	hid := same(hidden(s))
	if len(hid) != 2 {
		t.Fatalf("%+v", hid)
	}
	p := s.Plan(hidden(s))
	var read strings.Builder
	for _, piece := range p.Pieces(1) {
		read.WriteString(piece.Text)
	}
	if at := read.String()[hid[0].Start:hid[0].End]; !strings.HasPrefix(at, "Engineer ") {
		t.Errorf("the place is %q in %q", at, read.String())
	}
	if qs := same(Choice{Sources: []int{0, 1}}); len(qs) != 0 {
		t.Errorf("asked about somebody who is not in the release: %+v", qs)
	}
	for _, profile := range []Profile{Named, Generalised} {
		c := hidden(s)
		c.Profile = profile
		if profile == Named {
			c.Decisions = nil
			for _, e := range s.Entities {
				c.Decisions = append(c.Decisions, Decision{Kind: e.Kind, Key: Key(e.Kind, e.Name), Action: Keep, Count: 9})
			}
		}
		if qs := same(c); len(qs) != 0 {
			t.Errorf("%s: asked although no label tells them apart: %+v", profile, qs)
		}
	}
}
