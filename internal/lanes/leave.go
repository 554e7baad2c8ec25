package lanes

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Undecided says that a comparison must wait for decisions: the detector found something that is no label.
type Undecided struct{ Entities []redact.Entity }

func (e *Undecided) Error() string { return fmt.Sprintf("%d undecided", len(e.Entities)) }

// A Leaving is a comparison that is ready to leave: clean text alone, and what may not be in a file of it.
type Leaving struct {
	beside    report.Beside
	forbidden *redact.Forbidden
	// Found is what was found and what becomes of it, in order of appearance.
	Found []redact.Treated
}

// File draws the comparison, if it has pages on that paper, and searches the finished bytes. Errors: *redact.Leak;
// *report.Undrawable.
func (l Leaving) File(r report.Renderer, paper report.Paper) (redact.Verified, error) {
	doc, scaffold := l.beside.Document(), l.beside.Scaffold()
	doc.Paper, scaffold.Paper = paper, paper
	return report.Leave(r, doc, scaffold, l.forbidden)
}

// Searched is how many forms each file is searched for.
func (l Leaving) Searched() int { return l.forbidden.Len() }

// Leave examines all that a comparison holds as the texts of a release are. Whatever is found and is no label, the reader
// decides: that a lane's author kept it was for those whom they gave it to, and nobody else. known is what the reader's own
// journal hides, where one is open; it is hidden without being asked about.
//
// What is hidden reads [withheld: …]: no label of ours is given, as it could be taken for a lane's.
func (c *Comparison) Leave(known []redact.Known) (Leaving, error) {
	t := c.texts()
	survey := redact.ExamineReleased(t.sources, t.common, known)
	choice := redact.Choice{Profile: redact.ByRole}
	for i := range t.sources {
		choice.Sources = append(choice.Sources, i)
	}
	var open []redact.Entity
	for _, e := range survey.Entities {
		switch action := c.decided(e); {
		case e.Kind == redact.Secret:
			// Removed, whatever anybody says.
		case action == redact.Keep:
			choice.Decisions = append(choice.Decisions, redact.Decision{Kind: e.Kind, Key: e.Key(e.Name), Action: redact.Keep, Count: len(e.Spans)})
		case action == redact.Hide, told(survey, e):
			for _, form := range append([]string{e.Name}, e.Forms...) {
				choice.Decisions = append(choice.Decisions, redact.Decision{Kind: e.Kind, Key: e.Key(form), Action: redact.As, Label: "[withheld: " + string(e.Kind) + "]"})
			}
		default:
			open = append(open, e)
		}
	}
	plan := survey.Plan(choice)
	// What only stands in labels of ours is nothing to decide about.
	stands := map[redact.EntityID]bool{}
	for _, x := range plan.Treated() {
		stands[x.Entity.ID] = true
	}
	if open = slices.DeleteFunc(open, func(e redact.Entity) bool { return !stands[e.ID] }); len(open) > 0 {
		return Leaving{}, &Undecided{open}
	}
	clean := make([]redact.Clean, len(t.sources))
	for i := range t.sources {
		var err error
		if clean[i], err = plan.Apply(i); err != nil {
			return Leaving{}, fmt.Errorf("clean: %w", err)
		}
	}
	return Leaving{beside: c.beside(t, clean), forbidden: plan.Forbidden(), Found: plan.Treated()}, nil
}

// decided is what the reader decided about an entity.
func (c *Comparison) decided(e redact.Entity) redact.Action {
	var out redact.Action
	for _, d := range c.Said.Decisions {
		if d.Kind != e.Kind {
			continue
		}
		for _, form := range append([]string{e.Name}, e.Forms...) {
			if e.Key(form) == d.Key && out != redact.Hide {
				out = d.Action
			}
		}
	}
	return out
}

// told reports whether an entity is one that the reader's own journal hides.
func told(s *redact.Survey, e redact.Entity) bool {
	return slices.ContainsFunc(s.Findings, func(f redact.Finding) bool { return f.Entity == e.ID && f.Rule == "told" })
}

// texts are all texts of a comparison as sources.
type texts struct {
	sources []redact.Source
	common  [][]redact.Labelled // by source: where a common label stands
	names   []int               // by lane
	lines   map[Place]int
	labels  []int   // by Said.Same
	theirs  [][]int // by Said.Same, then by its names: the label as the lane has it
	words   []int   // by Said.Moments
}

