package vault

import (
	"bytes"
	"errors"
	"maps"
	"slices"

	"firsthand/internal/journal"

	"github.com/gofrs/flock"
)

// Remains are what can still be read of a journal, whatever became of its files: a lost header, a broken tree, a file
// that was cut off, a lost log. Every row is found by how it looks and opened for itself; nothing is written. Close them.
type Remains struct {
	lock      *flock.Flock // nil where the folder cannot be written to
	carver    *carver
	rings     []*keys // the latest epoch first
	inbox     [][]byte
	root      *root
	catalogue *catalogue
	bodies    map[int64]sealedBody              // the one to read of each record
	tellings  map[string]journal.Telling        // by account
	retold    map[journal.EntryID]journal.Entry // that are there only as they stood in a first telling
	unplaced  int
}

// sealedBody is a row of body that was found and opens.
type sealedBody struct {
	cell    cell
	withLog bool
	keys    *keys
	tag     tag
}

// Salvage opens what can still be read of the journal in dir. It changes nothing. A journal that is whole gives all of
// itself.
//
// Errors: ErrNoJournal, ErrInUse, ErrWrongKey, ErrNoSuchKey, ErrNoDeviceKey, ErrNewer, ErrReadOnly (nothing may be read),
// and ErrDamaged where no slot for this key is left, which is ErrLost where nothing is.
func Salvage(dir string, key Key) (_ *Remains, err error) {
	lock, err := holdLock(dir)
	if err != nil && !errors.Is(err, ErrReadOnly) {
		return nil, err
	}
	r := &Remains{
		lock: lock, catalogue: newCatalogue(0), bodies: make(map[int64]sealedBody),
		tellings: make(map[string]journal.Telling), retold: make(map[journal.EntryID]journal.Entry),
	}
	defer func() {
		if err != nil {
			r.Close()
		}
	}()
	if r.carver, err = carve(dir); err != nil {
		return nil, err
	}
	if err := r.unlock(key); errors.Is(err, ErrDamaged) && errors.Is(opens(dir), ErrLost) {
		return nil, lost() // what is left is a log, and no slot is in it
	} else if errors.Is(err, ErrNoSuchKey) {
		// There is another slot; whether there was one for this key, the card may say.
		if c, cardErr := readCard(dir); cardErr == nil && c.ways&key.kind.way() != 0 {
			err = damaged(key.kind.part(), "missing")
		}
		return nil, err
	} else if err != nil {
		return nil, err
	}
	return r, r.read()
}

// Close wipes the keys.
func (r *Remains) Close() error {
	for _, k := range r.rings {
		k.wipe()
	}
	secrets{Inbox: r.inbox}.wipe()
	r.rings, r.inbox, r.catalogue = nil, nil, newCatalogue(0)
	if r.carver != nil {
		r.carver.close()
		r.carver = nil
	}
	if r.lock != nil {
		return r.lock.Unlock()
	}
	return nil
}

// unlock opens every slot of the key's kind that is left: after a log was lost there can be one of an earlier time
// beside the present one, and rows under either.
func (r *Remains) unlock(key Key) error {
	rows := r.carver.named([]string{string(passphraseSlot), string(deviceSlot), string(recoverySlot), "secrets"})
	slots := distinct(rows[string(key.kind)])
	if len(slots) == 0 {
		for _, other := range slotKinds {
			if len(rows[string(other)]) > 0 {
				return ErrNoSuchKey
			}
		}
		return damaged(key.kind.part(), "missing")
	}
	var refusal error
	for _, slot := range slots {
		master, id, epoch, err := masterOf(slot, key)
		if err != nil {
			if refusal == nil || errors.Is(err, ErrWrongKey) { // a broken slot tells nothing of the key
				refusal = err
			}
			continue
		}
		if !slices.ContainsFunc(r.rings, func(k *keys) bool { return bytes.Equal(k.master, master) }) {
			r.rings = append(r.rings, newKeys(master, id, epoch))
		}
	}
	if len(r.rings) == 0 {
		return refusal
	}
	slices.SortFunc(r.rings, func(a, b *keys) int { return int(b.epoch) - int(a.epoch) })
	for _, sealed := range distinct(rows["secrets"]) {
		for _, k := range r.rings {
			if payload, err := k.meta.open(metaSecrets, 0, sealed); err == nil {
				if s, err := decodeSecrets(payload); err == nil {
					r.inbox = append(r.inbox, s.Inbox...)
				}
			}
		}
	}
	return nil
}

func distinct(values [][]byte) (out [][]byte) {
	for _, v := range values {
		if !slices.ContainsFunc(out, func(w []byte) bool { return bytes.Equal(v, w) }) {
			out = append(out, v)
		}
	}
	return out
}

