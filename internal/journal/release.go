package journal

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Format is a file format of a release.
type Format string

// The formats.
const (
	PDF      Format = "pdf"
	Markdown Format = "md"
	JSON     Format = "json" // for tools
)

// A Request is what a person asks a release to be.
type Request struct {
	Account       AccountID
	Entries       []EntryID // nil: every entry that leaves by default; of a case file, those chosen
	Profile       redact.Profile
	Sheet         bool   // the meeting sheet of the account, whatever Entries says
	Audience      string // for whom; empty: whom the review names
	Formats       []Format
	HideUndecided bool         // give each undecided entity the label of its kind, and remember it
	LinesOnly     bool         // nothing of what was said beside the lines leaves, whatever the review says
	Closing       bool         // the last page leaves, also where the account does not say so
	Paper         report.Paper // empty: as set
}

// Finished is a document in its files, whose bytes were searched for all that is hidden, with what there is to say of it.
type Finished struct {
	Files    map[Format]redact.Verified
	Treated  []redact.Treated
	Receipt  map[redact.Kind]int // places that were replaced, generalised or withheld
	Searched int                 // forms that each file was searched for
	// Properties are what the files say of themselves beside their text.
	Properties []report.Property
}

// A Draft is a release that is ready to leave: verified files, and what will be recorded once they have been saved.
type Draft struct {
	Finished
	Release Release
	// Zero is the entry that times are counted from; empty where no chosen line has a moment.
	// It may differ from the account's T0, which a release may not hold.
	Zero     EntryID
	Withheld int // lines that stay
	Words    int // of a meeting sheet: that are read aloud
	// Overlaps are what it has in common with each earlier release of the account, the newest first.
	Overlaps []Overlap
	// Before is the newest release for the same audience, whose place this one could take; the zero Release where there
	// is none. It takes it where Release.Supersedes says so.
	Before Release
	review Review
	hidden []redact.Known
	copy   Copy
	shares []share // of a case file, what is recorded with its accounts
}

// Undecided says that a release must wait for decisions.
type Undecided struct {
	Account  AccountID
	Entities []redact.Entity
}

func (e *Undecided) Error() string { return fmt.Sprintf("%d undecided", len(e.Entities)) }

var (
	// ErrNothingChosen means that a release would hold no line.
	ErrNothingChosen = errors.New("no line to release")
	// ErrWithheld means that a background or removed entry was chosen, which no release may hold.
	ErrWithheld = errors.New("entry may not be quoted")
	// ErrUnknownFormat means that no renderer makes that format.
	ErrUnknownFormat = errors.New("unknown format")
)

// Prepare makes the files of a release and verifies their bytes. Nothing is written, nothing recorded.
//
// Errors: *Undecided; *redact.Leak where a finished file still holds what is hidden; *report.Undrawable; *report.Overfull;
// ErrNothingChosen, ErrWithheld, ErrNotFound, ErrUnknownFormat.
func (j *Journal) Prepare(ctx context.Context, r Request) (Draft, error) {
	s, err := j.survey(ctx, r.Account)
	if err != nil {
		return Draft{}, err
	}
	s.leave(r)
	choose, document := func() (selection, error) { return s.choose(r.Entries) }, s.document
	switch {
	case s.book != nil:
		document = s.caseDocument
	case r.Sheet:
		choose, document = s.turns, s.speech
	}
	sel, err := choose()
	if err != nil {
		return Draft{}, err
	}
	set, err := j.Settings(ctx)
	if err != nil {
		return Draft{}, err
	}
	p, fingerprint := s.planned(r.HideUndecided, func() (*redact.Plan, string) { return s.plan(sel, r.Profile) })
	if open := p.Undecided(); len(open) > 0 {
		return Draft{}, &Undecided{Account: r.Account, Entities: open}
	}
	doc, err := document(p, sel, r.Profile)
	if err != nil {
		return Draft{}, err
	}
	doc.Paper = cmp.Or(r.Paper, set.Paper)
	d := Draft{
		Zero: sel.zero, Withheld: len(s.lines()) - len(sel.entries),
		Release: Release{
			Account: r.Account, Sheet: r.Sheet, Entries: s.ids(sel), Profile: r.Profile, Audience: cmp.Or(r.Audience, s.review.Audience), Fingerprint: fingerprint,
			CaseFile: s.book != nil,
		},
		hidden: s.hidden, copy: s.copied(p, sel, r.Profile),
	}
	d.shares = s.shares(p, sel, d.Release)
	earlier, err := j.Releases(ctx, r.Account)
	if err != nil {
		return Draft{}, err
	}
	beside := earlier
	if s.book != nil {
		if beside, err = j.besideCase(ctx, d.Release, earlier); err != nil {
			return Draft{}, err
		}
	}
	if d.Overlaps, err = j.overlaps(ctx, d.Release, d.copy, beside); err != nil {
		return Draft{}, err
	}
	d.Before = before(earlier, d.Release.Audience, fingerprint)
	if d.Release.Seed, err = j.seed(fingerprint, earlier); err != nil {
		return Draft{}, err
	}
	doc = doc.Named(func(number int) string { return lineID(d.Release.Seed, number) })
	if r.Sheet {
		d.Words = doc.Words()
		if err := j.onePage(doc); err != nil {
			return Draft{}, err
		}
	}
	if d.Finished, d.Release.Checksums, err = j.finish(doc, p, r.Formats); err != nil {
		return Draft{}, err
	}
	s.review.spend(fingerprint)
	d.review = s.review
	return d, nil
}

