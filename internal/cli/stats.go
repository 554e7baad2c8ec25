package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// stats is what "stats --json" prints.
type stats struct {
	Patterns    journal.Patterns    `json:"patterns"`
	Calibration journal.Calibration `json:"calibration"`
}

func (p *Program) statsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "stats",
		Short: "How often it happens, what recurs, and how sure you were against what came",
		Long: `Counts what is in the journal: how often and when accounts began, hours awake, conditions, explanations of gaps,
systems; and how often what you expected was met, by how sure you were. They are counts: no score, and nobody is
counted. Nothing leaves the computer.

How sure: only what was written down before its outcome is a forecast; what was told afterwards stands apart. Fewer
than 10 known outcomes are too few to tell; else the interval is that of Wilson with 95 % confidence.

With --json every point has the ids of its accounts and entries.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				var s stats
				var damage [2]error
				s.Patterns, damage[0] = j.Patterns(ctx)
				s.Calibration, damage[1] = j.Calibration(ctx)
				err := errors.Join(damage[:]...)
				if err != nil && !errors.Is(err, journal.ErrDamaged) {
					return err
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, s), err)
				}
				return errors.Join(printStats(p.Stdout, s), err)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func printStats(w io.Writer, s stats) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	ps := s.Patterns
	fmt.Fprintf(t, "%s, %s", amount(ps.Accounts, "account"), amount(ps.Entries, "line"))
	if ps.Accounts > 0 {
		fmt.Fprintf(t, ", %s to %s", ps.From.Format("2006-01-02"), ps.To.Format("2006-01-02"))
	}
	fmt.Fprintln(t)
	if len(ps.Months) > 0 {
		fmt.Fprint(t, "\nmonth\taccounts\tincidents\tnear misses\n")
	}
	for _, m := range ps.Months {
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\n", m.Name, m.Count.Count, m.Incidents, m.NearMisses)
	}
	for _, list := range []struct {
		title string
		of    string
		rows  []journal.Count
		zeros bool
	}{
		{"type", "accounts", ps.Types, false},
		{"weekday", "accounts", ps.Weekdays, true},
		{"hour of day", "accounts", ps.Hours, false},
		{"hours awake", "accounts", ps.Awake, false},
		{"condition", "accounts", ps.Conditions, false},
		{"side", "lines", ps.Sides, false},
		{"what it did", "lines", ps.Roles, false},
		{"gap: explanation", "lines", ps.Why, false},
		{"gap: direction", "lines", ps.Directions, false},
		{"gap: level", "lines", ps.Levels, false},
		{"surprise", "lines", ps.Surprises, false},
		{"system", "accounts", ps.Systems, false},
	} {
		printCounts(t, list.title, list.of, list.rows, list.zeros && ps.Accounts > 0)
	}
	printCalibration(t, s.Calibration)
	return t.Flush()
}

// printCounts prints a list that counts something.
func printCounts(w io.Writer, title, of string, rows []journal.Count, zeros bool) {
	some := false
	for _, c := range rows {
		if c.Count == 0 && !zeros {
			continue
		}
		if !some {
			fmt.Fprintf(w, "\n%s\t%s\n", title, of)
			some = true
		}
		fmt.Fprintf(w, "%s\t%d\n", calm(c.Name), c.Count)
	}
}

func printCalibration(w io.Writer, c journal.Calibration) {
	some := false
	row := func(l journal.Level, when string, t journal.Tally) {
		if t.Known+len(t.NeverKnown) == 0 {
			return
		}
		if !some {
			fmt.Fprint(w, "\nhow sure\twritten\tmet\tnot met\tnever known\tmet of those known\n")
			some = true
		}
		share := "too few to tell"
		if t.Enough {
			share = fmt.Sprintf("%.0f %%, between %.0f and %.0f %%", 100*t.Share, 100*t.Low, 100*t.High)
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%s\n", l.Certainty, when, len(t.Met), len(t.NotMet), len(t.NeverKnown), share)
	}
	for _, l := range c.Levels {
		row(l, "before", l.Forecast)
	}
	for _, l := range c.Levels {
		row(l, "after", l.Remembered)
	}
	if c.Open > 0 {
		fmt.Fprintf(w, "\n%s without an outcome\n", amount(c.Open, "expectation"))
	}
}
