package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"firsthand/internal/deliver"
	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/lanes"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// comparing is what "compare" is asked for, as it was typed.
type comparing struct {
	zeros, same, moments, differ []string
	hide, keep                   []string
	near                         int
	undecided, pdf, md, paper    string
	withJournal, force           bool
}

func (p *Program) compareCommand() *cobra.Command {
	var a comparing
	c := &cobra.Command{
		Use:   "compare FILE FILE...",
		Short: "Set several people's released accounts side by side; needs no journal",
		Long: `Reads accounts that were released as Markdown or JSON, and prints them beside one another on one clock: a column
each, never merged. Lane 1 is the first file. Each lane's own T+00:00 is the common one unless --zero says another:

    --zero 2=T+00:12   the moment that lane 2 calls T+00:12 is T+00:00 here
    --zero 2=+7        lane 2's T+00:00 stands at T+00:07 here

A label such as Engineer A holds in its lane only, until you say that two are one. What stands in one lane only, and
what lies minutes apart, is marked by the clock; what contradicts what is yours to say. Lines are called by their
lane and number, as printed:

    --same '1:Engineer A, 2:Engineer B = first responder'
    --moment '1.3, 2.5'
    --differ '1.4, 2.6: I saw the alarm first'

Nothing is printed or written while something was found that is no label, in an account or in your own words: that
its author kept it was for those whom they gave it to. Decide with --hide NAME, --keep NAME or --undecided
hide. --with-journal opens your journal too, and hides what it hides.`,
		Args: rangeArgs(2, lanes.MaxLanes),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := hides(a.undecided); err != nil {
				return err
			}
			paper, err := parsePaper(a.paper)
			if err != nil {
				return err
			}
			read, err := p.readLanes(args)
			if err != nil {
				return err
			}
			said, err := a.said(len(read), cmd.Flags().Changed("near"))
			if err != nil {
				return err
			}
			var known []redact.Known
			if a.withJournal {
				if err := p.with(cmd, func(ctx context.Context, j *home.Journal) (err error) {
					known, err = j.Hidden(ctx)
					return err
				}); err != nil {
					return err
				}
			}
			return p.compare(read, said, known, paper, a)
		},
	}
	f := c.Flags()
	f.StringArrayVar(&a.zeros, "zero", nil, "`LANE=WHEN`: what of a lane is T+00:00 here")
	f.IntVar(&a.near, "near", lanes.Near, "within how many `minutes` lines of two lanes count as near")
	f.StringArrayVar(&a.same, "same", nil, "`LABELS`: labels of several lanes that are one, and what it is called here")
	f.StringArrayVar(&a.moments, "moment", nil, "`LINES`: lines of several lanes that speak of one moment, and words of yours after a colon")
	f.StringArrayVar(&a.differ, "differ", nil, "`LINES`: lines of several lanes that differ, and words of yours after a colon")
	f.StringArrayVar(&a.hide, "hide", nil, "a `name` to hide")
	f.StringArrayVar(&a.keep, "keep", nil, "a `name` that stays")
	undecidedFlag(f, &a.undecided)
	f.BoolVar(&a.withJournal, "with-journal", false, "hide also what your journal hides; asks for its passphrase")
	f.StringVar(&a.pdf, "pdf", "", "a `file` for the comparison as PDF")
	f.StringVar(&a.md, "md", "", "a `file` for the comparison as Markdown")
	paperFlag(f, &a.paper, "a4")
	f.BoolVar(&a.force, "force", false, "overwrite files that are there")
	return c
}

// readLanes reads the files as lanes.
func (p *Program) readLanes(files []string) ([]lanes.Lane, error) {
	var out []lanes.Lane
	for _, name := range files {
		b, err := p.file(name, lanes.MaxFile+1) // one more, so that what is too large is told apart from what is foreign
		var foreign *report.NotReleased
		if err == nil {
			var l lanes.Lane
			if l, err = lanes.Read(b); err == nil {
				out = append(out, l)
				continue
			}
		}
		if errors.As(err, &foreign) {
			return nil, &failure{Failed, fmt.Sprintf("%s cannot be set beside others, because %s. Nothing was written; compare reads what \"firsthand release\" made, as Markdown or JSON.", name, foreign.Why)}
		}
		return nil, err
	}
	return out, nil
}

