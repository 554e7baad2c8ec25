package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) restoreCommand() *cobra.Command {
	var keyFile, file string
	var confirm, back bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Make the journal what a backup holds, with the recovery key",
		Long: `Makes the journal what a backup holds. It asks for the recovery key, and for a passphrase that opens the journal from
then on; the one of before will do. The recovery key stays. Without a terminal both come from files.

The backup is read whole before anything is touched. The journal is made anew and compared with it; the one that is there
is set aside, not removed. Look at what you have, then:

    firsthand restore --confirm    # keep it, and remove what was set aside
    firsthand restore --back       # take what was set aside again; a second --back undoes the first

Lines that wait to be taken in stay, and "firsthand note" works meanwhile.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if n := len(args) + count(confirm) + count(back); n != 1 {
				return usage("the command is: firsthand restore FILE, or with --confirm or --back alone")
			}
			h, err := p.home()
			if err != nil {
				return err
			}
			switch {
			case confirm:
				return p.confirmRestore(h)
			case back:
				return p.goBack(h)
			}
			recovery, err := p.recoveryKey(keyFile)
			if err != nil {
				return err
			}
			// Before a passphrase is thought of.
			if _, err := home.ReadBackup(cmd.Context(), args[0], recovery); err != nil {
				return restoreError(args[0], err)
			}
			next, err := p.nextPassphrase(file)
			if err != nil {
				return err
			}
			restored, err := h.Restore(cmd.Context(), args[0], recovery, next)
			if err != nil {
				return restoreError(args[0], err)
			}
			p.say("Restored: %s, %s, as of %s. The journal opens with the new passphrase and with the recovery key.",
				amount(restored.Accounts, "account"), amount(restored.Entries, "line"), day(restored.Made))
			if restored.Aside != "" {
				p.say("What was there before lies in %s. \"firsthand restore --back\" takes it again, \"firsthand restore --confirm\" removes it.", restored.Aside)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&keyFile, "recovery-file", "", "a `file` that holds the recovery key")
	f.StringVar(&file, "new-passphrase-file", "", newPassphraseHelp)
	f.BoolVar(&confirm, "confirm", false, "keep the journal as it is now, and remove what restores have set aside")
	f.BoolVar(&back, "back", false, "take again what the last restore has set aside")
	return c
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *Program) confirmRestore(h *home.Home) error {
	n, err := h.Confirm()
	if err != nil {
		return asideError(err)
	}
	p.say("Confirmed: removed what had been set aside, %s.", amount(n, "journal"))
	return nil
}

func (p *Program) goBack(h *home.Home) error {
	aside, err := h.GoBack()
	if err != nil {
		return asideError(err)
	}
	p.say("The journal of before is back, and opens as it did. The other one lies in %s; \"firsthand restore --back\" takes it again.", aside)
	return nil
}

func asideError(err error) error {
	switch {
	case errors.Is(err, home.ErrNothingAside):
		return &failure{Failed, "No restore has set a journal aside. Nothing was changed."}
	case errors.Is(err, home.ErrWaiting):
		return &failure{Failed, "Lines wait that only the present journal can open, so nothing was changed. Open it once, with \"firsthand accounts\"; then go back."}
	}
	return err
}

// restoreError says why a backup cannot be used. Nothing was touched whatever it was.
func restoreError(file string, err error) error {
	switch {
	case errors.Is(err, home.ErrOtherRecovery):
		return &failure{Locked, "That recovery key does not open this backup: it is of another journal, or of another time. Nothing was changed. Try the key that was valid when the backup was made."}
	case errors.Is(err, home.ErrOtherJournal):
		return &failure{Failed, "That is a backup of another journal than the one in this folder. Nothing was changed. Restore it into a folder of its own with --journal FOLDER."}
	case errors.Is(err, home.ErrNotBackup):
		return &failure{Unreadable, fmt.Sprintf("%s is no whole backup: it was cut or changed, or is something else. Nothing was changed; try an older one.", file)}
	case errors.Is(err, journal.ErrNewer):
		return &failure{Unreadable, "A newer version of Firsthand wrote that backup or this journal. Nothing was changed. Update Firsthand, then restore."}
	case errors.Is(err, home.ErrUnlike):
		return &failure{Failed, "What was restored did not read back as the backup has it, so the journal is as it was. The disk may be failing: try another one with --journal FOLDER."}
	case errors.Is(err, fs.ErrNotExist):
		return &failure{Failed, fmt.Sprintf("There is no file %s. Nothing was changed.", file)}
	}
	return err
}
