package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) backupCommand() *cobra.Command {
	var to string
	c := &cobra.Command{
		Use:   "backup",
		Short: "Back the journal up now, sealed to the recovery key",
		Long: `Writes a backup of everything, reads it back, and prints its path. Any program of the format age opens it with the
recovery key; "firsthand restore" makes a journal of it.

Backups are also made by themselves: after each account that was told, and weekly while the window is open. They go to
backups/ in the journal's folder, or to the one that "firsthand backup folder" names. The last seven stay, then one a
week for two months, one a month for a year, one a year.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				b, err := j.Backup(ctx, to)
				if err != nil {
					return backupError(err)
				}
				fmt.Fprintln(p.Stdout, b.Path)
				p.say("%s, %s; read back and the same.", amount(b.Accounts, "account"), amount(b.Entries, "line"))
				return nil
			})
		},
	}
	c.Flags().StringVar(&to, "to", "", "write this one to another `folder`, where it stays")
	c.AddCommand(p.backupListCommand(), p.backupCheckCommand(), p.backupFolderCommand())
	return c
}

// listedBackup is a backup as "backup list" gives it.
type listedBackup struct {
	Path     string    `json:"path"`
	Made     time.Time `json:"made"`
	Checked  time.Time `json:"checked"`
	Size     int64     `json:"size"`
	Accounts int       `json:"accounts"`
	Entries  int       `json:"entries"`
	State    string    `json:"state"` // whole, changed, unreadable, missing
}

func (p *Program) backupListCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "list",
		Short: "List the backups: when, how large, when they were last read",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.with(cmd, func(_ context.Context, j *home.Journal) error {
				b, err := j.Backups()
				if err != nil {
					return err
				}
				p.sayBackups(b)
				return p.printBackups(b, asJSON)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (p *Program) printBackups(b home.Backups, asJSON bool) error {
	rows := []listedBackup{}
	for _, m := range b.Made {
		row := listedBackup{m.Path, m.Made, m.Checked, m.Size, m.Accounts, m.Entries, "whole"}
		switch {
		case m.Missing:
			row.State = "missing"
		case m.Unread:
			row.State = "unreadable"
		case m.Changed:
			row.State = "changed"
		}
		rows = append(rows, row)
	}
	if asJSON {
		return printJSON(p.Stdout, rows)
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintf(t, "%s\t%s\t%s\tread %s\t%s\t%s\n", day(r.Made), amount(r.Entries, "line"), bytesInWords(r.Size), day(r.Checked), r.State, r.Path)
	}
	return t.Flush()
}

// sayBackups says where they go, and whether they do.
func (p *Program) sayBackups(b home.Backups) {
	switch {
	case !b.Possible:
		p.say("%s", noRecoveryWords)
	case b.Late:
		p.say("There has been no backup for more than two weeks. They go to %s; \"firsthand backup\" makes one now.", b.Folder)
	default:
		p.say("Backups go to %s.", b.Folder)
	}
}

// amount is a number of things in words.
func amount(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return fmt.Sprintf("%d %s", n, thing)
}

func day(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

func bytesInWords(n int64) string {
	switch {
	case n < 1<<20:
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	case n < 10<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d MB", n>>20)
}

func (p *Program) backupCheckCommand() *cobra.Command {
	var keyFile string
	c := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Read all backups, or one by the recovery key, and say whether they are whole",
		Long: `Without FILE it reads every backup that the journal knows of and compares it with what it was when it was made; that
needs the passphrase, as everything does. With FILE it opens that one with the recovery key, as a restore would, and
needs no journal: so you know that the key on your paper is the right one.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				recovery, err := p.recoveryKey(keyFile)
				if err != nil {
					return err
				}
				read, err := home.ReadBackup(cmd.Context(), args[0], recovery)
				if err != nil {
					return restoreError(args[0], err)
				}
				p.say("Whole: %s, %s, as of %s.", amount(read.Accounts, "account"), amount(read.Entries, "line"), day(read.Made))
				return nil
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				b, err := j.Backups()
				if err != nil {
					return err
				}
				if b.Made, err = j.CheckBackups(ctx); err != nil {
					return err
				}
				if err := p.printBackups(b, false); err != nil {
					return err
				}
				if m := bad(b.Made); m.Path != "" {
					return &failure{Unreadable, badWords(m, "The journal is as it was")}
				}
				p.sayBackups(b)
				return nil
			})
		},
	}
	c.Flags().StringVar(&keyFile, "recovery-file", "", "a `file` that holds the recovery key")
	return c
}

