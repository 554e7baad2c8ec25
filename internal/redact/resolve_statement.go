package redact

import (
	"strings"
)

// Sentences that say that two names are one person, by what stands between them and, for brackets, after.
var (
	saysSame = newPattern(`(?i)^(?:>? (?:is|=|aka|a\.k\.a\.|alias|ist|é|est|es) (?:really |actually |also |called )?|(?:der |die )?(?:heißt|heisst) (?:eigentlich |richtig |in echt |wirklich |mit vollem namen )?|,? (?:qui )?s'appelle (?:en fait |en vrai )?|,? (?:que )?se llama (?:en realidad )?|,? (?:que )?(?:na verdade )?se chama |si chiama |heet (?:eigenlijk )?|heter (?:egentligen )?|naprawdę nazywa się |, ?(?:aka|a\.k\.a\.|alias|also known as|called|known as|real name|actual name|full name|or) |` +
		`[^\n.]{0,60}\. (?:real|actual|full|proper) name(?:'s| is|:)? |[^\n]{0,40}?[(,] ?(?:[^()\n]{0,60}[,;] )?(?:aka|real name|actual name|full name|proper name|born|alias):? )$`)
	saysCalled  = newPattern(`(?i)^(?:[,;]? ?\(?(?:(?:who|whom|that|so|and) )?(?:we|we all|all of us|everybody|everyone|everybody here|everyone here|people|they) (?:just )?(?:call|calls|say|says|know as|use) (?:him |her |them )?|,? (?:nicknamed|called|known as|goes by) |,? ?\(?(?:(?:den|die|der) )?alle (?:nur )?(?:nennen|sagen zu ihm|sagen zu ihr) ?|,? ?\(?(?:todos|todas) (?:le|la|lo) (?:decimos|dicen|llaman|llamamos) |,? ?\(?(?:todo mundo|todos) chama(?:m)? (?:de )?|,? ?\(?(?:que )?tout le monde (?:l'appelle|appelle) )$`)
	opensParen  = newPattern(`^(?:, [^()\n]{1,40}| himself| herself| themselves)? ?\((?:[\p{L} -]{0,30}[;,:] ?)?@?$`)
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
	for b := 1; b < len(c.mentions); b++ {
		// The nearest three before it: Pixie does live ops. Real name … has other things between at times.
		for a := b - 1; a >= 0 && a >= b-3; a-- {
			if c.mentions[a].r != c.mentions[b].r || !personal(c.mentions[a].m.kind) || !personal(c.mentions[b].m.kind) {
				continue
			}
			if c.saidOne(a, b) {
				c.join(groupOf[a], groupOf[b])
			}
			if c.mentions[a].m.kind == Person {
				break
			}
		}
	}
}

func personal(k Kind) bool { return k == Person || k == Handle || k == User }

func (c *crowd) saidOne(a, b int) bool {
	x, y := &c.mentions[a], &c.mentions[b]
	text := c.rs[x.r].text
	if x.m.end > y.m.start || y.m.start-x.m.end > 160 {
		return false
	}
	between := strings.ReplaceAll(text[x.m.end:y.m.start], "\n", " ")
	after := text[y.m.end:]
	if len(after) > 80 {
		after = after[:80]
	}
	if saysSame.MatchString(between) || saysCalled.MatchString(between) || inSignature.MatchString(between) {
		// "X is Y" of two given names says something else; of a handle or a nickname it says who.
		return x.m.kind != Person || y.m.kind != Person || !strings.Contains(between, " is ") || len(x.words) != len(y.words)
	}
	if (between == ", " || between == " (") && onPaper.MatchString(after) {
		return true
	}
	if opensParen.MatchString(between) {
		after = strings.TrimLeft(after, " ")
		closes := strings.HasPrefix(after, ")") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, ";")
		if !closes {
			return onPaper.MatchString(" " + after)
		}
		if x.m.kind != Person || y.m.kind != Person {
			return true // Murat (network; @m.kaya)
		}
		if strings.HasPrefix(after, ",") && !strings.Contains(after, ")") {
			return false
		}
		// Two given names in a row are two people; a fuller name explains a shorter.
		return len(x.words) != len(y.words) || !evidenceOf(x.fold).name() || !evidenceOf(y.fold).name()
	}
	return false
}
