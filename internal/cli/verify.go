package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

func (p *Program) verifyCommand() *cobra.Command {
	var keyFile string
	c := &cobra.Command{
		Use:   "verify",
		Short: "Read everything, and say whether the journal and its backups are whole",
		Long: `Reads every line of the journal, what it is opened with, the inbox and the backups, and says whether all of it is as
it was written. Of a damaged journal it names what is damaged, and for each account how many lines can be read and how
many are missing; it repairs and changes nothing of it. Should the passphrase not open it any more, --recovery-file
names a file that holds the recovery key.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.examine(cmd.Context(), keyFile, func(_ *home.Journal, c home.Checkup) error {
				p.report(c)
				if b := bad(c.Backups); b.Path != "" {
					return &failure{Unreadable, badWords(b, "The journal is whole")}
				}
				readable, _ := c.Lines()
				p.say("Whole: %s, %s, all read. %s.", amount(len(c.Accounts), "account"), amount(readable, "line"), backupsInWords(len(c.Backups)))
				return nil
			}, func(r *home.Rescue) error {
				p.report(r.Checkup)
				readable, _ := r.Lines()
				return &failure{Unreadable, fmt.Sprintf("This journal is damaged. %s can be read; %s. Nothing was changed. \"firsthand export --all --in-the-clear --to FOLDER\" takes out all that can be read. %s",
					amount(readable, "line"), missingInWords(r.Checkup), afterExport(r.Checkup))}
			})
		},
	}
	c.Flags().StringVar(&keyFile, "recovery-file", "", "a `file` that holds the recovery key, to open a damaged journal with")
	return c
}

// examine reads everything, and runs whole on the open journal, or damaged on what is left of it. The passphrase is
// asked for once.
func (p *Program) examine(ctx context.Context, keyFile string, whole func(*home.Journal, home.Checkup) error, damaged func(*home.Rescue) error) error {
	h, err := p.home()
	if err != nil {
		return err
	}
	recovery := ""
	if keyFile != "" {
		if recovery, err = p.recoveryKey(keyFile); err != nil {
			return err
		}
	}
	passphrase := sync.OnceValues(p.passphrase)
	j, err := h.OpenBy(ctx, recovery, passphrase, p.Renderers)
	if err == nil {
		if err = p.examineOpen(ctx, j, whole); !errors.Is(err, journal.ErrDamaged) {
			return err
		}
	} else if !errors.Is(err, journal.ErrDamaged) {
		return err
	}
	r, err := h.Rescue(recovery, passphrase, err)
	if err != nil {
		return rescueError(err, recovery)
	}
	return errors.Join(damaged(r), r.Close())
}

// examineOpen runs whole on the journal if it is; else the error is the damage.
func (p *Program) examineOpen(ctx context.Context, j *home.Journal, whole func(*home.Journal, home.Checkup) error) (err error) {
	defer func() { err = errors.Join(err, j.Close()) }()
	for _, n := range j.Notices {
		p.say("%s", n)
	}
	c, err := j.Verify(ctx)
	if err != nil {
		return err
	}
	if c.Damage != nil {
		return c.Err()
	}
	return whole(j, c)
}

// rescueError says why not even what is left can be read.
func rescueError(err error, recovery string) error {
	if errors.Is(err, home.ErrLost) {
		return err
	}
	var broken *vault.DamageError
	if errors.As(err, &broken) && recovery == "" {
		return &failure{Unreadable, "This journal is damaged where the passphrase, or the key on this computer, opens it; nothing was changed. The recovery key may open it still: try --recovery-file. It opens every backup too: firsthand restore FILE."}
	}
	if errors.As(err, &broken) {
		return &failure{Unreadable, "This journal is damaged where the recovery key opens it; nothing was changed. The passphrase may open it still; the backups open with the recovery key: firsthand restore FILE."}
	}
	return err
}

// partWords name what is damaged as the person knows it.
var partWords = map[vault.Part]string{
	vault.PartFile:       "the file vault.db",
	vault.PartMeta:       "what the journal keeps about its keys",
	vault.PartPassphrase: "what the passphrase opens; the recovery key still opens the journal",
	vault.PartRecovery:   "what the recovery key opens; the passphrase still opens the journal",
	vault.PartDeviceSlot: "what the key on this computer opens",
	vault.PartDeviceKey:  "the key on this computer",
	vault.PartRoot:       "the list that says whether anything was removed or put back",
	vault.PartRecords:    "the set of accounts and lines: something is missing, foreign, or of an earlier time",
	vault.PartHead:       "the place of single lines or accounts",
	vault.PartBody:       "the text of single lines, or an account's review, releases or first telling",
	vault.PartInboxKey:   "the key that lines are sealed to while the journal is locked",
}

// report lists what is damaged and what is there: by day and number, never a word of the person's.
func (p *Program) report(c home.Checkup) {
	to := p.Stdout
	for _, part := range c.Damage {
		fmt.Fprintf(to, "Damaged: %s.\n", partWords[part])
	}
	if c.Repaired {
		fmt.Fprintf(to, "Put right: %s.\n", partWords[vault.PartInboxKey])
	}
	t := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	for _, a := range c.Accounts {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", a.Started.Local().Format("2006-01-02"), short(a.Account), amount(a.Readable, "line"), lossInWords(a))
	}
	t.Flush()
	if c.Unplaced > 0 {
		they := "they were"
		if c.Unplaced == 1 {
			they = "it was"
		}
		fmt.Fprintf(to, "%s lost of which nothing says what account %s in.\n", amount(c.Unplaced, "record"), they)
	}
	if c.Stuck > 0 {
		fmt.Fprintf(to, "%s in the inbox cannot be read.\n", amount(c.Stuck, "file"))
	}
}

// lossInWords says what an account lacks.
func lossInWords(r vault.Rest) string {
	if r.Whole() {
		return "whole"
	}
	var words []string
	if r.Missing > 0 {
		words = append(words, fmt.Sprintf("%d missing", r.Missing))
	}
	if r.Older > 0 {
		words = append(words, fmt.Sprintf("%d only as earlier worded", r.Older))
	}
	if r.Nameless {
		words = append(words, "its title is lost")
	}
	if r.Other > 0 {
		words = append(words, "its review, releases or first telling are lost in part")
	}
	return strings.Join(words, ", ")
}

// mostNamed is how many accounts a sentence names.
const mostNamed = 6

// missingInWords says what is missing, by the day of the account.
func missingInWords(c home.Checkup) string {
	var words []string
	for _, a := range c.Accounts {
		if !a.Whole() {
			words = append(words, fmt.Sprintf("of %s: %s", a.Started.Local().Format("2006-01-02"), lossInWords(a)))
		}
	}
	if n := len(words) - mostNamed; n > 0 {
		words = append(words[:mostNamed], fmt.Sprintf("and of %s more, which \"firsthand verify\" lists", amount(n, "account")))
	}
	if c.Unplaced > 0 {
		words = append(words, amount(c.Unplaced, "record")+" of which nothing is left")
	}
	if c.Stuck > 0 {
		words = append(words, amount(c.Stuck, "file")+" in the inbox")
	}
	if words == nil {
		return "no line is known to be missing"
	}
	return "what is missing: " + strings.Join(words, "; ")
}

// afterExport says what else can be done.
func afterExport(c home.Checkup) string {
	if best := c.Best(); best.Path != "" {
		return fmt.Sprintf("The newest backup is of %s: firsthand restore %s.", day(best.Made), best.Path)
	}
	return "A backup, where there is one, makes it whole again: firsthand restore FILE."
}

func backupsInWords(n int) string {
	if n == 0 {
		return "There is no backup yet"
	}
	return amount(n, "backup") + " read and unchanged"
}
