package vault_test

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/vault"
)

func init() { roles["replace"] = replaceAll }

// replaceAll does one of the things that make a journal, put another in its place or take it away.
// args: what, and for a restore the file and the recovery key; for a creation or erasure the folder of device keys.
func replaceAll(dir string, args []string) (err error) {
	runtime.LockOSThread() // strace counts the calls of each thread by itself
	switch args[0] {
	case "create":
		v, _, err := vault.Create(dir, vault.Options{DeviceDir: args[1]})
		if err != nil {
			return err
		}
		return v.Close()
	case "restore":
		_, err = vault.Restore(background, dir, args[1], args[2], restoreOptions)
	case "go back":
		_, err = vault.GoBack(dir, noon)
	case "erase":
		err = vault.Erase(dir, args[1])
	}
	return err
}

// A moment is before a system call of that name, by its number among those.
type moment struct {
	call   string
	number int
}

// renamings are the system calls that change a name.
var renamings = []string{"rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat"}

// killedAt runs replaceAll and kills it at that moment. It reports whether that came.
func killedAt(t *testing.T, at moment, dir string, args ...string) bool {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not installed: build/setup.sh test")
	}
	cmd := child("replace", append([]string{dir}, args...)...)
	cmd.Path, cmd.Args = strace, slices.Concat([]string{"strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + at.call,
		"-e", fmt.Sprintf("inject=%s:signal=KILL:when=%d", at.call, at.number)}, cmd.Args)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false
	case strings.Contains(said.String(), "PTRACE") || strings.Contains(said.String(), "not permitted"):
		t.Skip("nobody may trace here: ", said.String())
	case !errors.As(err, &exit) || exit.ExitCode() != -1:
		t.Fatalf("%v: %v, %s", at, err, said.String())
	}
	return true
}

// TestKilledBetweenNames kills a program at every change of a name while it makes a journal, restores one, goes back or
// erases one: what it leaves is never taken for a journal that was lost where none was, nor for none where one was, and
// the same done again comes to its end.
func TestKilledBetweenNames(t *testing.T) {
	// made is a journal with a backup, of three lines, closed.
	made := func(t *testing.T) (dir, file, recovery string) {
		v, dir, recovery := newJournal(t)
		fill(t, v, 3)
		file = backUp(t, v, noon)
		v.Close()
		kept := filepath.Join(t.TempDir(), filepath.Base(file))
		overwrite(t, kept, read(t, file))
		return dir, kept, recovery
	}
	whole := func(t *testing.T, dir string, waiting ...string) {
		t.Helper()
		v, err := vault.Open(dir, vault.Passphrase(nextPassphrase))
		if errors.Is(err, vault.ErrWrongKey) {
			v, err = vault.Open(dir, vault.Passphrase(passphrase))
		}
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if got := texts(t, v, "a"); len(got) != 3 {
			t.Errorf("lines %q", got)
		}
		if n, err := vault.Waiting(dir); n != len(waiting) || err != nil {
			t.Fatal(n, err)
		} else if n == 0 {
			return
		}
		if got := drain(t, v, 0); !slices.Equal(got, waiting) {
			t.Errorf("the inbox gave %q, want %q", got, waiting)
		}
	}
	for _, c := range []struct {
		name string
		run  func(t *testing.T, at moment) (killed bool)
	}{
		{"making one", func(t *testing.T, at moment) bool {
			dir, device := filepath.Join(t.TempDir(), "journal"), t.TempDir()
			killed := killedAt(t, at, dir, "create", device)
			info, err := vault.Probe(dir)
			if err != nil {
				t.Fatal(err)
			}
			if !info.Exists {
				wantErr(t, vault.Drop(dir, line("x", "text")), vault.ErrNoJournal)
				v, _, err := vault.Create(dir, vault.Options{DeviceDir: device})
				if err != nil {
					t.Fatal(err)
				}
				v.Close()
			}
			drop(t, dir, line("x", "text"))
			v, err := vault.Open(dir, vault.Device(device))
			if err != nil {
				t.Fatal(err)
			}
			defer v.Close()
			if got := drain(t, v, 0); len(got) != 1 {
				t.Errorf("the inbox gave %q", got)
			}
			return killed
		}},
		{"restoring into an empty folder", func(t *testing.T, at moment) bool {
			_, file, recovery := made(t)
			dir := filepath.Join(t.TempDir(), "other")
			killed := killedAt(t, at, dir, "restore", file, recovery)
			restore(t, dir, file, recovery)
			whole(t, dir)
			return killed
		}},
		{"restoring a lost one", func(t *testing.T, at moment) bool {
			dir, file, recovery := made(t)
			drop(t, dir, line("1", "before the loss"))
			lose(t, dir)
			killed := killedAt(t, at, dir, "restore", file, recovery)
			if _, _, err := vault.Create(dir, vault.Options{Passphrase: passphrase, KDF: vault.CheapKDF}); !errors.Is(err, vault.ErrLost) && !errors.Is(err, vault.ErrExists) {
				t.Fatal("a new journal was made:", err)
			}
			drop(t, dir, line("2", "in the middle"))
			restore(t, dir, file, recovery)
			whole(t, dir, "before the loss", "in the middle")
			return killed
		}},
		{"restoring over one", func(t *testing.T, at moment) bool {
			dir, file, recovery := made(t)
			drop(t, dir, line("1", "before"))
			killed := killedAt(t, at, dir, "restore", file, recovery)
			if info, err := vault.Probe(dir); err != nil || !info.Exists {
				t.Error(info, err)
			}
			drop(t, dir, line("2", "in the middle"))
			whole(t, dir, "before", "in the middle")
			return killed
		}},
		{"going back", func(t *testing.T, at moment) bool {
			dir, file, recovery := made(t)
			restore(t, dir, file, recovery)
			killed := killedAt(t, at, dir, "go back")
			if info, err := vault.Probe(dir); err != nil || !info.Exists {
				t.Error(info, err)
			}
			drop(t, dir, line("2", "in the middle"))
			whole(t, dir, "in the middle")
			return killed
		}},
		{"going back from a lost one", func(t *testing.T, at moment) bool {
			dir, file, recovery := made(t)
			restore(t, dir, file, recovery)
			lose(t, dir)
			killed := killedAt(t, at, dir, "go back")
			drop(t, dir, line("2", "in the middle"))
			if _, err := vault.Probe(dir); errors.Is(err, vault.ErrLost) {
				if _, err := vault.GoBack(dir, noon); err != nil {
					t.Fatal(err)
				}
			}
			whole(t, dir, "in the middle")
			return killed
		}},
		{"erasing one", func(t *testing.T, at moment) bool {
			dir, device := journalWithAll(t)
			killed := killedAt(t, at, dir, "erase", device)
			if _, err := vault.Probe(dir); err != nil {
				t.Error(err)
			}
			if err := vault.Erase(dir, device); err != nil && !errors.Is(err, vault.ErrNoJournal) {
				t.Error(err)
			}
			if slices.ContainsFunc(left(t, dir), func(name string) bool { return name != "vault.lock" }) || left(t, device) != nil {
				t.Errorf("left %q, %q", left(t, dir), left(t, device))
			}
			return killed
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			killed := 0
			for _, call := range renamings {
				for at := (moment{call, 1}); c.run(t, at) && !t.Failed(); at.number++ {
					killed++
				}
			}
			if killed < 3 {
				t.Errorf("killed at %d calls only: this proves little", killed)
			}
			t.Logf("killed at %d calls", killed)
		})
	}
}
