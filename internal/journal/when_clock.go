package journal

import (
	"strings"
	"time"
	"unicode/utf8"
)

// date reads a day: 2026-03-14, 14.03.2026, 14 Mar, March 14th 2026, "Sat 14 Mar", Saturday, yesterday, last night.
func (p *reader) date(t *told) bool {
	start := p.i
	if p.isoDate(t) || p.dotDate(t) {
		return true
	}
	p.i = start
	if w, next := p.word(); w != "" {
		if shift, ok := dayWords[w]; ok {
			p.i, t.dayword, t.shift = next, true, shift
			return wordEnd(p.s[p.i:]) && !strings.HasPrefix(p.s[p.i:], "'") && !strings.HasPrefix(p.s[p.i:], "’")
		}
		if n, ok := foldPrefix(p.s[p.i:], "last night"); ok {
			p.i, t.dayword, t.shift, t.night = p.i+n, true, -1, true
			return true
		}
		if n, ok := foldPrefix(p.s[p.i:], "this morning"); ok {
			p.i, t.dayword = p.i+n, true
			return true
		}
		if d, ok := weekWords[w]; ok {
			t.weekday, p.i = d, next
			end := p.i
			p.sign(".")
			p.sign(",")
			p.spaces()
			if !p.isoDate(t) && !p.dotDate(t) && !p.monthDate(t) {
				p.i = end
			}
			return true
		}
	}
	return p.monthDate(t)
}

func (p *reader) isoDate(t *told) bool {
	start := p.i
	y, w := p.digits(4)
	for _, sep := range []string{"-", "/", "."} {
		if w != 4 || !p.sign(sep) {
			continue
		}
		m, wm := p.digits(2)
		if wm == 0 || !p.sign(sep) {
			break
		}
		d, wd := p.digits(2)
		if wd == 0 || m < 1 || m > 12 || d < 1 || d > 31 || y < 1 {
			break
		}
		t.year, t.month, t.day = y, time.Month(m), d
		return true
	}
	p.i = start
	return false
}

// dotDate reads 14.03.2026 and 14.3. with its last dot: without it, it is a clock or a version.
func (p *reader) dotDate(t *told) bool {
	start := p.i
	d, wd := p.digits(2)
	if wd > 0 && p.sign(".") {
		m, wm := p.digits(2)
		if wm > 0 && p.sign(".") && d >= 1 && d <= 31 && m >= 1 && m <= 12 {
			y, wy := p.digits(4)
			if wy == 4 || wy == 0 && (p.i == len(p.s) || p.s[p.i] == ' ') {
				t.year, t.month, t.day = y, time.Month(m), d
				return true
			}
		}
	}
	p.i = start
	return false
}

// monthDate reads a day and a month by name, in either order, and a year if there is one.
func (p *reader) monthDate(t *told) bool {
	start := p.i
	day := func() (int, bool) {
		d, w := p.digits(2)
		if w == 0 || d < 1 || d > 31 {
			return 0, false
		}
		if !p.sign(".") {
			if w, next := p.word(); w == "st" || w == "nd" || w == "rd" || w == "th" {
				p.i = next
			}
		}
		return d, wordEnd(p.s[p.i:])
	}
	month := func() bool {
		w, next := p.word()
		m, ok := monthWords[w]
		if ok {
			p.i, t.month = next, m
			p.sign(".")
		}
		return ok
	}
	ok := false
	if d, isDay := day(); isDay {
		p.spaces()
		p.sign("of ")
		if ok = month(); ok {
			t.day = d
		}
	} else if p.i = start; month() {
		p.spaces()
		var d int
		if d, ok = day(); ok && !strings.HasPrefix(p.s[p.i:], ":") { // "Mar 03:42" is no day
			t.day = d
		} else {
			ok = false
		}
	}
	if !ok {
		p.i, t.month = start, 0
		return false
	}
	end := p.i
	p.sign(",")
	p.spaces()
	if y, w := p.digits(4); w == 4 && y >= 1900 && y < 2200 && wordEnd(p.s[p.i:]) && !strings.HasPrefix(p.s[p.i:], ":") {
		t.year = y
	} else {
		p.i = end
	}
	return true
}

var hourWords = map[string]int{"noon": 12, "midnight": 0, "mittags": 12, "mitternacht": 0}

