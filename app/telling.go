package app

import (
	"context"

	"firsthand/internal/journal"
)

// Telling is what a person says of an account and its lines beside the lines themselves: bound as window.go.app.Telling.
// Nothing of it is ever required. Every method's error is a Failure.
type Telling struct{ room *room }

// Ask returns the questions that fit a line, in the order in which they are asked, with what was answered.
func (t *Telling) Ask(entry string) (Asked, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) (Asked, error) {
		a, e, err := open.Line(ctx, journal.EntryID(entry))
		if err != nil {
			return Asked{}, err
		}
		return wireAsked(a, e), nil
	})
}

// Answer keeps what was said of a line in one field; no choices and no words take it away. A skipped question is not
// asked again.
func (t *Telling) Answer(entry string, field journal.Field, choices []string, words string, skipped bool) (Asked, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) (Asked, error) {
		answer := journal.Answer{Words: words, Skipped: skipped}
		for _, c := range choices {
			answer.Choices = append(answer.Choices, journal.Choice(c))
		}
		if _, err := open.Answer(ctx, journal.EntryID(entry), field, answer); err != nil {
			return Asked{}, err
		}
		a, e, err := open.Line(ctx, journal.EntryID(entry))
		return wireAsked(a, e), err
	})
}

// Link says how a line bears on another.
func (t *Telling) Link(from, to string, as journal.Relation) (Kept, error) {
	return t.kept(func(ctx context.Context, open *journal.Journal) (journal.Entry, error) {
		return open.Link(ctx, journal.EntryID(from), journal.Link{To: journal.EntryID(to), As: as})
	})
}

// Unlink takes a link away.
func (t *Telling) Unlink(from, to string, as journal.Relation) (Kept, error) {
	return t.kept(func(ctx context.Context, open *journal.Journal) (journal.Entry, error) {
		return open.Unlink(ctx, journal.EntryID(from), journal.Link{To: journal.EntryID(to), As: as})
	})
}

// Conclude says what became of an expectation: the effects that answered it, and whether it was met. None of both takes
// the outcome away.
func (t *Telling) Conclude(expectation string, effects []string, met journal.Met) (Kept, error) {
	return t.kept(func(ctx context.Context, open *journal.Journal) (journal.Entry, error) {
		ids := make([]journal.EntryID, len(effects))
		for i, e := range effects {
			ids[i] = journal.EntryID(e)
		}
		return open.Conclude(ctx, journal.EntryID(expectation), ids, met)
	})
}

// Pivot makes a line a turning point of its account, or no longer one.
func (t *Telling) Pivot(entry string, is bool) (Opened, error) {
	return t.account(func(ctx context.Context, open *journal.Journal) (journal.Account, error) {
		return open.Pivot(ctx, journal.EntryID(entry), is)
	})
}

// Describe keeps what is said of an account as a whole.
func (t *Telling) Describe(account string, about Described) (Opened, error) {
	return t.account(func(ctx context.Context, open *journal.Journal) (journal.Account, error) {
		return open.Describe(ctx, journal.AccountID(account), journal.About{
			Title: about.Title, Codename: about.Codename, Type: about.Type, Roles: about.Roles, OnCall: journal.Choice(about.OnCall),
		})
	})
}

// Recall makes a move in the guided recall of an account.
func (t *Telling) Recall(account string, move journal.RecallMove) (Opened, error) {
	return t.account(func(ctx context.Context, open *journal.Journal) (journal.Account, error) {
		return open.Recall(ctx, journal.AccountID(account), move)
	})
}

// Close keeps the closing page of an account that has been told.
func (t *Telling) Close(account string, page Closing) (Opened, error) {
	return t.account(func(ctx context.Context, open *journal.Journal) (journal.Account, error) {
		return open.SetClosing(ctx, journal.AccountID(account), journal.Closing{
			Happened: page.Happened, Specific: page.Specific, Similar: page.Similar,
		})
	})
}

// Keep says that an account is over: nothing more is asked about it.
func (t *Telling) Keep(account string) (Opened, error) {
	return t.account(func(ctx context.Context, open *journal.Journal) (journal.Account, error) {
		return open.Keep(ctx, journal.AccountID(account))
	})
}

// Timeline lays the lines of an account on a line.
func (t *Telling) Timeline(account string) (Timeline, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) (Timeline, error) {
		a, es, err := open.Account(ctx, journal.AccountID(account))
		if err := readable(a, err); err != nil {
			return Timeline{}, err
		}
		return wireTimeline(a, journal.Timeline(es)), nil
	})
}

// Sensitive returns what may identify in these lines of an account, a list for each; nothing at night.
func (t *Telling) Sensitive(account string, entries []string) ([][]Sensitive, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) ([][]Sensitive, error) {
		found, err := open.Sensitive(ctx, journal.AccountID(account))
		if err != nil {
			return nil, err
		}
		byID := map[string]journal.Identifying{}
		for _, each := range found {
			byID[string(each.Entry.ID)] = each
		}
		out := make([][]Sensitive, len(entries))
		for i, id := range entries {
			out[i] = wireSensitive(byID[id])
		}
		return out, nil
	})
}

// Since returns what has become of an account since its first telling; nothing where there is none.
func (t *Telling) Since(account string) ([]Later, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) ([]Later, error) {
		a, es, err := open.Account(ctx, journal.AccountID(account))
		if err := readable(a, err); err != nil {
			return nil, err
		}
		return wireLater(a, es), nil
	})
}

func (t *Telling) kept(change func(context.Context, *journal.Journal) (journal.Entry, error)) (Kept, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return change(ctx, open) })
	})
}

func (t *Telling) account(change func(context.Context, *journal.Journal) (journal.Account, error)) (Opened, error) {
	return opened(t.room, func(ctx context.Context, open *journal.Journal) (Opened, error) {
		a, err := change(ctx, open)
		if err != nil {
			return Opened{}, err
		}
		return reopened(ctx, open, string(a.ID))
	})
}
