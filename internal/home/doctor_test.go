package home

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// A patient is a journal with one line and one backup, closed, whose clock the test sets.
type patient struct {
	*Home
	clock    time.Time
	recovery string
}

const opensPatient = "several cheap words in a row"

func newPatient(t *testing.T) *patient {
	t.Helper()
	return newPatientIn(t, t.TempDir())
}

func newPatientIn(t *testing.T, root string) *patient {
	t.Helper()
	p := &patient{clock: time.Date(2026, 4, 17, 4, 0, 0, 0, time.UTC)}
	var err error
	p.Home, err = At(filepath.Join(root, "journal"), Options{
		Keys: filepath.Join(root, "keys"), CheapPassphrase: true, Now: func() time.Time { return p.clock },
	})
	ok(t, err)
	_, err = p.Make(t.Context(), opensPatient, func(key string) error { p.recovery = key; return nil })
	ok(t, err)
	p.with(t, func(j *Journal) {
		_, err := j.Record(t.Context(), journal.Line{Text: "the replica lags"})
		ok(t, err)
		_, err = j.Backup(t.Context(), "")
		ok(t, err)
	})
	return p
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// with runs f on the open journal.
func (p *patient) with(t *testing.T, f func(*Journal)) {
	t.Helper()
	j, err := p.Open(t.Context(), p.passphrase, nil)
	ok(t, err)
	f(j)
	ok(t, j.Close())
}

func (p *patient) passphrase() (string, error) { return opensPatient, nil }

// row is what the doctor says of one thing now; its State is empty where it says nothing.
func (p *patient) row(t *testing.T, name string) Finding {
	t.Helper()
	return rowOf(p.Doctor(t.Context(), p.passphrase, false), name)
}

func rowOf(d Diagnosis, name string) Finding {
	for _, f := range d.Findings {
		if f.Name == name {
			return f
		}
	}
	return Finding{}
}

// fix lets the doctor mend what it can, and is what it says of one thing then.
func (p *patient) fix(t *testing.T, name string) Finding {
	t.Helper()
	return rowOf(p.Doctor(t.Context(), p.passphrase, true), name)
}

func (p *patient) put(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(p.Dir, name)
	ok(t, os.MkdirAll(filepath.Dir(path), 0o700))
	ok(t, os.WriteFile(path, data, 0o600))
	return path
}

// damage changes a file, and mends it again.
func (p *patient) damage(t *testing.T, name string, change func([]byte)) (mend func()) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(p.Dir, name))
	ok(t, err)
	changed := slices.Clone(data)
	change(changed)
	p.put(t, name, changed)
	return func() { p.put(t, name, data) }
}

func zero(b []byte) { clear(b) }

func flip(b []byte) { b[len(b)/2] ^= 1 }

