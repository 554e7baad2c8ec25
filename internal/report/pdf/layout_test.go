package pdf

import (
	"fmt"
	"strings"
	"testing"

	"firsthand/internal/report"
)

// within checks that all text lies on its page, inside the margins.
func within(t *testing.T, d report.Document) *sheet {
	t.Helper()
	s := newSheet(pageOf(report.A4))
	s.document(d)
	for i, p := range s.pages {
		for _, o := range p {
			if o.face == nil {
				continue
			}
			w := 0.0
			for _, r := range o.text {
				w += o.face.width(r) * o.size / 1000
			}
			if o.x < s.left-1 || o.x+w > s.column.x+s.column.w+26 || o.y < s.top || o.y > s.bottom+1 {
				t.Fatalf("page %d: %q at %.1f,%.1f to %.1f is outside", i+1, o.text, o.x, o.y, o.x+w)
			}
		}
	}
	return s
}

func TestLongCodeIsWhole(t *testing.T) {
	var code strings.Builder
	for i := 0; code.Len() < 200_000; i++ {
		fmt.Fprintf(&code, "%06d %s\n", i, strings.Repeat("x=1;", i%60))
	}
	code.WriteString(strings.Repeat("abcdefghij", 2000) + "\n")
	d := document(report.Block{Kind: report.Code, Code: code.String()})
	within(t, d)
	views, err := Renderer{}.Views(render(t, d))
	if err != nil {
		t.Fatal(err)
	}
	joined := views[2].Text
	for i := range 1000 {
		if !strings.Contains(joined, fmt.Sprintf("%06d %s", i, strings.Repeat("x=1;", i%60))) {
			t.Fatalf("line %d is not whole", i)
		}
	}
}

func TestTables(t *testing.T) {
	rows := [][]string{{"replica", "lag", "note"}}
	for i := range 60 {
		rows = append(rows, []string{fmt.Sprintf("replica %d", i), "31 s", fmt.Sprintf("begin%d %s end%d", i, strings.Repeat("of a note ", 20), i)})
	}
	s := within(t, document(table(rows...)))
	for i := range 60 {
		begin, end := -1, -2
		for n, p := range s.pages {
			for _, o := range p {
				if strings.Contains(o.text, fmt.Sprintf("begin%d ", i)) {
					begin = n
				}
				if strings.HasSuffix(o.text, fmt.Sprintf("end%d", i)) {
					end = n
				}
			}
		}
		if begin != end {
			t.Errorf("row %d begins on page %d and ends on page %d", i, begin+1, end+1)
		}
	}
	for i, p := range s.pages {
		heads := 0
		for _, o := range p {
			if o.text == "replica" {
				heads++
			}
		}
		if heads != 1 {
			t.Errorf("page %d has the head %d times", i+1, heads)
		}
	}
}

func TestTablesOfAnyWidth(t *testing.T) {
	for _, columns := range []int{1, 2, 5, 8, 12, 20, 40, 200} {
		for _, word := range []string{"x", "value", "alpha-bravo", strings.Repeat("W", 60)} {
			head, row := make([]string, columns), make([]string, columns)
			for c := range columns {
				head[c], row[c] = fmt.Sprintf("h%d", c), fmt.Sprintf("%s %d", word, c)
			}
			d := document(table(head, row, row))
			within(t, d)
			views, err := Renderer{}.Views(render(t, d))
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Count(strings.ReplaceAll(views[2].Text, " ", ""), word); got < 2*columns {
				t.Errorf("%d columns of %q: %d values, want %d", columns, word, got, 2*columns)
			}
		}
	}
}

func TestRowHigherThanAPage(t *testing.T) {
	d := document(table([]string{"a", "b"}, []string{"x", strings.Repeat("several words ", 2000)}, []string{"y", "last"}))
	s := within(t, d)
	if len(s.pages) < 3 {
		t.Errorf("%d pages", len(s.pages))
	}
	if got := strings.Count(strings.Join(strings.Fields(text(t, render(t, d))), " "), "several words"); got < 1990 {
		t.Errorf("%d of 2000 words", got)
	}
}

func TestDeepNestingStaysOnThePage(t *testing.T) {
	b := para(run(strings.Repeat(lorem, 2)))
	for range 40 {
		b = report.Block{Kind: report.Quote, Inner: []report.Block{{Kind: report.List, Items: [][]report.Block{{b}}}}}
	}
	within(t, document(b))
}

func TestHeadingsStayWithTheirText(t *testing.T) {
	var d report.Document
	for i := range 60 {
		d.Parts = append(d.Parts, report.Part{Heading: report.Heading(fmt.Sprintf("Heading%d", i)), Lines: []report.Line{{At: at(i), Blocks: []report.Block{para(run(strings.Repeat(lorem, 1+i%7)))}}}})
	}
	for n, p := range within(t, d).pages {
		if last := p[len(p)-1].text; strings.HasPrefix(last, "Heading") {
			t.Errorf("page %d ends with a heading", n+1)
		}
	}
}

// What was said of a line stands on the page of its last row of text, wherever that falls.
func TestSayingsStayWithTheirLine(t *testing.T) {
	for rows := range 60 {
		d := document(para(run(strings.Repeat("x ", 90*rows))))
		d.Parts[0].Lines = append(d.Parts[0].Lines, report.Line{Number: 2, At: at(20), Said: []report.Said{{Name: report.Sure, Values: []string{"sure"}}},
			Blocks: []report.Block{para(run(strings.Repeat("several words ", 1+rows%40) + "END"))}})
		for n, p := range within(t, d).pages {
			says, text := false, false
			for _, o := range p {
				says = says || strings.HasPrefix(o.text, report.Sure)
				text = text || strings.HasSuffix(o.text, "END")
			}
			if says != text {
				t.Errorf("%d rows before: page %d has one without the other", rows, n+1)
			}
		}
	}
}
