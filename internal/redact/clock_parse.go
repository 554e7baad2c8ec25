package redact

import (
	"strconv"
	"strings"
	"time"
)

// The forms that times and dates take in engineers' texts. They are tried on a stretch that a rule found,
// so they may be generous.
var (
	clockForm = newPattern(`(?i)(?:^|[^\d:.])(\d{1,2})(?:[:.h](\d{2}))(?::(\d{2})([.,]\d+)?)?\s*(a\.?m\.?|p\.?m\.?)?`)
	hourForm  = newPattern(`(?i)(?:^|[^\d:.])(\d{1,2})\s*(a\.?m\.?\b|p\.?m\.?\b|uhr\b|h\b)`)
	plainForm = newPattern(`^\D*([01]\d|2[0-3])([0-5]\d)(?:h|\b)\D*$`)
	afterHour = newPattern(`^\D*:([0-5]\d)\D*$`)
	epochForm = newPattern(`^\D*(1\d{9})(\d{3}|\d{6}|\d{9})?(?:\.(\d+))?\D*$`)

	isoDate   = newPattern(`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`)
	compact   = newPattern(`(?:^|\D)(20\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?)?`)
	dayMonth  = newPattern(`(?i)(\d{1,2})(?:st|nd|rd|th|\.)?[ /-]*(?:of )?(` + monthWords + `)[a-zäéû]*\.?,?(?:[ /:-]*(\d{4}))?`)
	monthDay  = newPattern(`(?i)(` + monthWords + `)[a-zäéû]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?:\D|$)`)
	dotDate   = newPattern(`(?:^|\D)(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?(?:\D|$)`)
	offset    = newPattern(`(?i)(?:utc|gmt)?\s*([+−-])(\d{1,2}):?(\d{2})?\)?$`)
	zoneAtEnd = newPattern(`([A-Za-z]{1,4})\)?$`)
)

const monthWords = `jan|jän|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez`

var months = map[string]time.Month{"jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5,
	"jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12, "dez": 12}

// parseStamp reads what a text says of a time. ok is false where it holds neither a clock nor an instant.
func parseStamp(text string) (s stamp, ok bool) {
	text = strings.TrimSpace(strings.NewReplacer("\u200b", "", "*", "", "`", "", "\u00a0", " ", "\u202f", " ").Replace(text))
	if m := epochForm.FindStringSubmatch(text); m != nil && !strings.ContainsAny(text, ":-/") {
		sec, _ := strconv.ParseInt(m[1], 10, 64)
		return stamp{instant: time.Unix(sec, 0).UTC()}, true
	}
	rest := s.date(text)
	if s.clock { // 20240312T143207
		s.readZone(rest)
		return s, s.valid()
	}
	switch {
	case s.read(clockForm, rest, 4):
	case s.read(hourForm, rest, 1):
	default:
		if m := afterHour.FindStringSubmatch(rest); m != nil {
			s.clock, s.minuteOnly, s.min = true, true, number(m[1])
		} else if m := plainForm.FindStringSubmatch(rest); m != nil {
			s.clock, s.hour, s.min = true, number(m[1]), number(m[2])
		} else {
			switch strings.ToLower(strings.Trim(rest, " .,")) {
			case "noon", "midday", "mittag", "mittags":
				s.clock, s.hour = true, 12
			case "midnight", "mitternacht":
				s.clock = true
			}
		}
	}
	return s, s.clock && s.valid()
}

// read reads hour, minutes, seconds and am or pm by one of the forms and the zone from what follows.
func (s *stamp) read(form *pattern, text string, parts int) bool {
	m := form.FindStringSubmatchIndex(text)
	if m == nil {
		return false
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	s.clock, s.hour = true, number(group(1))
	half := group(2)
	if parts == 4 {
		s.min, s.sec, s.fraction, half = number(group(2)), number(group(3)), group(4) != "", group(5)
	}
	switch half = strings.ToLower(strings.ReplaceAll(half, ".", "")); {
	case half == "pm" && s.hour < 12:
		s.hour += 12
	case half == "am" && s.hour == 12:
		s.hour = 0
	}
	s.readZone(text[m[1]:])
	return true
}

// readZone reads an offset or the abbreviation of a zone.
func (s *stamp) readZone(text string) {
	text = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text), "].,;"))
	if text == "" {
		return
	}
	if m := offset.FindStringSubmatch(text); m != nil {
		o := number(m[2])*3600 + number(m[3])*60
		if m[1] != "+" {
			o = -o
		}
		if o <= 14*3600 && o >= -12*3600 {
			s.zone, s.offset = true, o
			return
		}
	}
	if m := zoneAtEnd.FindStringSubmatch(text); m != nil {
		if z := strings.ToLower(m[1]); zoneOffsets[z] != nil {
			s.abbr = z
			if o := zoneOffsets[z]; z == "z" || z == "utc" || z == "gmt" {
				s.zone, s.offset, s.abbr = true, o[0]*60, ""
			}
		}
	}
}

