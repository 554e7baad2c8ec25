package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// limits says, after something was erased, what no program can promise.
const limits = "Copies that this program cannot reach may still hold it: spare blocks of an SSD, snapshots of the disk, backups and exports elsewhere."

func (p *Program) eraseCommand() *cobra.Command {
	var yes bool
	c := &cobra.Command{
		Use:   "erase [ACCOUNT]",
		Short: "Erase one account, or the whole journal, for ever",
		Long: `Erases an account: its lines, first telling, review and releases, and what undo remembers of it. The names that you
decided to hide stay hidden in other accounts. Without ACCOUNT it erases the whole journal: all of it in its folder, the
backups there too, and the key on this computer. Files that are not Firsthand's stay.

Nothing takes it back. On a terminal it asks for a word; a script says --yes. It prints the paths of the backups that
still hold what was erased, or may; for the whole journal under a passphrase only where --passphrase-file lets it look.
Nothing may be deleted under a legal hold.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return p.eraseJournal(cmd.Context(), yes)
			}
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				return p.eraseAccount(ctx, j, id, yes)
			})
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return c
}

func (p *Program) eraseAccount(ctx context.Context, j *home.Journal, id journal.AccountID, yes bool) error {
	_, entries, err := j.Account(ctx, id)
	if err != nil {
		return err
	}
	what := fmt.Sprintf("the account %s with %s", short(id), amount(len(entries), "line"))
	if err := p.confirm(yes, what, short(id)); err != nil {
		return err
	}
	holding, err := j.Holding(id) // afterwards nothing says what it was
	if err != nil {
		return err
	}
	if err := j.Erase(ctx, id); err != nil {
		return err
	}
	p.erased(what, holding)
	return nil
}

func (p *Program) eraseJournal(ctx context.Context, yes bool) error {
	h, err := p.home()
	if err != nil {
		return err
	}
	what := "the journal in " + h.Dir
	elsewhere, known, err := p.elsewhere(ctx, h)
	if err != nil {
		return err
	}
	if err := p.confirm(yes, what, "erase"); err != nil {
		return err
	}
	if err := h.Erase(); err != nil {
		return err
	}
	p.erased(what, elsewhere)
	if !known {
		p.say("Backups that went to another folder than the journal's own are still there; without the passphrase their list could not be read.")
	}
	return nil
}

// elsewhere names the backups outside the journal's folder, where it can be opened without asking: who has forgotten the
// passphrase, or has a damaged journal, may erase it too.
func (p *Program) elsewhere(ctx context.Context, h *home.Home) (paths []string, known bool, err error) {
	state, err := h.State()
	asks := state == home.Sealed && p.passphraseFile == "" && p.Getenv(PassphraseFileEnv) == ""
	if err != nil || state == home.Empty || asks {
		return nil, false, nil
	}
	j, err := h.Open(ctx, p.passphrase, p.Renderers)
	switch {
	case errors.Is(err, journal.ErrInUse), errors.Is(err, journal.ErrWrongKey), errors.Is(err, errPassphraseFile):
		return nil, false, err
	case err != nil:
		return nil, false, nil
	}
	paths, err = j.Elsewhere()
	return paths, err == nil, j.Close()
}

// confirm has a person type a word before something is erased. A script says --yes.
func (p *Program) confirm(yes bool, what, word string) error {
	if yes {
		return nil
	}
	if p.Prompt == nil {
		return usage("this erases " + what + " for ever, and there is no terminal to ask on, so nothing was changed. Say so with --yes")
	}
	fmt.Fprintf(p.Stderr, "This erases %s for ever. To go on, type %s: ", what, word)
	typed, _ := bufio.NewReader(p.Stdin).ReadString('\n')
	if strings.TrimSpace(typed) != word {
		return &failure{Failed, "That was not the word, so nothing was erased."}
	}
	return nil
}

// erased says what is gone, and prints what may still hold it.
func (p *Program) erased(what string, holding []string) {
	p.say("Erased: %s. %s", what, limits)
	if len(holding) > 0 {
		p.say("These still hold it, or may; remove them yourself:")
	}
	for _, path := range holding {
		fmt.Fprintln(p.Stdout, path)
	}
}
