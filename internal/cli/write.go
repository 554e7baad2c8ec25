package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

func (p *Program) initCommand() *cobra.Command {
	var recoveryFile string
	c := &cobra.Command{
		Use:   "init",
		Short: "Make a journal, sealed with a passphrase",
		Long: `Makes a journal and prints its id. The passphrase is asked for, or read from the file named by
--passphrase-file. A journal that "note" made without a passphrase gets one: everything in it is sealed anew.

The recovery key opens the journal when the passphrase is forgotten. It is shown once, on the terminal,
or written to the file named by --recovery-file. Where there is neither it is left out; "recovery" makes one later.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			h, err := p.home()
			if err != nil {
				return err
			}
			if err := h.Vacant(); err != nil {
				return err
			}
			passphrase, err := p.newPassphrase()
			if err != nil {
				return err
			}
			keep, err := p.recoveryKeeper(recoveryFile)
			if err != nil {
				return err
			}
			if keep == nil {
				p.say("There is no recovery key, for want of a terminal to show it on: if the passphrase is forgotten, nothing opens this journal. \"firsthand recovery --recovery-file FILE\" makes one.")
			}
			id, err := h.Make(cmd.Context(), passphrase, keep)
			if errors.Is(err, home.ErrUnkept) {
				return &failure{Failed, fmt.Sprintf("The journal in %s is made and opens with the passphrase, but its recovery key could not be written, so nobody knows it. \"firsthand recovery --recovery-file FILE\" makes another one.", h.Dir)}
			}
			if err != nil {
				return err
			}
			if warning := home.Weak(passphrase); warning != "" {
				p.say("%s", warning)
			}
			fmt.Fprintln(p.Stdout, id)
			p.say("The journal is at %s.", h.Dir)
			return nil
		},
	}
	c.Flags().StringVar(&recoveryFile, "recovery-file", "", "write the recovery key to this new `file`")
	return c
}

func (p *Program) noteCommand() *cobra.Command {
	var kind, at, account string
	var plain bool
	c := &cobra.Command{
		Use:   "note [TEXT|-]",
		Short: "Keep one line; needs no passphrase",
		Long: `Keeps one line and prints its id. It needs no passphrase, works beside an open window, and makes a journal
if there is none. The line gets the time by itself and joins the open account, or starts one. A time at its start,
such as "03:42 restarted it" or "10 min ago errors rose", becomes its time; --at names one instead, --plain leaves it
in the text.

Without TEXT it reads what you type until Ctrl+D, so that nothing lands in the shell's history; "-" reads
standard input as well.`,
		Args: maxArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			h, err := p.home()
			if err != nil {
				return err
			}
			k, ok := journal.ParseKind(kind)
			if !ok {
				return usage("there is no kind of that name: the kinds are " + kinds())
			}
			now := h.Now()
			moment := journal.At(now)
			if at != "" {
				if moment, err = journal.ParseWhen(at, now); err != nil {
					return usage("--at is not a time that can be read: try 03:42, \"10 min ago\" or \"yesterday 23:10\"")
				}
			}
			text, err := p.text(args, true)
			if err != nil {
				return err
			}
			if at == "" && !plain {
				text, moment = p.leading(text, moment, now)
			}
			id, err := h.Drop(journal.Line{Account: journal.AccountID(account), Text: text, Kind: k, Moment: moment, Recorded: now})
			if err != nil {
				return p.notKept(h, err)
			}
			fmt.Fprintln(p.Stdout, id)
			if _, err := h.State(); errors.Is(err, home.ErrLost) {
				p.say("The line is kept, sealed, and waits. %s", p.lostWords(h))
			}
			return nil
		},
	}
	c.Flags().StringVar(&kind, "kind", "", "the `kind` of the line: "+kinds())
	c.Flags().StringVar(&at, "at", "", "`when` it was, such as 03:42 or \"10 min ago\"")
	c.Flags().StringVar(&account, "account", "", "the `id` of the account it belongs to")
	c.Flags().BoolVar(&plain, "plain", false, "leave a time at the start of the line in its text")
	return c
}

// leading takes the time at the start of a line for its time, and says so; a line without one keeps the moment.
func (p *Program) leading(text string, moment journal.Moment, now time.Time) (string, journal.Moment) {
	typed, rest, ok := journal.LeadingWhen(text)
	if !ok || strings.TrimSpace(rest) == "" {
		return text, moment
	}
	read, err := journal.ParseWhen(typed, now)
	if err != nil {
		return text, moment
	}
	p.say("%q is read as the time, %s; --plain leaves it in the text.", typed, read.Local().Format("2006-01-02 15:04"))
	return rest, read
}

// notKept says first of all that the line is not in the journal, and then why.
func (p *Program) notKept(h *home.Home, err error) error {
	code, words := say(err)
	switch {
	case errors.Is(err, home.ErrLost):
		words = p.lostWords(h)
	case strings.Contains(words, "not kept"), errors.Is(err, journal.ErrEmpty):
		return err
	}
	return &failure{code, "The line was not kept. " + words}
}

// text is what a person wants to keep: the argument, or standard input where there is none or it is "-".
func (p *Program) text(args []string, trim bool) (string, error) {
	if len(args) == 1 && args[0] != "-" {
		return args[0], nil
	}
	if isTerminal(p.Stdin) {
		p.say("What are you seeing? Ctrl+D on a new line keeps it.")
	}
	b, err := p.stdin(journal.MaxText)
	if err != nil {
		return "", err
	}
	text := string(b)
	if trim {
		text = strings.TrimRight(text, "\r\n")
	}
	return text, nil
}

func kinds() string {
	var names []string
	for _, k := range journal.Kinds {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}

func (p *Program) amendCommand() *cobra.Command {
	var kind, at, share string
	c := &cobra.Command{
		Use:   "amend ENTRY [TEXT|-]",
		Short: "Change a line; what it said before stays with it",
		Args:  rangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			var m journal.Amendment
			if cmd.Flags().Changed("kind") {
				k, ok := journal.ParseKind(kind)
				if !ok {
					return usage("there is no kind of that name: the kinds are " + kinds())
				}
				m.Kind = &k
			}
			if cmd.Flags().Changed("share") {
				s, ok := journal.ParseShare(share)
				if !ok {
					return usage("--share is private, background or share")
				}
				m.Share = &s
			}
			if len(args) == 2 {
				text, err := p.text(args[1:], true)
				if err != nil {
					return err
				}
				m.Text = &text
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := entryID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				if at != "" {
					moment, err := journal.ParseWhen(at, j.Now())
					if err != nil {
						return usage("--at is not a time that can be read: try 03:42 or \"yesterday 23:10\"")
					}
					m.Moment = &moment
				}
				_, err = j.Amend(ctx, id, m)
				return err
			})
		},
	}
	c.Flags().StringVar(&kind, "kind", "", "the new `kind`: "+kinds())
	c.Flags().StringVar(&at, "at", "", "`when` it was")
	c.Flags().StringVar(&share, "share", "", "how `far` it may travel: private, background or share")
	return c
}

func (p *Program) removeCommand() *cobra.Command {
	var undo bool
	c := &cobra.Command{
		Use:   "remove ENTRY",
		Short: "Take a line out; --undo puts it back, for ever",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				id, err := entryID(ctx, j.Journal, args[0])
				if err != nil {
					return err
				}
				if undo {
					_, err = j.Restore(ctx, id)
				} else {
					_, err = j.Remove(ctx, id)
				}
				return err
			})
		},
	}
	c.Flags().BoolVar(&undo, "undo", false, "put a removed line back")
	return c
}

func (p *Program) tellCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "tell ACCOUNT",
		Short: "Enough for now: keep the account as it stands as its first telling",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				a, err := j.Tell(ctx, id)
				if err != nil {
					return err
				}
				p.say("Kept: %s. Nothing has been shared.", amount(len(a.Telling.Entries), "line"))
				p.backUpAfterwards(ctx, j)
				return nil
			})
		},
	}
}
