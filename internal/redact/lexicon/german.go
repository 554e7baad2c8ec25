package lexicon

import (
	"hash/maphash"
	"strings"
	"sync/atomic"
)

// answers are the last answers of isGerman, which takes longest of all questions and is asked of the same words again
// and again: each at the place that its word hashes to, until another word comes there.
var (
	answers [4096]atomic.Pointer[answer]
	seed    = maphash.MakeSeed()
)

type answer struct {
	key    string
	german bool
}

func isGerman(key string) bool {
	if len(key) > 40 {
		return germanOrSpelled(key) // not worth a place
	}
	at := &answers[maphash.String(seed, key)%uint64(len(answers))]
	if a := at.Load(); a != nil && a.key == key {
		return a.german
	}
	a := &answer{strings.Clone(key), germanOrSpelled(key)}
	at.Store(a)
	return a.german
}

// germanOrSpelled reports whether key is a German word, also with its umlauts spelled out.
func germanOrSpelled(key string) bool {
	c := lookup(key)
	if nameOnly(c) && c&ambiguousGerman == 0 {
		return false
	}
	if germanWord(key) {
		return true
	}
	// Umlauts spelled out, as on a keyboard without them: Stoerung, waere.
	if folded := unspell.Replace(key); folded != key {
		return germanWord(folded)
	}
	return false
}

var unspell = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

func germanWord(key string) bool {
	if strings.ContainsAny(key, "._") {
		return false // no part of a word has such a letter
	}
	return isPart(key) || germanInflected(key) || germanCompound(key, 0)
}

// isPart reports whether stem is an entry of the German list that may also be
// used inside a longer word. Names do not make words, their marks decide.
func isPart(stem string) bool {
	t := lexicon()
	if !t.parts.may(stem) {
		return false
	}
	c := t.classes[stem]
	return c&german != 0 && (!nameOnly(c) || c&ambiguousGerman != 0)
}

var germanEndings = []struct{ from, to string }{
	{"e", ""}, {"n", ""}, {"s", ""}, {"t", ""}, {"en", ""}, {"er", ""}, {"es", ""}, {"em", ""},
	{"ern", ""}, {"ens", ""}, {"est", ""}, {"st", ""}, {"te", ""}, {"ten", ""}, {"tet", ""}, {"test", ""},
	{"ete", ""}, {"eten", ""}, {"et", ""}, {"end", ""}, {"ende", ""}, {"enden", ""}, {"ender", ""}, {"endes", ""},
	{"ere", ""}, {"eren", ""}, {"erer", ""}, {"eres", ""}, {"ste", ""}, {"sten", ""}, {"este", ""}, {"esten", ""},
	{"in", ""}, {"innen", ""}, {"nen", ""},
	{"e", "en"}, {"st", "en"}, {"t", "en"}, {"te", "en"}, {"ten", "en"}, {"et", "en"}, {"ete", "en"}, {"eten", "en"},
	{"end", "en"}, {"ende", "en"}, {"enden", "en"}, {"er", "en"}, {"ern", "en"}, {"ung", "en"}, {"ungen", "en"},
	{"bar", "en"}, {"bare", "en"}, {"baren", "en"}, {"er", "e"}, {"es", "e"}, {"em", "e"},
	{"lich", ""}, {"liche", ""}, {"lichen", ""}, {"isch", ""}, {"los", ""}, {"keit", ""}, {"heit", ""},
	{"le", "eln"}, {"elt", "eln"}, {"elte", "eln"}, {"elten", "eln"}, {"elnd", "eln"}, {"lung", "eln"}, {"lungen", "eln"},
	{"ert", "ern"}, {"erte", "ern"}, {"erten", "ern"}, {"erung", "ern"}, {"erungen", "ern"},
	{"chen", ""}, {"lein", ""},
}

// endingsOn are the endings with that last letter.
var endingsOn = func() (on [256][]struct{ from, to string }) {
	for _, e := range germanEndings {
		last := e.from[len(e.from)-1]
		on[last] = append(on[last], e)
	}
	return on
}()

// germanInflected reports whether key is an inflected form of a known word: an
// ending, a participle with ge-, a verb with a prefix.
func germanInflected(key string) bool {
	if key == "" {
		return false
	}
	for _, e := range endingsOn[key[len(key)-1]] {
		stem, ok := strings.CutSuffix(key, e.from)
		if ok && len(stem)+len(e.to) >= minGermanPart && len(stem) >= 3 && isPart(stem+e.to) {
			return true
		}
	}
	// geprüft, gelesen; abgeschaltet, abzuschalten; abschalten.
	if stem, ok := strings.CutPrefix(key, "ge"); ok && len(stem) > minGermanPart {
		if participle(stem) {
			return true
		}
	}
	for _, prefix := range verbPrefixes {
		stem, ok := strings.CutPrefix(key, prefix)
		if !ok || len(stem) < minGermanPart {
			continue
		}
		if isVerb(stem) {
			return true
		}
		for _, infix := range []string{"ge", "zu"} {
			if inner, ok := strings.CutPrefix(stem, infix); ok && len(inner) >= minGermanPart && (participle(inner) || isVerb(inner)) {
				return true
			}
		}
	}
	return false
}

