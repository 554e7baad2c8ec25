package redact

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A catalogue is every form of everything that was found in the texts of an account, hidden or not, in every encoding it
// could survive in, and what finds them. It depends on no decision, so that plans made one after another share one.
type catalogue struct {
	of    catalogued
	m     *matcher
	forms []forbidden
	like  []int32 // by form: the first one that is equal to it
	ends  []int   // by entity: where its forms end; the next ones begin there
	found memo[[]hit]
}

// catalogued is what a catalogue is made of.
type catalogued struct {
	entities []Entity
	moments  moments
	extra    []string // further texts that may not leave
	beside   []beside
}

// A beside is a text that points at an entity whose name stays.
type beside struct {
	entity int
	text   string
}

func (c catalogued) equal(d catalogued) bool {
	return slices.EqualFunc(c.entities, d.entities, func(a, b Entity) bool {
		return a.ID == b.ID && a.Kind == b.Kind && a.Name == b.Name && slices.Equal(a.Forms, b.Forms) && slices.Equal(a.Derived, b.Derived)
	}) && slices.Equal(c.moments.minutes, d.moments.minutes) && slices.Equal(c.moments.days, d.moments.days) && slices.Equal(c.extra, d.extra) && slices.Equal(c.beside, d.beside)
}

// catalogued is the catalogue of a survey, the last one if it was made of the same.
func (k *kept) catalogued(s *Survey, extra []string, beside []beside) *catalogue {
	of := catalogued{entities: s.Entities, moments: momentsOf(s.Sources), extra: extra, beside: beside}
	k.mu.Lock()
	last := k.catalogue
	k.mu.Unlock()
	if last != nil && last.of.equal(of) {
		return last
	}
	c := newCatalogue(of)
	k.mu.Lock()
	k.catalogue = c
	k.mu.Unlock()
	return c
}

// labelled finds labels handed out.
func (k *kept) labelled(own []string) *matcher {
	var forms []form
	for _, l := range own {
		forms = append(forms, form{text: l})
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.labels == nil || !slices.Equal(k.own, own) {
		k.own, k.labels = slices.Clone(own), newMatcher(forms)
	}
	return k.labels
}

func newCatalogue(of catalogued) *catalogue {
	c := &catalogue{of: of}
	b := &cataloguer{c: c}
	for _, e := range of.entities {
		b.entity(e)
		c.ends = append(c.ends, len(b.forms))
	}
	for _, x := range of.beside {
		b.form(of.entities[x.entity], x.text, false)
	}
	for _, x := range of.extra {
		f := forbidden{kind: Other, key: foldLiteral(x), weak: true, binary: len(x) >= longForm}
		b.add(form{text: x}, f)
		if !strings.Contains(x, " ") { // an id
			for _, code := range encodings(x, true) {
				b.add(form{text: code, encoded: true}, f)
			}
		}
	}
	b.moments(of.moments)
	c.m = newMatcher(b.forms)
	first := make(map[form]int32, len(b.forms))
	for i, f := range b.forms {
		k, ok := first[f]
		if !ok {
			k = int32(i)
			first[f] = k
		}
		c.like = append(c.like, k)
		c.forms[i].weak = c.forms[i].weak || c.m.forms[i].exact
	}
	return c
}

// pick says of each form whether it is one of a hidden entity, or of none, and the first of those that are equal.
func (c *catalogue) pick(hidden []bool) []bool {
	live, taken := make([]bool, len(c.forms)), make([]bool, len(c.forms))
	take := func(from, to int) {
		for i := from; i < to; i++ {
			if k := c.like[i]; !taken[k] {
				taken[k], live[i] = true, true
			}
		}
	}
	from := 0
	for e, to := range c.ends {
		if hidden[e] {
			take(from, to)
		}
		from = to
	}
	take(from, len(c.forms))
	return live
}

// find is where the forms stand in a text, as it is and, unless it is binary, through the encodings that text is wrapped
// in; ordered by start, longer ones first. Letters are the text squeezed; where they are nil, what was found before is
// remembered, for a line that comes again.
func (c *catalogue) find(text string, letters *squeezed, binary bool) []hit {
	switch {
	case letters == nil:
		return c.found.of(text, c.read)
	case binary:
		return c.m.search(text, letters)
	}
	return c.decoded(text, c.m.search(text, letters))
}

// longestRemembered is the length up to which what stands in a text is kept: lines come again, files do not.
const longestRemembered = 16 << 10

func (c *catalogue) read(text string) []hit { return c.decoded(text, c.m.find(text)) }

// decoded adds to the hits of a text those of what is encoded in it.
func (c *catalogue) decoded(text string, hits []hit) []hit {
	for _, d := range decoded(text) {
		for _, h := range c.m.find(d.text) {
			h.start, h.end = d.at[h.start], d.at[h.end]
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	return hits
}

// cataloguer collects forms.
type cataloguer struct {
	c     *catalogue
	forms []form
}

func (b *cataloguer) add(f form, x forbidden) {
	if strings.TrimSpace(f.text) == "" {
		return
	}
	b.forms = append(b.forms, f)
	b.c.forms = append(b.c.forms, x)
}

// entity adds the forms of an entity.
func (b *cataloguer) entity(e Entity) {
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

func (b *cataloguer) form(e Entity, text string, tight bool) {
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
