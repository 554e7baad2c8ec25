package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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
	return findPeopleBy(memory{}, rs, taken, known)
}

// findPeopleBy is findPeople with what is known of words already.
func findPeopleBy(words memory, rs []*reading, taken [][]match, known []Known) [][]match {
	d := newNameDoc(words, rs, taken, known)
	d.chat()
	d.scripts()
	d.speeches()
	d.institutions()
	d.full()
	d.smallCued()
	d.names()
	d.records()
	d.said()
	d.statements()
	d.paths()
	d.confirm()
	d.initials()
	d.spread(true)
	d.bareFirst()
	d.scriptRuns()
	d.smallPlaces()
	d.unknown()
	d.settle()
	d.spread(false)
	d.roles()
	for i := range d.found {
		slices.SortStableFunc(d.found[i], func(a, b match) int { return cmp.Compare(a.start, b.start) })
	}
	return d.found
}

// A nameDoc is all readings of an account while names are looked for in them.
type nameDoc struct {
	rs        []*reading
	taken     [][]match
	toks      [][]tok
	seeds     seeds
	german    bool            // a stretch of the account is German
	foreign   bool            // a stretch is neither English nor German
	nicks     []string        // folded nicks of chat logs
	odd       map[string]bool // by folded word: no list knows it
	cuedSmall map[string]bool // names that stand in small letters with a cue somewhere

	small map[string]int // how often a word stands in small letters in prose
	noun  map[string]int // of these, how often after an article or the like, as a common noun
	mid   map[string]int // how often with a capital in the middle of a sentence

	found   [][]match       // claimed so far
	owner   [][]int32       // by token: index into found plus one
	pending []candidate     // uncertain, unless a certain name turns out to cover them
	sure    map[string]Kind // folded forms that are certain, for spreading
}

// A candidate is a run of words that may be a name, with what the rules made of it.
type candidate struct {
	r, i, j int // reading, tokens [i, j)
	kind    Kind
	rule    string
}

func newNameDoc(words memory, rs []*reading, taken [][]match, known []Known) *nameDoc {
	d := &nameDoc{
		rs: rs, taken: make([][]match, len(rs)), toks: make([][]tok, len(rs)), found: make([][]match, len(rs)),
		owner: make([][]int32, len(rs)), odd: map[string]bool{}, cuedSmall: map[string]bool{}, small: map[string]int{}, noun: map[string]int{}, mid: map[string]int{}, sure: map[string]Kind{},
	}
	for i, r := range rs {
		ts := slices.Clone(r.tokens(words))
		d.markTaken(ts, taken, i)
		for k := range ts {
			d.german = d.german || ts[k].german
			d.foreign = d.foreign || ts[k].foreign
		}
		for k := range ts {
			t := &ts[k]
			if t.taken || t.part != prose {
				continue
			}
			switch {
			case t.shape == shapeLower:
				d.small[t.fold]++
				if k > 0 && ts[k-1].shape == shapeLower && determiners[ts[k-1].fold] {
					d.noun[t.fold]++
				}
			case t.shape == shapeTitle && !t.first:
				d.mid[t.fold]++
			}
		}
		d.toks[i] = ts
		d.owner[i] = make([]int32, len(ts))
	}
	if d.german {
		d.markGerman()
	}
	d.seeds = newSeeds(d, known)
	return d
}

// markGerman notes which words are ordinary German ones.
func (d *nameDoc) markGerman() {
	known := map[string]bool{}
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape == shapeIdent || t.ev&isWord != 0 {
				continue
			}
			is, ok := known[t.fold]
			if !ok {
				is = lexicon.GermanWord(t.fold)
				known[t.fold] = is
			}
			if is {
				t.ev |= isGerman
			}
		}
	}
}

// markTaken marks the words that lie inside certain structural matches.
func (d *nameDoc) markTaken(ts []tok, taken [][]match, r int) {
	if r >= len(taken) {
		return
	}
	d.nicks = append(d.nicks, nicksOf(d.rs[r], taken[r])...)
	// A nick is a name like others: Chidi of the log is in Chidi Okonjo-Bello.
	ms := slices.DeleteFunc(slices.Clone(taken[r]), func(m match) bool { return nick(d.rs[r], m) })
	slices.SortFunc(ms, func(a, b match) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	d.taken[r] = ms
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
		case p.german && dearArticles[p.fold] && j-i == 1 && d.gap(r, i-1) != ", ",
			p.shape == shapeTitle && sizes[p.fold] && d.at(r, i).capital() && (d.at(r, i).ev.name() || d.mid[d.at(r, i).fold] > 0),
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
	if t.ev&common != 0 || t.ev&isForeign != 0 && (t.foreign || t.first && (d.foreign || accented(t.text) || functionWords["xx"][t.fold] || functionWords["de"][t.fold]) || t.shape != shapeTitle || d.small[t.fold] > 0) || eponyms[t.fold] || stateWords[t.fold] {
		return true
	}
	if t.ev&isGerman != 0 && (t.german || d.german && !t.ev.name()) {
		return true
	}
	if t.german && functionWords["de"][t.fold] || t.foreign && functionWords["xx"][t.fold] || languageNames[t.fold] {
		return true
	}
	// A rare word, used as a common noun elsewhere, that has a capital only where a sentence begins.
	return d.noun[t.fold] > 0 && d.mid[t.fold] == 0 && !t.ev.name()
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
