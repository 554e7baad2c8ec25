package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// names looks at every run of capitalised words, and at small ones that are listed or have a cue, and decides what
// each is. What is certain is claimed at once; the rest waits until all that is certain is known.
func (d *nameDoc) names() {
	for r := range d.toks {
		for i := 0; i < len(d.toks[r]); {
			i = d.runAt(r, i)
		}
	}
}

// runAt judges the run that begins at token i, if one does, and returns where to go on.
func (d *nameDoc) runAt(r, i int) int {
	if !d.free(r, i) {
		return i + 1
	}
	j := d.runEnd(r, i)
	if j == i {
		d.smallName(r, i)
		return i + 1
	}
	d.judge(r, i, j)
	return j
}

// free says whether token i may be part of a name that is not found yet.
func (d *nameDoc) free(r, i int) bool {
	t := d.at(r, i)
	return t.text != "" && !t.taken && d.owner[r][i] == 0 && t.part != unseen && t.part != info
}

// runEnd is the end of the run of capitalised words that begins at i: names, initials between and before them,
// particles inside. It is i where none begins.
func (d *nameDoc) runEnd(r, i int) int {
	t := d.at(r, i)
	if !t.capital() && !(t.initial() && d.initialAt(r, i)) {
		return i
	}
	j := i + 1
	for d.free(r, j) {
		n := d.at(r, j)
		g := d.gap(r, j)
		prev := d.at(r, j-1)
		joined := g == " " || softBreak(g) && (!n.lineStart || prev.ev&isGiven != 0 && n.ev&isGiven == 0 && !d.ordinary(n) && !d.signature(r, j-1)) && !d.leadIn(r, j) || prev.initial() && (g == ". " || g == "." || g == ".-")
		if q := d.gap(r, j); (q == " \"" || q == " “" || q == " '" || q == " ‘" || q == " („" || q == " „" || q == " «") && prev.capital() && prev.ev&isGiven != 0 && (n.capital() || n.shape == shapeLower) &&
			closesQuote[d.gap(r, j+1)] && d.at(r, j+1).capital() && d.free(r, j+1) && !d.ordinary(d.at(r, j+1)) {
			j += 2 // Jeffrey "Jepoy" Pascual
			continue
		}
		if !joined || prev.possessive {
			break
		}
		if irish[n.text] && d.gap(r, j+1) == " " && d.at(r, j+1).capital() && d.free(r, j+1) {
			j += 2 // E. Ó Ceallaigh
			continue
		}
		if n.initial() && prev.ev&isGiven != 0 && !d.joined(r, j+1) && g == " " {
			j++ // Chema U.
			break
		}
		if n.text == "Ó" && d.gap(r, j+1) == " " && d.at(r, j+1).capital() && d.free(r, j+1) {
			j += 2 // Eoghan Ó Ceallaigh
			continue
		}
		if n.capital() || n.initial() && d.initialAt(r, j) || nameTails[n.fold] && n.shape == shapeUpper {
			j++
			continue
		}
		if n.shape == shapeUpper && len(n.text) <= 4 && n.ev&(isWord|isAcronym|isProduct) == 0 && prev.capital() &&
			!siteNouns[n.fold] && !roleNouns[n.fold] && !teamNouns[n.fold] {
			j++ // Unity Crest MFB
			continue
		}
		if s, o := d.at(r, j), d.at(r, j+1); len(s.text) == 1 && len(o.text) == 1 && d.gap(r, j+1) == "/" && d.gap(r, j+2) == " " && d.at(r, j+2).capital() && filial[s.fold+o.fold] && d.free(r, j+2) {
			j += 3 // Subramaniam s/o Ramasamy
			continue
		}
		if s, o := d.at(r, j), d.at(r, j+1); s.text == "v" && g == " " && d.gap(r, j+1) != " " && len(d.gap(r, j+1)) < 3 && (o.text == "d" || o.text == "h") && (d.at(r, j+2).capital() || d.at(r, j+2).initial()) && len(d.gap(r, j+2)) < 3 && d.free(r, j+2) {
			j += 3 // Jurgen v/d Berg, v.d. Berg
			continue
		}
		if s := d.at(r, j); g == " " && saintMarks[s.text] && d.gap(r, j+1) == ". " && d.at(r, j+1).capital() && d.free(r, j+1) {
			j += 2 // Szpital św. Rozalii
			continue
		}
		// Particles, up to three, with a capital after them.
		k := j
		for k < j+3 && particles[d.at(r, k).text] && d.gap(r, k) == " " && d.free(r, k) {
			k++
		}
		if k > j && d.gap(r, k) == " " && d.at(r, k).capital() && d.free(r, k) && !conjunction(d.at(r, j).fold) && !(n.german && d.germanArticle(r, j, k)) {
			j = k + 1
			continue
		}
		break
	}
	return j
}

