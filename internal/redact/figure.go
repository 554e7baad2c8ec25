package redact

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// figureForm is a whole number of a thousand and more, or one with a k or M behind it, perhaps an amount of money.
var figureForm = newPattern(`(?:(?:[$€£¥₹₦₩₪₫₱₺₽฿₴₵]|[A-Z]{0,2}\$|(?:USD|EUR|GBP|CHF|JPY|INR|NGN|BRL|AUD|CAD|SEK|NOK|DKK|PLN|CZK|TRY|ZAR|KES|CNY|KRW|MXN|SGD|HKD|Rs\.?|kr\.?)[ \x{00A0}]?)\d[\d,.’' ]*\d?|` +
	`\d{1,3}(?:[,. ’'\x{202F}]\d{3})+|\d{4,15}|\d+(?:[.,]\d{1,2})?)(?:[ ]?(?:k|K|m|M|bn|Mio\.?|Mrd\.?|thousand|million|billion|Tsd\.?|lakh|crore)\b)?(?:[ \x{00A0}]?(?:[€£₽₴]|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|CZK|TRY|zł|Kč|kr|euros?|dollars?|pounds?|Euro)\b))?`)

// A figure is a number in a text, read.
type figure struct {
	start, end int
	value      float64
	money      bool
	round      bool // an order of magnitude as it stands: 40k, 4.1 thousand
	metres     bool // 1.2m, which is a length as well
}

// currencyWithheld stands for a currency, which tells of a country.
const currencyWithheld = "[withheld: currency]"

// notFigures are the words before numbers that count nothing: a port, a standard, a name made of a number.
var notFigures = newPattern(`(?:(?i:\b(?:port|ports|http|line|error|code|status|pid|sqlstate|rfc|errno|exit|osd|uid|gid|session|sitzung|version|build|id|node|slot|shard|class|cycle|page|section|chapter|no\.?|nr\.?|release|year|jahr|version)[ :=]*|#)|\b[A-Z]{2,5}[- ])$`)

// timeUnits follow a length of time, which stays.
var timeUnits = newPattern(`^[ ]?(?:ms|µs|us|ns|s|sec|secs|seconds?|min|mins|minutes?|h|hours?|Sekunden|Minuten|Stunden|Hz|kHz|MHz|GHz|x)\b`)

// A rounding says how the figures of a release are rounded, so that one amount reads alike wherever it stands: 1.2M,
// 1,200,000 and "1.2 million".
type rounding struct {
	fine    map[float64]bool // two digits count, because of what stands beside it
	several map[float64]bool // written in more than one way
}

// roundingOf looks at the figures of all texts of a release.
func roundingOf(texts [][]figure, text func(int) string) rounding {
	r := rounding{map[float64]bool{}, map[float64]bool{}}
	ways := map[float64]string{}
	for _, metres := range []bool{false, true} { // a length is an amount where something else here is that amount
		for t, found := range texts {
			for _, f := range found {
				way := text(t)[f.start:f.end]
				had, ok := ways[f.value]
				if f.metres != metres || metres && !ok {
					continue
				}
				if !ok {
					ways[f.value] = way
				} else if had != way {
					r.several[f.value] = true
				}
			}
		}
	}
	for _, found := range texts {
		rewritten := slices.DeleteFunc(slices.Clone(found), func(f figure) bool { return !r.rewrites(f) })
		for i, f := range rewritten {
			for _, g := range rewritten[max(0, i-4):i] {
				if f.start-g.end < 200 && f.value != g.value && magnitude(f.value, 1) == magnitude(g.value, 1) {
					r.fine[f.value], r.fine[g.value] = true, true
				}
			}
		}
	}
	return r
}

// rewrites says whether a figure is put into words.
func (r rounding) rewrites(f figure) bool { return !f.round && !f.metres || r.several[f.value] }

// figuresIn are the figures of a text, those included that stay as they are.
func figuresIn(text string) []figure {
	d := draft{src: Source{Text: text}, areas: sourceAreas(read(0, text))}
	var found []figure
	for _, m := range figureForm.FindAllStringIndex(text, -1) {
		if f, ok := d.figure(m[0], m[1]); ok {
			found = append(found, f)
		}
	}
	return found
}

// figures puts numbers of a thousand and more and amounts of money into orders of magnitude: "4,217,933 failed
// payments" becomes "about 4 million failed payments". Two that differ stay different, if need be by a second digit:
// "4,112 of 4,480". Code, tables of digits, years, ports, versions, lengths of time and numbers that are part of a word
// stay.
func (r rounding) figures(text string) string {
	found := slices.DeleteFunc(figuresIn(text), func(f figure) bool { return !r.rewrites(f) })
	if len(found) == 0 {
		return text
	}
	var b strings.Builder
	last := 0
	for _, f := range found {
		digits := 1
		if r.fine[f.value] {
			digits = 2
		}
		words := "about " + magnitude(f.value, digits)
		before := strings.ToLower(strings.TrimRight(text[max(last, f.start-16):f.start], " "))
		for _, w := range []string{"about", "around", "roughly", "some", "~", "almost", "nearly", "over", "under", "etwa", "rund", "circa", "ca."} {
			if strings.HasSuffix(before, w) {
				words = strings.TrimPrefix(words, "about ")
			}
		}
		for _, w := range []string{"exactly ", "precisely ", "genau "} {
			if strings.HasSuffix(text[last:f.start], w) {
				f.start -= len(w)
			}
		}
		if strings.HasPrefix(words, "about") && !(text[f.start] >= 'a' && text[f.start] <= 'z') && (f.start == 0 || text[f.start-1] == ' ' && sentenceEnd(text[:f.start])) {
			words = "A" + words[1:]
		}
		if words = strings.TrimSpace(words); f.money {
			words += " " + currencyWithheld
		}
		b.WriteString(text[last:f.start])
		b.WriteString(words)
		last = f.end
	}
	b.WriteString(text[last:])
	return b.String()
}

