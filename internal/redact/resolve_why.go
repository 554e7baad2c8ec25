package redact

// A Join says that two names are one thing, and why.
type Join struct {
	Names [2]string // as written
	Rule  string    // the reason's id; Reason puts it into words
}

// The reasons for a join.
func init() {
	for id, words := range map[string]string{
		"join.said":      "you said that they are one",
		"join.same":      "they hold the same identifier",
		"join.known":     "you listed or hid both as names of one",
		"join.statement": "the text says that they are one",
		"join.part":      "one is a part of the other, and of no other name here",
		"join.case":      "the same name in another case of its language",
		"join.familiar":  "a familiar form, or the first letters, of exactly one name here",
		"join.login":     "a login made of that name, or the same login",
		"join.host":      "the short name, address or pod of exactly one machine here",
		"join.ticket":    "the link ends in that ticket",
		"join.domain":    "the domain has the name of that company",
		"join.word":      "the same word elsewhere",
		"join.within":    "the one holds the name or number of the other",
	} {
		reasons[id] = words
	}
}

// A union is two groups that were made one, and why.
type union struct {
	a, b int
	why  string
}

// joins tells of each root what made its groups one, in the order in which it did.
func (c *crowd) joins() map[int][]Join {
	out := map[int][]Join{}
	for _, j := range c.made {
		name := func(g int) string { return unwrap(c.groups[g].text) }
		if c.groups[j.a].kind == Secret || c.groups[j.b].kind == Secret {
			continue // a secret is nobody's to read
		}
		root := c.root(j.a)
		out[root] = append(out[root], Join{Names: [2]string{name(j.a), name(j.b)}, Rule: j.why})
	}
	return out
}
