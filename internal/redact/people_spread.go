package redact

import (
	"slices"
	"sort"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// statements is for what a sentence says outright, whatever the word looks like: by bones (that's me).
func (d *nameDoc) statements() {
	for r := range d.toks {
		for i := range d.toks[r] {
			if !d.free(r, i) || d.at(r, i).part != prose {
				continue
			}
			t := d.at(r, i)
			n, m := d.at(r, i+1), d.at(r, i+2)
			p := d.at(r, i-1)
			me := d.gap(r, i+1) == " (" && (n.fold == "that" && n.possessive && m.fold == "me" || n.fold == "thats" && m.fold == "me" ||
				n.fold == "me" && strings.HasPrefix(d.gap(r, i+2), ")") || n.fold == "das" && m.fold == "bin" || n.fold == "myself")
			signed := d.joined(r, i) && p.fold == "am" && d.at(r, i-2).fold == "i" && t.ev == 0 && t.shape == shapeLower && len(t.text) > 3
			handle := d.gap(r, i+1) == " (@" && t.shape == shapeLower && (!d.ordinary(t) && len(t.text) > 2 || strings.HasPrefix(foldName(n.text), t.fold) && len(t.text) > 1)
			told := t.ev&isProduct == 0 && strings.HasPrefix(d.gap(r, i+1), " (") && realName.MatchString(d.rs[r].text[t.end:min(len(d.rs[r].text), t.end+90)])
			me = me && (t.ev&isWord == 0 || t.ev.name() || t.first || n.fold != "me" || p.fold == "by" || p.fold == "from" || p.fold == "with")
			if (me || handle || told) && !functionWords["en"][t.fold] {
				d.claim(r, i, i+1, Person, true, ruleCue)
			} else if n.fold == "is" && m.fold == "what" && d.at(r, i+3).fold == "we" && d.at(r, i+4).fold == "call" && !pronounsI[d.at(r, i+5).fold] && d.gap(r, i+1) == " " && !determiners[t.fold] && !pronounsI[t.fold] {
				d.claim(r, i, i+1, Codename, true, ruleCodename) // obsidian is what we call the auth engine
			} else if t.shape == shapeLower && t.ev == 0 && !t.foreign && !t.german && len(t.text) > 3 && strange(t.fold) && !inflected(t.fold) && d.gap(r, i+1) == " " && n.fold == "is" &&
				(settings[m.fold] || determiners[m.fold] && settings[d.at(r, i+3).fold]) {
				d.claim(r, i, i+1, Codename, false, ruleCodename) // molue is staging
			} else if d.gap(r, i+1) == " " && isOurs[n.fold+" "+m.fold] && d.gap(r, i+2) == " " && d.joined(r, i+3) && !closedClass[t.fold] && !determiners[t.fold] && !pronounsI[t.fold] && !roleNouns[d.at(r, i+3).fold] &&
				(t.german && t.shape == shapeTitle && d.small(t.fold, 1) || !d.ordinary(t) && !t.plainName()) {
				d.claim(r, i, i+1, Codename, false, ruleCodename) // Speiche ist unser Lagerabgleich
			} else if (t.fold == "pager" || t.fold == "on-call" || t.fold == "oncall") && n.fold == "for" && d.joined(r, i+1) && d.joined(r, i+2) {
				d.pagerFor(r, i+2)
			} else if t.shape == shapeUpper && len(t.text) > 1 && len(t.text) < 4 && t.ev&isProduct == 0 && d.joined(r, i) && (toldVerbs[p.fold] && p.fold != "cc" && d.toldTo(r, i) || d.gap(r, i+1) == " (" && n.fold == "the" && d.after(r, i+1) >= strong) {
				d.claim(r, i, i+1, Person, false, ruleMaybe) // asked TK, who
			} else if d.nicknamed(r, i) {
				d.claim(r, i, d.nickEnd(r, i), Person, true, ruleCue)
			} else if signed && d.account.parts.Ask(d.notes, t.fold) {
				d.claim(r, i, i+1, Person, true, ruleCue)
			}
		}
	}
}

// isOurs stand between an internal name and what it is.
var isOurs = nameSetOf("is our", "ist unser", "ist unsere", "es nuestro", "es nuestra", "é nosso", "é nossa", "est notre", "è il nostro", "är vår", "är vårt", "is onze", "is ons", "to nasz", "to nasza", "er vores", "er vår", "on meidän")

func nameSetOf(phrases ...string) map[string]bool {
	m := map[string]bool{}
	for _, p := range phrases {
		m[foldName(p)] = true
	}
	return m
}

// pagerFor asks about the one or two words at token i as a team: had the pager for web core.
func (d *nameDoc) pagerFor(r, i int) {
	t, n := d.at(r, i), d.at(r, i+1)
	if !d.free(r, i) || determiners[t.fold] || closedClass[t.fold] || t.shape == shapeIdent || t.ev&(isMonth|isWeekday) != 0 || t.ev&isProduct != 0 {
		return
	}
	j := i + 1
	if d.gap(r, j) == " " && d.free(r, j) && n.shape == t.shape && !functionWords["en"][n.fold] && !closedClass[n.fold] {
		j++
	}
	d.claim(r, i, j, Team, false, ruleTeam)
}

// toldTo says whether what follows token i is what somebody is told: who, to, if.
func (d *nameDoc) toldTo(r, i int) bool {
	t, n := d.at(r, i), d.at(r, i+1)
	switch g := d.gap(r, i+1); {
	case n.fold == "who":
		return g == ", " || g == " "
	case g == " (":
		for k := i + 2; k < i+8; k++ {
			if strings.HasPrefix(d.gap(r, k), ")") {
				return d.gap(r, k) == "), " && d.at(r, k).fold == "who" // JPM (not the bank), who
			}
		}
		return false
	case t.ev&isAcronym != 0 || roleNouns[t.fold] || teamNouns[t.fold]:
	case g == " ":
		return n.fold == "to" || n.fold == "if" || n.fold == "whether" || n.fold == "about" || n.fold == "for" || n.fold == "and"
	}
	return false
}

// settings are what a cluster or a machine is said to be.
var settings = nameSet("staging prod production preprod qa uat sandbox standby dr primary secondary replica cluster gateway broker bastion")

// isNick follows a nickname: Bank (that is his nickname, …
var isNick = newPattern(`(?i)^["'”’*_]* ?(?:,|\(|=|-|–|—|is|was)? ?(?:that(?:'s| is|s)|it(?:'s| is))? ?(?:only |just |actually )?(?:his|her|their|my|a|the) (?:nick(?:name)?|handle|callsign|chat name|slack name)\b` +
	`|^ \((?:nick(?:name)?|that(?:'s| is) what (?:we|everybody|everyone|people)(?: all)? (?:calls?(?: (?:him|her|them))?|says?|use))\b`)

// nickIs goes before a nickname: we call him Turbo, nickname: Moose.
var nickIs = newPattern(`(?i)(?:\b(?:nick(?:name)?d?(?: (?:for|of) (?:him|her|them|[\w']+))?|goes by|known (?:here |to us )?as|a\.?k\.?a\.?|(?:call|calls|called) (?:him|her|them)|(?:listens|answers|goes) (?:to|by)(?: the (?:nick)?name(?: of)?)?)` +
	`(?: is| was|:| =|,)? ?["'“‘*_]*|\b(?:everybody|everyone|people|they all|we all|the team|the whole team)(?: just| only)? (?:says?|calls? (?:him|her|them)|uses?) ["'“‘*_]*|\b(?:genannt|Spitzname(?: ist|:)?|surnommée?|alias|apodad[oa]|apelidad[oa]|soprannominat[oa]) ["'“‘«]*)$`)

// nicknamed says whether the text says outright that token i is what somebody is called.
func (d *nameDoc) nicknamed(r, i int) bool {
	t := d.at(r, i)
	if functionWords["en"][t.fold] || closedClass[t.fold] || determiners[t.fold] || pronounsI[t.fold] || titles[t.fold] || t.shape == shapeIdent && len(t.text) < 3 {
		return false
	}
	text := d.rs[r].text
	if mayNick(text[t.end:min(len(text), t.end+28)]) && isNick.MatchString(text[t.end:min(len(text), t.end+60)]) && (t.capital() || t.ev&isWord == 0 || d.gap(r, i+1) == " (") {
		return true
	}
	from := max(0, t.start-40)
	return t.shape != shapeLower && !(t.shape == shapeUpper && t.ev&isWord != 0 && !t.ev.name()) && mayNick(text[from:t.start]) && nickIs.MatchString(text[from:t.start])
}

// mayNick says whether a text has a word of such a sentence, for speed.
func mayNick(s string) bool {
	for _, w := range []string{"nick", "Nick", "call", "says ", "say ", "use ", "uses ", "handle", " name", " by", "known", "aka", "a.k.a", "to ", "alias", "genannt", "Spitz", "surnom", "apod", "apelid", "sopran"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// nickEnd takes in a second word of a nickname: Captain Haruna.
func (d *nameDoc) nickEnd(r, i int) int {
	if n := d.at(r, i+1); d.gap(r, i+1) == " " && d.free(r, i+1) && d.at(r, i).capital() && n.capital() {
		return i + 2
	}
	return i + 1
}

// spread finds every further place of what is certain: its forms, the words of a name, and the logins made of it,
// in any case and inside identifiers. A form that is also an ordinary word follows only as written, and without a cue
// it is asked about. Spread then, with certain false, finds every further place of what is asked about.
func (d *nameDoc) spread(certain bool) {
	before := len(d.found[0])
	d.spreadIn(0, certain)
	if certain {
		for _, w := range sureWords(d.rs[0], d.found[0][before:]) {
			d.account.sureWords.Tell(d.notes, w, true)
		}
		d.spreadSmall(0)
	}
}

// A sighting is a place where a form stands that is spread.
type sighting struct {
	start, end int
	form       string
	exact      bool // the form is an ordinary word too
	kind       Kind
}

// A spreadForm is a form that is spread, and what it is of.
type spreadForm struct {
	key  string // of which each is spread once
	form form
	kind Kind
}

// spreadForms are what is spread of what was found in a text.
func spreadForms(r *reading, found []match, certain bool) (out []spreadForm) {
	add := func(s string, kind Kind) {
		key := foldName(s)
		exact := plainWords(key)
		if exact {
			key = s
		}
		if len(s) < 2 || exact && strings.ToLower(s) == s {
			return
		}
		out = append(out, spreadForm{key, form{text: s, exact: exact}, kind})
	}
	for _, m := range found {
		if m.certain != certain || m.kind == Role {
			continue
		}
		text := r.text[m.start:m.end]
		add(text, m.kind)
		if !certain {
			continue
		}
		for _, w := range wordsOf(text) {
			if follows(w, text, m.kind) {
				add(w, m.kind)
			}
		}
		if k := familyStart(text); m.kind == Person && k > 0 {
			add(text[k:], m.kind) // van den Berg
		}
		if m.kind == Person {
			for _, login := range strangeLogins(text) {
				add(login, User)
			}
		}
	}
	return out
}

// sureWords are the folded words of the names that are certain, out of what was found.
func sureWords(r *reading, found []match) (out []string) {
	for _, m := range found {
		if m.certain && m.kind == Person {
			for _, w := range wordsOf(r.text[m.start:m.end]) {
				out = append(out, foldName(w))
			}
		}
	}
	return out
}

// familyStart is where the family name begins in a full name with particles, 0 where there is none.
func familyStart(name string) int {
	for i := 1; i < len(name); i++ {
		if name[i-1] != ' ' {
			continue
		}
		if w, _, ok := strings.Cut(name[i:], " "); ok && particles[w] && !conjunction(w) {
			return i
		}
	}
	return 0
}

// findCuedSmall notes the names that stand in small letters with a cue.
func (d *nameDoc) findCuedSmall() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape != shapeLower || t.part != prose || t.taken {
				continue
			}
			if m, ok := d.claimed(r, i); ok && m.certain && m.kind == Person && m.rule == ruleCue || t.ev&^(isGiven|isFamily) == 0 && d.personCue(r, i, i+1) >= strong {
				d.cued = append(d.cued, t.fold)
			}
		}
	}
}

