package app

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"firsthand/internal/deliver"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
)

// Releases is what has left of the accounts, and what becomes of it: bound as window.go.app.Releases.
type Releases struct {
	room   *room
	drafts *drafts
}

// List returns the releases of an account, newest first, the withdrawn ones too.
func (r *Releases) List(account string) ([]Released, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) ([]Released, error) {
		return releasesOf(ctx, open, journal.AccountID(account))
	})
}

// Show returns a release as it left. Its files can be fetched until another one is shown, or the journal is locked.
func (r *Releases) Show(release string) (ReleaseShown, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (ReleaseShown, error) {
		rel, err := open.ReleaseNamed(ctx, journal.ReleaseID(release))
		if err != nil {
			return ReleaseShown{}, err
		}
		c, err := open.Copy(ctx, rel.ID)
		if err != nil {
			return ReleaseShown{}, err
		}
		overlaps, err := open.Overlaps(ctx, rel)
		if err != nil {
			return ReleaseShown{}, err
		}
		files := map[journal.Format]redact.Verified{}
		for _, f := range slices.Sorted(maps.Keys(c.Files)) {
			if files[f], err = open.Again(ctx, rel, f); err != nil {
				return ReleaseShown{}, err
			}
		}
		w := wireShown(rel, c)
		w.Overlaps = wireOverlaps(overlaps)
		id := r.drafts.again(files)
		if _, has := files[journal.PDF]; has {
			w.PDF = pathOf(id, journal.PDF)
		}
		if _, has := files[journal.Markdown]; has {
			w.Markdown = pathOf(id, journal.Markdown)
		}
		return w, nil
	})
}

// Withdraw marks a release as withdrawn, or no longer, and returns those of its account.
func (r *Releases) Withdraw(release string, withdrawn bool) ([]Released, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) ([]Released, error) {
		rel, err := open.Withdraw(ctx, journal.ReleaseID(release), withdrawn)
		if err != nil {
			return nil, err
		}
		return releasesOf(ctx, open, rel.Account)
	})
}

// Supersede says that a release takes the place of an earlier one for the same audience, or of none, and returns those of
// its account. Refused with "audience" if it may not.
func (r *Releases) Supersede(later, earlier string) ([]Released, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) ([]Released, error) {
		rel, err := open.Supersede(ctx, journal.ReleaseID(later), journal.ReleaseID(earlier))
		if err != nil {
			return nil, err
		}
		return releasesOf(ctx, open, rel.Account)
	})
}

// Save asks where to save a file of a release, and writes exactly the bytes that left.
func (r *Releases) Save(release string, format journal.Format, title string) (Saved, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Saved, error) {
		rel, err := open.ReleaseNamed(ctx, journal.ReleaseID(release))
		if err != nil {
			return Saved{}, err
		}
		file, err := open.Again(ctx, rel, format)
		if err != nil {
			return Saved{}, err
		}
		path, err := r.room.desktop.SaveFile(ctx, title, suggested(rel, format))
		if err != nil || path == "" {
			return Saved{}, err
		}
		overwrite := true // as in Release.Save
		if filepath.Ext(path) == "" {
			path, overwrite = path+"."+string(format), false
		}
		if err := deliver.Save(path, file, overwrite); err != nil {
			return Saved{}, err
		}
		return Saved{Path: path}, nil
	})
}

// mostRecognised is the largest file that is looked at, in bytes: no release comes near it.
const mostRecognised = 64 << 20

// Recognise asks for a file and says which releases it is of, newest first.
func (r *Releases) Recognise(title string) (Recognised, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Recognised, error) {
		none := Recognised{Releases: []Released{}}
		path, err := r.room.desktop.OpenFile(ctx, title)
		if err != nil || path == "" {
			return none, err
		}
		info, err := os.Stat(path)
		if err != nil {
			return none, err
		}
		none.Name = filepath.Base(path)
		if !info.Mode().IsRegular() || info.Size() > mostRecognised {
			return none, nil
		}
		file, err := os.ReadFile(path)
		if err != nil {
			return none, err
		}
		found, err := open.Recognise(ctx, file)
		if err != nil {
			return none, err
		}
		for _, f := range found {
			none.Releases = append(none.Releases, wireReleased(f.Release, nil))
			none.Exact = f.Exact
		}
		return none, nil
	})
}

