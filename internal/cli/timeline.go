package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// event is a line of a timeline as "timeline --json" prints it.
type event struct {
	Entry     journal.EntryID   `json:"entry"`
	Side      journal.Side      `json:"side"`
	Kind      journal.Kind      `json:"kind,omitempty"`
	Earliest  time.Time         `json:"earliest,omitzero"` // these three are left out where nobody said when
	Latest    time.Time         `json:"latest,omitzero"`
	Known     time.Time         `json:"known,omitzero"`
	Hindsight bool              `json:"hindsight"`
	Met       journal.Met       `json:"met,omitempty"`
	Effects   []journal.EntryID `json:"effects,omitempty"`
	Backwards bool              `json:"backwards"`
	Text      string            `json:"text"`
}

func (p *Program) timelineCommand() *cobra.Command {
	var known string
	var asJSON bool
	c := &cobra.Command{
		Use:   "timeline ACCOUNT",
		Short: "Lay an account on a line: what I did and thought, and what happened",
		Long: `Shows the lines of an account in order of time, each on its side: "mine" is what I did and thought, "happened" what
happened. Below a line stands what is to be known of it: between which times it may have been, what became of an
expectation and which lines answered it, and that it was known only later than it happened.

With --known-by it shows only what was known at that time. What was told later is not on it, nor are lines without a time.`,
		Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.withAccount(cmd, args[0], func(ctx context.Context, j *home.Journal, id journal.AccountID) error {
				_, es, damage := j.Account(ctx, id)
				if damage != nil && !errors.Is(damage, journal.ErrDamaged) {
					return damage
				}
				marks := journal.Timeline(es)
				if cmd.Flags().Changed("known-by") {
					at, err := journal.ParseWhen(known, end(marks, j.Now()))
					if err != nil {
						return usage("--known-by is not a time that can be read: try 03:42 or \"yesterday 23:10\"")
					}
					all := len(marks)
					marks = journal.KnownBy(marks, at.Latest)
					p.say("Known by %s: %s; %d not yet.", at.Local().Format("2006-01-02 15:04"), amount(len(marks), "line"), all-len(marks))
				}
				if asJSON {
					return errors.Join(printJSON(p.Stdout, events(marks)), damage)
				}
				for _, m := range marks {
					p.printMark(m)
				}
				return damage
			})
		},
	}
	c.Flags().StringVar(&known, "known-by", "", "only what was known `when`, such as 03:42; a clock time is the last one before the account's end")
	c.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return c
}

// end is a minute after the last line, on its clock: a clock time that is typed is the last one before it. It is now where
// no line has a time.
func end(marks []journal.Mark, now time.Time) time.Time {
	last := slices.MaxFunc(append([]journal.Mark{{}}, marks...), func(a, b journal.Mark) int {
		return a.Entry.Moment.Latest.Compare(b.Entry.Moment.Latest)
	})
	if !last.Timed {
		return now
	}
	return last.Entry.Moment.Latest.In(last.Entry.Moment.Local().Location()).Add(time.Minute)
}

func events(marks []journal.Mark) []event {
	out := []event{}
	for _, m := range marks {
		x := event{Entry: m.Entry.ID, Side: m.Side, Kind: m.Entry.Kind, Hindsight: m.Entry.Hindsight(), Met: m.Met, Effects: m.Effects,
			Backwards: m.Backwards, Text: m.Entry.Text}
		if m.Timed {
			home := m.Entry.Moment.Local().Location()
			x.Earliest, x.Latest, x.Known = m.Entry.Moment.Earliest.In(home), m.Entry.Moment.Latest.In(home), m.Known.In(home)
		}
		out = append(out, x)
	}
	return out
}

// printMark shows a line of a timeline, and below it what is to be known of it.
func (p *Program) printMark(m journal.Mark) {
	when := strings.Repeat(" ", len("2006-01-02 15:04"))
	if m.Timed {
		when = m.Entry.Moment.Local().Format("2006-01-02 15:04")
	}
	head := fmt.Sprintf("%s  %s  %-8s  %-13s  ", short(m.Entry.ID), when, m.Side, m.Entry.Kind)
	text := m.Entry.Text
	for _, note := range notes(m) {
		text += "\n(" + note + ")"
	}
	fmt.Fprintln(p.Stdout, head+strings.ReplaceAll(text, "\n", "\n"+strings.Repeat(" ", len(head))))
}

// notes are what the picture of a timeline shows of a line beside its words.
func notes(m journal.Mark) (out []string) {
	if m.Band {
		home := m.Entry.Moment.Local().Location()
		out = append(out, fmt.Sprintf("some time from %s to %s", m.Entry.Moment.Earliest.In(home).Format("15:04"), m.Entry.Moment.Latest.In(home).Format("15:04")))
	}
	if m.Met != "" {
		out = append(out, string(m.Met))
	}
	for _, id := range m.Effects {
		out = append(out, "answered by "+short(id))
	}
	if m.Entry.Hindsight() {
		out = append(out, "known only later")
	}
	if m.Backwards {
		out = append(out, "the times do not fit together")
	}
	return out
}
