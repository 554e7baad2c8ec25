package redact

import (
	"sort"
	"strings"
)

// labelSpans are where labels of ours stand in a text, in order: every label that a plan may give in the profile role,
// as prose and as a word in code, clock times, and the notes of what was taken out. The vocabulary is closed and
// numbers are small, so that such a text identifies nobody, whoever wrote it.
func labelSpans(text string) [][]int {
	return spansOf(text, true)
}

// noteSpans are the clock times and notes alone.
func noteSpans(text string) [][]int {
	return spansOf(text, false)
}

func spansOf(text string, names bool) [][]int {
	var out [][]int
	for i := 0; i < len(text); {
		c := text[i]
		n := 0
		switch {
		case c == '[':
			n = noteLength(text[i:])
		case !asciiAlnum(c), i > 0 && wordly(text[i-1]):
		case c == 'T' && i+1 < len(text) && !asciiAlnum(text[i+1]):
			n = clockLength(text[i:])
		case names && c|0x20 >= 'a':
			n = nameLength(text[i:])
		}
		if n > 0 {
			out = append(out, []int{i, i + n})
			i += n
			continue
		}
		// On to the next place where something may begin.
		for i++; i < len(text) && text[i] != '[' && (!asciiAlnum(text[i]) || wordly(text[i-1])); i++ {
		}
	}
	return out
}

// cursor reads a label bit by bit; ok turns false at the first bit that is not there.
type cursor struct {
	s  string
	at int
	ok bool
}

func (c *cursor) word(w string) {
	c.ok = c.ok && strings.HasPrefix(c.s[c.at:], w)
	if c.ok {
		c.at += len(w)
	}
}

// run reads bytes between lo and hi, at least least and at most most of them.
func (c *cursor) run(lo, hi byte, least, most int) {
	n := 0
	for c.at < len(c.s) && c.s[c.at] >= lo && c.s[c.at] <= hi {
		c.at++
		n++
	}
	c.ok = c.ok && n >= least && n <= most
}

// blanks reads white space, at least least of it.
func (c *cursor) blanks(least int) {
	n := 0
	for c.at < len(c.s) && (c.s[c.at] == ' ' || c.s[c.at] == '\n' || c.s[c.at] == '\t' || c.s[c.at] == '\r') {
		c.at++
		n++
	}
	c.ok = c.ok && n >= least && n < 40
}

// length is how much was read, 0 where it was no label or a longer word.
func (c *cursor) length(word bool) int {
	if !c.ok || word && c.at < len(c.s) && wordly(c.s[c.at]) {
		return 0
	}
	// "link 10.1.2.3" and "ip-10-1-2-3" begin like labels of ours and go on as something else.
	if word && c.at+1 < len(c.s) && strings.IndexByte(".-_", c.s[c.at]) >= 0 && asciiAlnum(c.s[c.at+1]) {
		return 0
	}
	return c.at
}

// noteLength is the length of a note such as [withheld: date] at the beginning of s.
func noteLength(s string) int {
	for _, words := range [][]string{{"withheld:"}, {"secret", "removed"}, {"image"}} {
		c := cursor{s: s, at: 1, ok: true}
		c.blanks(0)
		for i, w := range words {
			if i > 0 {
				c.blanks(1)
			}
			c.word(w)
		}
		if words[0] == "withheld:" {
			c.blanks(0)
			c.run('a', 'z', 2, 10)
		}
		if c.at < len(s) && s[c.at] == '\\' {
			c.at++
		}
		c.blanks(0)
		c.word("]")
		if n := c.length(false); n > 0 {
			return n
		}
	}
	return 0
}

// clockLength is the length of T+00:09 at the beginning of s.
func clockLength(s string) int {
	c := cursor{s: s, at: 1, ok: true}
	c.blanks(0)
	if c.at >= len(s) || s[c.at] != '+' && s[c.at] != '-' {
		return 0
	}
	c.at++
	c.blanks(0)
	c.run('0', '9', 2, 4)
	c.word(":")
	c.run('0', '9', 2, 2)
	if rest := s[min(c.at, len(s)):]; c.ok && (strings.HasPrefix(rest, "-T+") || strings.HasPrefix(rest, "-T-")) {
		return c.at // a span of time: T-01:05-T+00:15
	}
	return c.length(true)
}

// labelHeads are the first words of labels, with what follows them.
var labelHeads = map[string]bool{}

func init() {
	for c := range generalised {
		if !strings.HasPrefix(string(c), "the ") {
			first, _, _ := strings.Cut(string(c), " ")
			labelHeads[first], labelHeads[strings.ToLower(first)] = true, true
		}
	}
	labelHeads["the"], labelHeads["The"] = true, true
}

