package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// joinNames joins a name to the fuller name that it is part of, if there is exactly one: Priya to Priya Patel, Kaya to
// Murat Kaya, S. Karthikeyan to Karthikeyan. A name that is part of two stays alone and is asked about.
func (c *crowd) joinNames() {
	for _, kinds := range [][]Kind{{Person}, {Org}, {Codename}, {Team}, {Place}} {
		gs := c.of(kinds...)
		c.joinOrders(gs)
		// Longer ones first, so that Quốc Bảo has found Trần Quốc Bảo when Bảo looks for them.
		order := slices.Clone(gs)
		slices.SortStableFunc(order, func(a, b int) int { return len(c.groups[b].words) - len(c.groups[a].words) })
		names := c.nameIndex(gs, kinds[0] == Person)
		for _, g := range order {
			c.joinFuller(g, names.fuller(c.groups[g].words), kinds[0])
		}
	}
	c.joinHouses()
}

// joinHouses joins an institution called by its noun alone to the one whose name begins or ends with it: the Ministry to
// the Ministry of Memory. The person is asked, for it may be another one.
func (c *crowd) joinHouses() {
	whole := map[string][]int{}
	for _, g := range c.of(Org) {
		if ws := strings.Fields(c.groups[g].fold); len(ws) > 1 {
			for _, w := range []string{ws[0], ws[len(ws)-1]} {
				whole[w] = append(whole[w], c.root(g))
			}
		}
	}
	for _, g := range c.of(Org) {
		if w := c.groups[g].fold; institutionNouns[w] {
			if gs := unique(whole[w]); len(gs) == 1 {
				c.guess(gs[0], g, "alike.org")
			}
		}
	}
}

// joinOrders joins names of the same words in another order: Seo-yeon Park, Park Seo-yeon.
func (c *crowd) joinOrders(gs []int) {
	first := map[string]int{}
	for _, g := range gs {
		ws := slices.Clone(c.groups[g].words)
		slices.Sort(ws)
		key := strings.Join(ws, " ")
		if h, ok := first[key]; ok {
			c.join(h, g)
		} else {
			first[key] = g
		}
	}
}

func (c *crowd) joinFuller(g int, gs []int, kind Kind) {
	grp := &c.groups[g]
	if len(grp.words) == 0 {
		return
	}
	var exact, near []int // roots of what it fits
	for _, h := range gs {
		if h == g || len(c.groups[h].words) < len(grp.words) || !alike(grp.words, c.groups[h].words) {
			continue
		}
		switch fits(grp.words, c.groups[h].words, kind) {
		case 2:
			if len(c.groups[h].words) > len(grp.words) || hasInitial(grp.words) {
				exact = append(exact, c.root(h))
			}
		case 1:
			near = append(near, c.root(h))
		}
	}
	exact, near = unique(exact), unique(near)
	if len(exact) == 0 && kind == Person {
		if len(near) == 1 && c.confirmedByLogin(grp, near[0]) {
			exact = near
		} else if near = c.byFirst(grp, near); len(near) == 1 && near[0] == c.root(g) {
			// A sentence has said so.
		} else if len(near) == 1 {
			// One person most likely, and the person is asked.
			c.guess(near[0], g, "alike.short")
			grp.doubt = true
		} else if len(near) > 1 && !slices.Contains(near, c.root(g)) {
			c.ask(g, near, "alike.short")
		}
	}
	switch len(exact) {
	case 1:
		c.join(exact[0], g)
	case 0:
	default:
		// Unless a sentence has said which.
		if grp.doubt = !slices.Contains(exact, c.root(g)); grp.doubt {
			c.ask(g, exact, "alike.part")
		}
	}
}

// unique is a list in order, each of it once.
func unique(list []int) []int {
	slices.Sort(list)
	return slices.Compact(list)
}

