package app

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"firsthand/internal/deliver"
	"firsthand/internal/journal"
	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Release is the document as it will leave: bound as window.go.app.Release.
type Release struct {
	room   *room
	drafts *drafts
}

// suggested is the name offered for saving: no name of anybody, no date.
func suggested(r journal.Release, f journal.Format) string {
	switch {
	case r.Sheet:
		return "sheet." + string(f)
	case r.CaseFile || r.Part != nil:
		return "case." + string(f)
	case f == journal.PDF:
		return "incident.pdf"
	}
	return "account." + string(f)
}

// Prepare makes the document of an account's chosen lines and searches its finished bytes. Nothing is written.
// Where the PDF has no letters for something the draft is Markdown alone, which has letters for everything.
// The draft lives until the next one, until something is decided or until the journal is locked.
func (r *Release) Prepare(account string) (Prepared, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Prepared, error) {
		return r.drafts.prepare(func(formats ...journal.Format) (journal.Draft, error) {
			return open.PrepareChosen(ctx, journal.AccountID(account), formats...)
		})
	})
}

// prepare makes a draft and takes it in, or says what stops it.
func (d *drafts) prepare(draw func(...journal.Format) (journal.Draft, error)) (Prepared, error) {
	d.drop()
	p := unprepared(Ready)
	draft, err := draw(journal.PDF, journal.Markdown)
	if u, is := errors.AsType[*report.Undrawable](err); is {
		p.Stopped = Undrawable
		for _, r := range u.Runes {
			p.Characters = append(p.Characters, string(r))
		}
		draft, err = draw(journal.Markdown)
	}
	if stopped, ok := stoppedBy(err); ok {
		return stopped, nil
	}
	if err != nil {
		return Prepared{}, err
	}
	p.Draft = d.begin(draft)
	if _, has := draft.Files[journal.PDF]; has {
		p.PDF = pathOf(p.Draft, journal.PDF)
	}
	p.Markdown = pathOf(p.Draft, journal.Markdown)
	p.Receipt = wireReceipt(draft)
	p.Overlaps = wireOverlaps(draft.Overlaps)
	if draft.Before.ID != "" {
		p.Before = []Released{wireReleased(draft.Before, nil)}
	}
	return p, nil
}

// TakePlace says whether the draft, once it leaves, takes the place of the earlier release for the same audience that
// was offered. Refused with "gone" if the draft is not there any more.
func (r *Release) TakePlace(draft string, takes bool) error {
	_, err := asked(r.room, func(context.Context) (struct{}, error) {
		return struct{}{}, r.drafts.change(draft, func(d *journal.Draft) {
			if d.Release.Supersedes = ""; takes {
				d.Release.Supersedes = d.Before.ID
			}
		})
	})
	return err
}

// Discard forgets a draft.
func (r *Release) Discard() error {
	_, err := asked(r.room, func(context.Context) (struct{}, error) {
		r.drafts.drop()
		return struct{}{}, nil
	})
	return err
}

// Save asks where to save a file of the draft, writes exactly the bytes that were shown, and records what left.
// The title is the dialog's. Refused with "gone" if the draft is not there any more.
func (r *Release) Save(draft string, format journal.Format, title string) (Saved, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Saved, error) {
		shown, err := r.drafts.get(draft)
		if err != nil {
			return Saved{}, err
		}
		asTools := shown
		if format == journal.JSON {
			if asTools, err = forTools(ctx, open, shown); err != nil {
				return Saved{}, err
			}
		} else if _, has := shown.Files[format]; !has {
			return Saved{}, errNoDraft
		}
		path, err := r.room.desktop.SaveFile(ctx, title, suggested(shown.Release, format))
		if err != nil || path == "" {
			return Saved{}, err
		}
		// The dialog has asked before overwriting what has the name it gave, not what has the name with its ending.
		overwrite := true
		if filepath.Ext(path) == "" {
			path, overwrite = path+"."+string(format), false
		}
		d, err := r.drafts.get(draft) // a dialog can stand open for long
		if err != nil {
			return Saved{}, err
		}
		if format == journal.JSON {
			d = asTools
		}
		_, err = open.Release(ctx, d.Only(format), func(files map[journal.Format]redact.Verified) error {
			return deliver.Save(path, files[format], overwrite)
		})
		if err != nil {
			return Saved{}, err
		}
		return Saved{Path: path}, nil
	})
}

