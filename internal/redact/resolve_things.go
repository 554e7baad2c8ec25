package redact

import (
	"maps"
	"slices"
	"strings"
)

var (
	ipName  = newPattern(`^ip-(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})(?:\.|$)`)
	podName = newPattern(`^(.+?)-(?:[a-f0-9]{8,10}-[a-z0-9]{5}|[a-z0-9]{5}-[a-z0-9]{5})$`)
	ticket  = newPattern(`(?i)\b([a-z][a-z0-9]+-\d+)\b`)
)

// joinHosts joins a short host to its full name, unless two fit, ip-10-2-3-4 to 10.2.3.4, and a pod to the workload
// that it is the only pod of.
func (c *crowd) joinHosts() {
	hosts := c.of(Host)
	full := map[string][]int{} // by first label
	addr := map[string]int{}
	for _, g := range c.of(IP) {
		addr[c.groups[g].fold] = g
	}
	pods := map[string][]int{}
	for _, g := range hosts {
		fold := c.groups[g].fold
		if label, _, ok := strings.Cut(fold, "."); ok {
			full[label] = append(full[label], g)
		}
		if m := ipName.FindStringSubmatch(fold); m != nil {
			if h, ok := addr[strings.Join(m[1:], ".")]; ok {
				c.join(h, g)
			}
		}
		if m := podName.FindStringSubmatch(fold); m != nil {
			pods[m[1]] = append(pods[m[1]], g)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(full)) {
		c.joinFullHosts(full[label])
	}
	for _, g := range hosts {
		fold := c.groups[g].fold
		if strings.Contains(fold, ".") {
			continue
		}
		switch fits := c.roots(full[fold]); len(fits) {
		case 0:
		case 1:
			c.join(fits[0], g)
		default:
			c.groups[g].doubt = true
			c.ask(g, fits, "alike.part")
		}
	}
	for _, g := range c.of(Host, Codename) {
		if ps := pods[c.groups[g].fold]; len(ps) == 1 {
			c.join(g, ps[0])
		}
	}
}

// joinFullHosts joins names of one first part of which one is the beginning of the other: kestrel-7.fra, kestrel-7.fra.example.
// Whether two that part after it are two machines is asked where the first part is a machine's own.
func (c *crowd) joinFullHosts(hosts []int) {
	for i, g := range hosts {
		var others []int
		for _, h := range hosts[:i] {
			switch a, b := c.groups[g].fold, c.groups[h].fold; {
			case strings.HasPrefix(a, b+".") || strings.HasPrefix(b, a+"."):
				c.join(h, g)
			default:
				others = append(others, h)
			}
		}
		if label, _, _ := strings.Cut(c.groups[g].fold, "."); len(hosts) <= mostAlike && machineName(label) && registered(c.groups[g].fold) != "" {
			c.ask(g, slices.DeleteFunc(c.roots(others), func(h int) bool { return h == c.root(g) }), "alike.part")
		}
	}
}

// namesakes are the keys of machines that more than one full name has.
func (c *crowd) namesakes() map[string]bool {
	full, out := map[string]string{}, map[string]bool{}
	for i := range c.mentions {
		m := &c.mentions[i]
		if m.m.kind != Host || !strings.HasPrefix(m.m.same, "host:") || !strings.Contains(m.fold, ".") {
			continue
		}
		switch f := full[m.m.same]; {
		case strings.HasPrefix(m.fold+".", f+"."), f == "":
			full[m.m.same] = m.fold
		case !strings.HasPrefix(f+".", m.fold+"."):
			out[m.m.same] = true
		}
	}
	return out
}

// joinTickets joins a link to the bare ticket that it ends in.
func (c *crowd) joinTickets() {
	tickets := map[string]int{}
	for _, g := range c.of(Ticket) {
		tickets[c.groups[g].fold] = g
	}
	if len(tickets) == 0 {
		return
	}
	for _, g := range c.of(URL) {
		tail := c.groups[g].fold
		tail, _, _ = strings.Cut(tail, "?")
		if k := strings.LastIndexByte(tail, '/'); k >= 0 {
			tail = tail[k+1:]
		}
		if m := ticket.FindString(tail); m != "" && m == tail {
			if t, ok := tickets[m]; ok {
				c.join(t, g)
			}
		}
	}
}

// joinDomains joins a bare company domain to the company: acme.io to Acme. Hosts below it stay hosts.
func (c *crowd) joinDomains() {
	orgs := map[string][]int{}
	for _, g := range c.of(Org, Codename) {
		for _, key := range []string{squash(c.groups[g].text), squash(strings.Join(c.groups[g].words, ""))} {
			orgs[key] = append(orgs[key], g)
		}
		if ws := c.groups[g].words; len(ws) > 0 {
			orgs[squash(ws[0])] = append(orgs[squash(ws[0])], g)
		}
	}
	for _, g := range c.of(Org, Codename, Person, Other) {
		if grp := &c.groups[g]; grp.kind == Org || grp.kind == Codename || !c.certain(g) {
			for _, short := range shortNames(grp.text) {
				orgs[short] = append(orgs[short], g)
			}
		}
	}
	for _, g := range c.of(Host) {
		label := registered(c.groups[g].fold)
		if c.mentions[c.groups[g].mentions[0]].m.rule == rulePackage {
			_, label, _ = strings.Cut(c.groups[g].fold, ".") // com.acme
		} else if rest, ok := strings.CutPrefix(c.groups[g].fold, "dc="); ok {
			label, _, _ = strings.Cut(rest, ",") // dc=acme,dc=local
		} else if label == "" || !strings.HasPrefix(c.groups[g].fold, label+".") {
			continue
		}
		root := -1
		for _, o := range orgs[squash(label)] {
			if root >= 0 && c.root(o) != root {
				root = -2
				break
			}
			root = c.root(o)
		}
		if root >= 0 {
			c.join(root, g)
		}
	}
}

// shortNames are the short forms that a company of several words has in its domain: its first letters, abbreviations in it
// whole (mfisd of Mesquite Flats ISD), and its first word with the first letters of the others (corribit of Corrib Institute
// of Technology). None is shorter than four letters.
func shortNames(name string) []string {
	var letters, rest strings.Builder
	first := ""
	words := strings.Fields(unwrap(name))
	for _, w := range words {
		fold := squash(w)
		if fold == "" || particles[strings.ToLower(w)] && strings.ToLower(w) == w || w == "of" || w == "for" || w == "the" {
			continue
		}
		short := fold[:1]
		if len(w) < 5 && strings.ToUpper(w) == w {
			short = fold
		}
		letters.WriteString(short)
		if first == "" {
			first = fold
		} else {
			rest.WriteString(short)
		}
	}
	if len(words) < 2 {
		return nil
	}
	return slices.DeleteFunc([]string{letters.String(), first + rest.String()}, func(s string) bool { return len(s) < 4 || s == first })
}

// joinParts joins an identifier to the one internal name or company that its parts hold (maehwa-edge to Maehwa), and a
// bare number to the one name that ends in it (20418 to EVT-20418).
func (c *crowd) joinParts() {
	byWord := map[string][]int{}
	byNumber := map[string][]int{}
	byTail := map[string][]int{}
	for g := range c.groups {
		grp := &c.groups[g]
		if (grp.kind == Org || grp.kind == Codename) && len(grp.words) > 0 && !strings.ContainsAny(grp.fold, "-_") {
			byWord[grp.words[0]] = append(byWord[grp.words[0]], c.root(g))
		}
		if k := strings.LastIndexByte(grp.fold, '-'); k > 0 && grp.kind == Host && len(grp.fold)-k > 4 && hasDigit(grp.fold[k:]) {
			byTail[grp.fold[k+1:]] = append(byTail[grp.fold[k+1:]], c.root(g)) // xk2lp of the pod metronome-7f9c8d6b5-xk2lp
		} else if k := strings.LastIndexByte(grp.fold, '.'); grp.kind == IP && k > 0 {
			byTail[grp.fold[k:]] = append(byTail[grp.fold[k:]], c.root(g))
		}
		if k := strings.LastIndexByte(grp.fold, '-'); k > 0 && (grp.kind == Ticket || grp.kind == Other) && len(grp.fold)-k > 4 {
			byNumber[grp.fold[k+1:]] = append(byNumber[grp.fold[k+1:]], c.root(g))
		}
	}
	c.joinNumbers()
	for g := range c.groups {
		grp := &c.groups[g]
		if gs := byNumber[grp.fold]; oneOf(gs) && (grp.kind == Ticket || grp.kind == Other || grp.kind == Account) {
			c.join(gs[0], g)
		}
		if gs := byTail[grp.fold]; oneOf(gs) && (grp.kind == Host || grp.kind == Other) || grp.kind == IP && oneOf(gs) && grp.fold[0] == '.' {
			c.join(gs[0], g)
		}
		if grp.kind != Org && grp.kind != Codename || !strings.ContainsAny(grp.fold, "-_") {
			continue
		}
		for _, w := range strings.FieldsFunc(grp.fold, func(r rune) bool { return r == '-' || r == '_' }) {
			if gs := byWord[w]; oneOf(gs) {
				c.join(gs[0], g)
				break
			}
		}
	}
}

// joinNumbers joins long numbers that stand alone, or after a letter or two: c-7740021 and 7740021.
func (c *crowd) joinNumbers() {
	first := map[string]int{}
	for _, g := range c.of(Ticket, Other, Account) {
		fold := c.groups[g].fold
		number := fold[len(strings.TrimRight(fold, "0123456789")):]
		if len(number) < 5 || len(fold)-len(number) > 2 {
			continue
		}
		if h, ok := first[number]; ok {
			c.join(h, g)
		} else {
			first[number] = g
		}
	}
}

// oneOf says whether a list of roots names one thing.
func oneOf(gs []int) bool {
	for _, g := range gs {
		if g != gs[0] {
			return false
		}
	}
	return len(gs) > 0
}
