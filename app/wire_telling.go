package app

import (
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Asked is a line with the questions that fit it.
type Asked struct {
	Entry     Entry      `json:"entry"`
	Questions []Question `json:"questions"`
	// Next is the first field that was neither answered nor skipped; empty where there is none.
	Next string `json:"next"`
}

// Question is one thing that can be said of a line, with what was said.
type Question struct {
	Field   journal.Field `json:"field"`
	Shape   journal.Shape `json:"shape"`
	Offered []WireChoice  `json:"offered"`
	Chosen  []WireChoice  `json:"chosen"`
	Words   string        `json:"words"`
	Skipped bool          `json:"skipped"`
	Gap     bool          `json:"gap"`   // it is asked about a difference between expected and seen
	Pivot   bool          `json:"pivot"` // it is asked because the line is a turning point
}

// WireChoice is a choice that the page has a word for.
type WireChoice string

// Described is what is said of an account as a whole.
type Described struct {
	Title    string       `json:"title"`
	Codename string       `json:"codename"`
	Type     journal.Type `json:"type"`
	Roles    string       `json:"roles"`
	OnCall   OnCall       `json:"onCall"`
}

// OnCall says whether the person was; empty where nobody said.
type OnCall string

// Closing is the last page of an account.
type Closing struct {
	Happened string `json:"happened"`
	Specific string `json:"specific"`
	Similar  string `json:"similar"`
}

// Link is from one line to another.
type Link struct {
	To string           `json:"to"`
	As journal.Relation `json:"as"`
}

// Outcome is what became of an expectation.
type Outcome struct {
	Effects []string    `json:"effects"`
	Met     journal.Met `json:"met"`    // empty where nobody said
	Before  bool        `json:"before"` // the expectation was written down, as it stands, before the first of the effects
}

// Timeline is an account on a line.
type Timeline struct {
	Lines []Laid `json:"lines"` // in order of time
	From  string `json:"from"`  // the first and the last instant of any of them; empty where none has a time
	To    string `json:"to"`
	Zero  string `json:"zero"` // the instant that times are counted from
}

// Laid is a line on a timeline: what the window, which has the line, does not know of it.
type Laid struct {
	Entry     string       `json:"entry"`
	Side      journal.Side `json:"side"`
	Earliest  string       `json:"earliest"` // both empty where its time is certain
	Latest    string       `json:"latest"`
	Known     string       `json:"known"`   // when its author came to know of it; empty where that was at its time
	Effects   []string     `json:"effects"` // of an expectation, those on the timeline
	Backwards bool         `json:"backwards"`
}

// Later is what became of one line after the first telling.
type Later struct {
	Entry  string          `json:"entry"`
	Is     journal.LaterIs `json:"is"`
	Words  []Difference    `json:"words"` // of a line that was reworded
	Kind   bool            `json:"kind"`  // its kind was changed
	Moment bool            `json:"moment"`
	Was    string          `json:"was"` // the text as it was first told; of a line that is gone too
}

// Difference is a stretch of two wordings.
type Difference struct {
	Text string         `json:"text"`
	Is   journal.DiffIs `json:"is"`
}

// Sensitive is a stretch of a line that may identify: where it stands in the text, in UTF-16 units, and as what.
type Sensitive struct {
	From int         `json:"from"`
	To   int         `json:"to"`
	Kind redact.Kind `json:"kind"`
}

func wireSensitive(in journal.Identifying) []Sensitive {
	w := []Sensitive{}
	for _, f := range in.Findings {
		from := units(in.Entry.Text[:f.Start])
		w = append(w, Sensitive{From: from, To: from + units(in.Entry.Text[f.Start:f.End]), Kind: f.Kind})
	}
	return w
}

func wireChoices(in []journal.Choice) []WireChoice {
	out := make([]WireChoice, len(in))
	for i, c := range in {
		out[i] = WireChoice(c)
	}
	return out
}

func wireAsked(a journal.Account, e journal.Entry) Asked {
	w := Asked{Entry: wireEntry(e), Questions: []Question{}}
	for _, q := range a.Asked(e) {
		said := e.Answers[q.Field]
		w.Questions = append(w.Questions, Question{
			Field: q.Field, Shape: q.Shape, Offered: wireChoices(q.Offered()), Chosen: wireChoices(said.Choices), Words: said.Words,
			Skipped: said.Skipped, Gap: q.Gap, Pivot: q.Pivot,
		})
	}
	if next, ok := a.Next(e); ok {
		w.Next = string(next.Field)
	}
	return w
}

func wireOutcome(o *journal.Outcome) Outcome {
	w := Outcome{Effects: []string{}}
	if o != nil {
		w.Met, w.Before = o.Met, o.Before
		for _, id := range o.Effects {
			w.Effects = append(w.Effects, string(id))
		}
	}
	return w
}

func wireLinks(links []journal.Link) []Link {
	w := []Link{}
	for _, l := range links {
		w = append(w, Link{To: string(l.To), As: l.As})
	}
	return w
}

func wireTimeline(a journal.Account, marks []journal.Mark) Timeline {
	w := Timeline{Lines: []Laid{}}
	var from, to time.Time
	for _, m := range marks {
		x := Laid{Entry: string(m.Entry.ID), Side: m.Side, Effects: []string{}, Backwards: m.Backwards}
		for _, id := range m.Effects {
			x.Effects = append(x.Effects, string(id))
		}
		if m.Timed {
			at := m.Entry.Moment
			lived := at.Local()
			if m.Band {
				x.Earliest, x.Latest = rfc3339(at.Earliest.In(lived.Location())), rfc3339(at.Latest.In(lived.Location()))
			}
			if m.Entry.Hindsight() {
				x.Known = rfc3339(m.Known.In(lived.Location()))
			}
			if from.IsZero() || at.Earliest.Before(from) {
				from = at.Earliest.In(lived.Location())
			}
			if to.IsZero() || at.Latest.After(to) {
				to = at.Latest.In(lived.Location())
			}
			if m.Entry.ID == a.T0 || w.Zero == "" {
				w.Zero = rfc3339(lived)
			}
		}
		w.Lines = append(w.Lines, x)
	}
	w.From, w.To = rfc3339(from), rfc3339(to)
	return w
}

func wireLater(a journal.Account, es []journal.Entry) []Later {
	w := []Later{}
	if a.Telling == nil {
		return w
	}
	was := map[journal.EntryID]string{}
	for _, e := range a.Telling.Entries {
		was[e.ID] = e.Text
	}
	for _, l := range journal.Since(a.Telling, es) {
		x := Later{Entry: string(l.Entry), Is: l.Is, Words: []Difference{}, Kind: l.Kind, Moment: l.Moment, Was: was[l.Entry]}
		for _, d := range l.Words {
			x.Words = append(x.Words, Difference(d))
		}
		w = append(w, x)
	}
	return w
}
