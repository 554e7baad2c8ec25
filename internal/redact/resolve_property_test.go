package redact

import (
	"fmt"
	"math/rand"
	"testing"
)

// TestNamesShareAnEntityWhereOneFits takes made-up crowds: a first name alone is one with the full name that holds it
// where there is one, alone and asked about where there are two, and two full names are never one.
func TestNamesShareAnEntityWhereOneFits(t *testing.T) {
	given := []string{"Priya", "Marek", "Annika", "Kwame", "Thiago", "Ngozi", "Sindre", "Yusuf"}
	family := []string{"Patel", "Kowalczyk", "Lindqvist", "Mensah", "Carvalho", "Okonkwo", "Haugen", "Demirci"}
	r := rand.New(rand.NewSource(1))
	for range 60 {
		first := given[r.Intn(len(given))]
		i := r.Intn(len(family))
		j := (i + 1 + r.Intn(len(family)-1)) % len(family)
		other := given[(r.Intn(len(given)-1)+1+index(given, first))%len(given)]
		for _, twice := range []bool{false, true} {
			second := other
			if twice {
				second = first
			}
			a, b := first+" "+family[i], second+" "+family[j]
			text := fmt.Sprintf("I asked %s. Then %s said no. I told %s twice.", a, b, first)
			s := Examine([]Source{{Text: text}}, nil)
			if len(s.Findings) != 3 {
				t.Fatalf("%s: %d findings", text, len(s.Findings))
			}
			x, y, z := s.Findings[0], s.Findings[1], s.Findings[2]
			if x.Entity == y.Entity {
				t.Errorf("%s: two people are one", text)
			}
			if joined := z.Entity == x.Entity; joined == twice || z.Entity == y.Entity || z.Certain == twice {
				t.Errorf("%s: the first name alone: one with the full name %v, certain %v", text, joined, z.Certain)
			}
		}
	}
}

func index(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}
