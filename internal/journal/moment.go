package journal

import "time"

// A Moment is when something was lived: three instants, how sure they are, and the zone and words it was told in.
// The zero Moment means that nobody said when.
type Moment struct {
	Typed     string    `json:"typed,omitempty"` // as typed, such as "about 4" or "15:42 UTC"; empty where the clock set it
	Earliest  time.Time `json:"earliest,omitzero"`
	Best      time.Time `json:"best,omitzero"`
	Latest    time.Time `json:"latest,omitzero"`
	Precision Precision `json:"precision,omitempty"`
	Certainty Certainty `json:"certainty,omitempty"`
	Zone      string    `json:"zone,omitempty"`   // IANA name of the zone it was lived in
	Offset    int       `json:"offset,omitempty"` // seconds east of UTC at that moment
}

// Precision is the unit down to which a moment was told.
type Precision string

// The precisions of a moment.
const (
	Second Precision = "second"
	Minute Precision = "minute"
	Hour   Precision = "hour"
	Day    Precision = "day"
)

// Certainty is how sure a moment is.
type Certainty string

// The certainties of a moment.
const (
	Exact       Certainty = "exact"
	Approximate Certainty = "approximate"
	Doubtful    Certainty = "doubtful"
)

// IsZero reports whether nobody said when.
func (m Moment) IsZero() bool { return m.Best.IsZero() }

// Local is the best instant on the clock it was lived by.
func (m Moment) Local() time.Time {
	return m.Best.In(time.FixedZone("", m.Offset))
}

// At is the moment at which the clock itself stood at t, in t's zone: exact to the second.
func At(t time.Time) Moment {
	_, offset := t.Zone()
	s := t.Truncate(time.Second).UTC()
	return Moment{Earliest: s, Best: s, Latest: s, Precision: Second, Certainty: Exact, Zone: t.Location().String(), Offset: offset}
}
