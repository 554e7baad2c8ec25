package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// withArticle puts a or an before words.
func withArticle(words string) string {
	if vowel(words) {
		return "an " + words
	}
	return "a " + words
}

// vowel reports whether a label is spoken with a vowel first.
func vowel(words string) bool {
	for _, w := range []string{"user", "one", "uu", "eu"} {
		if strings.HasPrefix(strings.ToLower(words), w) {
			return false
		}
	}
	words = strings.TrimLeft(words, "[")
	r, _ := utf8.DecodeRuneInString(words)
	return strings.ContainsRune("aeiouAEIOU", r)
}

// noArticleAfter are the words after which a label goes without an article of its own.
// "That" is none of them: "that Team A run" goes on with a clause more often than it points.
var noArticleAfter = wordSet("a an the this these those my your his her its our their each every some any no " +
	"which whose another other same")

// adjectives stand between a determiner and its noun: "the old web-1" is "the old web host", not "the old a web host".
var adjectives = wordSet("new old other first second third last next same main primary secondary standby spare broken " +
	"failed failing own whole wrong right remote local affected dead stale bad good current previous former only " +
	"big small staging production prod test busy slow fast noisy idle real internal external shared")

// countWords are the words after which a thing stands in the plural.
var countWords = wordSet("two three four five six seven eight nine ten both several many few all these those")

// isOrHas are the words whose 's is "is" or "has", not a possessive.
var isOrHas = wordSet("she he it that this who what where there here how when why one everybody everyone somebody someone nobody")

// leadingArticle is the article that a label begins with, and the space after it; empty where it has none.
func leadingArticle(label string) string {
	for _, a := range []string{"the ", "an ", "a "} {
		if strings.HasPrefix(label, a) {
			return a
		}
	}
	return ""
}

// articled reports whether a label begins with an article.
func articled(label string) bool { return leadingArticle(label) != "" }

// fit makes a label fit into what stands before it: no article after another determiner, a capital where a sentence
// begins.
func fit(label, before, after string) string {
	article := leadingArticle(label)
	if article == "" {
		return label
	}
	word := strings.ToLower(lastWord(before))
	switch owner, owned := strings.CutSuffix(word, "'s"); {
	case countWords[word] && article != "the ":
		return plural(label[len(article):])
	case noArticleAfter[word], owned && !isOrHas[owner], adjectives[word] && determined(before[:len(before)-len(word)-1]):
		return label[len(article):]
	}
	if beginsSentence(before) || beginsLine(before) && (strings.HasPrefix(after, ":") || strings.HasPrefix(after, "  ")) {
		r, n := utf8.DecodeRuneInString(label)
		return string(unicode.ToUpper(r)) + label[n:]
	}
	return label
}

// determined reports whether a determiner stands last.
func determined(before string) bool {
	word := strings.ToLower(lastWord(before))
	return noArticleAfter[word] || strings.HasSuffix(word, "'s") && !isOrHas[strings.TrimSuffix(word, "'s")]
}

// plural is a label's words in the plural: colleagues, repositories, addresses.
func plural(words string) string {
	switch last := words[max(0, len(words)-2):]; {
	case last == "ss" || strings.HasSuffix(words, "x"):
		return words + "es"
	case strings.HasSuffix(words, "y") && !vowel(last):
		return words[:len(words)-1] + "ies"
	}
	return words + "s"
}

// lastWord is the word that ends before, with one space after it; empty otherwise.
func lastWord(before string) string {
	t := strings.TrimSuffix(before, " ")
	if len(t) == len(before) || strings.HasSuffix(t, " ") {
		return ""
	}
	i := strings.LastIndexFunc(t, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(t[i:])
		i += n
	} else {
		i = 0
	}
	return strings.ReplaceAll(t[i:], "’", "'")
}

// beginsSentence reports whether what follows before begins a sentence or a line.
func beginsSentence(before string) bool {
	if beginsLine(before) {
		return !runsOn(before)
	}
	t := strings.TrimRight(before, "*_~\"'“‘(")
	if s := strings.TrimRight(t, " \t"); s != t && s != "" {
		last, _ := utf8.DecodeLastRuneInString(s)
		return strings.ContainsRune(".!?", last)
	}
	return strings.HasSuffix(t, "。")
}

// runsOn reports whether the line that begins after before only goes on with the sentence of a long line above.
func runsOn(before string) bool {
	above, ok := strings.CutSuffix(before, "\n")
	if !ok {
		return false
	}
	line := strings.TrimRight(above[strings.LastIndexByte(above, '\n')+1:], " \\")
	return len(line) >= 40 && strings.IndexByte(".!?:|", line[len(line)-1]) < 0
}

// beginsLine reports whether only marks of lists, quotes, headings and emphasis stand before on its line.
func beginsLine(before string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return strings.Trim(line, " \t*_~>#-+|0123456789.)") == ""
}

// article corrects an indefinite article before a label: it returns how many bytes of before to replace, and by what.
func article(before, label string) (cut int, with string) {
	word := lastWord(before)
	var want string
	switch strings.ToLower(word) {
	case "a":
		if !vowel(label) {
			return 0, ""
		}
		want = word + "n"
	case "an":
		if vowel(label) {
			return 0, ""
		}
		want = word[:1]
	default:
		return 0, ""
	}
	return len(word) + 1, want + " "
}
