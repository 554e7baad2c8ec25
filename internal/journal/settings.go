package journal

import (
	"context"
	"fmt"

	"firsthand/internal/report"
)

// Settings are what one person set. They lie sealed with the journal.
type Settings struct {
	TextSize   int          `json:"textSize"` // pixels
	Night      Night        `json:"night"`
	Letters    bool         `json:"letters"`    // single-letter keys in the review
	SecondZone string       `json:"secondZone"` // IANA name of a zone shown beside the home zone; empty for none
	LockAfter  int          `json:"lockAfter"`  // minutes without a key press after which the journal locks; 0 is never
	Coaching   Coaching     `json:"coaching"`
	Paper      report.Paper `json:"paper,omitempty"` // of releases; empty is A4
	LookBack   bool         `json:"lookBack"`        // told accounts and learnings come up again, see LookBack
}

// Night says when the window shows little and asks nothing.
type Night string

// The night modes.
const (
	NightByClock Night = "auto" // when an account begins between 22:00 and 06:00
	NightOn      Night = "on"
	NightOff     Night = "off"
)

// The text sizes that a person can choose, in pixels.
const (
	SmallestText = 16
	LargestText  = 24
)

// DefaultSettings are what holds where nobody set anything.
var DefaultSettings = Settings{TextSize: SmallestText, Night: NightByClock, Letters: true, LockAfter: 15}

// Settings returns what the person set.
func (j *Journal) Settings(ctx context.Context) (Settings, error) {
	s, err := j.store.Settings(ctx)
	if err != nil {
		return DefaultSettings, fmt.Errorf("read settings: %w", err)
	}
	return s.sensible(), nil
}

// Set keeps settings, and returns them as they were kept: what makes no sense becomes the default.
func (j *Journal) Set(ctx context.Context, s Settings) (Settings, error) {
	s = s.sensible()
	if err := j.store.Apply(ctx, Change{Settings: &s}); err != nil {
		return Settings{}, fmt.Errorf("keep settings: %w", err)
	}
	return s, nil
}

func (s Settings) sensible() Settings {
	s.TextSize = min(max(s.TextSize, SmallestText), LargestText)
	switch s.Night {
	case NightByClock, NightOn, NightOff:
	default:
		s.Night = DefaultSettings.Night
	}
	if s.SecondZone != "" && location(s.SecondZone).String() != s.SecondZone {
		s.SecondZone = ""
	}
	s.LockAfter = max(s.LockAfter, 0)
	if s.Paper != report.Letter {
		s.Paper = ""
	}
	s.Coaching = s.Coaching.sensible()
	return s
}
