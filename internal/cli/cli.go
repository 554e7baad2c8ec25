// Package cli is the command line: the second face of the same use cases as the window.
//
// It is for scripts, for a terminal at four in the morning and for tests, and stays stable. Standard output carries
// data only; what is said to a person goes to standard error. One file a command, one switch for the exit codes.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/report"
)

// PassphraseFileEnv names the environment variable that stands in for --passphrase-file.
const PassphraseFileEnv = "FIRSTHAND_PASSPHRASE_FILE"

// Program is the command line with what it is given from outside.
type Program struct {
	Version   string
	Renderers map[journal.Format]report.Renderer
	Home      home.Options                 // what every journal is opened with
	Window    func(h *home.Home) error     // opens the window; nil where this build has none
	Getenv    func(string) string          // nil: os.Getenv
	Stdin     io.Reader                    // nil: os.Stdin
	Stdout    io.Writer                    // nil: os.Stdout
	Stderr    io.Writer                    // nil: os.Stderr
	Prompt    func(string) (string, error) // asks for a secret on the terminal; nil where there is none

	journalDir     string
	passphraseFile string
	stopped        <-chan struct{} // closed when the program is told to stop
}

// Main runs the command that args (without the program's name) ask for, and returns the exit code.
func (p *Program) Main(ctx context.Context, args []string) int {
	p.fill()
	p.stopped = ctx.Done()
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.Stdin)
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return Done
	}
	code, words := say(err)
	if h, homeErr := p.home(); homeErr == nil && errors.Is(err, home.ErrLost) && words == lostSentence {
		words = p.lostWords(h)
	}
	if words != "" {
		fmt.Fprintln(p.Stderr, "firsthand: "+words)
	}
	return code
}

func (p *Program) fill() {
	if p.Getenv == nil {
		p.Getenv = os.Getenv
	}
	if p.Stdin == nil {
		p.Stdin = os.Stdin
	}
	if p.Stdout == nil {
		p.Stdout = os.Stdout
	}
	if p.Stderr == nil {
		p.Stderr = os.Stderr
	}
	if p.Prompt == nil && isTerminal(p.Stdin) && isTerminal(p.Stderr) {
		p.Prompt = func(question string) (string, error) {
			fd := int(os.Stdin.Fd())
			shown, err := term.GetState(fd)
			if err != nil {
				return "", err
			}
			fmt.Fprint(p.Stderr, question)
			defer fmt.Fprintln(p.Stderr)
			b, err := until(p, func() ([]byte, error) { return term.ReadPassword(fd) })
			if errors.Is(err, context.Canceled) {
				err = errors.Join(err, term.Restore(fd, shown)) // what is typed is seen again
			}
			return string(b), err
		}
	}
}

// isTerminal reports whether f is a terminal that a person sits at.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

func (p *Program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "firsthand",
		Short: "A private incident journal",
		Long: `Firsthand keeps what you write after an incident on this computer, sealed.
Nothing leaves until you choose, line by line; what leaves is de-identified and checked.

Without a command it opens the window. Exit codes: 0 done, 1 failed, 2 usage,
3 undecided, 4 leak found, 5 passphrase missing or wrong, 6 damaged or newer journal, 7 in use.`,
		Version:       p.Version,
		Args:          noArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(*cobra.Command, []string) error {
			if p.Window == nil {
				return usage("this build has no window")
			}
			h, err := p.home()
			if err != nil {
				return err
			}
			return p.Window(h)
		},
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage(err.Error()) })
	root.PersistentFlags().StringVar(&p.journalDir, "journal", "", "the journal's `folder` (default: the platform's data folder)")
	root.PersistentFlags().StringVar(&p.passphraseFile, "passphrase-file", "",
		"a `file` that holds the passphrase (or "+PassphraseFileEnv+"); one newline at its end is dropped")
	root.AddCommand(
		p.initCommand(), p.recoveryCommand(), p.recoverCommand(), p.passphraseCommand(), p.rekeyCommand(), p.noteCommand(), p.accountsCommand(), p.showCommand(), p.searchCommand(), p.similarCommand(), p.learnCommand(), p.statsCommand(),
		p.importCommand(), p.exportCommand(), p.amendCommand(), p.removeCommand(), p.restoreCommand(), p.tellCommand(),
		p.timelineCommand(), p.sinceCommand(), p.answerCommand(), p.concludeCommand(),
		p.scanCommand(), p.coachCommand(), p.namesCommand(), p.entitiesCommand(), p.treatCommand(), p.questionsCommand(), p.t0Command(),
		p.releaseCommand(), p.caseCommand(), p.releasesCommand(), p.sheetCommand(), p.checkCommand(), p.compareCommand(), p.backupCommand(), p.verifyCommand(), p.doctorCommand(), p.eraseCommand(), p.demoCommand(), p.manCommand(),
	)
	return root
}

// home is the journal that --journal names, or the one of this login.
func (p *Program) home() (*home.Home, error) { return home.At(p.journalDir, p.Home) }

// say tells a person, on standard error, what a script does not need.
func (p *Program) say(format string, args ...any) {
	fmt.Fprintf(p.Stderr, format+"\n", args...)
}

// open opens the journal for use, and says what came in while it was locked.
func (p *Program) open(ctx context.Context) (*home.Journal, error) {
	h, err := p.home()
	if err != nil {
		return nil, err
	}
	return p.openBy(ctx, h, p.passphrase)
}

// openBy opens a journal by a passphrase, which is asked for only where it has one, and says what was noticed.
func (p *Program) openBy(ctx context.Context, h *home.Home, passphrase func() (string, error)) (*home.Journal, error) {
	j, err := h.Open(ctx, passphrase, p.Renderers)
	if err != nil {
		return nil, err
	}
	for _, n := range j.Notices {
		p.say("%s", n)
	}
	return j, nil
}

// with opens the journal, runs f on it and closes it.
func (p *Program) with(cmd *cobra.Command, f func(ctx context.Context, j *home.Journal) error) (err error) {
	j, err := p.open(cmd.Context())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	return f(cmd.Context(), j)
}

// withReviewed opens the journal and runs f on the account or case file whose id begins with what was typed.
func (p *Program) withReviewed(cmd *cobra.Command, typed string, f func(ctx context.Context, j *home.Journal, id journal.AccountID) error) error {
	return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
		id, err := reviewedID(ctx, j.Journal, typed)
		if err != nil {
			return err
		}
		return f(ctx, j, id)
	})
}

// withAccount opens the journal and runs f on the account whose id begins with what was typed.
func (p *Program) withAccount(cmd *cobra.Command, typed string, f func(ctx context.Context, j *home.Journal, id journal.AccountID) error) error {
	return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
		id, err := accountID(ctx, j.Journal, typed)
		if err != nil {
			return err
		}
		return f(ctx, j, id)
	})
}
