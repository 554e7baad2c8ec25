package journal

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"firsthand/internal/redact"
	"firsthand/internal/report"
)

// A Reading is an account under review: every line, how the chosen ones will be read, and what was found in them.
type Reading struct {
	Account  Account        // of a case file, its id and its name, as codename, alone
	Accounts []Origin       // of a case file, those that its lines are of, the oldest first; nil of one account
	Name     []redact.Piece // of a case file with lines chosen, its title as it will be read
	Profile  redact.Profile
	Audience string
	Lines    []ReadLine // in order of time, without the removed ones; of a case file, account by account
	Found    []Found    // undecided first, then in order of appearance
	Zero     EntryID    // the line that times are counted from; empty where no chosen line has a moment
	Releases []Release  // newest first
	// Questions are asked before the chosen lines leave.
	Questions []IndirectQuestion
	// LinesOnly says that what was said beside the lines stays.
	LinesOnly bool
	// Closing are the parts of the last page; none where there is no page.
	Closing []ReadPart
}

// A ReadPart is a part of the last page under review.
type ReadPart struct {
	Question report.Heading
	Pieces   []redact.Piece // none where the page stays
}

// A ReadLine is a line under review.
type ReadLine struct {
	Entry  Entry
	Chosen bool
	Clock  report.Clock   // of a chosen line
	Pieces []redact.Piece // of a chosen line
	// Said and Became are what leaves beside it in words of ours, see report.Line.Sayings and report.Became.Sentence; Why
	// is the explanation of a gap.
	Said, Became string
	Why          []redact.Piece
}

// A Found is a thing found in the chosen lines, and where.
type Found struct {
	redact.Treated
	Decided redact.Action // what the person decided; empty where nothing
	Entries []EntryID     // the chosen lines it stands in
	Parts   []string      // its forms, if it has several that could be two things'
	Places  []FoundPlace  // everywhere it stands, if it stands in several places that could be two things'
}

// A FoundPlace is one place of a thing, with the words around it.
type FoundPlace struct {
	Entry         EntryID // empty for the codename and the last page
	Before, After string
	Form          string
}

// wordsAround is how much is shown around a place, in bytes.
const wordsAround = 32

// placesOf are the places of a thing, in order; none where they cannot be two things'.
func (s *survey) placesOf(e redact.Entity) (out []FoundPlace) {
	if !redact.Tied(e.Kind) || len(e.Spans) < 2 {
		return nil
	}
	for _, span := range e.Spans {
		text := s.sources[span.Source].Text
		p := FoundPlace{Form: text[span.Start:span.End], Before: text[max(0, span.Start-wordsAround):span.Start], After: text[span.End:min(len(text), span.End+wordsAround)]}
		p.Before, p.After = strings.ToValidUTF8(p.Before, ""), strings.ToValidUTF8(p.After, "")
		if e := s.owner(span.Source); e != nil {
			p.Entry = e.ID
		}
		out = append(out, p)
	}
	return out
}

// owner is the entry that a source is of, its text or the explanation of its gap; nil where it is of none.
func (s *survey) owner(source int) *Entry {
	if source < len(s.entries) {
		return &s.entries[source]
	}
	for i := range s.entries {
		if reason, ok := s.reasons[s.entries[i].ID]; ok && reason == source {
			return &s.entries[i]
		}
	}
	return nil
}

// Chosen reports whether e is chosen for the next release. Nothing is until the person says so.
func (e Entry) Chosen() bool { return e.Removed.IsZero() && e.Share == Shared }

// takes reports whether e is chosen for the next release of what is surveyed.
func (s *survey) takes(e Entry) bool {
	if s.book != nil {
		return s.book.offers(e) && s.book.chosen[e.ID]
	}
	return e.Chosen()
}

// lines are the entries that may be chosen at all, as indices: of a case file, those that it was begun with.
func (s *survey) lines() (out []int) {
	for i, e := range s.entries {
		if s.book == nil || s.book.offers(e) {
			out = append(out, i)
		}
	}
	return out
}

