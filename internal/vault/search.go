package vault

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"runtime"
	"slices"
	"sync"

	"firsthand/internal/journal"
	"firsthand/internal/search"
)

// Search returns at most limit entries that are not removed and whose text holds every term of the query, the latest
// recorded first.
//
// It opens every body, on all cores; writes go on meanwhile. What cannot be read is left out, and told by the
// DamageError beside what was found.
func (v *Vault) Search(ctx context.Context, query search.Query, limit int) ([]journal.Entry, error) {
	found, err := v.scan(ctx, query.Finder())
	errs := []error{err}
	var entries []journal.Entry
	for _, r := range found {
		if len(entries) >= limit {
			break
		}
		r, payload, err := v.again(r.id)
		if err == nil && r != nil {
			var entry journal.Entry
			if entry, err = decodeEntry(payload); err == nil {
				entries = append(entries, entry)
			} else {
				err = bodyDamage(r, err)
			}
		}
		errs = append(errs, err)
	}
	if err := joinDamage(errs); err != nil && !errors.Is(err, ErrDamaged) {
		return nil, err
	}
	return entries, joinDamage(errs)
}

// scan opens every entry's body and gives the records of those that match, the latest recorded first.
func (v *Vault) scan(ctx context.Context, holds func(words []byte) bool) ([]*record, error) {
	v.scans.RLock() // Close waits: it may not let go of the lock while a connection is open
	defer v.scans.RUnlock()
	v.mu.RLock()
	if err := v.usable(false); err != nil {
		v.mu.RUnlock()
		return nil, err
	}
	box, last := v.keys.body, int64(0) // a copy: re-keying wipes the one in keys
	records := make(map[int64]*record, len(v.catalogue.byID))
	for id, r := range v.catalogue.byID {
		if r.kind == kindEntry && !r.removed {
			records[id] = r
			last = max(last, id+1)
		}
	}
	v.mu.RUnlock()

	workers := int64(runtime.NumCPU())
	matches := make([][]*record, workers)
	errs := make([]error, workers)
	var wait sync.WaitGroup
	for i := range workers {
		wait.Go(func() {
			// A share of the numbers each: a range is read in the order of the file.
			matches[i], errs[i] = v.scanRange(ctx, box, records, holds, last*i/workers, last*(i+1)/workers)
		})
	}
	wait.Wait()
	all := slices.Concat(matches...)
	slices.SortFunc(all, newestFirst)
	return all, joinDamage(errs)
}

func (v *Vault) scanRange(ctx context.Context, box box, records map[int64]*record, holds func(words []byte) bool, from, to int64) (found []*record, err error) {
	// No context in the query: the driver would pay for it with every row.
	rows, err := v.db.Query(`SELECT id, seq, ct FROM body WHERE id >= ? AND id < ?`, from, to)
	if err != nil {
		return nil, explainRead("search journal", err)
	}
	defer rows.Close()
	var buffer []byte
	var errs []error
	look := func(r *record, payload []byte) {
		text, _, err := splitBody(payload)
		if err != nil {
			errs = append(errs, bodyDamage(r, err))
		} else if buffer = search.AppendWords(buffer[:0], text); holds(buffer) {
			found = append(found, r)
		}
	}
	var changed []int64
	for rows.Next() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if v.closing.Load() {
			return nil, ErrClosed
		}
		var id int64
		var seq uint64
		var ct sql.RawBytes
		if err := rows.Scan(&id, &seq, &ct); err != nil {
			return nil, explainRead("search journal", err)
		}
		r := records[id]
		if r == nil {
			continue
		}
		payload, err := openBody(box, r, seq, ct)
		if err != nil {
			changed = append(changed, id) // since the catalogue was read, perhaps
			continue
		}
		look(r, payload)
	}
	errs = append(errs, explainRead("search journal", rows.Err()))
	rows.Close() // a writer that holds mu may wait for this connection
	for _, id := range changed {
		r, payload, err := v.again(id) // the lock gives head and body at one moment
		if errs = append(errs, err); r != nil && err == nil {
			look(r, payload)
		}
	}
	return found, joinDamage(errs)
}

// again reads a body together with its head as they are now; no record where it was removed meanwhile.
func (v *Vault) again(id int64) (*record, []byte, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, nil, err
	}
	r := v.catalogue.byID[id]
	if r == nil || r.removed {
		return nil, nil, nil
	}
	payload, err := v.readBody(v.db, r)
	return r, payload, err
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