// hyphenInitials says whether initials joined by a hyphen are those of a hyphenated word: J.-B. of Jean-Baptiste.
func hyphenInitials(initials, word string) bool {
	if !strings.Contains(initials, "-") || !strings.Contains(word, "-") {
		return false
	}
	parts := strings.Split(word, "-")
	given := strings.Split(initials, "-")
	if len(parts) < 2 || len(parts) != len(given) {
		return false
	}
	for i := range parts {
		if utf8.RuneCountInString(given[i]) != 1 || !strings.HasPrefix(parts[i], given[i]) {
			return false
		}
	}
	return true
}

// byFirst keeps, of several that a short form may be of, those whose first word it is short for: Wale is Olawale Bankole
// rather than Grace Adebowale.
func (c *crowd) byFirst(grp *formGroup, near []int) []int {
	if len(near) < 2 || len(grp.words) != 1 {
		return near
	}
	return slices.DeleteFunc(near, func(root int) bool {
		return !slices.ContainsFunc(c.members[root], func(g int) bool {
			h := &c.groups[g]
			return h.kind == Person && len(h.words) > 1 && shortForm(grp.words[0], h.words[0])
		})
	})
}

// fits says how the words of a name fit into a fuller one: 2 each word is one of it, or the initial of one; 1 a short
// form of one (Karthik, Karthikeyan); 0 not at all.
func fits(short, full []string, kind Kind) int {
	var few [8]bool
	used := few[:]
	if len(full) > len(few) {
		used = make([]bool, len(full))
	}
	result := 2
	odd := false
	for _, w := range short {
		found := false
		for pass := 0; pass < 3 && !found; pass++ {
			for i, f := range full {
				if used[i] {
					continue
				}
				ok := false
				switch pass {
				case 0:
					ok = sameWord(w, f)
				case 1:
					ok = kind == Person && (len(short) > 1 && initialOf(w, f) || hyphenInitials(f, w))
				case 2:
					ok = kind == Person && (shortForm(w, f) || firstOfTwo(f) == w && len(w) > 2)
					if ok {
						result = 1
					}
				}
				if ok {
					used[i], found = true, true
					odd = odd || kind == Person || pass != 1 && evidenceOf(w)&isWord == 0
					break
				}
			}
		}
		if !found {
			return 0
		}
	}
	if !odd && kind != Codename {
		return 0 // Bank alone is not Sahyadri Bank
	}
	return result
}

// sameWord compares folded words.
func sameWord(a, b string) bool { return a == b }

// hyphens gives a name that stands with a hyphen and without one the same words: Seo-yeon is Seoyeon.
func (c *crowd) hyphens() {
	with := map[string]string{}
	people := c.of(Person)
	for _, g := range people {
		for _, w := range c.groups[g].words {
			if strings.Contains(w, "-") {
				with[unhyphened(w)] = w
			}
		}
	}
	if len(with) == 0 {
		return
	}
	for _, g := range people {
		ws := slices.Clone(c.groups[g].words)
		for i, w := range ws {
			if h := with[unhyphened(w)]; h != "" {
				ws[i] = h
			}
		}
		c.groups[g].words = ws
	}
}

// unhyphened is a word of a name without its hyphens.
func unhyphened(w string) string { return strings.ReplaceAll(w, "-", "") }

func initialOf(w, f string) bool {
	return utf8.RuneCountInString(w) == 1 && strings.HasPrefix(f, w) ||
		utf8.RuneCountInString(f) == 1 && strings.HasPrefix(w, f)
}

func hasInitial(ws []string) bool {
	return slices.ContainsFunc(ws, func(w string) bool { return utf8.RuneCountInString(w) == 1 })
}

// shortForm says whether a is the beginning or the end of the longer b, and not only another spelling of it:
// Karthik of Karthikeyan and Wale of Olawale, but not Sara of Sarah.
func shortForm(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= 4 && len(b)-len(a) >= 2 && (strings.HasPrefix(b, a) || strings.HasSuffix(b, a))
}

