package journal

import (
	"errors"
	"strings"
	"time"
	_ "time/tzdata" // a zone must mean the same on a machine without a zone database, such as Windows
	"unicode/utf8"
)

// ErrWhen means that a text is no moment that can be read. Nothing was guessed.
var ErrWhen = errors.New("not a time that can be read")

// The room left around a moment that was told loosely, and ahead of a clock that runs behind.
const (
	ahead        = 5 * time.Minute  // further in the future than this, a clock time is yesterday's
	aboutMinute  = 5 * time.Minute  // "about 03:42"
	aboutHour    = 30 * time.Minute // "about 4", "4 pm"
	unsureMinute = 15 * time.Minute // "03:42?"
	longestTyped = 80               // bytes; what is longer is a sentence
)

// ParseWhen reads a moment as a tired person types it: "03:42", "0342", "3.42 pm", "15:42 CET", "about 10 min ago",
// "~03:42", "about 4", "yesterday 23:10", "just now", "14 Mar 03:42", RFC 3339, a date alone; German too. A moment may
// lie between others: "after 03:40", "before 4", "after 3:40, before 4", "between 3:40 and 4", "03:40-04:00".
//
// What is not said is taken from now and its zone: a clock time is its most recent occurrence, at most five minutes ahead.
// In the hour that a clock change repeats, the moment is the band from the earlier to the later reading, doubtful;
// in the hour that it skips, it is moved as clocks move, doubtful. A date alone is the band of that day.
// The error is ErrWhen.
func ParseWhen(text string, now time.Time) (Moment, error) {
	if m, err := parseMoment(text, now); err == nil {
		return m, nil
	}
	if len(text) > longestTyped || !utf8.ValidString(text) {
		return Moment{}, ErrWhen
	}
	return bounded(strings.TrimSpace(text), func(s string) (Moment, error) { return parseMoment(s, now) })
}

// parseMoment reads one moment.
func parseMoment(text string, now time.Time) (Moment, error) {
	text = strings.TrimSpace(text)
	if len(text) > longestTyped || !utf8.ValidString(text) {
		return Moment{}, ErrWhen
	}
	inner, after, wrapped := unwrap(text, true)
	if wrapped && strings.Trim(after, " .") == "" {
		return parseWhole(inner, text, now)
	}
	return parseWhole(text, text, now)
}

func parseWhole(s, typed string, now time.Time) (Moment, error) {
	p := reader{s: s, whole: true}
	t, ok := p.when()
	if !ok || strings.Trim(p.s[p.i:], " .,") != "" {
		return Moment{}, ErrWhen
	}
	m, ok := t.moment(now)
	if !ok {
		return Moment{}, ErrWhen
	}
	m.Typed = typed
	return m, nil
}

// LeadingWhen reads the time at the very start of a line, such as "03:42 restarted db", "[12:03] …", "~00:50 deploy",
// "20:00 CET season", "02:41: …", "01:20 - …" or "**02:11** …". It returns the time as typed, which ParseWhen reads,
// and what follows without the separator between them. It is careful: a number that may be something else is no time.
func LeadingWhen(text string) (typed, rest string, ok bool) {
	line, more := text, ""
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		line, more = text[:i], text[i:]
	}
	line = strings.TrimLeft(line, " \t")
	if inner, after, wrapped := unwrap(line, false); wrapped {
		p := reader{s: inner}
		if t, ok := p.when(); ok && (t.hasClock || t.ago > 0) && strings.Trim(inner[p.i:], " :,.") == "" {
			return strings.TrimSpace(inner[:p.i]), trimSeparator(after) + more, true
		}
		return "", "", false
	}
	p := reader{s: line}
	t, ok := p.when()
	if !ok || !(t.hasClock || t.ago > 0 || t.now) || !boundary(line[p.i:]) || isSubject(line[p.i:]) {
		return "", "", false
	}
	return strings.TrimSpace(line[:p.i]), trimSeparator(line[p.i:]) + more, true
}

// LoadZone finds a zone by its IANA name or a common abbreviation such as CET or IST.
// An abbreviation that several places use means the zone of now if it is one of them.
func LoadZone(name string, now time.Time) (*time.Location, error) {
	z, ok := findZone(strings.TrimSpace(name), now)
	if !ok || z.loc == nil {
		return nil, ErrWhen
	}
	return z.loc, nil
}

// moment turns what was told into instants. ok is false where the told cannot be, such as 31 February.
func (t told) moment(now time.Time) (Moment, bool) {
	z := zone{loc: now.Location(), name: now.Location().String()}
	if t.zone != "" {
		var ok bool
		if z, ok = findZone(t.zone, now); !ok {
			return Moment{}, false
		}
	}
	local := now.In(z.loc)
	var b band
	switch {
	case t.now:
		s := now.Truncate(time.Second)
		b = band{best: s, early: s, late: s}
	case t.ago > 0:
		s := now.Add(-t.ago).Truncate(time.Second)
		b = band{best: s, early: s.Add(-t.room()), late: s.Add(t.room()), loose: true}
	default:
		var ok bool
		if b, ok = t.find(z, local); !ok {
			return Moment{}, false
		}
	}
	m := Moment{Best: b.best.UTC(), Earliest: b.early.UTC(), Latest: b.late.UTC(), Precision: t.precision, Certainty: Exact, Zone: z.name}
	switch {
	case b.doubt || t.unsure:
		m.Certainty = Doubtful
	case b.loose || t.about:
		m.Certainty = Approximate
	}
	// What was lived is over: the band does not reach beyond now unless the moment itself does.
	if m.Latest.After(now) && !m.Best.After(now) && (b.loose || t.about) {
		m.Latest = now.UTC().Truncate(time.Second)
	}
	_, m.Offset = m.Best.In(z.loc).Zone()
	if m.Best.Year() < 1 || m.Best.Year() > 9998 {
		return Moment{}, false // no record could hold it
	}
	return m, true
}

