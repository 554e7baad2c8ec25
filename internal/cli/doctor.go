package cli

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
)

func (p *Program) doctorCommand() *cobra.Command {
	var asJSON, fix bool
	c := &cobra.Command{
		Use:   "doctor",
		Short: "Look at all about the journal: files, lock, space, contents, backups, clock",
		Long: `Looks at the journal, also a locked, damaged or missing one, and says of each thing how it stands and what to do. It
never asks for the passphrase: without --passphrase-file it says what it could not look at. With one, and where the key
on this computer opens the journal, it reads everything as "firsthand verify" does, and takes in the lines that wait.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			h, err := p.home()
			if err != nil {
				return err
			}
			d := h.Doctor(cmd.Context(), p.givenPassphrase, fix)
			if err := p.printFindings(d.Findings, asJSON); err != nil || d.Err != nil {
				if err == nil {
					err = d.Err
				}
				return err
			}
			for _, f := range d.Findings {
				if f.State == home.Wrong && f.Name == "backups" {
					return &failure{Unreadable, "A backup is damaged; the journal is whole. " + f.Do}
				}
				if f.State == home.Wrong {
					return &failure{Failed, f.Is + " " + f.Do}
				}
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.Flags().BoolVar(&fix, "fix", false, "close what is open to others, remove what killed programs left")
	return c
}

// givenPassphrase is the passphrase from a file; it asks nobody.
func (p *Program) givenPassphrase() (string, error) {
	if p.passphraseFile == "" && p.Getenv(PassphraseFileEnv) == "" {
		return "", home.ErrNoPassphrase
	}
	return p.passphrase()
}

func (p *Program) printFindings(findings []home.Finding, asJSON bool) error {
	if asJSON {
		return printJSON(p.Stdout, findings)
	}
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	for _, f := range findings {
		fmt.Fprintf(t, "%s\t%s\t%s %s\n", f.Name, f.State, f.Is, f.Do)
	}
	return t.Flush()
}
