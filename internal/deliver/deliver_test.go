package deliver_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"firsthand/internal/deliver"
	"firsthand/internal/redact"
)

func TestExport(t *testing.T) {
	t.Run("a new file holds all and is private", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		data := bytes.Repeat([]byte("03:42 restarted it\n"), 50_000)
		if err := deliver.Export(path, data, false); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%d bytes, %v", len(got), err)
		}
		if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
			t.Errorf("mode %v", info.Mode())
		}
		alone(t, path)
	})
	t.Run("an existing file is not touched", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		os.WriteFile(path, []byte("mine"), 0o644)
		if err := deliver.Export(path, []byte("new"), false); !errors.Is(err, deliver.ErrExists) {
			t.Fatal(err)
		}
		holds(t, path, "mine")
		alone(t, path)
	})
	t.Run("overwrite replaces it", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		os.WriteFile(path, []byte("mine, and longer"), 0o644)
		if err := deliver.Export(path, []byte("new"), true); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "new")
		alone(t, path)
	})
	t.Run("a dangling link is not followed", func(t *testing.T) {
		dir := t.TempDir()
		path := filepath.Join(dir, "account.md")
		if err := os.Symlink(filepath.Join(dir, "elsewhere"), path); err != nil {
			t.Skip(err)
		}
		if err := deliver.Export(path, []byte("new"), false); !errors.Is(err, deliver.ErrExists) {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, "elsewhere")); !errors.Is(err, fs.ErrNotExist) {
			t.Error("written through the link")
		}
	})
	t.Run("a folder is not replaced", func(t *testing.T) {
		for _, overwrite := range []bool{false, true} {
			path := filepath.Join(t.TempDir(), "account.md")
			os.Mkdir(path, 0o700)
			if err := deliver.Export(path, []byte("new"), overwrite); !errors.Is(err, deliver.ErrExists) {
				t.Fatal(err)
			}
		}
	})
	t.Run("a missing folder is said without its name", func(t *testing.T) {
		err := deliver.Export(filepath.Join(t.TempDir(), "customer-x", "account.md"), []byte("new"), false)
		if !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), "customer") {
			t.Fatal(err)
		}
	})
	t.Run("of many at once one wins, whole", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		var wg sync.WaitGroup
		wins := make(chan byte, 40)
		for i := range 40 {
			wg.Go(func() {
				c := byte('a' + i%26)
				switch err := deliver.Export(path, bytes.Repeat([]byte{c}, 10_000), false); {
				case err == nil:
					wins <- c
				case !errors.Is(err, deliver.ErrExists):
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if len(wins) != 1 {
			t.Fatalf("%d writers think they wrote the file", len(wins))
		}
		holds(t, path, strings.Repeat(string(<-wins), 10_000))
		alone(t, path)
	})
}

func TestSave_refuses_unverified(t *testing.T) {
	path := filepath.Join(t.TempDir(), "incident.pdf")
	if err := deliver.Save(path, redact.Verified{}, true); err == nil {
		t.Error("the zero value was saved")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a file")
	}
}

func holds(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}

// alone fails if anything but path is in its folder.
func alone(t *testing.T, path string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			t.Errorf("left behind: %s", e.Name())
		}
	}
}
