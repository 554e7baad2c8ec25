package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) concludeCommand() *cobra.Command {
	var nothing bool
	c := &cobra.Command{
		Use:   "conclude EXPECTATION met|not-met|never-known [EFFECT...]",
		Short: "Say what became of an expectation, and which effects answered it",
		Long: `Joins an expectation to the effects of its account that answered it, and says whether it was met. One that was not met is
a gap: "firsthand answer EXPECTATION direction|why|level|noticed|surprise" says what kind of one. --nothing takes the
outcome away.`,
		Example: "  firsthand conclude 6k2m not-met 91fx\n  firsthand answer 6k2m why reasoning information",
		Args:    rangeArgs(1, 99),
		RunE: func(cmd *cobra.Command, args []string) error {
			var met journal.Met
			if nothing != (len(args) == 1) {
				return usage("the command is: firsthand " + cmd.Use + ", or --nothing alone")
			}
			if !nothing {
				i := slices.IndexFunc(journal.Mets, func(m journal.Met) bool { return typedAs(m) == typedAs(args[1]) })
				if i < 0 {
					return usage("an expectation was met, not-met, or it was never-known")
				}
				met = journal.Mets[i]
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := entryID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				var effects []journal.EntryID
				for _, typed := range args[min(2, len(args)):] {
					effect, err := entryID(ctx, j.Journal, typed)
					if err != nil {
						return err
					}
					effects = append(effects, effect)
				}
				e, err := j.Conclude(ctx, id, effects, met)
				switch {
				case errors.Is(err, journal.ErrNotExpected):
					return usage(fmt.Sprintf("that line is no expectation; \"firsthand amend %s --kind expectation\" makes it one", args[0]))
				case errors.Is(err, journal.ErrSelf):
					return usage("an expectation does not answer itself")
				case errors.Is(err, journal.ErrNotFound):
					return &failure{Failed, "An effect is no line of that account; nothing was changed."}
				case err != nil:
					return err
				}
				if met == journal.NotMet {
					p.say("A gap. \"firsthand answer %s\" lists what can be said of it: %s.", short(e.ID), strings.Join([]string{
						string(journal.FieldDirection), string(journal.FieldWhy), string(journal.FieldLevel), string(journal.FieldNoticed), string(journal.FieldSurprise)}, ", "))
				}
				return nil
			})
		},
	}
	c.Flags().BoolVar(&nothing, "nothing", false, "take the outcome away")
	return c
}
