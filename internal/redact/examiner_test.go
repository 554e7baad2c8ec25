package redact

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// steps is how often TestExaminerEqualsExamine changes its account: a few hundred times in the usual run, as often as
// wanted on demand.
var steps = flag.Int("steps", 150, "changes of TestExaminerEqualsExamine")

// telling are words that say something of other texts: who is somebody, what is a machine, what language the account is in,
// that it is a chat. Each is in an account of such a test for a while, and then is not.
var telling = []string{
	"Priya Raghunathan called", "priya said no", "asked Maksym about it", "cc @maksym.b", "maksym.boykova@tarnbeck.io wrote", "Maksym Boykova (mb) agreed", "mb wrote it",
	"/home/mboykova/run.sh", "Sunday Etim rang", "then Sunday rang", "for Sunday Adewale", "My Lindholm took it", "My took over", "Hope was low", "I told Hope to wait", "hope says no", "can grace ask them?",
	"M.T. agreed", "asked Mira Tolvanen", "MT again", "kestrel-07 was down", "ssh kestrel-07", "failed over to kestrel-09", "marble, kestrel-07 and granite were slow", "rebooted marble", "on marble and slate", "db-prod-03.fra.tarnbeck.io",
	"tarnbeck paid", "Tarnbeck's dashboard", "tarnbeck_prod", "maehwa-edge", "the Maehwa cluster", "deployed maehwa", "/opt/larder/conf", "larder broke", "we run larder here", "Zugvogel ist tot", "der Rechner lief nicht und wir haben den Dienst neu gestartet",
	"ich habe mit Frau Sommer und dem Leiter über den Ausfall gesprochen, aber es war nicht mehr zu retten", "im Sommer", "no se pudo hacer nada con el servidor porque la red no estaba y todos los discos se llenaron", "la luz",
	"Koch: das war es", "[03:12] <bones> it is down", "<bones> again", "bones: what now", "sq: hi", "Saima Qureshi: hi", "saima qureshi", "sq (saima qureshi)", "me: no", "Alice: yes\nBob: no\nAlice: fine", "the password is:", "hunter2Kx9", "password=hunter2Kx9",
	"INC-4471 was open", "https://acme.atlassian.net/browse/INC-4471", "10.2.3.4", "ip-10-2-3-4", ".3.4 too", "train 48813 stood", "48813 again", "called Bertha", "the rack is called Bertha", "Bertha hung", "biscuit hung", "teapot did not", "traffic to biscuit", "teapot",
	"globehop", "traffic from globehop", "we pushed kalimpa", "kalimpa", "abeokuta", "b in abeokuta.", "田中さんに聞いた", "田中", "김민수님이", "민수", "Marzenie powiedziałem", "Marzena była na dyżurze, ale nie było jej w sieci", "the van den Berg team", "Jan van den Berg", "berg", "jvdberg",
	"Acme Billing GmbH", "acme", "AcmeBilling", "Will will look", "asked Will", "will you", "May was quiet", "In May", "the Blessing team", "Blessing from Channels Support", "node fat01", "fat02", "gm-east", "gm-west", "store 0417", "--store 0417", "store_id=0417", "CT_SOR_1", "CT_ZAK_2",
	"nsupdate\n\nthen nothing", "| host | x |\n| slate | down |", "> quoted by Priya", "**Mar**ek", "call him Turbo", "Turbo", "Pixie wrote it. Real name Annelie Strömqvist", "Annelie", "tram=> select 1", "orb/eisvogel-kern", "eisvogel",
}

// TestExaminerEqualsExamine changes an account at random, a text at a time, and checks that what is kept of the other
// texts never shows.
func TestExaminerEqualsExamine(t *testing.T) {
	var x Examiner
	random := rand.New(rand.NewPCG(5, 11))
	a := newChanging(t, random)
	for step := range *steps {
		if step%60 == 59 {
			a = newChanging(t, random)
		}
		a.change()
		want, got := Examine(a.sources, a.known, a.ties...), x.Examine(a.sources, a.known, a.ties...)
		if !reflect.DeepEqual(got.Findings, want.Findings) || !reflect.DeepEqual(got.Entities, want.Entities) {
			t.Fatalf("step %d: the findings of an account differ from those of the same account seen for the first time:\n%s", step, firstOther(got, want))
		}
		if again := x.Examine(slices.Clone(a.sources), slices.Clone(a.known), a.ties...); again != got {
			t.Fatalf("step %d: nothing has changed, and it was examined again", step)
		}
	}
}

// firstOther is the first finding of two surveys in which they differ.
func firstOther(got, want *Survey) string {
	for i := range min(len(got.Findings), len(want.Findings)) {
		if a, b := got.Findings[i], want.Findings[i]; a != b {
			return fmt.Sprintf("%+v %q\n%+v %q", a, got.text(a.Span), b, want.text(b.Span))
		}
	}
	return fmt.Sprintf("%d and %d findings", len(got.Findings), len(want.Findings))
}

