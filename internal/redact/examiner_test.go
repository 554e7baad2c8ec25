package redact

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestExaminerEqualsExamine changes an account at random, a line at a time, and checks that what is kept of the other
// lines never shows.
func TestExaminerEqualsExamine(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 11))
	pool := strings.Split(accountText(t, 40<<10), "\n")
	pool = slices.DeleteFunc(pool, func(l string) bool { return l == "" })
	pick := func() string { return pool[random.IntN(len(pool))] }
	at := time.Date(2026, 1, 21, 22, 0, 0, 0, time.UTC)
	var sources []Source
	for range 30 {
		sources = append(sources, Source{Text: pick(), At: at})
	}
	var known []Known
	var ties []Tie
	var x Examiner
	for step := range 80 {
		sources = slices.Clone(sources)
		i := random.IntN(len(sources))
		switch l := sources[i].Text; random.IntN(9) {
		case 0: // another line
			sources[i].Text = pick()
		case 1: // a letter more
			k := random.IntN(len(l) + 1)
			sources[i].Text = l[:k] + "a" + l[k:]
		case 2: // cut anywhere
			sources[i].Text = l[:random.IntN(len(l)+1)]
		case 3: // a word of another line
			words := strings.Fields(pick())
			sources[i].Text = l + " " + words[random.IntN(len(words))]
		case 4:
			sources = slices.Insert(sources, i, Source{Text: pick(), At: at.Add(time.Hour)})
		case 5:
			if len(sources) > 20 {
				sources = slices.Delete(sources, i, i+1)
			}
		case 6: // the same line twice
			sources[i] = sources[random.IntN(len(sources))]
		case 7:
			words := strings.Fields(pick())
			known = append(slices.Clone(known), Known{Kind: Person, Forms: words[:1]})
		case 8:
			if es := Examine(sources, known, ties...).Entities; len(es) > 1 {
				a, b := es[random.IntN(len(es))], es[random.IntN(len(es))]
				ties = append(slices.Clone(ties), Tie{Names: [2]Name{{Kind: a.Kind, Form: a.Name}, {Kind: b.Kind, Form: b.Name}}, Apart: random.IntN(2) == 0})
			}
		}
		want, got := Examine(sources, known, ties...), x.Examine(sources, known, ties...)
		if !reflect.DeepEqual(got.Findings, want.Findings) || !reflect.DeepEqual(got.Entities, want.Entities) {
			t.Fatalf("step %d: the findings of an account differ from those of the same account seen for the first time", step)
		}
		if again := x.Examine(slices.Clone(sources), slices.Clone(known), ties...); again != got {
			t.Fatalf("step %d: nothing has changed, and it was examined again", step)
		}
	}
}

// TestPlansAfterEachOther decides at random and changes lines between, and checks that what is kept for the next plan never
// shows: neither in what is read, nor in what may not leave, nor in what is asked.
func TestPlansAfterEachOther(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 2))
	pool := slices.DeleteFunc(strings.Split(accountText(t, 30<<10), "\n"), func(l string) bool { return l == "" })
	var sources []Source
	for i := range 25 {
		sources = append(sources, Source{Text: pool[random.IntN(len(pool))], At: night.Add(time.Duration(i) * time.Minute)})
	}
	var x Examiner
	c := Choice{Zero: night, Extra: []string{"acc-7f9c24e8"}}
	for i := range sources {
		c.Sources = append(c.Sources, i)
	}
	for step := range 60 {
		kept := x.Examine(sources, nil)
		fresh := Examine(sources, nil)
		switch i := random.IntN(len(sources)); random.IntN(6) {
		case 0:
			sources = slices.Clone(sources)
			sources[i].Text = pool[random.IntN(len(pool))]
			continue
		case 1:
			c.Profile = []Profile{Named, ByRole, Generalised}[random.IntN(3)]
		case 2:
			c.Sources = c.Sources[:1+random.IntN(len(c.Sources))]
		case 3:
			c.Sources = append(slices.Clone(c.Sources), i)
		default:
			if len(fresh.Entities) == 0 {
				continue
			}
			e := fresh.Entities[random.IntN(len(fresh.Entities))]
			d := Decision{Kind: e.Kind, Key: e.Key(e.Forms[0]), Action: []Action{Hide, Hide, Keep, As}[random.IntN(4)], Label: "somebody", Count: len(e.Spans)}
			c.Decisions = append(slices.Clone(c.Decisions), d)
		}
		p, want := kept.Plan(c), fresh.Plan(c)
		f, g := p.Forbidden(), want.Forbidden()
		if !reflect.DeepEqual(f.allowed, g.allowed) || !reflect.DeepEqual(f.kept, g.kept) || !slices.Equal(f.left, g.left) || !slices.Equal(f.own, g.own) || f.Len() != g.Len() {
			t.Fatalf("step %d: something else may not leave", step)
		}
		for i := range sources {
			if !slices.Equal(p.Pieces(i), want.Pieces(i)) {
				t.Fatalf("step %d: line %d reads %v, and of the same account seen for the first time %v", step, i, p.Pieces(i), want.Pieces(i))
			}
			if a, b := f.search(sources[i].Text, false), g.search(sources[i].Text, false); !slices.Equal(a, b) {
				t.Fatalf("step %d: in line %d %v may not leave, and of the same account seen for the first time %v", step, i, a, b)
			}
		}
		if a, b := p.Questions(nil), want.Questions(nil); !reflect.DeepEqual(a, b) {
			t.Fatalf("step %d: asked %v, and of the same account seen for the first time %v", step, a, b)
		}
	}
}

// TestExaminerLongAccount checks that an account too long to be kept is examined all the same.
func TestExaminerLongAccount(t *testing.T) {
	var x Examiner
	long := []Source{{Text: strings.Repeat("all of it was slow\n", longestKept/19+1) + "mail priya.patel@acme.io"}}
	if s := x.Examine(long, nil); len(s.Findings) != 1 || s.Findings[0].Kind != Email {
		t.Errorf("found %v", s.Findings)
	}
	if len(x.pages) != 0 {
		t.Errorf("%d texts are kept", len(x.pages))
	}
}

// BenchmarkExaminer measures what a letter more in one line costs, beside an examination from the beginning.
func BenchmarkExaminer(b *testing.B) {
	s, _ := surveyed(b, accountText(b, 30<<10))
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			Examine(s.Sources, nil)
		}
	})
	var x Examiner
	sources := slices.Clone(s.Sources)
	b.Run("letter", func(b *testing.B) {
		for b.Loop() {
			sources = slices.Clone(sources)
			sources[len(sources)/2].Text += "x"
			if len(sources[len(sources)/2].Text) > 2000 {
				sources[len(sources)/2].Text = "x"
			}
			x.Examine(sources, nil)
		}
	})
}
