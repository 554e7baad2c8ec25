package app

import (
	"context"
	"errors"

	"firsthand/internal/journal"
)

// Cases is the case files: bound as window.go.app.Cases. A case file is reviewed, prepared and listed by Review, Release
// and Releases, which take its id where they take an account's. Every method's error is a Failure.
type Cases struct {
	room   *room
	drafts *drafts
}

// List returns the case files, the one begun last first.
func (c *Cases) List() ([]CaseFile, error) {
	return opened(c.room, caseFiles)
}

// Begin begins a case file that may hold these lines, with those chosen that are named, or goes on with the one there is
// of the same lines. Refused with "withheld" where none of them may be quoted.
func (c *Cases) Begin(name string, lines, chosen []string) (CaseFile, error) {
	return opened(c.room, func(ctx context.Context, open *journal.Journal) (CaseFile, error) {
		begun, err := open.BeginCase(ctx, journal.NewCase{Name: name, Lines: entryIDs(lines), Chosen: entryIDs(chosen)})
		if err != nil {
			return CaseFile{}, err
		}
		return wireCase(journal.CaseFile{Case: begun}), nil
	})
}

// Name says what a case file is called, and returns its review.
func (c *Cases) Name(id, name string) (Reviewed, error) {
	return opened(c.room, func(ctx context.Context, open *journal.Journal) (Reviewed, error) {
		if _, err := open.NameCase(ctx, journal.AccountID(id), name); err != nil {
			return Reviewed{}, err
		}
		c.drafts.drop()
		return read(ctx, open, id)
	})
}

// PutAside takes a case file off the list, and returns the others. What left of it stays with the releases.
func (c *Cases) PutAside(id string) ([]CaseFile, error) {
	return opened(c.room, func(ctx context.Context, open *journal.Journal) ([]CaseFile, error) {
		if _, err := open.PutAside(ctx, journal.AccountID(id), true); err != nil {
			return nil, err
		}
		return caseFiles(ctx, open)
	})
}

func caseFiles(ctx context.Context, open *journal.Journal) ([]CaseFile, error) {
	all, err := open.Cases(ctx)
	if err != nil && !errors.Is(err, journal.ErrDamaged) {
		return nil, err
	}
	out := []CaseFile{}
	for _, c := range all {
		out = append(out, wireCase(c))
	}
	return out, nil
}

func entryIDs(in []string) []journal.EntryID {
	out := make([]journal.EntryID, len(in))
	for i, id := range in {
		out[i] = journal.EntryID(id)
	}
	return out
}

// CaseFile is a case file as it is listed.
type CaseFile struct {
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	Words  string     `json:"words"` // the beginning of its first line
	Begun  string     `json:"begun"`
	Lines  int        `json:"lines"`  // that it may hold
	Chosen int        `json:"chosen"` // that it holds
	Left   []Released `json:"left"`   // newest first
}

func wireCase(c journal.CaseFile) CaseFile {
	return CaseFile{ID: string(c.ID), Name: c.Name, Words: c.Words, Begun: rfc3339(c.Begun.Local()), Lines: len(c.Lines), Chosen: len(c.Chosen),
		Left: wireReleases(c.Left)}
}
