package archive

import (
	"strings"
	"time"

	"firsthand/internal/journal"
)

// take turns one block into drafts, or keeps it for the next.
func (w *writer) take(b block) {
	switch b.shape {
	case title:
		w.heading(b)
	case code, table:
		w.attach(b)
	case paragraph:
		w.endLabel(b)
		for _, text := range lines(b.text) {
			w.entry(text)
		}
	default:
		w.endLabel(b)
		w.entry(b.text)
	}
}

// heading is the private title, or names a part, or goes with the text below it.
func (w *writer) heading(b block) {
	w.labeled = false
	if b.text == "" {
		return
	}
	if kind, ok := partTitle(b.text); ok {
		w.flush()
		w.kind, w.level, w.fresh = kind, b.level, true
		return
	}
	if b.level <= w.level {
		w.kind, w.level = "", 0
	}
	if b.level == 1 && !w.titled && b.text != "" && len(w.drafts) == 0 && len(w.waiting) == 0 {
		w.title, w.titled = b.text, true
		return
	}
	w.waiting = append(w.waiting, b)
}

// attach hangs code or a table on the entry before it, unless something stands between them.
func (w *writer) attach(b block) {
	if len(w.drafts) == 0 || len(w.waiting) > 0 || w.fresh {
		w.add(draft{parts: []string{b.text}, kind: w.currentKind()}, false)
		return
	}
	d := &w.drafts[len(w.drafts)-1]
	if d.bare && len(d.parts) == 1 {
		d.parts, d.bare = []string{b.text}, false // "14:41 saw:" above a table: the table is what was seen
		return
	}
	if !b.joined {
		d.parts = append(d.parts, "")
	}
	d.parts = append(d.parts, b.text)
}

// endLabel ends "Actions:" at the first text that is no item of its list.
func (w *writer) endLabel(b block) {
	if b.shape == paragraph || b.shape == quote {
		w.labeled = false
	}
}

func (w *writer) currentKind() journal.Kind {
	if w.labeled {
		return w.label
	}
	return w.kind
}

// entry makes an entry of a text, with the time and the kind word at its start.
func (w *writer) entry(text string) {
	if blank(text) {
		return // a bullet of odd spaces
	}
	if kind, ok := partTitle(text); ok && strings.HasSuffix(strings.TrimSpace(text), ":") {
		w.label, w.labeled, w.fresh = kind, true, true // "What I learned:" above a list
		return
	}
	d := draft{kind: w.currentKind()}
	rest := text
	said := false
	for range 3 { // a time and a kind in either order, or a day before both
		if typed, after, ok := journal.LeadingWhen(rest); ok && d.typed == "" && placeable(typed) {
			d.typed, rest = typed, after
		} else if kind, after, ok := leadingKind(rest); ok && !said {
			d.kind, rest, said = kind, after, true
		} else {
			break
		}
	}
	if head := text[:min(len(text), 60)]; d.typed == "" && mayHoldDate(head) {
		if m := dateAtStart.FindStringSubmatch(head); m != nil {
			d.day = w.day(m[1])
		}
	}
	if strings.TrimSpace(rest) == "" {
		if said && d.typed == "" {
			w.label, w.labeled, w.fresh = d.kind, true, true // "Actions:" names the list below it
			return
		}
		rest, d.bare = text, true // a time and nothing else: the line says no more, and is kept
	}
	d.parts = []string{strings.TrimLeft(rest, "\n")}
	w.add(d, true)
}

// day reads a date that begins another day of the account; zero where it does not.
func (w *writer) day(s string) time.Time {
	day, ok := dayOf(s, w.limit)
	if !ok || !w.overruled.IsZero() && day.Format("01-02") == w.overruled.Format("01-02") {
		return time.Time{}
	}
	return day
}

// placeable is false for a time that counts from the moment of typing, which nobody knows any more.
func placeable(typed string) bool {
	word := strings.ToLower(typed)
	return !strings.HasSuffix(word, "ago") && !strings.HasSuffix(word, "now") && !strings.HasPrefix(word, "vor ")
}

// add adds a draft, with the headings that waited for it. One that holds a time gives it to a draft that has none.
func (w *writer) add(d draft, timed bool) {
	var head []string
	for i, h := range w.waiting {
		raw := h.raw
		if head := h.text[:min(len(h.text), 100)]; mayHoldDate(head) {
			if m := dateAnywhere.FindStringSubmatch(head); m != nil {
				d.day = w.day(m[2])
			}
		}
		if typed, rest, ok := journal.LeadingWhen(h.text); ok && timed && d.typed == "" && i == len(w.waiting)-1 && placeable(typed) {
			d.typed = typed
			if raw = ""; rest != "" {
				raw = strings.Repeat("#", h.level) + " " + rest
			}
		}
		if raw != "" {
			head = append(head, raw, "")
		}
	}
	d.parts = append(head, d.parts...)
	w.waiting, w.fresh = nil, false
	w.drafts = append(w.drafts, d)
}

// flush makes an entry of headings that nothing follows.
func (w *writer) flush() {
	if len(w.waiting) == 0 {
		return
	}
	d := draft{kind: w.currentKind()}
	for i, h := range w.waiting {
		if i > 0 {
			d.parts = append(d.parts, "")
		}
		d.parts = append(d.parts, h.raw)
	}
	if typed, _, ok := journal.LeadingWhen(w.waiting[len(w.waiting)-1].text); ok && placeable(typed) {
		d.typed = typed // the heading keeps its words: there is nothing else to read
	}
	w.waiting = nil
	w.drafts = append(w.drafts, d)
}

// lines cuts a paragraph of chat or log lines, each of which begins with a time, into its lines; a first line without
// one introduces them. Any other paragraph stays whole.
func lines(text string) []string {
	if !strings.Contains(text, "\n") {
		return []string{text}
	}
	all := strings.Split(text, "\n")
	var starts []int
	for i, l := range all {
		switch {
		case startsWithTime(l) && indent(l) < 2:
			starts = append(starts, i)
		case i > 0 && indent(l) < 2:
			return []string{text}
		}
	}
	if len(starts) < 2 {
		return []string{text}
	}
	var out []string
	if starts[0] > 0 {
		out = append(out, strings.Join(all[:starts[0]], "\n"))
	}
	for i, from := range starts {
		to := len(all)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		out = append(out, strings.Join(all[from:to], "\n"))
	}
	return out
}
