package journal

import (
	"slices"

	"firsthand/internal/report"
)

// leaving are the fields that leave with a chosen line, and what a document calls them: how its author knew, what it
// rested on, what became of it. They are choices of a list, never words. What somebody felt, who told them to, what was
// open to them, how sure they are now: all other fields stay.
var leaving = []struct {
	Field
	name  string
	kinds []Kind // nil: of every kind
}{
	{FieldCondition, report.Sort, []Kind{Condition}},
	{FieldRole, report.Effect, []Kind{Condition}},
	{FieldLearned, report.Sort, []Kind{Learning}},
	{FieldSource, report.Source, nil},
	{FieldKnownFrom, report.KnownLater, nil},
	{FieldBasis, report.Basis, []Kind{Expectation}},
	{FieldThen, report.Sure, []Kind{Expectation, Assumption, Understanding, Decision}},
	{FieldSaid, report.SaidOrThought, []Kind{Assumption}},
	{FieldEnded, report.Ended, []Kind{Assumption}},
}

// saidOf is what leaves with an entry beside its text, in the order of leaving. "Other" says nothing without its words.
func (s *survey) saidOf(e Entry) []report.Said {
	var out []report.Said
	if s.linesOnly {
		return nil
	}
	for _, l := range leaving {
		if l.kinds != nil && !slices.Contains(l.kinds, e.Kind) || l.Field == FieldKnownFrom && !e.Hindsight() {
			continue
		}
		if values := choices(e, l.Field); len(values) > 0 {
			out = append(out, report.Said{Name: l.name, Values: values})
		}
	}
	return out
}

// became is what became of an expectation that has an outcome, and what was said of the gap.
func (p pair) became(e Entry) report.Became {
	b := report.Became{Met: report.Met(e.Outcome.Met), Before: e.Outcome.Before && len(p.effects) > 0}
	if e.Outcome.Met == NotMet {
		b.Why, b.Level = choices(e, FieldWhy), choices(e, FieldLevel)
		if direction := choices(e, FieldDirection); len(direction) > 0 {
			b.Direction = direction[0]
		}
	}
	return b
}

// choices are what was chosen in a field, without Other.
func choices(e Entry, f Field) []string {
	var out []string
	for _, c := range e.Answers[f].Choices {
		if c != Other {
			out = append(out, string(c))
		}
	}
	return out
}

// sides are those of a timeline as a document calls them.
var sides = map[Side]report.Side{Mine: report.Mine, Happened: report.Happened}
