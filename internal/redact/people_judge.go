package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// decide says what the run [i, j) of capitalised words is: claims it where that is certain, asks where it may be a
// name, and passes over the rest.
func (d *nameDoc) decide(r, i, j int) {
	if d.at(r, i).part != prose && d.at(r, i).part != target {
		d.decideInCode(r, i, j)
		return
	}
	switch {
	case d.road(r, i, j), d.acronymTeam(r, i, j), d.team(r, i, j), d.org(r, i, j), d.paired(r, i, j), d.seeded(r, i, j), d.placeByCue(r, i, j), d.codename(r, i, j):
		return
	}
	if j-i == 1 || d.names1(r, i, j) == 1 {
		d.decideOne(r, i, j)
		return
	}
	d.decideMany(r, i, j)
}

// names1 is how many words of the run are neither particles nor initials.
func (d *nameDoc) names1(r, i, j int) int {
	n := 0
	for k := i; k < j; k++ {
		if t := d.at(r, k); !particles[t.text] && !t.initial() {
			n++
		}
	}
	return n
}

// decideInCode keeps to what has a cue or is a full listed name: code is full of capitals.
func (d *nameDoc) decideInCode(r, i, j int) {
	t := d.at(r, i)
	if t.plainName() && t.ev&isGiven != 0 && j == i+1 && strings.HasSuffix(d.gap(r, i), "<") && strings.HasPrefix(d.gap(r, j), ">") {
		d.claim(r, i, j, Person, true, ruleListed) // (2 days ago) <Piotr>
		return
	}
	full := j-i > 1 && t.plainName() && (t.ev&isGiven != 0) && d.at(r, j-1).ev.name()
	cued := t.plainName() && d.personCue(r, i, j) >= strong
	if full || cued || d.account.people.Ask(d.notes, t.fold) && !d.ordinary(t) {
		d.claim(r, i, j, Person, true, ruleListed)
	}
}

// The rules by which people and other names are found.
const (
	ruleListed   = "name-list"
	ruleCue      = "name-cue"
	ruleSeed     = "name-seed"
	ruleFull     = "name-full"
	ruleChat     = "name-chat"
	ruleHonor    = "name-honorific"
	ruleSpread   = "name-again"
	ruleNet      = "name-net"
	ruleMaybe    = "name-or-word"
	ruleOrg      = "org-cue"
	ruleDomain   = "org-domain"
	ruleTeam     = "team-cue"
	rulePlace    = "place"
	ruleCodename = "codename-cue"
	ruleRole     = "role-unique"
)

// plainName says whether the word is a listed name and nothing else.
func (t *tok) plainName() bool {
	if !t.ev.name() || t.ev&(isAmbiguous|isWord|isProduct|isPlace|isAcronym|isMonth|isWeekday) != 0 || eponyms[t.fold] {
		return false
	}
	if _, month := lexicon.Month(t.fold); t.foreign && month {
		return false // Abril
	}
	return !(t.german && t.ev&(isGerman|isGermanToo) != 0) && !(t.foreign && t.ev&isForeign != 0)
}

