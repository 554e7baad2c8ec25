package vault_test

import (
	"cmp"
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/search"
	"firsthand/internal/vault"

	"golang.org/x/crypto/argon2"
)

// The figures of the vault, beside those of plain SQLite with FTS5 and of a bare append that is made durable, each taken
// in turns with the others, so that a busy machine is busy for all of them:
//
//	make bench                                   with 1,000 and 10,000 entries
//	FIRSTHAND_BENCH_ENTRIES=100000 make bench    with as many as that; several numbers may be given, with commas between

const entrySize = 4 << 10

func benchSizes() []int {
	var sizes []int
	for s := range strings.SplitSeq(cmp.Or(os.Getenv("FIRSTHAND_BENCH_ENTRIES"), "1000,10000"), ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 100 {
			panic("FIRSTHAND_BENCH_ENTRIES is not a list of numbers of 100 and more")
		}
		sizes = append(sizes, n)
	}
	return sizes
}

// BenchmarkFigures prints a table for each number of entries.
func BenchmarkFigures(b *testing.B) {
	for _, n := range benchSizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			w := newWorld(b, n)
			b.Run("save", w.save)
			b.Run("list", w.list)
			b.Run("scan", func(b *testing.B) { w.scan(b, "one word", w.word) })
			b.Run("scan-all", func(b *testing.B) { w.scan(b, "a word that is nowhere", func() string { return "nowhere" }) })
			b.Run("index", w.build)
			b.Run("word", func(b *testing.B) { w.search(b, "search: one word", w.word) })
			b.Run("three", func(b *testing.B) { w.search(b, "search: three words", w.three) })
			b.Run("prefix", func(b *testing.B) { w.search(b, "search: two or three letters", w.prefix) })
			b.Run("key", w.key)
			w.size(b)
			w.print(os.Stdout)
		})
	}
}

// A world is the same entries in a vault, in a peer, and nothing but a file.
type world struct {
	n      int
	text   int64 // bytes
	corpus *corpus
	dir    string
	vault  *vault.Vault
	peer   *peer
	raw    *os.File
	table  [][4]string // what, here, the peer, the file
}

func newWorld(b *testing.B, n int) *world {
	b.Helper()
	w := &world{n: n, corpus: newCorpus(), peer: newPeer(b)}
	w.vault, w.dir, _ = newJournal(b)
	var err error
	if w.raw, err = os.Create(filepath.Join(b.TempDir(), "raw")); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { w.raw.Close(); w.vault.Close() })
	for first := 0; first < n; first += 100 {
		id := fmt.Sprint("a", first)
		a := account(id)
		a.Started = night.Add(time.Duration(first) * time.Hour)
		change := journal.Change{Accounts: []journal.Account{a}}
		for i := range min(100, n-first) {
			e := entry(id, fmt.Sprint("e", first+i), w.corpus.text(entrySize), i)
			e.Recorded = night.Add(time.Duration(first+i) * time.Hour)
			w.text += int64(len(e.Text))
			change.Entries = append(change.Entries, e)
		}
		apply(b, w.vault, change)
		w.peer.apply(b, change)
	}
	return w
}

// times are how long something took, each time.
type times []time.Duration

func (t *times) of(f func()) {
	start := time.Now()
	f()
	*t = append(*t, time.Since(start))
}

// at is the time that so many of a hundred do not exceed.
func (t times) at(percent int) time.Duration {
	slices.Sort(t)
	return t[min(len(t)-1, len(t)*percent/100)]
}

func (w *world) row(b *testing.B, what string, percent int, here, peer, raw times) {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	mine := here.at(percent)
	cells := [4]string{what, fmt.Sprintf("%.2f ms", ms(mine))}
	b.ReportMetric(ms(mine), fmt.Sprintf("p%d-ms", percent))
	for i, other := range []times{peer, raw} {
		if len(other) > 0 {
			ratio := float64(mine) / float64(other.at(percent))
			cells[2+i] = fmt.Sprintf("%.2f ms  %.2f×", ms(other.at(percent)), ratio)
			b.ReportMetric(ratio, fmt.Sprintf("p%d/%s", percent, []string{"plain", "append"}[i]))
		}
	}
	w.table = append(w.table, cells)
}

func (w *world) save(b *testing.B) {
	w.vault.Index()
	if err := w.vault.Indexed(background); err != nil {
		b.Fatal(err)
	}
	e, err := w.vault.Entry(background, "e77")
	if err != nil {
		b.Fatal(err)
	}
	var here, peer, raw times
	for b.Loop() {
		e.Revision++
		e.Text = w.corpus.text(entrySize)
		here.of(func() { apply(b, w.vault, journal.Change{Entries: []journal.Entry{e}}) })
		peer.of(func() { w.peer.save(b, e) })
		raw.of(func() {
			if _, err := w.raw.WriteString(e.Text); err != nil {
				b.Fatal(err)
			}
			if err := datasync(w.raw); err != nil {
				b.Fatal(err)
			}
		})
	}
	w.row(b, "autosave, half of them within", 50, here, peer, raw)
	w.row(b, "autosave, 99 of 100 within", 99, here, peer, raw)
}

// list opens both by what comes after the key, and has all there is to list.
func (w *world) list(b *testing.B) {
	var here, peer times
	for b.Loop() {
		w.vault.Close()
		w.peer.db.Close()
		here.of(func() {
			var err error
			if w.vault, err = vault.Open(w.dir, vault.Passphrase(passphrase)); err != nil {
				b.Fatal(err)
			}
			if _, err = w.vault.Accounts(background); err != nil {
				b.Fatal(err)
			}
		})
		peer.of(func() {
			w.peer.open(b)
			if n := w.peer.list(b); n != w.n {
				b.Fatal(n)
			}
		})
	}
	w.row(b, "list after the key", 50, here, peer, nil)
}

