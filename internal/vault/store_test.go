package vault_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/search"
	"firsthand/internal/vault"
)

var background = context.Background()

func TestApply(t *testing.T) {
	t.Run("what is written is read, after opening again too", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		a := account("a")
		a.Codename, a.Type, a.T0, a.Started = "Heron", journal.NearMiss, "e2", a.Started.UTC()
		e := entry("a", "e1", "line one\r\n\tline two 🐶 e\u0301 \x00 \u202e", 0)
		e.Kind, e.Locked, e.Recorded, e.Removed = journal.Effect, true, night.UTC(), night.UTC().Add(time.Hour)
		e.Revisions = []journal.Revision{{Number: 1, Text: "before", Until: night.UTC()}}
		review := journal.Review{Account: "a", Decisions: []journal.Decided{{Decision: redact.Decision{Kind: redact.Host, Key: "db-3", Action: redact.As, Label: "database 1"}, Spent: "f"}}}
		release := journal.Release{ID: "r", Account: "a", At: night.UTC(), Profile: redact.ByRole, Entries: []journal.EntryID{"e1"}, Fingerprint: "f", Checksums: map[string]string{"pdf": "00"}}
		hidden := []redact.Known{{Kind: redact.Person, Forms: []string{"Ana", "ana.m"}, Author: true}}
		apply(t, v, journal.Change{Accounts: []journal.Account{a}, Entries: []journal.Entry{e}, Hidden: &hidden, Reviews: []journal.Review{review}, Releases: []journal.Release{release}})
		for range 2 {
			if got, err := v.Account(background, "a"); err != nil || !reflect.DeepEqual(got, a) {
				t.Errorf("account %+v, %v", got, err)
			}
			if got, err := v.Entry(background, "e1"); err != nil || !reflect.DeepEqual(got, e) {
				t.Errorf("entry\n%+v, want\n%+v, %v", got, e, err)
			}
			if got, err := v.Review(background, "a"); err != nil || !reflect.DeepEqual(got, review) {
				t.Errorf("review %+v, %v", got, err)
			}
			if got, err := v.Releases(background, "a"); err != nil || !reflect.DeepEqual(got, []journal.Release{release}) {
				t.Errorf("releases %+v, %v", got, err)
			}
			if got, err := v.Hidden(background); err != nil || !reflect.DeepEqual(got, hidden) {
				t.Errorf("hidden %+v, %v", got, err)
			}
			v = reopen(t, v, dir, vault.Passphrase(passphrase))
		}
	})
	t.Run("nothing is nothing", func(t *testing.T) {
		v, _, _ := newJournal(t)
		apply(t, v, journal.Change{})
		if got, err := v.Hidden(background); err != nil || got != nil {
			t.Error(got, err)
		}
		if got, err := v.Review(background, "a"); err != nil || !reflect.DeepEqual(got, journal.Review{}) {
			t.Error(got, err)
		}
		_, err := v.Account(background, "a")
		wantErr(t, err, journal.ErrNotFound)
		_, err = v.Entries(background, "a")
		wantErr(t, err, journal.ErrNotFound)
		_, err = v.Entry(background, "a")
		wantErr(t, err, journal.ErrNotFound)
	})
	t.Run("a stale revision is refused, and all of its change", func(t *testing.T) {
		v, _, _ := newJournal(t)
		fill(t, v, 2)
		for _, revision := range []int{1, 3, 4} {
			e := entry("a", "e1", "other", 1)
			e.Revision = revision
			good := entry("a", "e0", "changed", 0)
			good.Revision = 2
			wantErr(t, v.Apply(background, journal.Change{Entries: []journal.Entry{good, e}}), journal.ErrStale)
		}
		if got := texts(t, v, "a"); got[0] != "I restarted number 0" || got[1] != "I restarted number 1" {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("the next revision is taken, within one change too", func(t *testing.T) {
		v, _, _ := newJournal(t)
		fill(t, v, 1)
		second, third := entry("a", "e0", "two", 0), entry("a", "e0", "three", 0)
		second.Revision, third.Revision = 2, 3
		apply(t, v, journal.Change{Entries: []journal.Entry{second, third}})
		if got := texts(t, v, "a"); !slices.Equal(got, []string{"three"}) {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("an import brings any revision", func(t *testing.T) {
		v, _, _ := newJournal(t)
		e := entry("a", "e", "imported", 0)
		e.Revision = 7
		apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}, Entries: []journal.Entry{e}})
	})
	t.Run("an entry needs its account", func(t *testing.T) {
		v, _, _ := newJournal(t)
		wantErr(t, v.Apply(background, journal.Change{Entries: []journal.Entry{entry("none", "e", "text", 0)}}), journal.ErrNotFound)
	})
	t.Run("an entry moves to another account", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		fill(t, v, 2)
		e := entry("b", "e0", "moved", 0)
		e.Revision = 2
		apply(t, v, journal.Change{Accounts: []journal.Account{account("b")}, Entries: []journal.Entry{e}})
		for range 2 {
			if a, b := texts(t, v, "a"), texts(t, v, "b"); len(a) != 1 || !slices.Equal(b, []string{"moved"}) {
				t.Errorf("entries %q, %q", a, b)
			}
			v = reopen(t, v, dir, vault.Passphrase(passphrase))
		}
	})
	t.Run("impossible records are refused", func(t *testing.T) {
		v, _, _ := newJournal(t)
		fill(t, v, 1)
		negative, zero, nameless := entry("a", "x", "t", -1), entry("a", "x", "t", 0), entry("a", "", "t", 0)
		zero.Revision = 0
		for _, change := range []journal.Change{
			{Entries: []journal.Entry{negative}}, {Entries: []journal.Entry{zero}}, {Entries: []journal.Entry{nameless}},
			{Accounts: []journal.Account{{}}}, {Reviews: []journal.Review{{}}}, {Releases: []journal.Release{{}}},
		} {
			if err := v.Apply(background, change); err == nil {
				t.Errorf("%+v was taken", change)
			}
		}
		if err := v.Verify(background); err != nil {
			t.Error(err)
		}
	})
	t.Run("the first telling is kept for ever", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		a := account("a")
		a.Telling = &journal.Telling{At: night.UTC(), Entries: []journal.Entry{entry("a", "e", "as told", 0)}}
		apply(t, v, journal.Change{Accounts: []journal.Account{a}})
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
		listed, err := v.Accounts(background)
		if err != nil || listed[0].Telling != nil {
			t.Fatal("a list with tellings", err)
		}
		listed[0].State = journal.Told
		apply(t, v, journal.Change{Accounts: listed})
		got, err := v.Account(background, "a")
		if err != nil || got.State != journal.Told || got.Telling == nil || got.Telling.Entries[0].Text != "as told" {
			t.Fatalf("%+v, %v", got, err)
		}
		apply(t, v, journal.Change{Accounts: []journal.Account{got}}) // the same one
		other := got
		other.Telling = &journal.Telling{At: night, Entries: nil}
		wantErr(t, v.Apply(background, journal.Change{Accounts: []journal.Account{other}}), vault.ErrRetold)
	})
	t.Run("a caller who gave up beforehand", func(t *testing.T) {
		v, _, _ := newJournal(t)
		ctx, cancel := context.WithCancel(background)
		cancel()
		wantErr(t, v.Apply(ctx, journal.Change{Accounts: []journal.Account{account("a")}}), context.Canceled)
	})
	t.Run("five megabytes", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		paste := strings.Repeat("0123456789abcde\n", 5<<16)
		apply(t, v, journal.Change{Accounts: []journal.Account{account("a")}, Entries: []journal.Entry{entry("a", "e", paste, 0)}})
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
		if got := texts(t, v, "a"); got[0] != paste {
			t.Errorf("%d bytes", len(got[0]))
		}
	})
}

