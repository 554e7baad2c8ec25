package redact

import (
	"sort"
	"strings"
)

// strength is how much the words around a run say that it is a person.
type strength int

const (
	none   strength = iota
	weak            // enough to ask about a word that may be an ordinary one
	medium          // enough for a listed name that is also a word
	strong          // enough for a word nobody has listed
)

// adverbs may stand between a subject and its verb.
var adverbs = nameSet(`also then just only already immediately later both finally still never always even now quickly once
	kindly meanwhile first at again itself himself herself had has have did does was is`)

var auxiliaries = nameSet(`is was will would could should has had does did isn't wasn't hasn't won't didn't doesn't can't
	couldn't ist war hat hatte wird`)

// personStates come after is and was, of people only.
var personStates = nameSet(`asleep awake paged sick oncall on-call sure unsure worried happy angry tired typing driving sleeping
	travelling traveling convinced relieved surprised adamant calm born hired looking thinking telling asking saying covering
	laughing crying joking yawning eating commuting pregnant married my our afraid scared furious nervous curious sceptical
	skeptical polite kind nice patient quiet annoyed confused`)

// offDuty follow is off, of people.
var offDuty = nameSet("this today sick on until till for tomorrow next tonight all")

// thingStates come after is and was, of people and of machines.
var thingStates = nameSet(`away off right wrong online offline busy here there already watching new gone responsible in out going
	reading calling trying leading helping back home up ready first`)

var pronounsI = nameSet("i me she he they we you us him her them myself ich mir eu yo je moi")

var determiners = nameSet(`a an the this that these those my our your his her their its no some any each every another which
	what der die das den dem des ein eine einen einem einer unser unsere mein meine le la les un une el los las o os
	um uma il lo notre nuestro nuestra nosso nossa son sa ses`)

// personCue is how strongly the words around tokens [i, j) say person.
func (d *nameDoc) personCue(r, i, j int) strength {
	return max(d.before(r, i, j), d.after(r, j))
}

// joined says whether nothing but a space or a line break stands before token k.
func (d *nameDoc) joined(r, k int) bool {
	g := d.gap(r, k)
	return k > 0 && k < len(d.toks[r]) && (strings.TrimLeft(g, " ") == "" && g != "" || softBreak(g))
}

// softBreak says whether a gap is one line break, quote marks and spaces aside.
func softBreak(g string) bool {
	return strings.Count(g, "\n") == 1 && strings.Trim(g, " \t\r\n>") == ""
}

