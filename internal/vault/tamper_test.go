package vault_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"firsthand/internal/journal"
	"firsthand/internal/search"
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
		part   vault.Part
	}{
		{"head changed", []string{flip("head", "ct", entryHead, "40")}, vault.PartHead},
		{"head's nonce changed", []string{flip("head", "ct", entryHead, "0")}, vault.PartHead},
		{"head's tag changed", []string{flip("head", "ct", entryHead, "length(ct) - 1")}, vault.PartHead},
		{"head cut short", []string{`UPDATE head SET ct = substr(ct, 1, 100) WHERE ` + entryHead}, vault.PartHead},
		{"head emptied", []string{`UPDATE head SET ct = x'' WHERE ` + entryHead}, vault.PartHead},
		{"head longer", []string{`UPDATE head SET ct = CAST(ct || x'00' AS BLOB) WHERE ` + entryHead}, vault.PartHead},
		{"head's sequence changed", []string{`UPDATE head SET seq = seq + 1 WHERE ` + entryHead}, vault.PartHead},
		{"heads swapped", []string{`CREATE TABLE x AS SELECT * FROM head`, `UPDATE head SET ct = (SELECT ct FROM x WHERE ` + otherHead + `) WHERE ` + entryHead,
			`UPDATE head SET ct = (SELECT ct FROM x WHERE ` + entryHead + `) WHERE ` + otherHead, `DROP TABLE x`}, vault.PartHead},
		{"head removed", []string{`DELETE FROM head WHERE ` + entryHead}, vault.PartRecords},
		{"head and body removed", []string{`DELETE FROM head WHERE ` + entryHead, `DELETE FROM body WHERE ` + entryHead}, vault.PartRecords},
		{"the last head and body removed", []string{`DELETE FROM head WHERE id = (SELECT max(id) FROM head)`, `DELETE FROM body WHERE id = (SELECT max(id) FROM body)`}, vault.PartRecords},
		{"everything removed", []string{`DELETE FROM head`, `DELETE FROM body`}, vault.PartRecords},
		{"head doubled", []string{`INSERT INTO head SELECT id + 100, seq, ct FROM head WHERE ` + entryHead}, vault.PartHead},
		{"body doubled", []string{`INSERT INTO body SELECT id + 100, seq, ct FROM body WHERE ` + entryHead}, vault.PartRecords},
		{"body removed", []string{`DELETE FROM body WHERE ` + entryHead}, vault.PartBody},
		{"body moved", []string{`UPDATE body SET id = 100 WHERE ` + entryHead}, vault.PartBody},
		{"body's sequence changed", []string{`UPDATE body SET seq = seq + 1 WHERE ` + entryHead}, vault.PartBody},
		{"body changed", []string{flip("body", "ct", entryHead, "40")}, vault.PartBody},
		{"bodies swapped", []string{`CREATE TABLE x AS SELECT * FROM body`, `UPDATE body SET ct = (SELECT ct FROM x WHERE ` + otherHead + `) WHERE ` + entryHead,
			`UPDATE body SET ct = (SELECT ct FROM x WHERE ` + entryHead + `) WHERE ` + otherHead, `DROP TABLE x`}, vault.PartBody},
		{"a head as a body", []string{`UPDATE body SET ct = (SELECT ct FROM head WHERE ` + entryHead + `) WHERE ` + entryHead}, vault.PartBody},
		{"root changed", []string{flip("root", "ct", "id = 1", "40")}, vault.PartRoot},
		{"root removed", []string{`DELETE FROM root`}, vault.PartRoot},
		{"root's sequence changed", []string{`UPDATE root SET seq = seq - 1`}, vault.PartRoot},
		{"secrets changed", []string{flip("meta", "value", "name = 'secrets'", "40")}, vault.PartMeta},
		{"a setting added", []string{`INSERT INTO meta VALUES ('x', x'00')`}, vault.PartMeta},
		{"a slot removed", []string{`DELETE FROM slot WHERE kind = 'recovery'`}, vault.PartMeta},
		{"a slot added", []string{`INSERT INTO slot SELECT 'other', value FROM slot WHERE kind = 'recovery'`}, vault.PartMeta},
		{"the other slot changed", []string{flip("slot", "value", "kind = 'recovery'", "200")}, vault.PartMeta},
		{"vault id changed", []string{flip("meta", "value", "name = 'vault'", "3")}, vault.PartPassphrase},
		{"epoch changed", []string{flip("meta", "value", "name = 'epoch'", "3")}, vault.PartPassphrase},
		{"slot changed", []string{flip("slot", "value", "kind = 'passphrase'", "60")}, vault.PartPassphrase},
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
		})
	}
}

// TestPutBack puts parts of an earlier journal back into the present one.
func TestPutBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		tamper []string
		key    string
		part   vault.Part
	}{
		{"a head", []string{`REPLACE INTO head SELECT * FROM old.head WHERE id = 2`}, passphrase, vault.PartBody},
		{"a body", []string{`REPLACE INTO body SELECT * FROM old.body WHERE id = 2`}, passphrase, vault.PartBody},
		{"a head with its body", []string{`REPLACE INTO head SELECT * FROM old.head WHERE id = 2`, `REPLACE INTO body SELECT * FROM old.body WHERE id = 2`}, passphrase, vault.PartRecords},
		{"the root", []string{`DELETE FROM root`, `INSERT INTO root SELECT * FROM old.root`}, passphrase, vault.PartMeta},
		{"the slots", []string{`REPLACE INTO slot SELECT * FROM old.slot`}, "the old one", vault.PartMeta},
		{"the secrets", []string{`REPLACE INTO meta SELECT * FROM old.meta`}, passphrase, vault.PartMeta},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "journal")
			v, _, err := vault.Create(dir, vault.Options{Passphrase: "the old one", KDF: vault.CheapKDF})
			if err != nil {
				t.Fatal(err)
			}
			fill(t, v, 3)
			v.Close()
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
			tamper(t, dir, append([]string{`ATTACH '` + old + `' AS old`}, c.tamper...)...)
			v, err = vault.Open(dir, vault.Passphrase(c.key))
			if err == nil {
				err = v.Verify(background)
				v.Close()
			}
			wantErr(t, err, vault.ErrDamaged)
			wantPart(t, err, c.part)
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

func TestSalvage(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 5)
	v.Close()
	tamper(t, dir, `DELETE FROM root`, `UPDATE body SET ct = x'00' WHERE id = 3`, `DELETE FROM body WHERE id = 4`)
	v, err := vault.Salvage(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrDamaged)
	if v == nil {
		t.Fatal("nothing to read")
	}
	defer v.Close()
	entries, err := v.Entries(background, "a")
	wantErr(t, err, vault.ErrDamaged)
	if len(entries) != 3 {
		t.Errorf("%d entries", len(entries))
	}
	var broken *vault.DamageError
	if errors.As(err, &broken); len(broken.Damage) != 2 || broken.Damage[0].Name != "e1" || broken.Damage[1].Name != "e2" {
		t.Errorf("damage %+v", broken)
	}
	found, err := v.Search(background, search.Parse("restarted"), 100)
	wantErr(t, err, vault.ErrDamaged)
	if len(found) != 3 {
		t.Errorf("found %d", len(found))
	}
	wantErr(t, v.Apply(background, journal.Change{Accounts: []journal.Account{account("b")}}), vault.ErrDamaged)
}
