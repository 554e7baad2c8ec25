package vault

import (
	"cmp"
	"maps"
	"slices"
	"sync/atomic"

	"firsthand/internal/journal"
)

// A record is one row of head, opened.
type record struct {
	head
	id      int64
	seq     uint64 // of the head's row
	tag     tag    // of the head's row
	account *journal.Account
	fact    atomic.Pointer[journal.Fact] // of an entry, once somebody asked for it
}

// A catalogue is every head of the journal, in memory while it is open: listing and finding ask it, not the disk.
// Records in it are never changed, only replaced, so that a reader may keep one.
type catalogue struct {
	byID  map[int64]*record
	byRef map[ref]*record
	owned [3]map[string][]*record // entries, releases and case files by what they belong to, in no order
}

// The kinds of which there can be many, and of which those of one owner are asked for.
const (
	ownEntries = iota
	ownReleases
	ownCases
)

func newCatalogue(size int) *catalogue {
	return &catalogue{
		byID:  make(map[int64]*record, size),
		byRef: make(map[ref]*record, size),
		owned: [3]map[string][]*record{{}, {}, {}},
	}
}

// put adds r, or puts it in the place of the record with its number.
func (c *catalogue) put(r *record) {
	if old := c.byID[r.id]; old != nil {
		delete(c.byRef, old.ref)
		c.leave(old)
	}
	c.byID[r.id] = r
	c.byRef[r.ref] = r
	if m := c.siblings(r.kind); m != nil {
		m[r.owner] = append(m[r.owner], r)
	}
}

// siblings are the records of a kind by what they belong to; nil of a kind of which there are few.
func (c *catalogue) siblings(k kind) map[string][]*record {
	switch k {
	case kindEntry:
		return c.owned[ownEntries]
	case kindRelease:
		return c.owned[ownReleases]
	case kindCase:
		return c.owned[ownCases]
	}
	return nil
}

// leave takes a record from those of its owner.
func (c *catalogue) leave(r *record) {
	m := c.siblings(r.kind)
	if m == nil {
		return
	}
	siblings := m[r.owner]
	if i := slices.Index(siblings, r); i >= 0 {
		last := len(siblings) - 1
		siblings[i], siblings[last] = siblings[last], nil
		siblings = siblings[:last]
	}
	if m[r.owner] = siblings; len(siblings) == 0 {
		delete(m, r.owner)
	}
}

// remove takes a record out.
func (c *catalogue) remove(r *record) {
	delete(c.byID, r.id)
	delete(c.byRef, r.ref)
	c.leave(r)
}

// account gives every record of an account, ascending by number, and says which are its entries.
func (c *catalogue) account(id journal.AccountID) (records []*record, entries map[journal.EntryID]bool) {
	entries = make(map[journal.EntryID]bool)
	for _, r := range c.byID {
		switch {
		case r.owner == string(id):
			if r.kind == kindEntry {
				entries[journal.EntryID(r.name)] = true
			}
		case r.ref != ref{kindAccount, string(id)}:
			continue
		}
		records = append(records, r)
	}
	slices.SortFunc(records, func(a, b *record) int { return cmp.Compare(a.id, b.id) })
	return records, entries
}

// of gives the account's entries by position; entries with one position in the order they were first written.
func (c *catalogue) of(account string) []*record {
	records := slices.Clone(c.owned[ownEntries][account])
	slices.SortFunc(records, func(a, b *record) int {
		return cmp.Or(cmp.Compare(a.position, b.position), cmp.Compare(a.id, b.id))
	})
	return records
}

// entryIDs gives the numbers of the entries that are not removed, ascending.
func (c *catalogue) entryIDs() []int64 {
	ids := make([]int64, 0, len(c.byID))
	for id, r := range c.byID {
		if r.kind == kindEntry && !r.removed {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// left gives the releases of an account or a case file, newest first.
func (c *catalogue) left(owner string) []*record {
	records := slices.Clone(c.owned[ownReleases][owner])
	slices.SortFunc(records, newestFirst)
	return records
}

// caseFiles gives every case file, newest first.
func (c *catalogue) caseFiles() []*record {
	records := slices.Concat(slices.Collect(maps.Values(c.owned[ownCases]))...)
	slices.SortFunc(records, newestFirst)
	return records
}

// all gives the records of a kind for which ok holds, newest first by when.
func (c *catalogue) all(k kind, ok func(*record) bool) []*record {
	var records []*record
	for _, r := range c.byID {
		if r.kind == k && ok(r) {
			records = append(records, r)
		}
	}
	slices.SortFunc(records, newestFirst)
	return records
}

func newestFirst(a, b *record) int {
	return cmp.Or(cmp.Compare(b.when, a.when), cmp.Compare(b.position, a.position), cmp.Compare(b.id, a.id))
}
