package vault_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

// pieces are what the texts and queries of these tests are made of: many scripts, and what means something to SQL or FTS5.
var pieces = []string{
	"restart", "Restarted", "queue", "queues", "the", "Café", "Cafe\u0301", "Straße", "ﬁne", "Łódź", "½", "очередь", "ОЧЕРЕДИ", "ёлка", "Σίσυφος", "İstanbul",
	"東京", "東", "サーバー", "が", "か\u3099", "データベース", "서버", "장애", "ㅅ", "ระบบ", "ล่ม", "हिन्दी", "שָׁלוֹם", "العَرَبِيَّة", "🔥", "👩\u200d💻", "𞤀𞤁", "\u200b", "\u00ad",
	"db-3", "db", "3", "eu_west", "10.2.3.4", "a", "b", "NEAR", "AND", "OR", "NOT", "words", "rowid", strings.Repeat("x", 200),
	" ", " ", " ", " ", "\n", "-", "*", "^", "+", ":", "'", "(", ")", "{", "}", ";", "--", "\\", "\u3000", "、",
}

func madeOf(r *rand.Rand, pieces []string, n int) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

var queries = append(slices.Clone(pieces), `"`, `"`, `"*`, "”", "\x00", "\xff")

// A model is what a journal holds, and how it would be searched if nothing had to be fast.
type model struct {
	entries map[string]journal.Entry
	next    int
}

func (m *model) search(query string, limit int) (ids []string) {
	holds := search.Parse(query).Finder()
	var found []journal.Entry
	for _, e := range m.entries {
		if e.Removed.IsZero() && holds(search.AppendWords(nil, []byte(e.Text))) {
			found = append(found, e)
		}
	}
	slices.SortFunc(found, func(a, b journal.Entry) int { return b.Recorded.Compare(a.Recorded) })
	for _, e := range found[:min(limit, len(found))] {
		ids = append(ids, string(e.ID))
	}
	return ids
}

func (m *model) add(r *rand.Rand) journal.Entry {
	e := entry("a", fmt.Sprint("e", m.next), madeOf(r, pieces, 12), m.next)
	// Neither in the order of writing nor twice the same.
	e.Recorded = night.Add(time.Duration(r.IntN(1_000_000)*1000+m.next) * time.Millisecond)
	m.next++
	return m.set(e)
}

func (m *model) set(e journal.Entry) journal.Entry {
	m.entries[string(e.ID)] = e
	return e
}

// change does one thing that a person can do, or several in one change.
func (m *model) change(r *rand.Rand) (c journal.Change) {
	for range 1 + r.IntN(3) {
		if len(m.entries) == 0 || r.IntN(3) == 0 {
			c.Entries = append(c.Entries, m.add(r))
			continue
		}
		e := m.entries[fmt.Sprint("e", r.IntN(m.next))]
		e.Revision++
		switch {
		case r.IntN(2) == 0:
			e.Text = madeOf(r, pieces, 12)
		case e.Removed.IsZero():
			e.Removed = night
		default:
			e.Removed = time.Time{}
		}
		c.Entries = append(c.Entries, m.set(e))
	}
	return c
}

// TestSearchIsNeverStale does what a person can do in any order, and searches after each: without an index, while one is
// built, and when it is ready. Each time the same is found, in the same order.
func TestSearchIsNeverStale(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 1))
		v, dir, _ := newJournal(t)
		m := &model{entries: map[string]journal.Entry{}}
		change := journal.Change{Accounts: []journal.Account{account("a")}}
		for range 150 {
			change.Entries = append(change.Entries, m.add(r))
		}
		apply(t, v, change)
		indexed := false
		check := func(after string) {
			t.Helper()
			query, limit := madeOf(r, queries, 3), []int{1, 3, 1000}[r.IntN(3)]
			entries, err := v.Search(background, search.Parse(query), nil, limit)
			var got []string
			for _, e := range entries {
				if got = append(got, string(e.ID)); e.Text != m.entries[string(e.ID)].Text {
					t.Fatalf("seed %d: an older text is found", seed)
				}
			}
			if want := m.search(query, limit); err != nil || !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s, index %v: %q finds %v, want %v, %v", seed, after, indexed, query, got, want, err)
			}
		}
		for range 250 {
			switch n := r.IntN(60); {
			case n == 0:
				if err := v.Rekey(passphrase); err != nil {
					t.Fatal(err)
				}
				check("after new keys")
			case n == 1:
				v = reopen(t, v, dir, vault.Passphrase(passphrase))
				indexed = false
				check("after opening again")
			case n < 6:
				v.Index() // and at once goes on
				indexed = true
				check("while the index is built")
			case n < 12:
				if err := v.Indexed(background); err != nil {
					t.Fatal(err)
				}
				check("when the index is ready")
			case n < 15:
				id := fmt.Sprint("e", m.next)
				drop(t, dir, line(id, madeOf(r, pieces, 12)))
				_, err := v.Drain(background, func(lines []journal.Line) error {
					e := entry("a", id, lines[0].Text, m.next)
					e.Recorded = night.Add(time.Duration(m.next) * time.Hour)
					m.next++
					return v.Apply(background, journal.Change{Entries: []journal.Entry{m.set(e)}})
				})
				if err != nil {
					t.Fatal(err)
				}
				check("after a line was taken in")
			case n < 40:
				apply(t, v, m.change(r))
				check("after a change")
			default:
				check("after a search")
			}
		}
	}
}

