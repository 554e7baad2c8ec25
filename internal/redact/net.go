package redact

import (
	"strings"
	"unicode"

	"firsthand/internal/redact/lexicon"
)

// net asks about a capitalised word, or several, that no list knows: one question per word, since all its places are
// one entity.
func (d *nameDoc) net(r, i, j int) {
	t := d.at(r, i)
	switch {
	case t.german && d.germanNoun(r, i), elided(t.text), cmdlet(t.text):
		return
	case t.first && !d.mid(t.fold, 1) && (t.alien || t.foreign && foreignForm(t.fold) || !t.latin() && !d.strangeScript(r, i)):
		return // Of the first words of sentences in a language with a short list little can be said.
	}
	if len([]rune(t.text)) < 2 {
		return
	}
	d.ask(r, i, j, d.guess(r, i, j), ruleNet)
}

// cmdlet says whether a word is written as the commands of PowerShell are: Enter-PSSession.
func cmdlet(w string) bool {
	verb, noun, ok := strings.Cut(w, "-")
	return ok && cmdletVerbs[foldName(verb)] && len(noun) > 2 && unicode.IsUpper(rune(noun[0]))
}

var cmdletVerbs = nameSet(`add approve assert backup block checkpoint clear close compare complete compress confirm connect convert convertfrom convertto copy debug deny disable
	disconnect dismount enable enter exit expand export find foreach format get grant group hide import initialize install invoke join limit lock measure merge mount move new open
	optimize out ping pop publish push read receive redo register remove rename repair request reset resize resolve restart restore resume revoke save search select send set show
	skip sort split start stop submit suspend switch sync tee test trace unblock undo uninstall unlock unprotect unpublish unregister update use wait watch where write`)

// elided says whether a word begins with a shortened article or pronoun before a small letter: J'appelle, L'entrepôt.
func elided(w string) bool {
	head, rest, ok := strings.Cut(w, "'")
	if !ok || len(head) > 2 && head != "Lorsqu" && head != "Puisqu" && head != "Dell" && head != "Nell" && head != "Quell" && head != "All" {
		return false
	}
	c, _ := firstRune(rest)
	return unicode.IsLower(c) && strings.Contains("jlmnstcdqu", strings.ToLower(head[:min(1, len(head))]))
}

// guess is the kind of a name that nothing is known of, by its place in the sentence.
func (d *nameDoc) guess(r, i, j int) Kind {
	p := d.at(r, i-1)
	if i > 0 && d.joined(r, i) {
		switch p.fold {
		case "in", "near", "nach", "em", "en", "over", "outside", "bis", "aus":
			return Place
		case "the", "on", "of", "via", "into", "der", "die", "das", "le", "la", "o":
			return Codename
		case "at", "for":
			return Org
		}
	}
	if d.after(r, j) == none && d.before(r, i, j) == none && d.codenameCue(r, i, j) {
		return Codename
	}
	return Person
}

// germanNoun says whether a capitalised word of a German stretch is taken for a noun: by its list, its ending, its last
// part, or an article before it. Names go without an article.
func (d *nameDoc) germanNoun(r, i int) bool {
	t := d.at(r, i)
	if placeEnding(t.fold) && (d.inPlace(r, i) || d.at(r, i-1).fold == "im") && !lexicon.GermanWord(t.fold) {
		return false // warten in Wipshausen
	}
	if t.first && !t.ev.name() || t.ev&isGerman != 0 {
		return true
	}
	for _, end := range germanEndings {
		if strings.HasSuffix(t.fold, end) && len(t.fold) > len(end)+2 {
			return true
		}
	}
	for k, c := range t.fold {
		// The last part of a compound decides what it is: Tourenabschluss.
		if k >= 3 && unicode.IsLetter(c) && len(t.fold)-k >= 4 && lexicon.GermanWord(t.fold[k:]) {
			return true
		}
	}
	p := d.at(r, i-1)
	return d.joined(r, i) && (germanArticles[p.fold] || p.shape == shapeLower && adjectival(p.fold)) &&
		p.fold != "herr" && p.fold != "frau"
}

