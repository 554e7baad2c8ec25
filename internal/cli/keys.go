package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
)

// What the help says of where a passphrase comes from.
const newPassphraseHelp = "a `file` that holds the new passphrase; one newline at its end is dropped"

func (p *Program) passphraseCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "passphrase",
		Short: "Change the passphrase; the recovery key stays",
		Long: `Puts another passphrase in the place of the present one. Both are asked for; or the present one is read from
the file named by --passphrase-file, the new one from that named by --new-passphrase-file.

Copies of the journal that were made before still open with the passphrase of then; "firsthand rekey" makes sure that
nothing written from now on opens with what they hold. Whoever forgot the passphrase uses "firsthand recover".`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			h, err := p.sealed()
			if err != nil {
				return err
			}
			present, err := p.passphrase()
			if err != nil {
				return err
			}
			next, err := p.nextPassphrase(file)
			if err != nil {
				return err
			}
			if err := h.ChangePassphrase(present, next); err != nil {
				return err
			}
			p.say("The passphrase is changed. Copies of the journal made before still open with the one of then; \"firsthand rekey\" seals everything anew.")
			return nil
		},
	}
	c.Flags().StringVar(&file, "new-passphrase-file", "", newPassphraseHelp)
	return c
}

func (p *Program) rekeyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rekey",
		Short: "Seal everything anew; passphrase and recovery key stay",
		Long: `Seals everything under a new key, in one go. Whoever has an older copy of the journal and what opened it then can
still read that copy; what is written from now on opens with nothing that is in it. Nor does a line that is written then
and waits to be taken in open with a backup made before: where there are backups, a new one is made.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			h, err := p.sealed()
			if err != nil {
				return err
			}
			passphrase, err := p.passphrase()
			if err != nil {
				return err
			}
			j, err := p.openBy(cmd.Context(), h, func() (string, error) { return passphrase, nil })
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, j.Close()) }()
			if err := j.Rekey(passphrase); err != nil {
				return err
			}
			p.say("Everything is sealed anew. Copies made before still open with what opened them then.")
			p.backUpAfterwards(cmd.Context(), j)
			return nil
		},
	}
}

func (p *Program) recoveryCommand() *cobra.Command {
	var file string
	c := &cobra.Command{
		Use:   "recovery",
		Short: "Make a new recovery key; the one before no longer opens the journal",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			keep, err := p.recoveryKeeper(file)
			if err != nil {
				return err
			}
			if keep == nil {
				return usage("there is no terminal to show the key on: name a new file with --recovery-file")
			}
			h, err := p.sealed()
			if err != nil {
				return err
			}
			passphrase, err := p.passphrase()
			if err != nil {
				return err
			}
			return h.RenewRecovery(passphrase, keep)
		},
	}
	c.Flags().StringVar(&file, "recovery-file", "", "write the recovery key to this new `file`")
	return c
}

func (p *Program) recoverCommand() *cobra.Command {
	var keyFile, file string
	c := &cobra.Command{
		Use:   "recover",
		Short: "Set a new passphrase with the recovery key, when the passphrase is forgotten",
		Long: `Opens the journal with the recovery key and gives it a new passphrase. Both are asked for; or the recovery key is
read from the file named by --recovery-file, in any case, with or without spaces, and the passphrase from that named by
--new-passphrase-file. The recovery key stays.

Without the passphrase and without the recovery key nobody can read the journal. Nothing is deleted then, and "firsthand
note" still takes lines.`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			h, err := p.sealed()
			if err != nil {
				return err
			}
			recovery, err := p.recoveryKey(keyFile)
			if err != nil {
				return err
			}
			if err := h.CheckRecovery(recovery); err != nil {
				return err
			}
			next, err := p.nextPassphrase(file)
			if err != nil {
				return err
			}
			if err := h.Recover(recovery, next); err != nil {
				return err
			}
			p.say("The journal opens with the new passphrase. The recovery key stays as it is.")
			return nil
		},
	}
	c.Flags().StringVar(&keyFile, "recovery-file", "", "a `file` that holds the recovery key")
	c.Flags().StringVar(&file, "new-passphrase-file", "", newPassphraseHelp)
	return c
}

// sealed is the home of a journal that has a passphrase; another one is told what to do first.
func (p *Program) sealed() (*home.Home, error) {
	h, err := p.home()
	if err != nil {
		return nil, err
	}
	state, err := h.State()
	switch {
	case err != nil:
		return nil, err
	case state == home.Empty:
		return nil, home.ErrNoJournal
	case state == home.WithDevice:
		return nil, &failure{Failed, "This journal has no passphrase yet, so nothing was changed. \"firsthand init\" gives it one, and a recovery key."}
	}
	return h, nil
}

// nextPassphrase is the one that is to be set: from the file, or typed twice. A weak one is taken, with a word about it.
func (p *Program) nextPassphrase(file string) (string, error) {
	var next string
	var err error
	switch {
	case file != "":
		next, err = p.secret(file)
	case p.Prompt == nil:
		err = errNoNewPassphrase
	default:
		next, err = p.twice("New passphrase: ")
	}
	if err == nil && next == "" {
		err = errNoNewPassphrase
	}
	if err != nil {
		return "", err
	}
	if warning := home.Weak(next); warning != "" {
		p.say("%s", warning)
	}
	return next, nil
}

// recoveryKey is the one that a person has: from the file, or typed.
func (p *Program) recoveryKey(file string) (string, error) {
	if file != "" {
		key, err := until(p, func() (string, error) { return home.ReadRecovery(file) })
		if err != nil && !errors.Is(err, home.ErrMistyped) && !errors.Is(err, context.Canceled) {
			err = fmt.Errorf("%w: %w", errRecoveryFile, err)
		}
		return key, err
	}
	if p.Prompt == nil {
		return "", errNoRecoveryKey
	}
	key, err := p.ask("Recovery key: ", errNoRecoveryKey)
	if err == nil && strings.TrimSpace(key) == "" {
		err = errNoRecoveryKey
	}
	return key, err
}

// recoveryKeeper is where the recovery key goes; nil where there is no place for it. It fails where the file cannot be
// made, before anything else is: of a key that nobody has, nobody could make another one.
func (p *Program) recoveryKeeper(file string) (keep func(key string) error, err error) {
	if file != "" {
		if err := makeable(file); err != nil {
			return nil, err
		}
		return func(key string) error { return deliver.Export(file, []byte(key+"\n"), false) }, nil
	}
	if !isTerminal(p.Stderr) {
		return nil, nil
	}
	return func(key string) error {
		p.say("\nYour recovery key. Write it on paper; it opens the journal without the passphrase and is not shown again:\n\n    %s\n", key)
		return nil
	}, nil
}

// makeable tries whether a file can be made.
func makeable(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return &failure{Failed, fmt.Sprintf("There is no folder for %s. Nothing was changed; name a file in one that is there.", file)}
	}
	if err != nil {
		return fmt.Errorf("make file for recovery key: %w", err)
	}
	return errors.Join(f.Close(), os.Remove(file))
}
