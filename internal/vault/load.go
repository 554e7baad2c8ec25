package vault

import (
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// rows reads a small table of names and values.
func rows(db *sql.DB, query string) (map[string][]byte, error) {
	found, err := db.Query(query)
	if err != nil {
		return nil, explainRead("read journal", err)
	}
	defer found.Close()
	values := make(map[string][]byte)
	for found.Next() {
		var name string
		var value []byte
		if err := found.Scan(&name, &value); err != nil {
			return nil, explainRead("read journal", err)
		}
		values[name] = value
	}
	return values, explainRead("read journal", found.Err())
}

const (
	selectSlots = `SELECT kind, value FROM slot`
	selectMeta  = `SELECT name, value FROM meta`
)

// loaded is everything an unlocked journal keeps in memory, and what was wrong with it.
type loaded struct {
	root      root
	secrets   secrets
	catalogue *catalogue
	damage    []Damage
}

// load opens the root, the secrets and every head, and compares them with each other and with the bodies.
// What is damaged is listed, what can be read is there all the same. The error is for what stops reading altogether.
func load(db *sql.DB, k *keys, version int, slots, meta map[string][]byte) (*loaded, error) {
	l := &loaded{}
	found := func(d Damage) { l.damage = append(l.damage, d) }

	rooted, err := l.loadRoot(db, k)
	if err != nil {
		return nil, err
	}
	if rooted && l.root.digest != digestOf(version, slots, meta) {
		found(Damage{Part: PartMeta, Why: "a slot, a setting or the version was changed or put back"})
	}
	payload, err := k.meta.open(metaSecrets, 0, meta["secrets"])
	if err == nil {
		l.secrets, err = decodeSecrets(payload)
	}
	if errors.Is(err, ErrNewer) {
		return nil, err
	}
	if err != nil {
		found(Damage{Part: PartMeta, Why: "secrets: " + err.Error()})
	}

	// Heads are opened on one core while another walks the bodies.
	var bodies map[int64]uint64
	var bodiesErr error
	var wait sync.WaitGroup
	wait.Go(func() { bodies, bodiesErr = readBodySeqs(db, l.root.bodies) })
	sum, err := l.loadHeads(db, k)
	wait.Wait()
	if err := errors.Join(err, bodiesErr); err != nil {
		return nil, err
	}
	if rooted {
		if n := uint64(len(l.catalogue.byID)); n != l.root.heads && len(l.damage) == 0 {
			found(Damage{Part: PartRecords, Why: fmt.Sprintf("%d instead of %d", n, l.root.heads)})
		} else if sum != l.root.sum && len(l.damage) == 0 {
			found(Damage{Part: PartRecords, Why: "a record was changed or put back"})
		}
	}
	l.matchBodies(bodies)
	return l, nil
}

// metaSecrets is the number that stands for the row of secrets in the AAD.
const metaSecrets = 1

// loadRoot reports whether the root could be read; if not, that is damage.
func (l *loaded) loadRoot(db *sql.DB, k *keys) (bool, error) {
	var seq int64
	var ct []byte
	err := db.QueryRow(`SELECT seq, ct FROM root WHERE id = 1`).Scan(&seq, &ct)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		l.damage = append(l.damage, Damage{Part: PartRoot, Why: "missing"})
		return false, nil
	case err != nil:
		return false, explainRead("read journal", err)
	}
	payload, err := k.root.open(rootID, uint64(seq), ct)
	if err == nil {
		l.root, err = decodeRoot(payload)
	}
	if err == nil && l.root.seq != uint64(seq) {
		err = errors.New("inconsistent")
	}
	if errors.Is(err, ErrNewer) {
		return false, err
	}
	if err != nil {
		l.damage = append(l.damage, Damage{Part: PartRoot, Why: err.Error()})
		return false, nil
	}
	return true, nil
}

// sealedHead is a row of head.
type sealedHead struct {
	id  int64
	seq uint64
	ct  []byte
}

type openedHead struct {
	record *record
	err    error
	sum    sum
}

