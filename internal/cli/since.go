package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// later is what became of a line, as "since --json" prints it.
type later struct {
	Entry  journal.EntryID `json:"entry"`
	Is     journal.LaterIs `json:"is"`
	Was    string          `json:"was,omitempty"` // the text as it was first told; absent of one that was added
	Text   string          `json:"text,omitempty"`
	Words  []journal.Diff  `json:"words,omitempty"`
	Kind   bool            `json:"kindChanged"`
	Moment bool            `json:"momentChanged"`
}

func (p *Program) sinceCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "since ACCOUNT",
		Short: "Show what has changed since the first telling",
		Long: `Shows the lines that were added, reworded or taken out since "enough for now" was first said. The first telling stays as
it is; what was taken away of a line stands in [-…-], what came to it in {+…+}.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				a, es, damage := j.Account(ctx, id)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				if a.Telling == nil && damage == nil {
					return &failure{Failed, fmt.Sprintf("This account has no first telling yet. \"firsthand tell %s\" keeps it as it stands.", short(id))}
				}
				changes := laterOf(a, es)
				if asJSON {
					return errors.Join(printJSON(p.Stdout, changes), damage)
				}
				for _, l := range changes {
					p.printLater(l)
				}
				if len(changes) == 0 && damage == nil {
					p.say("Nothing has changed since it was first told.")
				}
				return damage
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func laterOf(a journal.Account, es []journal.Entry) []later {
	was, is := map[journal.EntryID]string{}, map[journal.EntryID]string{}
	if a.Telling != nil {
		for _, e := range a.Telling.Entries {
			was[e.ID] = e.Text
		}
	}
	for _, e := range present(es) {
		is[e.ID] = e.Text
	}
	out := []later{}
	for _, l := range journal.Since(a.Telling, es) {
		out = append(out, later{Entry: l.Entry, Is: l.Is, Was: was[l.Entry], Text: is[l.Entry], Words: l.Words, Kind: l.Kind, Moment: l.Moment})
	}
	return out
}

func (p *Program) printLater(l later) {
	text := l.Text
	switch {
	case l.Is == journal.TakenOut:
		text = l.Was
	case l.Words != nil:
		text = ""
		for _, d := range l.Words {
			switch d.Is {
			case journal.Before:
				text += "[-" + d.Text + "-]"
			case journal.After:
				text += "{+" + d.Text + "+}"
			default:
				text += d.Text
			}
		}
	}
	if l.Kind {
		text += "\n(its kind was changed)"
	}
	if l.Moment {
		text += "\n(its time was changed)"
	}
	head := fmt.Sprintf("%s  %-9s  ", short(l.Entry), l.Is)
	fmt.Fprintln(p.Stdout, head+strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(head))))
}
