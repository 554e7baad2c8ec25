package vault

import (
	"bytes"
	"errors"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
)

// The readers of bytes: whatever they are given, they answer with a value or an error, and what they take they write again.

var fuzzID = ID{1, 2, 3}

func FuzzSlot(f *testing.F) {
	master := make([]byte, keySize)
	f.Add(sealSlot([]byte("x"), &CheapKDF, master, fuzzID, 1))
	f.Add(sealSlot([]byte("x"), nil, master, fuzzID, 1))
	f.Add([]byte(format))
	f.Fuzz(func(t *testing.T, slot []byte) {
		for _, kind := range []slotKind{passphraseSlot, deviceSlot} {
			kdf, err := readSlot(slot, kind, fuzzID, 1)
			if err == nil && kdf != nil && (kdf.MemoryKiB > 1<<10 || kdf.Time > 4) {
				continue // right, but slow to try
			}
			got, err := openSlot(slot, kind, []byte("x"), fuzzID, 1)
			if err == nil && !bytes.Equal(got, master) {
				t.Errorf("another master key: %x", got)
			}
			if err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrWrongKey) {
				t.Errorf("error without a reason: %v", err)
			}
		}
	})
}

func FuzzRecovery(f *testing.F) {
	key, recipient, err := newRecovery()
	if err != nil {
		f.Fatal(err)
	}
	slot, err := sealRecovery(recipient, make([]byte, keySize), fuzzID, 1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(slot, key)
	f.Add(slot[:100], key[:20])
	f.Fuzz(func(t *testing.T, slot []byte, typed string) {
		for _, k := range []string{key, typed} {
			if _, err := openRecovery(slot, k, fuzzID, 1); err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrWrongKey) {
				t.Errorf("error without a reason: %v", err)
			}
		}
	})
}

func FuzzCard(f *testing.F) {
	f.Add(card{vault: fuzzID, schema: 1, ways: 5, public: make([]byte, 32)}.encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := decodeCard(b); err == nil {
			if again, err := decodeCard(c.encode()); err != nil || !reflect.DeepEqual(again, c) {
				t.Errorf("%+v, %v", again, err)
			}
		}
	})
}

func FuzzDevice(f *testing.F) {
	f.Add(encodeDevice(fuzzID, make([]byte, keySize)))
	f.Fuzz(func(t *testing.T, b []byte) {
		if key, err := decodeDevice(b, fuzzID); err == nil && !bytes.Equal(encodeDevice(fuzzID, key)[40:], b[40:]) {
			t.Error("reads what it does not write")
		}
	})
}

func FuzzHead(f *testing.F) {
	h, _ := entryHead(vectorEntry)
	b, _ := h.encode()
	f.Add(b)
	f.Add([]byte{1, 1, 3})
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := decodeHead(b)
		if err != nil {
			return
		}
		decodeAccount(h)
		again, err := h.encode()
		if err != nil {
			t.Fatal(err)
		}
		if h2, err := decodeHead(again); err != nil || !reflect.DeepEqual(h, h2) {
			t.Errorf("%+v, %v", h2, err)
		}
	})
}

func FuzzBody(f *testing.F) {
	b, _ := encodeEntry(vectorEntry)
	f.Add(b)
	f.Add([]byte{1, 255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, b []byte) {
		e, err := decodeEntry(b)
		if err != nil {
			return
		}
		again, err := encodeEntry(e)
		if err != nil {
			return // a time that JSON cannot write
		}
		if e2, err := decodeEntry(again); err != nil || e2.Text != e.Text || e2.ID != e.ID {
			t.Errorf("%+v, %v", e2, err)
		}
		decodeLine(b)
	})
}

func FuzzRoot(f *testing.F) {
	f.Add(root{seq: 1, next: 2, heads: 3, bodies: 4}.encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := decodeRoot(b); err == nil && !bytes.Equal(r.encode(), b) {
			t.Error("reads what it does not write")
		}
	})
}

func FuzzSecrets(f *testing.F) {
	scalar, err := newInboxScalar()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(secrets{Inbox: [][]byte{scalar}, Recipient: "age1"}.encode())
	f.Add([]byte("\x01{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := decodeSecrets(b); err == nil {
			for _, scalar := range s.Inbox {
				if _, err := inboxPublic(scalar); err != nil {
					t.Error(err)
				}
			}
		}
	})
}