// room is how far either side a loosely told moment reaches.
func (t told) room() time.Duration {
	switch {
	case t.ago > 0 && t.about:
		return max(2*time.Minute, t.ago/4)
	case t.ago > 0:
		return max(time.Minute, t.ago/10)
	case t.precision == Hour:
		return aboutHour
	case t.unsure:
		return unsureMinute
	case t.about:
		return aboutMinute
	}
	return 0
}

// find looks for the most recent day on which the told clock stood so, in zone z; local is now in that zone.
func (t told) find(z zone, local time.Time) (band, bool) {
	limit := local.Add(ahead)
	y, mo, d := local.Date()
	try := func(y int, mo time.Month, d int) (band, bool) {
		if !realDay(y, mo, d) {
			return band{}, false
		}
		b, recent := t.on(z, y, mo, d, limit)
		return b, recent
	}
	switch {
	case t.year != 0:
		if !realDay(t.year, t.month, t.day) {
			return band{}, false
		}
		b, _ := t.on(z, t.year, t.month, t.day, time.Time{}) // said outright: even the future is taken at its word
		b.doubt = b.doubt || t.weekday >= 0 && time.Date(t.year, t.month, t.day, 12, 0, 0, 0, time.UTC).Weekday() != time.Weekday(t.weekday)
		return b, true
	case t.month != 0:
		// The weekday, if told, finds the year; where it fits none, the nearest year is taken and doubted.
		for _, strict := range []bool{t.weekday >= 0, false} {
			for back := -1; back <= 28; back++ {
				fits := time.Date(y-back, t.month, t.day, 12, 0, 0, 0, time.UTC).Weekday() == time.Weekday(t.weekday)
				if strict && !fits {
					continue
				}
				if b, ok := try(y-back, t.month, t.day); ok {
					b.doubt = b.doubt || t.weekday >= 0 && !fits
					return b, true
				}
			}
		}
		return band{}, false
	case t.dayword:
		shift := t.shift
		if t.night && t.hasClock && t.hour < 12 {
			shift = 0 // "last night 02:10" is this morning by the calendar
		}
		day := time.Date(y, mo, d+shift, 12, 0, 0, 0, time.UTC)
		b, _ := t.on(z, day.Year(), day.Month(), day.Day(), time.Time{})
		return b, true
	case t.weekday >= 0:
		for back := 0; back <= 7; back++ {
			day := time.Date(y, mo, d-back, 12, 0, 0, 0, time.UTC)
			if day.Weekday() != time.Weekday(t.weekday) {
				continue
			}
			if b, ok := try(day.Year(), day.Month(), day.Day()); ok {
				return b, true
			}
		}
		return band{}, false
	}
	for back := -1; back <= 2; back++ {
		day := time.Date(y, mo, d-back, 12, 0, 0, 0, time.UTC)
		if b, ok := try(day.Year(), day.Month(), day.Day()); ok {
			return b, true
		}
	}
	return band{}, false
}

// on gives the told clock on one day. recent is false where that is later than limit; a zero limit is none.
func (t told) on(z zone, y int, mo time.Month, d int, limit time.Time) (b band, recent bool) {
	within := func(at time.Time) bool { return limit.IsZero() || !at.After(limit) }
	if !t.hasClock {
		start := z.wall(y, mo, d, 0, 0, 0)
		end := z.wall(y, mo, d+1, 0, 0, 0)
		return band{best: start.late, early: start.early, late: end.early.Add(-time.Second), loose: true}, within(start.early)
	}
	if t.half && !limit.IsZero() { // "about 4" may be either; the nearer one is meant
		if b := z.wall(y, mo, d, t.hour+12, t.min, t.sec); within(b.early) {
			return t.widen(b), true
		}
	}
	b = z.wall(y, mo, d, t.hour, t.min, t.sec)
	if b.doubt && b.early.Before(b.late) && !b.skipped && within(b.early) && !within(b.late) {
		b = band{best: b.early, early: b.early, late: b.early} // the second pass has not come yet
	}
	return t.widen(b), within(b.early)
}

func (t told) widen(b band) band {
	room := t.room()
	b.early, b.late = b.early.Add(-room), b.late.Add(room)
	b.loose = b.loose || t.precision == Hour
	return b
}

func realDay(y int, mo time.Month, d int) bool {
	t := time.Date(y, mo, d, 12, 0, 0, 0, time.UTC)
	return y >= 1 && y <= 9998 && t.Month() == mo && t.Day() == d
}
