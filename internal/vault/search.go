package vault

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"sync/atomic"

	"firsthand/internal/journal"
	"firsthand/internal/search"
)

// Search returns at most limit entries that are not removed, whose words hold every term of the query, and for whose facts
// where holds, if it is not nil; the latest recorded first. It sees every write that returned before it was called.
//
// The index answers for the entries that it knows as they are; the others are opened and read, on all cores, and without
// an index those are all. Writes go on meanwhile. What cannot be read is left out, and told by the DamageError beside
// what was found.
func (v *Vault) Search(ctx context.Context, query search.Query, where func(*journal.Fact) bool, limit int) ([]journal.Entry, error) {
	if query.Empty() || limit <= 0 {
		return nil, v.ready()
	}
	holds := query.Finder()
	since, err := v.Written()
	if err != nil {
		return nil, err
	}
	ids, missed := v.candidates(ctx, query, holds, where, limit)
	if missed != nil && !errors.Is(missed, ErrDamaged) {
		return nil, missed
	}
	entries, err := v.found(ctx, v.newest(ids, limit), func(r *record, e *journal.Entry) bool {
		if r.seq <= since {
			return true
		}
		if where != nil {
			if f := journal.FactOf(*e); !where(&f) {
				return false
			}
		}
		return holds(appendEntryWords(nil, []byte(e.Text), e.Answers[journal.FieldThings].Words))
	})
	return entries, joinDamage([]error{missed, err})
}

// found reads what a search has found, on all cores, as it is now, and leaves out what is not what was looked for any more.
func (v *Vault) found(ctx context.Context, records []*record, still func(*record, *journal.Entry) bool) ([]journal.Entry, error) {
	entries := make([]*journal.Entry, len(records))
	errs := make([]error, len(records))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(workers, len(records)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(records); i = int(next.Add(1)) - 1 {
				if errs[i] = ctx.Err(); errs[i] != nil {
					return
				}
				r, payload, err := v.again(records[i].id)
				if err != nil || r == nil {
					errs[i] = err
					continue
				}
				entry, err := decodeEntry(payload)
				if err != nil {
					errs[i] = bodyDamage(r, err)
				} else if still(r, &entry) {
					entries[i] = &entry
				}
			}
		})
	}
	wait.Wait()
	err := joinDamage(errs)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	var there []journal.Entry
	for _, e := range entries {
		if e != nil {
			there = append(there, *e)
		}
	}
	return there, err
}

// Written is the number of the last write.
func (v *Vault) Written() (uint64, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.root.seq, v.usable(false)
}

// ready tells why the journal cannot be read.
func (v *Vault) ready() error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.usable(false)
}

// candidates are the numbers of the entries that hold the query, in no order; the latest limit of them at least.
func (v *Vault) candidates(ctx context.Context, query search.Query, holds func([]byte) bool, where func(*journal.Fact) bool, limit int) ([]int64, error) {
	if match(query) == "" && len(query.NoneOf()) == 0 {
		return v.latest(where, limit) // no word is looked for
	}
	if err := v.takeTurn(ctx); err != nil {
		return nil, err
	}
	defer v.endTurn()
	if err := v.ready(); err != nil {
		return nil, err
	}
	// What is not in the index is asked for first: a write between the two is newer than this search.
	unread, indexed := v.unindexed.all()
	var known []int64
	if indexed {
		var err error
		if known, err = v.indexed(query); err != nil {
			v.dropIndex()
			known, indexed = nil, false
		}
	}
	if !indexed {
		unread = v.everyEntry()
	}
	known = slices.DeleteFunc(known, func(id int64) bool {
		_, changed := slices.BinarySearch(unread, id)
		return changed
	})
	known, err := v.meeting(known, where)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	unread, missed := v.meeting(unread, where)
	found, err2 := v.scan(ctx, v.newest(unread, len(unread)), holds, limit)
	v.unindexed.wakeUp()
	return append(known, found...), joinDamage([]error{err, missed, err2})
}

// everyEntry gives the numbers of the entries that are not removed, ascending.
func (v *Vault) everyEntry() []int64 {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.catalogue.entryIDs()
}

