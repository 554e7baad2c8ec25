package redact

import (
	"cmp"
	"slices"
	"strings"

	"firsthand/internal/redact/lexicon"
)

// Codes: letters and digits in one, names with dots, and what stands in paths.

// code asks about letters and digits that are a code, and about a compound with a part that no list knows.
func (p *strayPlace) code() (match, bool) {
	switch sort := p.sort(); {
	case published(p.w):
	case cityCodes[p.w] && p.partAt(p.t.start) == prose && p.t.bare && p.before(p.t.start) == ' ' && (placeBefore[p.wordBefore(p.t.start)] || p.wordBefore(p.t.start) == "the" && siteFolk[p.wordAfter(p.t.end)]):
		return match{kind: Place, rule: ruleCode}, true // moved it from sg
	case p.painted() && placeBefore[p.wordBefore(p.t.start)] && p.partAt(p.t.start) == prose:
		return match{kind: Place, rule: ruleCode}, true // in LD5
	case p.painted() && p.named():
		return match{kind: Other, rule: ruleCode}, true // receiver LW3
	case oneLettered(p.raw), sort == strayCode && coded(p.raw, p.w), doorLike.MatchString(p.raw) && p.partAt(p.t.start) == prose && !plainStarts[p.w[:strings.IndexByte(p.w, '-')]] && !standard(p.raw), sort != strayNone && oddCompound(p.w):
		return match{kind: Other, rule: ruleCode}, true
	}
	return match{}, false
}

// shortCode is what a tank, a door or a machine may have painted on it.
var shortCode = newPattern(`^[A-Z]{2,3}\d{1,2}[A-Z]?$`)

// painted says whether a word is such a code, and no term of the trade.
func (p *strayPlace) painted() bool {
	if !shortCode.MatchString(p.raw) || technical[p.w] || product(p.w) || lexicon.Acronym(p.raw) || knownCapitals[p.w] || messageID(p.raw) {
		return false
	}
	head := strings.TrimRight(p.w, "0123456789")
	up := strings.ToUpper(head)
	return len(head) > 1 && len(head) < len(p.w) && !lexicon.Acronym(up) && !notTicket[up] && !numberedTerms[head] && !plainStarts[head] && !shapeTerms[head] && !product(head)
}

// cityCodes are cities and countries as people shorten them.
var cityCodes = wordSet(`nyc ldn lon ams muc ber dus cdg bcn mxp fco zrh gva vie prg waw cph osl dub bhx esb ath tlv dxb auh ruh jed doh cai cpt jhb jnb nbo abj acc dkr kgl ebb hre lun mru
	 blr hyd ccu pnq dac cmb khi lhe isb ktm sg sgp kl kul jkt cgk bkk sgn hcm hcmc mnl cebu hk hkg tpe icn sel tyo nrt osa kix syd mel bne akl wlg cdmx mty gdl bog lim scl eze gru cgh poa sdq sju
	sf sfo lax sea pdx dfw atl mia iad dca bos chi msp phx slc yyz yul yvr uk ng gh ph vn th`)

// siteFolk after such a code say that people are there, or machines.
var siteFolk = wordSet("office team people side folks site dc branch desk lab warehouse floor crew guys end region rack shift noc hub store")

// placeBefore are words of place before a code.
var placeBefore = wordSet("in at from near via nach aus bei in en à a em w na do z från til fra i")

// named says whether a noun stands directly before a word in a sentence.
func (p *strayPlace) named() bool {
	if p.partAt(p.t.start) != prose || p.before(p.t.start) != ' ' || !p.t.bare {
		return false
	}
	b := p.wordBefore(p.t.start)
	return len(b) > 3 && p.low[p.t.start-1-len(b):p.t.start-1] == b && p.text[p.t.start-1-len(b):p.t.start-1] == b && ordinary(b) && !littleWords[b] && !closedClass[b] && !prepositions[b]
}

// doorLike is a letter or two and a number: of a door, a flight, a pump.
var doorLike = newPattern(`^[A-Z]{1,2}-\d{2,5}[A-Z]?$`)

// coded says whether letters and digits are a code, or the name of a thing that has a number.
func coded(raw, w string) bool {
	digits := countDigits(w)
	switch {
	case len(w) < 4 || strings.HasPrefix(w, "0x") || isDigit(w[0]) && digits < len(w)-1 && looksLikeAmount(w):
		return false
	case codeLike(raw):
		return true
	}
	letters := strings.Trim(w, "0123456789")
	return !strings.ContainsAny(letters, "-_") && !strings.HasPrefix(w, "0x") && (digits > 1 || len(letters) > 2 && strange(letters))
}

