package journal

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"time"
)

// Patterns is how often things happened: counts, no scores. Every list but those of time has the most frequent first, and
// those as frequent by name; what never came about is not in it. Systems are things; nobody is counted.
type Patterns struct {
	Accounts int       `json:"accounts"`
	Entries  int       `json:"entries"`
	From     time.Time `json:"from"` // when the first account began, on the clock it was lived by; zero without any
	To       time.Time `json:"to"`   // the last

	Types    []Count `json:"types"`    // accounts, in the order of Types, then those of which nobody said; each of them is there
	Months   []Month `json:"months"`   // accounts by the month in which they began, without a gap
	Weekdays []Count `json:"weekdays"` // accounts: seven, Monday first
	Hours    []Count `json:"hours"`    // accounts by the hour at which they began: 24, from "0" on
	Awake    []Count `json:"awake"`    // accounts by the most hours awake that somebody told of: all of AwakeBands

	Conditions []Count `json:"conditions"` // accounts in which a condition of that sort was told
	Sides      []Count `json:"sides"`      // entries: people, process, technology
	Roles      []Count `json:"roles"`      // entries: what conditions did

	Gaps       int     `json:"gaps"` // expectations that were not met
	Directions []Count `json:"directions"`
	Why        []Count `json:"why"` // explanations of gaps
	Levels     []Count `json:"levels"`
	Surprises  []Count `json:"surprises"` // in the order of the scale

	Systems []Count `json:"systems"` // accounts that name a system, at most MaxSystems
	// FewSystems says that there are more systems than these.
	FewSystems bool `json:"fewSystems"`
}

// MaxSystems is how many systems are counted out at most.
const MaxSystems = 50

// A Count is one point of a pattern, with what it leads to.
type Count struct {
	Name     string      `json:"name"`
	Count    int         `json:"count"`    // accounts or entries, as the list says
	Accounts []AccountID `json:"accounts"` // newest first
	// Entries are the entries counted; where accounts are, the lines of each that say so, in order, or its first line where
	// the account itself does.
	Entries []EntryID `json:"entries"`
}

// A Month is the accounts that began in one month.
type Month struct {
	Count
	// Incidents and NearMisses are how many of them were told to be so.
	Incidents  int `json:"incidents"`
	NearMisses int `json:"nearMisses"`
}

// AwakeBands are the hours awake by which accounts are counted; the last has no end. The bounds are those of sleep
// research: performance falls off past 16 hours awake, and past some 17 to 19 hours is that of a blood alcohol of
// 0.05 % (Williamson and Feyer 2000).
var AwakeBands = []string{"under 8", "8 to 12", "12 to 16", "16 to 20", "20 and more"}

// awakeBounds are where the bands end.
var awakeBounds = []float64{8, 12, 16, 20}

// Unsaid names what nobody said in a list of counts.
const Unsaid = "not said"

// Patterns counts what recurs in the whole journal. Where some entries cannot be read it counts the others.
func (j *Journal) Patterns(ctx context.Context) (Patterns, error) {
	l, err := j.ledger(ctx)
	if err != nil {
		return Patterns{}, err
	}
	return l.patterns(), nil
}

