package redact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firsthand/internal/redact/lexicon"
)

// Names by their use. A machine or a program of the house may be called anything: marble, granite, fare-quoter. What an
// account does with a word tells what it is: nobody reboots a word, or logs into it, or finds it slow, unless it is a
// machine. One pass gathers how each word is used, over all texts of the account; a word of no list needs little to be
// taken for a name, an ordinary word several uses of different sorts, and none that speaks of it as of a common thing.

// use is a set of ways in which an account uses a word.
type use uint32

const (
	useReach  use = 1 << iota // ssh to it
	useEnter                  // logged into it
	usePower                  // rebooted, drained, fenced it
	useOwns                   // its disk, its fan
	usePath                   // it:/export
	useColumn                 // it stands in a column for machines
	useField                  // host=it
	useNamed                  // the box it, it is the login node
	useAct                    // restarted, stopped it
	useMove                   // failed over to it, moved from it to
	useOn                     // on it, from it
	useState                  // it was down
	useServe                  // deployed, scaled it
	useLabel                  // it: …, at the beginning of a line
	useKin                    // in a list with one that is known
	useSeries                 // one of several that differ by their number
	useBeside                 // node it
	useCalled                 // we call it
	useAbroad                 // on it, in a language whose words the lists do not all know
	useUnit                   // a command of the service manager names it
)

// machineUse is what is done with machines only.
const machineUse = useReach | useEnter | usePower | useOwns | usePath | useColumn | useField | useNamed

const ruleUsed, ruleUsedService = "host.used", "service.used"

func init() {
	reasons[ruleUsed] = "used as the name of a machine is"
	reasons[ruleUsedService] = "used as the name of a program of your own is"
}

// A term is a word as it stands in a text: letters, digits, hyphens and underscores.
type term struct {
	start, end int
	use        use    // how it is used at this place
	bare       bool   // no part of a path, an address or the like
	determined bool   // an article or the like stands before it
	series     string // of a name that ends in a number: the name with # in place of every number
}

// A lexis is what a text by itself says of its words, kept with the text.
type lexis struct {
	terms  []term
	tongue tongue
	used   [2][]term // with their uses: where the account as a whole is not English, and where it is
	joints []joint   // never nil once asked for
	series []int32   // of the terms that end in a number
}

// A joint is where two words may be neighbours in a list: the word at and the next one, or the one over a word such as and.
type joint struct {
	at           int32
	listed, over bool
}

// usage is what an account does with one word.
type usage struct {
	uses       use
	times      int // places where it is used in one of these ways
	determined int // places where it stands after an article or the like
}

// A usedTrail is what one text does with its words, kept while what was found in it is the same.
type usedTrail struct {
	scan  *scan
	found []match
	known bool // the account is English
	terms []term
	words []usedWord
	begun bool
}

// A usedWord is one place where a word is used.
type usedWord struct {
	word string
	term
}

// begin gathers how the words of a text are used. Found is what the rules of form found in it, in order.
func (u *usedTrail) begin(s *scan, found []match, english bool) {
	if u.begun && u.scan == s && u.known == english && slices.Equal(u.found, found) {
		return
	}
	*u = usedTrail{scan: s, found: found, known: english, terms: slices.Clone(s.usedTerms(english)), begun: true}
	u.gather()
}

