package redact

import (
	"strings"
)

// Telephone numbers.

var phoneCues = []string{"phone", "tel", "call", "rang", "ring", "cell", "mobile", "handy", "fax", "sms", "whatsapp", "durchwahl", "☎", "📞", "dial", "number is", "reach", "telefon", "móvil", "movil", "celular", "portable", "komórk", "zadzwoni", "ligu", "llam", "appel", "hotline", "pager", "rufnummer", "nummer", "text", "ext", "rief", "signal", "contact", "bridge", "conference", "pin"}

var phoneRules = []rule{
	{
		id: "phone.international", kind: Phone, reason: "a telephone number",
		passage: true, needs: "+0",
		pattern: `\+[1-9]\d{0,2}[ .\-/]?(?:\(0?\d{0,4}\)[ .\-/]?)?\d(?:[ .\-/]{0,2}\d){5,12}(?:[ ]?(?:ext|x|extension|durchwahl)\.?[ ]?\d{1,5})?`,
		check: func(s *scan, m *match) bool {
			if isWordByte(s.before(m.start)) || isWordByte(s.after(m.end)) || s.before(m.start) == '+' {
				return false
			}
			m.same = phoneKey(s.text[m.start:m.end])
			return true
		},
		finds: []string{
			"call ⟦+44 20 7946 0958⟧ or", "(⟦+44 7700 900318⟧) since", "cell ⟦+91 98000 00142⟧ so", "⟦+1 (415) 555-0132⟧", "⟦+49171 3920042⟧,", "phone (⟦+254 700 000 142⟧, Mr", "⟦+49 (0)30 23125-417⟧", "⟦+81 90 0000 4471⟧",
		},
		leaves: []string{"+0300", "+12 ms", "a+12345678901", "2026-01-21T00:09:31.004+0300", "+5:30"},
	},
	{
		id: "phone.zerozero", kind: Phone, reason: "a telephone number",
		needs: "0", cues: phoneCues,
		pattern: `\b00[1-9]\d{0,2}[ .\-/]?\d(?:[ .\-/]?\d){6,11}\b`,
		check:   phoneNear,
		finds:   []string{"call ⟦0049 171 3920042⟧ now"},
		leaves:  []string{"call 0001", "part 00000-123"},
	},
	{
		id: "phone.american", kind: Phone, reason: "a telephone number",
		needs: "0", least: 8, pattern: `(?:(?:1[.-])?\d{3}[.-])?\d{3}[.-]\d{4}\b`,
		check: func(s *scan, m *match) bool {
			if t := s.text[max(0, m.start-6):m.start]; areaCode.MatchString(t) {
				m.start -= len(t) - strings.IndexByte(t, '(')
			} else if m.end-m.start < 12 {
				return false
			}
			if k := extensionNumber.FindString(s.text[m.end:min(len(s.text), m.end+16)]); k != "" {
				m.end += len(k)
			}
			c := s.before(m.start)
			m.same = phoneKey(s.text[m.start:m.end])
			return !isWordByte(c) && c != '-' && c != '.' && s.after(m.end) != '-' && !isWordByte(s.after(m.end))
		},
		finds:  []string{"or ⟦(415) 555-0132 ext 4⟧", "at ⟦415-555-0132⟧."},
		leaves: []string{"took 415 555 ms", "123-456-78901", "1-415-555-01", "2024-415-555-0132"},
	},
	{
		id: "phone.bracket", kind: Phone, reason: "a telephone number",
		passage: true, needs: "(0", pattern: `\(\d{2,4}\)[ ]?\d{4,5}[- ]\d{4}\b`,
		check: func(s *scan, m *match) bool {
			m.same = phoneKey(s.text[m.start:m.end])
			return !isWordByte(s.before(m.start)) && s.after(m.end) != '-'
		},
		finds:  []string{"atende no ⟦(61) 95555-0142⟧:", "al ⟦(55) 5555 0142⟧,"},
		leaves: []string{"f(12) 3456-7890", "(61) 95555-0142-3"},
	},
	{
		id: "phone.local", kind: Phone, reason: "a telephone number",
		passage: true, needs: "0",
		pattern: `(?:\b0\d{1,5}|\(0\d{1,5}\))[ /\-.]{1,3}\d{2,}(?:[ /\-.]\d{2,})*\b`,
		check: func(s *scan, m *match) bool {
			digits := countDigits(s.text[m.start:m.end])
			c, d := s.before(m.start), s.after(m.end)
			if digits < 8 || digits > 13 || isWordByte(c) || c == '.' || c == ',' || c == '-' || c == ':' || c == '+' || d == ':' && isDigit(s.after(m.end+1)) || d == '-' || d == ',' && isDigit(s.after(m.end+1)) || isWordByte(d) {
				return false
			}
			t := s.text[m.start:m.end]
			if isDate(t) || strings.HasPrefix(t, "00") || strings.Count(t, ".") >= 2 {
				return false
			}
			bracket := c == '(' && d == ')' || s.before(m.start) == '(' || d == ')'
			m.certain = bracket || phoneNear(s, m) || strings.Count(t, "-") == 2
			m.same = phoneKey(t)
			return true
		},
		finds:  []string{"I called Annika (⟦030 23125 417⟧).", "rings back on ⟦0803 000 0142⟧: all", "Tel. ⟦0171/3920042⟧", "⟦090-1234-5678⟧"},
		leaves: []string{"02-22", "00:00:00 01", "0 12 345", "01.02.2024", "part-00000-123", "07 08"},
	},
	{
		id: "phone.groups", kind: Phone, asks: true, reason: "perhaps a telephone number",
		needs: "0", passage: true, pattern: `\b(?:\d{3}(?: \d{3}){2}|\d{3}(?: \d{2}){3}|\d{3}[ -]\d{3}[ -]\d{4}|\d{5} \d{5}|\d{2}(?: \d{2}){3,4})\b`,
		check: func(s *scan, m *match) bool {
			m.same = phoneKey(s.text[m.start:m.end])
			row := s.before(m.start) == ' ' && isDigit(s.before(m.start-1)) || s.after(m.end) == ' ' && isDigit(s.after(m.end+1))
			return !row && aloneNumber(s, m) && !counted(s, m.end) && !round(strings.ReplaceAll(s.text[m.start:m.end], " ", ""))
		},
		finds:  []string{"(Iker, ⟦600 555 014⟧).", "ring ⟦98410 55512⟧, she", "ruf ⟦079 55 50 16⟧ an", "⟦415-555-0199⟧"},
		leaves: []string{"380 000 000 rows", "2026-01-12", "1 204 000", "12:30 00 11", "101 404 733 2213 88", "100 000 000"},
	},
	{
		id: "phone.cued", kind: Phone, reason: "a telephone number",
		needs: "0", cues: phoneCues,
		pattern: `\b[1-9]\d{1,4}(?:[ \-/]?\d{2,5}){1,4}\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			n := countDigits(t)
			before := s.lineBefore(m.start, 22)
			c, d := s.before(m.start), s.after(m.end)
			if n < 7 || n > 13 || isWordByte(c) || strings.IndexByte(".,-:+/#=_", c) >= 0 || isWordByte(d) || d == '-' || d == ':' || d == '.' && isDigit(s.after(m.end+1)) || d == ',' && isDigit(s.after(m.end+1)) || isDate(t) || stampDigits(t) && n >= 8 {
				return false
			}
			if countFollows(s.lineAfter(m.end, 14)) {
				return false
			}
			for _, w := range [...]string{"phone", "tel", "cell", "mobile", "handy", "fax", "whatsapp", "durchwahl", "dial", "celular", "móvil", "hotline", "rang", "called", "call me", "calling", "number is", "number:", "ruf"} {
				if strings.Contains(before, w) {
					m.same = phoneKey(t)
					return true
				}
			}
			return false
		},
		finds:  []string{"his cell ⟦98000 00142⟧ so", "phone: ⟦555 0132 99⟧", "dial ⟦7946 0958⟧"},
		leaves: []string{"called 1024 1024 bytes", "phone bill of 2024-03-12", "order 4155550132999", "called 12345 times"},
	},
}

var areaCode = newPattern(`\(\d{3}\)[ ]?$`)

var extensionNumber = newPattern(`^[ ,]*(?:ext|x|extension)\.?[ ]?\d{1,5}`)

func countDigits(t string) int {
	n := 0
	for i := range len(t) {
		if isDigit(t[i]) {
			n++
		}
	}
	return n
}

func phoneKey(t string) string {
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, t)
	return "phone:" + digits[max(0, len(digits)-8):]
}

// phoneNear says whether a word for a telephone stands near a number, or the number in brackets.
func phoneNear(s *scan, m *match) bool {
	m.same = phoneKey(s.text[m.start:m.end])
	near := s.lineBefore(m.start, 32) + " " + s.lineAfter(m.end, 16)
	for _, w := range phoneCues[:25] {
		if strings.Contains(near, w) {
			return true
		}
	}
	return false
}

// isDate says whether digits with separators are a date.
func isDate(t string) bool {
	p := strings.FieldsFunc(t, func(c rune) bool { return c == '-' || c == '.' || c == '/' })
	if len(p) != 3 || strings.Contains(t, " ") {
		return false
	}
	year := func(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }
	return year(p[0]) && len(p[1]) <= 2 && len(p[2]) <= 2 || year(p[2]) && len(p[0]) <= 2 && len(p[1]) <= 2
}
