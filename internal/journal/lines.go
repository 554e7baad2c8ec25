package journal

import (
	"context"
	"fmt"
)

// Lines returns the entries of these ids that are there and not removed, in the order given: what a count leads to.
// Where some of them cannot be read it returns the rest beside an error that is ErrDamaged.
func (j *Journal) Lines(ctx context.Context, ids []EntryID) ([]Entry, error) {
	es, err := j.store.Pick(ctx, ids)
	if unlessDamaged(err) != nil {
		return nil, fmt.Errorf("read lines: %w", err)
	}
	return es, err
}
