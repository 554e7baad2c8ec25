package journal

import (
	"context"
	"math"
)

// Calibration is how sure somebody was, against what happened.
type Calibration struct {
	// Levels are those of Scale, then NotSure and Unsaid: what was expected without saying how sure.
	Levels []Level `json:"levels"`
	// Open is how many expectations have no outcome yet.
	Open int `json:"open"`
	// Few is the number of known outcomes below which a share tells nothing.
	Few int `json:"few"`
}

// A Level is the expectations of one certainty. Only what was written down before its outcome is a forecast; what was
// told afterwards is how it is remembered, and stands apart.
type Level struct {
	Certainty  string `json:"certainty"`
	Forecast   Tally  `json:"forecast"`
	Remembered Tally  `json:"remembered"`
}

// A Tally is what became of some expectations.
type Tally struct {
	Met        []EntryID `json:"met"`
	NotMet     []EntryID `json:"notMet"`
	NeverKnown []EntryID `json:"neverKnown"`
	Known      int       `json:"known"`  // how many were met or not met
	Enough     bool      `json:"enough"` // Known is FewCases or more: the three that follow tell something
	Share      float64   `json:"share"`  // of the known ones, that were met: 0 to 1; 0 where there are none
	Low        float64   `json:"low"`    // the interval in which the share lies, with 95 % confidence
	High       float64   `json:"high"`
}

// FewCases is the number of known outcomes below which a share is not told: the interval of fewer is wider than half of
// all there is.
const FewCases = 10

// Calibration compares how sure the person was of what they expected with what happened. An expectation without an
// outcome is counted as open.
func (j *Journal) Calibration(ctx context.Context) (Calibration, error) {
	l, err := j.ledger(ctx)
	if err != nil {
		return Calibration{}, err
	}
	return l.calibration(), nil
}

func (l *ledger) calibration() Calibration {
	c := Calibration{Few: FewCases}
	at := map[string]int{}
	for _, name := range append(strs(Scale), string(NotSure), Unsaid) {
		at[name] = len(c.Levels)
		c.Levels = append(c.Levels, Level{Certainty: name, Forecast: newTally(), Remembered: newTally()})
	}
	for _, f := range l.some(func(f *Fact) bool { return f.Kind == Expectation }) {
		if f.Outcome == "" {
			c.Open++
			continue
		}
		name := Unsaid
		if said := f.Chosen[FieldThen]; len(said) > 0 {
			name = string(said[0])
		}
		i, ok := at[name]
		if !ok { // other, in words of one's own
			i = at[string(NotSure)]
		}
		t := &c.Levels[i].Remembered
		if f.Before {
			t = &c.Levels[i].Forecast
		}
		switch f.Outcome {
		case WasMet:
			t.Met = append(t.Met, f.ID)
		case NotMet:
			t.NotMet = append(t.NotMet, f.ID)
		case NeverKnown:
			t.NeverKnown = append(t.NeverKnown, f.ID)
		}
	}
	for i := range c.Levels {
		c.Levels[i].Forecast.close()
		c.Levels[i].Remembered.close()
	}
	return c
}

func newTally() Tally { return Tally{Met: []EntryID{}, NotMet: []EntryID{}, NeverKnown: []EntryID{}} }

// close computes what follows from the cases.
func (t *Tally) close() {
	t.Known = len(t.Met) + len(t.NotMet)
	t.Enough = t.Known >= FewCases
	if t.Known > 0 {
		t.Share = float64(len(t.Met)) / float64(t.Known)
	}
	t.Low, t.High = wilson(len(t.Met), t.Known)
}

// z95 is the quantile of the normal distribution that leaves 2.5 % on either side.
const z95 = 1.959963984540054

// wilson is the score interval of Wilson (1927, Journal of the American Statistical Association 22, 209-212) with 95 %
// confidence, in which the share lies of which k of n were seen: 0 to 1 where n is 0. It never leaves 0 to 1 and holds
// where n is small or all are alike, as the interval of the normal approximation does not.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 1
	}
	p, size := float64(k)/float64(n), float64(n)
	const z2 = z95 * z95
	centre := p + z2/(2*size)
	half := z95 * math.Sqrt(p*(1-p)/size+z2/(4*size*size))
	low, high = (centre-half)/(1+z2/size), (centre+half)/(1+z2/size)
	if k == 0 {
		low = 0 // exactly; rounding may leave a trace
	}
	if k == n {
		high = 1
	}
	return max(0, low), min(1, high)
}
