package app

import (
	"firsthand/internal/coach"
	"firsthand/internal/redact"
	"firsthand/internal/redact/indirect"
)

// Reviewed is one account, or case file, under review: its lines, how the chosen ones will be read, and what was found in
// them.
type Reviewed struct {
	Account   Account        `json:"account"` // of a case file, its id; its name is the codename
	CaseFile  bool           `json:"caseFile"`
	Name      ReviewText     `json:"name"`     // of a case file with lines chosen, its title
	Accounts  []Origin       `json:"accounts"` // of a case file, those its lines are of, the oldest first
	Profile   redact.Profile `json:"profile"`
	Audience  string         `json:"audience"` // for whom; kept, never in the document
	Lines     []ReviewLine   `json:"lines"`    // in order of time, without the removed ones
	Findings  []Finding      `json:"findings"` // in the chosen lines; undecided first, then in order of appearance
	Chosen    int            `json:"chosen"`
	Undecided int            `json:"undecided"`
	Zero      string         `json:"zero"`     // the line that times are counted from; empty where no chosen line has a moment
	Releases  []Released     `json:"releases"` // what has left already, newest first
	// Questions are asked before the chosen lines leave: few, in order of place. None has to be answered.
	Questions []IndirectQuestion `json:"questions"`
	LinesOnly bool               `json:"linesOnly"` // what was said beside the lines stays
	LastPage  LastPage           `json:"lastPage"`
}

// LastPage is the last page of the account, which leaves if the person says so.
type LastPage struct {
	Parts  []ReviewPart `json:"parts"` // none where there is no page
	Shared bool         `json:"shared"`
}

// ReviewPart is a part of the last page, and how it will be read if the page leaves.
type ReviewPart struct {
	Title string     `json:"title"`
	Text  ReviewText `json:"text"`
}

// ReviewText is text as it will be read.
type ReviewText struct {
	Read  string `json:"read"`  // Markdown; empty where it stays
	Marks []Mark `json:"marks"` // in order of place, disjoint
}

// ReviewLine is a line that may leave, or not.
type ReviewLine struct {
	Entry  Entry      `json:"entry"`
	Chosen bool       `json:"chosen"`
	Free   bool       `json:"free"`   // it may be chosen; background may not
	Usual  bool       `json:"usual"`  // it is chosen with all; reactions and ideas only one by one
	Clock  string     `json:"clock"`  // T+00:14, as the document will say; empty where it says nothing or the line is not chosen
	Read   string     `json:"read"`   // the text as it will be read, Markdown; empty where the line is not chosen
	Marks  []Mark     `json:"marks"`  // in order of place, disjoint
	Said   string     `json:"said"`   // what leaves beside it, in words of the document
	Became string     `json:"became"` // of an expectation beside its effects: what became of it, in words of the document
	Why    ReviewText `json:"why"`    // the explanation of a gap
}

// Mark is a stretch of a line as it will be read that stands for something that was found.
// From and To count UTF-16 units of Read, as the page counts; To is exclusive.
type Mark struct {
	From      int              `json:"from"`
	To        int              `json:"to"`
	Entity    string           `json:"entity"` // the finding's id; empty where something hidden stood within a longer word
	Treatment redact.Treatment `json:"treatment"`
	Original  string           `json:"original"` // what stands there in the journal: for this screen only
}

// Spoken is a line as it will be read.
type Spoken struct {
	Entry string `json:"entry"`
	Text  string `json:"text"`
}

// Remark is a stretch of a line that the coach asks about, in UTF-16 units.
type Remark struct {
	From     int        `json:"from"`
	To       int        `json:"to"`
	Kind     coach.Kind `json:"kind"`
	Question string     `json:"question"`
}

// Finding is one real thing that was found in the chosen lines, with all its names and places.
type Finding struct {
	ID        string           `json:"id"`
	Kind      redact.Kind      `json:"kind"`
	Name      string           `json:"name"`  // its fullest form; of a secret, only its type
	Forms     []string         `json:"forms"` // every form as written; none of a secret
	Author    bool             `json:"author"`
	Rule      Rule             `json:"rule"` // the rule that found it
	Why       string           `json:"why"`  // the rule's reason in English, such as "an address on your network"
	Certain   bool             `json:"certain"`
	Treatment redact.Treatment `json:"treatment"`
	Label     string           `json:"label"`   // what stands for it; empty where it is kept or undecided
	Decided   redact.Action    `json:"decided"` // what the person decided; empty where nothing
	Count     int              `json:"count"`   // its places in the chosen lines
	Lines     []string         `json:"lines"`   // the entries it stands in
	Keepable  bool             `json:"keepable"`
	Class     redact.Class     `json:"class"`  // one of those a person may choose; empty where it has another or none
	Tied      bool             `json:"tied"`   // it may be one with another finding, and of another class
	Parts     []string         `json:"parts"`  // its forms, if it has several that may be two things'
	Places    []PlaceOf        `json:"places"` // everywhere it stands, if it stands in several places that may be two things'
	Joins     []JoinOf         `json:"joins"`  // why its names are one thing's; none of a secret
	Single    bool             `json:"single"` // no other of its class is in this release: the class alone points at it
}

// PlaceOf is one place of a finding, with the words around it.
type PlaceOf struct {
	Before string `json:"before"`
	Form   string `json:"form"`
	After  string `json:"after"`
}

// JoinOf is two names of a finding, and why they are one thing's.
type JoinOf struct {
	One   string `json:"one"`
	Other string `json:"other"`
	Rule  Rule   `json:"rule"`
	Why   string `json:"why"` // in English
}

// IndirectQuestion is about words of a chosen line that name nobody and may still point at somebody.
// From and To count UTF-16 units of the line as it will be read; To is exclusive.
type IndirectQuestion struct {
	ID    string        `json:"id"`
	Kind  indirect.Kind `json:"kind"`
	Line  string        `json:"line"` // the entry
	From  int           `json:"from"`
	To    int           `json:"to"`
	Words string        `json:"words"`
	With  string        `json:"with"`  // what could stand for them; of the kind same, the other name
	Joins []JoinOf      `json:"joins"` // of the kind same, the two names and why it is asked; else none
}

// Rule is the id of a rule, one of redact.Rules: the page has its own words for each in languages that Go does not speak.
type Rule string
