package journal

import (
	"context"
	"errors"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/search"
)

// A Store keeps a journal. Every method is safe for concurrent use; a write that returned nil is on disk.
// Errors: ErrNotFound and ErrStale of this package, and errors of the store itself.
type Store interface {
	// Accounts returns every account, newest first by Started, without their tellings.
	Accounts(ctx context.Context) ([]Account, error)
	// Account returns one account with its telling, or ErrNotFound.
	Account(ctx context.Context, id AccountID) (Account, error)
	// Entries returns every entry of the account, removed ones too, by Position.
	Entries(ctx context.Context, id AccountID) ([]Entry, error)
	// Entry returns one entry, or ErrNotFound.
	Entry(ctx context.Context, id EntryID) (Entry, error)
	// Hidden returns what the person ever decided to hide, and the names they listed.
	Hidden(ctx context.Context) ([]redact.Known, error)
	// Review returns the decisions taken for one account; the zero Review where there are none.
	Review(ctx context.Context, id AccountID) (Review, error)
	// Releases returns the account's releases, newest first.
	Releases(ctx context.Context, id AccountID) ([]Release, error)
	// Copy returns what is kept of a release as it left, or ErrNotFound.
	Copy(ctx context.Context, id ReleaseID) (Copy, error)
	// Cases returns every case file, the one begun last first.
	Cases(ctx context.Context) ([]Case, error)
	// Case returns one case file, or ErrNotFound.
	Case(ctx context.Context, id AccountID) (Case, error)
	// Comparisons returns every comparison, the one begun last first.
	Comparisons(ctx context.Context) ([]Comparison, error)
	// Comparison returns one, or ErrNotFound.
	Comparison(ctx context.Context, id ComparisonID) (Comparison, error)
	// Settings returns what the person set, over DefaultSettings.
	Settings(ctx context.Context) (Settings, error)
	// History returns what can be taken back; the zero History where there is nothing.
	History(ctx context.Context) (History, error)
	// Apply makes all of the change durable in one transaction, or nothing of it.
	// An entry whose stored Revision is not one less than the given one is refused with ErrStale.
	Apply(ctx context.Context, change Change) error
	// Erase removes everything of an account, or of a comparison, for ever, what can be taken back of it and the case files that lines of it
	// were offered for included, in one transaction or not at all: ErrNotFound, ErrTraces.
	Erase(ctx context.Context, id AccountID) error
	// Written is the number of the last write: while it stays, so does all that the other methods return.
	Written() (uint64, error)
	// Facts returns what FactOf says of every entry, removed ones too, in no order. They are not to be changed.
	Facts(ctx context.Context) ([]*Fact, error)
	// Pick returns the entries of these ids that are there and not removed, in the order given.
	Pick(ctx context.Context, ids []EntryID) ([]Entry, error)
	// Search returns at most limit entries that are not removed, whose text holds every term of the query, and for whose
	// facts where holds, if it is not nil; the latest recorded first. A query without a term holds for every text.
	// It sees every write that returned before it was called.
	Search(ctx context.Context, query search.Query, where func(*Fact) bool, limit int) ([]Entry, error)
	// Similar returns at most limit entries that are not removed and share telling words with a text, the most alike
	// first, without those of the accounts that skip names. It need not see the latest writes.
	Similar(ctx context.Context, text string, skip func(AccountID) bool, limit int) ([]Likeness, error)
}

// A Change is a set of records to be written together. Nil and empty parts change nothing.
type Change struct {
	Accounts    []Account // a nil Telling leaves a stored telling as it is: it is written once
	Entries     []Entry
	Hidden      *[]redact.Known // replaces the whole list
	Reviews     []Review
	Releases    []Release
	Copies      []Copy
	Cases       []Case
	Comparisons []Comparison
	Settings    *Settings
	History     *History
}

// A Line is what somebody types, before it is an entry.
type Line struct {
	ID       EntryID   `json:"id"`
	Account  AccountID `json:"account,omitempty"` // empty: the open account, or a new one
	Text     string    `json:"text"`
	Kind     Kind      `json:"kind,omitempty"`
	Moment   Moment    `json:"moment"`
	Recorded time.Time `json:"recorded"`
	Locked   bool      `json:"-"` // it waited in the inbox: whoever may write the folder could have put it there
}

// A Review is what has been decided, for one account or case file, about the entities found in it.
type Review struct {
	Account   AccountID      `json:"account"`
	Profile   redact.Profile `json:"profile,omitempty"`  // how much the next release shows; empty is redact.ByRole
	Audience  string         `json:"audience,omitempty"` // for whom it is; kept, never in a document
	Decisions []Decided      `json:"decisions,omitempty"`
	LinesOnly bool           `json:"linesOnly,omitempty"` // what was said beside the lines stays
	Ties      []redact.Tie   `json:"ties,omitempty"`      // what the person said are one thing, or two
	Settled   []Settled      `json:"settled,omitempty"`   // what they said to indirect questions
}

// Decided is one decision of a review.
type Decided struct {
	redact.Decision
	// Spent is the fingerprint of the release that used up a decision to keep; empty while none has.
	// The same release again may still use it, any other asks anew.
	Spent string `json:"spent,omitempty"`
}

// What a store says that callers branch on. The first two are of one record, the others of the journal as a whole.
var (
	// ErrNotFound means that the journal holds no such account or entry.
	ErrNotFound = errors.New("not in the journal")
	// ErrStale means that the entry has changed since it was read; nothing was written.
	ErrStale = errors.New("entry has changed since it was read")
	// ErrWrongKey means that the passphrase or key does not open the journal.
	ErrWrongKey = errors.New("wrong passphrase or key")
	// ErrInUse means that another program holds the journal.
	ErrInUse = errors.New("journal in use by another program")
	// ErrDamaged means that something of the journal was changed, removed or put back.
	ErrDamaged = errors.New("journal damaged")
	// ErrNewer means that a newer version of the program wrote the journal.
	ErrNewer = errors.New("journal written by a newer version")
	// ErrReadOnly means that the journal's folder may not be read or written.
	ErrReadOnly = errors.New("folder may not be written")
	// ErrFull means that there is no room on the disk; nothing of the change was kept.
	ErrFull = errors.New("disk full")
	// ErrDisk means that the disk reports an error; nothing of the change counts as kept.
	ErrDisk = errors.New("disk error")
	// ErrTraces means that an account is erased, and that sealed bytes of it may be left in the journal's file.
	ErrTraces = errors.New("sealed traces may be left")
	// ErrClosed means that the journal has been closed since.
	ErrClosed = errors.New("journal closed")
)
