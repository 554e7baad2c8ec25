package redact

import (
	"strconv"
	"strings"
)

// figureForm is a whole number of a thousand and more that stands by itself.
var figureForm = newPattern(`\d{1,3}(?:[,. ’']\d{3})+|\d{4,15}`)

// notFigures are the words before numbers that count nothing.
var notFigures = newPattern(`(?i)(?:port|http|line|error|code|status|pid|sqlstate|rfc|errno|exit|osd|uid|gid|session|sitzung|version|build|id|no\.?|nr\.?|#)[ :=]*$`)

// roundFigures puts numbers of a thousand and more into orders of magnitude: "4,217,933 failed payments" becomes
// "about 4 million failed payments". Code, tables of digits, years, ports, versions and numbers that are part of a
// word stay.
func roundFigures(text string) string {
	d := draft{areas: sourceAreas(read(0, text))}
	var b strings.Builder
	last := 0
	for _, m := range figureForm.FindAllStringIndex(text, -1) {
		words, ok := magnitude(text[m[0]:m[1]])
		if !ok || !standsAlone(text, m[0], m[1]) || d.partAt(m[0]) != prose ||
			notFigures.MatchString(text[max(0, m[0]-24):m[0]]) {
			continue
		}
		before := strings.ToLower(strings.TrimRight(text[max(last, m[0]-16):m[0]], " "))
		for _, w := range []string{"about", "around", "roughly", "some", "~", "almost", "nearly", "etwa", "rund"} {
			if strings.HasSuffix(before, w) {
				words = strings.TrimPrefix(words, "about ")
			}
		}
		for _, w := range []string{"exactly ", "precisely "} {
			if strings.HasSuffix(text[last:m[0]], w) {
				m[0] -= len(w)
			}
		}
		b.WriteString(text[last:m[0]])
		b.WriteString(words)
		last = m[1]
	}
	if last == 0 {
		return text
	}
	b.WriteString(text[last:])
	return b.String()
}

// magnitude is a number in words, with one digit that counts.
func magnitude(digits string) (words string, ok bool) {
	grouped := strings.ContainsAny(digits, ",. ’'")
	plain := strings.NewReplacer(",", "", ".", "", " ", "", "’", "", "'", "").Replace(digits)
	n, err := strconv.ParseInt(plain, 10, 64)
	if err != nil || n < 1000 || plain[0] == '0' || !grouped && len(plain) == 4 && n >= 1900 && n < 2100 {
		return "", false
	}
	unit, name := int64(1000), "thousand"
	for _, u := range []struct {
		size int64
		name string
	}{{1e6, "million"}, {1e9, "billion"}, {1e12, "trillion"}} {
		if n >= u.size {
			unit, name = u.size, u.name
		}
	}
	step := int64(1)
	for n/step >= 10 {
		step *= 10
	}
	rounded := (n + step/2) / step * step
	if rounded >= unit*1000 && unit < 1e12 {
		return magnitude(strconv.FormatInt(rounded, 10))
	}
	return "about " + strconv.FormatInt(rounded/unit, 10) + " " + name, true
}

// standsAlone reports whether a number is part of nothing longer.
func standsAlone(text string, start, end int) bool {
	if start > 0 {
		c := text[start-1]
		if wordly(c) || strings.IndexByte("-./:#=@+$%'\\", c) >= 0 {
			return false
		}
		if c == ',' && start > 1 && asciiDigit(text[start-2]) {
			return false
		}
	}
	if end < len(text) {
		c := text[end]
		if wordly(c) || strings.IndexByte("-/:=@%\\", c) >= 0 {
			return false
		}
		if (c == '.' || c == ',') && end+1 < len(text) && wordly(text[end+1]) {
			return false
		}
	}
	return true
}