// decideOne judges a single name, with or without initials.
func (d *nameDoc) decideOne(r, i, j int) {
	k := i
	for k < j-1 && (d.at(r, k).initial() || particles[d.at(r, k).text]) {
		k++
	}
	t := d.at(r, k)
	cue := d.personCue(r, i, j)
	if t.honored {
		cue = strong
	}
	determined := i > 0 && d.joined(r, i) && (determiners[d.at(r, i-1).fold] || t.german && germanArticles[d.at(r, i-1).fold])
	if j-i == 1 && d.gap(r, j) == " " && eponymNouns[d.at(r, j).fold] && cue < medium {
		return // Allan deviation
	}
	if g := d.gap(r, j); j-i == 1 && t.first && hellos[t.fold] && cue < strong && (strings.HasPrefix(g, ",") || strings.HasPrefix(g, "!") || strings.HasPrefix(g, ".") || g == " " && (d.at(r, j).capital() || allOf[d.at(r, j).fold])) {
		return // Selam all,
	}
	if j-i == 1 && d.gap(r, i) == " (" && strings.HasPrefix(d.gap(r, j), ")") && standing[t.fold] {
		return // Gurpreet (Guest)
	}
	if j-i == 1 && d.gap(r, j) == "!" && d.at(r, j).fold == "box" {
		return // Fritz!Box
	}
	if j-i == 1 && d.gap(r, j) == " " && instruments[d.at(r, j).fold] && cue < medium && t.ev.name() {
		d.ask(r, i, j, Person, ruleMaybe) // Geiger counter, Allen key
		return
	}
	if j-i == 1 && t.title() && d.gap(r, j) == ". " && d.at(r, j).capital() {
		return // Eng. Hossam: the name comes
	}
	if p, q := d.at(r, i-1), d.at(r, i-2); d.joined(r, i) && (p.fold == "called" || p.fold == "named") && (q.fold == "is" || q.fold == "was") && thingNouns[d.at(r, i-3).fold] && t.ev&isAmbiguous == 0 {
		d.ask(r, i, j, Codename, ruleMaybe) // the rack is called Bertha
		return
	}
	if j-i > 1 { // S. Karthikeyan
		if !d.ordinary(t) || t.ev.name() {
			d.claim(r, i, j, Person, true, ruleFull)
			return
		}
	}
	switch {
	case titles[t.fold] && !lowTitles[t.fold], languageNames[t.fold] && cue < strong:
	case d.account.people.Ask(d.notes, t.fold) && (t.ev&isWord == 0 || !t.first || cue >= weak):
		d.claim(r, i, j, Person, true, ruleSeed)
	case t.plainName():
		switch {
		case t.german && dearArticles[d.at(r, i-1).fold] && onlyGiven(t.ev) && j-i == 1:
			d.claim(r, i, j, Person, true, ruleListed) // die Conny
		case determined && cue < strong, cue < medium && d.joined(r, i) && saintly[d.at(r, i-1).fold] && d.at(r, i-1).shape == shapeLower:
			d.ask(r, i, j, Person, ruleMaybe) // the Marmalade, sainte Rita
		case cue < medium && d.gap(r, j) == " " && d.at(r, j).shape == shapeUpper && d.at(r, j).ev&isAcronym != 0 && !roleNouns[d.at(r, j).fold]:
			d.ask(r, i, j, Person, ruleMaybe) // Luna HSM
		case t.ev&isGiven != 0 || cue >= strong || !t.first:
			d.claim(r, i, j, Person, true, ruleListed)
		default:
			d.ask(r, i, j, Person, ruleMaybe)
		}
	case eponyms[t.fold] && j-i == 1 && t.ev.name():
		d.ask(r, i, j, Person, ruleMaybe) // Poisson says
	case t.ev.name():
		d.decideAmbiguous(r, i, j, t, cue, determined)
	case t.ev&isProduct != 0 && d.human(r, i, j):
		d.claim(r, i, j, Person, true, ruleCue) // Pixie on voice
	case d.ordinary(t):
		d.decideOrdinary(r, i, j, t, cue)
	case t.ev&isPlace != 0 && (determined || t.ev&isAmbiguous != 0):
		d.ask(r, i, j, Place, rulePlace)
	case t.ev&isPlace != 0:
		d.claim(r, i, j, Place, d.sited(r, i, j), rulePlace)
	case cue >= strong && !determined && !(t.german && d.before(r, i, j) < strong && d.germanNoun(r, k)):
		d.claim(r, i, j, Person, true, ruleCue)
	default:
		d.net(r, i, j)
	}
}

