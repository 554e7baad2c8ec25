package journal

import (
	"slices"
)

// A Field is one thing that can be said of an entry beside its text. None is ever required.
type Field string

// The fields. Those of a gap are asked of an expectation that was not met.
const (
	FieldSource    Field = "source"     // how I know
	FieldKnownFrom Field = "known from" // since when I knew
	FieldThen      Field = "then"       // how sure then
	FieldNow       Field = "now"        // how sure now
	FieldThings    Field = "things"     // what is named in it: systems, places, people

	FieldWith      Field = "with"       // of an action: what it was done with and to
	FieldOwn       Field = "own"        // of an action: whose call it was
	FieldGuards    Field = "guards"     // of an action: what stood between it and the effect
	FieldPage      Field = "page"       // of an action: what the page said, and what is usual here
	FieldBy        Field = "by"         // of an expectation: by when
	FieldBasis     Field = "basis"      // of an expectation: what it rested on
	FieldHeldFrom  Field = "held from"  // of an assumption
	FieldHeldUntil Field = "held until" // of an assumption
	FieldSaid      Field = "said"       // of an assumption: said, thought, or only visible now
	FieldChecked   Field = "checked"    // of an assumption: how it was checked
	FieldEnded     Field = "ended"      // of an assumption: what became of it
	FieldCues      Field = "cues"       // of a decision or a turning point: what was seen and heard
	FieldMeaning   Field = "meaning"    // of a turning point: what it meant then
	FieldExpected  Field = "expected"   // of a turning point: what was to come next
	FieldOptions   Field = "options"    // of a decision or a turning point: what was open then
	FieldGoal      Field = "goal"       // of a decision
	FieldPressures Field = "pressures"  // of a decision or a turning point
	FieldHelp      Field = "help"       // of a turning point: who or what helped, and on what sign
	FieldChange    Field = "change"     // of a decision: what would have changed it
	FieldSide      Field = "side"       // of a condition: people, process or technology
	FieldRole      Field = "role"       // of a condition: what it did
	FieldCondition Field = "condition"  // of a condition: of what sort it is
	FieldFelt      Field = "felt"       // of a reaction
	FieldAwake     Field = "awake"      // of a reaction: hours awake
	FieldLearned   Field = "learned"    // of a learning: of what sort it is
	FieldWanted    Field = "wanted"     // of a learning: who would want it
	FieldHolds     Field = "holds"      // of a learning: whether it still does
	FieldDirection Field = "direction"  // of a gap: in which way it was different
	FieldWhy       Field = "why"        // of a gap: its explanation
	FieldLevel     Field = "level"      // of a gap: individual, technical or organizational
	FieldNoticed   Field = "noticed"    // of a gap: when it was noticed
	FieldSurprise  Field = "surprise"   // of a gap: how much of one it was
)

// Shape is how a field is answered. Whatever the shape, words of one's own can be added.
type Shape string

// The shapes of an answer.
const (
	InWords Shape = "words"  // nothing but words
	OneOf   Shape = "one"    // at most one choice
	SomeOf  Shape = "some"   // any number of choices
	InHours Shape = "hours"  // a number of hours, in words
	AtATime Shape = "moment" // a moment as it is typed; what cannot be read as one stays words
)

// A Choice is one of the answers that a field offers. Every list of them ends with Other and NotSure.
type Choice string

// The choices that every list has.
const (
	Other   Choice = "other"
	NotSure Choice = "not sure"
)

// The choices that the program itself decides on.
const (
	AtTheTime    Choice = "at the time"
	ToldLater    Choice = "told later"
	Inferred     Choice = "inferred"
	OpenQuestion Choice = "open question"
	NoLonger     Choice = "no longer"
)

// Scale is how sure somebody is, the least first.
var Scale = []Choice{"guess", "leaning", "fairly sure", "sure", "certain"}

// A Question is a field with whom it is asked of and what can be answered.
type Question struct {
	Field   Field
	Kinds   []Kind // of which it is asked; nil: of every kind
	Shape   Shape
	Choices []Choice // without Other and NotSure
	Gap     bool     // only of an expectation that was not met
	Pivot   bool     // also of a turning point, whatever its kind
}

