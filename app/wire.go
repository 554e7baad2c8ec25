package app

import (
	"time"

	"firsthand/internal/journal"
)

// The types below are what crosses to the page; frontend/src/wire.ts is made from them. Times are RFC 3339 on the clock
// they were lived by, recorded on that of this machine; empty where there is none. Slices are never nil, because the page
// would get null.

// Start is how things stand when the window opens, and after unlocking.
type Start struct {
	Vault   VaultState `json:"vault"`
	Secured bool       `json:"secured"`
	Version string     `json:"version"`
	// Nonce is what a style element needs to be let in by the content security policy.
	Nonce string `json:"nonce"`
}

// Line is what somebody typed. The page makes the id, so that trying again cannot keep a line twice.
type Line struct {
	ID      string `json:"id"`
	Account string `json:"account"` // empty: the one being written, or a new one
	Text    string `json:"text"`
}

// Account is an account in the list: enough to recognise it by.
type Account struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	State   journal.State `json:"state"`
	Zone    string        `json:"zone"` // IANA name of the home zone
	Told    bool          `json:"told"` // its first telling is kept
	Day     string        `json:"day"`  // YYYY-MM-DD: the waking day on which it began
	Started string        `json:"started"`
	Ended   string        `json:"ended"`
	First   string        `json:"first"` // its first words
	Lines   int           `json:"lines"`
}

// Entry is a line of an account. Removed ones do not cross.
type Entry struct {
	ID       string            `json:"id"`
	Account  string            `json:"account"`
	Text     string            `json:"text"`
	Kind     journal.Kind      `json:"kind"`
	At       string            `json:"at"`
	Typed    string            `json:"typed"`
	Sure     journal.Certainty `json:"sure"`
	Zone     string            `json:"zone"`
	Share    journal.Share     `json:"share"`
	Recorded string            `json:"recorded"`
	Locked   bool              `json:"locked"` // written while locked
	Revision int               `json:"revision"`
}

// Opened is one account with its lines, in order of time.
type Opened struct {
	Account Account `json:"account"`
	Entries []Entry `json:"entries"`
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

// wireAccount spans an account from the first to the last of its lines that say when.
func wireAccount(a journal.Account, es []journal.Entry) Account {
	var started, ended time.Time
	w := Account{ID: string(a.ID), Title: a.Title, State: a.State, Zone: a.Zone, Told: a.Telling != nil}
	for _, e := range es {
		if !e.Removed.IsZero() {
			continue
		}
		if w.Lines == 0 {
			w.First = first(e.Text)
		}
		w.Lines++
		if at := when(e); !at.IsZero() {
			if started.IsZero() {
				started = at
			}
			ended = at
		}
	}
	if started.IsZero() {
		started = atHome(a, a.Started)
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
		Share: e.Share, Recorded: rfc3339(e.Recorded.Local()), Locked: e.Locked, Revision: e.Revision,
	}
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
