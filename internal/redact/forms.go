package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findForms finds what shows by its form in all readings, and finds it again wherever else it stands: a machine that
// a prompt named, a password without its name beside it.
func findForms(rs []*reading) [][]match { return newAccount().findForms(newTrails(rs)) }

// findForms is the function findForms for texts that were perhaps looked through before.
func (a *account) findForms(texts []*trail) [][]match {
	out := make([][]match, len(texts))
	rs := make([]*reading, len(texts))
	scans := make([]*scan, len(texts))
	var fresh []*reading // of the texts that were not looked through by themselves yet, each once
	seen := map[*page]bool{}
	for i, t := range texts {
		if rs[i] = t.reading; rs[i].scanned == nil && !seen[rs[i].page] {
			seen[rs[i].page] = true
			fresh = append(fresh, rs[i])
		}
	}
	together(len(fresh), func(i int) { fresh[i].forms() })
	for i, r := range rs {
		scans[i], out[i] = r.forms()
	}
	add := func(more [][]match) {
		for i, ms := range more {
			if len(ms) > 0 {
				out[i] = cover(rs[i], append(out[i][:len(out[i]):len(out[i])], ms...))
			}
		}
	}
	add(secretsAcross(scans))
	add(a.findUsed(texts, out))
	out = addKin(scans, out)
	add(a.echo(texts, out))
	add(siblings(rs, out))
	return out
}

// longestEcho is the length up to which a text is looked for again: nobody types a longer one twice.
const longestEcho = 120

// An echoed text is one that is looked for again, and what it is.
type echoed struct {
	text string
	as   match // without a place
}

// An echoTrail is what one text has to be looked for elsewhere, and where in it stands what others have.
type echoTrail struct {
	found []match
	forms []echoed
	begun bool

	by   *echoFinder
	hits []match
}

// An echoFinder finds what is looked for again.
type echoFinder struct {
	forms   []echoed
	matcher *matcher
}

// begin takes the texts that are looked for again out of what was found in one.
func (e *echoTrail) begin(r *reading, found []match) {
	if e.begun && slices.Equal(e.found, found) {
		return
	}
	e.found, e.forms, e.begun = found, nil, true
	for _, m := range found {
		if !m.certain || m.end-m.start > longestEcho {
			continue
		}
		as := m
		as.start, as.end = 0, 0
		for _, text := range echoForms(r.text[m.start:m.end], m) {
			if len(text) > 2 && !strings.Contains(text, "\n") {
				e.forms = append(e.forms, echoed{text, as})
			}
		}
	}
}

// echo finds other occurrences of what was found for certain.
func (a *account) echo(texts []*trail, found [][]match) [][]match {
	type once struct {
		kind Kind
		text string
	}
	var forms []echoed
	seen := map[once]bool{}
	for i, t := range texts {
		t.echoes.begin(t.reading, found[i])
		for _, e := range t.echoes.forms {
			if k := (once{e.as.kind, e.text}); !seen[k] {
				seen[k] = true
				forms = append(forms, e)
			}
		}
	}
	out := make([][]match, len(texts))
	if len(forms) == 0 {
		return out
	}
	if a.echoes == nil || !slices.Equal(a.echoes.forms, forms) {
		fs := make([]form, len(forms))
		for i, e := range forms {
			fs[i].text = e.text
		}
		a.echoes = &echoFinder{forms, newMatcher(fs)}
	}
	for i, t := range texts {
		if t.echoes.by != a.echoes {
			t.echoes.by, t.echoes.hits = a.echoes, a.echoes.in(t.reading)
		}
		out[i] = t.echoes.hits
	}
	return out
}

// in finds them in a text.
func (f *echoFinder) in(r *reading) (out []match) {
	for _, h := range f.matcher.in(r) {
		if h.loose {
			continue
		}
		m := f.forms[h.form].as
		// The finder compares letters and digits; punctuation at the end of a password belongs to it.
		whole := f.forms[h.form].text
		for k := len(strings.TrimRightFunc(whole, unicode.IsPunct)); k < len(whole) && h.end < len(r.text) && r.text[h.end] == whole[k]; k++ {
			h.end++
		}
		out = append(out, match{start: h.start, end: h.end, kind: m.kind, certain: true, rule: m.rule, same: m.same})
	}
	return out
}

