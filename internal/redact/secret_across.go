package redact

import (
	"strings"
	"unicode/utf8"
)

// Secrets whose word stands in one text and whose value in the next: people write "she sent me the password:" and put
// the password into an entry of its own.

// edge is how much of the end of one text and of the beginning of the next is looked at together.
const edge = 160

// acrossRules are the rules that find a secret by a word before it.
var acrossRules = []string{"secret.assigned", "secret.said", "secret.beside", "secret.pw", "secret.value", "secret.opens", "secret.tried", "secret.code", "secret.near", "secret.keyed", "secret.network", "secret.random", "credential.header", "credential.key-header"}

// secretsAcross finds secrets of each text by what the text before it ends with. Texts are taken in order; those in
// which no secret is spoken of cost a glance.
func secretsAcross(scans []*scan) [][]match {
	out := make([][]match, len(scans))
	before := 0 // the last text that says anything
	for i := 1; i < len(scans); i++ {
		if len(scans[before].words) == 0 {
			before = i - 1
		}
		a, b := scans[before], scans[i]
		if len(b.words) == 0 {
			continue
		}
		before = i
		if tail := a.promise(); tail != "" {
			out[i] = b.secretsBehind(tail)
		}
	}
	return out
}

// promise is how a text ends, if it speaks of a secret there.
func (a *scan) promise() string {
	if a.promises == nil {
		tail := strings.TrimRight(a.text[cutAt(a.text, len(a.text)-edge):], " \n\t")
		if !speaksOfSecret(lower(tail)) {
			tail = ""
		}
		a.promises = &tail
	}
	return *a.promises
}

// behind is what a text holds behind another.
type behind struct {
	tail  string // of the other
	found []match
}

// secretsBehind finds secrets at the beginning of a text by what the text before it ends with.
func (b *scan) secretsBehind(tail string) []match {
	if b.behind == nil || b.behind.tail != tail {
		found := b.lookBehind(tail)
		b.behind = &behind{strings.Clone(tail), found[:len(found):len(found)]}
	}
	return b.behind.found
}

func (b *scan) lookBehind(tail string) (out []match) {
	start := b.words[0].start
	head := b.text[start:cutAt(b.text, start+edge)]
	// A sentence that has ended promises nothing, unless it ends with what points ahead.
	for _, joint := range [...]string{"\n", " "} {
		text := tail + joint + head
		s := newScan(&reading{text: text, src: text, at: offsets(len(text))})
		from := len(tail) + len(joint)
		around := s.surroundings()
		for k := range rules {
			if !across(rules[k].id) {
				continue
			}
			for _, w := range around[k] {
				for _, m := range rules[k].run(s, w[0], w[1], nil) {
					if m.end <= from || m.kind != Secret {
						continue
					}
					m.start = max(m.start, from)
					out = append(out, match{start: m.start - from + start, end: m.end - from + start, kind: Secret, certain: m.certain, rule: m.rule})
				}
			}
		}
	}
	return append(out, loneSecret(b, tail)...)
}

// loneSecret is the whole of a text of one word, after a text that ends with a colon and a word for a secret.
func loneSecret(b *scan, tail string) []match {
	if len(b.words) > 2 || !(strings.HasSuffix(tail, ":") || strings.HasSuffix(tail, "→") || strings.HasSuffix(tail, "=") || strings.HasSuffix(tail, "…") || strings.HasSuffix(tail, "...") || strings.HasSuffix(tail, "below") || strings.HasSuffix(tail, "is") || strings.HasSuffix(tail, "was")) {
		return nil
	}
	m := match{start: b.words[0].start, end: b.words[len(b.words)-1].end, kind: Secret, rule: "secret.assigned", certain: true}
	t := strings.Trim(b.text[m.start:m.end], "\"'`")
	last := tail[strings.LastIndexByte(tail, '\n')+1:]
	if len(t) < 4 || len(t) > 80 || !possibleSecret(t) || strings.Contains(t, "://") || !speaksOfSecret(lower(last[cutAt(last, len(last)-80):])) {
		return nil
	}
	m.certain = len(b.words) == 1 && !ordinary(strings.TrimRight(t, ".!")) && !secretTalk[lower(t)]
	if len(b.words) > 1 || ordinary(strings.TrimRight(t, ".!")) && secretTalk[strings.TrimRight(lower(t), ".!")] {
		return nil
	}
	return []match{m}
}

func across(id string) bool {
	for _, a := range acrossRules {
		if a == id {
			return true
		}
	}
	return false
}

// speaksOfSecret says whether a text in lower case has a word for a secret.
func speaksOfSecret(low string) bool {
	for _, w := range [...]string{"pass", "pw", "secret", "token", "key", "cred", "login", "code", "pin", "contrase", "senha", "clave", "haslo", "hasło", "heslo", "salasana", "kennwort", "wachtwoord", "lösenord", "parola", "parole", "şifre", "парол", "otp", "seed", "auth", "adgang", "jelsz", "schlüssel", "パスワード", "密码"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// cutAt is i moved to the beginning of a rune of text, within its bounds.
func cutAt(text string, i int) int {
	i = min(max(i, 0), len(text))
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	return i
}

// offsets are the offsets of a reading that is read as it is written.
func offsets(n int) []int {
	at := make([]int, n+1)
	for i := range at {
		at[i] = i
	}
	return at
}
