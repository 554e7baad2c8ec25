package lanes

import (
	"fmt"
	"slices"
	"strings"

	"firsthand/internal/redact"
)

// Near is within how many minutes lines of two lanes count as near, where the reader does not say.
const Near = 5

// Said is all that the reader says of lanes. The zero value says nothing: every lane's own T+00:00 is the common one.
type Said struct {
	// Zeros are, by lane, the minute of its own clock that is T+00:00 here; lanes beyond its end have 0.
	Zeros   []int    `json:"zeros,omitempty"`
	Near    *int     `json:"near,omitempty"` // minutes; nil is Near
	Same    []Same   `json:"same,omitempty"`
	Moments []Moment `json:"moments,omitempty"`
	// Decisions are what becomes of what was found and is no label.
	Decisions []redact.Decision `json:"decisions,omitempty"`
}

// A Same says that labels of several lanes are one person or thing, and what it is called here.
type Same struct {
	Label string `json:"label"`
	Names []Name `json:"names"`
}

// A Name is a label in a lane, counted from 0.
type Name struct {
	Lane  int    `json:"lane"`
	Label string `json:"label"`
}

// A Moment says that lines of several lanes speak of the same moment, or that they differ there.
type Moment struct {
	Places []Place `json:"places"`
	Differ bool    `json:"differ,omitempty"`
	Words  string  `json:"words,omitempty"` // the reader's own
}

// Invalid says what the reader cannot say of these lanes.
type Invalid struct{ Why string }

func (e *Invalid) Error() string { return e.Why }

func invalid(format string, args ...any) error { return &Invalid{fmt.Sprintf(format, args...)} }

// zero is the minute of a lane's own clock that is T+00:00 here.
func (s Said) zero(lane int) int {
	if lane < len(s.Zeros) {
		return s.Zeros[lane]
	}
	return 0
}

// Without is what is said where a lane is taken away: what was said of it alone goes, the lanes after it move up.
func (s Said) Without(lane int) Said {
	out := Said{Near: s.Near, Decisions: s.Decisions}
	for i, z := range s.Zeros {
		if i != lane {
			out.Zeros = append(out.Zeros, z)
		}
	}
	up := func(i int) int {
		if i > lane {
			return i - 1
		}
		return i
	}
	for _, same := range s.Same {
		kept := Same{Label: same.Label}
		for _, n := range same.Names {
			if n.Lane != lane {
				kept.Names = append(kept.Names, Name{up(n.Lane), n.Label})
			}
		}
		if len(kept.Names) > 1 {
			out.Same = append(out.Same, kept)
		}
	}
	for _, m := range s.Moments {
		kept := Moment{Differ: m.Differ, Words: m.Words}
		for _, p := range m.Places {
			if p.Lane != lane {
				kept.Places = append(kept.Places, Place{up(p.Lane), p.Line})
			}
		}
		if len(kept.Places) > 1 {
			out.Moments = append(out.Moments, kept)
		}
	}
	return out
}

// Nearness is within how many minutes lines of two lanes count as near.
func (s Said) Nearness() int {
	if s.Near == nil {
		return Near
	}
	return *s.Near
}

// farthest is how far a zero may be from a lane's own, in minutes: no incident takes ten years.
const farthest = 10 * 366 * 24 * 60

// check reports what of it does not fit the lanes, as an *Invalid.
func (s Said) check(lanes []Lane) error {
	if len(s.Zeros) > len(lanes) {
		return invalid("there is no lane %d", len(s.Zeros))
	}
	for i, z := range s.Zeros {
		if z < -farthest || z > farthest {
			return invalid("the time zero of lane %d is too far away", i+1)
		}
	}
	if n := s.Nearness(); n < 0 || n > 24*60 {
		return invalid("near is a number of minutes from 0 to 1440")
	}
	taken := map[Name]bool{}
	for _, same := range s.Same {
		if strings.TrimSpace(same.Label) == "" {
			return invalid("a common label has no words")
		}
		if len(same.Names) < 2 {
			return invalid("a common label stands for labels of two lanes or more")
		}
		var of []int
		for _, n := range same.Names {
			if n.Lane < 0 || n.Lane >= len(lanes) {
				return invalid("there is no lane %d", n.Lane+1)
			}
			if slices.Contains(of, n.Lane) {
				return invalid("two labels of lane %d cannot be one: the account's author told them apart", n.Lane+1)
			}
			of = append(of, n.Lane)
			if !slices.Contains(lanes[n.Lane].Labels(), n.Label) {
				return invalid("lane %d has no such label", n.Lane+1)
			}
			if taken[n] {
				return invalid("a label of lane %d is said to be two", n.Lane+1)
			}
			taken[n] = true
		}
	}
	for _, m := range s.Moments {
		if len(m.Places) < 2 {
			return invalid("a moment has lines of two lanes or more")
		}
		var of []int
		for _, p := range m.Places {
			if p.Lane < 0 || p.Lane >= len(lanes) || p.Line < 0 || p.Line >= len(lanes[p.Lane].Lines) {
				return invalid("there is no line %s", p.Number())
			}
			if slices.Contains(of, p.Lane) {
				return invalid("a moment has one line of a lane, and lane %d has two in one", p.Lane+1)
			}
			of = append(of, p.Lane)
		}
	}
	return nil
}