// Questions are all of them, in the order in which they are asked. The lists are those of the field: debriefing after
// incidents (the critical decision method of Klein, Calderwood and MacGregor 1989, as PagerDuty and Etsy use it) and
// human-factors taxonomies of what shaped an event.
var Questions = []Question{
	{Field: FieldWith, Kinds: []Kind{Action}, Shape: InWords},
	{Field: FieldOwn, Kinds: []Kind{Action}, Shape: OneOf, Choices: []Choice{"told to", "procedure", "my call"}},
	{Field: FieldGuards, Kinds: []Kind{Action}, Shape: SomeOf, Choices: []Choice{"absent", "present", "off", "bypassed for a reason", "worked"}},
	{Field: FieldPage, Kinds: []Kind{Action}, Shape: InWords},

	{Field: FieldBy, Kinds: []Kind{Expectation}, Shape: AtATime},
	{Field: FieldBasis, Kinds: []Kind{Expectation}, Shape: SomeOf, Choices: []Choice{"docs", "runbook", "experience", "told",
		"test environment", "reading code", "dashboard", "habit", "hunch"}},

	{Field: FieldDirection, Kinds: []Kind{Expectation}, Gap: true, Shape: OneOf, Choices: []Choice{"did not happen",
		"happened unexpectedly", "different kind", "earlier", "later", "more", "less", "elsewhere", "could not tell"}},
	{Field: FieldWhy, Kinds: []Kind{Expectation}, Gap: true, Shape: SomeOf, Choices: []Choice{"reasoning", "information",
		"system differs from its documentation", "interface", "procedure did not fit", "coordination", "timing", "wrong target",
		"environment changed", "unexplained"}},
	{Field: FieldLevel, Kinds: []Kind{Expectation}, Gap: true, Shape: SomeOf, Choices: []Choice{"individual", "technical", "organizational"}},
	{Field: FieldNoticed, Kinds: []Kind{Expectation}, Gap: true, Shape: AtATime},
	{Field: FieldSurprise, Kinds: []Kind{Expectation}, Gap: true, Shape: OneOf, Choices: []Choice{"none", "mild", "strong", "broke my model"}},

	{Field: FieldHeldFrom, Kinds: []Kind{Assumption}, Shape: AtATime},
	{Field: FieldHeldUntil, Kinds: []Kind{Assumption}, Shape: AtATime},
	{Field: FieldSaid, Kinds: []Kind{Assumption}, Shape: OneOf, Choices: []Choice{"said", "thought", "only visible now"}},
	{Field: FieldChecked, Kinds: []Kind{Assumption}, Shape: InWords},
	{Field: FieldEnded, Kinds: []Kind{Assumption}, Shape: OneOf, Choices: []Choice{"confirmed", "refuted", "dropped", "open"}},

	{Field: FieldCues, Kinds: []Kind{Decision}, Pivot: true, Shape: InWords},
	{Field: FieldMeaning, Kinds: []Kind{}, Pivot: true, Shape: InWords},
	{Field: FieldExpected, Kinds: []Kind{}, Pivot: true, Shape: InWords},
	{Field: FieldOptions, Kinds: []Kind{Decision}, Pivot: true, Shape: InWords},
	{Field: FieldGoal, Kinds: []Kind{Decision}, Shape: InWords},
	{Field: FieldPressures, Kinds: []Kind{Decision}, Pivot: true, Shape: InWords},
	{Field: FieldHelp, Kinds: []Kind{}, Pivot: true, Shape: InWords},
	{Field: FieldChange, Kinds: []Kind{Decision}, Shape: InWords},

	{Field: FieldSide, Kinds: []Kind{Condition}, Shape: SomeOf, Choices: []Choice{"people", "process", "technology"}},
	{Field: FieldRole, Kinds: []Kind{Condition}, Shape: SomeOf, Choices: []Choice{"let it start", "let it spread", "hid it", "slowed recovery", "helped"}},
	{Field: FieldCondition, Kinds: []Kind{Condition}, Shape: SomeOf, Choices: []Choice{"fatigue", "time pressure", "workload", "interruption",
		"communication", "handoff", "documentation", "procedure", "interface", "error message", "API contract", "alert noise",
		"missing signal", "observability lag", "guard", "access", "ownership", "deploy or config change", "dependency", "load",
		"look-alike names", "test-production difference", "parallel work", "goal conflict", "training"}},

	{Field: FieldFelt, Kinds: []Kind{Reaction}, Shape: InWords},
	{Field: FieldAwake, Kinds: []Kind{Reaction}, Shape: InHours},

	{Field: FieldLearned, Kinds: []Kind{Learning}, Shape: OneOf, Choices: []Choice{"solution", "better method", "corrected belief", OpenQuestion}},
	{Field: FieldWanted, Kinds: []Kind{Learning}, Shape: InWords},
	{Field: FieldHolds, Kinds: []Kind{Learning}, Shape: OneOf, Choices: []Choice{"still holds", "partly", NoLonger}},

	{Field: FieldSource, Shape: OneOf, Choices: []Choice{"did it", "saw it", "heard it", "own notes", "log or graph", "shell history",
		"chat", ToldLater, Inferred}},
	{Field: FieldKnownFrom, Shape: OneOf, Choices: []Choice{AtTheTime, "later that night", "after it was over", "from others", "from evidence"}},
	{Field: FieldThen, Shape: OneOf, Choices: Scale},
	{Field: FieldNow, Shape: OneOf, Choices: Scale},
	{Field: FieldThings, Shape: InWords},
}

// QuestionOf is the question of a field; ok is false where there is no such field.
func QuestionOf(f Field) (q Question, ok bool) {
	i := slices.IndexFunc(Questions, func(q Question) bool { return q.Field == f })
	if i < 0 {
		return Question{}, false
	}
	return Questions[i], true
}

// Offered are the choices of the question as they are shown: its own, Other and NotSure. nil where it has none.
func (q Question) Offered() []Choice {
	if len(q.Choices) == 0 {
		return nil
	}
	return append(slices.Clone(q.Choices), Other, NotSure)
}

// asks reports whether the question is asked of an entry that is, or is not, a turning point.
func (q Question) asks(e Entry, pivot bool) bool {
	if q.Gap {
		return e.Kind == Expectation && e.Outcome != nil && e.Outcome.Met == NotMet
	}
	return q.Kinds == nil || slices.Contains(q.Kinds, e.Kind) || q.Pivot && pivot
}
