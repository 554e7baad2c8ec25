package journal

import (
	"strconv"
	"strings"
	"sync"
	"time"
)

// A band is a moment before its precision: the best instant and the readings around it.
type band struct {
	best, early, late time.Time
	doubt             bool // a clock change or a zone that does not fit leaves two readings
	skipped           bool // no clock ever showed it
	loose             bool
}

// A zone is where a clock hangs. want is the offset that an abbreviation claims, in seconds, where claims is set.
type zone struct {
	loc    *time.Location
	name   string
	claims bool
	want   int
}

// wall gives the instants at which a clock in z shows the given date and time.
func (z zone) wall(y int, mo time.Month, d, h, mi, s int) band {
	u := time.Date(y, mo, d, h, mi, s, 0, time.UTC)
	at := func(offset int) (time.Time, bool) {
		t := u.Add(-time.Duration(offset) * time.Second).In(z.loc)
		_, o := t.Zone()
		return t, o == offset
	}
	// A day either side of any clock change lies in the two offsets that the change is between.
	_, before := u.Add(-24 * time.Hour).In(z.loc).Zone()
	_, after := u.Add(24 * time.Hour).In(z.loc).Zone()
	a, okA := at(before)
	b, okB := at(after)
	if a.After(b) {
		a, b, okA, okB = b, a, okB, okA
	}
	if z.claims {
		for _, offset := range []int{before, after} {
			if t, ok := at(offset); ok && offset == z.want {
				return band{best: t, early: t, late: t}
			}
		}
	}
	var r band
	switch {
	case okA && okB && !a.Equal(b): // the repeated hour; the later is the more recent
		r = band{best: b, early: a, late: b, doubt: true}
	case okA:
		r = band{best: a, early: a, late: a}
	case okB:
		r = band{best: b, early: b, late: b}
	default: // the missing hour: a clock nobody moved shows it after the change
		r = band{best: b, early: a, late: b, doubt: true, skipped: true}
	}
	if z.claims {
		// "CET" in July: people mean the clock on the wall and are off by a letter. Both readings stay possible.
		t := u.Add(-time.Duration(z.want) * time.Second).In(z.loc)
		r.doubt = true
		if t.Before(r.early) {
			r.early = t
		}
		if t.After(r.late) {
			r.late = t
		}
	}
	return r
}

// An abbreviation's home is the place most people mean by it. Its minutes east of UTC are what it claims;
// ET, CT, MT and PT claim none.
var abbreviations = map[string]struct {
	home    string
	minutes int
}{
	"UTC": {"UTC", 0}, "GMT": {"UTC", 0}, "Z": {"UTC", 0}, "ZULU": {"UTC", 0},
	"WET": {"Europe/Lisbon", 0}, "WEST": {"Europe/Lisbon", 60}, "BST": {"Europe/London", 60},
	"CET": {"Europe/Berlin", 60}, "CEST": {"Europe/Berlin", 120}, "MEZ": {"Europe/Berlin", 60}, "MESZ": {"Europe/Berlin", 120},
	"EET": {"Europe/Athens", 120}, "EEST": {"Europe/Athens", 180}, "MSK": {"Europe/Moscow", 180}, "TRT": {"Europe/Istanbul", 180},
	"WAT": {"Africa/Lagos", 60}, "CAT": {"Africa/Maputo", 120}, "SAST": {"Africa/Johannesburg", 120}, "EAT": {"Africa/Nairobi", 180},
	"IRST": {"Asia/Tehran", 210}, "GST": {"Asia/Dubai", 240}, "PKT": {"Asia/Karachi", 300}, "IST": {"Asia/Kolkata", 330},
	"NPT": {"Asia/Kathmandu", 345}, "ICT": {"Asia/Bangkok", 420}, "WIB": {"Asia/Jakarta", 420}, "SGT": {"Asia/Singapore", 480},
	"HKT": {"Asia/Hong_Kong", 480}, "PHT": {"Asia/Manila", 480}, "MYT": {"Asia/Kuala_Lumpur", 480}, "JST": {"Asia/Tokyo", 540},
	"KST": {"Asia/Seoul", 540}, "AWST": {"Australia/Perth", 480}, "ACST": {"Australia/Adelaide", 570}, "ACDT": {"Australia/Adelaide", 630},
	"AEST": {"Australia/Sydney", 600}, "AEDT": {"Australia/Sydney", 660}, "NZST": {"Pacific/Auckland", 720}, "NZDT": {"Pacific/Auckland", 780},
	"NST": {"America/St_Johns", -210}, "NDT": {"America/St_Johns", -150}, "AST": {"America/Halifax", -240}, "ADT": {"America/Halifax", -180},
	"EST": {"America/New_York", -300}, "EDT": {"America/New_York", -240}, "ET": {"America/New_York", noClaim},
	"CST": {"America/Chicago", -360}, "CDT": {"America/Chicago", -300}, "CT": {"America/Chicago", noClaim},
	"MST": {"America/Denver", -420}, "MDT": {"America/Denver", -360}, "MT": {"America/Denver", noClaim},
	"PST": {"America/Los_Angeles", -480}, "PDT": {"America/Los_Angeles", -420}, "PT": {"America/Los_Angeles", noClaim},
	"AKST": {"America/Anchorage", -540}, "AKDT": {"America/Anchorage", -480}, "HST": {"Pacific/Honolulu", -600},
	"BRT": {"America/Sao_Paulo", -180}, "ART": {"America/Argentina/Buenos_Aires", -180}, "CLT": {"America/Santiago", -240},
	"CLST": {"America/Santiago", -180}, "COT": {"America/Bogota", -300}, "PET": {"America/Lima", -300},
}

