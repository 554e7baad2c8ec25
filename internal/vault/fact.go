package vault

import (
	"bytes"
	"context"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"firsthand/internal/journal"
)

// A gist is a journal.Fact as the head of its entry holds it, without what the head says by itself: version u8 =
// journal.FactVersion, then fields of tag u8 ‖ length uvarint ‖ value, in any order, of which a reader passes over those
// it does not know. It is short, so that a head seldom grows past the smallest size class, and quickly read.
//
//	k kind   s share, private where it is missing   o outcome   b captured before it (no value)
//	t when it was lived: Unix seconds varint ‖ seconds east of UTC varint
//	c a field and what was chosen in it, with a zero byte between each
//	l a relation, a zero byte, the id of the entry that the link leads to
//	h hours awake, in tenths, uvarint
//	y a system
//	d times looked back on uvarint ‖ never u8
const (
	gistKind    = 'k'
	gistShare   = 's'
	gistOutcome = 'o'
	gistBefore  = 'b'
	gistAt      = 't'
	gistChosen  = 'c'
	gistLink    = 'l'
	gistAwake   = 'h'
	gistSystem  = 'y'
	gistLooked  = 'd'
)

func encodeFact(f journal.Fact) []byte {
	b := []byte{journal.FactVersion}
	put := func(tag byte, value ...byte) {
		b = append(binary.AppendUvarint(append(b, tag), uint64(len(value))), value...)
	}
	if f.Kind != "" {
		put(gistKind, []byte(f.Kind)...)
	}
	if f.Share != journal.Private {
		put(gistShare, []byte(f.Share)...)
	}
	if !f.At.IsZero() {
		_, offset := f.At.Zone()
		put(gistAt, binary.AppendVarint(binary.AppendVarint(nil, f.At.Unix()), int64(offset))...)
	}
	for _, field := range slices.Sorted(maps.Keys(f.Chosen)) {
		value := []byte(field)
		for _, c := range f.Chosen[field] {
			value = append(append(value, 0), c...)
		}
		put(gistChosen, value...)
	}
	for _, l := range f.Links {
		put(gistLink, slices.Concat([]byte(l.As), []byte{0}, []byte(l.To))...)
	}
	if f.Outcome != "" {
		put(gistOutcome, []byte(f.Outcome)...)
	}
	if f.Before {
		put(gistBefore)
	}
	if f.Awake > 0 {
		put(gistAwake, binary.AppendUvarint(nil, uint64(math.Round(10*f.Awake)))...)
	}
	for _, s := range f.Systems {
		put(gistSystem, []byte(s)...)
	}
	if l := f.Looked; l != (journal.Looked{}) {
		never := byte(0)
		if l.Never {
			never = 1
		}
		put(gistLooked, append(binary.AppendUvarint(nil, uint64(max(0, l.Times))), never)...)
	}
	return b
}

