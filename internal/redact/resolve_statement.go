package redact

import (
	"strings"
)

// Sentences that say that two names are one person, by what stands between them and, for brackets, after.
var (
	saysSame = newPattern(`(?i)^(?:>? (?:is|=|aka|a\.k\.a\.|alias|ist|é|est|es) (?:really |actually |also |called )?| ?,? ?(?:der |die )?(?:heißt|heisst) (?:eigentlich |richtig |in echt |wirklich |mit vollem namen )?|,? (?:qui )?s'appelle (?:en fait |en vrai )?|,? (?:que )?se llama (?:en realidad )?|,? (?:que )?(?:na verdade )?se chama | ?(?:si chiama|heet|heter|naprawdę nazywa się) (?:in realtà |eigenlijk |egentligen )?|(?: [\p{L}-]{1,16})? = (?:(?:my|our|the|his|her|their) [\p{L} -]{1,24}, )?|, ?(?:aka|a\.k\.a\.|alias|also known as|called|known as|real name|actual name|full name|or) |` +
		`[^\n.]{0,60}\. (?:real|actual|full|proper) name(?:'s| is|:)? |[^\n]{0,40}?[(,] ?(?:[^()\n]{0,60}[,;] )?(?:aka|real name|actual name|full name|proper name|born|alias):? )$`)
	saysCalled  = newPattern(`(?i)^(?:[,;]? ?\(?(?:(?:who|whom|that|so|and) )?(?:we|we all|all of us|everybody|everyone|everybody here|everyone here|people|they) (?:just )?(?:call|calls|say|says|know as|use) (?:him |her |them )?|,? (?:nicknamed|called|known as|goes by) |,? ?\(?(?:(?:den|die|der) )?alle (?:nur )?(?:nennen|sagen zu ihm|sagen zu ihr) ?|,? ?\(?(?:todos|todas) (?:le|la|lo) (?:decimos|dicen|llaman|llamamos) |,? ?\(?(?:todo mundo|todos) chama(?:m)? (?:de )?|,? ?\(?(?:que )?tout le monde (?:l'appelle|appelle) )$`)
	opensParen  = newPattern(`^(?:, [^()\n]{1,40}| himself| herself| themselves)? ?\((?:[\p{L} -]{0,30}[;,:] ?)?@?$`)
	thatIs      = newPattern(`(?i)^(?:, [^()\n]{1,40})?,? ?[(—–-] ?(?:that's|thats|that is|that’s|i\.?e\.?|das ist|d\. ?h\.|also|c'est|o sea|es decir|ou seja|cioè|dus|alltså|czyli) $`)
	nickOf      = newPattern(`(?i)^[^\n]{0,90}[.,;(] ?(?:his |her |their )?(?:nick|nickname|handle)(?: is|:)? $`)
	pronounIs   = newPattern(`(?i)^[^\n]{0,60}[.;] ?(?:s?he|they|er|sie|il|elle|él|ella|ele|ela|lui|lei|hij|zij)(?: is|'s|’s| are| ist| heißt| est| s'appelle| es| se llama| é| si chiama| heet) $`)
	onPaper     = newPattern(`(?i)^,? ?(?:on paper|on (?:his|her|their|the) \w+|to payroll|in (?:his|her|their|the) \w+|officially|in full|by (?:birth|passport)|laut|auf dem papier|im pass|sur le papier|sul contratto|en el contrato|no contrato)`)
	inSignature = newPattern(`(?i)^ \((?:in|from|per) (?:her|his|their|the) (?:signature|mail|e-?mail|badge|passport|profile)[^()\n]{0,20}: ?$`)
)

// joinStatements joins neighbours that the text says are one: Majo, María José Llorente Quirós on paper; Pixie …
// Real name Annelie Strömqvist; Jun-Jun (Crisanto Dimaculangan Jr to payroll); <@U04FAKE1QX> is Baraka Lemayian.
func (c *crowd) joinStatements() {
	groupOf := make([]int, len(c.mentions))
	for g := range c.groups {
		for _, m := range c.groups[g].mentions {
			groupOf[m] = g
		}
	}
	c.neighbours(func(a, b int, s saying) {
		switch s {
		case said:
			c.join(groupOf[a], groupOf[b])
		case hinted:
			c.hints = append(c.hints, [2]int{groupOf[a], groupOf[b]})
		}
	})
}

