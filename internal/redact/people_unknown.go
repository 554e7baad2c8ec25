package redact

import (
	"strings"

	"firsthand/internal/redact/lexicon"
	"firsthand/internal/redact/recent"
)

// unknown asks about words in small letters that no list of any language has, where the words around them treat them as
// the name of something: traffic from globehop, we pushed kalimpa.
func (d *nameDoc) unknown() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape != shapeLower || !d.free(r, i) || len(t.text) < 4 || t.ev != 0 {
				continue
			}
			kind := d.entityCue(r, i)
			if kind == "" && !d.noun(t.fold, 1) && t.latin() && !learned(t.fold) && (d.small(t.fold, 2) || d.alone(r, i)) {
				kind = Codename // never one of many
			}
			if kind != "" && d.unknownWord(r, i) {
				d.ask(r, i, i+1, kind, ruleNet)
			}
		}
	}
}

// learned says whether a folded word ends as words of Greek and Latin do, of which the lists lack many: hydraulic,
// excursion. Names given to programs hardly ever do.
func learned(w string) bool {
	for _, end := range [...]string{"ic", "ics", "ical", "ism", "ist", "ists", "sion", "sions", "xion", "ure", "ures", "ology", "ography", "ometer", "ometry", "oscope", "ative", "ator", "ators", "izer", "iser", "ency", "ancy", "ible", "oid", "ulate", "ulated"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// alone says whether token i is the only word for some way around that no list knows. Where there are more of them, the
// lists do not know the language.
func (d *nameDoc) alone(r, i int) bool {
	known := 0
	for k := max(0, i-6); k <= i+6 && k < len(d.toks[r]); k++ {
		t := d.at(r, k)
		switch {
		case t.fold == d.at(r, i).fold || t.taken || d.owner[r][k] != 0:
		case t.shape == shapeLower && t.ev&isWord != 0:
			known++
		case t.shape == shapeLower && t.ev&^(isGiven|isFamily|isPlace) == 0 && len(t.text) > 2 && t.part == prose:
			return false
		}
	}
	return known > 3
}

// unknownWord says whether token i is in no list, is written as a word is in prose, and is no word with a slip in it.
func (d *nameDoc) unknownWord(r, i int) bool {
	t := d.at(r, i)
	if t.part != prose || t.foreign || t.german || stateWords[t.fold] || tagWords[t.fold] || d.noun(t.fold, 2) || strings.ContainsAny(t.text, "-'’_") {
		return false
	}
	if !d.bareWord(r, i) {
		return false
	}
	switch d.account.odd.Ask(d.notes, t.fold) {
	case isOdd:
		return true
	case isKnown:
		return false
	}
	is := strange(t.fold) && !inflected(t.fold) && (len(t.fold) > 14 || d.account.odd.More(d.notes, 200) || !slip(t.fold))
	if is {
		d.account.odd.Tell(d.notes, t.fold, isOdd)
	} else {
		d.account.odd.Tell(d.notes, t.fold, isKnown)
	}
	return is
}

// bareWord says whether nothing joins token i to what stands beside it, as in paths, options and assignments.
func (d *nameDoc) bareWord(r, i int) bool {
	t := d.at(r, i)
	text := d.rs[r].text
	return !(t.start > 0 && strings.IndexByte("/.-_=:@$#%\\<&+~", text[t.start-1]) >= 0 ||
		t.end < len(text) && strings.IndexByte("/-_=@$#%\\>&+~(", text[t.end]) >= 0 ||
		t.end+1 < len(text) && (text[t.end] == '.' || text[t.end] == ':') && isWordByte(text[t.end+1]))
}

// inflected says whether a folded word is a form of a known one.
func inflected(w string) bool {
	for _, p := range []string{"un", "re", "de", "non", "pre", "mis", "over", "sub", "auto", "multi", "micro", "inter", "out", "up", "back", "down", "super", "hyper"} {
		if stem, ok := strings.CutPrefix(w, p); ok && len(stem) > 2 && isKnownWord(stem) {
			return true
		}
	}
	for _, s := range []string{"s", "es", "ed", "d", "er", "ers", "ing", "ly", "y", "ness", "able", "less", "ish", "ified", "ize", "ise", "ization", "isation", "n't", "nt", "ier", "iest", "est", "or", "ion", "ions"} {
		stem, ok := strings.CutSuffix(w, s)
		if !ok || len(stem) < 3 {
			continue
		}
		if isKnownWord(stem) || isKnownWord(stem+"e") || stem[len(stem)-1] == stem[len(stem)-2] && isKnownWord(stem[:len(stem)-1]) {
			return true
		}
	}
	for k := 3; k+3 <= len(w); k++ {
		if isKnownWord(w[:k]) && isKnownWord(w[k:]) {
			return len(w) > 5 && lexicon.Word(w[:k]) && lexicon.Word(w[k:]) && closedOrLong(w[:k], w[k:])
		}
	}
	return false
}

// closedOrLong says whether two words make a compound of the trade rather than a name: standby, restartpoint.
func closedOrLong(a, b string) bool {
	return thingNouns[b] || thingNouns[a] || closedClass[a] || closedClass[b]
}

func isKnownWord(w string) bool { return evidenceOf(w)&(isWord|isProduct|isAcronym|isForeign) != 0 }

// slip says whether a folded word is one letter away from a word of English.
func slip(w string) bool { return slips.Of(w, slipped) }

var slips recent.Answers[bool]

func slipped(w string) bool {
	for i := range len(w) {
		if lexicon.Word(w[:i] + w[i+1:]) {
			return true
		}
		if i+1 < len(w) && lexicon.Word(w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:]) {
			return true
		}
		for c := 'a'; c <= 'z'; c++ {
			if lexicon.Word(w[:i]+string(c)+w[i+1:]) || lexicon.Word(w[:i]+string(c)+w[i:]) {
				return true
			}
		}
	}
	return false
}

// entityCue is the kind of thing that the words around token i make it, and "" where they do not.
func (d *nameDoc) entityCue(r, i int) Kind {
	p, q, n := d.at(r, i-1), d.at(r, i-2), d.at(r, i+1)
	t := d.at(r, i)
	before, after := d.joined(r, i), d.joined(r, i+1)
	if before && (indefinite[p.fold] || p.fold == "very" || p.fold == "so" || p.fold == "is" || p.fold == "was") {
		return ""
	}
	switch {
	case after && teamNouns[n.fold] && n.shape == shapeLower && before && p.fold == "the":
		return Team
	case before && clientWords[p.fold]:
		return Org
	case before && p.fold == "from" && (q.fold == "traffic" || q.fold == "requests" || q.fold == "orders" || q.fold == "calls" || q.fold == "load"):
		return Org
	case after && !t.possessive && (n.fold == "traffic" || n.fold == "requests" || n.fold == "orders" || n.fold == "payments"):
		return Codename
	case before && (pushes[p.fold] || thingWords[p.fold] && !p.possessive):
		return Codename
	case before && (p.fold == "of" || p.fold == "to") && ofWords[q.fold]:
		return Codename
	case after && !t.possessive && (thingNouns[n.fold] || n.fold == "users" || n.fold == "customers") && (!before || determiners[p.fold] && p.fold == "the" || p.fold == "our"):
		return Codename
	case after && !t.possessive && speaksOf[n.fold]:
		return Person
	case after && !t.possessive && (dealsWith[n.fold] || (n.fold == "will" || n.fold == "would") && willVerbs[d.at(r, i+2).fold]):
		return Org // sanlakor sells our policies
	case after && !t.possessive && n.fold == "took" && d.at(r, i+2).fold == "over":
		return Codename
	case t.possessive && n.ev&isWord != 0:
		return Codename
	case before && p.fold == "on" && (!after || closedClass[n.fold]):
		return Codename
	}
	return ""
}

// dealsWith are verbs of which people and companies are the subject, and no program.
var dealsWith = nameSet(`sells sold pays paid owes owed buys bought bills billed charges charged invoices invoiced decides decided complains complained
	insists refuses promised promises apologised apologized owns hired hires signed sued cancels renewed bid bids demands demanded quoted advertises`)

// willVerbs are such verbs after will: the ombud will ask.
var willVerbs = nameSet("ask want complain decide insist know say phone agree refuse pay sue sign")

// pushes take a thing of one's own as their object.
var pushes = nameSet("pushed deployed shipped released launched redeployed reverted restarted migrated onboarded decommissioned")
