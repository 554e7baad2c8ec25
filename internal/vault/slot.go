package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"filippo.io/age"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/text/unicode/norm"
)

// A slot is the master key, wrapped by something a person has. Kinds stand in the table and in the slot.
type slotKind string

const (
	passphraseSlot slotKind = "passphrase"
	deviceSlot     slotKind = "device"
	recoverySlot   slotKind = "recovery"
)

var slotKinds = []slotKind{passphraseSlot, deviceSlot, recoverySlot}

// way is the kind as the card says it.
func (k slotKind) way() byte {
	switch k {
	case passphraseSlot:
		return wayPassphrase
	case deviceSlot:
		return wayDevice
	}
	return wayRecovery
}

func (k slotKind) part() Part {
	switch k {
	case passphraseSlot:
		return PartPassphrase
	case deviceSlot:
		return PartDeviceSlot
	}
	return PartRecovery
}

// Layout of a passphrase or device slot, all integers big-endian:
//
//	format[16] ‖ vault id[16] ‖ epoch u32 ‖ version u8 = 1 ‖ kind u8 ‖ kdf u8 ‖ threads u8 ‖ time u32 ‖ memory KiB u32 ‖
//	salt[32] ‖ commitment[32] ‖ nonce[24] ‖ XChaCha20-Poly1305(master key[32])[48] ‖ check[8]
//
// secret = Argon2id(NFKC(passphrase), salt, …)[32], or the device key.
// wrap[32] ‖ commitment[32] = HKDF-SHA256(secret, salt = vault id, info = format ‖ "slot"[16] ‖ epoch).
// The AAD is everything before the nonce. The commitment makes a slot open under one secret only.
// check is the start of SHA-256 over the rest: it tells a damaged slot from a wrong passphrase; it is no authentication.
const (
	slotVersion  = 1
	slotParams   = 16 + 16 + 4 + 1 + 1 + 1 + 1 + 4 + 4 + 32
	slotAAD      = slotParams + 32
	slotCheck    = slotAAD + nonceSize + keySize + tagSize
	slotSize     = slotCheck + 8
	kdfArgon2id  = 1
	kdfNone      = 0
	kindPassword = 1
	kindDevice   = 2
)

// sealSlot wraps the master key by a passphrase with kdf, or by a device key where kdf is nil.
func sealSlot(secret []byte, kdf *KDF, master []byte, vault ID, epoch uint32) []byte {
	salt := randomKey()
	nonce := make([]byte, nonceSize)
	rand.Read(nonce)
	return sealSlotWith(salt, nonce, secret, kdf, master, vault, epoch)
}

func sealSlotWith(salt, nonce, secret []byte, kdf *KDF, master []byte, vault ID, epoch uint32) []byte {
	slot := append([]byte(format), vault[:]...)
	slot = binary.BigEndian.AppendUint32(slot, epoch)
	if kdf != nil {
		slot = append(slot, slotVersion, kindPassword, kdfArgon2id, kdf.Threads)
		slot = binary.BigEndian.AppendUint32(slot, kdf.Time)
		slot = binary.BigEndian.AppendUint32(slot, kdf.MemoryKiB)
		secret = kdf.stretch(secret, salt)
		defer clear(secret)
	} else {
		slot = append(slot, slotVersion, kindDevice, kdfNone, 0)
		slot = append(slot, make([]byte, 8)...)
	}
	slot = append(slot, salt...)
	wrap, commitment := slotKeys(secret, vault, epoch)
	defer clear(wrap)
	slot = append(slot, commitment...)
	aead, err := chacha20poly1305.NewX(wrap)
	if err != nil {
		panic(err) // only for lengths, which are constants
	}
	sealed := aead.Seal(nil, nonce, master, slot)
	slot = append(append(slot, nonce...), sealed...)
	check := sha256.Sum256(slot)
	return append(slot, check[:8]...)
}

// openSlot gives the master key. It fails with ErrWrongKey, ErrNewer or a DamageError.
func openSlot(slot []byte, kind slotKind, secret []byte, vault ID, epoch uint32) ([]byte, error) {
	kdf, err := readSlot(slot, kind, vault, epoch)
	if err != nil {
		return nil, err
	}
	if kdf != nil {
		secret = kdf.stretch(secret, slot[slotParams-32:slotParams])
		defer clear(secret)
	}
	wrap, commitment := slotKeys(secret, vault, epoch)
	defer clear(wrap)
	if subtle.ConstantTimeCompare(commitment, slot[slotParams:slotAAD]) != 1 {
		return nil, ErrWrongKey
	}
	aead, err := chacha20poly1305.NewX(wrap)
	if err != nil {
		panic(err) // only for lengths, which are constants
	}
	master, err := aead.Open(nil, slot[slotAAD:slotAAD+nonceSize], slot[slotAAD+nonceSize:slotCheck], slot[:slotAAD])
	if err != nil {
		return nil, damaged(kind.part(), "seal broken")
	}
	return master, nil
}

// readSlot checks a slot without a key and gives its KDF, nil for a device slot.
func readSlot(slot []byte, kind slotKind, vault ID, epoch uint32) (*KDF, error) {
	if len(slot) < 37 || string(slot[:16]) != format {
		return nil, damaged(kind.part(), "not a slot")
	}
	if slot[36] > slotVersion {
		return nil, fmt.Errorf("%w: %s of version %d", ErrNewer, kind.part(), slot[36])
	}
	if len(slot) != slotSize {
		return nil, damaged(kind.part(), "wrong length")
	}
	check := sha256.Sum256(slot[:slotCheck])
	if !bytes.Equal(check[:8], slot[slotCheck:]) {
		return nil, damaged(kind.part(), "checksum")
	}
	if !bytes.Equal(slot[16:32], vault[:]) || binary.BigEndian.Uint32(slot[32:]) != epoch {
		return nil, damaged(kind.part(), "of another journal or an earlier time")
	}
	switch {
	case kind == passphraseSlot && slot[37] == kindPassword && slot[38] == kdfArgon2id:
		kdf := KDF{Threads: slot[39], Time: binary.BigEndian.Uint32(slot[40:]), MemoryKiB: binary.BigEndian.Uint32(slot[44:])}
		if err := kdf.check(); err != nil {
			return nil, damaged(kind.part(), err.Error())
		}
		return &kdf, nil
	case kind == deviceSlot && slot[37] == kindDevice && slot[38] == kdfNone:
		return nil, nil
	}
	return nil, damaged(kind.part(), "of another kind")
}