// follows says whether a word of a certain name stands for it alone.
func follows(w, name string, kind Kind) bool {
	fold := foldName(w)
	if len([]rune(fold)) < 2 || w == name || particles[fold] || nameTails[fold] || titles[fold] && !evidenceOf(fold).name() {
		return false
	}
	ev := evidenceOf(fold)
	switch kind {
	case Person:
		return ev.name() || ev&(isWord|isProduct|isAcronym|isMonth|isWeekday) == 0
	case Org:
		return ev&(isWord|isProduct|isAcronym|isPlace|isForeign) == 0 && !lexicon.GermanWord(fold) && !ev.name() && !orgSuffixes[fold] && !orgNouns[fold] && !orgHeads[fold]
	case Codename:
		return ev == 0
	}
	return false
}

// plainWords says whether every word of a folded form is an ordinary one, so that only its case tells it.
func plainWords(fold string) bool {
	for _, w := range strings.Fields(fold) {
		if evidenceOf(w)&(isWord|isAmbiguous|isProduct|isAcronym|isMonth|isWeekday) == 0 && len(w) > 2 {
			return false
		}
	}
	return true
}

func (d *nameDoc) spreadIn(r int, sure bool) {
	if len(d.seen) == 0 {
		return
	}
	d.write()
	covered := d.coverage(r)
	for _, h := range d.seen {
		if covered.any(h.start, h.end) {
			continue
		}
		kind, certain := h.kind, sure
		i, j := d.within(r, h.start, h.end)
		if i < j && d.at(r, i).part == unseen {
			continue
		}
		if sure && kind == Person && i+1 == j {
			if t, p := d.at(r, i), d.at(r, i-1); seasons[t.fold] && d.joined(r, i) && (inSeason[p.fold] || germanArticles[p.fold] && t.german) {
				continue // bis Sommer, beside Frau Sommer
			}
			certain = !d.otherwise(r, i, h)
		}
		if h.exact && i < j {
			t := d.at(r, i)
			if t.ev&(isMonth|isWeekday) != 0 && d.dated(r, i) {
				continue // In May: for the date rules
			}
			cue := d.personCue(r, i, j)
			switch {
			case !sure && t.first && j-i == 1 && kind != Person:
				continue
			case !sure:
			case kind != Person:
				certain = !t.first || j-i > 1
			case cue == medium && t.first && t.ev&isWord != 0 && d.gap(r, j) == " " && (d.at(r, j).fold == "is" || d.at(r, j).fold == "was") && j-i == 1 && t.fold != "will":
				certain = false // Patience is what I lacked
			case cue >= medium && certain, j-i > 1:
			default:
				certain = false
			}
			if t.start != h.start && t.end != h.end {
				certain = false
			}
			if !certain && t.ev&isProduct != 0 && d.gap(r, j) == " " && thingNouns[d.at(r, j).fold] {
				continue // The Hana database beside Hana
			}
		}
		if i+1 == j && (kind == Org || kind == Codename || kind == Place && strings.IndexByte(d.at(r, i).text, '-') > 0 || kind == User && strings.HasPrefix(d.at(r, i).text[min(len(d.at(r, i).text), h.end-d.at(r, i).start):], "_") || kind == Person && !sure && strings.IndexByte(d.at(r, i).text, '-') > 0 && d.at(r, i).start == h.start) && !covered.any(d.at(r, i).start, d.at(r, i).end) {
			if t := d.at(r, i); t.shape == shapeLower || t.shape == shapeIdent {
				h.start, h.end = t.start, t.end // maehwa-edge, acme_prod: the rest of the word tells as much
			}
		}
		if p := d.at(r, i-1); kind == Person && certain && i > 0 && d.at(r, i).start == h.start && d.gap(r, i) == " " && (p.shape == shapeTitle || p.shape == shapeLower && d.at(r, i).shape == shapeLower && !determiners[d.at(r, i-2).fold]) && sizes[p.fold] && !covered.any(p.start, p.end) {
			h.start, i = p.start, i-1 // Big Davie
		}
		covered.set(h.start, h.end)
		d.found[r] = append(d.found[r], match{start: h.start, end: h.end, kind: kind, certain: certain, rule: ruleSpread})
		for k := i; k < j; k++ {
			if d.owner[r][k] == 0 {
				d.owner[r][k] = int32(len(d.found[r]))
			}
		}
	}
}