// Read returns the account as the person reviews it: the lines they chose, under the profile they chose.
func (j *Journal) Read(ctx context.Context, id AccountID) (Reading, error) {
	s, err := j.survey(ctx, id)
	if err != nil {
		return Reading{}, err
	}
	r := Reading{Account: s.account, Profile: s.profile(), Audience: s.review.Audience, LinesOnly: s.linesOnly}
	if s.book != nil {
		r.Accounts = append([]Origin{}, s.book.origins...)
	}
	if r.Releases, err = j.store.Releases(ctx, id); err != nil {
		return Reading{}, fmt.Errorf("read releases: %w", err)
	}
	var sel selection
	if ids := s.chosen(); len(ids) > 0 {
		if sel, err = s.choose(ids); err != nil {
			return Reading{}, err
		}
	}
	r.Zero = sel.zero
	var p *redact.Plan
	if len(sel.entries) > 0 {
		var fingerprint string
		p, fingerprint = s.plan(sel, r.Profile)
		r.Found = s.places(p)
		r.Questions = s.questions(p, fingerprint)
		if s.book != nil && s.codename >= 0 {
			r.Name = p.Pieces(s.codename)
		}
	}
	paired := map[int]pair{}
	for _, pair := range s.pairs(sel.entries) {
		paired[pair.expectation] = pair
	}
	for _, i := range s.lines() {
		e := s.entries[i]
		l := ReadLine{Entry: e}
		if s.takes(e) {
			l.Chosen, l.Clock, l.Pieces = true, clock(e.Moment, s.zeroOf(sel, i), r.Profile), p.Pieces(i)
			l.Said = report.Line{Said: s.saidOf(e)}.Sayings()
		}
		if pair, ok := paired[i]; ok {
			how, more := pair.became(e).Sentence()
			l.Became = strings.TrimSpace(how + " " + more)
			if reason, ok := s.reasons[e.ID]; ok {
				l.Why = p.Pieces(reason)
			}
		}
		r.Lines = append(r.Lines, l)
	}
	for i, source := range s.closing {
		if source < 0 {
			continue
		}
		part := ReadPart{Question: report.Questions[i]}
		if p != nil && s.lastPage {
			part.Pieces = p.Pieces(source)
		}
		r.Closing = append(r.Closing, part)
	}
	return r, nil
}

// profile is the one that the person chose for this account.
func (s *survey) profile() redact.Profile {
	if s.review.Profile == "" {
		return redact.ByRole
	}
	return s.review.Profile
}

