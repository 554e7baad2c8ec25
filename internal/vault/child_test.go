package vault_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"firsthand/internal/vault"
)

// Some tests need a second program: the test binary itself, started with a role.
const roleVariable = "VAULT_TEST_ROLE"

func TestMain(m *testing.M) {
	role := os.Getenv(roleVariable)
	if role == "" {
		os.Exit(m.Run())
	}
	if err := roles[role](os.Args[1], os.Args[2:]); err != nil {
		fmt.Println("error", err)
		os.Exit(1)
	}
}

var roles = map[string]func(dir string, args []string) error{
	"hold": hold,
	// copy copies a journal from outside: closing a file that SQLite has open here would drop SQLite's locks.
	"copy": func(dir string, args []string) error { return os.CopyFS(args[0], os.DirFS(dir)) },
	"drop": dropForever,
}

func child(role string, args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), roleVariable+"="+role)
	cmd.Stderr = os.Stderr
	return cmd
}

// hold opens the journal and keeps it until its input ends.
func hold(dir string, _ []string) error {
	v, err := vault.Open(dir, vault.Passphrase(passphrase))
	if err != nil {
		return err
	}
	fmt.Println("held")
	os.Stdin.Read(make([]byte, 1))
	return v.Close()
}

func TestInUse(t *testing.T) {
	v, dir, _ := newJournal(t)
	v.Close()
	cmd := child("hold", dir)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait()
	defer cmd.Process.Kill()
	if said, err := bufio.NewReader(out).ReadString('\n'); said != "held\n" {
		t.Fatal(said, err)
	}
	start := time.Now()
	_, err = vault.Open(dir, vault.Passphrase(passphrase))
	wantErr(t, err, vault.ErrInUse)
	if waited := time.Since(start); waited < 500*time.Millisecond || waited > 3*time.Second {
		t.Errorf("waited %v", waited)
	}
	if info, err := vault.Probe(dir); err != nil || !info.HasPassphrase {
		t.Error(info, err)
	}
	drop(t, dir, line("x", "beside the other program"))
	in.Close()
	v, err = vault.Open(dir, vault.Passphrase(passphrase)) // waits until the other is gone
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	drain(t, v, 0)
}
