package lanes

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"firsthand/internal/redact"
	"firsthand/internal/report"
	"firsthand/internal/report/markdown"
	"firsthand/internal/report/pdf"
)

// file is a released account with these lines, each "HEADING CLOCK TEXT"; "—" is no clock.
func file(name string, lines ...string) []byte {
	title := "# " + report.Caption
	if name != "" {
		title += ": " + name
	}
	out := []string{title, "*" + report.Opening + "*"}
	heading := ""
	for _, l := range lines {
		f := strings.SplitN(l, " ", 3)
		if h := map[string]string{"did": "What I did", "saw": "What I saw", "note": "Notes"}[f[0]]; h != heading {
			heading = h
			out = append(out, "## "+h)
		}
		out = append(out, "**"+strings.Replace(f[1], "~", "about ", 1)+"** "+f[2])
	}
	return []byte(strings.Join(out, "\n\n") + "\n")
}

func lane(t testing.TB, lines ...string) Lane {
	t.Helper()
	l, err := Read(file("", lines...))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func compare(t testing.TB, said Said, lanes ...Lane) *Comparison {
	t.Helper()
	c, err := Compare(lanes, said)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// random is a lane of random lines, some of them without a time.
func random(t testing.TB, r *rand.Rand) Lane {
	t.Helper()
	var lines []string
	for i := range 1 + r.IntN(12) {
		clock := report.Clock{Minutes: r.IntN(60) - 20, Known: true}.String()
		if r.IntN(6) == 0 {
			clock = report.NoTime
		}
		lines = append(lines, fmt.Sprintf("did %s line %d", clock, i))
	}
	l := lane(t, lines...)
	for i := range l.Lines {
		if at := &l.Lines[i].At; at.Known && r.IntN(3) == 0 {
			at.Before, at.After = r.IntN(9), r.IntN(9)
		}
	}
	return l
}

func TestRead(t *testing.T) {
	t.Run("lines stand in order of the clock, those without one last", func(t *testing.T) {
		l := lane(t, "did T+00:07 seven", "did — never", "did T-00:03 before", "saw T+00:07 seven too", "saw ~T+00:02 two")
		var got []string
		for _, x := range l.Lines {
			got = append(got, x.At.String()+" "+x.Text.Show())
		}
		if want := []string{"T-00:03 before", "about T+00:02 two", "T+00:07 seven", "T+00:07 seven too", " never"}; !reflect.DeepEqual(got, want) {
			t.Errorf("got %q", got)
		}
	})
	t.Run("what is no release is refused in words", func(t *testing.T) {
		for name, b := range map[string][]byte{
			"empty": nil, "blank": []byte(" \n"), "binary": {0, 1, 2}, "too large": make([]byte, MaxFile+1), "other": []byte("# Notes\n\nx\n"),
		} {
			_, err := Read(b)
			var not *report.NotReleased
			if !errors.As(err, &not) || !strings.HasPrefix(not.Why, "it ") {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestCompareMarks(t *testing.T) {
	a := lane(t, "did T+00:00 start", "did T+00:10 ten", "did T+00:30 thirty", "note — loose")
	b := lane(t, "saw T+00:00 start", "saw T+00:12 twelve")
	c := compare(t, Said{}, a, b)
	for p, want := range map[Place]Mark{
		{0, 0}: {},
		{0, 1}: {Apart: []Apart{{Place{1, 1}, 2}}},
		{0, 2}: {Only: true},
		{0, 3}: {},
		{1, 1}: {Apart: []Apart{{Place{0, 1}, -2}}},
	} {
		if got := c.Mark(p); !reflect.DeepEqual(got, want) {
			t.Errorf("line %s: %+v, want %+v", p.Number(), got, want)
		}
	}
	if len(c.Rows) != 4 || len(c.Rows[0].Cells[0]) != 1 || len(c.Rows[0].Cells[1]) != 1 || len(c.Loose[0]) != 1 {
		t.Errorf("rows %+v, loose %+v", c.Rows, c.Loose)
	}
	t.Run("a lane's zero moves the lane", func(t *testing.T) {
		c := compare(t, Said{Zeros: []int{0, 2}}, a, b)
		if m := c.Mark(Place{0, 1}); m.Only || m.Apart != nil {
			t.Errorf("in the same minute, %+v", m)
		}
		if at := c.At(Place{1, 0}).Minutes; at != -2 {
			t.Errorf("lane 2 begins at %d", at)
		}
	})
	t.Run("what the reader set beside another line stands not alone", func(t *testing.T) {
		c := compare(t, Said{Moments: []Moment{{Places: []Place{{0, 2}, {1, 1}}}}}, a, b)
		if c.Mark(Place{0, 2}).Only {
			t.Error("still alone")
		}
	})
	t.Run("beside a lane without any time nothing stands alone", func(t *testing.T) {
		c := compare(t, Said{}, a, lane(t, "note — once"))
		if c.Mark(Place{0, 2}).Only {
			t.Error("there is no clock to be alone by")
		}
	})
}

func TestLaws(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		lanes := []Lane{random(t, r), random(t, r), random(t, r)}
		zeros := []int{r.IntN(40) - 20, r.IntN(40) - 20, r.IntN(40) - 20}
		c := compare(t, Said{Zeros: zeros}, lanes...)

		by := r.IntN(200) - 100
		shifted := compare(t, Said{Zeros: []int{zeros[0] + by, zeros[1] + by, zeros[2] + by}}, lanes...)
		if !reflect.DeepEqual(shifted.marks, c.marks) || !reflect.DeepEqual(cells(shifted), cells(c)) || !reflect.DeepEqual(shifted.Loose, c.Loose) {
			t.Fatalf("seed %d: moving all lanes alike changed more than the clock", seed)
		}

		self := compare(t, Said{Zeros: []int{by, by}}, lanes[0], lanes[0])
		for p, m := range self.marks {
			if m.Only || m.Apart != nil {
				t.Fatalf("seed %d: a lane beside itself differs in line %s", seed, p.Number())
			}
		}

		total := 0
		for _, row := range c.Rows {
			for _, cell := range row.Cells {
				total += len(cell)
				for _, p := range cell {
					if c.At(p).Minutes != row.Minutes {
						t.Fatalf("seed %d: line %s stands in the row of another minute", seed, p.Number())
					}
				}
			}
		}
		for i, l := range lanes {
			total += len(c.Loose[i]) - len(l.Lines)
		}
		if total != 0 {
			t.Fatalf("seed %d: %d lines too many in the rows", seed, total)
		}

		for p, m := range c.marks {
			for _, a := range m.Apart {
				back := c.Mark(a.Place)
				if !containsApart(back, Apart{p, -a.Minutes}) {
					t.Fatalf("seed %d: %s is %d min from %s, and not the other way", seed, a.Number(), a.Minutes, p.Number())
				}
			}
			if want := alone(c, p); m.Only != want {
				t.Fatalf("seed %d: line %s alone: %v, want %v", seed, p.Number(), m.Only, want)
			}
		}
	}
}

func cells(c *Comparison) (out [][][]Place) {
	for _, r := range c.Rows {
		out = append(out, r.Cells)
	}
	return out
}

func containsApart(m Mark, want Apart) bool {
	for _, a := range m.Apart {
		if a == want {
			return true
		}
	}
	return false
}

// alone looks at every line of every other lane.
func alone(c *Comparison, p Place) bool {
	timed := false
	for i, lane := range c.Lanes {
		for k, l := range lane.Lines {
			if i == p.Lane || !l.At.Known {
				continue
			}
			timed = true
			a, b := c.At(p), c.At(Place{i, k})
			if b.Earliest()-a.Latest() <= Near && a.Earliest()-b.Latest() <= Near {
				return false
			}
		}
	}
	return timed
}

func TestCompareRefuses(t *testing.T) {
	a, b := lane(t, "did T+00:00 Engineer A rang Engineer B"), lane(t, "saw T+00:01 Engineer A came")
	minus := -1
	for name, said := range map[string]Said{
		"a lane that is not there":  {Zeros: []int{0, 0, 1}},
		"a zero years away":         {Zeros: []int{1 << 40}},
		"a negative distance":       {Near: &minus},
		"a label nobody has":        {Same: []Same{{"X", []Name{{0, "Engineer A"}, {1, "Engineer B"}}}}},
		"a label without words":     {Same: []Same{{" ", []Name{{0, "Engineer A"}, {1, "Engineer A"}}}}},
		"two labels of one lane":    {Same: []Same{{"X", []Name{{0, "Engineer A"}, {0, "Engineer B"}}}}},
		"one label as two":          {Same: []Same{{"X", []Name{{0, "Engineer A"}, {1, "Engineer A"}}}, {"Y", []Name{{0, "Engineer A"}, {1, "Engineer A"}}}}},
		"a line that is not there":  {Moments: []Moment{{Places: []Place{{0, 0}, {1, 9}}}}},
		"two lines of one lane":     {Moments: []Moment{{Places: []Place{{0, 0}, {0, 0}}}}},
		"a moment of a single line": {Moments: []Moment{{Places: []Place{{0, 0}}}}},
	} {
		_, err := Compare([]Lane{a, b}, said)
		var invalid *Invalid
		if !errors.As(err, &invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, lanes := range [][]Lane{nil, make([]Lane, MaxLanes+1)} {
		if _, err := Compare(lanes, Said{}); err == nil {
			t.Errorf("%d lanes were compared", len(lanes))
		}
	}
}

// text is a comparison as Markdown, after the gate.
func text(t testing.TB, c *Comparison, known ...redact.Known) string {
	t.Helper()
	l, err := c.Leave(known)
	var undecided *Undecided
	if errors.As(err, &undecided) {
		t.Fatalf("%+v", undecided.Entities)
	}
	if err != nil {
		t.Fatal(err)
	}
	v, err := l.File(markdown.Renderer{}, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.File(pdf.Renderer{}, ""); err != nil {
		t.Fatal(err)
	}
	return string(v.Bytes())
}

func TestLeave(t *testing.T) {
	a := lane(t, "did T+00:00 Host 1 went down. Engineer A's shell: `engineer-a@host-1`.", "did T+00:04 I rang Engineer B")
	b := lane(t, "saw T+00:01 Engineer A came")

	t.Run("labels stay each lane's own", func(t *testing.T) {
		got := text(t, compare(t, Said{}, a, b))
		for _, want := range []string{"Host 1 went down. Engineer A's shell: `engineer-a@host-1`.", "Engineer A came", "| Clock | Lane 1 | Lane 2 |", "(2.1: 1 min later)"} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is missing in\n%s", want, got)
			}
		}
	})
	t.Run("until the reader says that two are one", func(t *testing.T) {
		got := text(t, compare(t, Said{Same: []Same{{"the first responder", []Name{{0, "Engineer A"}, {1, "Engineer A"}}}, {"database", []Name{{0, "host 1"}, {1, "Engineer A"}}}}[:1]}, a, b))
		for _, want := range []string{"the first responder's shell: `the-first-responder@host-1`", "the first responder came", "I rang Engineer B", "| the first responder | Engineer A | Engineer A |"} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is missing in\n%s", want, got)
			}
		}
	})
	t.Run("a name that is no label waits for the reader", func(t *testing.T) {
		named := lane(t, "did T+00:02 Then I called Priya Patel <priya.patel@example.org> about it", "did T+00:03 Priya Patel restarted it")
		_, err := compare(t, Said{}, a, named).Leave(nil)
		var undecided *Undecided
		if !errors.As(err, &undecided) || len(undecided.Entities) == 0 {
			t.Fatalf("%v", err)
		}
		for _, action := range []redact.Action{redact.Hide, redact.Keep} {
			var said Said
			for _, e := range undecided.Entities {
				said.Decisions = append(said.Decisions, redact.Decision{Kind: e.Kind, Key: e.Key(e.Name), Action: action})
			}
			got := text(t, compare(t, said, a, named))
			if has := strings.Contains(strings.ToLower(got), "priya"); has != (action == redact.Keep) {
				t.Errorf("%s: %s", action, got)
			}
			if action == redact.Hide && !strings.Contains(got, "[withheld: person] restarted it") {
				t.Errorf("no note of what was taken out:\n%s", got)
			}
		}
	})
	t.Run("what the reader's journal hides is hidden", func(t *testing.T) {
		got := text(t, compare(t, Said{}, a, lane(t, "did T+00:02 the zanzibar job stopped")), redact.Known{Kind: redact.Codename, Forms: []string{"zanzibar"}})
		if strings.Contains(got, "zanzibar") || !strings.Contains(got, "[withheld: codename]") {
			t.Errorf("%s", got)
		}
	})
	t.Run("what its author kept is asked about like anything that was found", func(t *testing.T) {
		c := compare(t, Said{}, a, lane(t, "did T+00:02 stopped the zanzibar job"))
		var undecided *Undecided
		if _, err := c.Leave(nil); !errors.As(err, &undecided) || len(undecided.Entities) != 1 || undecided.Entities[0].Certain {
			t.Fatalf("%v", err)
		}
		e := undecided.Entities[0]
		c.Said.Decisions = []redact.Decision{{Kind: e.Kind, Key: e.Key(e.Name), Action: redact.Keep}}
		if got := text(t, c); !strings.Contains(got, "stopped the zanzibar job") {
			t.Errorf("%s", got)
		}
	})
	t.Run("a secret never stays", func(t *testing.T) {
		secret := strings.ReplaceAll("ghp_16C7e42F292c69‹›12E7710c838347Ae178B4a", "‹›", "")
		got := text(t, compare(t, Said{}, a, lane(t, "did T+00:02 used the token "+secret)))
		if strings.Contains(got, secret) || !strings.Contains(got, "[secret removed]") {
			t.Errorf("%s", got)
		}
	})
	t.Run("a wall-clock time written in by hand is withheld, not counted from nowhere", func(t *testing.T) {
		c := compare(t, Said{}, a, lane(t, "did T+00:02 page at 03:42 CET on 2026-01-21"))
		_, err := c.Leave(nil)
		var undecided *Undecided
		if !errors.As(err, &undecided) {
			t.Fatalf("%v", err)
		}
		for _, e := range undecided.Entities {
			c.Said.Decisions = append(c.Said.Decisions, redact.Decision{Kind: e.Kind, Key: e.Key(e.Name), Action: redact.Hide})
		}
		if got := text(t, c); strings.Contains(got, "03:42") || strings.Contains(got, "2026") || !strings.Contains(got, "page at [withheld:") {
			t.Errorf("%s", got)
		}
	})
	t.Run("the reader's own words are examined as the words of an account are", func(t *testing.T) {
		c := compare(t, Said{Moments: []Moment{{Places: []Place{{0, 0}, {1, 0}}, Differ: true, Words: "Priya says it was Jonas"}}}, a, b)
		var undecided *Undecided
		if _, err := c.Leave(nil); !errors.As(err, &undecided) {
			t.Fatalf("%v", err)
		}
	})
	t.Run("the same comparison is the same bytes", func(t *testing.T) {
		once, again := text(t, compare(t, Said{}, a, b)), text(t, compare(t, Said{}, a, b))
		if once != again {
			t.Error("they differ")
		}
	})
	t.Run("twelve lanes leave, four to a table", func(t *testing.T) {
		var many []Lane
		for range MaxLanes {
			many = append(many, a)
		}
		if got := text(t, compare(t, Said{}, many...)); strings.Count(got, "| Clock |") != 3 {
			t.Errorf("%d tables", strings.Count(got, "| Clock |"))
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(file("Blue Heron", "did T+00:00 Engineer A", "saw — x"))
	f.Add([]byte(`{"format":"firsthand account"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		l, err := Read(b)
		var not *report.NotReleased
		if err != nil && !errors.As(err, &not) {
			t.Fatalf("%v", err)
		}
		if err == nil {
			if c, err := Compare([]Lane{l, l}, Said{}); err != nil || len(c.Rows) == 0 && len(c.Loose[0]) == 0 {
				t.Fatalf("%v", err)
			}
		}
	})
}
