package app

import (
	"context"
	"errors"

	"firsthand/internal/journal"
	"firsthand/internal/search"
)

// Journal is the journal as the page may use it: bound as window.go.app.Journal.
// Every method's error is a Failure.
type Journal struct{ room *room }

// Start says how things stand.
func (j *Journal) Start() (Start, error) {
	return asked(j.room, func(context.Context) (Start, error) { return j.room.start() })
}

// Begin opens a journal that has no passphrase yet, and makes one where there is none: "Write first, do this later".
func (j *Journal) Begin() (Start, error) {
	return asked(j.room, func(ctx context.Context) (Start, error) {
		if err := j.room.desk.Begin(ctx); err != nil {
			return Start{}, err
		}
		return j.room.start()
	})
}

// Unlock opens the journal with its passphrase.
func (j *Journal) Unlock(passphrase string) (Start, error) {
	return asked(j.room, func(ctx context.Context) (Start, error) {
		if err := j.room.desk.Unlock(ctx, passphrase); err != nil {
			return Start{}, err
		}
		return j.room.start()
	})
}

// Drop seals a line that waits until the journal is unlocked, and returns when it was recorded.
func (j *Journal) Drop(line Line) (string, error) {
	return asked(j.room, func(context.Context) (string, error) {
		if err := journal.CheckText(line.Text); err != nil {
			return "", err
		}
		l, err := line.line(j.room.desk.Now())
		if err != nil {
			return "", err
		}
		at, err := j.room.desk.Drop(l)
		return rfc3339(at), err
	})
}

// Accounts returns every account that has a line, newest first.
func (j *Journal) Accounts() ([]Account, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) ([]Account, error) {
		all, err := open.Outlines(ctx)
		if err != nil {
			return nil, err
		}
		ws := make([]Account, 0, len(all))
		for _, o := range all {
			if o.Entries > 0 { // its lines may all have gone to another account
				ws = append(ws, wireOutline(o))
			}
		}
		return ws, nil
	})
}

// Open returns one account with its lines, in order of time, removed ones left out.
func (j *Journal) Open(account string) (Opened, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		return reopened(ctx, open, account)
	})
}

// Removed returns the lines of an account that were taken out, in order of time.
func (j *Journal) Removed(account string) ([]Entry, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) ([]Entry, error) {
		_, es, err := open.Account(ctx, journal.AccountID(account))
		if err != nil {
			return nil, err
		}
		out := []Entry{}
		for _, e := range es {
			if !e.Removed.IsZero() {
				out = append(out, wireEntry(e))
			}
		}
		return out, nil
	})
}

// Tell says "enough for now": the account as it stands becomes its first telling, if it has none yet.
func (j *Journal) Tell(account string) (Opened, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		if _, err := open.Tell(ctx, journal.AccountID(account)); err != nil {
			return Opened{}, err
		}
		return reopened(ctx, open, account)
	})
}

// CountFrom chooses the line that times are counted from in releases of its account.
func (j *Journal) CountFrom(account, entry string) (Opened, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		if err := open.SetT0(ctx, journal.AccountID(account), journal.EntryID(entry)); err != nil {
			return Opened{}, err
		}
		return reopened(ctx, open, account)
	})
}

// Join moves every line of an account into another, and returns that one.
// Refused with "told" where the first telling of the account that would be left is kept.
func (j *Journal) Join(from, into string) (Opened, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		if err := open.Join(ctx, journal.AccountID(from), journal.AccountID(into)); err != nil {
			return Opened{}, err
		}
		return reopened(ctx, open, into)
	})
}

// Split moves a line and all that come after it into an account of their own, and returns that one.
func (j *Journal) Split(entry string) (Opened, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		id, err := open.Split(ctx, journal.EntryID(entry))
		if err != nil {
			return Opened{}, err
		}
		return reopened(ctx, open, string(id))
	})
}

// searchLimit is how many lines a search answers with at most.
const searchLimit = 200

// Search returns the lines that the query finds, the latest recorded first, at most 200, with the marks of its words. What
// a query means is said by package search and journal.Filters. A filter with a value that it does not take is told beside
// what the rest finds, if it may be unfinished, or alone. Of a damaged journal it returns what can be read.
func (j *Journal) Search(query string) (Found, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Found, error) {
		found, err := open.Search(ctx, query, searchLimit)
		damaged := errors.Is(err, journal.ErrDamaged)
		var wrong *search.Error
		if err != nil && !damaged && !errors.As(err, &wrong) {
			return Found{}, err
		}
		out := Found{Entries: make([]Entry, 0, len(found)), Partly: damaged, Wrong: wireWrong(query, wrong)}
		for _, m := range found {
			out.Entries = append(out.Entries, wireMatch(m))
		}
		return out, nil
	})
}

// OfKind returns the lines of that kind, those of the newest account first, at most 200.
func (j *Journal) OfKind(kind journal.Kind) ([]Entry, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) ([]Entry, error) {
		es, err := open.OfKind(ctx, kind, searchLimit)
		if err != nil {
			return nil, err
		}
		out := make([]Entry, 0, len(es))
		for _, e := range es {
			out = append(out, wireEntry(e))
		}
		return out, nil
	})
}

// reopened is an account with its lines as they stand now.
func reopened(ctx context.Context, open *journal.Journal, account string) (Opened, error) {
	a, es, err := open.Account(ctx, journal.AccountID(account))
	if err := readable(a, err); err != nil {
		return Opened{}, err
	}
	opened := wireOpened(a, es)
	opened.Damaged = err != nil
	return opened, nil
}
