package indirect

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A pronoun is one that tells more of somebody than their label does, with the word beside it that has to agree.
type pronoun struct {
	line, start, end int
	who              string
	with             string
}

// pronounSets are pronouns by the one that stands for all that are asked about together. German, French and Spanish ones follow the gender of words, also of
// things, so that there the nouns are asked about.
var pronounSets = map[string]string{
	"she": "she", "her": "she", "hers": "she", "herself": "she",
	"he": "she", "him": "she", "his": "she", "himself": "she",
	"xe": "xe", "xem": "xe", "xyr": "xe", "ze": "xe", "hir": "xe", "zir": "xe", "fae": "xe", "ey": "xe",
}

// nounForms are nouns that say whether somebody is a woman or, where that is rarer, a man; with what would not.
var nounForms = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:(die|eine|meine|unsere) ([\p{L}-]*(?:kollegin|ingenieurin|entwicklerin|technikerin|chefin|leiterin|ärztin|schwester|administratorin|mitarbeiterin|kundin|nachbarin))|` +
		`(der|einer|meiner|unserer) ([\p{L}-]*(?:kollegin|ingenieurin|entwicklerin|technikerin|chefin|leiterin|ärztin|administratorin|mitarbeiterin|kundin))|` +
		`(ma|une|la|cette) (collègue|développeuse|administratrice|technicienne|directrice|cheffe|ingénieure|infirmière)|` +
		`(la|una|mi|nuestra|esa) (compañera|ingeniera|desarrolladora|administradora|técnica|jefa|directora|enfermera))\b`)
})

// nounCues are the articles that such a noun follows.
var nounCues = map[string]bool{"die": true, "eine": true, "meine": true, "unsere": true, "der": true, "einer": true, "meiner": true, "unserer": true,
	"ma": true, "une": true, "la": true, "cette": true, "una": true, "mi": true, "nuestra": true, "esa": true}

// pronounAt is the pronoun or noun that a word is, or begins.
func pronounAt(text string, start, end int) (pronoun, bool) {
	word := strings.ToLower(text[start:end])
	if nounCues[word] {
		m := nounForms().FindStringSubmatchIndex(text[start:min(len(text), start+60)])
		if m == nil {
			return pronoun{}, false
		}
		p := pronoun{start: start, end: start + m[1], who: strings.ToLower(text[start : start+m[1]])}
		switch {
		case m[2] >= 0:
			p.with = "eine Person aus dem Team"
		case m[6] >= 0:
			p.with = "einer Person aus dem Team"
		case m[10] >= 0:
			p.with = "une personne de l'équipe"
		default:
			p.with = "una persona del equipo"
		}
		return p, true
	}
	who, ok := pronounSets[word]
	if !ok || start > 0 && strings.IndexByte("/(_-", text[start-1]) >= 0 && who != "xe" || end < len(text) && strings.IndexByte("/_-:=", text[end]) >= 0 {
		return pronoun{}, false
	}
	if word == "ze" || word == "ey" || word == "fae" || word == "hir" {
		if next := nextLower(text, end); !agrees[next] && !strings.HasSuffix(next, "ed") {
			return pronoun{}, false // a word of another language
		}
	}
	p := pronoun{start: start, end: end, who: who}
	next := nextLower(text, end)
	upper := text[start] >= 'A' && text[start] <= 'Z'
	switch word {
	case "she", "he", "xe", "ze", "ey", "fae":
		p.with = "they"
		if strings.HasPrefix(text[end:], "'s ") || strings.HasPrefix(text[end:], "’s ") {
			p.end = end + strings.IndexByte(text[end:], ' ')
			p.with = "they're"
		} else if next != "" {
			if plural := agree(next); plural != next {
				p.with, p.end = "they "+plural, end+1+len(next)
			}
		}
	case "him", "xem":
		p.with = "them"
	case "his", "xyr":
		p.with = "their"
	case "hers":
		p.with = "theirs"
	case "herself", "himself":
		p.with = "themselves"
	default: // her, hir, zir: whose, or whom
		p.with = "their"
		if next == "" || notOwned[next] {
			p.with = "them"
		}
	}
	// A word beside it makes the place one of few: "her" alone stands in two roles.
	switch {
	case p.end > end:
	case next != "":
		p.end = end + 1 + len(next)
		p.with += text[end:p.end]
	default:
		before := lowerBefore(text, start)
		if before == "" {
			return pronoun{}, false
		}
		p.start = start - 1 - len(before)
		p.with = before + " " + p.with
		upper = false
	}
	if upper {
		p.with = capital(p.with)
	}
	return p, true
}

// nextLower is the word of small letters after a space.
func nextLower(text string, at int) string {
	if at >= len(text) || text[at] != ' ' {
		return ""
	}
	end := at + 1
	for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] == '\'' && end > at+1) {
		end++
	}
	if end < len(text) && wordByte(text[end]) {
		return ""
	}
	return text[at+1 : end]
}

// lowerBefore is the word of small letters before a space.
func lowerBefore(text string, at int) string {
	if at == 0 || text[at-1] != ' ' {
		return ""
	}
	start := at - 1
	for start > 0 && text[start-1] >= 'a' && text[start-1] <= 'z' {
		start--
	}
	if start > 0 && (wordByte(text[start-1]) || text[start-1] == '\'') {
		return ""
	}
	return text[start : at-1]
}

var agrees = map[string]bool{"is": true, "was": true, "has": true, "does": true, "had": true, "would": true, "will": true, "said": true, "did": true, "could": true, "can": true}

// agree is a verb as it goes with "they".
func agree(verb string) string {
	if plural, ok := map[string]string{"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't", "wasn't": "weren't",
		"hasn't": "haven't", "doesn't": "don't", "goes": "go", "says": "say"}[verb]; ok {
		return plural
	}
	switch {
	case len(verb) < 4 || strings.Contains(verb, "'") || strings.HasSuffix(verb, "ss") || strings.HasSuffix(verb, "us") || slices.Contains([]string{"always", "also", "perhaps", "sometimes", "does", "besides", "towards", "afterwards", "thus"}, verb):
	case strings.HasSuffix(verb, "ies"):
		return strings.TrimSuffix(verb, "ies") + "y"
	case strings.HasSuffix(verb, "ches"), strings.HasSuffix(verb, "shes"), strings.HasSuffix(verb, "sses"), strings.HasSuffix(verb, "xes"):
		return strings.TrimSuffix(verb, "es")
	case strings.HasSuffix(verb, "s"):
		return strings.TrimSuffix(verb, "s")
	}
	return verb
}

// notOwned are words that no possessive stands before.
var notOwned = map[string]bool{"to": true, "for": true, "and": true, "that": true, "if": true, "about": true, "at": true, "in": true, "on": true, "with": true,
	"when": true, "because": true, "but": true, "so": true, "as": true, "or": true, "again": true, "there": true, "up": true, "back": true, "what": true,
	"who": true, "where": true, "how": true, "by": true, "from": true, "before": true, "after": true, "the": true, "a": true, "an": true, "while": true,
	"not": true, "over": true, "into": true, "then": true, "later": true, "directly": true, "first": true, "twice": true, "once": true, "is": true, "was": true}

// pronouns asks once about each set of pronouns; one answer changes all of its places.
func (f *finder) pronouns() {
	places := map[string][]pronoun{}
	var order []string
	for _, p := range f.spoken {
		if f.taken(p.line, p.start, p.end) {
			continue // another question is about these words
		}
		if places[p.who] == nil {
			order = append(order, p.who)
		}
		places[p.who] = append(places[p.who], p)
	}
	for _, who := range order {
		first := places[who][0]
		if !f.ask(Pronoun, first.line, first.start, first.end, first.with) {
			continue
		}
		q := &f.found[len(f.found)-1]
		q.With = first.with
		said := map[string]bool{strings.ToLower(q.Words): true}
		for _, p := range places[who][1:] {
			words := f.lines[p.line].Text[p.start:p.end]
			if key := strings.ToLower(words); !said[key] && len(q.Also) < mostChanges {
				said[key] = true
				q.Also = append(q.Also, Change{words, p.with})
			}
		}
	}
}
