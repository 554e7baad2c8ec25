package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// A tok is a word of a reading as the person rules see it, without a possessive.
type tok struct {
	start, end int    // in the reading's text
	text       string // as it stands there
	fold       string // folded, look-alike letters made Latin
	shape      shape
	part       part
	taken      bool // inside a certain structural match: no candidate, though it may name someone
	first      bool // begins a sentence, a line item, a cell or a quotation, so that its capital says little
	lineStart  bool // nothing but markers stands before it on its line
	possessive bool // 's or s' follows
	honored    bool // -san or the like follows
	german     bool // stands in a German stretch
	foreign    bool // stands in a stretch that is neither English nor German
	alien      bool // in a stretch of a language that the lists do not know
	ev         evidence
	phrase     int // words of the listed place of several words that this is part of
}

// shape is how a word is written.
type shape uint8

const (
	shapeLower  shape = iota // priya
	shapeTitle               // Priya, O'Brien, McDonald, Seo-yeon
	shapeUpper               // PRIYA, S
	shapeMixed               // iPhone, KeyError
	shapeIdent               // with a digit or _
	shapeScript              // letters of a script without capitals
)

// capital says whether the word is written as a name would be.
func (t *tok) capital() bool { return t.shape == shapeTitle }

// initial says whether the word is one capital letter, as in S. Karthikeyan or J.-B. Kervella.
func (t *tok) initial() bool {
	return t.shape == shapeUpper && utf8.RuneCountInString(t.text) == 1
}

// tokens cuts a reading into words. Hyphens and apostrophes between letters hold a word together, as do _ and digits;
// a change between Latin, Han, kana and Hangul ends one.
func tokens(r *reading, known memory) []tok {
	text := r.text
	ts := make([]tok, 0, len(text)/5+1) // words of English are that long, with the space between
	area := 0
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(c) {
			i += n
			continue
		}
		end := i + n
		script := scriptOf(c)
		for end < len(text) {
			d, m := utf8.DecodeRuneInString(text[end:])
			if wordRune(d) {
				if s := scriptOf(d); s != script && s != scriptNone && script != scriptNone {
					break
				} else if script == scriptNone {
					script = s
				}
				end += m
				continue
			}
			if d == '-' && wrapped(text[end:]) {
				end += 2 // Kowal-⏎czyk
				continue
			}
			// One joiner, and a letter after it.
			if (d == '-' || d == '\'' || d == '’' || d == '‐' || d == '·') && end+m < len(text) {
				e, k := utf8.DecodeRuneInString(text[end+m:])
				if unicode.IsLetter(e) && scriptOf(e) == script && !possessiveAt(text[end:]) {
					end += m + k
					continue
				}
			}
			break
		}
		for area < len(r.areas)-1 && i >= r.areas[area].end {
			area++
		}
		p := prose
		if area < len(r.areas) {
			p = r.areas[area].part
		}
		t := newTok(text, i, end, p, known)
		ts = append(ts, t)
		i = end
		if t.shape != shapeScript && possessiveAt(text[end:]) {
			i += strings.IndexAny(text[end:], "sS") + 1
		} else if strings.HasPrefix(text[t.end:end], "'") || strings.HasPrefix(text[t.end:end], "’") {
			ts[len(ts)-1].possessive = strings.HasSuffix(text[t.end:end], "in") || strings.HasSuffix(text[t.end:end], "ın")
		}
	}
	return ts
}

// turkishCase are the endings that Turkish sets after a name, with an apostrophe.
var turkishCase = nameSet(`i ı u ü yi yı yu yü a e ya ye na ne in ın un ün nin nın nun nün de da te ta den dan ten tan nden ndan
	nde nda le la yle yla ler lar`)

// longestWord is the length in bytes from which a word is none, but data.
const longestWord = 80

// wrapped says whether s is a hyphen at the end of a line, with the rest of the word on the next.
func wrapped(s string) bool {
	if !strings.HasPrefix(s, "-\n") {
		return false
	}
	c, _ := utf8.DecodeRuneInString(s[2:])
	return unicode.IsLower(c)
}

// unwrap joins a word that was broken at the end of a line.
func unwrap(s string) string { return strings.ReplaceAll(s, "-\n", "") }

