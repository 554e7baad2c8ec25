package redact

import "strings"

// teamNouns after a name make it a team.
var teamNouns = nameSet(`team teams squad guild tribe crew on-call oncall chapter folks guys people rotation department dept desk
	group division unit`)

// siteNouns after a name make it a place.
var siteNouns = nameSet(`office noc dc datacenter datacentre site branch floor airport campus hub lab warehouse büro plant depot
	harbour harbor building rack-room region facility side end area ward station terminal yard platform-side factory standort lager rechenzentrum oficina escritório bureau
	kontor ofisi`)

// thingNouns after a name make it a thing: the Hana database.
var thingNouns = nameSet(`service services cluster clusters deploy deployment deploys pipeline pipelines role dag job jobs queue
	topic branch daemon worker workers consumer consumers producer engine router repo repository namespace api backend
	frontend app application pod pods table database db schema bucket release season launch stack build binary client
	library sdk dashboard migration index server servers host hosts node nodes rack box machine robot printer cache proxy gateway broker controller
	operator module plugin platform program programme project system integration portal tool toolkit wrapper script
	scheduler batch feed stream store registry vault lake warehouse environment env instance instances replica shard
	tenant image agent runner runners rollout upgrade config log logs metrics alert alerts bot framework driver dienst
	dienste server servis servisi serviço servicio tables exporter`)

// thingWords before a name make it a thing.
var thingWords = nameSet(`service cluster project codename code-name codenamed namespace engine wrapper tool queue pipeline
	daemon job system deployed deploying redeployed deploy redeploy shipped app application module component program
	projekt dienst proyecto projeto projet serviço servicio bot branch repo database internal called named nicknamed
	dubbed`)

// ofWords before of and a name make it a thing: deploy of tintero.
var ofWords = nameSet(`deploy deployment release rollout restart redeploy upgrade migration build version instance instances launch
	replica replicas rollback downtime failover owner owners replacement successor rewrite part parts restarts pods
	copy maintainer`)

var languageNames = nameSet(`english german french spanish portuguese italian dutch polish russian turkish arabic hindi chinese
	japanese korean vietnamese thai danish norwegian swedish finnish greek hebrew hungarian czech slovak romanian ukrainian serbian croatian
	bulgarian persian farsi urdu bengali tamil telugu swahili amharic yoruba igbo hausa zulu afrikaans mandarin cantonese tagalog malay
	indonesian mexican brazilian canadian swiss austrian belgian irish scottish welsh nigerian kenyan ghanaian ethiopian egyptian israeli
	australian argentinian colombian filipino pakistani catalan basque galician flemish icelandic deutsch français español português italiano european american british indian latin
	internet unix web mail email black white god christmas easter ramadan diwali eid earth`)

// teamLike says whether the words around [i, j) make it a team.
func (d *nameDoc) teamLike(r, i, j int) bool {
	n, m := d.at(r, j), d.at(r, j+1)
	if d.gap(r, j) != " " || n.shape == shapeTitle && n.fold != "team" {
		return false
	}
	if n.fold == "people" || n.fold == "folks" || n.fold == "guys" || n.fold == "desk" || n.fold == "group" || n.fold == "unit" {
		return i > 0 && d.at(r, i-1).fold == "the"
	}
	return teamNouns[n.fold] || n.fold == "on" && m.fold == "call" && d.gap(r, j+1) == "-"
}

// team claims or asks about a team: the Payments team, Team Falcon, in Driver Earnings.
func (d *nameDoc) team(r, i, j int) bool {
	first := d.at(r, i)
	p := d.at(r, i-1)
	switch {
	case (first.fold == "team" || first.fold == "squad" || first.fold == "équipe") && j-i > 1:
		d.claim(r, i, j, Team, true, ruleTeam)
		return true
	case j-i > 1 && j-i < 4 && (d.at(r, j-1).fold == "team" || d.at(r, j-1).fold == "squad") && d.at(r, j-1).capital() && !genericTeam[first.fold] && !first.german:
		d.claim(r, i, j, Team, true, ruleTeam) // Edge Team
		return true
	case i > 0 && d.joined(r, i) && (p.fold == "team" || p.fold == "squad" || p.fold == "equipe" || p.fold == "équipe" ||
		p.fold == "equipo" || p.fold == "guild") && !p.possessive && !d.is(first, isProduct|isWeekday|isMonth) && !first.plainName():
		from := i
		if p.shape == shapeTitle {
			from = i - 1
		}
		if d.gap(r, j) == " & " && d.at(r, j).capital() && d.free(r, j) {
			j = d.runEnd(r, j) // team Marking & Results
		}
		d.claim(r, from, j, Team, true, ruleTeam)
		return true
	case d.teamLike(r, i, j) && !(first.ev.name() && j-i == 1 && d.at(r, j-1).possessive) && !d.at(r, j-1).possessive:
		if j-i == 1 && first.plainName() && d.at(r, j).fold != "team" {
			return false
		}
		if first.first && j-i == 1 && d.ordinary(first) && p.fold != "the" {
			return false
		}
		if n := d.at(r, j).fold; d.ordinary(first) && (n == "people" || n == "folks" || n == "guys") {
			d.ask(r, i, j, Team, ruleTeam) // the Finance people
			return true
		}
		d.claim(r, i, j, Team, true, ruleTeam)
		return true
	}
	return false
}

