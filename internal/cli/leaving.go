package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"firsthand/internal/deliver"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// leaving is what every command by which something leaves is asked for, as it was typed.
type leaving struct {
	to, formats, profile, undecided, audience, paper string
	force                                            bool
}

// flags declares them; formats names those that can be asked for.
func (l *leaving) flags(f *pflag.FlagSet, formats string) {
	f.StringVar(&l.to, "to", "", "the `folder` that the document goes to; it is made if it is not there")
	f.StringVar(&l.formats, "format", "pdf,md", "the `formats`, separated by commas: "+formats)
	f.StringVar(&l.profile, "profile", string(redact.ByRole), "how much it shows: named, role or generalised")
	undecidedFlag(f, &l.undecided)
	f.StringVar(&l.audience, "for", "", "for `whom` it is; kept in the journal, never in the document")
	paperFlag(f, &l.paper, "as set in the window, else a4")
	f.BoolVar(&l.force, "force", false, "overwrite files that are there")
}

func undecidedFlag(f *pflag.FlagSet, to *string) {
	f.StringVar(to, "undecided", "stop", "what becomes of undecided names: `stop|hide`")
}

func paperFlag(f *pflag.FlagSet, to *string, unsaid string) {
	f.StringVar(to, "paper", "", "what the PDF is laid out for: `a4|letter` (default "+unsaid+")")
}

// request is what they ask for, of no account yet.
func (l leaving) request() (r journal.Request, err error) {
	r = journal.Request{Profile: redact.Profile(l.profile), Audience: l.audience}
	switch r.Profile {
	case redact.Named, redact.ByRole, redact.Generalised:
	default:
		return r, usage("--profile is named, role or generalised")
	}
	if r.HideUndecided, err = hides(l.undecided); err != nil {
		return r, err
	}
	if r.Paper, err = parsePaper(l.paper); err != nil {
		return r, err
	}
	r.Formats, err = parseFormats(l.formats)
	return r, err
}

// hides reports whether what is undecided is to be hidden.
func hides(undecided string) (bool, error) {
	switch undecided {
	case "stop", "hide":
		return undecided == "hide", nil
	}
	return false, usage("--undecided is stop or hide")
}

func parsePaper(typed string) (report.Paper, error) {
	switch paper := report.Paper(strings.ToLower(typed)); paper {
	case "", report.A4, report.Letter:
		return paper, nil
	}
	return "", usage("--paper is a4 or letter")
}

func parseFormats(list string) ([]journal.Format, error) {
	var out []journal.Format
	for f := range strings.SplitSeq(list, ",") {
		switch f := journal.Format(strings.ToLower(strings.TrimSpace(f))); f {
		case journal.PDF, journal.Markdown, journal.JSON:
			out = append(out, f)
		default:
			return nil, usage("--format is pdf, md, json or several of them, separated by commas")
		}
	}
	return out, nil
}

// errNowhere says that a document was asked for, but not where it goes.
var errNowhere = usage("--to names the folder that the document goes to")

// stem is what the files of a release are called, before the ending of their format: no name, no date.
func stem(r journal.Release) string {
	switch {
	case r.Sheet:
		return "sheet"
	case r.CaseFile || r.Part != nil:
		return "case"
	}
	return "account"
}

// saveAs writes files below a folder under a name and returns their paths. Where one is there already nothing is written.
func saveAs(name string, files map[journal.Format]redact.Verified, formats []journal.Format, to string, force bool) (paths []string, err error) {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	for _, f := range formats {
		path := filepath.Join(to, name+"."+string(f))
		if _, err := os.Lstat(path); err == nil && !force {
			return nil, &failure{Failed, fmt.Sprintf("%s is there already; nothing was written. Use --force to overwrite it, or another folder.", path)}
		}
		paths = append(paths, path)
	}
	for i, f := range formats {
		if err := deliver.Save(paths[i], files[f], force); err != nil {
			return nil, err
		}
	}
	return paths, nil
}

func (p *Program) printPaths(paths []string) {
	for _, path := range paths {
		fmt.Fprintln(p.Stdout, path)
	}
}