// latin says whether the word is written in Latin letters.
func (t *tok) latin() bool {
	for _, c := range t.text {
		return unicode.Is(unicode.Latin, c)
	}
	return false
}

// strangeScript says whether the words beside token i are of another script, so that its own says something.
func (d *nameDoc) strangeScript(r, i int) bool {
	return d.at(r, i+1).latin() || d.at(r, i-1).latin()
}

// foreignForm says whether a folded word has the ending of a verb, noun or adverb of another language: hardly a name.
func foreignForm(w string) bool {
	if len(w) < 5 {
		return false
	}
	for _, end := range foreignEndings {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

var foreignEndings = strings.Fields(`cion ciones mente ando endo iendo aron ieron aba aban amos emos imos aste iste ado ada ados adas idas idos
	tion tions ment ments aient ait ais eur eurs euse eux age ages ique iques ait ons ez erait ant ants
	zione zioni iamo avano avamo ato ata ati ate uto uta endo are ere ire
	cao coes amos ava avam ou aram eram iram mento dade
	nosc osci anie enie anych owych ilem alem ilam alam ilismy alismy scie
	heid ingen lijk teit tje tjes
	ningen arna erna orna ande ende ades ligt
	yor iyor uyor lar ler di dim dik mis mus acak ecek dan den lik luk iniz
	ssa sta lla lta lle ksi inen tiin`)

func adjectival(w string) bool {
	for _, end := range []string{"en", "em", "er", "es", "e"} {
		if strings.HasSuffix(w, end) && len(w) > 5 && !functionWords["de"][w] {
			return true
		}
	}
	return false
}

var germanEndings = strings.Fields(`ung ungen heit keit heiten keiten schaft schaften tion tionen tat taten nis nisse ling linge
	chen lein mus ismus eur euren anz enz ik iken ur uren ment mente age agen erei tum tor toren ier iert zeit zeiten
	stelle stellen satz satze plan plane fall falle zahl zahlen dienst dienste raum raume`)

var germanArticles = nameSet(`der die das den dem des ein eine einen einem einer eines kein keine keinen keinem mein meine meinen
	meinem meiner dein sein seine seinen ihr ihre ihren ihrem unser unsere unseren unserem unserer dieser diese dieses diesen
	diesem jeder jede jedes jeden welche welcher im am vom zum zur beim ins ans zwei drei vier funf sechs sieben acht neun
	zehn elf zwolf viele mehrere alle beide einige wenige kurz pro je ohne`)

// smallName judges a word without a name's capital: a listed name in chat, a nickname by its cue, an internal name.
func (d *nameDoc) smallName(r, i int) {
	t := d.at(r, i)
	switch t.shape {
	case shapeLower:
		d.lowerName(r, i, t)
	case shapeUpper:
		if t.plainName() && t.ev&isGiven != 0 && len(t.text) > 3 && t.part == prose {
			if d.personCue(r, i, i+1) >= medium {
				d.claim(r, i, i+1, Person, true, ruleCue)
			} else {
				d.ask(r, i, i+1, Person, ruleMaybe)
			}
		} else if d.account.orgs.Ask(d.notes, t.fold) && t.ev == 0 && len(t.text) > 3 {
			d.claim(r, i, i+1, Org, true, ruleDomain)
		} else if t.part == prose && t.ev&(isWord|isAcronym|isProduct) == 0 && len(t.text) > 1 {
			if !d.org(r, i, i+1) && t.ev == isPlace && len(t.text) > 2 && d.bareWord(r, i) {
				d.ask(r, i, i+1, Place, rulePlace) // CDMX
			}
		}
	case shapeMixed:
		d.mixedName(r, i, t)
	case shapeIdent:
		d.nickname(r, i, t)
	case shapeScript:
		if t.part == prose && d.before(r, i, i+1) >= strong && len([]rune(t.text)) < 8 {
			d.claim(r, i, i+1, Person, true, ruleCue)
		}
	}
}

func (d *nameDoc) lowerName(r, i int, t *tok) {
	cue := d.personCue(r, i, i+1)
	p := d.at(r, i-1)
	determined := i > 0 && d.joined(r, i) && determiners[p.fold]
	if t.part != prose {
		if t.plainName() && t.ev&isGiven != 0 && d.before(r, i, i+1) >= strong {
			d.claim(r, i, i+1, Person, true, ruleCue)
		}
		return
	}
	if d.gap(r, i+1) == ". " && len(t.text) == 1 && !abbreviated[t.fold] && d.at(r, i+1).shape == shapeLower && d.at(r, i+1).plainName() && d.free(r, i+1) && len(d.at(r, i+1).text) > 3 {
		d.claim(r, i, i+2, Person, d.before(r, i, i+2) >= weak, ruleFull) // t. okafor
		return
	}
	switch {
	case t.ev&isPlace != 0 && d.lowerThing(r, i, t):
	case titles[t.fold] && d.at(r, i+1).capital():
	case determined && cue < strong && !d.account.people.Ask(d.notes, t.fold):
		if !d.lowerThing(r, i, t) {
			return
		}
	case d.account.people.Ask(d.notes, t.fold) && t.ev&isProduct != 0 && t.ev&isWord == 0:
		d.ask(r, i, i+1, Person, ruleSeed)
	case d.account.people.Ask(d.notes, t.fold) && t.plainName(), d.account.people.Ask(d.notes, t.fold) && t.ev == 0:
		d.claim(r, i, i+1, Person, true, ruleSeed)
	case t.plainName():
		switch {
		case cue >= strong, d.after(r, i+1) == medium && !auxiliaries[d.at(r, i+1).fold] && len(t.fold) > 2:
			d.claim(r, i, d.smallInitial(r, i+1), Person, true, ruleCue)
		case t.ev&isGiven != 0 && len(t.fold) > 3 && d.joined(r, i) && (p.fold == "from" || p.fold == "by" || p.fold == "per") && t.ev&isForeign == 0 && !t.german:
			d.claim(r, i, d.smallInitial(r, i+1), Person, true, ruleCue) // +1 from zainab
		case t.ev&isGiven != 0 && len(t.fold) > 3 && !t.foreign && !t.german:
			d.ask(r, i, d.smallInitial(r, i+1), Person, ruleMaybe)
		}
	case t.ev.name() && t.ev&(isProduct|isMonth) == 0:
		b := d.before(r, i, i+1)
		if d.gap(r, i+1) == " (" {
			b = max(b, d.after(r, i+1)) // zé (José Aparecido …
		}
		if b >= strong && !d.small(t.fold, 4) && !functionWords["en"][t.fold] {
			d.ask(r, i, i+1, Person, ruleMaybe)
		}
	default:
		d.lowerThing(r, i, t)
	}
}

// abbreviated are letters that stand alone for a word before a full stop: u. a., p. 5.
var abbreviated = nameSet("u z d p i a e o y")

// smallInitial takes in the initial after a small name: tunde b.
func (d *nameDoc) smallInitial(r, j int) int {
	t := d.at(r, j)
	if d.gap(r, j) != " " || t.shape != shapeLower || len(t.text) != 1 || t.fold < "a" || t.fold > "z" || t.fold == "a" || t.fold == "i" || !d.free(r, j) {
		return j
	}
	if !strings.HasPrefix(d.gap(r, j+1), " ") || !abbreviated[t.fold] && !t.foreign && !t.german {
		return j + 1
	}
	return j
}

// lowerThing judges an unknown small word: an owner of a domain, an internal name by its cue, somebody told something.
func (d *nameDoc) lowerThing(r, i int, t *tok) bool {
	if t.ev&^isGerman == isPlace && len(t.fold) > 3 || t.ev&isPlace != 0 && t.ev&isWord == 0 && d.gap(r, i+1) == " " && siteNouns[d.at(r, i+1).fold] {
		d.ask(r, i, i+1, Place, rulePlace)
		return true
	}
	if p := d.at(r, i-1); p.fold == "in" && d.joined(r, i) && !d.joined(r, i+1) && !d.noun(t.fold, 1) && d.unknownWord(r, i) {
		d.ask(r, i, i+1, Place, ruleNet) // b in abeokuta.
		return true
	}
	if t.ev != 0 || stateWords[t.fold] || len([]rune(t.fold)) < 4 || strings.Contains(t.fold, "-") || strings.HasSuffix(t.fold, "bot") {
		return false
	}
	switch {
	case d.owns(r, i, i+1, t.fold):
		d.claim(r, i, i+1, Org, true, ruleDomain)
	case d.codenameCue(r, i, i+1):
		if d.account.parts.Ask(d.notes, t.fold) || d.mid(t.fold, 1) {
			d.claim(r, i, i+1, Codename, true, ruleCodename)
		} else {
			d.ask(r, i, i+1, Codename, ruleCodename)
		}
	case d.account.parts.Ask(d.notes, t.fold):
		d.ask(r, i, i+1, Codename, ruleSeed)
	case d.before(r, i, i+1) >= strong && toldVerbs[d.at(r, i-1).fold] && !t.foreign && !t.german:
		d.ask(r, i, i+1, Person, ruleCue)
	case d.after(r, i+1) >= strong && d.at(r, i+1).fold != "who" && !prepositions[d.at(r, i-1).fold] && !t.foreign && !t.german && !d.noun(t.fold, 1):
		d.ask(r, i, i+1, Person, ruleCue) // wale asked me
	default:
		return false
	}
	return true
}

// mixedName judges QuillMark and iPhone: the owner of a domain, a company by its cue, and otherwise a question if a
// part of it is no word; KeyError is none.
func (d *nameDoc) mixedName(r, i int, t *tok) {
	if t.ev&(isProduct|isAcronym|isWord) != 0 || t.part != prose || cmdlet(t.text) {
		return
	}
	if d.owns(r, i, i+1, t.fold) {
		d.claim(r, i, i+1, Org, true, ruleDomain)
		return
	}
	if d.team(r, i, i+1) || d.org(r, i, i+1) {
		return
	}
	odd := false
	for _, w := range camelParts(t.text) {
		f := foldName(w)
		odd = odd || len(w) > 3 && strange(f)
	}
	c, _ := firstRune(t.text)
	if odd && unicode.IsUpper(c) && !doubled(t.text) {
		d.ask(r, i, i+1, d.guess(r, i, i+1), ruleNet)
	}
}

var prepositions = nameSet("of in from at for to into on via per under over about")

func firstRune(s string) (rune, int) {
	for i, c := range s {
		return c, i
	}
	return 0, 0
}

// camelParts cuts a word where small letters are followed by a capital.
func camelParts(s string) []string {
	var parts []string
	start := 0
	var before rune
	for i, c := range s {
		if i > start && unicode.IsUpper(c) && !unicode.IsUpper(before) || c == '-' || c == '\'' {
			parts = append(parts, strings.Trim(s[start:i], "-'"))
			start = i
		}
		before = c
	}
	return append(parts, strings.Trim(s[start:], "-'"))
}

// nickname judges a word with digits or _: Krabbe_TV the streamer, asked grace_a.
func (d *nameDoc) nickname(r, i int, t *tok) {
	c, _ := firstRune(t.text)
	if t.part != prose || !unicode.IsLetter(c) || len(t.text) < 4 {
		return
	}
	p := d.at(r, i-1)
	before := d.before(r, i, i+1)
	switch {
	case d.joined(r, i) && nickWords[p.fold]:
		d.claim(r, i, i+1, Person, true, ruleCue)
	case before >= strong && (toldVerbs[p.fold] || greeting(p.fold)):
		d.ask(r, i, i+1, Person, ruleCue)
	}
}

var nickWords = nameSet("streamer youtuber player gamer nick nickname alias username gamertag moderator mod caster influencer " +
	"blogger commenter redditor twitch")
