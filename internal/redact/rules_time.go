package redact

import (
	"strings"
	"unicode/utf8"
)

// Clock times and instants.

var timeRules = []rule{
	{
		id: "time.stamp", kind: Time, reason: "an instant, with its date",
		needs: "0", least: 5,
		pattern: `\d{4}[-/]\d{2}[-/]\d{2}(?:[T_]\d{2}[:.]\d{2}(?:[:.]\d{2}(?:[.,:]\d{1,9})?)?(?:Z\b|[+-]\d{2}:?\d{2}\b)?)?|\d{8}T\d{4,6}(?:Z|[+-]\d{4})?|\d{1,2}/[A-Z][a-z]{2}/\d{4}:\d{2}:\d{2}:\d{2}|\d{8}[-_]\d{6}|[IWEF]\d{4}$`,
		check: func(s *scan, m *match) bool {
			// The date may stand a space before the time.
			t := s.text[m.start:m.end]
			if len(t) <= 10 && !strings.ContainsAny(t, "T_:") {
				k := stampTime.FindString(s.text[m.end:min(len(s.text), m.end+24)])
				if k == "" {
					return false
				}
				m.end += len(k)
			}
			m.end += len(stampZone.FindString(s.text[m.end:min(len(s.text), m.end+8)]))
			return !isWordByte(s.before(m.start)) && !isWordByte(s.after(m.end))
		},
		finds: []string{
			"⟦2024-03-12T14:32:07.123+01:00⟧ ERROR timeout", "since back ⟦2026-01-21T00:09:31.004+0300⟧", "⟦2024/03/12 14:32:07⟧ x", "[⟦12/Mar/2024:14:32:07 +0100⟧]", "⟦20240312T143207Z⟧", "⟦2024-03-12 14:32⟧ it", "dump-⟦20240312-143207⟧.gz",
		},
		leaves: []string{"2024-03-12", "14:32", "1234-56-78"},
	},
	{
		id: "time.syslog", kind: Time, reason: "an instant, with its date",
		needs: ":0A", reach: 48, cues: []string{"Jan", "Jän", "Feb", "Mar", "Mär", "Apr", "May", "Mai", "Jun", "Jul", "Aug", "Sep", "Oct", "Okt", "Nov", "Dec", "Dez"},
		pattern: `\b((?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Jän|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)\.?[ ]{1,2}\d{1,2}(?:,? \d{4})?,? \d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?: (?:[A-Z]{3,4} )?\d{4}\b)?)`,
		finds:   []string{"⟦Mar 12 14:32:07⟧ web-1", "⟦Jän 22 18:53:11⟧ x", "⟦Mär 29 01:59:58⟧ x", "⟦Jan  1 00:00:01⟧", "⟦Tue Mar 12 14:32:07 2024⟧"},
		leaves:  []string{"Mar 12", "May 14:32"},
	},
	{
		id: "time.clock", kind: Time, reason: "a clock time",
		needs: ":0", pattern: `\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z\b|[ ]?[ap]\.?m\b\.?)?`,
		check: clock,
		finds: []string{
			"At ⟦14:32⟧ UTC on", "⟦14:44Z⟧ resolved.", "Pager went ⟦02:11⟧, \"x", "[⟦12:03⟧] set", "~⟦00:50⟧ deploy", "by ⟦03:05⟧.", "⟦14:32⟧-⟦14:40⟧", "| ⟦14:32⟧ |", "at ⟦2:30⟧", "⟦22:59:31⟧.", "次のパスは⟦02:49⟧です", "⟦2:30pm⟧", "(⟦23:58⟧)",
		},
		leaves: []string{
			"ratio 14:32 of cases", "10.0.5.7:8443", "localhost:80:80", "00:1A:2b:3C:4d:5E", "took 00:31:07", "25:61", "a 16:9 screen", "web-1:22:x", "[::1]:80", "2001:db8::12:34", "lag of 00:31:07", "main.go:12:30", "Eth1:12:30", "v12:30", "sess:88:12",
		},
	},
	{
		id: "time.short", kind: Time, asks: true, reason: "a clock time, or a duration",
		needs: ":0", pattern: `\b\d:\d{2}\b`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			return s.text[m.start+2] < '6' && c != ':' && c != '.' && c != '-' && d != ':' && d != '.' && !timeLead.MatchString(s.lineBefore(m.start, 16)) && !isWordByte(d) && (c == ' ' || c == '(' || c == '\n') && !notClock.MatchString(s.lineBefore(m.start, 24)) && !halfDay.MatchString(s.lineAfter(m.end, 6))
		},
		finds:  []string{"you'd get ⟦1:50⟧ of me"},
		leaves: []string{"at 2:30", "ratio 3:20", "14:32", "a:1:20"},
	},
	{
		id: "time.half-day", kind: Time, reason: "a clock time",
		needs: "0", pattern: `(?i)\b(?:(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?::[0-5]\d)?)?(?:am|pm|a\.m\.?|p\.m\.?|uhr)?|(?:[01]\d|2[0-3])[0-5]\d(?:hrs)?|(?:[01]?\d|2[0-3])h[0-5]\d)(?:\b|$)`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if c := s.before(m.start); c == '.' || c == ':' || c == '-' || c == '$' || isWordByte(s.after(m.end)) {
				return false
			}
			if isDigit(t[len(t)-1]) && strings.IndexByte(t, 'h') < 0 {
				k := dayHalf.FindString(s.text[m.end:min(len(s.text), m.end+9)])
				if k == "" || len(t) == 4 && !strings.ContainsAny(t, ":.") && !strings.Contains(k, "hrs") {
					return false
				}
				m.end += len(k)
			}
			// 1h20 is a duration more often than a time; 14h20 a time, except where a duration is spoken of.
			if i := strings.IndexByte(t, 'h'); i > 0 && isDigit(t[len(t)-1]) {
				if i < 2 && !timeLead.MatchString(s.lineBefore(m.start, 16)) || notClock.MatchString(s.lineBefore(m.start, 24)) {
					return false
				}
			}
			return true
		},
		finds:  []string{"for the ⟦10 am⟧, unfiltered", "at ⟦2:30 pm⟧ CET", "⟦11:58 AM⟧\ntwo", "um ⟦14 Uhr⟧ und", "at ⟦3pm⟧", "à ⟦14h32⟧ on", "à ⟦9h40⟧", "⟦2 p.m.⟧"},
		leaves: []string{"I am 30", "12 amps", "took 1h20", "3 pmol", "for 14h20"},
	},
	{
		id: "time.past", kind: Time, reason: "minutes past an hour",
		cues:    []string{" :", "(:", "~:"},
		pattern: `(?:^|\b(?:at|by|since|until|till|around|past|from|before|after|about) |~)(:[0-5]\d)\b`,
		check:   func(s *scan, m *match) bool { return s.after(m.end) != ':' },
		finds:   []string{"opened the tap at ⟦:17⟧. we live"},
		leaves:  []string{"port :80 x", "at :8080", "x :17"},
	},
	{
		id: "time.hours", kind: Time, asks: true, reason: "a clock time, without its colon",
		cues: wholeWords("at by until till since around before after from um gegen ab bis kl vers desde"), after: true,
		pattern: `^[ ]~?(0\d[0-5]\d|(?:1[3-8]|2[1-3])[0-5]\d|1[3-9]|2[0-3])(?:[ ]?(?:hrs|hours|h|sharp|local|utc)\b)?`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			d := s.after(m.end)
			if isWordByte(d) || d == '%' || d == '-' || d == '/' || d == ':' || (d == '.' || d == ',') && isWordByte(s.after(m.end+1)) {
				return false
			}
			if len(t) == 4 {
				return t[0] == '0' || !counted(s, m.end)
			}
			next := s.wordAfter(m.end)
			return d != ' ' && d != '"' && d != '\'' || hourFollows[next]
		},
		finds:  []string{"pager at ⟦0214⟧. out", "left around ⟦2215⟧.", "started at ⟦22⟧ and by ⟦23⟧ we were"},
		leaves: []string{"at 22 %", "at 14 nodes", "by 20%", "from 1913", "at 0.22", "after 15 minutes", "at 12"},
	},
	{
		id: "time.military", kind: Time, reason: "a clock time",
		needs: "0", pattern: `\b(?:[01]\d|2[0-3])[0-5]\d(?:Z\b|\b)`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			if s.startsLine(m.start) && (d == ' ' || d == '\t') && s.hoursLead() {
				return true
			}
			return c != '-' && c != '.' && c != ',' && c != ':' && !isWordByte(c) && (s.text[m.end-1] == 'Z' || s.text[m.start] == '0' && c == ' ' && d == ' ' && !counted(s, m.end) && s.hoursLead() || military.MatchString(s.text[m.end:min(len(s.text), m.end+8)]))
		},
		finds:  []string{"⟦0212⟧  page\n⟦0213⟧ ack\n\n⟦0245⟧  choice, ⟦0248⟧ asked", "at ⟦0230Z⟧ the", "⟦1432⟧ UTC", "by ⟦0930⟧ hours"},
		leaves: []string{"0212 page\n0999 x\n0245 y", "2024 hits", "0100 a\n0900 b\n0200 c\n0100 d", "10230Z", "0.2300 UTC"},
	},
	{
		id: "time.epoch", kind: Time, reason: "an instant, as seconds since 1970",
		needs: "0", least: 10, pattern: `1[0-9]{9}(?:\d{3}|\.\d{1,9}|\d{6}|\d{9})?`,
		check: func(s *scan, m *match) bool {
			return !isDigit(s.before(m.start)) && !isWordByte(s.after(m.end)) && epochCue.MatchString(s.lineBefore(m.start, 24))
		},
		finds:  []string{"epoch ⟦1710253927⟧ and", "\"ts\":⟦1710253927123⟧,", "from=⟦1710253927000⟧&", "exp: ⟦1710253927⟧"},
		leaves: []string{"took 1710253927 ns", "time 12345"},
	},
	{
		id: "time.epoch-alone", kind: Time, asks: true, reason: "perhaps an instant, as seconds since 1970",
		needs: "0", least: 10, pattern: `\b1[4-9]\d{8}(?:\d{3})?\b`,
		check: func(s *scan, m *match) bool {
			c, d := s.before(m.start), s.after(m.end)
			return c != '.' && c != ',' && c != '-' && c != '$' && !(d == '.' && isDigit(s.after(m.end+1))) && d != '-' && !(d == ',' && isDigit(s.after(m.end+1)))
		},
		finds:  []string{"⟦1710253927123⟧ without context"},
		leaves: []string{"1234567", "order 4155550132999", "0x1710253927", "part-1710253927"},
	},
}

