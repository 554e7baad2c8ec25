package app

import (
	"context"

	"firsthand/internal/journal"
)

// Record keeps a line. When it returns without an error, the line is on disk.
func (j *Journal) Record(line Line) (Kept, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		l, err := line.line(j.room.desk.Now())
		if err != nil {
			return Kept{}, err
		}
		return kept(ctx, open, func() (journal.Entry, error) { return open.Record(ctx, l) })
	})
}

// Amend keeps a new text for an entry that is at this revision.
func (j *Journal) Amend(entry string, revision int, text string) (Kept, error) {
	return j.amend(entry, journal.Amendment{Revision: revision, Text: &text})
}

// AmendKind changes what sort of thing an entry is; empty is none.
func (j *Journal) AmendKind(entry string, kind journal.Kind) (Kept, error) {
	return j.amend(entry, journal.Amendment{Kind: &kind})
}

// AmendShare changes how far an entry may travel.
func (j *Journal) AmendShare(entry string, share journal.Share) (Kept, error) {
	return j.amend(entry, journal.Amendment{Share: &share})
}

// AmendMoment changes when an entry was, as typed: "03:42", "about 4", "yesterday 23:10"; nothing for when
// it was written down.
func (j *Journal) AmendMoment(entry, typed string) (Kept, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		m, err := open.When(ctx, journal.EntryID(entry), typed)
		if err != nil {
			return Kept{}, err
		}
		return kept(ctx, open, func() (journal.Entry, error) {
			return open.Amend(ctx, journal.EntryID(entry), journal.Amendment{Moment: &m})
		})
	})
}

// Moment reads a moment typed for an entry, without changing it: to show how it is understood.
func (j *Journal) Moment(entry, typed string) (Moment, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Moment, error) {
		m, err := open.When(ctx, journal.EntryID(entry), typed)
		return Moment{At: rfc3339(m.Local()), Sure: m.Certainty, Zone: m.Zone}, err
	})
}

// Leading reads the time at the very start of a line that is being typed, such as "03:42 restarted it". It needs no key.
func (j *Journal) Leading(text string) (Leading, error) {
	return asked(j.room, func(context.Context) (Leading, error) {
		typed, rest, ok := journal.LeadingWhen(text)
		if !ok {
			return Leading{Rest: text}, nil
		}
		m, err := journal.ParseWhen(typed, j.room.desk.Now())
		if err != nil {
			return Leading{Rest: text}, nil
		}
		return Leading{Typed: typed, Rest: rest, At: rfc3339(m.Local())}, nil
	})
}

// Remove takes an entry out of its account; Restore puts it back, for ever.
func (j *Journal) Remove(entry string) (Kept, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return open.Remove(ctx, journal.EntryID(entry)) })
	})
}

// Restore puts a removed entry back.
func (j *Journal) Restore(entry string) (Kept, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return open.Restore(ctx, journal.EntryID(entry)) })
	})
}

func (j *Journal) amend(entry string, m journal.Amendment) (Kept, error) {
	return opened(j.room, func(ctx context.Context, open *journal.Journal) (Kept, error) {
		return kept(ctx, open, func() (journal.Entry, error) { return open.Amend(ctx, journal.EntryID(entry), m) })
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
	if readable(a, err) != nil {
		a, es = journal.Account{ID: e.Account, State: journal.Open, Zone: e.Moment.Zone, Started: e.Recorded}, []journal.Entry{e}
	}
	return Kept{Account: wireAccount(a, es), Entry: wireEntry(e)}, nil
}
