package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) lookBackCommand() *cobra.Command {
	var on, off, asJSON bool
	c := &cobra.Command{
		Use:   "look-back",
		Short: "What you told or learned a week, a month, six months or a year ago, if you ask for it",
		Long: `Lists what comes up again now: accounts that you told and learnings, each once after a week, a month, six months and a
year; the id, how long ago it was, and the first words. Nothing comes up at night, and nothing at all before you ask for
it with --on. What was not looked at for three weeks has passed.

"look-back seen ID" puts one aside until its next time, "look-back never ID" for ever.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if on && off {
				return usage("it is --on or --off")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				set, err := j.Settings(ctx)
				if err != nil {
					return err
				}
				if on != off {
					set.LookBack = on
					if _, err := j.Set(ctx, set); err != nil {
						return err
					}
				}
				all, damage := j.LookBack(ctx)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, all), damage)
				}
				switch {
				case off:
					p.say("Nothing comes up any more.")
				case !set.LookBack:
					p.say("Looking back is off. \"firsthand learn look-back --on\" asks for it.")
				case len(all) == 0 && damage == nil:
					p.say("Nothing comes up now.")
				}
				return errors.Join(p.printMemories(all), damage)
			})
		},
	}
	c.Flags().BoolVar(&on, "on", false, "from now on what was told and learned comes up again")
	c.Flags().BoolVar(&off, "off", false, "nothing comes up any more")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.AddCommand(
		p.lookedBackCommand("seen", "Say that you looked at it: it comes up at its next time", false),
		p.lookedBackCommand("never", "Say \"not this one\": it never comes up again", true),
	)
	return c
}

// idOfMemory is what a memory is called by: the id of the learning, or of the account.
func idOfMemory(m journal.Memory) string {
	if m.Entry != "" {
		return string(m.Entry)
	}
	return string(m.Account)
}

func (p *Program) printMemories(all []journal.Memory) error {
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, m := range all {
		what := "told"
		if m.Entry != "" {
			what = "learned"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", short(idOfMemory(m)), ago(journal.LookAfter[m.Time]), what, calm(firstWords(m.Text)))
	}
	return t.Flush()
}

// ago is a distance in words.
func ago(d journal.Distance) string {
	switch {
	case d.Months >= 12:
		return amount(d.Months/12, "year") + " ago"
	case d.Months > 0:
		return amount(d.Months, "month") + " ago"
	}
	return amount(d.Days/7, "week") + " ago"
}

func (p *Program) lookedBackCommand(name, about string, never bool) *cobra.Command {
	return &cobra.Command{
		Use:   name + " ID",
		Short: about,
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				m, err := p.memory(ctx, j.Journal, args[0], never)
				if err != nil {
					return err
				}
				return j.LookedBack(ctx, m, never)
			})
		},
	}
}

// memory is what comes up now under an id. Of what does not come up now every learning and every account can be put
// aside for ever, and none as seen.
func (p *Program) memory(ctx context.Context, j *journal.Journal, typed string, never bool) (journal.Memory, error) {
	due, err := j.LookBack(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return journal.Memory{}, err
	}
	var ids []string
	of := map[string]journal.Memory{}
	for _, m := range due {
		id := idOfMemory(m)
		ids, of[id] = append(ids, id), m
	}
	if never {
		learned, err := j.Learnings(ctx)
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return journal.Memory{}, err
		}
		accounts, err := j.Accounts(ctx)
		if err != nil {
			return journal.Memory{}, err
		}
		add := func(m journal.Memory) {
			m.Time = -1 // none of its times has come
			if id := idOfMemory(m); !slices.Contains(ids, id) {
				ids, of[id] = append(ids, id), m
			}
		}
		for _, l := range learned.All {
			add(journal.Memory{Account: l.Entry.Account, Entry: l.Entry.ID})
		}
		for _, a := range accounts {
			add(journal.Memory{Account: a.ID})
		}
	}
	id, err := pick(ids, strings.ToLower(typed), "such learning or account", "\"firsthand learn look-back\" lists what comes up now")
	return of[id], err
}
