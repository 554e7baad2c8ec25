package redact

import (
	"strings"

	"firsthand/internal/redact/indirect"
)

// A Question is about words of a chosen source that name nobody and may still point at somebody. Its Line is the index
// of the source, its Start and End are offsets into that text as it will be read.
type Question struct {
	indirect.Question
	// Written is the same stretch in the source as its author wrote it.
	Written Span
}

// Questions are asked before a release leaves, about the chosen texts as they will be read. Nothing is asked about what
// is treated, undecided or kept, nor about what is answered: the keys of questions, as indirect.Key gives them.
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
		out = append(out, Question{q, written})
	}
	return out
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
