package vault

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
)

// SetPassphrase sets or changes the passphrase. The zero KDF is calibrated, or that of the present passphrase.
//
// The first one re-keys everything, in one transaction: what the device key could open, no copy of the later journal
// will. It makes the recovery key, which it returns and keeps nowhere, and removes the device key.
// A later one wraps the same master key anew and returns no recovery key: the present one stays.
// Older copies of the journal still open with what opened them then.
func (v *Vault) SetPassphrase(passphrase string, kdf KDF) (recovery string, err error) {
	if passphrase == "" {
		return "", errors.New("set passphrase: it is empty")
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil {
		return "", err
	}
	if slot := v.slots[string(passphraseSlot)]; slot != nil {
		return "", v.changePassphrase(slot, passphrase, kdf)
	}
	e, err := v.nextEpoch()
	if err != nil {
		return "", err
	}
	if err := e.openByPassphrase(passphrase, kdf); err != nil {
		return "", err
	}
	recovery, recipient, err := newRecovery()
	if err != nil {
		return "", err
	}
	if err := e.openByRecovery(recipient); err != nil {
		return "", err
	}
	if err := v.rekey(e); err != nil {
		return "", err
	}
	// The passphrase is set now, whatever becomes of the device key: it opens older copies, not this journal.
	if v.device != "" && removeDevice(v.device, v.keys.vault) != nil {
		v.repaired = append(v.repaired, Damage{Part: PartDeviceKey, Why: "of no use any more, but could not be removed"})
	}
	return recovery, nil
}

// CheckPassphrase tells by ErrWrongKey whether passphrase opens the journal.
func (v *Vault) CheckPassphrase(passphrase string) error {
	v.mu.RLock()
	slot, id, epoch, err := v.slots[string(passphraseSlot)], v.keys.vault, v.keys.epoch, v.usable(false)
	v.mu.RUnlock()
	if err != nil {
		return err
	}
	if slot == nil {
		return ErrNoSuchKey
	}
	master, err := openSlot(slot, passphraseSlot, []byte(passphrase), id, epoch)
	clear(master)
	return err
}

// Rekey seals everything anew under a new master key: copies made before do not open with what is written from now on.
// It needs the passphrase to wrap the new key; the recovery key stays.
func (v *Vault) Rekey(passphrase string) error {
	if err := v.CheckPassphrase(passphrase); err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil {
		return err
	}
	kdf, err := readSlot(v.slots[string(passphraseSlot)], passphraseSlot, v.keys.vault, v.keys.epoch)
	if err != nil {
		return err
	}
	e, err := v.nextEpoch()
	if err != nil {
		return err
	}
	if err := e.openByPassphrase(passphrase, *kdf); err != nil {
		return err
	}
	if v.secrets.Recipient != "" {
		if err := e.openByRecovery(v.secrets.Recipient); err != nil {
			return err
		}
	}
	return v.rekey(e)
}

// SetRecovery puts a recovery key that DrawRecovery gave in the place of the present one, which opens only copies made
// before. It needs a passphrase to be set.
func (v *Vault) SetRecovery(recovery string) error {
	identity, err := ParseRecovery(recovery)
	if err != nil {
		return err
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil {
		return err
	}
	if v.slots[string(passphraseSlot)] == nil {
		return fmt.Errorf("%w: set a passphrase first", ErrNoSuchKey)
	}
	e := v.epoch()
	if err := e.openByRecovery(identity.Recipient().String()); err != nil {
		return err
	}
	return v.settle(e)
}

// epoch is the present one, to be changed and settled. The caller holds mu.
func (v *Vault) epoch() *epoch {
	e := &epoch{keys: v.keys, slots: make(map[string][]byte), secrets: v.secrets}
	for kind, slot := range v.slots {
		e.slots[kind] = slot
	}
	return e
}

func (v *Vault) changePassphrase(slot []byte, passphrase string, kdf KDF) error {
	if kdf == (KDF{}) {
		present, err := readSlot(slot, passphraseSlot, v.keys.vault, v.keys.epoch)
		if err != nil {
			return err
		}
		kdf = *present
	}
	e := v.epoch()
	if err := e.openByPassphrase(passphrase, kdf); err != nil {
		return err
	}
	return v.settle(e)
}

// settle writes slots and meta of an epoch whose keys stay.
func (v *Vault) settle(e *epoch) error {
	meta := e.meta()
	err := v.write(context.Background(), func(w *writing) error { return w.settings(e.slots, meta) })
	if err != nil {
		return err
	}
	v.slots, v.meta, v.secrets = e.slots, meta, e.secrets
	v.emptyLog()
	v.repairCard()
	return nil
}

func (w *writing) settings(slots, meta map[string][]byte) error {
	w.root.digest = digestOf(schemaVersion(), slots, meta)
	if err := writeRows(w.tx, `slot`, slots); err != nil {
		return err
	}
	return writeRows(w.tx, `meta`, meta)
}

// nextEpoch has new keys; the old private halves of the inbox stay until no waiting line can need them.
func (v *Vault) nextEpoch() (*epoch, error) {
	e, err := newEpoch(v.keys.vault, v.keys.epoch+1)
	if err != nil {
		return nil, err
	}
	e.secrets.Inbox = append(e.secrets.Inbox, v.secrets.clone().Inbox...)
	return e, nil
}

// rekey seals every record, and all else, with the keys of e. The caller holds mu.
func (v *Vault) rekey(e *epoch) error {
	meta := e.meta()
	fresh := newCatalogue(len(v.catalogue.byID))
	old, oldSecrets := v.keys, v.secrets
	if err := v.inPlace(); err != nil {
		return fmt.Errorf("re-key: %w", err)
	}
	tx, err := v.db.Begin()
	if err != nil {
		return explain("re-key", err)
	}
	defer tx.Rollback()
	w := &writing{v: v, tx: tx, root: v.root}
	w.root.seq++
	w.root.sum = sum{}
	for _, id := range sortedIDs(v.catalogue) {
		r, err := w.reseal(e.keys, v.catalogue.byID[id])
		if err != nil {
			return err
		}
		fresh.put(r)
	}
	if err := w.settings(e.slots, meta); err != nil {
		return err
	}
	if err := w.seal(e.keys); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return explain("re-key", err)
	}
	v.keys, v.slots, v.meta, v.secrets = e.keys, e.slots, meta, e.secrets
	v.root, v.catalogue = w.root, fresh
	old.wipe()
	oldSecrets.wipe()
	v.emptyLog()
	v.repairCard()
	return nil
}

func sortedIDs(c *catalogue) []int64 {
	ids := make([]int64, 0, len(c.byID))
	for id := range c.byID {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// reseal opens a record's rows and seals them with the new keys.
func (w *writing) reseal(k *keys, old *record) (*record, error) {
	r := &record{head: old.head, id: old.id, seq: w.root.seq, account: old.account}
	if old.hasBody {
		payload, err := w.v.readBody(w.tx, old)
		if err != nil {
			return nil, err
		}
		sealed := k.body.seal(old.id, w.root.seq, payload)
		r.bodySeq, r.bodyTag = w.root.seq, tagOf(sealed)
		err = w.replace(PartBody, `UPDATE body SET seq = ?, ct = ? WHERE id = ?`, int64(r.seq), sealed, r.id)
		if err != nil {
			return nil, err
		}
	}
	h := r.head
	if r.account != nil {
		again, err := accountHead(*r.account)
		if err != nil {
			return nil, err
		}
		h.extra = again.extra
	}
	payload, err := h.encode()
	if err != nil {
		return nil, err
	}
	sealed := k.head.seal(r.id, r.seq, payload)
	r.tag = tagOf(sealed)
	w.root.sum = w.root.sum.plus(k.set.of(r.id, r.seq, r.tag))
	return r, w.replace(PartHead, `UPDATE head SET seq = ?, ct = ? WHERE id = ?`, int64(r.seq), sealed, r.id)
}

// emptyLog writes the log back and cuts it to nothing, so that no row under an old key stays in it.
func (v *Vault) emptyLog() {
	v.endSnapshots()
	var busy, log, checkpointed sql.NullInt64
	// A reader may hold it up; then the next close does it.
	v.db.QueryRow(`PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &log, &checkpointed)
}

// retireInboxKeys forgets the older private halves once nothing waits: Drop looks at the card once more after its
// line is in place, so a line that was sealed to an older key is sealed again.
func (v *Vault) retireInboxKeys(ctx context.Context) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if err := v.usable(true); err != nil || len(v.secrets.Inbox) < 2 {
		return err
	}
	if !v.repairCard() {
		return nil // the folder may still say the older key
	}
	if still, err := quiet(filepath.Join(v.dir, inboxDir)); err != nil || !still { // after the card
		return explain("read inbox", err)
	}
	// Else a power cut could bring a file back whose key is gone.
	if err := syncFolder(filepath.Join(v.dir, inboxDir)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return explain("read inbox", err)
	}
	older := v.secrets.Inbox[1:]
	e := v.epoch()
	e.secrets.Inbox = e.secrets.Inbox[:1:1]
	if err := v.settle(e); err != nil {
		return err
	}
	secrets{Inbox: older}.wipe()
	return nil
}
