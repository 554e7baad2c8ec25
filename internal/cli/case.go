package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) caseCommand() *cobra.Command {
	var l leaving
	var name string
	var around bool
	c := &cobra.Command{
		Use:   "case [LINE... --to DIR]",
		Short: "Make a de-identified case file of lines of several accounts, or list those there are",
		Long: `Makes one de-identified document of the lines named, of however many accounts: a learning with what it came from,
or what stands behind a number of "stats". It goes the way of every release: what is hidden is hidden, one thing has
one label in all accounts, the finished bytes are searched, and only then are they written. Times are counted in each
account from a zero of its own, so that nothing tells how far apart two accounts are.

With --around, the lines that led to a learning and those that answer it come too; background lines never do.

What you decided in the reviews of the accounts holds, but nothing is kept that was kept for one of their releases.
While anything is undecided nothing is written and the exit code is 3; --undecided hide gives each the label of its
kind and remembers it. The document is de-identified, not anonymous.

It goes by an id, as an account does: "entities", "treat", "questions", "release", "releases" and "check" take it, and
so the same lines once more go on where they were left. Without LINE the case files there are: their ids, when they were
begun, how many of their lines are chosen, how often they left, their titles or first words.`,
		Args: rangeArgs(0, 9999),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.with(cmd, p.listCases)
			}
			like, err := l.request()
			if err != nil {
				return err
			}
			if l.to == "" {
				return errNowhere
			}
			n := journal.NewCase{Name: name}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				for _, typed := range args {
					id, err := entryID(ctx, j.Journal, typed)
					if err != nil {
						return err
					}
					n.Chosen = append(n.Chosen, id)
				}
				if around {
					more, err := linesAround(ctx, j.Journal, n.Chosen)
					if err != nil {
						return err
					}
					n.Chosen = append(n.Chosen, more...)
				}
				c, err := j.BeginCase(ctx, n)
				if err != nil {
					return err
				}
				like.Account = c.ID
				d, err := p.prepare(ctx, j, like)
				if err != nil {
					return err
				}
				if err := p.release(ctx, j, d, like.Formats, l.to, l.force); err != nil {
					return err
				}
				sayOverlaps(p.Stderr, telling(d.Overlaps))
				return nil
			})
		},
	}
	f := c.Flags()
	l.flags(f, "pdf, md, json")
	f.StringVar(&name, "name", "", "the `title` of the document; what identifies in it is hidden too")
	f.BoolVar(&around, "around", false, "also the lines that led to a learning or answer it")
	return c
}

// linesAround are the lines that led to the learnings among some lines, or answer them, but for background ones.
func linesAround(ctx context.Context, j *journal.Journal, ids []journal.EntryID) (out []journal.EntryID, err error) {
	l, err := j.Learnings(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return nil, err
	}
	for _, lesson := range l.All {
		if !slices.Contains(ids, lesson.Entry.ID) {
			continue
		}
		around := slices.Clone(lesson.LedTo)
		for _, a := range lesson.Answers {
			around = append(around, a.ID)
		}
		for _, id := range around {
			_, e, err := j.Line(ctx, id)
			if err != nil {
				return nil, err
			}
			if e.Share != journal.Background {
				out = append(out, id)
			}
		}
	}
	return out, nil
}

// listCases prints the case files there are.
func (p *Program) listCases(ctx context.Context, j *home.Journal) error {
	all, err := j.Cases(ctx)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, c := range all {
		fmt.Fprintf(t, "%s\t%s\t%d of %s\t%s\t%s\n", short(c.ID), c.Begun.Local().Format("2006-01-02"), len(c.Chosen), amount(len(c.Lines), "line"),
			amount(len(c.Left), "release"), calm(firstWords(cmp.Or(c.Name, c.Words))))
	}
	return t.Flush()
}
