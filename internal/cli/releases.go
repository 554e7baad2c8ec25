package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// kept is a release as "releases" lists it.
type kept struct {
	journal.Release
	SupersededBy journal.ReleaseID `json:"supersededBy,omitempty"`
}

func (p *Program) releasesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "releases [ACCOUNT]",
		Short: "List what has left, for whom and when; show it again, compare it, withdraw it",
		Long: `Lists the releases of an account, or of all: when each left, how much it shows, for whom, how many lines, in which
files, and what has become of it. Every release is kept, with its files byte for byte, sealed like the rest.`,
		Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
				rows, err := releasesOf(ctx, j, args)
				if err != nil {
					return err
				}
				if len(args) == 0 { // the case file in which they left is among them
					rows = slices.DeleteFunc(rows, func(r kept) bool { return r.Part != nil })
				}
				if asJSON {
					return printJSON(p.Stdout, rows)
				}
				t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
				for _, r := range rows {
					fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", short(r.ID), r.At.Local().Format("2006-01-02 15:04"), r.Profile,
						r.size(), strings.Join(slices.Sorted(maps.Keys(r.Checksums)), ","), oneLine(r.Audience), r.became())
				}
				return t.Flush()
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	c.AddCommand(p.releasesShowCommand(), p.releasesSaveCommand(), p.releasesOverlapCommand(), p.releasesSupersedeCommand(), p.releasesWithdrawCommand())
	return c
}

// size says how much left.
func (r kept) size() string {
	if r.Sheet {
		return "sheet"
	}
	n := amount(len(r.Entries), "line")
	switch {
	case r.CaseFile:
		return n + " in a case file"
	case r.Part != nil:
		return n + " in case file " + short(r.Part.Release)
	}
	return n
}

// became says what has become of a release since it left.
func (r kept) became() string {
	var words []string
	if !r.Withdrawn.IsZero() {
		words = append(words, "withdrawn "+r.Withdrawn.Local().Format("2006-01-02"))
	}
	if r.SupersededBy != "" {
		words = append(words, "superseded by "+short(r.SupersededBy))
	}
	return strings.Join(words, ", ")
}

// releasesOf are the releases of the account or case file that was typed, or of all; the newest first.
func releasesOf(ctx context.Context, j *home.Journal, args []string) ([]kept, error) {
	var accounts []journal.AccountID
	if len(args) > 0 {
		id, err := reviewedID(ctx, j.Journal, args[0])
		if err != nil {
			return nil, err
		}
		accounts = append(accounts, id)
	} else {
		cases, err := j.Cases(ctx)
		if err != nil {
			return nil, err
		}
		for _, c := range cases {
			accounts = append(accounts, c.ID)
		}
		all, err := j.Accounts(ctx)
		if err != nil {
			return nil, err
		}
		for _, a := range all {
			accounts = append(accounts, a.ID)
		}
	}
	rows := []kept{}
	for _, a := range accounts {
		rs, err := j.Releases(ctx, a)
		if err != nil {
			return nil, err
		}
		by := map[journal.ReleaseID]journal.ReleaseID{}
		for _, r := range rs {
			by[r.Supersedes] = r.ID
		}
		for _, r := range rs {
			rows = append(rows, kept{r, by[r.ID]})
		}
	}
	slices.SortStableFunc(rows, func(a, b kept) int { return b.At.Compare(a.At) })
	return rows, nil
}

// withRelease opens the journal and runs f on the release whose id begins with what was typed.
func (p *Program) withRelease(cmd *cobra.Command, typed string, f func(ctx context.Context, j *home.Journal, r kept) error) error {
	return p.with(cmd, func(ctx context.Context, j *home.Journal) error {
		r, err := pickRelease(ctx, j, typed)
		if err != nil {
			return err
		}
		return f(ctx, j, r)
	})
}

func pickRelease(ctx context.Context, j *home.Journal, typed string) (kept, error) {
	rows, err := releasesOf(ctx, j, nil)
	if err != nil {
		return kept{}, err
	}
	var ids []journal.ReleaseID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	id, err := pick(ids, typed, "release", "\"firsthand releases\" lists them")
	if err != nil {
		return kept{}, err
	}
	return rows[slices.Index(ids, id)], nil
}

// shown is a release as "releases show" prints it.
type shown struct {
	kept
	Lines  []shownLine         `json:"lines"`
	Things []journal.CopyThing `json:"things"`
}

type shownLine struct {
	Entry journal.EntryID `json:"entry"`
	Text  string          `json:"text"`
}

