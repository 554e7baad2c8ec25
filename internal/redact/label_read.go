package redact

import "strings"

// Labelled is a place in a text where a label of ours stands.
type Labelled struct {
	Start, End int    // bytes, End exclusive
	Name       string // the label as prose has it, such as "Engineer A", "host 1" or "the author"
}

// LabelsIn finds the labels of the profile role in a text, whoever wrote it, in order: in prose, at the beginning of a
// sentence and as words in code. Clock times and the notes of what was taken out are none, and neither is a label that
// somebody chose themselves, which is a word as others are.
func LabelsIn(text string) []Labelled {
	var out []Labelled
	for _, at := range inOrder(append(labelSpans(text), labelSpans(inSentence(text))...)) {
		if name := proseLabel(text[at[0]:at[1]]); name != "" {
			out = append(out, Labelled{at[0], at[1], name})
		}
	}
	return out
}

// ExamineReleased is Examine for texts that were released already, by whomever: a label of ours is a plain word in them,
// so that nothing is taken for a name for standing beside one, as in "Engineer B. He came". further are, by source,
// where labels stand that no release of ours gave; nil where there are none.
func ExamineReleased(sources []Source, further [][]Labelled, known []Known) *Survey {
	plain := make([]Source, len(sources))
	for i, src := range sources {
		text := []byte(src.Text)
		labels := LabelsIn(src.Text)
		if i < len(further) {
			labels = append(labels, further[i]...)
		}
		for _, l := range labels {
			word := "it"
			if l.End-l.Start < len(word) {
				continue
			}
			if l.End-l.Start >= len("somebody") {
				word = "somebody"
			}
			// As long as it was, so that what is found stands at the same place in both.
			copy(text[l.Start:l.End], word+strings.Repeat(" ", l.End-l.Start-len(word)))
		}
		plain[i] = src
		plain[i].Text = string(text)
	}
	s := Examine(plain, known)
	s.Sources = sources
	for i, src := range sources {
		s.readings[i] = read(i, src.Text)
	}
	return s
}

// inSentence is a text of the same length in which the words that labels begin with have no capital: "Host 1 was down."
func inSentence(text string) string {
	b := []byte(text)
	for i := range b {
		if b[i] < 'A' || b[i] > 'Z' || i > 0 && wordly(b[i-1]) {
			continue
		}
		end := i + 1
		for end < len(b) && b[end] >= 'a' && b[end] <= 'z' {
			end++
		}
		if word := strings.ToLower(text[i:end]); labelHeads[word] {
			b[i] = word[0]
		}
	}
	return string(b)
}

// proseLabel is what a label is in the middle of a sentence; empty where it names nobody and nothing.
func proseLabel(s string) string {
	s = strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == '-' || isBlank(r) }), " "))
	if strings.HasPrefix(s, "the ") {
		return s
	}
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return ""
	}
	for class := range generalised {
		if strings.ToLower(string(class)) != s[:i] {
			continue
		}
		if lettered[class] {
			return string(class) + strings.ToUpper(s[i:])
		}
		return string(class) + s[i:]
	}
	return ""
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }
