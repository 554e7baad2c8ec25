package redact

import (
	"strings"
)

// Family^Given of a medical record.
var caret = newPattern(`\b([\p{Lu}][\p{Lu}\p{M}'-]+)\^([\p{Lu}][\p{Lu}\p{M}'-]+)(?:\^[\p{Lu}]+)*`)

// notInitials are abbreviations of that form.
var notInitials = nameSet("u.s. u.k. e.u. u.n. p.s. d.c. a.m. p.m. u.s.a. n.b. q.a. i.d. n.a. r.i.p. b.v. n.v. s.a. s.l.")

// records finds names in forms of their own: records with carets, and bareInitials, which are asked about.
func (d *nameDoc) records() {
	for r := range d.rs {
		text := d.rs[r].text
		if strings.Contains(text, "^") {
			for _, m := range caret.FindAllStringSubmatchIndex(text, -1) {
				listed := evidenceOf(foldName(text[m[2]:m[3]])).name() || evidenceOf(foldName(text[m[4]:m[5]])).name()
				d.claimSpan(r, m[0], m[1], Person, listed, ruleFull)
			}
		}
		for i := 0; i+1 < len(d.toks[r]); i++ {
			j := i + 1
			for d.at(r, j-1).initial() && d.at(r, j).initial() && (d.gap(r, j) == "." || d.gap(r, j) == ".-") {
				j++
			}
			end := d.at(r, j-1).end
			if j == i+1 || !strings.HasPrefix(text[end:], ".") || !d.free(r, i) || d.at(r, i).part != prose {
				continue
			}
			// Before a name they are its initials, which the runs know.
			if d.gap(r, j) == ". " && d.at(r, j).capital() && !d.ordinary(d.at(r, j)) || notInitials[strings.ToLower(text[d.at(r, i).start:end+1])] {
				continue
			}
			d.claimSpan(r, d.at(r, i).start, end+1, Person, false, ruleMaybe)
			i = j
		}
	}
}
