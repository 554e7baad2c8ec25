package redact

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Apply makes the clean text of a source of the plan. It refuses with *NotDecided while anything in the chosen
// sources is undecided; a source that was not chosen is empty.
//
// What the plan treats is replaced, Markdown is reduced to text without links, images, comments and raw HTML, and
// nothing else is changed. Clean text applied again stays as it is.
func (p *Plan) Apply(source int) (Clean, error) {
	if n := len(p.Undecided()); n > 0 {
		return Clean{}, &NotDecided{Count: n}
	}
	d := p.drafts[source]
	if d == nil {
		return Clean{}, nil
	}
	_, text, _ := p.read(d)
	return Clean{text: text}, nil
}

// read is a draft as it will be read: its source with everything treated, the same polished, and where what was treated
// stands in the first. It is made once.
func (p *Plan) read(d *draft) (raw, text string, at []stretch) {
	d.once.Do(func() {
		d.raw, d.stands = p.rewrite(d, merge(slices.Concat(d.treats, p.sweep(d)), d.structure()))
		d.text = p.polished(d.raw)
	})
	return d.raw, d.text, d.stands
}

// polished takes out of a rewritten text what only came about by rewriting.
func (p *Plan) polished(text string) string {
	if p.choice.Profile == Generalised {
		text = p.rounding.figures(text)
	}
	return p.rinse(p.kept.reduced.of(text, reduced))
}

// treat makes the edits for what was found in a draft.
func (p *Plan) treat(d *draft) []edit {
	var out []edit
	fs := d.findings
	mentions := mentionForm.FindAllStringIndex(d.src.Text, -1)
	for i := 0; i < len(fs); i++ {
		t := p.things[fs[i].Entity]
		if t == nil || d.drops(fs[i].Span) {
			continue
		}
		if t.stays(fs[i].Kind) {
			out = append(out, edit{start: fs[i].Start, end: fs[i].End, thing: t, keep: true})
			continue
		}
		if timely(fs[i].Kind) && timely(t.Entity.Kind) && !t.label.chose {
			e, n := p.treatTime(d, i)
			out = append(out, e)
			i += n - 1
			continue
		}
		e := edit{start: fs[i].Start, end: fs[i].End, thing: t}
		if m := holding(mentions, e.start, e.end); m != nil {
			// <@U04ABC|priya> is one mention, whatever was found within.
			e.start, e.end = m[0], m[1]
			for i+1 < len(fs) && fs[i+1].End <= e.end {
				i++
			}
		}
		if t.Entity.Kind == Person {
			e.end += honorificAfter(d.src.Text[e.end:])
			if i+1 < len(fs) {
				e.end = max(fs[i].End, min(e.end, fs[i+1].Start))
			}
		}
		d.balance(&e)
		out = append(out, e)
	}
	return out
}

var honorificForm = newPattern(`^(?:[-‐‑](?:san|sama|kun|chan|sensei|senpai|ssi|nim|ji)\b| (?:bhai|bhaiya|didi|hanım|hanim|sahib|saheb|garu)\b|さん|様|さま|くん|ちゃん|先生|씨|님)`)

// honorificAfter is the length of an honorific after a name, which tells of the language that somebody is spoken to in.
func honorificAfter(text string) int { return len(honorificForm.FindString(text)) }

// stays reports whether a finding of that kind stays as it is.
func (t *thing) stays(k Kind) bool {
	return t.Treatment == Undecided || t.Treatment == Kept && !(t.label.named && k != Person)
}

// mentionForm is how Slack writes a person or a channel.
var mentionForm = newPattern(`<[@#!][^<>\n]{1,80}>`)

// stands is what stands for a treated stretch where its place asks for nothing else.
func (e edit) stands() string {
	switch t := e.thing; {
	case e.text != "":
		return e.text
	case t.Entity.Kind == Secret:
		return secretRemoved
	case t.label.prose == "":
		return withheld(t.Entity.Kind)
	default:
		return t.label.prose
	}
}

