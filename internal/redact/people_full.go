package redact

import (
	"strings"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// full finds the full names that runs of capitals miss, because a word of them is an ordinary one elsewhere or has no
// capital at all: My Lindholm, Sunday Etim, saima qureshi.
func (d *nameDoc) full() {
	for r := range d.toks {
		for i := range d.toks[r] {
			if t := d.at(r, i); t.part == prose && !t.possessive && d.gap(r, i+1) == " " && d.free(r, i+1) && d.open(r, i) {
				d.oddFirst(r, i)
				d.smallFull(r, i)
			}
		}
	}
}

// open says whether token i may begin a name, though a rule of dates may have taken it: Sunday.
func (d *nameDoc) open(r, i int) bool {
	t := d.at(r, i)
	return d.free(r, i) || t.taken && d.owner[r][i] == 0 && t.ev&(isMonth|isWeekday) != 0
}

// oddFirst claims or asks about a family name with an ordinary word before it that has a capital for no other reason.
func (d *nameDoc) oddFirst(r, i int) {
	t, n := d.at(r, i), d.at(r, i+1)
	if !t.capital() || !n.capital() || t.ev&isAcronym != 0 || t.ev&(isWord|isProduct|isForeign|isMonth|isWeekday) == 0 {
		return
	}
	given := lexicon.Given(t.fold)
	if (t.german || closedClass[t.fold] || determiners[t.fold] || t.ev&isProduct != 0) && !given || toldVerbs[t.fold] ||
		greeting(t.fold) || orgHeads[t.fold] || teamNouns[t.fold] || clientWords[t.fold] || roleNouns[t.fold] {
		return
	}
	family := n.plainName() && n.ev&isFamily != 0 && (given || n.ev&isGiven == 0)
	if p := d.at(r, i-1); t.ev&(isMonth|isWeekday) != 0 && d.joined(r, i) && beforeDays[p.fold] || !family || orgSuffixes[d.at(r, i+2).fold] && d.gap(r, i+2) == " " {
		return
	}
	j := i + 2
	for d.gap(r, j) == " " && d.free(r, j) && d.at(r, j).capital() && d.at(r, j).plainName() && !d.at(r, j-1).possessive {
		j++
	}
	key := t.fold + " " + n.fold
	day := t.ev&(isMonth|isWeekday) != 0
	if p := d.at(r, i-1); day && given && n.ev&isGiven != 0 && d.joined(r, i) && p.shape == shapeLower && !beforeDays[p.fold] && !determiners[p.fold] && !d.setOff(r, i, j) {
		d.ask(r, i, j, Person, ruleFull) // for Sunday Adewale
		return
	}
	switch {
	case day && !given && d.before(r, i, j) < medium && !d.account.pairs.Ask(d.notes, key): // Monday Kowalczyk rang
	case d.account.pairs.Ask(d.notes, key):
		d.claim(r, i, j, Person, true, ruleFull)
	case given && (!t.first || day || d.personCue(r, i, j) >= medium):
		d.account.pairs.Tell(d.notes, key, true)
		d.claim(r, i, j, Person, true, ruleFull)
	case !t.first && titles[t.fold], t.first:
	case d.midSentence(r, i) && d.mid(t.fold, 1) && !d.mid(t.fold, 2) || !d.small(t.fold, 1):
		d.ask(r, i, i+1, Person, ruleMaybe)
	}
}

// setOff says whether [i, j) stands where the name of somebody does and a day hardly ever: in brackets, or before the
// colon of what they said. (Sunday Okorie), Sunday Etim: settlement is short
func (d *nameDoc) setOff(r, i, j int) bool {
	return strings.HasSuffix(d.gap(r, i), "(") || strings.HasPrefix(d.gap(r, j), ":") || strings.HasPrefix(d.gap(r, j), ")")
}

// beforeDays stand before a weekday or month that is one.
var beforeDays = nameSet("on in last next this until till since by every each before after of from late early")

// partsOfDays stand after a weekday that is one.
var partsOfDays = nameSet("morning noon afternoon evening night midnight nights mornings evenings shift release deploy deployment maintenance window")

// smallFull claims a full name in small letters: a listed given name and a listed family name. Of another word that no
// list knows it asks.
func (d *nameDoc) smallFull(r, i int) {
	t, n := d.at(r, i), d.at(r, i+1)
	if t.shape != shapeLower || n.shape != shapeLower || len(t.text) < 3 {
		return
	}
	p := d.at(r, i-1)
	family := n.plainName() && n.ev&isFamily != 0 && len(n.text) > 3 && (n.ev&isForeign == 0 || !n.foreign)
	switch {
	case family && t.ev&isGiven != 0 && t.ev&isAmbiguous != 0 && d.before(r, i, i+2) >= strong:
		d.claim(r, i, i+2, Person, true, ruleFull) // called sunday ekpo
		return
	case family && t.ev&isGiven != 0 && t.ev&isAmbiguous != 0 && n.ev&(isWord|isForeign|isAmbiguous) == 0 && !determiners[p.fold] && !modal[t.fold]:
		d.claim(r, i, i+2, Person, d.after(r, i+2) >= strong || n.ev&isGiven == 0 && strings.Contains(n.text, "-"), ruleFull) // grant okafor-lindley, the dba
		return
	case family && n.ev&isGiven == 0 && t.ev == 0 && !t.foreign && !t.german && !determiners[p.fold] && !stateWords[t.fold] && t.part == prose && strange(t.fold) && !inflected(t.fold):
		d.ask(r, i, i+2, Person, ruleFull) // bola adeyemi-cole
		return
	}
	if !t.plainName() || t.ev&isGiven == 0 || t.ev&isForeign != 0 {
		return
	}
	switch {
	case n.plainName() && n.ev&isFamily != 0 && n.ev&isForeign == 0 && len(n.text) > 2:
		is := strings.HasSuffix(p.fold, "'s") || p.fold == "is" || p.fold == "am" || p.fold == "was" || p.fold == "on" || p.fold == "i'm" || p.possessive
		if d.account.people.Ask(d.notes, t.fold) || d.personCue(r, i, i+2) >= weak || is && d.joined(r, i) || d.gap(r, i) == " (" || d.verbAfter(r, i+2) >= weak ||
			d.gap(r, i+2) == " " && d.at(r, i+2).fold == "is" {
			d.claim(r, i, i+2, Person, true, ruleFull)
		} else {
			d.ask(r, i, i+2, Person, ruleFull)
			d.ask(r, i+1, i+2, Person, ruleFull)
		}
	case !t.foreign && !t.german && len(n.text) > 3 && d.unknownWord(r, i+1) && d.personCue(r, i, i+1) < strong:
		d.ask(r, i+1, i+2, Person, ruleNet)
	}
}

// bareFirst asks about the first word of such a name where it stands alone: My took the line.
func (d *nameDoc) bareFirst() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			day := t.ev&(isMonth|isWeekday) != 0
			if !t.capital() && !(t.shape == shapeLower && d.account.smalls.Ask(d.notes, t.fold) && d.open(r, i)) || !d.account.firsts.Ask(d.notes, t.fold) || !d.free(r, i) && !d.open(r, i) || t.part != prose || d.gap(r, i+1) == " " && d.at(r, i+1).capital() {
				continue
			}
			if day && (d.dated(r, i) || d.joined(r, i) && beforeDays[d.at(r, i-1).fold] || d.gap(r, i+1) == " " && partsOfDays[d.at(r, i+1).fold]) {
				continue
			}
			if day && t.capital() {
				d.claim(r, i, i+1, Person, true, ruleMaybe) // Sunday dropped it, beside Sunday Okorie
			} else if t.shape == shapeLower || !t.first && !t.foreign || d.after(r, i+1) >= medium || d.before(r, i, i+1) >= medium {
				d.claim(r, i, i+1, Person, t.shape == shapeLower && d.personCue(r, i, i+1) >= medium, ruleMaybe)
			}
		}
	}
}