// chosen are the lines that the person chose; never nil.
func (s *survey) chosen() []EntryID {
	ids := []EntryID{}
	for _, e := range s.entries {
		if s.takes(e) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// places are the things that stand in the chosen lines, with what was decided about them.
func (s *survey) places(p *redact.Plan) []Found {
	var found []Found
	decided := s.decisions()
	for _, t := range p.Treated() {
		f := Found{Treated: t, Decided: decided.about(t), Parts: s.found.Parts(t.Entity.ID), Places: s.placesOf(t.Entity)}
		for _, span := range t.Entity.Spans {
			if e := s.owner(span.Source); e != nil && s.takes(*e) && !slices.Contains(f.Entries, e.ID) {
				f.Entries = append(f.Entries, e.ID)
			}
		}
		found = append(found, f)
	}
	slices.SortStableFunc(found, func(a, b Found) int { return rank(a) - rank(b) })
	return found
}

func rank(f Found) int {
	if f.Treatment == redact.Undecided {
		return 0
	}
	return 1
}

// decisions are the decisions of a review by what they are about, with their place among all.
type decisions map[redact.Kind]map[string][]placed

type placed struct {
	at     int
	action redact.Action
}

func (s *survey) decisions() decisions {
	ds := decisions{}
	for i, d := range s.review.Decisions {
		if ds[d.Kind] == nil {
			ds[d.Kind] = map[string][]placed{}
		}
		ds[d.Kind][d.Key] = append(ds[d.Kind][d.Key], placed{i, d.Action})
	}
	return ds
}

// about is what the person decided last about a thing and still holds.
func (ds decisions) about(t redact.Treated) redact.Action {
	if t.Entity.Rule == redact.Reworded && t.Treatment == redact.Replace {
		return redact.As
	}
	last := placed{at: -1}
	about := ds[t.Entity.Kind]
	if len(about) == 0 {
		return ""
	}
	for _, f := range t.Entity.Forms {
		for _, d := range about[t.Entity.Key(f)] {
			if d.action == redact.Keep && t.Treatment != redact.Kept {
				continue // another release used it up, or there are more places now
			}
			if d.at > last.at {
				last = d
			}
		}
	}
	return last.action
}

// Choose takes lines into the next release of their account, or of a case file, or leaves them out.
// ErrWithheld means that one of them is background or removed, which no release may hold; nothing was written then.
func (j *Journal) Choose(ctx context.Context, id AccountID, entries []EntryID, chosen bool) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	step := Step{What: WasLeft, Account: id}
	if chosen {
		step.What = WasChosen
	}
	var c Change
	if of, err := j.store.Case(ctx, id); err == nil {
		return j.chooseIn(ctx, of, entries, chosen, step)
	} else if !errors.Is(err, ErrNotFound) {
		return fmt.Errorf("read case file: %w", err)
	}
	for _, entry := range entries {
		old, err := j.store.Entry(ctx, entry)
		if err == nil && old.Account != id {
			err = ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("read entry: %w", err)
		}
		if chosen && (old.Share == Background || !old.Removed.IsZero()) {
			return ErrWithheld
		}
		if chosen == old.Chosen() {
			continue
		}
		e := old
		if e.Share = Private; chosen {
			e.Share = Shared
		}
		c.Entries = append(c.Entries, j.revised(old, e))
		step.Was = append(step.Was, was(old, e))
	}
	if len(c.Entries) == 0 {
		return nil
	}
	if err := j.keep(ctx, c, step); err != nil {
		return fmt.Errorf("keep choice: %w", err)
	}
	return nil
}

// Address says for whom the next release of the account is, and how much it shows.
func (j *Journal) Address(ctx context.Context, id AccountID, profile redact.Profile, audience string) error {
	switch profile {
	case redact.Named, redact.ByRole, redact.Generalised:
	default:
		profile = redact.ByRole
	}
	j.changing.Lock()
	defer j.changing.Unlock()
	if _, err := j.store.Case(ctx, id); err != nil {
		if _, err := j.store.Account(ctx, id); err != nil {
			return fmt.Errorf("read account: %w", err)
		}
	}
	r, err := j.store.Review(ctx, id)
	if err != nil {
		return fmt.Errorf("read decisions: %w", err)
	}
	r.Account, r.Profile, r.Audience = id, profile, audience
	if err := j.store.Apply(ctx, Change{Reviews: []Review{r}}); err != nil {
		return fmt.Errorf("keep audience: %w", err)
	}
	return nil
}

// Beside says what leaves beside the lines of the account from now on: what was said of them, unless they leave alone, and
// the last page. The error is ErrNoClosing or ErrNotFound.
func (j *Journal) Beside(ctx context.Context, id AccountID, linesOnly, lastPage bool) error {
	j.changing.Lock()
	defer j.changing.Unlock()
	a, err := j.store.Account(ctx, id)
	if err != nil {
		return fmt.Errorf("read account: %w", err)
	}
	r, err := j.store.Review(ctx, id)
	if err != nil {
		return fmt.Errorf("read decisions: %w", err)
	}
	r.Account, r.LinesOnly = id, linesOnly
	c := Change{Reviews: []Review{r}}
	switch {
	case a.Closing != nil:
		page := *a.Closing
		page.Share = lastPage
		a.Closing, a.Telling = &page, nil // the telling is written once
		c.Accounts = []Account{a}
	case lastPage:
		return ErrNoClosing
	}
	if err := j.store.Apply(ctx, c); err != nil {
		return fmt.Errorf("keep what leaves: %w", err)
	}
	return nil
}

// PrepareChosen prepares a release of the lines that the person chose, under the profile they chose. Errors as Prepare.
func (j *Journal) PrepareChosen(ctx context.Context, id AccountID, formats ...Format) (Draft, error) {
	next, err := j.NextRelease(ctx, id, formats...)
	if err != nil {
		return Draft{}, err
	}
	return j.Prepare(ctx, next)
}

// NextRelease is what the person asks the next release of the account to be: the lines they chose, under the profile
// they chose.
func (j *Journal) NextRelease(ctx context.Context, id AccountID, formats ...Format) (Request, error) {
	r, err := j.store.Review(ctx, id)
	if err != nil {
		return Request{}, fmt.Errorf("read decisions: %w", err)
	}
	s := survey{review: r}
	if _, err := j.store.Case(ctx, id); err == nil {
		return Request{Account: id, Profile: s.profile(), Formats: formats}, nil
	}
	if s.entries, err = j.store.Entries(ctx, id); err != nil {
		return Request{}, fmt.Errorf("read entries: %w", err)
	}
	return Request{Account: id, Entries: s.chosen(), Profile: s.profile(), Formats: formats}, nil
}

// Only is the draft with one of its files: what leaves when that alone is saved.
func (d Draft) Only(f Format) Draft {
	sums := map[string]string{}
	maps.Copy(sums, d.Release.Checksums)
	maps.DeleteFunc(sums, func(name, _ string) bool { return name != string(f) })
	files := maps.Clone(d.Files)
	maps.DeleteFunc(files, func(name Format, _ redact.Verified) bool { return name != f })
	d.Files, d.Release.Checksums = files, sums
	return d
}
