package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Words that the words before them say to be names: the values of fields and options, what follows a noun or "called".

// value is what a word is as the value of a field, without a rule if nothing; field says whether it is one.
func (p *strayPlace) value() (m match, field bool) {
	kind, key := p.fieldOf(p.t)
	if key == "" {
		return m, false
	}
	switch sort := p.sort(); {
	case sort == strayNone || plainValue[p.w]:
	case kind != "" && kind != Other, kind == Other && (sort != strayWord || strings.ContainsAny(p.w, "-_")):
		return match{kind: kind, rule: ruleField}, true
	case kind == "" && !plainFields[key] && (sort == strayCode && len(p.w) > 4 || sort == strayOdd && len(p.w) > 3 && strangeWord(p.w)):
		return match{kind: Other, rule: ruleField}, true
	}
	return m, true
}

// fieldOf is the name of the field whose value begins at a word, and what such a field holds; "" and "" where none is.
func (s *scan) fieldOf(t *term) (Kind, string) {
	at := t.start
	for at > 0 && strings.IndexByte(" \"'=:[<>", s.text[at-1]) >= 0 && t.start-at < 5 {
		at--
	}
	sign := s.text[at:t.start]
	if !strings.ContainsAny(sign, "=:") || strings.Contains(sign, "::") {
		if sign == " " || sign == "=" {
			return s.optionOf(at)
		}
		return "", ""
	}
	from := at
	for from > 0 && (isWordByte(s.text[from-1]) || s.text[from-1] == '-' || s.text[from-1] == '.') && at-from < 32 {
		from--
	}
	key := s.low[from:at]
	if key == "" || isDigit(key[0]) {
		return "", ""
	}
	colon := !strings.Contains(sign, "=") && !strings.ContainsAny(sign, "\"'")
	if colon && s.partAt(t.start) == prose && !s.startsItem(from) {
		// Of words in a sentence a colon makes no field.
		return "", ""
	}
	if strings.HasPrefix(key, "-") {
		key = strings.TrimLeft(key, "-")
	}
	if kind, ok := namingField(key); ok {
		return kind, key
	}
	if colon {
		return "", ""
	}
	return "", key
}

// optionOf is the same of the option of a command before a word: --store 0417, -ComputerName kestrel.
func (s *scan) optionOf(at int) (Kind, string) {
	from := at
	for from > 0 && (isWordByte(s.text[from-1]) || s.text[from-1] == '-') && at-from < 24 {
		from--
	}
	key := s.low[from:at]
	switch {
	case strings.HasPrefix(key, "--"):
		key = key[2:]
	case len(key) > 3 && key[0] == '-' && isUpperByte(s.text[from+1]):
		key = key[1:]
	default:
		return "", ""
	}
	if kind, ok := namingField(key); ok {
		return kind, key
	}
	return "", ""
}

// namingField is what a field of that name holds, if it names something: the last part of store_id but id decides.
func namingField(key string) (Kind, bool) {
	parts := strings.FieldsFunc(key, func(c rune) bool { return c == '_' || c == '-' || c == '.' })
	for i := len(parts) - 1; i >= 0; i-- {
		p := parts[i]
		if p == "id" || p == "name" || p == "no" || p == "nr" || p == "code" || p == "key" {
			continue
		}
		kind, ok := namingFields[p]
		if !ok {
			kind, ok = namingFields[strings.TrimSuffix(strings.TrimSuffix(p, "id"), "name")]
		}
		return kind, ok
	}
	return "", false
}

