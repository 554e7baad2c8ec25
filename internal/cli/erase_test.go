package cli

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/home"
)

// On a terminal a word has to be typed, and any other one leaves everything as it was.
func TestEraseAsks(t *testing.T) {
	dir, keys := filepath.Join(t.TempDir(), "journal"), t.TempDir()
	run := func(typed string, args ...string) (code int, out, said string) {
		var stdout, stderr bytes.Buffer
		p := &Program{
			Home: home.Options{CheapPassphrase: true, Keys: keys}, Getenv: func(string) string { return "" },
			Stdin: strings.NewReader(typed), Stdout: &stdout, Stderr: &stderr,
			Prompt: func(string) (string, error) { return "", home.ErrNoPassphrase },
		}
		code = p.Main(context.Background(), append([]string{"--journal", dir}, args...))
		return code, stdout.String(), stderr.String()
	}
	run("", "note", "the line that goes")
	_, accounts, _ := run("", "accounts")
	id := accounts[:8]
	for _, typed := range []string{"", "\n", "yes\n", "erase\n"} {
		if code, _, said := run(typed, "erase", id, "--now"); code != Failed || !strings.Contains(said, "nothing was erased") {
			t.Errorf("%q: exit %d, %s", typed, code, said)
		}
	}
	if code, _, said := run(id+"\n", "erase"); code != Failed || !strings.Contains(said, "nothing was erased") {
		t.Errorf("exit %d, %s", code, said)
	}
	if _, found, _ := run("", "search", "goes"); !strings.Contains(found, "the line that goes") {
		t.Error("it is gone all the same")
	}
	if code, _, said := run(id+"\n", "erase", id, "--now"); code != Done || !strings.Contains(said, "with 1 line for ever. To go on, type "+id) {
		t.Errorf("exit %d, %s", code, said)
	}
	if _, accounts, _ := run("", "accounts"); accounts != "" {
		t.Errorf("accounts %s", accounts)
	}
	if code, _, said := run("erase\n", "erase"); code != Done {
		t.Errorf("exit %d, %s", code, said)
	}
	if code, _, _ := run("", "accounts"); code != Failed {
		t.Errorf("the journal is left: exit %d", code)
	}
}
