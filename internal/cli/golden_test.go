package cli

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"firsthand/internal/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestReleaseGolden releases each account of testdata/release in all profiles, with everything undecided hidden.
// A golden file holds the account as written and one Markdown file for each profile; -update rewrites those.
func TestReleaseGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/release/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files, %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			golden, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			// Made-up secrets are stored split, so that no scanner takes them for real ones.
			account := sample.Plain(string(golden.Files[0].Data))
			w := newWorld(t)
			id := strings.TrimSpace(w.run(Done, "import", w.write("account.md", account), "--date", "2026-01-21", "--zone", "Europe/Berlin"))
			got := &txtar.Archive{Comment: golden.Comment, Files: golden.Files[:1]}
			for _, profile := range []string{"named", "role", "generalised"} {
				w.run(Done, "release", id, "--to", w.path(profile), "--format", "md", "--profile", profile, "--undecided", "hide")
				got.Files = append(got.Files, txtar.File{Name: profile + ".md", Data: w.read(profile, "account.md")})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want, got := string(txtar.Format(golden)), string(txtar.Format(got)); got != want {
				t.Errorf("the release has changed; look at it, then run go test -update\ngot:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}
