package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Forbidden is what may not be in a file: every form of everything that a plan hides, also of what stands only in
// texts that were not chosen, in every encoding it could survive in.
type Forbidden struct {
	m     *matcher
	forms []forbidden
	// allowed is how often a form, by its key, may stand in each view: where it was kept on purpose, and where a word
	// that is also a name was left as a word.
	allowed map[string]int
	own     []string        // labels handed out; a form within one is exempt
	labels  *matcher        // of own
	kept    map[string]bool // folded texts that may stay although the detector would find them
	source  map[string]bool // what the detector found in fixed words of the document
	fixed   map[string]bool // words that every document has
	left    []string        // the chosen texts without what was treated in them
}

// Len is how many forms are searched for, encoded ones included.
func (f *Forbidden) Len() int { return len(f.forms) }

// forbidden is one form that may not leave.
type forbidden struct {
	kind   Kind
	entity EntityID
	key    string // folded; forms with an equal key are one to the count
	weak   bool   // also an ordinary word or number: places that no finding covers are left
	binary bool   // long enough to be searched for in what is not text
}

// place is where a forbidden form stands.
type place struct {
	hit
	covered bool // a finding decided about it
}

// machineNames are the names that every machine has. They identify nobody.
var machineNames = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq("root admin ubuntu user runner localhost administrator debian centos ec2-user pi guest " +
		"nobody www-data git postgres mysql test daemon system default deploy vagrant docker node jenkins") {
		machineNames[w] = true
	}
}

// forbidder collects forms.
type forbidder struct {
	out   *Forbidden
	forms []form
	seen  map[form]bool

	byEntity map[EntityID][]Finding // nil until needed
}

func (b *forbidder) add(f form, x forbidden) {
	if b.seen[f] || strings.TrimSpace(f.text) == "" {
		return
	}
	b.seen[f] = true
	b.forms = append(b.forms, f)
	b.out.forms = append(b.out.forms, x)
}

// forbid collects what the plan hides.
func (p *Plan) forbid() *Forbidden {
	f := &Forbidden{allowed: map[string]int{}, kept: map[string]bool{}, source: map[string]bool{}}
	b := &forbidder{out: f, seen: map[form]bool{}}
	for _, e := range p.survey.Entities {
		t := p.things[e.ID]
		if t.noise > 0 && t.noise == len(e.Spans) {
			continue // nothing but labels of ours
		}
		switch t.Treatment {
		case Kept:
			if t.label.named {
				b.besides(p, e)
			}
			for _, form := range append([]string{e.Name}, e.Forms...) {
				f.kept[keptKey(form)] = true
			}
		case Undecided:
		default:
			b.entity(p, e)
		}
		if t.label.chose {
			for _, said := range []string{t.label.prose, t.label.slug(), strings.TrimPrefix(t.label.prose, leadingArticle(t.label.prose))} {
				f.kept[keptKey(said)] = true
			}
		}
	}
	for _, d := range p.choice.Decisions {
		if d.Action == Keep {
			key, _, _ := strings.Cut(d.Key, "\x00")
			f.kept[keptKey(key)] = true
		}
	}
	for _, x := range p.choice.Extra {
		f := forbidden{kind: Other, key: foldLiteral(x), weak: true, binary: len(x) >= longForm}
		b.add(form{text: x}, f)
		if !strings.Contains(x, " ") { // an id
			for _, code := range encodings(x, true) {
				b.add(form{text: code, encoded: true}, f)
			}
		}
	}
	b.moments(p.survey.Sources)
	f.m = newMatcher(b.forms)
	for i := range f.forms {
		if f.m.forms[i].exact {
			f.forms[i].weak = true
		}
	}
	for _, t := range p.order {
		if l := t.label.prose; l != "" && !t.label.chose && t.Treatment != Kept {
			// Without its article too, as it stands after "the".
			f.own = append(f.own, l, t.label.slug(), strings.ReplaceAll(t.label.slug(), "-", " "))
		}
	}
	var own []form
	for _, l := range f.own {
		own = append(own, form{text: l})
	}
	f.labels = newMatcher(own)
	done := map[int]bool{}
	for _, i := range p.choice.Sources {
		if !done[i] {
			done[i] = true
			times := 1
			if slices.Contains(p.choice.Again, i) {
				times = 2
			}
			f.allow(p.drafts[i], times)
			f.left = append(f.left, p.drafts[i].left())
		}
	}
	return f
}

// entity adds the forms of a hidden entity.
func (b *forbidder) entity(p *Plan, e Entity) {
	for _, text := range append([]string{e.Name}, e.Forms...) {
		if e.Kind == Secret && text == e.Name && !slices.Contains(e.Forms, text) {
			continue // only its type
		}
		b.form(e, text, false)
	}
	for _, text := range e.Derived {
		// What is derived was never written: short and ordinary words say nothing.
		if s := squeeze(text); utf8.RuneCount(s.b) >= 4 && !ordinaryForm(s) && !ordinaryWord(string(s.b)) {
			b.form(e, text, !strings.Contains(text, " "))
		}
	}
}

// besides adds what else points at somebody whose name stays: handles, addresses, logins.
func (b *forbidder) besides(p *Plan, e Entity) {
	names := map[string]bool{}
	var other []string
	if b.byEntity == nil {
		b.byEntity = map[EntityID][]Finding{}
		for _, f := range p.survey.Findings {
			b.byEntity[f.Entity] = append(b.byEntity[f.Entity], f)
		}
	}
	for _, f := range b.byEntity[e.ID] {
		if text := p.survey.text(f.Span); f.Kind == Person {
			names[keptKey(text)] = true
			for w := range strings.FieldsSeq(text) {
				names[keptKey(w)] = true // chidi is the Chidi of a kept name, not another word for him
			}
		} else {
			other = append(other, text)
		}
	}
	for _, text := range other {
		if !names[keptKey(text)] {
			b.form(e, text, false)
		}
	}
}

