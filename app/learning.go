package app

import (
	"context"
	"errors"
	"path/filepath"
	"sync"

	"firsthand/internal/home"
	"firsthand/internal/journal"
)

// Learning is what years of the journal add up to: bound as window.go.app.Learning. Every method's error is a Failure.
type Learning struct {
	room *room
	mu   sync.Mutex
	stop context.CancelFunc // ends the search for what is similar that is under way
}

// Filters returns what a search can ask of a line beside its words.
func (l *Learning) Filters() ([]Filter, error) {
	return asked(l.room, func(context.Context) ([]Filter, error) {
		out := make([]Filter, 0, len(journal.Filters))
		for _, f := range journal.Filters {
			out = append(out, Filter{Name: f.Name, Values: append([]string{}, f.Values...)})
		}
		return out, nil
	})
}

// Lines returns those of these ids that are there, in the order given: what a point leads to.
func (l *Learning) Lines(entries []string) ([]Entry, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) ([]Entry, error) {
		wanted := make([]journal.EntryID, len(entries))
		for i, id := range entries {
			wanted[i] = journal.EntryID(id)
		}
		es, err := open.Lines(ctx, wanted)
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return nil, err
		}
		out := make([]Entry, 0, len(es))
		for _, e := range es {
			out = append(out, wireEntry(e))
		}
		return out, nil
	})
}

// Lessons returns every learning. The three calls below answer with how they stand then.
func (l *Learning) Lessons() (Lessons, error) {
	return opened(l.room, lessons)
}

// MarkHolds says whether a learning still holds; empty takes back what was said.
func (l *Learning) MarkHolds(learning string, holds Holds) (Lessons, error) {
	return l.changed(func(ctx context.Context, open *journal.Journal) error {
		_, err := open.MarkHolds(ctx, journal.EntryID(learning), journal.Choice(holds))
		return err
	})
}

// Resolve says that a line answers an open question.
func (l *Learning) Resolve(question, by string) (Lessons, error) {
	return l.changed(func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Resolve(ctx, journal.EntryID(question), journal.EntryID(by))
		return err
	})
}

// Reopen takes back that a line answers a question.
func (l *Learning) Reopen(question, by string) (Lessons, error) {
	return l.changed(func(ctx context.Context, open *journal.Journal) error {
		_, err := open.Unlink(ctx, journal.EntryID(by), journal.Link{To: journal.EntryID(question), As: journal.Resolves})
		return err
	})
}

func (l *Learning) changed(change func(context.Context, *journal.Journal) error) (Lessons, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (Lessons, error) {
		if err := change(ctx, open); err != nil {
			return Lessons{}, err
		}
		return lessons(ctx, open)
	})
}

func lessons(ctx context.Context, open *journal.Journal) (Lessons, error) {
	all, err := open.Learnings(ctx)
	damaged := errors.Is(err, journal.ErrDamaged)
	if err != nil && !damaged {
		return Lessons{}, err
	}
	return wireLearnings(all, damaged), nil
}

// Patterns counts what recurs.
func (l *Learning) Patterns() (Patterns, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (Patterns, error) {
		p, err := open.Patterns(ctx)
		return wirePatterns(p), err
	})
}

// Calibration compares how sure the person was with what happened.
func (l *Learning) Calibration() (Calibration, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (Calibration, error) {
		c, err := open.Calibration(ctx)
		return wireCalibration(c), err
	})
}

// Export asks for a folder and writes the personal log into it in the clear, as Markdown, JSON and CSV. Files that are
// there are never overwritten: refused with "exists". Of a damaged journal it writes what can be read. The title is the
// dialog's.
func (l *Learning) Export(title string) (ExportedLog, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (ExportedLog, error) {
		folder, err := l.room.desktop.Folder(ctx, title)
		if err != nil || folder == "" {
			return ExportedLog{Files: []string{}}, err
		}
		paths, err := home.ExportLog(ctx, open, folder, home.LogFormats, false)
		damaged := errors.Is(err, journal.ErrDamaged)
		if err != nil && !damaged {
			return ExportedLog{}, err
		}
		w := ExportedLog{Folder: folder, Files: []string{}, Damaged: damaged}
		for _, p := range paths {
			w.Files = append(w.Files, filepath.Base(p))
		}
		return w, nil
	})
}

// mostKin is how many similar lines are shown beside the field: a glance, and no second list to read.
const mostKin = 3

// Similar returns at most three earlier lines of other accounts that are like a text being written. Another call ends the
// one before, which then finds nothing: what was asked of an older wording takes no time from whoever types on.
func (l *Learning) Similar(text, account string) ([]Kin, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) ([]Kin, error) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		l.mu.Lock()
		if l.stop != nil {
			l.stop()
		}
		l.stop = stop
		l.mu.Unlock()
		found, err := open.Similar(ctx, text, journal.AccountID(account))
		if ctx.Err() != nil {
			return []Kin{}, nil
		}
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return nil, err
		}
		out := []Kin{}
		for _, k := range found[:min(mostKin, len(found))] {
			out = append(out, Kin{Entry: wireMatch(k.Match), Words: append([]string{}, k.Words...), From: wireOrigin(k.From)})
		}
		return out, nil
	})
}

// LookBack returns what comes up again now: nothing at night, and nothing where the person did not ask for it.
func (l *Learning) LookBack() (LookBack, error) {
	return opened(l.room, lookBack)
}

// SetLookBack says whether told accounts and learnings come up again.
func (l *Learning) SetLookBack(on bool) (LookBack, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (LookBack, error) {
		set, err := open.Settings(ctx)
		if err != nil {
			return LookBack{}, err
		}
		set.LookBack = on
		if _, err := open.Set(ctx, set); err != nil {
			return LookBack{}, err
		}
		return lookBack(ctx, open)
	})
}

// LookedBack says that what came up was looked at; never is "not this one", for ever.
func (l *Learning) LookedBack(account, entry string, time int, never bool) (LookBack, error) {
	return opened(l.room, func(ctx context.Context, open *journal.Journal) (LookBack, error) {
		m := journal.Memory{Account: journal.AccountID(account), Entry: journal.EntryID(entry), Time: time}
		if err := open.LookedBack(ctx, m, never); err != nil {
			return LookBack{}, err
		}
		return lookBack(ctx, open)
	})
}

func lookBack(ctx context.Context, open *journal.Journal) (LookBack, error) {
	set, err := open.Settings(ctx)
	if err != nil {
		return LookBack{}, err
	}
	all, err := open.LookBack(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return LookBack{}, err
	}
	w := LookBack{On: set.LookBack, Memories: []Memory{}}
	for _, m := range all {
		w.Memories = append(w.Memories, wireMemory(m))
	}
	return w, nil
}
