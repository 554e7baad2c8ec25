package eval

import (
	"fmt"
	"slices"
	"strings"
)

// A Finding is what a detector says of a stretch of an account.
type Finding struct {
	Start   int    `json:"start"` // byte offsets into the plain text, End exclusive
	End     int    `json:"end"`
	Kind    string `json:"type"`
	Certain bool   `json:"certain"` // hidden without a question
	Entity  string `json:"entity"`  // findings of one thing share it; empty: not told
	Rule    string `json:"rule"`    // only told back in misses
}

// A Doubt is two entities of findings that the person is asked about: are they one thing? One twice: is it one?
type Doubt [2]string

// A Count is what is counted of a class. What stands in the text is counted by the class of the mark, what was found by
// the kind of the finding.
type Count struct {
	Gold, Found, Sure int // marks; of them hidden or asked about in full; hidden in full by certain findings
	Certain, Right    int // certain findings; of them on a mark
	Asked, Idle       int // words asked about, each once an account; of them that identify nothing
}

// A Score is what a detector reached on one account, or on several together.
type Score struct {
	Per map[string]*Count // by class
	All Count

	Words       int
	Traps, Shut int // texts that must stay; of them hidden by a certain finding
	Questions   int // uncertain findings, each occurrence

	Outside, Hidden int // bytes on no mark; of them hidden by certain findings

	Groups, Split int // things of several forms or one that were found; of them with two entities or more
	Pairs, Merged int // pairs that must stay apart; of them with one entity
	// Unasked are the things split and the pairs merged that no question is about; Doubts all such questions, Vain those of
	// them about two things that are marked as two.
	Unasked, Doubts, Vain int

	Leaks, Wrong, Trapped, Idle, Parted, Joined []Miss
}

// A Miss is one thing that went wrong, for the person who mends the rules.
type Miss struct{ Account, Kind, Text, Rule string }

func (m Miss) String() string {
	if m.Rule != "" {
		return fmt.Sprintf("%-24s %-9s %q (%s)", m.Account, m.Kind, m.Text, m.Rule)
	}
	return fmt.Sprintf("%-24s %-9s %q", m.Account, m.Kind, m.Text)
}

// Score judges the findings of a detector on this account. Findings of the uncounted kinds are left out.
func (a Account) Score(found []Finding, doubts ...Doubt) Score {
	s := Score{Per: map[string]*Count{}, Words: Words(a.Text)}
	found = slices.DeleteFunc(slices.Clone(found), func(f Finding) bool { return slices.Contains(Uncounted, f.Kind) })
	held, sure, gold := make([]bool, len(a.Text)), make([]bool, len(a.Text)), make([]bool, len(a.Text))
	for _, f := range found {
		for i := f.Start; i < f.End; i++ {
			held[i], sure[i] = true, sure[i] || f.Certain
		}
	}
	for _, m := range a.Marks {
		if m.Kind == Trap {
			s.trap(a, m, sure)
			continue
		}
		for i := m.Start; i < m.End; i++ {
			gold[i] = true
		}
		isHeld, isSure := true, true
		for i := range m.essential {
			isHeld, isSure = isHeld && held[i], isSure && sure[i]
		}
		if !isHeld {
			s.Leaks = append(s.Leaks, Miss{a.Name, m.Kind, m.Text, ""})
		}
		s.count(m.Kind, Count{Gold: 1, Found: one(isHeld), Sure: one(isSure)})
	}
	for i := range gold {
		s.Outside += one(!gold[i])
		s.Hidden += one(!gold[i] && sure[i])
	}
	asked := map[string]bool{}
	for _, f := range found {
		text := a.Text[f.Start:f.End]
		right := slices.Contains(gold[f.Start:f.End], true)
		if f.Certain {
			s.count(f.Kind, Count{Certain: 1, Right: one(right)})
			if !right {
				s.Wrong = append(s.Wrong, Miss{a.Name, f.Kind, text, f.Rule})
			}
			continue
		}
		s.Questions++
		key := strings.ToLower(text)
		if asked[key] {
			continue
		}
		asked[key] = true
		s.count(f.Kind, Count{Asked: 1, Idle: one(!right)})
		if !right {
			s.Idle = append(s.Idle, Miss{a.Name, f.Kind, text, f.Rule})
		}
	}
	s.consistency(a, found, doubts)
	return s
}

func (s *Score) trap(a Account, m Mark, sure []bool) {
	s.Traps++
	if slices.Contains(sure[m.Start:m.End], true) {
		s.Shut++
		s.Trapped = append(s.Trapped, Miss{a.Name, m.Kind, m.Text, ""})
	}
}

