package cli

import (
	"bytes"
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	"firsthand/internal/home"
)

// TestDamagedLine lists and shows what can be read beside a line that cannot, and takes further ones.
func TestDamagedLine(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "journal")
	run := func(want int, args ...string) string {
		t.Helper()
		var out, said bytes.Buffer
		p := program()
		p.Home = home.Options{CheapPassphrase: true, Keys: filepath.Join(filepath.Dir(dir), "keys")}
		p.Stdout, p.Stderr, p.Stdin = &out, &said, strings.NewReader("")
		if got := p.Main(context.Background(), append([]string{"--journal", dir}, args...)); got != want {
			t.Fatalf("%q: exit code %d, want %d: %s", args, got, want, said.String())
		}
		return out.String()
	}
	run(Done, "note", "errors climb")
	run(Done, "note", "I restarted the replica")
	id := strings.Fields(run(Done, "accounts"))[0]
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(dir, "vault.db"))
	if err == nil {
		_, err = db.Exec(`UPDATE body SET ct = x'00' WHERE id = (SELECT min(id) FROM body)`)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	run(Done, "note", "it answers again")
	if said := run(Unreadable, "accounts"); !strings.Contains(said, "2 lines") {
		t.Errorf("accounts: %q", said)
	}
	shown := run(Unreadable, "show", id)
	if !strings.Contains(shown, "I restarted the replica") || !strings.Contains(shown, "it answers again") {
		t.Errorf("show: %q", shown)
	}
}
