package redact

import (
	"strings"
	"unicode/utf8"
)

// wording is what is written for a treated stretch.
type wording struct {
	text string
	cut  int // bytes of what stands before that go: an article, the beginning of a home folder
	skip int // bytes of what follows that go
}

var (
	homeFolder = newPattern(`(?i)(?:\b[A-Z]:)?[\\/](?:home|users)[\\/]$`)
	cidrLength = newPattern(`/\d{1,3}$`)
)

// words puts a thing into words as its place asks: prose, code, a prompt, a path. before is the clean text so far,
// after the source that follows.
func (p *Plan) words(d *draft, e edit, before, after string) wording {
	t := e.thing
	switch {
	case timely(t.Entity.Kind) && e.text != "":
		return wordTime(e.text, before, after, d.english(e.start))
	case t.Entity.Kind == Secret:
		return wording{text: secretRemoved}
	case t.Treatment == Withhold:
		w := wording{text: withheld(t.Entity.Kind)}
		if d.english(e.start) {
			w.cut, w.text = joinArticle(before, w.text)
		}
		return w
	case t.label.prose == "":
		// Only the sweep comes here: the thing stands in no chosen source as a finding.
		return wording{text: withheld(t.Entity.Kind)}
	}
	w := wording{}
	user := namesUser(t)
	if user {
		if m := homeFolder.FindString(before); m != "" {
			return wording{text: "~", cut: len(m)}
		}
		if strings.HasSuffix(before, "~") && !strings.HasSuffix(before, "~~") && (after == "" || after[0] == '/') {
			return wording{text: "~", cut: 1}
		}
	}
	// alice@web-1 in a prompt is two things: engineer-a@host-1.
	if strings.HasPrefix(after, "@") && user || strings.HasSuffix(before, "@") && len(before) > 1 && wordly(before[len(before)-2]) {
		return wording{text: t.label.slug()}
	}
	switch {
	case strings.HasSuffix(before, "@") && user, strings.HasSuffix(before, "#") && t.Entity.Kind == Channel:
		w.cut = 1
		before = before[:len(before)-1]
	}
	length := ""
	if t.Entity.Kind == IP {
		length = cidrLength.FindString(d.src.Text[e.start:e.end])
	}
	if d.partAt(e.start) == code || glued(before, after) {
		w.text = "[" + t.label.slug() + "]" + length
		return w
	}
	if n := repeated(before, t.Class); n > 0 { // "account account 1"
		w.cut += n
		before = before[:len(before)-n]
	}
	if !d.english(e.start) {
		w.text = t.label.prose
		if articled(w.text) {
			w.text = "[" + t.label.slug() + "]"
		}
		w.text += length + possessive(d, e)
		return w
	}
	text := fit(t.label.prose, before, after) + length + possessive(d, e)
	cut, text := joinArticle(before, text)
	w.cut += cut
	w.text = text
	return w
}

// repeated is the length of the word before a label that the label says again: the account in "account account 1".
func repeated(before string, c Class) int {
	word := lastWord(before)
	if word == "" || c == "" || strings.HasPrefix(string(c), "the ") || !strings.EqualFold(word, strings.Fields(string(c))[0]) {
		return 0
	}
	return len(word) + 1
}

// namesUser reports whether a thing is a person or a login.
func namesUser(t *thing) bool {
	switch t.Entity.Kind {
	case Person, User, Handle:
		return true
	}
	return false
}

// glued reports whether a label would touch a word or a path: svc_acme_ro, /opt/acme/bin. Names parted by a slash
// are not glued.
func glued(before, after string) bool {
	if before != "" {
		switch c := before[len(before)-1]; {
		case wordly(c), c == '\\', c == '=', c == '@':
			return true
		case c == ':' && len(before) > 1 && wordly(before[len(before)-2]) && (after == "" || after[0] != ' '):
			return true
		case c == '/':
			rest := strings.TrimRight(before, "/")
			return rest == "" || !isOwnLabel(rest[max(0, len(rest)-8):]) && !labelEnds(rest)
		}
	}
	if after != "" {
		switch c := after[0]; {
		case wordly(c), c == '\\', c == '=', c == '@', c == 0:
			return true
		case c == '/', c == '.':
			return len(after) > 1 && wordly(after[1])
		}
	}
	return false
}

func labelEnds(text string) bool {
	m := labelSpans(text)
	return len(m) > 0 && m[len(m)-1][1] == len(text)
}

// wordly reports whether a byte belongs to a word: a letter, digit, underscore or part of a longer rune.
func wordly(c byte) bool { return asciiAlnum(c) || c == '_' || c >= utf8.RuneSelf }

// possessive is the ending that a stretch had: Priya's, and the Annikas of a German or a hasty writer, where Annika is
// another form of the thing.
func possessive(d *draft, e edit) string {
	s := d.src.Text[e.start:e.end]
	if strings.HasSuffix(s, "'s") || strings.HasSuffix(s, "’s") {
		if !strings.HasSuffix(e.thing.Entity.Name, "'s") {
			return "'s"
		}
	}
	if bare, ok := strings.CutSuffix(foldLiteral(s), "s"); ok && e.thing.Entity.Kind == Person {
		for _, f := range e.thing.Entity.Forms {
			if f = foldLiteral(f); f == bare || strings.HasPrefix(f, bare+" ") || strings.HasSuffix(f, " "+bare) {
				return "'s"
			}
		}
	}
	return ""
}

// joinArticle corrects an indefinite article that stands before text.
func joinArticle(before, text string) (cut int, out string) {
	cut, with := article(before, text)
	return cut, with + text
}
