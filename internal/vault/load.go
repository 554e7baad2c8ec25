package vault

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"math"
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
	var bodies []bodySeq
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

// headBatch is how many heads are fetched at once.
const headBatch = 256

// loadHeads fills the catalogue and gives the sum over all rows.
func (l *loaded) loadHeads(db *sql.DB, k *keys) (total sum, err error) {
	l.catalogue = newCatalogue(int(min(l.root.heads, 1<<20)))
	sealed := make(chan []sealedHead, 8)
	opened := make(chan []openedHead, 8)
	var openers sync.WaitGroup
	for range max(1, runtime.NumCPU()-1) {
		openers.Go(func() {
			o := newOpener(k)
			o.piece = 16 << 10
			for some := range sealed {
				out := make([]openedHead, len(some))
				records := make([]record, len(some))
				for i, h := range some {
					out[i] = o.open(h, &records[i])
				}
				opened <- out
			}
		})
	}
	go func() {
		defer func() { close(sealed); openers.Wait(); close(opened) }()
		err = readHeads(db, sealed)
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

// readHeads sends all heads in batches, ascending by number. Each batch is one row of an answer: to fetch its heads one
// by one would take as long as to open them.
func readHeads(db *sql.DB, to chan<- []sealedHead) error {
	next, err := db.Prepare(`SELECT max(id), group_concat(id || ' ' || seq || ' ' || length(ct)),
		CAST(group_concat(CAST(ct AS TEXT), '') AS BLOB) FROM (SELECT id, seq, ct FROM head WHERE id > ? ORDER BY id LIMIT ?)`)
	if err != nil {
		return err
	}
	defer next.Close()
	for after := int64(math.MinInt64); ; {
		var last sql.NullInt64
		var list sql.NullString
		var cts []byte
		if err := next.QueryRow(after, headBatch).Scan(&last, &list, &cts); err != nil {
			return err
		}
		if !last.Valid {
			return nil
		}
		some := make([]sealedHead, 0, headBatch)
		for row := range strings.SplitSeq(list.String, ",") {
			number, rest, _ := strings.Cut(row, " ")
			sequence, length, _ := strings.Cut(rest, " ")
			id, errID := strconv.ParseInt(number, 10, 64)
			seq, errSeq := strconv.ParseInt(sequence, 10, 64)
			n, err := strconv.Atoi(length)
			if err := errors.Join(errID, errSeq, err); err != nil || n < 0 || n > len(cts) {
				return damaged(PartFile, "a head of another shape")
			}
			some = append(some, sealedHead{id, uint64(seq), cts[:n:n]})
			cts = cts[n:]
		}
		to <- some
		after = last.Int64
	}
}

// An opener opens one head after another.
type opener struct {
	keys   *keys
	aad    []byte
	owners map[string]string
	piece  int    // how much of that memory is taken at once
	room   []byte // what is left of the memory that extras are kept in, many in one piece
}

// keep copies what is to stay when the rest of a head goes.
func (o *opener) keep(b []byte) []byte {
	if len(b) == 0 {
		return nil
	}
	if len(b) > cap(o.room)-len(o.room) {
		o.room = make([]byte, 0, max(len(b), o.piece))
	}
	from := len(o.room)
	o.room = append(o.room, b...)
	return o.room[from:len(o.room):len(o.room)]
}

func newOpener(k *keys) *opener { return &opener{keys: k, owners: make(map[string]string)} }

// openHead opens one head, which stays as it is.
func openHead(k *keys, h sealedHead) openedHead {
	h.ct = bytes.Clone(h.ct)
	return newOpener(k).open(h, &record{})
}

// open opens a head into r, in the memory of what was sealed.
func (o *opener) open(h sealedHead, r *record) openedHead {
	*r = record{id: h.id, seq: h.seq, tag: tagOf(h.ct)}
	out := openedHead{record: r, sum: o.keys.set.of(h.id, h.seq, r.tag)}
	payload, err := o.keys.head.openOver(h.id, h.seq, h.ct, o.aad[:0])
	if err != nil {
		out.err = err
		return out
	}
	if r.head, out.err = decodeHeadWith(payload, o.owners); out.err != nil {
		return out
	}
	if r.kind == kindAccount {
		account, err := decodeAccount(r.head)
		r.account, r.extra, out.err = &account, nil, err
	}
	r.extra = o.keep(r.extra) // the rest of the memory may go
	return out
}

// A bodySeq is what the table of bodies says of one of them.
type bodySeq struct {
	id  int64
	seq uint64
}

// readBodySeqs walks the table of bodies without reading what they hold. No number comes twice.
func readBodySeqs(db *sql.DB, size uint64) ([]bodySeq, error) {
	// One row: to fetch ten thousand would take longer than to find them.
	var list sql.NullString
	if err := db.QueryRow(`SELECT group_concat(id || ' ' || seq) FROM body`).Scan(&list); err != nil {
		return nil, explainRead("read journal", err)
	}
	seqs := make([]bodySeq, 0, min(size, 1<<20))
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
		seqs = append(seqs, bodySeq{id, uint64(seq)})
	}
	return seqs, nil
}

// matchBodies compares the bodies that are there with those that the heads speak of.
func (l *loaded) matchBodies(bodies []bodySeq) {
	found := 0 // bodies that a head speaks of
	for _, b := range bodies {
		r := l.catalogue.byID[b.id]
		if r == nil || !r.hasBody {
			continue
		}
		if found++; b.seq != r.bodySeq {
			l.damage = append(l.damage, Damage{Part: PartBody, Record: b.id, Name: r.name, Why: "of another time than its head"})
		}
	}
	expected := 0
	for _, r := range l.catalogue.byID {
		if r.hasBody {
			expected++
		}
	}
	if found < expected {
		there := make(map[int64]bool, len(bodies))
		for _, b := range bodies {
			there[b.id] = true
		}
		for id, r := range l.catalogue.byID {
			if r.hasBody && !there[id] {
				l.damage = append(l.damage, Damage{Part: PartBody, Record: id, Name: r.name, Why: "missing"})
			}
		}
	}
	if len(l.damage) == 0 && expected != len(bodies) {
		l.damage = append(l.damage, Damage{Part: PartRecords, Why: fmt.Sprintf("%d bodies without a head", len(bodies)-expected)})
	}
}
