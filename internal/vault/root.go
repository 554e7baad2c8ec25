package vault

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
)

// The root stands for the whole set of records, and is resealed in the transaction of every write:
//
//	version u8 = 1 ‖ seq u64 ‖ next record number u64 ‖ heads u64 ‖ bodies u64 ‖ sum[32] ‖ digest[32]
//
// sum = Σ HMAC-SHA256(set key, record number u64 ‖ seq u64 ‖ tag of its head[16]) modulo 2²⁵⁶, a keyed additive set hash:
// it changes with a record in one step, and no set of other rows gives it without the key.
// Heads hold the sequence and tag of their bodies, so the sum stands for the bodies too.
// digest is SHA-256 over slots, meta and schema version, see digestOf.
type root struct {
	seq    uint64
	next   int64
	heads  uint64
	bodies uint64
	sum    sum
	digest [sha256.Size]byte
}

const (
	rootVersion = 1
	rootSize    = 1 + 8 + 8 + 8 + 8 + 32 + 32
	rootID      = 1 // its only row
)

func (r root) encode() []byte {
	b := []byte{rootVersion}
	b = binary.BigEndian.AppendUint64(b, r.seq)
	b = binary.BigEndian.AppendUint64(b, uint64(r.next))
	b = binary.BigEndian.AppendUint64(b, r.heads)
	b = binary.BigEndian.AppendUint64(b, r.bodies)
	b = append(b, r.sum.bytes()...)
	return append(b, r.digest[:]...)
}

func decodeRoot(b []byte) (r root, err error) {
	if len(b) == 0 {
		return r, errors.New("empty")
	}
	if b[0] != rootVersion {
		return r, fmt.Errorf("%w: root of version %d", ErrNewer, b[0])
	}
	if len(b) != rootSize {
		return r, errors.New("wrong length")
	}
	r.seq = binary.BigEndian.Uint64(b[1:])
	r.next = int64(binary.BigEndian.Uint64(b[9:]))
	r.heads = binary.BigEndian.Uint64(b[17:])
	r.bodies = binary.BigEndian.Uint64(b[25:])
	r.sum = sumOf(b[33:65])
	copy(r.digest[:], b[65:])
	return r, nil
}

// A sum is a number modulo 2²⁵⁶, least significant limb first.
type sum [4]uint64

func sumOf(b []byte) (s sum) {
	for i := range s {
		s[3-i] = binary.BigEndian.Uint64(b[8*i:])
	}
	return s
}

func (s sum) bytes() []byte {
	var b []byte
	for i := range s {
		b = binary.BigEndian.AppendUint64(b, s[3-i])
	}
	return b
}

func (s sum) plus(t sum) sum {
	var carry uint64
	for i := range s {
		s[i], carry = bits.Add64(s[i], t[i], carry)
	}
	return s
}

func (s sum) minus(t sum) sum {
	var borrow uint64
	for i := range s {
		s[i], borrow = bits.Sub64(s[i], t[i], borrow)
	}
	return s
}

// A setHash gives a record's part of the sum: HMAC-SHA-256 (RFC 2104) of its number, sequence and tag. Every record of
// a journal is summed when it is opened; on such short messages crypto/hmac takes twice as long.
type setHash struct{ inner, outer [sha256.BlockSize]byte }

func newSetHash(key []byte) *setHash {
	if len(key) > sha256.BlockSize {
		panic("vault: key of the sum is too long")
	}
	h := &setHash{}
	copy(h.inner[:], key)
	copy(h.outer[:], key)
	for i := range h.inner {
		h.inner[i] ^= 0x36
		h.outer[i] ^= 0x5c
	}
	return h
}

func (h *setHash) of(id int64, seq uint64, t tag) sum {
	var message [sha256.BlockSize + 8 + 8 + tagSize]byte
	copy(message[:], h.inner[:])
	binary.BigEndian.PutUint64(message[64:], uint64(id))
	binary.BigEndian.PutUint64(message[72:], seq)
	copy(message[80:], t[:])
	digest := sha256.Sum256(message[:])
	var around [sha256.BlockSize + sha256.Size]byte
	copy(around[:], h.outer[:])
	copy(around[64:], digest[:])
	digest = sha256.Sum256(around[:])
	return sumOf(digest[:])
}

// digestOf is SHA-256 over the schema version and all rows of slot and meta:
//
//	version u32 ‖ for slot, then meta: rows u32 ‖ for each row by name: name length u32 ‖ name ‖ value length u32 ‖ value
//
// meta holds the sealed inbox key, so another public key put beside the journal is noticed too.
func digestOf(version int, slots, meta map[string][]byte) (d [sha256.Size]byte) {
	h := sha256.New()
	number := func(n int) {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(n)))
	}
	number(version)
	for _, rows := range []map[string][]byte{slots, meta} {
		number(len(rows))
		for _, name := range slices.Sorted(maps.Keys(rows)) {
			number(len(name))
			h.Write([]byte(name))
			number(len(rows[name]))
			h.Write(rows[name])
		}
	}
	return [sha256.Size]byte(h.Sum(nil))
}
