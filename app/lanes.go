package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"firsthand/internal/deliver"
	"firsthand/internal/journal"
	"firsthand/internal/lanes"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Lanes sets other people's released accounts beside one another: bound as window.go.app.Lanes. What is opened, and what
// the reader says of it, is kept in the journal as a comparison, so that they can go on after the lock; no method takes
// it into an account.
type Lanes struct {
	room     *room
	renderer func(journal.Format) report.Renderer
}

// beside is what is open.
type beside struct {
	mu    sync.Mutex
	lanes []lanes.Lane
	kept  journal.Comparison // its files are those of the lanes
}

// clear forgets everything that is not kept.
func (b *beside) clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lanes, b.kept = nil, journal.Comparison{}
}

// differs reports whether next is to be kept anew.
func (b *beside) differs(next *beside) bool {
	return b.kept.ID == next.kept.ID && (len(b.lanes) != len(next.lanes) || !reflect.DeepEqual(b.kept.Said, next.kept.Said))
}

var (
	// errNotReleased means that a file is no released account.
	errNotReleased = errors.New("not a released account")
	// errSaid means that the reader said something of lanes that they are not.
	errSaid = errors.New("that is not so of these lanes")
	// errManyLanes means that no further lane has room.
	errManyLanes = errors.New("too many lanes")
)

// changed changes what is open, keeps it and gives it; with nothing open it gives what is kept. Where the change cannot
// be, everything stays as it was.
func (l *Lanes) changed(change func(b *beside) error) (Compared, error) {
	return l.turned(func(_ context.Context, _ *journal.Journal, b *beside) error { return change(b) })
}

// turned is changed for a change that asks the journal.
func (l *Lanes) turned(change func(ctx context.Context, open *journal.Journal, b *beside) error) (Compared, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (Compared, error) {
		b := &l.room.beside
		b.mu.Lock()
		defer b.mu.Unlock()
		next := &beside{lanes: slices.Clone(b.lanes), kept: b.kept}
		next.kept.Files = slices.Clone(b.kept.Files)
		if err := change(ctx, open, next); err != nil {
			return Compared{}, err
		}
		c, err := next.compared()
		if err != nil {
			return Compared{}, err
		}
		switch {
		case !b.differs(next):
		case len(next.lanes) > 0:
			next.kept, err = open.KeepComparison(ctx, next.kept)
		default:
			err = open.EraseComparison(ctx, next.kept.ID)
			next.kept = journal.Comparison{}
		}
		if err != nil {
			return Compared{}, err
		}
		b.lanes, b.kept = next.lanes, next.kept
		if len(b.lanes) == 0 {
			c.Kept, err = keptLanes(ctx, open)
		}
		return c, err
	})
}

// keptLanes are the comparisons of the journal, the one begun last first.
func keptLanes(ctx context.Context, open *journal.Journal) ([]KeptLanes, error) {
	all, err := open.Comparisons(ctx)
	out := []KeptLanes{}
	for _, c := range all {
		k := KeptLanes{ID: string(c.ID), Changed: c.Changed.Local().Format(time.RFC3339), Names: []string{}}
		for _, f := range c.Files {
			name := f.Name
			if lane, err := lanes.Read(f.File); err == nil && lane.Name.Show() != "" {
				name = lane.Name.Show()
			}
			k.Names = append(k.Names, name)
		}
		out = append(out, k)
	}
	return out, err
}

// Show returns what is open.
func (l *Lanes) Show() (Compared, error) {
	return l.changed(func(*beside) error { return nil })
}

// Reopen opens a comparison that is kept, as it was left.
func (l *Lanes) Reopen(id string) (Compared, error) {
	return l.turned(func(ctx context.Context, open *journal.Journal, b *beside) error {
		c, err := open.Comparison(ctx, journal.ComparisonID(id))
		if err != nil {
			return err
		}
		*b = beside{kept: c}
		for _, f := range c.Files {
			lane, err := lanes.Read(f.File)
			if err != nil {
				return errNotReleased
			}
			b.lanes = append(b.lanes, lane)
		}
		return nil
	})
}

// PutAway closes what is open. It stays kept.
func (l *Lanes) PutAway() (Compared, error) {
	return l.changed(func(b *beside) error {
		*b = beside{}
		return nil
	})
}

// Erase removes a comparison that is kept for ever, and with it the others' accounts.
func (l *Lanes) Erase(id string) (Compared, error) {
	return l.turned(func(ctx context.Context, open *journal.Journal, b *beside) error {
		if b.kept.ID == journal.ComparisonID(id) {
			*b = beside{}
		}
		return open.EraseComparison(ctx, journal.ComparisonID(id))
	})
}

