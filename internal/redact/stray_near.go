package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Words that stand beside what was found: in a row with a machine, in brackets after an address, at the edge of a name.

// near asks about what stands beside a machine.
func (p *strayPlace) near() (match, bool) {
	return match{kind: Host, rule: ruleNear}, p.beside()
}

// beside says whether a word stands beside the name of a machine or an address: 10.0.0.1 (tanajura), aneto and not moncayo.
func (p *strayPlace) beside() bool {
	s, t, w, found, sort := p.scan, p.t, p.w, p.found, p.sort()
	counted := hasDigit(w) && len(strings.TrimRight(w, "0123456789")) > 3 && !strings.ContainsAny(w, "-_")
	if len(w) < 3 || articles[w] || isDigit(w[0]) || sort == strayNone && !counted && !(s.text[t.start:t.end] == w && lexicon.Acronym(strings.ToUpper(w))) {
		return false
	}
	if !unicode.Is(unicode.Latin, firstOf(w)) && sort != strayCode {
		return false
	}
	plain := sort == strayWord || sort == strayNone
	k, _ := slices.BinarySearchFunc(found, t.start, func(m match, at int) int { return cmp.Compare(m.end, at+1) })
	host := func(k int) bool {
		return k >= 0 && k < len(found) && (found[k].kind == Host || found[k].kind == IP) && (found[k].certain || s.listBefore(found[:k+1]))
	}
	if host(k-1) && t.start-found[k-1].end < 16 {
		gap := s.low[found[k-1].end:t.start]
		switch strings.Trim(gap, " `*'\"") {
		case "(":
			return s.after(t.end) == ')' && !usedNever[w]
		case "->", "→", "and not", "y no", "e não", "und nicht", "et non", "et pas", "e non", "a nie", "och inte", "instead of", "rather than", "statt":
			return !usedNever[w]
		case "not", "nicht", "or", "/", ",", "and", "i", "og", "och", "și", "ve", "та", "и", "und", "y", "e", "et", "o", "ou", "oder":
			return !plain || counted || s.listBefore(found[:k]) && !lexicon.Word(w) && !usedNever[w] && !littleWords[w]
		case "":
			first := k - 1
			for host(first-1) && found[first-1].end == found[first].start-1 {
				first--
			}
			return gap == " " && found[k-1].kind == Host && s.rowed(w, found[first].start, t.end)
		}
	}
	if p.row == t.start-1 && s.before(t.start) == ' ' && !ordinary(w) {
		return true
	}
	if host(k) && found[k].start >= t.end && found[k].start-t.end < 8 {
		switch strings.Trim(s.low[t.end:found[k].start], " `*'\"") {
		case "(":
			return !usedNever[w] && !plain
		case "->", "→", "/":
			return !plain
		}
	}
	return false
}

// listBefore says whether the last two of what was found are machines of one list.
func (s *scan) listBefore(found []match) bool {
	k := len(found)
	if k < 2 || found[k-2].kind != Host || found[k-1].kind != Host {
		return false
	}
	return listGap(s.text[found[k-2].end:found[k-1].start])
}

// rowed says whether a word after a machine, with a space alone between, may be one of a row of them: it is no ordinary
// word, and nothing but such words stands between marks.
func (s *scan) rowed(w string, from, to int) bool {
	if ordinary(w) || product(w) || stateVerbs[w] || copulas[w] || stateWord[w] || from > 0 && strings.IndexByte("\n(:,.;", s.text[from-1]) < 0 && !(s.text[from-1] == ' ' && strings.IndexByte("\n(:,.;", s.before(from-1)) >= 0) {
		return false
	}
	return true
}

// contrast asks about what is said to be so, or not so, right after a machine was: biscuit hung, teapot did not.
func (p *strayPlace) contrast() (match, bool) {
	sort, t := p.sort(), p.t
	if sort != strayWord && sort != strayOdd && sort != strayName || !t.bare || t.determined || p.raw != p.w || p.partAt(t.start) != prose || len(p.w) < 4 || usedNever[p.w] || articles[p.w] || !strangeWord(p.w) || foreignForm(foldName(p.w)) || lexicon.ForeignWord(foldName(p.w)) {
		return match{}, false
	}
	lead := strings.TrimRight(p.text[max(0, t.start-3):t.start], "`'")
	if !strings.HasSuffix(lead, ", ") && !strings.HasSuffix(lead, ". ") && !strings.HasSuffix(lead, "; ") || !contrasts[p.wordAfter(t.end)] {
		return match{}, false
	}
	k, _ := slices.BinarySearchFunc(p.found, t.start, func(m match, at int) int { return cmp.Compare(m.end, at+1) })
	if k == 0 || p.found[k-1].kind != Host || t.start-p.found[k-1].end > 40 || strings.Contains(p.text[p.found[k-1].end:t.start], "\n\n") {
		return match{}, false
	}
	return match{kind: Host, rule: ruleNear}, true
}

