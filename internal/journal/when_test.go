package journal_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"firsthand/internal/journal"
)

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// Friday, 13 March 2026, 16:10 in Zurich (CET, UTC+1).
func friday(t testing.TB) time.Time {
	return time.Date(2026, 3, 13, 16, 10, 30, 0, zone(t, "Europe/Zurich"))
}

func TestParseWhen(t *testing.T) {
	const layout = "2006-01-02 15:04:05"
	for _, c := range []struct {
		typed, want string // in the moment's own clock
		precision   journal.Precision
		certainty   journal.Certainty
		zone        string
	}{
		{"03:42", "2026-03-13 03:42:00", journal.Minute, journal.Exact, ""},
		{"3:42", "2026-03-13 03:42:00", journal.Minute, journal.Exact, ""},
		{"0342", "2026-03-13 03:42:00", journal.Minute, journal.Exact, ""},
		{"1610", "2026-03-13 16:10:00", journal.Minute, journal.Exact, ""},
		{"3.42", "2026-03-13 03:42:00", journal.Minute, journal.Exact, ""},
		{"3.42 pm", "2026-03-13 15:42:00", journal.Minute, journal.Exact, ""},
		{"3:42pm", "2026-03-13 15:42:00", journal.Minute, journal.Exact, ""},
		{"12:05 am", "2026-03-13 00:05:00", journal.Minute, journal.Exact, ""},
		{"12:05 PM", "2026-03-13 12:05:00", journal.Minute, journal.Exact, ""},
		{"14h30", "2026-03-13 14:30:00", journal.Minute, journal.Exact, ""},
		{"3.42 Uhr", "2026-03-13 03:42:00", journal.Minute, journal.Exact, ""},
		{"um 15 Uhr 07", "2026-03-13 15:07:00", journal.Minute, journal.Exact, ""},
		{"noon", "2026-03-13 12:00:00", journal.Minute, journal.Exact, ""},
		{"24:00", "2026-03-13 00:00:00", journal.Minute, journal.Exact, ""},
		{"03:42:10", "2026-03-13 03:42:10", journal.Second, journal.Exact, ""},
		{"00:09:31,004", "2026-03-13 00:09:31", journal.Second, journal.Exact, ""},
		{"16:14", "2026-03-13 16:14:00", journal.Minute, journal.Exact, ""}, // a clock that runs behind
		{"16:20", "2026-03-12 16:20:00", journal.Minute, journal.Exact, ""},
		{"23:10", "2026-03-12 23:10:00", journal.Minute, journal.Exact, ""},
		{"[12:03]", "2026-03-13 12:03:00", journal.Minute, journal.Exact, ""},
		{"~03:42", "2026-03-13 03:42:00", journal.Minute, journal.Approximate, ""},
		{"03:42ish", "2026-03-13 03:42:00", journal.Minute, journal.Approximate, ""},
		{"gegen 03:42", "2026-03-13 03:42:00", journal.Minute, journal.Approximate, ""},
		{"ca. 03:42", "2026-03-13 03:42:00", journal.Minute, journal.Approximate, ""},
		{"03:42?", "2026-03-13 03:42:00", journal.Minute, journal.Doubtful, ""},
		{"about 4", "2026-03-13 16:00:00", journal.Hour, journal.Approximate, ""}, // ten minutes ago, not twelve hours
		{"about 5", "2026-03-13 05:00:00", journal.Hour, journal.Approximate, ""},
		{"04", "2026-03-13 04:00:00", journal.Hour, journal.Approximate, ""},
		{"4 am", "2026-03-13 04:00:00", journal.Hour, journal.Approximate, ""},
		{"just now", "2026-03-13 16:10:30", journal.Minute, journal.Exact, ""},
		{"10 min ago", "2026-03-13 16:00:30", journal.Minute, journal.Approximate, ""},
		{"about 10 min ago", "2026-03-13 16:00:30", journal.Minute, journal.Approximate, ""},
		{"an hour ago", "2026-03-13 15:10:30", journal.Hour, journal.Approximate, ""},
		{"1 h 30 min ago", "2026-03-13 14:40:30", journal.Minute, journal.Approximate, ""},
		{"1.5h ago", "2026-03-13 14:40:30", journal.Hour, journal.Approximate, ""},
		{"vor 10 Minuten", "2026-03-13 16:00:30", journal.Minute, journal.Approximate, ""},
		{"vor einer halben Stunde", "2026-03-13 15:40:30", journal.Hour, journal.Approximate, ""},
		{"yesterday 23:10", "2026-03-12 23:10:00", journal.Minute, journal.Exact, ""},
		{"23:10 yesterday", "2026-03-12 23:10:00", journal.Minute, journal.Exact, ""},
		{"gestern um 23:10", "2026-03-12 23:10:00", journal.Minute, journal.Exact, ""},
		{"last night 02:10", "2026-03-13 02:10:00", journal.Minute, journal.Exact, ""},
		{"last night 23:10", "2026-03-12 23:10:00", journal.Minute, journal.Exact, ""},
		{"Wed 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"Friday 23:10", "2026-03-06 23:10:00", journal.Minute, journal.Exact, ""},
		{"2026-03-11 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"2026-05-01 03:42", "2026-05-01 03:42:00", journal.Minute, journal.Exact, ""}, // a whole date is taken at its word
		{"11 Mar 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"14 Mar 03:42", "2025-03-14 03:42:00", journal.Minute, journal.Exact, ""},
		{"Mar 11, 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"11. März 2026, 3:42 Uhr", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"11.03.2026 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"11.3. 03:42", "2026-03-11 03:42:00", journal.Minute, journal.Exact, ""},
		{"Sat 14 Mar 03:42", "2020-03-14 03:42:00", journal.Minute, journal.Exact, ""}, // the year in which it was a Saturday
		{"29 Feb", "2024-02-29 00:00:00", journal.Day, journal.Approximate, ""},
		{"2026-02-22", "2026-02-22 00:00:00", journal.Day, journal.Approximate, ""},
		{"9 dec", "2025-12-09 00:00:00", journal.Day, journal.Approximate, ""},
		{"yesterday", "2026-03-12 00:00:00", journal.Day, journal.Approximate, ""},
		{"15:42 UTC", "2026-03-12 15:42:00", journal.Minute, journal.Exact, "UTC"},
		{"14:42 utc", "2026-03-13 14:42:00", journal.Minute, journal.Exact, "UTC"},
		{"15:42 CET", "2026-03-13 15:42:00", journal.Minute, journal.Exact, "Europe/Zurich"},
		{"15:42 (EST)", "2026-03-12 15:42:00", journal.Minute, journal.Doubtful, "America/New_York"}, // it was EDT already
		{"15:42 PT", "2026-03-12 15:42:00", journal.Minute, journal.Exact, "America/Los_Angeles"},
		{"15:42 IST", "2026-03-13 15:42:00", journal.Minute, journal.Exact, "Asia/Kolkata"},
		{"15:42 Asia/Tokyo", "2026-03-13 15:42:00", journal.Minute, journal.Exact, "Asia/Tokyo"},
		{"15:42 UTC+2", "2026-03-13 15:42:00", journal.Minute, journal.Exact, "Etc/GMT-2"},
		{"15:42 +0100", "2026-03-13 15:42:00", journal.Minute, journal.Exact, "Europe/Zurich"},
		{"2026-03-11T03:42:10Z", "2026-03-11 03:42:10", journal.Second, journal.Exact, "UTC"},
		{"2026-01-21T00:09:31.004+0300", "2026-01-21 00:09:31", journal.Second, journal.Exact, "Etc/GMT-3"},
		{"2026-01-21T00:09:31-03:30", "2026-01-21 00:09:31", journal.Second, journal.Exact, "none"},
		{"Jan 21 00:09:52", "2026-01-21 00:09:52", journal.Second, journal.Exact, ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			now := friday(t)
			m, err := journal.ParseWhen(c.typed, now)
			if err != nil {
				t.Fatal(err)
			}
			if c.zone == "" {
				c.zone = "Europe/Zurich"
			} else if c.zone == "none" {
				c.zone = ""
			}
			if got := m.Local().Format(layout); got != c.want || m.Precision != c.precision || m.Certainty != c.certainty || m.Zone != c.zone {
				t.Errorf("%s, %s, %s, %s; want %s, %s, %s, %s", got, m.Precision, m.Certainty, m.Zone, c.want, c.precision, c.certainty, c.zone)
			}
			if m.Typed != c.typed {
				t.Errorf("typed %q", m.Typed)
			}
			checkMoment(t, m)
		})
	}
}

func checkMoment(t *testing.T, m journal.Moment) {
	t.Helper()
	if m.Best.Before(m.Earliest) || m.Latest.Before(m.Best) {
		t.Errorf("out of order: %v %v %v", m.Earliest, m.Best, m.Latest)
	}
	if m.Certainty == journal.Exact && !(m.Earliest.Equal(m.Best) && m.Latest.Equal(m.Best)) {
		t.Error("an exact moment with a band")
	}
	if m.Precision == "" || m.Certainty == "" || m.Best.Location() != time.UTC {
		t.Errorf("incomplete: %+v", m)
	}
}

func TestParseWhen_between(t *testing.T) {
	const layout = "15:04"
	for _, c := range []struct {
		typed             string
		early, best, late string
		want              journal.Certainty
	}{
		{"after 03:40", "03:40", "03:41", "04:10", journal.Approximate},
		{"nach 3:40", "03:40", "03:41", "04:10", journal.Approximate},
		{"before 04:00", "03:30", "03:59", "04:00", journal.Approximate},
		{"vor 04:00", "03:30", "03:59", "04:00", journal.Approximate},
		{"after 3:40, before 4:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"after 03:40 and before 04:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"before 04:00, after 03:40", "03:40", "03:50", "04:00", journal.Approximate},
		{"nach 03:40, vor 04:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"between 3:40 and 4:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"zwischen 3:40 und 4:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"03:40-04:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"03:40 to 04:00", "03:40", "03:50", "04:00", journal.Approximate},
		{"23:50–00:10", "23:50", "00:00", "00:10", journal.Approximate},
		{"after 04:00, before 03:40", "03:40", "03:50", "04:00", journal.Doubtful}, // the wrong way round
		{"vor 10 Minuten", "16:00", "16:00", "16:00", ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			m, err := journal.ParseWhen(c.typed, friday(t))
			if err != nil {
				t.Fatal(err)
			}
			checkMoment(t, m)
			if c.want == "" { // not a bound at all
				if got := m.Local().Format(layout); got != c.best {
					t.Errorf("got %s", got)
				}
				return
			}
			in := func(at time.Time) string { return at.In(zone(t, "Europe/Zurich")).Format(layout) }
			if in(m.Earliest) != c.early || in(m.Best) != c.best || in(m.Latest) != c.late || m.Certainty != c.want || m.Typed != c.typed {
				t.Errorf("got %s, %s, %s, %s", in(m.Earliest), in(m.Best), in(m.Latest), m.Certainty)
			}
		})
	}
	for _, typed := range []string{"after", "after lunch", "between 3:40", "between 3 pods and 4 hosts", "1-2", "before the restart", "3-4"} {
		if m, err := journal.ParseWhen(typed, friday(t)); !errors.Is(err, journal.ErrWhen) {
			t.Errorf("%q: %+v, %v", typed, m, err)
		}
	}
}

func TestParseWhen_refuses(t *testing.T) {
	for _, typed := range []string{"", "  ", "soon", "25:00", "12:60", "24:01", "31 Feb 03:42", "2026-02-30", "10.44.7.21", "03:42 restarted db",
		"1:2", "99", "v1.2.3.4", "10 min", "min ago", "0 min ago", "3 pods", "03:42 XYZ", strings.Repeat("about ", 40) + "4", "03:42\xff", "13:00 +25:00"} {
		if m, err := journal.ParseWhen(typed, friday(t)); !errors.Is(err, journal.ErrWhen) {
			t.Errorf("%q: %+v, %v", typed, m, err)
		}
	}
}

func TestParseWhen_clock_changes(t *testing.T) {
	zurich := zone(t, "Europe/Zurich")
	instant := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, c := range []struct {
		name, typed, now       string
		earliest, best, latest string
		certainty              journal.Certainty
	}{
		{"the missing hour moves as clocks do", "02:30", "2026-03-29T05:00:00+02:00",
			"2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z", journal.Doubtful},
		{"before the change", "01:59", "2026-03-29T05:00:00+02:00",
			"2026-03-29T00:59:00Z", "2026-03-29T00:59:00Z", "2026-03-29T00:59:00Z", journal.Exact},
		{"the repeated hour is a band", "02:30", "2026-10-25T09:00:00+01:00",
			"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z", journal.Doubtful},
		{"the second pass has not come yet", "02:30", "2026-10-25T02:40:00+02:00",
			"2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", journal.Exact},
		{"the abbreviation settles it", "02:30 CEST", "2026-10-25T09:00:00+01:00",
			"2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z", journal.Exact},
		{"CET said in July is the clock on the wall, doubtful", "15:42 CET", "2026-07-10T20:00:00+02:00",
			"2026-07-10T13:42:00Z", "2026-07-10T13:42:00Z", "2026-07-10T14:42:00Z", journal.Doubtful},
		{"just before midnight a minute ahead is tomorrow", "00:01", "2026-03-13T23:58:00+01:00",
			"2026-03-13T23:01:00Z", "2026-03-13T23:01:00Z", "2026-03-13T23:01:00Z", journal.Exact},
		{"just after midnight", "23:58", "2026-03-14T00:02:00+01:00",
			"2026-03-13T22:58:00Z", "2026-03-13T22:58:00Z", "2026-03-13T22:58:00Z", journal.Exact},
		{"the turn of the year", "31 Dec 23:50", "2026-01-01T00:20:00+01:00",
			"2025-12-31T22:50:00Z", "2025-12-31T22:50:00Z", "2025-12-31T22:50:00Z", journal.Exact},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := journal.ParseWhen(c.typed, instant(c.now).In(zurich))
			if err != nil {
				t.Fatal(err)
			}
			if !m.Earliest.Equal(instant(c.earliest)) || !m.Best.Equal(instant(c.best)) || !m.Latest.Equal(instant(c.latest)) || m.Certainty != c.certainty {
				t.Errorf("got %v %v %v %s", m.Earliest, m.Best, m.Latest, m.Certainty)
			}
			checkMoment(t, m)
		})
	}
}

