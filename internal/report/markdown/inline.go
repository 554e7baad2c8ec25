package markdown

import (
	"regexp"
	"slices"
	"strings"

	"firsthand/internal/report"
)

// A place is where text stands, as far as it decides what must be escaped.
type place struct {
	start   bool // of a line
	heading bool // in a heading, or a cell: one line
	cell    bool
}

// paragraph gives runs as a paragraph behind lead, which is Markdown already. A break is two spaces at the end of a
// line, the one form of it that every reader knows.
func paragraph(lead string, in []report.Inline) string {
	return faithful(lead, in, "", Text([]byte(lead)), place{start: lead == ""})
}

// oneLine gives runs as what may follow the mark of a heading.
func oneLine(in []report.Inline) string {
	return strings.TrimPrefix(faithful("# ", in, "", "", place{heading: true}), "# ")
}

// cellText gives runs as the content of a cell.
func cellText(in []report.Inline) string {
	const head, tail = "| ", " |\n| --- |"
	return strings.TrimSuffix(strings.TrimPrefix(faithful(head, in, tail, "", place{heading: true, cell: true}), head), tail)
}

// faithful writes runs between head and tail, of which before is seen, so that they read back as the same text. What
// opens and closes emphasis follows rules by which some styles cannot be written, such as bold that ends inside a word
// behind a full stop. Then fewer styles are written: the text is more than its looks.
func faithful(head string, in []report.Inline, tail, before string, at place) string {
	if s, ok := styled(head, in, tail, before, at); ok {
		return s
	}
	// No text is known to come here; should there be one, it still leaves whole.
	return head + everyMark.ReplaceAllString(strings.ReplaceAll(plain(in), "\n", " "), `\$0`) + tail
}

var everyMark = regexp.MustCompile("[!-/:-@\\[-`{-~]")

// styled is faithful with as many styles as read back, and whether any form did.
func styled(head string, in []report.Inline, tail, before string, at place) (string, bool) {
	if len(in) == 1 && !at.start && !at.heading && meansNothing(in[0]) {
		return head + strings.TrimRight(in[0].Text, " ") + tail, true
	}
	want := squash(before + plain(in))
	in = inert(in)
	for _, drop := range []func(*report.Inline){
		func(*report.Inline) {},
		func(r *report.Inline) { r.Bold, r.Italic, r.Struck = false, false, false },
		func(r *report.Inline) { r.Mono = false },
	} {
		in = slices.Clone(in)
		for i := range in {
			drop(&in[i])
		}
		in = merge(in)
		if s := head + runs(in, at) + tail; squash(Text([]byte(s))) == want {
			return s, true
		}
	}
	return "", false
}

// meansNothing is true of a run of ordinary words, which Markdown reads as itself behind others of its line: as nearly
// every text is.
func meansNothing(r report.Inline) bool {
	if r != (report.Inline{Text: r.Text}) || isLive(r.Text) {
		return false
	}
	for _, c := range r.Text {
		if c != ' ' && !letter(c) && !strings.ContainsRune(",.;'\"()?/", c) {
			return false
		}
	}
	return strings.Trim(r.Text, " ") != ""
}

// merge joins runs of the same style: two code spans side by side would be one.
func merge(in []report.Inline) []report.Inline {
	var out []report.Inline
	for _, r := range in {
		if len(out) > 0 && !r.Break {
			last := out[len(out)-1]
			last.Text = r.Text
			if last == r {
				out[len(out)-1].Text += r.Text
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// squash makes texts equal that differ in spaces and line ends only.
func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

// plain is the plain text of runs.
func plain(in []report.Inline) string {
	var b strings.Builder
	for _, r := range in {
		if r.Break {
			b.WriteByte('\n')
		}
		b.WriteString(r.Text)
	}
	return b.String()
}

// The styles that can be open, from the outer to the inner.
var marks = []struct {
	mark string
	of   func(report.Inline) bool
}{
	{"**", func(r report.Inline) bool { return r.Bold }},
	{"*", func(r report.Inline) bool { return r.Italic }},
	{"~~", func(r report.Inline) bool { return r.Struck }},
}

// runs writes runs in their styles. Spaces at the ends of a style go outside it, where Markdown wants them.
func runs(in []report.Inline, at place) string {
	var b strings.Builder
	var open []int   // indexes into marks
	var space string // not yet written: it may have to stand behind the end of a style
	move := func(r report.Inline) {
		keep := 0
		for keep < len(open) && marks[open[keep]].of(r) {
			keep++
		}
		for len(open) > keep {
			b.WriteString(marks[open[len(open)-1]].mark)
			open = open[:len(open)-1]
		}
		b.WriteString(space)
		space = ""
		for i, m := range marks {
			if m.of(r) && !slices.Contains(open, i) {
				b.WriteString(m.mark)
				open = append(open, i)
			}
		}
	}
	whole := plain(in)
	for _, r := range in {
		if r.Break {
			space = ""
			move(report.Inline{})
			switch {
			case at.heading || at.cell:
				space = " "
			case !at.start && b.Len() > 0: // two breaks in a row would end the paragraph
				b.WriteString("  \n")
				at.start = true
			}
			continue
		}
		core := r.Text
		if !r.Mono {
			core = strings.Trim(r.Text, " ")
		}
		if core == "" {
			if !at.start {
				space += r.Text
			}
			continue
		}
		before, after, _ := strings.Cut(r.Text, core)
		if !at.start {
			space += before
		}
		move(r)
		if r.Mono {
			b.WriteString(codeSpan(core, at))
		} else {
			b.WriteString(escape(core, at, whole))
		}
		space, at.start = after, false
	}
	space = ""
	move(report.Inline{})
	s := b.String()
	if at.heading && !at.cell && strings.HasSuffix(s, "#") { // would be the closing sequence of the heading
		s = s[:len(s)-1] + `\#`
	}
	return s
}

// codeSpan puts code between more backticks than it has in a row.
func codeSpan(s string, at place) string {
	fence := strings.Repeat("`", longestRun(s, '`')+1)
	if longestRun(s, '`') == 0 {
		fence = "`"
	}
	blank := strings.Trim(s, " ") == ""
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") || !blank && strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") {
		s = " " + s + " "
	}
	if at.cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	return fence + s + fence
}
