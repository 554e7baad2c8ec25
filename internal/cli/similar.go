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

func (p *Program) similarCommand() *cobra.Command {
	var asJSON bool
	var account string
	c := &cobra.Command{
		Use:   "similar TEXT",
		Short: "Have I seen this before? Earlier lines that share telling words with a text",
		Long: `Finds at most five earlier lines that share rare words with a text, the most alike first: their ids, their accounts',
their time, the words that both hold, and the line. TEXT can be several words, or - for standard input. It needs two
such words in common. To find nothing is not a failure.`,
		Args: rangeArgs(1, 999),
		RunE: func(cmd *cobra.Command, args []string) error {
			text := strings.Join(args, " ")
			if text == "-" {
				b, err := p.input(nil)
				if err != nil {
					return err
				}
				text = string(b)
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				var id journal.AccountID
				if account != "" {
					var err error
					if id, err = accountID(ctx, j.Journal, account); err != nil {
						return err
					}
				}
				found, damage := j.Similar(ctx, text, id)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, found), damage)
				}
				for _, k := range found {
					fmt.Fprintf(p.Stdout, "%s  %s  %s  %s\n          %s\n", short(k.ID), short(k.Account), k.From.At.Format("2006-01-02"),
						calm(strings.Join(k.Words, ", ")), calm(firstWords(k.Text)))
				}
				return damage
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().StringVar(&account, "account", "", "the `id` of an account to leave out: the one being written")
	return c
}
