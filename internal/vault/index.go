package vault

import (
	"context"
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"strings"

	"firsthand/internal/search"

	"github.com/mattn/go-sqlite3"
)

// An index knows which entries hold the words of a query: a private database of SQLite in memory, of which nothing ever
// reaches a disk. It is one connection and no pool, in which a second connection would be another, empty database.
// It holds words and no texts. Its methods are not safe for concurrent use, and after an error it is of no more use.
type index struct {
	conn  *sqlite3.SQLiteConn
	set   driver.Stmt
	drop  driver.Stmt
	often driver.Stmt // how many entries hold a word
	best  driver.Stmt // the entries that match best

	held    map[string]int // what often said, for so many entries; not the newest, and only to weigh words by
	counted int
}

// indexPragmas hold on the connection of an index, or there is none.
var indexPragmas = []pragmaValue{
	{"temp_store", "MEMORY", int64(2)}, // else a sort writes to the temp folder
	{"journal_mode", "OFF", "off"},     // an index that failed is thrown away
	{"trusted_schema", "OFF", int64(0)},
}

// The words come folded and with spaces between, so that the plainest tokenizer does: every byte that is not ASCII is
// part of a word to it, whichever version of Unicode it knows. Contentless: the words are not kept beside the index.
// Two and three letters are indexed too, since that is how a word begins while it is typed.
//
// 16 MB are gathered before they are sorted into the database; with the default of 1 MB building takes three times as long.
const indexSchema = `
CREATE VIRTUAL TABLE entry USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');
CREATE VIRTUAL TABLE word USING fts5vocab (entry, row);
INSERT INTO entry (entry, rank) VALUES ('hashsize', 16777216);
BEGIN;
`

func newIndex() (*index, error) {
	hook := func(c *sqlite3.SQLiteConn) error { return setPragmas(c, indexPragmas) }
	conn, err := (&sqlite3.SQLiteDriver{ConnectHook: hook}).Open(":memory:")
	if err != nil {
		return nil, fmt.Errorf("make index: %w", err)
	}
	x := &index{conn: conn.(*sqlite3.SQLiteConn)}
	if _, err = x.conn.Exec(indexSchema, nil); err == nil {
		x.set, err = x.conn.Prepare(`INSERT OR REPLACE INTO entry (rowid, words) VALUES (?, ?)`)
	}
	for _, s := range []struct {
		stmt *driver.Stmt
		text string
	}{
		{&x.drop, `DELETE FROM entry WHERE rowid = ?`},
		{&x.often, `SELECT doc FROM word WHERE term = ?`},
		{&x.best, `SELECT rowid, rank FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT ?`},
	} {
		if err == nil {
			*s.stmt, err = x.conn.Prepare(s.text)
		}
	}
	if err != nil {
		x.close()
		return nil, fmt.Errorf("make index: %w", err)
	}
	return x, nil
}

// put makes words, as search.AppendWords gives them, those of the entry with that number.
func (x *index) put(id int64, words string) error {
	return execute(x.set, id, words)
}

// remove forgets the entry with that number, if it is there.
func (x *index) remove(id int64) error {
	return execute(x.drop, id)
}

// execute runs a statement of the index. It cannot be interrupted: a part of one would leave the index to throw away.
func execute(s driver.Stmt, values ...driver.Value) error {
	args := make([]driver.NamedValue, len(values))
	for i, v := range values {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	if _, err := s.(*sqlite3.SQLiteStmt).ExecContext(context.Background(), args); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// settle sorts what was gathered into the database, so that it need not be for each query. There is no journal:
// a transaction is only what gathers.
func (x *index) settle() error {
	if _, err := x.conn.Exec(`COMMIT; BEGIN`, nil); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// find gives the numbers of the entries whose words the query wants, in no order.
func (x *index) find(q search.Query) ([]int64, error) {
	return x.ask(match(q))
}

// ask gives the numbers of the entries that match, in no order.
func (x *index) ask(match string) ([]int64, error) {
	// One row: a hundred thousand would take longer to fetch than to find.
	rows, err := x.conn.Query(`SELECT group_concat(rowid) FROM entry WHERE entry MATCH ?`, []driver.Value{match})
	if err != nil {
		return nil, fmt.Errorf("ask index: %w", err)
	}
	defer rows.Close()
	row := make([]driver.Value, 1)
	if err := rows.Next(row); err == io.EOF || err == nil && row[0] == nil {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("ask index: %w", err)
	}
	list, _ := row[0].(string)
	ids := make([]int64, 0, strings.Count(list, ",")+1)
	for s := range strings.SplitSeq(list, ",") {
		id, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("ask index: not a list of numbers")
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// match is the query in the language of FTS5; empty where it wants no word. Terms hold neither quotation marks nor
// anything else that means something.
func match(q search.Query) string {
	var b strings.Builder
	and := func() {
		if b.Len() > 0 {
			b.WriteString(" AND ")
		}
	}
	for _, t := range q.Terms() {
		and()
		writeTerm(&b, t)
	}
	for _, group := range q.AnyOf() {
		and()
		writeAny(&b, group)
	}
	if none := q.NoneOf(); b.Len() > 0 && len(none) > 0 {
		b.WriteString(" NOT ")
		writeAny(&b, none)
	}
	return b.String()
}

func writeTerm(b *strings.Builder, t search.Term) {
	b.WriteString(`"` + t.Words + `"`)
	if t.Open {
		b.WriteByte('*')
	}
}

// writeAny writes that one of some terms is there.
func writeAny(b *strings.Builder, terms []search.Term) {
	b.WriteByte('(')
	for i, t := range terms {
		if i > 0 {
			b.WriteString(" OR ")
		}
		writeTerm(b, t)
	}
	b.WriteByte(')')
}

// size is how much memory the database takes, in bytes.
func (x *index) size() int64 {
	pages, _ := pragma(x.conn, "page_count")
	page, _ := pragma(x.conn, "page_size")
	n, _ := pages.(int64)
	each, _ := page.(int64)
	return n * each
}

// close overwrites the database's pages and lets go of them. What SQLite copied elsewhere meanwhile it does not reach:
// only a fresh process is an honest lock.
func (x *index) close() {
	for _, s := range []driver.Stmt{x.set, x.drop, x.often, x.best} {
		if s != nil {
			s.Close()
		}
	}
	_ = setPragmas(x.conn, []pragmaValue{{"secure_delete", "ON", int64(1)}})
	_, _ = x.conn.Exec(`DROP TABLE entry`, nil)
	_ = x.conn.Close()
}
