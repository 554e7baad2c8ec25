package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// Import keeps an account that was written elsewhere, with its entries, in one transaction, and returns its id.
//
// Missing identifiers are made. An account that the journal holds just so is left alone, and fresh is false; one whose
// identifiers are taken by something else comes in beside it, under new identifiers.
func (j *Journal) Import(ctx context.Context, a Account, es []Entry) (id AccountID, fresh bool, err error) {
	if len(es) == 0 {
		return "", false, ErrEmpty
	}
	for _, e := range es {
		if err := CheckText(e.Text); err != nil {
			return "", false, err
		}
	}
	a.Binned = time.Time{} // what somebody brings in is not to be erased
	switch same, taken, err := j.holds(ctx, a, es); {
	case err != nil:
		return "", false, err
	case same:
		return a.ID, false, nil
	case taken:
		a.ID = ""
	}
	if a, es, err = j.identify(a, es); err != nil {
		return "", false, err
	}
	if a.State == "" {
		a.State = Told // it was told where it was written; a new line tonight is not part of it
	}
	if a.Started.IsZero() {
		a.Started = j.now().UTC()
		for _, e := range es {
			if !e.Moment.IsZero() {
				a.Started = e.Moment.Best
				break
			}
		}
	}
	now := j.now().UTC()
	for i := range es {
		e := &es[i]
		e.Account = a.ID
		if e.Revision == 0 { // written by hand: where no kind was said there is a guess, as of a line of one's own
			if e.guess(); e.Guessed && !e.LeavesByDefault() {
				e.Kind, e.Guessed = "", false // nobody sees a guess happen here, so it keeps no line back
			}
		}
		if e.Recorded.IsZero() {
			e.Recorded = now
		}
		if e.Revision == 0 {
			e.Revision = 1
		}
		if e.Share == "" {
			e.Share = Private
		}
	}
	if err := j.store.Apply(ctx, Change{Accounts: []Account{a}, Entries: es}); err != nil {
		return "", false, fmt.Errorf("keep account: %w", err)
	}
	return a.ID, true, nil
}

// holds reports whether the journal has just this account, or has given one of its identifiers to something else.
func (j *Journal) holds(ctx context.Context, a Account, es []Entry) (same, taken bool, err error) {
	if a.ID != "" {
		have, entries, err := j.Account(ctx, a.ID)
		if err == nil {
			InOrder(es)
			return sameJSON(have, a) && sameJSON(entries, es), true, nil
		}
		if !errors.Is(err, ErrNotFound) {
			return false, false, err
		}
	}
	for _, e := range es {
		if e.ID == "" {
			continue
		}
		switch _, err := j.store.Entry(ctx, e.ID); {
		case err == nil:
			return false, true, nil
		case !errors.Is(err, ErrNotFound):
			return false, false, fmt.Errorf("look for entry: %w", err)
		}
	}
	return false, false, nil
}

// identify gives identifiers to whatever has none, and new ones to all entries where the account has none:
// whatever points to an entry of the account follows.
func (j *Journal) identify(a Account, es []Entry) (Account, []Entry, error) {
	anew := a.ID == ""
	if anew {
		id, err := NewID(j.random)
		if err != nil {
			return a, nil, err
		}
		a.ID = AccountID(id)
	}
	renamed := map[EntryID]EntryID{}
	out := make([]Entry, len(es))
	for i, e := range es {
		if anew || e.ID == "" {
			id, err := NewID(j.random)
			if err != nil {
				return a, nil, err
			}
			if e.ID != "" {
				renamed[e.ID] = EntryID(id)
			}
			e.ID = EntryID(id)
		}
		out[i] = e
	}
	if len(renamed) == 0 {
		return a, out, nil
	}
	now := func(id EntryID) EntryID { return cmp.Or(renamed[id], id) }
	a.T0 = now(a.T0)
	a.Pivots = eachNow(a.Pivots, now)
	for i := range out {
		out[i] = out[i].pointingTo(now)
	}
	if a.Telling != nil {
		t := Telling{At: a.Telling.At}
		for _, e := range a.Telling.Entries {
			e.ID = now(e.ID)
			e.Account = a.ID
			t.Entries = append(t.Entries, e.pointingTo(now))
		}
		a.Telling = &t
	}
	return a, out, nil
}

// pointingTo is e with the identifiers of what it is joined to as they are now.
func (e Entry) pointingTo(now func(EntryID) EntryID) Entry {
	e.Links = slices.Clone(e.Links)
	for i := range e.Links {
		e.Links[i].To = now(e.Links[i].To)
	}
	if e.Outcome != nil {
		o := *e.Outcome
		o.Effects = eachNow(o.Effects, now)
		e.Outcome = &o
	}
	return e
}

func eachNow(ids []EntryID, now func(EntryID) EntryID) []EntryID {
	out := slices.Clone(ids)
	for i, id := range out {
		out[i] = now(id)
	}
	return out
}
