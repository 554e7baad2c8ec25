package redact

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// A Hit is a place in a finished file where something hidden still stands.
type Hit struct {
	View   string // which reading of the file
	Line   int    // of the view, from 1
	Kind   Kind
	Entity EntityID // empty where the detector found something that no plan knows
	// Found is what stands there. It is the person's text: for their own screen, never for an error or a log.
	Found string
}

// Leak says that a finished file still holds what is hidden. Nothing of it may leave.
type Leak struct{ Hits []Hit }

func (e *Leak) Error() string {
	return fmt.Sprintf("hidden text in %d places of the finished file", len(e.Hits))
}

// Verify searches a finished file through every view of it. Only a file in which nothing hidden was found, and nothing
// that the detector is certain of, and which has nothing aside, is given out; otherwise the error is a *Leak with all places,
// or that of a scaffold that could not be read.
//
// A view is a whole reading of the file, so what was kept on purpose may stand in each as often as it was kept.
func Verify(file []byte, views []View, f *Forbidden) (Verified, error) {
	examined := distinct(views)
	found := make([][]Hit, len(examined)+len(views)) // what the detector finds comes first: it takes longest
	together(len(found), func(i int) {
		if i < len(examined) {
			found[i] = f.residue(examined[i])
			return
		}
		v := views[i-len(examined)]
		var hits []Hit
		if text := strings.TrimSpace(v.Text); v.Aside && text != "" {
			at := strings.Index(v.Text, text)
			hits = append(hits, f.hit(v, place{hit: hit{form: -1, start: at, end: at + len(text)}}).as(Other))
		}
		found[i] = append(hits, f.tooMany(v)...)
	})
	if hits := slices.Concat(found...); len(hits) > 0 {
		if _, err := f.scaffold.views(); err != nil {
			return Verified{}, err
		}
		return Verified{}, &Leak{Hits: hits}
	}
	return Verified{b: file}, nil
}

// ErrOtherBytes means that a file is not the one that was verified.
var ErrOtherBytes = errors.New("other bytes than those that were verified")

// Again gives out anew a file that was verified before and has left: sum is the hex SHA-256 that was recorded then. What
// was hidden since is not searched for, because the file is out already. The error is ErrOtherBytes.
func Again(file []byte, sum string) (Verified, error) {
	if s := sha256.Sum256(file); hex.EncodeToString(s[:]) != sum {
		return Verified{}, ErrOtherBytes
	}
	return Verified{b: file}, nil
}

// Search finds every place of everything hidden in the views of a file, wherever the file came from. Words that are
// also ordinary ones are found where they are written as the name is.
func (f *Forbidden) Search(views []View) []Hit {
	found := make([][]Hit, len(views))
	together(len(views), func(i int) { found[i] = f.tooMany(views[i]) })
	return slices.Concat(found...)
}

// tooMany are the places of a view where something hidden stands, but for those that may.
func (f *Forbidden) tooMany(v View) (hits []Hit) {
	count := map[string]int{}
	for _, h := range f.search(v.Text, v.Binary) {
		x := f.forms[h.form]
		count[x.key]++
		if n := count[x.key]; v.Aside || n > f.allowed[x.key] && n > f.allowed[x.key]+f.fixed()[x.key] {
			hits = append(hits, f.hit(v, h))
		}
	}
	return hits
}

// A Scaffold is the fixed words of a document: the same document made of empty texts, seen through the same views. It
// depends on nothing that is hidden, so that one serves every release of the same lines. It is read when something was
// found that could be one of its words, and examined when the detector found it; of most files neither is needed.
type Scaffold struct {
	views func() ([]View, error)
	words func() fixedWords
	// source is what the detector finds in it, folded.
	source func() map[string]bool
}

// fixedWords are the words of a scaffold.
type fixedWords struct {
	count  map[string]int     // how often each stands in a view at most
	beside map[[2]string]bool // pairs of words that are neighbours there
}

