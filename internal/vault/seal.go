package vault

import (
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"

	"golang.org/x/crypto/chacha20poly1305"
)

const (
	// format begins everything that is derived, sealed or written; 16 bytes.
	format = "firsthand/vault1"

	keySize   = 32
	nonceSize = chacha20poly1305.NonceSizeX // 24
	tagSize   = chacha20poly1305.Overhead   // 16

	// minPadded hides how short a short line is.
	minPadded = 256
	// maxPayload bounds a record, so that no length read from a file asks for more memory than this.
	maxPayload = 256 << 20
)

// An ID names a journal. It is random and says nothing.
type ID [16]byte

// String is the id in hexadecimal digits.
func (id ID) String() string { return fmt.Sprintf("%x", id[:]) }

// A tag is the authenticator at the end of a sealed record: it stands for the whole of its content.
type tag [tagSize]byte

func tagOf(sealed []byte) (t tag) {
	if len(sealed) >= tagSize {
		copy(t[:], sealed[len(sealed)-tagSize:])
	}
	return t
}

// fixed is s in a field of n bytes, filled with zeros.
func fixed(s string, n int) []byte {
	if len(s) > n {
		panic("vault: " + s + " is too long for its field")
	}
	return append([]byte(s), make([]byte, n-len(s))...)
}

// derive gives the key for one purpose:
// HKDF-SHA256(master, salt = vault id, info = format ‖ purpose[16] ‖ epoch u32), 32 bytes.
func derive(master []byte, id ID, epoch uint32, purpose string) []byte {
	info := append([]byte(format), fixed(purpose, 16)...)
	info = binary.BigEndian.AppendUint32(info, epoch)
	key, err := hkdf.Key(sha256.New, master, id[:], string(info), keySize)
	if err != nil {
		panic(err) // only for lengths, which are constants
	}
	return key
}

// A box seals the rows of one table.
type box struct {
	aead  cipher.AEAD
	place []byte // format ‖ table ‖ vault id
}

func newBox(key []byte, table string, vault ID) box {
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		panic(err) // only for lengths, which are constants
	}
	place := append([]byte(format), fixed(table, 8)...)
	return box{aead, append(place, vault[:]...)}
}

// aad binds a row to its place: format ‖ table[8] ‖ vault id[16] ‖ id u64 ‖ seq u64.
func (b box) aad(id int64, seq uint64) []byte {
	return b.appendAAD(make([]byte, 0, 16+8+16+8+8), id, seq)
}

func (b box) appendAAD(aad []byte, id int64, seq uint64) []byte {
	aad = append(aad, b.place...)
	aad = binary.BigEndian.AppendUint64(aad, uint64(id))
	return binary.BigEndian.AppendUint64(aad, seq)
}

// seal gives nonce[24] ‖ XChaCha20-Poly1305(pad(payload)).
func (b box) seal(id int64, seq uint64, payload []byte) []byte {
	nonce := make([]byte, nonceSize, nonceSize+padded(len(payload)+4)+tagSize)
	rand.Read(nonce)
	return b.sealWith(nonce, id, seq, payload)
}

// sealWith is seal with a given nonce, for the test vectors.
func (b box) sealWith(nonce []byte, id int64, seq uint64, payload []byte) []byte {
	return b.aead.Seal(nonce, nonce, pad(payload), b.aad(id, seq))
}

var errSeal = errors.New("seal broken")

// open gives the payload, in memory of its own.
func (b box) open(id int64, seq uint64, sealed []byte) ([]byte, error) {
	if len(sealed) < nonceSize+tagSize {
		return nil, errSeal
	}
	plain, err := b.aead.Open(nil, sealed[:nonceSize], sealed[nonceSize:], b.aad(id, seq))
	if err != nil {
		return nil, errSeal
	}
	return unpad(plain)
}

// openOver is open in the memory of what was sealed, which is lost, and with aad, which is empty, for the place.
func (b box) openOver(id int64, seq uint64, sealed, aad []byte) ([]byte, error) {
	if len(sealed) < nonceSize+tagSize {
		return nil, errSeal
	}
	text := sealed[nonceSize:]
	plain, err := b.aead.Open(text[:0], sealed[:nonceSize], text, b.appendAAD(aad, id, seq))
	if err != nil {
		return nil, errSeal
	}
	return unpad(plain)
}

// pad gives length u32 ‖ payload ‖ zeros, as long as Padmé says and 256 bytes at least.
func pad(payload []byte) []byte {
	out := make([]byte, padded(len(payload)+4))
	binary.BigEndian.PutUint32(out, uint32(len(payload)))
	copy(out[4:], payload)
	return out
}

func unpad(plain []byte) ([]byte, error) {
	if len(plain) < 4 {
		return nil, errors.New("padding too short")
	}
	n := binary.BigEndian.Uint32(plain)
	if uint64(n) > uint64(len(plain)-4) {
		return nil, errors.New("padding inconsistent")
	}
	return plain[4 : 4+n], nil
}

// padded is the Padmé length for n bytes (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019):
// at most 12 % more, and only O(log log n) bits of the length show.
func padded(n int) int {
	if n <= minPadded {
		return minPadded
	}
	e := bits.Len(uint(n)) - 1
	s := bits.Len(uint(e))
	mask := 1<<(e-s) - 1
	return (n + mask) &^ mask
}
