package uitest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestSweepFinds is the control: a sweep that finds nothing proves something only if it can find.
func TestSweepFinds(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"utf8":         "before zq-canary after",
		"utf16le":      "b\x00z\x00q\x00-\x00c\x00a\x00n\x00a\x00r\x00y\x00",
		"deep/utf16be": "\x00z\x00q\x00-\x00c\x00a\x00n\x00a\x00r\x00y",
		"clean":        "zq-canar",
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
	want := []string{filepath.Join(dir, "deep/utf16be"), filepath.Join(dir, "utf16le"), filepath.Join(dir, "utf8")}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
}
