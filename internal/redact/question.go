package redact

import (
	"cmp"
	"slices"
	"strings"

	"firsthand/internal/redact/indirect"
)

// A Question is about words of a chosen source that name nobody and may still point at somebody. Its Line is the index
// of the source, its Start and End are offsets into that text as it will be read.
type Question struct {
	indirect.Question
	// Written is the same stretch in the source as its author wrote it.
	Written Span
	// Alike, of a question of the kind indirect.Same, are the names that may be one thing. Words is the one, With the other.
	Alike Alike
}

// Key names a question, so that it is known again in the next draft.
func (q Question) Key() string {
	if q.Kind == indirect.Same {
		return indirect.Key(q.Kind, q.Words+" = "+q.With)
	}
	return q.Question.Key()
}

// Questions are asked before a release leaves, about the chosen texts as they will be read: which names are one thing, and
// what may point at somebody without a name. Of the second sort nothing is asked about what is treated, undecided or kept,
// nor about what is answered: the keys of questions, as indirect.Key gives them.
func (p *Plan) Questions(answered map[string]bool) []Question {
	together(len(p.choice.Sources), func(i int) { p.read(p.drafts[p.choice.Sources[i]]) })
	lines := make([]indirect.Line, len(p.choice.Sources))
	pieces := make([][]Piece, len(lines))
	for i, source := range p.choice.Sources {
		pieces[i] = p.Pieces(source)
		var text strings.Builder
		own := [][2]int{}
		for _, piece := range pieces[i] {
			at := text.Len()
			text.WriteString(piece.Text)
			if piece.Treatment == "" {
				own = append(own, [2]int{at, text.Len()})
			}
		}
		lines[i] = indirect.Line{Text: text.String(), Own: own}
	}
	var out []Question
	for _, q := range p.kept.hints.Find(lines, answered) {
		source := p.choice.Sources[q.Line]
		written := p.written(source, pieces[q.Line], q.Start, q.End)
		q.Line = source
		out = append(out, Question{Question: q, Written: written})
	}
	out = append(out, p.alike(pieces)...)
	slices.SortStableFunc(out, func(a, b Question) int {
		return cmp.Or(cmp.Compare(p.place(a.Line), p.place(b.Line)), cmp.Compare(a.Start, b.Start))
	})
	return out
}

// place is where a source stands in the release.
func (p *Plan) place(source int) int { return slices.Index(p.choice.Sources, source) }

// mostSame is how many questions there are at a time of which names are one thing. An answer makes room for another.
const mostSame = 8

// alike asks which names are one thing, as far as they have labels of their own that would tell two things. It is asked
// where the first of them stands.
func (p *Plan) alike(pieces [][]Piece) []Question {
	var out []Question
	for _, a := range p.survey.alike {
		if len(out) == mostSame {
			break
		}
		if !p.labelled(a.Entities[0]) || !p.labelled(a.Entities[1]) {
			continue
		}
		at, ok := p.first(a.Entities[0], a.Names[0])
		if !ok {
			continue
		}
		q := Question{Question: indirect.Question{Kind: indirect.Same, Line: at.Source, Change: indirect.Change{Words: a.Names[0].Form, With: a.Names[1].Form}}, Written: at, Alike: a}
		text := 0
		for _, piece := range pieces[p.place(at.Source)] {
			if piece.Entity == a.Entities[0] && piece.start <= at.Start && at.Start < piece.end {
				q.Start, q.End = text, text+len(piece.Text)
			}
			text += len(piece.Text)
		}
		out = append(out, q)
	}
	return out
}

// labelled reports whether a label of its own stands for an entity in the chosen sources, or will once it is decided.
func (p *Plan) labelled(id EntityID) bool {
	t := p.things[id]
	return t != nil && t.Count > 0 && (t.Treatment == Replace || t.Treatment == Undecided)
}

// first is where a name of an entity stands first in the chosen sources.
func (p *Plan) first(id EntityID, n Name) (Span, bool) {
	for _, source := range p.choice.Sources {
		for _, f := range p.drafts[source].findings {
			form := strings.Join(strings.Fields(unwrap(p.survey.text(f.Span))), " ")
			if f.Entity == id && n.is(Name{f.Kind, form, f.part}) {
				return f.Span, true
			}
		}
	}
	return Span{}, false
}

// written is where a stretch of a source as it will be read, of the author's own words, stands in the source: found by
// the words, between what was treated before it and after it. Where Markdown was taken out of the words themselves, it
// is all that stands between.
func (p *Plan) written(source int, pieces []Piece, start, end int) Span {
	d := p.drafts[source]
	text := d.src.Text
	from, at := 0, 0
	for i, piece := range pieces {
		next := at + len(piece.Text)
		if piece.Treatment != "" {
			from, at = max(from, piece.end), next
			continue
		}
		if start < at || end > next {
			at = next
			continue
		}
		to := len(text)
		if i+1 < len(pieces) {
			to = max(from, pieces[i+1].start)
		}
		words := piece.Text[start-at : end-at]
		skip := strings.Count(piece.Text[:start-at], words)
		for here := from; ; {
			k := strings.Index(text[here:to], words)
			if k < 0 {
				return Span{source, from, to}
			}
			if here += k; skip == 0 {
				return Span{source, here, here + len(words)}
			}
			here += len(words)
			skip--
		}
	}
	return Span{source, 0, len(text)}
}

// Reword is what the answer to a question comes to: words that are found wherever they stand, and what stands for them.
func Reword(c indirect.Change) (Known, Decision) {
	plain := read(0, c.Words).text // as an entity holds its forms
	return Known{Kind: Other, Forms: []string{c.Words}, Rule: Reworded},
		Decision{Kind: Other, Key: Key(Other, plain), Action: As, Label: c.With}
}
