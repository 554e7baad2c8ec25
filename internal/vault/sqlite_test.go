package vault

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-sqlite3"
)

func TestPragmas(t *testing.T) {
	db, err := createDB(filepath.Join(t.TempDir(), "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	// Every connection of the pool at once.
	for range 2 + runtime.NumCPU() {
		c, err := db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		for _, p := range pragmas {
			var got any
			if err := c.QueryRowContext(t.Context(), "PRAGMA "+p.name).Scan(&got); err != nil {
				t.Fatal(err)
			}
			if b, ok := got.([]byte); ok {
				got = string(b)
			}
			if got != p.want {
				t.Errorf("%s is %v on a connection, want %v", p.name, got, p.want)
			}
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := db.Conn(ctx); err == nil {
		t.Error("more connections than were looked at")
	}
}

// TestPragmasReadBack changes one setting on one of several connections: it is told, and so is which it has to be.
func TestPragmasReadBack(t *testing.T) {
	v, _, err := Create(filepath.Join(t.TempDir(), "journal"), Options{Passphrase: "x", KDF: CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	wrong := func() (wrong []Pragma) {
		t.Helper()
		found, err := v.Pragmas(t.Context())
		if err != nil || len(found) != len(pragmas) {
			t.Fatal(found, err)
		}
		for _, p := range found {
			if !p.Right() {
				wrong = append(wrong, p)
			}
		}
		return wrong
	}
	var several []*sql.Conn
	for range 2 {
		c, err := v.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		several = append(several, c)
	}
	if _, err := several[1].ExecContext(t.Context(), "PRAGMA synchronous = NORMAL"); err != nil {
		t.Fatal(err)
	}
	for _, c := range several {
		c.Close()
	}
	if got := wrong(); len(got) != 1 || got[0] != (Pragma{"synchronous", "1", "2"}) {
		t.Errorf("%+v", got)
	}
	v.db.SetMaxIdleConns(0) // closes them
	v.db.SetMaxIdleConns(2)
	if got := wrong(); got != nil {
		t.Errorf("on a connection of its own: %+v", got)
	}
}

// TestAlonePragmas opens a database as on a full disk: no other connection, and no -shm.
func TestAlonePragmas(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	db, err := createDB(path)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if db, err = openAlone(path); err != nil { // the hook reads every pragma back
		t.Fatal(err)
	}
	defer db.Close()
	var mode string
	if err := db.QueryRow("PRAGMA locking_mode").Scan(&mode); err != nil || mode != "exclusive" {
		t.Error(mode, err)
	}
	if _, err := db.Exec("CREATE TABLE x (x)"); err != nil {
		t.Error(err)
	}
	if names, err := filepath.Glob(path + "-*"); err != nil || len(names) != 1 || names[0] != path+"-wal" {
		t.Error(names, err)
	}
	if n := db.Stats().MaxOpenConnections; n != 1 {
		t.Errorf("%d connections", n)
	}
}

// TestPragmasRefused opens connections without the parameters: the hook must not let one through.
func TestPragmasRefused(t *testing.T) {
	dir := t.TempDir()
	db, err := createDB(filepath.Join(dir, "x.db"))
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	for _, parameter := range strings.Split(parameters, "&") {
		name, _, _ := strings.Cut(parameter, "=")
		if name == "mode" || name == "_stmt_cache_size" || name == "_txlock" || name == "_journal_mode" || name == "_busy_timeout" {
			continue // not a pragma, kept by the file, or the default
		}
		less := strings.ReplaceAll("&"+parameters, "&"+parameter, "")
		db, err := sql.Open(driverName, "file:"+filepath.Join(dir, "x.db")+"?"+less[1:])
		if err != nil {
			t.Fatal(err)
		}
		if err := db.Ping(); err == nil || !strings.Contains(err.Error(), "did not take PRAGMA") {
			t.Errorf("a connection without %s: %v", parameter, err)
		}
		db.Close()
	}
}

func TestCompileOptions(t *testing.T) {
	db, err := sql.Open("sqlite3", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for option, want := range map[string]bool{"ENABLE_FTS5": true, "OMIT_LOAD_EXTENSION": true} {
		var got bool
		if err := db.QueryRow(fmt.Sprintf("SELECT sqlite_compileoption_used('%s')", option)).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %v, %v", option, got, err)
		}
	}
	if _, n, _ := sqlite3.Version(); n < 3037000 {
		t.Errorf("SQLite %d has no STRICT tables", n)
	}
}