// said is what the flags say of the lanes.
func (a comparing) said(lanesRead int, near bool) (lanes.Said, error) {
	s := lanes.Said{Zeros: make([]int, lanesRead)}
	if near {
		s.Near = &a.near
	}
	for _, z := range a.zeros {
		typed, when, ok := strings.Cut(z, "=")
		lane, err := strconv.Atoi(strings.TrimSpace(typed))
		if !ok || err != nil || lane < 1 || lane > lanesRead {
			return s, usage("--zero is a lane and what of it is T+00:00 here, such as 2=T+00:12 or 2=+7")
		}
		when = strings.TrimSpace(when)
		if at, ok := report.ParseClock(when); ok {
			s.Zeros[lane-1] = at.Minutes
		} else if n, err := strconv.Atoi(when); err == nil {
			s.Zeros[lane-1] = -n
		} else {
			return s, usage("--zero is a lane and what of it is T+00:00 here, such as 2=T+00:12 or 2=+7")
		}
	}
	for _, typed := range a.same {
		names, label, ok := cutLast(typed, "=")
		same := lanes.Same{Label: strings.TrimSpace(label)}
		for n := range strings.SplitSeq(names, ",") {
			number, name, colon := strings.Cut(n, ":")
			lane, err := strconv.Atoi(strings.TrimSpace(number))
			ok = ok && colon && err == nil
			same.Names = append(same.Names, lanes.Name{Lane: lane - 1, Label: strings.TrimSpace(name)})
		}
		if !ok {
			return s, usage("--same is labels with their lanes and a common label, such as '1:Engineer A, 2:Engineer B = first responder'")
		}
		s.Same = append(s.Same, same)
	}
	for _, list := range []struct {
		typed  []string
		differ bool
	}{{a.moments, false}, {a.differ, true}} {
		for _, typed := range list.typed {
			m, ok := parseMoment(typed)
			if !ok {
				return s, usage("--moment and --differ are lines of several lanes and words of yours, such as '1.4, 2.6: I saw the alarm first'")
			}
			m.Differ = list.differ
			s.Moments = append(s.Moments, m)
		}
	}
	return s, nil
}

// cutLast is strings.Cut at the last place of sep.
func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func parseMoment(typed string) (m lanes.Moment, ok bool) {
	lines, words, _ := strings.Cut(typed, ":")
	m.Words = strings.TrimSpace(words)
	for l := range strings.SplitSeq(lines, ",") {
		lane, line, ok := strings.Cut(strings.TrimSpace(l), ".")
		i, laneErr := strconv.Atoi(lane)
		k, lineErr := strconv.Atoi(line)
		if !ok || laneErr != nil || lineErr != nil {
			return m, false
		}
		m.Places = append(m.Places, lanes.Place{Lane: i - 1, Line: k - 1})
	}
	return m, true
}

// A target is where a comparison goes: a file, or no path for the terminal.
type target struct {
	path   string
	format journal.Format
	file   redact.Verified
}

// compare sets the lanes beside one another, and prints or writes what passed the gate.
func (p *Program) compare(read []lanes.Lane, said lanes.Said, known []redact.Known, paper report.Paper, a comparing) error {
	// What is typed after --hide is hidden wherever it stands, whether a rule sees it or not.
	for _, name := range a.hide {
		known = append(known, redact.Known{Kind: redact.Other, Forms: []string{name}})
	}
	leaving, err := leave(read, said, known)
	var undecided *lanes.Undecided
	if errors.As(err, &undecided) {
		for _, e := range undecided.Entities {
			d := redact.Decision{Kind: e.Kind, Key: e.Key(e.Name), Action: redact.Hide}
			among := func(typed []string) bool {
				return slices.ContainsFunc(typed, func(name string) bool { return names(e, name) })
			}
			switch {
			case among(a.hide):
			case among(a.keep):
				d.Action = redact.Keep
			case a.undecided != "hide":
				continue
			}
			said.Decisions = append(said.Decisions, d)
		}
		leaving, err = leave(read, said, known)
	}
	if errors.As(err, &undecided) {
		for _, e := range undecided.Entities {
			p.say("  %s %q", e.Kind, e.Name)
		}
		return &failure{Open, fmt.Sprintf("%s, which no label of a release is, so nothing was written. What was found is above; decide with --hide NAME or --keep NAME, or hide all with --undecided hide.",
			beUndecided(len(undecided.Entities)))}
	}
	if err != nil {
		return err
	}
	var targets []target
	if a.pdf != "" {
		targets = append(targets, target{path: a.pdf, format: journal.PDF})
	}
	if a.md != "" || a.pdf == "" {
		targets = append(targets, target{path: a.md, format: journal.Markdown})
	}
	for i, t := range targets {
		if _, err := os.Lstat(t.path); err == nil && !a.force {
			return &failure{Failed, fmt.Sprintf("%s is there already and was left alone. Use --force to overwrite it, or another name.", t.path)}
		}
		if targets[i].file, err = leaving.File(p.Renderers[t.format], paper); err != nil {
			p.sayLeak(err)
			return err
		}
	}
	for _, t := range targets {
		if t.path == "" {
			_, err = p.Stdout.Write(t.file.Bytes())
			return err
		}
		if err := deliver.Save(t.path, t.file, a.force); err != nil {
			return err
		}
		fmt.Fprintln(p.Stdout, t.path)
	}
	return nil
}

func leave(read []lanes.Lane, said lanes.Said, known []redact.Known) (lanes.Leaving, error) {
	c, err := lanes.Compare(read, said)
	var invalid *lanes.Invalid
	if errors.As(err, &invalid) {
		return lanes.Leaving{}, &failure{Usage, "That cannot be said of these accounts: " + invalid.Why + "."}
	}
	if err != nil {
		return lanes.Leaving{}, err
	}
	return c.Leave(known)
}

// names reports whether a name is one of an entity's forms.
func names(e redact.Entity, name string) bool {
	return slices.ContainsFunc(append([]string{e.Name}, e.Forms...), func(f string) bool { return redact.Key(e.Kind, f) == redact.Key(e.Kind, name) })
}

func beUndecided(n int) string {
	if n == 1 {
		return "1 thing is undecided"
	}
	return fmt.Sprintf("%d things are undecided", n)
}
