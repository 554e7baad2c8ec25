package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// printJSON writes v as indented JSON, with a nil slice as an empty list.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// listed is an account as "accounts" lists it.
type listed struct {
	journal.Account
	Lines int    `json:"lines"`
	Words string `json:"words"` // the title, or else the first words of its first line
}

func (p *Program) accountsCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "accounts",
		Short: "List the accounts, newest first",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				all, err := j.Accounts(ctx)
				if err != nil {
					return err
				}
				rows := []listed{}
				var damaged error // said after what can be read
				for _, a := range all {
					_, es, err := j.Account(ctx, a.ID)
					if errors.Is(err, journal.ErrDamaged) {
						damaged = err
					} else if err != nil {
						return err
					}
					es = present(es)
					row := listed{Account: a, Lines: len(es), Words: a.Title}
					if row.Words == "" && len(es) > 0 {
						row.Words = firstWords(es[0].Text)
					}
					rows = append(rows, row)
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, rows), damaged)
				}
				t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
				for _, r := range rows {
					fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", short(r.ID), r.Started.Format("2006-01-02"), r.State, amount(r.Lines, "line"), r.Words)
				}
				return errors.Join(t.Flush(), damaged)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// present leaves out what was removed.
func present(es []journal.Entry) []journal.Entry {
	out := []journal.Entry{}
	for _, e := range es {
		if e.Removed.IsZero() {
			out = append(out, e)
		}
	}
	return out
}

// firstWords is the first line of a text, cut at a word.
func firstWords(text string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	const most = 60
	if runes := []rune(line); len(runes) > most {
		line = string(runes[:most])
		if i := strings.LastIndexByte(line, ' '); i > 0 {
			line = line[:i]
		}
		line += " …"
	}
	return line
}

func (p *Program) showCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show ACCOUNT",
		Short: "Show an account's lines in order of time",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				a, es, err := j.Account(ctx, id)
				if err != nil && !errors.Is(err, journal.ErrDamaged) {
					return err
				}
				if asJSON {
					return errors.Join(err, printJSON(p.Stdout, struct {
						Account journal.Account `json:"account"`
						Entries []journal.Entry `json:"entries"`
					}{a, append([]journal.Entry{}, es...)}))
				}
				if a.Title != "" {
					fmt.Fprintf(p.Stdout, "%s\n\n", a.Title)
				}
				for _, e := range present(es) {
					p.printEntry(e)
				}
				return err
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON, with removed lines and revisions")
	return c
}

// printEntry shows a line: its id, its time where it was lived, its kind and its text.
func (p *Program) printEntry(e journal.Entry) {
	when := strings.Repeat(" ", len("2006-01-02 15:04"))
	if !e.Moment.IsZero() {
		when = e.Moment.Local().Format("2006-01-02 15:04")
	}
	text := e.Text
	if e.Locked { // whoever may write the journal's folder could have put it there
		text += "\n(written while locked)"
	}
	text = strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", 8+2+len(when)+2+13+2))
	fmt.Fprintf(p.Stdout, "%s  %s  %-13s  %s\n", short(e.ID), when, e.Kind, text)
}