// neighbours gives what the words between every two neighbours say of them.
func (c *crowd) neighbours(do func(a, b int, s saying)) {
	for b := 1; b < len(c.mentions); b++ {
		// The nearest three before it: Pixie does live ops. Real name … has other things between at times.
		for a := b - 1; a >= 0 && a >= b-3; a-- {
			if c.mentions[a].r != c.mentions[b].r || !personal(c.mentions[a].m.kind) || !personal(c.mentions[b].m.kind) {
				continue
			}
			do(a, b, c.saidOne(a, b))
			if c.mentions[a].m.kind == Person {
				break
			}
		}
	}
}

func personal(k Kind) bool { return k == Person || k == Handle || k == User }

// saying is how clearly a text says that two names are one.
type saying int

const (
	unsaid saying = iota
	hinted        // it may mean that
	said
)

func sayingOf(is bool) saying {
	if is {
		return said
	}
	return unsaid
}

// saidOne is what stands between two mentions says of them.
func (c *crowd) saidOne(a, b int) saying {
	x, y := &c.mentions[a], &c.mentions[b]
	text := c.rs[x.r].text
	if x.m.end > y.m.start || y.m.start-x.m.end > 160 {
		return unsaid
	}
	between := withoutAddress(strings.ReplaceAll(text[x.m.end:y.m.start], "\n", " "))
	after := text[y.m.end:]
	if len(after) > 80 {
		after = after[:80]
	}
	if saysSame.MatchString(between) || saysCalled.MatchString(between) || inSignature.MatchString(between) {
		// "X is Y" of two given names says something else at times; of a handle or a nickname it says who. So do two full
		// names that are all of their clause.
		if x.m.kind != Person || y.m.kind != Person || !strings.Contains(between, " is ") || len(x.words) != len(y.words) {
			return said
		}
		if begins, ends := clauseStart(text, x.m.start), clauseEnd(text, y.m.end); len(x.words) > 1 && begins && ends {
			return said
		} else if ends {
			return hinted
		}
		return unsaid
	}
	if thatIs.MatchString(between) && (clauseEnd(text, y.m.end) || strings.HasPrefix(after, ")")) {
		return said
	}
	if x.m.kind == Person && y.m.kind == Person && (nickOf.MatchString(between) || len(x.words) != len(y.words) && pronounIs.MatchString(between)) {
		if strings.Count(between, " ") < 3 {
			return said
		}
		return hinted
	}
	if (between == ", " || between == " (") && onPaper.MatchString(after) {
		return said
	}
	if opensParen.MatchString(between) {
		after = strings.TrimLeft(after, " ")
		closes := strings.HasPrefix(after, ")") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ";")
		if !closes {
			return sayingOf(onPaper.MatchString(" " + after))
		}
		if x.m.kind != Person || y.m.kind != Person {
			return said // Murat (network; @m.kaya)
		}
		if strings.HasPrefix(after, ",") && !strings.Contains(after, ")") {
			return unsaid
		}
		// Two given names in a row are two people; a fuller name explains a shorter.
		return sayingOf(len(x.words) != len(y.words) || !evidenceOf(x.fold).name() || !evidenceOf(y.fold).name())
	}
	return unsaid
}

// withoutAddress leaves out a word of address before the second name: " = mas ".
func withoutAddress(between string) string {
	if k := strings.LastIndexByte(strings.TrimSuffix(between, " "), ' '); k >= 0 && strings.HasSuffix(between, " ") {
		if w := strings.Trim(between[k:], " ."); titles[foldName(w)] {
			return between[:k+1]
		}
	}
	return between
}

// clauseStart says whether a clause begins at i, and clauseEnd whether one ends there.
func clauseStart(text string, i int) bool {
	before := strings.TrimRight(text[:i], " *_")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".:;!?\n(")
}

func clauseEnd(text string, i int) bool {
	return i >= len(text) || strings.ContainsAny(text[i:i+1], ".,;:!?)\n")
}

// askHints asks about what the text may say.
func (c *crowd) askHints() {
	for _, h := range c.hints {
		if a, b := h[0], h[1]; c.root(a) != c.root(b) {
			if len(c.groups[a].words) > len(c.groups[b].words) {
				a, b = b, a
			}
			c.ask(a, []int{c.root(b)}, "alike.statement")
		}
	}
}
