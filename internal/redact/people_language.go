package redact

import "firsthand/internal/redact/lexicon"

// markLanguage tells the words of German and other foreign paragraphs from English ones, by their function words.
// German writes every noun with a capital, and in other languages the English word list says nothing, so the net
// needs to know. A paragraph that says little is taken for what the reading as a whole is.
func markLanguage(r *reading, ts []tok) {
	all := languageOf(ts)
	for i := 0; i < len(ts); {
		j := i + 1
		for j < len(ts) && !paragraphBetween(r.text[ts[j-1].end:ts[j].start]) {
			j++
		}
		lang := languageOf(ts[i:j])
		if lang == "" {
			lang = all
		}
		for k := i; k < j; k++ {
			ts[k].german = lang == "de"
			ts[k].foreign = lang == "xx" || lang == "alien"
			ts[k].alien = lang == "alien"
		}
		i = j
	}
}

func paragraphBetween(gap string) bool {
	lines := 0
	for i := 0; i < len(gap); i++ {
		if gap[i] == '\n' {
			lines++
		}
	}
	return lines > 1
}

// languageOf is "en", "de" or "xx" by the commoner function words, "alien" where the lists do not know the language, and
// "" where there are too few words to say.
func languageOf(ts []tok) string {
	n := map[string]int{}
	words, listed := 0, 0 // listed: in the list of words of other languages, and no English ones
	small, odd := 0, 0    // words in small letters; of them in no list
	for i := range ts {
		if ts[i].part != prose || ts[i].shape == shapeIdent {
			continue
		}
		words++
		if ts[i].shape == shapeLower && !ts[i].taken {
			small++
			if ts[i].ev&^(isGiven|isFamily|isPlace) == 0 && !lexicon.GermanWord(ts[i].fold) {
				odd++
			}
		}
		if ts[i].ev&isForeign != 0 && ts[i].ev&(isWord|isProduct|isAcronym|isGiven|isFamily) == 0 {
			listed++
		}
		for lang, set := range functionWords {
			if set[ts[i].fold] {
				n[lang]++
			}
		}
	}
	if n["en"] == 0 && n["de"] == 0 && listed > 1 && listed*4 >= words {
		return "xx" // too short for function words, or of a language whose own are not listed
	}
	best, most := "", 0
	for _, lang := range []string{"en", "de", "xx"} {
		if n[lang] > most {
			best, most = lang, n[lang]
		}
	}
	if small > 9 && odd*5 > small*2 && n["en"]*6 < small && n["de"]*8 < small {
		return "alien"
	}
	if words < 6 || most < 2 || most*12 < words {
		return ""
	}
	return best
}
