package journal

import (
	"context"
	"fmt"
	"slices"

	"firsthand/internal/search"
)

// A Likeness is an entry that shares words with a text.
type Likeness struct {
	Entry Entry
	Words []string // shared, folded as package search does, the rarest in the journal first
	Score float64  // BM25 over those words: higher is more alike; says nothing beside another text
}

// A Kin is an earlier entry that is like a text, and why.
type Kin struct {
	Match
	Words []string `json:"words"` // that both hold, as they stand in the entry, the rarest in the journal first
	From  Origin   `json:"from"`
}

// MostKin is how many similar entries are shown at most.
const MostKin = 5

// Similar returns at most MostKin earlier entries of other accounts that are like a text being written, the most alike
// first, each with the words that both hold: "have I seen this before?". It needs two telling words in common, or the
// only one of a text that has one. Words that stand everywhere tell nothing.
func (j *Journal) Similar(ctx context.Context, text string, account AccountID) ([]Kin, error) {
	binned, err := j.Binned(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	skip := map[AccountID]bool{account: true}
	for _, a := range binned {
		skip[a.ID] = true
	}
	found, damage := j.store.Similar(ctx, text, func(a AccountID) bool { return skip[a] }, MostKin)
	if err := unlessDamaged(damage); err != nil {
		return nil, fmt.Errorf("look for what is similar: %w", err)
	}
	out := []Kin{}
	if len(found) == 0 {
		return out, damage
	}
	l, err := j.ledgerOf(ctx, func(a Account) bool {
		return slices.ContainsFunc(found, func(f Likeness) bool { return f.Entry.Account == a.ID })
	})
	if err != nil {
		return nil, err
	}
	read := map[EntryID]Entry{}
	var firsts []EntryID
	for _, f := range found {
		if c := l.of[f.Entry.Account]; c != nil && c.first != nil {
			firsts = append(firsts, c.first.ID)
		}
	}
	es, err := j.store.Pick(ctx, unique(firsts))
	if err := unlessDamaged(err); err != nil {
		return nil, fmt.Errorf("read entries: %w", err)
	}
	for _, e := range es {
		read[e.ID] = e
	}
	for _, f := range found {
		c := l.of[f.Entry.Account]
		if c == nil {
			continue // it went into the bin meanwhile
		}
		k := Kin{Match: Match{Entry: f.Entry, Marks: search.MarksOfWords(f.Entry.Text, f.Words, MaxMarks)}, Words: []string{}, From: c.origin(read)}
		for _, w := range f.Words {
			for _, s := range search.MarksOfWords(f.Entry.Text, []string{w}, 1) {
				k.Words = append(k.Words, f.Entry.Text[s.Start:s.End])
			}
		}
		out = append(out, k)
	}
	return out, damage
}
