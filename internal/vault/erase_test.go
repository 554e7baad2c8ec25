package vault_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

func init() {
	roles["erase"] = func(dir string, args []string) error {
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			return err
		}
		fmt.Println("open")
		if err := v.Erase(background, "b"); err != nil {
			return err
		}
		fmt.Println("erased")
		return v.Close()
	}
	roles["erase all"] = func(dir string, args []string) error {
		fmt.Println("open")
		return vault.Erase(dir, args[0])
	}
}

// sealed reads the rows of a closed journal, by table and number.
func sealed(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db")+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	found, err := db.Query(`SELECT 'head ' || id, ct FROM head UNION ALL SELECT 'body ' || id, ct FROM body`)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	rows := make(map[string][]byte)
	for found.Next() {
		var name string
		var ct []byte
		if err := found.Scan(&name, &ct); err != nil {
			t.Fatal(err)
		}
		rows[name] = ct
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// holdsBytes names the files in dir that hold any sixteen bytes in a row of what was sealed.
func holdsBytes(t testing.TB, dir string, rows [][]byte) (files []string) {
	t.Helper()
	const width = 16
	parts := make(map[[width]byte]bool)
	for _, row := range rows {
		for part := range slices.Chunk(row, width) {
			if len(part) == width {
				parts[[width]byte(part)] = true
			}
		}
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for i := 0; i+width <= len(data); i++ {
			if parts[[width]byte(data[i:])] {
				files = append(files, path)
				break
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// writeB writes an account b with everything an account can have, between lines of a so that they share pages.
func writeB(t testing.TB, v *vault.Vault, n int) {
	t.Helper()
	told := account("b")
	told.Telling = &journal.Telling{At: night, Entries: []journal.Entry{entry("b", "b0", canary, 0)}}
	apply(t, v, journal.Change{
		Accounts:    []journal.Account{told},
		Reviews:     []journal.Review{{Account: "b", Audience: canary}},
		Releases:    []journal.Release{{ID: "r", Account: "b", At: night, Audience: canary}, {ID: "rc", Account: "c", At: night, Audience: canary}},
		Copies:      []journal.Copy{{Release: "rc", Account: "c", Files: map[journal.Format][]byte{journal.Markdown: []byte(canary)}}},
		Cases:       []journal.Case{{ID: "c", Lines: []journal.EntryID{"e1", "b3"}, Name: canary, Begun: night}, {ID: "c2", Lines: []journal.EntryID{"e1"}, Begun: night}},
		Comparisons: []journal.Comparison{{ID: "k", Begun: night, Files: []journal.LaneFile{{Name: "theirs.md", File: []byte(canary)}}}},
		Hidden:      &[]redact.Known{{Kind: redact.Person, Forms: []string{"Ana"}}},
		History: &journal.History{Done: []journal.Step{
			{What: journal.WasRemoved, Account: "a", Was: []journal.Was{{Entry: "e1"}}},
			{What: journal.WasRemoved, Account: "b", Was: []journal.Was{{Entry: "b1"}}},
		}},
	})
	for i := range n {
		e := entry("b", fmt.Sprint("b", i), fmt.Sprint(canary, i, strings.Repeat(" more", i%900)), i)
		other := entry("a", fmt.Sprint("between", i), fmt.Sprint("between ", i), 1000+i)
		apply(t, v, journal.Change{Entries: []journal.Entry{e, other}})
		e.Revision, e.Text = 2, e.Text+" again"
		apply(t, v, journal.Change{Entries: []journal.Entry{e}})
	}
}

func TestErase(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 100)
	v.Close()
	before := sealed(t, dir)
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	const n = 150
	writeB(t, v, n)
	v.Close()
	var rows [][]byte
	for name, row := range sealed(t, dir) {
		if before[name] == nil {
			rows = append(rows, row)
		}
	}
	if files := holdsBytes(t, dir, rows); len(rows) < 2*n || !slices.Equal(files, []string{filepath.Join(dir, "vault.db")}) {
		t.Fatalf("the look sees %d rows in %q", len(rows), files)
	}

	if v, err = vault.Open(dir, vault.Passphrase(passphrase)); err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	v.Index()
	if err := v.Indexed(background); err != nil {
		t.Fatal(err)
	}
	b, err := v.Entries(background, "b")
	if err != nil || len(b) != n {
		t.Fatal(len(b), err)
	}
	if c, err := v.Comparisons(background); err != nil || len(c) != 1 || string(c[0].Files[0].File) != canary {
		t.Fatalf("%+v, %v", c, err)
	}
	for _, id := range []journal.AccountID{"b", "k"} { // an account, and a comparison
		if err := v.Erase(background, id); err != nil {
			t.Fatal(err)
		}
		wantErr(t, v.Erase(background, id), journal.ErrNotFound)
	}
	_, err = v.Comparison(background, "k")
	wantErr(t, err, journal.ErrNotFound)

	check := func(v *vault.Vault) {
		t.Helper()
		if err := v.Verify(background); err != nil {
			t.Error(err)
		}
		for _, word := range []string{"canary", "again"} {
			if found, err := v.Search(background, search.Parse(word), nil, 1000); err != nil || len(found) != 0 {
				t.Errorf("a search for %q finds %d, %v", word, len(found), err)
			}
		}
		if found, err := v.Search(background, search.Parse("between"), nil, 1000); err != nil || len(found) != n {
			t.Errorf("a search for the others finds %d, %v", len(found), err)
		}
		if got := texts(t, v, "a"); len(got) != 100+n {
			t.Errorf("%d lines of the other account", len(got))
		}
		_, err := v.Account(background, "b")
		wantErr(t, err, journal.ErrNotFound)
		_, err = v.Entry(background, "b7")
		wantErr(t, err, journal.ErrNotFound)
		if r, err := v.Review(background, "b"); err != nil || r.Audience != "" {
			t.Errorf("review %+v, %v", r, err)
		}
		if r, err := v.Releases(background, "b"); err != nil || len(r) != 0 {
			t.Errorf("releases %+v, %v", r, err)
		}
		// A case file that a line of it was offered for is gone with it, and what left of that; another one stays.
		if c, err := v.Cases(background); err != nil || len(c) != 1 || c[0].ID != "c2" {
			t.Errorf("case files %+v, %v", c, err)
		}
		if r, err := v.Releases(background, "c"); err != nil || len(r) != 0 {
			t.Errorf("releases of the case file %+v, %v", r, err)
		}
		if h, err := v.History(background); err != nil || len(h.Done) != 1 || h.Done[0].Account != "a" {
			t.Errorf("history %+v, %v", h, err)
		}
		if hidden, err := v.Hidden(background); err != nil || len(hidden) != 1 {
			t.Errorf("hidden names %v, %v", hidden, err)
		}
	}
	check(v)
	if err := v.Indexed(background); err != nil {
		t.Fatal(err)
	}
	check(v) // by the index that was made again
	// What comes late for a line of it does not bring it back.
	wantErr(t, v.Apply(background, journal.Change{Entries: []journal.Entry{entry("b", "b0", canary, 0)}}), journal.ErrNotFound)

	// Of the rows that stay, the history alone was written since.
	gone := func(dir string) {
		t.Helper()
		noPlaintext(t, dir)
		stay := sealed(t, dir)
		var erased [][]byte
		for _, row := range rows {
			if !slices.ContainsFunc(slices.Collect(maps.Values(stay)), func(s []byte) bool { return bytes.Equal(s, row) }) {
				erased = append(erased, row)
			}
		}
		if len(erased) < 2*n {
			t.Errorf("only %d rows are gone", len(erased))
		}
		if files := holdsBytes(t, dir, erased); files != nil {
			t.Errorf("sealed bytes of the account are in %q", files)
		}
	}
	inUse := filepath.Join(t.TempDir(), "copy")
	if out, err := child("copy", dir, inUse).Output(); err != nil {
		t.Fatal(string(out), err)
	}
	if info, err := os.Stat(filepath.Join(inUse, "vault.db-wal")); err == nil && info.Size() > 64<<10 {
		t.Errorf("the log has %d bytes", info.Size())
	}
	gone(inUse)
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	check(v)
	v.Close()
	gone(dir)
	if info, err := os.Stat(filepath.Join(dir, "vault.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
}

// TestEraseKilled kills a program that erases at some moment: all of the account is there, or nothing of it.
func TestEraseKilled(t *testing.T) {
	const n = 120
	v, made, _ := newJournal(t)
	fill(t, v, 20)
	v.Close()
	before := sealed(t, made)
	v, err := vault.Open(made, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	writeB(t, v, n)
	v.Close()
	all := sealed(t, made)
	for range 12 {
		dir := filepath.Join(t.TempDir(), "journal")
		if err := os.CopyFS(dir, os.DirFS(made)); err != nil {
			t.Fatal(err)
		}
		victim := startVictim(t, "erase", dir)
		if said := <-victim.heard; said != "open" {
			t.Fatal(said)
		}
		wait := time.NewTimer(time.Duration(rand.IntN(30)) * time.Millisecond)
		erased := false
		for open := true; open; {
			select {
			case said, more := <-victim.heard:
				erased, open = erased || said == "erased", more
			case <-wait.C:
				victim.kill()
			}
		}
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		if err := v.Verify(background); err != nil {
			t.Error(err)
		}
		if got := texts(t, v, "a"); len(got) != 20+n {
			t.Errorf("%d lines of the other account", len(got))
		}
		_, err = v.Account(background, "b")
		entries, entriesErr := v.Entries(background, "b")
		releases, releasesErr := v.Releases(background, "b")
		whole := err == nil && entriesErr == nil && len(entries) == n && len(releases) == 1
		none := errors.Is(err, journal.ErrNotFound) && errors.Is(entriesErr, journal.ErrNotFound) && releasesErr == nil && len(releases) == 0
		if !whole && !none || erased && !none {
			t.Errorf("erased %t; the account %v; %d lines, %v; %d releases", erased, err, len(entries), entriesErr, len(releases))
		}
		v.Close()
		if _, err := os.Stat(filepath.Join(dir, "vault.erase")); !errors.Is(err, fs.ErrNotExist) {
			t.Error("the file was not written anew")
		}
		if !none {
			continue
		}
		stay := sealed(t, dir)
		var gone [][]byte
		for name, row := range all {
			if before[name] == nil && stay[name] == nil {
				gone = append(gone, row)
			}
		}
		// Opening wrote the file anew, whenever the program was killed.
		if files := holdsBytes(t, dir, gone); len(gone) < 2*n || files != nil {
			t.Errorf("of %d rows bytes are in %q", len(gone), files)
		}
	}
}

// journalWithAll is a journal in whose folder lies everything that the program ever puts there.
func journalWithAll(t *testing.T) (dir, device string) {
	t.Helper()
	v, dir, device := newDeviceJournal(t)
	fill(t, v, 3)
	v.Close()
	drop(t, dir, line("w", canary))
	for _, name := range []string{"set-aside/20250309T024200Z", "restoring"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(copyOf(t, dir))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"backups/20250309T024200Z-0001.age", "backups/.new-1", ".new-2", "inbox/.new-3", "vault.new", "vault.new-wal", "vault.erase"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, filepath.Join(dir, name), []byte("x"))
	}
	return dir, device
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	for _, name := range []string{"vault.db", "inbox.key", "vault.lock"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(to, 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, filepath.Join(to, name), data)
	}
	return to
}

// left are the files in a folder, by path within it.
func left(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && !d.IsDir() {
			path, err = filepath.Rel(dir, path)
			paths = append(paths, filepath.ToSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func TestEraseAll(t *testing.T) {
	t.Run("nothing is left, not even the folder", func(t *testing.T) {
		dir, device := journalWithAll(t)
		if err := vault.Erase(dir, device); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q is left, %v", left(t, dir), err)
		}
		if keys := left(t, device); keys != nil {
			t.Errorf("the device key is left: %q", keys)
		}
		wantErr(t, vault.Erase(dir, device), vault.ErrNoJournal)
	})
	t.Run("what is not ours stays", func(t *testing.T) {
		dir, device := journalWithAll(t)
		elsewhere := t.TempDir()
		overwrite(t, filepath.Join(elsewhere, "20250309T024200Z-0002.age"), []byte("x"))
		foreign := []string{"backups/mine.age", "inbox/letter.txt", "notes.md", "set-aside/20250309T024200Z/own", "set-aside/photos/vault.db"}
		for _, name := range foreign {
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
				t.Fatal(err)
			}
			overwrite(t, filepath.Join(dir, name), []byte("x"))
		}
		overwrite(t, filepath.Join(device, "other.key"), []byte("x"))
		if err := os.Rename(filepath.Join(dir, "restoring"), filepath.Join(elsewhere, "restoring")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(elsewhere, "restoring"), filepath.Join(dir, "restoring")); err != nil {
			t.Skip(err)
		}
		there := left(t, elsewhere)
		if err := vault.Erase(dir, device); err != nil {
			t.Fatal(err)
		}
		if got, want := left(t, dir), []string{"backups/mine.age", "inbox/letter.txt", "notes.md", "restoring", "set-aside/20250309T024200Z/own", "set-aside/photos/vault.db"}; !slices.Equal(got, want) {
			t.Errorf("left %q, want %q", got, want)
		}
		if got := left(t, elsewhere); !slices.Equal(got, there) {
			t.Errorf("behind the link %q, want %q", got, there)
		}
		if got := left(t, device); !slices.Equal(got, []string{"other.key"}) {
			t.Errorf("keys %q", got)
		}
	})
	t.Run("not while it is open", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		fill(t, v, 3)
		wantErr(t, vault.Erase(dir, t.TempDir()), vault.ErrInUse)
		if got := texts(t, reopen(t, v, dir, vault.Passphrase(passphrase)), "a"); len(got) != 3 {
			t.Errorf("%d lines", len(got))
		}
	})
	t.Run("not a folder without a journal", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "backups"), 0o700); err != nil {
			t.Fatal(err)
		}
		overwrite(t, filepath.Join(dir, "backups", "20250309T024200Z-0001.age"), []byte("x"))
		wantErr(t, vault.Erase(dir, t.TempDir()), vault.ErrNoJournal)
		if len(left(t, dir)) != 1 {
			t.Error("a file is gone")
		}
	})
	t.Run("a damaged one too", func(t *testing.T) {
		dir, device := journalWithAll(t)
		overwrite(t, filepath.Join(dir, "vault.db"), []byte("not a database"))
		overwrite(t, filepath.Join(dir, "vault.db-wal"), []byte("not a log"))
		if err := vault.Erase(dir, device); err != nil || left(t, dir) != nil || left(t, device) != nil {
			t.Error(err, left(t, dir), left(t, device))
		}
	})
	t.Run("killed, it is whole or gone", func(t *testing.T) {
		for range 12 {
			dir, device := journalWithAll(t)
			victim := startVictim(t, "erase all", dir, device)
			<-victim.heard
			time.AfterFunc(time.Duration(rand.IntN(3000))*time.Microsecond, victim.kill)
			for range victim.heard {
			}
			switch v, err := vault.Open(dir, vault.Device(device)); {
			case err == nil:
				if got := texts(t, v, "a"); len(got) != 3 {
					t.Errorf("%d lines", len(got))
				}
				v.Close()
			case !errors.Is(err, vault.ErrNoJournal):
				t.Error(err)
			}
			// Again it comes to its end.
			if err := vault.Erase(dir, device); err != nil && !errors.Is(err, vault.ErrNoJournal) {
				t.Error(err)
			}
			if left(t, device) != nil || slices.ContainsFunc(left(t, dir), func(name string) bool { return name != "vault.lock" }) {
				t.Errorf("left %q, %q", left(t, dir), left(t, device))
			}
		}
	})
}
