package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestErase_account(t *testing.T) {
	desk := newDesk(t)
	a := newApp(desk, &page{})
	_, err := a.Erase.Read()
	refusedWith(t, err, "locked")
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	first, _ := wrote(t, a, "errors climb", "I switched to the replica")
	backups, err := a.Backup.Now()
	must(t, backups, err)

	bin, err := a.Erase.Bin([]string{first})
	if bin = must(t, bin, err); len(bin.Accounts) != 1 || bin.Accounts[0].Account.Lines != 2 || bin.Accounts[0].Erased == "" || bin.Own != 1 || bin.Elsewhere == nil {
		t.Errorf("in the bin: %+v", bin)
	}
	all, err := a.Journal.Accounts()
	if all = must(t, all, err); len(all) != 0 {
		t.Errorf("listed: %+v", all)
	}
	bin, err = a.Erase.TakeBack([]string{first})
	if bin = must(t, bin, err); len(bin.Accounts) != 0 {
		t.Errorf("taken back: %+v", bin)
	}
	opened, err := a.Journal.Open(first)
	if opened = must(t, opened, err); len(opened.Entries) != 2 {
		t.Errorf("opened: %+v", opened)
	}

	bin, err = a.Erase.Now(first)
	if bin = must(t, bin, err); len(bin.Holding) != 1 || bin.Traces || len(bin.Accounts) != 0 {
		t.Errorf("erased: %+v", bin)
	}
	_, err = a.Erase.Now(first)
	refusedWith(t, err, "missing")
	_, err = a.Erase.Bin([]string{first})
	refusedWith(t, err, "missing")
}

func TestErase_journal(t *testing.T) {
	p := &page{path: t.TempDir()}
	desk := newDesk(t)
	release, err := desk.ClaimWindow()
	must(t, 0, err)
	a := newApp(desk, p)
	_, err = a.Erase.Journal()
	refusedWith(t, err, "locked")
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	wrote(t, a, "errors climb")
	backups, err := a.Backup.Choose("Where to")
	must(t, backups, err)
	backups, err = a.Backup.Now()
	must(t, backups, err)

	erased, err := a.Erase.Journal()
	if erased = must(t, erased, err); len(erased.Elsewhere) != 1 || filepath.Dir(erased.Elsewhere[0]) != p.path {
		t.Errorf("stays: %+v", erased)
	}
	if _, err := os.Stat(erased.Elsewhere[0]); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(desk.Dir)
	if must(t, left, err); !slices.EqualFunc(left, []string{"window.lock"}, func(e fs.DirEntry, name string) bool { return e.Name() == name }) {
		t.Errorf("left: %v", left)
	}
	start, err := a.Erase.Anew() // the process stays here, where no fresh one can be
	if start = must(t, start, err); start.Vault != NoVault || len(p.restarts) != 1 || p.restarts[0].Spot != (Spot{}) {
		t.Errorf("anew: %+v, %+v", start, p.restarts)
	}
	release()
	if _, err := os.Stat(desk.Dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the folder is left: %v", err)
	}
}