func (d *nameDoc) before(r, i, j int) strength {
	p := d.at(r, i-1)
	q := d.at(r, i-2)
	if i == 0 {
		return none
	}
	gap := d.gap(r, i)
	if !d.joined(r, i) {
		switch {
		case (gap == ", " || gap == " (") && (p.fold == "i" || p.fold == "me"):
			return strong // I, Özgür, have
		case gap == ", " && greeting(p.fold):
			return strong // Thanks, Sam
		case gap == ". " && p.title() && len(p.text) <= 5 && (p.capital() || p.initial() || p.shape == shapeLower && !lowTitles[p.fold]):
			return strong
		case (gap == ": " || gap == " = " || gap == ":") && nameLabels[p.fold]:
			return strong // Real name: X
		case gap == ", " || gap == " & ":
			if m, ok := d.claimed(r, i-1); ok && m.kind == Person && d.listed(r, i) && d.at(r, i).capital() {
				return strong // cc Ngozi, Hye-jin
			}
		}
		return none
	}
	switch {
	case (p.fold == "from" || p.fold == "to") && q.fold == "over":
		return strong // I took over from Pascal
	case p.title() && (!lowTitles[p.fold] || p.shape == shapeTitle && (!p.first || p.fold != "don") || p.shape == shapeLower && d.at(r, i).capital()),
		p.shape == shapeLower && foreignRoles[p.fold] && d.at(r, i).capital():
		return strong
	case toldVerbs[p.fold]:
		return strong
	case callVerbs[p.fold]:
		// Something called X is a thing, I called X is a person.
		if pronounsI[q.fold] || q.fold == "and" || q.fold == "then" || p.first || adverbs[q.fold] || q.fold == "to" {
			return strong
		}
		return weak
	case (p.fold == "to" || p.fold == "with" || p.fold == "from" || p.fold == "at" || p.fold == "mit") && toVerbs[q.fold]:
		if p.fold == "from" && q.fold != "heard" || q.fold == "sent" || q.fold == "send" || q.fold == "moved" {
			return medium
		}
		if p.fold == "to" && (q.fold == "talk" || q.fold == "talking" || q.fold == "write" || q.fold == "writing" ||
			q.fold == "wrote" || q.fold == "read" || q.fold == "turned" || q.fold == "reached" || q.fold == "went" ||
			q.fold == "send" || q.fold == "handed" || q.fold == "passed" || q.fold == "checked" || q.fold == "assigned") {
			return medium // services are talked to and written to as well
		}
		if q.fold == "working" || q.fold == "worked" || q.fold == "reached" || q.fold == "confirmed" ||
			q.fold == "checked" || q.fold == "check" || q.fold == "meeting" || q.fold == "call" || q.fold == "sync" {
			return medium
		}
		return strong
	case p.fold == "by" && byVerbs[q.fold]:
		return strong
	case p.fold == "is" && q.taken && d.handleAt(r, i-2):
		return strong // <@U04FAKE1QX> is Baraka
	case p.fold == "name" && (q.fold == "real" || q.fold == "actual" || q.fold == "full" || q.fold == "proper"),
		p.fold == "is" && q.fold == "name", p.fold == "name's":
		return strong
	case (p.fold == "and" || p.fold == "und" || p.fold == "y" || p.fold == "e" || p.fold == "et") &&
		(q.fold == "me" || q.fold == "i" || q.fold == "ich" || q.fold == "eu" || q.fold == "yo" || q.fold == "moi"):
		return strong
	case p.fold == "and" || p.fold == "or" || p.fold == "und" || p.fold == "y" || p.fold == "e" || p.fold == "et":
		if m, ok := d.claimed(r, i-2); ok && m.kind == Person && m.certain {
			return medium
		}
	case p.fold == "with" || p.fold == "by" || p.fold == "mit" || p.fold == "com" || p.fold == "con" || p.fold == "avec":
		return medium
	case p.fold == "from" || p.fold == "to" || p.fold == "for" || p.fold == "von" || p.fold == "than" || p.fold == "via":
		return weak
	}
	return none
}

// handleAt says whether token k lies in a handle, an address or a user name.
func (d *nameDoc) handleAt(r, k int) bool {
	t := d.at(r, k)
	ms := d.taken[r]
	i := sort.Search(len(ms), func(i int) bool { return ms[i].start > t.start })
	for ; i > 0; i-- {
		if m := ms[i-1]; t.end <= m.end {
			return m.kind == Handle || m.kind == User || m.kind == Email
		}
		if ms[i-1].end < t.start {
			break
		}
	}
	return false
}

func greeting(w string) bool {
	switch w {
	case "thanks", "thx", "tks", "ty", "cheers", "cc", "hi", "hello", "hey", "dear", "fyi", "kudos", "danke", "merci",
		"gracias", "obrigado", "obrigada", "tack", "kiitos", "morning", "night", "sorry", "please", "bye", "regards":
		return true
	}
	return false
}

var nameLabels = nameSet("name owner author reporter assignee contact reviewer approver oncall on-call commander scribe lead " +
	"driver from to cc by user caller operator witness signed")

var byVerbs = nameSet(`written approved reviewed made checked signed done merged found fixed drafted designed built owned run
	reported spotted noticed said sent taken given opened closed raised requested authorised authorized started
	stopped confirmed pushed posted filed told woken relieved covered joined followed held led presented suggested
	proposed reverted graph notes`)