// clock reads a time of day with everything that belongs to it: am or pm, "Uhr", the zone.
func (p *reader) clock(t *told) bool {
	start := p.i
	if w, next := p.word(); w != "" {
		hour, ok := hourWords[w]
		if !ok {
			return false
		}
		p.i = next
		t.hasClock, t.hour, t.precision = true, hour, Minute
		p.zoneName(t)
		return true
	}
	h, width := p.digits(4)
	lead := width > 0 && p.s[start] == '0'
	if width == 0 || !p.minutes(t, &h, width) {
		p.i = start
		return false
	}
	dotted := width <= 2 && p.i > start+width && p.s[start+width] == '.'
	squeezed := width == 4
	bare := width <= 2 && p.i == start+width
	marked := p.halfDay(&h)
	if w, next := p.wordAfterSpace(); w == "uhr" || w == "o" && strings.HasPrefix(p.s[next:], "'clock") {
		if p.i, marked = next, true; w == "o" {
			p.i += len("'clock")
		} else if bare { // "4 Uhr 12"
			p.spaces()
			if m, w := p.digits(2); w == 2 && m < 60 {
				t.min, bare = m, false
			}
		}
	} else if w == "h" && p.whole || w == "hrs" {
		p.i, marked = next, true
	}
	named := p.zoneName(t)
	if h > 24 || h == 24 && t.min+t.sec > 0 {
		p.i = start
		return false
	}
	if !p.whole {
		// At the start of a sentence "4 pods", "3.42 seconds" and "1400 rows" are no times.
		sure := marked || named
		if bare && !marked || dotted && !sure || squeezed && !sure && !lead && !delimited(p.s[p.i:]) {
			p.i = start
			return false
		}
	}
	t.hasClock, t.hour, t.precision = true, h, Minute
	switch {
	case bare:
		t.precision = Hour
		t.half = !marked && !lead && !named && h >= 1 && h <= 11
	case t.seconds:
		t.precision = Second
	}
	return true
}

// minutes reads what follows the hour: :42, .42, h42, :42:10.5, or splits 0342.
func (p *reader) minutes(t *told, h *int, width int) bool {
	t.min, t.sec, t.seconds = 0, 0, false
	switch width {
	case 4:
		*h, t.min = *h/100, *h%100
		return t.min < 60 && wordEndOr(p.s[p.i:], "hzZ")
	case 3:
		return false
	}
	sep := p.i
	if !p.sign(":") && !p.sign(".") && !(width == 2 && p.sign("h")) {
		return true
	}
	m, w := p.digits(2)
	if w != 2 || m > 59 {
		p.i = sep
		return p.s[sep] == '.' && w == 0 || p.s[sep] == 'h' && w == 0
	}
	t.min = m
	if p.s[sep] == ':' && strings.HasPrefix(p.s[p.i:], ":") {
		end := p.i
		p.i++
		if s, w := p.digits(2); w == 2 && s < 61 { // a leap second is the second before
			t.sec, t.seconds = min(s, 59), true
			fraction := p.i
			if p.sign(".") || p.sign(",") {
				if _, w := p.digits(9); w == 0 {
					p.i = fraction
				}
			}
		} else {
			p.i = end
		}
	}
	return true
}

// halfDay reads am or pm and turns the hour.
func (p *reader) halfDay(h *int) bool {
	end := p.i
	p.spaces()
	for _, half := range []string{"am", "pm", "a.m.", "p.m."} {
		n, ok := foldPrefix(p.s[p.i:], half)
		if !ok || !wordEnd(p.s[p.i+n:]) {
			continue
		}
		p.i += n
		if pm := half[0] == 'p'; pm && *h < 12 {
			*h += 12
		} else if !pm && *h == 12 {
			*h = 0
		}
		return true
	}
	p.i = end
	return false
}

// zoneName reads a zone behind a clock: Z, UTC+2, +0200, CET, (CET), Europe/Zurich.
func (p *reader) zoneName(t *told) bool {
	start := p.i
	p.spaces()
	spaced := p.i > start
	paren := p.sign("(")
	end := p.i
	for end < len(p.s) && strings.IndexByte("+-:_/", p.s[end]) >= 0 || end < len(p.s) && isAlnum(p.s[end]) {
		end++
	}
	name := strings.TrimRight(p.s[p.i:end], ":-_/+")
	p.i += len(name)
	ok := p.isZone(name, spaced, t.month != 0) && (!paren || p.sign(")"))
	if r, _ := utf8.DecodeRuneInString(p.s[p.i:]); ok && r >= utf8.RuneSelf && !wordEnd(p.s[p.i:]) {
		ok = false
	}
	if !ok {
		p.i = start
		return false
	}
	t.zone = name
	return true
}

func (p *reader) isZone(name string, spaced, dated bool) bool {
	if name == "" || len(name) > 40 {
		return false
	}
	upper := strings.ToUpper(name)
	if _, ok := parseOffset(upper); ok {
		if name[0] == '-' && !dated {
			return p.whole && spaced // "10:04-10:20" is a range
		}
		return p.whole || len(name) >= 5 || !spaced || name[0] > '9' // "03:42 +2 pods" is no zone
	}
	if _, ok := abbreviations[upper]; ok {
		if !spaced {
			return upper == "Z" || name == upper
		}
		return p.whole || name == upper && name != "Z" || name == "utc" // "03:42 ist der Server weg"
	}
	area, _, path := strings.Cut(name, "/")
	if path && areas[area] || p.whole {
		_, ok := loadLocation(name)
		return ok
	}
	return false
}

// areas are the first parts of zone names; any other word with a slash is not looked up.
var areas = wordSet("Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US")

// suffix reads what loosens a clock: "03:42ish", "03:42?".
func (p *reader) suffix(t *told) {
	end := p.i
	p.sign("-")
	if w, next := p.word(); w == "ish" {
		p.i, t.about = next, true
	} else {
		p.i = end
	}
	if p.sign("?") {
		t.unsure = true
	}
}

func (p *reader) wordAfterSpace() (string, int) {
	q := *p
	q.spaces()
	return q.word()
}