// decideAmbiguous judges a word that is a name and something else: Will, May, Rose, Hana, Jordan.
func (d *nameDoc) decideAmbiguous(r, i, j int, t *tok, cue strength, determined bool) {
	need := medium
	if t.ev&(isMonth|isWeekday|isProduct) != 0 {
		need = strong
	}
	if t.first && t.ev&isGiven == 0 && t.ev&(isWord|isAmbiguous) != 0 {
		need = strong // Bond held
	}
	if t.german && t.ev&(isGerman|isGermanToo) != 0 && t.ev&isGiven == 0 {
		need = strong // mit Blume
	}
	aux := d.gap(r, j) == " " && (auxiliaries[d.at(r, j).fold] || adverbs[d.at(r, j).fold] && auxiliaries[d.at(r, j+1).fold]) // Rain also does that
	if p := d.at(r, j+1).fold; t.first && (t.ev&isMonth != 0 || seasons[t.fold]) && d.before(r, i, j) < medium &&
		(aux && (p == "quiet" || p == "calm" || p == "busy" || p == "slow" || p == "cold" || p == "hot" || p == "nice" || p == "kind") || arrives[d.at(r, j).fold]) {
		d.ask(r, i, j, Person, ruleMaybe) // May was quiet, Autumn came
		return
	}
	if t.first && t.ev&isWord != 0 && aux && d.before(r, i, j) < need && d.after(r, j) < strong && t.fold != "will" {
		need = strong // Hope was low; Will was here
	}
	if n := d.at(r, j+1); cue < need && !determined && t.ev&isGiven != 0 && d.gap(r, j) == " " && d.at(r, j).fold == "and" && d.gap(r, j+1) == " " && n.capital() && n.ev&isGiven != 0 {
		d.ask(r, i, j, Person, ruleMaybe) // Precious and Lucky
		return
	}
	switch {
	case determined && t.german && t.ev&isGiven == 0 && cue < strong:
		return // Stein hielt die Lampe
	case determined && cue < strong, d.gap(r, j) == " " && thingNouns[d.at(r, j).fold] && cue < strong:
		if t.ev&(isProduct|isWord) == 0 {
			d.ask(r, i, j, Codename, ruleMaybe)
		}
	case cue >= need:
		d.claim(r, i, j, Person, true, ruleCue)
	case j-i == 1 && t.ev&isMonth != 0 && t.ev&isGiven != 0 && d.midSentence(r, i) && toldNames[d.at(r, i-1).fold] && !d.dated(r, i):
		d.ask(r, i, j, Person, ruleMaybe) // they mark May absent
	case t.first && j-i == 1 && t.ev&isGiven != 0 && modal[t.fold] && d.gap(r, j) == " " && modalVerbs[d.at(r, j).fold]:
		d.ask(r, i, j, Person, ruleMaybe) // Will may chase it
	case t.ev&isProduct != 0 && t.ev&isGiven != 0 && cue >= medium:
		d.ask(r, i, j, Person, ruleMaybe) // Ruby wrote it
	case t.ev&isProduct != 0 || t.ev&(isMonth|isWeekday) != 0 && cue == none:
	case t.ev&isPlace != 0 && t.ev&isAmbiguous == 0 && t.ev&isGiven == 0:
		d.claim(r, i, j, Place, d.sited(r, i, j), rulePlace)
	case t.first && t.ev&(isWord|isForeign) != 0 && cue == none, t.german && t.ev&isGerman != 0 && cue == none:
	case t.german && t.ev&(isGerman|isGermanToo) != 0 && t.ev&isGiven == 0 && cue < need:
		d.ask(r, i, j, Person, ruleMaybe)
	case t.ev&(isWord|isAmbiguous|isPlace|isMonth|isWeekday) == 0 && !t.first:
		d.claim(r, i, j, Person, true, ruleListed)
	default:
		d.ask(r, i, j, Person, ruleMaybe)
	}
}

// toldNames stand before somebody, and hardly ever before a month.
var toldNames = nameSet("mark marked let make made see saw give gave help helped join joined follow followed need needs want wants thank meet met call called bill chase blame blamed relieve relieved watch watched")

// hellos are greetings that are names as well, and allOf goes after them.
var (
	hellos = nameSet("selam salam salaam moin namaste shalom merhaba marhaba jambo habari servus aloha ave hoi hej ahoj")
	allOf  = nameSet("all everyone everybody team folks alle zusammen allerseits alikoum aleikum aleykum alaikum")
)

// modalVerbs have no other such verb before them.
var modalVerbs = nameSet("may might can could must should would will won't can't cannot couldn't shouldn't wouldn't")

// seasons are names as well.
var seasons = nameSet("summer autumn winter spring sommer herbst frühling frühjahr été hiver verano invierno sommar vinter")