// nameLength is the length of a label such as Engineer A, customer-contact-b, host 1 or the author at the beginning of s.
func nameLength(s string) int {
	end := 0
	for end < len(s) && end < 16 && (s[end] >= 'a' && s[end] <= 'z' || s[end] >= 'A' && s[end] <= 'Z') {
		end++
	}
	head := s[:end]
	if !labelHeads[head] {
		return 0
	}
	if head == "the" || head == "The" {
		for _, w := range []string{"author", "responder", "company"} {
			c := cursor{s: s, at: end, ok: true}
			c.blanks(1)
			c.word(w)
			if n := c.length(true); n > 0 {
				return n
			}
		}
		return 0
	}
	for _, second := range []string{"", "contact"} {
		for _, dash := range []bool{false, true} {
			c := cursor{s: s, at: end, ok: true}
			sep := func() {
				if dash {
					c.word("-")
				} else {
					c.blanks(1)
				}
			}
			sep()
			if second != "" {
				c.word(second)
				sep()
			}
			name := head
			if second != "" {
				name += " " + second
			}
			switch {
			case dash && name != strings.ToLower(name):
				continue
			case lettered[Class(name)] && !dash:
				c.run('A', 'Z', 1, 2)
			case lettered[Class(strings.ToUpper(name[:1])+name[1:])] && dash:
				c.run('a', 'z', 1, 2)
			default:
				if _, ok := generalised[Class(name)]; !ok && !dash {
					continue
				}
				c.run('0', '9', 1, 2)
			}
			if n := c.length(true); n > 0 {
				return n
			}
		}
	}
	return 0
}

// labelsIn is the set of labels that stand in the sources already, in lower case and with one kind of space.
func labelsIn(sources []Source) map[string]bool {
	out := map[string]bool{}
	for _, s := range sources {
		for _, at := range labelSpans(s.Text) {
			m := strings.ToLower(foldSpace(s.Text[at[0]:at[1]]))
			out[m] = true
			out[strings.Replace(m, "-", " ", 1)] = true
		}
	}
	return out
}

// labelWords are the words that labels are made of.
var labelWords = map[string]bool{}

func init() {
	for c, g := range generalised {
		for _, s := range []string{string(c), g} {
			for w := range strings.FieldsSeq(strings.ToLower(s)) {
				labelWords[w] = true
			}
		}
	}
}

// allLabelWords reports whether a text is words of labels alone, such as "a host".
func allLabelWords(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !labelWords[w] {
			return false
		}
	}
	return len(words) > 0
}

// isSlug reports whether a text is a generalised label as a word in code: database-host, user@jump-host.
func isSlug(text string) bool {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '-' || r == '@' })
	for _, w := range parts {
		if !labelWords[w] && !hostWords[w] {
			return false
		}
	}
	return len(parts) > 1
}

// hostWords are what a generalised label may say of a host.
var hostWords = map[string]bool{}

func init() {
	for _, k := range hostKinds {
		hostWords[strings.ToLower(k.kind)] = true
	}
}

// labelNoise reports whether a finding of that kind at [start,end) of a text is no more than labels of ours and ordinary
// words around them: the detector reads "Engineer E. First" as a name. labels are labelSpans of the text. Digits beside
// a label are never noise in what is made of digits, such as an address.
func labelNoise(k Kind, text string, start, end int, labels [][]int) bool {
	if bare := strings.ToLower(strings.Trim(text[start:end], "[]()@#:,. ")); isSlug(bare) || allLabelWords(bare) {
		return true
	}
	i := sort.Search(len(labels), func(i int) bool { return labels[i][1] > start })
	touched := false
	var rest strings.Builder
	for at := start; at < end; {
		if i < len(labels) && labels[i][0] < end {
			rest.WriteString(text[at:max(at, labels[i][0])] + " ")
			at = labels[i][1]
			touched = true
			i++
			continue
		}
		rest.WriteString(text[at:end])
		break
	}
	if !touched {
		return false
	}
	for w := range strings.FieldsFuncSeq(rest.String(), func(r rune) bool { c := runeClassOf(r); return c == runeOther && r != '\'' }) {
		if s := string(squeeze(w).b); !(allDigits(s) && (timely(k) || named(k))) && !anyWord(s) && !schemes[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// schemes are what may be left of a link beside a label.
var schemes = map[string]bool{"http": true, "https": true, "ssh": true, "ftp": true, "sftp": true, "postgres": true,
	"redis": true, "amqp": true, "mongodb": true, "mysql": true, "s3": true, "jdbc": true, "www": true}

// isOwnLabel reports whether all of text is labels of ours, joined by no letter or digit of its own.
func isOwnLabel(text string) bool {
	at, spans := 0, labelSpans(text)
	for _, s := range append(spans, []int{len(text), len(text)}) {
		if len(squeeze(text[at:s[0]]).b) > 0 {
			return false
		}
		at = s[1]
	}
	return len(spans) > 0
}
