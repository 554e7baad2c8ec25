package redact

import (
	"sort"
	"strings"
	"sync"
	"time"
)

// A draft is a chosen source ready to be rewritten: its reading in terms of the source, and what was found in it.
type draft struct {
	source   int
	src      Source
	r        *reading
	areas    []sourceArea
	findings []Finding       // without those that are labels of ours already
	noise    []Finding       // those
	hits     []place         // where hidden forms stand, as the sweep sees it
	treats   []edit          // what becomes of the findings, in order
	used     map[string]bool // the definitions that the source refers to
	last     time.Time       // the clock time treated last
	tongues  []sentence      // nil until needed
	foreign  bool            // the account is in another language than English, as a whole

	kept      *kept
	once      sync.Once
	raw, text string // as it will be read; see Plan.read
	stands    []stretch
}

// sourceArea is an area of a reading in offsets of the source.
type sourceArea struct {
	start, end int
	part       part
}

func newDraft(s *Survey, i int, findings []Finding) *draft {
	d := &draft{source: i, src: s.Sources[i]}
	if i < len(s.readings) {
		d.r = s.readings[i]
		d.areas = sourceAreas(d.r)
	}
	d.note()
	labels := labelSpans(d.src.Text)
	for _, f := range findings {
		if f.Kind != Secret && f.Kind != Other && labelNoise(f.Kind, d.src.Text, f.Start, f.End, labels) {
			d.noise = append(d.noise, f)
			continue
		}
		d.findings = append(d.findings, f)
	}
	return d
}

// holding is the one of the ordered stretches that a stretch lies in, nil if there is none.
func holding(in [][]int, start, end int) []int {
	i := sort.Search(len(in), func(i int) bool { return in[i][1] >= end })
	if i < len(in) && in[i][0] <= start {
		return in[i]
	}
	return nil
}

// sourceAreas are the areas of a reading that are not prose. A reading without areas is all prose.
func sourceAreas(r *reading) []sourceArea {
	var out []sourceArea
	for _, a := range r.areas {
		if a.part == prose || a.start >= a.end {
			continue
		}
		out = append(out, sourceArea{start: r.at[a.start], end: readTill(r, a.end-1), part: a.part})
	}
	return out
}

// areaAt is the area that holds an offset, if it is not prose.
func (d *draft) areaAt(i int) (sourceArea, bool) {
	k := sort.Search(len(d.areas), func(k int) bool { return d.areas[k].end > i })
	if k < len(d.areas) && d.areas[k].start <= i {
		return d.areas[k], true
	}
	return sourceArea{}, false
}

// partAt is what the source is to Markdown at an offset.
func (d *draft) partAt(i int) part {
	a, _ := d.areaAt(i)
	return a.part
}

// drops reports whether nothing of a span is shown.
func (d *draft) drops(sp Span) bool {
	switch d.partAt(sp.Start) {
	case unseen, info:
		return true
	case target:
		// A title is never shown, a destination is.
		return d.inTitle(sp.Start)
	}
	return false
}

// An edit puts text in the place of a stretch of the source.
type edit struct {
	start, end int
	text       string
	before     string // marks of emphasis that open within the stretch and close after it
	after      string // marks that opened before it and close within
	thing      *thing // what the stretch refers to; nil for structure
	keep       bool   // the stretch stays as it is
}

var (
	plainWord  = newPattern(`^[ \t]*([A-Za-z][A-Za-z0-9+#]{0,19})(?:[ \t\r\n,{]|$)`)
	headingID  = newPattern(`(?m)^ {0,3}#{1,6}[ \t].*?([ \t]*\{[#.:][^}\n]*\})[ \t]*$`)
	slackCall  = newPattern(`<!(here|channel|everyone)(?:\|[^>\n]*)?>`)
	lineBreak  = newPattern(`(?i)^<(?:br|/?p|/?div|/?li|/?tr|/?td|/?th|/?h[1-6]|/?ul|/?ol|/?table|hr|/?blockquote|/?pre)\b`)
	invisibles = newPattern(`[\x{00AD}\x{200B}\x{2060}-\x{2064}\x{FEFF}\x{E0000}-\x{E007F}]+`)
)

// structure are the edits that reduce Markdown to what may leave: no comments, front matter, tags, links, images,
// definitions and info strings, nothing invisible.
func (d *draft) structure() []edit {
	text := d.src.Text
	var out []edit
	defs := d.definitions()
	for _, a := range d.areas {
		s := text[a.start:a.end]
		switch a.part {
		case unseen:
			out = append(out, d.unseen(a.start, a.end))
		case info:
			with := ""
			if m := plainWord.FindStringSubmatchIndex(s); m != nil && !d.found(a.start+m[2], a.start+m[3]) {
				with = s[m[2]:m[3]]
			}
			if with != s {
				out = append(out, edit{start: a.start, end: a.start + len(strings.TrimRight(s, "\r\n")), text: with})
			}
		case target:
			out = append(out, d.target(a, defs)...)
		}
	}
	for _, m := range headingID.FindAllStringSubmatchIndex(text, -1) {
		if d.partAt(m[2]) == prose {
			out = append(out, edit{start: m[2], end: m[3]})
		}
	}
	for _, m := range slackCall.FindAllStringSubmatchIndex(text, -1) {
		out = append(out, edit{start: m[0], end: m[1], text: "@" + text[m[2]:m[3]]})
	}
	for _, m := range invisibles.FindAllStringIndex(text, -1) {
		out = append(out, edit{start: m[0], end: m[1]})
	}
	out = append(out, d.tagsInWords()...)
	if len(defs) > 0 {
		out = append(out, d.references(defs)...)
	}
	return out
}

// found reports whether a finding touches a stretch.
func (d *draft) found(start, end int) bool {
	i := sort.Search(len(d.findings), func(i int) bool { return d.findings[i].End > start })
	return i < len(d.findings) && d.findings[i].Start < end
}

// unseen takes out a comment, tag or front matter, with its line where nothing else stands on it.
func (d *draft) unseen(start, end int) edit {
	text := d.src.Text
	if lineBreak.MatchString(text[start:end]) {
		return edit{start: start, end: end, text: " "}
	}
	from, to := start, end
	for from > 0 && (text[from-1] == ' ' || text[from-1] == '\t') {
		from--
	}
	for to < len(text) && (text[to] == ' ' || text[to] == '\t' || text[to] == '\r') {
		to++
	}
	if (from == 0 || text[from-1] == '\n') && (to == len(text) || text[to] == '\n') {
		return edit{start: from, end: min(to+1, len(text))}
	}
	return edit{start: start, end: end}
}

// tagsInWords takes out the tags that the reading passed over because they stand within a word.
func (d *draft) tagsInWords() []edit {
	if d.r == nil || !strings.Contains(d.src.Text, "<") {
		return nil
	}
	var out []edit
	for i := 1; i < len(d.r.text); i++ {
		from, to := readTill(d.r, i-1), d.r.at[i]
		if from >= to {
			continue
		}
		gap := d.src.Text[from:to]
		for at := strings.IndexByte(gap, '<'); at >= 0; {
			end := strings.IndexByte(gap[at:], '>')
			if end < 0 {
				break
			}
			out = append(out, edit{start: from + at, end: from + at + end + 1})
			next := strings.IndexByte(gap[at+end:], '<')
			if next < 0 {
				break
			}
			at += end + next
		}
	}
	return out
}

// readTill is where in the source what byte i of a reading was read from ends.
func readTill(r *reading, i int) int {
	if i < len(r.till) {
		return r.till[i]
	}
	return r.at[i+1]
}
