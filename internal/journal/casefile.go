package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// A Case is what a person asks a case file to be: lines of several accounts, such as a learning with what led to it, or
// what stands behind a point of a pattern, in one document. It goes through the same finding, treatment and search as a
// release of one account.
type Case struct {
	Name          string    // its title; empty for none. What identifies in it is treated as in a line
	Entries       []EntryID // the lines, chosen one by one
	Profile       redact.Profile
	Audience      string
	Formats       []Format
	HideUndecided bool         // give each undecided entity the label of its kind, and remember it
	Paper         report.Paper // empty: as set
}

// A CaseDraft is a case file that is ready to leave: verified files, and what will be recorded of each account.
type CaseDraft struct {
	Finished
	Releases []Release // one an account, the oldest account first, as Case 1, Case 2 …
	copies   []Copy
	hidden   []redact.Known
}

// A casebook is a survey of several accounts as if they were one, so that one thing has one label in all of them.
type casebook struct {
	survey
	accounts []Account           // the oldest first
	of       []int               // which account an entry is of, by its index in survey.entries
	zeros    []time.Time         // the time zero of each account; zero where no chosen line has a moment
	chosen   []int               // the lines, in the order of the document
	taken    map[AccountID][]int // the same by account
}

// PrepareCase makes the files of a case file and verifies their bytes. Nothing is written, nothing recorded.
//
// What was decided in the reviews of the accounts holds, but for what was to be kept there: that was for one release of
// one account, and everything that somebody may be told by must be hidden here. Times are counted in each account by
// itself, so that the document does not tell how far apart two accounts are. The codenames, the last pages and what was
// said beside the lines stay.
//
// Errors: *Undecided, with the account in which the first of the entities stands; *redact.Leak; *report.Undrawable;
// ErrNothingChosen, ErrWithheld, ErrNotFound, ErrUnknownFormat.
func (j *Journal) PrepareCase(ctx context.Context, r Case) (CaseDraft, error) {
	s, err := j.casebook(ctx, r)
	if err != nil {
		return CaseDraft{}, err
	}
	set, err := j.Settings(ctx)
	if err != nil {
		return CaseDraft{}, err
	}
	s.examine()
	p, fingerprint := s.planned(r.HideUndecided, func() (*redact.Plan, string) { return s.plan(r.Profile) })
	if open := p.Undecided(); len(open) > 0 {
		u := &Undecided{Entities: open}
		if first := open[0].Spans[0].Source; first < len(s.of) {
			u.Account = s.accounts[s.of[first]].ID
		}
		return CaseDraft{}, u
	}
	doc, err := s.document(p, r.Profile)
	if err != nil {
		return CaseDraft{}, err
	}
	doc.Paper = cmp.Or(r.Paper, set.Paper)
	d := CaseDraft{hidden: s.hidden}
	var sums map[string]string
	if d.Finished, sums, err = j.finish(doc, p, r.Formats); err != nil {
		return CaseDraft{}, err
	}
	for n, a := range s.accounts {
		part := s.survey
		part.account = a
		sel := selection{entries: s.taken[a.ID], t0: s.zeros[n]}
		d.Releases = append(d.Releases, Release{
			Account: a.ID, Entries: s.ids(sel), Profile: r.Profile, Audience: r.Audience, Fingerprint: fingerprint, Checksums: maps.Clone(sums),
		})
		d.copies = append(d.copies, part.copied(p, sel, r.Profile).alone())
	}
	return d, nil
}

// alone is the copy without the things that do not stand in its lines: they are of other accounts.
func (c Copy) alone() Copy {
	at := map[int]int{}
	var things []CopyThing
	for i := range c.Lines {
		for k := range c.Lines[i].Pieces {
			piece := &c.Lines[i].Pieces[k]
			if piece.Thing == 0 {
				continue
			}
			if at[piece.Thing] == 0 {
				things = append(things, c.Things[piece.Thing-1])
				at[piece.Thing] = len(things)
			}
			piece.Thing = at[piece.Thing]
		}
	}
	c.Things = things
	return c
}

