package vault_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

// The figures of a journal of 10,000 entries of 4 KB: go test -bench . -run '^$' ./internal/vault

const benchEntries = 10_000

var prose = strings.Repeat("03:42 restarted the queue, errors went up before they came down; I expected them to fall. ", 45)

func large(b *testing.B) (v *vault.Vault, dir string) {
	b.Helper()
	v, dir, _ = newJournal(b)
	for a := range 100 {
		id := fmt.Sprint("a", a)
		change := journal.Change{Accounts: []journal.Account{account(id)}}
		for i := range benchEntries / 100 {
			e := entry(id, fmt.Sprintf("%s-%d", id, i), fmt.Sprintf("number%d of %s: %s", i, id, prose), i)
			change.Entries = append(change.Entries, e)
		}
		apply(b, v, change)
	}
	return v, dir
}

func report(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
}

// BenchmarkAppend is the floor: 4 KB appended to a file and made durable.
func BenchmarkAppend(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "raw"))
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		f.WriteString(prose)
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	report(b, took)
}

func BenchmarkSave(b *testing.B) {
	v, _ := large(b)
	e := entry("a1", "a1-7", prose, 7)
	var took []time.Duration
	for b.Loop() {
		e.Revision++
		start := time.Now()
		apply(b, v, journal.Change{Entries: []journal.Entry{e}})
		took = append(took, time.Since(start))
	}
	report(b, took)
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

// BenchmarkOpen opens the journal by a cheap passphrase and lists the accounts: what comes after the key.
func BenchmarkOpen(b *testing.B) {
	v, dir := large(b)
	v.Close()
	var took []time.Duration
	for b.Loop() {
		start := time.Now()
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := v.Accounts(background); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
		v.Close()
	}
	report(b, took)
}

func BenchmarkEntries(b *testing.B) {
	v, _ := large(b)
	for b.Loop() {
		if entries, err := v.Entries(background, "a7"); len(entries) != 100 || err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	v, dir := large(b)
	for b.Loop() {
		if found, err := v.Search(background, search.Parse(`"number77" "a42"`), 50); len(found) != 1 || err != nil {
			b.Fatal(len(found), err)
		}
	}
	v.Close()
	if info, err := os.Stat(filepath.Join(dir, "vault.db")); err == nil {
		b.ReportMetric(float64(info.Size())/float64(benchEntries*len(prose)), "file/text")
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
