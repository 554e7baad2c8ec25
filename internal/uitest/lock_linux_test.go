package uitest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"filippo.io/age"
)

// sealedBy makes a journal with a passphrase and returns its recovery key.
func (p *person) sealedBy(passphrase string) (recovery string) {
	p.t.Helper()
	dir := p.t.TempDir()
	secret, key := filepath.Join(dir, "passphrase"), filepath.Join(dir, "recovery")
	if err := os.WriteFile(secret, []byte(passphrase+"\n"), 0o600); err != nil {
		p.t.Fatal(err)
	}
	p.run("init", "--passphrase-file", secret, "--recovery-file", key)
	b, err := os.ReadFile(key)
	if err != nil {
		p.t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}

// master is the journal's master key, out of its recovery slot: an age file somewhere in vault.db.
func (p *person) master(recovery string) []byte {
	p.t.Helper()
	identity, err := age.ParseX25519Identity(recovery)
	if err != nil {
		p.t.Fatal(err)
	}
	db, err := os.ReadFile(filepath.Join(p.journal, "vault.db"))
	if err != nil {
		p.t.Fatal(err)
	}
	at := bytes.Index(db, []byte("age-encryption.org/v1"))
	if at < 0 {
		p.t.Fatal("there is no recovery slot")
	}
	for end := at + 200; end < min(at+600, len(db)); end++ { // where it ends says nobody but age
		r, err := age.Decrypt(bytes.NewReader(db[at:end]), identity)
		if err != nil {
			continue
		}
		if plain, err := io.ReadAll(r); err == nil && len(plain) >= 32 {
			return plain[len(plain)-32:] // format ‖ vault ‖ epoch ‖ master key
		}
	}
	p.t.Fatal("the recovery slot does not open")
	return nil
}

// memory looks for the needles in the memory of a process, and returns the numbers of those that are there.
func memory(pid int, needles ...[]byte) (found []int, err error) {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return nil, err
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return nil, err
	}
	defer mem.Close()
	pages, err := os.Open(fmt.Sprintf("/proc/%d/pagemap", pid))
	if err != nil {
		return nil, err
	}
	defer pages.Close()
	size := uint64(os.Getpagesize())
	look := func(from, to uint64) {
		content := make([]byte, to-from)
		n, _ := mem.ReadAt(content, int64(from))
		for i, needle := range needles {
			if !slices.Contains(found, i) && bytes.Contains(content[:n], needle) {
				found = append(found, i)
			}
		}
	}
	for line := range strings.Lines(string(maps)) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[1][0] != 'r' {
			continue
		}
		low, high, _ := strings.Cut(fields[0], "-")
		start, _ := strconv.ParseUint(low, 16, 64)
		end, _ := strconv.ParseUint(high, 16, 64)
		// Most of what is mapped was never touched: only pages that are there are read, as long as they lie together.
		const there, swapped = 1 << 63, 1 << 62
		entries := make([]byte, 8<<10)
		from := uint64(0)
		for at := start; at < end; {
			n, _ := pages.ReadAt(entries[:min(uint64(len(entries)), (end-at)/size*8)], int64(at/size*8))
			if n < 8 {
				break // the kernel's own, such as [vsyscall]
			}
			for i := 0; i+8 <= n; i, at = i+8, at+size {
				switch touched := binary.NativeEndian.Uint64(entries[i:])&(there|swapped) != 0; {
				case touched && from == 0:
					from = at
				case !touched && from != 0:
					look(from, at)
					from = 0
				}
			}
		}
		if from != 0 {
			look(from, end)
		}
	}
	slices.Sort(found)
	return found, nil
}

// below are the processes below this one.
func below(t *testing.T, root int) (pids []int) {
	t.Helper()
	for at := []int{root}; len(at) > 0; at = at[1:] {
		tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", at[0]))
		for _, task := range tasks {
			b, _ := os.ReadFile(task)
			for _, f := range strings.Fields(string(b)) {
				pid, _ := strconv.Atoi(f)
				pids, at = append(pids, pid), append(at, pid)
			}
		}
	}
	return pids
}

// gone reports whether the process has ended and was reaped.
func gone(pid int) bool { return errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }

// TestLock: what was typed in the last second is there after unlocking, the cursor where it was, and nothing of it is in
// the memory of the process that waits for the passphrase.
func TestLock(t *testing.T) {
	p := sitDown(t)
	recovery := p.sealedBy(phrase)
	needles := [][]byte{[]byte(canary), utf16le(canary), p.master(recovery), []byte(phrase), utf16le(phrase)}
	p.open()
	p.unlock()
	p.writes("errors climb " + canary)
	pid := p.cmd.Process.Pid
	found, err := memory(pid, needles...)
	if errors.Is(err, os.ErrPermission) {
		t.Log("only root may read the memory of the program: that is not looked at")
	} else if err != nil {
		t.Fatal(err)
	}
	// The controls: what is looked for afterwards is there before.
	if err == nil && (!slices.Contains(found, 0) || !slices.Contains(found, 2)) {
		t.Errorf("the process of an open journal holds only the needles %v", found)
	}
	before := below(t, pid)
	shown := false
	for _, each := range before {
		in, err := memory(each, needles...)
		shown = shown || err != nil || len(in) > 0
	}
	if !shown {
		t.Errorf("none of the web view's processes %v holds a line", before)
	}

	field := p.field()
	p.types(field, "half a sent "+canary)
	p.key("Left")
	p.key("Left")
	p.xdotool("type", "--delay", "1", "XYZ")
	p.key("ctrl+l")
	p.sees(Password, "^Passphrase$")

	if p.cmd.Process.Pid != pid || gone(pid) {
		t.Error("the process is another one")
	}
	p.until("nothing is left of the web view before", func() bool {
		return !slices.ContainsFunc(before, func(pid int) bool { return !gone(pid) })
	})
	for _, each := range append(below(t, pid), pid) {
		found, err := memory(each, needles...)
		if err == nil && len(found) > 0 {
			t.Errorf("process %d holds the needles %v after locking", each, found)
		}
	}
	p.leftNothing(recovery)

	p.unlock()
	p.sees(ListItem, kept("errors climb "+canary))
	p.until("the text is in the field again", func() bool { return strings.Contains(p.field().Text(), "XYZ") })
	p.xdotool("type", "--delay", "4", "here")
	want := "half a sent " + canary[:len(canary)-2] + "XYZhere" + canary[len(canary)-2:]
	p.until("the cursor is where it was", func() bool { return strings.TrimSpace(p.field().Text()) == want })
	p.key("Return")
	p.sees(ListItem, kept(want))
	p.leave()
	p.leftNothing(recovery)
}

func utf16le(s string) (b []byte) {
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}