func (w *world) word() string { return w.corpus.word(200 + w.corpus.random.IntN(400)) }
func (w *world) three() string {
	return w.corpus.word(20+w.corpus.random.IntN(60)) + " " + w.corpus.word(20+w.corpus.random.IntN(60)) + " " + w.word()
}
func (w *world) prefix() string {
	letters := []rune(w.word())
	return string(letters[:min(len(letters), 2+w.corpus.random.IntN(2))])
}

// search is what the window asks for: the 200 latest, in full.
func (w *world) search(b *testing.B, what string, query func() string) {
	var here, peer times
	for b.Loop() {
		q := search.Parse(query())
		match := vault.Match(q)
		var found, same int
		here.of(func() {
			es, err := w.vault.Search(background, q, nil, 200)
			if err != nil {
				b.Fatal(err)
			}
			found = len(es)
		})
		peer.of(func() { same = w.peer.search(b, match) })
		if found != same {
			b.Fatalf("%s: found %d, the peer %d", match, found, same)
		}
	}
	w.row(b, what+", 99 of 100 within", 99, here, peer, nil)
}

// scan is what answers until the index is ready.
func (w *world) scan(b *testing.B, what string, query func() string) {
	var here, peer times
	for b.Loop() {
		word := query()
		here.of(func() {
			if _, err := w.vault.Search(background, search.Parse(word), nil, 200); err != nil {
				b.Fatal(err)
			}
		})
		peer.of(func() { w.peer.scan(b, word) })
	}
	w.row(b, "before the index is ready: "+what+", half within", 50, here, peer, nil)
}

func (w *world) build(b *testing.B) {
	var here, peer times
	for b.Loop() {
		w.vault.Close()
		var err error
		if w.vault, err = vault.Open(w.dir, vault.Passphrase(passphrase)); err != nil {
			b.Fatal(err)
		}
		here.of(func() {
			w.vault.Index()
			if err := w.vault.Indexed(background); err != nil {
				b.Fatal(err)
			}
		})
		peer.of(func() { w.peer.exec(b, `INSERT INTO words (words) VALUES ('rebuild')`) })
	}
	w.row(b, "index ready", 50, here, peer, nil)
}

// key is what comes before: from the passphrase to the key, beside Argon2id alone.
func (w *world) key(b *testing.B) {
	v, _, err := vault.Create(filepath.Join(b.TempDir(), "other"), vault.Options{Passphrase: passphrase, KDF: vault.FloorKDF, WithoutRecovery: true})
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	k := vault.FloorKDF
	salt := make([]byte, 32)
	rand.Read(salt)
	var here, alone times
	for b.Loop() {
		here.of(func() {
			if err := v.CheckPassphrase(passphrase); err != nil {
				b.Fatal(err)
			}
		})
		alone.of(func() { argon2.IDKey([]byte(passphrase), salt, k.Time, k.MemoryKiB, k.Threads, 32) })
	}
	w.row(b, fmt.Sprintf("passphrase to key (at least %d MiB, t=%d, p=%d)", k.MemoryKiB>>10, k.Time, k.Threads), 50, here, nil, nil)
	last := &w.table[len(w.table)-1]
	last[2] = fmt.Sprintf("Argon2id alone: %.2f ms", float64(alone.at(50).Microseconds())/1000)
}

func (w *world) size(b *testing.B) {
	memory := w.vault.IndexSize()
	w.vault.Close() // both without a log
	w.peer.db.Close()
	over := func(path string) float64 {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		return float64(info.Size()) / float64(w.text)
	}
	w.table = append(w.table,
		[4]string{"file over text", fmt.Sprintf("%.2f", over(filepath.Join(w.dir, "vault.db"))), fmt.Sprintf("%.2f", over(w.peer.path))},
		[4]string{"index in memory", fmt.Sprintf("%d MB", memory>>20), "on disk"})
}

func (w *world) print(to io.Writer) {
	fmt.Fprintf(to, "\n%d entries of 4 KB, %d cores\n\n", w.n, runtime.NumCPU())
	t := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "\tFirsthand\tplain SQLite + FTS5\tappend + fdatasync\n")
	for _, row := range w.table {
		fmt.Fprintln(t, strings.Join(row[:], "\t"))
	}
	t.Flush()
	fmt.Fprintln(to)
}

// large is a journal of 10,000 entries.
func large(b *testing.B) (v *vault.Vault, dir string) {
	b.Helper()
	v, dir, _ = newJournal(b)
	c := newCorpus()
	for a := range 100 {
		id := fmt.Sprint("a", a)
		change := journal.Change{Accounts: []journal.Account{account(id)}}
		for i := range 100 {
			change.Entries = append(change.Entries, entry(id, fmt.Sprintf("%s-%d", id, i), c.text(entrySize), i))
		}
		apply(b, v, change)
	}
	return v, dir
}

func BenchmarkDrop(b *testing.B) {
	v, dir, _ := newJournal(b)
	i := 0
	for b.Loop() {
		drop(b, dir, line(fmt.Sprint(i), "one line"))
		if i++; i%1000 == 0 {
			b.StopTimer()
			if _, err := v.Drain(background, func([]journal.Line) error { return nil }); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
	}
}

func BenchmarkEntries(b *testing.B) {
	v, _ := large(b)
	for b.Loop() {
		if entries, err := v.Entries(background, "a7"); len(entries) != 100 || err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRekey(b *testing.B) {
	v, _ := large(b)
	for b.Loop() {
		if err := v.Rekey(passphrase); err != nil {
			b.Fatal(err)
		}
	}
}