// otherwise says whether the word at token i, in which the name of somebody was sighted, may be something else here.
func (d *nameDoc) otherwise(r, i int, h sighting) bool {
	t, p := d.at(r, i), d.at(r, i-1)
	joined := d.joined(r, i)
	switch {
	case t.shape == shapeLower && t.part == prose && t.start == h.start && t.end == h.end && !d.smallToo(r, i, h.form):
		return true // perhaps a word of another language: la luz
	case t.capital() && contracted[p.fold] && joined && p.shape == shapeLower:
		return true // am Kai
	case t.capital() && d.articled(r, i) && t.ev&isPlace == 0 && !(p.fold == "the" && thingless(d, r, i+1)):
		return true // the Mercedes
	case joined && saintly[p.fold] && p.shape == shapeLower:
		return true // sainte Rita, beside Rita
	case d.gap(r, i+1) == " " && d.at(r, i+1).fold == "means":
		return true // Umut means hope
	case t.german && joined && germanArticles[p.fold] && t.ev&(isGerman|isGermanToo) != 0 && t.ev&isGiven == 0:
		return true // im Sommer, beside Herr Sommer
	case t.german && joined && p.german && p.shape == shapeLower && (strings.HasSuffix(p.fold, "en") || strings.HasSuffix(p.fold, "e")) && d.joined(r, i-1) && germanArticles[d.at(r, i-2).fold]:
		return true // mit dem bösen Wolf
	}
	part := t.start < h.start || t.end > h.end
	return part && strings.ContainsRune(t.text, '-') && slices.ContainsFunc(strings.Split(t.fold, "-"), lexicon.Product) // redux-saga
}

