// Package sample is the sample night: four accounts as engineers write them, for firsthand demo and for tests.
//
// People, companies, hosts and secrets in them are made up. The texts carry marks that say what identifies, so that they
// are test data as well: ⟦type|text⟧ identifies somebody or something, ⟪keep|text⟫ must stay. Secrets are split by the
// pair ‹›, so that no scanner takes them for real ones. Plain gives the text as a person would have typed it.
package sample

import (
	"embed"
	"regexp"
	"strings"
)

//go:embed night
var night embed.FS

// An Account is one sample account.
type Account struct {
	Name   string // of the file, such as "quiet-meters.md"
	Marked string // with its marks
}

// Plain is the account as typed, without marks.
func (a Account) Plain() string { return Plain(a.Marked) }

// Night gives the sample accounts, always in the same order: three in English, one in German.
func Night() []Account {
	var as []Account
	for _, name := range []string{"quiet-meters.md", "two-chains.txt", "polite-drain.md", "spiegel.md"} {
		b, err := night.ReadFile("night/" + name)
		if err != nil {
			panic(err) // it is in the binary or the binary was not built
		}
		as = append(as, Account{Name: name, Marked: string(b)})
	}
	return as
}

// A Mark is a stretch of plain text that identifies somebody or something, or must stay.
type Mark struct {
	Type       string // of the finding, such as "person"; "keep" for what must stay
	Start, End int    // byte offsets into the plain text
}

var mark = regexp.MustCompile(`⟦([a-z]+)\|([^⟧]*)⟧|⟪(keep)\|([^⟫]*)⟫`)

// Plain takes the marks out of a text.
func Plain(marked string) string {
	text, _ := Marks(marked)
	return text
}

// Marks takes the marks out of a text and says where they were.
func Marks(marked string) (plain string, marks []Mark) {
	marked = strings.ReplaceAll(marked, "‹›", "")
	var b strings.Builder
	last := 0
	for _, m := range mark.FindAllStringSubmatchIndex(marked, -1) {
		kind, from, to := m[2:4], m[4], m[5]
		if m[2] < 0 {
			kind, from, to = m[6:8], m[8], m[9]
		}
		b.WriteString(marked[last:m[0]])
		start := b.Len()
		b.WriteString(marked[from:to])
		marks = append(marks, Mark{Type: marked[kind[0]:kind[1]], Start: start, End: b.Len()})
		last = m[1]
	}
	b.WriteString(marked[last:])
	return b.String(), marks
}
