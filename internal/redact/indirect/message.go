package indirect

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Messages that whoever can search the logs would find in one place: one with a number of its own, or an error of the
// company's own making. "connection refused" is in everybody's.
var (
	message = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("`([^`\n]+)`|\"([^\"\n]+)\"|“([^“”\n]+)”|((?im:^|\\b)(?:panic|fatal|error|exception|traceback): [^\n.]+)")
	})
	ownNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[^\d.:])(\d{4,})(?:$|[^\d.:])`) })
	ownError  = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`\b(?:[A-Z][a-z]+)+(?:Error|Exception|Failure)\b|\b(?:ERR|ERROR|E)_[A-Z_]+_?\d{2,}\b`)
	})
	everybodys = regexp.MustCompile(`^(?:Null ?Pointer|Out ?Of ?Memory|Connection|Timeout|Io|Runtime|File ?Not ?Found|Index ?Out|Illegal ?(?:State|Argument)|Class ?Not ?Found|Key|Value|Type|Attribute|Module ?Not ?Found|Import|Stack ?Overflow|Concurrent ?Modification|No ?Such|Socket|Permission|Not ?Implemented|Zero ?Division|Assertion|Unicode|Operational|Integrity|Programming|Http|Request|Read|Connect|Syntax|Parse|Json|Database|Sql|Network|Internal|Server|Fatal|Api|Auth|Validation|Os|Name|Lookup|System|Config|Unknown)[A-Za-z]*$`)
)

// trouble are the words of messages that something went wrong.
var trouble = strings.Fields(`error err_ exception panic fatal failed failure denied expired mismatch missing abort refused invalid
	unexpected fehler erreur`)

// troubled reports whether a text has one of them. Nearly no line has, and every line is asked.
func troubled(text string) bool {
	low := strings.ToLower(text)
	return slices.ContainsFunc(trouble, func(w string) bool { return strings.Contains(low, w) })
}

// errors asks about messages in a line: in code and in quotation marks, and after "error:" in prose.
func (h *hints) errors(text string) {
	if !troubled(text) {
		return
	}
	fenced, at := false, 0
	for row := range strings.Lines(text) {
		start := at
		at += len(row)
		row = strings.TrimRight(row, "\r\n")
		switch t := strings.TrimLeft(row, " >"); {
		case strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~"):
			fenced = !fenced
		case fenced:
			h.message(text, start, start+len(row))
		case troubled(row):
			h.within(text, start, row)
		}
	}
}

// within asks about the messages in a row of prose.
func (h *hints) within(text string, start int, row string) {
	for _, m := range message().FindAllStringSubmatchIndex(row, -1) {
		for g := 2; g+1 < len(m); g += 2 {
			if m[g] < 0 {
				continue
			}
			end := m[g+1]
			if g == 8 { // what follows in the sentence is the author's
				for _, w := range []string{" was ", " were ", " is ", ", ", " and I"} {
					if i := strings.Index(row[m[g]:end], w); i > 0 {
						end = m[g] + i
					}
				}
			}
			h.message(text, start+m[g], start+end)
		}
	}
}

func (h *hints) message(text string, start, end int) {
	words := text[start:end]
	if len(words) > 400 || !troubled(words) || len(strings.Fields(words)) < 3 {
		return
	}
	own := false
	for _, e := range ownError().FindAllString(words, -1) {
		own = own || !everybodys.MatchString(e)
	}
	if !own && !ownNumber().MatchString(words) {
		return
	}
	h.ask(Error, start, end, topic(words))
}

// topic is what a message is about, in words that are in everybody's logs.
func topic(words string) string {
	low := strings.ToLower(words)
	for _, t := range []struct{ words, about string }{
		{"timeout|timed out|expired|deadline", "a timeout"}, {"memory|oom", "memory"}, {"deadlock|lock", "a lock"},
		{"mismatch|expected", "two things that did not match"}, {"permission|denied|forbidden|unauthor", "permissions"},
		{"missing|not found|no such|unknown", "something missing"}, {"connect|refused|unreachable", "a connection"}, {"disk|space", "the disk"},
		{"certificate|tls|ssl", "a certificate"}, {"syntax|parse|invalid|unexpected", "something that could not be read"},
	} {
		for w := range strings.SplitSeq(t.words, "|") {
			if strings.Contains(low, w) {
				return "an error message about " + t.about
			}
		}
	}
	return "an error message"
}
