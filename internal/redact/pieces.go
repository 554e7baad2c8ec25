package redact

import "strings"

// A Piece is a stretch of a chosen text as it will be read. The texts of all pieces together are the whole.
type Piece struct {
	Text      string
	Treatment Treatment // what became of what was found here; empty where the words are the person's own
	Entity    EntityID  // empty where something hidden stood within a longer word
	Original  string    // what stands here in the source

	start, end int // where that is, of a piece that something was found in
}

// Pieces is a chosen source as it will be read, in pieces, also while something is undecided: that stands there as it
// was written. It is for the person's own screen, and no clean text: only Apply makes that. A source that was not chosen
// has no pieces.
func (p *Plan) Pieces(source int) []Piece {
	d := p.drafts[source]
	if d == nil {
		return nil
	}
	raw, text, at := p.read(d)
	var out []Piece
	end := 0
	own := func(until int) {
		if end < until {
			out = append(out, Piece{Text: text[end:until]})
		}
	}
	for _, s := range carried(raw, text, at) {
		if s.start < end {
			continue
		}
		own(s.start)
		piece := Piece{Text: text[s.start:s.end], Original: d.src.Text[s.edit.start:s.edit.end], Treatment: Withhold, start: s.edit.start, end: s.edit.end}
		if t := s.edit.thing; t != nil {
			piece.Entity, piece.Treatment = t.Entity.ID, t.Treatment
		}
		out = append(out, piece)
		end = s.end
	}
	own(len(text))
	return out
}

// A stretch is where an edit stands in a rewritten text.
type stretch struct {
	start, end int
	edit       edit
}

// carried finds the stretches of a rewritten text in the text that polishing made of it. Nearly always that is the same;
// else what comes before and after the difference is certain, and within it the words are looked for in their order.
func carried(raw, text string, at []stretch) []stretch {
	if raw == text {
		return at
	}
	head := 0
	for head < len(raw) && head < len(text) && raw[head] == text[head] {
		head++
	}
	tail := 0
	for tail < len(raw)-head && tail < len(text)-head && raw[len(raw)-1-tail] == text[len(text)-1-tail] {
		tail++
	}
	var out []stretch
	shift := len(text) - len(raw)
	from := head
	for _, s := range at {
		words := raw[s.start:s.end]
		switch {
		case s.end <= head:
		case s.start >= len(raw)-tail:
			s.start, s.end = s.start+shift, s.end+shift
		default:
			i := strings.Index(text[from:], words)
			if i < 0 {
				continue
			}
			s.start, s.end = from+i, from+i+len(words)
			from = s.end
		}
		out = append(out, s)
	}
	return out
}
