package redact

import (
	"strings"
)

// Lasts reports whether what is called so in one account is the same in another, so that a name that was hidden once is
// hidden in every later release: a moment and a role are not, and a secret is on no list.
func (k Kind) Lasts() bool { return !timely(k) && k != Role && k != Secret }

// timely reports whether a kind is about time.
func timely(k Kind) bool { return k == Date || k == Time || k == Zone }

var (
	// timeGlue is what may stand between the date, the clock and the zone of one time.
	timeGlue = newPattern(`(?i)^[ \t]*(?:,|\bon\b|\bat\b|\bum\b|\bam\b|\bof\b|\ba las\b|\bà\b|the|T|[(@/·])?[ \t]*(?:\bthe\b[ \t]*)?$`)
	// plainZone is a zone that no rule needs to find.
	plainZone = newPattern(`^[ \t]?\(?(?:UTC|GMT|Z)\b\)?`)
	clockTail = newPattern(`^(?:[ \t](?:Uhr|o['’]clock|hrs|hours)\b|h\b)`)
	dateLead  = newPattern(`(?i)\b(on|am|den|le|el)[ \t]+(?:the[ \t]+)?$`)
)

// treatTime makes one edit for the date, clock and zone that stand together from finding i on: "At 14:32 UTC on
// 2024-03-12" becomes "At T+00:00". n is how many findings it took.
func (p *Plan) treatTime(d *draft, i int) (e edit, n int) {
	fs, text := d.findings, d.src.Text
	e = edit{start: fs[i].Start, end: fs[i].End, thing: p.things[fs[i].Entity]}
	var clock, date, zone string
	kind := fs[i].Kind
	take := func(f Finding) bool {
		s := text[f.Start:f.End]
		switch f.Kind {
		case Time:
			if clock != "" {
				return false
			}
			clock = s
		case Date:
			if stamped(date) && stamped(s) {
				return false
			}
			date += " " + s
		case Zone:
			if zone != "" {
				return false
			}
			zone = s
		}
		return true
	}
	take(fs[i])
	for n = 1; i+n < len(fs); n++ {
		f := fs[i+n]
		t := p.things[f.Entity]
		gap := ""
		if f.Start >= e.end && f.Start-e.end <= 24 {
			gap = text[e.end:f.Start]
		}
		plain := ""
		if clock != "" && zone == "" {
			plain = plainZone.FindString(gap)
		}
		if !timely(f.Kind) || t == nil || t.Treatment == Kept || t.Treatment == Undecided || t.label.chose || f.Start < e.end ||
			f.Start-e.end > 24 || !timeGlue.MatchString(gap[len(plain):]) || !take(f) {
			break
		}
		if plain != "" {
			zone = strings.Trim(plain, " \t()")
		}
		if strings.Contains(gap, "(") && strings.HasPrefix(text[f.End:], ")") {
			f.End++
		}
		e.end = f.End
		if f.Kind == Time {
			kind, e.thing = Time, t
		}
	}
	if clock != "" && zone == "" {
		if m := plainZone.FindString(text[e.end:min(len(text), e.end+8)]); m != "" {
			zone = strings.Trim(m, " \t()")
			e.end += len(m)
		}
	}
	d.balance(&e)
	if clock == "" {
		e.text = withheld(kind)
		return e, n
	}
	s, ok := parseStamp(strings.TrimSpace(clock + " " + zone))
	if !ok && date != "" {
		s, ok = parseStamp(date + " " + clock + " " + zone)
	}
	if ok && s.month == 0 && date != "" {
		s.date(date)
	}
	e.text = withheld(Time)
	if !ok {
		return e, n
	}
	near := d.src.At
	if s.minuteOnly && !d.last.IsZero() {
		near = d.last // the hour is that of the time before
	}
	if p.choice.Zero.IsZero() && p.choice.Zeros == nil && !p.last.IsZero() && !near.IsZero() {
		near = p.last // no line has a moment of its own: a time is near the one before it
	}
	at, resolved := s.resolve(near)
	if date == "" && s.duration(text, fs[i].Start, fs[i].End, at, d.src.At) {
		e.keep = true
		return e, n
	}
	if resolved {
		if p.zero.IsZero() && p.choice.Zeros == nil {
			p.zero = at
		}
		if words, ok := p.sinceZero(d, at); ok {
			d.last, p.last = at, at // a time of another month is near nothing that follows
			e.text = words
		}
	}
	return e, n
}

// stamped reports whether a date names a day of a month: a weekday goes with one.
func stamped(date string) bool {
	var s stamp
	s.date(date)
	return s.day != 0
}

// wordTime fits a distance in time into its sentence: "On" that belonged to the date becomes "At".
func wordTime(words, before, after string, english bool) wording {
	w := wording{text: words}
	if strings.HasPrefix(words, "[") {
		if english {
			w.cut, w.text = joinArticle(before, words)
		}
		return w
	}
	if m := clockTail.FindString(after); m != "" {
		w.skip = len(m)
	}
	if m := dateLead.FindStringSubmatch(before); m != nil {
		at := map[string]string{"on": "at", "am": "um", "den": "um", "le": "à", "el": "a las"}[strings.ToLower(m[1])]
		if m[1][0] <= 'Z' {
			at = strings.ToUpper(at[:1]) + at[1:]
		}
		if m[1] == "on" || m[1] == "On" || strings.EqualFold(m[1], "am") {
			w.cut, w.text = len(m[0]), at+" "+words
		}
	}
	return w
}