// findUsed finds names by their use in all texts. Found is what the rules of form found, in order.
func (a *account) findUsed(texts []*trail, found [][]match) [][]match {
	words := map[string]*usage{}
	terms := make([][]term, len(texts))
	scans := make([]*scan, len(texts))
	var whole tongue
	for i, t := range texts {
		scans[i], _ = t.reading.forms()
		l := scans[i].lexis().tongue
		whole.english, whole.foreign = whole.english+l.english, whole.foreign+l.foreign
	}
	for i, t := range texts {
		t.used.begin(scans[i], found[i], whole.english >= whole.foreign)
		terms[i] = t.used.terms
		for _, w := range t.used.words {
			u := words[w.word]
			if u == nil {
				u = &usage{}
				words[w.word] = u
			}
			u.uses |= w.use
			if w.use != 0 {
				u.times++
			}
			if w.determined {
				u.determined++
			}
		}
	}
	series(scans, terms, words)
	verdicts := map[string]calling{}
	for w, u := range words {
		if n := a.calling(w, *u); n.v != not {
			verdicts[w] = n
		}
	}
	out := make([][]match, len(scans))
	certain := map[string]bool{}
	for i, ms := range found {
		for _, m := range ms {
			if m.kind == Host && m.certain && m.end-m.start < 64 {
				name, _, _ := strings.Cut(scans[i].low[m.start:m.end], ".")
				certain[name] = true
			}
		}
	}
	own := make([]bool, len(scans)) // terms that are not the trail's any more
	for range 3 {
		before := len(verdicts)
		for i, s := range scans {
			terms[i], own[i] = s.joinLists(terms[i], own[i], found[i], words, verdicts, certain)
		}
		if len(verdicts) == before {
			break
		}
	}
	if len(verdicts) == 0 {
		return out
	}
	alsoNamed(words, verdicts)
	for i, s := range scans {
		for _, t := range terms[i] {
			if n, ok := verdicts[s.low[t.start:t.end]]; ok {
				if m, ok := s.usedAt(t, n); ok {
					out[i] = append(out[i], m)
				}
			}
		}
	}
	return out
}

// A wordUsage is all that decides what a word is.
type wordUsage struct {
	word string
	usage
}

// calling is what a word is by its uses, judged once.
func (a *account) calling(w string, u usage) calling {
	k := wordUsage{w, u}
	n, ok := a.callings[k]
	if !ok {
		if n = u.judge(w); a.callings == nil {
			a.callings = map[wordUsage]calling{}
		}
		a.callings[k] = n
	}
	return n
}

// alsoNamed asks about further ordinary words used as machines are, be it once, where the account has machines that are
// called by such words: who calls one biscuit and one teapot calls another spoon.
func alsoNamed(words map[string]*usage, verdicts map[string]calling) {
	n := 0
	for _, c := range verdicts {
		if c.ordinary && c.kind == Host {
			n++
		}
	}
	for w, u := range words {
		if _, ok := verdicts[w]; !ok && themes[w] && u.uses != 0 && u.determined == 0 {
			n++ // asked about as a stray
		}
	}
	if n == 0 {
		return
	}
	for w, u := range words {
		if _, ok := verdicts[w]; ok || u.determined > 0 || u.uses&(useOn|useMove|useState|useKin|machineUse) == 0 || n < 2 && u.uses&^(useOn|useAbroad) == 0 || product(w) || strings.ContainsAny(w, "-_") {
			continue
		}
		if lexicon.GermanWord(w) && !lexicon.Word(w) && (strings.HasSuffix(w, "en") || strings.HasSuffix(w, "es") || strings.HasSuffix(w, "te") || strings.HasSuffix(w, "selbe")) {
			continue // geschrieben
		}
		if lexicon.Word(w) && !themes[w] && !lexicon.Given(w) && !lexicon.Place(w) && bitsOf(u.uses) < 2 && u.uses&machineUse == 0 {
			continue // went back to sleep: an everyday word, and once
		}
		if sort := sortOf(w); (sort == sortWord || sort == sortPerson || sort == sortOdd) && strangeWord(w) {
			verdicts[w] = calling{v: maybe, kind: Host, ordinary: true}
		}
	}
}

// A calling is what a word turns out to be.
type calling struct {
	v        verdict
	kind     Kind
	ordinary bool // a word of some list: only where its use shows is it certain
}

// wordSort is what the lists make of a word.
type wordSort int

const (
	sortNone   wordSort = iota // can be no name of a thing
	sortWord                   // an ordinary word, a product
	sortPerson                 // a name that people have
	sortOdd                    // no list knows it
)

