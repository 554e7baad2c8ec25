package vault

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"firsthand/internal/journal"
)

// A gist is a journal.Fact as the head of its entry holds it: what the head does not say by itself. Its names are short so
// that a head seldom grows past the smallest size class.
type gist struct {
	Version int                                `json:"v"` // journal.FactVersion
	Kind    journal.Kind                       `json:"k,omitempty"`
	Share   journal.Share                      `json:"s,omitempty"` // empty: private
	At      *[2]int64                          `json:"t,omitempty"` // Unix seconds, seconds east of UTC
	Chosen  map[journal.Field][]journal.Choice `json:"c,omitempty"`
	Links   []journal.Link                     `json:"l,omitempty"`
	Outcome journal.Met                        `json:"o,omitempty"`
	Before  bool                               `json:"b,omitempty"`
	Awake   float64                            `json:"h,omitempty"`
	Systems []string                           `json:"y,omitempty"`
	Looked  *journal.Looked                    `json:"d,omitempty"`
}

func encodeFact(f journal.Fact) ([]byte, error) {
	g := gist{Version: journal.FactVersion, Kind: f.Kind, Chosen: f.Chosen, Links: f.Links, Outcome: f.Outcome, Before: f.Before,
		Awake: f.Awake, Systems: f.Systems}
	if f.Share != journal.Private {
		g.Share = f.Share
	}
	if !f.At.IsZero() {
		_, offset := f.At.Zone()
		g.At = &[2]int64{f.At.Unix(), int64(offset)}
	}
	if f.Looked != (journal.Looked{}) {
		g.Looked = &f.Looked
	}
	b, err := json.Marshal(g)
	if err != nil {
		return nil, errors.New("entry cannot be written as JSON")
	}
	return b, nil
}

// decodeFact is the fact that the head of an entry holds; ok is false where it holds none of this version: a program that
// did not know of them wrote it, or one that counted otherwise.
func decodeFact(r *record) (f *journal.Fact, ok bool) {
	if len(r.extra) == 0 {
		return nil, false
	}
	var g gist
	if err := json.Unmarshal(r.extra, &g); err != nil || g.Version != journal.FactVersion {
		return nil, false
	}
	f = &journal.Fact{ID: journal.EntryID(r.name), Account: journal.AccountID(r.owner), Position: int(r.position),
		Recorded: time.UnixMilli(r.when).UTC(), Removed: r.removed, Kind: g.Kind, Share: g.Share, Chosen: g.Chosen, Links: g.Links,
		Outcome: g.Outcome, Before: g.Before, Awake: g.Awake, Systems: g.Systems}
	if f.Share == "" {
		f.Share = journal.Private
	}
	if g.At != nil {
		f.At = time.Unix(g.At[0], 0).In(time.FixedZone("", int(g.At[1])))
	}
	if g.Looked != nil {
		f.Looked = *g.Looked
	}
	return f, true
}

// Facts returns what can be counted of every entry, removed ones too, in no order. They come from the heads, which are in
// memory; of an entry whose head has none the body is read, once while the journal is open. What cannot be read is left
// out, and told by the DamageError beside the others. They are not to be changed.
func (v *Vault) Facts(ctx context.Context) ([]*journal.Fact, error) {
	v.mu.RLock()
	if err := v.usable(false); err != nil {
		v.mu.RUnlock()
		return nil, err
	}
	records := make([]*record, 0, len(v.catalogue.byID))
	for _, r := range v.catalogue.byID {
		if r.kind == kindEntry {
			records = append(records, r)
		}
	}
	v.mu.RUnlock()
	facts := make([]*journal.Fact, len(records))
	errs := make([]error, len(records))
	each(len(records), func(i int) {
		if i%1024 == 0 && ctx.Err() != nil {
			return
		}
		facts[i], errs[i] = v.factOf(records[i])
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	there := facts[:0]
	for _, f := range facts {
		if f != nil {
			there = append(there, f)
		}
	}
	return there, joinDamage(errs)
}

// factOf is the fact of an entry, kept with its record. It is nil where the entry is gone meanwhile.
func (v *Vault) factOf(r *record) (*journal.Fact, error) {
	if f := r.fact.Load(); f != nil {
		return f, nil
	}
	f, ok := decodeFact(r)
	if !ok {
		entry, err := v.entryAs(r)
		if err != nil || entry == nil {
			return nil, err
		}
		made := journal.FactOf(*entry)
		f = &made
	}
	r.fact.Store(f)
	return f, nil
}

// entryAs reads the entry that the head r is of; nil where there is another head by now.
func (v *Vault) entryAs(r *record) (*journal.Entry, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	if v.catalogue.byID[r.id] != r {
		return nil, nil
	}
	entry, err := v.entry(r)
	return &entry, err
}

// Pick returns the entries of these ids that are there and not removed, in the order given. What cannot be read is left
// out, and told by the DamageError beside the others.
func (v *Vault) Pick(ctx context.Context, ids []journal.EntryID) ([]journal.Entry, error) {
	v.mu.RLock()
	if err := v.usable(false); err != nil {
		v.mu.RUnlock()
		return nil, err
	}
	var records []*record
	for _, id := range ids {
		if r := v.catalogue.byRef[ref{kindEntry, string(id)}]; r != nil && !r.removed {
			records = append(records, r)
		}
	}
	v.mu.RUnlock()
	return v.found(ctx, records, func(*record, *journal.Entry) bool { return true })
}

// each calls f for every number below n, on all cores; a few hundred of them at a time.
func each(n int, f func(int)) {
	const some = 512
	if n <= some {
		for i := range n {
			f(i)
		}
		return
	}
	var next atomic.Int64
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			for {
				from := int(next.Add(some)) - some
				if from >= n {
					return
				}
				for i := from; i < min(n, from+some); i++ {
					f(i)
				}
			}
		})
	}
	wait.Wait()
}