// Every row is fine, is not when something is wrong, says what to do, and is fine when that was done.
func TestDoctorRows(t *testing.T) {
	for _, c := range []struct {
		row   string
		what  string
		state Health
		is    string // in it
		ill   func(t *testing.T, p *patient) (cure func())
	}{
		{"journal", "neither card nor file can be read", Wrong, "cannot be read", func(t *testing.T, p *patient) func() {
			card, file := p.damage(t, "inbox.key", zero), p.damage(t, "vault.db", zero)
			return func() { card(); file() }
		}},
		{"inbox key", "a bit is flipped", Watch, "damaged", func(t *testing.T, p *patient) func() {
			p.damage(t, "inbox.key", flip)
			return func() { p.with(t, func(*Journal) {}) }
		}},
		{"lock", "another program", Watch, "Another program", func(t *testing.T, p *patient) func() {
			lock := flock.New(filepath.Join(p.Dir, "vault.lock"))
			if held, err := lock.TryLock(); !held {
				t.Fatal(err)
			}
			return func() { lock.Unlock() }
		}},
		{"permissions", "others may enter", Watch, ": 2.", func(t *testing.T, p *patient) func() {
			if runtime.GOOS == "windows" {
				t.Skip("permissions are not in the mode here")
			}
			ok(t, os.Chmod(p.Dir, 0o755))
			ok(t, os.Chmod(filepath.Join(p.Dir, "inbox.key"), 0o644))
			return func() {
				if f := p.fix(t, "permissions"); f.State != Fine || !strings.Contains(f.Is, "closed to others just now: 2") || f.Do != "" {
					t.Errorf("after --fix: %+v", f)
				}
			}
		}},
		{"log", "a program was killed", Watch, "last lines are in the log", func(t *testing.T, p *patient) func() {
			killed := filepath.Join(t.TempDir(), "killed")
			p.with(t, func(j *Journal) {
				_, err := j.Record(t.Context(), journal.Line{Text: "a line in the log"})
				ok(t, err)
				ok(t, os.CopyFS(killed, os.DirFS(p.Dir)))
			})
			p.Dir = killed
			return func() {
				if f := p.row(t, "contents"); !strings.Contains(f.Is, "lines read: 2") {
					t.Errorf("what was in the log: %+v", f)
				}
			}
		}},
		{"set aside", "a restore", Watch, ": 1.", func(t *testing.T, p *patient) func() {
			found, err := vault.FindBackups(p.BackupFolder())
			ok(t, err)
			_, err = p.Restore(t.Context(), found[0].Path, p.recovery, opensPatient)
			ok(t, err)
			return func() { _, err := p.Confirm(); ok(t, err) }
		}},
		{"leftovers", "a restore was killed", Watch, "restoring", func(t *testing.T, p *patient) func() {
			p.put(t, "restoring/vault.db", []byte("half"))
			return p.tidied(t, 1)
		}},
		{"leftovers", "killed while they wrote", Watch, ": 4,", func(t *testing.T, p *patient) func() {
			p.put(t, "vault.new", nil)
			p.put(t, ".new-1", nil)
			p.put(t, "backups/.new-2", nil)
			long := time.Now().Add(-2 * time.Hour)
			ok(t, os.Chtimes(p.put(t, "inbox/.new-3", nil), long, long))
			return p.tidied(t, 3) // the looking inside, above, has removed the one beside the journal
		}},
		{"inbox", "a line was begun", Watch, "not finished: 1", func(t *testing.T, p *patient) func() {
			begun := p.put(t, "inbox/.new-4", nil)
			return func() {
				p.fix(t, "inbox")
				if _, err := os.Stat(begun); err != nil {
					t.Error("what another program may be writing is gone")
				}
				long := time.Now().Add(-2 * time.Hour)
				ok(t, os.Chtimes(begun, long, long))
				p.tidied(t, 1)()
			}
		}},
		{"backup files", "none", Watch, "none", func(t *testing.T, p *patient) func() {
			away := filepath.Join(t.TempDir(), "away")
			ok(t, os.Rename(p.BackupFolder(), away))
			return func() { ok(t, os.Rename(away, p.BackupFolder())) }
		}},
		{"contents", "a line is damaged", Wrong, "not be read whole", func(t *testing.T, p *patient) func() {
			whole := p.damage(t, "vault.db", func([]byte) {})
			db, err := sql.Open("sqlite3", "file:"+filepath.Join(p.Dir, "vault.db"))
			ok(t, err)
			_, err = db.Exec(`UPDATE body SET ct = zeroblob(300) WHERE id = (SELECT min(id) FROM body)`)
			ok(t, err)
			ok(t, db.Close())
			return whole
		}},
		{"notice", "junk in the inbox", Watch, "junk.line", func(t *testing.T, p *patient) func() {
			junk := p.put(t, "inbox/junk.line", []byte("junk"))
			return func() { ok(t, os.Remove(junk)) }
		}},
		{"backups", "one was changed", Wrong, "Changed since they were made: 1", func(t *testing.T, p *patient) func() {
			found, err := vault.FindBackups(p.BackupFolder())
			ok(t, err)
			p.damage(t, filepath.Join("backups", filepath.Base(found[0].Path)), flip)
			return func() {
				p.clock = p.clock.Add(time.Hour)
				p.with(t, func(j *Journal) { _, err := j.Backup(t.Context(), ""); ok(t, err) })
				if f := p.row(t, "backups"); f.State != Watch || !strings.Contains(f.Do, found[0].Path) {
					t.Errorf("with a later one that is whole: %+v", f)
				}
				ok(t, os.Remove(found[0].Path))
			}
		}},
		{"clock", "was set back", Watch, "in the future: 1;", func(t *testing.T, p *patient) func() {
			p.clock = p.clock.Add(-time.Hour)
			return func() { p.clock = p.clock.Add(time.Hour) }
		}},
	} {
		t.Run(c.row+", "+c.what, func(t *testing.T) {
			p := newPatient(t)
			well := func(when string) {
				t.Helper()
				// A notice is there only where there is something to say.
				if f := p.row(t, c.row); f.Do != "" || f.State != Fine && (c.row != "notice" || f.State != "") {
					t.Errorf("%s: %+v", when, f)
				}
			}
			well("before")
			cure := c.ill(t, p)
			if f := p.row(t, c.row); f.State != c.state || !strings.Contains(f.Is, c.is) || f.Do == "" {
				t.Errorf("%+v, want %q with %q and what to do", f, c.state, c.is)
			}
			cure()
			well("after")
		})
	}
}

