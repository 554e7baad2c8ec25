package journal

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"firsthand/internal/search"
)

// The values that a filter takes beside those of its field.
const (
	anyValue = "any"  // something was said
	noKind   = "none" // nobody said what kind it is
)

// Filters are what a search can ask of a line beside its words. Their values are the words of the content model:
//
//	kind:       a kind, or none
//	gap:        of an expectation that was not met, its direction, its explanation or its level; any
//	surprise:   of such an expectation, how much of one it was; any
//	condition:  of a condition, its sort, its side or what it did; any
//	who:        somebody, by whatever name the journal hides them under or a review said is theirs; or else that word
//	system:     a machine, a service, a team or a customer, likewise
//	before:     a day, month or year (2026-03-14, 2026-03, 2026), today, yesterday, or so long ago (6 months): earlier
//	after:      later than all of it
//	on:         within it
//	is:         how far its account has come: open, told, released or kept
//
// Days are those of the clock that a line was lived by; of one without a time, those of its writing.
var Filters = search.Language{
	{Name: "kind", Values: append(strs(Kinds), noKind)},
	{Name: "gap", Values: choicesOf(FieldDirection, FieldWhy, FieldLevel)},
	{Name: "surprise", Values: choicesOf(FieldSurprise)},
	{Name: "condition", Values: choicesOf(FieldCondition, FieldSide, FieldRole)},
	{Name: "who", Takes: "a name"},
	{Name: "system", Takes: "a name"},
	{Name: "before", Read: readPeriod, Takes: periodWords, Each: true},
	{Name: "after", Read: readPeriod, Takes: periodWords, Each: true},
	{Name: "on", Read: readPeriod, Takes: periodWords},
	{Name: "is", Values: strs([]State{Open, Told, Released, Kept})},
}

const periodWords = "a day, month or year such as 2026-03-14, 2026-03 or 2026; today, yesterday, or 6months for so long ago"

// fieldsOf are the fields that a filter with the values of some compares with.
var fieldsOf = map[string][]Field{
	"gap": {FieldDirection, FieldWhy, FieldLevel}, "surprise": {FieldSurprise}, "condition": {FieldCondition, FieldSide, FieldRole},
}

// choicesOf are all choices of some fields, and any.
func choicesOf(fields ...Field) (out []string) {
	for _, f := range fields {
		q, _ := QuestionOf(f)
		for _, c := range q.Offered() {
			if !slices.Contains(out, string(c)) {
				out = append(out, string(c))
			}
		}
	}
	return append(out, anyValue)
}

// A look is what a query is compared with.
type look struct {
	accounts map[AccountID]Account // without those in the bin
	binned   bool                  // there are some
	names    []namesake            // by which a filter for somebody or something is told
	today    time.Time             // on the clock of the person
}

// sought is a query with its filters put into words that a text holds, and into what they want of facts; where is nil
// where they want nothing of them.
func (k look) sought(q search.Query) (words search.Query, where func(*Fact) bool) {
	var must, mustNot []func(*Fact) bool
	either := map[string][]func(*Fact) bool{}
	names := map[string][]search.Term{}
	for _, c := range q.Conditions() {
		if c.Filter == "who" || c.Filter == "system" {
			terms := k.named(c)
			if c.Not {
				q = q.Without(terms...)
			} else {
				names[c.Filter] = append(names[c.Filter], terms...)
			}
			continue
		}
		test := k.test(c)
		switch {
		case c.Not:
			mustNot = append(mustNot, test)
		case c.Filter == "before", c.Filter == "after":
			must = append(must, test)
		default:
			either[c.Filter] = append(either[c.Filter], test)
		}
	}
	for _, name := range []string{"who", "system"} {
		if terms := names[name]; len(terms) > 0 {
			q = q.With(terms...)
		}
	}
	if k.binned {
		must = append(must, func(f *Fact) bool { _, listed := k.accounts[f.Account]; return listed })
	}
	if len(must)+len(mustNot)+len(either) == 0 {
		return q, nil
	}
	groups := slices.Collect(maps.Values(either)) // quicker to go through, for every entry there is
	return q, func(f *Fact) bool {
		is := func(test func(*Fact) bool) bool { return test(f) }
		for _, test := range must {
			if !test(f) {
				return false
			}
		}
		for _, tests := range groups {
			if !slices.ContainsFunc(tests, is) {
				return false
			}
		}
		return !slices.ContainsFunc(mustNot, is)
	}
}

// test is what a condition wants of a fact.
func (k look) test(c search.Condition) func(*Fact) bool {
	switch c.Filter {
	case "kind":
		kind := Kind(c.Value)
		if c.Value == noKind {
			kind = ""
		}
		return func(f *Fact) bool { return f.Kind == kind }
	case "gap", "surprise", "condition":
		fields := fieldsOf[c.Filter]
		of := (*Fact).gap
		if c.Filter == "condition" {
			of = func(f *Fact) bool { return f.Kind == Condition }
		}
		if c.Value == anyValue && c.Filter != "surprise" {
			return of
		}
		return func(f *Fact) bool {
			return of(f) && slices.ContainsFunc(fields, func(field Field) bool {
				return f.Is(field, Choice(c.Value)) || c.Value == anyValue && len(f.Chosen[field]) > 0
			})
		}
	case "is":
		return func(f *Fact) bool { return k.accounts[f.Account].State == State(c.Value) }
	}
	from, to, _ := period(c.Value, k.today)
	homes := map[string]*time.Location{} // filled before the search, which asks on all cores
	for _, a := range k.accounts {
		if homes[a.Zone] == nil {
			homes[a.Zone] = location(a.Zone)
		}
	}
	return func(f *Fact) bool {
		home := homes[k.accounts[f.Account].Zone]
		if home == nil {
			home = time.UTC
		}
		day := f.day(home)
		switch c.Filter {
		case "before":
			return day.Before(from)
		case "after":
			return !day.Before(to)
		}
		return !day.Before(from) && day.Before(to)
	}
}

// readPeriod keeps a period as period reads it, if it can.
func readPeriod(value string) (string, bool) {
	value = strings.ToLower(strings.Join(strings.Fields(value), " "))
	_, _, ok := period(value, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	return value, ok
}

// period is the days from one up to another, that one not included, as midnights in UTC: of a year, a month or a day, or
// of one day so long before today.
func period(value string, today time.Time) (from, to time.Time, ok bool) {
	y, m, d := today.Date()
	now := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	for _, f := range []struct {
		layout              string
		years, months, days int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if from, err := time.Parse(f.layout, value); err == nil && from.Year() > 0 {
			return from, from.AddDate(f.years, f.months, f.days), true
		}
	}
	switch value {
	case "today":
		return now, now.AddDate(0, 0, 1), true
	case "yesterday":
		return now.AddDate(0, 0, -1), now, true
	}
	digits := strings.IndexFunc(value, func(r rune) bool { return !unicode.IsDigit(r) })
	if digits < 1 || digits > 4 {
		return from, to, false
	}
	n, err := strconv.Atoi(value[:digits])
	if err != nil {
		return from, to, false
	}
	ago := Distance{}
	switch strings.TrimLeft(value[digits:], " -") {
	case "d", "day", "days":
		ago.Days = -n
	case "w", "week", "weeks":
		ago.Days = -7 * n
	case "month", "months":
		ago.Months = -n
	case "y", "year", "years":
		ago.Months = -12 * n
	default:
		return from, to, false
	}
	from = ago.After(now)
	return from, from.AddDate(0, 0, 1), true
}
