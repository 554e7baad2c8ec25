package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// An Outline is an account as a list shows it.
type Outline struct {
	Account
	Entries      int       // removed ones too
	Lines        int       // that are not removed
	First        Entry     // of these, in order of time; the zero Entry where there is none, or it cannot be read
	Began, Ended time.Time // the first and the last moment of the lines, as they were lived; zero where none says when
}

// Outlines returns the outline of every account, newest first, without tellings. Those in the bin are left out. They come
// from what a store keeps at hand of every entry, to the second; only the first line of each account is read.
func (j *Journal) Outlines(ctx context.Context) ([]Outline, error) {
	accounts, facts, err := j.accountsAndFacts(ctx)
	if err != nil {
		return nil, err
	}
	of := map[AccountID][]*Fact{}
	for _, f := range facts {
		of[f.Account] = append(of[f.Account], f)
	}
	out := make([]Outline, len(accounts))
	firsts := make([]EntryID, 0, len(accounts))
	for i, a := range accounts {
		var first EntryID
		if out[i], first = outline(a, of[a.ID]); first != "" {
			firsts = append(firsts, first)
		}
	}
	read, err := j.store.Pick(ctx, firsts)
	if unlessDamaged(err) != nil {
		return nil, fmt.Errorf("read first lines: %w", err)
	}
	first := make(map[AccountID]Entry, len(read))
	for _, e := range read {
		first[e.Account] = e
	}
	for i := range out {
		out[i].First = first[out[i].ID]
	}
	return out, nil
}

// OutlineOf is the outline of an account whose entries were read, removed ones too.
func OutlineOf(a Account, es []Entry) Outline {
	facts := make([]*Fact, len(es))
	byID := make(map[EntryID]Entry, len(es))
	for i, e := range es {
		f := Fact{ID: e.ID, Position: e.Position, Removed: !e.Removed.IsZero()}
		if !e.Moment.IsZero() {
			f.At = e.Moment.Local()
		}
		facts[i], byID[e.ID] = &f, e
	}
	o, first := outline(a, facts)
	o.First = byID[first]
	return o
}

// outline is all of an outline but its first line, of which it says which that is. The order is that of InOrder.
func outline(a Account, facts []*Fact) (o Outline, first EntryID) {
	o = Outline{Account: a, Entries: len(facts)}
	slices.SortStableFunc(facts, func(a, b *Fact) int {
		return cmp.Or(cmp.Compare(a.Position, b.Position), a.Recorded.Compare(b.Recorded), cmp.Compare(a.ID, b.ID))
	})
	var now, earliest time.Time // what an entry without a moment sorts by; that of the first line
	for _, f := range facts {
		if !f.At.IsZero() {
			now = f.At
			break
		}
	}
	for _, f := range facts {
		if !f.At.IsZero() {
			now = f.At
		}
		if f.Removed {
			continue
		}
		if o.Lines++; first == "" || now.Before(earliest) {
			first, earliest = f.ID, now
		}
		if f.At.IsZero() {
			continue
		}
		if o.Began.IsZero() || f.At.Before(o.Began) {
			o.Began = f.At
		}
		if !f.At.Before(o.Ended) {
			o.Ended = f.At
		}
	}
	return o, first
}

// EntryIDs returns the ids of all entries of all accounts that are not in the bin, removed ones too, in no order.
func (j *Journal) EntryIDs(ctx context.Context) ([]EntryID, error) {
	accounts, facts, err := j.accountsAndFacts(ctx)
	if err != nil {
		return nil, err
	}
	there := make(map[AccountID]bool, len(accounts))
	for _, a := range accounts {
		there[a.ID] = true
	}
	ids := make([]EntryID, 0, len(facts))
	for _, f := range facts {
		if there[f.Account] {
			ids = append(ids, f.ID)
		}
	}
	return ids, nil
}