// balance keeps marks of emphasis that a stretch cuts off from their partners.
func (d *draft) balance(e *edit) {
	if d.r == nil {
		return
	}
	i, _ := slices.BinarySearchFunc(d.r.pairs, e.start-4096, func(p [4]int, at int) int { return cmp.Compare(p[0], at) })
	for ; i < len(d.r.pairs) && d.r.pairs[i][0] < e.end; i++ {
		q := d.r.pairs[i]
		opens := q[0] >= e.start && q[1] <= e.end
		closes := q[2] >= e.start && q[3] <= e.end
		switch {
		case opens && !closes:
			e.before += d.src.Text[q[0]:q[1]]
		case closes && !opens:
			e.after = d.src.Text[q[2]:q[3]] + e.after
		}
	}
}

// left is the draft's source without what is treated in it.
func (d *draft) left() string {
	var b strings.Builder
	at := 0
	for _, e := range d.treats {
		if e.keep || e.start < at {
			continue
		}
		b.WriteString(d.src.Text[at:e.start])
		b.WriteString("\x00")
		at = e.end
	}
	b.WriteString(d.src.Text[at:])
	return b.String()
}

// sweep makes the edits for what is hidden and stands in the draft although no finding covers it: within longer words,
// encoded, spelled apart.
func (p *Plan) sweep(d *draft) []edit {
	var out []edit
	for _, h := range d.hits {
		f := p.hide.forms[h.form]
		if f.weak || h.covered {
			continue
		}
		e := edit{start: h.start, end: h.end, thing: p.things[f.entity], text: withheld(f.kind)}
		if s, ok := parseStamp(d.src.Text[h.start:h.end]); ok && f.kind == Time {
			if at, ok := s.resolve(d.src.At); ok {
				if words, ok := p.sinceZero(d, at); ok {
					e.text = words
				}
			}
		}
		d.balance(&e)
		if n := strings.Count(d.src.Text[h.start:h.end], "`"); n%2 == 1 && d.partAt(h.start) != code {
			e.after += "`"
		}
		out = append(out, e)
	}
	return out
}

// rewrite carries the edits out, and says where what stands for something found came to stand.
func (p *Plan) rewrite(d *draft, edits []edit) (string, []stretch) {
	text := d.src.Text
	var stands []stretch
	b := make([]byte, 0, len(text)+64)
	at := 0
	bare := false // a line lost what stood at its beginning
	seam := -1    // where something was taken out between two characters
	var last edit // the label written last
	labelled := 0 // where it ends in b
	put := func(s string) {
		if s != "" && seam == len(b) && seam > 0 && s[0] == b[seam-1] && (s[0] == '`' || s[0] == '~') {
			b = append(b, '\\') // two marks must not become one fence
		}
		if bare && s != "" {
			// What follows now begins the line, and must not become a fence, a heading or code by that.
			if s = strings.TrimLeft(s, " \t"); s != "" && strings.IndexByte("`~#>|+*-=[<", s[0]) >= 0 {
				b = append(b, '\\')
			}
			bare = s == ""
		}
		b = append(b, s...)
	}
	for i, e := range edits {
		put(text[at:e.start])
		at = e.end
		switch {
		case e.keep:
			start := len(b)
			put(text[e.start:e.end])
			stands = append(stands, stretch{start: start, end: len(b), edit: e})
			last, labelled = e, len(b)
			continue
		case e.thing == nil:
			if strings.TrimSpace(e.text) == "" && d.partAt(e.start) != info && text[e.end-1] != '\n' &&
				strings.TrimSpace(lastLine(b)) == "" {
				bare = true
			}
			put(e.text)
			if e.text == "" {
				seam = len(b)
			}
			continue
		}
		bare = false
		after, apart := text[e.end:min(len(text), e.end+40)], false
		if i+1 < len(edits) && edits[i+1].start == e.end && edits[i+1].thing != nil {
			after = "\x00" // another label follows directly
			if apart = d.partAt(e.start) == prose && !timely(e.thing.Entity.Kind); apart {
				after = " " // in prose a space parts the two: "repository 1 change 1"
			}
		}
		if i+1 < len(edits) && edits[i+1].start == e.end+1 && edits[i+1].thing != nil && text[e.end] == '/' {
			after = "/" // two names parted by a slash are no path
		}
		if n, same := d.saysAgain(last, e); same && labelled > 0 {
			// "Priya (Priya Patel)" is one name, and its label says as much once.
			if i+1 == len(edits) || edits[i+1].start > e.end {
				at += n
			}
			b, last.end = b[:labelled], at
			continue
		}
		w := p.words(d, e, string(b[max(0, len(b)-80):]), after)
		if n := len(b) - w.cut; n > 0 && b[n-1] == '[' && strings.HasPrefix(text[at+w.skip:], "]") {
			w.text = strings.TrimSuffix(strings.TrimPrefix(w.text, "["), "]") // [12:03] has its brackets already
		}
		b = append(b[:len(b)-w.cut], e.before...)
		if n := len(stands); n > 0 && stands[n-1].end > len(b)-len(e.before) {
			stands = stands[:n-1] // what is cut off took a part of it along
		}
		stands = append(stands, stretch{start: len(b), end: len(b) + len(w.text), edit: e})
		b = append(b, w.text...)
		b = append(b, e.after...)
		last, labelled = e, len(b)
		if apart {
			b = append(b, ' ')
		}
		at += w.skip
		if strings.HasSuffix(w.text, "]") && d.partAt(e.start) != code && at < len(text) &&
			(text[at] == '(' || text[at] == ':' && beginsLine(string(b[:len(b)-len(w.text)]))) {
			b = append(b, '\\') // a note in brackets must not become a link or a definition with what follows
		}
		if n := spacesBefore(text[at:], '|'); n > 1 {
			at += n - 1 // a column's padding would tell how long the name was
		}
	}
	put(text[at:])
	return string(b), stands
}