// decodeFact is the fact that the head of an entry holds; ok is false where it holds none of this version: a program that
// did not know of them wrote it, or one that counted otherwise.
func decodeFact(r *record) (f *journal.Fact, ok bool) {
	b := r.extra
	if len(b) == 0 || b[0] != journal.FactVersion {
		return nil, false
	}
	f = &journal.Fact{ID: journal.EntryID(r.name), Account: journal.AccountID(r.owner), Position: int(r.position),
		Recorded: time.UnixMilli(r.when).UTC(), Removed: r.removed, Share: journal.Private}
	for b = b[1:]; len(b) > 0; {
		n, width := binary.Uvarint(b[1:])
		if width <= 0 || n > uint64(len(b)-1-width) {
			return nil, false
		}
		value := b[1+width : 1+width+int(n)]
		switch b[0] {
		case gistKind:
			f.Kind = journal.Kind(known(value))
		case gistShare:
			f.Share = journal.Share(known(value))
		case gistOutcome:
			f.Outcome = journal.Met(known(value))
		case gistBefore:
			f.Before = true
		case gistAt:
			at, n := binary.Varint(value)
			offset, m := binary.Varint(value[max(0, n):])
			if n <= 0 || m <= 0 || offset <= -86400 || offset >= 86400 {
				return nil, false
			}
			f.At = time.Unix(at, 0).In(time.FixedZone("", int(offset)))
		case gistChosen:
			field, rest, _ := bytes.Cut(value, []byte{0})
			var choices []journal.Choice
			for c := range bytes.SplitSeq(rest, []byte{0}) {
				choices = append(choices, journal.Choice(known(c)))
			}
			if f.Chosen == nil {
				f.Chosen = make(map[journal.Field][]journal.Choice, 2)
			}
			f.Chosen[journal.Field(known(field))] = choices
		case gistLink:
			as, to, _ := bytes.Cut(value, []byte{0})
			f.Links = append(f.Links, journal.Link{To: journal.EntryID(to), As: journal.Relation(known(as))})
		case gistAwake:
			tenths, _ := binary.Uvarint(value)
			f.Awake = float64(tenths) / 10
		case gistSystem:
			f.Systems = append(f.Systems, string(value))
		case gistLooked:
			times, n := binary.Uvarint(value)
			f.Looked = journal.Looked{Times: int(min(times, 1<<20)), Never: n > 0 && n < len(value) && value[n] == 1}
		}
		b = b[1+width+int(n):]
	}
	return f, true
}

// known is a string of the domain; one that is used again and again takes memory once.
func known(b []byte) string {
	if s, ok := knownWords()[string(b)]; ok {
		return s
	}
	return string(b)
}

var knownWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for _, k := range journal.Kinds {
		words[string(k)] = string(k)
	}
	for _, m := range journal.Mets {
		words[string(m)] = string(m)
	}
	for _, r := range journal.Relations {
		words[string(r)] = string(r)
	}
	for _, q := range journal.Questions {
		words[string(q.Field)] = string(q.Field)
		for _, c := range q.Offered() {
			words[string(c)] = string(c)
		}
	}
	return words
})

// A listing is every entry of the journal after one write, removed ones too, the latest recorded first.
type listing struct {
	seq     uint64
	records []*record
}

// listed are the entries as they are now, in that order.
func (v *Vault) listed() ([]*record, error) {
	v.mu.RLock()
	if err := v.usable(false); err != nil {
		v.mu.RUnlock()
		return nil, err
	}
	seq := v.root.seq
	if l := v.listing.Load(); l != nil && l.seq == seq {
		v.mu.RUnlock()
		return l.records, nil
	}
	records := make([]*record, 0, len(v.catalogue.byID))
	for _, r := range v.catalogue.byID {
		if r.kind == kindEntry {
			records = append(records, r)
		}
	}
	v.mu.RUnlock()
	slices.SortFunc(records, newestFirst)
	v.listing.Store(&listing{seq, records})
	return records, nil
}

// Facts returns what can be counted of every entry, removed ones too, in no order. They come from the heads, which are in
// memory; of an entry whose head has none the body is read, once while the journal is open. What cannot be read is left
// out, and told by the DamageError beside the others. They are not to be changed.
func (v *Vault) Facts(ctx context.Context) ([]*journal.Fact, error) {
	records, err := v.listed()
	if err != nil {
		return nil, err
	}
	facts := make([]*journal.Fact, len(records))
	errs := make([]error, len(records))
	each(len(records), func(i int) {
		if ctx.Err() == nil {
			facts[i], errs[i] = v.factOf(records[i])
		}
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

// latest are the numbers of the limit latest recorded entries that are not removed and for whose facts where holds.
func (v *Vault) latest(where func(*journal.Fact) bool, limit int) (ids []int64, err error) {
	records, err := v.listed()
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, r := range records {
		if r.removed {
			continue
		}
		f, err := v.factOf(r)
		if err != nil {
			errs = append(errs, err)
		} else if f != nil && (where == nil || where(f)) {
			if ids = append(ids, r.id); len(ids) == limit {
				break
			}
		}
	}
	return ids, joinDamage(errs)
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
