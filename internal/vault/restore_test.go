package vault_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
	"firsthand/internal/vault"

	"filippo.io/age"
)

// sealedTo seals a tar made by hand to the recovery key.
func sealedTo(t testing.TB, recovery string, tar []byte) (file string) {
	t.Helper()
	identity, err := vault.ParseRecovery(recovery)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(tar); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "20250309T120000Z-0009.age")
	overwrite(t, file, b.Bytes())
	return file
}

// tree is every file below a folder with what it holds, but for the locks.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		files[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestRestoreRefuses(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 10)
	file := backUp(t, v, noon)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	id := v.ID().String()
	v.Close()
	other, _, otherKey := newJournal(t)
	fill(t, other, 3)
	foreign := backUp(t, other, noon)

	mistyped := recovery[:20] + "Q" + recovery[21:]
	if mistyped == recovery {
		mistyped = recovery[:20] + "P" + recovery[21:]
	}
	// damagedBy gives the file with a change.
	damagedBy := func(change func([]byte) []byte) string {
		path := filepath.Join(t.TempDir(), "x.age")
		overwrite(t, path, change(slices.Clone(whole)))
		return path
	}
	hand := func(m archive.Manifest, rest archive.Remainder) string {
		var b bytes.Buffer
		err := archive.WriteBackup(&b, m, rest, func(func(archive.Full, error) bool) {})
		if err != nil {
			t.Fatal(err)
		}
		return sealedTo(t, recovery, b.Bytes())
	}
	newer := func() string {
		var b bytes.Buffer
		if err := archive.WriteBackup(&b, archive.Manifest{Journal: id}, archive.Remainder{Vault: []byte("{}")}, func(func(archive.Full, error) bool) {}); err != nil {
			t.Fatal(err)
		}
		return sealedTo(t, recovery, bytes.Replace(b.Bytes(), []byte(`"version": 1`), []byte(`"version": 2`), 1))
	}
	for _, c := range []struct {
		name, file, key string
		want            error
	}{
		{"another key", file, otherKey, vault.ErrWrongKey},
		{"half a key", file, recovery[:40], vault.ErrWrongKey},
		{"a mistyped key", file, mistyped, vault.ErrWrongKey},
		{"no key", file, "", vault.ErrWrongKey},
		{"a backup of another journal", foreign, otherKey, vault.ErrOtherJournal},
		{"a file that was cut", damagedBy(func(b []byte) []byte { return b[:len(b)-700] }), recovery, vault.ErrNotBackup},
		{"a file cut in its head", damagedBy(func(b []byte) []byte { return b[:30] }), recovery, vault.ErrNotBackup},
		{"an empty file", damagedBy(func([]byte) []byte { return nil }), recovery, vault.ErrNotBackup},
		{"a byte turned", damagedBy(func(b []byte) []byte { b[len(b)/2] ^= 1; return b }), recovery, vault.ErrNotBackup},
		{"bytes added", damagedBy(func(b []byte) []byte { return append(b, 'x') }), recovery, vault.ErrNotBackup},
		{"something else", filepath.Join(dir, "vault.db"), recovery, vault.ErrNotBackup},
		{"a folder", dir, recovery, vault.ErrNotBackup},
		{"a file that is not there", filepath.Join(dir, "none"), recovery, fs.ErrNotExist},
		{"a newer version", newer(), recovery, vault.ErrNewer},
		{"a backup without an id", hand(archive.Manifest{Journal: "x"}, archive.Remainder{Vault: []byte("{}")}), recovery, vault.ErrNotBackup},
		{"a backup with half an inbox key", hand(archive.Manifest{Journal: id}, archive.Remainder{Vault: []byte(`{"inbox":["AAAA"]}`)}), recovery, vault.ErrNotBackup},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := tree(t, dir)
			_, err := vault.Restore(background, dir, c.file, c.key, restoreOptions)
			wantErr(t, err, c.want)
			if !reflect.DeepEqual(before, tree(t, dir)) {
				t.Error("something was touched")
			}
		})
	}
	t.Run("a journal that is open", func(t *testing.T) {
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		_, err = vault.Restore(background, dir, file, recovery, restoreOptions)
		wantErr(t, err, vault.ErrInUse)
	})
	t.Run("a list of backups that names other files is not believed", func(t *testing.T) {
		kept := filepath.Join(t.TempDir(), "kept")
		overwrite(t, kept, []byte("mine"))
		list := fmt.Sprintf(`{"backups":{"made":[{"folder":%q,"name":"kept","sequence":1},{"name":"../../kept"}]}}`, filepath.Dir(kept))
		into := filepath.Join(t.TempDir(), "new")
		restore(t, into, hand(archive.Manifest{Journal: id}, archive.Remainder{Vault: []byte(list)}), recovery)
		v, err := vault.Open(into, vault.Passphrase(nextPassphrase))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if _, made, err := v.Backups(); len(made) != 1 || err != nil {
			t.Error(made, err)
		}
	})
}

