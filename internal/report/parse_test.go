package report

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"firsthand/internal/redact"
)

// sketch writes blocks in a short form, to compare them.
func sketch(blocks []Block) string {
	var out []string
	for _, b := range blocks {
		switch b.Kind {
		case Paragraph:
			out = append(out, "p("+runs(b.Text)+")")
		case Title:
			out = append(out, fmt.Sprintf("h%d(%s)", b.Level, runs(b.Text)))
		case Code:
			out = append(out, fmt.Sprintf("code %s(%s)", b.Lang, b.Code))
		case List, Ordered:
			var items []string
			for _, item := range b.Items {
				items = append(items, sketch(item))
			}
			if b.Kind == Ordered {
				out = append(out, fmt.Sprintf("ol%d[%s]", b.Level, strings.Join(items, "; ")))
			} else {
				out = append(out, "ul["+strings.Join(items, "; ")+"]")
			}
		case Quote:
			out = append(out, "quote["+sketch(b.Inner)+"]")
		case Table:
			var rows []string
			for _, row := range b.Rows {
				var cells []string
				for _, cell := range row {
					cells = append(cells, runs(cell))
				}
				rows = append(rows, strings.Join(cells, "|"))
			}
			out = append(out, "table["+strings.Join(rows, "; ")+"]")
		case Rule:
			out = append(out, "rule")
		}
	}
	return strings.Join(out, " ")
}

