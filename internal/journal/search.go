package journal

import (
	"context"
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

// Search returns at most limit entries that hold every word of the query, the latest recorded first. What a query means
// is said by package search; one without a word finds nothing.
//
// Where part of the journal cannot be read, it returns what was found beside an error that is ErrDamaged.
func (j *Journal) Search(ctx context.Context, query string, limit int) ([]Match, error) {
	q := search.Parse(query)
	if q.Empty() {
		return nil, nil
	}
	es, err := j.store.Search(ctx, q, limit)
	found := make([]Match, len(es))
	for i, e := range es {
		found[i] = Match{e, q.Marks(e.Text, MaxMarks)}
	}
	return found, err
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
