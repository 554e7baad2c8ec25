package redact

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Why something cannot be called what the person would call it.
var (
	// ErrLabelHidden means that a label would tell what is hidden.
	ErrLabelHidden = errors.New("label holds a hidden name")
	// ErrLabelTaken means that something else is called so: two things would read as one.
	ErrLabelTaken = errors.New("label stands for something else")
	// ErrLabelForm means that a label is empty, long, or more than words.
	ErrLabelForm = errors.New("label is no name")
)

// longestLabel is how many letters a label may have: it stands within sentences.
const longestLabel = 60

// CheckLabel reports whether a thing may be called that in a release: ErrLabelForm, ErrLabelHidden, ErrLabelTaken.
// A label is words of one line without marks of Markdown. It may hold the label of nothing else, nothing that the plan
// hides or asks about, and nothing that the detector is certain of.
func (p *Plan) CheckLabel(e Entity, label string) error {
	label = strings.TrimSpace(label)
	if squeezed := squeeze(label); len(squeezed.b) == 0 || utf8.RuneCountInString(label) > longestLabel || strings.ContainsAny(label, "\\`*_[]<>|#~\n\r\t") ||
		strings.IndexFunc(label, unicode.IsControl) >= 0 || !utf8.ValidString(label) {
		return ErrLabelForm
	}
	for _, t := range p.order {
		if t.Entity.ID != e.ID && t.Label != "" && t.Treatment != Kept && !timely(t.Entity.Kind) && t.Entity.Kind != Secret &&
			strings.EqualFold(strings.TrimPrefix(t.Label, leadingArticle(t.Label)), strings.TrimPrefix(label, leadingArticle(label))) {
			return ErrLabelTaken
		}
	}
	if len(p.hide.search(label, false)) > 0 {
		return ErrLabelHidden
	}
	var open []form
	for _, t := range p.things {
		if t.Treatment == Undecided || t.Entity.ID == e.ID {
			for _, f := range append([]string{t.Entity.Name}, t.Entity.Forms...) {
				open = append(open, form{text: f})
			}
		}
	}
	if hits := newMatcher(open).find(label); len(hits) > 0 {
		return ErrLabelHidden
	}
	s := Examine([]Source{{Text: label}}, nil)
	for _, f := range s.Findings {
		if f.Certain && f.Kind != Role && !labelNoise(f.Kind, label, f.Start, f.End, labelSpans(label)) {
			return ErrLabelHidden
		}
	}
	return nil
}