func FuzzSealed(f *testing.F) {
	b := newBox(make([]byte, keySize), "head", fuzzID)
	f.Add(b.seal(1, 2, []byte("payload")), []byte("payload"))
	f.Add(make([]byte, 40), []byte{})
	f.Fuzz(func(t *testing.T, sealed, payload []byte) {
		b.open(1, 2, sealed)
		unpad(sealed)
		if got, err := b.open(3, 4, b.seal(3, 4, payload)); err != nil || !bytes.Equal(got, payload) {
			t.Errorf("%q, %v", got, err)
		}
	})
}

func FuzzLine(f *testing.F) {
	scalar, err := newInboxScalar()
	if err != nil {
		f.Fatal(err)
	}
	public, err := inboxPublic(scalar)
	if err != nil {
		f.Fatal(err)
	}
	good, err := sealLine(public, fuzzID, lineID{9}, vectorLine)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:70])
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := openLine([][]byte{scalar}, fuzzID, lineID{9}, b); err == nil && (!bytes.Equal(b, good) || l.Text != vectorLine.Text) {
			t.Logf("another line that opens: %d bytes", len(b)) // only who knows the public key can make one
		}
	})
}

// FuzzTyped reads what a person types: a recovery key, a passphrase to be judged.
func FuzzTyped(f *testing.F) {
	key, _, err := newRecovery()
	if err != nil {
		f.Fatal(err)
	}
	for _, typed := range []string{key, strings.ToLower(key), key[:40], "AGE-SECRET-KEY-1", "correct horse", "\u0130\u017f\xff 東京 1234567890", strings.Repeat("aA1!", 99)} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if identity, err := ParseRecovery(typed); err == nil && !strings.EqualFold(identity.String(), strings.Join(strings.Fields(typed), "")) {
			t.Errorf("%q is taken for another key", typed)
		} else if err != nil && !errors.Is(err, ErrWrongKey) {
			t.Errorf("error without a reason: %v", err)
		}
		if bits := Strength(typed); math.IsNaN(bits) || bits < 0 || math.IsInf(bits, 0) {
			t.Errorf("strength %v", bits)
		}
	})
}

// FuzzLog reads a log beside a database, as a program that was killed leaves it.
func FuzzLog(f *testing.F) {
	data, err := os.ReadFile("testdata/journal1/vault.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{})
	f.Add(append([]byte("\x37\x7f\x06\x82\x00\x2d\xe2\x18\x00\x00\x10\x00"), make([]byte, 4140)...))
	f.Fuzz(func(t *testing.T, log []byte) {
		dir := t.TempDir()
		if err := errors.Join(os.WriteFile(dir+"/"+dbFile, data, 0o600), os.WriteFile(dir+"/"+dbFile+"-wal", log, 0o600)); err != nil {
			t.Fatal(err)
		}
		v, err := Open(dir, Passphrase("six cheap words for a test"))
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNewer) && !errors.Is(err, ErrNoSuchKey) {
				t.Errorf("error without a reason: %v", err)
			}
			return
		}
		defer v.Close()
		if e, err := v.Entry(t.Context(), "e"); err != nil || e.Text != vectorEntry.Text {
			t.Errorf("a wrong text: %q, %v", e.Text, err)
		}
	})
}

// FuzzDatabase reads a database file that somebody wrote.
func FuzzDatabase(f *testing.F) {
	data, err := os.ReadFile("testdata/journal1/vault.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, b []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(dir+"/"+dbFile, b, 0o600); err != nil {
			t.Fatal(err)
		}
		key := Passphrase("six cheap words for a test")
		if v, err := Open(dir, key); err == nil {
			v.Accounts(t.Context())
			if e, err := v.Entry(t.Context(), "e"); err == nil && e.Text != vectorEntry.Text {
				t.Errorf("a wrong text: %q", e.Text)
			}
			v.Close()
		}
		r, err := Salvage(dir, key)
		if err != nil {
			return
		}
		defer r.Close()
		for _, rest := range r.Rests() {
			_, entries, err := r.Account(t.Context(), rest.Account)
			if err != nil || len(entries) != rest.Readable || len(entries) == 1 && entries[0].Text != vectorEntry.Text {
				t.Errorf("%+v, but %d lines, %v", rest, len(entries), err)
			}
		}
	})
}
