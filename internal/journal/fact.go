package journal

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"firsthand/internal/redact"
)

// A Fact is what can be counted of an entry without its words: what a store keeps at hand of every entry, so that what
// recurs over years is told without opening them all. FactOf makes it; it is never changed.
type Fact struct {
	ID       EntryID
	Account  AccountID
	Position int
	Recorded time.Time
	Removed  bool
	Kind     Kind
	Share    Share
	At       time.Time          // when it was lived, on the clock it was lived by; zero where nobody said
	Chosen   map[Field][]Choice // of its answers; nil where none was given
	Links    []Link
	Outcome  Met     // of an expectation
	Before   bool    // it was captured before its outcome
	Awake    float64 // hours; 0 where nobody said
	Systems  []string
	Looked   Looked
}

// FactVersion is the version of what FactOf makes of an entry. A store makes those of another version anew.
const FactVersion = 1

// FactOf is what can be counted of an entry.
func FactOf(e Entry) Fact {
	f := Fact{ID: e.ID, Account: e.Account, Position: e.Position, Recorded: e.Recorded, Removed: !e.Removed.IsZero(), Kind: e.Kind,
		Share: e.Share, Links: e.Links, Systems: systemsOf(e)}
	if !e.Moment.IsZero() {
		f.At = e.Moment.Local()
	}
	for field, a := range e.Answers {
		if len(a.Choices) > 0 {
			if f.Chosen == nil {
				f.Chosen = map[Field][]Choice{}
			}
			f.Chosen[field] = a.Choices
		}
	}
	if o := e.Outcome; o != nil {
		f.Outcome, f.Before = o.Met, o.Before
	}
	if e.Kind == Reaction {
		f.Awake = hours(e.Answers[FieldAwake].Words)
	}
	if e.Looked != nil {
		f.Looked = *e.Looked
	}
	return f
}

// Is reports whether the choice was given in that field.
func (f *Fact) Is(field Field, c Choice) bool { return slices.Contains(f.Chosen[field], c) }

// gap reports whether f is of an expectation that was not met.
func (f *Fact) gap() bool { return f.Kind == Expectation && f.Outcome == NotMet }

// day is the civil day that the entry speaks of, or was recorded on.
func (f *Fact) day(home *time.Location) time.Time {
	at := f.At
	if at.IsZero() {
		at = f.Recorded.In(home)
	}
	y, m, d := at.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// systemsOf are the systems that an entry names: those that its author named beside the text, people left out, and the
// machines that the text names.
func systemsOf(e Entry) (names []string) {
	add := func(name string) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for name := range strings.FieldsFuncSeq(e.Answers[FieldThings].Words, func(r rune) bool { return r == ',' || r == ';' || r == '\n' }) {
		name = strings.ToLower(strings.Join(strings.Fields(name), " "))
		if len(name) <= 64 && !redact.NamesPerson(name) {
			add(name)
		}
	}
	for _, name := range redact.Systems(e.Text) {
		add(name)
	}
	return names
}

// hours reads the first number of an answer such as "19" or "about 20.5 h"; 0 where there is none that can be.
func hours(words string) float64 {
	words = strings.ReplaceAll(words, ",", ".")
	i := strings.IndexFunc(words, unicode.IsDigit)
	if i < 0 {
		return 0
	}
	end := i
	for end < len(words) && (words[end] == '.' || '0' <= words[end] && words[end] <= '9') {
		end++
	}
	h, err := strconv.ParseFloat(strings.TrimRight(words[i:end], "."), 64)
	if err != nil || h < 0 || h > 200 {
		return 0
	}
	return math.Round(10*h) / 10
}