// NewScaffold makes a scaffold of its views, which read gives. It is called once, when they are first needed; where it
// fails, nothing that needs them is let through.
func NewScaffold(read func() ([]View, error)) *Scaffold {
	sc := &Scaffold{views: sync.OnceValues(read)}
	sc.words = sync.OnceValue(func() fixedWords {
		w := fixedWords{count: map[string]int{}, beside: map[[2]string]bool{}}
		for _, v := range sc.read() {
			for word, n := range fieldCounts(v.Text) {
				w.count[word] = max(w.count[word], n)
			}
			before := ""
			for word := range strings.FieldsSeq(v.Text) {
				w.beside[[2]string{before, word}] = true
				before = word
			}
		}
		return w
	})
	sc.source = sync.OnceValue(func() map[string]bool {
		views := sc.read()
		surveys := make([]*Survey, len(views))
		together(len(views), func(i int) { surveys[i] = Examine([]Source{{Text: views[i].Text}}, nil) })
		found := map[string]bool{}
		for _, s := range surveys {
			for _, x := range s.Findings {
				found[keptKey(s.text(x.Span))] = true
			}
		}
		return found
	})
	return sc
}

// noScaffold is that of a file of which nobody said anything.
func noScaffold() *Scaffold { return NewScaffold(func() ([]View, error) { return nil, nil }) }

// read are the views that people read.
func (sc *Scaffold) read() []View {
	views, _ := sc.views() // where they could not be read nothing is fixed
	return slices.DeleteFunc(slices.Clone(views), func(v View) bool { return v.Binary })
}

// Allowing returns f with room for the fixed words of a document. What stands in its scaffold may stand in the file as
// often.
func (f *Forbidden) Allowing(sc *Scaffold) *Forbidden {
	g := *f
	g.scaffold = sc
	g.fixed = sync.OnceValue(func() map[string]int {
		views, _ := sc.views()
		counts := make([]map[string]int, len(views))
		together(len(counts), func(i int) {
			counts[i] = map[string]int{}
			for _, h := range f.search(views[i].Text, views[i].Binary) {
				counts[i][f.forms[h.form].key]++
			}
		})
		most := map[string]int{}
		for _, count := range counts {
			for k, n := range count {
				most[k] = max(most[k], n)
			}
		}
		return most
	})
	return &g
}

// distinct are the views that the detector examines: those that people read, each once. Views that differ in white space
// and punctuation alone show it nothing new.
func distinct(views []View) (out []View) {
	seen := map[string]bool{}
	for _, v := range views {
		if v.Binary || v.Aside || strings.TrimSpace(v.Text) == "" {
			continue
		}
		if k := keptKey(v.Text); !seen[k] {
			seen[k] = true
			out = append(out, v)
		}
	}
	return out
}

// residue is what the detector is certain of in a view and that is neither a label nor kept. The clean texts of the release
// passed it before, if they did: of a view it is given the rest.
func (f *Forbidden) residue(v View) (hits []Hit) {
	rest := f.passed().rest(v.Text)
	for _, x := range f.suspects(Examine([]Source{{Text: rest.text}}, nil)) {
		hits = append(hits, f.hit(v, place{hit: hit{form: -1, start: rest.at(x.Start), end: rest.at(x.End)}}).as(x.Kind))
	}
	return hits
}

// suspects are the findings that are certain and of nothing that may stand in a file.
func (f *Forbidden) suspects(s *Survey) (out []Finding) {
	excuses := map[string]bool{}
	var words map[string]int // of the text, nil until needed
	var labels [][]int
	source := -1
	for _, x := range s.Findings {
		whole, text := s.Sources[x.Source].Text, s.text(x.Span)
		if x.Source != source {
			source, words, labels = x.Source, nil, inOrder(append(labelSpans(whole), f.handedOut(whole, squeeze(whole))...))
		}
		key := keptKey(strings.TrimSuffix(strings.TrimSuffix(text, "'s"), "’s"))
		if !x.Certain || labelNoise(x.Kind, whole, x.Start, x.End, labels) || f.kept[key] || f.numbered(x.Kind, text) {
			continue
		}
		excuse, known := excuses[string(x.Kind)+key]
		if !known {
			excuse = f.excused(x, text) || (named(x.Kind) || timely(x.Kind)) && (f.excusedBeside(x, whole, labels) || f.allKept(x, text))
			excuses[string(x.Kind)+key] = excuse
		}
		if excuse {
			continue
		}
		if f.scaffolding(x.Kind, whole, x.Start, x.End) {
			if words == nil {
				words = fieldCounts(whole)
			}
			fixed := f.scaffold.words()
			if words[text] <= fixed.count[text] || fixed.beside[[2]string{lastField(whole[:x.Start]), text}] || fixed.beside[[2]string{text, firstField(whole[x.End:])}] {
				continue
			}
		}
		if !f.scaffold.source()[key] {
			out = append(out, x)
		}
	}
	return out
}

