package journal

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
)

// A ledger is the facts of all that is in the journal and not removed, for whoever counts. It is never changed.
type ledger struct {
	chapters []*chapter // newest first, those without an entry too
	of       map[AccountID]*chapter
	facts    []*Fact // in no order
}

// A chapter is an account with its facts.
type chapter struct {
	Account
	facts      []*Fact // in no order
	first      *Fact   // the first that was written; nil without any
	began      time.Time
	conditions []Choice // that were told in it, each once, by name
	systems    []string // that it names, the most often named first
}

// ledger reads it, or takes the one of before if nothing was written since. What lies in the bin is left out.
func (j *Journal) ledger(ctx context.Context) (*ledger, error) {
	j.counting.Lock()
	defer j.counting.Unlock()
	written, err := j.store.Written()
	if err != nil {
		return nil, fmt.Errorf("read what entries are: %w", err)
	}
	if j.counted != nil && j.countedAt == written {
		return j.counted, nil
	}
	l, err := j.ledgerOf(ctx, func(Account) bool { return true })
	if err == nil {
		j.counted, j.countedAt = l, written
	}
	return l, err
}

// ledgerOf reads that of some accounts.
func (j *Journal) ledgerOf(ctx context.Context, which func(Account) bool) (*ledger, error) {
	accounts, facts, err := j.accountsAndFacts(ctx)
	if err != nil {
		return nil, err
	}
	return newLedger(slices.DeleteFunc(accounts, func(a Account) bool { return !which(a) }), facts), nil
}

// accountsAndFacts reads the accounts that are not in the bin, newest first, and the facts of all that can be read, of those
// in the bin too.
func (j *Journal) accountsAndFacts(ctx context.Context) ([]Account, []*Fact, error) {
	accounts, err := j.Accounts(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read accounts: %w", err)
	}
	facts, err := j.store.Facts(ctx)
	if unlessDamaged(err) != nil {
		return nil, nil, fmt.Errorf("read what entries are: %w", err)
	}
	return accounts, facts, nil
}

func newLedger(accounts []Account, facts []*Fact) *ledger {
	l := &ledger{of: make(map[AccountID]*chapter, len(accounts)), facts: make([]*Fact, 0, len(facts))}
	for _, a := range accounts {
		c := &chapter{Account: a}
		l.chapters, l.of[a.ID] = append(l.chapters, c), c
	}
	for _, f := range facts {
		c := l.of[f.Account]
		if f.Removed || c == nil {
			continue
		}
		l.facts, c.facts = append(l.facts, f), append(c.facts, f)
		if c.first == nil || cmp.Or(cmp.Compare(f.Position, c.first.Position), cmp.Compare(f.ID, c.first.ID)) < 0 {
			c.first = f
		}
	}
	zones := map[string]*time.Location{} // reading one from the disk takes long
	for _, c := range l.chapters {
		if zones[c.Zone] == nil {
			zones[c.Zone] = location(c.Zone)
		}
		c.count(zones[c.Zone])
	}
	return l
}

// count fills in what the facts say together. An account began at the earliest moment that its entries speak of, on the
// clock it was lived by, or else when it was started, at home.
func (c *chapter) count(home *time.Location) {
	var named map[string]int
	for _, f := range c.facts {
		if !f.At.IsZero() && (c.began.IsZero() || f.At.Before(c.began)) {
			c.began = f.At
		}
		for _, s := range f.Systems {
			if named == nil {
				named = map[string]int{}
			}
			if named[s]++; named[s] == 1 {
				c.systems = append(c.systems, s)
			}
		}
		if f.Kind != Condition {
			continue
		}
		for _, is := range f.Chosen[FieldCondition] {
			if is != NotSure && !slices.Contains(c.conditions, is) {
				c.conditions = append(c.conditions, is)
			}
		}
	}
	if c.began.IsZero() {
		c.began = c.Started.In(home)
	}
	slices.Sort(c.conditions)
	slices.SortFunc(c.systems, func(a, b string) int { return cmp.Or(cmp.Compare(named[b], named[a]), cmp.Compare(a, b)) })
}

// lines are the entries of the account for which ok holds, in the order of writing.
func (c *chapter) lines(ok func(*Fact) bool) []EntryID {
	var some []*Fact
	for _, f := range c.facts {
		if ok(f) {
			some = append(some, f)
		}
	}
	slices.SortFunc(some, func(a, b *Fact) int { return cmp.Or(cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID)) })
	out := make([]EntryID, len(some))
	for i, f := range some {
		out[i] = f.ID
	}
	return out
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

// origin is where something of this account is from; the account's first line is among what was read.
func (c *chapter) origin(read map[EntryID]Entry) Origin {
	o := Origin{Account: c.ID, Title: c.Title, Type: c.Type, At: c.began}
	if c.first != nil {
		o.Words = firstLine(read[c.first.ID].Text)
	}
	return o
}

// fewSystems is how many systems of an account stand for a lesson of it that names none.
const fewSystems = 3

// systemsAround are the systems that an entry names; where it names none, those of what led to it; else the most often
// named of its account. Never nil.
func (c *chapter) systemsAround(f *Fact, led []*Fact) []string {
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
	if len(out) == 0 {
		out = append(out, c.systems[:min(fewSystems, len(c.systems))]...)
	}
	return out
}
