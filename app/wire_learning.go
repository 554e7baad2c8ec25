package app

import "firsthand/internal/journal"

// Filter is what a search can ask of a line beside its words.
type Filter struct {
	Name   string   `json:"name"`
	Values []string `json:"values"` // those it takes; none where it takes a date or a name
}

// Lessons are all learnings, in one place.
type Lessons struct {
	All        []Lesson `json:"all"`        // the latest first
	Systems    []Shelf  `json:"systems"`    // the fullest first
	Conditions []Shelf  `json:"conditions"` // likewise
	Partly     bool     `json:"partly"`     // what cannot be read of a damaged journal is not here
}

// Lesson is a learning with what it hangs on.
type Lesson struct {
	Entry   Entry      `json:"entry"`
	Sort    LessonSort `json:"sort"`
	Holds   Holds      `json:"holds"` // as it was said last
	Wanted  string     `json:"wanted"`
	From    Origin     `json:"from"`
	LedTo   []string   `json:"ledTo"`   // the lines that are told to have led to it
	Answers []Entry    `json:"answers"` // of an open question, the latest last
}

// LessonSort is of what sort a learning is; empty where nobody said.
type LessonSort string

// Holds says whether a learning still does; empty where nobody said.
type Holds string

// Origin is the account that something is of: enough to recognise it by.
type Origin struct {
	Account string `json:"account"`
	Title   string `json:"title"`
	Words   string `json:"words"` // its first line
	At      string `json:"at"`    // when it began
}

// Shelf is the learnings that one system or one condition has in common.
type Shelf struct {
	Name    string   `json:"name"`
	Lessons []string `json:"lessons"`
}

// Patterns is how often things happened. The lists are those of journal.Patterns.
type Patterns struct {
	Accounts   int     `json:"accounts"`
	From       string  `json:"from"`
	To         string  `json:"to"`
	Types      []Point `json:"types"`
	Months     []Point `json:"months"`
	Weekdays   []Point `json:"weekdays"`
	Hours      []Point `json:"hours"`
	Awake      []Point `json:"awake"`
	Conditions []Point `json:"conditions"`
	Why        []Point `json:"why"`
	Surprises  []Point `json:"surprises"`
	Systems    []Point `json:"systems"`
	Gaps       int     `json:"gaps"`
	Few        int     `json:"few"` // below so many cases a shape tells nothing
}

// Point is one count, with what it leads to.
type Point struct {
	Name       string   `json:"name"`
	Count      int      `json:"count"`
	Incidents  int      `json:"incidents"`  // of a month
	NearMisses int      `json:"nearMisses"` // likewise
	Entries    []string `json:"entries"`    // at most 200, the latest first
}

// Calibration is how sure somebody was, against what happened.
type Calibration struct {
	Levels []Sureness `json:"levels"`
	Open   int        `json:"open"` // expectations without an outcome
	Few    int        `json:"few"`
}

// Sureness is the expectations of one certainty: those written down before their outcome, and those told afterwards.
type Sureness struct {
	Certainty  string `json:"certainty"`
	Forecast   Tally  `json:"forecast"`
	Remembered Tally  `json:"remembered"`
}

// Tally is what became of some expectations.
type Tally struct {
	Met        []string `json:"met"`
	NotMet     []string `json:"notMet"`
	NeverKnown []string `json:"neverKnown"`
	Known      int      `json:"known"`  // met or not met
	Enough     bool     `json:"enough"` // the three that follow tell something
	Share      float64  `json:"share"`  // 0 to 1
	Low        float64  `json:"low"`    // the interval of 95 %
	High       float64  `json:"high"`
}

// ExportedLog is where the personal log was written to, in the clear.
type ExportedLog struct {
	Folder  string   `json:"folder"` // empty where the person gave up choosing one
	Files   []string `json:"files"`
	Damaged bool     `json:"damaged"` // something could not be read and is not in it
}

// Kin is an earlier line that is like what is being written.
type Kin struct {
	Entry Entry    `json:"entry"`
	Words []string `json:"words"` // that both hold
	From  Origin   `json:"from"`
}

