// Package eval measures detection on accounts in which a person marked what identifies somebody or something.
//
// In the text of such an account ⟦type|text⟧ identifies, and ⟪keep|text⟫ is a trap: a word that looks like a name or a
// number that looks like a host, which no certain finding may hide. Secrets in it are made up and stored split by the
// pair ‹›, which reading removes. Beside the accounts lie GROUPS*.json: which forms are one real thing and must share
// an entity, and which are two and must not.
//
// The counts are those of testdata/score.py, the reference that the accounts were marked with; a test compares both.
// The package knows nothing of how findings are made, so that the tests inside of redact can use it too.
//
// "make eval" scores the accounts of the project against floors.txt, "make eval ACCOUNTS=folder" any others.
package eval

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Classes are what a mark may say that its text is, in the order of the table.
var Classes = []string{"person", "handle", "email", "phone", "org", "team", "host", "ip", "mac", "cloudid", "account", "uuid", "ticket",
	"channel", "url", "repo", "commit", "user", "secret", "place", "codename", "other"}

// Uncounted are kinds of finding that the marks do not speak of: a date identifies in one account and not in another.
var Uncounted = []string{"date", "time", "zone", "region", "role"}

// Trap is the kind of a mark whose text must stay.
const Trap = "keep"

// A Mark is a stretch of an account: byte offsets into its plain text, End exclusive.
type Mark struct {
	Start, End int
	Kind       string // a class, or Trap
	Text       string
}

// A Group is one real thing of an account: forms that must share an entity.
type Group struct {
	Type  string   `json:"type"`
	Forms []string `json:"forms"`
}

// An Account is a marked text with what is known of the things in it.
type Account struct {
	Name     string // of its file, such as "05-runner-token.txt"
	Text     string // plain: what a detector gets
	Marks    []Mark // in order, disjoint
	Groups   []Group
	Distinct [][2]string // forms of two things that must not share an entity
}

// Parse parts a marked text into plain text and marks. It does not judge their kinds.
func Parse(marked string) (plain string, marks []Mark, err error) {
	rest := strings.ReplaceAll(marked, "‹›", "")
	var b strings.Builder
	for {
		i := strings.IndexAny(rest, "⟦⟪⟧⟫")
		if i < 0 {
			b.WriteString(rest)
			return b.String(), marks, nil
		}
		b.WriteString(rest[:i])
		closing, body := "⟧", rest[i:]
		if strings.HasPrefix(body, "⟪") {
			closing = "⟫"
		}
		body = body[len(closing):]
		j := strings.IndexAny(body, "⟦⟪⟧⟫")
		if strings.HasPrefix(rest[i:], "⟧") || strings.HasPrefix(rest[i:], "⟫") || j < 0 || !strings.HasPrefix(body[j:], closing) {
			return "", nil, fmt.Errorf("line %d: a mark without its other half", 1+strings.Count(b.String(), "\n"))
		}
		kind, text, _ := strings.Cut(body[:j], "|")
		if text == "" || text != strings.TrimSpace(text) {
			return "", nil, fmt.Errorf("line %d: a mark without text, or with space at its edge", 1+strings.Count(b.String(), "\n"))
		}
		marks = append(marks, Mark{b.Len(), b.Len() + len(text), kind, text})
		b.WriteString(text)
		rest = body[j+len(closing):]
	}
}

// Plain is a marked text without its marks; one that is not well marked panics. It is for tests that want only writing.
func Plain(marked string) string {
	plain, _, err := Parse(marked)
	if err != nil {
		panic(err)
	}
	return plain
}

// Read reads the accounts (*.txt) of a folder and what its GROUPS*.json say of them, in order of name.
func Read(folder fs.FS) ([]Account, error) {
	names, err := fs.Glob(folder, "*.txt")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("read accounts: no *.txt in this folder")
	}
	type things struct {
		Groups   []Group     `json:"groups"`
		Distinct [][2]string `json:"distinct"`
	}
	known := map[string]things{}
	lists, _ := fs.Glob(folder, "GROUPS*.json")
	for _, list := range lists {
		b, err := fs.ReadFile(folder, list)
		if err != nil {
			return nil, fmt.Errorf("read accounts: %w", err)
		}
		var g struct{ Files map[string]things }
		if err := json.Unmarshal(b, &g); err != nil {
			return nil, fmt.Errorf("read accounts: %s: %w", list, err)
		}
		for name, t := range g.Files {
			known[name] = t
		}
	}
	var out []Account
	for _, name := range names {
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read accounts: %w", err)
		}
		text, marks, err := Parse(string(b))
		if err != nil {
			return nil, fmt.Errorf("read accounts: %s: %w", name, err)
		}
		for _, m := range marks {
			if m.Kind != Trap && !slices.Contains(Classes, m.Kind) {
				return nil, fmt.Errorf("read accounts: %s: no class %q", name, m.Kind)
			}
		}
		out = append(out, Account{path.Base(name), text, marks, known[name].Groups, known[name].Distinct})
	}
	return out, nil
}

// Words counts words parted by white space; Chinese and Japanese count one word for two characters.
func Words(text string) int {
	characters := 0
	spaced := strings.Map(func(r rune) rune {
		if unicode.Is(cjk, r) {
			characters++
			return ' '
		}
		return r
	}, text)
	words := (characters + 1) / 2
	for w := range strings.FieldsSeq(spaced) {
		if strings.ContainsFunc(w, func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			words++
		}
	}
	return words
}

var cjk = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x3040, Hi: 0x30ff, Stride: 1}, {Lo: 0x3400, Hi: 0x9fff, Stride: 1}, {Lo: 0xf900, Hi: 0xfaff, Stride: 1}}}

var scheme = regexp.MustCompile(`^[a-z][a-z0-9+.\-]*://`)

// essential are the bytes of a mark that a finding must cover: all but white space, a leading @ or #, and the scheme of
// a link, which may stay.
func (m Mark) essential(yield func(int) bool) {
	head := 0
	if k := scheme.FindString(m.Text); k != "" && (m.Kind == "url" || m.Kind == "secret") {
		head = len(k)
	} else if m.Text[0] == '@' || m.Text[0] == '#' {
		head = 1
	}
	for i := head; i < len(m.Text); i++ {
		switch m.Text[i] {
		case ' ', '\n', '\t', '\r':
		default:
			if !yield(m.Start + i) {
				return
			}
		}
	}
}
