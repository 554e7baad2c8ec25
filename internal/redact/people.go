package redact

import (
	"slices"
	"strings"
	"unicode"

	"firsthand/internal/redact/ledger"
	"firsthand/internal/redact/lexicon"
)

// findPeople finds people, organisations, teams, places and internal names in prose and chat: what has no shape of its
// own and is known by lists, by the words around it, by where else it stands, or by nothing but its capital letter.
//
// Taken are the structural matches of each reading; their words are no candidates but seed names: priya.patel@ makes
// Priya and Patel people. The result has one slice per reading, as rs; matches of it do not overlap each other.
//
// Certain are listed names, names with a cue, and every further place of those. Everything else that looks like a name
// and is no ordinary word is uncertain: the net.
func findPeople(rs []*reading, taken [][]match, known []Known) [][]match {
	return findPeopleBy(newAccount(), newTrails(rs), taken, known)
}

// findPeopleBy is findPeople in texts that were perhaps looked through before, for an account whose ledger was kept.
func findPeopleBy(a *account, texts []*trail, taken [][]match, known []Known) [][]match {
	p := newPeople(a, texts, taken, known)
	p.each(stageChat, (*nameDoc).chat)
	p.fillLabels()
	p.each(stageFirst, func(d *nameDoc) {
		d.labelRun()
		d.scripts()
		d.speeches()
		d.institutions()
		d.full()
	})
	p.each(stageFull, func(d *nameDoc) { // what is certain in mid-sentence holds where a sentence begins
		d.full()
		d.smallCued()
		d.kin()
		d.domainWords()
	})
	p.each(stageNames, func(d *nameDoc) {
		d.names()
		d.records()
		d.said()
		d.statements()
	})
	p.fillWaiting()
	p.each(stagePaths, (*nameDoc).paths)
	p.fillSure()
	p.each(stageConfirm, (*nameDoc).confirm)
	p.fillInitials()
	p.each(stageInitials, func(d *nameDoc) {
		d.initials()
		d.findCuedSmall()
	})
	p.spread(stageSpread, true)
	p.fillFirsts()
	p.each(stageBare, (*nameDoc).bareFirst)
	p.each(stageSettle, func(d *nameDoc) {
		d.scriptRuns()
		d.smallPlaces()
		d.unknown()
		d.settle()
	})
	p.spread(stageLast, false)
	return p.found()
}

// A nameDoc is one text of an account while names are looked for in it. Of the other texts it knows what the account's
// ledger answers, and nothing else.
type nameDoc struct {
	progress
	rs      [1]*reading
	taken   [1][]match
	account *account
	notes   *ledger.Notes // of the stage under way
	seen    []sighting    // where forms that are looked for again stand

	sharedFound, sharedToks bool // these are still those of the stage before, and not to be written into
}

// progress is how far the search has come in one text. Once a stage has ended it never changes.
type progress struct {
	toks    [1][]tok
	german  bool // a stretch of the account is German
	foreign bool // a stretch is neither English nor German

	found   [1][]match  // claimed so far
	owner   [1][]int32  // by token: index into found plus one
	pending []candidate // uncertain, unless a certain name turns out to cover them
	labels  []labelled  // how its lines begin, if it is a chat
	cued    []string    // words that stand in small letters with a cue
}

// small says whether a word stands that often in small letters in the prose of the account.
func (d *nameDoc) small(w string, often int) bool { return d.account.small.AtLeast(d.notes, w, often) }

// noun says whether it stands there that often after an article or the like, as a common noun.
func (d *nameDoc) noun(w string, often int) bool { return d.account.noun.AtLeast(d.notes, w, often) }

// mid says whether a word stands that often with a capital in the middle of a sentence.
func (d *nameDoc) mid(w string, often int) bool { return d.account.mid.AtLeast(d.notes, w, often) }

// write is called before anything is written into found or owner.
func (d *nameDoc) write() {
	if d.sharedFound {
		d.found[0], d.owner[0] = slices.Clone(d.found[0]), slices.Clone(d.owner[0])
		d.sharedFound = false
	}
}

// writeToks is called before anything is written into toks.
func (d *nameDoc) writeToks() {
	if d.sharedToks {
		d.toks[0] = slices.Clone(d.toks[0])
		d.sharedToks = false
	}
}

// A candidate is a run of words that may be a name, with what the rules made of it.
type candidate struct {
	r, i, j int // reading, tokens [i, j)
	kind    Kind
	rule    string
}