// A changing account is one that somebody writes in.
type changing struct {
	random  *rand.Rand
	lines   []string // that somebody may write
	sources []Source
	known   []Known
	ties    []Tie
}

func newChanging(t *testing.T, random *rand.Rand) *changing {
	text := accountText(t, 120<<10)
	for _, name := range []string{"testdata/people.txt", "testdata/things.txt", "testdata/lines.txt"} {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text += strings.ReplaceAll(string(b), "‹›", "") + "\n"
	}
	a := &changing{random: random, lines: slices.DeleteFunc(strings.Split(text, "\n"), func(l string) bool { return strings.TrimSpace(l) == "" })}
	for range 4 + random.IntN(20) {
		a.sources = append(a.sources, Source{Text: a.line(), At: night})
	}
	return a
}

func (a *changing) of(list []string) string { return list[a.random.IntN(len(list))] }

// line is something that may be written: a line, what tells of other texts, or several paragraphs.
func (a *changing) line() string {
	switch a.random.IntN(8) {
	case 0, 1, 2:
		return a.of(telling)
	case 3:
		return a.of(telling) + ", " + a.of(telling)
	case 4:
		return a.of(a.lines) + "\n\n" + a.of(telling) + "\n" + a.of(a.lines)
	}
	return a.of(a.lines)
}

// change does what somebody does who writes.
func (a *changing) change() {
	random := a.random
	a.sources = slices.Clone(a.sources)
	i := random.IntN(len(a.sources))
	l := &a.sources[i].Text
	cut := func(n int) int { // on a rune, mostly: people cut no letter in two
		if random.IntN(20) == 0 {
			return n
		}
		return cutAt(*l, n)
	}
	switch random.IntN(14) {
	case 0:
		*l = a.line()
	case 1:
		k := cut(random.IntN(len(*l) + 1))
		*l = (*l)[:k] + a.of([]string{"a", "x", " ", "S", ".", "\n", "-", "7", ": "}) + (*l)[k:]
	case 2:
		*l = (*l)[:cut(random.IntN(len(*l)+1))]
	case 3, 4: // what tells of others comes
		*l += a.of([]string{" ", ". ", "\n", "\n\n"}) + a.of(telling)
	case 5, 6: // and goes
		for range 4 {
			if i := random.IntN(len(a.sources)); a.sources[i].Text != "" {
				if at := strings.LastIndexAny(a.sources[i].Text, " \n"); at >= 0 {
					a.sources[i].Text = a.sources[i].Text[:at]
				}
			}
		}
	case 7:
		words := append(strings.Fields(a.line()), "x")
		*l += " " + words[random.IntN(len(words))]
	case 8:
		a.sources = slices.Insert(a.sources, i, Source{Text: a.line(), At: night.Add(time.Hour)})
	case 9:
		if len(a.sources) > 3 {
			a.sources = slices.Delete(a.sources, i, i+1)
		}
	case 10: // the same text twice, or moved
		k := random.IntN(len(a.sources))
		if a.sources[i], a.sources[k] = a.sources[k], a.sources[i]; random.IntN(2) == 0 {
			a.sources[i] = a.sources[k]
		}
	case 11: // emptied, or all of it in capitals
		if *l = strings.ToUpper(*l); random.IntN(3) == 0 {
			*l = ""
		}
	case 12:
		if a.known = slices.Clone(a.known); len(a.known) > 4 {
			a.known = a.known[1:]
		} else if words := strings.Fields(a.line()); len(words) > 0 {
			a.known = append(a.known, Known{Kind: []Kind{Person, Org, Host}[random.IntN(3)], Forms: words[:1]})
		}
	case 13:
		if es := Examine(a.sources, a.known, a.ties...).Entities; len(es) > 1 {
			if a.ties = slices.Clone(a.ties); len(a.ties) > 3 {
				a.ties = a.ties[1:]
			}
			e, o := es[random.IntN(len(es))], es[random.IntN(len(es))]
			a.ties = append(a.ties, Tie{Names: [2]Name{{Kind: e.Kind, Form: e.Name}, {Kind: o.Kind, Form: o.Name}}, Apart: random.IntN(2) == 0})
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
		if !reflect.DeepEqual(f.allowed, g.allowed) || !reflect.DeepEqual(f.kept, g.kept) || !slices.EqualFunc(f.left, g.left, func(a, b leftText) bool { return a.text == b.text }) || !slices.Equal(f.own, g.own) || f.Len() != g.Len() {
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
	if len(x.trails) != 0 {
		t.Errorf("%d texts are kept", len(x.trails))
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