// sortOf is the sort of a word in lower case.
func sortOf(w string) wordSort {
	letters := strings.TrimRight(w, "0123456789")
	switch {
	case strings.HasSuffix(w, "ly") && lexicon.Word(w), functionWords["de"][foldName(w)], functionWords["xx"][foldName(w)]:
		return sortNone // adverbs
	case len(w) < 3 || usedNever[w] || ownWords[w] || leads[w] != 0 || copulas[w] || stateWord[w] || stateVerbs[w] || serveVerbs[w] || stateAdverbs[w] || articles[w] || machineParts[w] || machineNouns[w] || littleWords[w] || hostSides[w] || logLevel[w] || genericUsers[w] || genericHosts[w] || technical[w] || shapeTerms[w] || localHost(w) || versionWord(w) || regionPattern.MatchString(w) || knownCapitals[w]:
		return sortNone
	case !startsWithLetter(w) || uncased(w) && (!hasDigit(w) || strings.ContainsFunc(w, func(c rune) bool { return unicode.Is(unicode.Hiragana, c) })):
		return sortNone
	case strings.ContainsAny(w, "-_"):
		return compoundSort(w)
	case letters != w:
		if len(letters) < 2 || numberedTerms[letters] || shapeTerms[letters] || versionPart(letters) || product(w) || lexicon.Acronym(strings.ToUpper(w)) || hexadecimal(w) && len(w) > 5 {
			return sortNone
		}
		return sortOdd
	case machineWords[w] || lexicon.Acronym(strings.ToUpper(w)):
		return sortNone
	case product(w) || lexicon.Word(w) || lexicon.GermanWord(w) || lexicon.ForeignWord(w):
		return sortWord
	case lexicon.Given(w) || lexicon.Family(w) || lexicon.Place(w):
		return sortPerson
	}
	return sortOdd
}

// ownWords are words that releases themselves are written with, and little ones: hidden somewhere as a name, they would be
// in the way everywhere.
var ownWords = wordSet(`about around roughly thousand million billion trillion withheld author responder colleague company engineer manager customer vendor contact
	also although among because besides despite during else even except however if like maybe meanwhile near next nor onto per perhaps since so than that then therefore though through throughout till together too toward towards
	under unless until unlike upon versus via well whenever whereas wherever whether without yet`)

// compoundSort is the sort of a word with hyphens or underscores.
func compoundSort(w string) wordSort {
	odd := false
	parts := strings.FieldsFunc(w, func(c rune) bool { return c == '-' || c == '_' })
	if len(parts) < 2 || len(parts) > 6 || cloudPrefix(w) {
		return sortNone
	}
	machine := false
	for _, p := range parts {
		letters := strings.TrimRight(p, "0123456789")
		machine = machine || machineWords[letters] && len(letters) > 1
	}
	last := parts[len(parts)-1]
	sided := machine && machineWords[parts[0]] && hostSides[last] && !strings.Contains(w, "_")
	if machine && (hasDigit(w) || boxRoles[parts[0]] || sided) && !plainStarts[parts[0]] && !technical[parts[0]] && !compoundEnds[parts[len(parts)-1]] {
		return sortOdd
	}
	if !machine && (strings.Contains(w, "_") || plainStarts[parts[0]] && !hasDigit(w)) {
		return sortNone
	}
	for _, p := range parts {
		letters := strings.TrimRight(p, "0123456789")
		switch {
		case (technical[p] || versionWord(p)) && !machine || compoundEnds[p]:
			return sortNone
		case len(letters) > 1 && !shapeTerms[letters] && !machineWords[letters] && !knownWord(letters) && !lexicon.GermanWord(letters):
			odd = true
		case len(letters) < len(p) && machineWords[letters]:
			odd = true
		}
	}
	if odd {
		return sortOdd
	}
	return sortWord
}