// markTaken marks the words that lie inside certain structural matches. These come in order.
func markTaken(ts []tok, ms []match) {
	k, reach := 0, 0
	for i := range ts {
		for k < len(ms) && ms[k].start <= ts[i].start {
			// A question about a host or a role may still be a name that the lists are sure of.
			if ms[k].certain || ms[k].kind != Host && ms[k].kind != Other && ms[k].kind != Codename {
				reach = max(reach, ms[k].end)
			}
			k++
		}
		ts[i].taken = ts[i].start < reach
	}
}

// nick says whether a match is a bare nick, of letters alone.
func nick(r *reading, m match) bool {
	if m.kind != Handle {
		return false
	}
	return !strings.ContainsFunc(r.text[m.start:m.end], func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) && c != '-' })
}

func nicksOf(r *reading, ms []match) []string {
	var out []string
	for _, m := range ms {
		if nick(r, m) {
			out = append(out, foldName(r.text[m.start:m.end]))
		}
	}
	return out
}

// markPhrases gives the words of products and places of several words what the list says of the whole, so that Google
// Cloud is no customer and New York is one place.
func markPhrases(r *reading, ts []tok) {
	most := max(lexicon.MaxPlaceWords(), lexicon.MaxProductWords())
	for i := range ts {
		if ts[i].shape != shapeTitle && ts[i].shape != shapeUpper {
			continue
		}
		phrase := ts[i].fold
		for j := i + 1; j < len(ts) && j < i+most && r.text[ts[j-1].end:ts[j].start] == " "; j++ {
			phrase += " " + ts[j].fold
			switch {
			case lexicon.Product(phrase):
				for k := i; k <= j; k++ {
					ts[k].ev = ts[k].ev&^(isGiven|isFamily|isPlace) | isProduct
				}
			case lexicon.Place(phrase):
				for k := i; k <= j; k++ {
					ts[k].ev, ts[k].phrase = isPlace, j-i+1
				}
			}
		}
	}
}

// claim takes the tokens [i, j) of reading r as one match. The first claim of a token wins.
func (d *nameDoc) claim(r, i, j int, kind Kind, certain bool, rule string) {
	for k := i; k < j; k++ {
		if d.owner[r][k] != 0 {
			return
		}
	}
	ts := d.toks[r]
	if kind == Person {
		i = d.titleStart(r, i, j)
		j = d.titleEnd(r, j)
	}
	end := ts[j-1].end
	if kind == Person && ts[j-1].honored {
		end += len(d.rs[r].text[end:]) - len(strings.TrimLeftFunc(d.rs[r].text[end+1:], unicode.IsLetter))
	}
	if kind == Person && j-i > 1 && ts[j-1].initial() && strings.HasPrefix(d.rs[r].text[end:], ".") {
		end++ // Chema U.
	}
	if kind == Org && saints[ts[i].fold] && ts[j-1].possessive {
		end += strings.IndexAny(d.rs[r].text[end:], "sS") + 1 // St Declan's
	}
	d.write()
	d.found[r] = append(d.found[r], match{
		start: ts[i].start, end: end, kind: kind, certain: certain, rule: rule,
	})
	for k := i; k < j; k++ {
		d.owner[r][k] = int32(len(d.found[r]))
	}
}

// titleStart takes in the title before a name, which tells as much as a pronoun: Mrs Ighodalo, die Conny, Big Mike.
func (d *nameDoc) titleStart(r, i, j int) int {
	for i > 0 {
		p, g := d.at(r, i-1), d.gap(r, i)
		if g != " " && g != ". " || !p.title() || !d.free(r, i-1) || p.possessive || g == ". " && len(p.text) > 5 {
			break
		}
		i--
	}
	if p := d.at(r, i-1); d.gap(r, i) == " " && d.free(r, i-1) {
		switch {
		case (p.text == "I" || p.text == "Ni") && balinese[d.at(r, i).fold]:
			i-- // I Wayan Sudiarta
		case p.german && dearArticles[p.fold] && j-i == 1 && d.gap(r, i-1) != ", ",
			p.shape == shapeTitle && sizes[p.fold] && d.at(r, i).capital() && (d.at(r, i).ev.name() || d.mid(d.at(r, i).fold, 1)),
			p.shape == shapeLower && foreignRoles[p.fold]:
			i--
		}
	}
	return i
}

