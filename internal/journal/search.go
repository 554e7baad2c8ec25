package journal

import (
	"context"

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
