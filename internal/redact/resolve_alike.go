package redact

import (
	"slices"
	"strings"
)

// An Alike is two names that may be one thing or two: nothing in the text decides it, so the person is asked.
type Alike struct {
	Names    [2]Name     // the second is the fuller one
	Entities [2]EntityID // of the names; one twice where they are joined
	Joined   bool        // one label stands for both, unless the person says that they are two
	Rule     string      // why it is asked; Reason puts it into words
}

// The reasons to ask.
func init() {
	for id, words := range map[string]string{
		"alike.part":      "the one may be a part of the other",
		"alike.short":     "the one may be short for the other",
		"alike.initials":  "the first letters fit",
		"alike.spelling":  "they are spelt almost the same",
		"alike.statement": "the text may say that they are one",
		"alike.login":     "the login may be made of that name",
		"alike.org":       "it may be the name of that company, or its short form",
	} {
		reasons[id] = words
	}
}

// A doubt is a group that may be one thing with another.
type doubt struct {
	g, h   int
	why    string
	joined bool // they were made one until somebody says otherwise
}

// mostAlike is how many things one name is asked about. One that fits more is nobody's in particular.
const mostAlike = 3

// ask remembers that a group may be one with any of the things, given by their roots.
func (c *crowd) ask(g int, roots []int, why string) {
	if len(roots) > mostAlike {
		return
	}
	for _, h := range roots {
		c.doubts = append(c.doubts, doubt{g, c.fullest(h), why, false})
	}
}

// guess makes a group one with the thing that it is most likely of, and remembers to ask.
func (c *crowd) guess(h, g int, why string) {
	if c.root(h) == c.root(g) {
		return
	}
	c.doubts = append(c.doubts, doubt{g, c.fullest(h), why, true})
	c.join(h, g)
}

// joinLeft joins what was in doubt between things that have become one since.
func (c *crowd) joinLeft() {
	between := map[int][]int{}
	for _, d := range c.doubts {
		if !d.joined {
			between[d.g] = append(between[d.g], d.h)
		}
	}
	for _, d := range c.doubts {
		if hs := between[d.g]; len(hs) > 1 && len(c.roots(hs)) == 1 && c.root(hs[0]) != c.root(d.g) {
			c.join(hs[0], d.g)
			c.groups[d.g].doubt = false
		}
	}
}

// askInitials asks whether an initial and a family name (N. Jayakody), or first letters alone (H.M.), are those of the one
// person here who goes by a first name alone and has that letter.
func (c *crowd) askInitials() {
	people := c.of(Person)
	bare := map[byte][]int{} // by the first letter, roots of people with one name
	for _, g := range people {
		if ws := c.groups[g].words; len(ws) == 1 && len(ws[0]) > 2 && evidenceOf(ws[0])&(isGiven|isFamily) != isFamily && !c.fullName(c.root(g)) {
			bare[ws[0][0]] = append(bare[ws[0][0]], c.root(g))
		}
	}
	for _, g := range people {
		grp := &c.groups[g]
		ws := grp.words
		letters := len(ws) == 1 && len(ws[0]) < 4 && strings.ToUpper(grp.text) == grp.text && latin(ws[0])
		if !letters && (len(ws) < 2 || len(ws[0]) != 1) || c.spelledOut(c.root(g)) {
			continue
		}
		fit := slices.DeleteFunc(unique(slices.Clone(bare[ws[0][0]])), func(h int) bool { return h == c.root(g) })
		if len(fit) == 1 {
			c.ask(g, fit, "alike.initials")
		}
	}
}

// spelledOut says whether a first name of more than a letter is among those that are one with root.
func (c *crowd) spelledOut(root int) bool {
	return slices.ContainsFunc(c.members[root], func(g int) bool {
		ws := c.groups[g].words
		return c.groups[g].kind == Person && len(ws) > 0 && len(ws[0]) > 3
	})
}

// askParts asks about what a fuller name here may be called for short: the Ministry, orchard of Hollow Orchard. It is no
// join, for what is short is a word of its own as well, or of another kind.
func (c *crowd) askParts() {
	full := map[string][]int{} // by a word of a name of several
	for _, g := range c.of(Org, Codename, Team, Person, Other) {
		grp := &c.groups[g]
		if len(grp.words) < 2 || grp.kind == Person && c.certain(g) || strings.ContainsAny(grp.text, "@<0123456789") {
			continue
		}
		for _, w := range grp.words {
			full[w] = append(full[w], g)
		}
	}
	if len(full) == 0 {
		return
	}
	for _, g := range c.of(Org, Codename, Repo, Place) {
		grp := &c.groups[g]
		if len(grp.words) > 1 || strings.ContainsAny(grp.fold, "./-_") && grp.kind != Codename {
			continue
		}
		w := grp.fold
		if grp.kind == Codename {
			w = firstOfTwo(w + "-")
		}
		if fit := slices.DeleteFunc(c.roots(full[w]), func(h int) bool { return h == c.root(g) }); len(w) > 3 && len(fit) == 1 && !slices.Contains(c.roots(full[w]), c.root(g)) {
			c.ask(g, fit, "alike.org")
		}
	}
}

// roots are the things that groups are of, each once.
func (c *crowd) roots(groups []int) []int {
	var out []int
	for _, g := range groups {
		out = append(out, c.root(g))
	}
	return unique(out)
}

// fullest is the group that names best what stands for root.
func (c *crowd) fullest(root int) int {
	best := c.root(root)
	for _, h := range c.members[c.root(root)] {
		if better(c, h, best) {
			best = h
		}
	}
	return best
}

// alikes are the pairs that the person is asked about: none that they have answered, or that something else has decided.
func (c *crowd) alikes(entityOf func(g int) EntityID) []Alike {
	var out []Alike
	found := map[int]bool{} // names in doubt that have found whose they are
	for _, d := range c.doubts {
		found[d.g] = found[d.g] || c.root(d.g) == c.root(d.h)
	}
	seen := map[[2]int]bool{}
	for _, d := range c.doubts {
		a, b := c.root(d.g), c.root(d.h)
		key := [2]int{min(a, b), max(a, b)}
		if a == b {
			key = [2]int{d.g, -1}
		}
		if seen[key] || c.keptApart(a, b) || found[d.g] && !(d.joined && a == b) {
			continue
		}
		seen[key] = true
		out = append(out, Alike{Names: [2]Name{c.nameOf(d.g), c.nameOf(d.h)}, Entities: [2]EntityID{entityOf(d.g), entityOf(d.h)}, Joined: a == b, Rule: d.why})
	}
	return out
}

// nameOf is the name of a group as ties have it.
func (c *crowd) nameOf(g int) Name {
	grp := &c.groups[g]
	return Name{Kind: grp.kind, Form: strings.Join(strings.Fields(unwrap(grp.text)), " "), Part: grp.part}
}

// Answer returns the ties by which two names are one thing from now on, or two, old ones included. Errors as Part.
func (s *Survey) Answer(ties []Tie, a Alike, one bool) ([]Tie, error) {
	if a.Joined && !one {
		return s.Part(ties, a.Entities[0], a.Names[0].Form)
	}
	for _, id := range a.Entities {
		if _, ok := s.Entity(id); !ok {
			return nil, ErrNoEntity
		}
	}
	ties = without(ties, func(t Tie) bool { return t.between(a.Names[:1], a.Names[1:]) })
	return append(ties, Tie{Names: a.Names, Apart: !one}), nil
}
