package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/search"
)

func (p *Program) searchCommand() *cobra.Command {
	var asJSON bool
	var limit int
	c := &cobra.Command{
		Use:   "search QUERY",
		Short: "Find lines by their words, their kind, their time and what was said of them",
		Long: `Find the lines that hold all of the words, the latest recorded first. One row a line: its id, its account's,
its time, its kind, and the text around what was found.

A word finds what begins with it: restart finds restarted. Accents and capitals do not count. "in quotation marks"
(quoted once more for the shell) finds exactly these words in this order, "and so on"* leaves the last one open.

What is said of a line beside its words is asked for by filters, with a hyphen for each space of a value:

    kind:action              its kind; kind:none where nobody said
    gap:information          an expectation that was not met, by direction, explanation or level; gap:any
    surprise:strong          how much of a surprise that was
    condition:fatigue        a condition by its sort, its side or what it did; condition:any
    who:sam  system:db-3     somebody or something, by any of the names that your list of names has for them
    before:2026-03  after:6months  on:2026-03-14
                             its day: a day, a month, a year, today, yesterday, or so many days, weeks, months, years ago
    is:told                  how far its account is: open, told, released, kept

Different filters must all apply, and of one filter given twice either; before and after both. A hyphen in front turns a
filter or words in quotation marks round: -kind:note -"the queue". To find such a word itself, quote it: "kind:note".

With --json every line is there in full, with marks: where its words were found, in bytes of the text.
To find nothing is not a failure: the exit code is 0, and the JSON an empty list.`,
		Example: "  firsthand search restart queue\n  firsthand search '\"the queue\" db-3'\n  firsthand search kind:expectation gap:did-not-happen after:1year",
		Args:    rangeArgs(1, 99),
		RunE: func(cmd *cobra.Command, args []string) error {
			query := asTyped(args)
			if limit < 1 {
				return usage("--limit is how many lines at most, 1 or more")
			}
			q, err := journal.Filters.Parse(query)
			var wrong *search.Error
			switch {
			case errors.As(err, &wrong):
				return p.wrongFilter(query, wrong)
			case q.Empty():
				return usage("that holds no word to look for; letters or digits are needed")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				found, damage := j.Search(ctx, query, limit+1)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				more := len(found) > limit
				if err := p.printFound(found[:min(limit, len(found))], asJSON); err != nil {
					return err
				}
				switch {
				case more:
					p.say("There are more lines than these %d; --limit shows more.", limit)
				case len(found) == 0 && damage == nil:
					p.say("No line holds that.")
				}
				return damage // what can be read has been shown
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().IntVar(&limit, "limit", 1000, "at most this `many` lines")
	return c
}

// asTyped is the query that the shell took apart: a value with spaces that a filter takes gets its quotation marks back.
func asTyped(args []string) string {
	parts := make([]string, len(args))
	for i, arg := range args {
		parts[i] = arg
		name, value, ok := strings.Cut(arg, ":")
		if !ok || !strings.ContainsFunc(value, unicode.IsSpace) || strings.ContainsAny(value, `"“”„‟«»`) {
			continue
		}
		quoted := name + `:"` + value + `"`
		q, err := journal.Filters.Parse(quoted)
		if cs := q.Conditions(); err == nil && len(cs) == 1 && cs[0].Filter != "who" && cs[0].Filter != "system" {
			parts[i] = quoted
		}
	}
	return strings.Join(parts, " ")
}

// wrongFilter points at a value that a filter does not take, and says what would do.
func (p *Program) wrongFilter(query string, e *search.Error) error {
	p.say("  %s", calm(query))
	p.say("  %s%s", strings.Repeat(" ", utf8.RuneCountInString(query[:e.At.Start])), strings.Repeat("^", max(1, utf8.RuneCountInString(query[e.At.Start:e.At.End]))))
	takes := e.Words
	if len(e.Takes) > 0 {
		var names []string
		for _, v := range e.Takes {
			names = append(names, strings.ReplaceAll(v, " ", "-"))
		}
		takes = strings.Join(names, ", ")
	}
	return usage(fmt.Sprintf("%s: takes %s; to look for it as a word, put it in quotation marks", e.Filter, takes))
}

func (p *Program) printFound(found []journal.Match, asJSON bool) error {
	if asJSON {
		return printJSON(p.Stdout, append([]journal.Match{}, found...))
	}
	on, off := "", ""
	if isTerminal(p.Stdout) && p.Getenv("NO_COLOR") == "" && p.Getenv("TERM") != "dumb" {
		on, off = "\x1b[1m", "\x1b[22m"
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, m := range found {
		when := ""
		if !m.Moment.IsZero() {
			when = m.Moment.Local().Format("2006-01-02 15:04")
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", short(m.ID), short(m.Account), when, m.Kind, excerpt(m.Text, m.Marks, on, off))
	}
	return t.Flush()
}

// How much of a text is shown around its first mark, in bytes.
const (
	excerptBefore = 48
	excerptLength = 160
)

// excerpt is the text around its first mark on one line, with on and off around what is marked. Nothing in it steers the
// terminal but these.
func excerpt(text string, marks []search.Span, on, off string) string {
	from, to := 0, len(text)
	if len(text) > excerptLength {
		if len(marks) > 0 && marks[0].Start > excerptBefore {
			from = wordAfter(text, marks[0].Start-excerptBefore, marks[0].Start)
		}
		if from+excerptLength < len(text) {
			to = wordBefore(text, from+excerptLength, from)
		}
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	for _, m := range marks {
		if m.End > to {
			break
		}
		b.WriteString(calm(text[at:m.Start]) + on + calm(text[m.Start:m.End]) + off)
		at = m.End
	}
	b.WriteString(calm(text[at:to]))
	if to < len(text) {
		b.WriteString(" …")
	}
	return b.String()
}

// wordAfter is where the first word after at begins, or the character at it where none does before most.
func wordAfter(text string, at, most int) int {
	if i := strings.IndexFunc(text[at:most], unicode.IsSpace); i >= 0 {
		return at + i + len(text[at+i:]) - len(strings.TrimLeftFunc(text[at+i:], unicode.IsSpace))
	}
	for !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// wordBefore is where the last word before at ends, or the character at it where none does after least.
func wordBefore(text string, at, least int) int {
	if i := strings.LastIndexFunc(text[least:at], unicode.IsSpace); i > (at-least)/2 {
		return least + i
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// calm makes a space of each control character.
func calm(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}
