package home

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"firsthand/internal/archive"
	"firsthand/internal/deliver"
	"firsthand/internal/journal"
)

// ExportAll writes every account into a folder in the clear, as Export does, and goes on after damage.
func ExportAll(ctx context.Context, j *journal.Journal, folder string, overwrite bool) (paths []string, accounts int, err error) {
	var damage error
	all, err := j.Accounts(ctx)
	if err != nil {
		return nil, 0, err
	}
	for _, a := range all {
		written, err := Export(ctx, j, a.ID, folder, overwrite)
		paths = append(paths, written...)
		if err != nil && !errors.Is(err, journal.ErrDamaged) {
			return paths, accounts, err
		}
		damage = errors.Join(damage, err)
		accounts++
	}
	return paths, accounts, damage
}

// A Reader gives an account and its lines: an open journal, or what is left of one.
type Reader interface {
	Account(context.Context, journal.AccountID) (journal.Account, []journal.Entry, error)
}

// Export writes one account into a folder in the clear, as Markdown and JSON, and returns the paths. Where one cannot be
// written, such as for deliver.ErrExists, the paths that were come with the error, that one last. Of a damaged account it
// writes what can be read; both paths come with an error that is journal.ErrDamaged then.
func Export(ctx context.Context, j Reader, id journal.AccountID, folder string, overwrite bool) (paths []string, err error) {
	a, es, damage := j.Account(ctx, id)
	if damage != nil && (!errors.Is(damage, journal.ErrDamaged) || a.ID == "") {
		return nil, damage
	}
	md, js := archive.Write(a, es)
	// The day and the beginning of the id: names that two accounts never share.
	stem := filepath.Join(folder, a.Started.UTC().Format(time.DateOnly)+"-"+string(a.ID)[:min(8, len(a.ID))])
	for _, f := range []struct {
		ending string
		data   []byte
	}{{".md", md}, {".json", js}} {
		paths = append(paths, stem+f.ending)
		if err := deliver.Export(stem+f.ending, f.data, overwrite); err != nil {
			return paths, err
		}
	}
	return paths, damage
}