// texts are the texts as they would leave: with the common labels in them.
func (c *Comparison) texts() texts {
	t := texts{lines: map[Place]int{}}
	add := func(s string) int {
		t.sources = append(t.sources, redact.Source{Text: s})
		return len(t.sources) - 1
	}
	for i, lane := range c.Lanes {
		t.names = append(t.names, add(lane.Name.markdown))
		for k, l := range lane.Lines {
			text, common := c.relabelled(i, l.Text.markdown)
			t.lines[Place{i, k}] = add(text)
			t.common = append(t.common, make([][]redact.Labelled, len(t.sources)-1-len(t.common))...)
			t.common = append(t.common, common)
		}
	}
	for _, s := range c.Said.Same {
		var names []int
		for _, n := range s.Names {
			names = append(names, add(n.Label))
		}
		t.theirs = append(t.theirs, names)
	}
	for _, s := range c.Said.Same {
		t.labels = append(t.labels, add(s.Label))
	}
	for _, m := range c.Said.Moments {
		t.words = append(t.words, add(m.Words))
	}
	return t
}

// relabelled is a text of a lane with the common labels in the places of its own, and where they stand.
func (c *Comparison) relabelled(lane int, text string) (string, []redact.Labelled) {
	common := map[string]string{}
	for _, s := range c.Said.Same {
		for _, n := range s.Names {
			if n.Lane == lane {
				common[n.Label] = strings.TrimSpace(s.Label)
			}
		}
	}
	if len(common) == 0 {
		return text, nil
	}
	var stand []redact.Labelled
	var b strings.Builder
	at := 0
	for _, l := range redact.LabelsIn(text) {
		label, ok := common[l.Name]
		if !ok {
			continue
		}
		written := text[l.Start:l.End]
		switch {
		case strings.ContainsRune(written, '-'): // a word in code
			label = slug(label)
		case capital(written) && !capital(l.Name):
			first, size := utf8.DecodeRuneInString(label)
			label = string(unicode.ToUpper(first)) + label[size:]
		}
		b.WriteString(text[at:l.Start])
		stand = append(stand, redact.Labelled{Start: b.Len(), End: b.Len() + len(label), Name: label})
		b.WriteString(label)
		at = l.End
	}
	b.WriteString(text[at:])
	return b.String(), stand
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// slug is a label as a word in code.
func slug(label string) string {
	return strings.Trim(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return '-'
	}, label), "-")
}

// beside is the comparison in clean text.
func (c *Comparison) beside(t texts, clean []redact.Clean) report.Beside {
	b := report.Beside{Near: c.Said.Nearness()}
	for i, lane := range c.Lanes {
		zero := report.Clock{Minutes: -c.Said.zero(i), Known: true}
		b.Lanes = append(b.Lanes, report.BesideLane{Name: clean[t.names[i]], Lines: len(lane.Lines), Zero: zero})
	}
	line := func(p Place) report.BesideLine {
		l, m := c.Line(p), c.Mark(p)
		out := report.BesideLine{Number: p.Number(), Heading: l.Heading, Mark: l.Mark, At: c.At(p), Text: clean[t.lines[p]], Only: m.Only}
		for _, a := range m.Apart {
			out.Apart = append(out.Apart, report.ApartFrom{Number: a.Number(), Minutes: a.Minutes})
		}
		return out
	}
	for _, r := range c.Rows {
		row := report.BesideRow{At: report.Clock{Minutes: r.Minutes, Known: true}, Cells: make([][]report.BesideLine, len(c.Lanes))}
		for i, cell := range r.Cells {
			for _, p := range cell {
				row.Cells[i] = append(row.Cells[i], line(p))
			}
		}
		b.Rows = append(b.Rows, row)
	}
	for i, loose := range c.Loose {
		for _, p := range loose {
			row := report.BesideRow{Cells: make([][]report.BesideLine, len(c.Lanes))}
			row.Cells[i] = []report.BesideLine{line(p)}
			b.Loose = append(b.Loose, row)
		}
	}
	for i, s := range c.Said.Same {
		same := report.BesideSame{Label: clean[t.labels[i]], Names: make([]redact.Clean, len(c.Lanes))}
		for k, n := range s.Names {
			same.Names[n.Lane] = clean[t.theirs[i][k]]
		}
		b.Same = append(b.Same, same)
	}
	for i, m := range c.Said.Moments {
		said := report.BesideSaid{Differ: m.Differ, Words: clean[t.words[i]], Timed: true}
		first, last := 0, 0
		for k, p := range m.Places {
			said.Numbers = append(said.Numbers, p.Number())
			at := c.At(p)
			said.Timed = said.Timed && at.Known
			if k == 0 {
				first, last = at.Minutes, at.Minutes
			}
			first, last = min(first, at.Minutes), max(last, at.Minutes)
		}
		said.Apart = last - first
		b.Said = append(b.Said, said)
	}
	return b
}