// codeLike says whether letters and digits are a code as systems give them out: capitals, with two digits at least.
func codeLike(raw string) bool {
	digits, upper := 0, 0
	for _, c := range raw {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z':
			upper++
		case c == '_' || c == '-':
		default:
			return false
		}
	}
	return digits > 1 && upper > 1 && digits+upper > 4
}

// oddCompound says whether one of the parts of a word with hyphens or underscores is in no list, or a code.
func oddCompound(w string) bool {
	parts := strings.FieldsFunc(w, func(c rune) bool { return c == '-' || c == '_' })
	if len(parts) < 2 || len(parts) > 6 || regionPattern.MatchString(w) || cloudPrefix(w) || len(parts) < 3 && compoundEnds[parts[len(parts)-1]] {
		return false
	}
	for _, p := range parts {
		letters := strings.Trim(p, "0123456789")
		switch {
		case technical[p] || shapeTerms[letters] || versionWord(p) || numberedTerms[letters]:
		case len(letters) > 2 && strange(letters) && !machineWords[letters] && !hostSides[letters] && !inflected(letters) && strangeWord(letters) && startsWithLetter(letters):
			return true
		case len(letters) > 0 && len(p)-len(letters) > 2 && !ordinary(letters):
			return true
		}
	}
	return false
}

// inPath asks about what is a name within a path.
func (p *strayPlace) inPath() (match, bool) {
	t, b, d := p.t, p.before(p.t.start), p.after(p.t.end)
	switch {
	case d == '-' && b <= ' ' && p.after(t.end+1) == '*' && len(p.w) > 2 && sortOf(p.w) != sortNone:
		t.end += 2
		return match{kind: Host, rule: ruleCode}, true // all of arara-*
	case b != '/':
		return match{}, false
	case p.before(t.start-1) == '/' && strings.IndexByte(" \t\n\"'=(", p.before(t.start-2)) >= 0 && d == '/' && isWordByte(p.after(t.end+1)) && !knownWord(p.w):
		return match{kind: Host, rule: rulePath}, true // //hvfs02/druck$/
	case p.owned() >= 0:
		t.start, t.end = p.owned(), p.nameEnd(t.end)
		return match{kind: Repo, rule: ruleOwned, certain: true}, true // narae/metronome
	}
	if n := countDigits(p.w); n > 2 && n < len(p.w) && d != '.' && !hexadecimal(p.w) && (!isDigit(p.w[0]) && p.sort() == strayCode || len(p.w) > 9 && len(p.w)-n > 3 && p.raw != p.w && !stampDigits(p.w[:8])) {
		return match{kind: Other, rule: rulePath}, true // /u/kt7731
	}
	return match{}, false
}

// nameEnd is where the name ends that goes on at i, dots within it included.
func (s *scan) nameEnd(i int) int {
	for i < len(s.text) && (nameByte(s.text[i]) || s.text[i] == '.' && isWordByte(s.after(i+1))) {
		i++
	}
	return i
}

// owned is where the name of a company or a project begins that stands before the slash before a word, -1 where none does.
func (p *strayPlace) owned() int {
	k, _ := slices.BinarySearchFunc(p.found, p.t.start-1, func(m match, at int) int { return cmp.Compare(m.end, at) })
	if k == len(p.found) || p.found[k].end != p.t.start-1 {
		return -1
	}
	m := p.found[k]
	if m.kind != Org || !m.certain || strings.IndexByte("/.-@:", p.before(m.start)) >= 0 || !p.own(p.low[m.start:m.end]) {
		return -1
	}
	return m.start
}

// octet finds the last part of an address found elsewhere: .250.
func (p *strayPlace) octet() (match, bool) {
	t, w := p.t, p.w
	if p.before(t.start) != '.' || isWordByte(p.before(t.start-1)) || len(w) < 2 || len(w) > 3 || strings.Trim(w, "0123456789") != "" || !p.y.kin.octets.Ask(p.notes, w) {
		return match{}, false
	}
	t.start--
	return match{kind: IP, rule: rulePart}, true
}

