package vault_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// keepLines is what a journal does with drained lines, in short.
func keepLines(v *vault.Vault) func([]journal.Line) error {
	return func(lines []journal.Line) error {
		change := journal.Change{Accounts: []journal.Account{account("inbox")}}
		for i, l := range lines {
			change.Entries = append(change.Entries, journal.Entry{
				ID: l.ID, Account: "inbox", Text: l.Text, Kind: l.Kind, Moment: l.Moment, Share: journal.Private,
				Recorded: l.Recorded, Position: i, Locked: l.Locked, Revision: 1,
			})
		}
		return v.Apply(context.Background(), change)
	}
}

func drop(t testing.TB, dir string, lines ...journal.Line) {
	t.Helper()
	for _, l := range lines {
		if err := vault.Drop(dir, l); err != nil {
			t.Fatal(err)
		}
	}
}

// drain drains into the account "inbox" and gives its texts.
func drain(t testing.TB, v *vault.Vault, problems int) []string {
	t.Helper()
	found, err := v.Drain(background, keepLines(v))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != problems {
		t.Errorf("%d problems, want %d: %v", len(found), problems, found)
	}
	if n, err := vault.Waiting(v.Dir()); n != problems || err != nil {
		t.Errorf("%d files wait, want %d, %v", n, problems, err)
	}
	return texts(t, v, "inbox")
}

