package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

func decideError(err error, account journal.AccountID) error {
	switch {
	case errors.Is(err, journal.ErrNotFound):
		return &failure{Failed, fmt.Sprintf("Nothing of that name was found in the account; nothing was changed. \"firsthand entities %s\" lists what was, --pattern TEXT takes any text.", short(account))}
	case errors.Is(err, journal.ErrKeepSecret):
		return &failure{Failed, "A secret cannot be kept in a release; nothing was changed."}
	case errors.Is(err, redact.ErrLabelForm):
		return &failure{Failed, "A label is a few words on one line, without marks; nothing was changed."}
	case errors.Is(err, redact.ErrLabelHidden):
		return &failure{Failed, "That label would tell what is hidden; nothing was changed. Choose other words."}
	case errors.Is(err, redact.ErrLabelTaken):
		return &failure{Failed, "Something else is called that, and two things would read as one; nothing was changed. Choose other words."}
	case errors.Is(err, redact.ErrNotTied):
		return &failure{Failed, "That is no name of its own, or has no other form, so it cannot be the same as another thing or another's; nothing was changed."}
	}
	return err
}

func (p *Program) releaseCommand() *cobra.Command {
	var to, formats, profile, undecided string
	var entries []string
	var force bool
	c := &cobra.Command{
		Use:   "release ACCOUNT --to DIR",
		Short: "Make the de-identified document: PDF and Markdown",
		Long: `Makes the de-identified document of an account, searches the finished bytes for everything that is hidden,
and only then writes it. Prints one path a line.

Without --entries it holds every line but background, reactions and ideas. While anything is undecided nothing is
written and the exit code is 3; --undecided hide gives each the label of its kind and remembers it.
The document is de-identified, not anonymous: whoever was there may recognise what happened.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r := journal.Request{Profile: redact.Profile(profile)}
			switch r.Profile {
			case redact.Named, redact.ByRole, redact.Generalised:
			default:
				return usage("--profile is named, role or generalised")
			}
			switch undecided {
			case "stop":
			case "hide":
				r.HideUndecided = true
			default:
				return usage("--undecided is stop or hide")
			}
			var err error
			if r.Formats, err = parseFormats(formats); err != nil {
				return err
			}
			if to == "" {
				return usage("--to names the folder that the document goes to")
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				if r.Account, err = accountID(ctx, j.Journal, args[0]); err != nil {
					return err
				}
				if r.Entries, err = chosen(ctx, j.Journal, r.Account, entries); err != nil {
					return err
				}
				return p.release(ctx, j, r, to, force)
			})
		},
	}
	f := c.Flags()
	f.StringVar(&to, "to", "", "the `folder` that the document goes to; it is made if it is not there")
	f.StringVar(&formats, "format", "pdf,md", "the `formats`, separated by commas: pdf, md")
	f.StringSliceVar(&entries, "entries", nil, "the `ids` of the lines, separated by commas")
	f.StringVar(&profile, "profile", string(redact.ByRole), "how much it shows: named, role or generalised")
	f.StringVar(&undecided, "undecided", "stop", "what becomes of undecided names: `stop|hide`")
	f.BoolVar(&force, "force", false, "overwrite files that are there")
	return c
}

func parseFormats(list string) ([]journal.Format, error) {
	var out []journal.Format
	for f := range strings.SplitSeq(list, ",") {
		switch f := journal.Format(strings.ToLower(strings.TrimSpace(f))); f {
		case journal.PDF, journal.Markdown:
			out = append(out, f)
		default:
			return nil, usage("--format is pdf, md or both, separated by a comma")
		}
	}
	return out, nil
}

// chosen are the account's entries whose ids begin with what was typed; nil where nothing was.
func chosen(ctx context.Context, j *journal.Journal, account journal.AccountID, typed []string) ([]journal.EntryID, error) {
	if len(typed) == 0 {
		return nil, nil
	}
	_, es, err := j.Account(ctx, account)
	if err != nil {
		return nil, err
	}
	var ids []journal.EntryID
	for _, e := range es {
		ids = append(ids, e.ID)
	}
	var out []journal.EntryID
	for _, t := range typed {
		id, err := pickEntry(ids, t)
		if err != nil {
			return nil, err
		}
		out = append(out, id)
	}
	return out, nil
}

// fileName is what a released file is called: no name, no date.
func fileName(f journal.Format) string { return "account." + string(f) }

// release makes the document, saves it below the folder and prints the paths.
func (p *Program) release(ctx context.Context, j *home.Journal, r journal.Request, to string, force bool) error {
	d, err := j.Prepare(ctx, r)
	if err != nil {
		p.sayLeak(err)
		return err
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	var paths []string
	_, err = j.Release(ctx, d, func(files map[journal.Format]redact.Verified) error {
		for _, f := range r.Formats {
			path := filepath.Join(to, fileName(f))
			if _, err := os.Lstat(path); err == nil && !force {
				return &failure{Failed, fmt.Sprintf("%s is there already; nothing was written. Use --force to overwrite it, or another folder.", path)}
			}
			paths = append(paths, path)
		}
		for i, f := range r.Formats {
			if err := deliver.Save(paths[i], files[f], force); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, path := range paths {
		fmt.Fprintln(p.Stdout, path)
	}
	return nil
}

// sayLeak says where a finished file still held what is hidden.
func (p *Program) sayLeak(err error) {
	var leak *redact.Leak
	if errors.As(err, &leak) {
		for _, h := range leak.Hits {
			p.say("  %s", place(h))
		}
	}
}

// place is where something was found, for the person at this terminal.
func place(h redact.Hit) string {
	return fmt.Sprintf("%s, line %d: %s %q", h.View, h.Line, h.Kind, h.Found)
}

func (p *Program) checkCommand() *cobra.Command {
	var account string
	c := &cobra.Command{
		Use:   "check FILE --account ACCOUNT",
		Short: "Does this file hold anything that the account hides?",
		Long: `Searches a PDF, Markdown or text file, whoever made it, for everything that the account hides.
Prints the places, one a line, and exits 4 if there are any.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if account == "" {
				return usage("--account names the account whose names are looked for")
			}
			file, err := p.file(args[0], mostInput)
			if err != nil {
				return err
			}
			return p.withAccount(cmd, account, func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				return p.check(ctx, j, id, args[0], file)
			})
		},
	}
	c.Flags().StringVar(&account, "account", "", "the `id` of the account")
	return c
}

func (p *Program) check(ctx context.Context, j *home.Journal, id journal.AccountID, name string, file []byte) error {
	format := journal.Markdown
	if strings.HasPrefix(string(file[:min(1024, len(file))]), "%PDF-") || strings.Contains(string(file[:min(1024, len(file))]), "\n%PDF-") {
		format = journal.PDF
	}
	hits, err := j.Check(ctx, id, format, file)
	if err != nil {
		return fmt.Errorf("%w: %w", errUnreadableFile, err)
	}
	if len(hits) == 0 {
		p.say("Nothing that this account hides was found in %s.", name)
		return nil
	}
	for _, h := range hits {
		fmt.Fprintf(p.Stdout, "%s: %s\n", name, place(h))
	}
	return &failure{Leak, fmt.Sprintf("%s holds what this account hides, in %s. Do not pass it on.", name, amount(len(hits), "place"))}
}

var errUnreadableFile = errors.New("read the file to be checked")
