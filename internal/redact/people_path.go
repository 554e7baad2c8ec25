package redact

import (
	"strings"
)

// installed is where programs of one's own are put: the folder's name is theirs.
var installed = newPattern(`(?:^|[\s("'=:` + "`" + `])(/(?:opt|srv|apps?|data|var/(?:lib|log|opt|run|spool)|etc|run|usr/(?:local/)?(?:share|lib)|mnt)/|[A-Za-z]:\\)([\p{L}][\p{L}\p{M}]{3,})(?:[/_.-]|\b)`)

// usualFolders are words that programs of others call their folders.
var usualFolders = nameSet(`program windows programme programs inetpub recycle perflogs data bin lib libs logs tmp temp cache backup backups html mail spool config conf configs scripts tools releases current shared local share messages
	secure auth audit journal kernel daemon private containers images volumes plugins modules overlay storage agent node nodes cloud cron news games crash snap snapshots apt pods
	metrics archive archives export exports import imports upload uploads download downloads public static media assets state system systems home users common java python ruby
	shares projects project work works workspace sandbox test tests repos files file docs users build builds dist package packages app apps web access error errors debug events
	monitoring security network networking samples examples reports report schedule scheduled queues samba firewall installer boot dump dumps replay audio video printer printers`)

// mayInstall says whether a text has the beginning of such a folder, for speed.
func mayInstall(text string) bool {
	for _, root := range []string{"/opt/", "/srv/", "/app", "/data/", "/var/", "/etc/", "/run/", "/usr/", "/mnt/", `:\`} {
		if strings.Contains(text, root) {
			return true
		}
	}
	return false
}

// paths claims the unknown word after /opt and the like: certain if it also stands elsewhere, otherwise asked about.
func (d *nameDoc) paths() {
	for r := range d.rs {
		if !mayInstall(d.rs[r].text) {
			continue
		}
		for _, m := range installed.FindAllStringSubmatchIndex(d.rs[r].text, -1) {
			root := strings.Trim(d.rs[r].text[m[2]:m[3]], `/:\`)
			own := root == "opt" || root == "srv" || strings.HasPrefix(root, "app") || len(root) == 1 // elsewhere lie packages of others as well
			m = m[2:]
			word := d.rs[r].text[m[2]:m[3]]
			fold := foldName(word)
			ev := evidenceOf(fold)
			if ev&^(isGiven|isFamily|isForeign|isAmbiguous|isPlace|isGermanToo|isWord) != 0 || genericLogins[fold] || publicHosts[fold] ||
				ev&isWord != 0 && (usualFolders[fold] || thingNouns[fold] || siteNouns[fold] || teamNouns[fold] || closedClass[fold] || verbForm(fold) || root == "etc" || root == "run" || strings.HasPrefix(root, "usr") || root == "mnt" || root == "data") ||
				d.noun(fold, 1) && ev&isWord == 0 {
				continue
			}
			i, j := d.within(r, m[2], m[3])
			if i+1 != j || !d.free(r, i) {
				continue
			}
			elsewhere := own && strange(fold) && (d.small(fold, 1) || d.mid(fold, 1) || d.account.waiting.Ask(d.notes, fold))
			if strings.ContainsAny(d.at(r, i).text, "_-") {
				d.claimSpan(r, m[2], m[3], Codename, elsewhere, ruleSeed)
			} else {
				d.claim(r, i, j, Codename, elsewhere, ruleSeed)
			}
		}
	}
}
