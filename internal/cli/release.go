package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report/json"
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
	var l leaving
	var supersedes string
	var entries []string
	var look, schema, linesOnly, closing bool
	c := &cobra.Command{
		Use:   "release ACCOUNT --to DIR|--dry-run",
		Short: "Make the de-identified document: PDF, Markdown, JSON",
		Long: `Makes the de-identified document of an account, searches the finished bytes for everything that is hidden,
and only then writes it. Prints one path a line.

Without --entries it holds every line but background, reactions and ideas, with how you knew it and what became of
an expectation, where what answered it leaves too or nothing did; --lines-only leaves that out. While anything is undecided nothing is
written and the exit code is 3; --undecided hide gives each the label of its kind and remembers it.
What somebody can tell who holds an earlier release of the account too is said on standard error; --dry-run says it
and writes nothing. "firsthand releases" lists what has left.
--format json is the same content for tools; --schema prints its JSON Schema and needs no account.
The document is de-identified, not anonymous: whoever was there may recognise what happened.`,
		Args: rangeArgs(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if schema {
				_, err := p.Stdout.Write(json.Schema)
				return err
			}
			if len(args) == 0 {
				return usage("the command is: firsthand " + cmd.Use)
			}
			r, err := l.request()
			if err != nil {
				return err
			}
			r.LinesOnly, r.Closing = linesOnly, closing
			if l.to == "" && !look {
				return errNowhere
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				if r.Account, err = reviewedID(ctx, j.Journal, args[0]); err != nil {
					return err
				}
				if r.Entries, err = chosen(ctx, j.Journal, r.Account, entries); err != nil {
					return err
				}
				var earlier kept
				if supersedes != "" {
					if earlier, err = pickRelease(ctx, j, supersedes); err != nil {
						return err
					}
				}
				d, err := p.prepare(ctx, j, r)
				if err != nil {
					return err
				}
				if look {
					sayOverlaps(p.Stderr, telling(d.Overlaps))
					p.say("%s would leave in %s; nothing was written.", amount(len(d.Release.Entries), "line"), amount(len(d.Files), "file"))
					return nil
				}
				d.Release.Supersedes = earlier.ID
				if err := p.release(ctx, j, d, r.Formats, l.to, l.force); err != nil {
					return err
				}
				sayOverlaps(p.Stderr, telling(d.Overlaps))
				return nil
			})
		},
	}
	f := c.Flags()
	l.flags(f, "pdf, md, json")
	f.BoolVar(&schema, "schema", false, "print the JSON Schema of --format json, and do nothing else")
	f.StringSliceVar(&entries, "entries", nil, "the `ids` of the lines, separated by commas")
	f.BoolVar(&linesOnly, "lines-only", false, "leave out what was said beside the lines: how you knew, how an expectation was answered")
	f.BoolVar(&closing, "closing", false, "with the last page of the account")
	f.BoolVar(&look, "dry-run", false, "say what would leave and what it has in common with earlier releases; write nothing")
	f.StringVar(&supersedes, "supersedes", "", "the `id` of the earlier release for the same audience whose place it takes")
	return c
}

// telling are the overlaps that are worth a word while something leaves: the same document once more tells nothing.
func telling(overlaps []journal.Overlap) []journal.Overlap {
	return slices.DeleteFunc(slices.Clone(overlaps), func(o journal.Overlap) bool { return o.Same || len(o.Lines) == 0 })
}

// chosen are the entries of an account or a case file whose ids begin with what was typed; nil where nothing was.
func chosen(ctx context.Context, j *journal.Journal, account journal.AccountID, typed []string) ([]journal.EntryID, error) {
	if len(typed) == 0 {
		return nil, nil
	}
	read, err := j.Read(ctx, account)
	if err != nil {
		return nil, err
	}
	var ids []journal.EntryID
	for _, l := range read.Lines {
		ids = append(ids, l.Entry.ID)
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

// prepare makes the files of a release, and says where one of them still held what is hidden.
func (p *Program) prepare(ctx context.Context, j *home.Journal, r journal.Request) (journal.Draft, error) {
	d, err := j.Prepare(ctx, r)
	if err != nil {
		p.sayLeak(err)
	}
	return d, err
}

// release saves the files of a draft below the folder, records that they left and prints the paths.
func (p *Program) release(ctx context.Context, j *home.Journal, d journal.Draft, formats []journal.Format, to string, force bool) error {
	var paths []string
	_, err := j.Release(ctx, d, func(files map[journal.Format]redact.Verified) (err error) {
		paths, err = saveAs(stem(d.Release), files, formats, to, force)
		return err
	})
	if d.Release.Supersedes != "" {
		err = supersedeError(err)
	}
	if err == nil {
		p.printPaths(paths)
	}
	return err
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
		Use:   "check FILE [--account ACCOUNT]",
		Short: "Which release is this file, and does it hold anything that an account hides?",
		Long: `Says which release of this journal a file is, by its checksum.

With --account it also searches the file, a PDF, Markdown or text, whoever made it, for everything that the account
hides; it prints the places, one a line, and exits 4 if there are any. Without, it exits 1 if the file is no release
of this journal.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := p.file(args[0], mostInput)
			if err != nil {
				return err
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				found, err := j.Recognise(ctx, file)
				if err != nil {
					return err
				}
				if account == "" {
					for _, r := range found {
						fmt.Fprintf(p.Stdout, "%s: %s\n", args[0], recognised(r))
					}
					if len(found) == 0 {
						return &failure{Failed, fmt.Sprintf("%s is no release of this journal, or was changed since. --account ACCOUNT searches it for what that account hides.", args[0])}
					}
					return nil
				}
				for _, r := range found {
					p.say("%s: %s", args[0], recognised(r))
				}
				id, err := reviewedID(ctx, j.Journal, account)
				if err != nil {
					return err
				}
				return p.check(ctx, j, id, args[0], file)
			})
		},
	}
	c.Flags().StringVar(&account, "account", "", "the `id` of the account whose names are looked for")
	return c
}

func (p *Program) check(ctx context.Context, j *home.Journal, id journal.AccountID, name string, file []byte) error {
	format := journal.Markdown
	if strings.HasPrefix(string(file[:min(1024, len(file))]), "%PDF-") || strings.Contains(string(file[:min(1024, len(file))]), "\n%PDF-") {
		format = journal.PDF
	} else if json.Is(file) {
		format = journal.JSON
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
