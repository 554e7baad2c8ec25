package home

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/gofrs/flock"
)

// newDisk is a file system of its own, gone at the end of the test.
func newDisk(t *testing.T, size string) (dir string, remount func(flags uintptr, options string)) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skip("a file system of its own needs root:", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir, func(flags uintptr, options string) {
		t.Helper()
		ok(t, syscall.Mount("tmpfs", dir, "tmpfs", syscall.MS_REMOUNT|flags, options))
	}
}

func TestDoctorOwner(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give a file to another login")
	}
	p := newPatient(t)
	card := filepath.Join(p.Dir, "inbox.key")
	for _, c := range []struct {
		login int
		state Health
	}{{0, Fine}, {65534, Watch}, {0, Fine}} {
		ok(t, os.Chown(card, c.login, -1))
		if f := p.row(t, "owner"); f.State != c.state || c.state != Fine && (!strings.Contains(f.Is, card) || f.Do == "") {
			t.Errorf("login %d: %+v", c.login, f)
		}
	}
}

// Who holds the lock is named.
func TestDoctorNamesTheHolder(t *testing.T) {
	p := newPatient(t)
	lock := flock.New(filepath.Join(p.Dir, "vault.lock"))
	if held, err := lock.TryLock(); !held {
		t.Fatal(err)
	}
	self, err := os.ReadFile("/proc/self/comm")
	ok(t, err)
	want := fmt.Sprintf("%s (process %d)", strings.TrimSpace(string(self)), os.Getpid())
	if f := p.row(t, "lock"); !strings.Contains(f.Is, want) {
		t.Errorf("%+v, want %q", f, want)
	}
	ok(t, lock.Unlock())
	if f := p.row(t, "lock"); f.State != Fine {
		t.Errorf("%+v", f)
	}
}

// A disk that is there for reading only is found out by writing: to root, permissions say nothing.
func TestDoctorReadOnlyDisk(t *testing.T) {
	disk, remount := newDisk(t, "64m")
	p := newPatientIn(t, disk)
	if f := p.row(t, "writing"); f.State != Fine {
		t.Errorf("before: %+v", f)
	}
	ok(t, os.Chmod(filepath.Join(p.Dir, "inbox.key"), 0o644))
	p.put(t, ".new-1", nil)
	remount(syscall.MS_RDONLY, "")
	d := p.Doctor(t.Context(), p.passphrase, true)
	if f := rowOf(d, "writing"); f.State != Wrong || !strings.Contains(f.Is, "cannot be written to") || f.Do == "" {
		t.Errorf("%+v", f)
	}
	// What --fix could not mend is not said to be mended, nor to be mended by --fix.
	for _, name := range []string{"permissions", "leftovers"} {
		if f := rowOf(d, name); f.State != Watch || !strings.Contains(f.Is, "could not be") || strings.Contains(f.Do, "--fix") || f.Do == "" {
			t.Errorf("%+v", f)
		}
	}
	if f := rowOf(d, "contents"); f.State != Fine {
		t.Errorf("it can be read: %+v", f)
	}
	if f := rowOf(d, "notice"); f.State != "" {
		t.Errorf("it is said twice: %+v", f)
	}
	remount(0, "size=64m")
	d = p.Doctor(t.Context(), p.passphrase, true)
	for _, name := range []string{"writing", "permissions", "leftovers"} {
		if f := rowOf(d, name); f.State != Fine {
			t.Errorf("after: %+v", f)
		}
	}
}

func TestDoctorFullDisk(t *testing.T) {
	disk, _ := newDisk(t, "8m")
	p := newPatientIn(t, disk)
	if f := p.row(t, "space"); f.State != Watch || f.Do == "" {
		t.Errorf("8 MB: %+v", f)
	}
	other := filepath.Join(disk, "other")
	if os.WriteFile(other, make([]byte, 16<<20), 0o600) == nil {
		t.Fatal("the disk is not small")
	}
	if f := p.row(t, "writing"); f.State != Wrong || !strings.Contains(f.Is, "full") || f.Do == "" {
		t.Errorf("full: %+v", f)
	}
	ok(t, os.Remove(other))
	if f := p.row(t, "writing"); f.State != Fine {
		t.Errorf("after: %+v", f)
	}
}

func TestDoctorMuchSpace(t *testing.T) {
	disk, _ := newDisk(t, "1g") // of which nothing is taken
	p := newPatientIn(t, disk)
	if f := p.row(t, "space"); f.State != Fine {
		t.Errorf("%+v", f)
	}
}

func TestDoctorReadOnlyFolder(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("permissions say nothing to root; TestDoctorReadOnlyDisk does this on a disk")
	}
	p := newPatient(t)
	ok(t, os.Chmod(p.Dir, 0o500))
	if f := p.row(t, "writing"); f.State != Wrong || f.Do == "" {
		t.Errorf("%+v", f)
	}
	ok(t, os.Chmod(p.Dir, 0o700))
	if f := p.row(t, "writing"); f.State != Fine {
		t.Errorf("after: %+v", f)
	}
}