func TestOrder(t *testing.T) {
	v, dir, _ := newJournal(t)
	var change journal.Change
	for i := range 5 {
		a := account(fmt.Sprint("a", i))
		a.Started = night.Add(time.Duration(i*7%5) * time.Hour)
		change.Accounts = append(change.Accounts, a)
		change.Entries = append(change.Entries, entry("a0", fmt.Sprint("e", i), fmt.Sprint("t", i*7%5), i*7%5))
		change.Releases = append(change.Releases, journal.Release{ID: journal.ReleaseID(fmt.Sprint("r", i)), Account: "a0", At: a.Started})
	}
	apply(t, v, change)
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	accounts, err := v.Accounts(background)
	if err != nil || len(accounts) != 5 || !slices.IsSortedFunc(accounts, func(a, b journal.Account) int { return b.Started.Compare(a.Started) }) {
		t.Errorf("accounts %v, %v", accounts, err)
	}
	releases, err := v.Releases(background, "a0")
	if err != nil || len(releases) != 5 || !slices.IsSortedFunc(releases, func(a, b journal.Release) int { return b.At.Compare(a.At) }) {
		t.Errorf("releases %v, %v", releases, err)
	}
	if got := texts(t, v, "a0"); !slices.Equal(got, []string{"t0", "t1", "t2", "t3", "t4"}) {
		t.Errorf("entries %q", got)
	}
}

