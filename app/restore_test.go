package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"firsthand/internal/home"
)

// A journal that lost its beginning is made again of its backup, and taken back as it was.
func TestRestore(t *testing.T) {
	p := &page{}
	clock := now
	desk := newDeskBy(t, func() time.Time { return clock })
	a := newApp(desk, p)
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	account, _ := wrote(t, a, "errors climb")
	backups, err := a.Backup.Now()
	must(t, backups, err)
	list, err := a.Restore.List()
	if list = must(t, list, err); len(list.Backups) != 1 || list.Backups[0].Lines != 1 || list.Backups[0].Size == 0 || list.Aside != "" {
		t.Fatalf("%+v", list)
	}
	file := list.Backups[0].Path
	clock = clock.Add(time.Hour)
	kept, err := a.Journal.Record(line(t, account, "I switched to the replica"))
	must(t, kept, err)

	p.path = file
	chosen, err := a.Restore.Choose("Which")
	if chosen = must(t, chosen, err); chosen != file {
		t.Errorf("chosen %q", chosen)
	}
	_, err = a.Restore.Read(file, "AGE-SECRET-KEY-1")
	refusedWith(t, err, "mistyped")
	other, err := home.DrawRecovery()
	must(t, other, err)
	_, err = a.Restore.Read(file, other)
	refusedWith(t, err, "otherkey")
	_, err = a.Restore.Read(filepath.Join(desk.Dir, "vault.db"), made.Recovery)
	refusedWith(t, err, "notbackup")
	_, err = a.Restore.Run(file, made.Recovery, "short")
	refusedWith(t, err, "weak")
	_, err = a.Restore.Run(file, other, herons)
	refusedWith(t, err, "otherkey")
	if desk.Journal() == nil {
		t.Fatal("a key that is not right closes nothing")
	}
	inside, err := a.Restore.Read(file, made.Recovery)
	if inside = must(t, inside, err); inside.Lines != 1 || inside.Accounts != 1 || inside.Newer != 1 {
		t.Errorf("by the open journal: %+v", inside)
	}

	// Locked, and damaged: what is in it is not known before the key is.
	must(t, 0, desk.Lock())
	db := filepath.Join(desk.Dir, "vault.db")
	data, err := os.ReadFile(db)
	must(t, data, err)
	clear(data[:4096])
	must(t, 0, os.WriteFile(db, data, 0o600))
	at, err := a.Journal.Drop(line(t, "", "it answers again"))
	must(t, at, err)
	list, err = a.Restore.List()
	if list = must(t, list, err); len(list.Backups) != 1 || list.Backups[0].Lines != 0 || list.Backups[0].Made == "" {
		t.Errorf("%+v", list)
	}
	inside, err = a.Restore.Read(file, made.Recovery)
	if inside = must(t, inside, err); inside.Newer != 1 {
		t.Errorf("by what is left: %+v", inside)
	}
	left, err := a.Check.Left(herons, "") // being read, it is let go of
	must(t, left, err)
	start, err := a.Restore.Run(file, made.Recovery, herons)
	if start = must(t, start, err); start.Vault != Open {
		t.Fatalf("%+v", start)
	}
	opened, err := a.Journal.Open(account)
	if opened = must(t, opened, err); len(opened.Entries) != 2 {
		t.Errorf("the line that waited is not there: %+v", opened)
	}
	list, err = a.Restore.List()
	if list = must(t, list, err); list.Aside == "" {
		t.Errorf("%+v", list)
	}

	start, err = a.Restore.Back()
	if start = must(t, start, err); start.Vault != Locked {
		t.Errorf("%+v", start)
	}
	_, err = a.Journal.Unlock(herons)
	refusedWith(t, err, "damaged")
	start, err = a.Restore.Back()
	must(t, start, err)
	start, err = a.Journal.Unlock(herons)
	must(t, start, err)
	list, err = a.Restore.Confirm()
	if list = must(t, list, err); list.Aside != "" {
		t.Errorf("%+v", list)
	}
	_, err = a.Restore.Confirm()
	refusedWith(t, err, "notaside")
	_, err = a.Restore.Back()
	refusedWith(t, err, "notaside")
}