// Whatever instant a clock shows, in any zone and on the days its clocks change, reading it back finds that instant
// or a band that holds it.
func TestParseWhen_reads_what_clocks_show(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{"UTC", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia",
		"Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "America/Sao_Paulo", "Africa/Nairobi"}
	layouts := []string{"2006-01-02 15:04:05", "2 Jan 2006 15:04:05", "Jan 2 2006, 3:04:05 pm", "2006-01-02T15:04:05", "02.01.2006 15:04:05",
		"Mon 2 Jan 2006 15:04:05", "Monday, January 2 2006 15:04:05", "15:04:05", "3:04:05PM", "Jan 2 15:04:05", time.RFC3339, "2006-01-02T15:04:05-0700"}
	for range 20000 {
		loc := zone(t, names[r.IntN(len(names))])
		at := time.Unix(1_200_000_000+r.Int64N(700_000_000), 0).In(loc)
		if r.IntN(2) == 0 { // close to a change of the clock, if there is one soon
			if _, end := at.ZoneBounds(); !end.IsZero() {
				at = end.Add(time.Duration(r.IntN(14400)-7200) * time.Second).In(loc)
			}
		}
		layout := layouts[r.IntN(len(layouts))]
		now := at.Add(time.Duration(r.IntN(20*3600)) * time.Second)
		typed := at.Format(layout)
		m, err := journal.ParseWhen(typed, now)
		if err != nil {
			t.Fatalf("%s: %v", typed, err)
		}
		if at.Before(m.Earliest) || at.After(m.Latest) {
			t.Fatalf("%q at %v in %v: not within %v..%v", typed, at, loc, m.Earliest, m.Latest)
		}
		if m.Certainty == journal.Exact && m.Local().Format("15:04:05") != at.Format("15:04:05") {
			t.Fatalf("%q shows %v", typed, m.Local())
		}
		checkMoment(t, m)
	}
}

func TestLeadingWhen(t *testing.T) {
	for _, c := range []struct{ line, typed, rest string }{
		{"03:42 restarted db", "03:42", "restarted db"},
		{"~00:50 deploy of it", "~00:50", "deploy of it"},
		{"[12:03] sentrybot APP", "12:03", "sentrybot APP"},
		{"20:00 CET season 4 opens", "20:00 CET", "season 4 opens"},
		{"03:00 CEST, straight after 01:59", "03:00 CEST", "straight after 01:59"},
		{"02:41: disk alert", "02:41", "disk alert"},
		{"01:20 - restarted", "01:20", "restarted"},
		{"01:20 – restarted", "01:20", "restarted"},
		{"**02:11** pager", "02:11", "pager"},
		{"**02:11:** pager", "02:11", "pager"},
		{"22:59:31. carts work", "22:59:31", "carts work"},
		{"11:58 AM two minutes", "11:58 AM", "two minutes"},
		{"4pm standup", "4pm", "standup"},
		{"about 10 min ago it went red", "about 10 min ago", "it went red"},
		{"yesterday 23:10 first alert", "yesterday 23:10", "first alert"},
		{"14 Mar 03:42 page", "14 Mar 03:42", "page"},
		{"Jan 21 00:09:52 stor-r3 kernel: x", "Jan 21 00:09:52", "stor-r3 kernel: x"},
		{"2026-01-21T00:09:31.004+0300 link down", "2026-01-21T00:09:31.004+0300", "link down"},
		{"Um 03:04 Uhr brach der Export ab", "Um 03:04 Uhr", "brach der Export ab"},
		{"0342 restarted", "0342", "restarted"},
		{"1400: fail-over", "1400", "fail-over"},
		{"10:04-10:20 reboot", "10:04", "-10:20 reboot"},
		{"10:04 – 10:20 reboot", "10:04", "– 10:20 reboot"},
		{"03:42 yesterday's deploy", "03:42", "yesterday's deploy"},
		{"03:42 ist der Server weg", "03:42", "ist der Server weg"},
		{"03:42 -v was on", "03:42", "-v was on"},
		{"03:42\nsecond line", "03:42", "\nsecond line"},
		{"03:42 one\n\ntwo", "03:42", "one\n\ntwo"},
		{"03:42", "03:42", ""},
	} {
		typed, rest, ok := journal.LeadingWhen(c.line)
		if !ok || typed != c.typed || rest != c.rest {
			t.Errorf("%q: %q, %q, %v", c.line, typed, rest, ok)
		}
		if _, err := journal.ParseWhen(typed, friday(t)); err != nil {
			t.Errorf("%q is not read back: %v", typed, err)
		}
	}
	for _, line := range []string{"", "10.44.7.21 is the primary", "3.42 seconds", "4 pods gone", "1400 rows", "2026 was long", "16:9 screen", "1:1 with my boss",
		"12:03:44:aa:bb:cc is its MAC", "about 4 pods", "now the db is down", "v1.2.3.4", "9 dec, all UTC", "Sat 14 Mar. Writing this", "25:99 no", "(03:42 was odd)",
		"3h later", "88k in queue", "10:04/10:05", "130*500", "yesterday was fine", "may be", "+91 98000 00142", "5 min later", "```",
		"21:30 GMT is 23:30 here", "03:50 or so it fell"} {
		if typed, rest, ok := journal.LeadingWhen(line); ok {
			t.Errorf("%q: %q, %q", line, typed, rest)
		}
	}
}

func TestLoadZone(t *testing.T) {
	now := friday(t)
	for name, want := range map[string]string{"CET": "Europe/Zurich", "IST": "Asia/Kolkata", "Asia/Tokyo": "Asia/Tokyo", "utc": "UTC", "UTC+3": "Etc/GMT-3"} {
		if loc, err := journal.LoadZone(name, now); err != nil || loc.String() != want {
			t.Errorf("%s: %v, %v", name, loc, err)
		}
	}
	for _, name := range []string{"", "Local", "../etc", "Nowhere/Here", "XYZ"} {
		if _, err := journal.LoadZone(name, now); !errors.Is(err, journal.ErrWhen) {
			t.Errorf("%q: %v", name, err)
		}
	}
	shanghai := now.In(zone(t, "Asia/Shanghai"))
	if loc, _ := journal.LoadZone("CST", shanghai); loc == nil || loc.String() != "Asia/Shanghai" {
		t.Errorf("CST in Shanghai: %v", loc)
	}
}

func FuzzParseWhen(f *testing.F) {
	for _, s := range []string{"03:42", "about 10 min ago", "Sat 14 Mar 03:42 CET", "2026-03-14T03:42:10.5+02:00", "**02:11** x", "vor einer halben Stunde", "[1:2", "10:04-10:20 x", "~≈~", "after 3:40, before 4", "between 23:50 and 00:10", "nach 3 vor 2"} {
		f.Add(s, int64(1_773_400_000))
	}
	loc := zone(f, "Europe/Zurich")
	f.Fuzz(func(t *testing.T, s string, unix int64) {
		now := time.Unix(unix%4_000_000_000, 0).In(loc)
		if m, err := journal.ParseWhen(s, now); err == nil {
			checkMoment(t, m)
			if _, err := m.Best.MarshalJSON(); err != nil {
				t.Error(err)
			}
		} else if !errors.Is(err, journal.ErrWhen) {
			t.Error(err)
		}
		typed, rest, ok := journal.LeadingWhen(s)
		if !ok {
			return
		}
		if !strings.Contains(s, typed) || !strings.HasSuffix(s, rest) {
			t.Errorf("%q gave %q and %q", s, typed, rest)
		}
		if utf8.ValidString(typed) && len(typed) <= 80 {
			if _, err := journal.ParseWhen(typed, now); err != nil && !impossible(typed) {
				t.Errorf("leading %q is not read", typed)
			}
		}
	})
}

// impossible says that a typed moment may name a day that no calendar has.
func impossible(typed string) bool { return strings.ContainsAny(typed, "0123") && len(typed) > 8 }
