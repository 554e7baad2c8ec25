package redact

import (
	"sort"
	"strings"
)

// Labels are English words. In a sentence of another language one with an article would break the grammar of both
// ("Im Frühdienst meldete a colleague"), so there it stands in brackets, as in code: "meldete [colleague]".

// A sentence is a stretch of a source and whether it is English.
type sentence struct {
	end     int
	english bool
}

// sentences tells the language of each sentence by its function words; one that says too little is taken for what its
// paragraph is, and a paragraph that says too little for what all of the texts are.
func sentences(text string, english bool) []sentence {
	var out []sentence
	decide := func(text string, otherwise bool) bool {
		switch n := foreignness(text); {
		case n < 0:
			return true
		case n > 1:
			return false
		}
		return otherwise
	}
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.Index(text[start:], "\n\n"); i >= 0 {
			end = start + i + 2
		}
		whole := decide(text[start:end], english)
		for at := start; at < end; {
			next := at + sentenceLength(text[at:end])
			out = append(out, sentence{next, decide(text[at:next], whole)})
			at = next
		}
		start = end
	}
	return out
}

// sentenceLength is the length of the first sentence of a text.
func sentenceLength(text string) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '.', '!', '?', ';':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') {
				return i + 2
			}
		}
	}
	return len(text)
}

// foreignness is how many more of the commonest words of other languages than of English a text has.
func foreignness(text string) int {
	n, letters, unspaced := 0, 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { c := runeClassOf(r); return c == runeOther && r != '\'' && r != '’' }) {
		for _, r := range w {
			letters++
			if runeClassOf(r) == runeUnspaced {
				unspaced++
			}
		}
		if w == "I" {
			n--
		}
		if len(w) > 8 || len(w) == 1 {
			continue
		}
		if w = strings.ReplaceAll(foldName(w), "’", "'"); falseFriends[w] {
			continue
		}
		english, other := functionWords["en"][w], functionWords["de"][w] || functionWords["xx"][w]
		switch {
		case english && !other:
			n--
		case other && !english:
			n++
		}
	}
	if unspaced*3 > letters {
		return letters
	}
	return n
}

// falseFriends are common words of two languages, which tell neither.
var falseFriends = wordSet("die also war hat bei am an man so do no on as pour come des me in was is")

// english reports whether the sentence around an offset of the source is English.
func (d *draft) english(at int) bool {
	if d.tongues == nil {
		if d.foreign {
			d.tongues = d.kept.foreign.of(d.src.Text, func(text string) []sentence { return sentences(text, false) })
		} else {
			d.tongues = d.kept.english.of(d.src.Text, func(text string) []sentence { return sentences(text, true) })
		}
	}
	i := sort.Search(len(d.tongues), func(i int) bool { return d.tongues[i].end > at })
	return i == len(d.tongues) || d.tongues[i].english
}
