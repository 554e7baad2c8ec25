package vault

import (
	"database/sql"
	"encoding/binary"
)

// An epoch is the time between two re-keyings: one master key and everything that follows from it.
type epoch struct {
	keys    *keys
	slots   map[string][]byte
	secrets secrets
	device  []byte // the device key, where one opens the journal
}

// newEpoch draws a master key and an inbox key. It has no slot yet.
func newEpoch(id ID, number uint32) (*epoch, error) {
	scalar, err := newInboxScalar()
	if err != nil {
		return nil, err
	}
	return &epoch{
		keys:    newKeys(randomKey(), id, number),
		slots:   make(map[string][]byte),
		secrets: secrets{Inbox: [][]byte{scalar}},
	}, nil
}

// firstEpoch is the epoch of a new journal, and the recovery key where it has one.
func firstEpoch(id ID, o Options) (e *epoch, recovery string, err error) {
	if e, err = newEpoch(id, 1); err != nil {
		return nil, "", err
	}
	if o.Passphrase == "" {
		e.openByDevice()
		return e, "", nil
	}
	if err := e.openByPassphrase(o.Passphrase, o.KDF); err != nil {
		return nil, "", err
	}
	if !o.WithoutRecovery {
		var recipient string
		if recovery, recipient, err = newRecovery(); err != nil {
			return nil, "", err
		}
		err = e.openByRecovery(recipient)
	}
	return e, recovery, err
}

func (e *epoch) openByPassphrase(passphrase string, kdf KDF) error {
	if kdf == (KDF{}) {
		kdf = calibrated()
	}
	if err := kdf.check(); err != nil {
		return err
	}
	e.slots[string(passphraseSlot)] = sealSlot([]byte(passphrase), &kdf, e.keys.master, e.keys.vault, e.keys.epoch)
	return nil
}

func (e *epoch) openByDevice() {
	e.device = randomKey()
	e.slots[string(deviceSlot)] = sealSlot(e.device, nil, e.keys.master, e.keys.vault, e.keys.epoch)
}

func (e *epoch) openByRecovery(recipient string) error {
	slot, err := sealRecovery(recipient, e.keys.master, e.keys.vault, e.keys.epoch)
	if err != nil {
		return err
	}
	e.slots[string(recoverySlot)] = slot
	e.secrets.Recipient = recipient
	return nil
}

// meta is what the table holds: vault id, epoch and the sealed secrets.
func (e *epoch) meta() map[string][]byte {
	return map[string][]byte{
		"vault":   e.keys.vault[:],
		"epoch":   binary.BigEndian.AppendUint32(nil, e.keys.epoch),
		"secrets": e.keys.meta.seal(metaSecrets, 0, e.secrets.encode()),
	}
}

func (e *epoch) card() card {
	public, err := inboxPublic(e.secrets.Inbox[0])
	if err != nil {
		panic(err) // a key that was just made, or that decodeSecrets has tried
	}
	return card{vault: e.keys.vault, schema: uint32(schemaVersion()), ways: waysOf(e.slots), public: public}
}

// create fills the tables of a new journal.
func (e *epoch) create(db *sql.DB) error {
	meta := e.meta()
	r := root{seq: 1, next: 1, digest: digestOf(schemaVersion(), e.slots, meta)}
	tx, err := db.Begin()
	if err != nil {
		return explain("create journal", err)
	}
	defer tx.Rollback()
	if err := writeRows(tx, `slot`, e.slots); err != nil {
		return err
	}
	if err := writeRows(tx, `meta`, meta); err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO root (id, seq, ct) VALUES (1, ?, ?)`, int64(r.seq), e.keys.root.seal(rootID, r.seq, r.encode()))
	if err != nil {
		return explain("create journal", err)
	}
	return explain("create journal", tx.Commit())
}

// writeRows makes the rows of slot or meta exactly these.
func writeRows(tx *sql.Tx, table string, values map[string][]byte) error {
	if _, err := tx.Exec(`DELETE FROM ` + table); err != nil {
		return explain("write journal", err)
	}
	for name, value := range values {
		if _, err := tx.Exec(`INSERT INTO `+table+` VALUES (?, ?)`, name, value); err != nil {
			return explain("write journal", err)
		}
	}
	return nil
}