func newTok(text string, start, end int, p part, known memory) tok {
	t := tok{start: start, end: end, text: text[start:end], part: p}
	if k := strings.LastIndexByte(t.text, '-'); k > 0 && honorifics[strings.ToLower(t.text[k+1:])] {
		// Rina-san: the honorific is no part of the name.
		t.honored, t.end, t.text, end = true, start+k, t.text[:k], start+k
	}
	if k := strings.LastIndexAny(t.text, "'’"); k > 3 && turkishCase[foldName(strings.TrimLeft(t.text[k:], "'’"))] && unicode.IsUpper([]rune(t.text)[0]) {
		t.end, t.text, end = start+k, t.text[:k], start+k // Emre'yi
	}
	if len(t.text) > longestWord {
		t.shape, t.fold = shapeIdent, t.text
		return t
	}
	word := unwrap(t.text)
	t.shape = shapeOf(word)
	t.fold = foldName(word)
	t.possessive = possessiveAt(text[end:]) || strings.HasSuffix(t.text, "s") && strings.HasPrefix(text[end:], "' ")
	t.lineStart, t.first = opening(text, start)
	if t.shape != shapeIdent {
		t.ev = known.of(t.fold)
		if closedClass[t.fold] && (t.ev&isGiven == 0 || t.ev&isWord != 0 || t.shape != shapeTitle || functionWords["en"][t.fold]) { // Sade and Signe are verbs of Swedish and French
			t.ev = t.ev&^(isGiven|isFamily) | isWord | t.ev&isAmbiguous
		}
		if accented(t.text) {
			// Lộc is not loc: the English lists hold for words without accents only.
			t.ev &^= isWord | isProduct | isAcronym
			if t.ev.name() || vietnamese(t.text) && !vietnameseWords[t.fold] {
				t.ev &^= isForeign // Đạt is not the Dutch dat
			}
		}
		if t.shape == shapeUpper || t.shape == shapeMixed {
			if lexicon.Acronym(t.text) {
				t.ev |= isAcronym
			}
		}
		if contraction(t.fold) {
			t.ev, t.shape = isWord, shapeLower
		}
		if stem, ok := strings.CutSuffix(t.fold, "s"); ok && t.ev == 0 && t.shape == shapeTitle && onlyGiven(known.of(stem)) {
			t.ev = isGiven // Saschas Leute, two Rafaels
		}
		if t.ev == 0 && t.shape == shapeTitle && t.text[0] >= 0xcd && !t.latin() {
			t.ev = known.spelled(t.text) // Сергею
		}
		if t.ev == 0 && strings.ContainsAny(t.text, "-'’") {
			t.ev = compound(t.text)
		}
	}
	return t
}

// onlyGiven says whether a word is a given name and nothing else.
func onlyGiven(e evidence) bool {
	return e&isGiven != 0 && e&(isAmbiguous|isWord|isProduct|isPlace) == 0
}

// contraction says whether a folded word is one like he'd and don't.
func contraction(w string) bool {
	head, tail, ok := strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
	if !ok {
		return false
	}
	switch tail {
	case "d", "ve", "ll", "re", "m", "t", "s":
		return strings.HasSuffix(head, "n") && tail == "t" || tail != "t" && (functionWords["en"][head] || closedClass[head])
	}
	return false
}

// accented says whether a Latin word has letters that English has not.
func accented(s string) bool {
	other := false
	for _, c := range s {
		if c > 0x7f && c != '’' && c != '‐' {
			if !unicode.In(c, unicode.Latin, unicode.Mn) {
				return false
			}
			other = true
		}
	}
	return other
}

// vietnamese says whether a word has letters that only Vietnamese has.
func vietnamese(s string) bool {
	for _, c := range s {
		if c >= 0x1ea0 && c <= 0x1ef9 || strings.ContainsRune("ơƠưƯđĐăĂ", c) {
			return true
		}
	}
	return false
}

// vietnameseWords are common, and written like names.
var vietnameseWords = nameSet(`da em anh chi oi xin loi khong duoc roi nay la bi co thi va cua cho voi mot hai ba da lai moi dang se nhung ma de khi sau
	truoc tren duoi trong ngoai nguoi ban toi chung minh ho no vang cam on lam gi sao vi neu may chay het con thay biet noi hoi goi di ve den luc gio
	ngay dem sang chieu toi qua xong dung sai may chu`)

