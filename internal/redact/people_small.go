package redact

import (
	"strings"
	"unicode"
)

// smallCued finds names in small letters that are ordinary words as well, where two things around them speak of a
// person (mark's mail; faith from inventory squad says); with one it asks.
func (d *nameDoc) smallCued() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t := d.at(r, i)
			if t.shape != shapeLower || t.part != prose || t.ev&isGiven == 0 || t.ev&(isWord|isAmbiguous) == 0 || t.foreign || t.german ||
				t.ev&(isProduct|isForeign) != 0 || len(t.text) < 3 || !d.free(r, i) {
				continue
			}
			n := d.smallCues(r, i)
			if modal[t.fold] || t.ev&isMonth != 0 {
				n--
			}
			switch {
			case n >= 2:
				d.claim(r, i, i+1, Person, true, ruleCue)
			case n == 1:
				d.ask(r, i, i+1, Person, ruleMaybe)
			}
		}
	}
}

// kinWords go before a name in small letters as titles do in many countries, and with it are what somebody is called.
var kinWords = nameSet("mama baba papa auntie aunty uncle nana mzee bibi ate kuya oga pak mbak kak sis bro ammi umm abu teta tita tito tata didi bhai madam mr mrs miss inge seu dona")

// kin asks about somebody called by such a word and a name of any kind: plan approved by mama chi.
func (d *nameDoc) kin() {
	for r := range d.toks {
		for i := range d.toks[r] {
			t, n := d.at(r, i), d.at(r, i+1)
			if t.shape != shapeLower || !kinWords[t.fold] || n.shape != shapeLower || t.part != prose || d.gap(r, i+1) != " " || !d.free(r, i) || !d.free(r, i+1) || d.joined(r, i) && determiners[d.at(r, i-1).fold] {
				continue
			}
			if len([]rune(n.text)) < 2 || functionWords["en"][n.fold] || functionWords["xx"][n.fold] || closedClass[n.fold] || d.noun(n.fold, 1) || n.ev&isWord != 0 && !n.ev.name() || n.ev.name() && n.ev&isWord == 0 && len(n.text) > 3 {
				continue // a name by itself is found with its title
			}
			d.claim(r, i, i+2, Person, false, ruleCue)
		}
	}
}

// smallCues counts what around token i speaks of a person.
func (d *nameDoc) smallCues(r, i int) int {
	p, n := d.at(r, i-1), d.at(r, i+1)
	t := d.at(r, i)
	g, h := d.gap(r, i), d.gap(r, i+1)
	joined, goes := d.joined(r, i), d.joined(r, i+1)
	if joined && (determiners[p.fold] || p.fold == "no" || p.fold == "good" || p.fold == "bad" || pronounsI[p.fold] && p.fold != "me" || auxiliaries[p.fold] || p.possessive) ||
		joined && p.fold == "to" && !toVerbs[d.at(r, i-2).fold] {
		return 0
	}
	cues := 0
	if t.possessive {
		if papers[n.fold] {
			return 2
		}
		return 0
	}
	if h == ", " && (n.fold == "who" || n.fold == "whose") {
		cues++
		if joined && (p.fold == "from" || p.fold == "by" || p.fold == "with" || p.fold == "to" || toldVerbs[p.fold]) {
			cues++
		}
	}
	if joined && toldPeople[p.fold] {
		cues++
		if !goes || afterTold[n.fold] {
			cues++
		}
	}
	if joined && p.fold == "per" && (!goes || n.ev&isWord == 0) {
		cues++
	}
	if joined && (p.fold == "and" || p.fold == "me") && (d.at(r, i-2).fold == "me" || d.at(r, i-2).fold == "i") ||
		goes && n.fold == "and" && d.joined(r, i+2) && (d.at(r, i+2).fold == "i" || d.at(r, i+2).fold == "me") {
		cues++
	}
	if !goes || g == "-" {
		return cues
	}
	m := d.at(r, i+2)
	switch {
	case n.fold == "from":
		if k := d.saidAfter(r, i+2); k > 0 {
			cues += 2
			if teamNouns[d.at(r, k-1).fold] && k > i+3 {
				d.ask(r, i+2, k, Team, ruleTeam)
			}
		}
	case speaksOf[n.fold]:
		cues++
		if d.joined(r, i+2) && afterTold[m.fold] || t.lineStart {
			cues++
		}
	case n.fold == "will" && d.joined(r, i+2) && m.ev&isWord != 0 && m.fold != "be" && t.fold != "will":
		cues++
	}
	return cues
}

