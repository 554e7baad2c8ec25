package redact

import (
	"fmt"
	"strings"
	"time"
)

// A stamp is what a text says of a time: clock fields, date fields and zone, as far as they are there.
type stamp struct {
	instant time.Time // for epochs: the instant itself

	clock          bool // hour, minute, second are there
	hour, min, sec int
	minuteOnly     bool // ":17"
	fraction       bool // fractions of a second are given

	year, day int // 0: not given
	month     time.Month

	zone   bool // an offset is given
	offset int  // seconds east of UTC
	abbr   string
}

// far is the distance from which on a time is no part of the incident: it is withheld.
const far = 7 * 24 * time.Hour

// resolve finds the instant that a stamp means: of those that it could mean the one nearest to at.
// Without at, only a stamp with a full date and a zone means one.
func (s stamp) resolve(at time.Time) (time.Time, bool) {
	if !s.instant.IsZero() {
		return s.instant, true
	}
	if !s.clock {
		return time.Time{}, false
	}
	if at.IsZero() {
		if s.year == 0 || s.month == 0 || s.day == 0 || !s.zone {
			return time.Time{}, false
		}
		return time.Date(s.year, s.month, s.day, s.hour, s.min, s.sec, 0, time.FixedZone("", s.offset)), true
	}
	loc := at.Location()
	switch {
	case s.zone:
		loc = time.FixedZone("", s.offset)
	case s.abbr != "":
		loc = zoneMeant(s.abbr, at)
		if loc == nil {
			return time.Time{}, false
		}
	}
	local := at.In(loc)
	var best time.Time
	consider := func(t time.Time) {
		if best.IsZero() || distance(t, at) < distance(best, at) {
			best = t
		}
	}
	hour := s.hour
	switch {
	case s.minuteOnly:
		for d := -1; d <= 1; d++ {
			consider(time.Date(local.Year(), local.Month(), local.Day(), local.Hour()+d, s.min, s.sec, 0, loc))
		}
	case s.month != 0 && s.day != 0:
		years := []int{s.year}
		if s.year == 0 {
			years = []int{local.Year() - 1, local.Year(), local.Year() + 1}
		}
		for _, y := range years {
			for _, t := range twice(time.Date(y, s.month, s.day, hour, s.min, s.sec, 0, loc)) {
				consider(t)
			}
		}
	default:
		for d := -1; d <= 1; d++ {
			for _, t := range twice(time.Date(local.Year(), local.Month(), local.Day()+d, hour, s.min, s.sec, 0, loc)) {
				consider(t)
			}
		}
	}
	return best, true
}

// twice returns t and, in the hour that a change of clocks repeats, the other instant that the same clocks show.
func twice(t time.Time) []time.Time {
	out := []time.Time{t}
	for _, d := range []time.Duration{-time.Hour, time.Hour} {
		u := t.Add(d)
		if u.Hour() == t.Hour() && u.Minute() == t.Minute() && u.Day() == t.Day() {
			out = append(out, u)
		}
	}
	return out
}

func distance(a, b time.Time) time.Duration {
	return a.Sub(b).Abs()
}

// zoneOffsets are what zone abbreviations mean, in minutes east of UTC. Where one means several, the first that the
// place of the account uses counts, then the first.
var zoneOffsets = map[string][]int{
	"utc": {0}, "gmt": {0}, "z": {0}, "wet": {0}, "west": {60}, "bst": {60, 360}, "cet": {60}, "cest": {120},
	"mez": {60}, "mesz": {120}, "eet": {120}, "eest": {180}, "msk": {180}, "trt": {180}, "eat": {180}, "sast": {120},
	"wat": {60}, "cat": {120}, "ist": {330, 60, 120}, "pkt": {300}, "npt": {345}, "ict": {420}, "wib": {420},
	"sgt": {480}, "hkt": {480}, "myt": {480}, "pht": {480}, "awst": {480}, "cst": {-360, 480, -300}, "cdt": {-300, -240},
	"jst": {540}, "kst": {540}, "acst": {570}, "aest": {600}, "aedt": {660}, "nzst": {720}, "nzdt": {780},
	"est": {-300}, "edt": {-240}, "mst": {-420}, "mdt": {-360}, "pst": {-480}, "pdt": {-420}, "akst": {-540},
	"akdt": {-480}, "hst": {-600}, "brt": {-180}, "art": {-180}, "clt": {-240}, "clst": {-180}, "cot": {-300},
	"pet": {-300}, "irst": {210}, "gst": {240}, "ist+": {330},
}

