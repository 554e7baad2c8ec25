package vault

import (
	"database/sql"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// workers open bodies at once. Each has a connection, and a write has one beside them.
var workers = runtime.NumCPU()

// bodiesAtOnce is how many bodies a worker takes in one go: few enough that none is idle at the end.
const bodiesAtOnce = 64

// A visit is told the text of an entry and the things named beside it, by one of several workers at once: it is number
// worker of them. The text is the worker's own until visit returns. there is false where the entry is removed.
type visit func(worker int, id int64, text []byte, things string, there bool)

// bodies opens entries on all cores, from the first of ids on; a part of them at a time, as long as more is true.
// Writes go on meanwhile; each text is as it was at some time during the call. stop is asked between two bodies, and its
// error ends all.
//
// What cannot be read is left out and told by a DamageError. The caller has the turn: more workers would leave no
// connection to a write.
func (v *Vault) bodies(ids []int64, more func() bool, stop func() error, visit visit) error {
	chunks := slices.Collect(slices.Chunk(ids, bodiesAtOnce))
	var next atomic.Int64
	errs := make([][]error, workers)
	var wait sync.WaitGroup
	for worker := range min(workers, len(chunks)) {
		wait.Go(func() {
			for more() {
				n := int(next.Add(1)) - 1
				if n >= len(chunks) {
					return
				}
				err := v.someBodies(worker, chunks[n], stop, visit)
				errs[worker] = append(errs[worker], err)
				if err != nil && !errors.Is(err, ErrDamaged) {
					return
				}
			}
		})
	}
	wait.Wait()
	return joinDamage(slices.Concat(errs...))
}

func (v *Vault) someBodies(worker int, ids []int64, stop func() error, visit visit) error {
	box, records, err := v.records(ids)
	if err != nil {
		return err
	}
	left := make(map[int64]bool, len(ids))
	for _, id := range ids {
		left[id] = true
	}
	// Numbers close together are read as a range, in the order of the file.
	if from, to := slices.Min(ids), slices.Max(ids); to-from < 4*int64(len(ids)) {
		// No context in the query: the driver would pay for it with every row.
		rows, err := v.db.Query(`SELECT id, seq, ct FROM body WHERE id BETWEEN ? AND ?`, from, to)
		if err != nil {
			return explainRead("search journal", err)
		}
		defer rows.Close()
		for rows.Next() {
			if err := stop(); err != nil {
				return err
			}
			var id int64
			var seq uint64
			var ct sql.RawBytes
			if err := rows.Scan(&id, &seq, &ct); err != nil {
				return explainRead("search journal", err)
			}
			r := records[id]
			if r == nil {
				continue
			}
			payload, err := openBody(box, r, seq, ct)
			if err != nil {
				continue // changed since the catalogue was read, perhaps
			}
			if text, rest, err := splitBody(payload); err == nil {
				visit(worker, id, text, thingsIn(rest), true)
				delete(left, id)
			}
		}
		if err := rows.Err(); err != nil {
			return explainRead("search journal", err)
		}
		rows.Close()
	}
	var errs []error
	for _, id := range ids {
		if !left[id] {
			continue
		}
		if err := stop(); err != nil {
			return err
		}
		errs = append(errs, v.oneBody(worker, id, visit))
	}
	return joinDamage(errs)
}

// records are the heads of those of the entries that are not removed, and what their bodies are sealed by.
func (v *Vault) records(ids []int64) (box, map[int64]*record, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return box{}, nil, err
	}
	records := make(map[int64]*record, len(ids))
	for _, id := range ids {
		if r := v.catalogue.byID[id]; r != nil && r.kind == kindEntry && !r.removed {
			records[id] = r
		}
	}
	return v.keys.body, records, nil // the box is a copy: re-keying wipes the one in keys
}

func (v *Vault) oneBody(worker int, id int64, visit visit) error {
	r, payload, err := v.again(id)
	if err != nil {
		return err
	}
	if r == nil {
		visit(worker, id, nil, "", false)
		return nil
	}
	text, rest, err := splitBody(payload)
	if err != nil {
		return bodyDamage(r, err)
	}
	visit(worker, id, text, thingsIn(rest), true)
	return nil
}

// again reads a body together with its head as they are now; no record where the entry is removed.
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
