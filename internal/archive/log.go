package archive

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"time"
	"unicode"

	"firsthand/internal/journal"
)

// A Log is the personal log: what one person learned, what recurs, and how sure they were against what came.
type Log struct {
	Learnings   journal.Learnings   `json:"learnings"`
	Patterns    journal.Patterns    `json:"patterns"`
	Calibration journal.Calibration `json:"calibration"`
}

// LogVersion is the version of the JSON form of a log.
const LogVersion = 1

// WriteLog gives a log in the clear: as Markdown, for a person; as JSON, which holds all of it; and as CSV (RFC 4180), a
// row a learning, for a spreadsheet. A cell that a spreadsheet would take for a formula begins with an apostrophe.
// The same log gives the same bytes.
func WriteLog(l Log) (md, js, table []byte) {
	js = encode(struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
		Log
	}{"firsthand log", LogVersion, l}, true)
	return logMarkdown(l), js, logTable(l.Learnings)
}

func logMarkdown(l Log) []byte {
	var b bytes.Buffer
	b.WriteString("# What I learned\n\nThis is an export: everything in it is in the clear, every name too. It is no release.\n")
	for _, sort := range []struct {
		is    journal.Choice
		title string
	}{{"solution", "Solutions"}, {"better method", "Better methods"}, {"corrected belief", "Corrected beliefs"}, {journal.OpenQuestion, "Open questions"}, {"", "Others"}} {
		titled := false
		for _, lesson := range l.Learnings.All {
			is := lesson.Sort
			if is == journal.Other || is == journal.NotSure {
				is = ""
			}
			if is != sort.is {
				continue
			}
			if !titled {
				fmt.Fprintf(&b, "\n## %s\n", sort.title)
				titled = true
			}
			writeLesson(&b, lesson)
		}
	}
	p := l.Patterns
	fmt.Fprintf(&b, "\n# How often\n\n%d accounts, %d lines.\n", p.Accounts, p.Entries)
	if len(p.Months) > 0 {
		b.WriteString("\n| Month | Accounts | Incidents | Near misses |\n|---|--:|--:|--:|\n")
	}
	for _, m := range p.Months {
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", m.Name, m.Count.Count, m.Incidents, m.NearMisses)
	}
	for _, list := range []struct {
		title, of string
		counts    []journal.Count
	}{
		{"Type", "Accounts", p.Types}, {"Weekday", "Accounts", p.Weekdays}, {"Hour of day", "Accounts", p.Hours}, {"Hours awake", "Accounts", p.Awake},
		{"Condition", "Accounts", p.Conditions}, {"What it did", "Lines", p.Roles}, {"Explanation of a gap", "Lines", p.Why},
		{"Direction of a gap", "Lines", p.Directions}, {"Level of a gap", "Lines", p.Levels}, {"Surprise", "Lines", p.Surprises}, {"System", "Accounts", p.Systems},
	} {
		titled := false
		for _, c := range list.counts {
			if c.Count == 0 {
				continue
			}
			if !titled {
				fmt.Fprintf(&b, "\n| %s | %s |\n|---|--:|\n", list.title, list.of)
				titled = true
			}
			fmt.Fprintf(&b, "| %s | %d |\n", cell(c.Name), c.Count)
		}
	}
	b.WriteString("\n# How sure, against what came\n\n| Certainty | Written | Met | Not met | Never known | Of those known, met |\n|---|---|--:|--:|--:|---|\n")
	for _, level := range l.Calibration.Levels {
		writeTally(&b, level.Certainty, "before", level.Forecast)
		writeTally(&b, level.Certainty, "after", level.Remembered)
	}
	fmt.Fprintf(&b, "\nFewer than %d known outcomes are too few to tell. The interval is that of Wilson, 95 %%.\n", l.Calibration.Few)
	return b.Bytes()
}

func writeLesson(b *bytes.Buffer, l journal.Lesson) {
	fmt.Fprintf(b, "\n%s\n\n", strings.TrimSpace(l.Entry.Text))
	say := func(what string, words ...string) {
		if text := strings.Join(words, ", "); text != "" {
			fmt.Fprintf(b, "- %s: %s\n", what, strings.Join(strings.Fields(text), " "))
		}
	}
	say("Written", l.Entry.Recorded.UTC().Format(time.DateOnly))
	for _, h := range l.Entry.Held {
		say(h.At.UTC().Format(time.DateOnly), string(h.Is))
	}
	say("Would want it", l.Wanted)
	say("From", firstOf(l.From.Title, l.From.Words))
	say("Systems", l.Systems...)
	say("Conditions", names(l.Conditions)...)
	for _, a := range l.Answers {
		say("Answered "+a.Recorded.UTC().Format(time.DateOnly), a.Text)
	}
}

func writeTally(b *bytes.Buffer, certainty, written string, t journal.Tally) {
	if t.Known+len(t.NeverKnown) == 0 {
		return
	}
	share := "too few to tell"
	if t.Enough {
		share = fmt.Sprintf("%.0f %%, between %.0f and %.0f %%", 100*t.Share, 100*t.Low, 100*t.High)
	}
	fmt.Fprintf(b, "| %s | %s | %d | %d | %d | %s |\n", certainty, written, len(t.Met), len(t.NotMet), len(t.NeverKnown), share)
}

func logTable(l journal.Learnings) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	row := func(cells ...string) {
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // to memory
	}
	row("id", "written", "sort", "holds", "since", "text", "would want it", "systems", "conditions", "answers", "account", "account began", "account title")
	for _, lesson := range l.All {
		since := ""
		if n := len(lesson.Entry.Held); n > 0 {
			since = lesson.Entry.Held[n-1].At.UTC().Format(time.RFC3339)
		}
		var answers []string
		for _, a := range lesson.Answers {
			answers = append(answers, a.Text)
		}
		row(string(lesson.Entry.ID), lesson.Entry.Recorded.UTC().Format(time.RFC3339), string(lesson.Sort), string(lesson.Holds), since, lesson.Entry.Text,
			lesson.Wanted, strings.Join(lesson.Systems, ", "), strings.Join(names(lesson.Conditions), ", "), strings.Join(answers, "\n\n"),
			string(lesson.From.Account), lesson.From.At.Format(time.RFC3339), lesson.From.Title)
	}
	w.Flush()
	return b.Bytes()
}

// harmless is a cell that no spreadsheet takes for a formula: one that begins so, after spaces too, begins with an
// apostrophe instead (as OWASP advises against "CSV injection"; the wide forms are those that Excel takes as well).
func harmless(cell string) string {
	first := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\ufeff' || r == '\u200b' })
	if first != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(first)[0]) || cell != "" && (cell[0] == '\t' || cell[0] == '\r' || cell[0] == '\n') {
		return "'" + cell
	}
	return cell
}

// cell is a text within a table of Markdown.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", `\|`)
}

func names[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