// participle reports whether stem, without its ge-, is the participle of a
// known verb: "pruft" of "prufen", "schaltete" of "schalten".
func participle(stem string) bool {
	if isPart("ge" + stem) {
		return true
	}
	for _, end := range []string{"t", "te", "ten", "ter", "tes", "tem", "et", "ete", "eten", "eter", "etes"} {
		if root, ok := strings.CutSuffix(stem, end); ok && len(root) >= 3 {
			if isPart(root+"en") || isPart(root+"n") {
				return true
			}
		}
	}
	return false
}

// isVerb reports whether stem is a known infinitive or a form of one, so that
// it may follow a verb prefix.
func isVerb(stem string) bool {
	if strings.HasSuffix(stem, "n") && isPart(stem) {
		return true
	}
	for _, end := range []string{"e", "t", "et", "st", "te", "ten", "ete", "eten", "end", "ende", "enden", "ung", "ungen"} {
		if root, ok := strings.CutSuffix(stem, end); ok && len(root) >= 3 {
			if isPart(root+"en") || isPart(root+"n") {
				return true
			}
		}
	}
	return false
}

var verbPrefixes = []string{
	"ab", "an", "auf", "aus", "be", "bei", "durch", "ein", "ent", "er", "fehl", "fest", "fort", "frei", "heraus",
	"herunter", "hin", "hinzu", "hoch", "los", "miss", "mit", "nach", "neu", "nieder", "runter", "uber", "um",
	"unter", "ver", "vor", "voraus", "vorbei", "weg", "weiter", "wider", "wieder", "zer", "zu", "zuruck", "zusammen",
}

// minGermanPart is the shortest part of a compound that is not in shortParts:
// shorter ones (die, der, an) would turn names into words.
const minGermanPart = 4

var shortParts = set("abo akt amt app arm art arzt bad bau box bus cpu eis erz fax fon fuss gas gut hof hut job log" +
	" mut not ohr ol ort rad ram rat ruf see sql tag tat tee tor tur typ uhr url web weg weh zeh zug")

// nameEndings are the nouns that end German family names more often than
// words. A compound with one of them is a word only if it stands in the list.
var nameEndings = []string{
	"mann", "berg", "berger", "bach", "stein", "burg", "dorf", "wald", "thal", "baum", "hof", "feld", "haus", "horst",
	"huber", "maier", "meier", "mayer", "meyer", "mayr", "muller", "bauer", "brand", "brandt", "hardt", "hart", "kamp",
	"schmidt", "schmied", "wein", "winkel", "beck", "blum", "vogel", "wolf",
}

var linkings = []string{"", "s", "n", "en", "es", "er", "e"}

// germanCompound reports whether key can be cut into known German parts, at
// most four, with linking letters between them and an ending at the end. Parts
// may also be English words, as in Deployfenster, if one part is German.
func germanCompound(key string, depth int) bool {
	const minLast = 3
	if depth > 2 || len(key) < minGermanPart+minLast {
		return false
	}
	for _, end := range nameEndings {
		if strings.HasSuffix(key, end) {
			return false
		}
	}
	for cut := len(key) - minLast; cut >= 3; cut-- {
		first, rest := key[:cut], key[cut:]
		if !compoundFirst(first) {
			continue
		}
		if compoundLast(rest) || germanCompound(rest, depth+1) {
			return true
		}
	}
	return false
}

func compoundFirst(s string) bool {
	for _, link := range linkings {
		stem, ok := strings.CutSuffix(s, link)
		if ok && isCompoundPart(stem) {
			return true
		}
	}
	// Verbs lose their ending as first part: Schaltplan, Prüflauf.
	return len(s) >= minGermanPart && isPart(s+"en") && !isPart(s+"e")
}

func compoundLast(s string) bool {
	if isCompoundPart(s) {
		return true
	}
	for _, e := range germanEndings[:8] {
		if stem, ok := strings.CutSuffix(s, e.from); ok && len(stem) >= minGermanPart && isCompoundPart(stem) {
			return true
		}
	}
	return false
}

// isCompoundPart reports whether s may be one part of a compound.
func isCompoundPart(s string) bool {
	if len(s) < minGermanPart {
		return shortParts[s]
	}
	return isPart(s)
}

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		m[word] = true
	}
	return m
}
