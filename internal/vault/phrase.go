package vault

import (
	"crypto/rand"
	_ "embed"
	"math/big"
	"strings"
)

// phraseWords are words that are easy to type and to keep apart, written down for this program.
//
//go:embed words.txt
var phraseList string

var phraseWords = strings.Fields(phraseList)

// PhraseWords is how many words a phrase has: six of 1,429 words are 62 bits.
const PhraseWords = 6

// Phrase draws a passphrase of six words by lot.
func Phrase() string {
	words := make([]string, PhraseWords)
	for i := range words {
		n, err := rand.Int(rand.Reader, big.NewInt(int64(len(phraseWords))))
		if err != nil {
			panic(err) // crypto/rand does not fail
		}
		words[i] = phraseWords[n.Int64()]
	}
	return strings.Join(words, " ")
}
