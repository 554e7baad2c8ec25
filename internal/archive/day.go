package archive

import (
	"regexp"
	"strings"
	"time"

	"firsthand/internal/journal"
)

const (
	monthName = `(?:jan(?:uary|uar)?|jän(?:ner)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|mrz|apr(?:il)?|ma[yi]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b\.?`
	weekName  = `(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\b[.,]?`
	anyDate   = `(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}\b|\d{1,2}\.\d{1,2}\.\d{4}\b|(?:` + weekName + `[ \t]+)?(?:\d{1,2}(?:st|nd|rd|th|\.)?[ \t]+` + monthName + `|` + monthName + `[ \t]+\d{1,2}(?:st|nd|rd|th)?\b)(?:,?[ \t]+(?:19|20)\d\d\b)?)`
)

var (
	dateAnywhere = regexp.MustCompile(`(?i)(?:\b|^)(?:(\d{1,2})\.?[ \t]*(?:→|->|–|-|/|to|auf|zum)[ \t]*)?(` + anyDate + `)`)
	dateAtStart  = regexp.MustCompile(`(?i)^[*_]{0,2}(` + anyDate + `)[*_]{0,2}[ \t]*(?:[.:,;–—-]|\n|$)`)
	dateInName   = regexp.MustCompile(`(20\d\d)-?([01]\d)-?([0-3]\d)`)
)

// mayHoldDate is a quick look before a slow one: a date has a digit, and letters or signs beside it.
func mayHoldDate(s string) bool {
	return len(s) > 4 && strings.ContainsAny(s, "0123456789") && strings.ContainsAny(s, "-/.abeiouABEIOUäÄ")
}

// beginning is what the first lines say of the day. from is the day before the midnight that an account such as
// "night of 28→29 March" is about; zero where only one day is named.
type beginning struct {
	day, from time.Time
}

// findDay looks for a date in the first lines, up to the first that begins with a time: later ones are part of the story.
func findDay(blocks []block, now time.Time) (beginning, bool) {
	lines := 0
	for _, b := range blocks {
		if b.shape == code || b.shape == table {
			continue
		}
		for line := range strings.SplitSeq(b.text, "\n") {
			if lines++; lines > 8 {
				return beginning{}, false
			}
			line = line[:min(len(line), 300)]
			if typed, _, ok := journal.LeadingWhen(line); ok {
				if m := dateAnywhere.FindString(typed); m != "" {
					day, ok := dayOf(m, now)
					return beginning{day: day}, ok
				}
				return beginning{}, false
			}
			m := dateAnywhere.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			day, ok := dayOf(m[2], now)
			if !ok {
				continue
			}
			start := beginning{day: day}
			if m[1] != "" {
				start.from = day.AddDate(0, 0, -1)
			}
			return start, true
		}
	}
	return beginning{}, false
}

// dayOf reads a date alone.
func dayOf(s string, now time.Time) (time.Time, bool) {
	m, err := journal.ParseWhen(s, now)
	if err != nil || m.Precision != journal.Day {
		return time.Time{}, false
	}
	return m.Local(), true
}

// findZone looks for the zone that a text says its times are in: outright, or with the first time that names one.
func findZone(blocks []block, now time.Time) (*time.Location, bool) {
	var first *time.Location
	budget := 256 << 10 // a paste of megabytes is not searched for a remark about itself
	for _, b := range blocks {
		if b.shape == code || b.shape == table || budget < 0 {
			continue // a log has the zone of its machine
		}
		text := b.text[:min(len(b.text), max(budget, 0))]
		budget -= len(text)
		if m := zoneSaid.FindStringSubmatch(text); m != nil {
			if loc, err := journal.LoadZone(m[1], now); err == nil {
				return loc, true
			}
		}
		if first != nil {
			continue
		}
		for _, m := range zoneBesideTime.FindAllStringSubmatch(text, 20) {
			if loc, err := journal.LoadZone(m[1], now); err == nil {
				first = loc
				break
			}
		}
	}
	return first, first != nil
}

const zoneName = `([A-Z][A-Za-z]+/[A-Z][A-Za-z_/]+|[A-Z]{2,5}(?:[+-]\d{1,2}(?::?\d\d)?)?)\b`

var (
	zoneSaid       = regexp.MustCompile(`(?:\b(?:[Aa]ll|[Aa]lles?|[Tt]imes?|[Zz]eit(?:en)?)\b[^.\n]{0,40}?[ \t](?:are|is|in|sind|ist)[ \t]+|\b[Ee]verything\b[^.\n]{0,20}?[ \t]in[ \t]+|\b[Aa]ll(?:es?)?[ \t]+(?:(?:times?|Zeiten)[ \t]+)?(?:in[ \t]+)?|^[Zz]one:[ \t]*|\n[Zz]one:[ \t]*)` + zoneName)
	zoneBesideTime = regexp.MustCompile(`(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:[ \t]?[aApP]\.?[mM]\.?)?|\b[Nn]oon|\b[Mm]idnight|\d[ \t]?[aApP][mM]|\d[ \t]Uhr)[ \t]+\(?` + zoneName)
)
