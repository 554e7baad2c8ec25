package journal

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Closing is the last page of an account that has been told: what happened, how this specific thing can be prevented,
// and what would help against similar things. Every part may stay empty.
type Closing struct {
	Happened string `json:"happened,omitempty"`
	Specific string `json:"specific,omitempty"`
	Similar  string `json:"similar,omitempty"`
	// Share says that it leaves with the releases of the account. Like a line, it stays until the person says so.
	Share bool `json:"share,omitempty"`
}

// texts are the three parts in their order; empty ones where there is no page.
func (c *Closing) texts() [3]string {
	if c == nil {
		return [3]string{}
	}
	return [3]string{c.Happened, c.Specific, c.Similar}
}

// ErrNotTold means that the account has no first telling yet: first what happened, then what to make of it.
var ErrNotTold = errors.New("account has not been told")

// SetClosing keeps the closing page of an account that has been told; whether it leaves stays as it was. An empty page
// takes it away.
// The error is ErrNotTold, ErrTooLong, ErrNotText or ErrNotFound.
func (j *Journal) SetClosing(ctx context.Context, id AccountID, c Closing) (Account, error) {
	for _, text := range []*string{&c.Happened, &c.Specific, &c.Similar} {
		*text = strings.TrimSpace(*text)
		if err := CheckText(*text); err != nil && !errors.Is(err, ErrEmpty) {
			return Account{}, err
		}
	}
	return j.describe(ctx, id, func(a *Account) error {
		if a.Telling == nil {
			return ErrNotTold
		}
		c.Share = a.Closing != nil && a.Closing.Share
		if a.Closing = &c; c.texts() == [3]string{} {
			a.Closing = nil
		}
		return nil
	})
}

// ErrNoClosing means that the account has no last page.
var ErrNoClosing = fmt.Errorf("last page: %w", ErrNotFound)

// Keep says that an account is over: nothing more is asked about it. A line that comes later is still taken.
func (j *Journal) Keep(ctx context.Context, id AccountID) (Account, error) {
	return j.describe(ctx, id, func(a *Account) error {
		a.State = Kept
		return nil
	})
}

// About is what its author says of an account as a whole.
type About struct {
	Title    string
	Codename string
	Type     Type
	Roles    string
	OnCall   Choice // "yes", "no", NotSure, or empty
}

// OnCalls are the answers to whether one was on call.
var OnCalls = []Choice{"yes", "no", NotSure}

// Types are the types of an account.
var Types = []Type{Incident, NearMiss, Surprise, Drill}

// Describe keeps what is said of an account as a whole. The error is ErrNoChoice, ErrTooLong, ErrNotText or ErrNotFound.
func (j *Journal) Describe(ctx context.Context, id AccountID, about About) (Account, error) {
	if about.Type != "" && !slices.Contains(Types, about.Type) || about.OnCall != "" && !slices.Contains(OnCalls, about.OnCall) {
		return Account{}, ErrNoChoice
	}
	for _, text := range []*string{&about.Title, &about.Codename, &about.Roles} {
		*text = strings.Join(strings.Fields(*text), " ")
		if err := CheckText(*text); err != nil && !errors.Is(err, ErrEmpty) {
			return Account{}, err
		}
	}
	return j.describe(ctx, id, func(a *Account) error {
		a.Title, a.Codename, a.Type, a.Roles, a.OnCall = about.Title, about.Codename, about.Type, about.Roles, about.OnCall
		return nil
	})
}

// maxPivots is how many turning points a recall deepens at most: with more of them nothing stands out.
const maxPivots = 5

// ErrPivots means that an account has as many turning points as it may.
var ErrPivots = errors.New("too many turning points")

// Pivot makes an entry a turning point of its account, or no longer one. The error is ErrPivots or ErrNotFound.
func (j *Journal) Pivot(ctx context.Context, id EntryID, is bool) (Account, error) {
	e, err := j.store.Entry(ctx, id)
	if err != nil {
		return Account{}, fmt.Errorf("read entry: %w", err)
	}
	return j.describe(ctx, e.Account, func(a *Account) error {
		a.Pivots = slices.DeleteFunc(slices.Clone(a.Pivots), func(p EntryID) bool { return p == id })
		if !is {
			return nil
		}
		if len(a.Pivots) >= maxPivots {
			return ErrPivots
		}
		a.Pivots = append(a.Pivots, id)
		return nil
	})
}

// describe changes what an account says of itself, and returns it with its telling.
func (j *Journal) describe(ctx context.Context, id AccountID, change func(*Account) error) (Account, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	a, err := j.store.Account(ctx, id)
	if unlessDamaged(err) != nil || a.ID == "" {
		return Account{}, fmt.Errorf("read account: %w", err)
	}
	if err := change(&a); err != nil {
		return Account{}, err
	}
	told := a
	told.Telling = nil // it is written once, and may be what cannot be read
	if err := j.store.Apply(ctx, Change{Accounts: []Account{told}}); err != nil {
		return Account{}, fmt.Errorf("keep account: %w", err)
	}
	return a, nil
}