// planned is a plan in which nothing is open any more, if hide says that what is open is hidden. What is hidden is found
// wherever it stands, also where no rule had seen it: so the texts are examined again, and this release is the same as
// the next one made of the same lines.
func (s *survey) planned(hide bool, plan func() (*redact.Plan, string)) (p *redact.Plan, fingerprint string) {
	p, fingerprint = plan()
	for range 3 {
		open := p.Undecided()
		if len(open) == 0 || !hide {
			break
		}
		for _, e := range open {
			s.decide(e, redact.Decision{Action: redact.Hide})
		}
		s.examine()
		p, fingerprint = plan()
	}
	return p, fingerprint
}

// ids are the chosen entries in the order of the document.
func (s *survey) ids(sel selection) (ids []EntryID) {
	for _, i := range sel.entries {
		ids = append(ids, s.entries[i].ID)
	}
	return ids
}

// spend makes what was to be kept hold for the release of that fingerprint alone.
func (r *Review) spend(fingerprint string) {
	for i := range r.Decisions {
		if k := &r.Decisions[i]; k.Action == redact.Keep && k.Spent == "" {
			k.Spent = fingerprint
		}
	}
	for i := range r.Settled {
		if k := &r.Settled[i]; len(k.Changes) == 0 && k.Spent == "" {
			k.Spent = fingerprint
		}
	}
}

// finish makes the files of a planned document and verifies them. The sums are the SHA-256 of each in hex.
func (j *Journal) finish(doc report.Document, p *redact.Plan, formats []Format) (out Finished, sums map[string]string, err error) {
	forbidden := p.Forbidden()
	files, err := j.render(formats, doc, forbidden)
	if err != nil {
		return out, nil, err
	}
	out, sums = Finished{Files: map[Format]redact.Verified{}, Treated: p.Treated(), Receipt: p.Receipt(), Searched: forbidden.Len()}, map[string]string{}
	for i, f := range formats {
		out.Files[f] = files[i].Verified
		out.Properties = append(out.Properties, files[i].properties...)
		sum := sha256.Sum256(files[i].Bytes())
		sums[string(f)] = hex.EncodeToString(sum[:])
	}
	return out, sums, nil
}

// A file is what leaves in one format, with what it says of itself.
type file struct {
	redact.Verified
	properties []report.Property
}