func releasesOf(ctx context.Context, open *journal.Journal, account journal.AccountID) ([]Released, error) {
	rs, err := open.Releases(ctx, account)
	if err != nil && !errors.Is(err, journal.ErrNotFound) {
		return nil, err
	}
	return wireReleases(rs), nil
}

func wireReleases(rs []journal.Release) []Released {
	out := make([]Released, 0, len(rs))
	for _, r := range rs {
		out = append(out, wireReleased(r, rs))
	}
	return out
}

// wireReleased is a release among those of its account.
func wireReleased(r journal.Release, all []journal.Release) Released {
	w := Released{
		ID: string(r.ID), Sheet: r.Sheet, CaseFile: r.CaseFile || r.Part != nil, Account: string(r.Account), At: rfc3339(r.At.Local()), Profile: r.Profile, Audience: r.Audience,
		Entries: []string{}, Files: []ReleasedFile{}, Left: []LeftAt{}, Supersedes: string(r.Supersedes), Takes: []string{},
	}
	if !r.Withdrawn.IsZero() {
		w.Withdrawn = rfc3339(r.Withdrawn.Local())
	}
	for _, e := range r.Entries {
		w.Entries = append(w.Entries, string(e))
	}
	for _, f := range slices.Sorted(maps.Keys(r.Checksums)) {
		w.Files = append(w.Files, ReleasedFile{Format: journal.Format(f), Name: suggested(r, journal.Format(f)), Checksum: r.Checksums[f]})
	}
	if r.Part != nil {
		w.Whole = string(r.Part.Case)
	}
	for _, l := range r.Left {
		w.Left = append(w.Left, LeftAt{At: rfc3339(l.At.Local()), Formats: append([]journal.Format{}, l.Formats...)})
	}
	for _, other := range all {
		if other.Supersedes == r.ID {
			w.SupersededBy = string(other.ID)
		}
		if other.ID != r.ID && other.Part == nil && r.Part == nil && !other.At.After(r.At) && journal.SameAudience(other.Audience, r.Audience) {
			w.Takes = append(w.Takes, string(other.ID))
		}
	}
	return w
}

func wireShown(r journal.Release, c journal.Copy) ReleaseShown {
	w := ReleaseShown{ID: string(r.ID), Kept: len(c.Files) > 0, Lines: []ShownLine{}, Things: []ShownThing{}, Overlaps: []Overlap{}}
	for _, l := range c.Lines {
		w.Lines = append(w.Lines, ShownLine{Entry: string(l.Entry), Text: l.Text()})
	}
	for _, t := range c.Things {
		w.Things = append(w.Things, ShownThing{Kind: t.Kind, Forms: append([]string{}, t.Forms...), Treatment: t.Treatment, Label: t.Label})
	}
	return w
}

func wireOverlaps(overlaps []journal.Overlap) []Overlap {
	out := make([]Overlap, 0, len(overlaps))
	for _, o := range overlaps {
		w := Overlap{
			Earlier: wireReleased(o.Earlier, nil), Kept: o.Kept, Same: o.Same, Lines: len(o.Lines), Intervals: o.Intervals,
			Figures: append([]string{}, o.Figures...), Unmasked: []UnmaskedThing{}, Joined: []JoinedLabels{},
		}
		for _, u := range o.Unmasked {
			w.Unmasked = append(w.Unmasked, UnmaskedThing{Kind: u.Kind, Name: u.Name, Label: u.Label, Earlier: u.Earlier, Lines: len(u.Lines)})
		}
		for _, x := range o.Joined {
			w.Joined = append(w.Joined, JoinedLabels{Kind: x.Kind, Label: x.Label, Before: x.Before})
		}
		out = append(out, w)
	}
	return out
}
