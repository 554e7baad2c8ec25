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
var noArticleAfter = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq("a an the this that these those my your his her its our their each every some any no " +
		"which whose another other same der die das den dem des ein eine einen einem einer unser unsere mein meine") {
		noArticleAfter[w] = true
	}
}

// fit makes a label fit into what stands before it: no article after another determiner, a capital where a sentence
// begins.
func fit(label, before string) string {
	article := ""
	for _, a := range []string{"the ", "an ", "a "} {
		if strings.HasPrefix(label, a) {
			article = a
		}
	}
	if article == "" {
		return label
	}
	word := lastWord(before)
	if noArticleAfter[strings.ToLower(word)] || strings.HasSuffix(strings.ToLower(word), "'s") {
		return label[len(article):]
	}
	if beginsSentence(before) {
		r, n := utf8.DecodeRuneInString(label)
		return string(unicode.ToUpper(r)) + label[n:]
	}
	return label
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
		return true
	}
	t := strings.TrimRight(before, "*_~\"'“‘(")
	if s := strings.TrimRight(t, " \t"); s != t && s != "" {
		last, _ := utf8.DecodeLastRuneInString(s)
		return strings.ContainsRune(".!?", last)
	}
	return strings.HasSuffix(t, "。")
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
