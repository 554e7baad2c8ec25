package vault

import (
	"context"
)

// Verify reads everything: it compares the tables with each other as Open does, and reads every body, and the pages that
// nothing else looks at. It fails with a DamageError that names all that is wrong.
func (v *Vault) Verify(ctx context.Context) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return err
	}
	errs := []error{v.verifyPages(ctx)}
	if len(v.damage) > 0 {
		errs = append(errs, &DamageError{v.damage})
	}
	for _, id := range sortedIDs(v.catalogue) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r := v.catalogue.byID[id]; r.hasBody {
			_, err := v.readBody(v.db, r)
			errs = append(errs, err)
		}
	}
	return joinDamage(errs)
}

func (v *Vault) verifyPages(ctx context.Context) error {
	var found string
	if err := v.db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&found); err != nil {
		return explainRead("read journal", err)
	}
	if found != "ok" {
		return damaged(PartFile, "its pages do not fit together") // what SQLite says could quote a value
	}
	return nil
}

// Rests say of every account, newest first, how much of it can be read where this is wrong with the open journal.
func (v *Vault) Rests(damage []Damage) []Rest {
	v.mu.RLock()
	defer v.mu.RUnlock()
	broken := make(map[int64]bool)
	for _, d := range damage {
		broken[d.Record] = broken[d.Record] || d.Part == PartBody
	}
	others := make(map[string]int)
	for id, r := range v.catalogue.byID {
		if broken[id] && r.kind != kindEntry {
			others[r.owner]++
		}
	}
	var rests []Rest
	for _, a := range v.catalogue.all(kindAccount, func(*record) bool { return true }) {
		rest := Rest{Account: a.account.ID, Started: a.account.Started, Other: others[a.name]}
		for _, r := range v.catalogue.owned[ownEntries][a.name] {
			if broken[r.id] {
				rest.Missing++
			} else {
				rest.Readable++
			}
		}
		rests = append(rests, rest)
	}
	return rests
}
