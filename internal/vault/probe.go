package vault

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
)

// Info is what a journal says without a key.
type Info struct {
	Exists        bool
	ID            ID
	FormatVersion int
	HasPassphrase bool // opens with a passphrase
	HasDeviceKey  bool // opens with a device key, wherever that lies
	HasRecovery   bool // opens with a recovery key
	InboxDamaged  bool // Drop will not work before the journal was opened once
}

// Probe looks at the journal in dir without a key and without disturbing whoever holds it: it reads the file inbox.key,
// and the database only where that file is damaged and nobody holds the journal.
// A folder that is not there, or holds no journal, is no error: Info.Exists is false. ErrLost comes with what inbox.key says.
func Probe(dir string) (Info, error) {
	p, err := look(dir)
	if err != nil {
		return Info{}, explain("look for journal", err)
	}
	if p == absent {
		return Info{}, nil
	}
	c, err := readCard(dir)
	damagedCard := errors.Is(err, ErrDamaged)
	if damagedCard && p == present {
		return probeDatabase(dir)
	}
	if err != nil && !damagedCard {
		return Info{Exists: true}, err
	}
	info := Info{
		Exists: true, ID: c.vault, FormatVersion: int(c.schema), InboxDamaged: damagedCard,
		HasPassphrase: c.ways&wayPassphrase != 0,
		HasDeviceKey:  c.ways&wayDevice != 0,
		HasRecovery:   c.ways&wayRecovery != 0,
	}
	if p == missing {
		return info, missed(dir)
	}
	if info.FormatVersion > schemaVersion() {
		return info, fmt.Errorf("%w: version %d, this program knows %d", ErrNewer, info.FormatVersion, schemaVersion())
	}
	return info, nil
}

// missed is ErrLost, unless the file has come back or whoever holds the journal is about to bring it: a restore.
func missed(dir string) error {
	if held, err := Held(dir); err == nil && held {
		return nil
	}
	if p, err := look(dir); err == nil && p == present {
		return nil
	}
	return lost()
}

func probeDatabase(dir string) (Info, error) {
	info := Info{Exists: true, InboxDamaged: true}
	lock, err := holdLock(dir)
	if err != nil {
		return info, err
	}
	defer lock.Unlock()
	path := filepath.Join(dir, dbFile)
	if err := checkFile(path); err != nil {
		return info, err
	}
	db, _, err := openTables(path)
	if err != nil {
		return info, err
	}
	defer db.Close()
	if info.FormatVersion, err = checkSchema(db); err != nil {
		return info, err
	}
	slots, err := rows(db, selectSlots)
	if err != nil {
		return info, err
	}
	meta, err := rows(db, selectMeta)
	if err != nil {
		return info, err
	}
	if info.ID, _, err = identity(meta); err != nil {
		return info, err
	}
	info.HasPassphrase = slots[string(passphraseSlot)] != nil
	info.HasDeviceKey = slots[string(deviceSlot)] != nil
	info.HasRecovery = slots[string(recoverySlot)] != nil
	return info, nil
}

// waysOf are the keys that open a journal, as its card says them.
func waysOf(slots map[string][]byte) (ways byte) {
	for _, kind := range slotKinds {
		if slots[string(kind)] != nil {
			ways |= kind.way()
		}
	}
	return ways
}

// correctWays makes the card say which keys open the journal, so that the right one is asked for:
// it does not after a program ended right after setting the first passphrase. That needs no key.
func correctWays(dir string, id ID, slots map[string][]byte) {
	c, err := readCard(dir)
	if err == nil && c.vault == id && c.ways != waysOf(slots) {
		c.ways = waysOf(slots)
		writeCard(dir, c) // else the next one tries
	}
}

// repairCard makes the card what the sealed copy says, and remembers what was wrong with it. A card with an older key
// of the journal is what a program leaves that ends in the middle of a re-keying: no damage.
// It reports whether the card is right now. The caller holds mu, or is the only one.
func (v *Vault) repairCard() bool {
	want := v.card()
	found, err := readCard(v.dir)
	if err == nil && bytes.Equal(found.encode(), want.encode()) {
		return true
	}
	ours := found.vault == want.vault && slices.ContainsFunc(v.secrets.Inbox, func(scalar []byte) bool {
		public, err := inboxPublic(scalar)
		return err == nil && bytes.Equal(public, found.public)
	})
	var broken *DamageError
	switch {
	case errors.As(err, &broken):
		v.repaired = append(v.repaired, broken.Damage...)
	case err == nil && !ours:
		v.repaired = append(v.repaired, Damage{Part: PartInboxKey, Why: "not the key of this journal"})
	}
	return writeCard(v.dir, want) == nil
}

// card is what the folder has to say of the open journal. The caller holds mu.
func (v *Vault) card() card {
	c := v.epoch().card()
	c.schema = uint32(v.version)
	return c
}

// TendCard puts the inbox key right where it was damaged or replaced while the journal is open. It reads one small file
// and waits for nobody, so that it may be asked every second.
func (v *Vault) TendCard() {
	found, err := readCard(v.dir)
	if !v.mu.TryRLock() {
		return // another time
	}
	usable := v.usable(true) == nil
	right := usable && err == nil && bytes.Equal(found.encode(), v.card().encode())
	v.mu.RUnlock()
	if !usable || right {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.usable(true) == nil {
		v.repairCard()
	}
}

// Repaired is what Open and TendCard found wrong and put right: a lost or foreign inbox key. Lines sealed to a foreign key
// stay in the inbox as problems; whoever put it there may have read them.
func (v *Vault) Repaired() []Damage {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return slices.Clone(v.repaired)
}
