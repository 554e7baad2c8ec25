// Package recent keeps what a function from words to values gave lately, so that the words of an account, which come again
// in every line, in every examination and in every view of a finished file, are looked into once.
//
// It changes no answer: what it holds is a matter of time alone. It holds single words, in memory only, and no more of
// them than fit in its places.
package recent

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

const (
	places  = 1 << 16
	longest = 48 // bytes of a word that is kept: longer ones are data, and do not come again
)

// Answers are those of one function. A zero value is ready for use, by any number of goroutines; none waits for another.
type Answers[V any] struct {
	at [places]atomic.Pointer[answer[V]]
}

type answer[V any] struct {
	word  string
	value V
}

var seed = maphash.MakeSeed()

// Of is f(word). The function has to be pure, and nobody may change what it gives.
func (a *Answers[V]) Of(word string, f func(string) V) V {
	if len(word) > longest {
		return f(word)
	}
	place := &a.at[maphash.String(seed, word)%places]
	if known := place.Load(); known != nil && known.word == word {
		return known.value
	}
	value := f(word)
	place.Store(&answer[V]{strings.Clone(word), value}) // a word out of a text would hold all of it
	return value
}