// signature says whether token i is all that stands in its line: a name under a letter, with the company below it.
func (d *nameDoc) signature(r, i int) bool { return d.at(r, i).lineStart && softBreak(d.gap(r, i+1)) }

// leadIn says whether token i, the first of its line, is what the line is about, with a colon behind it: **Zone:** CET.
func (d *nameDoc) leadIn(r, i int) bool {
	return strings.HasPrefix(strings.TrimLeft(d.gap(r, i+1), "*_"), ":")
}

// germanArticle says whether the small words from j to k are an article before the noun at k, not particles of a name:
// Bagger das Kabel, Jens vom Entstördienst.
func (d *nameDoc) germanArticle(r, j, k int) bool {
	switch d.at(r, j).fold {
	case "von":
		if n := d.at(r, k); k > j+1 && n.ev&isFamily == 0 && (n.ev&isWord != 0 || lexicon.GermanWord(n.fold)) {
			return true // Herr August von der Revision
		}
		return d.at(r, j-1).ev&(isGiven|isFamily) == 0 // Scanner von Saschas Leuten
	case "vom", "zum", "zur", "das", "der", "den":
		return k == j+1 && (d.at(r, k).ev&isFamily == 0 || d.at(r, j-1).ev&isGiven == 0)
	}
	return false
}

// closesQuote are what stands between a nickname in quotes and the family name.
var closesQuote = map[string]bool{"\" ": true, "” ": true, "' ": true, "’ ": true, "“ ": true, "» ": true}

// irish goes before an Irish family name, and is one letter.
var irish = map[string]bool{"Ó": true, "Ò": true}

// filial are son of, daughter of and the like, without their stroke.
var filial = map[string]bool{"so": true, "do": true, "wo": true, "al": true, "ap": true}

func conjunction(w string) bool { return w == "e" || w == "y" || w == "und" }

// initialAt says whether token i is an initial with its full stop and a name after it.
func (d *nameDoc) initialAt(r, i int) bool {
	g := d.gap(r, i+1)
	n := d.at(r, i+1)
	if n.text == "Ó" {
		return strings.HasPrefix(g, ". ") && d.gap(r, i+2) == " " && d.at(r, i+2).capital()
	}
	return (strings.HasPrefix(g, ".") && len(g) <= 2 && g != ".\n") && (n.capital() || n.initial()) &&
		(n.initial() || !d.ordinary(n) || n.ev.name())
}

// judge trims the run [i, j) and decides what its parts are.
func (d *nameDoc) judge(r, i, j int) {
	ts := d.toks[r]
	if d.emblem(r, i, j) {
		return
	}
	// An ordinary word that begins a sentence is not part of the name after it; nor is a title.
	for i < j {
		t := &ts[i]
		switch {
		case titles[t.fold] && j > i+1 && !t.initial() && !(t.ev.name() && lowTitles[t.fold]):
		case t.first && j > i+1 && d.titled(r, i, j):
			d.decide(r, i, j)
			return
		case t.initial() && d.initialAt(r, i):
			d.split(r, i, j) // K. Wierzbicki
			return
		case t.first && d.ordinary(t) && !(j == i+1 && d.human(r, i, j)) && (!t.ev.name() || j > i+1 && !d.nameAfterFirst(r, i, j)):
			if t.ev&isAmbiguous == 0 && j == i+1 && d.teamLike(r, i, j) {
				d.decide(r, i, j)
				return
			}
		case t.first && t.foreign && j > i+1 && strings.HasSuffix(t.text, "ę"): // Mówię Marzenie
		case toldVerbs[t.fold] && j > i+1, particles[t.text], t.first && determiners[t.fold] && j > i+1:
		case t.ev&(isMonth|isWeekday) != 0 && !t.ev.name():
		default:
			d.split(r, i, j)
			return
		}
		i++
	}
}

