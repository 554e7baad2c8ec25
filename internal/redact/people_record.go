package redact

import (
	"regexp"
	"strings"
)

var (
	// Family^Given of a medical record.
	caret = regexp.MustCompile(`\b([\p{Lu}][\p{Lu}\p{M}'-]+)\^([\p{Lu}][\p{Lu}\p{M}'-]+)(?:\^[\p{Lu}]+)*`)
	// Initials alone: H.M. should get paid for it.
	bareInitials = regexp.MustCompile(`(?:^|[\s("])(\p{Lu}\.-?(?:\p{Lu}\.)+)`)
)

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
		for _, m := range bareInitials.FindAllStringSubmatchIndex(text, -1) {
			if !notInitials[strings.ToLower(text[m[2]:m[3]])] && d.rs[r].partAt(m[2]) == prose {
				d.claimSpan(r, m[2], m[3], Person, false, ruleMaybe)
			}
		}
	}
}
