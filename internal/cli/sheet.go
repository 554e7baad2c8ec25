package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

func (p *Program) sheetCommand() *cobra.Command {
	var l leaving
	var turns []string
	var ask, rather string
	c := &cobra.Command{
		Use:   "sheet ACCOUNT",
		Short: "One page to speak from: three turning points, what to ask me about, what I would rather not go into",
		Long: `Keeps and shows the meeting sheet of an account: at most three turning points, what you want to be asked about, and
what you would rather not go into. --turns, --ask and --rather change it; without any it is shown as it will be read,
with how long it takes to read it aloud.

With --to it leaves like a release: de-identified, searched, one page. What does not fit is said, with how much to cut.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := l.request()
			if err != nil {
				return err
			}
			r.Sheet = true
			changed := cmd.Flags().Changed
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				r.Account = id
				if changed("turns") || changed("ask") || changed("rather") {
					a, _, err := j.Account(ctx, id)
					if err != nil {
						return err
					}
					var s journal.Sheet
					if a.Sheet != nil {
						s = *a.Sheet
					}
					if changed("turns") {
						if s.Turns, err = chosen(ctx, j.Journal, id, turns); err != nil {
							return err
						}
					}
					if changed("ask") {
						s.Ask = ask
					}
					if changed("rather") {
						s.Rather = rather
					}
					if _, err := j.SetSheet(ctx, id, s); err != nil {
						return sheetError(err)
					}
				}
				if l.to == "" {
					return p.showSheet(ctx, j, id)
				}
				return p.leaveSheet(ctx, j, r, l.to, l.force)
			})
		},
	}
	f := c.Flags()
	f.StringSliceVar(&turns, "turns", nil, "the `ids` of the lines that are its turning points, separated by commas; three at most")
	f.StringVar(&ask, "ask", "", "what you want to be asked about, in a few `words`")
	f.StringVar(&rather, "rather", "", "what you would rather not go into, in a few `words`")
	l.flags(f, "pdf, md")
	return c
}

func sheetError(err error) error {
	switch {
	case errors.Is(err, journal.ErrTurns):
		return &failure{Failed, "A sheet has three turning points at most: more cannot be told in three minutes. Nothing was changed."}
	case errors.Is(err, journal.ErrWithheld):
		return &failure{Failed, "A background or removed line cannot stand on a sheet; nothing was changed."}
	case errors.Is(err, journal.ErrNothingChosen):
		return &failure{Failed, "Nothing stands on the sheet yet; nothing was written. --turns, --ask and --rather say what."}
	}
	var over *report.Overfull
	if errors.As(err, &over) {
		return &failure{Failed, fmt.Sprintf("It does not fit on one page; nothing was written. Cut about %s.", amount(over.Words, "word"))}
	}
	return err
}

// showSheet prints a sheet as it will be read.
func (p *Program) showSheet(ctx context.Context, j *home.Journal, id journal.AccountID) error {
	s, err := j.ReadSheet(ctx, id)
	if err != nil {
		return err
	}
	if len(s.Turns) == 0 && s.Ask == nil && s.Rather == nil {
		p.say("Nothing stands on the sheet yet. --turns, --ask and --rather say what.")
		return nil
	}
	text := func(pieces []redact.Piece) string {
		var b strings.Builder
		for _, piece := range pieces {
			b.WriteString(piece.Text)
		}
		return b.String()
	}
	for _, l := range s.Turns {
		fmt.Fprintf(p.Stdout, "%s  %s\n", l.Clock, text(l.Pieces))
	}
	for _, part := range []struct {
		heading report.Heading
		pieces  []redact.Piece
	}{{report.Ask, s.Ask}, {report.Rather, s.Rather}} {
		if part.pieces != nil {
			fmt.Fprintf(p.Stdout, "\n%s\n%s\n", part.heading, text(part.pieces))
		}
	}
	p.say("%s", aloud(s.Words))
	return nil
}

// aloud says how long words take, and how many are too many.
func aloud(words int) string {
	t := report.Aloud(words).Round(time.Second)
	s := fmt.Sprintf("%s, read aloud in %d:%02d.", amount(words, "word"), int(t.Minutes()), int(t.Seconds())%60)
	if n := report.TooMany(words); n > 0 {
		s += fmt.Sprintf(" For three minutes cut %s.", amount(n, "word"))
	}
	return s
}

// leaveSheet makes the sheet, saves it below the folder and prints the paths.
func (p *Program) leaveSheet(ctx context.Context, j *home.Journal, r journal.Request, to string, force bool) error {
	d, err := p.prepare(ctx, j, r)
	if err != nil {
		return sheetError(err)
	}
	if err := p.release(ctx, j, d, r.Formats, to, force); err != nil {
		return err
	}
	sayOverlaps(p.Stderr, telling(d.Overlaps))
	p.say("%s", aloud(d.Words))
	return nil
}
