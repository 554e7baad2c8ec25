package vault

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firsthand/internal/journal"
)

// A Problem is a file in the inbox that could not become a line. It stays where it is.
type Problem struct {
	File string // path
	Why  string // what is wrong with it, never a word of the line
}

// What of the inbox is opened at a time: so much is held in memory, and so many files keep writers waiting.
const (
	maxDrained      = 64 << 20
	maxDrainedFiles = 256
)

// Waiting is how many files wait in the inbox of the journal in dir; it needs no key.
func Waiting(dir string) (int, error) {
	names, err := waitingFiles(filepath.Join(dir, inboxDir))
	return len(names), explain("read inbox", err)
}

// Waiting reports whether something waits in the inbox that Drain has not looked at yet.
func (v *Vault) Waiting() bool {
	v.drain.Lock()
	defer v.drain.Unlock()
	names, err := waitingFiles(filepath.Join(v.dir, inboxDir))
	return err == nil && slices.ContainsFunc(names, func(name string) bool {
		_, known := v.stuck[name]
		return !known
	})
}

// Drain opens what waits in the inbox and gives it to keep, in the order it was recorded, a part at a time if there
// is much. When keep returns nil, the lines are in the journal, and their files are removed; when it fails, they stay.
//
// Whoever may write the folder can have put a line there: each is marked Locked. A line that the journal holds already
// is removed without another word. What cannot be opened is named and stays.
func (v *Vault) Drain(ctx context.Context, keep func([]journal.Line) error) ([]Problem, error) {
	v.drain.Lock()
	defer v.drain.Unlock()
	inbox := filepath.Join(v.dir, inboxDir)
	names, err := waitingFiles(inbox)
	if err != nil {
		return nil, explain("read inbox", err)
	}
	byAge(inbox, names)
	d := &drained{v: v, inbox: inbox}
	for len(names) > 0 {
		if err := ctx.Err(); err != nil {
			return d.problems, err
		}
		if names, err = d.open(names); err != nil {
			return d.problems, err
		}
		if err := d.keep(keep); err != nil {
			return d.problems, err
		}
	}
	sweep(inbox, 24*time.Hour)
	return d.problems, v.retireInboxKeys(ctx)
}

// byAge sorts files by when they were written, so that one part of the inbox is older than the next.
func byAge(inbox string, names []string) {
	written := make(map[string]time.Time, len(names))
	for _, name := range names {
		if info, err := os.Lstat(filepath.Join(inbox, name)); err == nil {
			written[name] = info.ModTime()
		}
	}
	slices.SortFunc(names, func(a, b string) int { return written[a].Compare(written[b]) })
}

// drained is one part of the inbox.
type drained struct {
	v        *Vault
	inbox    string
	lines    []waitingLine
	at       map[journal.EntryID]int // place in lines
	known    []string                // files of lines that the journal holds already
	problems []Problem
}

type waitingLine struct {
	file string
	line journal.Line
}

// open opens files until there is enough for one part, and gives the names that are left.
func (d *drained) open(names []string) (left []string, err error) {
	d.v.mu.RLock()
	defer d.v.mu.RUnlock()
	if err := d.v.usable(true); err != nil {
		return nil, err
	}
	d.lines, d.known, d.at = nil, nil, make(map[journal.EntryID]int)
	size := 0
	for i, name := range names {
		if size > maxDrained || i == maxDrainedFiles {
			return names[i:], nil
		}
		line, n, err := d.readOnce(name)
		switch {
		case errors.Is(err, os.ErrNotExist):
			continue // a program that sealed it again, to a new key, took it away
		case err != nil:
			d.problem(name, err)
			continue
		}
		size += n
		d.add(waitingLine{name, line})
	}
	return nil, nil
}

func (d *drained) problem(name string, why error) {
	text := why.Error()
	var path *os.PathError
	if errors.As(why, &path) {
		text = path.Err.Error()
	}
	d.problems = append(d.problems, Problem{filepath.Join(d.inbox, name), text})
}

