package vault

import (
	"bytes"
	"crypto/ecdh"
	"crypto/hpke"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
)

// keys are what one epoch of a journal is sealed with. They are in memory only while the journal is open.
type keys struct {
	vault  ID
	epoch  uint32
	master []byte
	raw    [][]byte // derived keys, kept to be wiped
	head   box
	body   box
	root   box
	meta   box
	set    *setHash
}

func newKeys(master []byte, vault ID, epoch uint32) *keys {
	k := &keys{vault: vault, epoch: epoch, master: master}
	purpose := func(name string) []byte {
		key := derive(master, vault, epoch, name)
		k.raw = append(k.raw, key)
		return key
	}
	k.head = newBox(purpose("head"), "head", vault)
	k.body = newBox(purpose("body"), "body", vault)
	k.root = newBox(purpose("root"), "root", vault)
	k.meta = newBox(purpose("meta"), "meta", vault)
	k.set = newSetHash(purpose("set"))
	return k
}

// wipe overwrites the keys. Go may have copied them, and the ciphers keep their own:
// only a fresh process is an honest lock.
func (k *keys) wipe() {
	if k == nil {
		return
	}
	clear(k.master)
	for _, key := range k.raw {
		clear(key)
	}
	k.head, k.body, k.root, k.meta, k.set = box{}, box{}, box{}, box{}, nil
}

func randomKey() []byte {
	key := make([]byte, keySize)
	rand.Read(key)
	return key
}

// secrets are sealed in meta: what an open journal needs and no other table holds.
type secrets struct {
	// Inbox holds private halves of the inbox key as X25519 scalars, the present one first.
	// Older ones stay until no waiting line can need them.
	Inbox [][]byte `json:"inbox"`
	// Recipient is the age recipient of the recovery key; empty where there is none.
	// It is sealed so that a copy does not say which backups belong to it.
	Recipient string `json:"recipient,omitempty"`
}

// secretsVersion is the first byte of the payload.
const secretsVersion = 1

func (s secrets) encode() []byte {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // bytes and a string
	}
	return append([]byte{secretsVersion}, data...)
}

func decodeSecrets(payload []byte) (s secrets, err error) {
	if len(payload) == 0 {
		return s, errors.New("empty")
	}
	if payload[0] != secretsVersion {
		return s, fmt.Errorf("%w: secrets of version %d", ErrNewer, payload[0])
	}
	if err := json.Unmarshal(payload[1:], &s); err != nil {
		return s, errors.New("unreadable")
	}
	if len(s.Inbox) == 0 {
		return s, errors.New("no inbox key")
	}
	for _, scalar := range s.Inbox {
		if _, err := inboxKEM.NewPrivateKey(scalar); err != nil {
			return s, errors.New("inbox key unusable")
		}
	}
	return s, nil
}

// clone has keys of its own, which may be wiped.
func (s secrets) clone() secrets {
	inbox := make([][]byte, len(s.Inbox))
	for i, scalar := range s.Inbox {
		inbox[i] = bytes.Clone(scalar)
	}
	s.Inbox = inbox
	return s
}

func (s secrets) wipe() {
	for _, scalar := range s.Inbox {
		clear(scalar)
	}
}

// The suite of the inbox: RFC 9180 base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
var (
	inboxKEM  = hpke.DHKEM(ecdh.X25519())
	inboxKDF  = hpke.HKDFSHA256()
	inboxAEAD = hpke.ChaCha20Poly1305()
)

func newInboxScalar() ([]byte, error) {
	key, err := inboxKEM.GenerateKey()
	if err != nil {
		return nil, err
	}
	return key.Bytes()
}

// inboxPublic is the public half of a private one.
func inboxPublic(scalar []byte) ([]byte, error) {
	key, err := inboxKEM.NewPrivateKey(scalar)
	if err != nil {
		return nil, err
	}
	return key.PublicKey().Bytes(), nil
}
