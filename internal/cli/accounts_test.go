package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"firsthand/internal/sample"
)

// hiddenKinds are the kinds of mark whose text may be nowhere in a release.
var hiddenKinds = map[string]bool{
	"person": true, "handle": true, "email": true, "phone": true, "org": true, "host": true, "ip": true, "mac": true,
	"cloudid": true, "account": true, "uuid": true, "ticket": true, "channel": true, "url": true, "repo": true,
	"commit": true, "user": true, "secret": true, "place": true,
}

// marked are the accounts with marks: the sample night and the test data of the detector.
func marked(t *testing.T) []sample.Account {
	t.Helper()
	all := sample.Night()
	files, err := filepath.Glob("../redact/testdata/accounts/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d accounts, %v", len(files), err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sample.Account{Name: filepath.Base(f), Marked: string(b)})
	}
	return all
}

// TestRealAccounts runs the whole job on every account: in, decided, out, checked. Not one may crash, lose a line or
// release an undecided finding.
func TestRealAccounts(t *testing.T) {
	for _, a := range marked(t) {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			text, marks := sample.Marks(a.Marked)
			file := w.write("account.txt", text)
			id := strings.TrimSpace(w.run(Done, "import", file))

			shown := w.run(Done, "show", id, "--json")
			for _, word := range regexp.MustCompile(`\pL{4,}`).FindAllString(text, -1) {
				if !strings.Contains(shown, word) && !kindWord[strings.ToLower(word)] {
					t.Errorf("the word %q was lost on the way in", word)
				}
			}
			if open := w.run(Done, "entities", id); strings.Contains(open, "undecided") {
				w.run(Open, "release", id, "--to", w.path("out"))
				if _, err := os.Stat(w.path("out")); err == nil {
					t.Error("something was written while something was undecided")
				}
			}
			w.run(Done, "release", id, "--to", w.path("out"), "--undecided", "hide")
			w.run(Done, "release", id, "--to", w.path("again"))
			for _, name := range []string{"account.md", "account.pdf"} {
				w.run(Done, "check", w.path("out", name), "--account", id)
				if !bytes.Equal(w.read("out", name), w.read("again", name)) {
					t.Errorf("%s: the same release again is other bytes", name)
				}
			}
			w.run(Leak, "check", file, "--account", id)

			found := w.scanned(file, len(text))
			texts := map[string]string{
				"account.md":  string(w.read("out", "account.md")),
				"account.pdf": pdftotext(t, w.path("out", "account.pdf")),
			}
			for name, released := range texts {
				for _, m := range marks {
					form := text[m.Start:m.End]
					if hiddenKinds[m.Type] && len(form) > 3 && found(m) && !keptToo(text, marks, form) && standsIn(released, form) {
						t.Errorf("%s still holds the %s %q", name, m.Type, form)
					}
				}
			}
		})
	}
}

// scanned tells of a mark whether the detector found all of it. How much it finds is measured elsewhere; here, what it
// finds must be gone.
func (w *world) scanned(file string, size int) func(sample.Mark) bool {
	w.t.Helper()
	covered := make([]bool, size)
	d := json.NewDecoder(strings.NewReader(w.run(Done, "scan", file)))
	for d.More() {
		var f scanned
		if err := d.Decode(&f); err != nil {
			w.t.Fatal(err)
		}
		for i := f.Start; i < f.End; i++ {
			covered[i] = true
		}
	}
	return func(m sample.Mark) bool { return !slices.Contains(covered[m.Start:m.End], false) }
}

// kindWord are words of these accounts that say a line's kind and become it.
var kindWord = map[string]bool{}

func init() {
	for w := range strings.FieldsSeq("expected assumed decided felt learned idea condition notes gesehen erwartet annahme " +
		"entschieden gefühl gelernt idee") {
		kindWord[w] = true
	}
}

// keptToo reports whether a form is also an ordinary word of its account: "I hope" beside a colleague called Hope.
func keptToo(text string, marks []sample.Mark, form string) bool {
	for _, m := range marks {
		if m.Type == "keep" && strings.EqualFold(text[m.Start:m.End], form) {
			return true
		}
	}
	return false
}

// standsIn reports whether a form stands in a text as whole words, as written.
func standsIn(text, form string) bool {
	return regexp.MustCompile(`(?:^|[^\pL\pN])` + regexp.QuoteMeta(form) + `(?:$|[^\pL\pN])`).MatchString(text)
}

// pdftotext reads a PDF with another reader than our own, and has qpdf check its structure.
func pdftotext(t *testing.T, path string) string {
	t.Helper()
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, out)
	}
	out, err := exec.Command("pdftotext", "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return string(out)
}

// A world is a folder with a journal in it, and the program to run on it.
type world struct {
	t    *testing.T
	dir  string
	pass string
}

func newWorld(t *testing.T) *world {
	w := &world{t: t, dir: t.TempDir()}
	w.pass = w.write("pass", "an elk walks over the bridge at noon\n")
	w.run(Done, "init")
	return w
}

func (w *world) path(elem ...string) string {
	return filepath.Join(append([]string{w.dir}, elem...)...)
}

func (w *world) write(name, text string) string {
	w.t.Helper()
	if err := os.WriteFile(w.path(name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return w.path(name)
}

func (w *world) read(elem ...string) []byte {
	w.t.Helper()
	b, err := os.ReadFile(w.path(elem...))
	if err != nil {
		w.t.Fatal(err)
	}
	return b
}

// run runs the program, wants that exit code and returns what it wrote to standard output.
func (w *world) run(code int, args ...string) string {
	w.t.Helper()
	var out, said bytes.Buffer
	p := program()
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(""), &out, &said
	p.Getenv = func(string) string { return "" }
	p.Home.Keys = w.path("keys")
	got := p.Main(context.Background(), append([]string{"--journal", w.path("journal"), "--passphrase-file", w.pass}, args...))
	if got != code {
		w.t.Fatalf("firsthand %s: exit code %d, want %d\n%s", strings.Join(args, " "), got, code, said.String())
	}
	return out.String()
}
