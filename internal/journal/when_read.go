package journal

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// told is what a text said of a moment, before it is laid on a calendar.
type told struct {
	now bool
	ago time.Duration

	year    int // 0: not said
	month   time.Month
	day     int
	weekday int // -1: not said
	dayword bool
	shift   int  // days from today, of a day word
	night   bool // "last night"

	hasClock       bool
	hour, min, sec int
	seconds        bool // they were said
	half           bool // an hour of which nobody said whether it is before or after noon
	zone           string

	precision     Precision
	about, unsure bool
}

// A reader reads a moment from the start of s. In a whole text it may be bolder than at the start of a sentence.
type reader struct {
	s     string
	i     int
	whole bool
}

var (
	aboutWords = wordSet("about around approx approximately roughly circa ca etwa gegen ungefähr rund maybe vielleicht")
	atWords    = wordSet("at on um am")
	dayWords   = map[string]int{"today": 0, "tonight": 0, "heute": 0, "yesterday": -1, "gestern": -1, "vorgestern": -2}
	monthWords = map[string]time.Month{}
	weekWords  = map[string]int{}
)

func init() {
	for m, names := range []string{"jan january januar jän jänner", "feb february februar", "mar march märz mär mrz", "apr april",
		"may mai", "jun june juni", "jul july juli", "aug august", "sep sept september", "oct october okt oktober",
		"nov november", "dec december dez dezember"} {
		for name := range wordSet(names) {
			monthWords[name] = time.Month(m + 1)
		}
	}
	// Two-letter German weekdays are left out: "do", "so" and "mi" begin too many sentences.
	for d, names := range []string{"sun sunday sonntag", "mon monday montag", "tue tues tuesday dienstag", "wed wednesday mittwoch",
		"thu thur thurs thursday donnerstag", "fri friday freitag", "sat saturday samstag sonnabend"} {
		for name := range wordSet(names) {
			weekWords[name] = d
		}
	}
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// when reads one moment. It stops behind it; the caller judges what follows.
func (p *reader) when() (told, bool) {
	t := told{weekday: -1}
	for {
		p.spaces()
		if p.sign("~") || p.sign("≈") {
			t.about = true
		} else if w, next := p.word(); aboutWords[w] {
			p.i, t.about = next, true
			p.sign(".")
		} else if atWords[w] {
			p.i = next
		} else {
			break
		}
	}
	start := p.i
	if p.justNow() {
		t.now, t.precision = true, Minute
		return t, true
	}
	if p.agoPhrase(&t) {
		return t, true
	}
	p.i = start
	dated := p.date(&t)
	if dated {
		end := p.i
		p.sign(",")
		if p.sign("T") || p.sign("t") {
			// RFC 3339
		} else {
			p.spaces()
			if w, next := p.word(); atWords[w] {
				p.i = next
				p.spaces()
			}
			if p.sign("~") {
				t.about = true
			} else if w, next := p.word(); aboutWords[w] {
				p.i, t.about = next, true
				p.sign(".")
				p.spaces()
			}
		}
		if !p.clock(&t) {
			p.i = end
			t.precision = Day
			return t, true
		}
	} else if !p.clock(&t) {
		return t, false
	}
	p.suffix(&t)
	if p.whole && !dated { // "03:42 yesterday", "03:42 on 14 Mar"
		end := p.i
		p.sign(",")
		p.spaces()
		if w, next := p.word(); atWords[w] {
			p.i = next
			p.spaces()
		}
		if !p.date(&t) {
			p.i = end
		}
	}
	return t, true
}

func (p *reader) justNow() bool {
	for _, phrase := range []string{"just now", "right now", "gerade eben", "eben gerade"} {
		if n, ok := foldPrefix(p.s[p.i:], phrase); ok && wordEnd(p.s[p.i+n:]) {
			p.i += n
			return true
		}
	}
	if w, next := p.word(); p.whole && (w == "now" || w == "jetzt" || w == "gerade" || w == "eben") {
		p.i = next
		return true
	}
	return false
}

// agoPhrase reads "10 min ago", "an hour ago", "1 h 30 min ago", "vor 10 Minuten", "vor einer halben Stunde".
func (p *reader) agoPhrase(t *told) bool {
	german := false
	if w, next := p.word(); w == "vor" {
		p.i, german = next, true
		p.spaces()
		if w, next := p.word(); aboutWords[w] {
			p.i, t.about = next, true
			p.sign(".")
			p.spaces()
		}
	}
	var sum time.Duration
	precision := Day
	for part := 0; part < 3; part++ {
		end := p.i
		p.spaces()
		n, ok := p.amount()
		if ok {
			p.spaces()
			var unit time.Duration
			var pr Precision
			if unit, pr, ok = p.unit(); ok && n < 1e5 {
				sum += time.Duration(n * float64(unit))
				precision = finer(precision, pr)
				continue
			}
		}
		p.i = end
		break
	}
	if sum <= 0 || sum > 400*24*time.Hour {
		return false
	}
	if !german {
		p.spaces()
		w, next := p.word()
		if w != "ago" {
			return false
		}
		p.i = next
	}
	t.ago, t.precision = sum, precision
	return true
}

// amount reads a number such as 10, 1.5, a, an, "half an", "a couple of", eine, "einer halben".
func (p *reader) amount() (float64, bool) {
	if n, width := p.digits(4); width > 0 {
		v := float64(n)
		if p.sign(".") || p.sign(",") {
			f, w := p.digits(2)
			for range w {
				v *= 10
			}
			v += float64(f)
			for range w {
				v /= 10
			}
		}
		return v, true
	}
	for _, a := range []struct {
		phrase string
		n      float64
	}{{"half an", 0.5}, {"a couple of", 2}, {"a few", 3}, {"an", 1}, {"a", 1}, {"einer halben", 0.5}, {"ein paar", 3}, {"einer", 1}, {"einem", 1}} {
		if n, ok := foldPrefix(p.s[p.i:], a.phrase); ok && wordEnd(p.s[p.i+n:]) {
			p.i += n
			return a.n, true
		}
	}
	return 0, false
}

func (p *reader) unit() (time.Duration, Precision, bool) {
	w, next := p.word()
	unit, precision := time.Duration(0), Minute
	switch w {
	case "s", "sec", "secs", "second", "seconds", "sekunde", "sekunden", "sek":
		unit, precision = time.Second, Second
	case "m", "min", "mins", "minute", "minutes", "minuten":
		unit = time.Minute
	case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden":
		unit, precision = time.Hour, Hour
	case "d", "day", "days", "tag", "tagen":
		unit, precision = 24*time.Hour, Day
	default:
		return 0, "", false
	}
	p.i = next
	p.sign(".")
	return unit, precision, true
}

func finer(a, b Precision) Precision {
	rank := map[Precision]int{Second: 0, Minute: 1, Hour: 2, Day: 3}
	if rank[b] < rank[a] {
		return b
	}
	return a
}

// spaces skips blanks.
func (p *reader) spaces() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
}