// firstOfTwo is the first part of a name with a hyphen, "" of another: Kai of Kai-Uwe.
func firstOfTwo(w string) string {
	first, _, _ := strings.Cut(w, "-")
	if len(first) == len(w) {
		return ""
	}
	return first
}

// confirmedByLogin says whether a short form and the fuller name it resembles share a login, or resemble each other so
// far that no other reading is likely.
func (c *crowd) confirmedByLogin(grp *formGroup, h int) bool {
	logins := c.loginIndex()
	if len(grp.words) > 1 {
		for _, login := range loginForms(grp.words) {
			if logins.all[login] && c.fitsRoot(login, h) {
				return true
			}
		}
	}
	for _, w := range grp.words {
		// skarthik is S. Karthikeyan's and Karthik's.
		for _, login := range logins.without[w] {
			if c.fitsInitial(login, w, h) {
				return true
			}
		}
	}
	for _, w := range grp.words {
		for _, f := range c.rootWords(h) {
			if len(w) >= 6 && strings.HasPrefix(f, w) || len(f) >= 6 && strings.HasPrefix(w, f) {
				return true
			}
		}
	}
	return false
}

func (c *crowd) fitsInitial(login, w string, h int) bool {
	for _, f := range c.rootWords(h) {
		if f != w && strings.HasPrefix(f, login[:1]) && !strings.HasPrefix(f, w) {
			return true
		}
	}
	return false
}

func (c *crowd) fitsRoot(login string, h int) bool {
	for _, g := range c.members[c.root(h)] {
		if c.groups[g].kind == Person && loginFits(login, c.groups[g].words) {
			return true
		}
	}
	return false
}

func (c *crowd) rootWords(h int) []string {
	var ws []string
	for _, g := range c.members[c.root(h)] {
		if c.groups[g].kind == Person {
			ws = append(ws, c.groups[g].words...)
		}
	}
	return ws
}

// joinWords joins one word found as different kinds, such as Zugvogel in a path and in a sentence. Two that are both
// certain stay apart: Chase the bank and Chase from networking.
func (c *crowd) joinWords() {
	first := map[string][]int{}
	house := map[string]int{}
	for _, g := range c.of(Codename, Org) {
		house[c.groups[g].fold] = g
	}
	for _, g := range c.of(CloudID, Account) {
		// The bucket, project or tenant that has the name of the company.
		if h, ok := house[c.groups[g].fold]; ok {
			c.join(h, g)
		}
	}
	for _, g := range c.of(Host, Repo, User, Handle, Account, Ticket) {
		// Of these only what is asked about: a login that is the name of a machine as well is another thing. An internal
		// name is that of its machine.
		if _, ok := house[c.groups[g].fold]; !c.certain(g) || ok && c.groups[g].kind == Host {
			first[c.groups[g].fold] = append(first[c.groups[g].fold], g)
		}
	}
	for _, g := range c.of(Codename, Org, Team, Place, Person, Other) {
		first[c.groups[g].fold] = append(first[c.groups[g].fold], g)
	}
	for _, g := range c.of(Codename, Org, Team, Place, Person, Other, Host, Repo, User, Handle, Account, Ticket) {
		gs := first[c.groups[g].fold]
		if len(gs) < 2 || gs[0] != g {
			continue
		}
		best := -1
		sure := 0
		for _, h := range gs {
			if c.certain(h) {
				sure++
				if best < 0 {
					best = h
				}
			}
		}
		if best < 0 {
			best = gs[0]
		}
		for _, h := range gs {
			if h != best && (!c.certain(h) || sure > 1 && c.groups[h].kind != Person && c.groups[best].kind != Person) {
				c.join(best, h)
			}
		}
	}
}

func (c *crowd) certain(g int) bool {
	for _, m := range c.groups[g].mentions {
		if c.mentions[m].certain {
			return true
		}
	}
	return false
}