// Open asks for a file, and sets the account that it holds beside the others; nothing changes where the person gives up.
// The title is the dialog's. Refused with "notreleased" or "manylanes".
func (l *Lanes) Open(title string) (Compared, error) {
	path, err := asked(l.room, func(ctx context.Context) (string, error) { return l.room.desktop.OpenFile(ctx, title) })
	if err != nil {
		return Compared{}, err
	}
	return l.changed(func(b *beside) error {
		if path == "" {
			return nil
		}
		if len(b.lanes) == lanes.MaxLanes {
			return errManyLanes
		}
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if !info.Mode().IsRegular() || info.Size() > lanes.MaxFile {
			return errNotReleased
		}
		file, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		lane, err := lanes.Read(file)
		if err != nil {
			return errNotReleased
		}
		b.lanes, b.kept.Files = append(b.lanes, lane), append(b.kept.Files, journal.LaneFile{Name: filepath.Base(path), File: file})
		return nil
	})
}

// Close takes a lane away, with what was said of it.
func (l *Lanes) Close(lane int) (Compared, error) {
	return l.changed(func(b *beside) error {
		if lane < 0 || lane >= len(b.lanes) {
			return errSaid
		}
		b.lanes, b.kept.Files = slices.Delete(b.lanes, lane, lane+1), slices.Delete(b.kept.Files, lane, lane+1)
		b.kept.Said = b.kept.Said.Without(lane)
		return nil
	})
}

// Count makes a minute of a lane's own clock T+00:00 of the common one. Refused with "said".
func (l *Lanes) Count(lane, minutes int) (Compared, error) {
	return l.changed(func(b *beside) error {
		if lane < 0 || lane >= len(b.lanes) {
			return errSaid
		}
		zeros := make([]int, len(b.lanes))
		copy(zeros, b.kept.Said.Zeros)
		zeros[lane] = minutes
		b.kept.Said.Zeros = zeros
		return nil
	})
}

// Nearness says within how many minutes lines count as near.
func (l *Lanes) Nearness(minutes int) (Compared, error) {
	return l.changed(func(b *beside) error {
		b.kept.Said.Near = &minutes
		return nil
	})
}

// Call says that labels of several lanes are one, and what it is called here. Refused with "said".
func (l *Lanes) Call(names []LaneName, label string) (Compared, error) {
	return l.changed(func(b *beside) error {
		same := lanes.Same{Label: strings.TrimSpace(label)}
		for _, n := range names {
			same.Names = append(same.Names, lanes.Name{Lane: n.Lane, Label: n.Label})
		}
		b.kept.Said.Same = append(slices.Clone(b.kept.Said.Same), same)
		return nil
	})
}

// Uncall takes back the n-th of what Call said.
func (l *Lanes) Uncall(n int) (Compared, error) {
	return l.changed(func(b *beside) error {
		if n < 0 || n >= len(b.kept.Said.Same) {
			return errSaid
		}
		b.kept.Said.Same = slices.Delete(slices.Clone(b.kept.Said.Same), n, n+1)
		return nil
	})
}

// Say says that lines of several lanes are the same moment, or that they differ there, in words of the reader's.
// Refused with "said".
func (l *Lanes) Say(moment LaneMoment) (Compared, error) {
	return l.changed(func(b *beside) error {
		m := lanes.Moment{Differ: moment.Differ, Words: strings.TrimSpace(moment.Words)}
		for _, p := range moment.Places {
			m.Places = append(m.Places, lanes.Place{Lane: p.Lane, Line: p.Line})
		}
		b.kept.Said.Moments = append(slices.Clone(b.kept.Said.Moments), m)
		return nil
	})
}

// Unsay takes back the n-th of what Say said.
func (l *Lanes) Unsay(n int) (Compared, error) {
	return l.changed(func(b *beside) error {
		if n < 0 || n >= len(b.kept.Said.Moments) {
			return errSaid
		}
		b.kept.Said.Moments = slices.Delete(slices.Clone(b.kept.Said.Moments), n, n+1)
		return nil
	})
}

// Decide says what becomes of something that is no label: it is hidden, or stays.
func (l *Lanes) Decide(kind redact.Kind, key string, action redact.Action) (Compared, error) {
	return l.changed(func(b *beside) error {
		if action != redact.Hide && action != redact.Keep {
			return errSaid
		}
		b.kept.Said.Decisions = slices.DeleteFunc(slices.Clone(b.kept.Said.Decisions), func(d redact.Decision) bool { return d.Kind == kind && d.Key == key })
		b.kept.Said.Decisions = append(b.kept.Said.Decisions, redact.Decision{Kind: kind, Key: key, Action: action})
		return nil
	})
}

