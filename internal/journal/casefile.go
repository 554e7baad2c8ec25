package journal

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// A Case is a case file: lines of several accounts in one document, such as a learning with what led to it, or what
// stands behind a point of a pattern. It is reviewed and released as an account is, under an id that no account has:
// Read, Choose, Decide, Prepare, Release and all others of a review take it. Its decisions are its own.
//
// What was decided in the reviews of the accounts when it was begun holds in it, but for what was to be kept there: that
// was for one release of one account, and everything that somebody may be told by must be hidden here. Times are counted
// in each account by itself, so that the document does not tell how far apart two accounts are. The codenames, the last
// pages and what was said beside the lines stay.
type Case struct {
	ID     AccountID `json:"id"`
	Name   string    `json:"name,omitempty"`   // its title. What identifies in it is treated as in a line
	Lines  []EntryID `json:"lines"`            // that it may hold
	Chosen []EntryID `json:"chosen,omitempty"` // those of them that it holds, in no order
	Begun  time.Time `json:"begun"`
	Aside  time.Time `json:"aside,omitzero"` // since when it is listed no more; what left of it is
}

// A NewCase is a case file as it is begun.
type NewCase struct {
	Name   string
	Lines  []EntryID // that it may hold; background and removed ones are left out
	Chosen []EntryID // that it holds from the beginning; all of them are lines of it
}

// A CaseFile is a case file as it is listed.
type CaseFile struct {
	Case
	Words string    // the beginning of its first line
	Left  []Release // what left of it, the newest first
}

// A Part says of which release of a case file a release of an account is part. Its files are kept there and nowhere else.
type Part struct {
	Case    AccountID `json:"case"`
	Release ReleaseID `json:"release"`
}

// BeginCase begins a case file. Where there is one of the same lines and name already, that one goes on.
// Errors: ErrWithheld where a chosen line may not be in it, or none of those offered; ErrNothingChosen where none was;
// ErrNotFound, ErrTooLong, ErrNotText.
func (j *Journal) BeginCase(ctx context.Context, n NewCase) (Case, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	c := Case{Name: strings.TrimSpace(n.Name), Begun: j.now().UTC()}
	if err := CheckText(c.Name); err != nil && !errors.Is(err, ErrEmpty) {
		return Case{}, err
	}
	var accounts []AccountID
	chosen, seen := set(n.Chosen), map[EntryID]bool{}
	for _, id := range slices.Concat(n.Chosen, n.Lines) {
		if seen[id] {
			continue
		}
		seen[id] = true
		e, err := j.store.Entry(ctx, id)
		if err != nil {
			return Case{}, fmt.Errorf("read entry: %w", err)
		}
		if e.Share == Background || !e.Removed.IsZero() {
			if chosen[id] {
				return Case{}, ErrWithheld
			}
			continue
		}
		c.Lines = append(c.Lines, id)
		if !slices.Contains(accounts, e.Account) {
			accounts = append(accounts, e.Account)
		}
	}
	switch {
	case len(n.Lines)+len(n.Chosen) == 0:
		return Case{}, ErrNothingChosen
	case len(c.Lines) == 0:
		return Case{}, ErrWithheld
	}
	c.Chosen = unique(slices.Clone(n.Chosen))
	r, err := j.goOn(ctx, &c)
	if err != nil {
		return Case{}, err
	}
	if r, err = j.adopt(ctx, r, accounts); err != nil {
		return Case{}, err
	}
	if err := j.store.Apply(ctx, Change{Cases: []Case{c}, Reviews: []Review{r}}); err != nil {
		return Case{}, fmt.Errorf("keep case file: %w", err)
	}
	return c, nil
}

// goOn makes c the case file of its lines and name that there is, if there is one, and returns its review.
func (j *Journal) goOn(ctx context.Context, c *Case) (r Review, err error) {
	all, err := j.store.Cases(ctx)
	if err != nil {
		return r, fmt.Errorf("read case files: %w", err)
	}
	lines := unique(slices.Clone(c.Lines))
	for _, old := range all {
		if !slices.Equal(unique(slices.Clone(old.Lines)), lines) || c.Name != "" && c.Name != old.Name {
			continue
		}
		if chosen := c.Chosen; len(chosen) > 0 {
			old.Chosen = chosen
		}
		old.Aside = time.Time{}
		*c = old
		if r, err = j.store.Review(ctx, c.ID); err != nil {
			return r, fmt.Errorf("read decisions: %w", err)
		}
		return r, nil
	}
	id, err := NewID(j.random)
	c.ID = AccountID(id)
	return Review{Account: c.ID}, err
}