// indexed are the numbers of the entries that hold the query as the index knows them. The caller has the turn.
func (v *Vault) indexed(query search.Query) ([]int64, error) {
	if match(query) != "" {
		return v.index.find(query)
	}
	all := v.everyEntry()
	not, err := v.index.find(search.Query{}.With(query.NoneOf()...))
	if err != nil {
		return nil, err
	}
	slices.Sort(not)
	return slices.DeleteFunc(all, func(id int64) bool {
		_, is := slices.BinarySearch(not, id)
		return is
	}), nil
}

// meeting are those of the entries for whose facts where holds; all of them where it is nil. An entry whose facts cannot
// be read is left out.
func (v *Vault) meeting(ids []int64, where func(*journal.Fact) bool) ([]int64, error) {
	if where == nil {
		return ids, nil
	}
	records := make([]*record, 0, len(ids))
	for some := range slices.Chunk(ids, 4096) { // a write need not wait for a hundred thousand
		v.mu.RLock()
		for _, id := range some {
			if r := v.catalogue.byID[id]; r != nil {
				records = append(records, r)
			}
		}
		v.mu.RUnlock()
	}
	meets, errs := make([]bool, len(records)), make([]error, len(records))
	each(len(records), func(i int) {
		f, err := v.factOf(records[i])
		meets[i], errs[i] = f != nil && where(f), err
	})
	out := make([]int64, 0, len(records))
	for i, r := range records {
		if meets[i] {
			out = append(out, r.id)
		}
	}
	return out, joinDamage(errs)
}

// scan opens entries, the latest recorded first, until limit of them hold the query, and gives the numbers of those and
// perhaps of some more, in no order.
func (v *Vault) scan(ctx context.Context, records []*record, holds func(words []byte) bool, limit int) ([]int64, error) {
	ids := make([]int64, len(records))
	for i, r := range records {
		ids[i] = r.id
	}
	found := make([][]int64, workers)
	words := make([][]byte, workers)
	var count atomic.Int64
	more := func() bool { return int(count.Load()) < limit } // whoever has begun ends: none that is later is left out
	stop := func() error {
		if v.closing.Load() {
			return ErrClosed
		}
		return ctx.Err()
	}
	err := v.bodies(ids, more, stop, func(worker int, id int64, text []byte, things string, there bool) {
		if !there {
			return
		}
		if words[worker] = appendEntryWords(words[worker][:0], text, things); holds(words[worker]) {
			found[worker] = append(found[worker], id)
			count.Add(1)
		}
	})
	return slices.Concat(found...), err
}

// apart is a word that no text and no query holds: a noncharacter. It stands between the words of a text and those of the
// things that its author named beside it, so that no phrase is found across.
const apart = " \ufffe"

// appendEntryWords appends the words that an entry is found by: those of its text and of the things named beside it.
func appendEntryWords(buffer, text []byte, things string) []byte {
	buffer = search.AppendWords(buffer, text)
	if things == "" {
		return buffer
	}
	return search.AppendWords(append(buffer, apart...), []byte(things))
}

// thingsIn are the things that the rest of an entry's body names beside its text. Few do: JSON is read for those only.
func thingsIn(rest []byte) string {
	if !bytes.Contains(rest, []byte(`"things":`)) {
		return ""
	}
	var e struct{ Answers journal.Answers }
	if err := json.Unmarshal(rest, &e); err != nil {
		return ""
	}
	return e.Answers[journal.FieldThings].Words
}

// newest are the limit latest recorded of the records with these numbers, in that order.
func (v *Vault) newest(ids []int64, limit int) []*record {
	var records []*record
	for some := range slices.Chunk(ids, 4096) { // a write need not wait for a hundred thousand
		v.mu.RLock()
		for _, id := range some {
			if r := v.catalogue.byID[id]; r != nil && !r.removed {
				records = append(records, r)
			}
		}
		v.mu.RUnlock()
		if len(records) > 8*limit {
			slices.SortFunc(records, newestFirst)
			records = records[:limit]
		}
	}
	slices.SortFunc(records, newestFirst)
	return records[:min(limit, len(records))]
}

// joinDamage makes one DamageError of many; any other error goes before it.
func joinDamage(errs []error) error {
	var damage []Damage
	for _, err := range errs {
		var broken *DamageError
		switch {
		case errors.As(err, &broken):
			damage = append(damage, broken.Damage...)
		case err != nil:
			return err
		}
	}
	if damage == nil {
		return nil
	}
	slices.SortFunc(damage, func(a, b Damage) int { return cmp.Compare(a.Record, b.Record) })
	return &DamageError{damage}
}
