package vault_test

import (
	"bytes"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/hpke"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"filippo.io/age"
	_ "github.com/mattn/go-sqlite3"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// This file is another program that reads a journal. It was written after the comment of package vault, and uses nothing
// of it: if it cannot read what the package writes, one of the two is wrong.

// foreignJournal is a journal as another program reads it.
type foreignJournal struct {
	vault   []byte
	epoch   uint32
	master  []byte
	records map[string]foreignRecord // by kind/name
	lines   []foreignRecord          // that wait in the inbox
}

type foreignRecord struct {
	owner    string
	removed  bool
	revision uint32
	text     string
	json     json.RawMessage
}

var errForeign = errors.New("not as the comment says")

// foreignFormat begins everything.
const foreignFormat = "firsthand/vault1"

func inField(s string, n int) []byte { return append([]byte(s), make([]byte, n-len(s))...) }

func joined(parts ...any) []byte {
	var b []byte
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			b = append(b, p...)
		case []byte:
			b = append(b, p...)
		case uint32:
			b = binary.BigEndian.AppendUint32(b, p)
		case uint64:
			b = binary.BigEndian.AppendUint64(b, p)
		}
	}
	return b
}

// readForeign reads the journal in dir by its passphrase, or by its recovery key where that is not empty.
func readForeign(dir, passphrase, recovery string) (*foreignJournal, error) {
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db")+"?mode=ro")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	slots, err := named(db, `SELECT kind, value FROM slot`)
	if err != nil {
		return nil, err
	}
	meta, err := named(db, `SELECT name, value FROM meta`)
	if err != nil {
		return nil, err
	}
	j := &foreignJournal{vault: meta["vault"], epoch: binary.BigEndian.Uint32(meta["epoch"]), records: make(map[string]foreignRecord)}
	if recovery != "" {
		err = j.byRecovery(slots["recovery"], recovery)
	} else {
		err = j.byPassphrase(slots["passphrase"], passphrase)
	}
	if err != nil {
		return nil, err
	}
	if err := j.readTables(db, slots, meta); err != nil {
		return nil, err
	}
	return j, j.readInbox(dir, meta["secrets"])
}

func named(db *sql.DB, query string) (map[string][]byte, error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	values := make(map[string][]byte)
	for rows.Next() {
		var name string
		var value []byte
		if err := rows.Scan(&name, &value); err != nil {
			return nil, err
		}
		values[name] = value
	}
	return values, rows.Err()
}

func (j *foreignJournal) byPassphrase(slot []byte, passphrase string) error {
	if len(slot) != 192 || string(slot[:16]) != foreignFormat || slot[36] != 1 || slot[37] != 1 || slot[38] != 1 {
		return fmt.Errorf("%w: slot of %d bytes", errForeign, len(slot))
	}
	if check := sha256.Sum256(slot[:184]); !bytes.Equal(check[:8], slot[184:]) {
		return fmt.Errorf("%w: check of the slot", errForeign)
	}
	salt, commitment, nonce, sealed := slot[48:80], slot[80:112], slot[112:136], slot[136:184]
	secret := argon2.IDKey(norm.NFKC.Bytes([]byte(passphrase)), salt, binary.BigEndian.Uint32(slot[40:]), binary.BigEndian.Uint32(slot[44:]), slot[39], 32)
	wrap, err := hkdf.Key(sha256.New, secret, j.vault, string(joined(foreignFormat, inField("slot", 16), j.epoch)), 64)
	if err != nil {
		return err
	}
	if !bytes.Equal(wrap[32:], commitment) {
		return fmt.Errorf("%w: commitment", errForeign)
	}
	aead, err := chacha20poly1305.NewX(wrap[:32])
	if err != nil {
		return err
	}
	j.master, err = aead.Open(nil, nonce, sealed, slot[:112])
	return err
}

func (j *foreignJournal) byRecovery(slot []byte, recovery string) error {
	identity, err := age.ParseX25519Identity(strings.TrimSpace(recovery))
	if err != nil {
		return err
	}
	file, err := age.Decrypt(bytes.NewReader(slot), identity)
	if err != nil {
		return err
	}
	plain, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	j.master = bytes.TrimPrefix(plain, joined(foreignFormat, j.vault, j.epoch))
	if len(plain) != 16+16+4+32 || len(j.master) != 32 {
		return fmt.Errorf("%w: recovery slot", errForeign)
	}
	return nil
}

func (j *foreignJournal) key(purpose string) ([]byte, error) {
	return hkdf.Key(sha256.New, j.master, j.vault, string(joined(foreignFormat, inField(purpose, 16), j.epoch)), 32)
}

// row opens a sealed row and gives its payload behind the version.
func (j *foreignJournal) row(table string, id, seq uint64, ct []byte) ([]byte, error) {
	key, err := j.key(table)
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	if len(ct) < 24+256+16 {
		return nil, fmt.Errorf("%w: row of %d bytes", errForeign, len(ct))
	}
	padded, err := aead.Open(nil, ct[:24], ct[24:], joined(foreignFormat, inField(table, 8), j.vault, id, seq))
	if err != nil {
		return nil, fmt.Errorf("%s %d: %w", table, id, err)
	}
	return unpadded(padded)
}