// contracted are a preposition and an article in one, before things and places only.
var contracted = nameSet("am im ins ans aufs zum zur")

// thingless says whether a noun goes on at token j, so that an article before the name is that noun's: the Priya incident.
func thingless(d *nameDoc, r, j int) bool {
	n := d.at(r, j)
	return d.gap(r, j) == " " && n.shape == shapeLower && n.ev&isWord != 0 && !closedClass[n.fold] && !prepositions[n.fold]
}

// inSeason stand before a season that is one.
var inSeason = nameSet("in last this next since until till by early late mid every each all before after during over bis seit nach vor zum im letzten diesen nächsten vorigen kommenden jeden den ab")

// smallToo says whether a small word is surely the name it looks like: it has a cue, or small letters are the way the
// account writes that name, and no article stands before it.
func (d *nameDoc) smallToo(r, i int, name string) bool {
	p := d.at(r, i-1)
	if d.joined(r, i) && determiners[p.fold] {
		return false
	}
	if !d.joined(r, i) && !d.at(r, i).lineStart && d.personCue(r, i, i+1) < weak {
		return false // in quotes, or after a comma, it may be a proverb
	}
	return strings.ToLower(name) == name || d.account.cuedSmall.Ask(d.notes, d.at(r, i).fold) || d.before(r, i, i+1) >= strong || d.after(r, i+1) >= medium || d.account.people.Ask(d.notes, d.at(r, i).fold)
}

