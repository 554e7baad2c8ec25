package vault

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// applicationID is PRAGMA application_id, "FHV1".
const applicationID = 0x46485631

// schema: id is the record's number, never used twice; seq is the number of the write that made the row.
const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE slot (kind TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE head (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, ct BLOB NOT NULL) STRICT;
CREATE TABLE body (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, ct BLOB NOT NULL) STRICT;
CREATE TABLE root (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, ct BLOB NOT NULL) STRICT;
`

// A pragmaValue is what a PRAGMA has to be; set is what makes it so, where the DSN does not.
type pragmaValue struct {
	name, set string
	want      any
}

// pragmas hold on every connection, or the connection is refused. Those without a DSN parameter are set in the hook:
// a PRAGMA through db.Exec would reach one pooled connection only.
var pragmas = []pragmaValue{
	{"journal_mode", "", "wal"},
	{"synchronous", "", int64(2)}, // FULL, not NORMAL: a power cut must not lose the last line
	{"secure_delete", "", int64(1)},
	{"foreign_keys", "", int64(1)},
	{"busy_timeout", "", int64(5000)},
	{"temp_store", "MEMORY", int64(2)}, // else a sort writes to the temp folder
	{"fullfsync", "ON", int64(1)},
	{"checkpoint_fullfsync", "ON", int64(1)},
	{"cell_size_check", "ON", int64(1)},
	{"trusted_schema", "OFF", int64(0)},
}

const parameters = "mode=rw&_journal_mode=WAL&_synchronous=FULL&_secure_delete=on&_txlock=immediate" +
	"&_busy_timeout=5000&_foreign_keys=on&_stmt_cache_size=16"

// aloneParameters are for the one connection of a journal that is opened alone. It keeps the index of the log in its own
// memory instead of in -shm, which SQLite does only if the locking mode comes before the first look at the log: hence no
// _journal_mode, which would be that look. The file says that it is WAL, and the hook reads it back.
const aloneParameters = "mode=rw&_locking_mode=EXCLUSIVE&_synchronous=FULL&_secure_delete=on&_txlock=immediate" +
	"&_busy_timeout=5000&_foreign_keys=on&_stmt_cache_size=16"

const driverName = "firsthand-vault"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error { return setPragmas(c, pragmas) }})
}

func setPragmas(c *sqlite3.SQLiteConn, pragmas []pragmaValue) error {
	for _, p := range pragmas {
		if p.set != "" {
			if _, err := c.Exec("PRAGMA "+p.name+" = "+p.set, nil); err != nil {
				return err
			}
		}
		got, err := pragma(c, p.name)
		if err != nil {
			return err
		}
		if got != p.want {
			return fmt.Errorf("SQLite did not take PRAGMA %s: %v instead of %v", p.name, got, p.want)
		}
	}
	return nil
}

func pragma(c *sqlite3.SQLiteConn, name string) (any, error) {
	rows, err := c.Query("PRAGMA "+name, nil)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	value := make([]driver.Value, 1)
	if err := rows.Next(value); err != nil {
		return nil, err
	}
	if b, ok := value[0].([]byte); ok {
		return string(b), nil
	}
	return value[0], nil
}

// openDB opens an existing database file. Only the holder of vault.lock may call it. There is a connection a core for a
// search, one beside it, and one for a backup.
func openDB(path string) (*sql.DB, error) { return connect(path, parameters, 2+runtime.NumCPU()) }

// connect opens a database by so many connections at most, and tries one.
func connect(path, parameters string, connections int) (*sql.DB, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, explain("open journal", err)
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/…
	}
	dsn := "file:" + (&url.URL{Path: slashed}).EscapedPath() + "?" + parameters
	db, err := sql.Open(driverName, dsn)
	if err != nil {
		return nil, explain("open journal", err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	if err := db.Ping(); err != nil {
		db.Close()
		return nil, explain("open journal", err)
	}
	return db, nil
}

// createDB makes an empty database with the schema. The file is there with mode 0600 before SQLite opens it,
// which would make it 0644; -wal and -shm take the mode of the database.
func createDB(path string) (*sql.DB, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, explain("create journal", err)
	}
	if err := f.Close(); err != nil {
		return nil, explain("create journal", err)
	}
	db, err := openDB(path)
	if err != nil {
		return nil, err
	}
	_, err = db.Exec(fmt.Sprintf("BEGIN; %s PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
		schema, applicationID, schemaVersion()))
	if err != nil {
		db.Close()
		return nil, explain("create journal", err)
	}
	return db, nil
}

// checkFile looks at the file's first bytes before SQLite does: SQLite takes an empty file for an empty database
// and would write into it. Nothing else in the process may have the file open, see POSIX on closing a locked file.
func checkFile(path string) error {
	f, err := openOnly(path, fs.FileMode.IsRegular)
	switch {
	case errors.Is(err, ErrOdd):
		return damaged(PartFile, "not a file")
	case errors.Is(err, fs.ErrNotExist):
		return lost()
	case err != nil:
		return explain("open journal", err)
	}
	defer f.Close()
	header := make([]byte, 100)
	n, err := io.ReadFull(f, header)
	switch {
	case n == 0:
		return damaged(PartFile, "empty")
	case errors.Is(err, io.ErrUnexpectedEOF):
		return damaged(PartFile, "cut short")
	case err != nil:
		return explain("open journal", err)
	case string(header[:16]) != "SQLite format 3\x00":
		return damaged(PartFile, "not a database")
	}
	return nil
}

// checkSchema reads the version, which stands in the clear.
func checkSchema(db *sql.DB) (version int, err error) {
	var application int
	if err := db.QueryRow("PRAGMA application_id").Scan(&application); err != nil {
		return 0, explainRead("open journal", err)
	}
	if err := db.QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		return 0, explainRead("open journal", err)
	}
	switch {
	case application != applicationID:
		return version, damaged(PartFile, "not a journal")
	case version > schemaVersion():
		return version, fmt.Errorf("%w: version %d, this program knows %d", ErrNewer, version, schemaVersion())
	case version < 1:
		return version, damaged(PartFile, "no version")
	}
	return version, nil
}

// foreignTables reports whether the database holds a table, index, view or trigger that this program did not make, or
// one that is made in another way: a trigger could change rows while they are written.
func foreignTables(db *sql.DB) (bool, error) {
	found, err := db.Query(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL`)
	if err != nil {
		return false, explainRead("open journal", err)
	}
	defer found.Close()
	foreign := false
	for found.Next() {
		var made string
		if err := found.Scan(&made); err != nil {
			return false, explainRead("open journal", err)
		}
		foreign = foreign || !strings.Contains(schema, "\n"+made+";")
	}
	return foreign, explainRead("open journal", found.Err())
}