// bad is the newest backup that is not what it was, or cannot be read; its Path is empty where there is none.
func bad(made []home.Backup) home.Backup {
	for _, b := range made {
		if !b.Missing && (b.Changed || b.Unread) {
			return b
		}
	}
	return home.Backup{}
}

// badWords says so, after what is to be said of the journal.
func badWords(b home.Backup, journal string) string {
	if b.Unread {
		return fmt.Sprintf("%s, but the backup %s cannot be read, so nobody knows whether it is whole. Check its permissions and its disk, or make another one with \"firsthand backup\".", journal, b.Path)
	}
	return fmt.Sprintf("%s, but the backup %s is not what it was when it was made. \"firsthand backup\" makes another one.", journal, b.Path)
}

func (p *Program) backupFolderCommand() *cobra.Command {
	var own bool
	c := &cobra.Command{
		Use:   "folder [FOLDER]",
		Short: "Say where backups go, or choose another folder",
		Long: `Prints the folder that backups go to. With FOLDER they go there from now on; it has to be there. A folder that is
copied to a cloud will do: only sealed files lie in it, whose names and dates say when something happened.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if own && len(args) == 1 {
				return usage("name a folder, or --own")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				if own || len(args) == 1 {
					folder := ""
					if !own {
						folder = args[0]
					}
					if err := j.KeepBackupsIn(ctx, folder); err != nil {
						return backupError(err)
					}
				}
				b, err := j.Backups()
				if err != nil {
					return err
				}
				fmt.Fprintln(p.Stdout, b.Folder)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&own, "own", false, "backups/ in the journal's own folder")
	return c
}

const noRecoveryWords = "There are no backups: a backup opens with the recovery key, and this journal has none yet. " +
	"\"firsthand init\" gives a journal without a passphrase both; \"firsthand recovery\" makes a key where only that is missing."

// backupError says why there is no backup; the journal is unharmed whatever it was.
func backupError(err error) error {
	switch {
	case errors.Is(err, home.ErrNoRecovery):
		return &failure{Failed, noRecoveryWords}
	case errors.Is(err, home.ErrNoFolder):
		return &failure{Failed, "The folder for backups is not there, or is not the one it was, so there is no new backup; the journal is unharmed. Connect its disk, or choose it again with \"firsthand backup folder FOLDER\"."}
	case errors.Is(err, journal.ErrFull):
		return &failure{Failed, "There is no room for a backup, so there is no new one; the journal is unharmed. Free some space, or choose another folder with \"firsthand backup folder FOLDER\"."}
	case errors.Is(err, journal.ErrReadOnly), errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return &failure{Failed, "The folder for backups cannot be written to, so there is no new backup; the journal is unharmed. Check its permissions, or choose another one with \"firsthand backup folder FOLDER\"."}
	case errors.Is(err, home.ErrUnlike):
		return &failure{Failed, "The backup did not read back as it was written, so it does not count; the journal is unharmed. The disk may be failing: choose another folder with \"firsthand backup folder FOLDER\"."}
	}
	return err
}

// backUpAfterwards makes a backup where one is due, after something else was done: what goes wrong is said, and changes
// nothing of what was done.
func (p *Program) backUpAfterwards(ctx context.Context, j *home.Journal) {
	b, err := j.Backups()
	if err != nil {
		return
	}
	if !b.Possible {
		p.say("%s", noRecoveryWords)
		return
	}
	if _, err := j.BackUpIfDue(ctx); err != nil {
		var f *failure
		if errors.As(backupError(err), &f) {
			p.say("%s", f.words)
		} else {
			p.say("There is no new backup; the journal is unharmed. It is tried again another time.")
		}
	}
}
