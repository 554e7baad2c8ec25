package redact

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strconv"
	"strings"
)

// build turns groups into entities and mentions into findings.
func (c *crowd) build(sources []Source, known []Known) ([]Finding, []Entity, []Alike) {
	groupOf := make([]int, len(c.mentions))
	for g := range c.groups {
		for _, m := range c.groups[g].mentions {
			groupOf[m] = g
		}
	}
	var (
		entities []Entity
		at       = map[int]int{} // by root
		used     = map[EntityID]bool{}
		seen     = map[string]bool{}
		ranks    []int
		written  []map[Kind][]string // forms of each entity by the kind they were found as
	)
	joins := c.joins()
	members := map[int][]int{}
	for g := range c.groups {
		members[c.root(g)] = append(members[c.root(g)], g)
	}
	findings := make([]Finding, 0, len(c.mentions))
	for i := range c.mentions {
		m := &c.mentions[i]
		root := c.root(groupOf[i])
		e, ok := at[root]
		if !ok {
			e = len(entities)
			at[root] = e
			ent := c.entity(members[root], known)
			ent.Joins = joins[root]
			for n := 2; used[ent.ID]; n++ {
				ent.ID = entityID(ent.Kind, ent.Name+"#"+strconv.Itoa(n))
			}
			used[ent.ID] = true
			entities = append(entities, ent)
			ranks = append(ranks, 0)
			written = append(written, map[Kind][]string{})
		}
		certain := m.certain && !c.groups[groupOf[i]].doubt
		span := c.rs[m.r].span(m.m.start, m.m.end)
		ent := &entities[e]
		findings = append(findings, Finding{Span: span, Kind: m.m.kind, Certain: certain, Rule: m.m.rule, Entity: ent.ID, part: m.part})
		ent.Spans = append(ent.Spans, span)
		form := strings.Join(strings.Fields(unwrap(m.text)), " ")
		if key := string(ent.ID) + "\x00" + form; !seen[key] {
			seen[key] = true
			ent.Forms = append(ent.Forms, form)
			written[e][m.m.kind] = append(written[e][m.m.kind], form)
		}
		rank := 1
		if certain {
			rank = 2
		}
		if rank > ranks[e] {
			ranks[e], ent.Rule, ent.Certain = rank, m.m.rule, certain
		}
	}
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start))
	})
	for i := range entities {
		slices.SortStableFunc(entities[i].Spans, func(a, b Span) int {
			return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Start, b.Start))
		})
		entities[i].Derived = derived(&entities[i], written[i])
	}
	return findings, entities, c.alikes(func(g int) EntityID { return entities[at[c.root(g)]].ID })
}

// entity is the thing that groups stand for, without its places.
func (c *crowd) entity(groups []int, known []Known) Entity {
	best := groups[0]
	for _, g := range groups[1:] {
		if better(c, g, best) {
			best = g
		}
	}
	grp := &c.groups[best]
	e := Entity{Kind: grp.kind, Name: strings.Join(strings.Fields(unwrap(grp.text)), " ")}
	switch {
	case e.Kind == Secret:
		e.Name = "secret"
		e.ID = entityID(e.Kind, grp.text)
	case grp.part > 0:
		e.ID = entityID(e.Kind, grp.fold+"#part"+strconv.Itoa(grp.part))
	default:
		e.ID = entityID(e.Kind, grp.fold)
	}
	for _, g := range groups {
		if p := c.groups[g].part; p > 0 {
			if e.parts == nil {
				e.parts = map[string]int{}
			}
			e.parts[Key(e.Kind, strings.Join(strings.Fields(unwrap(c.groups[g].text)), " "))] = p
		}
	}
	for _, k := range known {
		if !k.Author {
			continue
		}
		for _, f := range k.Forms {
			for _, g := range groups {
				e.Author = e.Author || c.groups[g].fold == formKey(c.groups[g].kind, f) && related(c.groups[g].kind, k.Kind)
			}
		}
	}
	return e
}

// better says whether group g names its entity better than h: a person before a login, a certain one before a question,
// more words before fewer, and then the longer.
func better(c *crowd, g, h int) bool {
	a, b := &c.groups[g], &c.groups[h]
	if d := kindRank(a.kind) - kindRank(b.kind); d != 0 {
		return d > 0
	}
	if ca, cb := c.certain(g), c.certain(h); ca != cb {
		return ca
	}
	if d := len(a.words) - len(b.words); d != 0 {
		return d > 0
	}
	return len(a.text) > len(b.text)
}

func kindRank(k Kind) int {
	switch k {
	case Person:
		return 9
	case Org:
		return 8
	case Ticket:
		return 7
	case Email:
		return 3
	case Handle:
		return 4
	case URL:
		return 1
	}
	return 5
}

// entityID is the name of an entity within a journal: stable, short, and saying nothing to who does not have the text.
func entityID(kind Kind, canonical string) EntityID {
	sum := sha256.Sum256([]byte(string(kind) + "\x00" + foldName(canonical)))
	if kind == Secret {
		sum = sha256.Sum256([]byte(string(kind) + "\x00" + canonical))
	}
	return EntityID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5])))
}

// derived are the forms of an entity that nobody has written but that would give it away. What is joined to a thing of
// another kind, such as a domain to its company, still gives itself away as what it is.
func derived(e *Entity, written map[Kind][]string) []string {
	var out []string
	known := func(s string) { // to be in no list
		if !slices.Contains(out, s) && !slices.ContainsFunc(e.Forms, func(f string) bool { return strings.EqualFold(f, s) }) {
			out = append(out, s)
		}
	}
	add := func(s string) {
		if len(s) > 3 && strange(s) {
			known(s)
		}
	}
	of := func(kind Kind, f string) {
		switch kind {
		case Person:
			if strings.ContainsAny(f, "@/\\") {
				local, _, _ := strings.Cut(strings.Trim(f, "@<>~/\\"), "@")
				add(strings.ToLower(local))
				return
			}
			for _, l := range strangeLogins(f) {
				known(l)
			}
			for _, w := range wordsOf(f) {
				ev := evidenceOf(foldName(w))
				if len([]rune(w)) > 2 && w != f && !titles[foldName(w)] && !particles[w] && (ev.name() || ev == 0) &&
					!slices.Contains(out, w) && !slices.Contains(e.Forms, w) {
					out = append(out, w)
				}
			}
		case Host:
			if label, _, ok := strings.Cut(f, "."); ok && strings.ContainsAny(label, "-0123456789") {
				add(strings.ToLower(label))
			}
		case Org:
			var odd []string
			for _, w := range nameWords(f) {
				if strange(w) && !orgSuffixes[w] && !orgNouns[w] && !orgHeads[w] {
					add(w)
				}
				if !orgSuffixes[w] {
					odd = append(odd, squash(w))
				}
			}
			add(strings.Join(odd, ""))
			add(squash(umlauts.Replace(f)))
		case Codename:
			for _, w := range nameWords(f) {
				add(w)
			}
		}
	}
	for _, f := range e.Forms {
		of(e.Kind, f)
	}
	for _, kind := range Kinds {
		if kind == e.Kind {
			continue
		}
		for _, f := range written[kind] {
			of(kind, f)
		}
	}
	return out
}