// sign reads one exact piece.
func (p *reader) sign(s string) bool {
	if strings.HasPrefix(p.s[p.i:], s) {
		p.i += len(s)
		return true
	}
	return false
}

// word gives the letters at the cursor in lower case and where they end; it does not move. Words longer than any it could know are cut.
func (p *reader) word() (string, int) {
	end := p.i
	if end < len(p.s) && p.s[end] < 'A' {
		return "", end
	}
	for end < len(p.s) && end-p.i < 24 {
		r, n := utf8.DecodeRuneInString(p.s[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	return strings.ToLower(p.s[p.i:end]), end
}

// digits reads up to limit digits; a longer run is no number it knows, and width is 0.
func (p *reader) digits(limit int) (n, width int) {
	i := p.i
	for i < len(p.s) && p.s[i] >= '0' && p.s[i] <= '9' {
		if width++; width > limit {
			return 0, 0
		}
		n = n*10 + int(p.s[i]-'0')
		i++
	}
	p.i = i
	return n, width
}

// foldPrefix reports whether s begins with the phrase in any case, and how long it is there.
func foldPrefix(s, phrase string) (int, bool) {
	if len(s) < len(phrase) || !strings.EqualFold(s[:len(phrase)], phrase) {
		return 0, false
	}
	return len(phrase), true
}

// wordEnd reports whether no letter or digit follows.
func wordEnd(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r)
}
