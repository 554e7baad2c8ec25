package redact

import (
	"cmp"
	"slices"
	"strings"

	"firsthand/internal/redact/ledger"
	"firsthand/internal/redact/lexicon"
)

// An account is what all texts of an account say together, while names are looked for in one of them after another. A
// text reads it with its notes alone: see the package ledger.
type account struct {
	words  memory
	german map[string]bool // is it a German word?

	small ledger.Counts // how often a word stands in small letters in prose
	noun  ledger.Counts // of these, how often after an article or the like, as a common noun
	mid   ledger.Counts // how often with a capital in the middle of a sentence

	people, orgs, parts ledger.Book[bool] // seeds

	labels    ledger.Counts       // how often a line begins as a chat names its speaker
	chat      ledger.Book[bool]   // "": the account holds a chat of such lines
	pairs     ledger.Book[bool]   // full names of which the first word is an ordinary one
	odd       ledger.Book[oddity] // words by themselves
	waiting   ledger.Book[bool]   // single words that may be names
	sure      ledger.Book[Kind]   // words of certain names
	initials  ledger.Counts       // the first letters of certain names
	bare      ledger.Book[bool]   // first letters that stand with full stops
	cuedSmall ledger.Book[bool]   // names that stand in small letters with a cue somewhere
	sureWords ledger.Book[bool]   // words of certain names of people
	firsts    ledger.Book[bool]   // ordinary words that begin certain names
	smalls    ledger.Book[bool]   // of these, weekdays and months in small letters

	counted []*gist // in small, noun and mid

	callings   map[wordUsage]calling // of words by their uses
	echoes     *echoFinder           // the last one
	strays     strays
	resolution resolution

	finders [2]finder // of what is spread: the last one for what is asked, and for what is certain
}

func newAccount() *account { return &account{words: memory{}} }

// An oddity says whether a word is one that no list knows.
type oddity int8

const (
	isOdd   oddity = 1 + iota // it is
	isKnown                   // it is not, or is only misspelled
)

// A search is one for names in all texts of an account.
type search struct {
	*account
	texts []*trail
}

func newPeople(a *account, texts []*trail, taken [][]match, known []Known) *search {
	p := &search{a, texts}
	german, foreign := false, false
	for _, t := range texts {
		g, f := t.languages(a.words)
		german, foreign = german || g, foreign || f
	}
	if german && a.german == nil {
		a.german = map[string]bool{}
	}
	a.odd.Fill(func(map[string]oddity) {})
	a.pairs.Fill(func(map[string]bool) {})
	for i, t := range texts {
		var ms []match
		if i < len(taken) {
			ms = taken[i]
		}
		t.begin(a, ms, german, foreign)
	}
	a.count(texts)
	a.people.Fill(func(m map[string]bool) {
		for _, k := range known {
			if k.Kind != Person {
				continue
			}
			for _, f := range k.Forms {
				for _, w := range strings.Fields(f) {
					if w = foldName(w); len([]rune(w)) > 1 && !particles[w] {
						m[w] = true
					}
				}
			}
		}
		for _, t := range texts {
			put(m, t.gist.seeds.people)
		}
	})
	a.orgs.Fill(func(m map[string]bool) {
		for _, t := range texts {
			put(m, t.gist.seeds.orgs)
		}
	})
	a.parts.Fill(func(m map[string]bool) {
		for _, t := range texts {
			put(m, t.gist.seeds.parts)
		}
	})
	return p
}

func put(m map[string]bool, words []string) {
	for _, w := range words {
		m[w] = true
	}
}

// count counts the words of the texts: takes away those that are no more, and adds what is new.
func (a *account) count(texts []*trail) {
	change := make(map[*gist]int, len(texts))
	for _, g := range a.counted {
		change[g]--
	}
	a.counted = a.counted[:0]
	for _, t := range texts {
		change[t.gist]++
		a.counted = append(a.counted, t.gist)
	}
	for g, n := range change {
		if n != 0 {
			a.small.Add(g.small, n)
			a.noun.Add(g.noun, n)
			a.mid.Add(g.mid, n)
		}
	}
}

// A gist is what one text contributes to its account before names are looked for in it.
type gist struct {
	taken, found    []match // by the rules of form: without nicks, in order; and as they were given
	german, foreign bool

	small, noun, mid []string
	seeds            seeds
	begin            *progress
}

