package app

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// pkg is what this test reads of go list.
type pkg struct {
	ImportPath string
	Imports    []string // direct, tests left out
	Deps       []string // all
}

// pure are the packages that turn values into values.
var pure = []string{"internal/journal", "internal/redact", "internal/coach", "internal/report", "internal/lanes", "internal/search"}

// rules say who may import whom. only, if not nil, lists the packages that may; never lists those that may not.
var rules = []struct {
	imported    string // an import path, or with /... everything below it too
	only, never []string
	why         string
}{
	{"os", nil, pure, "it does no I/O"},
	{"os/...", nil, pure, "it does no I/O"},
	{"database/sql", nil, pure, "it does no I/O"},
	{"net", nil, pure, "it does no I/O"},
	{"net/http", []string{"app", "internal/uitest/bridge", "internal/uitest/server"}, nil, "only the window serves files, to itself"},
	{"github.com/wailsapp/...", []string{"", "app"}, nil, "Wails appears only in main and app"},
	{"github.com/mattn/go-sqlite3", []string{"internal/vault"}, nil, "SQLite appears only in vault"},
	{"github.com/jung-kurt/gofpdf", []string{}, nil, "it makes files of another maker for the tests of the reader"},
	{"firsthand/internal/vault", []string{"", "internal/cli", "internal/home"}, []string{"app"}, "journal declares the store; the rim puts the vault behind it"},
	{"firsthand/internal/uitest", []string{}, nil, "the product never drives itself"},
	{"firsthand/internal/uitest/...", []string{"internal/uitest/server"}, nil, "the product never drives itself"},
	{"firsthand/app", []string{"", "internal/uitest/bridge", "internal/uitest/server"}, nil, "only main knows the window"},
	{"github.com/godbus/...", []string{"app", "internal/uitest"}, nil, "one window speaks to the other, on this machine"},
	{"C", []string{"internal/webview"}, nil, "our only C is what keeps the web view from writing"},
}

// offline are the packages that make, keep, find, replace and write the person's words: no way out of them by net/http,
// not even by something they import.
var offline = []string{"internal/journal", "internal/redact", "internal/coach", "internal/report", "internal/lanes", "internal/search", "internal/vault",
	"internal/archive", "internal/deliver", "internal/home", "internal/cli"}

func TestImports(t *testing.T) {
	for _, p := range ours(t) {
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, "firsthand"), "/")
		for _, imported := range p.Imports {
			for _, r := range rules {
				if !covers(r.imported, imported) {
					continue
				}
				if r.only != nil && !slices.Contains(r.only, name) || slices.Contains(r.never, name) {
					t.Errorf("%s imports %s: %s", p.ImportPath, imported, r.why)
				}
			}
		}
		if within(offline, name) && slices.Contains(p.Deps, "net/http") {
			t.Errorf("%s can reach net/http: the program opens no connection", p.ImportPath)
		}
	}
}

// covers reports whether rule, which may end in /..., speaks of this import.
func covers(rule, imported string) bool {
	if below, ok := strings.CutSuffix(rule, "/..."); ok {
		return strings.HasPrefix(imported, below+"/")
	}
	return rule == imported
}

// within reports whether name is one of the packages or below one.
func within(packages []string, name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if slices.Contains(packages, name) {
			return true
		}
	}
	return false
}

// ours lists the packages of the product, as the build with its tags has them.
func ours(t *testing.T) (out []pkg) {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...")
	cmd.Dir = ".."
	b, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatalf("go list: %v", err)
	}
	for d := json.NewDecoder(strings.NewReader(string(b))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	if len(out) < 5 {
		t.Fatalf("go list names %d packages only", len(out))
	}
	return out
}
