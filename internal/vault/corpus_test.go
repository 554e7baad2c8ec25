package vault_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A corpus makes the texts that benchmarks are run on: about as long as wanted, of words as unequal as those of a
// language (Zipf's law), with numbers, hosts and times between them. The same seed gives the same texts.
type corpus struct {
	random *rand.Rand
	zipf   *rand.Zipf
	words  []string
}

// vocabulary is how many words the corpus knows: about what one person writes in years.
const vocabulary = 30_000

func newCorpus() *corpus {
	r := rand.New(rand.NewPCG(4, 7))
	c := &corpus{random: r, zipf: rand.NewZipf(r, 1.07, 8, vocabulary-1)}
	seen := map[string]bool{}
	syllables := strings.Fields("re con ti er an mo da qu ser ver log lat en cy que ue er ror net wo rk pod no de di sk cpu mem le ak ro ll ba ck de plo y al ert ti me out ca che da ta sto re in dex qu ery ma ster ü ö é")
	for len(c.words) < vocabulary {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		if w := b.String(); len(w) > 1 && !seen[w] {
			seen[w] = true
			c.words = append(c.words, w)
		}
	}
	return c
}

// text is one of about n bytes.
func (c *corpus) text(n int) string {
	var b strings.Builder
	for b.Len() < n {
		switch c.random.IntN(40) {
		case 0:
			fmt.Fprintf(&b, "%02d:%02d ", c.random.IntN(24), c.random.IntN(60))
		case 1:
			fmt.Fprintf(&b, "db-%d.example ", c.random.IntN(400))
		case 2:
			fmt.Fprintf(&b, "%d ", c.random.IntN(100_000))
		case 3:
			b.WriteString("\n")
		default:
			b.WriteString(c.words[c.zipf.Uint64()])
			b.WriteString([]string{" ", " ", " ", " ", " ", ", ", ". "}[c.random.IntN(7)])
		}
	}
	return b.String()
}

// word is the one of that rank: 0 is the most frequent.
func (c *corpus) word(rank int) string { return c.words[rank] }
