package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
)

func (p *Program) learnExportCommand() *cobra.Command {
	var clear, force bool
	var to, formats string
	c := &cobra.Command{
		Use:   "export --in-the-clear --to DIR",
		Short: "Take your log out, readable by anyone: Markdown, JSON or CSV",
		Long: `Writes what you learned, what recurs and how sure you were, as they are, with every name in them, and prints the paths.
This is not a release: nothing is hidden. The CSV has a row for each learning, for a spreadsheet; what that would take
for a formula begins with an apostrophe there. The JSON holds everything.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !clear {
				return usage("an export holds everything in the clear, every name in it, readable by anyone who gets the files. Say so with --in-the-clear; for a de-identified document use \"firsthand case\"")
			}
			if to == "" {
				return usage("--to names the folder that the files go to")
			}
			var fs []string
			for f := range strings.SplitSeq(formats, ",") {
				f = strings.ToLower(strings.TrimSpace(f))
				if !slices.Contains(home.LogFormats, f) {
					return usage("--format is some of md, json and csv, separated by commas")
				}
				fs = append(fs, f)
			}
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				if err := makeFolder(to); err != nil {
					return err
				}
				paths, err := home.ExportLog(ctx, j.Journal, to, fs, force)
				return p.exported(paths, err)
			})
		},
	}
	f := c.Flags()
	f.BoolVar(&clear, "in-the-clear", false, "I know that the files are readable by anyone who gets them")
	f.BoolVar(&force, "force", false, "overwrite files that are there")
	f.StringVar(&to, "to", "", "the `folder` that the files go to; it is made if it is not there")
	f.StringVar(&formats, "format", strings.Join(home.LogFormats, ","), "the `formats`, separated by commas: md, json, csv")
	return c
}
