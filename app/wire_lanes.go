package app

import (
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Compared is other people's released accounts beside one another. Their text crosses to be shown, and never back.
type Compared struct {
	Lanes   []Lane       `json:"lanes"`
	Rows    []LaneRow    `json:"rows"`  // in order of the common clock
	Loose   []LaneLine   `json:"loose"` // lines of which nobody said when, lane by lane
	Near    int          `json:"near"`  // within how many minutes lines count as near
	Same    []LaneSame   `json:"same"`
	Moments []LaneMoment `json:"moments"`
	Kept    []KeptLanes  `json:"kept"` // where none is open: the comparisons that can be, the one begun last first
}

// KeptLanes is a comparison that is kept.
type KeptLanes struct {
	ID      string   `json:"id"`
	Changed string   `json:"changed"` // RFC 3339
	Names   []string `json:"names"`   // of its lanes: their codenames, or those of their files
}

// Lane is one account.
type Lane struct {
	Name   string   `json:"name"` // its codename; empty where it has none
	File   string   `json:"file"` // the name of the file it came from
	Lines  int      `json:"lines"`
	Moved  int      `json:"moved"`  // where its own T+00:00 stands on the common clock, in minutes
	Labels []string `json:"labels"` // in it, in order of appearance
}

// LaneRow is what the lanes say of one minute.
type LaneRow struct {
	At      string     `json:"at"` // such as "T+00:14"
	Minutes int        `json:"minutes"`
	Lines   []LaneLine `json:"lines"` // lane by lane
}

// LaneLine is one line of a lane.
type LaneLine struct {
	Number  string       `json:"number"` // such as "2.5"
	Lane    int          `json:"lane"`   // from 0
	Line    int          `json:"line"`   // from 0
	Kind    journal.Kind `json:"kind"`
	At      string       `json:"at"`      // on the common clock, its band with it; empty where nobody said
	Own     string       `json:"own"`     // by its own lane's clock
	Minutes int          `json:"minutes"` // by its own lane's clock
	Text    string       `json:"text"`    // plain, with the labels that the reader said are one
	Only    bool         `json:"only"`    // no other lane has a line near it
	Apart   []LaneApart  `json:"apart"`
}

// LaneApart is how far another lane's line is.
type LaneApart struct {
	Number  string `json:"number"`
	Minutes int    `json:"minutes"` // later; negative: earlier
}

// LaneSame is labels of several lanes that the reader said are one.
type LaneSame struct {
	Label string     `json:"label"`
	Names []LaneName `json:"names"`
}

// LaneName is a label in a lane, counted from 0.
type LaneName struct {
	Lane  int    `json:"lane"`
	Label string `json:"label"`
}

// LaneMoment is what the reader said of lines of several lanes.
type LaneMoment struct {
	Places []LanePlace `json:"places"`
	Differ bool        `json:"differ"` // else they are the same moment
	Words  string      `json:"words"`
}

// LanePlace is a line of a lane, both counted from 0.
type LanePlace struct {
	Lane int `json:"lane"`
	Line int `json:"line"`
}

// LanesSaved is a comparison that was saved, or why it was not. What stops it crosses as an answer, as in Prepared.
type LanesSaved struct {
	Stopped    Stop         `json:"stopped"`
	Path       string       `json:"path"`       // empty where something stopped it, or the person gave up
	Undecided  []LaneEntity `json:"undecided"`  // of stop "undecided"
	Places     []Place      `json:"places"`     // of stop "leak"
	Characters []string     `json:"characters"` // of stop "undrawable"
}

// LaneEntity is something that no label of a release is, and that the reader must decide about.
type LaneEntity struct {
	Kind redact.Kind `json:"kind"`
	Name string      `json:"name"`
	Key  string      `json:"key"`
}
