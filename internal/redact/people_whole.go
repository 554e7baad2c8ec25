package redact

import (
	"slices"
	"strings"
)

// mostNames is how many words the name of a person in small letters has at most.
const mostNames = 4

// wholeNames makes one of the parts of a name in small letters that were found apart, with a space between: maricel and
// dimasupil, kumasi and adum. Two given names in a row may be two people, and more than a few words are no name.
func (r *reading) wholeNames(ms []match) []match {
	if !slices.ContainsFunc(ms, func(m match) bool { return m.kind == Person || m.kind == Place }) {
		return ms
	}
	ms = r.ownNames(ms)
	s, _ := r.forms()
	out := ms[:0:0]
	for i := 0; i < len(ms); {
		j, words, listed, sure := i, 0, 0, false
		for ; j < len(ms) && (ms[j].kind == Person || ms[j].kind == Place) && ms[j].kind == ms[i].kind && r.text[ms[j].start:ms[j].end] == s.low[ms[j].start:ms[j].end] && (j == i || ms[j].start == ms[j-1].end+1 && r.text[ms[j-1].end] == ' '); j++ {
			text := s.low[ms[j].start:ms[j].end]
			words += 1 + strings.Count(text, " ")
			sure = sure || ms[j].certain
			if onlyGiven(evidenceOf(foldName(text))) && ms[j].certain {
				listed++
			}
		}
		if j-i < 2 || words > mostNames || listed > 1 || s.strangers(match{start: ms[i].start, end: ms[j-1].end}) > 0 {
			out = append(out, ms[i:max(j, i+1)]...)
			i = max(j, i+1)
			continue
		}
		m := ms[i]
		for _, o := range ms[i:j] {
			if o.certain && !m.certain {
				m.rule = o.rule
			}
		}
		m.end, m.certain, m.same = ms[j-1].end, sure, ""
		out = append(out, m)
		i = j
	}
	return out
}

// ownNames makes a person's of the first name of a full one that is a login or a machine as well: Litia Waqanivalu, beside
// litia@suv-noc-1.
func (r *reading) ownNames(ms []match) []match {
	out := ms[:0:0]
	for i := 0; i < len(ms); i++ {
		m := ms[i]
		if n := i + 1; n < len(ms) && (m.kind == User || m.kind == Host) && ms[n].kind == Person && ms[n].start == m.end+1 && r.text[m.end] == ' ' {
			first, rest := tok{text: r.text[m.start:m.end]}, tok{text: r.text[ms[n].start:ms[n].end]}
			if first.shape, rest.shape = shapeOf(first.text), shapeOf(strings.Fields(rest.text)[0]); first.shape == shapeTitle && rest.shape == shapeTitle {
				m.kind, m.rule, m.end, m.certain, m.same = Person, ms[n].rule, ms[n].end, m.certain || ms[n].certain, ""
				i = n
			}
		}
		out = append(out, m)
	}
	return out
}