func (d *nameDoc) after(r, j int) strength {
	last := d.at(r, j-1)
	n := d.at(r, j)
	gap := d.gap(r, j)
	if last.possessive {
		switch {
		case eponymNouns[n.fold]:
			return none
		case ownNouns[n.fold]:
			return strong
		}
		return weak
	}
	switch {
	case gap == " " || softBreak(gap) && gap != "\n":
		return d.verbAfter(r, j)
	case gap == " (":
		if n.capital() && n.ev&isGiven != 0 && d.at(r, j+1).capital() && d.gap(r, j+1) == " " && !d.ordinary(n) {
			return strong // zé (José Aparecido …
		}
		if w := d.at(r, j+1).fold; n.fold == "the" && (w == "person" || w == "human" || w == "guy" || w == "colleague" || w == "woman" || w == "man") {
			return strong
		}
		if roleNouns[n.fold] || n.fold == "me" || n.fold == "that" && n.possessive && d.at(r, j+1).fold == "me" {
			return strong
		}
		if n.shape == shapeIdent || d.text(r, j-1, j) != "" {
			return none
		}
	case gap == ", ":
		if n.fold == "who" || n.fold == "whose" {
			return strong
		}
		if determiners[n.fold] || n.fold == "head" || n.fold == "then" {
			for k := j; k < j+4; k++ {
				if k > j && !d.joined(r, k) {
					break
				}
				if roleNouns[d.at(r, k).fold] {
					return strong
				}
			}
		}
		if roleNouns[n.fold] {
			return strong
		}
	case gap == " <" || gap == " <@" || gap == " (@" || gap == " @":
		return strong
	}
	return none
}

var arrives = nameSet("joined joins called calls came comes left helped watched confirmed noticed took had")

// human says whether the words around [i, j) are said of people only, never of a program: on voice, Mr, Thanks.
func (d *nameDoc) human(r, i, j int) bool {
	p, n, m := d.at(r, i-1), d.at(r, j), d.at(r, j+1)
	switch {
	case i > 0 && d.joined(r, i) && titles[p.fold] && !lowTitles[p.fold]:
		return true
	case d.gap(r, i) == ", " && greeting(p.fold) && p.fold != "cc":
		return true
	case d.gap(r, j) != " ":
		return false
	case honorifics[n.fold]:
		return true
	case n.fold == "on" && d.joined(r, j+1):
		return m.fold == "voice" || m.fold == "leave" || m.fold == "holiday" ||
			m.fold == "the" && (d.at(r, j+2).fold == "phone" || d.at(r, j+2).fold == "call")
	case auxiliaries[n.fold] && d.joined(r, j+1):
		return m.fold == "asleep" || m.fold == "awake" || m.fold == "paged" || m.fold == "driving" || m.fold == "happy"
	}
	return n.fold == "laughed" || n.fold == "apologised" || n.fold == "apologized" || n.fold == "shrugged" || n.fold == "woke"
}

// text is the words of tokens [i, j) as written; "" beyond the edges.
func (d *nameDoc) text(r, i, j int) string {
	if i < 0 || j > len(d.toks[r]) || i >= j {
		return ""
	}
	return d.rs[r].text[d.toks[r][i].start:d.toks[r][j-1].end]
}

// departments are where people of a company work.
var departments = nameSet(`finance support ops operations accounting accounts marketing legal hr sales security networking networks billing data platform infra infrastructure
	payroll procurement purchasing logistics engineering product design compliance risk treasury audit facilities reception dispatch qa dba frontend backend mobile it iam`)

var eponymNouns = nameSet(`law theorem algorithm razor paradox principle distance formula lemma conjecture test curve effect
	constant number syndrome rule means deviation variance transform plot diagram chart cipher codes noise window cycle index
	scale`)