// begin makes the gist of a text, of which the rules of form have found that.
func (t *trail) begin(a *account, found []match, german, foreign bool) {
	if g := t.gist; g != nil && g.german == german && g.foreign == foreign && slices.Equal(g.found, found) {
		t.now = g.begin
		return
	}
	r := t.reading
	g := &gist{found: found, german: german, foreign: foreign}
	for _, m := range found {
		if !nick(r, m) {
			g.taken = append(g.taken, m) // Chidi of the log is in Chidi Okonjo-Bello: a nick is a name like others
		} else if w := foldName(r.text[m.start:m.end]); !genericLogins[w] {
			g.seeds.people = append(g.seeds.people, w)
		}
	}
	slices.SortFunc(g.taken, func(a, b match) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) })
	for _, m := range g.taken {
		g.seeds.add(m.kind, r.text[m.start:m.end])
	}
	ts := slices.Clone(r.tokens(a.words))
	markTaken(ts, g.taken)
	for k := range ts {
		t := &ts[k]
		if t.taken || t.part != prose {
			continue
		}
		switch {
		case t.shape == shapeLower:
			g.small = append(g.small, t.fold)
			if k > 0 && ts[k-1].shape == shapeLower && determiners[ts[k-1].fold] {
				g.noun = append(g.noun, t.fold)
			}
		case t.shape == shapeTitle && !t.first:
			g.mid = append(g.mid, t.fold)
		}
	}
	if german {
		markGerman(ts, a.german)
	}
	g.begin = &progress{german: german, foreign: foreign}
	g.begin.toks[0], g.begin.owner[0] = ts, make([]int32, len(ts))
	t.gist, t.now = g, g.begin
}

// markGerman notes which words are ordinary German ones, given what is known of them.
func markGerman(ts []tok, known map[string]bool) {
	for i := range ts {
		t := &ts[i]
		if t.shape == shapeIdent || t.ev&isWord != 0 {
			continue
		}
		is, ok := known[t.fold]
		if !ok {
			is = lexicon.GermanWord(t.fold)
			known[t.fold] = is
		}
		if is {
			t.ev |= isGerman
		}
	}
}

// fillLabels tells whether lines that begin as a chat names its speaker make a chat.
func (p *search) fillLabels() {
	total := 0
	counts := map[string]int{}
	for _, t := range p.texts {
		for _, l := range t.now.labels {
			counts[l.fold]++
			total++
		}
	}
	again, listed := 0, 0
	p.labels.Fill(func(m map[string]int) {
		for k, n := range counts {
			m[k] = n
			if n > 1 {
				again++
			}
			if listedSpeaker(k) {
				listed++
			}
		}
	})
	p.chat.Fill(func(m map[string]bool) { m[""] = total > 2 && (again > 0 || listed > 1) })
}

// fillWaiting tells the single words that may be names.
func (p *search) fillWaiting() {
	p.waiting.Fill(func(m map[string]bool) {
		for _, t := range p.texts {
			for _, c := range t.now.pending {
				if c.j-c.i == 1 {
					m[t.now.toks[0][c.i].fold] = true
				}
			}
		}
	})
}

// fillSure tells the words of certain names of people and companies.
func (p *search) fillSure() {
	p.sure.Fill(func(sure map[string]Kind) {
		for _, t := range p.texts {
			for _, w := range t.sure.by(t, t.sureNames) {
				sure[w.word] = w.kind
			}
		}
	})
}

// A sureWord is a word of a certain name.
type sureWord struct {
	word string
	kind Kind
}

// sureNames are the words of the certain names of people and companies in a text.
func (t *trail) sureNames() (out []sureWord) {
	for _, m := range t.now.found[0] {
		if m.certain && (m.kind == Person || m.kind == Org) {
			for _, w := range nameWords(t.reading.text[m.start:m.end]) {
				if ev := evidenceOf(w); ev.name() || ev == 0 {
					out = append(out, sureWord{w, m.kind})
				}
			}
		}
	}
	return out
}

