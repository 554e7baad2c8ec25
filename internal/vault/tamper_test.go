package vault_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

func slotValue(t testing.TB, dir, kind string) (slot []byte) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.QueryRow(`SELECT value FROM slot WHERE kind = ?`, kind).Scan(&slot); err != nil {
		t.Fatal(err)
	}
	return slot
}

// changeSlot edits the passphrase slot and makes its checksum right again, as somebody would who means harm.
func changeSlot(t testing.TB, dir string, edit func([]byte)) {
	t.Helper()
	slot := slotValue(t, dir, "passphrase")
	edit(slot)
	check := sha256.Sum256(slot[:len(slot)-8])
	copy(slot[len(slot)-8:], check[:8])
	tamper(t, dir, fmt.Sprintf(`UPDATE slot SET value = x'%x' WHERE kind = 'passphrase'`, slot))
}

// TestTamper changes a closed journal by SQL; opening it, or reading all of it, must notice.
func TestTamper(t *testing.T) {
	// flip changes one byte of a value in place.
	flip := func(table, column, where string, at string) string {
		return fmt.Sprintf(`UPDATE %[1]s SET %[2]s = CAST(substr(%[2]s, 1, %[4]s) || CASE WHEN substr(%[2]s, %[4]s + 1, 1) = x'00' THEN x'01' ELSE x'00' END || substr(%[2]s, %[4]s + 2) AS BLOB) WHERE %[3]s`,
			table, column, where, at)
	}
	const entryHead, otherHead = `id = 3`, `id = 4` // 1 is the account
	for _, c := range []struct {
		name   string
		tamper []string
		part   vault.Part // that is named
		left   int        // of five entries, so many can still be read at least
	}{
		{"head changed", []string{flip("head", "ct", entryHead, "40")}, vault.PartHead, 4},
		{"head's nonce changed", []string{flip("head", "ct", entryHead, "0")}, vault.PartHead, 4},
		{"head's tag changed", []string{flip("head", "ct", entryHead, "length(ct) - 1")}, vault.PartHead, 4},
		{"head cut short", []string{`UPDATE head SET ct = substr(ct, 1, 100) WHERE ` + entryHead}, vault.PartHead, 4},
		{"head emptied", []string{`UPDATE head SET ct = x'' WHERE ` + entryHead}, vault.PartHead, 4},
		{"head longer", []string{`UPDATE head SET ct = CAST(ct || x'00' AS BLOB) WHERE ` + entryHead}, vault.PartHead, 4},
		{"head's sequence changed", []string{`UPDATE head SET seq = seq + 1 WHERE ` + entryHead}, vault.PartHead, 4},
		{"heads swapped", []string{`CREATE TABLE x AS SELECT * FROM head`, `UPDATE head SET ct = (SELECT ct FROM x WHERE ` + otherHead + `) WHERE ` + entryHead,
			`UPDATE head SET ct = (SELECT ct FROM x WHERE ` + entryHead + `) WHERE ` + otherHead, `DROP TABLE x`}, vault.PartHead, 3},
		{"head removed", []string{`DELETE FROM head WHERE ` + entryHead}, vault.PartRecords, 4},
		{"head and body removed", []string{`DELETE FROM head WHERE ` + entryHead, `DELETE FROM body WHERE ` + entryHead}, vault.PartRecords, 4},
		{"the last head and body removed", []string{`DELETE FROM head WHERE id = (SELECT max(id) FROM head)`, `DELETE FROM body WHERE id = (SELECT max(id) FROM body)`}, vault.PartRecords, 4},
		{"everything removed", []string{`DELETE FROM head`, `DELETE FROM body`}, vault.PartRecords, 0},
		{"head doubled", []string{`INSERT INTO head SELECT id + 100, seq, ct FROM head WHERE ` + entryHead}, vault.PartHead, 5},
		{"body doubled", []string{`INSERT INTO body SELECT id + 100, seq, ct FROM body WHERE ` + entryHead}, vault.PartRecords, 5},
		{"body removed", []string{`DELETE FROM body WHERE ` + entryHead}, vault.PartBody, 4},
		{"body moved", []string{`UPDATE body SET id = 100 WHERE ` + entryHead}, vault.PartBody, 4},
		{"body's sequence changed", []string{`UPDATE body SET seq = seq + 1 WHERE ` + entryHead}, vault.PartBody, 4},
		{"body changed", []string{flip("body", "ct", entryHead, "40")}, vault.PartBody, 4},
		{"bodies swapped", []string{`CREATE TABLE x AS SELECT * FROM body`, `UPDATE body SET ct = (SELECT ct FROM x WHERE ` + otherHead + `) WHERE ` + entryHead,
			`UPDATE body SET ct = (SELECT ct FROM x WHERE ` + entryHead + `) WHERE ` + otherHead, `DROP TABLE x`}, vault.PartBody, 3},
		{"a head as a body", []string{`UPDATE body SET ct = (SELECT ct FROM head WHERE ` + entryHead + `) WHERE ` + entryHead}, vault.PartBody, 4},
		{"root changed", []string{flip("root", "ct", "id = 1", "40")}, vault.PartRoot, 5},
		{"root removed", []string{`DELETE FROM root`}, vault.PartRoot, 5},
		{"root's sequence changed", []string{`UPDATE root SET seq = seq - 1`}, vault.PartRoot, 5},
		{"secrets changed", []string{flip("meta", "value", "name = 'secrets'", "40")}, vault.PartMeta, 5},
		{"a setting added", []string{`INSERT INTO meta VALUES ('x', x'00')`}, vault.PartMeta, 5},
		{"a slot removed", []string{`DELETE FROM slot WHERE kind = 'recovery'`}, vault.PartMeta, 5},
		{"a slot added", []string{`INSERT INTO slot SELECT 'other', value FROM slot WHERE kind = 'recovery'`}, vault.PartMeta, 5},
		{"the other slot changed", []string{flip("slot", "value", "kind = 'recovery'", "200")}, vault.PartMeta, 5},
		{"vault id changed", []string{flip("meta", "value", "name = 'vault'", "3")}, vault.PartPassphrase, 0},
		{"epoch changed", []string{flip("meta", "value", "name = 'epoch'", "3")}, vault.PartPassphrase, 0},
		{"slot changed", []string{flip("slot", "value", "kind = 'passphrase'", "60")}, vault.PartPassphrase, 0},
		{"heads and bodies swapped", []string{`CREATE TABLE x AS SELECT * FROM body`, `CREATE TABLE y AS SELECT * FROM head`, `DELETE FROM body WHERE id IN (3, 4)`, `DELETE FROM head WHERE id IN (3, 4)`,
			`INSERT INTO body SELECT 7 - id, seq, ct FROM x WHERE id IN (3, 4)`, `INSERT INTO head SELECT 7 - id, seq, ct FROM y WHERE id IN (3, 4)`, `DROP TABLE x`, `DROP TABLE y`}, vault.PartHead, 3},
		{"head moved to the account's place", []string{`DELETE FROM head WHERE id = 1`, `UPDATE head SET id = 1 WHERE ` + entryHead}, vault.PartHead, 0},
		{"secrets removed", []string{`DELETE FROM meta WHERE name = 'secrets'`}, vault.PartMeta, 5},
		{"vault id removed", []string{`DELETE FROM meta WHERE name = 'vault'`}, vault.PartMeta, 0},
		{"epoch removed", []string{`DELETE FROM meta WHERE name = 'epoch'`}, vault.PartMeta, 0},
		{"a slot doubled", []string{`INSERT INTO slot SELECT 'device', value FROM slot WHERE kind = 'passphrase'`}, vault.PartMeta, 5},
		{"slots swapped", []string{`CREATE TABLE x AS SELECT * FROM slot`, `UPDATE slot SET value = (SELECT value FROM x WHERE x.kind <> slot.kind)`, `DROP TABLE x`}, vault.PartPassphrase, 0},
		{"a table added", []string{`CREATE TABLE other (x)`}, vault.PartFile, 5},
		{"a trigger added", []string{`CREATE TRIGGER other AFTER UPDATE ON root BEGIN DELETE FROM body WHERE id = 3; END`}, vault.PartFile, 5},
		{"a table replaced by a view", []string{`ALTER TABLE body RENAME TO other`, `CREATE VIEW body AS SELECT id, seq, ct FROM other`}, vault.PartFile, 5},
		{"another application", []string{`PRAGMA application_id = 1`}, vault.PartFile, 0},
		{"an older version", []string{`PRAGMA user_version = 0`}, vault.PartFile, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, dir, _ := newJournal(t)
			fill(t, v, 5)
			v.Close()
			tamper(t, dir, c.tamper...)
			v, err := vault.Open(dir, vault.Passphrase(passphrase))
			if err == nil {
				err = v.Verify(background)
				v.Close()
			}
			wantErr(t, err, vault.ErrDamaged)
			wantPart(t, err, c.part)
			if n := readable(t, dir, vault.Passphrase(passphrase)); n < c.left {
				t.Errorf("%d entries can be read, want %d", n, c.left)
			}
		})
	}
}

