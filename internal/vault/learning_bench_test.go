package vault_test

import (
	"database/sql"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

// BenchmarkLearning prints what it takes to open what somebody learned, what recurs and how sure they were, to search by
// filters, and to look for what is similar as they type, beside plain SQLite that keeps the same things in columns and
// tables with indexes. Sizes as for BenchmarkFigures.
func BenchmarkLearning(b *testing.B) {
	for _, n := range benchSizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			w := newYears(b, n)
			b.Run("first", w.first)
			b.Run("open", w.open)
			b.Run("filter", w.filter)
			b.Run("both", w.both)
			b.Run("similar", w.similar)
			w.print(os.Stdout)
		})
	}
}

// years are accounts as somebody writes them over years: of thirty lines, with learnings, conditions and expectations
// among them, in a vault and in a peer.
type years struct {
	*world
	journal *journal.Journal
}

const peerFacts = `
CREATE TABLE choice (entry INTEGER, field TEXT, choice TEXT);
CREATE TABLE system (entry INTEGER, name TEXT);
CREATE TABLE fact (entry INTEGER PRIMARY KEY, account TEXT, kind TEXT, at INTEGER, outcome TEXT, before INTEGER);
CREATE INDEX choice_field ON choice (field, choice, entry);
CREATE INDEX system_name ON system (name, entry);
CREATE INDEX fact_kind ON fact (kind, outcome, before);
CREATE INDEX fact_account ON fact (account, at);
CREATE INDEX choice_entry ON choice (entry, field, choice);`

func newYears(b *testing.B, n int) *years {
	b.Helper()
	w := &years{world: &world{n: n, corpus: newCorpus(), peer: newPeer(b)}}
	w.vault, w.dir, _ = newJournal(b)
	b.Cleanup(func() { w.vault.Close() })
	w.peer.exec(b, peerFacts)
	pick := func(f journal.Field) journal.Answer {
		q, _ := journal.QuestionOf(f)
		return journal.Answer{Choices: []journal.Choice{q.Choices[w.corpus.random.IntN(len(q.Choices))]}}
	}
	row := 0
	for first := 0; first < n; first += 30 {
		id := fmt.Sprint("a", first)
		a := account(id)
		a.Started = night.Add(time.Duration(first) * time.Hour)
		a.Type = journal.Types[w.corpus.random.IntN(len(journal.Types))]
		change := journal.Change{Accounts: []journal.Account{a}}
		for i := range min(30, n-first) {
			e := entry(id, fmt.Sprint("e", first+i), w.corpus.text(entrySize), i)
			e.Recorded = a.Started.Add(time.Duration(i) * time.Minute)
			e.Moment = journal.At(e.Recorded)
			switch i % 10 {
			case 0, 1, 2:
				e.Kind = journal.Action
			case 3, 4:
				e.Kind = journal.Effect
			case 5:
				e.Kind = journal.Expectation
				e.Outcome = &journal.Outcome{Met: journal.Mets[w.corpus.random.IntN(3)], Before: w.corpus.random.IntN(2) == 0}
				e.Answers = journal.Answers{journal.FieldThen: pick(journal.FieldThen), journal.FieldWhy: pick(journal.FieldWhy)}
			case 6:
				e.Kind = journal.Condition
				e.Answers = journal.Answers{journal.FieldCondition: pick(journal.FieldCondition)}
			case 7:
				e.Kind = journal.Note
				if i == 7 { // one of thirty
					e.Kind = journal.Learning
					e.Answers = journal.Answers{journal.FieldLearned: pick(journal.FieldLearned)}
				}
			}
			w.text += int64(len(e.Text))
			change.Entries = append(change.Entries, e)
		}
		apply(b, w.vault, change)
		w.peer.apply(b, change)
		w.peer.facts(b, change, &row)
	}
	w.journal = journal.New(w.vault, journal.Options{})
	w.vault.Index()
	if err := w.vault.Indexed(background); err != nil {
		b.Fatal(err)
	}
	return w
}

