package journal

import (
	"fmt"
	"slices"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// A selection is the lines of a release in the order in which it shows them.
type selection struct {
	entries []int // indices into survey.entries
	// besides are the other sources that leave with them: the codename, explanations of gaps, the last page.
	besides []int
	zero    EntryID
	t0      time.Time   // the minute that times are counted from; zero where no line has a moment
	zeros   []time.Time // the same by account, of a case file
}

// zeroOf is the minute that times are counted from in an entry.
func (s *survey) zeroOf(sel selection, i int) time.Time {
	if s.book != nil {
		return sel.zeros[s.book.of[i]]
	}
	return sel.t0
}

// choose selects entries by id, or where ids is nil those that leave by default: of a case file the ones chosen for it.
// A case file has them in order of its accounts, then of time; nothing that was said beside its lines leaves.
func (s *survey) choose(ids []EntryID) (sel selection, err error) {
	if ids == nil {
		ids = s.byDefault()
	}
	if sel.entries, err = s.indices(ids); err != nil {
		return sel, err
	}
	if len(sel.entries) == 0 {
		return sel, ErrNothingChosen
	}
	s.count(&sel)
	if s.codename >= 0 {
		sel.besides = append(sel.besides, s.codename)
	}
	if s.book != nil {
		return sel, nil
	}
	for _, p := range s.pairs(sel.entries) {
		if reason, ok := s.reasons[s.entries[p.expectation].ID]; ok {
			sel.besides = append(sel.besides, reason)
		}
	}
	if s.lastPage {
		for _, source := range s.closing {
			if source >= 0 {
				sel.besides = append(sel.besides, source)
			}
		}
	}
	slices.SortStableFunc(sel.entries, func(a, b int) int {
		return place(s.entries[a].Kind) - place(s.entries[b].Kind)
	})
	return sel, nil
}

// byDefault are the entries that leave where nobody chose any.
func (s *survey) byDefault() (ids []EntryID) {
	if s.book != nil {
		return s.chosen()
	}
	for _, e := range s.entries {
		if e.LeavesByDefault() {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// indices are where entries lie in survey.entries, each once and in their order there: that of ids is nobody's.
// Errors: ErrNotFound of one that may not be chosen here, ErrWithheld of one that may not be quoted.
func (s *survey) indices(ids []EntryID) ([]int, error) {
	byID := make(map[EntryID]int, len(s.entries))
	for i, e := range s.entries {
		if s.book == nil || s.book.lines[e.ID] {
			byID[e.ID] = i
		}
	}
	at := make([]int, 0, len(ids))
	for _, id := range ids {
		i, ok := byID[id]
		if !ok {
			return nil, fmt.Errorf("entry to choose: %w", ErrNotFound)
		}
		if s.entries[i].Share == Background {
			return nil, ErrWithheld
		}
		at = append(at, i)
	}
	slices.Sort(at)
	return slices.Compact(at), nil
}

// everything selects every entry, whether it may leave or not.
func (s *survey) everything() selection {
	var sel selection
	for i := range s.sources {
		if i < len(s.entries) {
			sel.entries = append(sel.entries, i)
		} else {
			sel.besides = append(sel.besides, i)
		}
	}
	s.count(&sel)
	return sel
}

// count sets time zero; of a case file in each account by itself.
func (s *survey) count(sel *selection) {
	if s.book == nil {
		sel.countFrom(s, s.account.T0)
		return
	}
	sel.zeros = make([]time.Time, len(s.book.accounts))
	for n, a := range s.book.accounts {
		part := selection{entries: s.ofAccount(sel.entries, n)}
		part.countFrom(s, a.T0)
		sel.zeros[n] = part.t0
	}
}

// countFrom sets time zero: the account's T0 if it is chosen, else the first chosen line that has a moment,
// so that a release never shows by its times that something before it was left out.
func (sel *selection) countFrom(s *survey, t0 EntryID) {
	for _, i := range sel.entries {
		e := s.entries[i]
		if e.Moment.IsZero() {
			continue
		}
		if e.ID == t0 || sel.zero == "" {
			sel.zero, sel.t0 = e.ID, e.Moment.Local().Truncate(time.Minute)
		}
		if e.ID == t0 {
			return
		}
	}
}

// plan treats what was found in the selection. Decisions to keep that another release has used up do not count.
func (s *survey) plan(sel selection, profile redact.Profile) (p *redact.Plan, fingerprint string) {
	of := []Account{s.account}
	if s.book != nil {
		of = append(of, s.book.accounts...)
	}
	choice := s.choice(profile, of...)
	choice.Sources, choice.Zero = slices.Concat(sel.entries, sel.besides), sel.t0
	if s.book != nil {
		choice.Zeros = map[int]time.Time{}
		for _, i := range sel.entries {
			choice.Zeros[i] = s.zeroOf(sel, i)
		}
	}
	for _, pair := range s.pairs(sel.entries) {
		choice.Again = append(choice.Again, pair.effects...)
	}
	p = s.found.Plan(choice)
	fingerprint = p.Fingerprint()
	// What is to be kept does not count in a fingerprint: so that can say which of it counts here.
	if left := s.review.decisions(func(d Decided) bool { return d.Spent == "" || d.Spent == fingerprint }); len(left) < len(choice.Decisions) {
		choice.Decisions = left
		p = s.found.Plan(choice)
	}
	return p, fingerprint
}

// choice is what every plan of the survey starts from: what was decided, and what of those accounts may stand in no file
// although no rule looks for it.
func (s *survey) choice(profile redact.Profile, of ...Account) redact.Choice {
	c := redact.Choice{Profile: profile, Decisions: s.review.decisions(func(Decided) bool { return true })}
	for _, a := range of {
		if a.Title != "" {
			c.Extra = append(c.Extra, a.Title)
		}
		c.Extra = append(c.Extra, string(a.ID))
	}
	for _, e := range s.entries {
		c.Extra = append(c.Extra, string(e.ID))
	}
	return c
}

// decisions are what a review says of names, without the ones to keep that do not count, and of words that others stand
// for.
func (r Review) decisions(counts func(kept Decided) bool) []redact.Decision {
	var out []redact.Decision
	for _, d := range r.Decisions {
		if d.Action != redact.Keep || counts(d) {
			out = append(out, d.Decision)
		}
	}
	_, changed := r.changed()
	return append(out, changed...)
}

// document puts the clean text of the selection under its headings.
func (s *survey) document(p *redact.Plan, sel selection, profile redact.Profile) (report.Document, error) {
	c := report.Contents{Profile: profile}
	var failed error
	clean := func(source int) redact.Clean {
		if source < 0 || failed != nil {
			return redact.Clean{}
		}
		var text redact.Clean
		text, failed = p.Apply(source) // of a source that was not chosen it is empty
		return text
	}
	c.Name = clean(s.codename)
	inTime := slices.Sorted(slices.Values(sel.entries))
	for _, i := range inTime {
		e := s.entries[i]
		t := report.Text{At: clock(e.Moment, sel.t0, profile), Side: sides[SideOf(e.Kind)], Said: s.saidOf(e), Clean: clean(i)}
		t.Heading, t.Mark = heading(e.Kind)
		c.Texts = append(c.Texts, t)
	}
	for _, pair := range s.pairs(inTime) {
		at := func(entry int) int { n, _ := slices.BinarySearch(inTime, entry); return n }
		o := report.Pairing{Became: pair.became(s.entries[pair.expectation]), Expectation: at(pair.expectation)}
		for _, effect := range pair.effects {
			o.Effects = append(o.Effects, at(effect))
		}
		if reason, ok := s.reasons[s.entries[pair.expectation].ID]; ok {
			o.Words = clean(reason)
		}
		c.Outcomes = append(c.Outcomes, o)
	}
	for i, source := range s.closing {
		c.Closing[i] = clean(source)
	}
	if failed != nil {
		return report.Document{}, fmt.Errorf("clean text: %w", failed)
	}
	return report.New(c), nil
}

// A pair is an expectation and those of its effects that are chosen too, as indices into survey.entries.
type pair struct {
	expectation int
	effects     []int
}

// pairs are the chosen expectations of which an effect is chosen too, or of which somebody said what became of them
// although nothing answered them, in order of time. What was said of the others says something of lines that stay, and
// stays with them.
func (s *survey) pairs(chosen []int) []pair {
	if s.linesOnly {
		return nil
	}
	at, stays := map[EntryID]int{}, map[EntryID]bool{}
	for _, e := range s.entries {
		stays[e.ID] = true
	}
	for _, i := range chosen {
		at[s.entries[i].ID] = i
		delete(stays, s.entries[i].ID)
	}
	var out []pair
	for _, i := range slices.Sorted(slices.Values(chosen)) {
		e := s.entries[i]
		if e.Kind != Expectation || e.Outcome == nil {
			continue
		}
		p := pair{expectation: i}
		alone := e.Outcome.Met != ""
		for _, id := range e.Outcome.Effects {
			if effect, ok := at[id]; ok {
				p.effects = append(p.effects, effect)
			}
			alone = alone && !stays[id]
		}
		if len(p.effects) > 0 || alone {
			out = append(out, p)
		}
	}
	return out
}

// clock counts a moment from time zero, in minutes as a person reads them off two clocks;
// in the generalised profile in steps of five.
func clock(m Moment, zero time.Time, profile redact.Profile) report.Clock {
	if m.IsZero() || zero.IsZero() {
		return report.Clock{}
	}
	since := func(t time.Time) int {
		minutes := int(t.Truncate(time.Minute).Sub(zero) / time.Minute)
		if profile == redact.Generalised {
			minutes = 5 * int(time.Duration(minutes).Round(5)/5)
		}
		return minutes
	}
	c := report.Clock{Minutes: since(m.Best), Known: true, About: m.Certainty == Approximate || m.Certainty == Doubtful}
	if !m.Earliest.IsZero() && !m.Latest.IsZero() {
		c.Before, c.After = max(0, c.Minutes-since(m.Earliest)), max(0, since(m.Latest)-c.Minutes)
	}
	return c
}

// headings are where kinds stand in a document: decisions with the understanding they came from.
var headings = map[Kind]report.Heading{
	Action: report.Actions, Effect: report.Effects, Expectation: report.Expectations, Assumption: report.Assumptions,
	Understanding: report.Understandings, Decision: report.Understandings, Condition: report.Conditions,
	Reaction: report.Reactions, Learning: report.Learnings, Idea: report.Ideas,
}

// heading is where a kind stands in a document, kindless entries among the notes; mark tells kinds under one heading
// apart.
func heading(k Kind) (h report.Heading, mark string) {
	h, ok := headings[k]
	if !ok {
		h = report.Notes
	}
	if k == Decision {
		mark = string(k)
	}
	return h, mark
}

// place is the rank of a kind's heading in a document.
func place(k Kind) int {
	h, _ := heading(k)
	return slices.Index(report.Headings, h)
}
