package app

import (
	"time"

	"firsthand/internal/home"
	"firsthand/internal/journal"
	"firsthand/internal/search"
)

// The types below are what crosses to the page; frontend/src/wire.ts is made from them. Times are RFC 3339 on the clock
// they were lived by, recorded on that of this machine; empty where there is none. Slices are never nil, because the page
// would get null.

// Start is how things stand when the window opens, after unlocking and after locking.
type Start struct {
	Vault   VaultState `json:"vault"`
	Secured bool       `json:"secured"` // a passphrase guards the journal, not only a key that lies on this computer
	// Recovery says that a recovery key was made for it.
	Recovery bool   `json:"recovery"`
	Version  string `json:"version"`
	// Nonce is what a style element needs to be let in by the content security policy.
	Nonce    string   `json:"nonce"`
	Theme    Theme    `json:"theme"`
	Language Language `json:"language"`
	Spot     Spot     `json:"spot"` // where the person was when the journal was locked
	Notices  []Notice `json:"notices"`
}

// Notice is what the person has to know about the journal that was just opened.
type Notice struct {
	About home.Matter `json:"about"`
	Count int         `json:"count"` // of files, where it is about some
	Place string      `json:"place"` // one of them
}

// VaultState says whether there is a journal and whether it is open.
type VaultState string

// The states of a vault.
const (
	NoVault VaultState = "none"
	Locked  VaultState = "locked"
	Open    VaultState = "open"
)

// Line is what somebody typed. The page makes the id, so that trying again cannot keep a line twice.
type Line struct {
	ID      string       `json:"id"`
	Account string       `json:"account"` // empty: the one being written, or a new one
	Text    string       `json:"text"`
	Kind    journal.Kind `json:"kind"`   // empty: nobody said
	Moment  string       `json:"moment"` // when, as typed; empty: the clock as it is kept
}

// line is l in the words of the journal, kept at now. The error is journal.ErrWhen.
func (l Line) line(now time.Time) (journal.Line, error) {
	out := journal.Line{ID: journal.EntryID(l.ID), Account: journal.AccountID(l.Account), Text: l.Text}
	var ok bool
	if out.Kind, ok = journal.ParseKind(string(l.Kind)); !ok {
		out.Kind = "" // a line is never lost for a word beside it
	}
	if l.Moment == "" {
		return out, nil
	}
	var err error
	out.Moment, err = journal.ParseWhen(l.Moment, now)
	return out, err
}

// Leading is a time at the very start of a line, as typed, and the line without it.
type Leading struct {
	Typed string `json:"typed"` // empty where there is none
	Rest  string `json:"rest"`
	At    string `json:"at"`
}

// Moment is when something was, as it was understood.
type Moment struct {
	At   string            `json:"at"`
	Sure journal.Certainty `json:"sure"`
	Zone string            `json:"zone"`
}

// Undone is the change that was taken back, or made again.
type Undone struct {
	What    journal.What `json:"what"`    // empty where there was nothing
	Account string       `json:"account"` // where it was; empty where it was of the whole journal
	Entry   string       `json:"entry"`   // where it was of one line
	Undo    int          `json:"undo"`    // how many more can be taken back
	Redo    int          `json:"redo"`    // how many can be made again
}

// Account is an account in the list: enough to recognise it by.
type Account struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	State   journal.State `json:"state"`
	Zone    string        `json:"zone"` // IANA name of the home zone
	Told    bool          `json:"told"` // its first telling is kept
	T0      string        `json:"t0"`   // the line that times are counted from, if one was chosen
	Day     string        `json:"day"`  // YYYY-MM-DD: the waking day on which it began
	Started string        `json:"started"`
	Ended   string        `json:"ended"`
	First   string        `json:"first"` // its first words
	Lines   int           `json:"lines"`
	About   Described     `json:"about"`
	Pivots  []string      `json:"pivots"` // its turning points
	Recall  journal.Stage `json:"recall"` // the stage of the guided recall that comes now; empty where none was begun or it is over
	Closing Closing       `json:"closing"`
}

// Entry is a line of an account. Removed ones cross only where they are asked for.
type Entry struct {
	ID       string            `json:"id"`
	Account  string            `json:"account"`
	Text     string            `json:"text"`
	Kind     journal.Kind      `json:"kind"`
	Guessed  bool              `json:"guessed"` // by its words; nobody has said what kind it is
	At       string            `json:"at"`
	Typed    string            `json:"typed"`
	Sure     journal.Certainty `json:"sure"`
	Zone     string            `json:"zone"`
	Share    journal.Share     `json:"share"`
	Recorded string            `json:"recorded"`
	Locked   bool              `json:"locked"`  // written while locked
	Removed  string            `json:"removed"` // when it was taken out; empty where it was not
	Revision int               `json:"revision"`
	Links    []Link            `json:"links"`
	Outcome  Outcome           `json:"outcome"` // of an expectation
	// Marks are where a search found its words, in order and apart, at most 100; empty where nobody searched.
	Marks []Span `json:"marks"`
}

// Found is what a search found.
type Found struct {
	Entries []Entry `json:"entries"`
	Partly  bool    `json:"partly"` // what cannot be read of a damaged journal was not looked through
	Wrong   Wrong   `json:"wrong"`
}