// readable is how many entries a damaged journal still gives, each of which says what it should.
func readable(t testing.TB, dir string, key vault.Key) int {
	t.Helper()
	r, err := vault.Salvage(dir, key)
	if err != nil {
		wantErr(t, err, vault.ErrDamaged)
		return 0
	}
	defer r.Close()
	_, entries, err := r.Account(background, "a")
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		t.Error(err)
	}
	for _, e := range entries {
		if e.Text != "I restarted number "+strings.TrimPrefix(string(e.ID), "e") && e.Text != "changed since" {
			t.Errorf("%s says %q", e.ID, e.Text)
		}
	}
	return len(entries)
}

// TestPutBack puts parts of an earlier journal back into the present one.
func TestPutBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper []string
		key    string
		part   vault.Part
		left   int
	}{
		{"a head", []string{`REPLACE INTO head SELECT * FROM old.head WHERE id = 2`}, passphrase, vault.PartBody, 2},
		{"a body", []string{`REPLACE INTO body SELECT * FROM old.body WHERE id = 2`}, passphrase, vault.PartBody, 2},
		{"a head with its body", []string{`REPLACE INTO head SELECT * FROM old.head WHERE id = 2`, `REPLACE INTO body SELECT * FROM old.body WHERE id = 2`}, passphrase, vault.PartRecords, 3},
		{"the root", []string{`DELETE FROM root`, `INSERT INTO root SELECT * FROM old.root`}, passphrase, vault.PartMeta, 3},
		{"the slots", []string{`REPLACE INTO slot SELECT * FROM old.slot`}, "the old one", vault.PartMeta, 3},
		{"the secrets", []string{`REPLACE INTO meta SELECT * FROM old.meta`}, passphrase, vault.PartMeta, 3},
		{"every head", []string{`DELETE FROM head`, `INSERT INTO head SELECT * FROM old.head`}, passphrase, vault.PartBody, 2},
		{"every body", []string{`DELETE FROM body`, `INSERT INTO body SELECT * FROM old.body`}, passphrase, vault.PartBody, 2},
		{"every record", []string{`DELETE FROM head`, `INSERT INTO head SELECT * FROM old.head`, `DELETE FROM body`, `INSERT INTO body SELECT * FROM old.body`}, passphrase, vault.PartRecords, 3},
		{"every record and the root", []string{`DELETE FROM head`, `INSERT INTO head SELECT * FROM old.head`, `DELETE FROM body`, `INSERT INTO body SELECT * FROM old.body`,
			`DELETE FROM root`, `INSERT INTO root SELECT * FROM old.root`}, passphrase, vault.PartMeta, 3},
		{"a record that was removed since", []string{`INSERT INTO head SELECT 99, seq, ct FROM old.head WHERE id = 3`, `INSERT INTO body SELECT 99, seq, ct FROM old.body WHERE id = 3`}, passphrase, vault.PartHead, 3},
		{"another journal's head", []string{`REPLACE INTO head SELECT * FROM other.head WHERE id = 2`}, passphrase, vault.PartHead, 2},
		{"another journal's body", []string{`REPLACE INTO body SELECT * FROM other.body WHERE id = 2`}, passphrase, vault.PartBody, 2},
		{"another journal's root", []string{`REPLACE INTO root SELECT * FROM other.root`}, passphrase, vault.PartRoot, 3},
		{"another journal's secrets", []string{`REPLACE INTO meta SELECT * FROM other.meta WHERE name = 'secrets'`}, passphrase, vault.PartMeta, 3},
		{"another journal's settings", []string{`REPLACE INTO meta SELECT * FROM other.meta`}, passphrase, vault.PartPassphrase, 0},
		{"another journal's slots", []string{`REPLACE INTO slot SELECT * FROM other.slot`}, passphrase, vault.PartPassphrase, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "journal")
			v, _, err := vault.Create(dir, vault.Options{Passphrase: "the old one", KDF: vault.CheapKDF})
			if err != nil {
				t.Fatal(err)
			}
			fill(t, v, 3)
			v.Close()
			stranger, strange, _ := newJournal(t)
			fill(t, stranger, 3)
			stranger.Close()
			old := filepath.Join(t.TempDir(), "old.db")
			overwrite(t, old, read(t, filepath.Join(dir, "vault.db")))
			v, err = vault.Open(dir, vault.Passphrase("the old one"))
			if err != nil {
				t.Fatal(err)
			}
			e := entry("a", "e0", "changed since", 0)
			e.Revision = 2
			apply(t, v, journal.Change{Entries: []journal.Entry{e}})
			if _, err := v.SetPassphrase(passphrase, vault.CheapKDF); err != nil {
				t.Fatal(err)
			}
			v.Close()
			tamper(t, dir, append([]string{`ATTACH '` + old + `' AS old`, `ATTACH '` + filepath.Join(strange, "vault.db") + `' AS other`}, c.tamper...)...)
			v, err = vault.Open(dir, vault.Passphrase(c.key))
			if err == nil {
				err = v.Verify(background)
				v.Close()
			}
			wantErr(t, err, vault.ErrDamaged)
			wantPart(t, err, c.part)
			if n := readable(t, dir, vault.Passphrase(c.key)); n < c.left {
				t.Errorf("%d entries can be read, want %d", n, c.left)
			}
		})
	}
}