// contrasts follow the second of two machines.
var contrasts = wordSet(`sí si sì no non oui not did didn't was wasn't is isn't does doesn't has hasn't answered nicht lief stand hing não nao sim também niet wel deed stond theek bhi även inte också ikke også ja nie tak też ne ano da nu evet hayır değil aussi fine ok okay too also never stayed came went`)

// login asks about what stands before a password, with a stroke or a colon between: stilleng / hunter2.
func (p *strayPlace) login() (match, bool) {
	k, _ := slices.BinarySearchFunc(p.found, p.t.end, func(m match, at int) int { return cmp.Compare(m.start, at) })
	if k == len(p.found) || p.found[k].kind != Secret || p.found[k].start-p.t.end > 5 || len(p.w) < 3 || p.w[0] < 'a' || genericUsers[p.w] || plainValue[p.w] {
		return match{}, false
	}
	switch strings.Trim(p.text[p.t.end:p.found[k].start], " `'\"") {
	case "/", "|":
		return match{kind: User, rule: ruleLogin}, true
	}
	return match{}, false
}

// edge asks about what belongs to the name beside it: Haneul TV, ni luh dewi.
func (p *strayPlace) edge() (match, bool) {
	t, found, sort := p.t, p.found, p.sort()
	if p.partAt(t.start) != prose || speechMarks[p.w] {
		return match{}, false
	}
	k, _ := slices.BinarySearchFunc(found, t.start, func(m match, at int) int { return cmp.Compare(m.end, at+1) })
	upper := unicode.IsUpper(firstOf(p.raw))
	for _, m := range found[max(0, k-1):min(len(found), k+1)] {
		after := m.end == t.start-1 && p.text[m.end] == ' '
		if !after && !(m.start == t.end+1 && p.text[t.end] == ' ') {
			continue
		}
		small := p.text[m.start:m.end] == p.low[m.start:m.end]
		switch {
		case m.kind == Person && small && !upper && (sort == strayOdd || sort == strayName || lexicon.Given(p.w) && !lexicon.Word(p.w)) && isLetters(p.w) && unicode.Is(unicode.Latin, firstOf(p.w)) && utf8.RuneCountInString(p.w) > 1 && p.once() && p.strangers(m) < 4:
			return match{kind: Person, rule: ruleEdge}, true
		case (m.kind == Org || m.kind == Person || m.kind == Place || m.kind == Codename) && !small && upper && after && (orgNouns[p.w] || orgTails[p.w] && p.raw != p.w):
			return match{kind: Org, rule: ruleEdge}, true
		}
	}
	return match{}, false
}

// once says whether a word stands at one place only, among all that nothing has taken: words of a language that the lists
// do not know come again.
func (p *strayPlace) once() bool { return !p.y.places.AtLeast(p.notes, p.w, 2) }

// strangers is how many words in a row before and after a name are no words that the lists know, up to four: where there
// are many, the lists do not know the language.
func (s *scan) strangers(m match) int {
	known := func(w string) bool { return w == "" || ordinary(w) || product(w) || len(w) > 20 }
	n := 0
	for i := m.end; n < 4; n++ {
		w := s.wordAfter(i)
		if known(w) {
			break
		}
		i += 1 + len(w)
	}
	for i := m.start; n < 4 && i > 0 && s.text[i-1] == ' '; n++ {
		w := s.wordBefore(i)
		if known(w) || sentenceEnd(s.text[max(0, i-8):i]) || i-1 < len(w) || s.low[i-1-len(w):i-1] != w {
			break
		}
		i -= 1 + len(w)
	}
	return n
}

func isLetters(w string) bool {
	return strings.IndexFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }) < 0
}

// wordAfter is the word after i on the same line, if a space alone parts them, in lower case.
func (s *scan) wordAfter(i int) string {
	if i >= len(s.text) || s.text[i] != ' ' {
		return ""
	}
	j := i + 1
	for j < len(s.text) && nameByte(s.text[j]) {
		j++
	}
	return s.low[i+1 : j]
}