// consistency judges whether one thing has one entity, and two things two. A form belongs to the entity of the finding
// that covers most of it.
func (s *Score) consistency(a Account, found []Finding, doubts []Doubt) {
	if !slices.ContainsFunc(found, func(f Finding) bool { return f.Entity != "" }) {
		return
	}
	entities := map[string]map[string]bool{} // by form
	for _, m := range a.Marks {
		most, entity := 0, ""
		for _, f := range found {
			if n := min(f.End, m.End) - max(f.Start, m.Start); n > most && f.Entity != "" {
				most, entity = n, f.Entity
			}
		}
		if most == 0 || m.Kind == Trap {
			continue
		}
		if entities[m.Text] == nil {
			entities[m.Text] = map[string]bool{}
		}
		entities[m.Text][entity] = true
	}
	for _, g := range a.Groups {
		seen := map[string]bool{}
		for _, form := range g.Forms {
			for e := range entities[form] {
				seen[e] = true
			}
		}
		s.Groups += one(len(seen) > 0)
		if len(seen) > 1 {
			s.Split++
			miss := Miss{a.Name, g.Type, strings.Join(g.Forms, " / "), ""}
			if linked(seen, doubts) {
				miss.Rule = "asked"
			} else {
				s.Unasked++
			}
			s.Parted = append(s.Parted, miss)
		}
	}
	for _, pair := range a.Distinct {
		s.Pairs++
		for e := range entities[pair[0]] {
			if entities[pair[1]][e] {
				s.Merged++
				miss := Miss{a.Name, "-", pair[0] + " = " + pair[1], ""}
				if slices.Contains(doubts, Doubt{e, e}) {
					miss.Rule = "asked"
				} else {
					s.Unasked++
				}
				s.Joined = append(s.Joined, miss)
				break
			}
		}
	}
	s.vain(a, entities, doubts)
}

// linked says whether questions are about all of some entities, so that the answers make them one.
func linked(entities map[string]bool, doubts []Doubt) bool {
	reached := map[string]bool{}
	for e := range entities {
		reached[e] = true
		break
	}
	for grown := true; grown; {
		grown = false
		for _, d := range doubts {
			if reached[d[0]] != reached[d[1]] {
				reached[d[0]], reached[d[1]], grown = true, true, true
			}
		}
	}
	for e := range entities {
		if !reached[e] {
			return false
		}
	}
	return true
}

// vain counts the questions that are about two things.
func (s *Score) vain(a Account, entities map[string]map[string]bool, doubts []Doubt) {
	for _, d := range doubts {
		s.Doubts++
		if d[0] == d[1] {
			continue
		}
		one := slices.ContainsFunc(a.Groups, func(g Group) bool {
			has := func(e string) bool {
				return slices.ContainsFunc(g.Forms, func(f string) bool { return entities[f][e] })
			}
			return has(d[0]) && has(d[1])
		})
		if !one {
			s.Vain++
		}
	}
}

// Add adds what was reached on another account.
func (s *Score) Add(other Score) {
	for class, c := range other.Per {
		s.count(class, *c)
	}
	s.Words += other.Words
	s.Traps, s.Shut = s.Traps+other.Traps, s.Shut+other.Shut
	s.Questions += other.Questions
	s.Outside, s.Hidden = s.Outside+other.Outside, s.Hidden+other.Hidden
	s.Groups, s.Split = s.Groups+other.Groups, s.Split+other.Split
	s.Pairs, s.Merged = s.Pairs+other.Pairs, s.Merged+other.Merged
	s.Unasked, s.Doubts, s.Vain = s.Unasked+other.Unasked, s.Doubts+other.Doubts, s.Vain+other.Vain
	s.Leaks, s.Wrong = append(s.Leaks, other.Leaks...), append(s.Wrong, other.Wrong...)
	s.Trapped, s.Idle = append(s.Trapped, other.Trapped...), append(s.Idle, other.Idle...)
	s.Parted, s.Joined = append(s.Parted, other.Parted...), append(s.Joined, other.Joined...)
}

func (s *Score) count(class string, c Count) {
	if s.Per == nil {
		s.Per = map[string]*Count{}
	}
	if s.Per[class] == nil {
		s.Per[class] = &Count{}
	}
	for _, to := range []*Count{s.Per[class], &s.All} {
		to.Gold, to.Found, to.Sure = to.Gold+c.Gold, to.Found+c.Found, to.Sure+c.Sure
		to.Certain, to.Right = to.Certain+c.Certain, to.Right+c.Right
		to.Asked, to.Idle = to.Asked+c.Asked, to.Idle+c.Idle
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
