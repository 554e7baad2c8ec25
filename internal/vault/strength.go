package vault

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// EnoughBits is the strength to ask of a passphrase.
const EnoughBits = 50

// Strength estimates how many bits guessing a passphrase takes: the cheapest way to put it together from
// common passwords, words, things that look like words, runs on the keyboard, repetitions, years and single characters.
// It is meant to be low rather than high.
func Strength(passphrase string) float64 {
	runes := []rune(norm.NFKC.String(passphrase))
	if len(runes) > 128 {
		runes = runes[:128]
	}
	g := guesser{plain: make([]rune, len(runes)), runes: runes}
	for i, r := range runes {
		g.plain[i] = unicode.ToLower(r)
		if letter, ok := leet[r]; ok {
			g.plain[i] = letter
		}
	}
	best := make([]float64, len(runes)+1)
	for end := 1; end <= len(runes); end++ {
		best[end] = math.Inf(1)
		for start := range end {
			best[end] = min(best[end], best[start]+g.cost(start, end))
		}
	}
	// A well-known phrase is one with its spaces too.
	if _, ok := dictionary()[strings.Join(strings.Fields(strings.ToLower(passphrase)), "")]; ok {
		return min(best[len(runes)], 12)
	}
	return best[len(runes)]
}

type guesser struct {
	runes []rune // as typed
	plain []rune // lower case, digits and signs for letters undone
}

// leet undoes what people take for a disguise.
var leet = map[rune]rune{'0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i', '8': 'b'}

// cost is the bits of the cheapest reading of one stretch.
func (g guesser) cost(start, end int) float64 {
	s := g.runes[start:end]
	bits := brute(s)
	for _, guess := range []float64{g.word(start, end), run(s), year(s), g.again(start, end), g.separator(start, end)} {
		bits = min(bits, guess)
	}
	return bits
}

var impossible = math.Inf(1)

// brute is the bits of characters drawn one by one, and of finding out where they begin.
func brute(s []rune) float64 {
	var lower, upper, digit, sign, other bool
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			lower = true
		case r >= 'A' && r <= 'Z':
			upper = true
		case r >= '0' && r <= '9':
			digit = true
		case r < unicode.MaxASCII:
			sign = true
		default:
			other = true
		}
	}
	alphabet := 0.0
	for class, size := range map[*bool]float64{&lower: 26, &upper: 26, &digit: 10, &sign: 33, &other: 40} {
		if *class {
			alphabet += size
		}
	}
	return 3 + float64(len(s))*math.Log2(alphabet)
}

//go:embed common.txt
var commonList string

// dictionary gives the bits of a word: those that many people take for a password cost least.
var dictionary = sync.OnceValue(func() map[string]float64 {
	words := make(map[string]float64)
	for _, w := range phraseWords {
		words[w] = math.Log2(float64(len(phraseWords)))
	}
	for _, w := range strings.Fields(commonList) {
		words[w] = 8
	}
	return words
})

// word is the bits of a word that is in a list, or looks like one of a large list.
func (g guesser) word(start, end int) float64 {
	if end-start > 32 {
		return impossible
	}
	plain := string(g.plain[start:end])
	disguise := 0.0
	capital := false
	for i, r := range g.runes[start:end] {
		if !unicode.IsLetter(g.plain[start+i]) {
			return impossible
		}
		if unicode.ToLower(r) != g.plain[start+i] {
			disguise++
		} else if unicode.IsUpper(r) && (i > 0 || !capital) {
			disguise += 0.5
			capital = true
		}
	}
	disguise = min(disguise, 3)
	if bits, ok := dictionary()[plain]; ok {
		return bits + disguise
	}
	n := end - start
	switch {
	case n > 12:
		return impossible
	case ideographs(plain):
		return 7 * float64(n)
	case n <= 2 && speakable(plain):
		return 6 + disguise
	case n == 3 && speakable(plain):
		return 8 + disguise
	case n <= 8 && speakable(plain):
		return 12.5 + disguise
	case speakable(plain):
		return 16 + disguise
	}
	return impossible
}

func ideographs(s string) bool {
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) {
			return false
		}
	}
	return true
}

// pairs are how many bits each letter costs after the one before it, learned from the words that are here.
var pairs = sync.OnceValue(func() map[[2]rune]float64 {
	count, total := make(map[[2]rune]float64), make(map[rune]float64)
	for word := range dictionary() {
		before := ' '
		for _, r := range word {
			count[[2]rune{before, r}]++
			total[before]++
			before = r
		}
	}
	bits := make(map[[2]rune]float64)
	for pair, n := range count {
		bits[pair] = -math.Log2(n / total[pair[0]])
	}
	return bits
})

// speakable reports whether letters follow each other as in words. Letters that no list here knows are taken for a word.
func speakable(s string) bool {
	bits, n, before := 0.0, 0, ' '
	for _, r := range s {
		if r > unicode.MaxASCII {
			return true
		}
		cost, ok := pairs()[[2]rune{before, r}]
		if !ok {
			cost = 9
		}
		bits, n, before = bits+cost, n+1, r
	}
	return bits/float64(n) < 4.6
}

var keyboard = []string{"1234567890", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "qazwsxedc", "1qaz2wsx3edc", "!@#$%^&*()"}

// run is the bits of one character again and again, of letters or digits in their order, or of a way over the keyboard.
func run(s []rune) float64 {
	if len(s) < 3 {
		return impossible
	}
	bits := 5 + math.Log2(float64(len(s)))
	step := s[1] - s[0]
	even := step >= -1 && step <= 1
	for i := 1; i < len(s) && even; i++ {
		even = s[i]-s[i-1] == step
	}
	if even {
		return bits
	}
	lower := strings.ToLower(string(s))
	for _, row := range keyboard {
		if strings.Contains(row, lower) || strings.Contains(row, reversed(lower)) {
			return bits + 1
		}
	}
	return impossible
}

func reversed(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

// year is the bits of a year that somebody remembers, or of a date in digits.
func year(s []rune) float64 {
	for _, r := range s {
		if r < '0' || r > '9' {
			return impossible
		}
	}
	switch {
	case len(s) == 4 && (s[0] == '1' && s[1] == '9' || s[0] == '2' && s[1] == '0'):
		return 7
	case len(s) == 6 || len(s) == 8:
		return 15
	}
	return impossible
}

// again is the bits of saying once more what stands before.
func (g guesser) again(start, end int) float64 {
	n := end - start
	if n < 3 || start < n {
		return impossible
	}
	if strings.Contains(string(g.plain[:start]), string(g.plain[start:end])) {
		return 2 + math.Log2(float64(start))
	}
	return impossible
}

// separator is the bits of what stands between two words: nothing where it is the same as before.
func (g guesser) separator(start, end int) float64 {
	if end-start != 1 || !strings.ContainsRune(" -_.,+/:", g.runes[start]) {
		return impossible
	}
	if strings.ContainsRune(string(g.runes[:start]), g.runes[start]) || g.runes[start] == ' ' {
		return 0
	}
	return 3
}