// date reads a date and returns the text without it.
func (s *stamp) date(text string) string {
	if m := isoDate.FindStringSubmatchIndex(text); m != nil {
		s.year, s.month, s.day = number(text[m[2]:m[3]]), time.Month(number(text[m[4]:m[5]])), number(text[m[6]:m[7]])
		return cutOut(text, m[0], m[1])
	}
	if m := compact.FindStringSubmatchIndex(text); m != nil && plausible(number(text[m[4]:m[5]]), number(text[m[6]:m[7]])) {
		s.year, s.month, s.day = number(text[m[2]:m[3]]), time.Month(number(text[m[4]:m[5]])), number(text[m[6]:m[7]])
		if m[8] >= 0 {
			s.clock, s.hour, s.min = true, number(text[m[8]:m[9]]), number(text[m[10]:m[11]])
			if m[12] >= 0 {
				s.sec = number(text[m[12]:m[13]])
			}
		}
		return cutOut(text, m[0], m[1])
	}
	if m := monthDay.FindStringSubmatchIndex(text); m != nil {
		s.month, s.day = months[strings.ToLower(text[m[2]:m[3]])], number(text[m[4]:m[5]])
		end := m[5]
		if m[6] >= 0 {
			s.year, end = number(text[m[6]:m[7]]), m[7]
		}
		return cutOut(text, m[0], end)
	}
	if m := dayMonth.FindStringSubmatchIndex(text); m != nil {
		s.day, s.month = number(text[m[2]:m[3]]), months[strings.ToLower(text[m[4]:m[5]])]
		if m[6] >= 0 {
			s.year = number(text[m[6]:m[7]])
		}
		return cutOut(text, m[0], m[1])
	}
	if m := dotDate.FindStringSubmatchIndex(text); m != nil && plausible(number(text[m[4]:m[5]]), number(text[m[2]:m[3]])) {
		s.day, s.month = number(text[m[2]:m[3]]), time.Month(number(text[m[4]:m[5]]))
		if m[6] >= 0 {
			s.year = number(text[m[6]:m[7]])
			if s.year < 100 {
				s.year += 2000
			}
		}
		return cutOut(text, m[2], max(m[5], m[7]))
	}
	return text
}

// cutOut leaves a space where the date stood: a T or colon that joined it to the clock goes with it.
func cutOut(text string, start, end int) string {
	return text[:start] + " " + strings.TrimLeft(text[end:], "T:,")
}

func plausible(month, day int) bool { return month >= 1 && month <= 12 && day >= 1 && day <= 31 }

func (s stamp) valid() bool {
	return s.hour <= 24 && s.min <= 59 && s.sec <= 60 &&
		(s.month == 0 || plausible(int(s.month), s.day))
}

// number reads digits; anything else is 0.
func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}
