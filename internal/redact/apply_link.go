package redact

import (
	"strings"
)

// target reduces a destination: a link to its text and what stands for the destination, an image to a note,
// an autolink to itself. Definitions go.
func (d *draft) target(a sourceArea, defs map[string]sourceArea) []edit {
	text := d.src.Text
	s := text[a.start:a.end]
	switch {
	case strings.HasSuffix(text[:a.start], "]("):
		return d.link(a)
	case strings.HasPrefix(s, "<"):
		out := []edit{{start: a.start, end: a.start + 1}}
		closing := ""
		if i := strings.IndexByte(s, '|'); i > 0 { // Slack's <destination|text>
			out = append(out, edit{start: a.start + i, end: a.start + i + 1, text: " ("})
			closing = ")"
		}
		return append(out, edit{start: a.end - 1, end: a.end, text: closing})
	default:
		_, dest, ok := d.definition(a)
		if !ok || !addressLike(text[dest.start:dest.end]) {
			return nil
		}
		start, end := a.start, a.end
		if end < len(text) && text[end] == '\n' && (end == 0 || text[end-1] != '\n') {
			end++
		}
		return []edit{{start: start, end: end}}
	}
}

// link reduces [text](destination "title") to "text (destination)", and an image to a note.
func (d *draft) link(a sourceArea) []edit {
	text := d.src.Text
	closing := a.end // the parenthesis
	if closing >= len(text) || text[closing] != ')' {
		return nil
	}
	open := d.opening(a.start - 2)
	if open < 0 {
		return nil
	}
	if open > 0 && text[open-1] == '!' {
		return []edit{{start: open - 1, end: closing + 1, text: imageDropped}}
	}
	out := []edit{{start: open, end: open + 1}}
	before := " ("
	if strings.TrimSpace(text[open+1:a.start-2]) == "" {
		before = "("
	}
	dest, title := splitTitle(text[a.start:a.end])
	if dest == "" {
		return append(out, edit{start: a.start - 2, end: closing + 1})
	}
	if dest[0] == '<' && strings.HasSuffix(dest, ">") {
		out = append(out, edit{start: a.start - 2, end: a.start + 1, text: before},
			edit{start: a.start + len(dest) - 1, end: a.start + len(dest)})
	} else {
		out = append(out, edit{start: a.start - 2, end: a.start, text: before})
	}
	if title > 0 {
		out = append(out, edit{start: a.start + title, end: a.end})
	}
	return out
}

// opening is where the bracket that closes at i opens, or -1.
func (d *draft) opening(i int) int {
	text := d.src.Text
	depth := 0
	for k := i; k >= 0 && i-k < 4096; k-- {
		switch text[k] {
		case ']', '[':
			if k > 0 && text[k-1] == '\\' || d.partAt(k) == code {
				continue
			}
			if text[k] == ']' {
				depth++
			} else if depth--; depth == 0 {
				return k
			}
		case '\n':
			if k > 0 && text[k-1] == '\n' {
				return -1
			}
		}
	}
	return -1
}

// splitTitle divides what stands in the parentheses of a link; title is the offset of the white space before the
// title, 0 if there is none.
func splitTitle(s string) (dest string, title int) {
	if strings.HasPrefix(s, "<") {
		if i := strings.IndexByte(s, '>'); i >= 0 {
			if i+1 < len(s) {
				return s[:i+1], i + 1
			}
			return s, 0
		}
	}
	if i := strings.IndexAny(s, " \t\n"); i > 0 {
		return s[:i], i
	}
	return s, 0
}

// inTitle reports whether an offset lies in a link's title, or in a definition that no link uses.
func (d *draft) inTitle(i int) bool {
	a, ok := d.areaAt(i)
	if !ok || a.part != target {
		return false
	}
	s := d.src.Text[a.start:a.end]
	switch {
	case strings.HasSuffix(d.src.Text[:a.start], "]("):
		_, title := splitTitle(s)
		return title > 0 && i >= a.start+title
	case strings.HasPrefix(s, "<"):
		return false
	}
	label, dest, ok := d.definition(a)
	if !ok || !addressLike(d.src.Text[dest.start:dest.end]) {
		return false
	}
	return i < dest.start || i >= dest.end || !d.used[label]
}

