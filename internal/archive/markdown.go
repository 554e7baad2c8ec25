package archive

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"firsthand/internal/journal"
)

// The Markdown form: front matter for the account; for each entry one comment with what a machine needs,
// a heading for a person, and its text as it is; at the end, if there is any, an appendix with the past.
//
//	<!-- firsthand {"id":"…","kind":"action",…} -->
//	### 03:42 · action
//
//	restarted the database
//
// The comment counts, the heading is only for reading. A line of a text that looks like such a comment gets
// a backslash before it, which reading takes off again.
const (
	opening  = "---\nfirsthand: account\n"
	comment  = "<!-- firsthand "
	appendix = comment + "appendix -->"
)

// A record is an entry without what stands elsewhere: the outer fields hide those of the entry, so that whatever
// an entry may come to hold is written without further ado.
type record struct {
	journal.Entry
	Text      *struct{} `json:"text,omitempty"`
	Account   *struct{} `json:"account,omitempty"`
	Revisions *struct{} `json:"revisions,omitempty"`
}

// past is the appendix.
type past struct {
	Revisions map[journal.EntryID][]journal.Revision `json:"revisions,omitempty"`
	Telling   *journal.Telling                       `json:"firstTelling,omitempty"`
}

func writeMarkdown(a journal.Account, es []journal.Entry) []byte {
	var b bytes.Buffer
	b.WriteString(opening)
	for _, f := range front(&a) {
		if v := f.get(); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, v)
		}
	}
	b.WriteString("---\n\n")
	title := "An account"
	if a.Title != "" {
		title = oneLine(a.Title)
	}
	fmt.Fprintf(&b, "# %s\n", title)

	p := past{Revisions: map[journal.EntryID][]journal.Revision{}, Telling: a.Telling}
	day := ""
	for _, e := range es {
		if len(e.Revisions) > 0 {
			p.Revisions[e.ID] = e.Revisions
		}
		b.WriteString("\n" + comment)
		b.Write(bytes.TrimSpace(encode(record{Entry: e}, false)))
		b.WriteString(" -->\n")
		if !e.Moment.IsZero() {
			if d := e.Moment.Local().Format("Monday, 2 January 2006"); d != day {
				day = d
				fmt.Fprintf(&b, "## %s\n", day)
			}
		}
		fmt.Fprintf(&b, "### %s\n\n%s\n", heading(e), shield(e.Text))
	}
	if len(p.Revisions) > 0 || p.Telling != nil {
		b.WriteString("\n" + appendix + "\n## What was written before\n\nThe first telling, and earlier wordings of changed entries.\n\n```json\n")
		b.Write(encode(p, true))
		b.WriteString("```\n")
	}
	return b.Bytes()
}

// heading is what a person reads above an entry.
func heading(e journal.Entry) string {
	parts := []string{"no time"}
	if m := e.Moment; !m.IsZero() {
		switch m.Precision {
		case journal.Second:
			parts[0] = m.Local().Format("15:04:05")
		case journal.Day:
			parts[0] = "that day"
		default:
			parts[0] = m.Local().Format("15:04")
		}
		switch {
		case m.Precision == journal.Day:
		case m.Certainty == journal.Approximate:
			parts[0] = "about " + parts[0]
		case m.Certainty == journal.Doubtful:
			parts[0] += "?"
		}
	}
	if e.Kind != "" {
		parts = append(parts, string(e.Kind))
	}
	if e.Locked {
		parts = append(parts, "written while locked")
	}
	if !e.Removed.IsZero() {
		parts = append(parts, "removed")
	}
	return strings.Join(parts, " · ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shield puts a backslash before each line that would be read as one of our comments.
func shield(text string) string {
	if !strings.Contains(text, comment) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(strings.TrimLeft(l, `\`), comment) {
			lines[i] = `\` + l
		}
	}
	return strings.Join(lines, "\n")
}

// unshield takes the backslashes off again.
func unshield(text string) string {
	if !strings.Contains(text, `\`+comment) {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, `\`) && strings.HasPrefix(strings.TrimLeft(l, `\`), comment) {
			lines[i] = l[1:]
		}
	}
	return strings.Join(lines, "\n")
}

// A field is a line of the front matter.
type field struct {
	name string
	get  func() string
	set  func(string) error
}

// front binds the front matter to an account.
func front(a *journal.Account) []field {
	plain := func(name string, p *string) field {
		return field{name, func() string { return *p }, func(s string) error { *p = s; return nil }}
	}
	quoted := func(name string, p *string) field {
		return field{name, func() string {
			if *p == "" {
				return ""
			}
			return strings.TrimSpace(string(encode(*p, true)))
		}, func(s string) error { return json.Unmarshal([]byte(s), p) }}
	}
	// What is more than a word is one line of JSON.
	structured := func(name string, p any, isThere func() bool) field {
		return field{name, func() string {
			if !isThere() {
				return ""
			}
			return strings.TrimSpace(string(encode(p, false)))
		}, func(s string) error { return json.Unmarshal([]byte(s), p) }}
	}
	return []field{
		{"version", func() string { return strconv.Itoa(Version) }, func(string) error { return nil }},
		plain("id", (*string)(&a.ID)),
		quoted("title", &a.Title),
		quoted("codename", &a.Codename),
		plain("type", (*string)(&a.Type)),
		quoted("roles", &a.Roles),
		plain("onCall", (*string)(&a.OnCall)),
		plain("state", (*string)(&a.State)),
		plain("zone", &a.Zone),
		plain("t0", (*string)(&a.T0)),
		{"started", func() string { return a.Started.Format(time.RFC3339Nano) }, func(s string) (err error) {
			a.Started, err = time.Parse(time.RFC3339Nano, s)
			return err
		}},
		{"binned", func() string {
			if a.Binned.IsZero() {
				return ""
			}
			return a.Binned.Format(time.RFC3339Nano)
		}, func(s string) (err error) {
			a.Binned, err = time.Parse(time.RFC3339Nano, s)
			return err
		}},
		structured("turningPoints", &a.Pivots, func() bool { return len(a.Pivots) > 0 }),
		structured("recall", &a.Recall, func() bool { return a.Recall != nil }),
		structured("lookedBack", &a.Looked, func() bool { return a.Looked != nil }),
		structured("closing", &a.Closing, func() bool { return a.Closing != nil }),
		structured("meetingSheet", &a.Sheet, func() bool { return a.Sheet != nil }),
	}
}
