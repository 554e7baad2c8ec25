package vault_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// A peer is what the vault is measured against: the same entries in plain SQLite with FTS5 on disk, by the same driver
// and under the same pragmas, as a good program without sealing would keep them.
type peer struct {
	path string
	db   *sql.DB
}

const peerSchema = `
CREATE TABLE account (id TEXT PRIMARY KEY, title TEXT, state TEXT, zone TEXT, started INTEGER) WITHOUT ROWID;
CREATE TABLE entry (
	id TEXT NOT NULL UNIQUE, account TEXT NOT NULL, kind TEXT, share TEXT, moment TEXT, recorded INTEGER NOT NULL,
	position INTEGER NOT NULL, removed INTEGER NOT NULL DEFAULT 0, revision INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE INDEX entry_account ON entry (account, position);
CREATE INDEX entry_listed ON entry (recorded, id, account, kind, share, position, removed, revision);
CREATE VIRTUAL TABLE words USING fts5 (
	text, content = 'entry', content_rowid = 'rowid', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER entry_insert AFTER INSERT ON entry BEGIN
	INSERT INTO words (rowid, text) VALUES (new.rowid, new.text);
END;
CREATE TRIGGER entry_update AFTER UPDATE OF text ON entry BEGIN
	INSERT INTO words (words, rowid, text) VALUES ('delete', old.rowid, old.text);
	INSERT INTO words (rowid, text) VALUES (new.rowid, new.text);
END;`

func newPeer(b testing.TB) *peer {
	b.Helper()
	p := &peer{path: filepath.Join(b.TempDir(), "peer.db")}
	if err := os.WriteFile(p.path, nil, 0o600); err != nil {
		b.Fatal(err)
	}
	p.open(b)
	b.Cleanup(func() { p.db.Close() })
	p.exec(b, peerSchema)
	return p
}

// open opens it as the vault opens its own: the driver refuses a connection whose pragmas are not those.
func (p *peer) open(b testing.TB) {
	b.Helper()
	db, err := sql.Open("firsthand-vault", "file:"+p.path+"?mode=rw&_journal_mode=WAL&_synchronous=FULL&_secure_delete=on"+
		"&_txlock=immediate&_busy_timeout=5000&_foreign_keys=on&_stmt_cache_size=16")
	if err != nil {
		b.Fatal(err)
	}
	p.db = db
}

func (p *peer) exec(b testing.TB, query string, args ...any) {
	b.Helper()
	if _, err := p.db.Exec(query, args...); err != nil {
		b.Fatal(err)
	}
}

func (p *peer) apply(b testing.TB, c journal.Change) {
	b.Helper()
	tx, err := p.db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback()
	for _, a := range c.Accounts {
		if _, err := tx.Exec(`INSERT INTO account VALUES (?, ?, ?, ?, ?)`, string(a.ID), a.Title, string(a.State), a.Zone, a.Started.UnixMilli()); err != nil {
			b.Fatal(err)
		}
	}
	for _, e := range c.Entries {
		if _, err := tx.Exec(`INSERT INTO entry (id, account, kind, share, moment, recorded, position, revision, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			string(e.ID), string(e.Account), string(e.Kind), string(e.Share), e.Moment.Best.Format(time.RFC3339), e.Recorded.UnixMilli(), e.Position, e.Revision, e.Text); err != nil {
			b.Fatal(err)
		}
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// save keeps the next revision of an entry.
func (p *peer) save(b testing.TB, e journal.Entry) {
	b.Helper()
	tx, err := p.db.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer tx.Rollback()
	result, err := tx.Exec(`UPDATE entry SET text = ?, revision = ? WHERE id = ? AND revision = ?`, e.Text, e.Revision, string(e.ID), e.Revision-1)
	if err != nil {
		b.Fatal(err)
	}
	if n, _ := result.RowsAffected(); n != 1 {
		b.Fatal("a stale revision")
	}
	if err := tx.Commit(); err != nil {
		b.Fatal(err)
	}
}

// list reads of every entry what the vault has in memory once it is open, in the order of recording.
func (p *peer) list(b testing.TB) (n int) {
	b.Helper()
	rows, err := p.db.Query(`SELECT rowid, id, account, kind, share, recorded, position, removed, revision FROM entry ORDER BY recorded DESC`)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	type listed struct {
		row, recorded, position, removed, revision int64
		id, account, kind, share                   string
	}
	var all []listed
	for rows.Next() {
		var l listed
		if err := rows.Scan(&l.row, &l.id, &l.account, &l.kind, &l.share, &l.recorded, &l.position, &l.removed, &l.revision); err != nil {
			b.Fatal(err)
		}
		all = append(all, l)
	}
	return len(all)
}

// search is the 200 latest that match, in full.
func (p *peer) search(b testing.TB, match string) (n int) {
	return p.read(b, `SELECT e.id, e.account, e.kind, e.share, e.moment, e.recorded, e.position, e.revision, e.text
		FROM words JOIN entry e ON e.rowid = words.rowid WHERE words MATCH ? AND e.removed = 0 ORDER BY e.recorded DESC LIMIT 200`, match)
}

// scan is search without an index.
func (p *peer) scan(b testing.TB, word string) (n int) {
	return p.read(b, `SELECT id, account, kind, share, moment, recorded, position, revision, text
		FROM entry WHERE text LIKE ? AND removed = 0 ORDER BY recorded DESC LIMIT 200`, "%"+word+"%")
}

func (p *peer) read(b testing.TB, query, arg string) (n int) {
	b.Helper()
	rows, err := p.db.Query(query, arg)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var e journal.Entry
		var moment string
		var recorded int64
		if err := rows.Scan(&e.ID, &e.Account, &e.Kind, &e.Share, &moment, &recorded, &e.Position, &e.Revision, &e.Text); err != nil {
			b.Fatal(err)
		}
		n++
	}
	return n
}