// adopt takes over into the review of a case file what was decided in those of its accounts, the oldest first. What was
// decided in the case file itself holds.
func (j *Journal) adopt(ctx context.Context, r Review, accounts []AccountID) (Review, error) {
	var theirs Review
	for _, id := range accounts {
		of, err := j.store.Review(ctx, id)
		if err != nil {
			return r, fmt.Errorf("read decisions: %w", err)
		}
		for _, d := range of.Decisions {
			if d.Action != redact.Keep {
				theirs.adopt(d)
			}
		}
		for _, t := range of.Ties {
			if !slices.Contains(r.Ties, t) {
				r.Ties = append(r.Ties, t)
			}
		}
		for _, s := range of.Settled {
			if len(s.Changes) > 0 && !slices.ContainsFunc(r.Settled, func(o Settled) bool { return o.Question == s.Question }) {
				r.Settled = append(r.Settled, s)
			}
		}
	}
	for _, d := range theirs.Decisions {
		if !slices.ContainsFunc(r.Decisions, func(own Decided) bool { return aboutOneThing(own, d) }) {
			r.Decisions = append(r.Decisions, d)
		}
	}
	return r, nil
}

// adopt takes a decision over from the review of an account. Where two accounts decided otherwise, or called two things
// by one label, the thing gets the label of its kind.
func (r *Review) adopt(d Decided) {
	for i := range r.Decisions {
		old := &r.Decisions[i]
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
	r.Decisions = append(r.Decisions, d)
}

// NameCase says what a case file is called. Errors: ErrNotFound, ErrTooLong, ErrNotText.
func (j *Journal) NameCase(ctx context.Context, id AccountID, name string) (Case, error) {
	name = strings.TrimSpace(name)
	if err := CheckText(name); err != nil && !errors.Is(err, ErrEmpty) {
		return Case{}, err
	}
	return j.changeCase(ctx, id, func(c *Case) { c.Name = name })
}

// PutAside says that a case file is listed no more, or is again. What left of it stays with the releases.
func (j *Journal) PutAside(ctx context.Context, id AccountID, aside bool) (Case, error) {
	return j.changeCase(ctx, id, func(c *Case) {
		if c.Aside = (time.Time{}); aside {
			c.Aside = j.now().UTC()
		}
	})
}

func (j *Journal) changeCase(ctx context.Context, id AccountID, change func(*Case)) (Case, error) {
	j.changing.Lock()
	defer j.changing.Unlock()
	c, err := j.store.Case(ctx, id)
	if err != nil {
		return Case{}, fmt.Errorf("read case file: %w", err)
	}
	change(&c)
	if err := j.store.Apply(ctx, Change{Cases: []Case{c}}); err != nil {
		return Case{}, fmt.Errorf("keep case file: %w", err)
	}
	return c, nil
}

// Cases returns the case files, the one begun last first, without those that were put aside before anything left of them.
func (j *Journal) Cases(ctx context.Context) ([]CaseFile, error) {
	all, err := j.store.Cases(ctx)
	if err != nil {
		return nil, fmt.Errorf("read case files: %w", err)
	}
	out := []CaseFile{}
	for _, c := range all {
		f := CaseFile{Case: c}
		if f.Left, err = j.Releases(ctx, c.ID); err != nil {
			return nil, err
		}
		if !c.Aside.IsZero() && len(f.Left) == 0 {
			continue
		}
		es, err := j.store.Pick(ctx, c.Lines[:min(1, len(c.Lines))])
		if err := unlessDamaged(err); err != nil {
			return nil, fmt.Errorf("read lines: %w", err)
		}
		if len(es) > 0 {
			f.Words = firstLine(es[0].Text)
		}
		out = append(out, f)
	}
	return out, nil
}

// A casebook is what a survey of several accounts has, so that one thing has one label in all of them.
type casebook struct {
	Case
	lines, chosen map[EntryID]bool // those of the case file
	accounts      []Account        // the oldest first
	origins       []Origin         // the same, as they are recognised by
	of            []int            // which account an entry is of, by its index in survey.entries
}

// offers reports whether an entry may be in the case file.
func (b *casebook) offers(e Entry) bool {
	return b.lines[e.ID] && e.Removed.IsZero() && e.Share != Background
}

// casebook gathers the accounts of the lines of a case file, the oldest first: a name is recognised by all that is said of
// it, also in lines that stay. What is not there any more, or in the bin, is left out.
func (j *Journal) casebook(ctx context.Context, c Case) (*survey, error) {
	b := &casebook{Case: c, lines: set(c.Lines), chosen: set(c.Chosen)}
	s := &survey{account: Account{ID: c.ID, Codename: c.Name, Started: c.Begun}, book: b, codename: -1, reasons: map[EntryID]int{},
		closing: [3]int{-1, -1, -1}, sheet: [2]int{-1, -1}, linesOnly: true, examiner: &j.examiner}
	es, err := j.store.Pick(ctx, c.Lines)
	if err := unlessDamaged(err); err != nil {
		return nil, fmt.Errorf("read lines: %w", err)
	}
	for _, e := range es {
		if slices.ContainsFunc(b.accounts, func(a Account) bool { return a.ID == e.Account }) {
			continue
		}
		a, err := j.store.Account(ctx, e.Account)
		if unlessDamaged(err) != nil {
			return nil, fmt.Errorf("read account: %w", err)
		}
		if !a.inBin() {
			b.accounts = append(b.accounts, a)
		}
	}
	slices.SortStableFunc(b.accounts, func(x, y Account) int { return cmp.Or(x.Started.Compare(y.Started), cmp.Compare(x.ID, y.ID)) })
	for n, a := range b.accounts {
		part, err := j.gather(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		for range part.entries {
			b.of = append(b.of, n)
		}
		o := Origin{Account: a.ID, Title: a.Title, Type: a.Type, At: a.Started.In(location(a.Zone))}
		if len(part.entries) > 0 {
			first := part.entries[0]
			if o.Words = firstLine(first.Text); !first.Moment.IsZero() {
				o.At = first.Moment.Local()
			}
		}
		b.origins = append(b.origins, o)
		s.entries = append(s.entries, part.entries...)
		s.sources = append(s.sources, part.sources[:len(part.entries)]...)
	}
	if c.Name != "" {
		s.codename = len(s.sources)
		s.sources = append(s.sources, redact.Source{ID: "codename", Text: c.Name})
	}
	return s, j.decided(ctx, s)
}

// ofAccount are those of some entries, given as indices, that are of an account of the case file.
func (s *survey) ofAccount(entries []int, n int) []int {
	return slices.DeleteFunc(slices.Clone(entries), func(i int) bool { return s.book.of[i] != n })
}

// caseDocument puts the clean lines under a heading for each account. The headings are counted as they are shown, so that
// none says that an account was left out.
func (s *survey) caseDocument(p *redact.Plan, sel selection, profile redact.Profile) (report.Document, error) {
	c := report.Contents{Profile: profile, Cases: true}
	var err error
	if s.codename >= 0 {
		if c.Name, err = p.Apply(s.codename); err != nil {
			return report.Document{}, fmt.Errorf("clean name: %w", err)
		}
	}
	last, number := -1, 0
	for _, i := range sel.entries {
		e := s.entries[i]
		if n := s.book.of[i]; n != last {
			last = n
			number++
		}
		t := report.Text{Heading: report.CaseHeading(number), At: clock(e.Moment, s.zeroOf(sel, i), profile), Mark: string(e.Kind)}
		if t.Clean, err = p.Apply(i); err != nil {
			return report.Document{}, fmt.Errorf("clean entry: %w", err)
		}
		c.Texts = append(c.Texts, t)
	}
	return report.New(c), nil
}

// chooseIn is Choose in a case file: the lines stay as they are in their accounts. The caller holds j.changing.
func (j *Journal) chooseIn(ctx context.Context, c Case, entries []EntryID, chosen bool, s Step) error {
	meant, lines := set(entries), set(c.Lines)
	next := slices.DeleteFunc(slices.Clone(c.Chosen), func(id EntryID) bool { return meant[id] })
	if chosen {
		for _, id := range entries {
			e, err := j.store.Entry(ctx, id)
			if err == nil && !lines[id] {
				err = ErrNotFound
			}
			if err != nil {
				return fmt.Errorf("read entry: %w", err)
			}
			if e.Share == Background || !e.Removed.IsZero() {
				return ErrWithheld
			}
		}
		next = append(next, entries...)
	}
	next = unique(next)
	if s.Chosen = between(c.Chosen, next); s.Chosen == nil {
		return nil
	}
	c.Chosen = next
	if err := j.keep(ctx, Change{Cases: []Case{c}}, s); err != nil {
		return fmt.Errorf("keep choice: %w", err)
	}
	return nil
}

// A share is what of a case file is of one account, as it is recorded there.
type share struct {
	release Release
	copy    Copy
}

// shares are what is recorded with each account that a release of a case file holds lines of.
func (s *survey) shares(p *redact.Plan, sel selection, of Release) (out []share) {
	if s.book == nil {
		return nil
	}
	for n, a := range s.book.accounts {
		part := selection{entries: s.ofAccount(sel.entries, n), zeros: sel.zeros}
		if len(part.entries) == 0 {
			continue
		}
		rel := Release{Account: a.ID, Entries: s.ids(part), Profile: of.Profile, Audience: of.Audience, Fingerprint: of.Fingerprint}
		c := s.copied(p, part, of.Profile).alone()
		c.Account = a.ID
		out = append(out, share{rel, c})
	}
	return out
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

// shared adds to the change that records a release of a case file what of it is recorded with its accounts. The files are
// kept with none of them: to erase one account is to leave nothing of it.
func (j *Journal) shared(ctx context.Context, c *Change, d Draft, whole Release) error {
	for _, of := range d.shares {
		a, err := j.store.Account(ctx, of.release.Account)
		if unlessDamaged(err) != nil || a.ID == "" {
			return fmt.Errorf("read account: %w", err)
		}
		a.Telling = nil
		there, err := j.store.Releases(ctx, a.ID)
		if err != nil {
			return fmt.Errorf("read releases: %w", err)
		}
		rel := of.release
		rel.Part = &Part{Case: whole.Account, Release: whole.ID}
		if i := slices.IndexFunc(there, func(r Release) bool { return r.Part != nil && *r.Part == *rel.Part }); i >= 0 {
			rel.ID = there[i].ID
		} else if id, err := NewID(j.random); err == nil {
			rel.ID = ReleaseID(id)
		} else {
			return err
		}
		rel.At, rel.Checksums, rel.Left = whole.At, maps.Clone(whole.Checksums), slices.Clone(whole.Left)
		of.copy.Release = rel.ID
		c.Accounts, c.Releases, c.Copies = append(c.Accounts, a.released()), append(c.Releases, rel), append(c.Copies, of.copy)
	}
	return nil
}

// wholes gives the parts of case files among releases what became of the whole.
func (j *Journal) wholes(ctx context.Context, rs []Release) error {
	for i := range rs {
		p := rs[i].Part
		if p == nil {
			continue
		}
		of, err := j.store.Releases(ctx, p.Case)
		if err != nil {
			return fmt.Errorf("read releases: %w", err)
		}
		if k := slices.IndexFunc(of, func(r Release) bool { return r.ID == p.Release }); k >= 0 {
			rs[i].Withdrawn = of[k].Withdrawn
		}
	}
	return nil
}

// besideCase are the releases that one of a case file is compared with: its own, and those of the accounts whose lines it
// holds.
func (j *Journal) besideCase(ctx context.Context, r Release, own []Release) ([]Release, error) {
	es, err := j.store.Pick(ctx, r.Entries)
	if err := unlessDamaged(err); err != nil {
		return nil, fmt.Errorf("read lines: %w", err)
	}
	out := slices.Clone(own)
	seen := map[AccountID]bool{}
	for _, e := range es {
		if seen[e.Account] {
			continue
		}
		seen[e.Account] = true
		rs, err := j.Releases(ctx, e.Account)
		if err != nil {
			return nil, err
		}
		for _, each := range rs {
			if each.Part == nil || each.Part.Case != r.Account {
				out = append(out, each)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Release) int { return b.At.Compare(a.At) })
	return out, nil
}