// saidAfter is the place of a verb of saying within the next few words from k on, and 0 where there is none.
func (d *nameDoc) saidAfter(r, k int) int {
	if determiners[d.at(r, k).fold] {
		k++
	}
	for n := 1; n < 4; n++ {
		if !d.joined(r, k+n) {
			return 0
		}
		if w := d.at(r, k+n).fold; speaksOf[w] || arrives[w] {
			return k + n
		}
	}
	return 0
}

var papers = nameSet(`mail mails email emails message messages note notes laptop pr commit branch desk phone comment review hotfix
	patch idea script spreadsheet badge password account wife husband manager boss calendar dashboard voice dm handover`)

// toldPeople take nobody but people as their object.
var toldPeople = nameSet("asked told rang pinged phoned messaged texted emailed thanked paged dmed briefed reminded woke ping ask tell")

// afterTold follow such a verb and its object.
var afterTold = nameSet(`to if whether why how about for that me us him her it we i he she they who when and but the a`)

// speaksOf are verbs of which only a person is the subject, in forms that are no nouns.
var speaksOf = nameSet(`says said wants wanted thinks asked asks pinged rang phoned texted messaged replied replies suggested suggests
	wrote agreed agrees reckons insisted mentioned emailed answered wondered told tells`)

// scriptRuns asks about short runs of a script without capitals in a paragraph of another: a name as its owner writes it.
func (d *nameDoc) scriptRuns() {
	for r := range d.toks {
		ts := d.toks[r]
		for i := 0; i < len(ts); {
			j, wide := i, 0
			for ; j < len(ts) && (j == i || !paragraphBetween(d.gap(r, j))); j++ {
				if ts[j].shape == shapeScript {
					wide++
				}
			}
			if wide > 0 && wide*3 < j-i+5 && wide*2 < j-i {
				d.scriptRun(r, i, j)
			}
			i = j
		}
	}
}

func (d *nameDoc) scriptRun(r, i, j int) {
	for ; i < j; i++ {
		k := i
		for k < j && d.at(r, k).shape == shapeScript && d.free(r, k) && d.at(r, k).part == prose && (k == i || d.gap(r, k) == " " || d.gap(r, k) == "") {
			k++
		}
		if k > i {
			if text := d.text(r, i, k); k-i <= 4 && !notNames[text] && d.at(r, i).ev&(isPlace|isProduct) == 0 && d.nameInScript(r, i, k) {
				d.ask(r, i, k, Person, ruleNet)
			}
			i = k
		}
	}
}

// nameInScript says whether the words [i, k) of a script without capitals may be a name, and no sentence: short, not in
// quotation marks, without the endings of verbs.
func (d *nameDoc) nameInScript(r, i, k int) bool {
	text := d.text(r, i, k)
	runes := []rune(text)
	if len(runes) < 2 || len(runes) > 24 || d.quoted(r, i, k) && len(runes) != 2 {
		return false
	}
	switch c := runes[0]; {
	case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana):
		han, small := 0, 0
		for _, c := range runes {
			switch {
			case unicode.Is(unicode.Han, c):
				han++
			case unicode.Is(unicode.Hiragana, c):
				small++
			}
		}
		return len(runes) <= 8 && small*han == 0 && small < 5 && (han < 5 || strings.Contains(text, " ")) && !commonHan[text]
	case unicode.Is(unicode.Hangul, c):
		return len(runes) <= 5 && !strings.ContainsRune("다요까죠네음줘자지고면만", runes[len(runes)-1])
	}
	return k-i < 3
}