func isASCII(w string) bool {
	return strings.IndexFunc(w, func(c rune) bool { return c >= utf8.RuneSelf }) < 0
}

// uncased says whether a word begins with a letter of a script without capitals: what parts its words is not seen.
func uncased(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.Is(unicode.Lo, r)
}

func startsWithLetter(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r)
}

// numberedTerms are letters that with a number are a device, an interface, a format: sda2, vlan112, sha1.
var numberedTerms = wordSet(`eth en ens enp eno wlan wlp bond team vlan vxlan vrf lag ae ge xe te po lo tun tap br ppp wwan can dummy virbr docker cni veth sd sda sdb sdc nvme md dm mmcblk loop tty ttys cpu gpu core
	utf sha md crc aes rsa des int uint float bool char raid cat usb ddr pcie sata sas ipv http tcp udp tls ssl mp mpeg h vp av fp bf col row arg var val tmp foo bar baz qux key idx
	step phase tier level stage part chapter version rev round attempt try option case question answer rule point item slide page figure fig table sev prio p q fy type class mode error err code exit
	log lognj python php java jdk go node ruby perl rust win windows ext xfs zfs base lz bz gz ms kb mb gb tb px rem pt vol lun port slot bay unit zone area gen test sub pre post
	iso iec rfc cve cwe kb jira x y z n m k s t v w b c d e f g i j o u l r a st nd rd th`)

// compoundEnds are parts of words joined by hyphens that make an adjective or the like of the whole.
var compoundEnds = wordSet(`based like only side free style aware ish level wide ready band backed driven time safe enabled related specific compatible native to of the and
	update upgrade deploy deployment restart release reload check test tests fix failure window call point mode set group policy limit rate size count update by in on off up down out over under read write non self re un pre post half full long short high low first last next mid`)

// usedNever are words that stand bare where the names of machines do.
var usedNever = wordSet(`it them they him her me us you one ones two three four five six seven eight nine ten both all each every everything anything something nothing none some any many most
	few others another again twice once first second third last next manually cleanly immediately overnight yesterday today tomorrow tonight now later then
	here there home work call purpose hold scratch paper memory disk time top board fire demand premise premises prem site hand hands foot track duty shift
	holiday vacation leave sight screen default master standby zero midnight noon yes no sure nobody everybody someone everyone anyone somebody people
	gcloud kubectl psql helm terraform ansible aws az redis-cli curl wget grep awk sed tail journalctl systemctl
	hosts host nodes node servers server services service pods pod containers container machines machine boxes box vms vm instances instance replicas replica workers worker
	traffic load connections clients users queue queues jobs job data logs log backups backup root admin console shell terminal prod production staging test
	read-only readonly read-write maintenance overload bypass degraded manual auto automatic safe rescue single-user recovery failsafe idle
	what which who whom whose that this these those when where while whether because since until before after during without within against between
	have has had having be been being am is are was were will would shall should may might must can could do does did done doing get got getting
	and or but nor not only also too just even still yet already never ever always often soon very quite rather almost really back away aside
	english german french spanish paper slack teams zoom email mail phone chat irc jira github gitlab git http https dns tcp udp ssh tls ssl nfs smb
	linux windows macos ubuntu debian centos rhel fedora kubernetes k8s docker aws azure gcp s3 ec2 call-out on-call
	status state error errors ok okay fine green red yellow up down slow fast full empty new old same other own
	monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
	main master develop head origin upstream branch latest version release battery mains ups generator power cpu ram memory swap port ports
	ours mine yours theirs hers inodes handles space neither either dahinter davor darunter daneben darauf probably possibly itself himself herself themselves ourselves yourself myself pair pairs couple
	hour hours minute minutes second seconds day days week weeks month months year years am pm utc cet cest gmt est pst`)

