package vault

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"firsthand/internal/journal"

	"github.com/gofrs/flock"
)

// A Vault is an open journal: a journal.Store. It holds vault.lock until Close.
type Vault struct {
	dir     string
	device  string // folder of the device key; empty where the journal was not opened or made with one
	lock    *flock.Flock
	db      *sql.DB
	version int         // of the format, as the journal lies on disk
	frozen  error       // why nothing can be written, though all can be read; nil where it can
	file    fs.FileInfo // vault.db as it was opened; nil where a copy was

	// mu guards what follows. A write holds it over its whole transaction, so that whoever reads under it
	// sees the catalogue and the tables at one moment.
	mu        sync.RWMutex
	keys      *keys
	slots     map[string][]byte
	meta      map[string][]byte
	root      root
	secrets   secrets
	catalogue *catalogue
	damage    []Damage
	repaired  []Damage
	closed    bool

	drain   sync.Mutex       // one drain at a time; guards stuck
	stuck   map[string]stuck // by name in the inbox
	closing atomic.Bool

	backing   sync.Mutex  // one backup at a time
	saved     atomic.Bool // one was made since the file was taken away
	snapshots sync.Map    // *snapshot to true

	listing atomic.Pointer[listing] // of the last write for which somebody asked

	turn      chan struct{} // holds one while somebody has the turn, see takeTurn
	waiting   atomic.Int32  // how many wait for it
	index     *index        // of whoever has the turn; nil where there is none
	indexing  indexing
	unindexed *unindexed // what index does not know
}

var _ journal.Store = (*Vault)(nil)

// Options say how to make a journal.
type Options struct {
	// Passphrase opens the journal. Empty: a device key does, until SetPassphrase.
	Passphrase string
	// DeviceDir is the folder for the device key, outside the journal's; needed without a passphrase.
	DeviceDir string
	// WithoutRecovery makes no recovery key beside the passphrase; SetRecovery can set one later.
	WithoutRecovery bool
	// KDF stretches the passphrase; the zero KDF is calibrated on this machine, never below FloorKDF.
	KDF KDF
}

// Create makes a journal in dir and opens it. With a passphrase it also gives the recovery key,
// which is kept nowhere: the caller shows it once. It fails with ErrExists where a journal is already, and with ErrLost
// where one was.
func Create(dir string, o Options) (v *Vault, recovery string, err error) {
	if o.Passphrase == "" && o.DeviceDir == "" {
		return nil, "", errors.New("create journal: neither a passphrase nor a folder for a device key")
	}
	if err := makeFolder(dir); err != nil {
		return nil, "", err
	}
	lock, err := holdLock(dir)
	if err != nil {
		return nil, "", err
	}
	defer func() {
		if err != nil {
			lock.Unlock()
		}
	}()
	switch p, err := look(dir); {
	case err != nil:
		return nil, "", explain("create journal", err)
	case p == present:
		return nil, "", ErrExists
	case p == missing:
		return nil, "", lost()
	}
	master, recovery, err := build(dir, o)
	if err != nil {
		return nil, "", err
	}
	v, err = open(dir, lock, o.DeviceDir, func(map[string][]byte, ID, uint32) ([]byte, error) { return master, nil })
	if err != nil {
		return nil, "", err
	}
	return v, recovery, nil
}

// makeFolder makes the journal's folder, for nobody else to enter.
func makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return explain("make folder", &fs.PathError{Op: "make", Path: dir, Err: ErrOdd})
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return explain("make folder", err)
	}
	// A folder that was there keeps its mode if other things lie in it: it may be meant for others too.
	if entries, err := readFolder(dir); err == nil && len(entries) == 0 {
		tighten(dir, 0o700)
	}
	return explain("make folder", ownFolder(filepath.Join(dir, inboxDir)))
}

// build writes a complete journal beside its name, and gives it its name last: vault.db is whole whenever it is there.
func build(dir string, o Options) (master []byte, recovery string, err error) {
	// A card without vault.new would be that of a journal that is lost.
	for _, left := range []string{cardFile, newFile + "-wal", newFile + "-shm", newFile + "-journal", newFile} {
		if err := os.Remove(filepath.Join(dir, left)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, "", explain("create journal", err)
		}
	}
	var id ID
	copy(id[:], randomKey())
	e, recovery, err := firstEpoch(id, o)
	if err != nil {
		return nil, "", err
	}
	return e.keys.master, recovery, e.build(dir, o.DeviceDir)
}