// Save examines all that the comparison holds, searches the finished file, and only then asks where to save it. What the
// journal hides is hidden in it. The title is the dialog's.
func (l *Lanes) Save(format journal.Format, title string) (LanesSaved, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (LanesSaved, error) {
		out := LanesSaved{Undecided: []LaneEntity{}, Places: []Place{}, Characters: []string{}}
		by := l.renderer(format)
		name, known := comparisons[format]
		if by == nil || !known {
			return out, journal.ErrUnknownFormat
		}
		b := &l.room.beside
		b.mu.Lock()
		c, err := lanes.Compare(b.lanes, b.kept.Said)
		b.mu.Unlock()
		if err != nil {
			return out, errSaid
		}
		hidden, err := open.Hidden(ctx)
		if err != nil {
			return out, err
		}
		set, err := open.Settings(ctx)
		if err != nil {
			return out, err
		}
		file, err := leaves(c, hidden, by, set.Paper)
		switch stopped := out.stoppedBy(err); {
		case stopped:
			return out, nil
		case err != nil:
			return out, err
		}
		path, err := l.room.desktop.SaveFile(ctx, title, name)
		if err != nil || path == "" {
			return out, err
		}
		overwrite := true // the dialog has asked, but not about the name with an ending
		if filepath.Ext(path) == "" {
			path, overwrite = path+"."+string(format), false
		}
		if err := deliver.Save(path, file, overwrite); err != nil {
			return out, err
		}
		out.Path = path
		return out, nil
	})
}

// comparisons are the names offered for saving.
var comparisons = map[journal.Format]string{journal.PDF: "lanes.pdf", journal.Markdown: "lanes.md"}

// leaves is a comparison as a file that passed the search.
func leaves(c *lanes.Comparison, hidden []redact.Known, by report.Renderer, paper report.Paper) (redact.Verified, error) {
	leaving, err := c.Leave(hidden)
	if err != nil {
		return redact.Verified{}, err
	}
	return leaving.File(by, paper)
}

// stoppedBy turns an error that says why nothing can leave into an answer.
func (s *LanesSaved) stoppedBy(err error) bool {
	if u, is := errors.AsType[*lanes.Undecided](err); is {
		s.Stopped = Undecided
		for _, e := range u.Entities {
			s.Undecided = append(s.Undecided, LaneEntity{Kind: e.Kind, Name: e.Name, Key: e.Key(e.Name)})
		}
		return true
	}
	if leak, is := errors.AsType[*redact.Leak](err); is {
		s.Stopped = Leak
		for _, h := range leak.Hits {
			s.Places = append(s.Places, Place{View: h.View, Line: h.Line, Kind: h.Kind, Entity: string(h.Entity), Found: h.Found})
		}
		return true
	}
	if u, is := errors.AsType[*report.Undrawable](err); is {
		s.Stopped = Undrawable
		for _, r := range u.Runes {
			s.Characters = append(s.Characters, string(r))
		}
		return true
	}
	return false
}

// compared is what is open, as it crosses.
func (b *beside) compared() (Compared, error) {
	out := Compared{Lanes: []Lane{}, Rows: []LaneRow{}, Loose: []LaneLine{}, Same: []LaneSame{}, Moments: []LaneMoment{}, Kept: []KeptLanes{}}
	if len(b.lanes) == 0 {
		out.Near = lanes.Near
		return out, nil
	}
	c, err := lanes.Compare(b.lanes, b.kept.Said)
	if err != nil {
		return out, errSaid
	}
	out.Near = c.Said.Nearness()
	for i, lane := range c.Lanes {
		out.Lanes = append(out.Lanes, Lane{Name: lane.Name.Show(), File: b.kept.Files[i].Name, Lines: len(lane.Lines), Moved: c.Moved(i), Labels: append([]string{}, lane.Labels()...)})
	}
	for _, r := range c.Rows {
		row := LaneRow{At: report.Since(r.Minutes), Minutes: r.Minutes, Lines: []LaneLine{}}
		for _, cell := range r.Cells {
			for _, p := range cell {
				row.Lines = append(row.Lines, wireLaneLine(c, p))
			}
		}
		out.Rows = append(out.Rows, row)
	}
	for _, loose := range c.Loose {
		for _, p := range loose {
			out.Loose = append(out.Loose, wireLaneLine(c, p))
		}
	}
	for _, s := range c.Said.Same {
		same := LaneSame{Label: s.Label, Names: []LaneName{}}
		for _, n := range s.Names {
			same.Names = append(same.Names, LaneName{Lane: n.Lane, Label: n.Label})
		}
		out.Same = append(out.Same, same)
	}
	for _, m := range c.Said.Moments {
		moment := LaneMoment{Places: []LanePlace{}, Differ: m.Differ, Words: m.Words}
		for _, p := range m.Places {
			moment.Places = append(moment.Places, LanePlace{Lane: p.Lane, Line: p.Line})
		}
		out.Moments = append(out.Moments, moment)
	}
	return out, nil
}

func wireLaneLine(c *lanes.Comparison, p lanes.Place) LaneLine {
	l, mark := c.Line(p), c.Mark(p)
	out := LaneLine{
		Number: p.Number(), Lane: p.Lane, Line: p.Line,
		Kind: journal.Kind(report.Placed{Heading: l.Heading, Line: report.Line{Mark: l.Mark}}.Kind()),
		At:   c.At(p).Span(), Own: l.At.Span(), Minutes: l.At.Minutes, Text: c.Text(p), Only: mark.Only, Apart: []LaneApart{},
	}
	for _, a := range mark.Apart {
		out.Apart = append(out.Apart, LaneApart{Number: a.Number(), Minutes: a.Minutes})
	}
	return out
}
