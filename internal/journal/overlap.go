package journal

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"firsthand/internal/redact"
)

// An Overlap is what somebody learns who lays two releases of one account side by side, by their text, their intervals
// and their figures.
type Overlap struct {
	Earlier Release `json:"earlier"` // the one that left before
	Kept    bool    `json:"kept"`    // its copy is kept; without one only which lines both hold is known
	Same    bool    `json:"same"`    // both are one document
	// Lines stand in both and are alike: who holds both sees that they are the same line.
	Lines     []EntryID `json:"lines"`
	Intervals int       `json:"intervals"`         // how many of Lines are as far from each other in time in both
	Figures   []string  `json:"figures,omitempty"` // that stand in Lines in both, as they are written
	// Unmasked are things that one of the two hides in a line where the other shows them; those that this one shows first.
	Unmasked []Unmasked `json:"unmasked,omitempty"`
	// Joined are things that have another label in each, in a line that is in both: what the two say of them comes
	// together.
	Joined []Joined `json:"joined,omitempty"`
}

// Tells reports whether who holds both learns more than either shows.
func (o Overlap) Tells() bool { return len(o.Unmasked)+len(o.Joined) > 0 }

// Unmasked is a thing that one release calls by a label, and the other by its name.
type Unmasked struct {
	Kind  redact.Kind `json:"type"`
	Name  string      `json:"name"`  // as it stands in the one that shows it
	Label string      `json:"label"` // in the one that hides it
	// Earlier says that it is the earlier one that hides it, so that this one takes its mask off; else the earlier one has
	// told already what this one hides.
	Earlier bool      `json:"hiddenInEarlier"`
	Lines   []EntryID `json:"lines"` // where that can be seen
}

// Joined is a thing that two releases call by different labels.
type Joined struct {
	Kind   redact.Kind `json:"type"`
	Label  string      `json:"label"`  // in this one
	Before string      `json:"before"` // in the earlier one
}

// Overlaps compares a release with every earlier one of its account, the newest first. The error is ErrNotFound.
func (j *Journal) Overlaps(ctx context.Context, r Release) ([]Overlap, error) {
	all, err := j.Releases(ctx, r.Account)
	if err != nil {
		return nil, err
	}
	c, err := j.Copy(ctx, r.ID)
	if err != nil {
		return nil, err
	}
	if r.CaseFile {
		if all, err = j.besideCase(ctx, r, all); err != nil {
			return nil, err
		}
	}
	all = slices.DeleteFunc(all, func(e Release) bool { return e.ID == r.ID || e.At.After(r.At) })
	return j.overlaps(ctx, r, c, all)
}

func (j *Journal) overlaps(ctx context.Context, r Release, c Copy, earlier []Release) ([]Overlap, error) {
	out := make([]Overlap, 0, len(earlier))
	for _, e := range earlier {
		old, err := j.Copy(ctx, e.ID)
		if err != nil {
			return nil, fmt.Errorf("compare releases: %w", err)
		}
		o := overlap(c, old)
		o.Earlier, o.Kept, o.Same = e, len(old.Lines) > 0, e.Fingerprint == r.Fingerprint
		if !o.Kept || len(c.Lines) == 0 {
			o.Kept, o.Lines = false, both(r.Entries, e.Entries)
		}
		if o.Same {
			o.Unmasked, o.Joined = nil, nil
		}
		out = append(out, o)
	}
	return out, nil
}

func both(a, b []EntryID) []EntryID {
	return slices.DeleteFunc(slices.Clone(a), func(id EntryID) bool { return !slices.Contains(b, id) })
}

// overlap compares how two releases read.
func overlap(this, earlier Copy) (o Overlap) {
	old := map[EntryID]CopyLine{}
	for _, l := range earlier.Lines {
		old[l.Entry] = l
	}
	shifts := map[int]int{} // how much later a line stands in this one, to how many lines do
	for _, a := range this.Lines {
		b, ok := old[a.Entry]
		if !ok || !alike(a, b) {
			continue
		}
		o.Lines = append(o.Lines, a.Entry)
		if a.Timed && b.Timed {
			shifts[a.Minutes-b.Minutes]++
		}
		for _, f := range sharedFigures(a, b) {
			if !slices.Contains(o.Figures, f) {
				o.Figures = append(o.Figures, f)
			}
		}
		o.unmask(this, a, b, false)
		o.unmask(earlier, b, a, true)
		o.join(this, earlier, a, b)
	}
	for _, n := range shifts {
		if n > 1 {
			o.Intervals = max(o.Intervals, n)
		}
	}
	slices.SortStableFunc(o.Unmasked, func(x, y Unmasked) int {
		switch {
		case x.Earlier == y.Earlier:
			return 0
		case x.Earlier:
			return -1
		}
		return 1
	})
	return o
}