// initials finds who is named by first letters only: H.M. beside Hinemoa Marsh, sq beside Saima Qureshi.
func (d *nameDoc) initials() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape != shapeLower && t.shape != shapeUpper || len(t.text) < 2 || len(t.text) > 4 || !d.account.initials.AtLeast(d.notes, t.fold, 1) && !d.account.bare.Ask(d.notes, t.fold) || !d.free(r, i) || t.part != prose {
				continue
			}
			if d.joined(r, i) && determiners[d.at(r, i-1).fold] || roleNouns[t.fold] {
				continue // the PM said
			}
			switch {
			case t.ev&(isWord|isProduct|isAcronym|isForeign) != 0:
			case d.personCue(r, i, i+1) >= strong:
				d.claim(r, i, i+1, Person, d.initialsOfOne(t.fold), ruleCue)
			case t.shape == shapeUpper && !stateWords[t.fold]:
				d.claim(r, i, i+1, Person, false, ruleMaybe) // JKA again
			}
		}
	}
	// H.M. was asked about by its form.
	for r := range d.found {
		for k := range d.found[r] {
			m := d.found[r][k]
			text := d.rs[r].text[m.start:m.end]
			if m.kind == Person && !m.certain && len(text) <= 9 && strings.HasSuffix(text, ".") && d.initialsOfOne(strings.ReplaceAll(foldName(text), ".", "")) {
				d.write()
				d.found[r][k].certain = true
			}
		}
	}
}

// initialsOfOne says whether exactly one certain name has these first letters.
func (d *nameDoc) initialsOfOne(letters string) bool {
	return d.account.initials.AtLeast(d.notes, letters, 1) && !d.account.initials.AtLeast(d.notes, letters, 2)
}

// firstLetters are the folded first letters of words.
func firstLetters(ws []string) string {
	s := ""
	for _, w := range ws {
		_, n := utf8.DecodeRuneInString(foldName(w))
		s += foldName(w)[:n]
	}
	return s
}
