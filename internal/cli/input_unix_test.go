//go:build unix

package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"firsthand/internal/home"
)

// at is the program on the journal in dir, with what it writes and says.
func at(dir string) (p *Program, out, said *bytes.Buffer) {
	out, said = new(bytes.Buffer), new(bytes.Buffer)
	p = program()
	p.Home = home.Options{CheapPassphrase: true, Keys: filepath.Join(filepath.Dir(dir), "keys")}
	p.Stdout, p.Stderr, p.Stdin = out, said, strings.NewReader("")
	return p, out, said
}

// before fails the test if f blocks.
func before(t *testing.T, what string, f func() int) int {
	t.Helper()
	done := make(chan int, 1)
	go func() { done <- f() }()
	select {
	case code := <-done:
		return code
	case <-time.After(time.Minute):
		t.Fatalf("%s waits for ever", what)
		return 0
	}
}

// TestPipes gives pipes and devices where files belong.
func TestPipes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "journal")
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	secret := filepath.Join(t.TempDir(), "passphrase")
	if err := os.WriteFile(secret, []byte("six cheap words for a test\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (code int, said string) {
		t.Helper()
		p, _, words := at(dir)
		code = before(t, strings.Join(args, " "), func() int { return p.Main(t.Context(), append([]string{"--journal", dir}, args...)) })
		return code, words.String()
	}
	if code, said := run("--passphrase-file", secret, "init", "--recovery-file", filepath.Join(dir, "..", "key")); code != Done {
		t.Fatal(said)
	}
	t.Run("a passphrase comes through a pipe", func(t *testing.T) {
		go os.WriteFile(pipe, []byte("six cheap words for a test\n"), 0o600)
		if code, said := run("--passphrase-file", pipe, "accounts"); code != Done {
			t.Error(said)
		}
	})
	t.Run("one without end is cut", func(t *testing.T) {
		for _, args := range [][]string{
			{"--passphrase-file", "/dev/zero", "accounts"},
			{"--passphrase-file", secret, "passphrase", "--new-passphrase-file", "/dev/zero"},
			{"recover", "--recovery-file", "/dev/zero", "--new-passphrase-file", secret},
		} {
			if code, said := run(args...); code == Done || strings.Count(said, "\n") != 1 {
				t.Errorf("%q: %d, %s", args, code, said)
			}
		}
	})
	t.Run("nobody writes to it: the program ends when it is told to", func(t *testing.T) {
		for _, args := range [][]string{
			{"--passphrase-file", pipe, "accounts"},
			{"--passphrase-file", secret, "passphrase", "--new-passphrase-file", pipe},
			{"recover", "--recovery-file", pipe, "--new-passphrase-file", secret},
			{"import", pipe},
			{"scan", pipe},
			{"scan", secret, "--names", pipe},
			{"check", pipe, "--account", "a"},
		} {
			p, out, said := at(dir)
			ctx, stop := context.WithCancel(t.Context())
			stop()
			code := before(t, strings.Join(args, " "), func() int { return p.Main(ctx, append([]string{"--journal", dir}, args...)) })
			if code != Failed || out.Len() > 0 || said.String() != "firsthand: Stopped. What was kept before is safe.\n" {
				t.Errorf("%q: %d, %s", args, code, said)
			}
		}
	})
	t.Run("a line that is being typed is not kept when the program is told to stop", func(t *testing.T) {
		p, out, said := at(dir)
		typed, _, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		p.Stdin = typed
		ctx, stop := context.WithCancel(t.Context())
		stop()
		if code := before(t, "note", func() int { return p.Main(ctx, []string{"--journal", dir, "note"}) }); code != Failed || out.Len() > 0 {
			t.Errorf("%d, %s", code, said)
		}
	})
	t.Run("one in the place of a backup is a backup that has changed", func(t *testing.T) {
		run("--passphrase-file", secret, "note", "a line")
		p, out, said := at(dir)
		if code := p.Main(t.Context(), []string{"--journal", dir, "--passphrase-file", secret, "backup"}); code != Done {
			t.Fatal(said)
		}
		file := strings.TrimSpace(out.String())
		if err := os.Rename(pipe, file); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{{"backup", "check"}, {"verify"}} {
			code, said := run(append([]string{"--passphrase-file", secret}, args...)...)
			if code != Unreadable || !strings.Contains(said, "is not what it was when it was made") {
				t.Errorf("%q: %d, %s", args, code, said)
			}
		}
		code, words := run("restore", file, "--recovery-file", filepath.Join(dir, "..", "key"), "--new-passphrase-file", secret)
		if code != Unreadable || !strings.Contains(words, "is no whole backup") {
			t.Errorf("restore: %d, %s", code, words)
		}
	})
}

// TestOddPlaces puts something else where a folder or a lock of the journal should be: the sentence names the place and
// uses no words of the system's, and what can be read is read.
func TestOddPlaces(t *testing.T) {
	for _, c := range []struct {
		name     string
		accounts int
		note     int
	}{
		{"vault.lock", Failed, Done}, {"inbox", Done, Failed}, {"backups", Done, Done}, {"set-aside", Done, Done}, {"vault.db-wal", Unreadable, Done},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "journal")
			run := func(args ...string) (code int, out, said string) {
				p, o, s := at(dir)
				code = before(t, args[0], func() int { return p.Main(t.Context(), append([]string{"--journal", dir}, args...)) })
				return code, o.String(), s.String()
			}
			run("note", "errors climb")
			if code, _, said := run("accounts"); code != Done {
				t.Fatal(said)
			}
			path := filepath.Join(dir, c.name)
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			odd := func() error { return syscall.Mkfifo(path, 0o600) }
			if c.name == "vault.db-wal" {
				odd = func() error { return os.MkdirAll(filepath.Join(path, "x"), 0o700) }
			}
			if err := odd(); err != nil {
				t.Skip(err)
			}
			for _, command := range []struct {
				args []string
				want int
			}{{[]string{"accounts"}, c.accounts}, {[]string{"note", "it answers"}, c.note}} {
				code, out, said := run(command.args...)
				if code != command.want {
					t.Errorf("%q: %d, %s", command.args, code, said)
				}
				if code == Failed && !strings.Contains(said, path) {
					t.Errorf("%q does not name the place: %s", command.args, said)
				}
				if code == Done && command.args[0] == "accounts" && !strings.Contains(out, "errors climb") {
					t.Errorf("accounts: %q", out)
				}
				for _, raw := range []string{"not a directory", "neither file nor folder", "reason is not one"} {
					if strings.Contains(said, raw) {
						t.Errorf("%q says %s", command.args, said)
					}
				}
			}
		})
	}
}