func TestRestoreAndBack(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 3)
	file := backUp(t, v, noon)
	apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "later", "after the backup", 9)}})
	v.Close()
	lines := func(pass string) int {
		t.Helper()
		v, err := vault.Open(dir, vault.Passphrase(pass))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		return len(texts(t, v, "a"))
	}
	_, err := vault.GoBack(dir, noon)
	wantErr(t, err, vault.ErrNothingAside)
	_, err = vault.Confirm(dir)
	wantErr(t, err, vault.ErrNothingAside)

	aside := restore(t, dir, file, recovery).Aside
	if got := lines(nextPassphrase); got != 3 {
		t.Errorf("%d lines after the restore", got)
	}
	// What was set aside is a journal by itself.
	was, err := vault.Open(aside, vault.Passphrase(passphrase))
	if err != nil {
		t.Fatal(err)
	}
	if got := texts(t, was, "a"); len(got) != 4 {
		t.Errorf("what was set aside holds %q", got)
	}
	was.Close()
	wantFiles(t, dir, "backups", "inbox", "inbox.key", "set-aside", "vault.db", "vault.lock")

	for range 2 { // there and back again
		if _, err := vault.GoBack(dir, noon); err != nil {
			t.Fatal(err)
		}
		if got := lines(passphrase); got != 4 {
			t.Errorf("%d lines after going back", got)
		}
		if _, err := vault.GoBack(dir, noon.AddDate(-1, 0, 0)); err != nil { // by a clock that was set back
			t.Fatal(err)
		}
		if got := lines(nextPassphrase); got != 3 {
			t.Errorf("%d lines after going forth", got)
		}
	}
	restore(t, dir, file, recovery)
	if folders, err := vault.Aside(dir); len(folders) != 2 || err != nil {
		t.Errorf("set aside: %v, %v", folders, err)
	}
	if n, err := vault.Confirm(dir); n != 2 || err != nil {
		t.Error(n, err)
	}
	wantFiles(t, dir, "backups", "inbox", "inbox.key", "vault.db", "vault.lock")
	if got := lines(nextPassphrase); got != 3 {
		t.Errorf("%d lines after confirming", got)
	}
}

func TestRestoreOverDamage(t *testing.T) {
	for name, damage := range map[string]func(t *testing.T, dir string){
		"nothing but bytes": func(t *testing.T, dir string) { overwrite(t, filepath.Join(dir, "vault.db"), []byte("gone")) },
		"an empty file":     func(t *testing.T, dir string) { overwrite(t, filepath.Join(dir, "vault.db"), nil) },
		"no card either": func(t *testing.T, dir string) {
			overwrite(t, filepath.Join(dir, "vault.db"), []byte("gone"))
			os.Remove(filepath.Join(dir, "inbox.key"))
		},
		"a head was taken out": func(t *testing.T, dir string) { tamper(t, dir, `DELETE FROM head WHERE id = 2`) },
		"a log of something else": func(t *testing.T, dir string) {
			overwrite(t, filepath.Join(dir, "vault.db-wal"), bytes.Repeat([]byte("x"), 5000))
		},
		"a folder in its place": func(t *testing.T, dir string) {
			lose(t, dir)
			if err := os.MkdirAll(filepath.Join(dir, "vault.db", "x"), 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"the database is gone": func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "vault.db")) },
	} {
		t.Run(name, func(t *testing.T) {
			v, dir, recovery := newJournal(t)
			fill(t, v, 3)
			file := backUp(t, v, noon)
			v.Close()
			drop(t, dir, line("waits", "dropped before"))
			damage(t, dir)
			restored := restore(t, dir, file, recovery)
			if _, err := os.Stat(filepath.Join(dir, "vault.db-wal")); err == nil {
				t.Error("the log of the journal before is still there")
			}
			v, err := vault.Open(dir, vault.Passphrase(nextPassphrase))
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			if got := texts(t, v, "a"); len(got) != 3 {
				t.Errorf("restored %q", got)
			}
			if got := drain(t, v, 0); !slices.Equal(got, []string{"dropped before"}) {
				t.Errorf("the inbox gave %q", got)
			}
			if (restored.Aside == "") != (name == "the database is gone") {
				t.Errorf("set aside: %q", restored.Aside)
			}
		})
	}
}