func unpadded(padded []byte) ([]byte, error) {
	n := int(binary.BigEndian.Uint32(padded))
	if len(padded) < 256 || n < 1 || n > len(padded)-4 || strings.Trim(string(padded[4+n:]), "\x00") != "" || padded[4] != 1 {
		return nil, fmt.Errorf("%w: padding", errForeign)
	}
	return padded[5 : 4+n], nil
}

type foreignRow struct {
	id, seq uint64
	ct      []byte
}

func foreignRows(db *sql.DB, table string) (found []foreignRow, err error) {
	rows, err := db.Query(`SELECT id, seq, ct FROM ` + table)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var r foreignRow
		if err := rows.Scan(&r.id, &r.seq, &r.ct); err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	return found, rows.Err()
}

// readTables reads head, body and root, and checks what the root says of them.
func (j *foreignJournal) readTables(db *sql.DB, slots, meta map[string][]byte) error {
	heads, err := foreignRows(db, "head")
	if err != nil {
		return err
	}
	bodies := make(map[uint64]foreignRow)
	found, err := foreignRows(db, "body")
	if err != nil {
		return err
	}
	for _, b := range found {
		bodies[b.id] = b
	}
	set, err := j.key("set")
	if err != nil {
		return err
	}
	sum := new(big.Int)
	for _, h := range heads {
		mac := hmac.New(sha256.New, set)
		mac.Write(joined(h.id, h.seq, h.ct[len(h.ct)-16:]))
		sum.Add(sum, new(big.Int).SetBytes(mac.Sum(nil)))
		if err := j.record(h, bodies[h.id]); err != nil {
			return err
		}
	}
	roots, err := foreignRows(db, "root")
	if err != nil || len(roots) != 1 {
		return fmt.Errorf("%w: %d roots, %w", errForeign, len(roots), err)
	}
	root, err := j.row("root", 1, roots[0].seq, roots[0].ct)
	if err != nil {
		return err
	}
	sum.Mod(sum, new(big.Int).Lsh(big.NewInt(1), 256))
	digest := foreignDigest(slots, meta)
	want := joined(roots[0].seq, root[8:16], uint64(len(heads)), uint64(len(bodies)), sum.FillBytes(make([]byte, 32)), digest)
	if !bytes.Equal(root, want) {
		return fmt.Errorf("%w: root", errForeign)
	}
	return nil
}

func foreignDigest(tables ...map[string][]byte) []byte {
	b := joined(uint32(1)) // user_version
	for _, rows := range tables {
		var names []string
		for name := range rows {
			names = append(names, name)
		}
		sort.Strings(names)
		b = append(b, joined(uint32(len(rows)))...)
		for _, name := range names {
			b = append(b, joined(uint32(len(name)), name, uint32(len(rows[name])), rows[name])...)
		}
	}
	digest := sha256.Sum256(b)
	return digest[:]
}

func (j *foreignJournal) record(h, b foreignRow) error {
	p, err := j.row("head", h.id, h.seq, h.ct)
	if err != nil {
		return err
	}
	kind, flags := p[0], p[1]
	bodySeq, bodyTag := binary.BigEndian.Uint64(p[18:]), p[26:42]
	r := foreignRecord{removed: flags&1 != 0, revision: binary.BigEndian.Uint32(p[2:])}
	p = p[42:]
	field := func() string {
		n := 2 + int(binary.BigEndian.Uint16(p))
		s := string(p[2:n])
		p = p[n:]
		return s
	}
	r.owner = field()
	name := field()
	r.json = bytes.Clone(p)
	if flags&2 != 0 {
		if b.seq != bodySeq || !bytes.Equal(b.ct[len(b.ct)-16:], bodyTag) {
			return fmt.Errorf("%w: body %d", errForeign, h.id)
		}
		body, err := j.row("body", b.id, b.seq, b.ct)
		if err != nil {
			return err
		}
		r.text, r.json = foreignBody(body)
	}
	j.records[fmt.Sprintf("%d/%s", kind, name)] = r
	return nil
}

func foreignBody(p []byte) (text string, rest json.RawMessage) {
	n := 4 + binary.BigEndian.Uint32(p)
	return string(p[4:n]), p[n:]
}

// readInbox opens the lines that wait.
func (j *foreignJournal) readInbox(dir string, sealed []byte) error {
	payload, err := j.row("meta", 1, 0, sealed)
	if err != nil {
		return err
	}
	var secrets struct{ Inbox [][]byte }
	if err := json.Unmarshal(payload, &secrets); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "inbox", "*.line"))
	if err != nil {
		return err
	}
	kem := hpke.DHKEM(ecdh.X25519())
	for _, file := range files {
		id, err := hex.DecodeString(strings.TrimSuffix(filepath.Base(file), ".line"))
		if err != nil {
			return err
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		private, err := kem.NewPrivateKey(secrets.Inbox[0])
		if err != nil {
			return err
		}
		plain, err := hpke.Open(private, hpke.HKDFSHA256(), hpke.ChaCha20Poly1305(), joined(foreignFormat, j.vault, id), data[32:])
		if err != nil {
			return err
		}
		body, err := unpadded(plain)
		if err != nil {
			return err
		}
		var r foreignRecord
		r.text, r.json = foreignBody(body)
		j.lines = append(j.lines, r)
	}
	return nil
}