// build writes the complete journal of an epoch into dir; it leaves nothing where it fails.
func (e *epoch) build(dir, device string) error {
	path := filepath.Join(dir, newFile)
	db, err := createDB(path)
	if err == nil {
		err = e.create(db)
		err = errors.Join(err, explain("create journal", db.Close()))
	}
	if err == nil && e.device != nil {
		err = writeDevice(device, e.keys.vault, e.device)
	}
	if err == nil {
		err = writeCard(dir, e.card())
	}
	if err == nil {
		err = explain("create journal", os.Rename(path, filepath.Join(dir, dbFile)))
	}
	if err == nil {
		err = explain("create journal", syncFolder(dir))
	}
	if err != nil {
		e.unbuild(dir, device)
	}
	return err
}

// unbuild takes away what build has made. The name of an unfinished journal goes last: a card alone is that of a lost one.
func (e *epoch) unbuild(dir, device string) {
	path := filepath.Join(dir, newFile)
	err := os.Rename(filepath.Join(dir, dbFile), path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return // it is whole, and opens with its key
	}
	if c, err := readCard(dir); err == nil && c.vault == e.keys.vault {
		os.Remove(filepath.Join(dir, cardFile))
	}
	if e.device != nil {
		removeDevice(device, e.keys.vault)
	}
	os.Remove(path)
}

// A Key opens a journal.
type Key struct {
	kind   slotKind
	secret string // passphrase, recovery key, or the device key's folder
}

// Passphrase is the key a person remembers.
func Passphrase(s string) Key { return Key{passphraseSlot, s} }

// Recovery is the key a person has on paper.
func Recovery(s string) Key { return Key{recoverySlot, s} }

// Device is the key that lies in dir on this machine while no passphrase is set.
func Device(dir string) Key { return Key{deviceSlot, dir} }

// master gives the master key out of the slots.
func (k Key) master(slots map[string][]byte, id ID, epoch uint32) ([]byte, error) {
	slot, ok := slots[string(k.kind)]
	if !ok && !soundKinds(slots) {
		return nil, damaged(k.kind.part(), "lost")
	}
	if !ok {
		return nil, fmt.Errorf("%w: it has no %s", ErrNoSuchKey, k.kind.part())
	}
	switch k.kind {
	case passphraseSlot:
		return openSlot(slot, passphraseSlot, []byte(k.secret), id, epoch)
	case recoverySlot:
		return openRecovery(slot, k.secret, id, epoch)
	}
	if _, err := readSlot(slot, deviceSlot, id, epoch); err != nil {
		return nil, err // before the key is looked for under what may be a damaged id
	}
	secret, err := readDevice(k.secret, id)
	if err != nil {
		return nil, err
	}
	defer clear(secret)
	return openSlot(slot, deviceSlot, secret, id, epoch)
}

// soundKinds reports whether the table holds slots and nothing else: a journal always has one.
func soundKinds(slots map[string][]byte) bool {
	for kind := range slots {
		if !slices.Contains(slotKinds, slotKind(kind)) {
			return false
		}
	}
	return len(slots) > 0
}

// Open opens the journal in dir and checks all of it but the content of bodies, which are checked when they are read.
//
// Where the folder may not be written, or the disk is full, the journal opens all the same: what is in it can be read,
// and a write fails with ErrReadOnly or ErrFull. A journal of an older version is brought to today's, see migrate; that
// needs a folder that can be written.
//
// Errors: ErrNoJournal, ErrInUse, ErrWrongKey, ErrNoSuchKey, ErrNoDeviceKey, ErrDamaged, ErrLost, ErrNewer, ErrReadOnly, ErrFull,
// ErrDisk.
// After an error nothing is left open.
func Open(dir string, key Key) (*Vault, error) {
	v, err := openLocked(dir, key)
	if err != nil {
		return nil, err
	}
	if len(v.damage) > 0 {
		err := &DamageError{v.damage}
		v.Close()
		return nil, err
	}
	if err := v.migrate(); err != nil {
		return nil, errors.Join(err, v.Close())
	}
	return v, nil
}

// opens is nil where there is something to open: ErrNoJournal, ErrLost.
func opens(dir string) error {
	switch p, err := look(dir); {
	case err != nil:
		return explain("open journal", err)
	case p == absent:
		return ErrNoJournal
	case p == missing:
		return lost()
	}
	return nil
}

func openLocked(dir string, key Key) (*Vault, error) {
	// Without a journal no lock is made. Under the lock what was being made or restored is there.
	if err := opens(dir); errors.Is(err, ErrNoJournal) {
		return nil, err
	}
	lock, err := holdLock(dir)
	if err != nil {
		return nil, err
	}
	if err := opens(dir); err != nil {
		lock.Unlock()
		return nil, err
	}
	device := ""
	if key.kind == deviceSlot {
		device = key.secret
	}
	v, err := open(dir, lock, device, key.master)
	if err != nil {
		lock.Unlock()
		return nil, err
	}
	return v, nil
}