// genericTeam go before team in any company.
var genericTeam = nameSet("the our my your this that sre devops operations ops dev development engineering security infrastructure infra support incident response data qa whole entire on-call oncall")

// paired asks about two words with & between them, as teams and firms are called: Edge & Trust, Brandt & Sohn.
func (d *nameDoc) paired(r, i, j int) bool {
	n := d.at(r, j)
	if d.gap(r, j) != " & " || !n.capital() || !d.free(r, j) || n.part != prose || d.at(r, i).possessive {
		return false
	}
	k := d.runEnd(r, j)
	if end := d.gap(r, k); d.at(r, i).lineStart && (k >= len(d.toks[r]) || strings.Contains(end, "\n") || strings.Contains(end, ":")) {
		return false // a heading
	}
	kind := Team
	for t := i; t < k; t++ {
		if w := d.at(r, t); w.ev&(isMonth|isWeekday) != 0 {
			return false
		} else if w.plainName() && !d.ordinary(w) {
			kind = Org
		}
	}
	if kind == Org && d.at(r, i).ev&isGiven != 0 && n.ev&isGiven != 0 {
		return false // Priya & Sam
	}
	d.ask(r, i, k, kind, ruleTeam)
	return true
}

// acronymTeam asks about a team of which the first word is an acronym: the DB Platform one, the HR Systems people.
func (d *nameDoc) acronymTeam(r, i, j int) bool {
	a, p, n := d.at(r, i-1), d.at(r, i-2), d.at(r, j)
	if i < 2 || d.gap(r, i) != " " || a.shape != shapeUpper || !d.free(r, i-1) || !d.joined(r, i-1) || p.fold != "the" && p.fold != "from" && p.fold != "in" && p.fold != "our" || d.gap(r, j) != " " {
		return false
	}
	if !teamNouns[n.fold] && n.fold != "one" && n.fold != "ones" && n.fold != "side" && n.fold != "lead" && n.fold != "manager" && n.fold != "channel" {
		return false
	}
	d.claim(r, i-1, j, Team, false, ruleTeam)
	return true
}

// inTeamPlace says whether the run stands where a team would: in brackets after a person, or after a person and from.
func (d *nameDoc) inTeamPlace(r, i, j int) bool {
	g := d.gap(r, i)
	if g == " (" || g == ", " {
		m, ok := d.claimed(r, i-1)
		return ok && m.kind == Person
	}
	p := d.at(r, i-1)
	if i > 1 && d.joined(r, i) && (p.fold == "from" || p.fold == "in" || p.fold == "of" || p.fold == "at" || p.fold == "aus" || p.fold == "von") {
		m, ok := d.claimed(r, i-2)
		return ok && m.kind == Person
	}
	return false
}

// placeByCue claims a place: a listed one, or any before office and the like.
func (d *nameDoc) placeByCue(r, i, j int) bool {
	first, last := d.at(r, i), d.at(r, j-1)
	p, n := d.at(r, i-1), d.at(r, j)
	if first.german && first.ev&(isGerman|isGermanToo) != 0 || n.shape == shapeIdent && first.german && d.gap(r, j) == " " {
		return false // Halle 3
	}
	listed := d.is(first, isPlace)
	if j-i > 1 {
		listed = evidenceOf(d.folded(r, i, j, " "))&isPlace != 0
		if !listed {
			return d.gap(r, j) == " " && siteNouns[n.fold] && d.oddWord(r, i, j) && !first.ev.name() &&
				d.put(r, i, j, Place, true, rulePlace)
		}
	}
	inPlace := d.inPlace(r, i)
	site := d.gap(r, j) == " " && siteNouns[n.fold]
	switch {
	case listed && site, listed && inPlace && (p.fold == "in" || p.fold == "from" || p.fold == "near" || !first.ev.name()):
		if d.is(last, isProduct|isWord) && !site {
			d.ask(r, i, j, Place, rulePlace)
			return true
		}
		return d.put(r, i, j, Place, true, rulePlace)
	case site && !d.ordinary(first) && !first.ev.name():
		return d.put(r, i, j, Place, true, rulePlace)
	}
	return false
}

