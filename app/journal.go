package app

import (
	"context"

	"firsthand/internal/journal"
)

// Journal is the journal as the page may use it: bound as window.go.app.Journal.
// Every method's error is a Failure.
type Journal struct {
	ctx     func() context.Context // Wails gives bound methods none: it is the one of the running window
	backend Backend
	version string
	nonce   string
}

// Start says how things stand.
func (j *Journal) Start() (Start, error) {
	return guarded(j.ctx(), j.start)
}

func (j *Journal) start(ctx context.Context) (Start, error) {
	v, err := j.backend.Vault(ctx)
	if err != nil {
		return Start{}, err
	}
	return Start{Vault: v.State, Secured: v.Secured, Version: j.version, Nonce: j.nonce}, nil
}

// Begin opens a journal that has no passphrase yet, and makes one where there is none: "Write first, do this later".
func (j *Journal) Begin() (Start, error) {
	return guarded(j.ctx(), func(ctx context.Context) (Start, error) {
		if err := j.backend.Begin(ctx); err != nil {
			return Start{}, err
		}
		return j.start(ctx)
	})
}

// Unlock opens the journal with its passphrase.
func (j *Journal) Unlock(passphrase string) (Start, error) {
	return guarded(j.ctx(), func(ctx context.Context) (Start, error) {
		if err := j.backend.Unlock(ctx, passphrase); err != nil {
			return Start{}, err
		}
		return j.start(ctx)
	})
}

// Drop seals a line that waits until the journal is unlocked, and returns when it was recorded.
func (j *Journal) Drop(line Line) (string, error) {
	return guarded(j.ctx(), func(ctx context.Context) (string, error) {
		if err := journal.CheckText(line.Text); err != nil {
			return "", err
		}
		at, err := j.backend.Drop(ctx, journal.Line{ID: journal.EntryID(line.ID), Text: line.Text})
		return rfc3339(at), err
	})
}

// Accounts returns every account, newest first.
func (j *Journal) Accounts() ([]Account, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) ([]Account, error) {
		all, err := open.Accounts(ctx)
		if err != nil {
			return nil, err
		}
		ws := make([]Account, 0, len(all))
		for _, a := range all {
			_, es, err := open.Account(ctx, a.ID)
			if err != nil {
				return nil, err
			}
			ws = append(ws, wireAccount(a, es))
		}
		return ws, nil
	})
}

// Open returns one account with its lines, in order of time, removed ones left out.
func (j *Journal) Open(account string) (Opened, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		a, es, err := open.Account(ctx, journal.AccountID(account))
		if err != nil {
			return Opened{}, err
		}
		return wireOpened(a, es), nil
	})
}

// Record keeps a line. When it returns without an error, the line is on disk.
func (j *Journal) Record(line Line) (Kept, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) {
			return open.Record(ctx, journal.Line{
				ID: journal.EntryID(line.ID), Account: journal.AccountID(line.Account), Text: line.Text,
			})
		})
	})
}

// Amend keeps a new text for an entry that is at this revision.
func (j *Journal) Amend(entry string, revision int, text string) (Kept, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) {
			return open.Amend(ctx, journal.EntryID(entry), journal.Amendment{Revision: revision, Text: &text})
		})
	})
}

// Remove takes an entry out of its account; Restore puts it back, for ever.
func (j *Journal) Remove(entry string) (Kept, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return open.Remove(ctx, journal.EntryID(entry)) })
	})
}

// Restore puts a removed entry back.
func (j *Journal) Restore(entry string) (Kept, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return open.Restore(ctx, journal.EntryID(entry)) })
	})
}

// Tell says "enough for now": the account as it stands becomes its first telling, if it has none yet.
func (j *Journal) Tell(account string) (Opened, error) {
	return opened(j, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		a, err := open.Tell(ctx, journal.AccountID(account))
		if err != nil {
			return Opened{}, err
		}
		_, es, err := open.Account(ctx, a.ID)
		if err != nil {
			return Opened{}, err
		}
		return wireOpened(a, es), nil
	})
}

// opened runs f with the open journal.
func opened[T any](j *Journal, f func(context.Context, *journal.Journal) (T, error)) (T, error) {
	return guarded(j.ctx(), func(ctx context.Context) (T, error) {
		if open := j.backend.Journal(); open != nil {
			return f(ctx, open)
		}
		var zero T
		return zero, ErrLocked
	})
}

// kept makes a change and returns the entry with its account. Once the change is on disk nothing fails any more:
// where the account cannot be read back, the page gets what the entry itself says.
func kept(ctx context.Context, open *journal.Journal, change func() (journal.Entry, error)) (Kept, error) {
	e, err := change()
	if err != nil {
		return Kept{}, err
	}
	a, es, err := open.Account(ctx, e.Account)
	if err != nil {
		a, es = journal.Account{ID: e.Account, State: journal.Open, Zone: e.Moment.Zone, Started: e.Recorded}, []journal.Entry{e}
	}
	return Kept{Account: wireAccount(a, es), Entry: wireEntry(e)}, nil
}