// instruments are things that are called after whoever invented them.
var instruments = nameSet(`counter element gauge tube engine screw screws screwdriver key keys knife cable dish sensor sensors contact diode code filter filters bridge cell coupling jar bottle flask valve joint
	bearing cage lamp lens telescope array pump wheel drive motor clamp tap converter amplifier oscillator burner oven stove drill saw wrench spanner hook connector plug socket tester scale meter ratio map maps`)

// verbAfter judges the words that follow the run at j directly.
func (d *nameDoc) verbAfter(r, j int) strength {
	n, m := d.at(r, j), d.at(r, j+1)
	if n.shape == shapeTitle {
		return none
	}
	if !d.joined(r, j+1) {
		m = &tok{}
	}
	switch {
	case honorifics[n.fold]:
		return strong
	case n.fold == "n" && m.fold != "" && d.joined(r, j+1) && (auxiliaries[d.at(r, j+2).fold] || d.at(r, j+2).fold == "were") && (personStates[d.at(r, j+3).fold] || d.at(r, j+3).fold == "both" && personStates[d.at(r, j+4).fold]):
		return strong // nando n wim were both asleep
	case (auxiliaries[n.fold] || n.fold == "were") && m.fold == "both" && personStates[d.at(r, j+2).fold]:
		return strong
	case (n.fold == "and" || n.fold == "und" || n.fold == "e" || n.fold == "et" || n.fold == "y") &&
		(m.fold == "i" || m.fold == "me" || m.fold == "ich" || m.fold == "eu" || m.fold == "moi" || m.fold == "yo"):
		return strong
	case eponymNouns[n.fold] && n.fold != "test" && n.fold != "number" && n.fold != "rule" && n.fold != "window" && n.fold != "index":
		return none
	case auxiliaries[n.fold] && personStates[m.fold], (n.fold == "is" || n.fold == "was") && m.fold == "off" && offDuty[d.at(r, j+2).fold]:
		return strong
	case auxiliaries[n.fold] && thingStates[m.fold]:
		return medium
	case adverbs[n.fold] && saidVerbs[m.fold] && !auxiliaries[n.fold]:
		return strong
	case auxiliaries[n.fold] && n.fold != "is" && n.fold != "was" && n.fold != "ist" && n.fold != "war" && n.fold != "wird" && (saidVerbs[m.fold] || adverbs[m.fold] && saidVerbs[d.at(r, j+2).fold]):
		return strong
	case saidVerbs[n.fold]:
		return strong
	case n.fold == "who", n.fold == "in" && m.capital() && m.ev&(isMonth|isWeekday|isPlace) == 0:
		return weak // Grace in Ident & Access
	case (n.fold == "in" || n.fold == "from" || n.fold == "at" || n.fold == "over" || n.fold == "of") && departments[m.fold] && d.at(r, j+2).shape == shapeLower && d.joined(r, j+2) &&
		(saidVerbs[d.at(r, j+2).fold] || didVerbs[d.at(r, j+2).fold] || arrives[d.at(r, j+2).fold]):
		return strong // Penny in finance noticed
	case n.fold == "on" && (m.fold == "voice" || m.fold == "phone" || m.fold == "call" || m.fold == "chat" ||
		m.fold == "zoom" || m.fold == "slack" || m.fold == "leave" || m.fold == "holiday" ||
		m.fold == "the" && (d.at(r, j+2).fold == "phone" || d.at(r, j+2).fold == "call" || d.at(r, j+2).fold == "line")):
		return strong
	case n.fold == "from" && !determiners[m.fold] && (saidVerbs[d.at(r, j+2).fold] || arrives[d.at(r, j+2).fold]) && d.joined(r, j+2):
		return strong // Ruby from Data joined
	case n.fold == "from" && (d.small(m.fold, 1) || m.ev != 0 || m.capital()), n.fold == "in" && m.ev&isPlace != 0 && m.capital():
		return medium
	case n.fold == "aus" || n.fold == "vom":
		return medium
	case didVerbs[n.fold]:
		return medium
	case adverbs[n.fold] && didVerbs[m.fold]:
		return medium
	}
	return none
}
