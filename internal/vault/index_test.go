package vault

import (
	"context"
	"database/sql/driver"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"weak"

	"firsthand/internal/journal"
	"firsthand/internal/search"

	"github.com/mattn/go-sqlite3"
)

// written is a journal with n entries.
func written(t *testing.T, n int) *Vault {
	t.Helper()
	v, _, err := Create(filepath.Join(t.TempDir(), "journal"), Options{Passphrase: "one elk", WithoutRecovery: true, KDF: CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { v.Close() })
	change := journal.Change{Accounts: []journal.Account{{ID: "a", Started: time.Unix(0, 0)}}}
	for i := range n {
		change.Entries = append(change.Entries, numbered(i, 1))
	}
	if err := v.Apply(context.Background(), change); err != nil {
		t.Fatal(err)
	}
	return v
}

func numbered(i, revision int) journal.Entry {
	return journal.Entry{ID: journal.EntryID(fmt.Sprint("e", i)), Account: "a", Text: fmt.Sprint("restarted number ", i), Position: i, Revision: revision}
}

// TestASearchKeepsNoWriteWaiting stops all workers in the midst of their reading; a write goes on all the same.
func TestASearchKeepsNoWriteWaiting(t *testing.T) {
	v := written(t, 4*bodiesAtOnce*workers)
	if err := v.takeTurn(context.Background()); err != nil {
		t.Fatal(err)
	}
	var there sync.WaitGroup
	there.Add(workers)
	arrive := make([]sync.Once, workers)
	goOn := make(chan struct{})
	done := make(chan error)
	go func() {
		done <- v.bodies(v.catalogue.entryIDs(), func() bool { return true }, func() error { return nil }, func(worker int, _ int64, _ []byte, _ string, _ bool) {
			arrive[worker].Do(there.Done)
			<-goOn
		})
	}()
	there.Wait()
	for i := range 20 {
		if err := v.Apply(context.Background(), journal.Change{Entries: []journal.Entry{numbered(i, 2)}}); err != nil {
			t.Error(err)
		}
	}
	close(goOn)
	if err := <-done; err != nil {
		t.Error(err)
	}
	v.endTurn()
}

// TestCloseWhileTheIndexIsBuilt: nothing goes on behind Close, and nothing holds a key or an index any more.
func TestCloseWhileTheIndexIsBuilt(t *testing.T) {
	for range 20 {
		v := written(t, 300)
		v.Index()
		if err := v.takeTurn(context.Background()); err != nil {
			t.Fatal(err)
		}
		index, key := weak.Make(v.index), weak.Make(&v.keys.body.place[0])
		v.endTurn()
		runtime.Gosched()
		if err := v.Close(); err != nil {
			t.Fatal(err)
		}
		v.indexing.Wait()
		if names, _ := filepath.Glob(filepath.Join(v.dir, "vault.db-*")); names != nil {
			t.Errorf("left open: %q", names)
		}
		runtime.GC()
		if index.Value() != nil || key.Value() != nil {
			t.Errorf("still held: index %v, key %v", index.Value() != nil, key.Value() != nil)
		}
		v.Index()
		if v.index != nil {
			t.Error("an index of a closed journal")
		}
	}
}

// TestAnEntryWrittenWhileItIsRead stays to be read: what the index was given is older.
func TestAnEntryWrittenWhileItIsRead(t *testing.T) {
	u := newUnindexed()
	u.add(7) // before there is an index: nothing to remember
	u.begin([]int64{1, 2})
	first := u.next()
	u.add(2)
	u.giveUp(1)
	for _, read := range first {
		u.done(read)
	}
	if left, _ := u.all(); !slices.Equal(left, []int64{2}) {
		t.Errorf("left %v", left)
	}
	u.giveUp(2)
	if todo := u.next(); len(todo) != 0 || u.ready() != nil {
		t.Errorf("what cannot be read is read again: %v", todo)
	}
	if left, _ := u.all(); !slices.Equal(left, []int64{2}) {
		t.Errorf("what cannot be read is forgotten: %v", left)
	}
	u.add(2)
	if todo := u.next(); len(todo) != 1 || u.ready() == nil {
		t.Errorf("what was written again is not read: %v", todo)
	}
}

// TestAnIndexThatFails: the search that meets it finds all the same, and so does every later one.
func TestAnIndexThatFails(t *testing.T) {
	v := written(t, 100)
	v.Index()
	if err := v.Indexed(context.Background()); err != nil {
		t.Fatal(err)
	}
	if _, err := v.index.conn.Exec(`DROP TABLE entry`, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		found, err := v.Search(context.Background(), search.Parse(`"number 42"`), nil, 5)
		if err != nil || len(found) != 1 {
			t.Errorf("found %d, %v", len(found), err)
		}
	}
	if v.index != nil {
		t.Error("it is kept")
	}
}

// TestTheIndexIsNoFile looks at what the process has open while a large result is sorted.
func TestTheIndexIsNoFile(t *testing.T) {
	if _, err := os.ReadDir("/proc/self/fd"); err != nil {
		t.Skip("the open files of a process cannot be seen here")
	}
	const sorted = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT hex(randomblob(150)) AS x FROM n ORDER BY x`
	spills := func(c *sqlite3.SQLiteConn) bool {
		rows, err := c.Query(sorted, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		if err := rows.Next(make([]driver.Value, 1)); err != nil { // sorted by now
			t.Fatal(err)
		}
		fds, _ := os.ReadDir("/proc/self/fd")
		for _, fd := range fds {
			if to, _ := os.Readlink("/proc/self/fd/" + fd.Name()); strings.Contains(to, "etilqs") {
				return true
			}
		}
		return false
	}
	x, err := newIndex()
	if err != nil {
		t.Fatal(err)
	}
	defer x.close()
	for i := range 2000 {
		if err := x.put(int64(i), fmt.Sprint(" restarted number", i, strings.Repeat(" word", 200), " ")); err != nil {
			t.Fatal(err)
		}
	}
	if err := x.settle(); err != nil {
		t.Fatal(err)
	}
	if spills(x.conn) {
		t.Error("the index wrote to a file")
	}
	// The look sees a file where there is one.
	plain, err := (&sqlite3.SQLiteDriver{}).Open(":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	if !spills(plain.(*sqlite3.SQLiteConn)) {
		t.Error("the look sees nothing")
	}
}
