package report

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"firsthand/internal/redact"
)

// SheetCaption is the title of every meeting sheet.
const SheetCaption = "To speak from"

// The headings of a meeting sheet, in their order.
const (
	Turns  Heading = "Turning points"
	Ask    Heading = "Ask me about"
	Rather Heading = "I would rather not go into"
)

// NewSheet makes a meeting sheet: one page to speak from. Times are counted as in an account; what has no word is left
// out.
func NewSheet(profile redact.Profile, name redact.Clean, turns []Text, ask, rather redact.Clean) Document {
	d := Document{Sheet: true, Profile: profile, Name: title(name.String())}
	read := func(clean redact.Clean) []Block {
		d.Withholds = d.Withholds || strings.Contains(clean.String(), Withheld)
		return blocks(clean.String())
	}
	points := Part{Heading: Turns}
	for _, t := range turns {
		if content := read(t.Clean); len(content) > 0 {
			points.Lines = append(points.Lines, Line{Number: len(points.Lines) + 1, At: t.At, Side: t.Side, Blocks: content})
		}
	}
	if len(points.Lines) > 0 {
		d.Parts = append(d.Parts, points)
	}
	for _, p := range []Part{{Heading: Ask, Blocks: read(ask)}, {Heading: Rather, Blocks: read(rather)}} {
		if len(p.Blocks) > 0 {
			d.Parts = append(d.Parts, p)
		}
	}
	return d
}

// Speech is how long a sheet is meant to take, read aloud.
const Speech = 3 * time.Minute

// perMinute is how many words are read aloud in a minute, slowly enough to be followed. People read English aloud at about
// 183 words a minute (Brysbaert 2019); a room that is to answer needs it slower.
const perMinute = 130

// Words counts the words of a document's parts that are read aloud: what its author wrote, not headings and times.
func (d Document) Words() (n int) {
	for _, p := range d.Parts {
		n += wordsOf(p.Blocks)
		for _, l := range p.Lines {
			n += wordsOf(l.Blocks)
		}
	}
	return n
}

func wordsOf(bs []Block) int { return Spoken(PlainText(bs)) }

// Spoken counts the words of a text that are read aloud.
func Spoken(text string) (n int) {
	for _, w := range strings.Fields(text) {
		if strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// Aloud is how long words take to be read aloud.
func Aloud(words int) time.Duration {
	return time.Duration(words) * time.Minute / perMinute
}

// TooMany is by how many words a text is too long for Speech; 0 where it fits.
func TooMany(words int) int { return max(0, words-int(Speech/time.Minute)*perMinute) }

// Overfull says that a meeting sheet does not fit on one page.
type Overfull struct {
	Words int // about so many are too many
}

func (e *Overfull) Error() string { return fmt.Sprintf("%d words do not fit on the page", e.Words) }
