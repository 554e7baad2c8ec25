package journal

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Later is what became of one line after the first telling.
type Later struct {
	Entry EntryID
	Is    LaterIs
	Words []Diff // of a line that was reworded
	// Kind and Moment say that these were changed.
	Kind, Moment bool
}

// LaterIs says what became of a line.
type LaterIs string

// What can become of a line after the first telling.
const (
	Added    LaterIs = "added"
	Reworded LaterIs = "reworded" // its text, its kind or its moment
	TakenOut LaterIs = "taken out"
)

// A Diff is a stretch of two wordings: of both, of the earlier one only, or of the later one only.
type Diff struct {
	Text string
	Is   DiffIs
}

// DiffIs says which of the two wordings a stretch stands in.
type DiffIs string

// The parts of a difference.
const (
	Same   DiffIs = "same"
	Before DiffIs = "before"
	After  DiffIs = "after"
)

// Since compares the entries of an account with its first telling: first what has changed or come, in the order of es, then
// what is not among them any more. Without a telling there is nothing to compare with, and the answer is nil.
func Since(t *Telling, es []Entry) []Later {
	if t == nil {
		return nil
	}
	told := map[EntryID]Entry{}
	for _, e := range t.Entries {
		told[e.ID] = e
	}
	var out []Later
	for _, e := range es {
		was, there := told[e.ID]
		delete(told, e.ID)
		switch {
		case !e.Removed.IsZero():
			if there {
				out = append(out, Later{Entry: e.ID, Is: TakenOut})
			}
		case !there:
			out = append(out, Later{Entry: e.ID, Is: Added})
		case said(was, e):
			l := Later{Entry: e.ID, Is: Reworded, Kind: was.Kind != e.Kind, Moment: was.Moment != e.Moment}
			if was.Text != e.Text {
				l.Words = Differ(was.Text, e.Text)
			}
			out = append(out, l)
		}
	}
	for _, e := range t.Entries {
		if _, gone := told[e.ID]; gone {
			out = append(out, Later{Entry: e.ID, Is: TakenOut})
		}
	}
	return out
}

// maxDiffer is how many words of the two wordings are compared one by one; in longer ones all between the common
// beginning and the common end counts as changed.
const maxDiffer = 4000

// Differ compares two wordings word by word. The stretches that are not After make before, those that are not Before make
// after; two stretches beside each other are never of the same sort. It finds a longest common sequence of words.
func Differ(before, after string) []Diff {
	a, b := wordsOf(before), wordsOf(after)
	lead := 0
	for lead < min(len(a), len(b)) && a[lead] == b[lead] {
		lead++
	}
	tail := 0
	for tail < min(len(a), len(b))-lead && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var d differ
	d.add(Same, a[:lead]...)
	d.middle(a[lead:len(a)-tail], b[lead:len(b)-tail])
	d.add(Same, a[len(a)-tail:]...)
	return d.out
}

type differ struct{ out []Diff }

func (d *differ) add(is DiffIs, words ...string) {
	text := strings.Join(words, "")
	if text == "" {
		return
	}
	if last := len(d.out) - 1; last >= 0 && d.out[last].Is == is {
		d.out[last].Text += text
		return
	}
	d.out = append(d.out, Diff{text, is})
}

// middle compares what differs at both ends, by the table of the lengths of common sequences.
func (d *differ) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a)+len(b) > maxDiffer {
		d.add(Before, a...)
		d.add(After, b...)
		return
	}
	width := len(b) + 1
	common := make([]uint16, (len(a)+1)*width) // of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i*width+j] = common[(i+1)*width+j+1] + 1
			} else {
				common[i*width+j] = max(common[(i+1)*width+j], common[i*width+j+1])
			}
		}
	}
	// What goes is collected before what comes, so that a changed phrase is one pair and not a stutter.
	var gone, come []string
	flush := func() {
		d.add(Before, gone...)
		d.add(After, come...)
		gone, come = nil, nil
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			flush()
			d.add(Same, a[i])
			i, j = i+1, j+1
		case common[(i+1)*width+j] >= common[i*width+j+1]:
			gone = append(gone, a[i])
			i++
		default:
			come = append(come, b[j])
			j++
		}
	}
	gone, come = append(gone, a[i:]...), append(come, b[j:]...)
	flush()
}

// wordsOf cuts a text into words, and each of the other characters alone. Together they are the text.
func wordsOf(s string) []string {
	var out []string
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			_, n = utf8.DecodeRuneInString(s)
		}
		out, s = append(out, s[:n]), s[n:]
	}
	return slices.Clip(out)
}