// fewest is how many own words two lines must have in common to be known for the same line by them alone.
const fewest = 3

// alike reports whether somebody who holds both sees that two lines are the same: they share half of the words of the
// shorter one that are its author's own, and these are several or stand at the same time.
func alike(a, b CopyLine) bool {
	x, y := ownWords(a), ownWords(b)
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	if shared == 0 || 2*shared < min(len(x), len(y)) {
		return false
	}
	return shared >= fewest || a.Timed && b.Timed && a.Minutes == b.Minutes
}

// ownWords are the words of a line that stand in it as its author wrote them, folded.
func ownWords(l CopyLine) (out []string) {
	for _, p := range l.Pieces {
		if !p.Hides {
			out = append(out, foldedWords(p.Text)...)
		}
	}
	return out
}

// foldedWords are the words of a text, folded.
func foldedWords(text string) []string {
	return strings.FieldsFunc(redact.Key(redact.Other, text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// figure is a number of two digits or more, which can be searched for.
var figure = regexp.MustCompile(`\d[\d.,]*\d`)

func sharedFigures(a, b CopyLine) []string {
	in := map[string]bool{}
	for _, f := range figuresOf(b) {
		in[f] = true
	}
	return slices.DeleteFunc(figuresOf(a), func(f string) bool { return !in[f] })
}

func figuresOf(l CopyLine) (out []string) {
	for _, p := range l.Pieces {
		if !p.Hides {
			out = append(out, figure.FindAllString(p.Text, -1)...)
		}
	}
	return out
}

// unmask notes what of a line one release hides and the other shows. hiding is the release that the line hider is of.
func (o *Overlap) unmask(hiding Copy, hider, shower CopyLine, earlier bool) {
	shown := ownWords(shower)
	for _, p := range hider.Pieces {
		if !p.Hides || p.Thing == 0 {
			continue
		}
		t := hiding.Things[p.Thing-1]
		name := standing(shown, t.Forms)
		if name == "" || slices.ContainsFunc(hider.Pieces, func(q CopyPiece) bool { return !q.Hides && standing(foldedWords(q.Text), []string{name}) != "" }) {
			continue // not shown there, or shown here as well: an ordinary word
		}
		i := slices.IndexFunc(o.Unmasked, func(u Unmasked) bool {
			return u.Kind == t.Kind && u.Label == t.Label && u.Earlier == earlier
		})
		if i < 0 {
			o.Unmasked = append(o.Unmasked, Unmasked{Kind: t.Kind, Label: t.Label, Earlier: earlier})
			i = len(o.Unmasked) - 1
		}
		u := &o.Unmasked[i]
		if len(name) > len(u.Name) {
			u.Name = name
		}
		if !slices.Contains(u.Lines, hider.Entry) {
			u.Lines = append(u.Lines, hider.Entry)
		}
	}
}

// standing is the longest of the forms whose words stand one after the other in the text; empty where none does.
func standing(text []string, forms []string) (found string) {
	for _, f := range forms {
		want := foldedWords(f)
		if len(f) <= len(found) || len(want) == 0 {
			continue
		}
		for i := 0; i+len(want) <= len(text); i++ {
			if slices.Equal(text[i:i+len(want)], want) {
				found = f
				break
			}
		}
	}
	return found
}

// join notes what two releases hide in one line under different labels.
func (o *Overlap) join(this, earlier Copy, a, b CopyLine) {
	for _, p := range a.Pieces {
		if !p.Hides || p.Thing == 0 {
			continue
		}
		x := this.Things[p.Thing-1]
		for _, q := range b.Pieces {
			if !q.Hides || q.Thing == 0 {
				continue
			}
			y := earlier.Things[q.Thing-1]
			next := Joined{Kind: x.Kind, Label: x.Label, Before: y.Label}
			if x.Kind == y.Kind && x.Treatment == redact.Replace && y.Treatment == redact.Replace && x.Label != y.Label &&
				x.Label != "" && y.Label != "" && shareForm(x, y) && !slices.Contains(o.Joined, next) {
				o.Joined = append(o.Joined, next)
			}
		}
	}
}

func shareForm(x, y CopyThing) bool {
	return sharesForm(redact.Known{Kind: x.Kind, Forms: x.Forms}, redact.Known{Kind: y.Kind, Forms: y.Forms})
}
