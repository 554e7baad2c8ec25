package app

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func secured(t *testing.T) (*App, *page) {
	t.Helper()
	a, p := begun(t)
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	return a, p
}

func TestWhatIsTypedWaitsInTheInboxAndTheProcessIsReplaced(t *testing.T) {
	a, p := secured(t)
	account, _ := wrote(t, a, "errors climb")
	half := line(t, account, "half a sent")
	half.Moment = "no time at all"
	spot := Spot{Screen: "journal", Account: account, Draft: half.ID, From: 3, To: 3}
	left, err := a.Secure.Lock(Leaving{Spot: spot, Lines: []Line{half}, Quiet: true})
	left = must(t, left, err)
	if left.Start.Vault != Locked || len(left.Unkept) != 0 || !left.Stale {
		t.Errorf("left %+v", left)
	}
	if want := []comeback{{Spot: spot, Quiet: true}}; !reflect.DeepEqual(p.restarts, want) {
		t.Errorf("restarted with %+v, want %+v", p.restarts, want)
	}
	s, err := a.Journal.Unlock(herons)
	if s = must(t, s, err); s.Spot != spot {
		t.Errorf("back at %+v", s.Spot)
	}
	o, err := a.Journal.Open(account)
	if o = must(t, o, err); len(o.Entries) != 2 || o.Entries[1].Text != "half a sent" || !o.Entries[1].Locked {
		t.Errorf("entries %+v", o.Entries)
	}
}

func TestALineThatCannotBeKeptKeepsTheProcessAndNotTheKeys(t *testing.T) {
	a, p := secured(t)
	inbox := filepath.Join(a.room.desk.Dir, "inbox")
	if err := os.RemoveAll(inbox); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(inbox, nil, 0o600); err != nil { // no folder can be made there
		t.Fatal(err)
	}
	half := line(t, "", "half a sent")
	left, err := a.Secure.Lock(Leaving{Spot: Spot{Screen: "journal"}, Lines: []Line{half}})
	left = must(t, left, err)
	if left.Start.Vault != Locked || len(left.Unkept) != 1 || left.Unkept[0] != half.ID || left.Stale || p.restarts != nil {
		t.Errorf("left %+v, restarts %v", left, p.restarts)
	}
	if err := os.Remove(inbox); err != nil {
		t.Fatal(err)
	}
	at, err := a.Journal.Drop(half)
	must(t, at, err)
	left, err = a.Secure.Lock(Leaving{Quiet: true})
	must(t, left, err)
	if len(p.restarts) != 1 || p.restarts[0].Spot.Screen != "journal" {
		t.Errorf("restarts %+v", p.restarts)
	}
}

func TestBeforeSleep(t *testing.T) {
	t.Run("the page locks, and the computer waits for the fresh process", func(t *testing.T) {
		a, p := secured(t)
		p.locks = func() { _, _ = a.Secure.Lock(Leaving{Spot: Spot{Screen: "journal"}, Quiet: true}) }
		a.Secure.asleep(t.Context(), 7)
		if len(p.restarts) != 1 || p.restarts[0].Held != 7 || !p.restarts[0].Quiet {
			t.Errorf("restarts %+v", p.restarts)
		}
	})
	t.Run("where the page does not answer the keys go all the same", func(t *testing.T) {
		a, _ := secured(t)
		a.Secure.pageWithin = 10 * time.Millisecond
		a.Secure.asleep(t.Context(), 7)
		_, err := a.Journal.Accounts()
		refusedWith(t, err, "locked")
	})
	t.Run("the keys go also where it cannot be told what opens the journal again", func(t *testing.T) {
		a, _ := secured(t)
		a.Secure.pageWithin = 10 * time.Millisecond
		if err := os.WriteFile(filepath.Join(a.room.desk.Dir, "inbox.key"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		a.Secure.asleep(t.Context(), 7)
		_, err := a.Journal.Accounts()
		refusedWith(t, err, "locked")
	})
	t.Run("a journal without a passphrase stays open", func(t *testing.T) {
		a, p := begun(t)
		p.locks = func() { t.Error("the page was asked") }
		a.Secure.asleep(t.Context(), 7)
		all, err := a.Journal.Accounts()
		must(t, all, err)
	})
}

// What one process tells the next is ids and numbers, and the next takes it once.
func TestComeback(t *testing.T) {
	if _, ok := comesBack(); ok {
		t.Error("this process comes back from nowhere")
	}
	t.Setenv(comebackEnv, `{"Spot":{"draft":"d1","from":3},"Quiet":true}`)
	c, ok := comesBack()
	if !ok || c.Spot != (Spot{Draft: "d1", From: 3}) || !c.Quiet {
		t.Errorf("came back as %+v, %v", c, ok)
	}
	if _, set := os.LookupEnv(comebackEnv); set {
		t.Error("the children will be told too")
	}
	t.Setenv(comebackEnv, "nonsense")
	if _, ok := comesBack(); ok {
		t.Error("nonsense was believed")
	}
}