// echoForms are the texts by which a found thing may stand elsewhere. A text that is also an ordinary word, or is
// short, is found only where its form shows.
func echoForms(text string, m match) []string {
	odd := hasDigit(text) || strings.ContainsAny(text, "-_.@/")
	switch m.kind {
	case Secret:
		if len(text) >= 6 && !ordinary(text) {
			return []string{text}
		}
	case Host:
		if strings.ContainsAny(text, "/:") {
			return nil
		}
		short, _, full := strings.Cut(text, ".")
		if full && len(short) >= 4 && (hasDigit(short) || strings.Contains(short, "-") && !ordinaryParts(strings.ToLower(short))) {
			return []string{text, short}
		}
		if odd || len(text) >= 4 && !ordinary(text) && !machineWords[strings.ToLower(text)] {
			return []string{text}
		}
	case User, Handle:
		name := strings.TrimPrefix(text, "@")
		if i := strings.IndexByte(name, '\\'); i >= 0 {
			name = name[i+1:]
		}
		if len(name) >= 4 && (odd && !ordinaryParts(strings.ToLower(name)) || !ordinary(name)) && !genericUsers[strings.ToLower(name)] {
			return []string{name}
		}
	case Ticket, Other:
		if odd && len(text) >= 5 {
			number := text[strings.LastIndexAny(text, "-#!")+1:]
			if len(number) >= 5 && number != text && strings.Trim(number, "0123456789") == "" && text[0] != '#' {
				return []string{text, number}
			}
			return []string{text}
		}
	case Repo:
		if _, name, ok := strings.Cut(text, "/"); ok && strings.ContainsAny(name, "-_") && len(name) >= 6 && !strings.Contains(name, "/") {
			return []string{text, name}
		}
		return []string{text}
	case Account, CloudID, UUID, Commit, MAC, IP, Channel, Phone, Email:
		if odd && len(text) >= 6 {
			return []string{text}
		}
	}
	return nil
}

// findKnown finds what the person has told, wherever it stands.
func findKnown(rs []*reading, known []Known) [][]match {
	out := make([][]match, len(rs))
	var forms []form
	var of []int
	for i, k := range known {
		for _, f := range k.Forms {
			forms = append(forms, form{text: f})
			of = append(of, i)
		}
	}
	if len(forms) == 0 {
		return out
	}
	finder := newMatcher(forms)
	for i, r := range rs {
		for _, h := range finder.in(r) {
			if h.loose {
				continue
			}
			k := known[of[h.form]]
			m := match{start: h.start, end: h.end, kind: k.Kind, certain: true, rule: cmp.Or(k.Rule, "told")}
			if k.Rule == Reworded && !m.widen(r.text, forms[h.form].text) {
				continue // other figures that differ in a dot alone
			}
			out[i] = append(out[i], m)
		}
	}
	return out
}

// widen takes in what stands at the edges of a form and is no letter: the marks of a quotation, the sign of a currency.
// It reports whether the form stands there word for word.
func (m *match) widen(text, form string) bool {
	wordly := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	form = read(0, form).text
	first, last := strings.IndexFunc(form, wordly), strings.LastIndexFunc(form, wordly)
	if first < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(form[last:])
	if head := form[:first]; strings.HasSuffix(text[:m.start], head) {
		m.start -= len(head)
	}
	if tail := form[last+size:]; strings.HasPrefix(text[m.end:], tail) {
		m.end += len(tail)
	}
	same := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	return same(text[m.start:m.end]) == same(form)
}

var dashedPattern = newPattern(`[a-z][a-z0-9]*-[a-z0-9]+(?:-[a-z0-9]+)*`)

// siblings finds names that begin like a machine found for certain: where gm-east is one, gm-west is another. They are
// asked about. A beginning that is a word or a product says nothing.
func siblings(rs []*reading, found [][]match) [][]match {
	stems := map[string]bool{}
	for i, ms := range found {
		for _, m := range ms {
			stem, _, ok := strings.Cut(rs[i].text[m.start:m.end], "-")
			if ok && m.kind == Host && m.certain && len(stem) > 1 && !machineWords[stem] && !ordinary(stem) && !product(stem) && !plainStarts[stem] {
				stems[stem] = true
			}
		}
	}
	out := make([][]match, len(rs))
	if len(stems) == 0 {
		return out
	}
	for i, r := range rs {
		k := 0
		for _, loc := range r.dashed() {
			for k < len(found[i]) && found[i][k].end <= loc[0] {
				k++
			}
			if k < len(found[i]) && found[i][k].start < loc[1] {
				continue
			}
			stem, _, _ := strings.Cut(r.text[loc[0]:loc[1]], "-")
			if !stems[stem] || loc[0] > 0 && (isWordByte(r.text[loc[0]-1]) || strings.IndexByte("-./@#", r.text[loc[0]-1]) >= 0) || loc[1] < len(r.text) && (isWordByte(r.text[loc[1]]) || r.text[loc[1]] == '/') {
				continue
			}
			out[i] = append(out[i], match{start: loc[0], end: loc[1], kind: Host, rule: "host.sibling", same: hostKey(r.text[loc[0]:loc[1]])})
		}
	}
	return out
}
