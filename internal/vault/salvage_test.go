package vault_test

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// salvaged is everything that is left of account a, by entry; it fails where a text is not one that was written.
func salvaged(t testing.TB, dir string, key vault.Key) (texts map[journal.EntryID]string, rest vault.Rest, unplaced int) {
	t.Helper()
	r, err := vault.Salvage(dir, key)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	texts = make(map[journal.EntryID]string)
	for _, rest = range r.Rests() {
		_, entries, err := r.Account(background, rest.Account)
		if err != nil || len(entries) != rest.Readable {
			t.Errorf("%+v, but %d entries, %v", rest, len(entries), err)
		}
		for _, e := range entries {
			texts[e.ID] = e.Text
			if want := long(string(e.ID)); e.Text != want {
				t.Errorf("%s says %.40q", e.ID, e.Text)
			}
		}
	}
	return texts, rest, r.Unplaced()
}

// long is a text of which some fit a page and some do not.
func long(id string) string {
	n := 0
	fmt.Sscanf(id, "e%d", &n)
	return strings.Repeat(fmt.Sprintf("number %d, ", n), 1+(n*n*37)%900)
}

// worn is a journal of so many entries, in a folder, closed.
func worn(t testing.TB, entries int, told bool) (dir, recovery string) {
	t.Helper()
	v, dir, recovery := newJournal(t)
	change := journal.Change{Accounts: []journal.Account{account("a")}}
	for i := range entries {
		id := fmt.Sprint("e", i)
		change.Entries = append(change.Entries, entry("a", id, long(id), i))
	}
	if told {
		change.Accounts[0].Telling = &journal.Telling{At: night, Entries: change.Entries}
	}
	apply(t, v, change)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	return dir, recovery
}

// TestSalvage_every_page overwrites each page of the database in turn: what is lost is at most what lay on it, and with
// what is told to be missing it is all there was.
func TestSalvage_every_page(t *testing.T) {
	const entries, page = 40, 4096
	dir, recovery := worn(t, entries, false)
	path := filepath.Join(dir, "vault.db")
	whole := read(t, path)
	sealed := 0
	for at := 0; at < len(whole); at += page {
		spoiled := append([]byte(nil), whole...)
		copy(spoiled[at:at+page], strings.Repeat("\xa5", page))
		overwrite(t, path, spoiled)
		r, err := vault.Salvage(dir, vault.Passphrase(passphrase))
		if err != nil {
			// The page of the slots: the other key lies on it too.
			wantErr(t, err, vault.ErrDamaged)
			sealed++
			continue
		}
		r.Close()
		texts, rest, unplaced := salvaged(t, dir, vault.Recovery(recovery))
		if lost := rest.Missing + unplaced; len(texts)+lost < entries || len(texts) < entries-15 {
			t.Errorf("page %d: %d entries, and %d are said to be lost", at/page, len(texts), lost)
		}
	}
	if sealed != 1 {
		t.Errorf("%d pages, each of which seals all, want 1", sealed)
	}
}

// TestSalvage_cut cuts the database at many lengths: every row that lies whole in what is left comes out.
func TestSalvage_cut(t *testing.T) {
	const entries = 40
	dir, _ := worn(t, entries, false)
	path := filepath.Join(dir, "vault.db")
	whole := read(t, path)
	before := -1
	for size := 0; size <= len(whole); size += 1531 {
		overwrite(t, path, whole[:size])
		r, err := vault.Salvage(dir, vault.Passphrase(passphrase))
		if err != nil {
			wantErr(t, err, vault.ErrDamaged)
			if before >= 0 {
				t.Fatalf("%d bytes: %v, though fewer opened", size, err)
			}
			continue
		}
		r.Close()
		texts, _, _ := salvaged(t, dir, vault.Passphrase(passphrase))
		if len(texts) < before {
			t.Errorf("%d bytes: %d entries, fewer than of less", size, len(texts))
		}
		before = len(texts)
	}
	if before < entries-2 {
		t.Errorf("%d entries of a file that is almost whole", before)
	}
}

// TestSalvage_first_page loses the header, the schema and the way to every table.
func TestSalvage_first_page(t *testing.T) {
	dir, recovery := worn(t, 40, false)
	path := filepath.Join(dir, "vault.db")
	data := read(t, path)
	clear(data[:4096])
	overwrite(t, path, data)
	_, err := vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrDamaged)
	for _, key := range []vault.Key{vault.Passphrase(passphrase), vault.Recovery(recovery)} {
		texts, rest, unplaced := salvaged(t, dir, key)
		if len(texts) != 40 || !rest.Whole() || unplaced != 0 {
			t.Errorf("%d entries, %+v, %d unplaced", len(texts), rest, unplaced)
		}
	}
	_, err = vault.Salvage(dir, vault.Passphrase("another one"))
	wantErr(t, err, vault.ErrWrongKey)
	_, err = vault.Salvage(dir, vault.Device(t.TempDir()))
	wantErr(t, err, vault.ErrNoSuchKey)
}

