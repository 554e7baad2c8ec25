package vault

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Accounts returns every account, newest first, without their tellings.
func (v *Vault) Accounts(ctx context.Context) ([]journal.Account, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	records := v.catalogue.all(kindAccount, func(*record) bool { return true })
	accounts := make([]journal.Account, len(records))
	for i, r := range records {
		accounts[i] = *r.account
		accounts[i].ToldAt = v.toldAt(accounts[i].ID)
	}
	return accounts, nil
}

// Account returns one account with its telling, or ErrNotFound.
func (v *Vault) Account(ctx context.Context, id journal.AccountID) (journal.Account, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return journal.Account{}, err
	}
	r := v.catalogue.byRef[ref{kindAccount, string(id)}]
	if r == nil {
		return journal.Account{}, journal.ErrNotFound
	}
	account := *r.account
	var telling journal.Telling
	found, err := v.one(ref{kindTelling, string(id)}, &telling)
	if found {
		account.Telling = &telling
	}
	account.ToldAt = v.toldAt(id)
	return account, err
}

// toldAt is when the first telling of an account was kept; zero where there is none. The caller holds mu.
func (v *Vault) toldAt(id journal.AccountID) (at time.Time) {
	if r := v.catalogue.byRef[ref{kindTelling, string(id)}]; r != nil {
		at = time.UnixMilli(r.when).UTC()
	}
	return at
}

// Entries returns every entry of the account, removed ones too, by position; ErrNotFound where there is no such account.
// Where some cannot be read it returns the others beside the DamageError.
func (v *Vault) Entries(ctx context.Context, id journal.AccountID) ([]journal.Entry, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	records := v.catalogue.of(string(id))
	if len(records) == 0 && v.catalogue.byRef[ref{kindAccount, string(id)}] == nil {
		return nil, journal.ErrNotFound
	}
	entries := make([]journal.Entry, 0, len(records))
	var damage []Damage
	for _, r := range records {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		entry, err := v.entry(r)
		var broken *DamageError
		switch {
		case errors.As(err, &broken):
			damage = append(damage, broken.Damage...)
		case err != nil:
			return nil, err
		default:
			entries = append(entries, entry)
		}
	}
	if damage != nil {
		return entries, &DamageError{damage}
	}
	return entries, nil
}

// Entry returns one entry, or ErrNotFound.
func (v *Vault) Entry(ctx context.Context, id journal.EntryID) (journal.Entry, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return journal.Entry{}, err
	}
	r := v.catalogue.byRef[ref{kindEntry, string(id)}]
	if r == nil {
		return journal.Entry{}, journal.ErrNotFound
	}
	return v.entry(r)
}

// Hidden returns what the person ever decided to hide, and the names they listed.
func (v *Vault) Hidden(ctx context.Context) (hidden []redact.Known, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	_, err = v.one(ref{kindHidden, ""}, &hidden)
	return hidden, err
}

// Review returns the decisions taken for one account; the zero Review where there are none.
func (v *Vault) Review(ctx context.Context, id journal.AccountID) (review journal.Review, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return journal.Review{}, err
	}
	_, err = v.one(ref{kindReview, string(id)}, &review)
	return review, err
}

// Releases returns the account's releases, newest first.
func (v *Vault) Releases(ctx context.Context, id journal.AccountID) ([]journal.Release, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	records := v.catalogue.left(string(id))
	releases := make([]journal.Release, len(records))
	for i, r := range records {
		if _, err := v.one(r.ref, &releases[i]); err != nil {
			return nil, err
		}
	}
	return releases, nil
}

// Copy returns what left in a release, or journal.ErrNotFound.
func (v *Vault) Copy(ctx context.Context, id journal.ReleaseID) (journal.Copy, error) {
	return named[journal.Copy](v, ref{kindCopy, string(id)})
}

// Cases returns every case file, the one begun last first.
func (v *Vault) Cases(ctx context.Context) ([]journal.Case, error) {
	return all[journal.Case](v, kindCase)
}