// TestAWriteIsFoundAtOnce: several write and look for what they wrote, while the index takes it in.
func TestAWriteIsFoundAtOnce(t *testing.T) {
	v, _, _ := newJournal(t)
	fill(t, v, 500)
	v.Index()
	var wait sync.WaitGroup
	for w := range 4 {
		wait.Go(func() {
			for i := range 60 {
				e := entry("a", fmt.Sprint("e", w), fmt.Sprintf("writer %d now says saying%dx%d", w, w, i), w)
				e.Revision = 2 + i
				apply(t, v, journal.Change{Entries: []journal.Entry{e}})
				found, err := v.Search(background, search.Parse(fmt.Sprintf("saying%dx", w)), nil, 5)
				if err != nil || len(found) != 1 || found[0].Text != e.Text {
					t.Errorf("saved %q, found %v, %v", e.Text, found, err)
				}
			}
		})
	}
	wait.Wait()
}

// TestHostileQueries: nothing that somebody types is an error.
func TestHostileQueries(t *testing.T) {
	v, _, _ := newJournal(t)
	fill(t, v, 100)
	for _, ready := range []bool{false, true} {
		if ready {
			v.Index()
			if err := v.Indexed(background); err != nil {
				t.Fatal(err)
			}
		}
		for _, q := range []string{
			`"`, `""`, `"restarted`, `restarted"`, `""restarted""`, "restarted*", "*restarted", "-restarted", "+restarted", "^restarted", "{restarted}",
			"words:restarted", "words : restarted", "rowid:restarted", "(restarted", "restarted)", "NEAR(restarted number, 2)", "restarted AND", "OR restarted", "NOT restarted",
			"restarted'; DROP TABLE entry; --", "restarted\x00number", "\xff\xferestarted", `\"restarted`, "restarted\u2028number",
			"'restarted' || (SELECT 1)", "restarted " + strings.Repeat("(", 10_000), strings.Repeat(`"`, 100_000),
			strings.Repeat("restarted ", 500_000), strings.Repeat("restarted", 500_000), strings.Repeat(`"I restarted" `, 300_000), strings.Repeat("東", 1_500_000),
		} {
			if _, err := v.Search(background, search.Parse(q), nil, 5); err != nil {
				t.Errorf("%.40q: %v", q, err)
			}
		}
		for _, q := range []string{"restarted\x00number", "-restarted", "restarted'--", `"restarted`, strings.Repeat("restarted ", 500_000), strings.Repeat(`"I restarted" `, 300_000)} {
			if found, err := v.Search(background, search.Parse(q), nil, 5); err != nil || len(found) != 5 {
				t.Errorf("%.40q finds %d", q, len(found))
			}
		}
	}
}

func TestSearchEndsWithItsContext(t *testing.T) {
	v, _, _ := newJournal(t)
	fill(t, v, 10)
	ended, end := context.WithCancel(background)
	end()
	if _, err := v.Search(ended, search.Parse("restarted"), nil, 5); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	nobody := func(journal.AccountID) bool { return false }
	if err := v.Indexed(background); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Similar(ended, "restarted the queue", nobody, 5); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if _, err := v.Similar(background, "restarted the queue", nobody, 5); err != nil { // the next one is none the worse
		t.Error(err)
	}
}