// addressLike reports whether the destination of a definition is one: "[12:03]: restarted" is a line of a chat.
func addressLike(dest string) bool {
	dest = strings.Trim(invisibles.ReplaceAllString(dest, ""), "<>")
	return strings.Contains(dest, "://") || strings.HasPrefix(dest, "mailto:") || strings.HasPrefix(dest, "www.") ||
		dest != "" && strings.ContainsRune("/.#", rune(dest[0]))
}

var definitionForm = newPattern(`^[ \t>]*\[([^\]\n]+)\]:[ \t]*(<[^>\n]*>|\S+)`)

// definition reads a definition of a reference.
func (d *draft) definition(a sourceArea) (label string, dest sourceArea, ok bool) {
	m := definitionForm.FindStringSubmatchIndex(d.src.Text[a.start:a.end])
	if m == nil {
		return "", sourceArea{}, false
	}
	return refKey(d.src.Text[a.start+m[2] : a.start+m[3]]), sourceArea{start: a.start + m[4], end: a.start + m[5], part: target}, true
}

// definitions are the destinations of the source's references by their labels.
func (d *draft) definitions() map[string]sourceArea {
	out := map[string]sourceArea{}
	for _, a := range d.areas {
		if a.part != target || strings.HasSuffix(d.src.Text[:a.start], "](") || strings.HasPrefix(d.src.Text[a.start:], "<") {
			continue
		}
		if label, dest, ok := d.definition(a); ok && addressLike(d.src.Text[dest.start:dest.end]) {
			if _, has := out[label]; !has {
				out[label] = dest
			}
		}
	}
	return out
}

func refKey(label string) string { return strings.ToLower(foldSpace(label)) }

var referenceForm = newPattern(`(!?)\[([^\[\]\n]*)\](?:\[([^\[\]\n]*)\])?`)

// note remembers which definitions the source refers to.
func (d *draft) note() {
	if !strings.Contains(d.src.Text, "]:") {
		return
	}
	d.used = map[string]bool{}
	for _, m := range referenceForm.FindAllStringSubmatchIndex(d.src.Text, -1) {
		if d.partAt(m[0]) == prose {
			d.used[d.refersTo(m)] = true
		}
	}
}

func (d *draft) refersTo(m []int) string {
	if m[6] >= 0 && m[7] > m[6] {
		return refKey(d.src.Text[m[6]:m[7]])
	}
	return refKey(d.src.Text[m[4]:m[5]])
}

// references reduces [text][label] to "text (destination)". What stands for the destination is put in when the edits
// are carried out, for only then its label is known.
func (d *draft) references(defs map[string]sourceArea) []edit {
	var out []edit
	for _, m := range referenceForm.FindAllStringSubmatchIndex(d.src.Text, -1) {
		if d.partAt(m[0]) != prose || m[1] < len(d.src.Text) && d.src.Text[m[1]] == '(' {
			continue
		}
		dest, ok := defs[d.refersTo(m)]
		if !ok {
			continue
		}
		if m[2] != m[3] {
			out = append(out, edit{start: m[0], end: m[1], text: imageDropped})
			continue
		}
		out = append(out, edit{start: m[0], end: m[0] + 1},
			edit{start: m[5], end: m[1], text: " (" + d.destination(dest) + ")"})
	}
	return out
}

// destination is a definition's destination after treatment.
func (d *draft) destination(dest sourceArea) string {
	text := strings.Trim(d.src.Text[dest.start:dest.end], "<>")
	for _, e := range d.treats {
		if e.start >= dest.start && e.end <= dest.end && !e.keep && e.end-e.start >= len(text)/2 {
			return e.stands()
		}
	}
	if d.found(dest.start, dest.end) {
		return generalised[classLink]
	}
	return text
}
