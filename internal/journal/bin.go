package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"
)

// BinFor is how long an account lies in the bin before it is erased.
const BinFor = 30 * 24 * time.Hour

func (a Account) inBin() bool { return !a.Binned.IsZero() }

// ErasedOn is when an account that lies in the bin is erased; zero for another one.
func (a Account) ErasedOn() time.Time {
	if !a.inBin() {
		return time.Time{}
	}
	return a.Binned.Add(BinFor)
}

// Bin puts an account into the bin: it is listed and found no more, no new line joins it, and it is erased after BinFor.
func (j *Journal) Bin(ctx context.Context, id AccountID) (Account, error) {
	return j.bin(ctx, id, func(a *Account) {
		if !a.inBin() {
			a.Binned = j.now().UTC()
		}
	})
}

// TakeBack takes an account out of the bin, as it was.
func (j *Journal) TakeBack(ctx context.Context, id AccountID) (Account, error) {
	return j.bin(ctx, id, func(a *Account) { a.Binned = time.Time{} })
}

func (j *Journal) bin(ctx context.Context, id AccountID, change func(*Account)) (Account, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	a, err := j.store.Account(ctx, id)
	if unlessDamaged(err) != nil || a.ID == "" {
		return Account{}, fmt.Errorf("read account: %w", err)
	}
	change(&a)
	a.Telling = nil // it stays as it is, and may be what cannot be read
	if err := j.store.Apply(ctx, Change{Accounts: []Account{a}}); err != nil {
		return Account{}, fmt.Errorf("keep account: %w", err)
	}
	return a, nil
}

// Binned returns the accounts in the bin, those that are erased first before the others.
func (j *Journal) Binned(ctx context.Context) ([]Account, error) {
	all, err := j.store.Accounts(ctx)
	binned := slices.DeleteFunc(all, func(a Account) bool { return !a.inBin() })
	slices.SortStableFunc(binned, func(a, b Account) int { return a.Binned.Compare(b.Binned) })
	return binned, err
}

// EraseDue erases what has lain in the bin for long enough, and returns how many accounts that were.
func (j *Journal) EraseDue(ctx context.Context) (erased int, err error) {
	binned, err := j.Binned(ctx)
	if err != nil {
		return 0, err
	}
	for _, a := range binned {
		if j.now().Before(a.ErasedOn()) {
			continue
		}
		if err := j.Erase(ctx, a.ID); err != nil && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrTraces) {
			return erased, err
		}
		erased++
	}
	return erased, nil
}
