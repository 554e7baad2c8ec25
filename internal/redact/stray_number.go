package redact

import (
	"cmp"
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Numbers that name rather than count: trains, parcels, players. What counts hardly ever comes twice to the last digit.

// number asks about a number of five digits that comes again, about one that begins with a nought, and about one behind
// capitals that no list knows: RB 18003.
func (p *strayPlace) number() (match, bool) {
	if p.sort() != strayNumber || strings.HasSuffix(p.w, "000") {
		return match{}, false
	}
	at := match{start: p.t.start, end: p.t.end}
	if b := p.before(at.start); b == '.' || b == ',' || b == ':' || !aloneNumber(p.scan, &at) || counted(p.scan, at.end) || measured(p.scan, &at) || instantLike(p.w) || lonelyFigure(p.scan, &at) {
		return match{}, false
	}
	found := match{kind: Other, rule: ruleNumber}
	if from, ok := p.numbering(); ok && len(p.w) > 4 {
		p.t.start = from
		return found, true
	}
	return found, p.w[0] == '0' || len(p.w) > 4 && len(p.w) < 8 && p.y.times.AtLeast(p.notes, p.w, 2)
}

// numbering is where capitals begin that stand before a number with one space between, and are the name of no format,
// unit or system.
func (p *strayPlace) numbering() (int, bool) {
	if p.t.start == 0 || p.text[p.t.start-1] != ' ' {
		return 0, false
	}
	end := p.t.start - 1
	from := end
	for from > 0 && p.text[from-1] >= 'A' && p.text[from-1] <= 'Z' {
		from--
	}
	head := p.text[from:end]
	low := strings.ToLower(head)
	if len(head) < 2 || len(head) > 4 || isWordByte(p.before(from)) || strings.IndexByte("-./_@$", p.before(from)) >= 0 ||
		lexicon.Acronym(head) || knownCapitals[low] || technical[low] || product(low) || shapeTerms[low] || numberedTerms[low] || p.partAt(from) != prose {
		return 0, false
	}
	return from, true
}

// oneLettered says whether a code is one capital with a number, as houses number what passes through them: P-8812, V0099120.
func oneLettered(raw string) bool {
	if raw == "" || raw[0] < 'A' || raw[0] > 'Z' {
		return false
	}
	digits := strings.TrimPrefix(raw[1:], "-")
	return strings.Trim(digits, "0123456789") == "" && (len(digits) > 5 || len(digits) > 3 && len(digits) < len(raw)-1)
}

// slashed finds a repository by its form, a name within a name: orb/eisvogel-kern.
func (p *strayPlace) slashed() (match, bool) {
	if p.before(p.t.start) != '/' {
		return match{}, false
	}
	at := p.t.start - 1
	from := at
	for from > 0 && nameByte(p.text[from-1]) && at-from < 40 {
		from--
	}
	owner := p.low[from:at]
	if len(owner) < 2 || !startsWithLetter(owner) || strings.IndexByte(" \t\n`'\"(", p.before(from)) < 0 || p.partAt(from) == code && p.before(from) != '`' ||
		!strings.Contains(p.w, "-") && !p.committed() || strings.IndexByte("/.:(", p.after(p.t.end)) >= 0 && isWordByte(p.after(p.t.end+1)) || commonName(owner) || usualFolders[owner] {
		return match{}, false
	}
	if odd := strayOf(p.text[from:at], owner) == strayOdd && strangeWord(owner); !odd && !oddCompound(p.w) && !p.committed() {
		return match{}, false
	}
	p.t.start = from
	return match{kind: Repo, rule: rulePath}, true
}

// committed says whether the id of a commit stands directly after a word: acme/pay, 5f1c9a0.
func (p *strayPlace) committed() bool {
	k, _ := slices.BinarySearchFunc(p.found, p.t.end, func(m match, at int) int { return cmp.Compare(m.start, at) })
	return k < len(p.found) && p.found[k].kind == Commit && p.found[k].start-p.t.end < 12
}

// prompted finds a database by the prompt of its shell: tram=> select 1.
func (p *strayPlace) prompted() (match, bool) {
	d := p.after(p.t.end)
	if !p.startsLine(p.t.start) || d != '=' || strings.IndexByte(">#", p.after(p.t.end+1)) < 0 || p.after(p.t.end+2) != ' ' || len(p.w) < 3 || commonName(p.w) || product(p.w) {
		return match{}, false
	}
	return match{kind: Codename, rule: rulePrompt}, true
}