// decideOrdinary judges an ordinary word with a capital: a nickname by its cue, a team by standing in mid-sentence.
func (d *nameDoc) decideOrdinary(r, i, j int, t *tok, cue strength) {
	if d.nicknameAt(r, i, j, t) {
		d.ask(r, i, j, Person, ruleMaybe) // Moose knows where the fuse is
		return
	}
	if t.first || t.ev&(isProduct|isAcronym|isMonth|isWeekday) != 0 || eponyms[t.fold] || stateWords[t.fold] || t.german {
		return
	}
	if d.small(t.fold, 1) && cue < medium || titles[t.fold] || languageNames[t.fold] {
		return
	}
	switch p := d.at(r, i-1); {
	case j == i+1 && d.joined(r, i) && (p.fold == "in" || p.fold == "at" || p.fold == "near" || p.fold == "from") && !d.foreign && !d.small(t.fold, 1) && t.part == prose && t.shape == shapeTitle && !d.at(r, j).capital() && d.at(r, j).shape != shapeUpper && !closedClass[t.fold] && !roleNouns[t.fold] && !teamNouns[t.fold] && !orgNouns[t.fold]:
		d.ask(r, i, j, Place, rulePlace) // at Slough 2
	case d.joined(r, i) && determiners[d.at(r, i-1).fold]:
	case cue >= medium:
		d.ask(r, i, j, Person, ruleMaybe) // Blessing from Channels Support
	case d.midSentence(r, i) && d.mid(t.fold, 2) || d.inTeamPlace(r, i, j):
		d.ask(r, i, j, Team, ruleMaybe)
	}
}

// nicknameAt says whether an ordinary word is used as only a name is: without an article before a verb that only people
// are the subject of, or joined to me.
func (d *nameDoc) nicknameAt(r, i, j int, t *tok) bool {
	if j != i+1 || t.german || t.foreign || t.ev&(isAcronym|isMonth|isWeekday) != 0 || t.ev&isProduct != 0 && !t.ev.name() || closedClass[t.fold] || languageNames[t.fold] ||
		eponyms[t.fold] || stateWords[t.fold] || roleNouns[t.fold] || teamNouns[t.fold] || roleLabels[t.fold] || pluralNoun(t.fold) ||
		d.joined(r, i) && (determiners[d.at(r, i-1).fold] || d.at(r, i-1).shape == shapeTitle) {
		return false
	}
	n := d.at(r, j)
	switch {
	case d.gap(r, j) != " " || n.shape != shapeLower:
		return false
	case adverbs[n.fold] && !auxiliaries[n.fold]:
		return humanVerbs[d.at(r, j+1).fold]
	case n.fold == "and":
		m := d.at(r, j+1)
		return t.ev&isWord != 0 && !verbForm(t.fold) && (m.fold == "i" || m.capital() && d.gap(r, j+1) == " " && d.gap(r, j+2) == " " && humanVerbs[d.at(r, j+2).fold])
	}
	return humanVerbs[n.fold]
}

// pluralNoun says whether a folded word is a plural, or a form of a verb, which no nickname is.
func pluralNoun(w string) bool {
	return strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || verbForm(w)
}

func verbForm(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly")
}

// humanVerbs have people as their subject, and hardly ever a machine, a page or a department.
var humanVerbs = nameSet(`asked thinks thought knew knows replied wondered pinged typed laughed woke phoned rang apologised apologized
	shrugged nodded swore joked sighed whispered shouted mumbled muttered yelled argued smiled frowned grinned remembered remembers admitted
	volunteered promised insisted agreed disagreed guessed guesses slept forgot forgets saw noticed texted messaged drove yawned
	hates loves wants wanted felt feels reckons suspected spotted figured decided swears wrote offered texted muted unmuted`)

// midSentence says whether a small word stands directly before token i, and the word is not one of a row of capitals.
func (d *nameDoc) midSentence(r, i int) bool {
	return i > 0 && d.joined(r, i) && d.at(r, i-1).shape == shapeLower
}

