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
	es, err := j.searchBeside(ctx, q, limit)
	found := make([]Match, len(es))
	for i, e := range es {
		found[i] = Match{e, q.Marks(e.Text, MaxMarks)}
	}
	return found, err
}

// searchBeside is the store's search, but for what lies in the bin.
func (j *Journal) searchBeside(ctx context.Context, q search.Query, limit int) ([]Entry, error) {
	binned, err := j.Binned(ctx)
	if err != nil {
		return nil, err
	}
	if len(binned) == 0 {
		return j.store.Search(ctx, q, limit)
	}
	hidden := func(e Entry) bool {
		return slices.ContainsFunc(binned, func(a Account) bool { return a.ID == e.Account })
	}
	for ask := limit; ; ask *= 2 {
		es, err := j.store.Search(ctx, q, ask)
		all := len(es) < ask
		if es = slices.DeleteFunc(es, hidden); len(es) >= limit || all || unlessDamaged(err) != nil {
			return es[:min(limit, len(es))], err
		}
	}
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