var (
	errNotLine = errors.New("not a line of this journal")
	errTooBig  = errors.New("larger than a line can be")
	errOther   = errors.New("another text under the id of a line that is in the journal")
)

// A stuck file is one that could not become a line; it is not tried again while it is the same.
type stuck struct {
	info fs.FileInfo
	why  error
}

func (d *drained) readOnce(name string) (line journal.Line, size int, err error) {
	info, err := os.Lstat(filepath.Join(d.inbox, name))
	if err != nil {
		return line, 0, err
	}
	s, tried := d.v.stuck[name]
	if tried && os.SameFile(s.info, info) && s.info.Size() == info.Size() && s.info.ModTime().Equal(info.ModTime()) {
		return line, 0, s.why
	}
	line, size, err = d.read(name, info)
	if system := (*os.PathError)(nil); err != nil && !errors.As(err, &system) { // what the system says may pass
		d.v.stuck[name] = stuck{info: info, why: err}
	}
	return line, size, err
}

func (d *drained) read(name string, info fs.FileInfo) (line journal.Line, size int, err error) {
	id, ok := parseLineID(name)
	if !ok {
		return line, 0, errNotLine
	}
	if !info.Mode().IsRegular() {
		return line, 0, errNotLine // a pipe would block for ever
	}
	f, err := os.Open(filepath.Join(d.inbox, name))
	if err != nil {
		return line, 0, err
	}
	defer f.Close()
	sealed, err := io.ReadAll(io.LimitReader(f, maxLineFile+1))
	if err != nil {
		return line, 0, err
	}
	if len(sealed) > maxLineFile {
		return line, 0, errTooBig
	}
	line, err = openLine(d.v.secrets.Inbox, d.v.keys.vault, id, sealed)
	return line, len(sealed), err
}

// add takes a line into the part, unless the journal or the part holds it already.
func (d *drained) add(w waitingLine) {
	if r := d.v.catalogue.byRef[ref{kindEntry, string(w.line.ID)}]; r != nil {
		entry, err := d.v.entry(r)
		if err == nil && saysOrSaid(entry, w.line.Text) {
			d.known = append(d.known, w.file)
		} else if err != nil {
			d.problem(w.file, err)
		} else {
			d.problem(w.file, errOther)
		}
		return
	}
	i, twice := d.at[w.line.ID]
	switch {
	case !twice:
		d.at[w.line.ID] = len(d.lines)
		d.lines = append(d.lines, w)
	case d.lines[i].line.Text == w.line.Text:
		d.known = append(d.known, w.file)
	default:
		d.problem(w.file, errOther)
	}
}

// saysOrSaid reports whether the entry has this text, or had it before a change:
// a program that ended between keeping and removing leaves such lines.
func saysOrSaid(e journal.Entry, text string) bool {
	return e.Text == text || slices.ContainsFunc(e.Revisions, func(r journal.Revision) bool { return r.Text == text })
}

// keep hands the part over, and removes its files once the journal has it.
func (d *drained) keep(keep func([]journal.Line) error) error {
	slices.SortStableFunc(d.lines, func(a, b waitingLine) int { return a.line.Recorded.Compare(b.line.Recorded) })
	if len(d.lines) > 0 {
		lines := make([]journal.Line, len(d.lines))
		for i, w := range d.lines {
			lines[i] = w.line
		}
		if err := keep(lines); err != nil {
			return err
		}
	}
	for _, w := range d.lines {
		d.known = append(d.known, w.file)
	}
	for _, file := range d.known {
		// A file that stays is known the next time.
		os.Remove(filepath.Join(d.inbox, file))
	}
	return nil
}

// sweep removes what programs that were killed had begun to write, so long ago or more; nobody was told that it is kept.
func sweep(dir string, age time.Duration) {
	entries, err := readFolder(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), tempPrefix) {
			continue
		}
		if info, err := e.Info(); err == nil && (age == 0 || time.Since(info.ModTime()) >= age) {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}
