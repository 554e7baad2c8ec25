package journal

import (
	"context"
	"fmt"
	"time"

	"firsthand/internal/lanes"
)

// ComparisonID names a comparison.
type ComparisonID string

// A Comparison is other people's released accounts as a reader set them beside one another, kept so that they can go on.
// What others wrote is in their files alone, as they gave them: it is no account and no entry, no search finds it, and an
// export of one's own words has nothing of it.
type Comparison struct {
	ID      ComparisonID `json:"id"`
	Begun   time.Time    `json:"begun"`
	Changed time.Time    `json:"changed"`
	Files   []LaneFile   `json:"files"` // a lane each
	Said    lanes.Said   `json:"said"`
}

// A LaneFile is a released account as somebody gave it.
type LaneFile struct {
	Name string `json:"name"`
	File []byte `json:"file"`
}

// KeepComparison keeps a comparison as it is now, a new one where it has no id yet.
func (j *Journal) KeepComparison(ctx context.Context, c Comparison) (Comparison, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	c.Changed = j.now().UTC()
	if c.ID == "" {
		id, err := NewID(j.random)
		if err != nil {
			return c, err
		}
		c.ID, c.Begun = ComparisonID(id), c.Changed
	}
	if err := j.store.Apply(ctx, Change{Comparisons: []Comparison{c}}); err != nil {
		return c, fmt.Errorf("keep comparison: %w", err)
	}
	return c, nil
}

// Comparisons returns the comparisons that are kept, the one begun last first.
func (j *Journal) Comparisons(ctx context.Context) ([]Comparison, error) {
	return j.store.Comparisons(ctx)
}

// Comparison returns one that is kept, or ErrNotFound.
func (j *Journal) Comparison(ctx context.Context, id ComparisonID) (Comparison, error) {
	return j.store.Comparison(ctx, id)
}

// EraseComparison removes a comparison for ever: the files are others' to give again. Errors as Store.Erase.
func (j *Journal) EraseComparison(ctx context.Context, id ComparisonID) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	if _, err := j.store.Comparison(ctx, id); err != nil {
		return fmt.Errorf("read comparison: %w", err)
	}
	return j.store.Erase(ctx, AccountID(id)) // it is its own owner, as a case file is
}