func (l *ledger) patterns() Patterns {
	p := Patterns{Entries: len(l.facts)}
	types, days, hours, awake := tally{}, tally{}, tally{}, tally{}
	months, conditions, systems := map[string]*Month{}, tally{}, tally{}
	for _, a := range l.chapters { // newest first
		first, at := a.first, a.began
		if first == nil {
			continue // its lines went elsewhere
		}
		p.Accounts++
		if p.From.IsZero() || at.Before(p.From) {
			p.From = at
		}
		if p.To.IsZero() || at.After(p.To) {
			p.To = at
		}
		put := func(t tally, name string) { t.account(name, a.ID, first.ID) }
		put(types, cmp.Or(string(a.Type), Unsaid))
		put(days, at.Weekday().String())
		put(hours, strconv.Itoa(at.Hour()))
		month := at.Format("2006-01")
		m := months[month]
		if m == nil {
			m = &Month{Count: Count{Name: month}}
			months[month] = m
		}
		m.add(a.ID, first.ID)
		switch a.Type {
		case Incident:
			m.Incidents++
		case NearMiss:
			m.NearMisses++
		}
		for _, c := range a.conditions {
			conditions.account(string(c), a.ID, a.lines(func(f *Fact) bool { return f.Kind == Condition && f.Is(FieldCondition, c) })...)
		}
		for _, s := range a.systems {
			systems.account(s, a.ID)
		}
		var most float64
		for _, f := range a.facts {
			most = max(most, f.Awake)
		}
		if most > 0 {
			n, over := slices.BinarySearch(awakeBounds, most)
			if over {
				n++ // a bound is of the band that it begins
			}
			awake.account(AwakeBands[n], a.ID, a.lines(func(f *Fact) bool { return f.Awake == most })...)
		}
	}
	sides, roles, directions, why, levels, surprises := tally{}, tally{}, tally{}, tally{}, tally{}, tally{}
	for _, f := range slices.Backward(l.some(func(f *Fact) bool { return f.Kind == Condition || f.gap() })) {
		put := func(t tally, field Field) {
			for _, c := range f.Chosen[field] {
				t.entry(string(c), f.Account, f.ID)
			}
		}
		switch {
		case f.Kind == Condition:
			put(sides, FieldSide)
			put(roles, FieldRole)
		case f.gap():
			p.Gaps++
			put(directions, FieldDirection)
			put(why, FieldWhy)
			put(levels, FieldLevel)
			put(surprises, FieldSurprise)
		}
	}
	p.Types = types.in(append(strs(Types), Unsaid))
	p.Weekdays = days.in(weekdays)
	p.Hours = hours.in(hoursOfDay)
	p.Awake = awake.in(AwakeBands)
	p.Months = inMonths(months, p.From, p.To)
	p.Conditions, p.Sides, p.Roles = conditions.inOrder(), sides.inOrder(), roles.inOrder()
	p.Directions, p.Why, p.Levels = directions.inOrder(), why.inOrder(), levels.inOrder()
	scale, _ := QuestionOf(FieldSurprise)
	p.Surprises = surprises.in(strs(scale.Offered()))
	p.Systems = systems.inOrder()
	p.FewSystems = len(p.Systems) > MaxSystems
	p.Systems = p.Systems[:min(MaxSystems, len(p.Systems))]
	l.speakOf(p.Systems)
	return p
}

// speakOf fills in the lines that name these systems: of few of all there are.
func (l *ledger) speakOf(systems []Count) {
	at := make(map[string]*Count, len(systems))
	for i := range systems {
		systems[i].Entries = []EntryID{}
		at[systems[i].Name] = &systems[i]
	}
	for _, a := range l.chapters {
		for _, s := range a.systems {
			if c := at[s]; c != nil {
				c.Entries = append(c.Entries, a.lines(func(f *Fact) bool { return slices.Contains(f.Systems, s) })...)
			}
		}
	}
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

var hoursOfDay = func() (out []string) {
	for h := range 24 {
		out = append(out, strconv.Itoa(h))
	}
	return out
}()

// inMonths are the months from one to another, both included, those without an account too.
func inMonths(months map[string]*Month, from, to time.Time) []Month {
	out := []Month{}
	if from.IsZero() {
		return out
	}
	// Months are compared by name: two clocks of different zones may stand in different ones at once.
	names := make([]string, 0, len(months))
	for name := range months {
		names = append(names, name)
	}
	first, err := time.Parse("2006-01", slices.Min(names))
	if err != nil {
		return out
	}
	last := slices.Max(names)
	for at := first; ; at = at.AddDate(0, 1, 0) {
		name := at.Format("2006-01")
		if name > last {
			return out
		}
		m := Month{Count: Count{Name: name, Accounts: []AccountID{}, Entries: []EntryID{}}}
		if there := months[name]; there != nil {
			m = *there
		}
		out = append(out, m)
	}
}

// add counts one more.
func (c *Count) add(a AccountID, e EntryID) {
	c.Count++
	if !slices.Contains(c.Accounts, a) {
		c.Accounts = append(c.Accounts, a)
	}
	c.Entries = append(c.Entries, e)
}

// A tally is counts by name.
type tally map[string]*Count

func (t tally) entry(name string, a AccountID, e EntryID) {
	c := t[name]
	if c == nil {
		c = &Count{Name: name}
		t[name] = c
	}
	c.add(a, e)
}

// account counts an account by the lines that say so.
func (t tally) account(name string, a AccountID, by ...EntryID) {
	c := t[name]
	if c == nil {
		c = &Count{Name: name}
		t[name] = c
	}
	c.Count++
	c.Accounts, c.Entries = append(c.Accounts, a), append(c.Entries, by...)
}

// in are the counts of these names in this order, those of nothing too.
func (t tally) in(names []string) []Count {
	out := make([]Count, 0, len(names))
	for _, name := range names {
		c := Count{Name: name, Accounts: []AccountID{}, Entries: []EntryID{}}
		if there := t[name]; there != nil {
			c = *there
		}
		out = append(out, c)
	}
	return out
}

// inOrder are the counts, the most frequent first.
func (t tally) inOrder() []Count {
	out := make([]Count, 0, len(t))
	for _, c := range t {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Count) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name)) })
	return out
}

func strs[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}
