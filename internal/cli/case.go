package cli

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

func (p *Program) caseCommand() *cobra.Command {
	var l leaving
	var name string
	var around bool
	c := &cobra.Command{
		Use:   "case LINE... --to DIR",
		Short: "Make a de-identified case file of lines of several accounts",
		Long: `Makes one de-identified document of the lines named, of however many accounts: a learning with what it came from,
or what stands behind a number of "stats". It goes the way of every release: what is hidden is hidden, one thing has
one label in all accounts, the finished bytes are searched, and only then are they written. Times are counted in each
account from a zero of its own, so that nothing tells how far apart two accounts are.

With --around, the lines that led to a learning and those that answer it come too; background lines never do.

What you decided in the reviews of the accounts holds, but nothing is kept that was kept for one of their releases.
While anything is undecided nothing is written and the exit code is 3; --undecided hide gives each the label of its
kind and remembers it. The document is de-identified, not anonymous.`,
		Args: rangeArgs(1, 9999),
		RunE: func(cmd *cobra.Command, args []string) error {
			like, err := l.request()
			if err != nil {
				return err
			}
			if l.to == "" {
				return errNowhere
			}
			r := journal.Case{
				Name: name, Profile: like.Profile, Audience: like.Audience, Formats: like.Formats, HideUndecided: like.HideUndecided, Paper: like.Paper,
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				for _, typed := range args {
					id, err := entryID(ctx, j.Journal, typed)
					if err != nil {
						return err
					}
					r.Entries = append(r.Entries, id)
				}
				if around {
					more, err := linesAround(ctx, j.Journal, r.Entries)
					if err != nil {
						return err
					}
					r.Entries = append(r.Entries, more...)
				}
				return p.caseFile(ctx, j, r, l.to, l.force)
			})
		},
	}
	f := c.Flags()
	l.flags(f, "pdf, md")
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

// caseFile makes the document, saves it below the folder and prints the paths.
func (p *Program) caseFile(ctx context.Context, j *home.Journal, r journal.Case, to string, force bool) error {
	d, err := j.PrepareCase(ctx, r)
	if err != nil {
		p.sayLeak(err)
		return err
	}
	var paths []string
	_, err = j.ReleaseCase(ctx, d, func(files map[journal.Format]redact.Verified) (err error) {
		paths, err = saveAs("case", files, r.Formats, to, force)
		return err
	})
	if err == nil {
		p.printPaths(paths)
	}
	return err
}
