package vault

import (
	"context"
	"fmt"

	"firsthand/internal/journal"
)

// Apply makes all of the change durable in one transaction, or nothing of it.
//
// An entry that is stored must be given with the next revision; a new one may come with any, as imports do.
// An entry belongs to an account of the journal or of the change, else ErrNotFound.
// A first telling is kept for ever: an account without one leaves it, an account with another one is ErrRetold.
func (v *Vault) Apply(ctx context.Context, change journal.Change) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if empty(change) {
		return v.usable(true)
	}
	return v.write(ctx, func(w *writing) error {
		for _, a := range change.Accounts {
			if err := w.account(a); err != nil {
				return err
			}
		}
		for _, e := range change.Entries {
			if err := w.entry(e); err != nil {
				return err
			}
		}
		if change.Hidden != nil {
			if err := w.other(head{ref: ref{kindHidden, ""}}, *change.Hidden); err != nil {
				return err
			}
		}
		for _, r := range change.Reviews {
			h := head{ref: ref{kindReview, string(r.Account)}, owner: string(r.Account)}
			if err := w.other(h, r); err != nil {
				return err
			}
		}
		for _, r := range change.Releases {
			h := head{ref: ref{kindRelease, string(r.ID)}, owner: string(r.Account), when: r.At.UnixMilli()}
			if err := w.other(h, r); err != nil {
				return err
			}
		}
		for _, c := range change.Copies {
			if err := w.other(head{ref: ref{kindCopy, string(c.Release)}, owner: string(c.Account)}, c); err != nil {
				return err
			}
		}
		for _, c := range change.Cases {
			if err := w.other(head{ref: ref{kindCase, string(c.ID)}, owner: string(c.ID), when: c.Begun.UnixMilli()}, c); err != nil {
				return err
			}
		}
		for _, c := range change.Comparisons {
			if err := w.other(head{ref: ref{kindComparison, string(c.ID)}, owner: string(c.ID), when: c.Begun.UnixMilli()}, c); err != nil {
				return err
			}
		}
		if change.Settings != nil {
			if err := w.other(head{ref: ref{kindSettings, ""}}, *change.Settings); err != nil {
				return err
			}
		}
		if change.History != nil {
			return w.other(head{ref: ref{kindHistory, ""}}, *change.History)
		}
		return nil
	})
}

func empty(c journal.Change) bool {
	return len(c.Accounts)+len(c.Entries)+len(c.Reviews)+len(c.Releases)+len(c.Copies)+len(c.Cases)+len(c.Comparisons) == 0 &&
		c.Hidden == nil && c.Settings == nil && c.History == nil
}

func (w *writing) account(a journal.Account) error {
	h, err := accountHead(a)
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	r, err := w.put(h, nil)
	if err != nil {
		return err
	}
	// The catalogue holds what a reader would find: its own copy, without the telling.
	kept, err := decodeAccount(r.head)
	if err != nil {
		return err
	}
	r.account, r.extra = &kept, nil
	if a.Telling == nil {
		return nil
	}
	at := ref{kindTelling, string(a.ID)}
	if old := w.find(at); old != nil {
		stored, err := w.telling(old)
		if err == nil && !sameTelling(stored, *a.Telling) {
			err = fmt.Errorf("write journal: %w", ErrRetold)
		}
		return err
	}
	return w.other(head{ref: at, owner: string(a.ID), when: a.Telling.At.UnixMilli()}, a.Telling)
}

// telling reads a stored telling within the transaction.
func (w *writing) telling(r *record) (t journal.Telling, err error) {
	payload, err := w.v.readBody(w.tx, r)
	if err != nil {
		return t, err
	}
	if _, err := decodeBody(payload, &t); err != nil {
		return t, bodyDamage(r, err)
	}
	return t, nil
}

func (w *writing) entry(e journal.Entry) error {
	h, err := entryHead(e)
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	if w.find(ref{kindAccount, h.owner}) == nil {
		return fmt.Errorf("write journal: account of the entry: %w", journal.ErrNotFound)
	}
	if old := w.find(h.ref); old != nil && old.revision+1 != h.revision {
		return journal.ErrStale
	}
	body, err := encodeEntry(e)
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	_, err = w.put(h, body)
	return err
}

// other writes a record that is nothing but JSON.
func (w *writing) other(h head, value any) error {
	if h.name == "" && h.kind != kindHidden && h.kind != kindSettings && h.kind != kindHistory && h.kind != kindBackups {
		return fmt.Errorf("write journal: record without an id")
	}
	body, err := encodeBody("", value)
	if err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	_, err = w.put(h, body)
	return err
}