// tidied lets the doctor remove n leftovers, which it has to say.
func (p *patient) tidied(t *testing.T, n int) func() {
	return func() {
		t.Helper()
		if f := p.fix(t, "leftovers"); f.State != Fine || !strings.Contains(f.Is, fmt.Sprintf("removed just now: %d.", n)) {
			t.Errorf("after --fix: %+v", f)
		}
	}
}

func TestDoctorWithoutAJournal(t *testing.T) {
	h, err := At(filepath.Join(t.TempDir(), "none"), Options{Keys: t.TempDir()})
	ok(t, err)
	d := h.Doctor(t.Context(), nil, true)
	if f := rowOf(d, "journal"); d.Err != nil || len(d.Findings) != 1 || f.State != Watch || f.Do == "" {
		t.Errorf("%+v", d)
	}
	if _, err := os.Stat(h.Dir); err == nil {
		t.Error("a folder was made")
	}
}

func TestDoctorDeviceKey(t *testing.T) {
	h, err := At(filepath.Join(t.TempDir(), "journal"), Options{Keys: t.TempDir()})
	ok(t, err)
	ok(t, h.MakeWithoutPassphrase())
	keys, err := filepath.Glob(filepath.Join(h.options.Keys, "*.key"))
	if err != nil || len(keys) != 1 {
		t.Fatal(keys, err)
	}
	there := func() {
		t.Helper()
		if f := rowOf(h.Doctor(t.Context(), nil, false), "device key"); f.State != Watch || !strings.Contains(f.Do, "init") {
			t.Errorf("%+v", f)
		}
	}
	there()
	ok(t, os.Rename(keys[0], keys[0]+".away"))
	d := h.Doctor(t.Context(), nil, false)
	if f := rowOf(d, "device key"); f.State != Wrong || !strings.Contains(f.Do, keys[0]) {
		t.Errorf("%+v", f)
	}
	if f := rowOf(d, "contents"); f.State != Watch || !strings.Contains(f.Do, "device key") {
		t.Errorf("%+v", f)
	}
	ok(t, os.Rename(keys[0]+".away", keys[0]))
	there()
}

// The doctor asks SQLite itself, on the journal; package vault tests that a setting which is not right is seen.
func TestDoctorPragmas(t *testing.T) {
	p := newPatient(t)
	f := p.row(t, "SQLite")
	for _, is := range []string{"synchronous 2", "journal_mode wal", "temp_store 2", "secure_delete 1"} {
		if f.State != Fine || !strings.Contains(f.Is, is) {
			t.Errorf("%+v lacks %q", f, is)
		}
	}
	var d Diagnosis
	d.pragmas([]vault.Pragma{{Name: "journal_mode", Is: "wal", Want: "wal"}, {Name: "synchronous", Is: "1", Want: "2"}})
	if f := d.Findings[0]; f.State != Wrong || !strings.Contains(f.Is, "synchronous is 1, and has to be 2.") || f.Do == "" {
		t.Errorf("%+v", f)
	}
}

func TestDoctorSpace(t *testing.T) {
	for free, want := range map[uint64]Health{littleSpace - 1: Watch, littleSpace: Fine} {
		var d Diagnosis
		d.space(free, nil)
		if f := d.Findings[0]; f.State != want || (f.Do == "") != (want == Fine) {
			t.Errorf("%d bytes: %+v", free, f)
		}
	}
}

// A wrong passphrase is no damage.
func TestDoctorWrongPassphrase(t *testing.T) {
	p := newPatient(t)
	d := p.Doctor(t.Context(), func() (string, error) { return "another", nil }, false)
	if f := rowOf(d, "contents"); f.State != Wrong || !strings.Contains(f.Is, "does not open") || !strings.Contains(f.Do, "--passphrase-file") {
		t.Errorf("%+v", f)
	}
	d = p.Doctor(t.Context(), func() (string, error) { return "", ErrNoPassphrase }, false)
	if f := rowOf(d, "contents"); d.Err != nil || f.State != Watch || f.Do == "" {
		t.Errorf("%+v", f)
	}
}
