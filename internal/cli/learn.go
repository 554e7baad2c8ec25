package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) learnCommand() *cobra.Command {
	var asJSON, open bool
	var by string
	c := &cobra.Command{
		Use:   "learn",
		Short: "List what you learned, the latest first",
		Long: `Lists the learnings of all accounts: the id of the line, when it was written, of what sort it is, whether it still
holds, and its first words. An open question is answered by the line that "learn answer" names.

With --by system or --by condition they stand under the systems that they name, or those of their account, and under
the conditions that were told there.

With --json: all, each with its entry, sort, holds (what was said before, and when, is in entry.held), wanted, from
(its account), systems, conditions, ledTo and answers; then systems and conditions, each with the ids of its learnings.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains([]string{"", "system", "condition"}, by) {
				return usage("--by is system or condition")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				l, damage := j.Learnings(ctx)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				if open {
					l = onlyOpen(l)
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, l), damage)
				}
				if len(l.All) == 0 && damage == nil {
					p.say("No learning is there. \"firsthand learn add TEXT\" writes one down.")
				}
				return errors.Join(p.printLearnings(l, by), damage)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().BoolVar(&open, "open", false, "only questions that no line answers yet")
	c.Flags().StringVar(&by, "by", "", "under what they have in common: `system|condition`")
	c.AddCommand(p.learnAddCommand(), p.learnMarkCommand(), p.learnAnswerCommand(), p.learnExportCommand(), p.lookBackCommand())
	return c
}

// onlyOpen leaves the questions that no line answers.
func onlyOpen(l journal.Learnings) journal.Learnings {
	open := map[journal.EntryID]bool{}
	l.All = slices.DeleteFunc(l.All, func(lesson journal.Lesson) bool {
		open[lesson.Entry.ID] = lesson.Open()
		return !lesson.Open()
	})
	for _, shelves := range []*[]journal.Shelf{&l.Systems, &l.Conditions} {
		left := []journal.Shelf{}
		for _, s := range *shelves {
			s.Lessons = slices.DeleteFunc(s.Lessons, func(id journal.EntryID) bool { return !open[id] })
			if len(s.Lessons) > 0 {
				left = append(left, s)
			}
		}
		*shelves = left
	}
	return l
}

func (p *Program) printLearnings(l journal.Learnings, by string) error {
	shelves, all := l.Systems, map[journal.EntryID]journal.Lesson{}
	switch by {
	case "":
		return printLessons(p.Stdout, l.All, "")
	case "condition":
		shelves = l.Conditions
	}
	left := map[journal.EntryID]bool{}
	for _, lesson := range l.All {
		all[lesson.Entry.ID], left[lesson.Entry.ID] = lesson, true
	}
	for _, s := range shelves {
		var lessons []journal.Lesson
		for _, id := range s.Lessons {
			lessons = append(lessons, all[id])
			delete(left, id)
		}
		fmt.Fprintln(p.Stdout, s.Name)
		if err := printLessons(p.Stdout, lessons, "  "); err != nil {
			return err
		}
	}
	rest := slices.DeleteFunc(slices.Clone(l.All), func(lesson journal.Lesson) bool { return !left[lesson.Entry.ID] })
	if len(rest) > 0 {
		fmt.Fprintf(p.Stdout, "no %s\n", by)
	}
	return printLessons(p.Stdout, rest, "  ")
}

func printLessons(w io.Writer, lessons []journal.Lesson, indent string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range lessons {
		sort := string(l.Sort)
		if l.Sort == journal.OpenQuestion && !l.Open() {
			sort = "answered question"
		}
		fmt.Fprintf(t, "%s%s\t%s\t%s\t%s\t%s\n", indent, short(l.Entry.ID), l.Entry.Recorded.Local().Format("2006-01-02"), sort, l.Holds, calm(firstWords(l.Entry.Text)))
	}
	return t.Flush()
}

func (p *Program) learnAddCommand() *cobra.Command {
	var sort, wanted, account string
	c := &cobra.Command{
		Use:   "add TEXT",
		Short: "Write down what you learned, and print the id of the line",
		Long: `Writes a learning down, in the account that --account names, in the one being written, or in a new one. TEXT can be
several words, or - for standard input.`,
		Example: "  firsthand learn add --sort solution drain the node before the restart",
		Args:    rangeArgs(1, 999),
		RunE: func(cmd *cobra.Command, args []string) error {
			n := journal.NewLesson{Text: strings.Join(args, " "), Sort: choice(journal.FieldLearned, sort), Wanted: wanted}
			if sort != "" && n.Sort == "" {
				return usage("--sort is one of: " + choiceNames(journal.FieldLearned))
			}
			if n.Text == "-" {
				b, err := p.input(nil)
				if err != nil {
					return err
				}
				n.Text = strings.TrimSpace(string(b))
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) (err error) {
				if account != "" {
					if n.Account, err = accountID(ctx, j.Journal, account); err != nil {
						return err
					}
				}
				e, err := j.Learn(ctx, n)
				if err != nil {
					return err
				}
				fmt.Fprintln(p.Stdout, e.ID)
				return nil
			})
		},
	}
	c.Flags().StringVar(&sort, "sort", "", "of what `sort` it is: "+choiceNames(journal.FieldLearned))
	c.Flags().StringVar(&wanted, "wanted", "", "`who` would want it")
	c.Flags().StringVar(&account, "account", "", "the `id` of the account it came from")
	return c
}

func (p *Program) learnMarkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mark LINE HOLDS",
		Short: "Say whether a learning still holds: " + choiceNames(journal.FieldHolds),
		Long: `Says whether a learning still holds. What was said before, and when, stays with it; "firsthand learn --json" shows it.
"unsaid" takes back what was said.`,
		Example: "  firsthand learn mark 3f0c9a no-longer",
		Args:    exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			holds := choice(journal.FieldHolds, args[1])
			if holds == "" && args[1] != "unsaid" {
				return usage("HOLDS is one of: " + choiceNames(journal.FieldHolds) + ", unsaid")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := entryID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				_, err = j.MarkHolds(ctx, id, holds)
				return err
			})
		},
	}
}

func (p *Program) learnAnswerCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "answer QUESTION LINE",
		Short: "Say which line answers an open question",
		Args:  exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				var ids [2]journal.EntryID
				for i, typed := range args {
					id, err := entryID(ctx, j.Journal, typed)
					if err != nil {
						return err
					}
					ids[i] = id
				}
				_, err := j.Resolve(ctx, ids[0], ids[1])
				return err
			})
		},
	}
}

// choice is the choice of a field that was typed, with hyphens for spaces or with them; empty where there is no such one.
func choice(f journal.Field, typed string) journal.Choice {
	q, _ := journal.QuestionOf(f)
	for _, c := range q.Offered() {
		if strings.EqualFold(strings.ReplaceAll(string(c), " ", "-"), strings.ReplaceAll(strings.TrimSpace(typed), " ", "-")) {
			return c
		}
	}
	return ""
}

// choiceNames are the choices of a field as they are typed.
func choiceNames(f journal.Field) string {
	q, _ := journal.QuestionOf(f)
	var names []string
	for _, c := range q.Offered() {
		names = append(names, strings.ReplaceAll(string(c), " ", "-"))
	}
	return strings.Join(names, ", ")
}
