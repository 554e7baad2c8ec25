// Package archive is an account in the clear: written out as Markdown and JSON, and read back.
//
// Write gives both forms, and each holds everything: texts whole, moments, earlier wordings, the first telling.
// What Write gave, Read takes back to the byte: reading either form and writing again gives the same two files.
//
// Read also takes what somebody wrote by hand, as Markdown or plain text: a paragraph or bullet is an entry,
// "03:42" at its start its moment, a word such as "expected:" its kind; code and tables stay whole, with the entry
// before them. Nothing of such a text is lost, nothing is invented, and what was changed on the way in is said in notices.
//
// The package reads no file and no clock, and puts nobody's text into an error.
package archive

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"firsthand/internal/journal"
)

var (
	// ErrEmpty means that there is nothing in the file to keep.
	ErrEmpty = errors.New("file is empty")
	// ErrNewer means that a newer version of Firsthand wrote the file. Nothing of it was read.
	ErrNewer = errors.New("file is of a newer version")
	// ErrDamaged means that the file is an account written by Firsthand which cannot be read whole.
	ErrDamaged = errors.New("file is damaged")
	// ErrZone means that Options.Zone is no zone that is known.
	ErrZone = errors.New("zone is not known")
)

// Version is the version of both forms that Write writes.
const Version = 1

// format is the name that both forms carry, so that they are known again.
const format = "firsthand account"

// An Import is an account as it was read.
type Import struct {
	Account journal.Account
	Entries []journal.Entry
	Notices []string // what was changed or assumed on the way in, in words for the person; none quotes their text
}

// Options say what a hand-written text leaves open. Accounts that Write wrote need none of them.
type Options struct {
	Name  string                 // the file's name; a date in it counts where the text gives none
	Date  time.Time              // the day on which the account begins; zero: as the text says, else Now's
	Zone  string                 // IANA name or common abbreviation; empty: as the text says, else Now's
	Now   time.Time              // in the zone of the machine
	NewID func() (string, error) // makes identifiers; nil leaves them empty, for journal.Import to fill
}

// document is the JSON form.
type document struct {
	Format  string          `json:"format"`
	Version int             `json:"version"`
	Account journal.Account `json:"account"`
	Entries []journal.Entry `json:"entries"`
}

// Write gives the account as Markdown, for a person, and as JSON. Both hold all of it, and both read back.
// The same account gives the same bytes.
func Write(a journal.Account, es []journal.Entry) (md, js []byte) {
	a, es = settled(a, es)
	return writeMarkdown(a, es), encode(document{format, Version, a, es}, true)
}

// settled puts all times into UTC, where they are the same bytes however they were loaded.
func settled(a journal.Account, es []journal.Entry) (journal.Account, []journal.Entry) {
	a.Started, a.Binned = a.Started.UTC(), a.Binned.UTC()
	out := make([]journal.Entry, len(es))
	for i, e := range es {
		out[i] = settledEntry(e)
	}
	if a.Telling != nil {
		t := journal.Telling{At: a.Telling.At.UTC(), Entries: make([]journal.Entry, len(a.Telling.Entries))}
		for i, e := range a.Telling.Entries {
			t.Entries[i] = settledEntry(e)
		}
		a.Telling = &t
	}
	return a, out
}

func settledEntry(e journal.Entry) journal.Entry {
	e.Recorded, e.Removed, e.Moment = e.Recorded.UTC(), e.Removed.UTC(), settledMoment(e.Moment)
	rs := e.Revisions
	e.Revisions = nil
	for _, r := range rs {
		r.Until, r.Moment = r.Until.UTC(), settledMoment(r.Moment)
		e.Revisions = append(e.Revisions, r)
	}
	return e
}

func settledMoment(m journal.Moment) journal.Moment {
	m.Earliest, m.Best, m.Latest = m.Earliest.UTC(), m.Best.UTC(), m.Latest.UTC()
	return m
}

// encode gives JSON with stable order. With indent it is made to be read; without, it is one line that an HTML comment can hold.
func encode(v any, indent bool) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	if indent {
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
	}
	if err := e.Encode(v); err != nil {
		// Only a time outside the years 0 to 9999 cannot be written, and the domain makes none.
		panic(fmt.Sprintf("archive: %v", err))
	}
	return b.Bytes()
}

// Read reads an account: either form that Write wrote, or a text that somebody wrote by hand.
// Bytes that are not UTF-8 are kept as \xNN, NUL as \x00, and a notice says so.
// Errors are those of this package, or of Options.NewID.
func Read(data []byte, o Options) (Import, error) {
	var notices []string
	text, escaped := readable(data)
	if escaped > 0 {
		notices = append(notices, escapedNotice(escaped))
	}
	if strings.TrimSpace(text) == "" {
		return Import{}, ErrEmpty
	}
	var im Import
	var err error
	switch {
	case isJSON(text):
		im, err = ReadJSON([]byte(text))
	case isMarkdown(text):
		im, err = readMarkdown(text)
	default:
		im, err = readByHand(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), o)
	}
	if err != nil {
		return Import{}, err
	}
	im.Notices = append(notices, im.Notices...)
	return im, nil
}

// ReadJSON reads the JSON form of an account. The error is ErrNewer or ErrDamaged.
func ReadJSON(data []byte) (Import, error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil || head.Format != format {
		return Import{}, ErrDamaged
	}
	if head.Version > Version {
		return Import{}, ErrNewer
	}
	var d document
	if err := json.Unmarshal(data, &d); err != nil || d.Account.ID == "" {
		return Import{}, ErrDamaged
	}
	return checked(Import{Account: d.Account, Entries: d.Entries})
}

// checked refuses what no journal could hold, so that a file changed by hand does not half arrive.
func checked(im Import) (Import, error) {
	lists := [][]journal.Entry{im.Entries}
	if im.Account.Telling != nil {
		lists = append(lists, im.Account.Telling.Entries)
	}
	for _, es := range lists {
		seen := map[journal.EntryID]bool{}
		for _, e := range es {
			kind, known := journal.ParseKind(string(e.Kind))
			share, level := journal.ParseShare(string(e.Share))
			if e.ID == "" || seen[e.ID] || !known || kind != e.Kind || !level || share != e.Share {
				return Import{}, ErrDamaged
			}
			seen[e.ID] = true
		}
	}
	return im, nil
}

// isJSON reports whether text begins as Write begins JSON.
func isJSON(text string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "{")
	rest, named := strings.CutPrefix(strings.TrimSpace(rest), `"format"`)
	return ok && named && strings.Contains(rest[:min(len(rest), 60)], format)
}
