package app

import (
	"firsthand/internal/coach"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Preferences are the settings of one person. Theme and language are known before the journal is open.
type Preferences struct {
	Theme      Theme         `json:"theme"`
	Language   Language      `json:"language"`
	TextSize   int           `json:"textSize"` // pixels, 16 to 24
	Night      journal.Night `json:"night"`
	Letters    bool          `json:"letters"`    // single-letter keys in the review
	SecondZone string        `json:"secondZone"` // IANA name; empty for none
	LockAfter  int           `json:"lockAfter"`  // minutes without a key press; 0 is never
	Paper      report.Paper  `json:"paper"`      // of releases
	Quiet      []coach.Kind  `json:"quiet"`      // what the coach does not ask about
}

// Theme is the window's.
type Theme string

// The themes.
const (
	SystemTheme Theme = "system"
	LightTheme  Theme = "light"
	DarkTheme   Theme = "dark"
)

// Language is the window's.
type Language string

// The languages.
const (
	SystemLanguage Language = "system"
	English        Language = "en"
	German         Language = "de"
)

// Name is one thing that is hidden in every release, with its forms.
type Name struct {
	Kind   redact.Kind `json:"kind"`
	Forms  []string    `json:"forms"`
	Author bool        `json:"author"` // the person who writes the journal
}

// Exported is what an export wrote, in the clear.
type Exported struct {
	Folder   string `json:"folder"` // empty where the person gave up choosing one
	Accounts int    `json:"accounts"`
	Files    int    `json:"files"`
	Damaged  bool   `json:"damaged"` // something of an account could not be read
}

// About is what the program says of itself.
type About struct {
	Version string `json:"version"`
	Licence string `json:"licence"` // its own, whole
	// Licences are those of what it is built from.
	Licences string   `json:"licences"`
	Parts    []string `json:"parts"` // what it is built from, as module and version
}
