package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// limits says, after something was erased, what no program can promise.
const limits = "Copies that this program cannot reach may still hold it: spare blocks of an SSD, snapshots of the disk, backups and exports elsewhere."

func (p *Program) eraseCommand() *cobra.Command {
	var yes, now, back, bin bool
	c := &cobra.Command{
		Use:   "erase [ACCOUNT]",
		Short: "Erase one account, in 30 days or now, or the whole journal",
		Long: `Puts an account into the bin: it is listed, found and exported no more, and erased for ever when the journal is opened
30 days later. Until then --back takes it out again as it was; --bin lists what lies there.

With --now the account is erased at once: its lines, first telling, review and releases, and what undo remembers of it.
The names that you decided to hide stay hidden in other accounts. Without ACCOUNT it erases the whole journal: all of it
in its folder, the backups there too, and the key on this computer. Files that are not Firsthand's stay.

Nothing takes those two back. On a terminal it asks for a word; a script says --yes. It prints the paths of the backups that
still hold what was erased, or may; for the whole journal under a passphrase only where --passphrase-file lets it look.
Nothing may be deleted under a legal hold.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case count(now)+count(back)+count(bin) > 1, (now || back) && len(args) == 0, bin && len(args) == 1:
				return usage("the command is: firsthand erase ACCOUNT, with --now or --back or neither; or --bin alone")
			case bin:
				return p.with(cmd, p.listBin)
			case len(args) == 0:
				return p.eraseJournal(cmd.Context(), yes)
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				a, err := anyAccount(ctx, j, args[0])
				switch {
				case err != nil:
					return err
				case now:
					return p.eraseAccount(ctx, j, a.ID, yes)
				case back:
					return p.takeBack(ctx, j, a)
				}
				return p.putIntoBin(ctx, j, a)
			})
		},
	}
	f := c.Flags()
	f.BoolVar(&now, "now", false, "erase the account at once, for ever")
	f.BoolVar(&back, "back", false, "take the account out of the bin")
	f.BoolVar(&bin, "bin", false, "list what lies in the bin")
	f.BoolVar(&yes, "yes", false, "erase without asking")
	return c
}

func (p *Program) eraseAccount(ctx context.Context, j *home.Journal, id journal.AccountID, yes bool) error {
	_, entries, err := j.Account(ctx, id)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return err
	}
	what := fmt.Sprintf("the account %s with %s", short(id), amount(len(entries), "line"))
	if err := p.confirm(yes, what, short(id)); err != nil {
		return err
	}
	holding, err := j.Erase(ctx, id)
	if err != nil && !errors.Is(err, journal.ErrTraces) {
		return err
	}
	p.erased(what, holding)
	return err
}

// anyAccount is the account whose id begins with what was typed, in the bin or not.
func anyAccount(ctx context.Context, j *home.Journal, typed string) (journal.Account, error) {
	all, err := j.Accounts(ctx)
	if err != nil {
		return journal.Account{}, err
	}
	binned, err := j.Binned(ctx)
	if err != nil {
		return journal.Account{}, err
	}
	known := make(map[journal.AccountID]journal.Account)
	var ids []journal.AccountID
	for _, a := range append(all, binned...) {
		known[a.ID] = a
		ids = append(ids, a.ID)
	}
	id, err := pick(ids, typed, "account", "\"firsthand accounts\" and \"firsthand erase --bin\" list them")
	return known[id], err
}

func (p *Program) putIntoBin(ctx context.Context, j *home.Journal, a journal.Account) error {
	a, err := j.Bin(ctx, a.ID)
	if err != nil {
		return err
	}
	p.say("The account %s lies in the bin and is erased for ever on %s. \"firsthand erase %s --back\" takes it out again, --now erases it at once.",
		short(a.ID), dateOf(a.ErasedOn()), short(a.ID))
	return nil
}

func (p *Program) takeBack(ctx context.Context, j *home.Journal, a journal.Account) error {
	if a.Binned.IsZero() {
		return &failure{Failed, "That account does not lie in the bin. Nothing was changed."}
	}
	if _, err := j.TakeBack(ctx, a.ID); err != nil {
		return err
	}
	p.say("The account %s is back as it was.", short(a.ID))
	return nil
}

func (p *Program) listBin(ctx context.Context, j *home.Journal) error {
	binned, err := j.Binned(ctx)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, a := range binned {
		fmt.Fprintf(t, "%s\t%s\terased on %s\n", short(a.ID), dateOf(a.Started), dateOf(a.ErasedOn()))
	}
	if len(binned) == 0 {
		p.say("Nothing lies in the bin.")
	}
	return t.Flush()
}

func dateOf(t time.Time) string { return t.Local().Format(time.DateOnly) }

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
