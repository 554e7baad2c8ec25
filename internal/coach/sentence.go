package coach

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A sentence is a stretch of prose, with everything in it that is not its author's own words blanked out.
type sentence struct {
	start int // in the text
	// The sentence in lower case, with words for people marked or not, with names marked or not (see mark). All have
	// the length of what was written.
	lower, named, people, peopleNamed string
	tokens                            []token
	atoms                             []uint64 // a bit for every leaf that one of the tokens fits
}

// blank stands for every byte of what is not prose. No pattern has it, so nothing is found across it.
const blank = '\x00'

// longest is how long a sentence may be, in bytes. What is longer is cut at a space: nobody writes such a sentence, and
// it keeps the time for a text in proportion to its length.
const longest = 1200

// longestQuote is how far the end of a quote is looked for, in bytes.
const longestQuote = 600

// sentences cuts a text into sentences.
func sentences(text string) []sentence {
	b := []byte(text)
	blankBlocks(text, b)
	blankInline(b)
	var out []sentence
	add := func(start, end int) {
		for end-start > longest {
			cut := start + longest
			if i := strings.LastIndexByte(string(b[start:cut]), ' '); i > 0 {
				cut = start + i
			}
			for !utf8.RuneStart(b[cut]) && cut > start+1 {
				cut--
			}
			out = append(out, newSentence(start, string(b[start:cut])))
			start = cut
		}
		if strings.Trim(string(b[start:end]), " \t\r\n\x00") != "" {
			out = append(out, newSentence(start, string(b[start:end])))
		}
	}
	start := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '.', '!', '?':
			if i+1 < len(b) && (b[i+1] == ' ' || b[i+1] == '\n' || b[i+1] == '\r') {
				add(start, i+1)
				start = i + 1
			}
		case '\n':
			if wrapped(b, start, i) {
				b[i] = ' '
				continue
			}
			add(start, i)
			start = i + 1
		}
	}
	add(start, len(b))
	return out
}

func newSentence(start int, text string) sentence {
	low := lower(text)
	s := sentence{start: start, lower: ascii(low), named: ascii(mark(text, low, false, true)),
		people: ascii(mark(text, low, true, false)), peopleNamed: ascii(mark(text, low, true, true))}
	s.tokens = tokens(s.lower, s.named)
	s.atoms = make([]uint64, len(grammar().leaves)/64+1)
	for _, t := range s.tokens {
		for _, a := range t.atoms {
			s.atoms[a/64] |= 1 << (a % 64)
		}
	}
	return s
}

// has reports whether a sentence has what a pattern cannot do without.
func (s sentence) has(p pattern) bool {
	for _, need := range p.needs {
		if !slices.ContainsFunc(need, func(a uint16) bool { return s.atoms[a/64]&(1<<(a%64)) != 0 }) {
			return false
		}
	}
	return true
}

// ascii writes German letters as people do who have no such keys. It keeps every length, and patterns are written so too:
// a regular expression sees the end of a word only where letters are ASCII.
func ascii(s string) string { return germanLetters().Replace(s) }

var germanLetters = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")
})

var (
	determined  = newLazy(`\b(?:the|a|an|our|this|that|every|each|no|die|der|das|dem|den|ein|eine)(?: [a-z-]+)? $`)
	pronoun     = newLazy(`\b(?:he|she|his|her|er|sie|seine[nmrs]?|ihre[nmrs]?)\b`)
	notNameLike = newLazy(`(?:s|ing|tion|ment|ness|ity|ware|age|ung|heit|keit|er)$`)
)

// mark is a text in lower case in which capitals mark people: R begins a word for somebody, G one for several, and N
// stands for every byte of what may be a name. So a pattern needs no list of them, which makes it many times as fast.
func mark(text, low string, people, names bool) string {
	b := []byte(low)
	first := true
	for i := 0; i < len(low); {
		if !letter(low[i]) {
			i++
			continue
		}
		end := i + 1
		for end < len(low) && (letter(low[end]) || low[end] == '-' && end+1 < len(low) && letter(low[end+1])) {
			end++
		}
		w := low[i:end]
		switch {
		case people && roles[w]:
			b[i] = 'R'
		case people && groups[w]:
			b[i] = 'G'
		case names && nameLike(text[i:end], w) && !(first && notNameLike().MatchString(w) && !pronoun().MatchString(low)) && !determined().MatchString(low[max(0, i-24):i]):
			for k := i; k < end; k++ {
				b[k] = 'N'
			}
		}
		i, first = end, false
	}
	return string(b)
}

// nameLike reports whether a word, as written and in lower case, could be the name of a person: a capital letter, then
// small ones.
func nameLike(written, low string) bool {
	return len(written) > 1 && written[:1] != low[:1] && written[1:2] == low[1:2] && !notPeople[low] ||
		len(written) > 2 && written[0] == 0xC3 && written[:2] != low[:2] && !notPeople[low]
}

// wrapped reports whether the line break at i is one within a sentence: a long line, then a small letter.
func wrapped(b []byte, start, i int) bool {
	from := max(start, strings.LastIndexByte(string(b[max(start, i-61):i]), '\n')+1)
	if i-from < 60 || i+1 >= len(b) {
		return false
	}
	c := b[i+1]
	return c >= 'a' && c <= 'z' || c >= utf8.RuneSelf
}

// lower is strings.ToLower for the letters of the languages of the rules. It keeps every length.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		switch {
		case 'A' <= c && c <= 'Z':
			b[i] = c + 'a' - 'A'
		case c == 0xC3 && i+1 < len(b) && b[i+1] >= 0x80 && b[i+1] <= 0x9E && b[i+1] != 0x97: // À to Þ
			b[i+1] += 0x20
		}
	}
	return string(b)
}