// loadHeads fills the catalogue and gives the sum over all rows.
func (l *loaded) loadHeads(db *sql.DB, k *keys) (total sum, err error) {
	l.catalogue = newCatalogue(int(min(l.root.heads, 1<<20)))
	const batch = 256
	sealed := make(chan []sealedHead, 8)
	opened := make(chan []openedHead, 8)
	var openers sync.WaitGroup
	for range max(1, runtime.NumCPU()-1) {
		openers.Go(func() {
			for some := range sealed {
				out := make([]openedHead, len(some))
				for i, h := range some {
					out[i] = openHead(k, h)
				}
				opened <- out
			}
		})
	}
	go func() {
		defer func() { close(sealed); openers.Wait(); close(opened) }()
		err = readHeads(db, batch, sealed)
	}()
	var newer error
	for some := range opened {
		for _, o := range some {
			total = total.plus(o.sum)
			switch {
			case errors.Is(o.err, ErrNewer):
				newer = o.err
			case o.err != nil:
				l.damage = append(l.damage, Damage{Part: PartHead, Record: o.record.id, Why: o.err.Error()})
			case l.catalogue.byRef[o.record.ref] != nil:
				l.damage = append(l.damage, Damage{Part: PartHead, Record: o.record.id, Why: "there twice"})
			default:
				l.catalogue.put(o.record)
			}
		}
	}
	return total, errors.Join(newer, explainRead("read journal", err))
}

func readHeads(db *sql.DB, batch int, to chan<- []sealedHead) error {
	found, err := db.Query(`SELECT id, seq, ct FROM head ORDER BY id`)
	if err != nil {
		return err
	}
	defer found.Close()
	some := make([]sealedHead, 0, batch)
	for found.Next() {
		var h sealedHead
		if err := found.Scan(&h.id, &h.seq, &h.ct); err != nil {
			return err
		}
		if some = append(some, h); len(some) == batch {
			to <- some
			some = make([]sealedHead, 0, batch)
		}
	}
	if len(some) > 0 {
		to <- some
	}
	return found.Err()
}

func openHead(k *keys, h sealedHead) openedHead {
	r := &record{id: h.id, seq: h.seq, tag: tagOf(h.ct)}
	o := openedHead{record: r, sum: k.set.of(h.id, h.seq, r.tag)}
	payload, err := k.head.open(h.id, h.seq, h.ct)
	if err != nil {
		o.err = err
		return o
	}
	if r.head, o.err = decodeHead(payload); o.err == nil && r.kind == kindAccount {
		account, err := decodeAccount(r.head)
		r.account, r.extra, o.err = &account, nil, err
	}
	return o
}

// readBodySeqs walks the table of bodies without reading what they hold.
func readBodySeqs(db *sql.DB, size uint64) (map[int64]uint64, error) {
	// One row: to fetch ten thousand would take longer than to find them.
	var list sql.NullString
	if err := db.QueryRow(`SELECT group_concat(id || ' ' || seq) FROM body`).Scan(&list); err != nil {
		return nil, explainRead("read journal", err)
	}
	seqs := make(map[int64]uint64, min(size, 1<<20))
	if !list.Valid {
		return seqs, nil
	}
	for row := range strings.SplitSeq(list.String, ",") {
		number, sequence, _ := strings.Cut(row, " ")
		id, err := strconv.ParseInt(number, 10, 64)
		if err != nil {
			return nil, damaged(PartFile, "a body without a number")
		}
		seq, err := strconv.ParseInt(sequence, 10, 64)
		if err != nil {
			return nil, damaged(PartFile, "a body without a number")
		}
		seqs[id] = uint64(seq)
	}
	return seqs, nil
}

// matchBodies compares the bodies that are there with those that the heads speak of.
func (l *loaded) matchBodies(bodies map[int64]uint64) {
	count := 0
	for id, r := range l.catalogue.byID {
		if !r.hasBody {
			continue
		}
		count++
		if seq, ok := bodies[id]; !ok {
			l.damage = append(l.damage, Damage{Part: PartBody, Record: id, Name: r.name, Why: "missing"})
		} else if seq != r.bodySeq {
			l.damage = append(l.damage, Damage{Part: PartBody, Record: id, Name: r.name, Why: "of another time than its head"})
		}
	}
	if len(l.damage) == 0 && count != len(bodies) {
		l.damage = append(l.damage, Damage{Part: PartRecords, Why: fmt.Sprintf("%d bodies without a head", len(bodies)-count)})
	}
}
