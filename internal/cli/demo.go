package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"firsthand/internal/archive"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/sample"
)

func (p *Program) demoCommand() *cobra.Command {
	var to, keep string
	var force bool
	c := &cobra.Command{
		Use:   "demo",
		Short: "Release the built-in sample nights from a throw-away journal",
		Long: `In a throw-away journal imports the built-in sample accounts, releases each as PDF and Markdown with everything
undecided hidden, checks both files, and prints their paths. Your own journal is not touched.

With --keep, the journal stays in that folder, without a passphrase, to be looked around in: "firsthand --journal DIR"
opens it in the window.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if to == "" {
				if to, err = os.MkdirTemp("", "firsthand-demo-"); err != nil {
					return fmt.Errorf("make folder: %w", err)
				}
			}
			if keep != "" {
				return p.demoKept(cmd.Context(), keep, to, force)
			}
			tmp, err := os.MkdirTemp("", "firsthand-journal-")
			if err != nil {
				return fmt.Errorf("make folder: %w", err)
			}
			defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
			o := p.Home
			o.Keys = filepath.Join(tmp, "keys")
			return p.demo(cmd.Context(), filepath.Join(tmp, "journal"), o, to, force)
		},
	}
	c.Flags().StringVar(&keep, "keep", "", "the `folder` of a new journal that stays")
	c.Flags().StringVar(&to, "to", "", "the `folder` that the documents go to (default: a new temporary folder)")
	c.Flags().BoolVar(&force, "force", false, "overwrite files that are there")
	return c
}

// demoKept is the demo in a journal that stays. A folder in which something lies is left alone.
func (p *Program) demoKept(ctx context.Context, dir, to string, force bool) error {
	if there, err := os.ReadDir(dir); err == nil && len(there) > 0 || err != nil && !errors.Is(err, os.ErrNotExist) {
		return &failure{Failed, "The folder for the sample journal is not empty, or cannot be read; it was left alone. Name a new one."}
	}
	if err := p.demo(ctx, dir, p.Home, to, force); err != nil {
		return err
	}
	p.say("The sample journal stays in %s. \"firsthand --journal %s\" opens it.", dir, dir)
	return nil
}

func (p *Program) demo(ctx context.Context, dir string, o home.Options, to string, force bool) (err error) {
	h, err := home.At(dir, o)
	if err != nil {
		return err
	}
	if err := h.MakeWithoutPassphrase(); err != nil {
		return err
	}
	j, err := h.Open(ctx, nil, p.Renderers)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, j.Close()) }()
	for _, a := range sample.Night() {
		in, err := archive.Read([]byte(a.Plain()), archive.Options{Name: a.Name, Now: h.Now()})
		if err != nil {
			return err
		}
		id, _, err := j.Import(ctx, in.Account, in.Entries)
		if err != nil {
			return err
		}
		if err := sample.ReadAgain(ctx, j.Journal, a, id); err != nil {
			return err
		}
		folder := filepath.Join(to, strings.TrimSuffix(a.Name, filepath.Ext(a.Name)))
		r := journal.Request{
			Account: id, Profile: redact.ByRole, HideUndecided: true,
			Formats: []journal.Format{journal.PDF, journal.Markdown},
		}
		d, err := p.prepare(ctx, j, r)
		if err != nil {
			return err
		}
		if err := p.release(ctx, j, d, r.Formats, folder, force); err != nil {
			return err
		}
		for _, f := range r.Formats {
			path := filepath.Join(folder, stem(journal.Release{})+"."+string(f))
			file, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := p.check(ctx, j, id, path, file); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *Program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("make folder: %w", err)
			}
			cmd.Root().DisableAutoGenTag = true // the date of making would make every package differ
			return doc.GenManTree(cmd.Root(), &doc.GenManHeader{Title: "FIRSTHAND", Section: "1", Source: "Firsthand"}, args[0])
		},
	}
}