// compound is the evidence for a word with a hyphen or apostrophe that no list has: a name if a part is one and none is
// ordinary (Jun-Jun, Lefebvre-Diallo), and ordinary if all parts are (Add-to-cart).
func compound(s string) evidence {
	var names evidence
	plain, odd, capitals, parts := 0, 0, 0, 0
	for _, w := range strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsMark(c) }) {
		ev := evidenceOf(foldName(w))
		parts++
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			capitals++
		}
		if ev.name() {
			names |= ev & (isGiven | isFamily)
			if ev&(isWord|isAmbiguous) == 0 || capitals == parts {
				continue
			}
		}
		switch {
		case parts == 1 && (w == "P" || w == "N") && strings.ContainsAny(s, "'’"): // P'Nok, N'Golf: elder and younger in Thai
		case utf8.RuneCountInString(w) == 1 || ev&(isWord|isProduct|isAcronym|isForeign|isMonth|isWeekday) != 0 &&
			ev&isAmbiguous == 0:
			plain++
		default:
			odd++
		}
	}
	switch {
	case plain > 0 && odd == 0 && names == 0:
		return isWord
	case names != 0 && plain == 0:
		return names
	}
	return 0
}

func wordRune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) || c == '_'
}

// possessiveAt says whether s begins with 's and the end of a word.
func possessiveAt(s string) bool {
	if !strings.HasPrefix(s, "'s") && !strings.HasPrefix(s, "’s") && !strings.HasPrefix(s, "'S") {
		return false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "’"), "'")[1:]
	c, _ := utf8.DecodeRuneInString(s)
	return s == "" || !wordRune(c)
}

// scripts between which a word ends.
const (
	scriptNone = iota // digits, marks
	scriptAlphabet
	scriptHan
	scriptKana
	scriptHangul
	scriptThai
)

func scriptOf(c rune) int {
	switch {
	case c < 0x0e00 && unicode.IsLetter(c):
		return scriptAlphabet
	case c < 0x0e00 || unicode.IsDigit(c) || unicode.IsMark(c) && c < 0x0e00:
		return scriptNone
	case unicode.Is(unicode.Han, c) || c == '々':
		return scriptHan
	case unicode.In(c, unicode.Hiragana, unicode.Katakana) || c == 'ー':
		return scriptKana
	case unicode.Is(unicode.Hangul, c):
		return scriptHangul
	case unicode.In(c, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
		return scriptThai
	case unicode.IsLetter(c):
		return scriptAlphabet
	}
	return scriptNone
}

// wideLine is the length from which a line counts as broken by an editor, so that the next one goes on.
const wideLine = 55

// opening says whether the word at i starts its line but for markers, and whether it starts a sentence.
func opening(text string, i int) (line, first bool) {
	j := i
	for j > 0 && i-j < 256 { // no further: a line of nothing but digits may be long
		c, n := utf8.DecodeLastRuneInString(text[:j])
		if c == '\n' {
			break
		}
		if unicode.IsLetter(c) {
			return false, sentenceEnd(text[:i])
		}
		j -= n
	}
	lead := text[j:i]
	if strings.ContainsFunc(lead, func(c rune) bool { return c != ' ' && c != '\t' }) {
		return true, true
	}
	// A bare continuation of a wrapped line is in the middle of a sentence.
	before := strings.TrimRight(text[:j], "\n\r")
	if len(text[:j])-len(before) == 1 {
		k := strings.LastIndexByte(before, '\n') + 1
		if utf8.RuneCountInString(before[k:]) >= wideLine && !sentenceEnd(before) {
			return false, false
		}
	}
	return true, true
}

// sentenceEnd says whether a word after s would begin a sentence.
func sentenceEnd(s string) bool {
	s = strings.TrimRight(s, " \t\n\r\"'“”‘’„»«*_`([{<>~")
	c, n := utf8.DecodeLastRuneInString(s)
	switch c {
	case '.':
		// An initial or an abbreviated title ends no sentence.
		rest := s[:len(s)-n]
		k := strings.LastIndexFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) }) + 1
		w := rest[k:]
		if utf8.RuneCountInString(w) == 1 && strings.ToLower(w) != w {
			return false
		}
		low := strings.ToLower(w)
		return !(titles[low] && (!lowTitles[low] || low != w)) && !abbreviations[low]
	case '!', '?', ':', '…', ';', '|', '•', '。', '！', '？', utf8.RuneError:
		return true
	}
	return false
}

var abbreviations = nameSet("vs eg ie ca resp bzw etc no nr st approx aka incl")
