//go:build unix

package vault_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"firsthand/internal/journal"
	"firsthand/internal/vault"
)

// before fails the test if f blocks.
func before(t *testing.T, what string, f func() error) (err error) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- f() }()
	select {
	case err := <-done:
		return err
	case <-time.After(time.Minute):
		t.Fatalf("%s waits for ever", what)
		return nil
	}
}

// TestOddFiles puts something else in the place of each file of a journal: whatever is asked of it, there is an answer,
// and when the file is back, all is as it was.
func TestOddFiles(t *testing.T) {
	for _, file := range []string{"vault.db", "vault.db-wal", "vault.db-shm", "vault.lock", "inbox.key", "inbox"} {
		for _, odd := range []struct {
			name string
			make func(path string) error
		}{
			{"a pipe", func(path string) error { return syscall.Mkfifo(path, 0o600) }},
			{"a folder", func(path string) error { return os.MkdirAll(filepath.Join(path, "x"), 0o700) }},
			{"an empty file", func(path string) error { return os.WriteFile(path, nil, 0o600) }},
			{"garbage", func(path string) error { return os.WriteFile(path, bytes.Repeat([]byte("garbage\x00"), 9999), 0o600) }},
			{"a link to nothing", func(path string) error { return os.Symlink("nothing", path) }},
			{"a link to itself", func(path string) error { return os.Symlink(filepath.Base(path), path) }},
			{"a link to a device without end", func(path string) error { return os.Symlink("/dev/zero", path) }},
			{"a terabyte of nothing", func(path string) error {
				if err := os.WriteFile(path, nil, 0o600); err != nil {
					return err
				}
				return os.Truncate(path, 1<<40)
			}},
		} {
			t.Run(odd.name+" for "+file, func(t *testing.T) {
				v, dir, _ := newJournal(t)
				fill(t, v, 3)
				v.Close()
				path := filepath.Join(dir, file)
				kept := path + ".kept"
				there := os.Rename(path, kept) == nil
				if err := odd.make(path); err != nil {
					t.Skip(err)
				}
				before(t, "Probe", func() error { _, err := vault.Probe(dir); return err })
				before(t, "Waiting", func() error { _, err := vault.Waiting(dir); return err })
				before(t, "Drop", func() error { return vault.Drop(dir, line("x", "dropped")) })
				said := before(t, "Open", func() error {
					v, err := vault.Open(dir, vault.Passphrase(passphrase))
					if err != nil {
						return err
					}
					defer v.Close()
					if got := texts(t, v, "a"); len(got) != 3 {
						t.Errorf("entries %q", got)
					}
					_, err = v.Drain(background, func([]journal.Line) error { return nil })
					return err
				})
				if strings.HasPrefix(file, "vault.db") == false && strings.Contains(fmt.Sprint(said), "restarted") {
					t.Errorf("the error quotes the journal: %v", said)
				}
				// What the journal made anew counts, else what was there.
				if there {
					if info, err := os.Lstat(path); file != "inbox.key" || err != nil || !info.Mode().IsRegular() || info.Size() > 1<<20 {
						os.RemoveAll(path)
						if err := os.Rename(kept, path); err != nil {
							t.Fatal(err)
						}
					}
				} else {
					os.RemoveAll(path)
				}
				v, err := vault.Open(dir, vault.Passphrase(passphrase))
				if err != nil {
					t.Fatal(err)
				}
				defer v.Close()
				if got := texts(t, v, "a"); !slices.Equal(got, []string{"I restarted number 0", "I restarted number 1", "I restarted number 2"}) {
					t.Errorf("entries %q", got)
				}
				drop(t, dir, line("y", "dropped later"))
				if _, err := v.Drain(background, keepLines(v)); err != nil {
					t.Error(err)
				}
			})
		}
	}
}

// TestGrown appends a terabyte of nothing to the files of a journal: what was written can be read.
func TestGrown(t *testing.T) {
	v, dir, _ := newJournal(t)
	fill(t, v, 3)
	killed := filepath.Join(t.TempDir(), "killed")
	if out, err := child("copy", dir, killed).Output(); err != nil {
		t.Fatalf("%s, %v", out, err)
	}
	v.Close()
	for _, path := range []string{filepath.Join(dir, "vault.db"), filepath.Join(killed, "vault.db-wal")} {
		if err := os.Truncate(path, 1<<40); err != nil {
			t.Skip(err)
		}
		before(t, "Open", func() error {
			v, err := vault.Open(filepath.Dir(path), vault.Passphrase(passphrase))
			if err != nil {
				t.Errorf("%s: %v", path, err)
				return nil
			}
			if got := texts(t, v, "a"); len(got) != 3 {
				t.Errorf("%s: entries %q", path, got)
			}
			return v.Close()
		})
	}
}

// TestJunk fills the inbox with files that look like lines: the journal opens, takes in what is one, says how many are
// not, and does not read them again while they stay the same.
func TestJunk(t *testing.T) {
	v, dir, _ := newJournal(t)
	id := v.ID()
	drop(t, dir, line("x", "a line among them"))
	for i := range vault.MaxWaiting - 1 {
		junk := slices.Concat([]byte("firsthand/vault1"), id[:], bytes.Repeat([]byte{byte(i)}, 400))
		overwrite(t, filepath.Join(dir, "inbox", fmt.Sprintf("%032x.line", i)), junk)
	}
	v = reopen(t, v, dir, vault.Passphrase(passphrase))
	for range 3 {
		if got := drain(t, v, vault.MaxWaiting-1); !slices.Equal(got, []string{"a line among them"}) {
			t.Errorf("entries %q", got)
		}
	}
	// One of them was a line that had not come whole: it is noticed.
	other := filepath.Join(dir, "inbox", fmt.Sprintf("%032x.line", 7))
	os.Remove(other)
	drop(t, dir, line("y", "another"))
	if got := drain(t, v, vault.MaxWaiting-2); len(got) != 2 {
		t.Errorf("entries %q", got)
	}
	v.Close()
}