func TestSearch(t *testing.T) {
	v, dir, _ := newJournal(t)
	change := journal.Change{Accounts: []journal.Account{account("a")}}
	for i, text := range []string{"Restarted the Café database", "ERRORS went up in Zu\u0308rich", "Straße, Łódź, Ærø", "removed restarted", "ﬁne. Restarted the cafe database again", "Σίσυφος 東京 ｆｕｌｌ"} {
		e := entry("a", fmt.Sprint("e", i), text, i)
		e.Recorded = night.Add(time.Duration(i) * time.Minute)
		if i == 3 {
			e.Removed = night
		}
		change.Entries = append(change.Entries, e)
	}
	apply(t, v, change)
	for range 2 {
		for _, c := range []struct {
			query string
			limit int
			want  string
		}{
			{"restarted", 9, "e4 e0"}, {"RESTARTED cafe", 9, "e4 e0"}, {"café", 9, "e4 e0"}, {"restarted", 1, "e4"}, {"restarted again", 9, "e4"},
			{"zurich", 9, "e1"}, {"Zürich", 9, "e1"}, {"strasse lodz aero", 9, "e2"}, {"fine", 9, "e4"}, {"σισυφοσ", 9, "e5"}, {"東京", 9, "e5"}, {"full", 9, "e5"},
			{"nowhere", 9, ""}, {"", 2, ""}, {"restarted", 0, ""},
		} {
			entries, err := v.Search(background, search.Parse(c.query), nil, c.limit)
			var ids []string
			for _, e := range entries {
				ids = append(ids, string(e.ID))
			}
			if got := strings.Join(ids, " "); got != c.want || err != nil {
				t.Errorf("search %q: %s, want %s, %v", c.query, got, c.want, err)
			}
		}
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
	}
}

func TestConcurrent(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 1)
	const writers, lines = 8, 20
	var wait sync.WaitGroup
	var mu sync.Mutex
	stale := 0
	for w := range writers {
		wait.Go(func() {
			for i := range lines {
				e := entry("a", fmt.Sprintf("w%d-%d", w, i), "written by one of many", w*lines+i+1)
				if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); err != nil {
					t.Error(err)
				}
				// All fight for one entry: exactly one of two with the same revision may win.
				e, err := v.Entry(background, "e0")
				if err != nil {
					t.Error(err)
				}
				e.Revision++
				e.Text += "."
				if err := v.Apply(background, journal.Change{Entries: []journal.Entry{e}}); errors.Is(err, journal.ErrStale) {
					mu.Lock()
					stale++
					mu.Unlock()
				} else if err != nil {
					t.Error(err)
				}
			}
		})
		wait.Go(func() {
			for range 5 {
				if _, err := v.Search(background, search.Parse("many"), nil, 1000); err != nil {
					t.Error(err)
				}
				if _, err := v.Entries(background, "a"); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Go(func() {
		if err := v.Rekey(passphrase); err != nil {
			t.Error(err)
		}
	})
	wait.Wait()
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	if err := v.Verify(background); err != nil {
		t.Error(err)
	}
	e, err := v.Entry(background, "e0")
	if err != nil || e.Revision != 1+writers*lines-stale || strings.Count(e.Text, ".") != e.Revision-1 {
		t.Errorf("revision %d with %d refused of %d, %v", e.Revision, stale, writers*lines, err)
	}
	if got := texts(t, v, "a"); len(got) != 1+writers*lines {
		t.Errorf("%d entries", len(got))
	}
}

func TestClose(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 3)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for {
				if _, err := v.Search(background, search.Parse("restarted"), nil, 10); err != nil {
					wantErr(t, err, vault.ErrClosed)
					return
				}
			}
		})
	}
	time.Sleep(5 * time.Millisecond)
	if err := errors.Join(v.Close(), v.Close()); err != nil {
		t.Error(err)
	}
	wait.Wait()
	wantFiles(t, dir, "inbox", "inbox.key", "vault.db", "vault.lock")
	wantErr(t, v.Apply(background, journal.Change{}), vault.ErrClosed)
	_, err := v.Accounts(background)
	wantErr(t, err, vault.ErrClosed)
	_, err = v.Drain(background, nil)
	wantErr(t, err, vault.ErrClosed)
	_, err = v.SetPassphrase("x", vault.CheapKDF)
	wantErr(t, err, vault.ErrClosed)
}