// titled says whether a sentence begins with two ordinary words that both have a capital, as a team's name would:
// Agent Success told.
func (d *nameDoc) titled(r, i, j int) bool {
	for k := i; k < j; k++ {
		t := d.at(r, k)
		if t.ev&isWord == 0 || t.ev&(isProduct|isMonth|isWeekday|isAcronym) != 0 || t.ev.name() || t.german || t.foreign ||
			closedClass[t.fold] || determiners[t.fold] || titles[t.fold] || greeting(t.fold) {
			return false
		}
	}
	n := d.at(r, j)
	return d.gap(r, j) == " " && n.shape == shapeLower && (saidVerbs[n.fold] || didVerbs[n.fold])
}

// nameAfterFirst says whether the first word of [i, j), though ordinary too, is the given name of what follows:
// Hope Achieng, but not Thanks Priya.
func (d *nameDoc) nameAfterFirst(r, i, j int) bool {
	t := d.at(r, i)
	if !t.ev.name() || toldVerbs[t.fold] || t.ev&isGiven == 0 && d.at(r, i+1).ev&isGiven == 0 {
		return false
	}
	if modal[t.fold] || t.fold == "thanks" {
		return d.at(r, i+1).ev&isFamily != 0
	}
	n := d.at(r, i+1)
	return !d.ordinary(n) || n.ev.name()
}

// split cuts a run at products, acronyms, months and weekdays, which are no part of a name, and judges the pieces.
func (d *nameDoc) split(r, i, j int) {
	ts := d.toks[r]
	start := i
	for k := i; k <= j; k++ {
		if k < j && ts[k].phrase > 0 && ts[k].ev == isPlace {
			if start < k {
				d.decide(r, start, k)
			}
			n := k
			for n < j && ts[n].phrase > 0 && ts[n].ev == isPlace {
				n++
			}
			d.claim(r, k, n, Place, d.sited(r, k, n), rulePlace)
			start, k = n, n-1
			continue
		}
		if k < j {
			t := &ts[k]
			cut := t.ev&(isProduct|isMonth|isWeekday|isAcronym) != 0 && !t.ev.name() && !(t.initial() && (k+1 < j || k > i)) && !d.human(r, k, k+1) || eponyms[t.fold] && !t.ev.name()
			if k > i && k+1 < j && particles[t.text] {
				cut = false // Maria do Carmo, whatever DO is short for
			}
			if !cut && t.ev&isProduct != 0 && j-i == 1 {
				cut = d.personCue(r, k, k+1) < medium
			}
			if !cut {
				continue
			}
		}
		if start < k {
			d.decide(r, start, k)
		}
		start = k + 1
	}
}

// articled says whether an English article, with an adjective or without, stands before token i, as before things and
// never before somebody.
func (d *nameDoc) articled(r, i int) bool {
	for k := i; k > i-3 && d.joined(r, k); k-- {
		switch p := d.at(r, k-1); {
		case englishArticles[p.fold]:
			return !p.foreign && !p.german && (len(p.fold) > 2 || !d.foreign) // a Iker
		case !newness[p.fold]:
			return false
		}
	}
	return false
}

var (
	englishArticles = nameSet("the a an this that these those our your every another each both two three some any")
	newness         = nameSet("new old second first other last big small little spare same whole broken shiny dead current previous next entire brand")
)