// Wrong is a filter of a query that does not take the value it was given.
type Wrong struct {
	Filter string   `json:"filter"` // its name; empty where nothing is wrong
	At     Span     `json:"at"`     // of the value in the query
	Takes  []string `json:"takes"`  // the values it takes, or those that begin so; none where it takes a date or a name
	// Unfinished says that the query ends in the midst of what may become a value.
	Unfinished bool `json:"unfinished"`
}

// Span is a stretch of a text, in UTF-16 units.
type Span struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Opened is one account with its lines, in order of time.
type Opened struct {
	Account Account `json:"account"`
	Entries []Entry `json:"entries"`
	Damaged bool    `json:"damaged"` // some of it cannot be read and is not here
}

// Kept is a line that is on disk, and its account with it.
type Kept struct {
	Account Account `json:"account"`
	Entry   Entry   `json:"entry"`
}

// wakingDay is when the night ends: what happens before belongs to the day before.
const wakingDay = 5 * time.Hour

// firstWords is how many runes of an account's first line stand for it in a list.
const firstWords = 80

// instant reads what rfc3339 wrote.
func instant(s string) time.Time {
	t, _ := time.Parse(time.RFC3339, s)
	return t
}

func rfc3339(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// atHome is t on the clock of the account's home zone; where this machine does not know the zone, on its own.
func atHome(a journal.Account, t time.Time) time.Time {
	if zone, err := time.LoadLocation(a.Zone); err == nil {
		return t.In(zone)
	}
	return t.Local()
}

// when is the moment of e; zero where nobody said when: that stays blank, and is not the time at which it was recorded.
func when(e journal.Entry) time.Time {
	if e.Moment.IsZero() {
		return time.Time{}
	}
	return e.Moment.Local()
}

// wireAccount is an account, given its entries.
func wireAccount(a journal.Account, es []journal.Entry) Account {
	return wireOutline(journal.OutlineOf(a, es))
}

// wireOutline spans an account from the first to the last of its lines that say when.
func wireOutline(o journal.Outline) Account {
	w := Account{ID: string(o.ID), Title: o.Title, State: o.State, Zone: o.Zone, Told: o.Telling != nil || !o.ToldAt.IsZero(), T0: string(o.T0),
		About:  Described{Title: o.Title, Codename: o.Codename, Type: o.Type, Roles: o.Roles, OnCall: OnCall(o.OnCall)},
		Pivots: []string{}, First: first(o.First.Text), Lines: o.Lines}
	for _, id := range o.Pivots {
		w.Pivots = append(w.Pivots, string(id))
	}
	if o.Recall != nil {
		stage, _ := o.Recall.Next()
		w.Recall = stage
	}
	if c := o.Closing; c != nil {
		w.Closing = Closing{c.Happened, c.Specific, c.Similar}
	}
	started, ended := o.Began, o.Ended
	if started.IsZero() {
		started = atHome(o.Account, o.Started)
		ended = started
	}
	w.Started, w.Ended = rfc3339(started), rfc3339(ended)
	w.Day = started.Add(-wakingDay).Format(time.DateOnly)
	return w
}

// first is the beginning of a text, on one line.
func first(text string) string {
	words := make([]rune, 0, firstWords)
	space := false
	for _, r := range text {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			space = len(words) > 0
			continue
		}
		if len(words) >= firstWords {
			return string(words) + "…"
		}
		if space {
			words = append(words, ' ')
			space = false
		}
		words = append(words, r)
	}
	return string(words)
}

func wireEntry(e journal.Entry) Entry {
	return Entry{
		ID: string(e.ID), Account: string(e.Account), Text: e.Text, Kind: e.Kind,
		At: rfc3339(when(e)), Typed: e.Moment.Typed, Sure: e.Moment.Certainty, Zone: e.Moment.Zone,
		Share: e.Share, Recorded: rfc3339(e.Recorded.Local()), Locked: e.Locked, Removed: rfc3339(e.Removed.Local()), Revision: e.Revision, Marks: []Span{},
		Guessed: e.Guessed, Links: wireLinks(e.Links), Outcome: wireOutcome(e.Outcome),
	}
}

func wireMatch(m journal.Match) Entry {
	w := wireEntry(m.Entry)
	at, unit := 0, 0
	to := func(end int) int {
		unit += units(m.Text[at:end])
		at = end
		return unit
	}
	for _, mark := range m.Marks {
		w.Marks = append(w.Marks, Span{From: to(mark.Start), To: to(mark.End)})
	}
	return w
}

func wireWrong(query string, e *search.Error) Wrong {
	if e == nil {
		return Wrong{Takes: []string{}}
	}
	from, to := units(query[:e.At.Start]), units(query[:e.At.End])
	return Wrong{Filter: e.Filter, At: Span{from, to}, Takes: append([]string{}, e.Takes...), Unfinished: e.Unfinished}
}

func wireOpened(a journal.Account, es []journal.Entry) Opened {
	o := Opened{Account: wireAccount(a, es), Entries: []Entry{}}
	for _, e := range es {
		if e.Removed.IsZero() {
			o.Entries = append(o.Entries, wireEntry(e))
		}
	}
	return o
}