// inPlace says whether a preposition of place stands before token i, without an article.
func (d *nameDoc) inPlace(r, i int) bool {
	return i > 0 && d.joined(r, i) && placePrepositions[d.at(r, i-1).fold]
}

// sited says whether the words around the listed place [i, j) speak of one: releases and products are called after towns
// too, and the new Palo Alto is what somebody bought there.
func (d *nameDoc) sited(r, i, j int) bool {
	if d.gap(r, j) == " " && siteNouns[d.at(r, j).fold] {
		return true
	}
	if d.joined(r, i) {
		p := d.at(r, i-1).fold
		return d.inPlace(r, i) || placeLeads[p] || (p == "and" || p == "or" || p == "und" || p == "y" || p == "e" || p == "et") && d.placeAt(r, i-2)
	}
	return d.gap(r, i) == ", " && d.placeAt(r, i-1) || strings.HasSuffix(d.gap(r, i), "(") && strings.HasPrefix(d.gap(r, j), ")") || d.gap(r, j) == ", " && d.at(r, j).ev&isPlace != 0
}

// placeAt says whether token k is part of a place that was found.
func (d *nameDoc) placeAt(r, k int) bool {
	m, ok := d.claimed(r, k)
	return ok && m.kind == Place
}

// placeLeads go before places too.
var placeLeads = nameSet("desde de hasta hacia até para do da von ab zu depuis vers jusqu'à entre between through past off across throughout beyond towards toward since we're based und i z ze od ve till inom van vanaf")

// roadNouns end the names of streets, roadHeads begin them.
var (
	roadNouns = nameSet("street road avenue boulevard highway crescent roundabout lane quay wharf close parade")
	roadHeads = nameSet("rue avenue boulevard calle avenida carrera rua travessa via viale corso piazza plaza praça praca ulica plac jalan jln place quai strada bulevardul")
)

// road claims the name of a street: over Wexhall Road, rue Vauquelin.
func (d *nameDoc) road(r, i, j int) bool {
	first, last := d.at(r, i), d.at(r, j-1)
	p := d.at(r, i-1)
	switch {
	case j-i > 1 && roadNouns[last.fold] && !last.possessive:
		named := last.ev.name() && (first.ev&isGiven != 0 || d.personCue(r, i, j) >= strong) // Priya Lane
		if named && !d.inPlace(r, i) && p.fold != "on" && p.fold != "down" && p.fold != "along" {
			return false
		}
		d.claim(r, i, j, Place, !named && d.oddWord(r, i, j), rulePlace)
	case i > 0 && d.gap(r, i) == " " && roadHeads[p.fold] && (p.foreign || p.ev&isWord == 0) && d.free(r, i-1) && (p.fold == "rue" || p.fold == "rua" || p.fold == "calle" || p.fold == "ulica" || p.fold == "jalan" || p.fold == "piazza"):
		d.claim(r, i-1, j, Place, d.oddWord(r, i, j), rulePlace)
	case j-i > 1 && roadHeads[first.fold] && (first.foreign || first.ev&isWord == 0) && d.oddWord(r, i+1, j):
		d.claim(r, i, j, Place, true, rulePlace)
	default:
		return false
	}
	return true
}

// emblem asks about a colour and a beast, or a name, as about one thing: Blue Heron, which projects are called, beside
// somebody called Heron.
func (d *nameDoc) emblem(r, i, j int) bool {
	if j != i+2 {
		return false
	}
	t, n := d.at(r, i), d.at(r, i+1)
	if !colours[t.fold] || t.ev&isGiven != 0 || !themes[n.fold] && n.ev&isFamily == 0 || n.ev&isGiven != 0 {
		return false
	}
	d.claim(r, i, j, Codename, false, ruleCodename)
	return true
}