// scaffolding reports whether a finding is a word that every document has, such as the number of a line, which the last
// words of the line before it made look like an account: "I called the customer" 218. It is the document's own where it
// stands no more often than in every document, or beside the same word as there.
func (f *Forbidden) scaffolding(k Kind, text string, start, end int) bool {
	switch k {
	case Secret, Email, IP:
		return false
	}
	blank := func(i int) bool { return i < 0 || i >= len(text) || text[i] <= ' ' }
	return blank(start-1) && blank(end) && f.scaffold.words().count[text[start:end]] > 0
}

// numbered reports whether a finding is an address that ends with the number of the line after its own: 10.6.16. and 11.
func (f *Forbidden) numbered(k Kind, text string) bool {
	i := strings.IndexByte(text, '\n')
	return k == IP && i > 0 && text[i-1] == '.' && f.scaffold.words().count[strings.TrimSpace(text[i:])] > 0
}

// fieldCounts counts the words of a text, as white space parts them.
func fieldCounts(text string) map[string]int {
	n := map[string]int{}
	for w := range strings.FieldsSeq(text) {
		n[w]++
	}
	return n
}

// firstField and lastField are the first and the last word of a text.
func firstField(text string) string {
	for w := range strings.FieldsSeq(text) {
		return w
	}
	return ""
}

func lastField(text string) string {
	text = strings.TrimRight(text, " \n")
	return text[strings.LastIndexAny(text, " \n")+1:]
}

// excused reports whether a certain finding is of a text that the plan saw and left: a length of time that looks like
// a clock time, a word that is also a name, what only the neighbourhood of a label makes look like something. The
// detector saw it in its own context, the whole account, and had nothing against it. Secrets and addresses have no
// excuse.
func (f *Forbidden) excused(x Finding, text string) bool {
	switch x.Kind {
	case Secret, Email, Phone, IP:
		return false
	}
	key := foldLiteral(text)
	if f.allowed[key] > 0 {
		return true
	}
	var m *matcher
	letters := squeezedLetters(text)
	letters = letters[:min(len(letters), longestForm)]
	for _, left := range f.left {
		if !bytes.Contains(left.letters, letters) {
			continue
		}
		if m == nil {
			m = newMatcher([]form{{text: text}})
		}
		for _, h := range m.find(left.text) {
			if !h.loose {
				return true
			}
		}
	}
	return f.fixed()[key] > 0
}

// excusedBeside reports whether a finding is labels of ours beside words that the plan saw and left:
// "Engineer A. J'écris" is no name. labels are labelSpans of the text.
func (f *Forbidden) excusedBeside(x Finding, text string, labels [][]int) bool {
	at, touched := x.Start, false
	left := func(to int) bool {
		words := strings.TrimFunc(text[at:to], func(r rune) bool { return runeClassOf(r) == runeOther })
		return words == "" || f.kept[keptKey(words)] || f.excused(x, words)
	}
	for _, l := range labels {
		if l[1] <= x.Start || l[0] >= x.End {
			continue
		}
		if touched = true; at < l[0] && !left(l[0]) {
			return false
		}
		at = l[1]
	}
	return touched && (at >= x.End || left(x.End))
}

// allKept reports whether a finding is kept names and fixed words of the document, perhaps with words beside them that
// the plan saw and left: a name and the same name for an address after it; a name at the end of a part, and "How I
// understood it" over the next.
func (f *Forbidden) allKept(x Finding, text string) bool {
	words := strings.Fields(text)
	touched := false
	for at := 0; at < len(words); {
		end := len(words)
		for end > at && !f.kept[keptKey(strings.Join(words[at:end], " "))] {
			end--
		}
		switch {
		case end > at:
			touched = true
		case f.scaffold.words().count[words[at]] > 0:
			touched, end = true, at+1
		case f.excused(x, words[at]):
			end = at + 1
		default:
			return false
		}
		at = end
	}
	return touched
}

func (f *Forbidden) hit(v View, h place) Hit {
	out := Hit{View: v.Name, Line: 1 + strings.Count(v.Text[:min(h.start, len(v.Text))], "\n")}
	if h.form >= 0 {
		out.Kind, out.Entity = f.forms[h.form].kind, f.forms[h.form].entity
	}
	if end := min(h.end, len(v.Text)); h.start < end {
		out.Found = v.Text[h.start:end]
	}
	return out
}

func (h Hit) as(k Kind) Hit {
	h.Kind = k
	return h
}