// inList asks about the end of a name in a list whose beginning is left out: metronome-7f9c8-xk2lp, -q8vzt.
func (p *strayPlace) inList() (match, bool) {
	at := p.t.start - 1
	if p.before(p.t.start) != '-' || p.before(at) > ' ' || p.startsLine(at) || p.partAt(at) == code && p.before(at-1) != ',' || p.sort() != strayCode {
		return match{}, false // of a command, an option
	}
	return match{kind: Other, rule: ruleCode}, true
}

// dotted finds a name with dots that is no domain, file, version or name in code: bdr1.lnz3.
func (p *strayPlace) dotted() (match, bool) {
	t, s := p.t, p.scan
	if s.after(t.end) != '.' || !isWordByte(s.after(t.end+1)) || strings.IndexByte(".@$%\\/~&+_-#", s.before(t.start)) >= 0 {
		return match{}, false
	}
	end := s.nameEnd(t.end)
	whole := s.low[t.start:end]
	if d := s.after(end); d == '(' || d == '/' || d == '=' || d == '@' || len(whole) > 60 {
		return match{}, false
	}
	labels := strings.Split(whole, ".")
	last := labels[len(labels)-1]
	if k := strings.LastIndexByte(labels[0], '-'); fileEnds[last] || len(labels) > 5 || len(labels) == 2 && k >= 0 && strings.Trim(labels[0][k+1:], "0123456789") == "" {
		return match{}, false // of the last, grpc-1.58
	}
	if len(labels) == 2 && isLetters(labels[0]) && isLetters(last) && len(last) > 2 && whole == s.text[t.start:end] && !knownWord(last) &&
		(len(labels[0]) < 3 && labels[0] != "e" && labels[0] != "i" && (strange(last) || lexicon.Family(last) || lexicon.Given(last)) && s.partAt(t.start) == prose || lexicon.Given(labels[0]) && !knownWord(labels[0]) && (lexicon.Family(last) || strange(last))) {
		t.end = end
		return match{kind: User, rule: ruleLogin}, true // hs.noh
	}
	coded, digits := 0, 0
	for _, l := range labels {
		n := countDigits(l)
		digits += n
		letters := strings.Trim(l, "0123456789-_")
		switch {
		case l == "" || strings.ContainsAny(l, "_"):
			return match{}, false
		case n > 0 && len(letters) > 1 && !technical[l] && !versionPart(letters) && !numberedTerms[letters] && !isDigit(l[0]):
			coded++
		}
	}
	if k := strings.IndexByte(whole, '-'); digits > 7 && k > 1 && k < 5 && strings.Trim(whole[k:], "0123456789.-/") == "" {
		for end+1 < len(s.text) && s.text[end] == '-' && isDigit(s.text[end+1]) {
			end += 2
		}
		t.end = end
		return match{kind: Other, rule: ruleCode}, true // PL-20.417.338-1
	}
	if digits > 8 && digits == len(whole)-len(labels)+1 && !thousandsDots(labels) && strings.Count(whole, ".") > 0 {
		t.end = end
		return match{kind: Other, rule: ruleCode}, true // 756.5555.0412.88
	}
	if coded > 1 || coded == 1 && len(labels) == 2 && strange(strings.Trim(last, "0123456789-")) && last != "x" {
		t.end = end
		kind := Host
		if coded == 0 {
			kind = Other
		}
		return match{kind: kind, rule: ruleCode}, true
	}
	return match{}, false
}

// thousandsDots says whether digits between dots are one number, or too few to be an id.
func thousandsDots(labels []string) bool {
	if len(labels) < 3 {
		return true
	}
	for _, l := range labels[1:] {
		if len(l) != 3 {
			return false
		}
	}
	return true
}

// fileEnds are extensions of files.
var fileEnds = wordSet(`go py js ts java kt rs c h cc cpp cs rb php pl sh ps1 bat cmd lua sql yaml yml json xml html htm css scss svg png jpg jpeg gif pdf doc docx xls xlsx xlsm csv tsv txt log md rst conf cfg cnf ini toml env
	properties lock sum mod so dll exe bin img iso qcow2 vmdk zip tar gz tgz bz2 xz zst 7z rar rpm deb apk jar war ear whl pem crt cer key csr p12 pfx jks pcap pcapng db sqlite bak tmp old orig swp pid sock service timer
	socket mount target unit tf tfvars hcl tpl j2 tmpl proto avro parquet orc avi mp4 mp3 wav m3u8 mpd ts vue svelte jsx tsx map wasm nc grib grib2 h5 hdf dcm hl7 idx dat sav bak edi asc rtf eml msg ics`)