// quoted says whether quotation marks stand directly around the words [i, k).
func (d *nameDoc) quoted(r, i, k int) bool {
	const marks = "\"'“”‘’„»«「」『』"
	b, a := []rune(d.gap(r, i)), []rune(d.gap(r, k))
	return len(b) > 0 && len(a) > 0 && strings.ContainsRune(marks, b[len(b)-1]) && strings.ContainsFunc(string(a[:min(2, len(a))]), func(c rune) bool { return strings.ContainsRune(marks, c) })
}

// called says whether what begins at token i, after a sign of equality, is somebody: a full name, or what they are in a few
// words, as in Golf = vendor's site engineer.
func (d *nameDoc) called(r, i int) bool {
	if m, ok := d.claimed(r, i); ok && m.kind == Person && m.certain && len(wordsOf(d.rs[r].text[m.start:m.end])) > 1 {
		return true
	}
	for k := i; k < i+5; k++ {
		if k > i && !d.joined(r, k) {
			return false
		}
		if t := d.at(r, k); roleNouns[t.fold] {
			return true
		} else if t.part != prose {
			return false
		}
	}
	return false
}

// said claims what a sentence says outright to be somebody's name or login: zee = @zkhokhar, @z (zee), sq (saima qureshi).
func (d *nameDoc) said() {
	for r := range d.toks {
		text := d.rs[r].text
		for i := range d.toks[r] {
			t := d.at(r, i)
			if !d.free(r, i) || t.part != prose || functionWords["en"][t.fold] || len(t.text) < 2 ||
				t.shape == shapeIdent || genericLogins[t.fold] || stateWords[t.fold] {
				continue
			}
			is, eq := d.at(r, i+1), d.gap(r, i+1)
			if t.capital() && eq == " = " && d.called(r, i+1) {
				d.claim(r, i, i+1, Person, true, ruleCue)
				continue
			}
			if t.ev&(isWord|isProduct|isAcronym) != 0 && !t.ev.name() {
				continue
			}
			p := d.at(r, i-1)
			switch {
			case d.gap(r, i) == " (" && p.taken && d.handleAt(r, i-1) && strings.HasPrefix(text[t.end:], ")") && !roleNouns[t.fold] && !teamNouns[t.fold]:
				if t.ev&isPlace == 0 {
					d.claim(r, i, i+1, Person, t.ev.name() || strings.Contains(p.fold, t.fold), ruleCue)
				}
			case (eq == " = @" || eq == " == @") && d.handleAt(r, i+1),
				eq == " " && (is.fold == "is" || is.fold == "aka") && strings.HasSuffix(d.gap(r, i+2), " @") && d.handleAt(r, i+2):
				if t.ev&isPlace == 0 {
					d.claim(r, i, i+1, Person, true, ruleCue)
				}
			case eq == " (" || eq == " = ":
				if is.fold == "that" && is.possessive && eq == " (" {
					// gran (that's Granville)
					if m, ok := d.claimed(r, i+2); ok && m.kind == Person && m.certain && strings.HasPrefix(foldName(text[m.start:m.end]), t.fold[:min(3, len(t.fold))]) {
						d.claim(r, i, i+1, Person, true, ruleCue)
					}
					continue
				}
				m, ok := d.claimed(r, i+1)
				if !ok || m.kind != Person || !m.certain || t.ev&isPlace != 0 {
					continue
				}
				ws := wordsOf(text[m.start:m.end])
				if len(ws) > 1 && m.start == is.start && (eq == " = " || strings.HasPrefix(text[m.end:], ")")) &&
					(t.ev == 0 && !d.ordinary(t) || t.ev.name() || firstLetters(ws) == t.fold) {
					sure := eq == " = " || firstLetters(ws) == t.fold || t.ev.name()
					for _, w := range ws {
						sure = sure || strings.HasPrefix(foldName(w), t.fold[:min(3, len(t.fold))])
					}
					d.claim(r, i, i+1, Person, sure, ruleCue)
				}
			}
		}
	}
}