// figure reads what may be a figure; ok is false where it is none, or one of few digits that counts no money.
func (d *draft) figure(start, end int) (f figure, ok bool) {
	text := d.src.Text
	s := strings.TrimRight(text[start:end], " ,.'’")
	end = start + len(s)
	digits := strings.IndexFunc(s, unicode.IsDigit)
	if digits < 0 || d.partAt(start) != prose {
		return f, false
	}
	tail := digits + strings.LastIndexFunc(s[digits:], unicode.IsDigit) + 1
	number, unit := s[digits:tail], strings.ToLower(strings.Trim(s[tail:], " .\u00a0"))
	f = figure{start: start, end: end, money: digits > 0}
	scale, rough := 1.0, 2
	for _, u := range figureUnits {
		if rest, found := strings.CutPrefix(unit, u.word); found && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			if scale = u.scale; len(u.word) > 2 {
				rough = 3
			}
			unit = strings.Trim(rest, " .\u00a0")
			break
		}
	}
	f.money = f.money || unit != ""
	if m := centsForm.FindStringSubmatch(number); m != nil {
		number = m[1] // the cents of 4,217.50
	}
	grouped := groupedForm.MatchString(number) && (scale == 1 || strings.Count(number, ".") != 1) // 1.204 million
	switch plain := strings.NewReplacer(",", "", ".", "", " ", "", "’", "", "'", "", "\u202f", "").Replace(number); {
	case grouped || !strings.ContainsAny(number, ",. ’'"):
		f.value, _ = strconv.ParseFloat(plain, 64)
		if !f.money && scale == 1 && (plain[0] == '0' || !grouped && len(plain) == 4 && plain >= "1900" && plain < "2100") {
			return f, false // a code, a year
		}
	default:
		f.value, _ = strconv.ParseFloat(strings.Replace(number, ",", ".", 1), 64)
	}
	f.value *= scale
	lead := text[max(0, start-24):start]
	switch {
	case f.value < 1000 && !(f.money && f.value >= 10), !standsAlone(text, start, end):
		return f, false
	case !f.money && (notFigures.MatchString(lead) && !grouped || timeUnits.MatchString(text[end:])):
		return f, false
	case scale > 1 && !f.money && len(strings.Trim(strings.NewReplacer(".", "", ",", "").Replace(number), "0")) < rough:
		f.round = true
	}
	f.metres = scale == 1e6 && strings.HasSuffix(s, "m") && !f.money
	return f, true
}

// groupedForm is a number in groups of three digits.
var groupedForm = newPattern(`^\d{1,3}(?:[,. ’'\x{202F}]\d{3})+$`)

// centsForm is one with a fraction.
var centsForm = newPattern(`^(\d{1,3}(?:[,. ’'\x{202F}]\d{3})+)[.,]\d{1,2}$`)

// figureUnits are what numbers are counted in.
var figureUnits = []struct {
	word  string
	scale float64
}{{"thousand", 1e3}, {"tsd", 1e3}, {"million", 1e6}, {"mio", 1e6}, {"billion", 1e9}, {"mrd", 1e9}, {"bn", 1e9},
	{"lakh", 1e5}, {"crore", 1e7}, {"k", 1e3}, {"m", 1e6}}

// magnitude is a number in words, with as many digits that count.
func magnitude(n float64, digits int) string {
	step := math.Pow(10, math.Floor(math.Log10(n))-float64(digits-1))
	n = math.Round(n/step) * step
	unit, name := 1.0, ""
	for _, u := range []struct {
		size float64
		name string
	}{{1e3, " thousand"}, {1e6, " million"}, {1e9, " billion"}, {1e12, " trillion"}} {
		if n >= u.size {
			unit, name = u.size, u.name
		}
	}
	return strconv.FormatFloat(math.Round(n/unit*10)/10, 'f', -1, 64) + name
}

// standsAlone reports whether a number is part of nothing longer.
func standsAlone(text string, start, end int) bool {
	if start > 0 {
		c := text[start-1]
		if wordly(c) || strings.IndexByte("-./:#@+$%'\\", c) >= 0 {
			return false
		}
		if c == ',' && start > 1 && asciiDigit(text[start-2]) {
			return false
		}
	}
	if end < len(text) {
		c := text[end]
		if wordly(c) || strings.IndexByte("-/@%\\", c) >= 0 {
			return false
		}
		if (c == '.' || c == ',' || c == ':' || c == '=') && end+1 < len(text) && wordly(text[end+1]) {
			return false
		}
	}
	return true
}
