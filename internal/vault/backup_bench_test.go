package vault_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// BenchmarkBackup backs up 10,000 entries of 4 KB in 200 accounts, alone and while somebody saves: how long one takes,
// and what a save costs beside it (p50 and p99 in milliseconds, against the same save without a backup).
func BenchmarkBackup(b *testing.B) {
	v, _, _ := newJournal(b)
	for a := range 200 {
		id := fmt.Sprintf("a%d", a)
		c := journal.Change{Accounts: []journal.Account{account(id)}}
		for i := range 50 {
			c.Entries = append(c.Entries, entry(id, fmt.Sprintf("%s-%d", id, i), strings.Repeat("the replica lags ", 240), i))
		}
		apply(b, v, c)
	}
	revision := 1
	save := func() time.Duration {
		revision++
		e := entry("a0", "a0-0", strings.Repeat("saved again ", 340), 0)
		e.Revision = revision
		start := time.Now()
		apply(b, v, journal.Change{Entries: []journal.Entry{e}})
		return time.Since(start)
	}
	report := func(name string, saves []time.Duration) {
		slices.Sort(saves)
		at := func(part float64) float64 { return saves[int(float64(len(saves)-1)*part)].Seconds() * 1000 }
		b.ReportMetric(at(0.5), name+"-p50-ms")
		b.ReportMetric(at(0.99), name+"-p99-ms")
	}
	var alone, beside []time.Duration
	for range 300 {
		alone = append(alone, save())
	}
	for b.Loop() {
		done := make(chan error)
		go func() {
			_, err := v.Backup(background, "", time.Now())
			done <- err
		}()
		for going := true; going; {
			beside = append(beside, save())
			select {
			case err := <-done:
				if err != nil {
					b.Fatal(err)
				}
				going = false
			default:
			}
		}
	}
	report("save", alone)
	report("beside", beside)
}
