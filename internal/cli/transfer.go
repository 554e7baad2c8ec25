package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/archive"
	"firsthand/internal/deliver"
	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) importCommand() *cobra.Command {
	var date, zone string
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Bring in an account written as Markdown, plain text or Firsthand's JSON",
		Long: `Brings in an account and prints its id. Hand-written text is welcome as it is: a paragraph or bullet becomes a
line, 03:42 at its start its time, a kind word after it its kind; code and tables stay whole, and clock times run
over midnight. The first time is on --date (default: a date in the text, or today) in --zone (default: a zone in
the text, or this machine's).`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			h, err := p.home()
			if err != nil {
				return err
			}
			o := archive.Options{Name: filepath.Base(args[0]), Now: h.Now(), Zone: zone}
			if date != "" {
				if o.Date, err = time.Parse(time.DateOnly, date); err != nil {
					return usage("--date is written like 2026-03-14")
				}
			}
			file, err := p.input(args)
			if err != nil {
				return err
			}
			in, err := archive.Read(file, o)
			if err != nil {
				return importError(args[0], err)
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, fresh, err := j.Import(ctx, in.Account, in.Entries)
				if err != nil {
					return importError(args[0], err)
				}
				for _, n := range in.Notices {
					p.say("%s", n)
				}
				if !fresh {
					p.say("This account is in the journal already, word for word; nothing was changed.")
				}
				fmt.Fprintln(p.Stdout, id)
				return nil
			})
		},
	}
	c.Flags().StringVar(&date, "date", "", "the `day` of the first time, such as 2026-03-14")
	c.Flags().StringVar(&zone, "zone", "", "the `zone` of the times, such as Europe/Berlin")
	return c
}

func importError(name string, err error) error {
	switch {
	case errors.Is(err, archive.ErrEmpty), errors.Is(err, journal.ErrEmpty):
		return &failure{Failed, fmt.Sprintf("There is no text in %s; nothing was changed.", name)}
	case errors.Is(err, archive.ErrZone):
		return usage("--zone is the name of a zone, such as Europe/Berlin or UTC")
	case errors.Is(err, archive.ErrDamaged):
		return &failure{Failed, fmt.Sprintf("%s was written by Firsthand, but part of it is missing or changed; nothing was imported. Use the other form of the export, or an older copy.", name)}
	case errors.Is(err, archive.ErrNewer):
		return &failure{Unreadable, fmt.Sprintf("%s was written by a newer version of Firsthand; nothing was changed. Update, then import it again.", name)}
	}
	return err
}

func (p *Program) exportCommand() *cobra.Command {
	var all, clear, force bool
	var to, keyFile string
	c := &cobra.Command{
		Use:   "export ACCOUNT|--all --in-the-clear --to DIR",
		Short: "Take your own words out, readable by anyone: Markdown and JSON",
		Long: `Writes accounts as they are, with every name in them, as Markdown and JSON, and prints the paths.
Importing either again gives the same account. This is not a release: nothing is hidden. What has left, and accounts of
others that were set side by side, are not in it: each is saved again by itself, and a backup holds everything.

With --all it takes out of a damaged journal what can still be read, and says what is missing. Should the passphrase
not open it any more, --recovery-file names a file that holds the recovery key.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case !clear:
				return usage("an export holds everything in the clear, every name in it, readable by anyone who gets the files. Say so with --in-the-clear; for a de-identified document use \"firsthand release\"")
			case all == (len(args) == 1):
				return usage("name one account, or --all")
			case to == "":
				return usage("--to names the folder that the files go to")
			case keyFile != "" && !all:
				return usage("--recovery-file is for --all")
			case all:
				return p.exportAll(cmd.Context(), keyFile, to, force)
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := accountID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				if err := makeFolder(to); err != nil {
					return err
				}
				paths, err := home.Export(ctx, j, id, to, force)
				return p.exported(paths, err)
			})
		},
	}
	f := c.Flags()
	f.BoolVar(&all, "all", false, "every account")
	f.BoolVar(&clear, "in-the-clear", false, "I know that the files are readable by anyone who gets them")
	f.BoolVar(&force, "force", false, "overwrite files that are there")
	f.StringVar(&to, "to", "", "the `folder` that the files go to; it is made if it is not there")
	f.StringVar(&keyFile, "recovery-file", "", "a `file` that holds the recovery key, to open a damaged journal with")
	return c
}

func makeFolder(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	return nil
}

// exportAll writes every account, and of a damaged journal what can be read.
func (p *Program) exportAll(ctx context.Context, keyFile, to string, force bool) error {
	return p.examine(ctx, keyFile, func(j *home.Journal, _ home.Checkup) error {
		if err := makeFolder(to); err != nil {
			return err
		}
		paths, _, err := home.ExportAll(ctx, j.Journal, to, force)
		return p.exported(paths, err)
	}, func(r *home.Rescue) error {
		if err := makeFolder(to); err != nil {
			return err
		}
		paths, err := r.Export(ctx, to, force)
		if err := p.exported(paths, err); err != nil {
			return err
		}
		return &failure{Unreadable, fmt.Sprintf("This journal is damaged. What can be read of it is in %s, in the clear; %s. The journal was not changed. %s",
			to, missingInWords(r.Checkup), afterExport(r.Checkup))}
	})
}

// exported prints what was written; where err is not nil, the last path is the one that was not.
func (p *Program) exported(paths []string, err error) error {
	failed := len(paths) - 1
	if errors.Is(err, journal.ErrDamaged) {
		failed = len(paths) // all were written
	}
	for i, path := range paths {
		if err == nil || i < failed {
			fmt.Fprintln(p.Stdout, path)
		}
	}
	if errors.Is(err, journal.ErrDamaged) && len(paths) > 0 {
		return &failure{Unreadable, "Part of this account is damaged; what can be read of it was written. The journal was not changed. \"firsthand verify\" says what is missing."}
	}
	if errors.Is(err, deliver.ErrExists) {
		return &failure{Failed, fmt.Sprintf("%s is there already and was left alone. Use --force to overwrite it, or another folder.", paths[failed])}
	}
	return err
}
