package redact

import (
	"cmp"
	"slices"
	"strings"
)

// cover makes the matches of one reading disjoint, in order: what any certain match covers is covered. Of matches
// that overlap the widest says what the whole is, except that a secret is always said to be one.
//
// What is only asked about loses the parts that a certain match covers.
func cover(r *reading, ms []match) []match {
	var certain, asked []match
	for _, m := range ms {
		if m.certain {
			certain = append(certain, m)
		} else {
			asked = append(asked, m)
		}
	}
	certain, asked = unite(certain), unite(asked)
	out := slices.Clone(certain)
	for _, m := range asked {
		i, _ := slices.BinarySearchFunc(certain, m.start, func(c match, at int) int { return cmp.Compare(c.end, at+1) })
		from := m.start
		for ; i < len(certain) && certain[i].start < m.end; i++ {
			out = remainder(r, out, m, from, certain[i].start)
			from = max(from, certain[i].end)
		}
		out = remainder(r, out, m, from, m.end)
	}
	slices.SortFunc(out, func(a, b match) int { return cmp.Compare(a.start, b.start) })
	return out
}

// remainder appends the part of an asked match from one offset to another, if there is anything in it to ask about.
func remainder(r *reading, out []match, m match, from, to int) []match {
	if from >= to {
		return out
	}
	if path := m.rule == rulePathData || m.rule == rulePathDrive; (from > m.start || to < m.end) && !path {
		text := r.text[from:to]
		trimmed := strings.TrimLeft(text, " \t\n-_.,;:'\"/()")
		from += len(text) - len(trimmed)
		trimmed = strings.TrimRight(trimmed, " \t\n-_.,;:'\"/()")
		to = from + len(trimmed)
		if len(trimmed) < 3 || !hasLetter(trimmed) {
			return out
		}
	}
	m.start, m.end = from, to
	return append(out, m)
}

// unite joins matches that overlap.
func unite(ms []match) []match {
	slices.SortStableFunc(ms, func(a, b match) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end), cmp.Compare(rank[a.kind], rank[b.kind]))
	})
	var out []match
	var best match // of the union under way
	for _, m := range ms {
		n := len(out)
		if n == 0 || m.start >= out[n-1].end {
			out = append(out, m)
			best = m
			continue
		}
		end := max(out[n-1].end, m.end)
		if wins(m, best) {
			best = m
		}
		m = best
		m.start, m.end = out[n-1].start, end
		out[n-1] = m
	}
	return out
}

// wins says whether a names a union rather than b.
func wins(a, b match) bool {
	if (a.kind == Secret) != (b.kind == Secret) {
		return a.kind == Secret
	}
	if x, y := a.end-a.start, b.end-b.start; x != y {
		return x > y
	}
	return rank[a.kind] < rank[b.kind]
}

// rank decides between matches of the same stretch.
var rank = func() map[Kind]int {
	m := map[Kind]int{}
	for i, k := range []Kind{Secret, UUID, Email, URL, CloudID, IP, MAC, Time, Host, Ticket, Commit, Repo, Channel, Handle, Account, Phone, User, Person, Date, Team, Org,
		Place, Codename, Region, Zone, Role, Other} {
		m[k] = i
	}
	return m
}()