// series notes names that differ by their number only: dish1 and dish3.
func series(scans []*scan, terms [][]term, words map[string]*usage) {
	first := map[string]string{} // by form, the first name of it
	several := map[string]bool{}
	each := func(do func(s *scan, t *term, w string)) {
		for i, s := range scans {
			for _, k := range s.lexis().series {
				t := &terms[i][k]
				do(s, t, s.low[t.start:t.end])
			}
		}
	}
	each(func(_ *scan, t *term, w string) {
		switch {
		case zeroCounted(w):
			several[t.series] = true
		case len(t.series) < 4:
		case first[t.series] == "":
			first[t.series] = w
		case first[t.series] != w:
			several[t.series] = true
		}
	})
	if len(several) == 0 {
		return
	}
	each(func(s *scan, t *term, w string) {
		if !several[t.series] {
			return
		}
		u := words[w]
		if u == nil {
			if s.partAt(t.start) == code || sortOf(w) != sortOdd {
				return
			}
			u = &usage{}
			words[w] = u
		}
		u.uses |= useSeries
		u.times++
	})
}

// zeroCounted says whether a name is letters and a number of two or three digits that begins with a zero, as machines are
// counted: fat01.
func zeroCounted(w string) bool {
	letters := strings.TrimRight(w, "0123456789")
	d := w[len(letters):]
	return len(letters) > 2 && (len(d) == 2 || len(d) == 3) && d[0] == '0' && strings.IndexByte(letters, '-') < 0 && !plainStarts[letters]
}

// terms cuts a text into words.
func (s *scan) terms() []term {
	var out []term
	text := s.text
	for _, w := range s.words {
		if w.end-w.start > 200 {
			continue
		}
		for i := w.start; i < w.end; {
			if !nameByte(text[i]) || text[i] == '-' || text[i] == '_' {
				i++
				continue
			}
			j := i
			for j < w.end && nameByte(text[j]) {
				// Marks beyond ASCII, such as dashes and arrows, end a word.
				if text[j] >= utf8.RuneSelf {
					r, n := utf8.DecodeRuneInString(text[j:])
					if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
						break
					}
					j += n
					continue
				}
				j++
			}
			if j == i {
				_, n := utf8.DecodeRuneInString(text[i:])
				i += n
				continue
			}
			end := j
			for end > i && (text[end-1] == '-' || text[end-1] == '_') {
				end--
			}
			t := term{start: i, end: end}
			t.bare = s.standsAlone(i, end)
			if t.bare && isDigit(text[end-1]) && end-i < 32 && !isDigit(text[i]) {
				t.series = numbered(s.low[i:end])
			}
			out = append(out, t)
			i = j
		}
	}
	return out
}

// standsAlone says whether a word is no part of a path, an address, an option, a call or an assignment.
func (s *scan) standsAlone(start, end int) bool {
	b, d := s.before(start), s.after(end)
	if strings.IndexByte("-.@#$%\\/~&+_=", b) >= 0 || strings.IndexByte("(@=_\\-+%", d) >= 0 || end < len(s.text) && d >= 0x80 && letterAt(s.text, end) && isLetterAt(s.text, end) {
		return false
	}
	next := s.after(end + 1)
	switch d {
	case '.':
		return !isWordByte(next)
	case '/':
		return !isWordByte(next)
	case ':':
		return next != ':'
	}
	return !(b == ':' && isWordByte(s.before(start-1)))
}

func isLetterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// lexis cuts the text into words, once.
func (s *scan) lexis() *lexis {
	if s.lexes == nil {
		l := &lexis{terms: s.terms()}
		for i, t := range l.terms {
			l.tongue.add(s.low[t.start:t.end])
			if t.series != "" {
				l.series = append(l.series, int32(i))
			}
		}
		s.lexes = l
	}
	return s.lexes
}

