package journal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// Format is a file format of a release.
type Format string

// The formats.
const (
	PDF      Format = "pdf"
	Markdown Format = "md"
)

// A Request is what a person asks a release to be.
type Request struct {
	Account       AccountID
	Entries       []EntryID // nil: every entry that leaves by default
	Profile       redact.Profile
	Formats       []Format
	HideUndecided bool // give each undecided entity the label of its kind, and remember it
}

// A Draft is a release that is ready to leave: verified files, and what will be recorded once they have been saved.
type Draft struct {
	Files   map[Format]redact.Verified
	Release Release
	Treated []redact.Treated
	// Zero is the entry that times are counted from; empty where no chosen line has a moment.
	// It may differ from the account's T0, which a release may not hold.
	Zero     EntryID
	Receipt  map[redact.Kind]int // places that were replaced, generalised or withheld
	Searched int                 // forms that each file was searched for
	Withheld int                 // lines that stay
	// Properties are what the files say of themselves beside their text.
	Properties []report.Property
	review     Review
	hidden     []redact.Known
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
// Errors: *Undecided; *redact.Leak where a finished file still holds what is hidden; *report.Undrawable;
// ErrNothingChosen, ErrWithheld, ErrNotFound, ErrUnknownFormat.
func (j *Journal) Prepare(ctx context.Context, r Request) (Draft, error) {
	s, err := j.survey(ctx, r.Account)
	if err != nil {
		return Draft{}, err
	}
	sel, err := s.choose(r.Entries)
	if err != nil {
		return Draft{}, err
	}
	p, fingerprint := s.plan(sel, r.Profile)
	// What is hidden is found wherever it stands, also where no rule had seen it: so the texts are examined again,
	// and this release is the same as the next one made of the same lines.
	for range 3 {
		open := p.Undecided()
		if len(open) == 0 || !r.HideUndecided {
			break
		}
		for _, e := range open {
			s.decide(e, redact.Hide, "")
		}
		s.examine()
		p, fingerprint = s.plan(sel, r.Profile)
	}
	if open := p.Undecided(); len(open) > 0 {
		return Draft{}, &Undecided{Account: r.Account, Entities: open}
	}
	doc, scaffold, err := s.document(p, sel, r.Profile)
	if err != nil {
		return Draft{}, err
	}
	d := Draft{
		Files: map[Format]redact.Verified{}, Treated: p.Treated(), Zero: sel.zero, Receipt: p.Receipt(),
		Withheld: len(s.entries) - len(sel.entries),
		Release: Release{
			Account: r.Account, Profile: r.Profile, Audience: s.review.Audience, Fingerprint: fingerprint, Checksums: map[string]string{},
		},
		hidden: s.hidden,
	}
	for _, i := range sel.entries {
		d.Release.Entries = append(d.Release.Entries, s.entries[i].ID)
	}
	forbidden := p.Forbidden()
	d.Searched = forbidden.Len()
	for _, f := range r.Formats {
		v, err := j.render(f, doc, scaffold, forbidden)
		if err != nil {
			return Draft{}, err
		}
		d.Files[f] = v
		properties, err := j.renderers[f].Properties(v.Bytes())
		if err != nil {
			return Draft{}, fmt.Errorf("read properties of %s: %w", f, err)
		}
		d.Properties = append(d.Properties, properties...)
		sum := sha256.Sum256(v.Bytes())
		d.Release.Checksums[string(f)] = hex.EncodeToString(sum[:])
	}
	for i := range s.review.Decisions {
		if k := &s.review.Decisions[i]; k.Action == redact.Keep && k.Spent == "" {
			k.Spent = fingerprint
		}
	}
	d.review = s.review
	return d, nil
}

// render draws a document and searches the finished bytes. What stands in the scaffold, the same document without a
// word of the person's, is not theirs.
func (j *Journal) render(f Format, doc, scaffold report.Document, forbidden *redact.Forbidden) (redact.Verified, error) {
	r, ok := j.renderers[f]
	if !ok {
		return redact.Verified{}, fmt.Errorf("%q: %w", f, ErrUnknownFormat)
	}
	_, fixed, err := draw(f, r, scaffold)
	if err != nil {
		return redact.Verified{}, err
	}
	file, views, err := draw(f, r, doc)
	if err != nil {
		return redact.Verified{}, err
	}
	v, err := redact.Verify(file, views, forbidden.Allowing(fixed))
	if err != nil {
		return redact.Verified{}, fmt.Errorf("search %s: %w", f, err)
	}
	return v, nil
}

// draw makes a file of a document and reads it back.
func draw(f Format, r report.Renderer, doc report.Document) (file []byte, views []redact.View, err error) {
	if file, err = r.Render(doc); err != nil {
		return nil, nil, fmt.Errorf("draw %s: %w", f, err)
	}
	if views, err = r.Views(file); err != nil {
		return nil, nil, fmt.Errorf("read %s back: %w", f, err)
	}
	return file, views, nil
}

// Release saves the files of a draft through save, then records what left and remembers its decisions.
// Nothing is recorded where save fails.
func (j *Journal) Release(ctx context.Context, d Draft, save func(map[Format]redact.Verified) error) (Release, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	a, err := j.store.Account(ctx, d.Release.Account)
	if err != nil {
		return Release{}, fmt.Errorf("read account: %w", err)
	}
	id, err := NewID(j.random)
	if err != nil {
		return Release{}, err
	}
	if err := save(maps.Clone(d.Files)); err != nil {
		return Release{}, err
	}
	rel := d.Release
	rel.ID, rel.At = ReleaseID(id), j.now().UTC()
	if a.State == Open || a.State == Told {
		a.State = Released
	}
	hidden, err := j.store.Hidden(ctx)
	if err != nil {
		return Release{}, fmt.Errorf("read hidden names: %w", err)
	}
	for _, k := range d.hidden {
		hidden = Hide(hidden, k)
	}
	change := Change{Accounts: []Account{a}, Hidden: &hidden, Reviews: []Review{d.review}, Releases: []Release{rel}}
	if err := j.store.Apply(ctx, change); err != nil {
		return Release{}, fmt.Errorf("record release: %w", err)
	}
	return rel, nil
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

// A selection is the lines of a release in the order in which it shows them.
type selection struct {
	entries []int // indices into survey.entries
	zero    EntryID
	t0      time.Time // the minute that times are counted from; zero where no line has a moment
}

// choose selects entries by id, or all that leave by default where ids is nil.
func (s *survey) choose(ids []EntryID) (selection, error) {
	var sel selection
	byID := map[EntryID]int{}
	for i, e := range s.entries {
		byID[e.ID] = i
		if ids == nil && e.LeavesByDefault() {
			sel.entries = append(sel.entries, i)
		}
	}
	for _, id := range ids {
		i, ok := byID[id]
		if !ok {
			return sel, fmt.Errorf("entry of that account: %w", ErrNotFound)
		}
		if s.entries[i].Share == Background {
			return sel, ErrWithheld
		}
		if !slices.Contains(sel.entries, i) {
			sel.entries = append(sel.entries, i)
		}
	}
	if len(sel.entries) == 0 {
		return sel, ErrNothingChosen
	}
	slices.Sort(sel.entries) // by time: the order of ids is nobody's
	sel.countFrom(s)
	slices.SortStableFunc(sel.entries, func(a, b int) int {
		return place(s.entries[a].Kind) - place(s.entries[b].Kind)
	})
	return sel, nil
}

// everything selects every entry, whether it may leave or not.
func (s *survey) everything() selection {
	var sel selection
	for i := range s.entries {
		sel.entries = append(sel.entries, i)
	}
	sel.countFrom(s)
	return sel
}

// countFrom sets time zero: the account's T0 if it is chosen, else the first chosen line that has a moment,
// so that a release never shows by its times that something before it was left out.
func (sel *selection) countFrom(s *survey) {
	for _, i := range sel.entries {
		e := s.entries[i]
		if e.Moment.IsZero() {
			continue
		}
		if e.ID == s.account.T0 || sel.zero == "" {
			sel.zero, sel.t0 = e.ID, e.Moment.Local().Truncate(time.Minute)
		}
		if e.ID == s.account.T0 {
			return
		}
	}
}

// plan treats what was found in the selection. Decisions to keep that another release has used up do not count.
func (s *survey) plan(sel selection, profile redact.Profile) (p *redact.Plan, fingerprint string) {
	choice := redact.Choice{Sources: slices.Clone(sel.entries), Profile: profile, Zero: sel.t0}
	if s.codename >= 0 {
		choice.Sources = append(choice.Sources, s.codename)
	}
	if s.account.Title != "" {
		choice.Extra = append(choice.Extra, s.account.Title)
	}
	choice.Extra = append(choice.Extra, string(s.account.ID))
	for _, e := range s.entries {
		choice.Extra = append(choice.Extra, string(e.ID))
	}
	for _, d := range s.review.Decisions {
		choice.Decisions = append(choice.Decisions, d.Decision)
	}
	p = s.found.Plan(choice)
	fingerprint = p.Fingerprint()
	choice.Decisions = nil
	dropped := false
	for _, d := range s.review.Decisions {
		if d.Action == redact.Keep && d.Spent != "" && d.Spent != fingerprint {
			dropped = true
			continue
		}
		choice.Decisions = append(choice.Decisions, d.Decision)
	}
	if dropped {
		p = s.found.Plan(choice)
	}
	return p, fingerprint
}

// document puts the clean text of the selection under its headings. The scaffold is the same document with empty texts.
func (s *survey) document(p *redact.Plan, sel selection, profile redact.Profile) (doc, scaffold report.Document, err error) {
	var name redact.Clean
	if s.codename >= 0 {
		if name, err = p.Apply(s.codename); err != nil {
			return doc, scaffold, fmt.Errorf("clean codename: %w", err)
		}
	}
	var texts, empty []report.Text
	for _, i := range sel.entries {
		e := s.entries[i]
		t := report.Text{At: clock(e.Moment, sel.t0, profile)}
		t.Heading, t.Mark = heading(e.Kind)
		empty = append(empty, t)
		if t.Clean, err = p.Apply(i); err != nil {
			return doc, scaffold, fmt.Errorf("clean entry: %w", err)
		}
		texts = append(texts, t)
	}
	return report.New(profile, name, texts), report.New(profile, redact.Clean{}, empty), nil
}

// clock counts a moment from time zero, in minutes as a person reads them off two clocks;
// in the generalised profile in steps of five.
func clock(m Moment, zero time.Time, profile redact.Profile) report.Clock {
	if m.IsZero() || zero.IsZero() {
		return report.Clock{}
	}
	minutes := int(m.Best.Truncate(time.Minute).Sub(zero) / time.Minute)
	if profile == redact.Generalised {
		minutes = 5 * int(time.Duration(minutes).Round(5)/5)
	}
	return report.Clock{Minutes: minutes, Known: true, About: m.Certainty == Approximate || m.Certainty == Doubtful}
}

// heading is where a kind stands in a document: decisions with the understanding they came from, kindless entries
// among the notes. mark tells kinds under one heading apart.
func heading(k Kind) (h report.Heading, mark string) {
	switch k {
	case Action:
		return report.Actions, ""
	case Effect:
		return report.Effects, ""
	case Expectation:
		return report.Expectations, ""
	case Assumption:
		return report.Assumptions, ""
	case Understanding:
		return report.Understandings, ""
	case Decision:
		return report.Understandings, "decision"
	case Condition:
		return report.Conditions, ""
	case Reaction:
		return report.Reactions, ""
	case Learning:
		return report.Learnings, ""
	case Idea:
		return report.Ideas, ""
	}
	return report.Notes, ""
}

// place is the rank of a kind's heading in a document.
func place(k Kind) int {
	h, _ := heading(k)
	return slices.Index(report.Headings, h)
}