// casebook gathers the accounts of the chosen lines.
func (j *Journal) casebook(ctx context.Context, r Case) (*casebook, error) {
	s := &casebook{survey: survey{codename: -1, reasons: map[EntryID]int{}, closing: [3]int{-1, -1, -1}, linesOnly: true, examiner: &redact.Examiner{}},
		taken: map[AccountID][]int{}}
	wanted := map[EntryID]bool{}
	for _, id := range r.Entries {
		e, err := j.store.Entry(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("read entry: %w", err)
		}
		if e.Share == Background || !e.Removed.IsZero() {
			return nil, ErrWithheld
		}
		if wanted[id] = true; !slices.ContainsFunc(s.accounts, func(a Account) bool { return a.ID == e.Account }) {
			a, err := j.store.Account(ctx, e.Account)
			if unlessDamaged(err) != nil {
				return nil, fmt.Errorf("read account: %w", err)
			}
			s.accounts = append(s.accounts, a)
		}
	}
	if len(wanted) == 0 {
		return nil, ErrNothingChosen
	}
	slices.SortStableFunc(s.accounts, func(a, b Account) int { return cmp.Or(a.Started.Compare(b.Started), cmp.Compare(a.ID, b.ID)) })
	for n, a := range s.accounts {
		part, err := j.gather(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		s.hidden = part.hidden
		sel := selection{}
		for i, e := range part.entries {
			if wanted[e.ID] {
				sel.entries = append(sel.entries, i)
				s.taken[a.ID] = append(s.taken[a.ID], len(s.entries)+i)
			}
			s.of = append(s.of, n)
		}
		sel.countFrom(part)
		s.zeros = append(s.zeros, sel.t0)
		s.chosen = append(s.chosen, s.taken[a.ID]...)
		s.entries = append(s.entries, part.entries...)
		s.sources = append(s.sources, part.sources[:len(part.entries)]...)
		s.review.Ties = append(s.review.Ties, part.review.Ties...)
		s.review.Settled = append(s.review.Settled, part.review.Settled...)
		for _, d := range part.review.Decisions {
			if d.Action != redact.Keep {
				s.adopt(d)
			}
		}
	}
	if name := r.Name; name != "" {
		if err := CheckText(name); err != nil && !errors.Is(err, ErrEmpty) {
			return nil, err
		}
		s.codename = len(s.sources)
		s.sources = append(s.sources, redact.Source{ID: "codename", Text: name})
	}
	return s, nil
}

// adopt takes a decision over from the review of an account. Where two accounts decided otherwise, or called two things
// by one label, the thing gets the label of its kind.
func (s *casebook) adopt(d Decided) {
	for i := range s.review.Decisions {
		old := &s.review.Decisions[i]
		same := aboutOneThing(*old, d)
		if same && old.Decision == d.Decision {
			return
		}
		if same || old.Label != "" && old.Label == d.Label {
			old.Action, old.Label, old.Class = redact.Hide, "", ""
			d.Action, d.Label, d.Class = redact.Hide, "", ""
		}
		if same {
			return
		}
	}
	s.review.Decisions = append(s.review.Decisions, d)
}

// plan treats what was found in the chosen lines.
func (s *casebook) plan(profile redact.Profile) (p *redact.Plan, fingerprint string) {
	choice := s.choice(profile, s.accounts...)
	choice.Sources, choice.Zeros = slices.Clone(s.chosen), map[int]time.Time{}
	for _, i := range s.chosen {
		choice.Zeros[i] = s.zeros[s.of[i]]
	}
	if s.codename >= 0 {
		choice.Sources = append(choice.Sources, s.codename)
	}
	p = s.found.Plan(choice)
	return p, p.Fingerprint()
}

// document puts the clean lines under a heading for each account.
func (s *casebook) document(p *redact.Plan, profile redact.Profile) (report.Document, error) {
	c := report.Contents{Profile: profile, Cases: true}
	var err error
	if s.codename >= 0 {
		if c.Name, err = p.Apply(s.codename); err != nil {
			return report.Document{}, fmt.Errorf("clean name: %w", err)
		}
	}
	for _, i := range s.chosen {
		e, n := s.entries[i], s.of[i]
		t := report.Text{Heading: report.CaseHeading(n + 1), At: clock(e.Moment, s.zeros[n], profile), Mark: string(e.Kind)}
		if t.Clean, err = p.Apply(i); err != nil {
			return report.Document{}, fmt.Errorf("clean entry: %w", err)
		}
		c.Texts = append(c.Texts, t)
	}
	return report.New(c), nil
}

// ReleaseCase saves the files of a case file through save, then records with each account what of it left. Nothing is
// recorded where save fails. The file itself is kept with none of them: erasing one account must leave nothing of it.
func (j *Journal) ReleaseCase(ctx context.Context, d CaseDraft, save func(map[Format]redact.Verified) error) ([]Release, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	var change Change
	at := j.now().UTC()
	for i, rel := range d.Releases {
		a, err := j.store.Account(ctx, rel.Account)
		if unlessDamaged(err) != nil || a.ID == "" {
			return nil, fmt.Errorf("read account: %w", err)
		}
		a.Telling = nil
		id, err := NewID(j.random)
		if err != nil {
			return nil, err
		}
		rel.ID, rel.At = ReleaseID(id), at
		rel.Left = []Leaving{{At: at, Formats: slices.Sorted(maps.Keys(d.Files))}}
		c := d.copies[i]
		c.Release = rel.ID
		change.Accounts, change.Releases, change.Copies = append(change.Accounts, a.released()), append(change.Releases, rel), append(change.Copies, c)
	}
	hidden, err := j.hiddenWith(ctx, d.hidden)
	if err != nil {
		return nil, err
	}
	change.Hidden = &hidden
	if err := save(maps.Clone(d.Files)); err != nil {
		return nil, err
	}
	if err := j.store.Apply(ctx, change); err != nil {
		return nil, fmt.Errorf("record case file: %w", err)
	}
	return change.Releases, nil
}
