package redact

import (
	"bytes"
	"slices"
	"strings"
)

// passed are the clean texts of a release that the detector has nothing against, each read by itself in the company of
// the others. Where one of them stands in a view, letter for letter and with nothing joined that it parts, the detector
// would read there what it has read already; so it reads each once, and not in every view of every file.
type passed struct {
	byHead map[string][]passedText
}

// A passedText is the letters and digits of a text, and what stands between them.
type passedText struct {
	letters []byte
	gap     []gap
}

const (
	headLetters  = 16 // by which a text is found
	leastPassed  = 24 // letters of a text; shorter ones are read where they stand
	mostOfOneKey = 64 // texts that begin alike; what is more is read where it stands
)

// passed reads the clean texts of the chosen sources. A text that nothing was replaced in has passed with the account
// itself; of the others the detector must have nothing to say that f does not excuse.
func (p *Plan) passed(f *Forbidden) *passed {
	out := &passed{byHead: map[string][]passedText{}}
	var changed []Source
	seen := map[string]bool{}
	for _, i := range p.choice.Sources {
		d := p.drafts[i]
		_, text, _ := p.read(d)
		if seen[text] || len(text) < leastPassed {
			continue
		}
		seen[text] = true
		if text == d.src.Text && !slices.ContainsFunc(d.treats, func(e edit) bool { return !e.keep }) {
			out.add(text)
		} else {
			changed = append(changed, Source{Text: text, At: d.src.At})
		}
	}
	s := Examine(changed, nil)
	suspect := map[int]bool{}
	for _, x := range f.suspects(s) {
		suspect[x.Source] = true
	}
	for i, c := range changed {
		if !suspect[i] {
			out.add(c.Text)
		}
	}
	return out
}

func (c *passed) add(text string) {
	s := squeeze(text)
	if len(s.b) < leastPassed {
		return
	}
	head := string(s.b[:headLetters])
	if len(c.byHead[head]) < mostOfOneKey {
		c.byHead[head] = append(c.byHead[head], passedText{s.b, s.gap})
	}
}

// at is how many letters from i on are those of the longest text that stands there whole; 0 if none does.
func (c *passed) at(s *squeezed, i int) (n int) {
	for _, t := range c.byHead[string(s.b[i:i+headLetters])] {
		size := len(t.letters)
		if size > n && i+size <= len(s.b) && s.gap[i+size] > gapJoint && bytes.Equal(s.b[i:i+size], t.letters) && !joins(s.gap[i+1:i+size], t.gap[1:size]) {
			n = size
		}
	}
	return n
}

// joins reports whether there is anything that a text parts and there is not parted.
func joins(there, text []gap) bool {
	for k := range there {
		if there[k] <= gapJoint && text[k] > gapJoint {
			return true
		}
	}
	return false
}

// A rest is a text without some stretches of it. Each piece that is left is a paragraph.
type rest struct {
	text   string
	pieces []restPiece
}

// A restPiece is where a piece of a rest begins, and where in the whole text.
type restPiece struct{ at, from int }

// rest is a view without the texts that have passed.
func (c *passed) rest(text string) (out rest) {
	s := borrow(text)
	defer s.giveBack()
	var b strings.Builder
	from := 0
	piece := func(to int) {
		if p := text[from:to]; len(squeezedLetters(p)) > 0 {
			out.pieces = append(out.pieces, restPiece{b.Len(), from})
			b.WriteString(p)
			b.WriteString("\n\n")
		}
	}
	for i := 0; i+leastPassed <= len(s.b); {
		n := 0
		if s.gap[i] > gapJoint {
			n = c.at(s, i)
		}
		if n == 0 {
			i++
			continue
		}
		piece(int(s.at[i]))
		i += n
		from = int(s.end[i-1])
	}
	piece(len(text))
	out.text = b.String()
	return out
}

// at is where in the whole text what stands at i of the rest is.
func (r *rest) at(i int) int {
	k, ok := slices.BinarySearchFunc(r.pieces, i, func(p restPiece, i int) int { return p.at - i })
	if !ok {
		k--
	}
	if k < 0 {
		return i
	}
	return r.pieces[k].from + i - r.pieces[k].at
}