// zoneMeant is the zone that an abbreviation means for somebody who was at that place then; nil if it is unknown.
func zoneMeant(abbr string, at time.Time) *time.Location {
	abbr = strings.ToLower(abbr)
	// The same clock half a year away carries the other name of the place's own zone.
	for _, t := range []time.Time{at, at.AddDate(0, 6, 0)} {
		if name, offset := t.Zone(); strings.EqualFold(name, abbr) {
			return time.FixedZone("", offset)
		}
	}
	offsets, ok := zoneOffsets[abbr]
	if !ok {
		return nil
	}
	here := map[int]bool{}
	for _, t := range []time.Time{at, at.AddDate(0, 6, 0)} {
		_, offset := t.Zone()
		here[offset/60] = true
	}
	for _, o := range offsets {
		if here[o] {
			return time.FixedZone("", o*60)
		}
	}
	return time.FixedZone("", offsets[0]*60)
}

// sinceZero is the distance of an instant from the time zero of a source as a release shows it, "T+00:09"; ok is false where there is
// no time zero or the instant is too far from it to be part of the incident.
func (p *Plan) sinceZero(d *draft, t time.Time) (words string, ok bool) {
	zero := p.zero
	if p.choice.Zeros != nil {
		zero = p.choice.Zeros[d.source]
	}
	if zero.IsZero() {
		return "", false
	}
	since := t.Truncate(time.Minute).Sub(zero.Truncate(time.Minute))
	if since.Abs() > far {
		return "", false
	}
	minutes := int(since / time.Minute)
	if p.choice.Profile == Generalised {
		minutes = roundTo(minutes, 5)
	}
	sign := '+'
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	return fmt.Sprintf("T%c%02d:%02d", sign, minutes/60, minutes%60), true
}

// roundTo rounds n to a multiple of unit, halves away from zero.
func roundTo(n, unit int) int {
	if n < 0 {
		return -roundTo(-n, unit)
	}
	return (n + unit/2) / unit * unit
}

// durationWords stand beside or above what only looks like a clock time.
var durationWords = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq("lag elapsed duration took takes taking delay uptime age wall runtime latency eta ttl " +
		"interval timeout lasted for within dauer laufzeit durée real user sys total cpu ran") {
		durationWords[w] = true
	}
}

// lengthAfter is what follows a length of time, such as "1:50 of me being up".
var lengthAfter = newPattern(`(?i)^[ \t]*(?:of\b|long\b|hours?\b|hrs?\b|min(?:utes?)?\b|later\b|ago\b|std\b|stunden\b)`)

// duration reports whether what looks like a clock time at start is a length of time: fractions of a second and no
// hour, or a word for lengths of time directly before it or in the head of its column.
func (s stamp) duration(text string, start, end int, resolved, at time.Time) (is bool) {
	if s.month != 0 || s.year != 0 || s.zone || s.abbr != "" || !s.instant.IsZero() || s.minuteOnly {
		return false
	}
	line := text[max(0, start-60):start]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if s.seconds() && lengthBefore(strings.ToLower(line)) {
		return true
	}
	if s.hour < 10 && text[start] != '0' && lengthAfter.MatchString(text[end:min(len(text), end+16)]) {
		return true
	}
	if s.hour == 0 && s.fraction {
		return headOfColumn(text, start) || distance(resolved, at) > 2*time.Hour || at.IsZero()
	}
	return false
}

// lengthBefore says whether a line ends in a word for lengths of time, with at most one word after it that leads to one: "lag
// was", but not "lag at" nor "lag;".
func lengthBefore(line string) bool {
	words := strings.FieldsFunc(line, func(r rune) bool { return r < 'a' || r > 'z' })
	for i := max(0, len(words)-2); i < len(words); i++ {
		k := strings.LastIndex(line, words[i])
		if durationWords[words[i]] && !strings.ContainsAny(line[k:], ",;.!?") && (i == len(words)-1 || !clockLeads[words[i+1]]) {
			return true
		}
	}
	return false
}

// clockLeads are the words before a time of the day.
var clockLeads = wordSet(`at then by from since until till before after on again and und um gegen ab bis vers las alle kl ora`)

// seconds reports whether the stamp tells seconds: 00:31:07 may be a length of time, 14:32 hardly.
func (s stamp) seconds() bool { return s.fraction || s.sec != 0 }

// headOfColumn reports whether a head of the table around start speaks of lengths of time.
func headOfColumn(text string, start int) bool {
	// Neither the row nor the rows above it are longer than that.
	const longestRow = 4096
	end := strings.LastIndexByte(text[max(0, start-longestRow):start], '\n') + max(0, start-longestRow)
	if end < 0 || text[end] != '\n' {
		return false
	}
	for range 50 {
		if end <= 0 {
			return false
		}
		far := max(0, end-longestRow)
		begin := strings.LastIndexByte(text[far:end], '\n') + 1 + far
		line := strings.ToLower(text[begin:end])
		if strings.TrimSpace(line) == "" {
			return false
		}
		for _, w := range strings.FieldsFunc(line, func(r rune) bool { return r < 'a' || r > 'z' }) {
			if durationWords[w] {
				return true
			}
		}
		end = begin - 1
	}
	return false
}
