package vault_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// lose takes vault.db away.
func lose(t testing.TB, dir string) {
	t.Helper()
	if err := os.Remove(filepath.Join(dir, "vault.db")); err != nil {
		t.Fatal(err)
	}
}

func TestLost(t *testing.T) {
	t.Run("a note, the loss, a note, a restore: every line is there", func(t *testing.T) {
		v, dir, recovery := newJournal(t)
		fill(t, v, 3)
		drop(t, dir, line("1", "before the backup"))
		drain(t, v, 0)
		file := backUp(t, v, noon)
		v.Close()
		drop(t, dir, line("2", "before the loss"))
		lose(t, dir)
		drop(t, dir, line("3", "after the loss"))
		if _, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF}); !errors.Is(err, vault.ErrLost) {
			t.Fatal("a new journal was made:", err)
		}
		restored := restore(t, dir, file, recovery)
		if restored.Aside != "" {
			t.Errorf("set aside %q", restored.Aside)
		}
		v, err := vault.Open(dir, vault.Passphrase(nextPassphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if got := texts(t, v, "a"); len(got) != 3 {
			t.Errorf("restored %q", got)
		}
		if got, want := drain(t, v, 0), []string{"before the backup", "before the loss", "after the loss"}; !slices.Equal(got, want) {
			t.Errorf("the inbox gave %q, want %q", got, want)
		}
	})
	t.Run("a line is refused where nothing could ever open it", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		v.Close()
		lose(t, dir)
		wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrLost)
		overwrite(t, filepath.Join(dir, "vault.db"), nil) // what a full disk leaves of a copy
		wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrLost)
		if n, err := vault.Waiting(dir); n != 0 || err != nil {
			t.Error(n, err)
		}
	})
	t.Run("the backup of another journal is refused as ever", func(t *testing.T) {
		other, _, otherRecovery := newJournal(t)
		fill(t, other, 1)
		foreign := backUp(t, other, noon)
		v, dir, _ := newJournal(t)
		v.Close()
		lose(t, dir)
		_, err := vault.Restore(background, dir, foreign, otherRecovery, restoreOptions)
		wantErr(t, err, vault.ErrOtherJournal)
	})
	t.Run("a log that is left is kept, and never taken for that of the restored journal", func(t *testing.T) {
		v, dir, recovery := newJournal(t)
		fill(t, v, 3)
		file := backUp(t, v, noon)
		apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "later", "only in the log", 9)}})
		killed := filepath.Join(t.TempDir(), "killed")
		if out, err := child("copy", dir, killed).Output(); err != nil {
			t.Fatalf("%s, %v", out, err)
		}
		v.Close()
		lose(t, killed)
		if log := read(t, filepath.Join(killed, "vault.db-wal")); len(log) == 0 {
			t.Fatal("there is no log")
		}
		_, err := vault.Open(killed, vault.Passphrase(passphrase))
		wantErr(t, err, vault.ErrLost)
		_, err = vault.Salvage(killed, vault.Passphrase(passphrase)) // what opens it is in the database
		wantErr(t, err, vault.ErrLost)
		restore(t, killed, filepath.Join(killed, "backups", filepath.Base(file)), recovery)
		v, err = vault.Open(killed, vault.Passphrase(nextPassphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if got := texts(t, v, "a"); len(got) != 3 || v.Verify(background) != nil {
			t.Errorf("restored %q, %v", got, v.Verify(background))
		}
		if logs, err := filepath.Glob(filepath.Join(killed, "set-aside", "*", "vault.db-wal")); len(logs) != 1 || err != nil {
			t.Errorf("the log was not set aside: %v, %v", logs, err)
		}
		_, err = vault.GoBack(killed, noon)
		wantErr(t, err, vault.ErrNothingAside)
	})
	t.Run("going back from it takes what was set aside", func(t *testing.T) {
		v, dir, recovery := newJournal(t)
		fill(t, v, 3)
		file := backUp(t, v, noon)
		v.Close()
		restore(t, dir, file, recovery)
		lose(t, dir)
		if _, err := vault.GoBack(dir, noon); err != nil {
			t.Fatal(err)
		}
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if got := texts(t, v, "a"); len(got) != 3 {
			t.Errorf("%q", got)
		}
	})
	t.Run("it can be erased", func(t *testing.T) {
		v, dir, device := newDeviceJournal(t)
		v.Close()
		lose(t, dir)
		if err := vault.Erase(dir, device); err != nil || left(t, dir) != nil || left(t, device) != nil {
			t.Error(err, left(t, dir), left(t, device))
		}
	})
}

