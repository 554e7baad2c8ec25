package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Places in small letters, which chat is full of: in lipa, off at terrassa, north karelia. No list has all villages, so
// what a preposition of place stands before, and no list of words has, is asked about.

// locatives stand before places, and hardly ever before people.
var locatives = nameSet("in near outside around past towards toward through via at from")

// motionVerbs go before to and a place.
var motionVerbs = nameSet(`drove drive driving went go going flew fly flying came come coming back travel travelled traveled travelling rode ride riding sailed
	walked hiked cycled commute commuting commutes moved move moving way road train bus flight ferry boat trip plane route close next near
	drives goes flies comes returned return shipped delivered off down up over`)

// journeys are the motions of which only people and what carries them are capable.
var journeys = nameSet("drove drive driving flew fly flying rode sailed walked hiked cycled commute commuting bus train flight ferry boat trip travelled traveled travelling")

// quarters before a name make it that of a region.
var quarters = nameSet("north south east west northern southern eastern western upper lower central greater")

// placeArticles begin the names of places: la seu, san pedro, port said.
var placeArticles = nameSet("la el les los las san santa santo são sant port puerto porto mount bad den fort lake isla ilha")

// windows are where people of a firm sit, after the name of a place.
var windows = nameSet("office window counter branch shop store warehouse depot terminal harbour harbor pier gate station site campus plant yard clinic outlet exchange substation airport hospital school market mall tower mast noc datacenter datacentre refinery mill")

// smallPlaces asks about them.
func (d *nameDoc) smallPlaces() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape != shapeLower || t.part != prose || !d.free(r, i) {
				continue
			}
			if quarters[t.fold] && d.joined(r, i+1) && d.free(r, i+1) && d.at(r, i+1).shape == shapeLower && d.placeWord(r, i+1) && !d.plainThing(r, i+2) {
				d.claim(r, i, i+2, Place, false, rulePlace)
				continue
			}
			if j := d.listedPlace(r, i); j > i {
				d.claim(r, i, j, Place, false, rulePlace) // cape town
				continue
			}
			if !d.joined(r, i) || !d.located(r, i) {
				continue
			}
			j := i + 1
			if cityCodes[t.fold] && len(t.text) == 2 && !closedClass[t.fold] && !d.plainThing(r, j) && (d.at(r, i-1).fold != "at" && d.at(r, i-1).fold != "via") {
				d.claim(r, i, j, Place, false, rulePlace) // the sg office
				continue
			}
			if placeArticles[t.fold] && d.gap(r, j) == " " && d.free(r, j) && d.at(r, j).shape == shapeLower && (d.placeWord(r, j) || d.at(r, j).plainName() || !d.noun(d.at(r, j).fold, 2) && d.strangePlace(r, j)) {
				j++
			} else if !d.placeWord(r, i) {
				continue
			}
			if !d.plainThing(r, j) {
				d.claim(r, i, j, Place, false, rulePlace)
			}
		}
	}
}

// listedPlace is where the name of a listed place of several words ends that begins at token i, and i where none does.
func (d *nameDoc) listedPlace(r, i int) int {
	end, phrase := i, d.at(r, i).fold
	for j := i + 1; j < i+lexicon.MaxPlaceWords() && d.gap(r, j) == " " && d.at(r, j).shape == shapeLower && d.free(r, j); j++ {
		phrase += " " + d.at(r, j).fold
		if lexicon.Place(phrase) {
			end = j + 1
		}
	}
	return end
}

// located says whether what goes before token i says where something is, or where somebody went.
func (d *nameDoc) located(r, i int) bool {
	p, q := d.at(r, i-1), d.at(r, i-2)
	if p.foreign || p.german {
		return false
	}
	if p.fold == "and" || p.fold == "or" {
		m, ok := d.claimed(r, i-2)
		return ok && m.kind == Place && d.joined(r, i-1)
	}
	switch {
	case p.fold == "to":
		return d.joined(r, i-1) && (motionVerbs[q.fold] || q.shape == shapeIdent && isDigit(q.text[0])) // the 0400 to calapan
	case p.fold == "the" && d.gap(r, i+1) == " " && windows[d.at(r, i+1).fold]:
		return true // the batangas window
	}
	return locatives[p.fold]
}

// placeWord says whether token i is a small word that no list of words has: a listed place, or no word at all.
func (d *nameDoc) placeWord(r, i int) bool {
	t := d.at(r, i)
	switch {
	case t.possessive, t.foreign, t.german, stateWords[t.fold], d.noun(t.fold, 2), d.at(r, i-1).fold != "the" && d.noun(t.fold, 1), len(t.text) < 3, closedClass[t.fold]:
		return false
	case t.ev&isPlace != 0:
		return t.ev&isWord == 0
	case t.ev&^(isGiven|isFamily) == 0 && t.ev != 0:
		p := d.at(r, i-1).fold
		return p == "in" || p == "near" || p == "outside" || p == "to" && journeys[d.at(r, i-2).fold]
	case t.ev != 0:
		return false
	}
	return d.strangePlace(r, i)
}

// strangePlace says whether token i is in no list and no form of a word that is.
func (d *nameDoc) strangePlace(r, i int) bool {
	t := d.at(r, i)
	if t.ev != 0 || t.foreign || t.german || !t.latin() || learned(t.fold) || strings.ContainsAny(t.text, "-'’_") || !d.bareWord(r, i) || !strange(t.fold) {
		return false
	}
	if d.at(r, i-1).fold == "to" && journeys[d.at(r, i-2).fold] {
		return true // drove to brits, like any word it is made of
	}
	return !inflected(t.fold) && (len(t.fold) < 6 || !slip(t.fold))
}

// plainThing says whether a noun goes on at token j, so that what stands before it is no place of its own: in mtls mode.
func (d *nameDoc) plainThing(r, j int) bool {
	if !d.joined(r, j) {
		return false
	}
	n := d.at(r, j)
	return !(closedClass[n.fold] || prepositions[n.fold] || pronounsI[n.fold] || determiners[n.fold] || adverbs[n.fold] || siteNouns[n.fold] || windows[n.fold] || n.capital() && !d.ordinary(n))
}