// A line that was sealed to any key the journal had opens after a restore, and after going back.
func TestInboxThroughRestore(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 3)
	file := backUp(t, v, noon)
	drop(t, dir, line("1", "before the new keys"))
	if err := v.Rekey(passphrase); err != nil {
		t.Fatal(err)
	}
	v.Close()
	drop(t, dir, line("2", "to keys that the backup has never seen"))
	restore(t, dir, file, recovery)
	drop(t, dir, line("3", "after the restore"))
	if _, err := vault.GoBack(dir, noon); err != nil {
		t.Fatal(err)
	}
	drop(t, dir, line("4", "after going back"))
	if _, err := vault.GoBack(dir, noon); err != nil {
		t.Fatal(err)
	}
	v, err := vault.Open(dir, vault.Passphrase(nextPassphrase))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	if got := drain(t, v, 0); len(got) != 4 {
		t.Errorf("the inbox gave %q", got)
	}
}

// dropForever drops lines as fast as it can, as "firsthand note" in a loop does, and says which were kept.
func dropForever(dir string, args []string) error {
	for i := 0; ; i++ {
		id := fmt.Sprintf("%s-%d", args[0], i)
		if err := vault.Drop(dir, line(id, id)); err != nil {
			return err // it would have been told that the line is not kept, and none may be told so here
		}
		fmt.Println(id)
	}
}

func TestDropInALoopThroughRestore(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 20)
	file := backUp(t, v, noon)
	v.Close()

	const droppers = 3
	kept := make(chan []string, droppers)
	begun := make(chan bool, droppers)
	var stop []func()
	for i := range droppers {
		cmd := child("drop", dir, fmt.Sprint(i))
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		stop = append(stop, func() { cmd.Process.Kill(); cmd.Wait() })
		go func() {
			var ids []string
			for lines := bufio.NewReader(out); ; {
				id, err := lines.ReadString('\n')
				if err != nil {
					if !errors.Is(err, io.EOF) && !errors.Is(err, os.ErrClosed) {
						t.Error(err)
					}
					kept <- ids
					return
				}
				if strings.HasPrefix(id, "error") {
					t.Error(id)
				}
				if ids = append(ids, strings.TrimSpace(id)); len(ids) == 1 {
					begun <- true
				}
			}
		}()
	}
	for range droppers {
		<-begun
	}
	open := func(pass string) *vault.Vault {
		v, err := vault.Open(dir, vault.Passphrase(pass))
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	restore(t, dir, file, recovery)
	v = open(nextPassphrase)
	if err := v.Rekey(nextPassphrase); err != nil {
		t.Fatal(err)
	}
	v.Close()
	restore(t, dir, file, recovery)
	v = open(nextPassphrase)
	if _, err := v.Drain(background, keepLines(v)); err != nil {
		t.Fatal(err)
	}
	again := backUp(t, v, noon.Add(time.Hour))
	v.Close()
	restore(t, dir, again, recovery)
	for _, end := range stop {
		end()
	}
	v = open(nextPassphrase)
	defer v.Close()
	problems, err := v.Drain(background, keepLines(v))
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	here := map[string]bool{}
	for _, text := range texts(t, v, "inbox") {
		here[text] = true
	}
	count := 0
	for range droppers {
		for _, id := range <-kept {
			if count++; !here[id] {
				t.Errorf("%s was kept and is lost", id)
			}
		}
	}
	if count < 3*droppers {
		t.Errorf("only %d lines were dropped meanwhile", count)
	}
	t.Logf("%d lines dropped through three restores and a re-keying", count)
}

// FuzzBackup gives bytes for what lies sealed in a backup: the tar and the JSON in it.
func FuzzBackup(f *testing.F) {
	v, dir, recovery := newJournal(f)
	fill(f, v, 2)
	file := backUp(f, v, noon)
	v.Close()
	_ = dir
	identity, err := vault.ParseRecovery(recovery)
	if err != nil {
		f.Fatal(err)
	}
	sealed, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		f.Fatal(err)
	}
	whole, err := io.ReadAll(r)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, tar []byte) {
		into := filepath.Join(t.TempDir(), "journal")
		_, err := vault.Restore(background, into, sealedTo(t, recovery, tar), recovery, restoreOptions)
		names, readErr := os.ReadDir(filepath.Dir(into))
		if err == nil {
			if v, openErr := vault.Open(into, vault.Passphrase(nextPassphrase)); openErr != nil {
				t.Errorf("it was restored and does not open: %v", openErr)
			} else {
				v.Close()
			}
		}
		if readErr != nil || len(names) > 1 {
			t.Errorf("it wrote beside the journal: %v, %v", names, readErr)
		}
	})
}
