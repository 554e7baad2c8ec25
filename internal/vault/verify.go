package vault

import (
	"context"
)

// Verify reads every body and compares it with its head; Open has compared everything else.
// It fails with a DamageError that names what is wrong.
func (v *Vault) Verify(ctx context.Context) error {
	v.mu.RLock()
	defer v.mu.RUnlock()
	if err := v.usable(false); err != nil {
		return err
	}
	if len(v.damage) > 0 {
		return &DamageError{v.damage}
	}
	var errs []error
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

// Salvage opens what can still be read of a damaged journal, for reading only.
// Beside the vault it gives the DamageError, nil where nothing is damaged.
func Salvage(dir string, key Key) (*Vault, error) {
	v, err := openLocked(dir, key)
	if err != nil {
		return nil, err
	}
	if len(v.damage) > 0 {
		return v, &DamageError{v.damage}
	}
	return v, nil
}
