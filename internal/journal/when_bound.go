package journal

import (
	"context"
	"regexp"
	"strings"
	"time"

	"firsthand/internal/search"
)

// The forms of a moment that lies between others. What stands in a group is a moment, or, where lines are known, words of
// one of them.
var (
	betweenForm = regexp.MustCompile(`(?i)^(?:between|zwischen)\s+(.+?)\s+(?:and|und)\s+(.+)$`)
	rangeForm   = regexp.MustCompile(`(?i)^(\d\d?[:.]\d\d\S*(?:\s?[ap]m)?)\s*(?:-|–|—|to|bis)\s*(\d\S*(?:\s?[ap]m)?)$`) // "3-4" may be anything
	bothForm    = regexp.MustCompile(`(?i)^(?:after|nach)\s+(.+?)(?:\s*,\s*|\s+)(?:and\s+|und\s+|but\s+|aber\s+)?(?:before|vor)\s+(.+)$`)
	bothBack    = regexp.MustCompile(`(?i)^(?:before|vor)\s+(.+?)(?:\s*,\s*|\s+)(?:and\s+|und\s+|but\s+|aber\s+)?(?:after|nach)\s+(.+)$`)
	afterForm   = regexp.MustCompile(`(?i)^(?:after|nach|since|seit)\s+(.+)$`)
	beforeForm  = regexp.MustCompile(`(?i)^(?:before|vor|until|bis)\s+(.+)$`)
	articleForm = regexp.MustCompile(`(?i)^(?:the|a|an|my|our|der|die|das|dem|den|einer|einem|mein\pL*|unser\pL*)(?:\s+|$)`)
)

// bounded reads "after 03:40", "before the restart", "after X, before Y", "between X and Y" or "03:40-04:00". Both ends are
// read by when. The moment lies in the middle of the band; where one end was said, right beside it, and the band is
// aboutHour long. Ends that are the wrong way round make a doubtful moment: nothing is refused.
func bounded(text string, when func(string) (Moment, error)) (Moment, error) {
	s := strings.Trim(text, " .,")
	if m := bothForm.FindStringSubmatch(s); m != nil {
		return betweenMoments(text, m[1], m[2], when)
	}
	if m := bothBack.FindStringSubmatch(s); m != nil {
		return betweenMoments(text, m[2], m[1], when)
	}
	for _, form := range []*regexp.Regexp{betweenForm, rangeForm} {
		if m := form.FindStringSubmatch(s); m != nil {
			return betweenMoments(text, m[1], m[2], when)
		}
	}
	if m := afterForm.FindStringSubmatch(s); m != nil {
		from, err := when(m[1])
		if err != nil {
			return Moment{}, err
		}
		return from.band(text, from.Latest, from.Latest.Add(time.Minute), from.Latest.Add(aboutHour), Approximate), nil
	}
	if m := beforeForm.FindStringSubmatch(s); m != nil {
		to, err := when(m[1])
		if err != nil {
			return Moment{}, err
		}
		return to.band(text, to.Earliest.Add(-aboutHour), to.Earliest.Add(-time.Minute), to.Earliest, Approximate), nil
	}
	return Moment{}, ErrWhen
}

func betweenMoments(text, first, second string, when func(string) (Moment, error)) (Moment, error) {
	from, err := when(first)
	if err != nil {
		return Moment{}, err
	}
	to, err := when(second)
	if err != nil {
		return Moment{}, err
	}
	early, late, sure := from.Latest, to.Earliest, Approximate
	if late.Before(early) {
		early, late, sure = to.Earliest, from.Latest, Doubtful
	}
	return from.band(text, early, early.Add(late.Sub(early)/2).Truncate(time.Second), late, sure), nil
}

// band is a moment on m's clock that may be anywhere from early to late.
func (m Moment) band(typed string, early, best, late time.Time, sure Certainty) Moment {
	if best.Before(early) {
		best = early
	}
	offset := m.Offset
	if zone, err := time.LoadLocation(m.Zone); err == nil && m.Zone != "" {
		_, offset = best.In(zone).Zone()
	}
	return Moment{Typed: typed, Earliest: early, Best: best, Latest: late, Precision: Minute, Certainty: sure, Zone: m.Zone, Offset: offset}
}

// besides reads a moment, or words of another line of the same account: "the restart" is when the line was that says
// "restarted it". Of several lines with these words it is the one nearest to e. The error is ErrWhen.
func (j *Journal) besides(ctx context.Context, e Entry, now time.Time) func(string) (Moment, error) {
	return func(s string) (Moment, error) {
		if m, err := parseMoment(s, now); err == nil {
			return m, nil
		}
		query := search.Parse(stems(articleForm.ReplaceAllString(strings.TrimSpace(s), "")))
		if query.Empty() {
			return Moment{}, ErrWhen
		}
		es, err := j.store.Entries(ctx, e.Account)
		if unlessDamaged(err) != nil {
			return Moment{}, err
		}
		has := query.Finder()
		var nearest Moment
		for _, other := range es {
			if other.ID == e.ID || !other.Removed.IsZero() || other.Moment.IsZero() || !has(search.AppendWords(nil, []byte(other.Text))) {
				continue
			}
			if nearest.IsZero() || distance(other.Moment, e) < distance(nearest, e) {
				nearest = other.Moment
			}
		}
		if nearest.IsZero() {
			return Moment{}, ErrWhen
		}
		return nearest, nil
	}
}

func distance(m Moment, e Entry) time.Duration {
	if e.Moment.IsZero() {
		return m.Best.Sub(e.Recorded).Abs()
	}
	return m.Best.Sub(e.Moment.Best).Abs()
}

// stems takes the endings off words, because words of a search are beginnings: "restarting" finds "restarted".
func stems(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		for _, ending := range []string{"ing", "ed", "s"} {
			if stem := strings.TrimSuffix(w, ending); stem != w && len(stem) >= 4 {
				words[i] = stem
				break
			}
		}
	}
	return strings.Join(words, " ")
}
