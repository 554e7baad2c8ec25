package journal

import (
	"strings"
	"time"
)

// AccountID names an account; EntryID an entry; ReleaseID a release. They are random and never leave in a release.
type (
	AccountID string
	EntryID   string
	ReleaseID string
)

// An Account is one person's first-hand account of one incident, near miss, surprise or drill.
// Only its entries matter; every field but ID, Zone and Started may be empty.
type Account struct {
	ID       AccountID `json:"id"`
	Title    string    `json:"title,omitempty"`    // private; never in a release, and forbidden in its bytes
	Codename string    `json:"codename,omitempty"` // may be shared
	Type     Type      `json:"type,omitempty"`
	Roles    string    `json:"roles,omitempty"`  // what the person was there, in their words
	OnCall   Choice    `json:"onCall,omitempty"` // "yes", "no" or NotSure
	State    State     `json:"state"`
	Zone     string    `json:"zone"` // IANA name of the home zone
	T0       EntryID   `json:"t0,omitempty"`
	Started  time.Time `json:"started"` // when its first line was recorded, or lived where it was imported; orders the accounts
	Telling  *Telling  `json:"firstTelling,omitempty"`
	ToldAt   time.Time `json:"-"`                       // when its first telling was kept; the store knows
	Pivots   []EntryID `json:"turningPoints,omitempty"` // the entries that a recall deepens, in the order they were chosen
	Recall   *Recall   `json:"recall,omitempty"`        // how far a guided recall has come
	Closing  *Closing  `json:"closing,omitempty"`
	Looked   *Looked   `json:"lookedBack,omitempty"`
	Sheet    *Sheet    `json:"meetingSheet,omitempty"`
	// Binned is since when it lies in the bin; zero where it does not. BinFor later it is erased.
	Binned time.Time `json:"binned,omitzero"`
}

// Type is what the account is of; empty where nobody said.
type Type string

// The types of an account.
const (
	Incident Type = "incident"
	NearMiss Type = "near miss"
	Surprise Type = "surprise"
	Drill    Type = "drill"
)

// State is how far the account has come. It only ever moves forward, and no state refuses a new line.
type State string

// The states of an account.
const (
	Open     State = "open"     // being written
	Told     State = "told"     // its author said "enough for now"
	Released State = "released" // something of it has left
	Kept     State = "kept"     // closed, kept for oneself
)

// A Telling is the account as it stood when its author first said "enough for now". It is kept unchanged for ever.
type Telling struct {
	At      time.Time `json:"at"`
	Entries []Entry   `json:"entries"`
}

// An Entry is one thing written down. Only Text is ever required.
type Entry struct {
	ID      EntryID   `json:"id"`
	Account AccountID `json:"account"`
	Text    string    `json:"text"` // as typed: valid UTF-8, Markdown tolerated, line breaks kept
	Kind    Kind      `json:"kind,omitempty"`
	Guessed bool      `json:"kindGuessed,omitempty"` // by GuessKind; nobody has said what kind it is
	Moment  Moment    `json:"moment,omitzero"`
	Share   Share     `json:"share"`
	Answers Answers   `json:"answers,omitempty"` // what was said of it beside its text
	Links   []Link    `json:"links,omitempty"`
	Outcome *Outcome  `json:"outcome,omitempty"` // of an expectation
	Held    []Holding `json:"held,omitempty"`    // of a learning: whether it held, each time something else was said
	Looked  *Looked   `json:"lookedBack,omitempty"`

	Recorded time.Time `json:"recorded"` // when the line reached the journal; says nothing of when it happened
	Position int       `json:"position"` // place among the account's lines in the order of writing, from 0
	Locked   bool      `json:"writtenWhileLocked,omitempty"`
	Removed  time.Time `json:"removed,omitzero"` // zero unless removed; a removed entry can be restored for ever

	Revision  int        `json:"revision"` // 1 when first kept, one more with every change
	Revisions []Revision `json:"revisions,omitempty"`
}

// A Revision is what an entry said before a change.
type Revision struct {
	Number int       `json:"number"`
	Text   string    `json:"text"`
	Kind   Kind      `json:"kind,omitempty"`
	Moment Moment    `json:"moment,omitzero"`
	Until  time.Time `json:"until"` // when it was replaced
}

// Kind says what sort of thing an entry is; empty where nobody said.
type Kind string

// The kinds of an entry. The first five are the spine of every screen and every release.
const (
	Action        Kind = "action"
	Effect        Kind = "effect"
	Expectation   Kind = "expectation"
	Assumption    Kind = "assumption"
	Understanding Kind = "understanding"
	Decision      Kind = "decision"
	Condition     Kind = "condition"
	Reaction      Kind = "reaction"
	Learning      Kind = "learning"
	Idea          Kind = "idea"
	Note          Kind = "note"
)

// Kinds are all kinds, in the order in which they are shown.
var Kinds = []Kind{Action, Effect, Expectation, Assumption, Understanding, Decision, Condition, Reaction, Learning, Idea, Note}

// ParseKind reads a kind's name in any case; ok is false for any other word. The empty string is no kind and ok.
func ParseKind(s string) (k Kind, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return "", true
	}
	for _, k := range Kinds {
		if string(k) == s {
			return k, true
		}
	}
	return "", false
}

// Share is how far an entry may travel.
type Share string

// The share levels. Every entry starts private.
const (
	Private    Share = "private"    // chosen for a release one by one
	Background Share = "background" // may be spoken of, never quoted: no release holds it
	Shared     Share = "share"
)

// ParseShare reads a share level's name; ok is false for any other word.
func ParseShare(s string) (share Share, ok bool) {
	switch share := Share(strings.ToLower(strings.TrimSpace(s))); share {
	case Private, Background, Shared:
		return share, true
	}
	return "", false
}

// LeavesByDefault reports whether a release made without naming its entries holds e:
// all but removed entries, background, reactions and ideas.
func (e Entry) LeavesByDefault() bool {
	return e.Removed.IsZero() && e.Share != Background && e.Kind != Reaction && e.Kind != Idea
}