// facts keeps what can be counted, by the number that an entry got.
func (p *peer) facts(b testing.TB, c journal.Change, row *int) {
	b.Helper()
	tx, err := p.db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback()
	exec := func(query string, args ...any) {
		if _, err := tx.Exec(query, args...); err != nil {
			b.Fatal(err)
		}
	}
	for _, e := range c.Entries {
		*row++
		f := journal.FactOf(e)
		exec(`INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?)`, *row, string(e.Account), string(f.Kind), f.At.Unix(), string(f.Outcome), f.Before)
		for field, choices := range f.Chosen {
			for _, c := range choices {
				exec(`INSERT INTO choice VALUES (?, ?, ?)`, *row, string(field), string(c))
			}
		}
		for _, s := range f.Systems {
			exec(`INSERT INTO system VALUES (?, ?)`, *row, s)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// learned asks for what the screen shows: learnings in full, counts with the numbers of their entries.
func (p *peer) learned(b testing.TB) {
	b.Helper()
	for _, query := range []string{
		`SELECT e.id, e.text FROM fact f JOIN entry e ON e.rowid = f.entry WHERE f.kind = 'learning'`,
		`SELECT s.name, group_concat(f.entry) FROM fact f JOIN system s ON s.entry = f.entry WHERE f.kind = 'learning' GROUP BY 1`,
		`SELECT strftime('%Y-%m', at, 'unixepoch'), group_concat(account) FROM (SELECT account, min(at) AS at FROM fact GROUP BY 1) GROUP BY 1`,
		`SELECT strftime('%w', at, 'unixepoch'), group_concat(account) FROM (SELECT account, min(at) AS at FROM fact GROUP BY 1) GROUP BY 1`,
		`SELECT strftime('%H', at, 'unixepoch'), group_concat(account) FROM (SELECT account, min(at) AS at FROM fact GROUP BY 1) GROUP BY 1`,
		`SELECT c.choice, count(DISTINCT f.account), group_concat(DISTINCT f.account) FROM choice c JOIN fact f ON f.entry = c.entry WHERE c.field = 'condition' GROUP BY 1`,
		`SELECT c.choice, count(*), group_concat(c.entry) FROM choice c JOIN fact f ON f.entry = c.entry WHERE c.field = 'why' AND f.outcome = 'not met' GROUP BY 1`,
		`SELECT s.name, count(DISTINCT f.account) AS n, group_concat(DISTINCT f.account) FROM system s JOIN fact f ON f.entry = s.entry GROUP BY 1 ORDER BY n DESC LIMIT 50`,
		`SELECT c.choice, f.before, f.outcome, group_concat(f.entry) FROM fact f JOIN choice c ON c.entry = f.entry AND c.field = 'then' WHERE f.kind = 'expectation' GROUP BY 1, 2, 3`,
	} {
		p.drain(b, query)
	}
}

// drain reads all rows of an answer.
func (p *peer) drain(b testing.TB, query string, args ...any) (n int) {
	b.Helper()
	rows, err := p.db.Query(query, args...)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	values := make([]any, len(columns))
	for i := range values {
		values[i] = new(sql.RawBytes)
	}
	for rows.Next() {
		if err := rows.Scan(values...); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return n
}

// learned is what the screen shows.
func (w *years) learned(b *testing.B) {
	b.Helper()
	if l, err := w.journal.Learnings(background); err != nil || len(l.All) == 0 {
		b.Fatal(len(l.All), err)
	}
	if p, err := w.journal.Patterns(background); err != nil || p.Accounts == 0 {
		b.Fatal(p.Accounts, err)
	}
	if c, err := w.journal.Calibration(background); err != nil || len(c.Levels) == 0 {
		b.Fatal(err)
	}
}

// first is after the key, when no fact has been asked for yet.
func (w *years) first(b *testing.B) {
	var here, peer times
	for b.Loop() {
		w.vault.Close()
		w.peer.db.Close()
		var err error
		if w.vault, err = vault.Open(w.dir, vault.Passphrase(passphrase)); err != nil {
			b.Fatal(err)
		}
		w.journal = journal.New(w.vault, journal.Options{})
		here.of(func() { w.learned(b) })
		w.peer.open(b)
		peer.of(func() { w.peer.learned(b) })
	}
	w.row(b, "what was learned and recurs, the first time, half within", 50, here, peer, nil)
	w.vault.Index()
	if err := w.vault.Indexed(background); err != nil {
		b.Fatal(err)
	}
}

func (w *years) open(b *testing.B) {
	var here, peer times
	for b.Loop() {
		here.of(func() { w.learned(b) })
		peer.of(func() { w.peer.learned(b) })
	}
	w.row(b, "again, half within", 50, here, peer, nil)
	w.row(b, "again, 99 of 100 within", 99, here, peer, nil)
}

func (w *years) filter(b *testing.B) {
	var here, peer times
	for b.Loop() {
		here.of(func() {
			if es, err := w.journal.Search(background, "kind:expectation gap:information", 200); err != nil || len(es) == 0 {
				b.Fatal(len(es), err)
			}
		})
		peer.of(func() {
			w.peer.drain(b, `SELECT e.* FROM choice c JOIN fact f ON f.entry = c.entry JOIN entry e ON e.rowid = f.entry
				WHERE c.field = 'why' AND c.choice = 'information' AND f.kind = 'expectation' AND f.outcome = 'not met' AND e.removed = 0
				ORDER BY e.recorded DESC LIMIT 200`)
		})
	}
	w.row(b, "search by filters alone, half within", 50, here, peer, nil)
	w.row(b, "search by filters alone, 99 of 100 within", 99, here, peer, nil)
}

func (w *years) both(b *testing.B) {
	var here, peer times
	for b.Loop() {
		word := w.word()
		var found int
		here.of(func() {
			es, err := w.journal.Search(background, word+" kind:action", 200)
			if err != nil {
				b.Fatal(err)
			}
			found = len(es)
		})
		peer.of(func() {
			match := vault.Match(search.Parse(word))
			if n := w.peer.drain(b, `SELECT e.* FROM words JOIN entry e ON e.rowid = words.rowid JOIN fact f ON f.entry = e.rowid
				WHERE words MATCH ? AND f.kind = 'action' AND e.removed = 0 ORDER BY e.recorded DESC LIMIT 200`, match); n != found {
				b.Fatalf("%s: found %d, the peer %d", word, found, n)
			}
		})
	}
	w.row(b, "search by a word and a filter, 99 of 100 within", 99, here, peer, nil)
}

// similar asks after every word of a line that is typed, as the window does. The peer asks for any of its words, as they
// are, ranked: what FTS5 is made for.
func (w *years) similar(b *testing.B) {
	var here, peer times
	var typed []string
	for b.Loop() {
		if len(typed) == 40 {
			typed = nil
		}
		typed = append(typed, strings.Trim(strings.Fields(w.corpus.text(20))[0], ".,"))
		text := strings.Join(typed, " ")
		here.of(func() {
			if _, err := w.journal.Similar(background, text, "a0"); err != nil {
				b.Fatal(err)
			}
		})
		peer.of(func() {
			w.peer.drain(b, `SELECT e.* FROM words JOIN entry e ON e.rowid = words.rowid WHERE words MATCH ? AND e.account != 'a0' AND e.removed = 0
				ORDER BY words.rank LIMIT 5`, `"`+strings.Join(typed, `" OR "`)+`"`)
		})
	}
	w.row(b, "similar, as somebody types, half within", 50, here, peer, nil)
	w.row(b, "similar, 99 of 100 within", 99, here, peer, nil)
}