// hoursLead says whether the lines of the text begin with the time of day in four digits: three of them at least, all
// that begin with four digits, in order but for one midnight.
func (s *scan) hoursLead() bool {
	if s.hours == 0 {
		s.hours = 1
		last, lines, back := -1, 0, 0
		for line := range strings.Lines(s.text) {
			line = strings.TrimLeft(line, " \t>*-")
			if len(line) < 5 || countDigits(line[:4]) < 4 || line[4] != ' ' && line[4] != '\t' {
				continue
			}
			hour, minute := number(line[:2]), number(line[2:4])
			if hour > 23 || minute > 59 {
				return false
			}
			now := 60*hour + minute
			if now < last {
				back++
			}
			last = now
			lines++
		}
		if lines > 2 && back < 2 {
			s.hours = 2
		}
	}
	return s.hours == 2
}

var stampTime = newPattern(`^[ ]{1,2}(?:\d{2}:\d{2}(?::\d{2}(?:[.,:]\d{1,9})?)?|(?:[01]\d|2[0-3])[.h][0-5]\d\b)`)

var stampZone = newPattern(`^(?:[ ]?[+-]\d{2}:?\d{2}\b|Z\b)`)

var dayHalf = newPattern(`^[ ]?(?i:am\b|pm\b|a\.m\b\.?|p\.m\b\.?|uhr\b|o'clock\b|hrs\b)`)

