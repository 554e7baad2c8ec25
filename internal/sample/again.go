package sample

import (
	"context"
	"fmt"
	"strings"

	"firsthand/internal/journal"
)

// again is what the author of a sample account says of it on reading it again by day.
type again struct {
	of      journal.Type
	said    []said    // of lines that stand there
	learned []learned // and what was learned from them
}

// said is what is said of the line that begins like that.
type said struct {
	begins  string
	kind    journal.Kind // which it is; empty: the one it has
	answers map[journal.Field]journal.Choice
	words   map[journal.Field]string
	met     journal.Met // of an expectation
	effects []string    // how the lines begin that answered it
}

// learned is a learning that was written down afterwards, and the lines that led to it.
type learned struct {
	text, wanted string
	sort         journal.Choice
	from         []string // how they begin
}

// readings are by the file of the account.
var readings = map[string]again{
	"quiet-meters.md": {
		of: journal.Incident,
		said: []said{
			{begins: "one slow consumer", met: journal.NotMet, effects: []string{"lag on all twelve"},
				answers: map[journal.Field]journal.Choice{journal.FieldThen: "sure", journal.FieldBasis: "habit", journal.FieldDirection: "different kind",
					journal.FieldWhy: "system differs from its documentation", journal.FieldLevel: "technical", journal.FieldSurprise: "strong"}},
			{begins: "settings only change", answers: map[journal.Field]journal.Choice{journal.FieldEnded: "refuted", journal.FieldSaid: "thought"}},
			{begins: "200 what?", kind: journal.Condition,
				answers: map[journal.Field]journal.Choice{journal.FieldCondition: "documentation", journal.FieldSide: "technology", journal.FieldRole: "let it start"}},
			{begins: "shaky, a bit proud", words: map[journal.Field]string{journal.FieldAwake: "18"}},
			{begins: "\"nothing shipped\"", answers: map[journal.Field]journal.Choice{journal.FieldLearned: "corrected belief", journal.FieldHolds: "still holds"}},
		},
		learned: []learned{{text: "a number without a unit is a question: read it back with one before it goes live", wanted: "whoever reviews a config change",
			sort: "better method", from: []string{"200 what?", "compared the live config"}}},
	},
	"two-chains.txt": {
		of: journal.Incident,
		said: []said{
			{begins: "she sends a file", met: journal.NotMet, effects: []string{"0.0%"},
				answers: map[journal.Field]journal.Choice{journal.FieldThen: "fairly sure", journal.FieldDirection: "elsewhere", journal.FieldWhy: "information",
					journal.FieldLevel: "organizational", journal.FieldSurprise: "mild"}},
			{begins: "0.0%", kind: journal.Effect},
			{begins: "first thought was the leaf", kind: journal.Understanding},
			{begins: "which is 23:30 here", kind: journal.Condition,
				answers: map[journal.Field]journal.Choice{journal.FieldCondition: "missing signal", journal.FieldSide: "technology", journal.FieldRole: "hid it"}},
		},
		learned: []learned{
			{text: "look at every certificate of the chain, not at the first one", wanted: "whoever is on call for the mesh", sort: "solution",
				from: []string{"first thought was the leaf", "s_client prints"}},
			{text: "which of our green jobs copy to a place that nobody reads?", sort: journal.OpenQuestion, from: []string{"she sends a file"}},
		},
	},
	"polite-drain.md": {
		of: journal.Drill,
		said: []said{
			{begins: "That drain would stop", met: journal.NotMet, effects: []string{"Thirty-nine pending"},
				answers: map[journal.Field]journal.Choice{journal.FieldThen: "sure", journal.FieldBasis: "docs", journal.FieldDirection: "later",
					journal.FieldWhy: "system differs from its documentation", journal.FieldLevel: "technical", journal.FieldSurprise: "broke my model"}},
			{begins: "no alert on Pending",
				answers: map[journal.Field]journal.Choice{journal.FieldCondition: "missing signal", journal.FieldSide: "technology", journal.FieldRole: "hid it"}},
			{begins: "ask what \"healthy\"", answers: map[journal.Field]journal.Choice{journal.FieldLearned: "corrected belief"}},
		},
		learned: []learned{{text: "count the addresses of a subnet before the pods move into it", wanted: "the release manager", sort: "better method",
			from: []string{"Thirty-nine pending"}}},
	},
	"spiegel.md": {
		of: journal.NearMiss,
		said: []said{
			{begins: "volle Platte", met: journal.NotMet, effects: []string{"wgv-media-01 antwortet"},
				answers: map[journal.Field]journal.Choice{journal.FieldThen: "fairly sure", journal.FieldBasis: "experience", journal.FieldDirection: "different kind",
					journal.FieldWhy: "information", journal.FieldLevel: "organizational", journal.FieldSurprise: "strong"}},
			{begins: "dass mit der Umstellung", answers: map[journal.Field]journal.Choice{journal.FieldEnded: "refuted", journal.FieldSaid: "thought"}},
			{begins: "Was zwischen 21:00", kind: journal.Condition,
				answers: map[journal.Field]journal.Choice{journal.FieldCondition: "handoff", journal.FieldSide: "process", journal.FieldRole: "let it spread"}},
			{begins: "erst Panik", words: map[journal.Field]string{journal.FieldAwake: "19"}},
			{begins: "Ein Spiegel hat eine Richtung", answers: map[journal.Field]journal.Choice{journal.FieldLearned: "corrected belief"}},
		},
		learned: []learned{{text: "vor jeder Umstellung fragen: welcher Auftrag schreibt noch in die alte Richtung?", wanted: "wer den Speicher umzieht", sort: "better method",
			from: []string{"dass mit der Umstellung"}}},
	},
}