func (b *forbidder) form(e Entity, text string, tight bool) {
	text = strings.TrimSpace(text)
	if machineNames[strings.ToLower(text)] && e.Kind != Secret || isOwnLabel(text) {
		return
	}
	s := squeeze(text)
	runes, digits := utf8.RuneCount(s.b), 0
	for _, c := range s.b {
		if asciiDigit(c) {
			digits++
		}
	}
	f := form{text: text, tight: tight}
	x := forbidden{kind: e.Kind, entity: e.ID, key: foldLiteral(text), binary: len(text) >= longForm}
	switch e.Kind {
	case Time, Date:
		if digits == runes && digits < 3 || runes == 0 {
			return // "22" and ":17" are in every text
		}
		f.literal = digits > 0 && digits < 8
		x.weak = digits == runes && !strings.ContainsAny(strings.Trim(text, ":"), ":./-")
		x.binary = false // digits of streams and coordinates look like them
	case Zone:
		f.exact = !strings.Contains(text, "/")
		x.binary = strings.Contains(text, "/")
	case Role:
		x.weak = true
	default:
		x.weak = digits == runes && runes < 5
	}
	b.add(f, x)
	if bare := strings.ReplaceAll(text, " ", ""); e.Kind == Time && f.literal && bare != text {
		b.add(form{text: bare, literal: true}, x) // 2am of "2 am"
	}
	if e.Kind == Secret {
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); len(line) >= 12 && line != text {
				b.add(form{text: line}, x)
			}
		}
	}
	if timely(e.Kind) || e.Kind == Role || x.weak {
		return
	}
	for _, spelling := range append(spellings(text), text) {
		if d, wrapped := unescape(spelling, "&%"); wrapped { // a link that has escapes of its own
			b.add(form{text: d.text, tight: tight}, x)
		}
		b.add(form{text: spelling, tight: tight}, x)
		for _, code := range encodings(spelling, e.Kind == Secret) {
			b.add(form{text: code, encoded: true}, x)
		}
	}
}

// keptKey is what a kept text is compared by.
func keptKey(text string) string { return string(squeezedLetters(text)) }

// allow counts the places of a draft that stay on purpose, as often as the draft is shown, and remembers all others for
// the sweep.
func (f *Forbidden) allow(d *draft, times int) {
	if d == nil {
		return
	}
	hits := f.search(d.src.Text, false)
	for _, h := range hits {
		if d.drops(Span{Start: h.start, End: h.end}) {
			continue
		}
		hidden, kept := false, false
		i, _ := slices.BinarySearchFunc(d.treats, h.start, func(e edit, at int) int {
			if e.end <= at {
				return -1
			}
			return 1
		})
		at, rest := h.start, 0 // letters of the place that no finding covers
		for ; i < len(d.treats) && d.treats[i].start < h.end; i++ {
			if e := d.treats[i]; e.keep {
				kept = true
			} else {
				hidden = true
				rest += len(squeeze(d.src.Text[at:max(at, e.start)]).b)
				at = max(at, min(e.end, h.end))
			}
		}
		rest += len(squeeze(d.src.Text[at:h.end]).b)
		whole := hidden && rest == 0
		h.covered = whole || kept && !hidden
		if kept && !hidden || !hidden && f.forms[h.form].weak {
			f.allowed[f.forms[h.form].key] += times
		}
		d.hits = append(d.hits, h)
	}
}

// search finds the forbidden forms in a text, one place for each key and start, in order. Forms within our own labels
// and clock times are left out. Where binary, only what is long and stands byte by byte counts.
func (f *Forbidden) search(text string, binary bool) []place {
	if binary {
		// Text in UTF-16 has a zero byte between its letters.
		text = strings.ReplaceAll(text, "\x00", "")
	}
	letters := borrow(text)
	defer letters.giveBack()
	hits := f.m.search(text, letters)
	if !binary {
		for _, d := range decoded(text) {
			for _, h := range f.m.find(d.text) {
				h.start, h.end = d.at[h.start], d.at[h.end]
				hits = append(hits, h)
			}
		}
	}
	if len(hits) == 0 {
		return nil
	}
	own := inOrder(append(noteSpans(text), f.handedOut(text, letters)...))
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	var out []place
	lastEnd := map[string]int{}
	for _, h := range hits {
		x := f.forms[h.form]
		if h.start >= h.end || binary && (!x.binary || h.loose && !f.m.forms[h.form].encoded || f.m.forms[h.form].exact) {
			continue
		}
		if holding(own, h.start, h.end) != nil {
			continue
		}
		if end, ok := lastEnd[x.key]; ok && h.start < end {
			continue // the same place by another spelling
		}
		lastEnd[x.key] = h.end
		out = append(out, place{hit: h})
	}
	return out
}

// handedOut are the places of labels that the plan gave, whatever their number: ticket 100 is one where there are a
// hundred tickets. Letters are the text squeezed.
func (f *Forbidden) handedOut(text string, letters *squeezed) [][]int {
	var spans [][]int
	for _, h := range f.labels.search(text, letters) {
		if !h.loose {
			spans = append(spans, []int{h.start, h.end})
		}
	}
	return spans
}

// inOrder puts spans in order and joins those that overlap.
func inOrder(spans [][]int) [][]int {
	slices.SortFunc(spans, func(a, b []int) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return b[1] - a[1]
	})
	var out [][]int
	for _, s := range spans {
		if n := len(out); n > 0 && s[0] < out[n-1][1] {
			out[n-1][1] = max(out[n-1][1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}
