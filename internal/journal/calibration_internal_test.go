package journal

import (
	"math"
	"testing"
)

// TestWilson: the bounds are the shares at which what was seen lies 1.96 standard deviations away, which is how the
// interval is defined; found here by halving, not by the formula.
func TestWilson(t *testing.T) {
	bound := func(k, n int, from, to float64) float64 {
		p := float64(k) / float64(n)
		for range 200 {
			mid := (from + to) / 2
			if math.Abs(p-mid) > z95*math.Sqrt(mid*(1-mid)/float64(n)) {
				from = mid // too far away
			} else {
				to = mid
			}
		}
		return to
	}
	for n := 1; n < 60; n++ {
		for k := range n + 1 {
			low, high := wilson(k, n)
			p := float64(k) / float64(n)
			if low < 0 || high > 1 || low > p || high < p {
				t.Fatalf("%d of %d: %v to %v", k, n, low, high)
			}
			if want := bound(k, n, 0, p); math.Abs(low-want) > 1e-9 {
				t.Fatalf("%d of %d: from %v, want %v", k, n, low, want)
			}
			if want := bound(k, n, 1, p); math.Abs(high-want) > 1e-9 {
				t.Fatalf("%d of %d: to %v, want %v", k, n, high, want)
			}
		}
	}
}

func TestHours(t *testing.T) {
	for words, want := range map[string]float64{"": 0, "19": 19, "about 20.5 h": 20.5, "20,5": 20.5, "long": 0, "since 6, so 22 hours": 6, "900": 0, "8.": 8, "-3": 3, "1.2.3": 0} {
		if got := hours(words); got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
