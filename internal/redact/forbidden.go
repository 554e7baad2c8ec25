package redact

import (
	"slices"
	"strings"
	"sync"
)

// Forbidden is what may not be in a file: every form of everything that a plan hides, also of what stands only in
// texts that were not chosen, in every encoding it could survive in.
type Forbidden struct {
	*catalogue
	live []bool // by form: whether the plan hides it
	// allowed is how often a form, by its key, may stand in each view: where it was kept on purpose, and where a word
	// that is also a name was left as a word.
	allowed  map[string]int
	own      []string        // labels handed out; a form within one is exempt
	labels   *matcher        // of own
	kept     map[string]bool // folded texts that may stay although the detector would find them
	left     []leftText      // the chosen texts without what was treated in them
	passed   func() *passed  // the clean texts that the detector has nothing against
	scaffold *Scaffold       // of the file; without a word where nobody said
	// fixed is how often a form, by its key, stands in a view of the scaffold.
	fixed func() map[string]int
}

// A leftText is a text without what was treated in it, and its letters and digits, folded.
type leftText struct {
	text    string
	letters []byte
}

// Len is how many forms are searched for, encoded ones included.
func (f *Forbidden) Len() (n int) {
	for _, live := range f.live {
		if live {
			n++
		}
	}
	return n
}

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

// forbid picks from all forms those that the plan hides.
func (p *Plan) forbid() *Forbidden {
	f := (&Forbidden{allowed: map[string]int{}, kept: map[string]bool{}}).Allowing(noScaffold())
	hidden := make([]bool, len(p.survey.Entities))
	var besides []beside
	var places map[EntityID][]Finding // nil until needed
	for i, e := range p.survey.Entities {
		t := p.things[e.ID]
		if t.noise > 0 && t.noise == len(e.Spans) {
			continue // nothing but labels of ours
		}
		switch t.Treatment {
		case Kept:
			if t.label.named {
				if places == nil {
					places = p.findings()
				}
				for _, text := range p.besides(places[e.ID]) {
					besides = append(besides, beside{i, text})
				}
			}
			for _, form := range append([]string{e.Name}, e.Forms...) {
				f.kept[keptKey(form)] = true
			}
		case Undecided:
		default:
			hidden[i] = true
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
	f.catalogue = p.kept.catalogued(p.survey, p.choice.Extra, besides)
	f.live = f.pick(hidden)
	for _, t := range p.order {
		if l := t.label.prose; l != "" && !t.label.chose && t.Treatment != Kept {
			// Without its article too, as it stands after "the".
			f.own = append(f.own, l, t.label.slug(), strings.ReplaceAll(t.label.slug(), "-", " "))
		}
	}
	f.labels = p.kept.labelled(f.own)
	done := map[int]bool{}
	for _, i := range p.choice.Sources {
		if !done[i] {
			done[i] = true
			times := 1
			if slices.Contains(p.choice.Again, i) {
				times = 2
			}
			f.allow(p.drafts[i], times)
			left := p.drafts[i].left()
			f.left = append(f.left, leftText{left, squeezedLetters(left)})
		}
	}
	f.passed = sync.OnceValue(func() *passed { return p.passed(f) })
	return f
}

// findings are what was found, by what it refers to.
func (p *Plan) findings() map[EntityID][]Finding {
	out := map[EntityID][]Finding{}
	for _, f := range p.survey.Findings {
		out[f.Entity] = append(out[f.Entity], f)
	}
	return out
}

// besides are what else points at an entity whose name stays, of its findings: handles, addresses, logins. What tells no
// more than the name does, as ana.r beside Ana Rey, is none: the name itself would hold it.
func (p *Plan) besides(findings []Finding) (out []string) {
	names := map[string]bool{}
	var whole []string
	var other []string
	for _, f := range findings {
		if text := p.survey.text(f.Span); f.Kind == Person {
			names[keptKey(text)] = true
			whole = append(whole, keptKey(text))
			for w := range strings.FieldsSeq(text) {
				names[keptKey(w)] = true // chidi is the Chidi of a kept name, not another word for him
			}
		} else {
			other = append(other, text)
		}
	}
	return slices.DeleteFunc(other, func(text string) bool {
		key := keptKey(text)
		return names[key] || slices.ContainsFunc(whole, func(name string) bool { return strings.HasPrefix(name, key) })
	})
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
	var letters *squeezed // of the text, once for both searches of a file
	if binary || len(text) > longestRemembered {
		letters = borrow(text)
		defer letters.giveBack()
	}
	hits := f.find(text, letters, binary)
	if !slices.ContainsFunc(hits, func(h hit) bool { return f.live[h.form] }) {
		return nil
	}
	if letters == nil {
		letters = borrow(text)
		defer letters.giveBack()
	}
	own := inOrder(append(noteSpans(text), f.handedOut(text, letters)...))
	var out []place
	lastEnd := map[string]int{}
	for _, h := range hits {
		x := f.forms[h.form]
		if !f.live[h.form] || h.start >= h.end || binary && (!x.binary || h.loose && !f.m.forms[h.form].encoded || f.m.forms[h.form].exact) {
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
