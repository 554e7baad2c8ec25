package redact

import (
	"time"
)

// moments are the clock times and dates of the sources themselves, whether their texts say them or not: a line's own
// moment leaves as a distance from time zero, and "can somebody take 02:49" must not tell it again.
type moments struct {
	minutes []int       // of the day
	days    []time.Time // midnight, in UTC
}

// momentsOf are the moments of sources, each once.
func momentsOf(sources []Source) (m moments) {
	seenMinute, seenDay := map[int]bool{}, map[time.Time]bool{}
	for _, s := range sources {
		if s.At.IsZero() {
			continue
		}
		for _, at := range []time.Time{s.At, s.At.UTC()} {
			year, month, day := at.Date()
			if minute := 60*at.Hour() + at.Minute(); !seenMinute[minute] {
				seenMinute[minute] = true
				m.minutes = append(m.minutes, minute)
			}
			if midnight := time.Date(year, month, day, 0, 0, 0, 0, time.UTC); !seenDay[midnight] {
				seenDay[midnight] = true
				m.days = append(m.days, midnight)
			}
		}
	}
	return m
}

func (b *cataloguer) moments(m moments) {
	for _, minute := range m.minutes {
		at := time.Date(2000, 1, 1, minute/60, minute%60, 0, 0, time.UTC)
		for _, layout := range clockLayouts {
			b.moment(at.Format(layout), Time, false)
		}
	}
	for _, day := range m.days {
		for _, layout := range dateLayouts {
			b.moment(day.Format(layout), Date, false)
		}
		for _, layout := range dayLayouts {
			b.moment(day.Format(layout), Date, true) // "may 2 of them" is no date
		}
	}
}

var (
	clockLayouts = []string{"15:04", "15h04", "3:04pm", "3:04 pm"}
	dateLayouts  = []string{"2006-01-02", "2006/01/02", "20060102", "02.01.2006", "2.1.2006", "02/01/2006", "01/02/2006",
		"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006", "02/Jan/2006"}
	dayLayouts = []string{"2 January", "January 2", "2 Jan", "Jan 2"}
)

func (b *cataloguer) moment(text string, kind Kind, exact bool) {
	b.add(form{text: text, literal: !exact, exact: exact, lone: true}, forbidden{kind: kind, key: foldLiteral(text)})
}
