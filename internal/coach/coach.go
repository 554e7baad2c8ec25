// Package coach finds wording in an account that closes a conversation: blame, counterfactuals, hindsight.
//
// It reads what its author is about to show to others and asks about it. It never proposes a sentence and never changes
// one. What the person did, saw, expected and took for granted, told in the first person, is right as it stands; so are
// quotes, code, log lines, what others wrote, and what machines did: none of these is ever remarked on.
//
// The package is pure: text in, remarks out, in time that grows with the length of the text.
package coach

import (
	"cmp"
	"slices"
)

// Kind is what a remark is about.
type Kind string

// The kinds of remark.
const (
	Counterfactual Kind = "counterfactual" // tells of what was not: should have, if only
	Absence        Kind = "absence"        // makes an event of what did not happen: failed to, overlooked
	Verdict        Kind = "verdict"        // judges an act: wrong call, sloppy, human error
	Trait          Kind = "trait"          // judges a character: careless, the kind of person who
	SelfBlame      Kind = "self_blame"     // my fault
	BlameOther     Kind = "blame_other"    // their fault
	Hindsight      Kind = "hindsight"      // tells it by its end: obviously, in hindsight
	SingleCause    Kind = "single_cause"   // one cause for all: root cause, came down to
	HiddenAgent    Kind = "hidden_agent"   // acts without who acted: mistakes were made
	Exhortation    Kind = "exhortation"    // calls on people to be better: be more careful
	Minimiser      Kind = "minimiser"      // makes it small: just, simply, all he had to do
	MindReading    Kind = "mind_reading"   // says what went on in somebody else's head
)

// Kinds are all kinds of remark.
var Kinds = []Kind{Counterfactual, Absence, Verdict, Trait, SelfBlame, BlameOther, Hindsight, SingleCause, HiddenAgent,
	Exhortation, Minimiser, MindReading}

// A Remark is a stretch of a text that the coach asks about.
type Remark struct {
	Start, End int // byte offsets into the text, End exclusive, both on rune boundaries
	Kind       Kind
	Rule       string // the id of the rule that found it
	about      question
}

// Remarks are what the coach would ask about in a text, in order. They never overlap, and a sentence has at most one of
// each kind: who has read a question once need not read it twice.
func Remarks(text string) []Remark {
	var out []Remark
	rules() // before the first sentence: words are tagged with what the patterns have
	for _, s := range sentences(text) {
		out = append(out, s.remarks()...)
	}
	return out
}

// remarks are those of one sentence. Where two overlap, the rule that stands first in the list has it.
func (s sentence) remarks() []Remark {
	var found []Remark
	for i := range rules() {
		u := &rules()[i]
		if slices.ContainsFunc(found, func(r Remark) bool { return r.Kind == u.kind }) || len(u.says) == 0 && !u.cued(s.lower) {
			continue
		}
		for _, m := range u.matches(s) {
			if !slices.ContainsFunc(found, func(r Remark) bool { return m[0] < r.End && r.Start < m[1] }) {
				found = append(found, Remark{m[0], m[1], u.kind, u.id, u.about()})
				break
			}
		}
	}
	for i := range found {
		found[i].Start += s.start
		found[i].End += s.start
	}
	slices.SortFunc(found, func(a, b Remark) int { return cmp.Compare(a.Start, b.Start) })
	return found
}