// saysAgain reports whether an edit names the same thing as the label before it, with no more than a space or an opening
// bracket between: a full name after a short one, an address after its owner. n is the length of the closing bracket.
func (d *draft) saysAgain(last, e edit) (n int, same bool) {
	t := e.thing
	if last.thing != t || last.end >= e.start || timely(t.Entity.Kind) || t.label.prose == "" || t.Treatment == Withhold ||
		last.before+last.after+e.before+e.after != "" || possessive(d, e) != "" || possessive(d, last) != "" {
		return 0, false
	}
	text := d.src.Text
	if last.keep && foldLiteral(text[last.start:last.end]) != foldLiteral(t.label.prose) {
		return 0, false
	}
	closing, ok := map[string]string{" ": "", " (": ")", " [": "]", " <": ">"}[text[last.end:e.start]]
	if !ok || !strings.HasPrefix(text[e.end:], closing) {
		return 0, false
	}
	return len(closing), true
}

// lastLine is what stands on the last line of b.
func lastLine(b []byte) string { return string(b[bytes.LastIndexByte(b, '\n')+1:]) }

// spacesBefore is the number of spaces at the beginning of s if they end at c, else 0.
func spacesBefore(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == ' ' {
		n++
	}
	if n < len(s) && s[n] == c {
		return n
	}
	return 0
}

// rinse takes out hidden forms that only came about by rewriting. It is a second line: what it finds has been missed.
func (p *Plan) rinse(text string) string {
	for range 3 {
		var bad []place
		left := map[string]int{}
		for _, h := range p.hide.search(text, false) {
			f := p.hide.forms[h.form]
			if f.weak {
				continue
			}
			if left[f.key]++; left[f.key] > p.hide.allowed[f.key] {
				bad = append(bad, h)
			}
		}
		if len(bad) == 0 {
			break
		}
		var b strings.Builder
		at := 0
		for _, h := range bad {
			if h.start < at {
				continue
			}
			b.WriteString(text[at:h.start])
			words := strings.Trim(withheld(p.hide.forms[h.form].kind), "[]")
			if t := p.things[p.hide.forms[h.form].entity]; t != nil && t.chosen && t.label.prose != "" && t.Treatment != Kept {
				words = t.label.prose // "the machine of Priya" that somebody chose is the machine of Engineer A
			}
			b.WriteString(words)
			at = h.end
		}
		b.WriteString(text[at:])
		text = reduced(b.String())
	}
	return text
}

// reduced reduces the structure that is left, or came about by rewriting, until nothing changes.
func reduced(text string) string {
	for range 4 {
		before := text
		s := &Survey{Sources: []Source{{Text: text}}, readings: []*reading{read(0, text)}}
		d := newDraft(s, 0, nil)
		if edits := merge(nil, d.structure()); len(edits) > 0 {
			text, _ = (&Plan{}).rewrite(d, edits)
		}
		if text = harmless(text); text == before {
			break
		}
	}
	return text
}
