package redact

import (
	"strings"
)

// installed is where programs of one's own are put: the folder's name is theirs.
var installed = newPattern(`(?:^|[\s("'=:` + "`" + `])/(opt|srv|apps?|data|var/(?:lib|log|opt|run|spool)|etc|run|usr/(?:local/)?(?:share|lib)|mnt)/([\p{L}][\p{L}\p{M}]{3,})(?:[/_.-]|\b)`)

// paths claims the unknown word after /opt and the like: certain if it also stands elsewhere, otherwise asked about.
func (d *nameDoc) paths() {
	waiting := map[string]bool{}
	for _, c := range d.pending {
		if c.j-c.i == 1 {
			waiting[d.at(c.r, c.i).fold] = true
		}
	}
	for r := range d.rs {
		for _, m := range installed.FindAllStringSubmatchIndex(d.rs[r].text, -1) {
			root := d.rs[r].text[m[2]:m[3]]
			own := root == "opt" || root == "srv" || strings.HasPrefix(root, "app") // elsewhere lie packages of others as well
			m = m[2:]
			word := d.rs[r].text[m[2]:m[3]]
			fold := foldName(word)
			if ev := evidenceOf(fold); ev&^(isGiven|isFamily|isForeign|isAmbiguous|isPlace|isGermanToo) != 0 || genericLogins[fold] || publicHosts[fold] || d.noun[fold] > 0 {
				continue
			}
			i, j := d.within(r, m[2], m[3])
			if i+1 != j || !d.free(r, i) {
				continue
			}
			elsewhere := own && strange(fold) && (d.small[fold] > 0 || d.mid[fold] > 0 || waiting[fold])
			if strings.ContainsAny(d.at(r, i).text, "_-") {
				d.claimSpan(r, m[2], m[3], Codename, elsewhere, ruleSeed)
			} else {
				d.claim(r, i, j, Codename, elsewhere, ruleSeed)
			}
		}
	}
}