// LookBack is what comes up again, where the person asked for it.
type LookBack struct {
	On       bool     `json:"on"`
	Memories []Memory `json:"memories"`
}

// Memory is a told account or a learning that comes up.
type Memory struct {
	Account string `json:"account"`
	Entry   string `json:"entry"` // of a learning; empty for an account
	Text    string `json:"text"`
	From    Origin `json:"from"`
	Since   string `json:"since"`
	Time    int    `json:"time"`   // which of the distances this is, from 0
	Days    int    `json:"days"`   // the distance: days
	Months  int    `json:"months"` // and months
}

func wireLearnings(l journal.Learnings, partly bool) Lessons {
	w := Lessons{All: make([]Lesson, 0, len(l.All)), Systems: wireShelves(l.Systems), Conditions: wireShelves(l.Conditions), Partly: partly}
	for _, x := range l.All {
		lesson := Lesson{Entry: wireEntry(x.Entry), Sort: LessonSort(x.Sort), Holds: Holds(x.Holds), Wanted: x.Wanted, From: wireOrigin(x.From),
			LedTo: ids(x.LedTo), Answers: []Entry{}}
		for _, a := range x.Answers {
			lesson.Answers = append(lesson.Answers, wireEntry(a))
		}
		w.All = append(w.All, lesson)
	}
	return w
}

func wireShelves(in []journal.Shelf) []Shelf {
	out := make([]Shelf, len(in))
	for i, s := range in {
		out[i] = Shelf{s.Name, ids(s.Lessons)}
	}
	return out
}

func wireOrigin(o journal.Origin) Origin {
	return Origin{Account: string(o.Account), Title: o.Title, Words: o.Words, At: rfc3339(o.At)}
}

func wirePatterns(p journal.Patterns) Patterns {
	w := Patterns{Accounts: p.Accounts, From: rfc3339(p.From), To: rfc3339(p.To), Types: wirePoints(p.Types), Months: []Point{}, Weekdays: wirePoints(p.Weekdays),
		Hours: wirePoints(p.Hours), Awake: wirePoints(p.Awake), Conditions: wirePoints(p.Conditions), Why: wirePoints(p.Why),
		Surprises: wirePoints(p.Surprises), Systems: wirePoints(p.Systems), Gaps: p.Gaps, Few: journal.FewCases}
	for _, m := range p.Months {
		point := wirePoint(m.Count)
		point.Incidents, point.NearMisses = m.Incidents, m.NearMisses
		w.Months = append(w.Months, point)
	}
	return w
}

func wirePoints(in []journal.Count) []Point {
	out := make([]Point, len(in))
	for i, c := range in {
		out[i] = wirePoint(c)
	}
	return out
}

// wirePoint leads to no more lines than a search finds: years of ids would be most of what crosses.
func wirePoint(c journal.Count) Point {
	return Point{Name: c.Name, Count: c.Count, Entries: ids(c.Entries[:min(searchLimit, len(c.Entries))])}
}

func wireCalibration(c journal.Calibration) Calibration {
	w := Calibration{Levels: []Sureness{}, Open: c.Open, Few: c.Few}
	for _, l := range c.Levels {
		w.Levels = append(w.Levels, Sureness{l.Certainty, wireTally(l.Forecast), wireTally(l.Remembered)})
	}
	return w
}

func wireTally(t journal.Tally) Tally {
	return Tally{Met: ids(t.Met), NotMet: ids(t.NotMet), NeverKnown: ids(t.NeverKnown), Known: t.Known, Enough: t.Enough, Share: t.Share,
		Low: t.Low, High: t.High}
}

func wireMemory(m journal.Memory) Memory {
	w := Memory{Account: string(m.Account), Entry: string(m.Entry), Text: m.Text, From: wireOrigin(m.From), Since: rfc3339(m.Since), Time: m.Time}
	if 0 <= m.Time && m.Time < len(journal.LookAfter) {
		w.Days, w.Months = journal.LookAfter[m.Time].Days, journal.LookAfter[m.Time].Months
	}
	return w
}

func ids(in []journal.EntryID) []string {
	out := make([]string, len(in))
	for i, id := range in {
		out[i] = string(id)
	}
	return out
}