func waiting(t testing.TB, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "inbox", "*.line"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestDrain(t *testing.T) {
	t.Run("lines come as they were recorded, and marked", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		v.Close()
		first, second := line("first", "the first 🐶 e\u0301\r\n\u202e"), line("second", "the second")
		second.Kind, second.Account = journal.Effect, "other"
		second.Recorded = night.UTC().Add(time.Second)
		first.Recorded = night.UTC()
		drop(t, dir, second, first)
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		var got []journal.Line
		if _, err := v.Drain(background, func(lines []journal.Line) error { got = lines; return errors.New("not now") }); err == nil {
			t.Error("the error of keep is lost")
		}
		if len(got) != 2 || !got[0].Locked || got[0].Text != first.Text || got[1].Kind != journal.Effect || got[1].Account != "other" ||
			!got[1].Recorded.Equal(second.Recorded) || got[0].Moment.Typed != first.Moment.Typed || !got[0].Moment.Best.Equal(first.Moment.Best) {
			t.Errorf("lines %+v", got)
		}
		if len(waiting(t, dir)) != 2 {
			t.Error("a line that was not kept is gone")
		}
		if got := drain(t, v, 0); !slices.Equal(got, []string{first.Text, second.Text}) {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("a line is kept once", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		drop(t, dir, line("x", "said"), line("x", "said"))
		kept := read(t, waiting(t, dir)[0])
		name := waiting(t, dir)[0]
		drain(t, v, 0)
		// The program ended between keeping and removing, and the entry was changed since.
		overwrite(t, name, kept)
		e, err := v.Entry(background, "x")
		if err != nil {
			t.Fatal(err)
		}
		e.Revisions = []journal.Revision{{Number: 1, Text: e.Text}}
		e.Revision, e.Text = 2, "said better"
		apply(t, v, journal.Change{Entries: []journal.Entry{e}})
		if got := drain(t, v, 0); !slices.Equal(got, []string{"said better"}) {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("another text under a known id is never lost", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		drop(t, dir, line("x", "said"), line("x", "said more"))
		if got := drain(t, v, 1); len(got) != 1 {
			t.Errorf("entries %q", got)
		}
		drain(t, v, 1)
	})
	t.Run("what cannot be opened stays and is named", func(t *testing.T) {
		other, otherDir, _ := newJournal(t)
		drop(t, otherDir, line("o", "of another journal"))
		foreign := waiting(t, otherDir)[0]
		other.Close()
		v, dir, _ := newJournal(t)
		drop(t, dir, line("x", "one"), line("y", "two"))
		inbox := filepath.Join(dir, "inbox")
		whole := read(t, waiting(t, dir)[0])
		overwrite(t, filepath.Join(inbox, filepath.Base(foreign)), read(t, foreign))
		for i, spoiled := range [][]byte{nil, whole[:20], whole[:40], whole[:len(whole)-1], append(slices.Clone(whole), 0), whole} {
			overwrite(t, filepath.Join(inbox, fmt.Sprintf("%032x.line", i)), spoiled) // the last is a good one under another name
		}
		overwrite(t, filepath.Join(inbox, "README"), []byte("hello"))
		os.Mkdir(filepath.Join(inbox, strings.Repeat("0", 31)+"f.line"), 0o700)
		os.Symlink("/dev/zero", filepath.Join(inbox, strings.Repeat("0", 31)+"e.line"))
		overwrite(t, filepath.Join(inbox, ".new-123"), []byte("still being written"))
		if got := drain(t, v, 10); len(got) != 2 {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("a line too large to be one", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		file := filepath.Join(dir, "inbox", strings.Repeat("0", 32)+".line")
		overwrite(t, file, nil)
		if err := os.Truncate(file, 1<<40); err != nil {
			t.Skip(err)
		}
		drop(t, dir, line("x", "one"))
		if got := drain(t, v, 1); len(got) != 1 {
			t.Errorf("entries %q", got)
		}
	})
	t.Run("leftovers of killed programs", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		old, other, young := filepath.Join(dir, "inbox", ".new-1"), filepath.Join(dir, ".new-1"), filepath.Join(dir, "inbox", ".new-2")
		for _, file := range []string{old, other, young} {
			overwrite(t, file, nil)
			if file == old {
				os.Chtimes(file, time.Now().Add(-48*time.Hour), time.Now().Add(-48*time.Hour))
			}
		}
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
		if _, err := v.Drain(background, keepLines(v)); err != nil {
			t.Fatal(err)
		}
		for _, file := range []string{old, other} {
			if _, err := os.Stat(file); err == nil {
				t.Errorf("%s stays", file)
			}
		}
		if _, err := os.Stat(young); err != nil {
			t.Error("a file being written was removed")
		}
	})
}

func TestDrop(t *testing.T) {
	t.Run("beside an open journal, from many programs", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		fill(t, v, 1)
		var wait sync.WaitGroup
		for w := range 4 {
			wait.Go(func() {
				for i := range 25 {
					id := fmt.Sprintf("%d-%d", w, i)
					if err := vault.Drop(dir, line(id, "line "+id)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		done := make(chan struct{})
		go func() { wait.Wait(); close(done) }()
		position := 0
		keep := func(lines []journal.Line) error {
			change := journal.Change{}
			for _, l := range lines {
				position++
				e := entry("a", string(l.ID), l.Text, position)
				change.Entries = append(change.Entries, e)
			}
			return v.Apply(background, change)
		}
		for running := true; running; {
			select {
			case <-done:
				running = false
			case <-time.After(time.Millisecond):
			}
			if problems, err := v.Drain(background, keep); err != nil || len(problems) > 0 {
				t.Fatal(problems, err)
			}
		}
		if got := texts(t, v, "a"); len(got) != 101 {
			t.Errorf("%d entries", len(got))
		}
	})
	t.Run("size", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		largest := strings.Repeat("x", vault.MaxLine)
		drop(t, dir, line("x", largest))
		wantErr(t, vault.Drop(dir, line("y", largest+"x")), vault.ErrTooLarge)
		if got := drain(t, v, 0); got[0] != largest {
			t.Errorf("%d bytes", len(got[0]))
		}
	})
	t.Run("number", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		drop(t, dir, line("x", "the only line"))
		for i := range vault.MaxWaiting {
			overwrite(t, filepath.Join(dir, "inbox", fmt.Sprint("junk", i)), nil)
		}
		drop(t, dir, line("y", "a line all the same"))
		if got := drain(t, v, vault.MaxWaiting); len(got) != 2 {
			t.Errorf("entries %q", got)
		}
		for i := range vault.MaxWaiting {
			overwrite(t, filepath.Join(dir, "inbox", fmt.Sprintf("%032x.line", i)), nil)
		}
		wantErr(t, vault.Drop(dir, line("z", "one more")), vault.ErrInboxFull)
	})
	t.Run("nowhere", func(t *testing.T) {
		wantErr(t, vault.Drop(t.TempDir(), line("x", "text")), vault.ErrNoJournal)
		wantErr(t, vault.Drop(filepath.Join(t.TempDir(), "no"), line("x", "text")), vault.ErrNoJournal)
		_, dir, _ := newJournal(t)
		if err := vault.Drop(dir, line("", "text")); err == nil {
			t.Error("a line without an id")
		}
	})
	t.Run("each bit of the public key flipped", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		card := filepath.Join(dir, "inbox.key")
		whole := read(t, card)
		for bit := range len(whole) * 8 {
			spoiled := slices.Clone(whole)
			spoiled[bit/8] ^= 1 << (bit % 8)
			overwrite(t, card, spoiled)
			if err := vault.Drop(dir, line("x", "text")); !errors.Is(err, vault.ErrInboxKey) {
				t.Fatalf("bit %d: %v", bit, err)
			}
		}
		for _, spoiled := range [][]byte{nil, whole[:50], append(slices.Clone(whole), 1)} {
			overwrite(t, card, spoiled)
			wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrDamaged)
		}
		os.Remove(card)
		wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrDamaged)
		if n, _ := vault.Waiting(dir); n != 0 {
			t.Errorf("%d lines were sealed to nobody", n)
		}
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
		if damage := v.Repaired(); len(damage) != 1 || damage[0].Part != vault.PartInboxKey {
			t.Errorf("repaired %v", damage)
		}
		if !slices.Equal(read(t, card), whole) {
			t.Error("the card is not as it was")
		}
	})
	t.Run("an open journal puts it right", func(t *testing.T) {
		_, otherDir, _ := newJournal(t)
		v, dir, _ := newJournal(t)
		card := filepath.Join(dir, "inbox.key")
		whole := read(t, card)
		for _, other := range [][]byte{whole[:50], read(t, filepath.Join(otherDir, "inbox.key")), nil} {
			overwrite(t, card, other)
			v.TendCard()
			if !slices.Equal(read(t, card), whole) {
				t.Error("the card is not as it was")
			}
		}
		os.Remove(card)
		v.TendCard()
		drop(t, dir, line("x", "text"))
		if got := drain(t, v, 0); len(got) != 1 || len(v.Repaired()) != 4 {
			t.Errorf("entries %q, repaired %v", got, v.Repaired())
		}
		v.Close()
		os.Remove(card)
		v.TendCard()
		if _, err := os.Stat(card); err == nil {
			t.Error("a closed journal wrote")
		}
	})
	t.Run("another public key", func(t *testing.T) {
		_, otherDir, _ := newJournal(t)
		v, dir, _ := newJournal(t)
		overwrite(t, filepath.Join(dir, "inbox.key"), read(t, filepath.Join(otherDir, "inbox.key")))
		v = reopen(t, v, dir, vault.Passphrase(passphrase))
		if damage := v.Repaired(); len(damage) != 1 || damage[0].Part != vault.PartInboxKey {
			t.Errorf("repaired %v", damage)
		}
		drop(t, dir, line("x", "text"))
		drain(t, v, 0)
	})
}