func slotKeys(secret []byte, vault ID, epoch uint32) (wrap, commitment []byte) {
	info := append([]byte(format), fixed("slot", 16)...)
	info = binary.BigEndian.AppendUint32(info, epoch)
	both, err := hkdf.Key(sha256.New, secret, vault[:], string(info), 2*keySize)
	if err != nil {
		panic(err) // only for lengths, which are constants
	}
	return both[:keySize:keySize], both[keySize:]
}

// KDF are the parameters of Argon2id. The zero KDF asks for calibration on this machine.
type KDF struct {
	MemoryKiB uint32
	Time      uint32
	Threads   uint8
}

// FloorKDF is the second recommendation of RFC 9106, section 4; a calibrated KDF is never below it.
var FloorKDF = KDF{MemoryKiB: 64 << 10, Time: 3, Threads: 4}

// CheapKDF protects nothing: it is for tests.
var CheapKDF = KDF{MemoryKiB: 8, Time: 1, Threads: 1}

// The caps are generous to a future machine, and keep a slot that somebody wrote from taking all memory or all day.
const (
	maxMemoryKiB = 2 << 20
	maxTime      = 64
	maxThreads   = 64
	maxWork      = 16 << 20 // memory × time, in KiB
)

func (k KDF) check() error {
	switch {
	case k.Time == 0 || k.Threads == 0 || k.MemoryKiB < 8*uint32(k.Threads):
		return errors.New("parameters too small")
	case k.MemoryKiB > maxMemoryKiB || k.Time > maxTime || k.Threads > maxThreads || uint64(k.MemoryKiB)*uint64(k.Time) > maxWork:
		return errors.New("parameters too large")
	}
	return nil
}

func (k KDF) stretch(passphrase, salt []byte) []byte {
	normal := norm.NFKC.Bytes(passphrase) // the same passphrase from any keyboard
	defer clear(normal)
	if k.MemoryKiB >= FloorKDF.MemoryKiB {
		defer debug.FreeOSMemory() // a quarter of a gigabyte that nothing needs again
	}
	return argon2.IDKey(normal, salt, k.Time, k.MemoryKiB, k.Threads, keySize)
}

// sealRecovery gives an age file to the recipient that holds format ‖ vault id ‖ epoch u32 ‖ master key.
func sealRecovery(recipient string, master []byte, vault ID, epoch uint32) ([]byte, error) {
	to, err := age.ParseX25519Recipient(recipient)
	if err != nil {
		return nil, errors.New("recovery recipient unusable")
	}
	var file bytes.Buffer
	w, err := age.Encrypt(&file, to)
	if err != nil {
		return nil, err
	}
	plain := append([]byte(format), vault[:]...)
	plain = binary.BigEndian.AppendUint32(plain, epoch)
	plain = append(plain, master...)
	defer clear(plain)
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}

// recoverySize is the length of what the age file holds.
const recoverySize = 16 + 16 + 4 + keySize

// openRecovery gives the master key from the age file in the recovery slot.
func openRecovery(slot []byte, key string, vault ID, epoch uint32) ([]byte, error) {
	master, id, of, err := readRecovery(slot, key)
	if err == nil && (id != vault || of != epoch) {
		clear(master)
		return nil, damaged(PartRecovery, "of another journal or an earlier time")
	}
	return master, err
}

// readRecovery opens a recovery slot, which says itself of which journal and epoch it is.
func readRecovery(slot []byte, key string) (master []byte, id ID, epoch uint32, err error) {
	identity, err := ParseRecovery(key)
	if err != nil {
		return nil, id, 0, err
	}
	file, err := age.Decrypt(bytes.NewReader(slot), identity)
	if err != nil {
		var none *age.NoIdentityMatchError
		if errors.As(err, &none) {
			return nil, id, 0, ErrWrongKey
		}
		return nil, id, 0, damaged(PartRecovery, "not an age file")
	}
	plain, err := io.ReadAll(io.LimitReader(file, recoverySize+1))
	if err != nil {
		return nil, id, 0, damaged(PartRecovery, "seal broken")
	}
	defer clear(plain)
	if len(plain) != recoverySize || string(plain[:16]) != format {
		return nil, id, 0, damaged(PartRecovery, "not a slot")
	}
	copy(id[:], plain[16:32])
	return bytes.Clone(plain[36:]), id, binary.BigEndian.Uint32(plain[32:]), nil
}

// masterOf opens a slot without the rest of the database: it says itself of which journal and epoch it is.
func masterOf(slot []byte, key Key) (master []byte, id ID, epoch uint32, err error) {
	if key.kind == recoverySlot {
		return readRecovery(slot, key.secret)
	}
	if len(slot) < slotParams {
		return nil, id, 0, damaged(key.kind.part(), "cut off")
	}
	copy(id[:], slot[16:32])
	epoch = binary.BigEndian.Uint32(slot[32:])
	master, err = key.master(map[string][]byte{string(key.kind): slot}, id, epoch)
	return master, id, epoch, err
}