// dated says whether the month or weekday at token i stands as one.
func (d *nameDoc) dated(r, i int) bool {
	p, g := d.at(r, i-1), d.gap(r, i+1)
	switch p.fold {
	case "in", "since", "until", "till", "by", "of", "last", "this", "next", "early", "late", "mid", "during", "before", "after", "im":
		return d.joined(r, i)
	}
	if beforeDays[p.fold] && d.joined(r, i) {
		return true
	}
	n := d.at(r, i+1)
	return g == " " && n.shape == shapeIdent && n.text[0] >= '0' && n.text[0] <= '9' || d.joined(r, i) && p.shape == shapeIdent
}

// within is the range of tokens that lie at least partly in [start, end).
func (d *nameDoc) within(r, start, end int) (i, j int) {
	ts := d.toks[r]
	i = sort.Search(len(ts), func(k int) bool { return ts[k].end > start })
	j = i
	for j < len(ts) && ts[j].start < end {
		j++
	}
	return i, j
}

// spreadSmall claims small-letter places of a certain name that is also a word, where a cue leaves no doubt:
// jack says do it.
func (d *nameDoc) spreadSmall(r int) {
	for i := range d.toks[r] {
		t := d.at(r, i)
		if t.shape != shapeLower || !d.free(r, i) || t.part != prose || modal[t.fold] || !d.account.sureWords.Ask(d.notes, t.fold) {
			continue
		}
		p, n := d.at(r, i-1), d.at(r, i+1)
		verb := d.gap(r, i+1) == " " && (saidVerbs[n.fold] || didVerbs[n.fold] || toldVerbs[n.fold])
		if d.joined(r, i) && auxiliaries[p.fold] && verb || d.joined(r, i) && (p.fold == "can" || p.fold == "let") && verb {
			d.claim(r, i, i+1, Person, true, ruleSpread) // can grace ask them?
			continue
		}
		if d.joined(r, i) && (determiners[p.fold] || pronounsI[p.fold] || p.fold == "to" && !toVerbs[d.at(r, i-2).fold]) {
			continue
		}
		subject := d.gap(r, i+1) == " " && saidVerbs[n.fold] && (strings.HasSuffix(n.fold, "s") || strings.HasSuffix(n.fold, "ed") ||
			n.fold == "said" || n.fold == "wrote" || n.fold == "thought") ||
			d.gap(r, i+1) == " " && (n.fold == "talks" || n.fold == "writes" || n.fold == "wrote") || verb && d.account.cuedSmall.Ask(d.notes, t.fold) && t.ev&isAmbiguous == 0
		if subject || d.before(r, i, i+1) >= strong || t.possessive && ownNouns[n.fold] {
			d.claim(r, i, i+1, Person, true, ruleSpread)
		} else if verb && d.account.cuedSmall.Ask(d.notes, t.fold) || verb && didVerbs[n.fold] && !auxiliaries[n.fold] || d.opens(r, i) && d.gap(r, i+1) == " " && (auxiliaries[n.fold] || verb || n.fold == "here") ||
			t.possessive || d.before(r, i, i+1) >= medium || d.joined(r, i) && p.fold == "is" && strings.HasPrefix(d.gap(r, i+1), ".") {
			d.claim(r, i, i+1, Person, false, ruleMaybe) // prosper adds after, grant's kid
		}
	}
}