// TestPresence leaves some files of a journal in a folder: every part of the package gives the same answer.
func TestPresence(t *testing.T) {
	for _, c := range []struct {
		name string
		take []string // of the journal's folder
		want error
	}{
		{"the card alone", []string{"inbox.key"}, vault.ErrLost},
		{"a backup alone", []string{"backups"}, vault.ErrLost},
		{"a waiting line alone", []string{"inbox"}, vault.ErrLost},
		{"what was set aside alone", []string{"set-aside"}, vault.ErrLost},
		{"all but the database", []string{"inbox.key", "backups", "inbox", "set-aside", "vault.lock"}, vault.ErrLost},
		{"a lock alone", []string{"vault.lock"}, vault.ErrNoJournal},
		{"nothing", nil, vault.ErrNoJournal},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, from, recovery := newJournal(t)
			fill(t, v, 3)
			file := backUp(t, v, noon)
			v.Close()
			restore(t, from, file, recovery)
			drop(t, from, line("x", "waits"))
			dir := filepath.Join(t.TempDir(), "journal")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, name := range c.take {
				if err := os.Rename(filepath.Join(from, name), filepath.Join(dir, name)); err != nil {
					t.Fatal(err)
				}
			}
			before := tree(t, dir)
			delete(before, filepath.Join(dir, "vault.lock"))
			info, err := vault.Probe(dir)
			if lost := c.want == vault.ErrLost; info.Exists != lost || errors.Is(err, vault.ErrLost) != lost {
				t.Errorf("Probe: %+v, %v", info, err)
			}
			_, err = vault.Open(dir, vault.Passphrase(nextPassphrase))
			wantErr(t, err, c.want)
			_, err = vault.Salvage(dir, vault.Passphrase(nextPassphrase))
			wantErr(t, err, c.want)
			v, _, err = vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
			if c.want == vault.ErrNoJournal {
				if err != nil {
					t.Fatal(err)
				}
				v.Close()
				return
			}
			wantErr(t, err, c.want)
			wantPart(t, err, vault.PartFile)
			if c.name == "a backup alone" {
				wantErr(t, vault.Erase(dir, t.TempDir()), vault.ErrNoJournal)
			}
			after := tree(t, dir)
			delete(after, filepath.Join(dir, "vault.lock"))
			if !reflect.DeepEqual(before, after) {
				t.Error("something was touched")
			}
			if c.name == "a backup alone" {
				return
			}
			if err := vault.Erase(dir, t.TempDir()); err != nil || left(t, dir) != nil {
				t.Errorf("erased: %v, left %q", err, left(t, dir))
			}
		})
	}
}

