package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"firsthand/internal/coach"
)

// Coaching is what one person does not want to be asked.
type Coaching struct {
	Quiet  []coach.Kind `json:"quiet,omitempty"`  // kinds of remark that are put aside for good
	Passed []string     `json:"passed,omitempty"` // single remarks that are put aside, as fingerprints, oldest first
}

// mostPassed is how many single remarks stay put aside. The oldest is asked about again before the list grows further.
const mostPassed = 2000

// Spoken is a line as it will be read.
type Spoken struct {
	Entry EntryID
	Text  string
}

// Coach asks about lines as they will be read: for each of them its remarks, without those that are put aside. At night
// it has none: then nothing asks.
func (j *Journal) Coach(ctx context.Context, lines []Spoken) ([][]coach.Remark, error) {
	s, err := j.Settings(ctx)
	if err != nil {
		return nil, err
	}
	out := make([][]coach.Remark, len(lines))
	if s.Asleep(j.now()) {
		return out, nil
	}
	for i, l := range lines {
		out[i] = slices.DeleteFunc(coach.Remarks(l.Text), func(r coach.Remark) bool {
			return slices.Contains(s.Coaching.Quiet, r.Kind) ||
				slices.Contains(s.Coaching.Passed, fingerprintOf(l.Entry, r.Kind, l.Text[r.Start:r.End]))
		})
	}
	return out, nil
}

// Pass puts one remark aside: what the coach asked about these words of an entry. It stays so while they stay the same.
func (j *Journal) Pass(ctx context.Context, entry EntryID, kind coach.Kind, words string) error {
	s, err := j.Settings(ctx)
	if err != nil {
		return err
	}
	f := fingerprintOf(entry, kind, words)
	if slices.Contains(s.Coaching.Passed, f) {
		return nil
	}
	s.Coaching.Passed = append(slices.Clone(s.Coaching.Passed), f)
	_, err = j.Set(ctx, s)
	return err
}

// fingerprintOf names a remark by nothing that outlives the account: it says nothing without its words.
func fingerprintOf(entry EntryID, kind coach.Kind, words string) string {
	sum := sha256.Sum256([]byte(string(entry) + "\x00" + string(kind) + "\x00" + words))
	return hex.EncodeToString(sum[:12])
}

// sensible keeps kinds that there are, once each, and the newest of what was put aside.
func (c Coaching) sensible() Coaching {
	var quiet []coach.Kind
	for _, k := range coach.Kinds {
		if slices.Contains(c.Quiet, k) {
			quiet = append(quiet, k)
		}
	}
	return Coaching{Quiet: quiet, Passed: c.Passed[max(0, len(c.Passed)-mostPassed):]}
}

// The hours in which nothing asks, unless it is set otherwise.
const (
	nightBegins = 22
	nightEnds   = 6
)

// Asleep reports whether it is night at a moment, in the zone of that moment: the window asks nothing then.
func (s Settings) Asleep(now time.Time) bool {
	switch s.Night {
	case NightOn:
		return true
	case NightOff:
		return false
	}
	return now.Hour() >= nightBegins || now.Hour() < nightEnds
}