// titleEnd takes in the honorific after a name: Emre Bey, Anjali ma'am, Sato-san.
func (d *nameDoc) titleEnd(r, j int) int {
	if n := d.at(r, j); d.gap(r, j) == " " && d.free(r, j) && honorifics[n.fold] && n.fold != "shi" && !n.possessive {
		return j + 1
	}
	return j
}

// balinese are names by order of birth, before which Bali sets I and Ni.
var balinese = nameSet("wayan putu gede made kadek nyoman komang ketut luh ayu")

// dearArticles stand before a first name in spoken German.
var dearArticles = nameSet("der die den dem")

// sizes before a first name, with a capital, make a nickname of both.
var sizes = nameSet("big little old young tall lil small fat crazy long wee")

// foreignRoles stand before a name as a title does, in languages whose words say nothing here: kierownik Dudek.
var foreignRoles = nameSet(`kierownik kierowniczka kolega koleżanka szef szefowa prezes dyrektor inżynier doktor profesor majster
	bhaiyya compañero compañera colega jefe jefa ingeniero ingeniera licenciado profe maestro engenheiro engenheira chefe gerente
	ingegnere ingegner collega capo dottore collègue chef cheffe patron docteur ingénieur müdür şef mühendis doktor hocam
	kollega chefen sjefen ingenjör ingeniør pomocnik brat kum majstor šéf vedoucí inženýr főnök`)

// claimed is the match that token k of reading r belongs to.
func (d *nameDoc) claimed(r, k int) (match, bool) {
	if k < 0 || k >= len(d.owner[r]) || d.owner[r][k] == 0 {
		return match{}, false
	}
	return d.found[r][d.owner[r][k]-1], true
}

// gap is what stands between token k-1 and token k; "\n" at the edges.
func (d *nameDoc) gap(r, k int) string {
	ts := d.toks[r]
	if k <= 0 || k >= len(ts) {
		return "\n"
	}
	return d.rs[r].text[ts[k-1].end:ts[k].start]
}

// at is token k of reading r; an empty one beyond the edges.
func (d *nameDoc) at(r, k int) *tok {
	if k < 0 || k >= len(d.toks[r]) {
		return &tok{}
	}
	return &d.toks[r][k]
}

// ordinary says whether the word is one that identifies nobody: of the language it stands in, or of the trade.
func (d *nameDoc) ordinary(t *tok) bool {
	const common = isWord | isProduct | isAcronym | isMonth | isWeekday
	if t.ev&common != 0 || t.ev&isForeign != 0 && (t.foreign || t.first && (d.foreign || accented(t.text) || functionWords["xx"][t.fold] || functionWords["de"][t.fold]) || t.shape != shapeTitle || d.small(t.fold, 1)) || eponyms[t.fold] || stateWords[t.fold] {
		return true
	}
	if t.ev&isGerman != 0 && (t.german || d.german && !t.ev.name()) {
		return true
	}
	if t.german && functionWords["de"][t.fold] || t.foreign && functionWords["xx"][t.fold] || languageNames[t.fold] {
		return true
	}
	// A rare word, used as a common noun elsewhere, that has a capital only where a sentence begins.
	return d.noun(t.fold, 1) && !d.mid(t.fold, 1) && !t.ev.name()
}

// accentedWords look like names once their accents are gone.
var accentedWords = map[string]bool{"não": true, "está": true, "más": true, "été": true, "là": true, "così": true, "für": true}

// eponyms name laws, distances and tests, not colleagues.
var eponyms = nameSet(`murphy benford levenshtein moore conway amdahl lamport dijkstra kernighan postel bayes gauss fourier
	fibonacci zipf pareto poisson turing markov nagle huffman merkle hyrum goodhart parkinson occam hanlon heisenberg
	schrodinger bernoulli newton euler hamming dunning kruger peter pavlov faraday boolean cartesian gaussian unicode
	bourne shannon hounsfield navier stokes charcot erlang allan hawthorne maslow godwin brandolini sturgeon`)

// stateWords are written with a capital by machines: a pod hangs in Terminating.
var stateWords = nameSet(`terminating pending running ready notready completed failed unknown terminated evicted active
	inactive succeeded crashloopbackoff oomkilled scheduled bound unbound released suspended paused healthy unhealthy
	degraded available unavailable progressing error warning warn info debug fatal critical true false null none
	prod production staging preprod stage qa uat sandbox readonly leader follower primary secondary standby master slave running_ok ok yes no`)
