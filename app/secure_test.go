package app

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

const herons = "seven quiet herons at the weir"

func TestStrength(t *testing.T) {
	a, _ := begun(t)
	for text, want := range map[string]home.Level{"": home.None, "password": home.Poor, herons: home.Good} {
		s, err := a.Secure.Strength(text)
		if must(t, s, err).Level != want || s.Enough != (want == home.Good) {
			t.Errorf("%q is %+v, want %s", text, s, want)
		}
	}
	phrase, err := a.Secure.Phrase()
	must(t, phrase, err)
	if s, _ := a.Secure.Strength(phrase); !s.Enough {
		t.Errorf("a phrase drawn by lot is %+v", s)
	}
}

func TestFirstPassphrase(t *testing.T) {
	for name, begin := range map[string]bool{"at the first start": false, "later": true} {
		t.Run(name, func(t *testing.T) {
			p := &page{}
			d := newDesk(t)
			a := newApp(d, p)
			if begin {
				s, err := a.Journal.Begin()
				must(t, s, err)
				wrote(t, a, "errors climb")
			}
			_, err := a.Secure.Make("password1")
			refusedWith(t, err, "weak")
			made, err := a.Secure.Make(herons)
			made = must(t, made, err)
			if !strings.HasPrefix(made.Recovery, "AGE-SECRET-KEY-1") || made.Start.Vault != Open || !made.Start.Secured {
				t.Fatalf("made %+v", made.Start)
			}
			_, err = a.Secure.Make(herons)
			refusedWith(t, err, "made")
			if begin {
				all, err := a.Journal.Accounts()
				if len(must(t, all, err)) != 1 {
					t.Errorf("accounts %+v", all)
				}
			}

			p.path = filepath.Join(t.TempDir(), "key.txt")
			saved, err := a.Secure.SaveRecovery(made.Recovery, "Save")
			must(t, saved, err)
			b, err := os.ReadFile(p.path)
			if string(must(t, b, err)) != made.Recovery+"\n" || p.offered[0] != "recovery-key.txt" {
				t.Errorf("saved %q, offered %v", b, p.offered)
			}
			if info, _ := os.Stat(p.path); info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v", info.Mode())
			}
			_, err = a.Secure.SaveRecovery(made.Recovery, "Save")
			refusedWith(t, err, "exists")
			_, err = a.Secure.SaveRecovery("dear diary", "Save")
			refusedWith(t, err, "norecovery")

			_, err = a.Secure.Change("wrong", herons+" again")
			refusedWith(t, err, "passphrase")
			s, err := a.Secure.Change(herons, herons+" again")
			must(t, s, err)
			left, err := a.Secure.Lock(Leaving{})
			must(t, left, err)
			_, err = a.Journal.Unlock(herons)
			refusedWith(t, err, "passphrase")
			_, err = a.Journal.Begin()
			refusedWith(t, err, "passphrase")
			s, err = a.Journal.Unlock(herons + " again")
			must(t, s, err)
		})
	}
}

func TestChangeOfKeys(t *testing.T) {
	a, _ := begun(t)
	wrote(t, a, "errors climb")
	made, err := a.Secure.Make(herons)
	must(t, made, err)

	// What is sealed anew opens with the same keys.
	_, err = a.Secure.Rekey("wrong")
	refusedWith(t, err, "passphrase")
	s, err := a.Secure.Rekey(herons)
	must(t, s, err)
	all, err := a.Journal.Accounts()
	if len(must(t, all, err)) != 1 {
		t.Errorf("accounts %+v", all)
	}

	// A drawn recovery key opens nothing before it is used; then the one before opens nothing.
	_, err = a.Secure.DrawRecovery("wrong")
	refusedWith(t, err, "passphrase")
	drawn, err := a.Secure.DrawRecovery(herons)
	must(t, drawn, err)
	lock(t, a)
	refusedWith(t, a.Secure.CheckRecovery(drawn.Recovery), "otherkey")
	must(t, 0, a.Secure.CheckRecovery(made.Recovery))
	s, err = a.Journal.Unlock(herons)
	must(t, s, err)
	_, err = a.Secure.UseRecovery("wrong", drawn.Recovery)
	refusedWith(t, err, "passphrase")
	s, err = a.Secure.UseRecovery(herons, drawn.Recovery)
	must(t, s, err)
	lock(t, a)
	must(t, 0, a.Secure.CheckRecovery(drawn.Recovery))
	refusedWith(t, a.Secure.CheckRecovery(made.Recovery), "otherkey")
}