// TestSalvage_log reads a journal of a program that was killed: with its log, without it, and the log alone.
func TestSalvage_log(t *testing.T) {
	v, dir, device := newDeviceJournal(t)
	change := func(from, to int) (c journal.Change) {
		for i := from; i < to; i++ {
			id := fmt.Sprint("e", i)
			c.Entries = append(c.Entries, entry("a", id, long(id), i))
		}
		return c
	}
	first := change(0, 10)
	first.Accounts = []journal.Account{account("a")}
	apply(t, v, first)
	v = reopen(t, v, dir, vault.Device(device))
	apply(t, v, change(10, 20))
	killed := filepath.Join(t.TempDir(), "killed")
	if out, err := child("copy", dir, killed).Output(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	path := filepath.Join(killed, "vault.db")
	db, log := read(t, path), read(t, path+"-wal")
	for _, c := range []struct {
		name    string
		db, log []byte
		want    int
	}{
		{"both", db, log, 20},
		{"a header that is lost", append(make([]byte, 100), db[100:]...), log, 20},
		{"a log without its header", db, append(make([]byte, 32), log[32:]...), 20},
		{"no log", db, nil, 10},
	} {
		overwrite(t, path, c.db)
		os.Remove(path + "-wal")
		if c.log != nil {
			overwrite(t, path+"-wal", c.log)
		}
		if texts, rest, _ := salvaged(t, killed, vault.Device(device)); len(texts) != c.want || rest.Missing != 0 {
			t.Errorf("%s: %d entries, %+v", c.name, len(texts), rest)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	overwrite(t, path+"-wal", log)
	r, err := vault.Salvage(killed, vault.Device(device))
	if err == nil {
		r.Close()
	} else {
		wantErr(t, err, vault.ErrDamaged) // the slots were written before the log began
	}
}

// TestSalvage_says tells what is missing of an account, and takes from its first telling what it can.
func TestSalvage_says(t *testing.T) {
	for _, c := range []struct {
		name   string
		told   bool
		tamper []string
		want   vault.Rest
		left   int // unplaced
	}{
		{"nothing", false, nil, vault.Rest{Readable: 8}, 0},
		{"a body", false, []string{`DELETE FROM body WHERE id = 3`}, vault.Rest{Readable: 7, Missing: 1}, 0},
		{"a head", false, []string{`UPDATE head SET ct = x'00' WHERE id = 3`}, vault.Rest{Readable: 8}, 0},
		{"a head and its body", false, []string{`DELETE FROM head WHERE id = 3`, `DELETE FROM body WHERE id = 3`}, vault.Rest{Readable: 7}, 1},
		{"the account", false, []string{`DELETE FROM head WHERE id = 1`}, vault.Rest{Readable: 8, Nameless: true}, 0},
		{"a body that was told", true, []string{`DELETE FROM body WHERE id = 4`}, vault.Rest{Readable: 8, Older: 1}, 0},
		{"all that was told", true, []string{`DELETE FROM head WHERE id > 2`, `DELETE FROM body WHERE id > 2`}, vault.Rest{Readable: 8, Older: 8}, 0},
		{"the first telling", true, []string{`DELETE FROM body WHERE id = 2`}, vault.Rest{Readable: 8, Other: 1}, 0},
	} {
		dir, recovery := worn(t, 8, c.told)
		tamper(t, dir, append([]string{`PRAGMA secure_delete = ON`}, c.tamper...)...) // or what was removed would be found
		_, got, left := salvaged(t, dir, vault.Recovery(recovery))
		c.want.Account, c.want.Started = "a", night
		if got.Started = got.Started.In(night.Location()); got.Started.Equal(night) {
			got.Started = night
		}
		if got != c.want || left != c.left {
			t.Errorf("%s: %+v and %d without an account; want %+v and %d", c.name, got, left, c.want, c.left)
		}
	}
}

// TestSalvage_inbox gives the lines that wait beside a journal that does not open.
func TestSalvage_inbox(t *testing.T) {
	dir, _ := worn(t, 3, false)
	drop(t, dir, line("waits", "a waiting line"))
	overwrite(t, filepath.Join(dir, "inbox", "0123456789abcdef0123456789abcdef.line"), []byte("junk"))
	tamper(t, dir, `DELETE FROM root`)
	r, err := vault.Salvage(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	lines, stuck, err := r.Waiting(dir)
	if err != nil || len(lines) != 1 || lines[0].Text != "a waiting line" || stuck != 1 {
		t.Errorf("%+v, %d stuck, %v", lines, stuck, err)
	}
}

// TestVerify_names names everything that is wrong, not the first thing only, and says how much there is besides.
func TestVerify_names(t *testing.T) {
	dir, _ := worn(t, 8, false)
	tamper(t, dir, `UPDATE body SET ct = x'00' WHERE id = 3`, `UPDATE body SET ct = x'00' WHERE id = 4`)
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var broken *vault.DamageError
	if err := v.Verify(background); !errors.As(err, &broken) || len(broken.Damage) != 2 || broken.Damage[0].Name != "e1" || broken.Damage[1].Name != "e2" {
		t.Fatal(err)
	}
	if rests := v.Rests(broken.Damage); len(rests) != 1 || rests[0].Readable != 6 || rests[0].Missing != 2 {
		t.Errorf("%+v", rests)
	}
}

// TestVerify_pages finds that the file says more free pages than there are.
func TestVerify_pages(t *testing.T) {
	dir, _ := worn(t, 8, false)
	path := filepath.Join(dir, "vault.db")
	data := read(t, path)
	binary.BigEndian.PutUint32(data[36:], binary.BigEndian.Uint32(data[36:])+1)
	overwrite(t, path, data)
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	wantPart(t, v.Verify(background), vault.PartFile)
}

func BenchmarkSalvage(b *testing.B) {
	dir, _ := worn(b, 2000, false)
	for b.Loop() {
		began := time.Now()
		texts, _, _ := salvaged(b, dir, vault.Passphrase(passphrase))
		b.ReportMetric(float64(len(texts))/time.Since(began).Seconds(), "entries/s")
	}
}