// decideMany judges a run of several names.
func (d *nameDoc) decideMany(r, i, j int) {
	var listed, given, unknown, common int
	for k := i; k < j; k++ {
		t := d.at(r, k)
		switch {
		case particles[t.text] || t.initial():
		case t.ev.name():
			listed++
			if t.ev&isGiven != 0 {
				given++
			}
		case d.ordinary(t):
			common++
		default:
			unknown++
		}
	}
	first, last := d.at(r, i), d.at(r, j-1)
	cue := d.personCue(r, i, j)
	switch {
	case listed == 0 && unknown == 0:
		if !first.german && (!first.first || j-i > 1 && d.mid(last.fold, 1)) && !stateWords[first.fold] {
			d.ask(r, i, j, Team, ruleNet)
		}
	case common > 0 && listed > 0 && first.ev.name() && d.ordinary(last) && !last.ev.name():
		// Priya Laptop: the name ends where the ordinary words begin.
		k := i
		for k < j && (d.at(r, k).ev.name() || !d.ordinary(d.at(r, k)) || particles[d.at(r, k).text]) {
			k++
		}
		if k < j && k > i && last.ev&isWord != 0 && d.small(last.fold, 1) {
			d.decide(r, i, k)
			return
		}
		d.personOrAsk(r, i, j, cue, given > 0 && unknown+listed > 1)
	case common > 0:
		d.personOrAsk(r, i, j, cue, false)
	case listed > 0:
		sure := given > 0 || first.initial() || cue >= weak || listed > 1
		if listed == 1 && unknown > 0 && first.ev&(isWord|isPlace|isProduct) != 0 && cue == none {
			sure = first.ev&isGiven != 0 && first.ev&(isPlace|isProduct) == 0
		}
		d.personOrAsk(r, i, j, cue, sure)
	default:
		d.personOrAsk(r, i, j, cue, cue >= medium)
	}
}

func (d *nameDoc) personOrAsk(r, i, j int, cue strength, sure bool) {
	if t := d.at(r, i); saintly[t.fold] && cue < strong {
		if d.at(r, i-1).shape == shapeLower && feastHeads[d.at(r, i-2).fold] {
			return // the eve of Santo António
		}
		d.ask(r, i, j, Place, rulePlace)
		return
	}
	determined := i > 0 && d.joined(r, i) && determiners[d.at(r, i-1).fold]
	if sure && !determined || cue >= strong {
		rule := ruleFull
		if cue >= strong {
			rule = ruleCue
		}
		d.claim(r, i, j, Person, true, rule)
		return
	}
	d.ask(r, i, j, d.guess(r, i, j), ruleNet)
}

// saintly begin the names of saints, and so of feasts, streets, towns and houses.
var saintly = nameSet("san santo santa são sant sankt saint sainte ste st sveti svatý sväty szent")

// feastHeads stand before of and a feast.
var feastHeads = nameSet("eve night day week feast vigil holiday weekend víspera noche día semana fiesta fiestas festa festas véspera noite dia feria pont puente puente nit vigilia notte giorno veille nuit semaine festes")

// ask remembers an uncertain name.
func (d *nameDoc) ask(r, i, j int, kind Kind, rule string) {
	d.pending = append(d.pending, candidate{r: r, i: i, j: j, kind: kind, rule: rule})
}

// confirm claims a waiting run that holds a word of a certain name: Baraka Lemayian, once Baraka is known.
func (d *nameDoc) confirm() {
	for _, c := range d.pending {
		if c.j-c.i < 2 {
			continue
		}
		if c.kind == Person && d.explorer(c.r, c.i, c.j) {
			d.claim(c.r, c.i, c.j, Person, false, ruleNet)
			continue
		}
		for k := c.i; k < c.j; k++ {
			if kind := d.account.sure.Ask(d.notes, d.at(c.r, k).fold); kind != "" && (kind == Person || c.kind != Person || d.at(c.r, k).ev == 0) {
				d.claim(c.r, c.i, c.j, kind, true, ruleFull)
				break
			}
		}
	}
}

// explorer says whether a run with an article before it and a particle in it is somebody whom everybody knows, rather than
// a colleague of the same first name: El Vasco de Gama.
func (d *nameDoc) explorer(r, i, j int) bool {
	if !d.joined(r, i) || !determiners[d.at(r, i-1).fold] || d.at(r, i).german {
		return false
	}
	for k := i + 1; k < j-1; k++ {
		if particles[d.at(r, k).text] {
			return true
		}
	}
	return false
}

// settle asks about what is still unclaimed.
func (d *nameDoc) settle() {
	for _, c := range d.pending {
		// What a certain name has left of the run is asked about as well.
		for k := c.i; k < c.j; {
			n := k
			for n < c.j && d.owner[c.r][n] == 0 {
				n++
			}
			if n > k && !particles[d.text(c.r, k, n)] {
				d.claim(c.r, k, n, c.kind, false, c.rule)
			}
			k = n + 1
		}
	}
}

// listed says whether token k is a name by the lists and no ordinary word.
func (d *nameDoc) listed(r, k int) bool { return d.at(r, k).ev.name() }