// read finds every row, and puts together what belongs together.
func (r *Remains) read() error {
	heads := make(map[int64]*record)
	bodies := make(map[int64][]sealedBody)
	var newer error
	r.carver.each(func(inLog bool, at int64, page []byte) {
		r.carver.rowsIn(inLog, at, page, func(c cell) {
			if err := r.take(c, heads, bodies); errors.Is(err, ErrNewer) {
				newer = err
			}
		})
	})
	if newer != nil {
		return newer
	}
	for _, id := range slices.Sorted(maps.Keys(heads)) {
		if twin := r.catalogue.byRef[heads[id].ref]; twin == nil || twin.seq < heads[id].seq {
			r.catalogue.put(heads[id])
		}
	}
	if n := uint64(len(r.catalogue.byID)); r.root != nil && n < r.root.heads {
		r.unplaced = int(r.root.heads - n)
	}
	for id, some := range bodies {
		r.bodies[id] = r.best(id, some)
		if r.catalogue.byID[id] == nil {
			r.adopt(id)
		}
	}
	r.retell()
	r.nameAccounts()
	return nil
}

// take opens one row under whatever opens it. Of several heads or roots the latest counts.
func (r *Remains) take(c cell, heads map[int64]*record, bodies map[int64][]sealedBody) error {
	for _, withLog := range []bool{true, false} {
		ct := r.carver.sealed(c, withLog)
		for _, k := range r.rings {
			if payload, err := k.body.open(c.id, c.seq, ct); err == nil {
				bodies[c.id] = append(bodies[c.id], sealedBody{c, withLog, k, tagOf(ct)})
				_, _, err := splitBody(payload)
				return err
			}
			if o := openHead(k, sealedHead{c.id, c.seq, ct}); o.err == nil {
				if old := heads[c.id]; old == nil || old.seq < c.seq {
					heads[c.id] = o.record
				}
				return nil
			} else if errors.Is(o.err, ErrNewer) {
				return o.err
			}
			if payload, err := k.root.open(c.id, c.seq, ct); err == nil {
				root, err := decodeRoot(payload)
				if err == nil && (r.root == nil || r.root.seq < root.seq) {
					r.root = &root
				}
				return err
			}
		}
		if len(r.carver.latest) == 0 {
			break // there is no log to read it without
		}
	}
	return nil
}

// best is the body that the head speaks of, or else the latest there is.
func (r *Remains) best(id int64, some []sealedBody) sealedBody {
	for _, b := range some {
		if head := r.catalogue.byID[id]; head != nil && b.is(head) {
			return b
		}
	}
	return slices.MaxFunc(some, func(a, b sealedBody) int { return int(int64(a.cell.seq) - int64(b.cell.seq)) })
}

// is reports whether the head speaks of this body.
func (b sealedBody) is(of *record) bool {
	return of.hasBody && b.cell.seq == of.bodySeq && b.tag == of.bodyTag
}

func (r *Remains) open(id int64) ([]byte, error) {
	b, ok := r.bodies[id]
	if !ok {
		return nil, errPayload
	}
	return b.keys.body.open(id, b.cell.seq, r.carver.sealed(b.cell, b.withLog))
}

// adopt takes in an entry or a telling whose head is lost: its body says what it is.
func (r *Remains) adopt(id int64) {
	payload, err := r.open(id)
	if err != nil {
		return
	}
	var h head
	if entry, err := decodeEntry(payload); err == nil && entry.Text != "" && entry.ID != "" && entry.Account != "" {
		if h, err = entryHead(entry); err != nil {
			return
		}
	} else if h, err = tellingHead(payload); err != nil {
		return
	}
	if r.catalogue.byRef[h.ref] != nil {
		return
	}
	h.hasBody, h.bodySeq, h.bodyTag = true, r.bodies[id].cell.seq, r.bodies[id].tag
	r.catalogue.put(&record{head: h, id: id, seq: h.bodySeq})
	r.unplaced = max(r.unplaced-1, 0)
}

// tellingHead is the head that a first telling must have had; every entry of it says whose it is.
func tellingHead(payload []byte) (head, error) {
	var t journal.Telling
	if _, err := decodeBody(payload, &t); err != nil {
		return head{}, err
	}
	if len(t.Entries) == 0 || t.Entries[0].Account == "" || t.At.IsZero() {
		return head{}, errPayload
	}
	owner := string(t.Entries[0].Account)
	return head{ref: ref{kindTelling, owner}, owner: owner, when: t.At.UnixMilli()}, nil
}
