package main

import (
	"context"
	"fmt"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
	"firsthand/internal/sample"
)

// many is how much there is of what there can be too much of.
const many = 10_000

// seed puts into the open journal what a test begins with:
//
//	night     the sample accounts
//	lines     one account of 10,000 lines
//	day       2,000 lines of one account, of all kinds, over a day
//	accounts  10,000 accounts of a line each
//	years     36 accounts over two years, with all that can be said of them
func seed(ctx context.Context, what string, open *journal.Journal, now time.Time) error {
	switch what {
	case "night":
		for _, a := range sample.Night() {
			in, err := archive.Read([]byte(a.Plain()), archive.Options{Name: a.Name, Now: now})
			if err != nil {
				return err
			}
			if _, _, err := open.Import(ctx, in.Account, in.Entries); err != nil {
				return err
			}
		}
	case "lines":
		var es []journal.Entry
		for i := range many {
			at := now.Add(time.Duration(i-many) * time.Second)
			es = append(es, entry(i, at, fmt.Sprintf("look %d: errors climb, the queue is %d deep and nobody answers", i, 17*i)))
		}
		return account(ctx, open, es)
	case "day":
		var es []journal.Entry
		for i := range 2000 {
			e := entry(i, now.Add(time.Duration(i-2000)*43*time.Second), fmt.Sprintf("look %d: errors climb, the queue is %d deep", i, 17*i))
			e.Kind = journal.Kinds[i%5]
			es = append(es, e)
		}
		return account(ctx, open, es)
	case "accounts":
		for i := range many {
			at := now.Add(-time.Duration(i+1) * 7 * time.Hour)
			e := entry(0, at, fmt.Sprintf("paged, checkout errors for the %dth time", i))
			if err := account(ctx, open, []journal.Entry{e}); err != nil {
				return err
			}
		}
	case "years":
		return years(ctx, open, now)
	default:
		return fmt.Errorf("no seed %q", what)
	}
	return nil
}

// account keeps an account of these lines, open to another one.
func account(ctx context.Context, open *journal.Journal, es []journal.Entry) error {
	at := es[0].Recorded
	a := journal.Account{State: journal.Open, Zone: at.Location().String(), Started: at}
	_, _, err := open.Import(ctx, a, es)
	return err
}

func entry(position int, at time.Time, text string) journal.Entry {
	return journal.Entry{Text: text, Moment: journal.At(at), Recorded: at.UTC(), Position: position}
}
