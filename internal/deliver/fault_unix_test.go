//go:build unix

package deliver_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"firsthand/internal/deliver"
)

// The test binary is also the program that is limited or killed.
func TestMain(m *testing.M) {
	path := os.Getenv("DELIVER_TO")
	switch os.Getenv("DELIVER_CHILD") {
	case "full": // a file may not grow beyond 4 KB: the disk is full in the middle of the write
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
			os.Exit(9)
		}
		if err := deliver.Export(path, make([]byte, 1<<20), true); err == nil {
			os.Exit(8)
		}
		os.Exit(0)
	case "unprivileged":
		if err := syscall.Setuid(65534); err != nil {
			os.Exit(9)
		}
		if err := deliver.Export(path, []byte("new"), true); !errors.Is(err, fs.ErrPermission) {
			os.Exit(8)
		}
		os.Exit(0)
	case "killed":
		for { // replaces the file until it is killed
			for _, c := range []byte("ab") {
				if err := deliver.Export(path, bytes.Repeat([]byte{c}, 3<<20), true); err != nil {
					os.Exit(8)
				}
			}
		}
	}
	os.Exit(m.Run())
}

func child(t *testing.T, mode, path string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "DELIVER_CHILD="+mode, "DELIVER_TO="+path)
	return cmd
}

func TestExport_full_disk_leaves_nothing(t *testing.T) {
	t.Run("no file before", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		if err := child(t, "full", path).Run(); err != nil {
			t.Fatal(err)
		}
		if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 0 {
			t.Errorf("left behind: %v", entries)
		}
	})
	t.Run("the old file stays", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "account.md")
		os.WriteFile(path, []byte("old"), 0o600)
		if err := child(t, "full", path).Run(); err != nil {
			t.Fatal(err)
		}
		holds(t, path, "old")
		alone(t, path)
	})
}

func TestExport_read_only_folder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "account.md")
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if os.Getuid() != 0 {
		if err := deliver.Export(path, []byte("new"), false); !errors.Is(err, fs.ErrPermission) {
			t.Fatal(err)
		}
		return
	}
	// Root may write anywhere: ask as nobody. The path up to the folder must be open to them.
	for up := dir; up != "/" && up != os.TempDir(); up = filepath.Dir(up) {
		if info, err := os.Stat(up); err == nil {
			os.Chmod(up, info.Mode()|0o055)
		}
	}
	exe, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Skip(err)
	}
	own := filepath.Join(t.TempDir(), "child")
	os.WriteFile(own, exe, 0o755)
	cmd := exec.Command(own)
	cmd.Dir = "/"
	cmd.Env = []string{"DELIVER_CHILD=unprivileged", "DELIVER_TO=" + path}
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

// However a writer dies, the path holds nothing or one whole version.
func TestExport_killed_in_between(t *testing.T) {
	for i := range 12 {
		path := filepath.Join(t.TempDir(), "account.md")
		cmd := child(t, "killed", path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(4+7*i) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		got, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil || len(got) != 3<<20 || bytes.Count(got, got[:1]) != len(got) {
			t.Fatalf("%d bytes, %v: not one whole version", len(got), err)
		}
	}
}