// colours stand before the beasts and stones that projects are called after.
var colours = nameSet(`blue red green black white grey gray golden gold silver purple yellow pink brown copper bronze iron steel crimson
	scarlet turquoise indigo orange blauer roter grüner schwarzer weißer weisser goldener silberner`)

var placePrepositions = nameSet("in from near to at nach aus bis bei em en à a til till into outside over around via för w z do uit naar te richtung fra från")

// placeEnding says whether a folded word ends as the names of villages and towns do.
func placeEnding(w string) bool {
	for _, end := range placeEndings {
		if len(w) > len(end)+2 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

var placeEndings = strings.Fields(`dorf hausen stadt stedt stett burg berg heim bach beck feld felde furt furth ingen rode roda kirchen bruck brucken hafen munde walde leben viertel gau thal
	tal moos wil wiesen weiler hofen stetten reuth ried dam hoven recht loo broek veen wijk zele ville bourg ford shire wick bury ham mouth cester chester borough
	by vik sund fjord havn koping stad torp hamn jarvi niemi saari koski grad hrad ovice ovce owo ice pur nagar abad garh patnam palli puram uru koy kent hisar shahr`)

func (d *nameDoc) put(r, i, j int, kind Kind, certain bool, rule string) bool {
	d.claim(r, i, j, kind, certain, rule)
	return true
}

// codename asks about, or claims, a name with a word beside it that speaks of things.
func (d *nameDoc) codename(r, i, j int) bool {
	first := d.at(r, i)
	if stateWords[first.fold] || !d.codenameCue(r, i, j) || first.plainName() || first.initial() || d.personCue(r, i, j) >= strong || first.ev&(isProduct|isAcronym) != 0 {
		return false
	}
	if d.ordinary(first) && (first.first || d.small(first.fold, 1) && !d.mid(first.fold, 1)) || first.ev.name() && d.personCue(r, i, j) >= medium {
		return false
	}
	// A word that is both a thing here and lies in an identifier is a name of the house.
	sure := d.account.parts.Ask(d.notes, first.fold) && first.ev == 0
	if sure {
		d.claim(r, i, j, Codename, true, ruleCodename)
	} else {
		d.ask(r, i, j, Codename, ruleCodename)
	}
	return true
}

// codenameCue says whether the words around [i, j) make it a thing.
func (d *nameDoc) codenameCue(r, i, j int) bool {
	p, q := d.at(r, i-1), d.at(r, i-2)
	n, m := d.at(r, j), d.at(r, j+1)
	last := d.at(r, j-1)
	if i > 0 && d.joined(r, i) {
		switch {
		case last.shape == shapeLower && indefinite[p.fold]:
			return false // a janitor job is one of many
		case thingWords[p.fold] && !p.possessive && p.shape != shapeTitle || p.fold == "codename" || p.fold == "project":
			return true
		case (p.fold == "of" || p.fold == "de" || p.fold == "to") && ofWords[q.fold]:
			return true
		}
	}
	if g := d.gap(r, i); i > 0 && (g == ", " || g == " (" || g == ": ") && thingNouns[p.fold] && (ours(q.fold) || determiners[q.fold]) && d.joined(r, i-1) {
		return true // with our wrapper, frostbit, from
	}
	if last.possessive {
		return false
	}
	g := d.gap(r, j)
	switch {
	case g == " " && thingNouns[n.fold]:
		return true
	case (g == " = " || g == ", " || g == " (" || g == ": ") && ours(n.fold):
		return d.thingWithin(r, j+1)
	case g == " " && (n.fold == "is" || n.fold == "ist" || n.fold == "was") && (ours(m.fold) || m.fold == "the" || m.fold == "a"):
		return d.thingWithin(r, j+2)
	case g == " (" && (n.ev&isWord != 0 || n.fold != "") && d.thingWithin(r, j):
		return true
	}
	return false
}

var indefinite = nameSet("a an any some another every each no one two three first second new old big small")

func ours(w string) bool {
	switch w {
	case "our", "notre", "nuestro", "nuestra", "nosso", "nossa", "unser", "unsere", "nasz", "vår", "the", "a", "an", "my":
		return true
	}
	return false
}

// thingWithin says whether a noun for a thing stands among the next four words.
func (d *nameDoc) thingWithin(r, k int) bool {
	for n := 0; n < 4; n++ {
		if n > 0 && !d.joined(r, k+n) {
			return false
		}
		w := d.at(r, k+n).fold
		if thingNouns[w] || w == "builder" || w == "planner" || w == "payouts" || w == "routeur" {
			return true
		}
	}
	return false
}
