package uitest

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// readOnly makes a disk one that is there for reading only.
func (p *person) readOnly(disk string) {
	p.t.Helper()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		p.t.Fatal(err)
	}
}

// TestReadOnlyDisk: where nothing can be written, not even a lock, the window opens for reading, and says so.
func TestReadOnlyDisk(t *testing.T) {
	p := sitDown(t)
	p.smallDisk(p.journal, "8m")
	p.seal()
	p.open()
	p.opensWith(phrase)
	p.writes("errors climb " + canary)
	p.leave()
	if err := os.Remove(filepath.Join(p.journal, "window.lock")); err != nil {
		t.Fatal(err)
	}
	p.readOnly(p.journal)

	p.open()
	p.opensWith(phrase)
	p.sees(ListItem, kept("errors climb "+canary))
	p.reads("cannot be written to: everything in it can be read")
	p.types(p.field(), "half a sentence")
	p.key("Return")
	p.reads("^Not kept: .*cannot be written to.*Your text is still here")
	p.kill()
}

// TestDamagedJournal: a journal that lost its beginning is read, and made again of its backup.
func TestDamagedJournal(t *testing.T) {
	p := sitDown(t)
	recovery := p.seal()
	p.open()
	p.opensWith(phrase)
	p.writes("errors climb " + canary)
	p.key("ctrl+comma")
	p.press(p.sees(Button, "^Back up now$"))
	p.reads("^Backed up, and read back whole")
	p.leave()
	db := filepath.Join(p.journal, "vault.db")
	data, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	clear(data[:4096])
	if err := os.WriteFile(db, data, 0o600); err != nil {
		t.Fatal(err)
	}

	p.open()
	p.opensWith(phrase)
	p.sees(Heading, "^The journal is damaged$")
	p.press(p.sees(Button, "^Read it here$"))
	p.reads("it can be read, not changed")
	p.reads("errors climb " + canary)
	p.key("ctrl+l") // that ends the reading
	p.opensWith(phrase)
	p.press(p.sees(Button, "^Restore a backup…$"))
	p.types(p.into(Entry, "^Recovery key$"), strings.ToLower(recovery))
	p.key("Return")
	p.sees(Heading, "^The backup of ")
	field := p.sees(Entry, "^Passphrase$")
	p.until("the keyboard is in the passphrase", func() bool { return field.Is(Focused) })
	p.types(field, phrase)
	p.reads("^(Enough|More than enough)")
	p.key("Return")
	p.sees(ListItem, kept("errors climb "+canary))
	p.kill()
	p.leftNothing(phrase, recovery)
}

// TestEraseJournal: nothing is left of it on the disk, and after going on nothing in memory.
func TestEraseJournal(t *testing.T) {
	p := sitDown(t)
	recovery := p.seal()
	p.open()
	p.opensWith(phrase)
	p.writes("errors climb " + canary)
	pid := p.cmd.Process.Pid
	before := below(t, pid)
	p.key("ctrl+comma")
	p.press(p.sees(Button, "^Erase the whole journal now…$"))
	p.types(p.into(Entry, "^To go on, type: erase$"), "erase")
	p.key("Return")
	p.sees(Heading, "^The journal is erased$")
	if left, err := os.ReadDir(p.journal); err != nil || len(left) != 1 || left[0].Name() != "window.lock" {
		t.Errorf("left: %v, %v", left, err)
	}
	p.press(p.sees(Button, "^Begin anew$"))
	p.sees(Button, "^Write first, do this later$")
	p.until("nothing is left of the web view before", func() bool {
		for _, each := range before {
			if !gone(each) {
				return false
			}
		}
		return true
	})
	for _, each := range append(below(t, pid), pid) {
		if found, err := memory(each, []byte(canary), utf16le(canary), []byte(phrase)); err == nil && len(found) > 0 {
			t.Errorf("process %d holds the needles %v", each, found)
		}
	}
	p.leave()
	if _, err := os.Stat(p.journal); !os.IsNotExist(err) {
		t.Errorf("the folder is left, %v", err)
	}
	if err := os.MkdirAll(p.journal, 0o700); err != nil { // to be looked through
		t.Fatal(err)
	}
	p.leftNothing(phrase, recovery)
}