// usedTerms are the words of the text with how each is used, for an account that is English or is not.
func (s *scan) usedTerms(account bool) []term {
	l, k := s.lexis(), 0
	if account {
		k = 1
	}
	if l.used[k] != nil || len(l.terms) == 0 {
		return l.used[k]
	}
	ts := slices.Clone(l.terms)
	columns := s.hostColumns()
	english := s.englishPassages(ts, account)
	for i := range ts {
		t := &ts[i]
		t.use, t.determined = s.useOf(ts, i, english)
		for len(columns) > 0 && columns[0][1] <= t.start {
			columns = columns[1:]
		}
		if len(columns) > 0 && columns[0][0] <= t.start && t.bare {
			t.use |= useColumn
		}
		// A capital begins many words.
		if w := s.low[t.start:t.end]; t.use&^(machineUse&^useEnter) == t.use {
			if raw := s.text[t.start:t.end]; raw != w && raw != strings.ToUpper(raw) && !hasDigit(w) {
				t.use, t.determined = 0, false
			}
		} else if t.use&machineUse == useNamed && !account {
			if c := s.text[t.start]; c >= 'A' && c <= 'Z' {
				t.use = 0 // every noun of a German sentence has one
			}
		}
	}
	l.used[k] = ts
	return ts
}

// gather notes how the words of a text are used.
func (u *usedTrail) gather() {
	fi, s, found := 0, u.scan, u.found
	for i := range u.terms {
		t := &u.terms[i]
		if t.use == 0 && !t.determined {
			continue
		}
		for fi < len(found) && found[fi].end <= t.start {
			fi++
		}
		if fi < len(found) && found[fi].start < t.end && found[fi].certain {
			t.use, t.determined = 0, false
			continue
		}
		u.words = append(u.words, usedWord{s.low[t.start:t.end], *t})
	}
}

// A tongue counts the little words of a text: English ones, and those of other languages.
type tongue struct{ english, foreign int }

func (l *tongue) add(w string) {
	switch {
	case englishLittle[w]:
		l.english++
	case functionWords["de"][w] || functionWords["xx"][w]:
		l.foreign++
	}
}

// known says whether the little words tell the language.
func (l tongue) known() bool { return l.english+l.foreign > 2 }

// englishPassages says of each place, asked in order, whether its passage is English; one that says little is taken for
// what the whole account is.
func (s *scan) englishPassages(ts []term, account bool) func(at int) bool {
	k, end, english := 0, 0, false
	p := 0
	return func(at int) bool {
		for p < len(s.passages) && end <= at {
			var here tongue
			end = s.passages[p].end
			for k < len(ts) && ts[k].start < end {
				here.add(s.low[ts[k].start:ts[k].end])
				k++
			}
			english = account
			if here.known() {
				english = here.english >= here.foreign
			}
			p++
		}
		return english
	}
}

// englishLittle are little words that no other language of the lists has.
var englishLittle = wordSet(`the and of with was were it its that this from for not but had have has my our they we you which then after before by could would when there into`)

// joints are where words may be neighbours in a list.
func (s *scan) joints() []joint {
	l := s.lexis()
	if l.joints != nil {
		return l.joints
	}
	l.joints = []joint{}
	ts := l.terms
	for i := 0; i+1 < len(ts); i++ {
		a, b := ts[i].end, ts[i+1].start
		if b-a > 8 {
			continue
		}
		gap := s.text[a:b]
		// Over a word such as and.
		j := joint{int32(i), listGap(gap), i+2 < len(ts) && listWords[s.low[ts[i+1].start:ts[i+1].end]] && blank(gap) && blank(s.text[ts[i+1].end:ts[i+2].start])}
		if j.listed || j.over {
			l.joints = append(l.joints, j)
		}
	}
	return l.joints
}