func (p *Program) releasesShowCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "show RELEASE",
		Short: "Show what left in a release: when, for whom, the lines as they read, what became of each thing",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withRelease(cmd, args[0], func(ctx context.Context, j *home.Journal, r kept) error {
				copied, err := j.Copy(ctx, r.ID)
				if err != nil {
					return err
				}
				out := shown{kept: r, Lines: []shownLine{}, Things: append([]journal.CopyThing{}, copied.Things...)}
				for _, l := range copied.Lines {
					out.Lines = append(out.Lines, shownLine{l.Entry, l.Text()})
				}
				if asJSON {
					return printJSON(p.Stdout, out)
				}
				return p.showRelease(out)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

func (p *Program) showRelease(r shown) error {
	t := tabwriter.NewWriter(p.Stdout, 0, 0, 2, ' ', 0)
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(t, "%s\t%s\n", name, value)
		}
	}
	row("release", string(r.ID))
	for _, l := range r.Left {
		var formats []string
		for _, f := range l.Formats {
			formats = append(formats, string(f))
		}
		row("left", l.At.Local().Format("2006-01-02 15:04")+" as "+strings.Join(formats, ", "))
	}
	row("for", oneLine(r.Audience))
	row("profile", string(r.Profile))
	row("supersedes", short(r.Supersedes))
	row("became", r.became())
	for _, f := range slices.Sorted(maps.Keys(r.Checksums)) {
		row("sha256 "+f, r.Checksums[f])
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if len(r.Lines) == 0 {
		fmt.Fprintf(p.Stdout, "\n%s; it was made before copies were kept.\n", amount(len(r.Entries), "line"))
		return nil
	}
	fmt.Fprintln(p.Stdout)
	for _, l := range r.Lines {
		fmt.Fprintf(p.Stdout, "%s  %s\n", short(l.Entry), strings.ReplaceAll(strings.TrimSpace(l.Text), "\n", "\n          "))
	}
	if len(r.Things) == 0 {
		return nil
	}
	fmt.Fprintln(p.Stdout)
	for _, thing := range r.Things {
		name := "(a secret)"
		if len(thing.Forms) > 0 {
			name = oneLine(strings.Join(thing.Forms, ", "))
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", thing.Kind, thing.Treatment, name, oneLine(thing.Label))
	}
	return t.Flush()
}

func (p *Program) releasesSaveCommand() *cobra.Command {
	var to string
	var force bool
	c := &cobra.Command{
		Use:   "save RELEASE --to DIR",
		Short: "Write the files of a release again, byte for byte as they left",
		Args:  exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if to == "" {
				return usage("--to names the folder that the files go to")
			}
			return p.withRelease(cmd, args[0], func(ctx context.Context, j *home.Journal, r kept) error {
				files := map[journal.Format]redact.Verified{}
				var formats []journal.Format
				for _, name := range slices.Sorted(maps.Keys(r.Checksums)) {
					f := journal.Format(name)
					v, err := j.Again(ctx, r.Release, f)
					if errors.Is(err, journal.ErrNoCopy) {
						return &failure{Failed, "Of that release only the record is kept: it was made before files were. Nothing was written."}
					}
					if err != nil {
						return err
					}
					formats, files[f] = append(formats, f), v
				}
				paths, err := saveAs(stem(r.Release), files, formats, to, force)
				if err != nil {
					return err
				}
				p.printPaths(paths)
				return p.sayHiddenSince(ctx, j, r, files)
			})
		},
	}
	c.Flags().StringVar(&to, "to", "", "the `folder` that the files go to; it is made if it is not there")
	c.Flags().BoolVar(&force, "force", false, "overwrite files that are there")
	return c
}

// sayHiddenSince says where a release shows what its author has decided to hide since.
func (p *Program) sayHiddenSince(ctx context.Context, j *home.Journal, r kept, files map[journal.Format]redact.Verified) error {
	words := map[string]bool{}
	for f, v := range files {
		hits, err := j.Check(ctx, r.Account, f, v.Bytes())
		if err != nil {
			return err
		}
		for _, h := range hits {
			words[redact.Key(h.Kind, h.Found)] = true
		}
	}
	if len(words) > 0 {
		p.say("It shows %s that you have decided to hide since, or kept in that release alone.", amount(len(words), "word"))
	}
	if !r.Withdrawn.IsZero() {
		p.say("You withdrew it on %s.", r.Withdrawn.Local().Format("2006-01-02"))
	}
	return nil
}

func (p *Program) releasesOverlapCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "overlap RELEASE",
		Short: "Say what somebody can tell who holds it and an earlier release of the account",
		Long: `Lays a release beside every earlier one of its account, as somebody could who holds both: which lines are the same,
how many stand as far apart in time, which figures stand in both; and what follows: whom the one names that the other
calls by a label, and which two labels are one. "release ACCOUNT --dry-run" says the same before anything leaves.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withRelease(cmd, args[0], func(ctx context.Context, j *home.Journal, r kept) error {
				overlaps, err := j.Overlaps(ctx, r.Release)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(p.Stdout, overlaps)
				}
				if len(overlaps) == 0 {
					p.say("There is no earlier release of that account.")
				}
				sayOverlaps(p.Stdout, overlaps)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// sayOverlaps puts into words what releases have in common, a paragraph for each earlier one.
func sayOverlaps(w io.Writer, overlaps []journal.Overlap) {
	for _, o := range overlaps {
		fmt.Fprintf(w, "Beside %s of %s%s: %s\n", short(o.Earlier.ID), o.Earlier.At.Local().Format("2006-01-02 15:04"), forWhom(o.Earlier), inCommon(o))
		for _, u := range o.Unmasked {
			if u.Earlier {
				fmt.Fprintf(w, "  %s there is %s here, in %s.\n", called(u.Label), oneLine(u.Name), amount(len(u.Lines), "line"))
			} else {
				fmt.Fprintf(w, "  %s here is %s there, in %s: it was told already.\n", called(u.Label), oneLine(u.Name), amount(len(u.Lines), "line"))
			}
		}
		for _, x := range o.Joined {
			fmt.Fprintf(w, "  %s there and %s here are seen to be one.\n", oneLine(x.Before), oneLine(x.Label))
		}
	}
}

// called is a label; what has none was taken out.
func called(label string) string {
	if label == "" {
		return "what is withheld"
	}
	return oneLine(label)
}

func forWhom(r journal.Release) string {
	if r.Audience == "" {
		return ""
	}
	return " for " + oneLine(r.Audience)
}

// inCommon says what the two hold both.
func inCommon(o journal.Overlap) string {
	switch {
	case o.Same:
		return "the same document."
	case !o.Kept:
		return amount(len(o.Lines), "line") + " in both; how they read there was not kept."
	case len(o.Lines) == 0:
		return "no line in common."
	}
	s := amount(len(o.Lines), "line") + " in both"
	if o.Intervals > 0 {
		s += fmt.Sprintf(", %d of them as far apart in time", o.Intervals)
	}
	const most = 6
	if n := len(o.Figures); n > most {
		s += fmt.Sprintf(", the figures %s and %d more", strings.Join(o.Figures[:most], ", "), n-most)
	} else if n > 0 {
		s += ", the figures " + strings.Join(o.Figures, ", ")
	}
	return s + "."
}

func (p *Program) releasesSupersedeCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "supersede LATER EARLIER|none",
		Short: "Say that a release takes the place of an earlier one for the same audience; both are kept",
		Args:  exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withRelease(cmd, args[0], func(ctx context.Context, j *home.Journal, later kept) error {
				earlier := kept{}
				if !strings.EqualFold(args[1], "none") {
					var err error
					if earlier, err = pickRelease(ctx, j, args[1]); err != nil {
						return err
					}
				}
				if _, err := j.Supersede(ctx, later.ID, earlier.ID); err != nil {
					return supersedeError(err)
				}
				if earlier.ID == "" {
					p.say("%s takes no other release's place.", short(later.ID))
					return nil
				}
				p.say("%s takes the place of %s. Both are kept. Tell those who have the earlier one: the copies they have stay as they are.", short(later.ID), short(earlier.ID))
				return nil
			})
		},
	}
}

func supersedeError(err error) error {
	if errors.Is(err, journal.ErrOtherAudience) || errors.Is(err, journal.ErrNotFound) {
		return &failure{Failed, "A release takes the place of an earlier one of the same account and for the same audience only; nothing was changed."}
	}
	return err
}

func (p *Program) releasesWithdrawCommand() *cobra.Command {
	var back bool
	c := &cobra.Command{
		Use:   "withdraw RELEASE",
		Short: "Mark a release as withdrawn, and say what to tell those who have it",
		Long: `Marks a release as withdrawn and prints a few sentences for those who have it. Copies that others have cannot be
recalled; this program reaches nobody. The record and its copy stay, marked.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withRelease(cmd, args[0], func(ctx context.Context, j *home.Journal, r kept) error {
				if _, err := j.Withdraw(ctx, r.ID, !back); err != nil {
					return err
				}
				if back {
					p.say("%s is not withdrawn.", short(r.ID))
					return nil
				}
				fmt.Fprint(p.Stdout, withdrawal(r))
				p.say("Marked as withdrawn. Copies that others have cannot be recalled: tell them yourself, in the words above or in yours.")
				return nil
			})
		},
	}
	c.Flags().BoolVar(&back, "take-back", false, "it is not withdrawn after all")
	return c
}

// withdrawal is what those who have a release can be told. It says nothing that the release did not.
func withdrawal(r kept) string {
	var b strings.Builder
	b.WriteString("I withdraw the account that I gave you. I ask you to delete your copies of it, and neither to pass it on nor to quote from it.\n")
	if r.SupersededBy != "" {
		b.WriteString("A later one takes its place.\n")
	}
	b.WriteString("These are the SHA-256 checksums of its files:\n")
	for _, f := range slices.Sorted(maps.Keys(r.Checksums)) {
		fmt.Fprintf(&b, "%s  %s.%s\n", r.Checksums[f], stem(r.Release), f)
	}
	return b.String()
}

// recognised says which release a file is.
func recognised(r journal.Recognised) string {
	s := fmt.Sprintf("release %s of %s%s, as it left on %s", short(r.Release.ID), short(r.Release.Account), forWhom(r.Release), r.Release.At.Local().Format("2006-01-02 15:04"))
	if !r.Exact {
		s += ", but for line ends and blanks"
	}
	if !r.Release.Withdrawn.IsZero() {
		s += "; you withdrew it on " + r.Release.Withdrawn.Local().Format("2006-01-02")
	}
	return s
}