// A lazy is a regular expression that is compiled when it is first used.
type lazy func() *regexp.Regexp

func newLazy(expr string) lazy {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

var (
	fence = newLazy("^ {0,3}(?:```|~~~)")
	// A line that somebody or something else wrote: a quote, a log, a chat, a prompt, the head of a mail, a setting.
	foreign = newLazy(`^\s*(?:>|\|\s*$` +
		`|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d` + // ISO 8601 to the second
		`|\[?\d{1,2}[:.]\d\d[:.]\d\d[.,]\d{3}` + // a clock with milliseconds
		`|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d ` + // syslog
		`|(?i:error|fatal|warn|warning|info|debug|panic|traceback|exception|notice|critical|remote)(?:\[[^\]]*\])?:\s` +
		`|\[(?i:error|warn|warning|info|debug|fatal)\]` +
		`|\[[\d/.:, ]{4,22}(?: ?[AaPp][Mm])?\]\s*(?:<[^>]{1,40}>|[^\s:][^:\n]{0,40}:\s)` + // [02:14] kim: ...
		`|<[@\w][^>\s]{0,40}>\s` + // <kim> ...
		`|\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?\s+<[^>\s]{1,40}>` +
		`|[$%❯➜]\s|>>>\s|\w[\w.-]*@[\w.-]+:[^\s]*[$#]\s|PS [A-Z]:|[A-Z]:\\` + // prompts
		`|(?:From|To|Cc|Subject|Date|Message-ID|Delivered-To|Received|Von|An|Betreff): ` +
		`|[+-]{3} |@@ |[{}\]]|"[\w.-]+"\s*:)`)
	// The line above what somebody wrote in a chat: a name and a clock.
	chatHead = newLazy(`^(?:\*\*)?[\p{L}@][^\n.!?;,]{0,40}?(?:\*\*\s+|\s{2,})\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp][Mm])?\]?\s*$|^[\p{L}@][\p{L}. -]{0,30} \d{1,2}:\d\d ?[AP]M\s*$`)
	indented = newLazy(`^(?:    |\t)\s*\S`)
	listItem = newLazy(`^\s*(?:[-*+]|\d{1,3}[.)])\s`)
	// Words that are names of files, flags, variables, addresses.
	codeWord = newLazy(`\S*(?:\w_\w|://|\w\(\)|\w::\w|\w\.\w+/|\w=\w|\w@\w)\S*|(?:^|[\s(])(?:--?[a-z][\w-]*|~?/\w\S*|#\w\S*)`)
)

// blankBlocks blanks out, in b, the lines of text that are not prose.
func blankBlocks(text string, b []byte) {
	var inFence, inChat, inCode, listed bool
	before := "" // the line before
	for i := 0; i < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			end = i + n
		}
		line := strings.TrimSuffix(text[i:end], "\r")
		empty := strings.TrimSpace(line) == ""
		head := line[:min(len(line), 200)]
		if listItem().MatchString(head) {
			listed = true
		} else if !empty && line[0] != ' ' && line[0] != '\t' {
			listed = false
		}
		switch {
		case fence().MatchString(head):
			inFence = !inFence
			fill(b, i, end)
		case inFence:
			fill(b, i, end)
		case empty:
			inChat = false
		case chatHead().MatchString(head):
			inChat = true
			fill(b, i, end)
		case inChat, foreign().MatchString(head):
			fill(b, i, end)
		case indented().MatchString(head) && !listed && (inCode || strings.TrimSpace(before) == ""):
			inCode = true
			fill(b, i, end)
		default:
			inCode = false
		}
		before = line
		i = end + 1
	}
}

// quotes are pairs of quotation marks.
var quotes = []struct{ open, close string }{
	{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"„", "”"}, {"«", "»"}, {"»", "«"}, {"‘", "’"}, {"‚", "‘"}, {"'", "'"}, {"`", "`"},
}

// blankInline blanks out quotes, code and words of code within prose.
func blankInline(b []byte) {
	text := string(b)
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '"' && c != '\'' && c != '`' && c != 0xE2 && c != 0xC2 {
			continue
		}
		for _, q := range quotes {
			if !strings.HasPrefix(text[i:], q.open) {
				continue
			}
			if n := quoteEnd(text, i, q.open, q.close); n > 0 {
				fill(b, i, n)
				i = n - 1
				break
			}
		}
	}
	for _, w := range codeWord().FindAllIndex(b, -1) {
		from := w[0]
		for from < w[1] && (b[from] == ' ' || b[from] == '\n' || b[from] == '\t' || b[from] == '(') {
			from++
		}
		fill(b, from, w[1])
	}
}

// quoteEnd is the offset after the quote that begins at i, 0 where there is none. Quotes end in their paragraph; a
// straight mark begins one only at the start of a word, and ends one only at its end, so that an apostrophe is none.
func quoteEnd(text string, i int, open, closing string) int {
	if open == "'" && i > 0 && !strings.ContainsRune(" \t\n(=:", rune(text[i-1])) {
		return 0
	}
	from := i + len(open)
	within := text[from:min(len(text), from+longestQuote)]
	if n := strings.Index(within, "\n\n"); n >= 0 {
		within = within[:n]
	}
	for at := 0; ; {
		n := strings.Index(within[at:], closing)
		if n < 0 {
			return 0
		}
		at += n + len(closing)
		next := byte(' ')
		if from+at < len(text) {
			next = text[from+at]
		}
		if closing != "'" && closing != "’" || !letter(next) {
			return from + at
		}
	}
}

func letter(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf || '0' <= c && c <= '9'
}

// fill blanks out b[start:end], but for line breaks.
func fill(b []byte, start, end int) {
	for i := start; i < end; i++ {
		if b[i] != '\n' {
			b[i] = blank
		}
	}
}