// render draws a document in every format and searches the finished bytes, all formats at a time. The error is that of
// the first format that has one.
func (j *Journal) render(formats []Format, doc report.Document, forbidden *redact.Forbidden) ([]file, error) {
	files, errs := make([]file, len(formats)), make([]error, len(formats))
	var all sync.WaitGroup
	for i, f := range formats {
		all.Go(func() { files[i], errs[i] = j.leave(f, doc, forbidden) })
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// leave is render in one format.
func (j *Journal) leave(f Format, doc report.Document, forbidden *redact.Forbidden) (out file, err error) {
	r, ok := j.renderers[f]
	if !ok {
		return out, fmt.Errorf("%q: %w", f, ErrUnknownFormat)
	}
	if out.Verified, err = r.Leave(doc, doc.Scaffold(), forbidden); err != nil {
		return out, fmt.Errorf("%s: %w", f, err)
	}
	if out.properties, err = r.Properties(out.Bytes()); err != nil {
		return out, fmt.Errorf("read properties of %s: %w", f, err)
	}
	return out, nil
}

// Release saves the files of a draft through save, then records what left, with a copy, and remembers its decisions.
// Nothing is recorded where save fails. Another file of the document that left last, or the same file once more, for the
// same audience, belongs to the record of that release.
//
// Errors: those of save; ErrOtherAudience, ErrNotFound where it cannot take the place of Release.Supersedes.
func (j *Journal) Release(ctx context.Context, d Draft, save func(map[Format]redact.Verified) error) (Release, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	var change Change
	if !d.Release.CaseFile {
		a, err := j.store.Account(ctx, d.Release.Account)
		if err != nil {
			return Release{}, fmt.Errorf("read account: %w", err)
		}
		change.Accounts = []Account{a.released()}
	}
	rel, c, err := j.record(ctx, d)
	if err != nil {
		return Release{}, err
	}
	if err := j.shared(ctx, &change, d, rel); err != nil {
		return Release{}, err
	}
	if err := save(maps.Clone(d.Files)); err != nil {
		return Release{}, err
	}
	hidden, err := j.hiddenWith(ctx, d.hidden)
	if err != nil {
		return Release{}, err
	}
	change.Hidden, change.Reviews = &hidden, []Review{d.review}
	change.Releases, change.Copies = append(change.Releases, rel), append(change.Copies, c)
	if err := j.store.Apply(ctx, change); err != nil {
		return Release{}, fmt.Errorf("record release: %w", err)
	}
	return rel, nil
}

// released is the account once something of it has left.
func (a Account) released() Account {
	if a.State == Open || a.State == Told {
		a.State = Released
	}
	return a
}

// hiddenWith is what is hidden in every release, with what one was made to hide.
func (j *Journal) hiddenWith(ctx context.Context, more []redact.Known) ([]redact.Known, error) {
	hidden, err := j.store.Hidden(ctx)
	if err != nil {
		return nil, fmt.Errorf("read hidden names: %w", err)
	}
	for _, k := range more {
		hidden = Hide(hidden, k)
	}
	return hidden, nil
}

// record is the release of a draft and its copy, as they will be kept.
func (j *Journal) record(ctx context.Context, d Draft) (rel Release, c Copy, err error) {
	earlier, err := j.Releases(ctx, d.Release.Account)
	if err != nil {
		return rel, c, err
	}
	earlier = slices.DeleteFunc(earlier, func(r Release) bool { return r.Part != nil })
	rel, c = d.Release, d.copy
	rel.At = j.now().UTC()
	if len(earlier) > 0 && earlier[0].of(d.Release) {
		supersedes := rel.Supersedes
		rel = earlier[0]
		rel.Seed = cmp.Or(rel.Seed, d.Release.Seed)
		rel.Checksums, rel.Left = maps.Clone(rel.Checksums), slices.Clone(rel.Left)
		maps.Copy(rel.Checksums, d.Release.Checksums)
		if supersedes != "" {
			rel.Supersedes = supersedes
		}
		old, err := j.Copy(ctx, rel.ID)
		if err != nil {
			return rel, c, err
		}
		c.Files = maps.Clone(old.Files)
		if c.Files == nil {
			c.Files = map[Format][]byte{}
		}
	} else {
		id, err := NewID(j.random)
		if err != nil {
			return rel, c, err
		}
		rel.ID, c.Files = ReleaseID(id), map[Format][]byte{}
	}
	if rel.Supersedes != "" {
		if err := mayTake(rel, rel.Supersedes, earlier); err != nil {
			return rel, c, err
		}
	}
	for f, v := range d.Files {
		c.Files[f] = v.Bytes()
	}
	rel.Left = append(rel.Left, Leaving{At: j.now().UTC(), Formats: slices.Sorted(maps.Keys(d.Files))})
	c.Release = rel.ID
	return rel, c, nil
}

// of reports whether next is the same document for the same audience, in files that r has not or has as they are.
func (r Release) of(next Release) bool {
	if r.Sheet != next.Sheet || r.Fingerprint != next.Fingerprint || r.Audience != next.Audience || !r.Withdrawn.IsZero() {
		return false
	}
	for f, sum := range next.Checksums {
		if has := r.Checksums[f]; has != "" && has != sum {
			return false
		}
	}
	return true
}

// Check searches a finished file for everything that the account hides, wherever the file came from.
// The places are in order; none means that nothing was found.
func (j *Journal) Check(ctx context.Context, id AccountID, f Format, file []byte) ([]redact.Hit, error) {
	s, err := j.survey(ctx, id)
	if err != nil {
		return nil, err
	}
	r, ok := j.renderers[f]
	if !ok {
		return nil, fmt.Errorf("%q: %w", f, ErrUnknownFormat)
	}
	views, err := r.Views(file)
	if err != nil {
		return nil, fmt.Errorf("read file: %w", err)
	}
	// A file that left before may hold what was kept for it: here a spent decision counts.
	for i := range s.review.Decisions {
		s.review.Decisions[i].Spent = ""
	}
	p, _ := s.plan(s.everything(), redact.ByRole)
	return p.Forbidden().Search(views), nil
}
