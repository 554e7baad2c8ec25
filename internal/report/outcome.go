package report

import (
	"slices"
	"strconv"
	"strings"

	"firsthand/internal/redact"
)

// An Outcome is an expectation beside the effects that answered it. Both are lines of the document: an expectation whose
// effects stay stands alone.
type Outcome struct {
	Expectation int   // the number of its line
	Effects     []int // the numbers of their lines, in order; none where nothing answered it
	Became
	Words []Block // the explanation of a gap in its author's words
}

// Became is what became of an expectation, in words of ours alone. The last three are of one that was not met.
type Became struct {
	Met    Met
	Before bool // it was written down before the first of its effects came about

	Direction string   // such as "later"; empty where nobody said
	Why       []string // such as "system differs from its documentation"
	Level     []string // of individual, technical, organizational
}

// Met says whether an expectation was met; empty where nobody said.
type Met string

// What can become of an expectation.
const (
	WasMet     Met = "met"
	NotMet     Met = "not met"
	NeverKnown Met = "never known"
)

// Gap reports whether what was seen differs from what was expected.
func (b Became) Gap() bool { return b.Met == NotMet }

// A Pairing is an outcome before its blocks are read: its lines are places in Contents.Texts.
type Pairing struct {
	Expectation int
	Effects     []int
	Became
	Words redact.Clean
}

// How the sentences begin that say what became of an expectation.
const (
	Hit      = "As expected."
	Unknown  = "Whether it came about was never known."
	Missed   = "Not as expected"
	Foretold = "Written down before it was answered."
)

// Sentence says what became of the expectation, in words of ours: how, such as "Not as expected: later.", and more, such
// as "Why: information. Level: technical." Either may be empty.
func (b Became) Sentence() (how, more string) {
	var rest []string
	switch b.Met {
	case WasMet:
		how = Hit
	case NeverKnown:
		how = Unknown
	case NotMet:
		how = Missed + "."
		if b.Direction != "" {
			how = Missed + ": " + b.Direction + "."
		}
		if len(b.Why) > 0 {
			rest = append(rest, "Why: "+strings.Join(b.Why, ", ")+".")
		}
		if len(b.Level) > 0 {
			rest = append(rest, "Level: "+strings.Join(b.Level, ", ")+".")
		}
	}
	if b.Before {
		rest = append(rest, Foretold)
	}
	return how, strings.Join(rest, " ")
}

// briefest is the longest text, in characters, that is shown a second time beside what was expected.
const briefest = 400

// brief is the text of a line that is one short paragraph; ok is false of any other. A line without blocks is one.
func (l Line) brief() (in []Inline, ok bool) {
	switch {
	case len(l.Blocks) == 0:
		return nil, true
	case len(l.Blocks) > 1 || l.Blocks[0].Kind != Paragraph || len([]rune(plain(l.Blocks[0].Text))) > briefest:
		return nil, false
	}
	return l.Blocks[0].Text, true
}

// The heads of an expectation beside its effects.
const (
	Expected = "What I expected"
	Seen     = "What I saw"
)

// Beside is the text of an expectation and that of its effects, each behind its number and time, to stand beside each
// other. ok is false where one of them is more than a short paragraph, or nothing answered it: then Elsewhere says where
// they stand.
func (d Document) Beside(o Outcome) (expected []Inline, seen [][]Inline, ok bool) {
	if len(o.Effects) == 0 {
		return nil, nil, false
	}
	lines := d.InOrder()
	if expected, ok = lines[o.Expectation-1].brief(); !ok {
		return nil, nil, false
	}
	for _, n := range o.Effects {
		effect, ok := lines[n-1].brief()
		if !ok {
			return nil, nil, false
		}
		seen = append(seen, append([]Inline{{Text: lines[n-1].Lead() + " ", Bold: true}}, effect...))
	}
	return expected, seen, true
}

// Elsewhere says where the effects of an outcome stand, in words of ours; empty where it has none.
func (d Document) Elsewhere(o Outcome) string {
	if len(o.Effects) == 0 {
		return ""
	}
	lines := d.InOrder()
	var at []string
	for _, n := range o.Effects {
		at = append(at, lines[n-1].Lead())
	}
	return Seen + ": " + strings.Join(at, ", ") + "."
}

// Outcome is what became of the expectation with that number.
func (d Document) Outcome(number int) (Outcome, bool) {
	i := slices.IndexFunc(d.Outcomes, func(o Outcome) bool { return o.Expectation == number })
	if i < 0 {
		return Outcome{}, false
	}
	return d.Outcomes[i], true
}

// NoTime stands where nobody said when a line was.
const NoTime = "—"

// Lead names a line by its number and its time: "12 · T+00:14".
func (l Line) Lead() string {
	at := l.At.String()
	if at == "" {
		at = NoTime
	}
	return strconv.Itoa(l.Number) + " · " + at
}

// Sayings is what was said of the line beside its text, as one line: "how I know: log or graph · how sure I was: sure".
func (l Line) Sayings() string {
	var out []string
	for _, s := range l.Said {
		out = append(out, s.Name+": "+strings.Join(s.Values, ", "))
	}
	return strings.Join(out, " · ")
}

// sayings are the names of what may be said of a line beside its text.
var sayings = []string{Sort, Effect, Source, KnownLater, Basis, Sure, SaidOrThought, Ended}

// The names of what may be said of a line beside its text.
const (
	Sort          = "of what sort"
	Effect        = "what it did"
	Source        = "how I know"
	KnownLater    = "known only later"
	Basis         = "what it rested on"
	Sure          = "how sure I was"
	SaidOrThought = "said or thought"
	Ended         = "what became of it"
)

// IsSayings reports whether a text is one that Sayings writes, as far as its names say.
func IsSayings(s string) bool {
	for part := range strings.SplitSeq(s, " · ") {
		name, value, ok := strings.Cut(part, ": ")
		if !ok || value == "" || !slices.Contains(sayings, name) {
			return false
		}
	}
	return true
}

// IsSentence reports whether a text is one that Sentence writes, as far as its beginning says.
func IsSentence(s string) bool {
	return s == Hit || s == Unknown || s == Foretold || strings.HasPrefix(s, Hit+" ") || strings.HasPrefix(s, Unknown+" ") ||
		strings.HasPrefix(s, Missed+".") || strings.HasPrefix(s, Missed+": ")
}
