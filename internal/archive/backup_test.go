package archive_test

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/journal"
)

// backup is one of a few random accounts.
func backup(t testing.TB, r *rand.Rand, accounts int) []byte {
	t.Helper()
	m := archive.Manifest{Journal: "00112233445566778899aabbccddeeff", Sequence: 1, Made: time.Unix(1_700_000_000, 0)}
	var fulls []archive.Full
	for range accounts {
		a, es := randomAccount(r)
		fulls = append(fulls, archive.Full{Account: a, Entries: es})
		m.Accounts++
		m.Entries += len(es)
	}
	var b bytes.Buffer
	err := archive.WriteBackup(&b, m, archive.Remainder{Vault: []byte("{}")}, func(yield func(archive.Full, error) bool) {
		for _, f := range fulls {
			if !yield(f, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readAll(data []byte) (fulls []archive.Full, err error) {
	_, _, err = archive.ReadBackup(bytes.NewReader(data), func(f archive.Full) error {
		fulls = append(fulls, f)
		return nil
	})
	return fulls, err
}

func TestBackupRoundTrip(t *testing.T) {
	for seed := range uint64(40) {
		data := backup(t, rand.New(rand.NewPCG(seed, 1)), int(seed%5))
		fulls, err := readAll(data)
		if err != nil || len(fulls) != int(seed%5) {
			t.Fatalf("seed %d: %d accounts, %v", seed, len(fulls), err)
		}
		if again := backup(t, rand.New(rand.NewPCG(seed, 1)), int(seed%5)); !bytes.Equal(again, data) {
			t.Errorf("seed %d: the same journal gives other bytes", seed)
		}
	}
}

func TestBackupCutOrChanged(t *testing.T) {
	whole := backup(t, rand.New(rand.NewPCG(7, 7)), 3)
	const end = 1024 + 512 // the mark at the end of a tar, and what fills the last block, say nothing
	for n := 0; n < len(whole)-end; n += 61 {
		if _, err := readAll(whole[:n]); !errors.Is(err, archive.ErrDamaged) {
			t.Fatalf("cut at %d: %v", n, err)
		}
	}
	if _, err := readAll(append(bytes.Clone(whole), 0)); !errors.Is(err, archive.ErrDamaged) {
		t.Errorf("one byte more: %v", err)
	}
}

// hostile is a tar of members given by hand, after a manifest.
func hostile(t testing.TB, members ...tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	manifest := `{"format":"firsthand backup","version":1,"journal":"x","accounts":1,"entries":0}`
	for _, h := range append([]tar.Header{{Name: "firsthand.json", Typeflag: tar.TypeReg, Size: int64(len(manifest)), Format: tar.FormatUSTAR}}, members...) {
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if h.Name == "firsthand.json" && h.Typeflag == tar.TypeReg && h.Format == tar.FormatUSTAR {
			io.WriteString(w, manifest)
		}
	}
	w.Flush()
	return b.Bytes()
}

func TestHostileBackup(t *testing.T) {
	regular := func(name string, size int64, format tar.Format) tar.Header {
		return tar.Header{Name: name, Typeflag: tar.TypeReg, Size: size, Format: format}
	}
	for name, data := range map[string][]byte{
		"a path that climbs":       hostile(t, regular("../../journal.json", 0, tar.FormatUSTAR)),
		"an absolute path":         hostile(t, regular("/etc/journal.json", 0, tar.FormatUSTAR)),
		"a link":                   hostile(t, tar.Header{Name: "journal.json", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink, Format: tar.FormatUSTAR}),
		"a hard link":              hostile(t, tar.Header{Name: "journal.json", Linkname: "firsthand.json", Typeflag: tar.TypeLink, Format: tar.FormatUSTAR}),
		"a device":                 hostile(t, tar.Header{Name: "journal.json", Typeflag: tar.TypeChar, Format: tar.FormatUSTAR}),
		"a folder":                 hostile(t, tar.Header{Name: "journal.json/", Typeflag: tar.TypeDir, Format: tar.FormatUSTAR}),
		"a size of 2^60":           hostile(t, regular("journal.json", 1<<60, tar.FormatPAX)),
		"a size of 2^60 of GNU":    hostile(t, regular("journal.json", 1<<60, tar.FormatGNU)),
		"four gigabytes claimed":   hostile(t, regular("journal.json", 4<<30, tar.FormatUSTAR)),
		"the manifest twice":       hostile(t, regular("firsthand.json", 0, tar.FormatPAX)),
		"an extension of the form": hostile(t, tar.Header{Name: "journal.json", Typeflag: tar.TypeReg, PAXRecords: map[string]string{"X.y": "z"}, Format: tar.FormatPAX}),
		"a billion accounts":       bytes.Replace(backup(t, rand.New(rand.NewPCG(1, 1)), 0), []byte(`"accounts": 0`), []byte(`"accounts": 9`), 1),
		"nothing":                  nil,
		"not a tar":                []byte(strings.Repeat("journal ", 500)),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := readAll(data)
			runtime.ReadMemStats(&after)
			if !errors.Is(err, archive.ErrDamaged) {
				t.Errorf("it was read: %v", err)
			}
			if took := after.TotalAlloc - before.TotalAlloc; took > 8<<20 {
				t.Errorf("it took %d MB", took>>20)
			}
		})
	}
}

func TestBackupWithTheSameAccountTwice(t *testing.T) {
	a := journal.Account{ID: "a"}
	twice := func(yield func(archive.Full, error) bool) {
		for range 2 {
			if !yield(archive.Full{Account: a}, nil) {
				return
			}
		}
	}
	var b bytes.Buffer
	if err := archive.WriteBackup(&b, archive.Manifest{Accounts: 2}, archive.Remainder{}, twice); err != nil {
		t.Fatal(err)
	}
	if _, err := readAll(b.Bytes()); !errors.Is(err, archive.ErrDamaged) {
		t.Error(err)
	}
}

// What a later version added would be lost by reading it as if it were not there.
func TestBackupOfALaterVersion(t *testing.T) {
	whole := backup(t, rand.New(rand.NewPCG(1, 1)), 1)
	for name, change := range map[string][2]string{
		"another version":    {`"version": 1`, `"version": 2`},
		"an unknown setting": {`"history": {}`, `"historx": {}`},
		"an unknown field":   {`"zone":`, `"zona":`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readAll(bytes.ReplaceAll(whole, []byte(change[0]), []byte(change[1])))
			if !errors.Is(err, archive.ErrNewer) {
				t.Error(err)
			}
		})
	}
}

func FuzzReadBackup(f *testing.F) {
	f.Add(backup(f, rand.New(rand.NewPCG(1, 1)), 2))
	f.Add(backup(f, rand.New(rand.NewPCG(2, 1)), 0))
	f.Add(hostile(f, tar.Header{Name: "journal.json", Typeflag: tar.TypeReg, Size: 1 << 60, Format: tar.FormatPAX}))
	f.Add(hostile(f, tar.Header{Name: "../journal.json", Linkname: "/etc/passwd", Typeflag: tar.TypeSymlink, Format: tar.FormatUSTAR}))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		var fulls []archive.Full
		m, rest, err := archive.ReadBackup(bytes.NewReader(data), func(full archive.Full) error {
			fulls = append(fulls, full)
			return nil
		})
		if err != nil {
			if !errors.Is(err, archive.ErrDamaged) && !errors.Is(err, archive.ErrNewer) {
				t.Errorf("neither damaged nor newer: %v", err)
			}
			return
		}
		if m.Accounts != len(fulls) || rest.Settings == nil {
			t.Errorf("%d accounts of %d", len(fulls), m.Accounts)
		}
	})
}
