// Package redact takes out of a text what identifies somebody or something, and proves that it is gone.
//
// It works in five steps, each a function from values to values:
//
//	Examine   finds what identifies in all texts of an account and resolves the findings into entities
//	Plan      combines entities, decisions and a profile into a treatment for every finding of the chosen texts
//	Apply     makes clean text; it refuses while anything is undecided
//	Forbidden is every form of everything hidden, in every encoding it could survive in
//	Verify    searches finished bytes, through every view of them, and only then gives them out
//
// Two tiers: a certain finding is replaced unless the person keeps it; an uncertain one must be decided,
// and nothing leaves while one is open. Precision belongs to the first, recall to the second.
//
// Clean and Verified can be made nowhere else, so unreviewed text does not compile into a file.
// The package reads no file, no clock and no network, and never puts the person's text into an error.
package redact

import (
	"strconv"
	"time"
)

// Kind is the class of a finding and of the entity it refers to.
type Kind string

// The kinds of finding.
const (
	Person   Kind = "person"
	Handle   Kind = "handle"
	Email    Kind = "email"
	Phone    Kind = "phone"
	Org      Kind = "org"
	Team     Kind = "team"
	Host     Kind = "host"
	IP       Kind = "ip"
	MAC      Kind = "mac"
	CloudID  Kind = "cloudid"
	Account  Kind = "account"
	UUID     Kind = "uuid"
	Ticket   Kind = "ticket"
	Channel  Kind = "channel"
	URL      Kind = "url"
	Repo     Kind = "repo"
	Commit   Kind = "commit"
	User     Kind = "user"
	Secret   Kind = "secret"
	Place    Kind = "place"
	Codename Kind = "codename"
	Other    Kind = "other"
	Date     Kind = "date"
	Time     Kind = "time"
	Zone     Kind = "zone"
	Region   Kind = "region"
	Role     Kind = "role"
)

// Kinds are all kinds of finding.
var Kinds = []Kind{Person, Handle, Email, Phone, Org, Team, Host, IP, MAC, CloudID, Account, UUID, Ticket, Channel,
	URL, Repo, Commit, User, Secret, Place, Codename, Other, Date, Time, Zone, Region, Role}

// A Source is one text as its author wrote it, such as an entry.
type Source struct {
	ID   string // a name of the text that stays when others come and go; empty where nothing is said of single places
	Text string
	At   time.Time // the instant it speaks of, in the zone it was lived in; zero where nobody said
}

// A Span is a stretch of one source: byte offsets into its text, End exclusive, both on rune boundaries.
type Span struct {
	Source, Start, End int
}

// A Finding is a stretch of text that a rule says may identify someone or something.
type Finding struct {
	Span
	Kind    Kind
	Certain bool     // tier: replaced unless kept, or asked about
	Rule    string   // the id of the rule that found it; Reason puts it into words
	Entity  EntityID // what it refers to; findings of one entity share a pseudonym

	part int // as in Name
}

// EntityID names an entity within a journal: derived from its kind and folded name, so that a decision or a script
// can name it again after the text has changed. It never leaves in a release.
type EntityID string

// An Entity is the real-world thing that findings refer to, with all its names.
type Entity struct {
	ID      EntityID
	Kind    Kind
	Name    string   // its fullest form as written; of a secret, only its type
	Forms   []string // every form as written, in order of appearance
	Derived []string // forms not written that would give it away: logins, host labels, the word of a company's domain
	Author  bool     // the author of the account
	Certain bool     // at least one finding is certain
	Rule    string   // the rule of its best finding
	Spans   []Span   // where it stands, in order
	Joins   []Join   // what made its names one

	parts map[string]int // by key, of the forms of which only some places are this thing's
}

// Key is the form under which a decision about the entity is held that names it by one of its forms.
func (e Entity) Key(form string) string {
	key := Key(e.Kind, form)
	if p := e.parts[key]; p > 0 {
		key += "\x00" + strconv.Itoa(p)
	}
	return key
}

// Known is something the person has told the journal to hide: a name they listed, or an entity they decided to hide.
// Known things are found wherever one of their forms stands, and are certain.
type Known struct {
	Kind   Kind     `json:"kind"`
	Forms  []string `json:"forms"`
	Author bool     `json:"author,omitempty"` // the journal's own author
	// Rule is what its findings say of why they are there; empty: the person listed or hid it.
	Rule string `json:"-"`
}

// Reworded is the rule of words that others stand for in every release of an account, by an answer to an indirect question.
const Reworded = "reworded"

// Action is what the person decided about an entity.
type Action string

// The decisions.
const (
	Hide Action = "hide" // give it a pseudonym, or withhold it, as its kind asks
	Keep Action = "keep" // leave it in this release; never possible for a secret
	As   Action = "as"   // call it Label
)

// A Decision is held by kind and folded form, so that an edited text asks only about what is new.
type Decision struct {
	Kind   Kind   `json:"kind"`
	Key    string `json:"key"` // folded form, as Key gives it
	Action Action `json:"action"`
	Label  string `json:"label,omitempty"` // for As
	Class  Class  `json:"class,omitempty"` // for Hide: what sort of pseudonym; empty is what the text tells
	Count  int    `json:"count,omitempty"` // for Keep: the occurrences that were seen; more of them ask again
}

// Profile is how much a release shows.
type Profile string

// The profiles, from open to closed. ByRole is the default.
const (
	Named       Profile = "named"       // people keep their names; everything else is replaced
	ByRole      Profile = "role"        // people are Engineer A, Engineer B …
	Generalised Profile = "generalised" // roles and kinds only, times to five minutes, figures to orders of magnitude
)

// Clean is text after treatment: the only text a report accepts. Only Plan.Apply makes one; its zero value is empty.
type Clean struct{ text string }

// String returns the clean text, Markdown without links, images, comments and raw HTML.
func (c Clean) String() string { return c.text }

// Verified are finished bytes in which every view was searched and nothing hidden was found. Only Verify makes them,
// and Again gives out anew what it made.
type Verified struct{ b []byte }

// Bytes returns the verified bytes; the caller must not change them.
func (v Verified) Bytes() []byte { return v.b }

// A View is one reading of a finished file: its source, its inflated streams, what another reader extracts.
type View struct {
	Name   string // such as "text", "stream", "raw bytes"; appears in messages
	Text   string
	Binary bool // not text to a person: searched for long forms only, and not examined for new findings
	// Aside is beside the document: comments, attachments, properties. Our own files have nothing there, so Verify
	// refuses one that has, whatever it says.
	Aside bool
}