func TestForgottenPassphrase(t *testing.T) {
	a, p := begun(t)
	wrote(t, a, "errors climb")
	s, err := a.Journal.Start()
	if must(t, s, err).Recovery {
		t.Error("there is a recovery key before there is a passphrase")
	}
	made, err := a.Secure.Make(herons)
	if must(t, made, err); !made.Start.Recovery {
		t.Error("there is no recovery key")
	}
	_, err = a.Secure.Recover(made.Recovery, herons+" again")
	refusedWith(t, err, "busy") // the open journal is not recovered
	lock(t, a)

	for _, half := range []string{"", "AGE-SECRET-KEY-1", made.Recovery[:40], made.Recovery + "Q", herons} {
		refusedWith(t, a.Secure.CheckRecovery(half), "mistyped")
		_, err = a.Secure.Recover(half, herons+" again")
		refusedWith(t, err, "mistyped")
	}
	p.path = filepath.Join(t.TempDir(), "key.txt")
	saved, err := a.Secure.SaveRecovery(made.Recovery, "Save")
	must(t, saved, err)
	read, err := a.Secure.ReadRecovery("Open")
	if must(t, read, err) != made.Recovery {
		t.Errorf("read %q", read)
	}
	p.path = filepath.Join(t.TempDir(), "diary.txt")
	if err := os.WriteFile(p.path, []byte(strings.Repeat("dear diary\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = a.Secure.ReadRecovery("Open")
	refusedWith(t, err, "mistyped")

	typed := " " + strings.ToLower(made.Recovery[:20]) + "\r\n  " + strings.ReplaceAll(made.Recovery[20:], "-", "\u2011") + "\t"
	must(t, 0, a.Secure.CheckRecovery(typed))
	_, err = a.Secure.Recover(typed, "password1")
	refusedWith(t, err, "weak")
	s, err = a.Secure.Recover(typed, herons+" again")
	if must(t, s, err).Vault != Open {
		t.Errorf("recovered %+v", s)
	}
	all, err := a.Journal.Accounts()
	if len(must(t, all, err)) != 1 {
		t.Errorf("accounts %+v", all)
	}
	lock(t, a)
	_, err = a.Journal.Unlock(herons)
	refusedWith(t, err, "passphrase")
	s, err = a.Journal.Unlock(herons + " again")
	must(t, s, err)
}

func TestMissingDeviceKey(t *testing.T) {
	d := newDesk(t)
	a := newApp(d, &page{})
	s, err := a.Journal.Begin()
	must(t, s, err)
	wrote(t, a, "errors climb")
	lock(t, a)
	file, err := a.Secure.DeviceKey()
	aside := must(t, file, err) + ".aside"
	if err := os.Rename(file, aside); err != nil {
		t.Fatal(err)
	}
	_, err = a.Journal.Begin()
	refusedWith(t, err, "nokey")
	if err := os.Rename(aside, file); err != nil {
		t.Fatal(err)
	}
	s, err = a.Journal.Begin()
	if must(t, s, err).Vault != Open {
		t.Errorf("the key is back, and the journal is %+v", s)
	}
}

func lock(t *testing.T, a *App) {
	t.Helper()
	left, err := a.Secure.Lock(Leaving{})
	must(t, left, err)
}

func TestLock(t *testing.T) {
	a, _ := begun(t)
	account, ids := wrote(t, a, "errors climb", "and do not stop")
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	k, err := a.Journal.Remove(ids[1])
	must(t, k, err)
	r, err := a.Review.Choose(account, ids[:1], true)
	must(t, r, err)
	p, err := a.Release.Prepare(account)
	must(t, p, err)

	left, err := a.Secure.Lock(Leaving{Spot: Spot{Account: account, Entry: ids[0]}})
	s := must(t, left, err).Start
	if s.Vault != Locked || s.Spot != (Spot{}) {
		t.Errorf("locked: %+v", s)
	}
	if rec := get(a, p.PDF); rec.Code != 404 {
		t.Error("a locked journal shows its pages")
	}
	for what, call := range map[string]func() error{
		"accounts": func() error { _, err := a.Journal.Accounts(); return err },
		"review":   func() error { _, err := a.Review.Open(account); return err },
		"copy":     func() error { _, err := a.Release.Copy(p.Draft); return err },
		"settings": func() error { _, err := a.Settings.Read(); return err },
		"undo":     func() error { _, err := a.Journal.Undo(); return err },
	} {
		if f, ok := call().(Failure); !ok || f.Code != "locked" {
			t.Errorf("%s of a locked journal: %v", what, f)
		}
	}
	left, err = a.Secure.Lock(Leaving{})
	must(t, left, err) // twice is harmless
	s, err = a.Journal.Unlock(herons)
	if s = must(t, s, err); s.Vault != Open || s.Spot.Account != account || s.Spot.Entry != ids[0] {
		t.Errorf("unlocked: %+v", s)
	}
	// What was undone survives: first the choice, then the removal.
	for _, want := range []journal.What{journal.WasChosen, journal.WasRemoved, ""} {
		u, err := a.Journal.Undo()
		if must(t, u, err).What != want {
			t.Errorf("undid %+v, want %q", u, want)
		}
	}
}

func TestSettingsOfAPerson(t *testing.T) {
	a, p := begun(t)
	set, err := a.Settings.Read()
	if set = must(t, set, err); set.Theme != SystemTheme || set.TextSize != 16 || !set.Letters {
		t.Errorf("at first %+v", set)
	}
	set.Theme, set.Language, set.TextSize, set.Letters, set.SecondZone = DarkTheme, German, 20, false, "UTC"
	kept, err := a.Settings.Change(set)
	if !reflect.DeepEqual(must(t, kept, err), set) {
		t.Errorf("kept %+v", kept)
	}
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	left, err := a.Secure.Lock(Leaving{})
	if must(t, left, err); left.Start.Theme != DarkTheme || left.Start.Language != German {
		t.Errorf("locked, and looks %+v", left.Start)
	}
	s, err := a.Settings.Look("purple", English)
	if s = must(t, s, err); s.Theme != SystemTheme || s.Language != English {
		t.Errorf("looks %+v", s)
	}
	s, err = a.Journal.Unlock(herons)
	must(t, s, err)

	names, err := a.Settings.AddNames("Priya Patel, pp\ncustomer: Initech")
	if len(must(t, names, err)) != 2 {
		t.Errorf("names %+v", names)
	}
	_, err = a.Settings.AddNames("wizard: Merlin")
	refusedWith(t, err, "names")
	p.path = filepath.Join(t.TempDir(), "names.txt")
	if err := os.WriteFile(p.path, []byte("host: blackbox\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	names, err = a.Settings.ImportNames("Open")
	if len(must(t, names, err)) != 3 {
		t.Errorf("names %+v", names)
	}
	names, err = a.Settings.RemoveName("person", "PP")
	if len(must(t, names, err)) != 2 {
		t.Errorf("names %+v", names)
	}

	wrote(t, a, "errors climb")
	p.path = t.TempDir()
	out, err := a.Settings.Export("Export")
	if out = must(t, out, err); out.Accounts != 1 || out.Files != 2 {
		t.Errorf("exported %+v", out)
	}
	_, err = a.Settings.Export("Export")
	refusedWith(t, err, "exists")
	p.path = ""
	out, err = a.Settings.Export("Export")
	if must(t, out, err).Folder != "" {
		t.Errorf("given up: %+v", out)
	}
}

func TestASecondStartBringsTheWindowForward(t *testing.T) {
	a, p := begun(t)
	a.Window.again(t.Context())
	if p.raised != 1 || p.again != 1 {
		t.Errorf("raised %d times, told %d times", p.raised, p.again)
	}
}
