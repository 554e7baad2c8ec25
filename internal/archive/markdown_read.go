package archive

import (
	"encoding/json"
	"strconv"
	"strings"

	"firsthand/internal/journal"
)

// isMarkdown reports whether text begins as Write begins Markdown, whatever an editor did to its line ends.
func isMarkdown(text string) bool {
	return strings.HasPrefix(text, opening) || strings.HasPrefix(text, strings.ReplaceAll(opening, "\n", "\r\n"))
}

// readMarkdown reads what writeMarkdown wrote, also after somebody edited its texts. The error is ErrNewer or ErrDamaged.
func readMarkdown(text string) (Import, error) {
	if strings.HasPrefix(text, "---\r\n") {
		text = strings.ReplaceAll(text, "\r\n", "\n") // an editor made all line ends so; ours are \n
	}
	head, body, ok := strings.Cut(strings.TrimPrefix(text, opening), "\n---\n")
	if !ok {
		return Import{}, ErrDamaged
	}
	var a journal.Account
	if err := readFront(head, &a); err != nil {
		return Import{}, err
	}
	// A text cannot hold a line that begins so: it is shielded.
	parts := strings.Split("\n"+body, "\n"+comment)[1:]
	var p past
	if n := len(parts); n > 0 && strings.HasPrefix(parts[n-1], strings.TrimPrefix(appendix, comment)) {
		if !readPast(parts[n-1], &p) {
			return Import{}, ErrDamaged
		}
		parts = parts[:n-1]
	}
	a.Telling = p.Telling
	im := Import{Account: a, Entries: []journal.Entry{}}
	for _, part := range parts {
		e, ok := readRecord(part)
		if !ok {
			return Import{}, ErrDamaged
		}
		e.Account, e.Revisions = a.ID, p.Revisions[e.ID]
		im.Entries = append(im.Entries, e)
	}
	return checked(im)
}

func readFront(head string, a *journal.Account) error {
	fields := map[string]field{}
	for _, f := range front(a) {
		fields[f.name] = f
	}
	for _, line := range strings.Split(head, "\n") {
		name, value, _ := strings.Cut(line, ": ")
		if name == "version" {
			if n, err := strconv.Atoi(value); err == nil && n > Version {
				return ErrNewer // before any line that only that version knows
			}
		}
		if f, ok := fields[name]; !ok || f.set(value) != nil {
			return ErrDamaged
		}
	}
	if a.ID == "" {
		return ErrDamaged
	}
	return nil
}

// readRecord reads one entry: what its comment says, then its text.
func readRecord(part string) (journal.Entry, bool) {
	js, rest, ok := strings.Cut(part, "-->\n")
	var r record
	if !ok || json.Unmarshal([]byte(js), &r) != nil {
		return journal.Entry{}, false
	}
	rest = withoutHeading(rest, r.Entry)
	r.Entry.Text = unshield(strings.TrimSuffix(rest, "\n"))
	return r.Entry, true
}

// withoutHeading takes off the headings that only a person reads. A heading somebody changed stays, as text:
// what was typed is not thrown away.
func withoutHeading(s string, e journal.Entry) string {
	t := strings.TrimLeft(s, "\n")
	if strings.HasPrefix(t, "## ") {
		_, t, _ = strings.Cut(t, "\n")
		t = strings.TrimLeft(t, "\n")
	}
	unmarked := e
	unmarked.Locked = false // as it was written at first
	for _, h := range []string{heading(e), heading(unmarked)} {
		if rest, ok := strings.CutPrefix(t, "### "+h+"\n"); ok {
			return strings.TrimPrefix(rest, "\n")
		}
	}
	return s
}

func readPast(part string, p *past) bool {
	_, js, ok := strings.Cut(part, "```json\n")
	end := strings.LastIndex(js, "```")
	return ok && end >= 0 && json.Unmarshal([]byte(js[:end]), p) == nil
}
