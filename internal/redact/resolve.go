package redact

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"firsthand/internal/redact/lexicon"
	"firsthand/internal/redact/recent"
)

// resolve makes findings and entities of the matches: which of them are one thing.
//
// It is deterministic, and each join has one reason: the person said so; the same folded form; the same key given by a rule; a name that is
// part of exactly one fuller name; a login that fits exactly one person; a sentence that says so; a short host and
// its full name. Where two would fit, nothing is joined and the bare form is asked about; what may be one thing and is not
// known to be comes third, to be asked about as well.
//
// Findings come in order and do not overlap; entities in order of their first place.
func resolve(sources []Source, rs []*reading, ms [][]match, known []Known, ties ...Tie) ([]Finding, []Entity, []Alike) {
	c := newCrowd(sources, rs, ms, ties)
	for _, step := range []struct {
		why  string
		join func()
	}{
		{"join.said", func() { c.tie(ties) }},
		{"join.same", c.joinSame},
		{"", c.latinise},
		{"join.known", func() { c.joinKnown(known) }},
		{"join.statement", c.joinStatements},
		{"", c.hyphens},
		{"join.part", c.joinNames},
		{"join.case", c.joinCases},
		{"join.familiar", c.joinNicks},
		{"join.login", c.joinLogins},
		{"join.host", c.joinHosts},
		{"join.ticket", c.joinTickets},
		{"join.domain", c.joinDomains},
		{"join.word", c.joinWords},
		{"join.within", c.joinParts},
		{"join.part", c.joinLeft},
		{"", c.askHints},
		{"", c.askInitials},
		{"", c.askParts},
	} {
		c.why = step.why
		step.join()
	}
	return c.build(sources, known)
}

// A mention is one match on its way to an entity.
type mention struct {
	r       int // reading
	m       match
	text    string
	fold    string
	part    int      // not 0: the person said that this place is another thing's
	words   []string // of a name, folded, without particles and titles
	certain bool
}

// A formGroup is all mentions of one kind with one form.
type formGroup struct {
	kind     Kind
	fold     string
	part     int // not 0: the places that the person took from the others of that form
	words    []string
	text     string // first form as written
	mentions []int
	doubt    bool // it fits two: asked
}

// A crowd is the mentions, grouped by form, and which groups are one thing.
type crowd struct {
	rs       []*reading
	mentions []mention
	groups   []formGroup
	index    map[string]int
	parent   []int   // union of groups
	members  [][]int // by root, its groups
	logins   *loginIndex
	apart    [][2]int // groups that the person said are two things
	why      string   // the reason of the joins under way
	made     []union
	doubts   []doubt  // what the person is asked about
	hints    [][2]int // groups that the text may say are one
	placed   placed   // places that the person said are another thing's
}

func newCrowd(sources []Source, rs []*reading, ms [][]match, ties []Tie) *crowd {
	c := &crowd{rs: rs, index: map[string]int{}, placed: placedBy(sources, ties)}
	for r := range rs {
		if r >= len(ms) {
			break
		}
		list := slices.Clone(ms[r])
		slices.SortStableFunc(list, func(a, b match) int {
			return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
		})
		reach := 0
		for _, m := range list {
			// The cover is disjoint already; whatever is not, is cut rather than lost.
			m.start = max(m.start, reach)
			if m.start >= m.end || m.end > len(rs[r].text) {
				continue
			}
			reach = m.end
			c.add(r, m)
		}
	}
	c.parent, c.members = make([]int, len(c.groups)), make([][]int, len(c.groups))
	for i := range c.parent {
		c.parent[i], c.members[i] = i, []int{i}
	}
	return c
}

func (c *crowd) add(r int, m match) {
	text := c.rs[r].text[m.start:m.end]
	men := mention{r: r, m: m, text: text, certain: m.certain, fold: formKey(m.kind, text)}
	if named(m.kind) {
		men.words = nameWords(text)
	}
	men.part = c.placed.at(c.rs[r], m, men.fold)
	key := groupKey(m.kind, men.fold, men.part)
	g, ok := c.index[key]
	if !ok {
		g = len(c.groups)
		c.index[key] = g
		c.groups = append(c.groups, formGroup{kind: m.kind, fold: men.fold, part: men.part, words: men.words, text: text})
	}
	c.groups[g].mentions = append(c.groups[g].mentions, len(c.mentions))
	c.mentions = append(c.mentions, men)
}

// groupKey is what the groups are found by.
func groupKey(k Kind, fold string, part int) string {
	key := string(k) + "\x00" + fold
	if part > 0 {
		key += "\x00" + strconv.Itoa(part)
	}
	return key
}

// named says whether things of a kind go by a name of words.
func named(k Kind) bool {
	switch k {
	case Person, Org, Team, Place, Codename, Other:
		return true
	}
	return false
}

// formKey is what forms of one kind are compared by.
func formKey(k Kind, text string) string {
	switch k {
	case Secret:
		return text // case and all: another letter is another secret
	case Handle, User:
		return strings.Trim(foldName(strings.TrimLeft(text, "@~<")), "_>")
	case Channel:
		return strings.TrimPrefix(foldName(text), "#")
	case URL:
		return strings.TrimRight(foldName(text), "/")
	}
	return keysOfForms.Of(text, func(text string) string { return strings.Join(strings.Fields(foldName(unwrap(text))), " ") })
}

