package vault_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// noon is when backups are made in these tests.
var noon = time.Date(2025, 3, 9, 12, 0, 0, 0, time.UTC)

func backUp(t testing.TB, v *vault.Vault, at time.Time) (path string) {
	t.Helper()
	b, err := v.Backup(background, "", at)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(b.Folder, b.Name)
}

func restore(t testing.TB, dir, file, recovery string) vault.Restored {
	t.Helper()
	r, err := vault.Restore(background, dir, file, recovery, restoreOptions)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const nextPassphrase = "another cheap passphrase, after the restore"

var restoreOptions = vault.RestoreOptions{Passphrase: nextPassphrase, KDF: vault.CheapKDF, Now: noon}

// filled makes a value of every kind of field that a journal keeps, none of them zero: a field that a backup forgets shows.
func filled[T any]() (value T) {
	n := 0
	fillValue(reflect.ValueOf(&value).Elem(), &n)
	return value
}

func fillValue(v reflect.Value, n *int) {
	*n++
	switch v.Interface().(type) {
	case time.Time:
		v.Set(reflect.ValueOf(night.UTC().Add(time.Duration(*n) * time.Second)))
		return
	case journal.Kind:
		v.Set(reflect.ValueOf(journal.Learning))
		return
	case journal.Share:
		v.Set(reflect.ValueOf(journal.Background))
		return
	case journal.Night:
		v.Set(reflect.ValueOf(journal.NightOff))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(fmt.Sprintf("text %d", *n))
	case reflect.Int, reflect.Int64, reflect.Int32:
		v.SetInt(int64(*n))
	case reflect.Uint8:
		v.SetUint(uint64(*n % 256))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(float64(*n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fillValue(v.Index(i), n)
		}
	case reflect.Array:
		for i := range v.Len() {
			fillValue(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fillValue(key, n)
		fillValue(value, n)
		v.SetMapIndex(key, value)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Tag.Get("json") != "-" {
				fillValue(v.Field(i), n)
			}
		}
	default:
		panic("no value for " + v.Type().String())
	}
}

// everything fills all that a Change can hold, for one account; what ties records together is made to agree.
func everything(t testing.TB, v *vault.Vault) {
	t.Helper()
	c := filled[journal.Change]()
	for i := range c.Accounts {
		for j := range c.Accounts[i].Telling.Entries {
			c.Accounts[i].Telling.Entries[j].ID = journal.EntryID(fmt.Sprint("told", j))
		}
	}
	for i := range c.Entries {
		c.Entries[i].Account = c.Accounts[i%len(c.Accounts)].ID
	}
	for i := range c.Reviews {
		c.Reviews[i].Account = c.Accounts[i].ID
	}
	for i := range c.Releases {
		c.Releases[i].Account = c.Accounts[i].ID
		c.Copies[i].Account, c.Copies[i].Release = c.Accounts[i].ID, c.Releases[i].ID
	}
	apply(t, v, c)
}

// dump is all that a journal says, as JSON.
func dump(t testing.TB, v *vault.Vault) string {
	t.Helper()
	all := map[string]any{}
	put := func(name string, value any, err error) {
		if err != nil {
			t.Fatal(name, err)
		}
		all[name] = value
	}
	accounts, err := v.Accounts(background)
	put("accounts", len(accounts), err)
	for _, a := range accounts {
		full, err := v.Account(background, a.ID)
		put("account "+string(a.ID), nil, err)
		entries, err := v.Entries(background, a.ID)
		_, js := archive.Write(full, entries) // every instant in one zone: which one a time was written in is not kept
		put("account "+string(a.ID), string(js), err)
		review, err := v.Review(background, a.ID)
		put("review "+string(a.ID), review, err)
		releases, err := v.Releases(background, a.ID)
		put("releases "+string(a.ID), releases, err)
		for _, r := range releases {
			left, err := v.Copy(background, r.ID)
			put("copy "+string(r.ID), left, err)
		}
	}
	cases, err := v.Cases(background)
	put("cases", cases, err)
	comparisons, err := v.Comparisons(background)
	put("comparisons", comparisons, err)
	hidden, err := v.Hidden(background)
	put("hidden", hidden, err)
	settings, err := v.Settings(background)
	put("settings", settings, err)
	history, err := v.History(background)
	put("history", history, err)
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestBackup(t *testing.T) {
	t.Run("a restore gives back everything", func(t *testing.T) {
		v, dir, recovery := newJournal(t)
		everything(t, v)
		fill(t, v, 20)
		want := dump(t, v)
		file := backUp(t, v, noon)
		if name := filepath.Base(file); name != "20250309T120000Z-0001.age" {
			t.Errorf("the name is %s", name)
		}
		apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "later", "not in the backup", 99)}})
		v.Close()

		for name, into := range map[string]string{"in its place": dir, "on another machine": filepath.Join(t.TempDir(), "new")} {
			t.Run(name, func(t *testing.T) {
				file := file
				if into != dir {
					file = copyTo(t, file)
				}
				restored := restore(t, into, file, recovery)
				v, err := vault.Open(into, vault.Passphrase(nextPassphrase))
				if err != nil {
					t.Fatal(err)
				}
				defer v.Close()
				if got := dump(t, v); got != want {
					t.Errorf("restored:\n%s\nwant:\n%s", got, want)
				}
				if err := v.Verify(background); err != nil {
					t.Error(err)
				}
				if restored.Entries != 22 || restored.Accounts != 3 || (restored.Aside != "") != (into == dir) {
					t.Errorf("%+v", restored)
				}
				v = reopen(t, v, into, vault.Recovery(recovery))
				defer v.Close()
				if _, _, err := v.Backups(); err != nil {
					t.Error(err)
				}
			})
		}
	})

	t.Run("a journal without a recovery key has none", func(t *testing.T) {
		v, _, _ := newDeviceJournal(t)
		fill(t, v, 3)
		_, err := v.Backup(background, "", noon)
		wantErr(t, err, vault.ErrNoRecovery)
		if due, err := v.BackupDue(noon.AddDate(1, 0, 0)); due || err != nil {
			t.Error(due, err)
		}
	})

	t.Run("a folder that is gone, or is not the one it was, is not written to", func(t *testing.T) {
		v, _, _ := newJournal(t)
		fill(t, v, 5)
		stick := filepath.Join(t.TempDir(), "stick")
		wantErr(t, v.KeepBackupsIn(background, stick), vault.ErrNoFolder)
		if err := os.Mkdir(stick, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := v.KeepBackupsIn(background, stick); err != nil {
			t.Fatal(err)
		}
		if file := backUp(t, v, noon); filepath.Dir(file) != stick {
			t.Error(file)
		}
		away := stick + " away"
		if err := os.Rename(stick, away); err != nil {
			t.Fatal(err)
		}
		_, err := v.Backup(background, "", noon)
		wantErr(t, err, vault.ErrNoFolder)
		if err := os.Mkdir(stick, 0o700); err != nil { // the empty place where a disk was
			t.Fatal(err)
		}
		_, err = v.Backup(background, "", noon)
		wantErr(t, err, vault.ErrNoFolder)
		if left := namesIn(t, stick); len(left) > 0 {
			t.Errorf("it wrote %v", left)
		}
		if err := os.Remove(stick); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(away, stick); err != nil {
			t.Fatal(err)
		}
		backUp(t, v, noon.Add(time.Minute))
		if got := len(namesIn(t, stick)); got != 2 {
			t.Errorf("%d backups", got)
		}
	})

	t.Run("what somebody chose again is taken as it is", func(t *testing.T) {
		v, _, _ := newJournal(t)
		fill(t, v, 5)
		stick := t.TempDir()
		if err := v.KeepBackupsIn(background, stick); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(backUp(t, v, noon)); err != nil {
			t.Fatal(err)
		}
		if err := v.KeepBackupsIn(background, stick); err != nil {
			t.Fatal(err)
		}
		backUp(t, v, noon)
	})

	t.Run("a file of another journal is neither overwritten nor thinned out", func(t *testing.T) {
		folder := t.TempDir()
		var files []string
		for range 2 {
			v, _, _ := newJournal(t)
			fill(t, v, 5)
			if err := v.KeepBackupsIn(background, folder); err != nil {
				t.Fatal(err)
			}
			for i := range 12 {
				files = append(files, backUp(t, v, noon.Add(time.Duration(i)*time.Minute)))
			}
		}
		if got := len(namesIn(t, folder)); got != 14 && got != 16 {
			t.Errorf("%d files, want seven or eight of each journal", got)
		}
		if _, err := os.Stat(files[11]); err != nil {
			t.Error("the newest of the first journal is gone:", err)
		}
	})
}

func TestBackupDue(t *testing.T) {
	v, _, _ := newJournal(t)
	due := func(at time.Time, want bool, why string) {
		t.Helper()
		if got, err := v.BackupDue(at); got != want || err != nil {
			t.Errorf("%s: due %v, %v", why, got, err)
		}
	}
	due(noon.AddDate(1, 0, 0), false, "an empty journal")
	fill(t, v, 2)
	due(noon, false, "written this night")
	due(noon.AddDate(0, 0, 8), true, "a week without a backup")
	told := account("a")
	told.Telling = &journal.Telling{At: night}
	apply(t, v, journal.Change{Accounts: []journal.Account{told}})
	due(noon, true, "an account was told")
	backUp(t, v, noon)
	due(noon.Add(time.Hour), false, "nothing since")
	due(noon.AddDate(0, 0, 7), true, "a week later")
	other := account("b")
	other.Telling = &journal.Telling{At: night.AddDate(-1, 0, 0)}
	apply(t, v, journal.Change{Accounts: []journal.Account{other}})
	due(noon, true, "another account told, by a clock that was set back")
	backUp(t, v, noon.Add(time.Hour))
	if key, err := vault.DrawRecovery(); err != nil || v.SetRecovery(key) != nil {
		t.Fatal(err)
	}
	due(noon.Add(time.Hour), true, "a new recovery key, which opens none of them")
	backUp(t, v, noon.Add(2*time.Hour))
	if err := v.KeepBackupsIn(background, t.TempDir()); err != nil {
		t.Fatal(err)
	}
	due(noon.Add(2*time.Hour), true, "a new folder")
}

// What the stock age tool opens is compared entry by entry with the journal.
func TestStockAgeOpensABackup(t *testing.T) {
	tool, err := exec.LookPath("age")
	if err != nil {
		t.Skip("the Debian package age is missing; build/setup.sh test installs it")
	}
	v, _, recovery := newJournal(t)
	everything(t, v)
	fill(t, v, 50)
	file := backUp(t, v, noon)
	key := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(key, []byte(recovery+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, "-d", "-i", key, file)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	got := map[journal.EntryID]journal.Entry{}
	m, _, err := archive.ReadBackup(strings.NewReader(string(out)), func(full archive.Full) error {
		for _, e := range full.Entries {
			got[e.ID] = e
		}
		return nil
	})
	if err != nil || m.Entries != 52 || len(got) != 52 {
		t.Fatalf("%d entries, %+v, %v", len(got), m, err)
	}
	accounts, err := v.Accounts(background)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		entries, err := v.Entries(background, a.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			_, want := archive.Write(a, []journal.Entry{e})
			_, is := archive.Write(a, []journal.Entry{got[e.ID]})
			if string(want) != string(is) {
				t.Fatalf("age gives %s\nthe journal %s", is, want)
			}
		}
	}
	// And what a person finds who opens it by hand.
	list := exec.Command("tar", "-t")
	list.Stdin = strings.NewReader(string(out))
	names, err := list.Output()
	if err != nil || !strings.Contains(string(names), "accounts/0001-") || !strings.Contains(string(names), ".md\n") {
		t.Errorf("tar lists %s, %v", names, err)
	}
}

// A copy made while the device key opened the journal opens with it still, and opens nothing that was written later.
func TestCopyUnderDeviceKey(t *testing.T) {
	v, dir, device := newDeviceJournal(t)
	fill(t, v, 3)
	v.Close()
	old, keys := filepath.Join(t.TempDir(), "copy"), filepath.Join(t.TempDir(), "keys")
	for from, to := range map[string]string{dir: old, device: keys} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	v, err := vault.Open(dir, vault.Device(device))
	if err != nil {
		t.Fatal(err)
	}
	recovery, err := v.SetPassphrase(passphrase, vault.CheapKDF)
	if err != nil {
		t.Fatal(err)
	}
	apply(t, v, journal.Change{Entries: []journal.Entry{entry("a", "later", canary, 9)}})
	file := backUp(t, v, noon)
	v.Close()

	was, err := vault.Open(old, vault.Device(keys))
	if err != nil {
		t.Fatal("the copy does not open with its own key:", err)
	}
	if got := texts(t, was, "a"); len(got) != 3 {
		t.Errorf("the copy holds %d lines", len(got))
	}
	was.Close()
	// Its device key beside the later journal.
	_, err = vault.Open(dir, vault.Device(keys))
	wantErr(t, err, vault.ErrNoSuchKey)
	// Its slot in the later journal's database.
	tamper(t, dir, `ATTACH '`+filepath.Join(old, "vault.db")+`' AS old`, `INSERT INTO slot SELECT kind, value FROM old.slot`)
	_, err = vault.Open(dir, vault.Device(keys))
	wantErr(t, err, vault.ErrDamaged)
	// And the backup is the recovery key's alone.
	if _, err := vault.ReadBackup(background, file, recovery, func(archive.Full) error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestCheckBackups(t *testing.T) {
	v, _, recovery := newJournal(t)
	fill(t, v, 5)
	var files []string
	for i := range 3 {
		files = append(files, backUp(t, v, noon.Add(time.Duration(i)*time.Hour)))
	}
	b, err := os.ReadFile(files[1])
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	if err := errors.Join(os.WriteFile(files[1], b, 0o600), os.Remove(files[0])); err != nil {
		t.Fatal(err)
	}
	later := noon.AddDate(0, 0, 3)
	made, err := v.CheckBackups(background, later)
	if err != nil || len(made) != 3 {
		t.Fatal(made, err)
	}
	if !made[0].Checked.Equal(later) || made[0].Changed || made[0].Missing() {
		t.Errorf("the good one: %+v", made[0])
	}
	if !made[1].Changed || made[1].Checked.Equal(later) {
		t.Errorf("the changed one: %+v", made[1])
	}
	if !made[2].Missing() || made[2].Changed {
		t.Errorf("the missing one: %+v", made[2])
	}
	_, err = vault.ReadBackup(background, files[1], recovery, func(archive.Full) error { return nil })
	wantErr(t, err, vault.ErrNotBackup)
	found, err := vault.FindBackups(filepath.Dir(files[2]))
	if err != nil || len(found) != 2 || found[0].Path != files[2] || found[0].Sequence != 3 || !found[0].Made.Equal(noon.Add(2*time.Hour)) || found[0].Size == 0 {
		t.Errorf("found %+v, %v", found, err)
	}
}

func TestHolding(t *testing.T) {
	v, dir, recovery := newJournal(t)
	fill(t, v, 2)
	first := backUp(t, v, noon)
	apply(t, v, journal.Change{Accounts: []journal.Account{account("b")}, Entries: []journal.Entry{entry("b", "eb", "later", 0)}})
	second := backUp(t, v, noon.Add(time.Hour))
	holding := func(id journal.AccountID, want ...string) {
		t.Helper()
		slices.Sort(want)
		if got, err := v.Holding(id); !slices.Equal(got, want) || err != nil {
			t.Errorf("%s is in %v, %v; want %v", id, got, err, want)
		}
	}
	holding("a", first, second)
	holding("b", second)
	if _, err := v.Holding("no"); !errors.Is(err, journal.ErrNotFound) {
		t.Error(err)
	}
	foreign := filepath.Join(filepath.Dir(first), "20240101T000000Z-0001.age")
	if err := os.WriteFile(foreign, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	holding("b", second, foreign)
	if err := os.Remove(foreign); err != nil {
		t.Fatal(err)
	}
	// A line that came from an account of its own was backed up with that.
	moved := entry("b", "e1", "moved", 5)
	moved.Revision = 2
	apply(t, v, journal.Change{Entries: []journal.Entry{moved}})
	holding("b", first, second)
	v.Close()
	aside := restore(t, dir, second, recovery).Aside
	v, err := vault.Open(dir, vault.Recovery(recovery))
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	holding("b", first, second, aside) // after a restore nobody knows any more: all that may
	if err := os.RemoveAll(filepath.Dir(aside)); err != nil {
		t.Fatal(err)
	}
	apply(t, v, journal.Change{Accounts: []journal.Account{account("c")}, Entries: []journal.Entry{entry("c", "ec", "new", 0)}})
	holding("c")
}

func copyTo(t testing.TB, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), filepath.Base(file))
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

func namesIn(t testing.TB, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
