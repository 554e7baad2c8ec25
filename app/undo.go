package app

import (
	"context"

	"firsthand/internal/journal"
)

// Undo takes back the latest change that can be: a line taken out, another kind or moment, a choice, a decision.
// It survives a restart. Texts are not part of it: the field itself undoes typing.
func (j *Journal) Undo() (Undone, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Undone, error) {
		return wireUndone(open.Undo(ctx))
	})
}

// Redo makes again what Undo took back last.
func (j *Journal) Redo() (Undone, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Undone, error) {
		return wireUndone(open.Redo(ctx))
	})
}

func wireUndone(s journal.Step, h journal.History, err error) (Undone, error) {
	u := Undone{What: s.What, Account: string(s.Account), Undo: len(h.Done), Redo: len(h.Undone)}
	if len(s.Was) > 0 && s.Was[0].Account != nil {
		u.Account = string(*s.Was[0].Account) // where the lines are now
	}
	if len(s.Was) == 1 {
		u.Entry = string(s.Was[0].Entry)
	}
	return u, err
}
