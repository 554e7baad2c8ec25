package app

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"firsthand/internal/home"
)

func TestCheck_open_journal(t *testing.T) {
	p := &page{}
	desk := newDesk(t)
	a := newApp(desk, p)
	_, err := a.Check.Run()
	refusedWith(t, err, "locked")
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	_, ids := wrote(t, a, "errors climb", "I switched to the replica")
	found, err := a.Check.Run()
	if found = must(t, found, err); len(found.Damage) != 0 || found.Lines != 2 || len(found.Lost) != 0 {
		t.Errorf("whole: %+v", found)
	}

	must(t, 0, desk.Lock())
	db, err := sql.Open("sqlite3", filepath.Join(desk.Dir, "vault.db"))
	must(t, db, err)
	_, err = db.Exec(`UPDATE body SET ct = x'00' WHERE id = (SELECT min(id) FROM body)`)
	must(t, 0, err)
	must(t, 0, db.Close())
	start, err := a.Journal.Unlock(herons)
	must(t, start, err)
	found, err = a.Check.Run()
	if found = must(t, found, err); len(found.Damage) != 1 || found.Lines != 1 || len(found.Lost) != 1 || found.Lost[0].Missing != 1 {
		t.Errorf("a line is damaged: %+v", found)
	}

	// The other line is there to read and to take out.
	all, err := a.Journal.Accounts()
	if all = must(t, all, err); len(all) != 1 {
		t.Fatalf("%d accounts", len(all))
	}
	open, err := a.Journal.Open(all[0].ID)
	if open = must(t, open, err); !open.Damaged || len(open.Entries) != 1 || open.Entries[0].ID != ids[1] {
		t.Errorf("opened: %+v", open)
	}
	p.path = t.TempDir()
	exported, err := a.Settings.Export("Where to")
	if exported = must(t, exported, err); !exported.Damaged || exported.Files != 2 {
		t.Errorf("exported: %+v", exported)
	}

	// It takes lines as before, whether they say where they belong or not.
	for text, account := range map[string]string{"it answers again": "", "the lag falls": all[0].ID} {
		kept, err := a.Journal.Record(line(t, account, text))
		if kept = must(t, kept, err); kept.Account.ID != all[0].ID {
			t.Errorf("a new line went to %+v", kept.Account)
		}
	}
	open, err = a.Journal.Open(all[0].ID)
	if open = must(t, open, err); len(open.Entries) != 3 {
		t.Errorf("opened: %+v", open)
	}
}

func TestCheck_journal_that_does_not_open(t *testing.T) {
	p := &page{path: t.TempDir()}
	desk := newDesk(t)
	a := newApp(desk, p)
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	wrote(t, a, "errors climb")
	must(t, 0, desk.Lock())
	path := filepath.Join(desk.Dir, "vault.db")
	data, err := os.ReadFile(path)
	must(t, data, err)
	clear(data[:4096])
	must(t, 0, os.WriteFile(path, data, 0o600))
	_, err = a.Journal.Unlock(herons)
	refusedWith(t, err, "damaged")
	_, err = a.Check.Left("", "")
	refusedWith(t, err, "passphrase")
	_, err = a.Check.Left("another one", "")
	refusedWith(t, err, "passphrase")
	left, err := a.Check.Left(herons, "")
	if left = must(t, left, err); left.Lines != 1 || len(left.Lost) != 0 || len(left.Damage) != 1 || left.Damage[0] != home.Parts[0] {
		t.Errorf("left: %+v", left)
	}
	exported, err := a.Check.Export("Where to")
	if exported = must(t, exported, err); exported.Folder != p.path || exported.Accounts != 1 || exported.Files != 2 {
		t.Errorf("exported: %+v", exported)
	}
	_, err = a.Check.Export("Where to")
	refusedWith(t, err, "exists")
	p.path = ""
	exported, err = a.Check.Export("Where to")
	if exported = must(t, exported, err); exported.Folder != "" {
		t.Errorf("given up: %+v", exported)
	}
}