// Comparisons returns every comparison, the one begun last first.
func (v *Vault) Comparisons(ctx context.Context) ([]journal.Comparison, error) {
	return all[journal.Comparison](v, kindComparison)
}

// Comparison returns one, or journal.ErrNotFound.
func (v *Vault) Comparison(ctx context.Context, id journal.ComparisonID) (journal.Comparison, error) {
	return named[journal.Comparison](v, ref{kindComparison, string(id)})
}

// Case returns one case file, or journal.ErrNotFound.
func (v *Vault) Case(ctx context.Context, id journal.AccountID) (journal.Case, error) {
	return named[journal.Case](v, ref{kindCase, string(id)})
}

// Settings returns what the person set, over the defaults: a setting that is newer than the record has its default.
func (v *Vault) Settings(ctx context.Context) (journal.Settings, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	s := journal.DefaultSettings
	if err := v.usable(false); err != nil {
		return s, err
	}
	_, err := v.one(ref{kindSettings, ""}, &s)
	return s, err
}

// History returns what can be taken back; the zero History where there is nothing.
func (v *Vault) History(ctx context.Context) (h journal.History, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return journal.History{}, err
	}
	_, err = v.one(ref{kindHistory, ""}, &h)
	return h, err
}

// all are the bodies of the records of a kind, the latest first.
func all[T any](v *Vault, of kind) ([]T, error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return nil, err
	}
	records := v.catalogue.all(of, func(*record) bool { return true })
	out := make([]T, len(records))
	for i, r := range records {
		if _, err := v.one(r.ref, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// named is the body of one record, or journal.ErrNotFound.
func named[T any](v *Vault, at ref) (value T, err error) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return value, err
	}
	found, err := v.one(at, &value)
	if err == nil && !found {
		err = journal.ErrNotFound
	}
	return value, err
}

// one reads the record of which there is at most one. The caller holds mu.
func (v *Vault) one(at ref, value any) (found bool, err error) {
	r := v.catalogue.byRef[at]
	if r == nil {
		return false, nil
	}
	payload, err := v.readBody(v.db, r)
	if err != nil {
		return false, err
	}
	if _, err := decodeBody(payload, value); err != nil {
		return false, bodyDamage(r, err)
	}
	return true, nil
}

func (v *Vault) entry(r *record) (journal.Entry, error) {
	payload, err := v.readBody(v.db, r)
	if err != nil {
		return journal.Entry{}, err
	}
	entry, err := decodeEntry(payload)
	if err != nil {
		return journal.Entry{}, bodyDamage(r, err)
	}
	return entry, nil
}

// readBody opens a record's body, and refuses one that is not the one its head speaks of. The caller holds mu.
func (v *Vault) readBody(from interface {
	QueryRow(string, ...any) *sql.Row
}, r *record) ([]byte, error) {
	var seq int64
	var ct []byte
	err := from.QueryRow(`SELECT seq, ct FROM body WHERE id = ?`, r.id).Scan(&seq, &ct)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, bodyDamage(r, errors.New("missing"))
	}
	if err != nil {
		return nil, explainRead("read journal", err)
	}
	return openBody(v.keys.body, r, uint64(seq), ct)
}

// openBody checks a row of body against its head, and opens it.
func openBody(box box, r *record, seq uint64, ct []byte) ([]byte, error) {
	payload, err := box.open(r.id, seq, ct)
	if err != nil {
		return nil, bodyDamage(r, err)
	}
	if seq != r.bodySeq || tagOf(ct) != r.bodyTag {
		return nil, bodyDamage(r, errors.New("of another time than its head"))
	}
	return payload, nil
}

func bodyDamage(r *record, why error) error {
	if errors.Is(why, ErrNewer) {
		return why
	}
	return &DamageError{[]Damage{{Part: PartBody, Record: r.id, Name: r.name, Why: why.Error()}}}
}
