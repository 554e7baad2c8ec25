package redact

import "strings"

// What all uses of a word together make of it.

// judge decides what a word is by all its uses.
func (u *usage) judge(w string) calling {
	if u.uses == 0 {
		return calling{}
	}
	sure1, weak := bitsOf(u.uses&machineUse), bitsOf(u.uses&^machineUse)
	if product(w) && u.uses&useEnter != 0 {
		sure1-- // one logs into Grafana too
	}
	kind := Host
	if u.uses&machineUse == 0 && u.uses&(useServe|useAct) != 0 && u.uses&(useMove|useOn) == 0 {
		kind = Codename
	}
	n := calling{kind: kind}
	if u.uses == useAbroad && u.times > 1 {
		weak++
	}
	switch sortOf(w) {
	case sortOdd:
		switch {
		case sure1 > 0 || weak > 1 && u.times > 1 && u.determined == 0 && u.uses != useAbroad:
			n.v = sure
			if kind == Codename || u.determined > 0 {
				n.v = maybe
			}
		case weak == 1 && u.uses&(useLabel|useAct|useServe|useState|useAbroad) == 0 && u.determined == 0 || weak > 1,
			weak == 1 && u.determined == 0 && u.uses&(useLabel|useServe) == 0 && strings.Contains(w, "-") && machinePart(w):
			n.v = maybe
		}
		if n.v == not && u.uses == useAbroad && u.determined == 0 && hasDigit(w) {
			n.v = maybe // auf kasse7
		}
		if n.v == not && u.uses&useUnit != 0 {
			n.v, n.kind = maybe, Codename
		}
		if n.v != not && u.uses&machineUse == useNamed && foreignForm(foldName(w)) {
			n.v = not // o switch desligado
		}
		if n.v == maybe && u.uses == useSeries && u.determined > 0 {
			n.v = not
		}
		if n.v == maybe && u.uses&useUnit == 0 && sure1 == 0 && !hasDigit(w) && !strings.Contains(w, "-") && weak == 1 && (!strangeWord(w) || !isASCII(w)) {
			n.v = not
		}
		if u.uses&machineUse == useNamed && weak == 0 && !hasDigit(w) && !strings.Contains(w, "-") && !strangeWord(w) {
			n.v = not // one switch inoperative
		}
	case sortPerson:
		switch {
		case sure1 > 0 && (sure1+weak > 1 || u.uses&(usePower|usePath|useColumn|useField) != 0):
			n.v = sure
		case sure1 > 0, weak > 1 && u.uses&(useOn|useMove|usePower) != 0:
			n.v = maybe
		}
		n.ordinary = true
	case sortWord:
		n.ordinary = true
		compound := strings.Contains(w, "-")
		switch {
		case u.determined > 0 && !(sure1 > 1 || sure1 > 0 && u.times > 3*u.determined):
		case sure1 > 1, sure1 == 1 && weak > 0 && u.times > 2:
			n.v = sure
		case sure1 == 1 && (weak > 0 || u.uses&(useReach|usePower|usePath|useOwns|useColumn) != 0 || u.uses&useField != 0 && !product(w)), weak > 2 && u.times > 2 && u.uses&(useOn|useMove) != 0 && u.uses&useState != 0 && !product(w):
			n.v = maybe
		case u.uses&useServe != 0 && compound:
			n.v = maybe
		}
	}
	if u.uses&useCalled != 0 && n.v == not && sortOf(w) != sortNone && strangeWord(w) {
		n.v, n.ordinary, n.kind = maybe, sortOf(w) == sortWord, Codename
	}
	return n
}

// machinePart says whether one of the parts of a name says what a machine is for.
func machinePart(w string) bool {
	for p := range strings.SplitSeq(w, "-") {
		if p = strings.TrimRight(p, "0123456789"); len(p) > 1 && machineWords[p] {
			return true
		}
	}
	return false
}

// strangeWord says whether letters look like no word that was forgotten in the lists: no ending that words have.
func strangeWord(w string) bool {
	for _, end := range [...]string{"ing", "ed", "ly", "tion", "tions", "ness", "ment", "able", "ible", "ous", "ful", "less", "ity", "ize", "ise", "isation", "ization", "ish", "ism", "ery", "ers", "ies", "ive", "ary", "ics", "ical", "ably", "ship", "wise", "logy", "ance", "ence", "ants", "ents"} {
		if strings.HasSuffix(w, end) {
			return false
		}
	}
	return true
}

func bitsOf(u use) int {
	n := 0
	for ; u != 0; u &= u - 1 {
		n++
	}
	return n
}