const noClaim = 99999

// findZone reads an abbreviation, an IANA name, or an offset such as +02:00 or UTC-3.
func findZone(s string, now time.Time) (zone, bool) {
	upper := strings.ToUpper(s)
	if offset, ok := parseOffset(upper); ok {
		if _, here := now.Zone(); here == offset {
			return zone{loc: now.Location(), name: now.Location().String()}, true
		}
		name := ""
		if h := offset / 3600; offset%3600 == 0 && h >= -12 && h <= 14 && h != 0 {
			name = "Etc/GMT" + signed(-h) // POSIX counts westward
		} else if offset == 0 {
			name = "UTC"
		}
		return zone{loc: time.FixedZone(name, offset), name: name}, true
	}
	if a, ok := abbreviations[upper]; ok {
		if a.home == "UTC" {
			return zone{loc: time.UTC, name: "UTC"}, true
		}
		// CST on a machine in Shanghai is China's.
		for _, month := range []time.Month{time.January, time.July} {
			here := time.Date(now.Year(), month, 15, 12, 0, 0, 0, now.Location())
			if name, offset := here.Zone(); name == upper {
				return zone{loc: now.Location(), name: now.Location().String(), claims: true, want: offset}, true
			}
		}
		loc, ok := loadLocation(a.home)
		return zone{loc: loc, name: a.home, claims: a.minutes != noClaim, want: a.minutes * 60}, ok
	}
	if loc, ok := loadLocation(s); ok {
		return zone{loc: loc, name: loc.String()}, true
	}
	return zone{}, false
}

func signed(h int) string {
	if h > 0 {
		return "+" + strconv.Itoa(h)
	}
	return strconv.Itoa(h)
}

// parseOffset reads +2, +02, +0200, +02:00, each also after UTC or GMT, in seconds.
func parseOffset(s string) (int, bool) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "UTC"), "GMT")
	s = strings.ReplaceAll(strings.ReplaceAll(s, "−", "-"), ":", "")
	if len(s) < 2 || len(s) > 5 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[1:], 10, 16)
	if err != nil {
		return 0, false
	}
	h, m := int(n), 0
	if len(s) > 3 {
		h, m = int(n)/100, int(n)%100
	}
	if h > 14 || m > 59 {
		return 0, false
	}
	if s[0] == '-' {
		return -(h*3600 + m*60), true
	}
	return h*3600 + m*60, true
}

// locations remembers zones once loaded: the zone database is read from disk. Names that are no zone are not kept.
var locations sync.Map

// loadLocation loads an IANA zone by its exact name.
func loadLocation(name string) (*time.Location, bool) {
	if l, ok := locations.Load(name); ok {
		return l.(*time.Location), true
	}
	if name == "" || name == "Local" || strings.HasPrefix(name, "posix") || name[0] < 'A' || name[0] > 'Z' {
		return nil, false
	}
	l, err := time.LoadLocation(name)
	if err != nil {
		return nil, false
	}
	locations.Store(name, l)
	return l, true
}
