package vault

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"sync"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

// A snapshot is the journal as it stood at one moment, to be read at leisure while others go on writing: a read
// transaction on a connection of its own, and the records of that moment. No lock of the vault is held between two reads,
// so that neither a write nor Close ever waits for more than one record; Close and a re-keying end it.
type snapshot struct {
	conn     *sql.Conn
	body     box
	id       ID
	epoch    uint32
	secrets  secrets // with copies of the inbox keys
	ledger   ledger
	next     int64 // number of the first record that is not in it
	accounts []*record
	entries  map[string][]*record // by account
	others   map[kind][]*record
	count    int // of entries

	mu    sync.Mutex
	ended bool
	gone  func() // takes it off the vault's list
}

// snapshot begins one. End it.
func (v *Vault) snapshot(ctx context.Context) (*snapshot, error) {
	if err := v.takeTurn(ctx); err != nil { // before mu: it may have to wait for a search
		return nil, err
	}
	defer v.endTurn()
	if v.closing.Load() {
		return nil, ErrClosed
	}
	if v.db.Stats().MaxOpenConnections == 1 {
		return nil, cmp.Or(v.frozen, ErrFull) // see openAlone: whoever saves needs that one
	}
	conn, err := v.db.Conn(ctx)
	if err != nil {
		return nil, explainRead("read journal", err)
	}
	v.mu.RLock()
	defer v.mu.RUnlock()
	s := &snapshot{conn: conn, entries: make(map[string][]*record), others: make(map[kind][]*record)}
	if err := s.begin(ctx, v); err != nil {
		conn.Close()
		return nil, err
	}
	v.snapshots.Store(s, true)
	s.gone = func() { v.snapshots.Delete(s) }
	return s, nil
}

// begin takes what the vault holds at this moment; the caller holds mu.
func (s *snapshot) begin(ctx context.Context, v *Vault) error {
	// A damaged journal is exported, not backed up: its backups would drive out the good ones.
	if err := v.usable(true); err != nil {
		return err
	}
	var err error
	if s.ledger, err = v.ledger(); err != nil {
		return err
	}
	// By hand, because the driver would begin a write. The moment is that of the first read.
	if _, err := s.conn.ExecContext(ctx, `BEGIN DEFERRED`); err != nil {
		return explainRead("read journal", err)
	}
	var seq int64
	err = s.conn.QueryRowContext(ctx, `SELECT seq FROM root WHERE id = 1`).Scan(&seq)
	if err == nil && uint64(seq) != v.root.seq {
		err = damaged(PartRoot, "changed while the journal was open")
	}
	if err != nil {
		s.conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
		return explainRead("read journal", err)
	}
	s.body, s.id, s.epoch, s.next = v.keys.body, v.keys.vault, v.keys.epoch, v.root.next
	s.secrets = v.secrets.clone()
	for _, r := range v.catalogue.byID {
		switch r.kind {
		case kindAccount:
			s.accounts = append(s.accounts, r)
		case kindEntry: // below
		default:
			s.others[r.kind] = append(s.others[r.kind], r)
		}
	}
	slices.SortFunc(s.accounts, func(a, b *record) int { return newestFirst(b, a) })
	for _, records := range s.others {
		slices.SortFunc(records, newestFirst)
	}
	for _, a := range s.accounts {
		s.entries[a.name] = v.catalogue.of(a.name)
		s.count += len(s.entries[a.name])
	}
	return nil
}

// end lets go of it. A read afterwards is ErrClosed.
func (s *snapshot) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return
	}
	s.ended = true
	s.conn.ExecContext(context.Background(), `ROLLBACK`)
	s.conn.Close()
	s.secrets.wipe()
	s.gone()
}

// endSnapshots ends every snapshot, after the record that it is reading.
func (v *Vault) endSnapshots() {
	v.snapshots.Range(func(s, _ any) bool {
		s.(*snapshot).end()
		return true
	})
}

// read opens one record's body.
func (s *snapshot) read(r *record) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return nil, ErrClosed
	}
	var seq int64
	var ct []byte
	err := s.conn.QueryRowContext(context.Background(), `SELECT seq, ct FROM body WHERE id = ?`, r.id).Scan(&seq, &ct)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, bodyDamage(r, errors.New("missing"))
	}
	if err != nil {
		return nil, explainRead("read journal", err)
	}
	return openBody(s.body, r, uint64(seq), ct)
}

// value reads a record that is nothing but JSON.
func (s *snapshot) value(r *record, v any) error {
	payload, err := s.read(r)
	if err != nil {
		return err
	}
	if _, err := decodeBody(payload, v); err != nil {
		return bodyDamage(r, err)
	}
	return nil
}

// fulls are the accounts with all that is theirs, the oldest first.
func (s *snapshot) fulls(ctx context.Context) iter.Seq2[archive.Full, error] {
	return func(yield func(archive.Full, error) bool) {
		tellings := make(map[string]*record)
		for _, r := range s.others[kindTelling] {
			tellings[r.name] = r
		}
		for _, a := range s.accounts {
			full, err := s.full(ctx, a, tellings[a.name])
			if !yield(full, err) || err != nil {
				return
			}
		}
	}
}

func (s *snapshot) full(ctx context.Context, a, telling *record) (archive.Full, error) {
	full := archive.Full{Account: *a.account}
	if telling != nil {
		full.Account.Telling = &journal.Telling{}
		if err := s.value(telling, full.Account.Telling); err != nil {
			return full, err
		}
	}
	for _, r := range s.entries[a.name] {
		if err := ctx.Err(); err != nil {
			return full, err
		}
		payload, err := s.read(r)
		if err != nil {
			return full, err
		}
		e, err := decodeEntry(payload)
		if err != nil {
			return full, bodyDamage(r, err)
		}
		full.Entries = append(full.Entries, e)
	}
	return full, nil
}

// remainder is all that is not an account, the vault's own part left out.
func (s *snapshot) remainder() (rest archive.Remainder, err error) {
	var errs [5]error
	rest.Reviews, errs[0] = every[journal.Review](s, kindReview)
	rest.Releases, errs[1] = every[journal.Release](s, kindRelease)
	rest.Copies, errs[2] = every[journal.Copy](s, kindCopy)
	rest.Cases, errs[3] = every[journal.Case](s, kindCase)
	rest.Comparisons, errs[4] = every[journal.Comparison](s, kindComparison)
	err = errors.Join(errs[:]...)
	for _, r := range s.others[kindHidden] {
		err = errors.Join(err, s.value(r, &rest.Hidden))
	}
	for _, r := range s.others[kindHistory] {
		err = errors.Join(err, s.value(r, &rest.History))
	}
	for _, r := range s.others[kindSettings] {
		settings := journal.DefaultSettings // what is newer than the record has its default
		err = errors.Join(err, s.value(r, &settings))
		rest.Settings = &settings
	}
	return rest, err
}

// every are the values of the records of a kind, the latest first.
func every[T any](s *snapshot, of kind) (values []T, err error) {
	for _, r := range s.others[of] {
		var value T
		err = errors.Join(err, s.value(r, &value))
		values = append(values, value)
	}
	return values, err
}
