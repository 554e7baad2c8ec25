package recent

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

// TestAnswers asks for more words than there are places, from several goroutines, and checks that each gets its own answer.
func TestAnswers(t *testing.T) {
	var a Answers[int]
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 3 * places {
				word := strconv.Itoa(i)
				if i%100 == 0 {
					word = strings.Repeat(word, longest)
				}
				if got := a.Of(word, func(w string) int { return len(w) + int(w[0]) }); got != len(word)+int(word[0]) {
					t.Errorf("the answer for %q is %d", word, got)
					return
				}
			}
		})
	}
	all.Wait()
}

// TestAsksOnce checks that a word that came lately is not looked into again, and a long one always.
func TestAsksOnce(t *testing.T) {
	var a Answers[string]
	asked := 0
	for range 3 {
		a.Of("marble", func(w string) string { asked++; return w })
		a.Of(strings.Repeat("x", longest+1), func(w string) string { asked += 10; return w })
	}
	if asked != 31 {
		t.Errorf("asked %d times", asked)
	}
}
