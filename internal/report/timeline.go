package report

import "slices"

// Timeline is the title of the two-sided timeline.
const Timeline Heading = "Timeline"

// kinds are what the timeline calls the lines of a part.
var kinds = map[Heading]string{
	Actions: "action", Effects: "effect", Expectations: "expectation", Assumptions: "assumption",
	Understandings: "understanding", Conditions: "condition", Notes: "note", Reactions: "reaction", Learnings: "learning",
	Ideas: "idea",
}

// Kind is what the timeline calls the line: its mark, or the kind of its part.
func (l Placed) Kind() string {
	if l.Mark != "" {
		return l.Mark
	}
	return kinds[l.Heading]
}

// Timed are the lines of the timeline in order of time: those of which somebody said when. There are none where fewer
// than two times are told: a single one needs no line to stand on; and where they are not counted from one moment.
func (d Document) Timed() []Placed {
	if d.Cases {
		return nil
	}
	out := slices.DeleteFunc(d.InOrder(), func(l Placed) bool { return !l.At.Known })
	if len(out) < 2 {
		return nil
	}
	return out
}
