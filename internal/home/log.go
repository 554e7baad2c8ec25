package home

import (
	"context"
	"errors"
	"path/filepath"

	"firsthand/internal/archive"
	"firsthand/internal/deliver"
	"firsthand/internal/journal"
)

// LogFormats are the forms of the personal log, in the order in which they are written.
var LogFormats = []string{"md", "json", "csv"}

// ExportLog writes the personal log into a folder in the clear, in these of LogFormats, and returns the paths. Where one
// cannot be written, such as for deliver.ErrExists, the paths that were come with the error, that one last. Of a damaged
// journal it writes what can be read; all paths come with an error that is journal.ErrDamaged then.
func ExportLog(ctx context.Context, j *journal.Journal, folder string, formats []string, overwrite bool) (paths []string, err error) {
	var l archive.Log
	var damage [3]error
	l.Learnings, damage[0] = j.Learnings(ctx)
	l.Patterns, damage[1] = j.Patterns(ctx)
	l.Calibration, damage[2] = j.Calibration(ctx)
	damaged := errors.Join(damage[:]...)
	if damaged != nil && !errors.Is(damaged, journal.ErrDamaged) {
		return nil, damaged
	}
	md, js, table := archive.WriteLog(l)
	data := map[string][]byte{"md": md, "json": js, "csv": table}
	for _, f := range formats {
		path := filepath.Join(folder, "learned."+f)
		paths = append(paths, path)
		if err := deliver.Export(path, data[f], overwrite); err != nil {
			return paths, err
		}
	}
	return paths, damaged
}
