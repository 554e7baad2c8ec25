package redact

import "strings"

// A page is what the rules make of one text by itself, whatever the account says elsewhere: made when it is first asked
// for, and never changed after. It is the dear part of an examination.
type page struct {
	scanned  *scan
	shapes   []match
	words    []tok
	squeezed *squeezed
	dashes   [][]int  // never nil once asked for
	behind   *behind  // what was asked for last
	tongues  *[2]bool // are there stretches that are German, and that are neither that nor English?
	slavic   *int     // letters of Slavic languages
	promises *string  // how it ends, if it speaks of a secret there
}

// forms is the reading made ready for the rules of form, and what they find, covered.
func (r *reading) forms() (*scan, []match) {
	if r.scanned == nil {
		r.scanned = newScan(r)
		shapes := cover(r, r.scanned.matches())
		r.shapes = shapes[:len(shapes):len(shapes)] // whoever adds to it takes a copy
	}
	return r.scanned, r.shapes
}

// tokens are the words of the reading, with what the lists and their paragraph say of them.
func (r *reading) tokens(known memory) []tok {
	if r.words == nil {
		ts := tokens(r, known)
		markPhrases(r, ts)
		markLanguage(r, ts)
		for k := range ts {
			t := &ts[k]
			if t.german && functionWords["de"][t.fold] || t.foreign && functionWords["xx"][t.fold] || accentedWords[strings.ToLower(t.text)] {
				t.ev = t.ev&^(isGiven|isFamily|isPlace) | isWord // Um 03:04 Uhr, une boîte
			}
		}
		r.words = ts
	}
	return r.words
}

// dashed is where words with a dash stand, of small letters and digits, as the names of machines are.
func (r *reading) dashed() [][]int {
	if r.dashes == nil {
		r.dashes = dashedPattern.FindAllStringIndex(r.text, -1)
		if r.dashes == nil {
			r.dashes = [][]int{}
		}
	}
	return r.dashes
}

// letters is the reading squeezed, as a matcher searches it.
func (r *reading) letters() *squeezed {
	if r.squeezed == nil {
		r.squeezed = squeeze(r.text)
	}
	return r.squeezed
}