// open opens the database under the lock and unlocks it with the master key that unlock gives.
func open(dir string, lock *flock.Flock, device string, unlock func(slots map[string][]byte, id ID, epoch uint32) ([]byte, error)) (_ *Vault, err error) {
	path := filepath.Join(dir, dbFile)
	if err := checkFile(path); err != nil {
		return nil, err
	}
	if isFolder(path + "-wal") {
		return nil, damaged(PartFile, "its log is not a file")
	}
	tighten(path, 0o600)
	sweep(dir, 0) // only the holder of the lock writes into the folder itself
	db, frozen, err := openTables(path)
	if err != nil {
		return nil, err
	}
	if frozen == nil {
		// SQLite does this before its first write, and does not say when it fails. Without its name in the folder, a power
		// cut takes the log, with all that was acknowledged since.
		frozen = explain("open journal", syncFolder(dir))
	}
	var file fs.FileInfo
	if frozen == nil {
		if file, err = os.Stat(path); err != nil {
			db.Close()
			return nil, explain("open journal", err)
		}
	}
	v := &Vault{file: file, dir: dir, device: device, lock: lock, db: db, frozen: frozen, stuck: make(map[string]stuck),
		turn: make(chan struct{}, 1), unindexed: newUnindexed()}
	defer func() {
		if err != nil {
			v.keys.wipe()
			v.secrets.wipe()
			db.Close() // leaves neither -wal nor -shm
		}
	}()
	if v.version, err = checkSchema(db); err != nil {
		return nil, err
	}
	if v.slots, err = rows(db, selectSlots); err != nil {
		return nil, err
	}
	if v.meta, err = rows(db, selectMeta); err != nil {
		return nil, err
	}
	id, epoch, err := identity(v.meta)
	if err != nil {
		return nil, err
	}
	correctWays(dir, id, v.slots)
	master, err := unlock(v.slots, id, epoch)
	if err != nil {
		return nil, err
	}
	v.keys = newKeys(master, id, epoch)
	l, err := load(db, v.keys, v.version, v.slots, v.meta)
	if err != nil {
		return nil, err
	}
	v.root, v.secrets, v.catalogue, v.damage = l.root, l.secrets, l.catalogue, l.damage
	switch foreign, err := foreignTables(db); {
	case err != nil:
		return nil, err
	case foreign && v.version == schemaVersion(): // the tables of an older one are other ones
		v.damage = append(v.damage, Damage{Part: PartFile, Why: "a table or trigger that is not the journal's"})
	}
	if len(v.damage) == 0 {
		if frozen == nil {
			v.finishErasing()
		}
		v.repairCard()
	}
	return v, nil
}

// identity reads what of meta stands in the clear.
func identity(meta map[string][]byte) (id ID, epoch uint32, err error) {
	if len(meta["vault"]) != len(id) {
		return id, 0, damaged(PartMeta, "no vault id")
	}
	if len(meta["epoch"]) != 4 {
		return id, 0, damaged(PartMeta, "no epoch")
	}
	copy(id[:], meta["vault"])
	return id, binary.BigEndian.Uint32(meta["epoch"]), nil
}

// ID names the journal.
func (v *Vault) ID() ID {
	v.mu.RLock()
	defer v.mu.RUnlock()
	return v.keys.vault
}

// Dir is the journal's folder.
func (v *Vault) Dir() string { return v.dir }

// Close wipes the keys and closes the journal; vault.db then stands alone, without -wal and -shm.
// A second Close does nothing.
func (v *Vault) Close() error {
	shut, err := v.shut()
	if !shut {
		return nil
	}
	return errors.Join(err, v.lock.Unlock())
}

// shut is Close but for the lock; shut is false where it was closed before.
func (v *Vault) shut() (shut bool, err error) {
	v.closing.Store(true) // a search or the building of the index stops
	v.takeTurn(context.Background())
	defer v.endTurn()
	if v.indexing.stop != nil {
		v.indexing.stop()
		v.indexing.Wait()
	}
	v.dropIndex()
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.closed {
		return false, nil
	}
	v.closed = true
	v.endSnapshots()
	v.keys.wipe()
	v.secrets.wipe()
	v.catalogue = newCatalogue(0)
	v.listing.Store(nil)
	return true, explain("close journal", v.db.Close())
}

// usable tells why nothing can be read, or written. The caller holds mu.
func (v *Vault) usable(write bool) error {
	switch {
	case v.closed:
		return ErrClosed
	case write && len(v.damage) > 0:
		return &DamageError{v.damage}
	case write && v.frozen != nil:
		return v.frozen
	}
	return nil
}
