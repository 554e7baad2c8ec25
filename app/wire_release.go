package app

import (
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Prepared is a release that is ready to leave, or why there is none. What stops it crosses as an answer and not as an
// error, because it may show the person's own text, and errors never do.
type Prepared struct {
	Draft      string   `json:"draft"` // names the files below while this draft lives; empty where something stops both
	Stopped    Stop     `json:"stopped"`
	Undecided  int      `json:"undecided"`  // of stop "undecided": how many
	Cut        int      `json:"cut"`        // of stop "overfull": about so many words are too many
	Places     []Place  `json:"places"`     // of stop "leak": where the finished file still held what is hidden
	Characters []string `json:"characters"` // of stop "undrawable": what the PDF has no letter for
	PDF        string   `json:"pdf"`        // path to fetch, such as /preview/x/account.pdf; empty where there is none
	Markdown   string   `json:"markdown"`
	Receipt    Receipt  `json:"receipt"`
	// Overlaps are with each earlier release of the account, the newest first.
	Overlaps []Overlap `json:"overlaps"`
	// Before is the earlier release for the same audience whose place it could take; one at most.
	Before []Released `json:"before"`
}

// Stop is why a release cannot be made; empty where it can.
type Stop string

// The stops.
const (
	Ready      Stop = ""
	Nothing    Stop = "nothing"    // no line is chosen
	Undecided  Stop = "undecided"  // somebody or something must still be decided about
	Leak       Stop = "leak"       // the finished file was searched, and something hidden was in it
	Overfull   Stop = "overfull"   // the meeting sheet does not fit on one page
	Undrawable Stop = "undrawable" // the PDF has no letters for some characters; the Markdown is there
)

// Place is where a finished file still held something.
type Place struct {
	View   string      `json:"view"` // which reading of the file, in English
	Line   int         `json:"line"`
	Kind   redact.Kind `json:"kind"`
	Entity string      `json:"entity"` // the finding's id; empty where the file shows something new
	Found  string      `json:"found"`
}

// Receipt says what the files hold and what was made sure of.
type Receipt struct {
	Profile    redact.Profile `json:"profile"`
	Audience   string         `json:"audience"`
	Shared     int            `json:"shared"`   // lines
	Withheld   int            `json:"withheld"` // lines that stay
	Replaced   []Replaced     `json:"replaced"` // places that were replaced, generalised or withheld, by kind; most first
	Kept       int            `json:"kept"`     // things that stay because the person said so
	Searched   int            `json:"searched"` // forms that were searched for in the finished files; none was found
	Properties []Property     `json:"properties"`
	Files      []Finished     `json:"files"`
	Stands     []Stand        `json:"stands"` // the texts that stand for something, each once
}

// Stand is a text that stands for something of that kind.
type Stand struct {
	Text string      `json:"text"`
	Kind redact.Kind `json:"kind"`
}

// Replaced counts places of one kind.
type Replaced struct {
	Kind  redact.Kind `json:"kind"`
	Count int         `json:"count"`
}

// Property is one thing that the PDF says of itself beside its pages.
type Property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Finished is a finished file.
type Finished struct {
	Format   journal.Format `json:"format"`
	Name     string         `json:"name"` // as it is suggested
	Bytes    int            `json:"bytes"`
	Checksum string         `json:"checksum"` // hex SHA-256
}

// Saved is where a file went.
type Saved struct {
	Path string `json:"path"` // empty where the person gave up choosing one
}

// Copied is the Markdown of a release, byte for byte what was verified.
type Copied struct {
	Text string `json:"text"`
}