// noun is what the noun before a word says that it names: store 0417, service larder, called paper-crane. A name in
// capitals it widens to the last word of it.
func (p *strayPlace) noun() (match, bool) {
	t, s, raw, sort := p.t, p.scan, p.raw, p.sort()
	b := s.wordBefore(t.start)
	if b == "" || callings[p.w] || s.before(t.start) == '\n' {
		return match{}, false
	}
	title := unicode.IsUpper(firstOf(raw))
	switch kind, ok := nameNouns[b]; {
	case !ok:
	case kind == Codename && sort == strayNone && strings.Contains(raw, "_") && databases[b] && !strings.HasPrefix(raw, "pg_") && !technical[p.w]:
		return match{kind: kind, rule: ruleNoun}, true // base maree_prod
	case kind == Team && b != "team" && !title && t.bare && !t.determined && (sort == strayOdd || sort == strayWord):
		return match{kind: Team, rule: ruleNoun}, true // tim data
	case kind == Other && title && hasDigit(raw) && !standard(raw) && len(raw) < 12 && !technical[strings.ToLower(raw)]:
		return match{kind: kind, rule: ruleNoun}, true
	case sort == strayCode, sort == strayNumber && numberedNouns[b], sort == strayOdd && (kind != Other || title):
		return match{kind: kind, rule: ruleNoun}, true
	case (kind == Org || kind == Team) && title && s.lineBefore(t.start, 1) == " ":
		end := s.capitals(t.end)
		if end == t.end {
			return match{}, false
		}
		t.end = end
		return match{kind: kind, rule: ruleNoun}, true
	}
	for n := 0; n < 2 && among[b]; n++ {
		at := strings.LastIndex(s.low[max(0, t.start-60):t.start], b)
		b = s.wordBefore(max(0, t.start-60) + at) // heisst bei uns Murmeltier
	}
	if callings[b] && (sort == strayOdd || sort == strayCode || sort == strayName || sort == strayWord && (title || strings.Contains(raw, "-"))) {
		return match{kind: Codename, rule: ruleNoun}, true
	}
	return match{}, false
}

// gloss asks about a word with a capital that a bracket says to be a thing of the house: Mistral (le nouveau WMS).
func (p *strayPlace) gloss() (match, bool) {
	if sort := p.sort(); sort == strayNone || sort == strayNumber || !p.t.bare || !unicode.IsUpper(firstOf(p.raw)) || p.partAt(p.t.start) != prose || !glossed.MatchString(p.low[p.t.end:min(len(p.low), p.t.end+60)]) {
		return match{}, false
	}
	return match{kind: Codename, rule: ruleNoun}, true
}

// glossed is a bracket in which our or the new thing stands.
var glossed = newPattern(`^ \((?:our|the new|the old|our new|notre|nos|le nouveau|la nouvelle|l'ancien|l'ancienne|unser|unsere|unseren|das neue|die neue|der neue|das alte|nuestro|nuestra|el nuevo|la nueva|nosso|nossa|o novo|a nova|il nostro|la nostra|il nuovo|la nuova|nasz|nasza|nasze|vår|vårt|nye|nya|ons|onze|het nieuwe|de nieuwe|bizim|yeni|наш|наша|наше) [^()\n]{2,44}\)`)

// site asks about what stands before a word for a site: the zrh office.
func (p *strayPlace) site() (match, bool) {
	if !p.t.bare || !siteEnds[p.wordAfter(p.t.end)] || p.partAt(p.t.start) != prose || p.wordBefore(p.t.start) != "the" {
		return match{}, false
	}
	sort := p.sort()
	if sort == strayOdd || sort == strayName || sort == strayNone && len(p.w) < 4 && isLetters(p.w) && !machineWords[p.w] && !lexicon.Word(p.w) {
		return match{kind: Place, rule: ruleNoun}, true
	}
	return match{}, false
}

// capitals is the end of the words with a capital that follow i, with a space between each.
func (s *scan) capitals(i int) int {
	for i+1 < len(s.text) && s.text[i] == ' ' && unicode.IsUpper(firstOf(s.text[i+1:])) {
		j := i + 1
		for j < len(s.text) && nameByte(s.text[j]) {
			j++
		}
		i = j
	}
	return i
}

// firstOf is the first character of a text.
func firstOf(t string) rune {
	r, _ := utf8.DecodeRuneInString(t)
	return r
}