// forTools is the draft as JSON, which nobody looks at and which is made only when it is asked for: of the same lines with
// the same decisions, searched as the others were. The error is errNoDraft where it would be another document.
func forTools(ctx context.Context, open *journal.Journal, shown journal.Draft) (journal.Draft, error) {
	d, err := open.PrepareChosen(ctx, shown.Release.Account, journal.JSON)
	if _, stops := stoppedBy(err); stops || err == nil && d.Release.Fingerprint != shown.Release.Fingerprint {
		return journal.Draft{}, errNoDraft
	}
	d.Release.Supersedes = shown.Release.Supersedes
	return d, err
}

// Copy returns the Markdown of the draft, byte for byte as it was verified, for the clipboard, and records that it left.
func (r *Release) Copy(draft string) (Copied, error) {
	return opened(r.room, func(ctx context.Context, open *journal.Journal) (Copied, error) {
		d, err := r.drafts.get(draft)
		if err != nil {
			return Copied{}, err
		}
		var c Copied
		_, err = open.Release(ctx, d.Only(journal.Markdown), func(files map[journal.Format]redact.Verified) error {
			c.Text = string(files[journal.Markdown].Bytes())
			return nil
		})
		return c, err
	})
}

// unprepared is an answer without a draft, with nothing nil in it.
func unprepared(s Stop) Prepared {
	return Prepared{Stopped: s, Places: []Place{}, Characters: []string{}, Overlaps: []Overlap{}, Before: []Released{}, Receipt: Receipt{
		Replaced: []Replaced{}, Properties: []Property{}, Files: []Finished{}, Stands: []Stand{},
	}}
}

// stoppedBy turns an error that says why no release can be made into an answer; ok is false for every other one.
func stoppedBy(err error) (p Prepared, ok bool) {
	if errors.Is(err, journal.ErrNothingChosen) {
		return unprepared(Nothing), true
	}
	if open, is := errors.AsType[*journal.Undecided](err); is {
		p = unprepared(Undecided)
		p.Undecided = len(open.Entities)
		return p, true
	}
	if over, is := errors.AsType[*report.Overfull](err); is {
		p = unprepared(Overfull)
		p.Cut = over.Words
		return p, true
	}
	if leak, is := errors.AsType[*redact.Leak](err); is {
		p = unprepared(Leak)
		for _, h := range leak.Hits {
			p.Places = append(p.Places, Place{View: h.View, Line: h.Line, Kind: h.Kind, Entity: string(h.Entity), Found: h.Found})
		}
		return p, true
	}
	return Prepared{}, false
}

func wireReceipt(d journal.Draft) Receipt {
	r := Receipt{
		Profile: d.Release.Profile, Audience: d.Release.Audience,
		Shared: len(d.Release.Entries), Withheld: d.Withheld, Searched: d.Searched,
		Replaced: []Replaced{}, Properties: []Property{}, Files: []Finished{}, Stands: []Stand{},
	}
	for kind, count := range d.Receipt {
		r.Replaced = append(r.Replaced, Replaced{Kind: kind, Count: count})
	}
	slices.SortFunc(r.Replaced, func(a, b Replaced) int {
		return cmp.Or(b.Count-a.Count, strings.Compare(string(a.Kind), string(b.Kind)))
	})
	for _, t := range d.Treated {
		if t.Treatment == redact.Kept {
			r.Kept++
		}
	}
	for _, p := range d.Properties {
		r.Properties = append(r.Properties, Property{Name: p.Name, Value: p.Value})
	}
	for _, f := range slices.Sorted(maps.Keys(d.Files)) {
		r.Files = append(r.Files, Finished{
			Format: f, Name: suggested(d.Release, f), Bytes: len(d.Files[f].Bytes()), Checksum: d.Release.Checksums[string(f)],
		})
	}
	for _, s := range d.Stands() {
		r.Stands = append(r.Stands, Stand{Text: s.Text, Kind: s.Kind})
	}
	return r
}
