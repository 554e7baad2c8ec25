package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/journal"
)

func noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage(fmt.Sprintf("there is no command %q; \"firsthand --help\" lists them", args[0]))
	}
	return nil
}

func exactArgs(n int) cobra.PositionalArgs { return rangeArgs(n, n) }
func maxArgs(n int) cobra.PositionalArgs   { return rangeArgs(0, n) }

func rangeArgs(low, high int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < low || len(args) > high {
			return usage("the command is: firsthand " + cmd.Use)
		}
		return nil
	}
}

// shortest is how much of an id a person has to type.
const shortest = 4

// short is the start of an id, as it is shown to a person.
func short[ID ~string](id ID) string {
	return string(id[:min(8, len(id))])
}

// accountID is the account whose id begins with what was typed.
func accountID(ctx context.Context, j *journal.Journal, typed string) (journal.AccountID, error) {
	all, err := j.Accounts(ctx)
	if err != nil {
		return "", err
	}
	var ids []journal.AccountID
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	return pick(ids, typed, "account", "\"firsthand accounts\" lists them")
}

// reviewedID is the account or the case file whose id begins with what was typed.
func reviewedID(ctx context.Context, j *journal.Journal, typed string) (journal.AccountID, error) {
	all, err := j.Accounts(ctx)
	if err != nil {
		return "", err
	}
	cases, err := j.Cases(ctx)
	if err != nil {
		return "", err
	}
	var ids []journal.AccountID
	for _, c := range cases {
		ids = append(ids, c.ID)
	}
	for _, a := range all {
		ids = append(ids, a.ID)
	}
	return pick(ids, typed, "account or case file", "\"firsthand accounts\" and \"firsthand case\" list them")
}

// entryID is the entry, of any account, whose id begins with what was typed.
func entryID(ctx context.Context, j *journal.Journal, typed string) (journal.EntryID, error) {
	ids, err := j.EntryIDs(ctx)
	if err != nil {
		return "", err
	}
	return pickEntry(ids, typed)
}

func pickEntry(ids []journal.EntryID, typed string) (journal.EntryID, error) {
	return pick(ids, typed, "line", "\"firsthand show ACCOUNT\" lists them")
}

// pick is the one id that begins with what was typed.
func pick[ID ~string](ids []ID, typed, what, hint string) (found ID, err error) {
	typed = strings.ToLower(strings.TrimSpace(typed))
	n := 0
	for _, id := range ids {
		if string(id) == typed {
			return id, nil
		}
		if len(typed) >= shortest && strings.HasPrefix(string(id), typed) {
			found = id
			n++
		}
	}
	switch n {
	case 0:
		return "", &failure{Failed, fmt.Sprintf("There is no %s %q in this journal; nothing was changed. %s.", what, typed, hint)}
	case 1:
		return found, nil
	}
	return "", &failure{Failed, fmt.Sprintf("More than one %s begins with %q; nothing was changed. Type more of it.", what, typed)}
}
