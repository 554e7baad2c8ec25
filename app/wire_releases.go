package app

import (
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Released is what left: one document for one audience, however often it left.
type Released struct {
	ID           string         `json:"id"`
	Account      string         `json:"account"`
	Sheet        bool           `json:"sheet"` // it is a page to speak from
	CaseFile     bool           `json:"caseFile"`
	Whole        string         `json:"whole"` // the case file in which these lines of an account left; empty where they left by themselves
	At           string         `json:"at"`    // when it left first
	Profile      redact.Profile `json:"profile"`
	Audience     string         `json:"audience"`
	Entries      []string       `json:"entries"`
	Files        []ReleasedFile `json:"files"`
	Left         []LeftAt       `json:"left"`         // every time, the first first
	Withdrawn    string         `json:"withdrawn"`    // when; empty where it is not
	Supersedes   string         `json:"supersedes"`   // the release whose place it takes; empty where it takes none
	SupersededBy string         `json:"supersededBy"` // the one that takes its place
	Takes        []string       `json:"takes"`        // the earlier ones for the same audience, whose place it may take
}

// ReleasedFile is one file that left.
type ReleasedFile struct {
	Format   journal.Format `json:"format"`
	Name     string         `json:"name"`     // as it was suggested
	Checksum string         `json:"checksum"` // hex SHA-256
}

// LeftAt is one time that files of a release left.
type LeftAt struct {
	At      string           `json:"at"`
	Formats []journal.Format `json:"formats"`
}

// ReleaseShown is a release as it left.
type ReleaseShown struct {
	ID       string       `json:"id"`
	Kept     bool         `json:"kept"`     // its files are; false of one that was made before files were
	PDF      string       `json:"pdf"`      // path to fetch; empty where no PDF of it left
	Markdown string       `json:"markdown"` // likewise
	Lines    []ShownLine  `json:"lines"`    // as they read, in order of the document
	Things   []ShownThing `json:"things"`   // what was found in them, in order of appearance
	Overlaps []Overlap    `json:"overlaps"` // with each earlier release of the account, the newest first
}

// ShownLine is a line as it read.
type ShownLine struct {
	Entry string `json:"entry"`
	Text  string `json:"text"`
}

// ShownThing is what was found in the lines of a release, and what became of it.
type ShownThing struct {
	Kind      redact.Kind      `json:"kind"`
	Forms     []string         `json:"forms"` // none of a secret
	Treatment redact.Treatment `json:"treatment"`
	Label     string           `json:"label"`
}

// Overlap is what somebody can tell who holds a release and an earlier one of the same account.
type Overlap struct {
	Earlier   Released        `json:"earlier"`
	Kept      bool            `json:"kept"`      // how the earlier one read is known
	Same      bool            `json:"same"`      // both are one document
	Lines     int             `json:"lines"`     // that are seen to be the same
	Intervals int             `json:"intervals"` // how many of them are as far apart in time in both
	Figures   []string        `json:"figures"`   // that stand in both
	Unmasked  []UnmaskedThing `json:"unmasked"`  // what one hides and the other shows; what this one shows first
	Joined    []JoinedLabels  `json:"joined"`    // what has another label in each
}

// UnmaskedThing is what one release calls by a label and the other by its name.
type UnmaskedThing struct {
	Kind    redact.Kind `json:"kind"`
	Name    string      `json:"name"`
	Label   string      `json:"label"`
	Earlier bool        `json:"earlier"` // the earlier one hides it, this one shows it; else the other way round
	Lines   int         `json:"lines"`   // in how many lines that can be seen
}

// JoinedLabels is what two releases call by different labels.
type JoinedLabels struct {
	Kind   redact.Kind `json:"kind"`
	Label  string      `json:"label"`
	Before string      `json:"before"`
}

// Recognised is what a file was found to be.
type Recognised struct {
	Name     string     `json:"name"`     // of the file; empty where the person gave up choosing one
	Exact    bool       `json:"exact"`    // byte for byte, else but for line ends and blanks
	Releases []Released `json:"releases"` // none: it is no release of this journal
}
