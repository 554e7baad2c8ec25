package uitest

import (
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSweepFinds is the control: a sweep that finds nothing proves something only if it can find.
func TestSweepFinds(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"utf8":         "before zq-canary after",
		"utf16le":      "b\x00z\x00q\x00-\x00c\x00a\x00n\x00a\x00r\x00y\x00",
		"deep/utf16be": "\x00z\x00q\x00-\x00c\x00a\x00n\x00a\x00r\x00y",
		"hex/lower":    "00" + hex.EncodeToString([]byte("zq-canary")),
		"hex/upper":    strings.ToUpper(hex.EncodeToString([]byte("zq-canary."))),
		"base64/0":     base64.StdEncoding.EncodeToString([]byte("zq-canary")),
		"base64/1":     base64.StdEncoding.EncodeToString([]byte("?zq-canary???")),
		"base64/2":     base64.URLEncoding.EncodeToString([]byte("??zq-canary?")),
		"clean":        "zq-canar",
		"clean64":      base64.StdEncoding.EncodeToString([]byte("zq-canarx")),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := Sweep("zq-canary", dir)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	var want []string
	for _, name := range []string{"base64/0", "base64/1", "base64/2", "deep/utf16be", "hex/lower", "hex/upper", "utf16le", "utf8"} {
		want = append(want, filepath.Join(dir, name))
	}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}
