package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// fieldQuestion is one thing that can be said of a line, as "answer --json" prints it.
type fieldQuestion struct {
	Field   journal.Field    `json:"field"`
	Shape   journal.Shape    `json:"shape"`
	Choices []journal.Choice `json:"choices,omitempty"` // that are offered
	Chosen  []journal.Choice `json:"chosen,omitempty"`
	Words   string           `json:"words,omitempty"`
	Skipped bool             `json:"skipped,omitempty"`
}

func (p *Program) answerCommand() *cobra.Command {
	var words string
	var never, nothing, asJSON bool
	c := &cobra.Command{
		Use:   "answer ENTRY [FIELD [CHOICE...]]",
		Short: "Say more of a line: how I know, how sure I was, the fields of its kind",
		Long: `Says something of a line beside its text. Without FIELD it lists what can be said of the line, what each field offers, and
what was said. Nothing has to be answered. With FIELD it keeps the choices, or words of your own with --words, or both,
in the place of what was said there before; --never leaves the question out from now on, --nothing takes an answer away.

Among the fields are source, known-from, then and now (how sure I was, and am), and those of the line's kind; of an
expectation that was not met direction, why, level, noticed and surprise make up the gap. A hyphen may stand for a space.`,
		Example: "  firsthand answer 6k2m why information --words 'the page names the old host'\n  firsthand answer 6k2m then fairly-sure",
		Args:    rangeArgs(1, 99),
		RunE: func(cmd *cobra.Command, args []string) error {
			said := cmd.Flags().Changed("words") || len(args) > 2
			switch {
			case len(args) == 1 && (said || never || nothing):
				return usage("name the FIELD that is answered")
			case len(args) > 1 && asJSON:
				return usage("--json lists what can be said of a line; it names no FIELD")
			case len(args) > 1 && !said && !never && !nothing:
				return usage("an answer is a CHOICE, --words, --never or --nothing")
			case nothing && (said || never):
				return usage("--nothing takes the answer away, so it stands alone")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := entryID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				if len(args) == 1 {
					a, e, err := j.Line(ctx, id)
					if err != nil {
						return err
					}
					return p.listAnswers(a, e, asJSON)
				}
				q, ok := fieldOf(args[1])
				if !ok {
					return usage(fmt.Sprintf("a line has no such field; \"firsthand answer %s\" lists them", args[0]))
				}
				return p.answer(ctx, j, id, q, args[2:], words, never)
			})
		},
	}
	f := c.Flags()
	f.StringVar(&words, "words", "", "`words` of your own")
	f.BoolVar(&never, "never", false, "do not ask this of the line again")
	f.BoolVar(&nothing, "nothing", false, "take the answer away")
	f.BoolVar(&asJSON, "json", false, "list as JSON")
	return c
}

// answer keeps the answer to a question. One that is only skipped keeps what was said before.
func (p *Program) answer(ctx context.Context, j *home.Journal, id journal.EntryID, q journal.Question, choices []string, words string, never bool) error {
	a := journal.Answer{Words: words, Skipped: never}
	if never && words == "" && len(choices) == 0 {
		_, e, err := j.Line(ctx, id)
		if err != nil {
			return err
		}
		a.Choices, a.Words = e.Answers[q.Field].Choices, e.Answers[q.Field].Words
	}
	for _, typed := range choices {
		c, ok := choiceOf(q, typed)
		if !ok {
			return usage(choicesWords(q))
		}
		a.Choices = append(a.Choices, c)
	}
	_, err := j.Answer(ctx, id, q.Field, a)
	if errors.Is(err, journal.ErrNoChoice) {
		return usage(fmt.Sprintf("%s takes one choice", q.Field))
	}
	return err
}

func choicesWords(q journal.Question) string {
	if q.Offered() == nil {
		return fmt.Sprintf("%s offers no choices; say it with --words", q.Field)
	}
	return fmt.Sprintf("%s offers %s; anything else is said with --words", q.Field, choicesInWords(q.Offered()))
}

func choicesInWords(choices []journal.Choice) string {
	var names []string
	for _, c := range choices {
		names = append(names, string(c))
	}
	return strings.Join(names, ", ")
}

// typedAs is a name as it may be typed: in any case, a hyphen for a space.
func typedAs[Name ~string](n Name) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(string(n)), "-", " "))
}

func fieldOf(typed string) (journal.Question, bool) {
	for _, q := range journal.Questions {
		if typedAs(q.Field) == typedAs(typed) {
			return q, true
		}
	}
	return journal.Question{}, false
}

func choiceOf(q journal.Question, typed string) (journal.Choice, bool) {
	for _, c := range q.Offered() {
		if typedAs(c) == typedAs(typed) {
			return c, true
		}
	}
	return "", false
}

func (p *Program) listAnswers(a journal.Account, e journal.Entry, asJSON bool) error {
	rows := []fieldQuestion{}
	for _, q := range a.Asked(e) {
		said := e.Answers[q.Field]
		rows = append(rows, fieldQuestion{q.Field, q.Shape, q.Offered(), said.Choices, said.Words, said.Skipped})
	}
	if asJSON {
		return printJSON(p.Stdout, rows)
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		said := strings.Trim(choicesInWords(r.Chosen)+": "+oneLine(r.Words), ": ")
		switch {
		case said != "":
		case r.Skipped:
			said = "(not asked)"
		case len(r.Choices) > 0:
			said = "? " + choicesInWords(r.Choices)
		default:
			said = "?"
		}
		fmt.Fprintf(t, "%s\t%s\n", r.Field, said)
	}
	return t.Flush()
}
