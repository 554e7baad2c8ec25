package redact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// What the value of a secret looks like, and where it ends.

// queryNext is what goes on after a value in a query or a connection string: its next name.
var queryNext = newPattern(`[&;][ ]?[A-Za-z_][\w. -]{0,24}=`)

// cutQuery ends a value where the next name of a query begins.
func cutQuery(s *scan, m *match) {
	if loc := queryNext.FindStringIndex(s.text[m.start:m.end]); loc != nil && loc[0] > 0 {
		m.end = m.start + loc[0]
	}
}

// trimSentence takes off what ends the sentence or the quote around a value.
func trimSentence(s *scan, m *match) {
	for m.end > m.start {
		c := s.text[m.end-1]
		open := strings.IndexByte(")]}", c)
		if strings.IndexByte(".,;:?\"'`*>|", c) < 0 && (open < 0 || strings.IndexByte(s.text[m.start:m.end], "([{"[open]) >= 0) {
			return
		}
		m.end--
	}
}

// composed says whether a string can hardly be a word: marks among letters, or letters of several kinds joined.
func composed(t string) bool {
	var letters, digits, marks, joints, wide, capitals int
	for i, c := range t {
		switch {
		case unicode.IsDigit(c):
			digits++
		case unicode.IsLetter(c):
			letters++
			if c >= 0x80 {
				wide++
			}
			if unicode.IsUpper(c) && i > 0 {
				capitals++
			}
		case c == '-' || c == '_' || c == '.' || c == '/' || c == '\'' || c == '’':
			joints++
		case c == utf8.RuneError:
			return false
		default:
			marks++
		}
	}
	switch {
	case letters < 3 || letters+digits+marks+joints < 6:
		return false
	case looksLikeAmount(t), strings.ContainsAny(t, "…–—,;"), strings.Contains(t, "//"), strings.HasSuffix(t, "()"):
		return false
	case strings.Contains(t, "(") && digits == 0:
		return false
	case marks > 0 && strings.ContainsAny(t, "!@#$%^&*+=?~("):
		return true
	case digits > 0 && joints > 0:
		return capitals > 0 || wide > 0
	case joints > 0 && capitals > 0 && strings.ToUpper(t) != t:
		return !ordinaryParts(strings.ToLower(t)) && !lexicon.Place(strings.ToLower(t)) && wide+capitals > 1
	}
	return digits > 0 && letters+digits >= 6 && wide > 0
}

// noSecretForm says whether a string is a path, an address, a function or an option.
func noSecretForm(t string) bool {
	return strings.HasPrefix(t, "/") || strings.HasPrefix(t, "~/") || strings.HasPrefix(t, "./") || strings.Contains(t, "://") || strings.HasPrefix(t, "--") || strings.Count(t, "/") > 1 ||
		strings.HasPrefix(t, "@") || strings.Contains(t, "@") && strings.Contains(t[strings.IndexByte(t, '@'):], ".") && !strings.ContainsAny(t, "!#$%&") || hostName(strings.ToLower(t)) == sure
}

// placeholder says whether a string stands for a value that is not written.
func placeholder(t string) bool {
	return strings.HasPrefix(t, "<") || strings.HasSuffix(t, ">") || strings.HasPrefix(t, "your") || strings.Contains(t, "((") || strings.Contains(t, "!!")
}

// askedForSecret says whether somebody spoke of a password shortly before i, on this line or the one before.
func askedForSecret(s *scan, i int) bool {
	before := s.low[max(0, i-120):i]
	for _, w := range [...]string{"password", "passphrase", "passwort", "kennwort", "wachtwoord", "lösenord", "contraseña", "mot de passe", "senha", "hasło", "heslo", "salasana", "adgangskode", "passord", "jelszó", "parola"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

var openedThings = newPattern(`(?:safe|door|gate|entry|access|alarm|lock|vault|unlock|locker|keybox|lockbox|key box|cabinet|rack|cage|padlock|kluis|deur|tresor|tür|puk|pin|otp|2fa|porte|coffre|puerta|caja|cofre|porta|dør|dörr|kassaskåp|larm)[ -]?$`)

// opensSomething decides about a number after a word for a code.
func opensSomething(s *scan, m *match) bool {
	t := s.text[m.start:m.end]
	if isWordByte(s.after(m.end)) || s.after(m.end) == '-' || s.after(m.end) == '.' && isDigit(s.after(m.end+1)) || countFollows(s.lineAfter(m.end, 14)) || s.after(m.end) == ' ' && plainUnit(strings.TrimPrefix(s.lineAfter(m.end, 13), " ")) {
		return false
	}
	before := s.lineBefore(m.start, 60)
	for _, w := range [...]string{"error", "exit", "status", "return", "http", "response", "gpio", "country", "zip", "postal", "postleitzahl", "fehler", "erreur", "source", "reason", "abend", "completion"} {
		if strings.Contains(before, w) {
			return false
		}
	}
	if strings.Count(t, "-") == 2 && len(t) == 10 || len(t) == 4 && (t[:2] == "19" || t[:2] == "20") && !strings.Contains(before, "pin") {
		return false // a date, a year
	}
	word := strings.LastIndexAny(strings.TrimRight(before, " :=(\"'`"), " ")
	last := strings.Trim(before[word+1:], " :=(\"'`")
	if last != "code" && last != "kode" && last != "kod" && last != "código" && last != "codigo" && last != "codice" && last != "koodi" && !saidWords[last] && !strings.Contains(before, "code ") {
		return true // pin, puk and their like
	}
	if strings.Count(t, "-") > 1 {
		return true
	}
	if k := strings.LastIndex(before, "code"); k >= 0 && openedThings.MatchString(before[:k]) || strings.Contains(before, "pin") || strings.Contains(before, "puk") {
		return true
	}
	return false
}

// plainUnit says whether text begins with a word that a number may count.
func plainUnit(rest string) bool {
	w, _, _ := strings.Cut(rest, " ")
	return countedNouns[strings.Trim(w, ".,;:)")]
}
