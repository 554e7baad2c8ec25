package vault

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"firsthand/internal/journal"
)

// A Rest is what is left of one account.
type Rest struct {
	Account  journal.AccountID
	Started  time.Time
	Readable int  // lines that can be read, removed ones included; zero where the account itself is lost
	Missing  int  // lines that cannot
	Older    int  // readable lines that are of an earlier time than they should be, or as the first telling had them
	Nameless bool // the account's own record is lost: its title, state and zone
	Other    int  // its first telling, review and releases that cannot be read
}

// Whole reports whether nothing of the account is lost.
func (r Rest) Whole() bool { return r.Missing == 0 && r.Older == 0 && !r.Nameless && r.Other == 0 }

// retell reads the first tellings: they hold what lines said that cannot be read any more.
func (r *Remains) retell() {
	for _, told := range r.catalogue.all(kindTelling, func(*record) bool { return true }) {
		var t journal.Telling
		if payload, err := r.open(told.id); err != nil {
			continue
		} else if _, err := decodeBody(payload, &t); err != nil {
			continue
		}
		r.tellings[told.name] = t
		for _, e := range t.Entries {
			known := r.catalogue.byRef[ref{kindEntry, string(e.ID)}]
			if known == nil {
				h, err := entryHead(e)
				if err != nil {
					continue
				}
				r.catalogue.put(&record{head: h, id: r.madeUp()}) // nothing else is left of it
				r.unplaced = max(r.unplaced-1, 0)
			} else if _, there := r.bodies[known.id]; there {
				continue
			}
			r.retold[e.ID] = e
		}
	}
}

// madeUp is a number that no record has.
func (r *Remains) madeUp() int64 { return -1 - int64(len(r.catalogue.byID)) }

// nameAccounts makes up the accounts whose own record is lost.
func (r *Remains) nameAccounts() {
	for _, e := range r.catalogue.all(kindEntry, func(*record) bool { return true }) { // the newest first
		started := time.UnixMilli(e.when).UTC()
		at := ref{kindAccount, e.owner}
		switch a := r.catalogue.byRef[at]; {
		case a == nil:
			account := journal.Account{ID: journal.AccountID(e.owner), State: journal.Open, Zone: "UTC", Started: started}
			r.catalogue.put(&record{head: head{ref: at, when: e.when}, id: r.madeUp(), account: &account})
			r.unplaced = max(r.unplaced-1, 0)
		case a.id < 0:
			a.account.Started, a.when = started, e.when
		}
	}
}

// Rests say of every account, newest first, what of it is there and what is not.
func (r *Remains) Rests() []Rest {
	others := make(map[string]int)
	for id, record := range r.catalogue.byID {
		if _, there := r.bodies[id]; !there && record.hasBody && record.kind != kindEntry {
			others[record.owner]++
		}
	}
	var rests []Rest
	for _, a := range r.catalogue.all(kindAccount, func(*record) bool { return true }) {
		rest := Rest{Account: a.account.ID, Started: a.account.Started, Nameless: a.id < 0, Other: others[a.name]}
		for _, record := range r.catalogue.of(a.name) {
			body, there := r.bodies[record.id]
			_, retold := r.retold[journal.EntryID(record.name)]
			switch {
			case !there && !retold:
				rest.Missing++
				continue
			case retold || !body.is(record):
				rest.Older++
			}
			rest.Readable++
		}
		rests = append(rests, rest)
	}
	return rests
}

// Unplaced is how many records are lost of which nothing says what account they belonged to.
func (r *Remains) Unplaced() int { return r.unplaced }

// Account returns an account with its first telling, and those of its lines that can be read, in order of time.
// ErrNotFound where nothing is left of it.
func (r *Remains) Account(ctx context.Context, id journal.AccountID) (journal.Account, []journal.Entry, error) {
	a := r.catalogue.byRef[ref{kindAccount, string(id)}]
	if a == nil {
		return journal.Account{}, nil, journal.ErrNotFound
	}
	account := *a.account
	if t, ok := r.tellings[a.name]; ok {
		account.Telling = &t
	}
	var entries []journal.Entry
	for _, record := range r.catalogue.of(a.name) {
		if err := ctx.Err(); err != nil {
			return account, nil, err
		}
		e, retold := r.retold[journal.EntryID(record.name)]
		if _, there := r.bodies[record.id]; there {
			payload, err := r.open(record.id)
			if err == nil {
				e, err = decodeEntry(payload)
			}
			if err != nil {
				return account, nil, bodyDamage(record, err)
			}
		} else if !retold {
			continue
		}
		entries = append(entries, e)
	}
	journal.InOrder(entries)
	return account, entries, nil
}

// Waiting returns the lines that wait in the inbox and can be opened, by when they were written down, without those
// that the journal holds; stuck is how many files there could not be opened.
func (r *Remains) Waiting(dir string) (lines []journal.Line, stuck int, err error) {
	inbox := filepath.Join(dir, inboxDir)
	names, err := waitingFiles(inbox)
	if err != nil {
		return nil, 0, explain("read inbox", err)
	}
	for _, name := range names {
		line, err := r.line(filepath.Join(inbox, name), name)
		switch {
		case os.IsNotExist(err):
		case err != nil:
			stuck++
		case r.catalogue.byRef[ref{kindEntry, string(line.ID)}] == nil:
			lines = append(lines, line)
		}
	}
	slices.SortStableFunc(lines, func(a, b journal.Line) int { return a.Recorded.Compare(b.Recorded) })
	return lines, stuck, nil
}

func (r *Remains) line(path, name string) (line journal.Line, err error) {
	id, ok := parseLineID(name)
	if !ok {
		return line, errNotLine
	}
	sealed, err := readUpTo(path, maxLineFile+1)
	if err != nil {
		return line, err
	}
	return openLine(r.inbox, r.rings[0].vault, id, sealed)
}
