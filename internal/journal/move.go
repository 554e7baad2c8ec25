package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
)

// ErrTold means that the first telling of an account is kept, so that its lines stay where they were told.
var ErrTold = errors.New("account has its first telling")

// Join moves every line of an account into another, where a pause was no end. The account that is left has no line any
// more; Undo brings them back. ErrTold means that its first telling is kept: it is an account of its own for ever.
func (j *Journal) Join(ctx context.Context, from, into AccountID) error {
	if from == into {
		return nil
	}
	j.changing.Lock()
	defer j.changing.Unlock()
	a, es, err := j.Account(ctx, from)
	if err != nil {
		return err
	}
	if a.Telling != nil {
		return ErrTold
	}
	_, there, err := j.Account(ctx, into)
	if err != nil {
		return err
	}
	return j.move(ctx, es, Account{ID: into}, nextPosition(there), Change{})
}

// Split moves a line and all that come after it into an account of their own, and returns that account's id.
// A line that is the first stays where it is, and its account's id is returned.
func (j *Journal) Split(ctx context.Context, id EntryID) (AccountID, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	e, err := j.store.Entry(ctx, id)
	if err != nil {
		return "", fmt.Errorf("read entry: %w", err)
	}
	a, es, err := j.Account(ctx, e.Account)
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(es, func(x Entry) bool { return x.ID == id })
	if i <= 0 {
		return a.ID, nil
	}
	fresh, err := NewID(j.random)
	if err != nil {
		return "", err
	}
	next := Account{ID: AccountID(fresh), State: Open, Zone: a.Zone, Started: e.Recorded.UTC(), Type: a.Type}
	return next.ID, j.move(ctx, es[i:], next, 0, Change{Accounts: []Account{next}})
}

// move puts entries into an account, in their order from position on. The caller holds j.changing.
func (j *Journal) move(ctx context.Context, es []Entry, to Account, position int, c Change) error {
	if len(es) == 0 {
		return nil
	}
	es = slices.Clone(es)
	slices.SortStableFunc(es, func(a, b Entry) int { return a.Position - b.Position })
	step := Step{What: WasMoved, Account: to.ID}
	for i, old := range es {
		e := old
		e.Account, e.Position = to.ID, position+i
		step.Was = append(step.Was, was(old, e))
		c.Entries = append(c.Entries, j.revised(old, e))
	}
	if err := j.keep(ctx, c, step); err != nil {
		return fmt.Errorf("move entries: %w", err)
	}
	return nil
}