// TestOddDatabase puts something that is no file where the database was: that is damage, whoever asks.
func TestOddDatabase(t *testing.T) {
	for name, odd := range map[string]func(path string) error{
		"a folder":          func(path string) error { return os.Mkdir(path, 0o700) },
		"a link to nothing": func(path string) error { return os.Symlink("nothing", path) },
		"a link to itself":  func(path string) error { return os.Symlink(filepath.Base(path), path) },
		"an empty file":     func(path string) error { return os.WriteFile(path, nil, 0o600) },
		"garbage":           func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("garbage\x00"), 999), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			v, dir, _ := newJournal(t)
			v.Close()
			lose(t, dir)
			if err := odd(filepath.Join(dir, "vault.db")); err != nil {
				t.Skip(err)
			}
			_, err := vault.Open(dir, vault.Passphrase(passphrase))
			wantPart(t, err, vault.PartFile)
			_, err = vault.Salvage(dir, vault.Passphrase(passphrase))
			wantErr(t, err, vault.ErrDamaged)
			_, _, err = vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF})
			if !errors.Is(err, vault.ErrExists) && !errors.Is(err, vault.ErrLost) {
				t.Errorf("Create: %v", err)
			}
		})
	}
}

// TestTakenAway takes the file of an open journal away, or puts another one in its place: nothing is acknowledged that
// would be gone with the program, all can still be read, and a backup saves it.
func TestTakenAway(t *testing.T) {
	for name, take := range map[string]func(t *testing.T, path string){
		"removed": func(t *testing.T, path string) { lose(t, filepath.Dir(path)) },
		"replaced by an earlier copy": func(t *testing.T, path string) {
			other, otherDir, _ := newJournal(t)
			other.Close()
			if err := os.Rename(filepath.Join(otherDir, "vault.db"), path); err != nil {
				t.Skip(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			v, dir, recovery := newJournal(t)
			fill(t, v, 3)
			file := backUp(t, v, noon)
			apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "later", "after the backup", 9)}})
			drop(t, dir, line("x", "waits"))
			path := filepath.Join(dir, "vault.db")
			kept := path + ".kept"
			if err := os.Link(path, kept); err != nil {
				t.Skip(err)
			}
			take(t, path)
			err := v.Apply(background, journal.Change{Entries: []journal.Entry{entry("a", "lost", "would be gone", 10)}})
			wantErr(t, err, vault.ErrLost)
			_, err = v.Drain(background, keepLines(v))
			wantErr(t, err, vault.ErrLost)
			wantErr(t, v.Rekey(passphrase), vault.ErrLost)
			if n, err := vault.Waiting(dir); n != 1 || err != nil {
				t.Errorf("%d lines wait, %v", n, err)
			}
			if got := texts(t, v, "a"); len(got) != 4 {
				t.Errorf("it reads %q", got)
			}
			if due, err := v.BackupDue(noon); !due || err != nil {
				t.Errorf("a backup is due: %v, %v", due, err)
			}
			saved := backUp(t, v, noon.AddDate(0, 0, 1))
			if saved == file {
				t.Fatal("no backup was made")
			}
			if due, err := v.BackupDue(noon); due || err != nil {
				t.Errorf("another backup is due: %v, %v", due, err)
			}
			v.Close()
			os.Remove(path)
			restore(t, dir, saved, recovery)
			v, err = vault.Open(dir, vault.Passphrase(nextPassphrase))
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			if got := texts(t, v, "a"); len(got) != 4 {
				t.Errorf("restored %q", got)
			}
			if got := drain(t, v, 0); !slices.Equal(got, []string{"waits"}) {
				t.Errorf("the inbox gave %q", got)
			}
		})
	}
	t.Run("back in its place it takes lines as before", func(t *testing.T) {
		v, dir, _ := newJournal(t)
		fill(t, v, 3)
		path := filepath.Join(dir, "vault.db")
		if err := os.Rename(path, path+".away"); err != nil {
			t.Skip(err)
		}
		change := journal.Change{Entries: []journal.Entry{entry("a", "later", "kept", 9)}}
		wantErr(t, v.Apply(background, change), vault.ErrLost)
		if err := os.Rename(path+".away", path); err != nil {
			t.Fatal(err)
		}
		apply(t, v, change)
		if got := texts(t, reopen(t, v, dir, vault.Passphrase(passphrase)), "a"); len(got) != 4 {
			t.Errorf("%q", got)
		}
	})
}
