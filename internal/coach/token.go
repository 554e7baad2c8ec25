package coach

import "strings"

// A token is a word, a clitic ("n't", "'s"), a mark of punctuation or a stretch that is not the author's own, in a
// sentence.
type token struct {
	start, end int // in the sentence
	text       string
	atoms      []uint16 // the leaves of patterns that it fits
	word       bool     // no punctuation
}

// tokens are those of a sentence in lower case, tagged for patterns. named is the sentence with N for what may be a name.
func tokens(text, named string) []token {
	var out []token
	for i := 0; i < len(text); {
		switch n := dash(text[i:]); {
		case text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r':
			i++
		case n > 0:
			out = append(out, token{start: i, end: i + n, text: ":"})
			i += n
		case !letter(text[i]) || strings.HasPrefix(text[i:], "’"):
			end := i + 1
			for text[i] == blank && end < len(text) && text[end] == blank {
				end++
			}
			if text[i] == 0xE2 {
				end = i + len("’")
			}
			out = append(out, token{start: i, end: min(end, len(text)), text: text[i : i+1]})
			i = min(end, len(text))
		default:
			end := wordEnd(text, i)
			out = appendWord(out, text, i, end)
			i = end
		}
	}
	tag(out, named)
	return out
}

// dash is the length of a dash or of three dots that text begins with, 0 for none: both part clauses, as a colon does.
func dash(text string) int {
	if len(text) > 2 && text[0] == 0xE2 && text[1] == 0x80 && (text[2] == 0x93 || text[2] == 0x94 || text[2] == 0xA6) {
		return 3
	}
	return 0
}

// wordEnd is where the word that begins at i ends. Hyphens and apostrophes within it belong to it.
func wordEnd(text string, i int) int {
	for i < len(text) {
		n := 1
		switch {
		case strings.HasPrefix(text[i:], "’"):
			n = len("’")
		case dash(text[i:]) > 0:
			return i
		case letter(text[i]):
			i++
			continue
		case text[i] != '\'' && text[i] != '-':
			return i
		}
		if i+n >= len(text) || !letter(text[i+n]) || dash(text[i+n:]) > 0 {
			return i
		}
		i += n
	}
	return i
}

// clitics are what English leans on the word before, longest first; whole are words for what it leans on, where that is
// no word by itself.
var (
	clitics = []string{"n't", "'ve", "'re", "'ll", "'s", "'d", "'m"}
	whole   = map[string]string{"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
	// unmarked are contractions as they are typed in haste.
	unmarked = set("didnt dont doesnt wasnt werent isnt arent couldnt shouldnt wouldnt hasnt havent hadnt mustnt neednt cant wont aint")
)

// appendWord adds the word text[start:end], parted from its clitics.
func appendWord(out []token, text string, start, end int) []token {
	w := strings.ReplaceAll(text[start:end], "’", "'")
	wide := len(w) != end-start // typographic apostrophes are longer
	cut := func(n int) int {    // where the last n bytes begin in text
		if wide {
			return end - n - 2
		}
		return end - n
	}
	switch {
	case unmarked[w]:
		head := w[:len(w)-2]
		if full, ok := whole[head]; ok {
			head = full
		}
		return append(out, token{start: start, end: end - 2, text: head, word: true}, token{start: end - 2, end: end, text: "n't", word: true})
	case w == "cannot":
		return append(out, token{start: start, end: start + 3, text: "can", word: true}, token{start: start + 3, end: end, text: "not", word: true})
	}
	for _, c := range clitics {
		if head, ok := strings.CutSuffix(w, c); ok && head != "" && !strings.Contains(head, "'") {
			if full, ok := whole[head]; ok && c == "n't" {
				head = full
			}
			at := cut(len(c))
			return append(out, token{start: start, end: at, text: head, word: true}, token{start: at, end: end, text: c, word: true})
		}
	}
	// "I'd've", "shouldn't've": from the end.
	if head, ok := strings.CutSuffix(w, "'ve"); ok && head != "" && !wide {
		return append(appendWord(out, text, start, end-3), token{start: end - 3, end: end, text: "'ve", word: true})
	}
	return append(out, token{start: start, end: end, text: w, word: true})
}

// tag gives every token the leaves of patterns that it fits. named is the sentence with N for what may be a name.
func tag(tokens []token, named string) {
	g := grammar()
	for i := range tokens {
		t := &tokens[i]
		known := g.words[t.text]
		t.atoms = known[:len(known):len(known)]
		if !t.word {
			continue
		}
		add := func(class string) {
			if id, ok := g.leaves[class]; ok {
				t.atoms = append(t.atoms, id)
			}
		}
		add("_")
		name := named[t.start] == 'N'
		switch {
		case name:
			add("NAME")
			add("PERSON")
		case g.in(t.text, "ROLE") && (i == 0 || !g.in(tokens[i-1].text, "PARTOF")) && (i+1 >= len(tokens) || !g.in(tokens[i+1].text, "THING")):
			add("PERSON")
		case g.in(t.text, "PRONOUN"):
			add("PERSON")
		case g.in(t.text, "DEPARTMENT") && (i == 0 || !tokens[i-1].word || g.in(tokens[i-1].text, "JOIN")):
			add("PERSON")
		}
		w := t.text
		switch {
		case w[0] >= '0' && w[0] <= '9':
			add("NUMBER")
		case len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed"):
			add("DONE")
			add("DID")
		case len(w) > 4 && strings.HasSuffix(w, "ing") && !g.in(w, "NOGERUND"):
			add("DOING")
		case len(w) > 4 && strings.HasSuffix(w, "ly") && !g.in(w, "NOADVERB"):
			add("ADV")
		}
		if irregular := irregularForms()[w]; irregular != 0 {
			if irregular&participle != 0 {
				add("DONE")
			}
			if irregular&past != 0 {
				add("DID")
			}
		}
	}
}

func (g *grammarBook) in(w, class string) bool { return g.classes[class].has[w] }
