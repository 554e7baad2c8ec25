package vault

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"firsthand/internal/journal"
)

var update = flag.Bool("update", false, "write testdata/vectors.json and a journal of the present format anew")

// vectors are what another program can test itself with: everything with given randomness, and one inbox line
// and recovery slot, whose randomness is their own.
type vectors struct {
	Master, Vault, Salt, Nonce, DeviceKey string
	Epoch                                 uint32
	Passphrase                            string
	KDF                                   KDF
	RecoveryKey, Recipient                string
	InboxPrivate, InboxPublic             string
	LineID                                string

	Keys           map[string]string // by purpose
	Padded         map[string]int    // length to Padmé length
	PassphraseSlot string
	DeviceSlot     string
	DeviceFile     string
	RecoverySlot   string
	Card           string
	Head           map[string]string // payload and row with number 7, seq 9
	Body           map[string]string
	Root           map[string]string // payload and row with seq 9
	SetHash        string            // number 7, seq 9, the tag of the head's row
	Digest         string            // schema version 1, slots {passphrase: 01, recovery: 0203}, meta {vault: ff}
	Line           string
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var vectorEntry = journal.Entry{
	ID: "e", Account: "a", Text: "03:42 restarted it 🐶", Kind: journal.Action, Share: journal.Private,
	Recorded: time.Date(2025, 3, 9, 2, 42, 0, 0, time.UTC), Position: 4, Revision: 2,
}

var vectorLine = journal.Line{ID: "e", Text: "03:42 restarted it 🐶", Recorded: time.Date(2025, 3, 9, 2, 42, 0, 0, time.UTC)}

// compute fills in everything that follows from the given values.
func (x *vectors) compute(t *testing.T) {
	var id ID
	copy(id[:], unhex(t, x.Vault))
	master, nonce, salt := unhex(t, x.Master), unhex(t, x.Nonce), unhex(t, x.Salt)
	x.Keys = make(map[string]string)
	for _, purpose := range []string{"head", "body", "root", "meta", "set"} {
		x.Keys[purpose] = hex.EncodeToString(derive(master, id, x.Epoch, purpose))
	}
	x.Padded = make(map[string]int)
	for _, n := range []int{0, 1, 256, 257, 300, 1000, 4096, 4097, 5000, 65535, 1000000} {
		x.Padded[string(mustJSON(t, n))] = padded(n)
	}
	k := newKeys(bytes.Clone(master), id, x.Epoch)
	x.PassphraseSlot = hex.EncodeToString(sealSlotWith(salt, nonce, []byte(x.Passphrase), &x.KDF, master, id, x.Epoch))
	x.DeviceSlot = hex.EncodeToString(sealSlotWith(salt, nonce, unhex(t, x.DeviceKey), nil, master, id, x.Epoch))
	x.DeviceFile = hex.EncodeToString(encodeDevice(id, unhex(t, x.DeviceKey)))
	x.Card = hex.EncodeToString(card{vault: id, schema: 1, ways: wayPassphrase | wayRecovery, public: unhex(t, x.InboxPublic)}.encode())
	row := func(box box, id int64, payload []byte) (map[string]string, []byte) {
		sealed := box.sealWith(bytes.Clone(nonce), id, 9, payload)
		return map[string]string{"payload": hex.EncodeToString(payload), "row": hex.EncodeToString(sealed)}, sealed
	}
	body, err := encodeEntry(vectorEntry)
	if err != nil {
		t.Fatal(err)
	}
	var sealed []byte
	x.Body, sealed = row(k.body, 7, body)
	h, err := entryHead(vectorEntry)
	if err != nil {
		t.Fatal(err)
	}
	h.hasBody, h.bodySeq, h.bodyTag = true, 9, tagOf(sealed)
	payload, err := h.encode()
	if err != nil {
		t.Fatal(err)
	}
	x.Head, sealed = row(k.head, 7, payload)
	one := k.set.of(7, 9, tagOf(sealed))
	x.SetHash = hex.EncodeToString(one.bytes())
	digest := digestOf(1, map[string][]byte{"passphrase": {1}, "recovery": {2, 3}}, map[string][]byte{"vault": {255}})
	x.Digest = hex.EncodeToString(digest[:])
	x.Root, _ = row(k.root, rootID, root{seq: 9, next: 8, heads: 1, bodies: 1, sum: one, digest: digest}.encode())
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.MarshalIndent(v, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestVectors(t *testing.T) {
	const file = "testdata/vectors.json"
	if *update {
		x := freshVectors(t)
		x.compute(t)
		if err := os.WriteFile(file, append(mustJSON(t, x), '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want, got vectors
	if err := errors.Join(json.Unmarshal(data, &want), json.Unmarshal(data, &got)); err != nil {
		t.Fatal(err)
	}
	got.compute(t)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the format has changed:\n%s", mustJSON(t, got))
	}

	var id ID
	copy(id[:], unhex(t, want.Vault))
	master := unhex(t, want.Master)
	for name, open := range map[string]func() ([]byte, error){
		"passphrase": func() ([]byte, error) {
			return openSlot(unhex(t, want.PassphraseSlot), passphraseSlot, []byte(want.Passphrase), id, want.Epoch)
		},
		"device": func() ([]byte, error) {
			return openSlot(unhex(t, want.DeviceSlot), deviceSlot, unhex(t, want.DeviceKey), id, want.Epoch)
		},
		"recovery": func() ([]byte, error) {
			return openRecovery(unhex(t, want.RecoverySlot), want.RecoveryKey, id, want.Epoch)
		},
	} {
		if got, err := open(); err != nil || !bytes.Equal(got, master) {
			t.Errorf("%s slot: %x, %v", name, got, err)
		}
	}
	lineID, _ := parseLineID(want.LineID + lineEnding)
	line, err := openLine([][]byte{unhex(t, want.InboxPrivate)}, id, lineID, unhex(t, want.Line))
	wantLine := vectorLine
	wantLine.Locked = true
	if err != nil || !reflect.DeepEqual(line, wantLine) {
		t.Errorf("line %+v, %v", line, err)
	}
	entry, err := decodeEntry(unhex(t, want.Body["payload"]))
	if err != nil || !reflect.DeepEqual(entry, vectorEntry) {
		t.Errorf("entry %+v, %v", entry, err)
	}
}

// freshVectors draws what the vectors begin with.
func freshVectors(t *testing.T) (x vectors) {
	t.Helper()
	x.Master, x.Vault, x.Salt, x.DeviceKey = hexKey(32), hexKey(16), hexKey(32), hexKey(32)
	x.Nonce, x.LineID, x.Epoch = hexKey(24), hexKey(16), 3
	x.Passphrase, x.KDF = "caf\u00e9 \ufb01ve", KDF{MemoryKiB: 64, Time: 2, Threads: 2}
	var id ID
	copy(id[:], unhex(t, x.Vault))
	key, recipient, err := newRecovery()
	if err != nil {
		t.Fatal(err)
	}
	x.RecoveryKey, x.Recipient = key, recipient
	slot, err := sealRecovery(recipient, unhex(t, x.Master), id, x.Epoch)
	if err != nil {
		t.Fatal(err)
	}
	x.RecoverySlot = hex.EncodeToString(slot)
	scalar, err := newInboxScalar()
	if err != nil {
		t.Fatal(err)
	}
	public, err := inboxPublic(scalar)
	if err != nil {
		t.Fatal(err)
	}
	x.InboxPrivate, x.InboxPublic = hex.EncodeToString(scalar), hex.EncodeToString(public)
	lineID, _ := parseLineID(x.LineID + lineEnding)
	line, err := sealLine(public, id, lineID, vectorLine)
	if err != nil {
		t.Fatal(err)
	}
	x.Line = hex.EncodeToString(line)
	return x
}

func hexKey(n int) string { return hex.EncodeToString(randomKey()[:n]) }

// TestStoredJournals opens a journal of every format version there ever was.
func TestStoredJournals(t *testing.T) {
	if *update {
		dir := filepath.Join("testdata", "journal1")
		os.RemoveAll(dir)
		v, recovery, err := Create(dir, Options{Passphrase: "six cheap words for a test", KDF: CheapKDF})
		if err != nil {
			t.Fatal(err)
		}
		change := journal.Change{
			Accounts: []journal.Account{{ID: "a", Title: "A night", State: journal.Told, Zone: "UTC", Started: vectorEntry.Recorded,
				Telling: &journal.Telling{At: vectorEntry.Recorded, Entries: []journal.Entry{vectorEntry}}}},
			Entries: []journal.Entry{vectorEntry},
			Reviews: []journal.Review{{Account: "a"}},
		}
		if err := errors.Join(v.Apply(t.Context(), change), v.Close()); err != nil {
			t.Fatal(err)
		}
		line := vectorLine
		line.ID = "waiting"
		if err := Drop(dir, line); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("testdata", "journal1.recovery"), []byte(recovery+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := filepath.Glob("testdata/journal?")
	if err != nil || len(stored) != schemaVersion() {
		t.Fatal(stored, err)
	}
	for _, from := range stored {
		dir := filepath.Join(t.TempDir(), "journal")
		if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		recovery, err := os.ReadFile(from + ".recovery")
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range []Key{Passphrase("six cheap words for a test"), Recovery(string(recovery))} {
			v, err := Open(dir, key)
			if err != nil {
				t.Fatal(err)
			}
			a, err := v.Account(t.Context(), "a")
			if err != nil || a.Title != "A night" || len(a.Telling.Entries) != 1 {
				t.Errorf("%s: account %+v, %v", from, a, err)
			}
			e, err := v.Entry(t.Context(), "e")
			if err != nil || !reflect.DeepEqual(e, vectorEntry) {
				t.Errorf("%s: entry %+v, %v", from, e, err)
			}
			lines := 0
			if _, err := v.Drain(t.Context(), func(l []journal.Line) error { lines += len(l); return errors.New("no") }); err == nil || lines != 1 {
				t.Errorf("%s: %d lines, %v", from, lines, err)
			}
			if err := v.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestPadded(t *testing.T) {
	for n := range 1 << 17 {
		p := padded(n)
		if p < n || p < minPadded || n > minPadded && float64(p) > 1.12*float64(n) || padded(p) != p {
			t.Fatalf("padded(%d) = %d", n, p)
		}
	}
}

func TestKDFCheck(t *testing.T) {
	for k, ok := range map[KDF]bool{
		CheapKDF: true, FloorKDF: true, {}: false, {MemoryKiB: 7, Time: 1, Threads: 1}: false, {MemoryKiB: 1 << 31, Time: 1, Threads: 1}: false,
		{MemoryKiB: 1 << 20, Time: 1 << 30, Threads: 1}: false, {MemoryKiB: 2 << 20, Time: 64, Threads: 4}: false,
		{MemoryKiB: 1 << 20, Time: 4, Threads: 255}: false, {MemoryKiB: 1 << 20, Time: 4, Threads: 4}: true,
	} {
		if (k.check() == nil) != ok {
			t.Errorf("%+v: %v", k, k.check())
		}
	}
}

func TestWipe(t *testing.T) {
	v, _, err := Create(t.TempDir(), Options{Passphrase: "x", KDF: CheapKDF})
	if err != nil {
		t.Fatal(err)
	}
	held := append([][]byte{v.keys.master}, v.keys.raw...)
	held = append(held, v.secrets.Inbox...)
	if err := v.Close(); err != nil {
		t.Fatal(err)
	}
	for i, key := range held {
		if strings.Trim(string(key), "\x00") != "" {
			t.Errorf("key %d is still in memory", i)
		}
	}
}
