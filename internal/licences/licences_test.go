package licences

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite licences.txt")

// A part is something of somebody else that is built into the program.
type part struct{ name, dir string }

// TestEveryPartIsNamed compares licences.txt with what is built in; where the frontend's packages are not installed,
// they are left out of the comparison.
func TestEveryPartIsNamed(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	parts := append(modules(t), part{"The Go standard library", strings.TrimSpace(string(root))})
	packages, err := bundled("../../frontend")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	parts = append(parts, packages...)
	if *update {
		if err != nil {
			t.Fatal(err)
		}
		write(t, parts)
	}
	for _, p := range parts {
		if !strings.Contains(Text, heading(p.name)) && !*update {
			t.Errorf("%s is built in, and its licence is not; renew them by: make licences", p.name)
		}
	}
}

// heading is how a part begins.
func heading(name string) string { return "\n\n# " + name + "\n\n" }

// write writes every part with its licence: the files at its top that are called so.
func write(t *testing.T, parts []part) {
	t.Helper()
	var b strings.Builder
	b.WriteString("Firsthand is built from the following parts; each is followed by its own licence.")
	parts = append(parts, part{"Fonts of the PDF", "../report/pdf/fonts"})
	for _, p := range parts {
		b.WriteString(heading(p.name))
		var texts []string
		entries, err := os.ReadDir(p.dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.IsDir() || !licence.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(p.dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
		if len(texts) == 0 {
			t.Errorf("%s has no licence in %s", p.name, p.dir)
		}
		b.WriteString(strings.Join(texts, "\n\n"))
	}
	b.WriteString("\n")
	if err := os.WriteFile("licences.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

var licence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|ofl|apache)([.-].*)?$`)

// modules are the Go modules of the program.
func modules(t *testing.T) (parts []part) {
	t.Helper()
	out, err := exec.Command("go", "list", "-deps", "-json=Module", "firsthand").Output()
	if err != nil {
		t.Fatal(err)
	}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			Module *struct {
				Path, Dir string
				Main      bool
			}
		}
		err := d.Decode(&p)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if m := p.Module; m != nil && !m.Main && !slices.ContainsFunc(parts, func(p part) bool { return p.name == m.Path }) {
			parts = append(parts, part{m.Path, m.Dir})
		}
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return parts
}

var imported = regexp.MustCompile(`(?:from|import) '((?:@[^'/]+/)?[^.'/][^'/]*)`)

// bundled are the packages that the page's sources import, and what those import.
func bundled(frontend string) ([]part, error) {
	names := map[string]bool{"svelte": true}
	err := filepath.WalkDir(filepath.Join(frontend, "src"), func(path string, e fs.DirEntry, err error) error {
		ending := filepath.Ext(path)
		if err != nil || e.IsDir() || ending != ".ts" && ending != ".svelte" || strings.HasSuffix(path, ".test.ts") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range imported.FindAllSubmatch(source, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	for left := names; len(left) > 0; {
		next := map[string]bool{}
		for name := range left {
			needs, err := needs(filepath.Join(frontend, "node_modules", name))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			for _, need := range needs {
				if !names[need] {
					names[need], next[need] = true, true
				}
			}
		}
		left = next
	}
	var parts []part
	for name := range names {
		parts = append(parts, part{name, filepath.Join(frontend, "node_modules", name)})
	}
	slices.SortFunc(parts, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return parts, nil
}

// needs are what a package imports. Svelte's own are for its compiler, all but the one that its runtime is built with.
func needs(dir string) (names []string, err error) {
	b, err := os.ReadFile(filepath.Join(dir, "package.json"))
	if err != nil {
		return nil, err
	}
	var p struct {
		Name         string
		Dependencies map[string]string
	}
	if err := json.Unmarshal(b, &p); err != nil {
		return nil, err
	}
	if p.Name == "svelte" {
		return []string{"esm-env", "clsx"}, nil
	}
	for name := range p.Dependencies {
		names = append(names, name)
	}
	return names, nil
}