// What is left is read by the recovery key too, with the lines that wait; locking ends that.
func TestCheck_what_is_left_is_read(t *testing.T) {
	desk := newDesk(t)
	a := newApp(desk, &page{})
	made, err := a.Secure.Make(herons)
	must(t, made, err)
	account, _ := wrote(t, a, "errors climb", "I switched to the replica")
	must(t, 0, desk.Lock())
	at, err := a.Journal.Drop(line(t, "", "it answers again"))
	must(t, at, err)
	path := filepath.Join(desk.Dir, "vault.db")
	data, err := os.ReadFile(path)
	must(t, data, err)
	clear(data[:4096])
	must(t, 0, os.WriteFile(path, data, 0o600))

	// What says how the journal opens is lost too.
	must(t, 0, os.WriteFile(filepath.Join(desk.Dir, "inbox.key"), make([]byte, 104), 0o600))
	_, err = a.Check.LeftAccounts()
	refusedWith(t, err, "locked")
	_, err = a.Check.Left("", "")
	refusedWith(t, err, "passphrase")
	left, err := a.Check.Left(herons, "")
	if left = must(t, left, err); left.Lines != 2 || left.Waiting != 1 {
		t.Errorf("by the passphrase: %+v", left)
	}
	_, err = a.Check.Left("", "AGE-SECRET-KEY-1")
	refusedWith(t, err, "mistyped")
	other, err := home.DrawRecovery()
	must(t, other, err)
	_, err = a.Check.Left("", other)
	refusedWith(t, err, "otherkey")
	left, err = a.Check.Left("", made.Recovery)
	if left = must(t, left, err); left.Lines != 2 || left.Waiting != 1 || len(left.Damage) == 0 {
		t.Errorf("left: %+v", left)
	}
	all, err := a.Check.LeftAccounts()
	if all = must(t, all, err); len(all) != 2 || all[0].First != "it answers again" || all[1].ID != account || all[1].Lines != 2 {
		t.Fatalf("accounts: %+v", all)
	}
	for i, want := range []int{1, 2} {
		opened, err := a.Check.LeftAccount(all[i].ID)
		if opened = must(t, opened, err); len(opened.Entries) != want {
			t.Errorf("opened: %+v", opened)
		}
	}
	_, err = a.Check.LeftAccount("none")
	refusedWith(t, err, "missing")
	must(t, 0, desk.Lock())
	_, err = a.Check.LeftAccount(account)
	refusedWith(t, err, "locked")
}

// The file of the journal goes while the window is locked: nobody takes the folder for an empty one, lines are still
// taken, and after a restore every line is there.
func TestLostJournal(t *testing.T) {
	desk := newDesk(t)
	a := newApp(desk, &page{})
	recovery, err := a.Secure.Make(herons)
	must(t, recovery, err)
	wrote(t, a, "errors climb", "I switched to the replica")
	b, err := a.Backup.Now()
	must(t, b, err)
	must(t, 0, desk.Lock())
	must(t, 0, os.Remove(filepath.Join(desk.Dir, "vault.db")))

	_, err = a.Journal.Start()
	refusedWith(t, err, "lost")
	_, err = a.Journal.Begin()
	refusedWith(t, err, "lost")
	_, err = a.Secure.Make(herons)
	refusedWith(t, err, "lost")
	_, err = a.Journal.Unlock(herons)
	refusedWith(t, err, "lost")
	_, err = a.Check.Left(herons, "")
	refusedWith(t, err, "lost")
	at, err := a.Journal.Drop(line(t, "", "it answers again"))
	must(t, at, err)

	restored, err := desk.Restore(t.Context(), desk.WayBack().Backup, recovery.Recovery, herons)
	must(t, restored, err)
	s, err := a.Journal.Unlock(herons)
	must(t, s, err)
	all, err := a.Journal.Accounts()
	if all = must(t, all, err); len(all) != 1 {
		t.Fatalf("%d accounts", len(all))
	}
	open, err := a.Journal.Open(all[0].ID)
	if open = must(t, open, err); len(open.Entries) != 3 {
		t.Errorf("opened: %+v", open)
	}
	must(t, 0, desk.Lock())

	// Without a backup nothing could ever open a line: it stays on screen.
	must(t, 0, os.RemoveAll(desk.BackupFolder()))
	must(t, 0, os.Remove(filepath.Join(desk.Dir, "vault.db")))
	_, err = a.Journal.Drop(line(t, "", "and again"))
	refusedWith(t, err, "lost")
}

// A flipped bit in the key that lines are sealed to: the line stays on screen, and opening the journal puts it right.
func TestDamagedInboxKey(t *testing.T) {
	desk := newDesk(t)
	a := newApp(desk, &page{})
	recovery, err := a.Secure.Make(herons)
	must(t, recovery, err)
	must(t, 0, desk.Lock())
	card := filepath.Join(desk.Dir, "inbox.key")
	whole, err := os.ReadFile(card)
	must(t, whole, err)
	whole[45] ^= 4
	must(t, 0, os.WriteFile(card, whole, 0o600))
	_, err = a.Journal.Drop(line(t, "", "it answers again"))
	refusedWith(t, err, "inboxkey")
	s, err := a.Journal.Unlock(herons)
	must(t, s, err)
	at, err := a.Journal.Drop(line(t, "", "it answers again"))
	must(t, at, err)
}