var military = newPattern(`^(?:[ ]?(?:UTC|GMT|CET|CEST|IST|JST|EST|EDT|PST|PDT|BST)\b|[ ](?:local|hours)\b)`)

var epochCue = newPattern(`(?:epoch|ts|timestamp|unix(?:time)?|[_"' ]at|time|since|from|[^a-z]to|start|end|until|exp|iat|nbf|created|updated|date)(?:_?ms|_?s)?["']?[ ]?[:=]?[ ]?["']?$`)

// notClock are words after which hours and minutes are no time of day.
var notClock = newPattern(`(?:^|[^a-z])(?:ratio|score|aspect|odds|won|lost|lag(?: of| was| is)?|took|takes?|elapsed|duration(?: of)?|uptime|runtime|lasted|for|within|spent|delay(?: of)?|line|psalm|verse|chapter|mix|split|scale|length|wall|per|every|each|after only)[ :=(~]*$`)

var timeLead = newPattern(`(?:^|[^a-z])(?:at|by|around|until|till|since|from|before|after|about|past|um|gegen|bis|ab|kl|kl\.|a las|à|vers|alle|o|ca|ca\.)[ ~]*$`)

var halfDay = newPattern(`^[ ]?(?:am|pm|a\.m|p\.m)\b`)

// unspacedBefore reports whether a text ends in a letter of a script that puts no spaces between words.
func unspacedBefore(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return runeClassOf(r) == runeUnspaced
}

// unspacedAfter reports whether a text begins with one.
func unspacedAfter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return runeClassOf(r) == runeUnspaced
}

// clock decides about hours and minutes.
func clock(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) && !unspacedBefore(s.text[:m.start]) || isWordByte(d) && !unspacedAfter(s.text[m.end:]) || strings.IndexByte(".:/@#=$%+", c) >= 0 && c != '=' || c == ':' || d == ':' && isWordByte(s.after(m.end+1)) || d == '%' || d == 'x' || d == '/' && isDigit(s.after(m.end+1)) {
		return false
	}
	if c == ']' || c == '-' && m.start > 1 && isWordByte(s.text[m.start-2]) && !isDigit(s.text[m.start-2]) {
		return false
	}
	hour, rest, _ := strings.Cut(t, ":")
	if len(hour) == 2 && hour > "24" || rest[:2] > "59" || len(hour) == 2 && hour == "24" && rest[:2] != "00" {
		return false
	}
	if len(rest) > 4 && rest[2] == ':' && rest[3:5] > "60" {
		return false
	}
	before := s.lineBefore(m.start, 24)
	if notClock.MatchString(before) {
		return false
	}
	suffix := strings.HasSuffix(t, "m") || strings.HasSuffix(t, "m.") || strings.HasSuffix(t, "z")
	if len(hour) == 1 && !suffix && len(rest) == 2 && !timeLead.MatchString(before) && !halfDay.MatchString(s.lineAfter(m.end, 6)) && strings.TrimSpace(before) != "" && c != '[' {
		return false
	}
	return true
}

// hourFollows are words that follow an hour rather than count what comes after it.
var hourFollows = wordSet("and or we i it they he she the then so when but sharp exactly on in because while until till to with there my our everything nothing")
