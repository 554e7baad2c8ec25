package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A writing is one transaction: rows, and the root that stands for them.
// Nothing in memory changes before the commit.
type writing struct {
	v       *Vault
	tx      *sql.Tx
	root    root // with the sequence of this write
	changed map[ref]*record
	removed []*record
}

// write runs change in one transaction and commits it with a new root. The caller holds mu.
// A write that began is finished: a caller who gives up must not leave it to chance whether the line was kept.
func (v *Vault) write(ctx context.Context, change func(*writing) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := v.usable(true); err != nil {
		return err
	}
	if err := v.inPlace(); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	tx, err := v.db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return explain("write journal", err)
	}
	defer tx.Rollback()
	w := &writing{v: v, tx: tx, root: v.root, changed: make(map[ref]*record)}
	w.root.seq++
	if err := change(w); err != nil {
		return err
	}
	if err := w.seal(v.keys); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return explain("write journal", err)
	}
	v.root = w.root
	for _, r := range w.removed {
		v.catalogue.remove(r)
	}
	for _, r := range w.changed {
		v.catalogue.put(r)
		if r.kind == kindEntry {
			v.unindexed.add(r.id)
		}
	}
	return nil
}

// inPlace reports whether the file that is open is still the one in the folder: what is written to one that was taken away
// or replaced is gone with the last program that has it open. ErrLost; until it is back, all can be read, and backed up.
func (v *Vault) inPlace() error {
	info, err := os.Stat(filepath.Join(v.dir, dbFile))
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && v.file != nil && !os.SameFile(info, v.file):
		return lost()
	}
	return explain("look for journal", err)
}

// seal replaces the root. A root that is not the one in memory was changed beneath us.
func (w *writing) seal(k *keys) error {
	return w.replace(PartRoot, `UPDATE root SET seq = ?, ct = ? WHERE id = 1 AND seq = ?`,
		int64(w.root.seq), k.root.seal(rootID, w.root.seq, w.root.encode()), int64(w.v.root.seq))
}

// replace runs an UPDATE or a DELETE that must meet one row.
func (w *writing) replace(part Part, query string, args ...any) error {
	result, err := w.tx.Exec(query, args...)
	if err != nil {
		return explain("write journal", err)
	}
	if n, err := result.RowsAffected(); err != nil || n != 1 {
		return damaged(part, "changed while the journal was open")
	}
	return nil
}

// find gives a record as it stands within this write.
func (w *writing) find(r ref) *record {
	if changed := w.changed[r]; changed != nil {
		return changed
	}
	return w.v.catalogue.byRef[r]
}

// put writes a record: a new one, or in the place of the one with its ref. A nil body is none.
func (w *writing) put(h head, body []byte) (*record, error) {
	old := w.find(h.ref)
	r := &record{head: h, seq: w.root.seq}
	if old != nil {
		r.id = old.id
	} else {
		r.id = w.root.next
		w.root.next++
	}
	if body != nil {
		if len(body) > maxPayload {
			return nil, fmt.Errorf("write journal: %w", ErrTooLarge)
		}
		sealed := w.v.keys.body.seal(r.id, w.root.seq, body)
		r.hasBody, r.bodySeq, r.bodyTag = true, w.root.seq, tagOf(sealed)
		if err := w.putBody(r, old, sealed); err != nil {
			return nil, err
		}
	} else if old != nil && old.hasBody {
		return nil, errors.New("write journal: a body cannot be taken away") // no kind has one only at times
	}
	payload, err := r.head.encode()
	if err != nil {
		return nil, fmt.Errorf("write journal: %w", err)
	}
	sealed := w.v.keys.head.seal(r.id, w.root.seq, payload)
	r.tag = tagOf(sealed)
	if err := w.putHead(r, old, sealed); err != nil {
		return nil, err
	}
	w.changed[h.ref] = r
	return r, nil
}

// remove deletes a record that this write does not put as well.
func (w *writing) remove(r *record) error {
	if err := w.replace(PartHead, `DELETE FROM head WHERE id = ? AND seq = ?`, r.id, int64(r.seq)); err != nil {
		return err
	}
	w.root.heads--
	w.root.sum = w.root.sum.minus(w.v.keys.set.of(r.id, r.seq, r.tag))
	if r.hasBody {
		if err := w.replace(PartBody, `DELETE FROM body WHERE id = ? AND seq = ?`, r.id, int64(r.bodySeq)); err != nil {
			return err
		}
		w.root.bodies--
	}
	w.removed = append(w.removed, r)
	return nil
}

func (w *writing) putHead(r, old *record, sealed []byte) error {
	set := w.v.keys.set
	w.root.sum = w.root.sum.plus(set.of(r.id, r.seq, r.tag))
	if old != nil {
		w.root.sum = w.root.sum.minus(set.of(old.id, old.seq, old.tag))
		return w.replace(PartHead, `UPDATE head SET seq = ?, ct = ? WHERE id = ? AND seq = ?`,
			int64(r.seq), sealed, r.id, int64(old.seq))
	}
	w.root.heads++
	_, err := w.tx.Exec(`INSERT INTO head (id, seq, ct) VALUES (?, ?, ?)`, r.id, int64(r.seq), sealed)
	return explain("write journal", err)
}

func (w *writing) putBody(r, old *record, sealed []byte) error {
	if old != nil && old.hasBody {
		return w.replace(PartBody, `UPDATE body SET seq = ?, ct = ? WHERE id = ? AND seq = ?`,
			int64(r.bodySeq), sealed, r.id, int64(old.bodySeq))
	}
	w.root.bodies++
	_, err := w.tx.Exec(`INSERT INTO body (id, seq, ct) VALUES (?, ?, ?)`, r.id, int64(r.bodySeq), sealed)
	return explain("write journal", err)
}