// opens says whether token i begins a clause.
func (d *nameDoc) opens(r, i int) bool {
	t, p := d.at(r, i), d.at(r, i-1)
	return t.first || t.lineStart || !d.joined(r, i) || p.fold == "and" || p.fold == "then" || p.fold == "but" || p.fold == "so" || p.fold == "because" || p.shape == shapeIdent
}

// realName after a nickname says whose it is.
var realName = newPattern(`^ \([^()\n]{0,60}(?:real|actual|full|proper) name`)

var modal = nameSet("will may can might would could should do be i in on it an so as")

// A coverage says which bytes of a reading are found or taken.
type coverage []bool

func (d *nameDoc) coverage(r int) coverage {
	c := make(coverage, len(d.rs[r].text)+1)
	for _, m := range d.found[r] {
		c.set(m.start, m.end)
	}
	for _, m := range d.taken[r] {
		if m.certain || m.kind != Host && m.kind != Other && m.kind != Codename {
			c.set(m.start, m.end)
		}
	}
	return c
}

func (c coverage) set(start, end int) {
	for i := start; i < end && i < len(c); i++ {
		c[i] = true
	}
}

func (c coverage) any(start, end int) bool {
	for i := start; i < end && i < len(c); i++ {
		if c[i] {
			return true
		}
	}
	return false
}