// joinLists takes in words that stand in a list with a machine: marble, granite and slate. It gives the terms with how
// they are used by then, and whether they are not those it was given, or need not be so.
func (s *scan) joinLists(ts []term, own bool, found []match, words map[string]*usage, verdicts map[string]calling, certain map[string]bool) ([]term, bool) {
	joints := s.joints()
	if len(verdicts)+len(certain) == 0 || len(joints) == 0 {
		return ts, own
	}
	known := make(map[int32]bool, 2*len(joints))
	know := func(i int32) {
		if _, ok := known[i]; ok {
			return
		}
		t := ts[i]
		if fi, _ := slices.BinarySearchFunc(found, t.start, func(m match, at int) int { return cmp.Compare(m.end, at+1) }); fi < len(found) && found[fi].start < t.end {
			known[i] = found[fi].kind == Host && found[fi].certain
			return
		}
		w := s.low[t.start:t.end]
		n, ok := verdicts[w]
		known[i] = t.bare && certain[w] || ok && n.kind == Host && (n.v == sure || t.use&machineUse != 0)
	}
	for _, j := range joints {
		know(j.at)
		if know(j.at + 1); j.over {
			know(j.at + 2)
		}
	}
	learn := func(i int32) {
		t := ts[i]
		w := s.low[t.start:t.end]
		if _, ok := verdicts[w]; ok || known[i] || !t.bare || len(w) < 3 || i > 0 && ts[i].start-ts[i-1].end == 1 && articles[s.low[ts[i-1].start:ts[i-1].end]] {
			return
		}
		u := words[w]
		if u == nil {
			u = &usage{}
			words[w] = u
		}
		u.uses |= useKin
		u.times++
		n := calling{kind: Host}
		switch sortOf(w) {
		case sortOdd:
			n.v = maybe
			if u.determined == 0 && (bitsOf(u.uses) > 1 || hasDigit(w)) {
				n.v = sure
			}
		case sortPerson:
			if u.determined == 0 {
				n.v, n.ordinary = maybe, true
			}
		case sortWord:
			if u.determined == 0 && bitsOf(u.uses) > 1 {
				n.v, n.ordinary = maybe, true
			}
		}
		if n.v != not {
			verdicts[w] = n
			if !own {
				ts, own = slices.Clone(ts), true
			}
			ts[i].use |= useKin
		}
	}
	join := func(i, k int32) bool {
		if known[i] == known[k] {
			return false
		}
		if known[i] {
			learn(k)
		} else {
			learn(i)
		}
		return true
	}
	for _, j := range joints {
		if !(j.listed && join(j.at, j.at+1)) && j.over {
			join(j.at, j.at+2)
		}
	}
	return ts, own
}

func blank(gap string) bool {
	g := strings.Trim(gap, " `*,")
	return g == "" && len(gap) < 5
}

// listGap says whether what stands between two words makes a list of them.
func listGap(gap string) bool {
	g := strings.Trim(gap, " `*\"'")
	switch g {
	case ",", "/", "→", "->", "=>", "..", "…", "<->", "↔", "+", "&", "bis", ", ", "`, `":
		return true
	}
	return false
}

var listWords = wordSet("and or und oder et ou och og en ve bis nor")

// usedAt is the match of a word that is a name where it stands, if it is one there.
func (s *scan) usedAt(t term, n calling) (match, bool) {
	m := match{start: t.start, end: t.end, kind: n.kind, rule: ruleUsed, certain: n.v == sure}
	raw := s.text[t.start:t.end]
	if n.ordinary {
		if t.use == 0 {
			m.certain = false
			if !t.bare || articles[s.wordBefore(t.start)] {
				return m, false
			}
		}
	}
	if !t.bare && t.use == 0 {
		b, d := s.before(t.start), s.after(t.end)
		if strings.IndexByte(".@#$\\-_", b) >= 0 || d == '(' || d == '_' || d == '=' || d == '.' && isWordByte(s.after(t.end+1)) {
			return m, false
		}
	}
	// In the name of a person or a product one letter is a capital.
	if raw != s.low[t.start:t.end] && raw != strings.ToUpper(raw) && t.use&machineUse == 0 {
		m.certain = false
	}
	if n.kind == Host {
		m.same = hostKey(s.low[t.start:t.end])
	} else {
		m.rule = ruleUsedService
	}
	return m, true
}
