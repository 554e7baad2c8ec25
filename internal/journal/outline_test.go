package journal_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"firsthand/internal/journal"
)

// TestOutlines makes accounts at random, of lines that were moved in time, taken out and never had a moment, and checks
// that their outlines tell what reading them line by line tells.
func TestOutlines(t *testing.T) {
	ctx := context.Background()
	random := rand.New(rand.NewPCG(4, 10))
	d := open(t)
	zones := []*time.Location{time.UTC, berlin(), time.FixedZone("", -9*3600)}
	for i := range 12 {
		id := journal.AccountID(fmt.Sprint("a", i))
		change := journal.Change{Accounts: []journal.Account{{ID: id, State: journal.Open, Zone: "Europe/Berlin", Started: night.UTC()}}}
		for k := range random.IntN(9) {
			e := journal.Entry{ID: journal.EntryID(fmt.Sprint(id, "-", k)), Account: id, Text: fmt.Sprint("line ", k), Position: k, Revision: 1, Recorded: night.UTC()}
			if random.IntN(4) > 0 {
				e.Moment = journal.At(night.Add(time.Duration(random.IntN(4)) * time.Hour).In(zones[random.IntN(len(zones))]))
			}
			if random.IntN(4) == 0 {
				e.Removed = night.UTC()
			}
			change.Entries = append(change.Entries, e)
		}
		if err := d.store.Apply(ctx, change); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Tell(ctx, "a3"); err != nil {
		t.Fatal(err)
	}
	outlines, err := d.Outlines(ctx)
	if err != nil || len(outlines) != 12 {
		t.Fatalf("%d outlines, %v", len(outlines), err)
	}
	for _, got := range outlines {
		a, es, err := d.Account(ctx, got.ID)
		if err != nil {
			t.Fatal(err)
		}
		a.Telling = nil // which a list does not read
		want := journal.Outline{Account: a, Entries: len(es)}
		for _, e := range es {
			if !e.Removed.IsZero() {
				continue
			}
			if want.Lines++; want.Lines == 1 {
				want.First = e
			}
			if at := e.Moment.Local(); !e.Moment.IsZero() {
				if want.Began.IsZero() {
					want.Began = at
				}
				want.Ended = at
			}
		}
		again := journal.OutlineOf(a, es)
		for _, o := range []*journal.Outline{&got, &want, &again} {
			// Two instants on clocks that differ as they should.
			for _, at := range []*time.Time{&o.Began, &o.Ended} {
				_, offset := at.Zone()
				*at = at.UTC().Add(time.Duration(offset) * time.Second)
			}
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: the outline is\n%+v, and its lines say\n%+v", got.ID, got, want)
		}
		if !reflect.DeepEqual(again, want) {
			t.Errorf("%s: the outline of what was read is\n%+v, and its lines say\n%+v", got.ID, again, want)
		}
	}
}

// TestOutlinesLeaveOutTheBin checks that what lies in the bin is neither listed nor named by the start of an id.
func TestOutlinesLeaveOutTheBin(t *testing.T) {
	ctx := context.Background()
	d := open(t)
	gone := d.record(t, "one that nobody needs", journal.Note)
	d.now = d.now.Add(24 * time.Hour)
	stays := d.record(t, "another", journal.Note)
	if _, err := d.Bin(ctx, gone.Account); err != nil {
		t.Fatal(err)
	}
	outlines, err := d.Outlines(ctx)
	if err != nil || len(outlines) != 1 || outlines[0].First.ID != stays.ID {
		t.Errorf("listed %+v, %v", outlines, err)
	}
	if ids, err := d.EntryIDs(ctx); err != nil || len(ids) != 1 || ids[0] != stays.ID {
		t.Errorf("the ids are %v, %v", ids, err)
	}
}