// ReadAgain says of an imported sample account what its author says of it by day: of what type it is, what became of what
// they expected, what was there, and what they learned. So that a journal of them has something on its Learning screen.
func ReadAgain(ctx context.Context, j *journal.Journal, a Account, id journal.AccountID) error {
	reading := readings[a.Name]
	if _, err := j.Describe(ctx, id, journal.About{Type: reading.of}); err != nil {
		return err
	}
	_, es, err := j.Account(ctx, id)
	if err != nil {
		return err
	}
	find := func(begins ...string) (ids []journal.EntryID, err error) {
		for _, b := range begins {
			n := len(ids)
			for _, e := range es {
				if strings.HasPrefix(e.Text, b) {
					ids = append(ids, e.ID)
				}
			}
			if len(ids) != n+1 {
				return nil, fmt.Errorf("sample %s: %d lines begin as said", a.Name, len(ids)-n)
			}
		}
		return ids, nil
	}
	for _, s := range reading.said {
		ids, err := find(s.begins)
		if err != nil {
			return err
		}
		if err := s.keep(ctx, j, ids[0], find); err != nil {
			return err
		}
	}
	for _, l := range reading.learned {
		from, err := find(l.from...)
		if err != nil {
			return err
		}
		e, err := j.Learn(ctx, journal.NewLesson{Text: l.text, Account: id, Sort: l.sort, Wanted: l.wanted})
		if err != nil {
			return err
		}
		for _, f := range from {
			if _, err := j.Link(ctx, f, journal.Link{To: e.ID, As: journal.LeadsTo}); err != nil {
				return err
			}
		}
	}
	return nil
}

// keep keeps what is said of a line. What a kind asks is answered once the line is of it, and what is asked of a gap once
// there is one.
func (s said) keep(ctx context.Context, j *journal.Journal, id journal.EntryID, find func(...string) ([]journal.EntryID, error)) error {
	if s.kind != "" {
		if _, err := j.Amend(ctx, id, journal.Amendment{Kind: &s.kind}); err != nil {
			return err
		}
	}
	if s.met != "" {
		effects, err := find(s.effects...)
		if err != nil {
			return err
		}
		if _, err := j.Conclude(ctx, id, effects, s.met); err != nil {
			return err
		}
	}
	for f, c := range s.answers {
		if _, err := j.Answer(ctx, id, f, journal.Answer{Choices: []journal.Choice{c}}); err != nil {
			return err
		}
	}
	for f, words := range s.words {
		if _, err := j.Answer(ctx, id, f, journal.Answer{Words: words}); err != nil {
			return err
		}
	}
	return nil
}
