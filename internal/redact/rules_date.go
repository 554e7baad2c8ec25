package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Dates, weekdays, anchors in the calendar; zones.

// monthNames are names of months in the languages engineers write in, full and short.
const monthNames = `jan(?:uary|uar|vier|eiro|uari|ner)?|jän(?:ner)?|feb(?:ruary|ruar|rero|ruari)?|févr(?:ier)?|fevereiro|fev|mar(?:ch|s|zo|zec|ço|t)?|mär(?:z)?|maart|mrz|apr(?:il|ile)?|avril|abr(?:il)?|may|mai|mayo|maio|maj|mei|jun(?:e|i|io|ho)?|juin|jul(?:y|i|io|ho)?|juil(?:let)?|aug(?:ust|ustus)?|août|agosto|ago|sep(?:t|tember|tembre|tiembre)?|setembro|oct(?:ober|obre|ubre)?|okt(?:ober)?|outubro|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|dez(?:ember|embro)?|déc(?:embre)?|dic(?:iembre)?|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia`

const weekdayNames = `mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?`

// monthCues are the names of months as cues.
var monthCues = wholeWords(`jan january januar janvier janeiro january enero gennaio feb february februar febrero febbraio févr février fevereiro fev
	mar march mars marzo marzec março mart mär märz maart mrz apr april aprile avril abr abril may mai mayo maio maj mei jun june juin
	juni junio junho giugno jul july juli julio julho juil juillet luglio aug august augustus août agosto sep sept september septembre
	septiembre setembro settembre oct october octobre octubre okt oktober outubro ottobre nov november novembre noviembre novembro
	dec december dez dezember dezembro déc décembre dic diciembre dicembre ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim
	kasım aralık stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia`)

// wholeWords are words as cues that stand by themselves.
func wholeWords(list string) []string {
	out := strings.Fields(list)
	for i, w := range out {
		r, n := utf8.DecodeRuneInString(w)
		out[i] = string(unicode.ToUpper(r)) + w[n:]
	}
	return out
}