func runs(in []Inline) string {
	var b strings.Builder
	for _, r := range in {
		s := r.Text
		if r.Break {
			s = "⏎"
		}
		for _, style := range []struct {
			on   bool
			mark string
		}{{r.Mono, "`"}, {r.Struck, "~"}, {r.Italic, "/"}, {r.Bold, "*"}} {
			if style.on {
				s = style.mark + s + style.mark
			}
		}
		b.WriteString(s)
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	wrapped := "I looked at the dashboard and saw that errors had gone up since ten\n" +
		"minutes, so I opened a shell on the first replica and read its last\nfew lines."
	logs := "2026-02-22 12:00:01 ERROR connection refused while dialling upstream one\n" +
		"2026-02-22 12:00:02 WARN  retry\n2026-02-22 12:00:03 ERROR connection refused while dialling upstream two"
	for _, c := range []struct{ name, in, want string }{
		{"empty", " \n\n", ""},
		{"styles", "a *b* **c** `d e` ~~f~~ ***g***", "p(a /b/ *c* `d e` ~f~ */g/*)"},
		{"hard-wrapped prose reflows", wrapped, "p(" + strings.ReplaceAll(wrapped, "\n", " ") + ")"},
		{"log lines stay apart", logs, "p(" + strings.ReplaceAll(logs, "\n", "⏎") + ")"},
		{"chat lines stay apart", "Ana  11:58\nhands off\nBen  12:01\nok", "p(Ana  11:58⏎hands off⏎Ben  12:01⏎ok)"},
		{"links are their text", "see [the *page*](https://a.b/c \"t\") and <https://x.y>", "p(see the /page/ and https://x.y)"},
		{"images are a word", "![](a.png) ![graph](b.png)", "p([image] [image: graph])"},
		{"comments go", "a <!-- secret --> b\n\n<!--\nx\n-->", "p(a  b)"},
		{"an unended comment stays", "a <!-- b", "p(a <!-- b)"},
		{"html is text", "<div class=\"x\">hi</div>\n\na <b>c</b>", `p(<div class="x">hi</div>) p(a <b>c</b>)`},
		{"definitions are text", "[12:03]: bot joined", "p([12:03]: bot joined)"},
		{"words after a fence stay", "```oops it broke\nx\ty\n```", "code (oops it broke\nx   y\n)"},
		{"languages go", "```go\nx\n```", "code go(x\n)"},
		{"cells beyond the head stay", "|a|b|\n|-|-|\n|1|2|3|\n|4|", "table[a|b|; 1|2|3; 4||]"},
		{"numbers are kept", "2. a\n3. b\n7. c", "ol2[p(a); p(b)] ol7[p(c)]"},
		{"lines over dashes are no heading", "a\nb\n---", "p(a⏎b) rule"},
		{"quotes and lists", "> a\n> - b\n>   - c", "quote[p(a) ul[p(b) ul[p(c)]]]"},
		{"entities, once", "&amp;lt; \\&amp; &#8238;x", "p(&lt; &amp; x)"},
		{"broken bytes", "a\xffb\x00c\u202ed\r\ne", "p(a\uFFFDbcd⏎e)"},
		{"colour of terminals", "\x1b[31mred\x1b[0m \x1b]0;title\x07x", "p(red x)"},
		{"composed", "e\u0301", "p(é)"},
		{"emoji", "🚀 ✅ 👨‍👩‍👧 🇩🇪 1️⃣ 👍🏽 ✔️ 🤷‍♂️ 👩‍💻 🏴󠁧󠁢󠁳󠁣󠁴󠁿 :rocket:",
			"p([rocket] [check mark] [family: man, woman, girl] [flag DE] [1] [thumbs up] [check mark] [shrug] " +
				"[woman, personal computer] [flag GBSCT] :rocket:)"},
		{"symbols that are text", "✓ → ™️ ❯ © ↔️", "p(✓ → ™ ❯ © ↔)"},
		{"emoji in code", "`🚀`\n\n    🚀", "p(`[rocket]`) code ([rocket]\n)"},
		{"hidden tags go", "a\U000E0041\U000E0042b", "p(ab)"},
		{"Chinese reflows without spaces", strings.Repeat("错", 40) + "\n" + strings.Repeat("误", 40), "p(" + strings.Repeat("错", 40) + strings.Repeat("误", 40) + ")"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sketch(blocks(c.in)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// Whatever the Markdown, every word is in the blocks. Targets of links, comments and languages are the exception.
func TestBlocksLoseNoWord(t *testing.T) {
	pieces := []string{" ", " ", "\n", "\n", "\n\n", "    ", "\t", "- ", "1. ", "7) ", "> ", "# ", "*", "**", "_", "`", "```", "~~~", "~~",
		"|", "|-|-|\n", "|--\n", "---\n", "===\n", "[", "]", "]: ", "(", ")", "!", "<", ">", "</", "<b>", "<div>\n", "<!--", "<?", "\\", "&", ";", "🚀", "é", "\r\n",
		"https://", "<pre>", "<table>", "+ ", "\u202e"}
	for seed := range uint64(20000) {
		r := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		var want []string
		for i := range 3 + r.IntN(30) {
			if r.IntN(2) == 0 {
				w := fmt.Sprintf("w%dx", i)
				want = append(want, w)
				b.WriteString(w)
			} else {
				b.WriteString(pieces[r.IntN(len(pieces))])
			}
		}
		in := strings.NewReplacer("](", "] (", "-->", "-- >").Replace(b.String())
		got := PlainText(blocks(in))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Fatalf("seed %d lost %s:\n%q\n%q", seed, w, in, got)
			}
		}
		if !utf8.ValidString(got) || strings.ContainsAny(got, "\r\x00\u202e") {
			t.Fatalf("seed %d: not clean: %q", seed, got)
		}
	}
}

func TestBlocksBoundsNesting(t *testing.T) {
	in := strings.Repeat("> ", 3000) + "deep"
	if !strings.Contains(PlainText(blocks(in)), "deep") {
		t.Error("text lost")
	}
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		clock Clock
		want  string
	}{
		{Clock{}, ""}, {Clock{Known: true}, "T+00:00"}, {Clock{Minutes: -75, Known: true}, "T-01:15"},
		{Clock{Minutes: 100*60 + 5, Known: true, About: true}, "about T+100:05"},
	} {
		if got := c.clock.String(); got != c.want {
			t.Errorf("%+v: got %q, want %q", c.clock, got, c.want)
		}
	}
	if got := (Clock{Minutes: 2, Before: 12, After: 3, Known: true, About: true}).Span(); got != "T-00:10 to T+00:05" {
		t.Errorf("a band is %q", got)
	}
	if got := (Clock{Minutes: 2, Known: true, About: true}).Span(); got != "about T+00:02" {
		t.Errorf("no band is %q", got)
	}
}

func TestNewWithoutText(t *testing.T) {
	d := New(Contents{Profile: redact.ByRole, Texts: []Text{{Heading: Actions}}})
	if d.Name != nil || len(d.Parts) != 0 || d.Profile != redact.ByRole {
		t.Errorf("got %+v", d)
	}
}

// clean is text that went through redact and came out as it was.
func clean(t *testing.T, s string) redact.Clean {
	t.Helper()
	c, err := redact.Examine([]redact.Source{{Text: s}}, nil).Plan(redact.Choice{Sources: []int{0}}).Apply(0)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestNewGroupsByHeading(t *testing.T) {
	d := New(Contents{Profile: redact.ByRole, Name: clean(t, "blue *water*"), Texts: []Text{
		{Heading: "Further", Clean: clean(t, "last")},
		{Heading: Effects, At: Clock{Minutes: 5, Known: true}, Clean: clean(t, "then it was slow")},
		{Heading: Actions, Mark: "decision", Clean: clean(t, "we waited\n\n- one\n- two")},
		{Heading: Effects, Clean: clean(t, "then it was gone")},
		{Heading: Notes, Clean: clean(t, "")},
	}})
	var got []string
	for _, p := range d.Parts {
		for _, l := range p.Lines {
			got = append(got, fmt.Sprintf("%s %d %s %s %s", p.Heading, l.Number, l.At, l.Mark, sketch(l.Blocks)))
		}
	}
	want := []string{"What I did 3  decision p(we waited) ul[p(one); p(two)]", "What I saw 2 T+00:05  p(then it was slow)", "What I saw 4   p(then it was gone)", "Further 1   p(last)"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if runs(d.Name) != "blue water" {
		t.Errorf("name %q", runs(d.Name))
	}
}

func TestNewPutsExpectationsBesideTheirEffects(t *testing.T) {
	d := New(Contents{
		Texts: []Text{
			{Heading: Notes}, // without a word: it takes no number
			{Heading: Effects, Clean: clean(t, "slow")},
			{Heading: Expectations, Clean: clean(t, "fast")},
			{Heading: Effects, Clean: clean(t, "slower")},
			{Heading: Expectations, Clean: clean(t, "green")},
		},
		Outcomes: []Pairing{
			{Expectation: 4, Effects: []int{0}}, // its only effect has no word
			{Expectation: 0, Effects: []int{1}},
			{Expectation: 2, Effects: []int{3, 0, 1}, Became: Became{Met: NotMet, Direction: "later"}, Words: clean(t, "the *docs*")},
		},
		Closing: [3]redact.Clean{clean(t, ""), clean(t, "a guard"), clean(t, "sleep, [withheld: place]")},
	})
	if len(d.Outcomes) != 1 {
		t.Fatalf("%d outcomes", len(d.Outcomes))
	}
	o := d.Outcomes[0]
	if got := fmt.Sprintf("%d %v %v %s %s", o.Expectation, o.Effects, o.Gap(), o.Direction, sketch(o.Words)); got != "2 [1 3] true later p(the /docs/)" {
		t.Error(got)
	}
	if len(d.Closing) != 2 || d.Closing[0].Question != Specific || d.Closing[1].Question != Similar || !d.Withholds {
		t.Errorf("%+v", d.Closing)
	}
	var order []string
	for _, l := range d.InOrder() {
		order = append(order, fmt.Sprintf("%d %s", l.Number, l.Heading))
	}
	if got := strings.Join(order, ", "); got != "1 What I saw, 2 What I expected, 3 What I saw, 4 What I expected" {
		t.Error(got)
	}
	s := d.Scaffold()
	if len(s.Outcomes) != 1 || s.Outcomes[0].Words != nil || s.Outcomes[0].Direction != "later" || !s.Withholds || len(s.Closing) != 2 || s.Closing[0].Blocks != nil {
		t.Errorf("%+v", s)
	}
	if d.Outcomes[0].Words == nil || d.Parts[0].Lines[0].Blocks == nil {
		t.Error("the document itself has lost its words")
	}
}

func TestHeadingsStartWithTheFiveParts(t *testing.T) {
	if !slices.Equal(Headings[:5], []Heading{Actions, Effects, Expectations, Assumptions, Understandings}) {
		t.Error(Headings[:5])
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add("# a\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n> - 7. x\n```\n<!--")
	f.Fuzz(func(t *testing.T, s string) {
		if got := PlainText(blocks(s)); !utf8.ValidString(got) {
			t.Errorf("invalid: %q", got)
		}
	})
}
