package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// A ledger is the facts of all that is in the journal and not removed, for whoever counts.
type ledger struct {
	accounts   []Account // newest first
	account    map[AccountID]Account
	facts      []*Fact // in no order
	byID       map[EntryID]*Fact
	of         map[AccountID][]*Fact // in no order
	firsts     map[AccountID]*Fact   // of each account with entries, the first that was written
	conditions map[AccountID][]Choice
	systems    map[AccountID][]string // the most often named first
}

// ledger reads it. What lies in the bin is left out.
func (j *Journal) ledger(ctx context.Context) (*ledger, error) {
	return j.ledgerOf(ctx, func(Account) bool { return true })
}

// ledgerOf reads that of some accounts.
func (j *Journal) ledgerOf(ctx context.Context, which func(Account) bool) (*ledger, error) {
	accounts, err := j.Accounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("read accounts: %w", err)
	}
	facts, err := j.store.Facts(ctx)
	if unlessDamaged(err) != nil {
		return nil, fmt.Errorf("read what entries are: %w", err)
	}
	return newLedger(slices.DeleteFunc(accounts, func(a Account) bool { return !which(a) }), facts), nil
}

func newLedger(accounts []Account, facts []*Fact) *ledger {
	l := &ledger{accounts: accounts, account: make(map[AccountID]Account, len(accounts)), byID: make(map[EntryID]*Fact, len(facts)), of: make(map[AccountID][]*Fact, len(accounts)),
		firsts: make(map[AccountID]*Fact, len(accounts)), conditions: map[AccountID][]Choice{}, systems: map[AccountID][]string{}}
	for _, a := range accounts {
		l.account[a.ID] = a
	}
	l.facts = make([]*Fact, 0, len(facts))
	for _, f := range facts {
		if _, listed := l.account[f.Account]; f.Removed || !listed {
			continue
		}
		l.facts = append(l.facts, f)
		l.byID[f.ID] = f
		l.of[f.Account] = append(l.of[f.Account], f)
		if first := l.firsts[f.Account]; first == nil || cmp.Or(cmp.Compare(f.Position, first.Position), cmp.Compare(f.ID, first.ID)) < 0 {
			l.firsts[f.Account] = f
		}
	}
	for id, fs := range l.of {
		named := map[string]int{}
		for _, f := range fs {
			for _, c := range f.Chosen[FieldCondition] {
				if f.Kind == Condition && c != NotSure && !slices.Contains(l.conditions[id], c) {
					l.conditions[id] = append(l.conditions[id], c)
				}
			}
			for _, s := range f.Systems {
				if named[s]++; named[s] == 1 {
					l.systems[id] = append(l.systems[id], s)
				}
			}
		}
		slices.Sort(l.conditions[id])
		slices.SortFunc(l.systems[id], func(a, b string) int { return cmp.Or(cmp.Compare(named[b], named[a]), cmp.Compare(a, b)) })
	}
	return l
}

// some are the facts for which ok holds, in the order of recording.
func (l *ledger) some(ok func(*Fact) bool) (out []*Fact) {
	for _, f := range l.facts {
		if ok(f) {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, recordedFirst)
	return out
}

// began is when an account began, on the clock it was lived by: at the earliest moment that its entries speak of, or else
// when it was started, at home.
func (l *ledger) began(a Account) (at time.Time) {
	for _, f := range l.of[a.ID] {
		if !f.At.IsZero() && (at.IsZero() || f.At.Before(at)) {
			at = f.At
		}
	}
	if at.IsZero() {
		at = a.Started.In(location(a.Zone))
	}
	return at
}

// origin is the account of that id, of which the first line is among what was read.
func (l *ledger) origin(id AccountID, read map[EntryID]Entry) Origin {
	o := Origin{Account: id}
	if first := l.firsts[id]; first != nil {
		o.Words = firstLine(read[first.ID].Text)
	}
	if a, ok := l.account[id]; ok {
		o.Title, o.Type, o.At = a.Title, a.Type, l.began(a)
	}
	return o
}

// fewSystems is how many systems of an account stand for a lesson of it that names none.
const fewSystems = 3

// systemsAround are the systems that an entry names; where it names none, those of what led to it; else the most often
// named of its account. Never nil.
func (l *ledger) systemsAround(f *Fact, led []*Fact) []string {
	if len(f.Systems) > 0 {
		return f.Systems
	}
	out := []string{}
	for _, from := range led {
		for _, s := range from.Systems {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	if all := l.systems[f.Account]; len(out) == 0 {
		out = append(out, all[:min(fewSystems, len(all))]...)
	}
	return out
}