var dateRules = []rule{
	{
		id: "date.numbers", kind: Date, reason: "a date",
		needs: "0", least: 6, pattern: `\d{4}-\d{2}-\d{2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{2}\.\d{2}|\d{1,2}\.\d{1,2}\.(?:19|20)?\d{2}|\d{1,2}/\d{1,2}/(?:19|20)?\d{2}|\d{1,2}-\d{1,2}-(?:19|20)\d{2}|(?:19|20)\d{2}-W\d{2}`,
		check:  plainDate,
		finds:  []string{"on ⟦2024-03-12⟧ the", "`dt=⟦2026-02-22⟧/`", "am ⟦12.03.2024⟧ um", "⟦3/12/2024⟧,", "(⟦2024-W12⟧)", "--lauf ⟦2026-03-29⟧", "logs-⟦2024.03.12⟧"},
		leaves: []string{"1.2.34.5", "17.2.6", "2024-03-12T14:32:07Z", "1234-56-78", "10.2.3/24", "1/2/3", "99/99/2024", "v12.3.24", "7.17.9"},
	},
	{
		id: "date.day-month", kind: Date, reason: "a date",
		needs: "0", cues: monthCues, reach: 32,
		pattern: `(?i)(?:\b(?:` + weekdayNames + `)\.?,? (?:the )?)?\b(?:(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?(?:(?:→|–|-|/| and | to |, ?| und )(?:0?[1-9]|[12]\d|3[01])(?:\.|st|nd|rd|th)?)?[ -](?:of )?(?:de )?(?:` + monthNames + `)\b\.?(?:,?[ -](?:de )?(?:19|20)\d{2}\b)?|(?:` + monthNames + `)\.? (?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?:(?:→|–|-)\d{1,2})?(?:,? (?:19|20)\d{2}\b)?)`,
		check:   monthDate,
		finds: []string{
			"On ⟦Tuesday 12 March 2024⟧ at", "⟦Sat 14 Mar⟧. Writing", "clock change, ⟦28→29 March⟧. Cron", "for ⟦22 feb⟧ went", "(⟦9 dec⟧, all", "⟦March 12th⟧ was", "am ⟦12. März 2024⟧.", "⟦21 Jan⟧. Notes", "⟦Jan 21⟧ 00:09:52",
			"le ⟦3 avril⟧",
		},
		leaves: []string{"5 may fail", "12 mark", "the 3 march on", "30 mars bars", "12 marked", "2 sets of 3", "may 2 of"},
	},
	{
		id: "date.month", kind: Date, reason: "a month",
		cues: monthCues, reach: 32,
		pattern: `\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Mm]id|[Tt]his|[Oo]f|[Dd]uring|[Bb]efore|[Ff]rom|[Tt]o|[Ii]m|[Ss]eit|[Bb]is|[Aa]nfang|[Mm]itte|[Ee]nde|[Ss]ome|[Oo]ur|[Bb]ack in|[Dd]epuis|[Ee]n|[Ff]in|[Dd]ébut|[Mm]i|[Dd]esde|[Hh]asta|[Ee]m|[Aa]té|[Dd]i|[Dd]a|[Aa]|[Ss]inds|[Tt]ot|[Bb]egin|[Ee]ind)[ -]((?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|januari|februari|maart|mei|augustus)\b(?: (?:de )?(?:19|20)\d{2}\b)?)`,
		check: func(s *scan, m *match) bool {
			t := s.low[m.start:m.end]
			if alsoMonth[t] && !monthLead(s, m.start) || alsoMonth[s.text[m.start:m.end]] && !clauseGoesOn(s.lineAfter(m.end, 16)) {
				return false
			}
			return s.after(m.end) != '\'' && s.after(m.end) != '-'
		},
		finds: []string{
			"In ⟦May⟧ we raised", "read copy in ⟦February⟧ when", "since ⟦March 2023⟧ it", "im ⟦März⟧ war", "the same in ⟦november⟧ and",
			"valid till ⟦may⟧. fine", "we saw it in ⟦march⟧ and then", "since ⟦may⟧", "depuis ⟦mars⟧, rien", "em ⟦março⟧ ninguém", "desde ⟦agosto⟧ no", "sinds ⟦maart⟧ niet", "en ⟦mayo de 2024⟧",
		},
		leaves: []string{"In Marching order", "to May and", "of June's idea", "from April, who", "what came in may recur", "this may be", "in march order", "the march of the pods", "to march on", "a mai più"},
	},
	{
		id: "date.day", kind: Date, asks: true, reason: "a day of a month",
		cues: dayCues, reach: 32,
		pattern: `(?i)\b(?:(?:since|until|till|by|on|from|before|after|around|of|due|between|and) the|am|vom|zum|seit dem|ab dem|bis zum|auf den|vor dem|nach dem|depuis le|avant le|après le|jusqu'au|la nuit du|desde el|hasta el|antes del|el día|desde o dia|no dia|até o dia|do dia|il giorno|entro il|la notte del) ((?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th|\.)?)`,
		check: func(s *scan, m *match) bool {
			rest, lead := s.lineAfter(m.end, 16), s.wordBefore(m.start)
			switch ordinal := strings.TrimLeft(s.low[m.start:m.end], "0123456789"); {
			case lead == "the":
				return ordinal != "" && ordinal != "." && clauseGoesOn(rest)
			case germanLead[lead]:
				next := strings.TrimLeft(s.text[m.end:], " ") // a noun, with its capital, would follow another ordinal
				r, _ := utf8.DecodeRuneInString(next)
				return ordinal == "." && (next == "" || unicode.IsLower(r) || strings.ContainsRune(",;)\r\n", r))
			case ordinal == ".": // the end of a sentence
				m.end--
				return m.end+1 == len(s.text) || s.text[m.end+1] <= ' '
			default:
				return ordinal == "" && clauseGoesOn(rest)
			}
		},
		finds: []string{
			"you have had it since the ⟦12th⟧, it's in", "On the ⟦3rd⟧ we", "the night of the ⟦21st⟧", "seit dem ⟦12.⟧ nichts", "in der Nacht vom ⟦3.⟧ auf den ⟦4.⟧", "depuis le ⟦12⟧, rien", "no dia ⟦7⟧ a gente",
		},
		leaves: []string{"on the 12th replica", "from the 3rd retry", "after the 2nd reboot", "of the 99th percentile", "the 12th, I think", "am 3. Knoten", "zum 2. Mal", "hasta el 12 %", "on the 1 host", "by the 32th"},
	},
	{
		id: "date.season", kind: Date, reason: "a season",
		cues:    []string{"spring", "summer", "autumn", "winter", "frühjahr", "frühling", "sommer", "herbst"},
		pattern: `\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Ee]arly|[Ll]ate|[Tt]his|[Dd]uring|[Bb]efore|[Ii]m|[Ss]eit|[Ll]etzten|[Dd]iesen)(?: the)? (spring|summer|autumn|winter|Frühjahr|Frühling|Sommer|Herbst|Winter)\b`,
		finds:   []string{"asked in ⟦spring⟧ whether", "since last ⟦winter⟧ it", "im ⟦Herbst⟧ war"},
		leaves:  []string{"a spring in the hinge", "in Spring Boot", "spring cleaning"},
	},
	{
		id: "date.month-year", kind: Date, reason: "a month",
		needs: "0", cues: monthCues, reach: 32,
		pattern: `(?i)\b((?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)[ ,']{1,2}(?:(?:19|20)\d{2}|'\d{2}))\b`,
		finds:   []string{"the ⟦March 2024⟧ release", "⟦nov 2023⟧"},
		leaves:  []string{"may 20 times", "marching 2024"},
	},
	{
		id: "date.weekday", kind: Date, reason: "a weekday",
		cues: weekdayCues, pattern: `\p{L}{3,}(?:-feira)?`,
		check:  weekday,
		finds:  []string{"On ⟦Tuesday⟧ we", "window is ⟦tuesday⟧.", "deploy until ⟦saturday⟧ noon", "am ⟦Dienstag⟧ früh", "last ⟦Friday⟧'s"},
		leaves: []string{"sunday.agbo said", "sat down", "the sun", "wed them", "mon ami", "Robinson Crusoe"},
	},
	{
		id: "date.weekday-short", kind: Date, reason: "a weekday",
		cues:    []string{"Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun"},
		pattern: `\b((?i:mon|tues?|wed|thur?s?|fri|sat|sun))(?:[ ](?i:night|morning|evening|afternoon|noon|eve|early|late|midday|am|pm)\b|,? \d{1,2}[:.h]\d{2}Z?\b|[ ]\d{1,2}(?:st|nd|rd|th)\b)`,
		finds:   []string{"double rows / ⟦mon⟧ night", "⟦Sat⟧ 14:32 it", "⟦Fri⟧ evening"},
		leaves:  []string{"the sun at night"},
	},
	{
		id: "date.anchor", kind: Date, asks: true, reason: "a point in the calendar",
		cues:    []string{"black friday", "cyber monday", "christmas", "xmas", "new year", "easter", "ramadan", "eid ", "diwali", "thanksgiving", "halloween", "golden week", "carnival", "prime day", "singles' day", "birthday", "merger", "boxing day", "bank holiday", "weihnacht", "silvester", "ostern", "pfingsten", "valentine", "super bowl", "world cup", "olympic", "holi ", "hanukkah", "yom kippur", "rosh hashanah", "passover", "midsummer", "clock change", "leap day", "leap year", "elections", "memorial day", "labor day", "independence day", "mardi gras", "oktoberfest", "tet ", "chuseok", "songkran", "nowruz", "kwanzaa", "lent ", "advent"},
		pattern: `(?i)\b(black friday|cyber monday|(?:orthodox )?christmas(?: eve| day)?|xmas|(?:(?:lunar|chinese|persian) )?new year(?:'s)?(?: eve| day)?|easter(?: sunday| monday| weekend)?|ramadan|eid(?: al-\w+)?|diwali|thanksgiving|halloween|golden week|carnival|prime day|singles' day|(?:my|her|his|their|our) (?:\w+ )?birthday|the (?:day|week|month) (?:after|before|of) the (?:merger|acquisition|ipo|layoffs|launch|migration|rebrand|move)|boxing day|bank holiday|weihnachten|heiligabend|silvester|ostern|pfingsten|valentine's(?: day)?|super bowl|world cup|olympics|holi|hanukkah|yom kippur|rosh hashanah|passover|midsummer|clock change|leap (?:day|year|second)|(?:\w+ )?elections|memorial day|labor day|independence day|mardi gras|oktoberfest|chuseok|songkran|nowruz)\b`,
		finds:   []string{"before ⟦Black Friday⟧ we", "on ⟦my birthday⟧ and", "⟦the day after the merger⟧"},
		leaves:  []string{"the day after", "holiday"},
	},
	{
		id: "date.quarter", kind: Date, asks: true, reason: "a point in the calendar",
		needs: "0A", pattern: `\b((?:Q[1-4]|H[12]|FY)(?:[ /'-]?(?:20)?\d{2})?)\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			c, d := s.before(m.start), s.after(m.end)
			return c != '-' && c != '.' && c != '/' && d != '.' && (t[0] == 'Q' || len(t) > 2) || d == '.' && s.after(m.end+1) <= ' '
		},
		finds:  []string{"the ⟦Q3⟧ release", "⟦FY24⟧ plan", "⟦H1/2024⟧"},
		leaves: []string{"H1 heading", "k9Zq2", "/Q3/x"},
	},
	{
		id: "date.year", kind: Date, asks: true, reason: "a year",
		needs: "0", cues: []string{" in 20", " in 19", "since 20", "since 19", "until 20", "from 20", "of 20", "spring ", "summer ", "winter ", "autumn ", "early 20", "late 20", "mid-20", "back in", "seit 20"},
		pattern: `(?i)\b(?:in|since|until|from|of|early|late|mid|by|before|after|seit|spring|summer|autumn|winter|fall)[ -]((?:19[89]|20[0-4])\d)\b`,
		check: func(s *scan, m *match) bool {
			d := s.after(m.end)
			return !isWordByte(d) && d != '-' && d != ':' && d != '/' && d != '%' && !(d == '.' && isDigit(s.after(m.end+1))) && !countFollows(s.lineAfter(m.end, 14))
		},
		finds:  []string{"says in ⟦2025⟧ the same", "since ⟦2019⟧."},
		leaves: []string{"of 2048 bytes", "in 2000 ms", "in 2024-03-12", "from 1024", "in 2000 requests"},
	},
}

func plainDate(s *scan, m *match) bool {
	c, d := s.before(m.start), s.after(m.end)
	if isWordByte(c) || c == '.' || isWordByte(d) && d != 'T' && d != '_' || d == 'T' && isDigit(s.after(m.end+1)) || d == '.' && isDigit(s.after(m.end+1)) || d == '/' && isDigit(s.after(m.end+1)) || d == '-' && isDigit(s.after(m.end+1)) || c == '-' && m.start > 1 && isDigit(s.text[m.start-2]) {
		return false
	}
	t := s.text[m.start:m.end]
	p := strings.FieldsFunc(t, func(c rune) bool { return c == '-' || c == '.' || c == '/' })
	if strings.Contains(t, "W") {
		return true
	}
	y, a, b := p[0], p[1], p[2]
	if len(p[2]) == 4 || len(p[0]) != 4 {
		y, a, b = p[2], p[1], p[0]
		if len(y) == 2 && (strings.Contains(t, ".") && !(len(a) == 2 && len(b) == 2) || versionCue.MatchString(s.lineBefore(m.start, 24)) || product(s.wordBefore(m.start))) {
			return false // 17.2.26 is more often a version
		}
		if len(y) == 2 && strings.Contains(t, "/") && !(len(a) == 2 && len(b) == 2) {
			return false
		}
	}
	if len(y) == 4 && (y < "1970" || y > "2079") {
		return false
	}
	n := func(x string) int {
		v := 0
		for i := range len(x) {
			v = v*10 + int(x[i]-'0')
		}
		return v
	}
	if len(y) == 4 || len(y) == 2 {
		return (n(a) <= 12 && n(b) <= 31 || n(b) <= 12 && n(a) <= 31) && n(a) > 0 && n(b) > 0
	}
	return false
}

// alsoMonth are months that are also other words or names.
var alsoMonth = wordSet(`may march mars mai april june august mei marzo agosto`)

var monthBefore = newPattern(`(?:^|[^\pL])(?:in|since|until|till|last|next|early|late|mid|this|during|im|seit|bis|anfang|mitte|ende|back in|depuis|en|fin|début|mi|desde|hasta|em|até|a|di|da|sinds|tot|begin|eind)[ -]$`)

// monthLead says whether the word before i leaves no doubt that a month follows.
func monthLead(s *scan, i int) bool { return monthBefore.MatchString(s.lineBefore(i, 12)) }

var clauseOn = newPattern(`(?i)^(?:$|[.,;:!?)](?:$|[^\d])|["'’” ]*[–—-]{1,2} | ?\(|(?: (?:and|or|but|so|the|an?|i|we|it|he|she|they|you|there|this|that|when|while|because|as|at|on|in|for|with|after|before|already|nobody|nothing|my|our|his|her|und|oder|aber|als|war|hat|ist|et|ou|mais|on|il|elle|nous|je|y|o|pero|no|nunca|se|e|mas|a gente|eu|ninguém|non|ho|en|maar|niet|is|was|had|were)(?:$|[^\pL\pN_-])))`)

// germanLead are words that a German day of a month stands behind.
var germanLead = wordSet(`am vom zum dem den`)

// clauseGoesOn says whether what follows in a line goes on with the clause: nothing is named by a word before it.
func clauseGoesOn(rest string) bool { return clauseOn.MatchString(rest) }

// dayCues are what a day of a month stands behind.
var dayCues = func() (cues []string) {
	for _, lead := range []string{"the ", "am ", "vom ", "zum ", "dem ", "den ", "le ", "au ", "du ", "el ", "día ", "dia ", "il ", "giorno ", "del "} {
		for d := '1'; d <= '9'; d++ {
			cues = append(cues, lead+string(d))
		}
	}
	return cues
}()

// monthDate refuses words that only look like a month after a number: 5 may fail, 12 mar.
func monthDate(s *scan, m *match) bool {
	t := s.low[m.start:m.end]
	if i := strings.Index(t, "may"); i >= 0 && s.text[m.start+i] == 'm' && !strings.Contains(t, "20") {
		rest := strings.TrimSpace(s.lineAfter(m.end, 12))
		w, _, _ := strings.Cut(rest, " ")
		if i > 0 && lexicon.Word(w) && w != "the" && w != "i" && w != "we" && w != "at" && w != "and" || i == 0 {
			return false
		}
	}
	for _, w := range [...]string{"mars", "march", "set", "out", "ago", "mart", "maja", "maj", "mei", "avril", "august", "jun", "sep", "dec", "mar", "mai"} {
		if i := strings.Index(t, w); i >= 0 && (w == "set" || w == "out" || w == "ago" || (w == "mars" || w == "march") && s.text[m.start+i] == 'm' && i > 0 && s.after(m.end) == ' ' && strings.HasPrefix(s.lineAfter(m.end, 8), " bars")) {
			if w == "set" && strings.Contains(t, "setem") || w == "ago" && strings.Contains(t, "agost") || w == "out" && strings.Contains(t, "outub") {
				continue
			}
			return false
		}
		if w == "march" && strings.Contains(t, w) && strings.HasPrefix(s.lineAfter(m.end, 8), " on") && s.text[m.start+strings.Index(t, w)] == 'm' {
			return false
		}
	}
	if i := strings.Index(t, ". "); i > 0 && measures[s.wordBefore(m.start)] && s.text[m.start+i+2] < 'a' {
		return false // it took 4 min 20. April checked it
	}
	if c := s.before(m.start); c == '.' || c == '-' || c == ':' || c == '/' {
		return false
	}
	m.end = m.start + len(strings.TrimRight(s.text[m.start:m.end], " ."))
	return true
}

// measures stand before a number that no month goes with.
var measures = wordSet("min mins minutes sec secs seconds hours hrs page step version part port line lines rack row seat only of to about roughly exactly and")

// weekdays are names of weekdays that are nothing else.
var weekdays = wordSet(weekdayWords)

var weekdayCues = wholeWords(weekdayWords)

const weekdayWords = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags dienstags mittwochs donnerstags freitags
	samstags sonntags lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
	segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica maandag
	dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela måndag tisdag
	onsdag torsdag fredag lördag söndag pazartesi çarşamba perşembe cuma cumartesi`

func weekday(s *scan, m *match) bool {
	t := strings.ToLower(s.text[m.start:m.end])
	if isWordByte(s.before(m.start)) || isDigit(s.after(m.end)) || s.after(m.end) == '_' || s.after(m.end) == '.' && s.after(m.end+1) >= 'a' && s.after(m.end+1) <= 'z' {
		return false // sunday.agbo
	}
	if !weekdays[t] {
		return false
	}
	if w := s.wordAfter(m.end); s.text[m.start] < 'a' && lexicon.Given(t) && !englishDays[t] && (strings.HasPrefix(s.text[m.end:], "'s ") || saidVerbs[w] || didVerbs[w] && !auxiliaries[w]) {
		return false // Domingo's desk, in an English text
	}
	return true
}

// englishDays are weekdays of English, the language that Domingo is a name in.
var englishDays = wordSet("monday tuesday wednesday thursday friday saturday sunday")

var zoneRules = []rule{
	{
		id: "zone.name", kind: Zone, reason: "a time zone, which says where you were",
		needs: "A", pattern: `\b([A-Z]{2,5})\b`,
		check: func(s *scan, m *match) bool {
			t := s.text[m.start:m.end]
			if isWordByte(s.before(m.start)) || s.before(m.start) == '-' || s.after(m.end) == '-' || s.after(m.end) == '=' || s.before(m.start) == '.' || s.before(m.start) == '/' && !isWordByte(s.after(m.end)) && !zoneNames[t] {
				return false
			}
			near := nearClock.MatchString(s.lineBefore(m.start, 16)) || strings.Contains(s.lineBefore(m.start, 24), "all ") || strings.Contains(s.lineBefore(m.start, 24), "times")
			return zoneNames[t] || zoneWords[t] && near
		},
		finds:  []string{"14:32 ⟦CET⟧ and", "21:30 ⟦IST⟧, x", "times in ⟦CEST⟧.", "noon ⟦EAT⟧.)", "18:02 ⟦JST⟧ the"},
		leaves: []string{"UTC", "the CAT command", "EST. 1999", "LAMBDA ART", "MET office", "PST-file"},
	},
	{
		id: "zone.offset", kind: Zone, reason: "a time zone, which says where you were",
		cues: []string{"Utc", "Gmt"}, pattern: `\b(?:UTC|GMT)[ ]?[+-]\d{1,2}(?::?\d{2})?\b`,
		finds:  []string{"and ⟦UTC+5:30⟧", "⟦GMT+2⟧"},
		leaves: []string{"UTC", "UTC+"},
	},
	{
		id: "zone.place", kind: Zone, reason: "a time zone, which says where you were",
		needs: "/A", pattern: `\b((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_-]+(?:/[A-Z][A-Za-z_-]+)?)`,
		finds:  []string{"tz ⟦Europe/Warsaw⟧ and", "TZ=⟦America/Argentina/Buenos_Aires⟧"},
		leaves: []string{"Europe/asia", "Asia Pacific"},
	},
	{
		id: "zone.own", kind: Zone, asks: true, reason: "says that you were in another zone",
		cues:    []string{"Time"},
		pattern: `(?i)\b(?:am|pm|night|morning|evening|afternoon|noon|midnight|lunch|dawn)[ ,(]{1,2}((?:my|his|her|their|our|your|local|[A-Z]\w+) (?:local )?time)\b`,
		check: func(s *scan, m *match) bool {
			w, _, _ := strings.Cut(s.low[m.start:m.end], " ")
			return w != "this" && w != "that" && w != "first" && w != "next" && w != "last" && w != "long" && w != "full" && w != "down" && w != "real" && (len(w) <= 5 && strings.Contains(" my his her their our your local ", " "+w+" ") || s.text[m.start] >= 'A' && s.text[m.start] <= 'Z')
		},
		finds:  []string{"at night ⟦my time⟧, morning", "3 pm ⟦local time⟧"},
		leaves: []string{"took my time", "2 first time"},
	},
}

var zoneNames = wordSet(`CET CEST IST EAT JST KST SGT AEST AEDT ACST ACDT AWST NZST NZDT WAT SAST BRT BRST HKT PKT WIB WIT WITA TRT EET EEST WEST PDT EDT
	CDT MDT AKST AKDT HST GMT IRST IRDT NPT MMT ICT PHT CLT CLST COT VET UYT AZT UZT MSK SAMT YEKT NOVT KRAT VLAT BST MEZ MESZ`)

// zoneWords are zones that are also words or other abbreviations.
var zoneWords = wordSet(`EST PST CST MST MET WET CAT AST PT ET CT MT ART GST IST BST ICT COT`)

var nearClock = newPattern(`(?:\d|[ap]m|noon|midnight|in|time|times|zone)[ (]{1,2}$`)
