package vault

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// randomEntry is an entry with whatever can be said of one.
func randomEntry(r *rand.Rand, i int) journal.Entry {
	e := journal.Entry{ID: journal.EntryID(fmt.Sprint("e", i)), Account: "a", Text: []string{"restarted db-03", "quiet", "web-07 and db-03.internal"}[r.IntN(3)],
		Kind: append(journal.Kinds, "")[r.IntN(len(journal.Kinds)+1)], Share: []journal.Share{journal.Private, journal.Background, journal.Shared}[r.IntN(3)],
		Position: i, Revision: 1, Recorded: time.UnixMilli(1_700_000_000_000 + r.Int64N(1e11)).UTC()}
	if r.IntN(2) == 0 {
		e.Moment = journal.At(time.Unix(1_600_000_000+r.Int64N(1e8), 0).In(time.FixedZone("", 900*(r.IntN(104)-48))))
	}
	for range r.IntN(4) {
		q := journal.Questions[r.IntN(len(journal.Questions))]
		if e.Answers == nil {
			e.Answers = journal.Answers{}
		}
		a := journal.Answer{Words: []string{"", "about 20.5 h", "Payments, Sam; db-03"}[r.IntN(3)]}
		for _, c := range q.Offered() {
			if r.IntN(5) == 0 {
				a.Choices = append(a.Choices, c)
			}
		}
		e.Answers[q.Field] = a
	}
	for range r.IntN(3) {
		e.Links = append(e.Links, journal.Link{To: journal.EntryID(fmt.Sprint("e", r.IntN(100))), As: journal.Relations[r.IntN(len(journal.Relations))]})
	}
	if r.IntN(3) == 0 {
		e.Outcome = &journal.Outcome{Met: append(journal.Mets, "")[r.IntN(4)], Before: r.IntN(2) == 0}
	}
	if r.IntN(4) == 0 {
		e.Looked = &journal.Looked{Times: r.IntN(5), Never: r.IntN(2) == 0}
	}
	if r.IntN(5) == 0 {
		e.Removed = e.Recorded
	}
	return e
}

// sameFact compares what is said, whatever the location of a time is called.
func sameFact(a, b journal.Fact) bool {
	_, x := a.At.Zone()
	_, y := b.At.Zone()
	same := a.At.Equal(b.At) && x == y && a.Recorded.Equal(b.Recorded)
	a.At, b.At, a.Recorded, b.Recorded = time.Time{}, time.Time{}, time.Time{}, time.Time{}
	return same && reflect.DeepEqual(a, b)
}

// TestFactsAreThoseOfTheBodies: what the heads say at once is what the entries say when they are opened, after whatever
// was written, after opening again, and where a head says nothing.
func TestFactsAreThoseOfTheBodies(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	v := written(t, 0)
	entries := map[journal.EntryID]journal.Entry{}
	apply := func(es ...journal.Entry) {
		t.Helper()
		if err := v.Apply(context.Background(), journal.Change{Entries: es}); err != nil {
			t.Fatal(err)
		}
		for _, e := range es {
			entries[e.ID] = e
		}
	}
	check := func(when string) {
		t.Helper()
		facts, err := v.Facts(context.Background())
		if err != nil || len(facts) != len(entries) {
			t.Fatalf("%s: %d facts of %d entries, %v", when, len(facts), len(entries), err)
		}
		for _, f := range facts {
			if want := journal.FactOf(entries[f.ID]); !sameFact(*f, want) {
				t.Fatalf("%s:\n%+v\nwant\n%+v", when, *f, want)
			}
		}
	}
	for i := range 600 {
		apply(randomEntry(r, i))
	}
	check("written")
	for range 100 {
		e := randomEntry(r, r.IntN(600))
		e.Revision = entries[e.ID].Revision + 1
		apply(e)
	}
	check("written again")
	if err := v.Rekey("one elk"); err != nil {
		t.Fatal(err)
	}
	check("with new keys")
	v.mu.Lock()
	for _, rec := range v.catalogue.byID {
		rec.fact.Store(nil)
		if rec.kind == kindEntry && r.IntN(2) == 0 {
			rec.extra = [][]byte{nil, {}, {99}, {journal.FactVersion, 'k', 200}}[r.IntN(4)]
		}
	}
	v.mu.Unlock()
	check("where heads say nothing")
}

// TestAHeadStaysSmall: what can be counted of a plain line costs no size class.
func TestAHeadStaysSmall(t *testing.T) {
	id := "0123456789abcdefghjkmnpqrs"
	e := journal.Entry{ID: journal.EntryID(id), Account: journal.AccountID(id), Text: "restarted db-03", Kind: journal.Understanding, Share: journal.Private, Revision: 1,
		Moment: journal.At(time.Unix(1_700_000_000, 0))}
	h, err := entryHead(e)
	if err != nil {
		t.Fatal(err)
	}
	b, err := h.encode()
	if err != nil || padded(len(b)) != padded(0) {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

func FuzzFact(f *testing.F) {
	f.Add(encodeFact(journal.FactOf(randomEntry(rand.New(rand.NewPCG(3, 3)), 1))))
	f.Fuzz(func(t *testing.T, b []byte) {
		fact, ok := decodeFact(&record{head: head{extra: b}})
		if !ok {
			return
		}
		again, ok := decodeFact(&record{head: head{extra: encodeFact(*fact)}})
		if !ok || !sameFact(*fact, *again) {
			t.Errorf("%+v\n%+v", fact, again)
		}
	})
}

func TestLatestIsInOrder(t *testing.T) {
	v := written(t, 40)
	ids, err := v.latest(func(f *journal.Fact) bool { return f.Position%2 == 0 }, 5)
	if err != nil || len(ids) != 5 {
		t.Fatal(ids, err)
	}
	records := v.newest(slices.Clone(ids), 5)
	for i, r := range records {
		if r.id != ids[i] || r.position != uint32(38-2*i) {
			t.Errorf("place %d: number %d at position %d", i, r.id, r.position)
		}
	}
}
