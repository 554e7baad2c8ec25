package redact

import "strings"

// What one certain name of a machine says about others: liath-g19 was one, so liath-g07 is; gm-east was one, so gm-west
// is.

// kinRule is the rule that names found by their kin are said to come from.
const kinRule = "host.kin"

func init() { reasons[kinRule] = "a name like that of a machine found elsewhere" }

// A clan is what the names of machines of an account have in common.
type clan struct {
	patterns map[string]bool // names in lower case, every number as one #
	stems    map[string]bool // first parts that are no word
}

// addKin appends to what was found in each reading the names that are kin of certain machines. It takes one pass over
// what was found and one over the texts.
func addKin(scans []*scan, found [][]match) [][]match {
	c := clan{map[string]bool{}, map[string]bool{}}
	for i, ms := range found {
		for _, m := range ms {
			if m.kind == Host && m.certain && m.end-m.start <= longestEcho {
				c.learn(scans[i].low[m.start:m.end])
			}
		}
	}
	if len(c.patterns)+len(c.stems) == 0 {
		return found
	}
	for i, s := range scans {
		if ms := unmet(c.find(s), found[i]); len(ms) > 0 {
			found[i] = cover(s.reading, append(found[i], ms...))
		}
	}
	return found
}

// unmet are the matches of ms that meet no certain one of found: what a ticket is called, or a link, stays that. Both are
// in order.
func unmet(ms, found []match) []match {
	out := ms[:0]
	k := 0
	for _, m := range ms {
		for k < len(found) && found[k].end <= m.start {
			k++
		}
		met := false
		for j := k; j < len(found) && found[j].start < m.end; j++ {
			met = met || found[j].certain
		}
		if !met {
			out = append(out, m)
		}
	}
	return out
}

// learn remembers the form of a name.
func (c *clan) learn(name string) {
	name, _, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, ":")
	if len(name) < 3 || strings.ContainsAny(name, "/_ [{") {
		return
	}
	if p := numbered(name); p != name && strings.Trim(p, "#-") != "" && len(strings.Trim(p, "#")) > 1 && !plainStarts[strings.TrimRight(p, "#")] {
		c.patterns[p] = true
	}
	if first, _, ok := strings.Cut(name, "-"); ok && len(first) > 1 && !machineWords[first] && !shapeTerms[first] && !hostSides[first] && !plainStarts[first] && !technical[first] &&
		!hasDigit(first) && !ordinary(first) && !product(first) {
		c.stems[first] = true
	}
}

// numbered is a name with # in place of every number.
func numbered(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); i++ {
		if !isDigit(name[i]) {
			b.WriteByte(name[i])
		} else if i == 0 || !isDigit(name[i-1]) {
			b.WriteByte('#')
		}
	}
	return b.String()
}

// find finds kin in a text.
func (c *clan) find(s *scan) []match {
	var out []match
	digit, dash := features['0'], features['-']
	for _, w := range s.words {
		if w.has&(digit|dash) == 0 || w.end-w.start > 200 {
			continue
		}
		for i := w.start; i < w.end; {
			if !nameByte(s.text[i]) {
				i++
				continue
			}
			j := i
			for j < w.end && nameByte(s.text[j]) {
				j++
			}
			m := match{start: i, end: j, kind: Host, rule: kinRule}
			if c.kin(s, &m) {
				out = append(out, m)
			}
			i = j
		}
	}
	return out
}

// nameByte says whether a byte stands in the first part of the name of a machine, or right beside it in a longer one.
func nameByte(c byte) bool { return isWordByte(c) || c == '-' }

// kin decides about a name.
func (c *clan) kin(s *scan, m *match) bool {
	for m.end > m.start && s.text[m.end-1] == '-' {
		m.end--
	}
	t := s.low[m.start:m.end]
	b, d := s.before(m.start), s.after(m.end)
	if len(t) < 3 || len(t) > 63 || t[0] == '-' || b == '.' || b == '#' || b == '@' || b == '~' || d == '@' || d == '(' && s.text[m.end-1] > '9' || d == '.' && isWordByte(s.after(m.end+1)) {
		return false
	}
	if b == '[' && d == ']' && threadName(t) {
		return false
	}
	m.same = hostKey(t)
	if hasDigit(t) && c.patterns[numbered(t)] {
		m.certain = true
		return b != '/' && d != '/' || strings.IndexByte(t, '-') > 0
	}
	// A team's tickets begin like its machines, in capitals.
	first, rest, ok := strings.Cut(t, "-")
	if raw := s.text[m.start:m.end]; raw == strings.ToUpper(raw) && strings.Trim(rest, "0123456789") == "" {
		return false
	}
	if !ok || !c.stems[first] || b == '/' || d == '/' || strings.Contains(t, "_") || d == '=' || b == ':' {
		return false
	}
	last := rest[strings.LastIndexByte(rest, '-')+1:]
	m.certain = hasDigit(rest) || hostSides[last] || machineWords[last]
	return m.certain || !s.startsLine(m.start) && hostCued(s, m.start)
}

// hostCued says whether a word that stands before machines stands before i.
func hostCued(s *scan, i int) bool {
	_, ok := hostCues[s.wordBefore(i)]
	return ok
}
