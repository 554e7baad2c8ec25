package eval

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Figure is one number of a score that has a floor: a share in per cent, or a rate.
type Figure struct {
	Name  string  // such as "person found"; of lower case words
	Value float64 // to a tenth, rounded to its bad side
	Most  bool    // less is better: the floor is a ceiling
	Aim   float64 // what the design aims at
	Aimed bool    // it has an aim of its own
}

// exact are the classes that rules find by their shape: the design aims at all of them.
var exact = map[string]bool{"secret": true, "email": true, "ip": true, "host": true, "url": true, "user": true}

// Figures are the numbers of a score that have floors, in the order of the table.
func (s Score) Figures() []Figure {
	var out []Figure
	share := func(name string, part, of int) *Figure {
		if of == 0 {
			return &Figure{}
		}
		out = append(out, Figure{Name: name, Value: math.Floor(1000*float64(part)/float64(of)) / 10})
		return &out[len(out)-1]
	}
	aim := func(f *Figure, value float64) { f.Aim, f.Aimed = value, true }
	most := func(name string, value, target float64) {
		out = append(out, Figure{name, math.Ceil(10*value) / 10, true, target, true})
	}
	for _, class := range Classes {
		c := s.Per[class]
		if c == nil {
			continue
		}
		found := share(class+" found", c.Found, c.Gold)
		if exact[class] {
			aim(found, 100)
		}
		if class == "person" {
			aim(found, 98)
			aim(share(class+" auto", c.Sure, c.Gold), 80)
			aim(share(class+" precision", c.Right, c.Certain), 93)
		} else {
			share(class+" auto", c.Sure, c.Gold)
		}
	}
	aim(share("all found", s.All.Found, s.All.Gold), 97)
	share("all auto", s.All.Sure, s.All.Gold)
	share("all precision", s.All.Right, s.All.Certain)
	if s.Words > 0 {
		most("idle questions per 1,000 words", 1000*float64(s.All.Idle)/float64(s.Words), 15)
	}
	if s.Traps > 0 {
		most("traps hidden", 100*float64(s.Shut)/float64(s.Traps), 1)
	}
	if s.Groups > 0 {
		most("things split", 100*float64(s.Split)/float64(s.Groups), 0)
	}
	if s.Pairs > 0 {
		most("things merged", 100*float64(s.Merged)/float64(s.Pairs), 0)
	}
	if s.Groups > 0 {
		most("split or merged, not asked", 100*float64(s.Unasked)/float64(s.Groups), 0)
	}
	return out
}

// short says that f does not reach a bound.
func (f Figure) short(bound float64) bool {
	if f.Most {
		return f.Value > bound
	}
	return f.Value < bound
}

// Floors are what figures may not fall below, by name.
type Floors map[string]float64

// ParseFloors reads what Format wrote: after comments, a line for each figure: its name, ">=" or "<=", the floor.
func ParseFloors(text string) (Floors, error) {
	out := Floors{}
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, bound, ok := strings.Cut(strings.Replace(line, "<=", ">=", 1), ">=")
		value, err := strconv.ParseFloat(strings.TrimSpace(bound), 64)
		if !ok || err != nil {
			return nil, fmt.Errorf("floors, line %d: not a name, >= or <=, and a number", n+1)
		}
		out[strings.TrimSpace(name)] = value
	}
	return out, nil
}

// Format writes figures as floors, beside each what the design aims at.
func Format(figures []Figure) string {
	var b strings.Builder
	b.WriteString(`# What the rules reach on the accounts of the project, in per cent where nothing else is said. A figure that falls
# below its line fails "make test". "make eval UPDATE=1" writes what is reached now, up or down: look at the difference.
# "found" is hidden or asked about, "auto" is hidden without a question; the aims are those of the design.

`)
	for _, f := range figures {
		bound := ">="
		if f.Most {
			bound = "<="
		}
		line := fmt.Sprintf("%-32s %s %5.1f", f.Name, bound, f.Value)
		if f.Aimed {
			line += fmt.Sprintf("   # aim %g", f.Aim)
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// Falls are the figures below their floor, and the floors without a figure, each in a sentence.
func (fl Floors) Falls(figures []Figure) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range figures {
		seen[f.Name] = true
		floor, ok := fl[f.Name]
		switch {
		case !ok:
			out = append(out, fmt.Sprintf("%s: %.1f, but no floor is recorded", f.Name, f.Value))
		case f.short(floor):
			out = append(out, fmt.Sprintf("%s: %.1f, was %.1f", f.Name, f.Value, floor))
		}
	}
	for name, floor := range fl {
		if !seen[name] {
			out = append(out, fmt.Sprintf("%s: nothing to measure, was %.1f", name, floor))
		}
	}
	return out
}
