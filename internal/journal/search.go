package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"firsthand/internal/search"
)

// A Match is an entry that a search has found, and where in its text: at most MaxMarks places.
type Match struct {
	Entry
	Marks []search.Span `json:"marks"` // in bytes, in order
}

// MaxMarks is how many places of one text are marked: enough for every excerpt, where a log may hold a word a million times.
const MaxMarks = 100

// Search returns at most limit entries that the query finds, the latest recorded first. What a query means is said by
// package search, its filters by Filters; one without a word or a filter finds nothing.
//
// Where a filter does not take its value the error is a *search.Error; while it may only be unfinished, what the rest of
// the query finds comes with it. Where part of the journal cannot be read, what was found comes with an error that is
// ErrDamaged.
func (j *Journal) Search(ctx context.Context, query string, limit int) ([]Match, error) {
	q, wrong := Filters.Parse(query)
	var bad *search.Error
	if errors.As(wrong, &bad) && !bad.Unfinished || q.Empty() {
		return nil, wrong
	}
	k, err := j.look(ctx, q)
	if err != nil {
		return nil, err
	}
	words, where := k.sought(q)
	es, err := j.store.Search(ctx, words, where, limit)
	found := make([]Match, len(es))
	for i, e := range es {
		found[i] = Match{e, append([]search.Span{}, words.Marks(e.Text, MaxMarks)...)}
	}
	return found, errors.Join(wrong, err)
}

// look reads what a query is compared with.
func (j *Journal) look(ctx context.Context, q search.Query) (look, error) {
	k := look{accounts: map[AccountID]Account{}, today: j.now()}
	all, err := j.store.Accounts(ctx)
	if err != nil {
		return k, fmt.Errorf("read accounts: %w", err)
	}
	for _, a := range all {
		if a.inBin() {
			k.binned = true
			continue
		}
		k.accounts[a.ID] = a
	}
	if slices.ContainsFunc(q.Conditions(), func(c search.Condition) bool { return c.Filter == "who" || c.Filter == "system" }) {
		if k.names, err = j.namesakes(ctx); err != nil {
			return k, err
		}
	}
	return k, nil
}

// OfKind returns at most limit entries of that kind, those of the newest account first, and the latest of an account first.
func (j *Journal) OfKind(ctx context.Context, kind Kind, limit int) (found []Entry, err error) {
	all, err := j.Accounts(ctx)
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		_, es, err := j.Account(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		for _, e := range slices.Backward(es) {
			if e.Kind != kind || !e.Removed.IsZero() {
				continue
			}
			if found = append(found, e); len(found) == limit {
				return found, nil
			}
		}
	}
	return found, nil
}
