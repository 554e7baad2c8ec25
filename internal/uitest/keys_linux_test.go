package uitest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// nextPhrase is what the passphrase is changed to.
const nextPhrase = "nine lanterns drift beneath the pier"

// seal makes the journal under phrase by the command line, and returns its recovery key.
func (p *person) seal() (recovery string) {
	p.t.Helper()
	dir := p.t.TempDir()
	secret, key := filepath.Join(dir, "passphrase"), filepath.Join(dir, "recovery")
	if err := os.WriteFile(secret, []byte(phrase+"\n"), 0o600); err != nil {
		p.t.Fatal(err)
	}
	p.run("init", "--passphrase-file", secret, "--recovery-file", key)
	b, err := os.ReadFile(key)
	if err != nil {
		p.t.Fatal(err)
	}
	return strings.TrimSpace(string(b))
}

// opensWith types a passphrase before the sealed journal.
func (p *person) opensWith(passphrase string) {
	p.t.Helper()
	p.into(Password, "^Passphrase$")
	p.xdotool("type", "--delay", "4", passphrase)
	p.key("Return")
}

// makes types a new passphrase, where the keyboard is or comes to, and goes on.
func (p *person) makes(passphrase string) {
	p.t.Helper()
	field := p.sees(Entry, "^New passphrase$")
	p.until("the keyboard is in the new passphrase", func() bool { return field.Is(Focused) })
	p.types(field, passphrase)
	p.reads("^(Enough|More than enough)")
	p.key("Return")
}

func TestChangeOfThePassphrase(t *testing.T) {
	p := sitDown(t)
	recovery := p.seal()
	p.open()
	p.opensWith(phrase)
	p.writes("before the change " + canary)

	p.key("ctrl+comma")
	p.press(p.sees(Button, "^Change it…$"))
	p.into(Password, "^Present passphrase$")
	p.xdotool("type", "--delay", "4", "not this one")
	p.key("Tab") // after what was typed, which the window may still have to come to
	p.makes(nextPhrase)
	p.reads("^That is not it")
	p.into(Password, "^Present passphrase$")
	p.xdotool("type", "--delay", "4", phrase)
	p.key("Return")
	p.sees(Heading, "^The passphrase is changed$")
	p.reads("^Copies of the journal made before")
	p.press(p.sees(Button, "^Seal everything anew$"))
	p.sees(Heading, "^Everything is sealed anew$")
	p.key("ctrl+n")
	p.writes("after the change " + canary)
	p.kill()
	p.leftNothing(phrase, nextPhrase, recovery)

	p.open()
	p.opensWith(phrase)
	p.reads("^That is not it")
	p.opensWith(nextPhrase)
	p.sees(ListItem, kept("before the change "+canary))
	p.sees(ListItem, kept("after the change "+canary))
}

func TestForgottenPassphrase(t *testing.T) {
	p := sitDown(t)
	recovery := p.seal()
	p.run("note", "seen while locked "+canary)
	p.open()
	p.opensWith("not this one")
	p.reads("^That is not it")
	p.press(p.sees(Button, "^I do not remember it$"))
	p.reads("nobody can read this journal")

	field := p.into(Entry, "^Recovery key$")
	p.types(field, recovery[:40])
	p.key("Return")
	p.reads("^That is not a whole recovery key")
	p.key("End")
	p.xdotool("type", "--delay", "4", " "+strings.ToLower(recovery[40:]))
	p.reads("^74 of 74")
	p.key("Return")
	p.sees(Heading, "^That is the key$")
	p.makes(nextPhrase)
	p.sees(ListItem, kept("seen while locked "+canary))
	p.writes("after it was forgotten " + canary)
	p.kill()
	p.leftNothing(phrase, nextPhrase, recovery)

	p.open()
	p.opensWith(nextPhrase)
	p.sees(ListItem, kept("after it was forgotten "+canary))
}

func TestMissingDeviceKey(t *testing.T) {
	p := sitDown(t)
	p.run("note", "no passphrase yet "+canary)
	keys := filepath.Join(p.home, ".config", "firsthand", "keys")
	if err := os.Rename(keys, keys+".aside"); err != nil {
		t.Fatal(err)
	}
	p.open()
	p.sees(Heading, "^The key to this journal is not here$")
	p.key("ctrl+n")
	p.writes("written all the same " + canary)
	p.press(p.sees(Button, "^Unlock$"))
	p.sees(Heading, "^The key to this journal is not here$")
	if err := os.Rename(keys+".aside", keys); err != nil {
		t.Fatal(err)
	}
	p.press(p.sees(Button, "^Try again$"))
	p.sees(ListItem, kept("no passphrase yet "+canary))
	p.sees(ListItem, kept("written all the same "+canary))
}