// TestSpoiledFile flips bytes of vault.db, and cuts it short: the journal opens as it was, or is refused with a reason.
// A wrong word is never read.
func TestSpoiledFile(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 30)
	v.Close()
	path := filepath.Join(dir, "vault.db")
	whole := read(t, path)
	check := func(t *testing.T, spoiled []byte) (noticed bool) {
		overwrite(t, path, spoiled)
		v, err := vault.Open(dir, vault.Passphrase(passphrase))
		if err == nil {
			defer v.Close()
			if err = v.Verify(background); err == nil {
				for i, text := range texts(t, v, "a") {
					if text != fmt.Sprintf("I restarted number %d", i) {
						t.Errorf("a wrong text: %q", text)
					}
				}
			}
		}
		if err != nil && !errors.Is(err, vault.ErrDamaged) && !errors.Is(err, vault.ErrNewer) && !errors.Is(err, vault.ErrNoSuchKey) {
			t.Errorf("error without a reason: %v", err)
		}
		return err != nil
	}
	t.Run("flipped", func(t *testing.T) {
		noticed, tried := 0, 0
		for at := 0; at < len(whole); at += 61 {
			spoiled := append([]byte(nil), whole...)
			spoiled[at] ^= 1 << (at % 8)
			if tried++; check(t, spoiled) {
				noticed++
			}
		}
		t.Logf("%d of %d flips noticed, the others changed nothing", noticed, tried)
	})
	t.Run("cut", func(t *testing.T) {
		for size := 0; size < len(whole); size += 509 {
			if !check(t, whole[:size]) {
				t.Errorf("cut at %d of %d: not noticed", size, len(whole))
			}
		}
	})
}