// fillInitials tells the first letters of names.
func (p *search) fillInitials() {
	p.bare.Fill(func(bare map[string]bool) {
		p.initials.Fill(func(known map[string]int) {
			for _, t := range p.texts {
				l := t.letters.by(t, t.firstLetters)
				put(bare, l.bare)
				for _, letters := range l.known {
					known[letters]++
				}
			}
		})
	})
}

// firstLettered are first letters: of the certain names of a text, and such as stand with full stops.
type firstLettered struct{ known, bare []string }

func (t *trail) firstLetters() (l firstLettered) {
	seen := map[string]bool{}
	for _, m := range t.now.found[0] {
		if m.kind != Person {
			continue
		}
		text := t.reading.text[m.start:m.end]
		ws := wordsOf(text)
		if strings.HasSuffix(text, ".") && len(ws) > 1 && len(ws) < 4 && len(text) == 2*len(ws) && !seen[foldName(text)] {
			l.bare = append(l.bare, firstLetters(ws)) // M.T. is also MT
			continue
		}
		if !m.certain || len(ws) < 2 || len(ws) > 4 || seen[foldName(text)] {
			continue
		}
		seen[foldName(text)] = true
		l.known = append(l.known, firstLetters(ws))
		if len(ws) > 2 {
			l.known = append(l.known, firstLetters(ws[:1])+firstLetters(ws[len(ws)-1:]))
		}
	}
	return l
}

// fillFirsts tells the ordinary words that begin certain names.
func (p *search) fillFirsts() {
	p.firsts.Fill(func(firsts map[string]bool) {
		p.smalls.Fill(func(smalls map[string]bool) {
			for _, t := range p.texts {
				for _, m := range t.now.found[0] {
					if m.kind != Person || !m.certain {
						continue
					}
					if ws := wordsOf(t.reading.text[m.start:m.end]); len(ws) > 1 {
						if w := foldName(ws[0]); closedClass[w] || evidenceOf(w)&(isWord|isWeekday|isMonth|isForeign) != 0 {
							firsts[w] = !titles[w] || lexicon.Given(w)
							smalls[w] = strings.ToLower(ws[0]) == ws[0] && evidenceOf(w)&(isWeekday|isMonth) != 0
						}
					}
				}
			}
		})
	})
}

// A finder finds the forms that are spread in any text.
type finder struct {
	forms   []spreadForm
	matcher *matcher // nil where there are no forms
}

// finder is the one for what was found so far.
func (p *search) finder(certain bool) finder {
	var forms []spreadForm
	seen := map[string]bool{}
	n := 0
	if certain {
		n = 1
	}
	for _, t := range p.texts {
		for _, f := range t.spreads[n].by(t, func() []spreadForm { return spreadForms(t.reading, t.now.found[0], certain) }) {
			if !seen[f.key] {
				seen[f.key] = true
				forms = append(forms, f)
			}
		}
	}
	last := &p.finders[n]
	if slices.Equal(last.forms, forms) {
		return *last
	}
	*last = finder{forms: forms}
	if len(forms) > 0 {
		fs := make([]form, len(forms))
		for i, f := range forms {
			fs[i] = f.form
		}
		last.matcher = newMatcher(fs)
	}
	return *last
}

// in is where its forms stand in a text.
func (f finder) in(r *reading) (out []sighting) {
	for _, h := range f.matcher.in(r) {
		if s := f.forms[h.form]; !h.loose {
			out = append(out, sighting{h.start, h.end, s.form.text, s.form.exact, s.kind})
		}
	}
	return out
}

// spread finds every further place of what was found, certain or not, in all texts.
func (p *search) spread(s stage, certain bool) {
	f := p.finder(certain)
	if certain {
		p.cuedSmall.Fill(func(m map[string]bool) {
			for _, t := range p.texts {
				put(m, t.now.cued)
			}
		})
		p.sureWords.Fill(func(m map[string]bool) {
			for _, t := range p.texts {
				put(m, t.words.by(t, func() []string { return sureWords(t.reading, t.now.found[0]) }))
			}
		})
	}
	if f.matcher == nil {
		if !certain {
			p.each(s, (*nameDoc).roles)
		}
		return
	}
	for _, t := range p.texts {
		t.sight(s, f)
	}
	p.each(s, func(d *nameDoc) {
		d.spread(certain)
		if !certain {
			d.roles()
		}
	})
}
