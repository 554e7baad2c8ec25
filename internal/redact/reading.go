package redact

// A reading is a source as the rules see it: text, with what hides names from a search taken out, and the way back.
//
// Taken out are zero-width characters and soft hyphens, emphasis marks inside words, entities (decoded) and backslash
// escapes of Markdown; curly quotes are straight, and letters composed (NFC). Case, accents and line breaks stay.
type reading struct {
	source int    // index of the source
	src    string // as written
	text   string // as the rules see it
	at     []int  // at[i] is the offset in src of byte i of text; len(at) == len(text)+1
	areas  []area // what the stretches of text are, in order, covering all of it
}

// An area is a stretch of a reading's text that is all the same to Markdown.
type area struct {
	start, end int
	part       part
}

// part is what a stretch of text is to Markdown.
type part int

const (
	prose  part = iota
	code        // fenced or indented block, code span
	info        // info string of a fence
	target      // destination or title of a link or image, definition of a reference, autolink
	unseen      // comment, front matter, raw HTML tag: never leaves
)

// span is the stretch of the source that text[start:end] was read from, widened so that it cuts no rune, entity or
// pair of emphasis marks in two.
func (r *reading) span(start, end int) Span {
	return Span{Source: r.source, Start: r.at[start], End: r.at[end]}
}

// partAt is what the byte of text at i is.
func (r *reading) partAt(i int) part {
	for _, a := range r.areas {
		if i < a.end {
			return a.part
		}
	}
	return prose
}

// A match is what a rule found in a reading, before it is a finding.
type match struct {
	start, end int // in the reading's text
	kind       Kind
	certain    bool
	rule       string // id of the rule
	// same joins this match to others: matches with an equal same are one entity whatever their kind, such as the
	// ticket in a link and the bare ticket. Empty: resolved by kind and folded form.
	same string
}