var keysOfForms recent.Answers[string]

// nameWords are the words of a name that tell it: folded, without particles, titles, honorifics and Jr. They are not to be
// changed.
func nameWords(text string) []string { return wordsOfNames.Of(text, tellingWords) }

var wordsOfNames recent.Answers[[]string]

func tellingWords(text string) []string {
	var ws []string
	all := wordsOf(text)
	for i, w := range all {
		f := foldName(w)
		if k := strings.LastIndexByte(f, '-'); k > 0 && honorifics[f[k+1:]] {
			f = f[:k] // Sato-san
		}
		f = strings.TrimSuffix(f, turkishTail(f))
		small := strings.ToLower(w) == w
		if particles[strings.ToLower(w)] && small || small && (dearArticles[f] || foreignRoles[f]) && len(all) > 1 || i == 0 && len(all) == 2 && sizes[f] && evidenceOf(foldName(all[1]))&isGiven != 0 || titleWord(w, len(all) > 1) || nameTails[f] ||
			i > 0 && len(ws) > 0 && honorifics[f] || f == "" {
			continue
		}
		if stem, ok := strings.CutSuffix(f, "s"); ok && strange(f) && onlyGiven(evidenceOf(stem)) {
			f = stem // Saschas
		}
		if base, _, ok := cutHonorific(f); ok {
			f = base // 田中さん
		}
		ws = append(ws, f)
	}
	if len(ws) == 0 {
		for _, w := range all {
			ws = append(ws, foldName(w))
		}
	}
	return slices.Clip(ws)
}

// titleWord says whether a word of a name is a title, and no given name as well unless it is written small before one.
func titleWord(w string, more bool) bool {
	t := tok{text: w, fold: foldName(w), shape: shapeOf(w)}
	return t.title() && (more && t.shape == shapeLower || accented(w) || strings.HasSuffix(w, "ª") || !lexicon.Given(t.fold))
}

// turkishTail is the case ending of a folded name, with its apostrophe, and "" where it has none.
func turkishTail(f string) string {
	if k := strings.LastIndexByte(f, '\''); k > 2 && turkishCase[f[k+1:]] {
		return f[k:]
	}
	return ""
}

// wordsOf cuts a name at spaces and full stops; hyphens and apostrophes belong to its words.
func wordsOf(text string) []string {
	text = unwrap(text)
	text = strings.ReplaceAll(text, ".-", "-") // J.-B. is one word
	return strings.FieldsFunc(text, func(c rune) bool {
		return c == ' ' || c == '.' || c == ',' || c == '\n' || c == '\t' || c == '>' || c == '・' || c == '\u00a0'
	})
}

// root is the group that stands for all that are one with g.
func (c *crowd) root(g int) int {
	for c.parent[g] != g {
		c.parent[g] = c.parent[c.parent[g]]
		g = c.parent[g]
	}
	return g
}

// join makes two groups one, unless the person said that they are two; the earlier stands for both.
func (c *crowd) join(a, b int) {
	if (c.groups[a].part > 0 || c.groups[b].part > 0) && c.why != "join.said" {
		return // what the person took from its like, no rule gives to anything
	}
	made := union{a, b, c.why}
	a, b = c.root(a), c.root(b)
	if a == b || c.keptApart(a, b) {
		return
	}
	c.made = append(c.made, made)
	if b < a {
		a, b = b, a
	}
	c.parent[b] = a
	if len(c.members[a]) < len(c.members[b]) {
		c.members[a], c.members[b] = c.members[b], c.members[a]
	}
	c.members[a], c.members[b] = append(c.members[a], c.members[b]...), nil
}

// joinSame joins groups whose mentions a rule gave an equal key. Machines of one short name and two full ones are two:
// web-1.fra.example and web-1.ams.example.
func (c *crowd) joinSame() {
	first := map[string]int{}
	namesakes := c.namesakes()
	for g := range c.groups {
		for _, m := range c.groups[g].mentions {
			s := c.mentions[m].m.same
			if s == "" || namesakes[s] {
				continue
			}
			if h, ok := first[s]; ok {
				c.join(h, g)
			} else {
				first[s] = g
			}
		}
	}
}

// joinKnown joins the forms that the person has said are one.
func (c *crowd) joinKnown(known []Known) {
	if len(known) == 0 {
		return
	}
	by := map[string][]int{}
	for g := range c.groups {
		by[c.groups[g].fold] = append(by[c.groups[g].fold], g)
	}
	for _, k := range known {
		first := -1
		for _, f := range k.Forms {
			for _, g := range by[formKey(k.Kind, f)] {
				if !related(c.groups[g].kind, k.Kind) {
					continue
				}
				if first >= 0 {
					c.join(first, g)
				} else {
					first = g
				}
			}
		}
	}
}

// related says whether forms of two kinds may be one thing to somebody who listed them.
func related(a, b Kind) bool {
	if a == b || named(a) && named(b) {
		return true
	}
	person := func(k Kind) bool { return k == Person || k == User || k == Handle || k == Email }
	return person(a) && person(b)
}

// words lists the groups of a kind, in order.
func (c *crowd) of(kinds ...Kind) []int {
	var gs []int
	for g := range c.groups {
		if slices.Contains(kinds, c.groups[g].kind) {
			gs = append(gs, g)
		}
	}
	return gs
}
